"""A number outside its bounds is told with them: a port that no system has is never listened at."""

from __future__ import annotations

import pytest

from debate.cli.bounds import HIGHEST_PORT, must_lie
from tests.cli.conftest import Shell


@pytest.mark.parametrize("value", ["65536", "99999", "-1"])
@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("host", "Monday"), "--port"),
        (("host", "Monday"), "--web-port"),
        (("host", "Monday", "--web"), "--web-port"),
        (("remote", "serve"), "--port"),
    ],
)
def test_a_port_that_does_not_exist_is_told_with_those_that_do(
    monday: Shell, words: tuple[str, ...], option: str, value: str
) -> None:
    told = " ".join(monday(*words, option, value, code=2).err.split())
    assert f"“{value}” cannot be {option}: it takes a whole number from 0 to 65535." in told


@pytest.mark.parametrize("value", [None, 0, 1, 2222, 65535])
def test_every_port_that_exists_passes_and_one_that_was_not_given(value: int | None) -> None:
    must_lie("--port", value, 0, HIGHEST_PORT)
