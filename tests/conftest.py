"""What all tests share: how Hypothesis searches, and a home that is nobody's.

No test has a deadline: a busy machine is slow and not wrong. Where everything is built
(`CI` is set) the same examples are tried each time, so that a red run can be repeated.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

HOMES = (
    "DEBATE_HOME",
    "DEBATE_LANG",
    "DEBATE_MOTIONS",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)
"""Settings of the person who runs the tests; they must change no outcome."""


@pytest.fixture(autouse=True, scope="session")
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Run the tests in an empty home, so that none reads or writes the debates of a person."""
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield
