"""What all tests share: how Hypothesis searches, what is counted, and a home that is nobody's.

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

COUNTS_NOTHING = {"installed", "stories"}
"""Folders whose tests run the program in another process."""
SEARCHED = {"analysis", "domain"}
"""Folders where the lines that only a search of Hypothesis reaches count as well."""
SAME_LINES = {"report", "tui"}
"""Folders where the cases of one test differ in size, language or form, and reach the same lines."""

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count the lines that examples reach, and leave out what would count them again.

    Counting makes a test dearer by half. Elsewhere than in the law and the scales a line that only a
    search of Hypothesis reaches is a line without an example. A dear module nearly all of
    whose lines others reach says so itself, with the mark `no_cover`.
    """
    seen: set[str] = set()
    for item in items:
        folder = item.nodeid.split("/")[1]
        test, _, case = item.nodeid.partition("[")
        is_repeated = bool(case) and test in seen and folder in SAME_LINES
        is_search = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
        is_search = is_search and folder not in SEARCHED
        if folder in COUNTS_NOTHING or is_repeated or is_search:
            item.add_marker(pytest.mark.no_cover)
        seen.add(test)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Have one counter in each worker: pytest-cov starts one as if it were alone, then another.

    The first is never read, and keeps counting where the second pauses.
    """
    counting = session.config.pluginmanager.getplugin("_cov")
    if counting is not None and hasattr(session.config, "workerinput"):
        counting.cov_controller.cov.stop()
