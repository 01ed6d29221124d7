"""Two windows on one debate: what is said in one appears in the other, and both are kept."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.stories.steps import Person, claims_in, holds
from tests.stories.terminal import Terminal


def test_two_windows_on_one_debate_show_each_others_arguments(data: Path) -> None:
    with ExitStack() as windows:
        left = windows.enter_context(Terminal(data))
        one = Person(left)
        one.opens_the_motion()
        right = windows.enter_context(Terminal(data, columns=100, rows=30))
        other = Person(right)
        other.opens_the_debate()
        one.adds("Said in the left window")
        right.wait_for("Said in the left", "For (4)")
        other.adds("Said in the right window")
        left.wait_for("Said in the right", "For (5)")
        other.weighs(9)
        left.wait_for("◆9")
        assert left.leave() == 0
        assert right.leave() == 0
    assert {"Said in the left window", "Said in the right window"} <= set(claims_in(data))
    assert holds(data)
