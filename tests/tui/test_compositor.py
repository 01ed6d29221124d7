"""What was painted is not kept: a line that is no longer wanted is freed, though nobody sweeps."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from textual.strip import Strip
from textual.widgets import Static

from debate.tui.compositor import SparingCompositor
from tests.tui.stage import Stage

PAINTED = 20


@pytest.fixture
def unswept() -> Iterator[None]:
    """Sweep before a test, and not while it runs."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def lines() -> int:
    """Return how many lines there are in memory."""
    return sum(isinstance(each, Strip) for each in gc.get_objects())


async def test_lines_that_were_painted_over_are_freed(unswept: None) -> None:
    words = Static("word 0")
    async with Stage(words).at(40, 12) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen._compositor, SparingCompositor)
        before = lines()
        for number in range(PAINTED):
            words.update(f"word {number}")
            await pilot.pause()
        assert lines() - before < PAINTED


async def test_widgets_that_were_laid_out_and_removed_are_in_no_layout(unswept: None) -> None:
    words = Static("word")
    async with Stage(words).at(40, 12) as pilot:
        await pilot.pause()
        await words.remove()
        await pilot.pause()
        assert not [each for each in gc.get_objects() if type(each) is dict and words in each]
