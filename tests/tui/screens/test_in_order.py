"""Keys that come all at once go where a patient person's would."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import REPLACED_KEYS

from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.floor import FloorScreen
from tests.tui.screens.evening import TEA, Evening, Sitting

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines


async def burst(sitting: Sitting, *keys: str) -> None:
    """Press keys without waiting for anything in between."""
    for key in keys:
        name = REPLACED_KEYS.get(key, key)
        sitting.app.post_message(events.Key(name, key if len(key) == 1 else None))
    for _ in range(3 + len(keys) // 4):
        await sitting.rest()


async def test_a_ballot_typed_in_one_go_is_the_ballot_that_was_meant(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await sitting.show(BallotScreen(seat, sitting.app.desk, evening.workspace, TEA.id))
        await burst(sitting, "4", "0", "tab", "7", "0", "enter")
        ballot = seat.ballot((TEA.id, "opening", 0))
        assert ballot is not None
        assert (ballot.stance, ballot.confidence) == (40, 70)


async def test_what_is_typed_behind_the_key_of_a_form_stands_in_the_form(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        await burst(sitting, "a", *"Hot", "tab", *"Why", "ctrl+s", "9")
        said = seat.debate.floor.arguments[list(seat.debate.floor.arguments)[-1]]
        assert (said.claim.en, said.grounds.en) == ("Hot", "Why")
        assert list(said.weights.values()) == [9]
        assert sitting.screen is floor


async def test_a_paste_comes_in_its_turn(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        sitting.app.post_message(events.Key("a", "a"))
        sitting.app.post_message(events.Paste("Pasted"))
        await burst(sitting, "!", "ctrl+s")
        assert list(seat.debate.floor.arguments.values())[-1].claim.en == "Pasted!"
