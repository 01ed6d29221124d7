"""A debate ends on a statement that people endorse, live with or object to, with dissent beside it."""

from __future__ import annotations

from datetime import datetime

import pytest

from debate.domain import commands as c
from debate.domain.ids import FactId
from debate.domain.participant import Contract
from debate.service import wiring
from debate.service.seat import Seat
from debate.tui.dialogs.outcome_form import OutcomeForm
from debate.tui.screens.outcome import OutcomeScreen
from tests.tui.screens.evening import Evening, Sitting, done

STATEMENT = "Tea is served first, and coffee a minute later."


async def opened(sitting: Sitting, seat: Seat) -> OutcomeScreen:
    screen = OutcomeScreen(seat, sitting.app.desk)
    await sitting.show(screen)
    return screen


def drafted(evening: Evening, contract: Contract = "named") -> tuple[Seat, FactId]:
    seat = evening.begin("Ben", "Caro", contract=contract)
    return seat, done(seat.submit(c.DraftOutcome(STATEMENT, review_on="2027-03-01"))).first


async def test_an_empty_screen_says_which_key_begins(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat)
        assert "No statement is drafted yet. Press a to draft one." in sitting.text
        await sitting.press("v", "r", "e", "A")
        assert (seat.debate.outcomes, sitting.toasts) == ((), [])


async def test_a_statement_is_drafted_with_a_day_to_look_at_it_again(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("a")
        await sitting.type("Tea first")
        await sitting.press("tab")
        await sitting.type("2099-03-01")
        await sitting.press("tab", "right", "ctrl+s")
        (outcome,) = seat.debate.outcomes
        assert (outcome.text, outcome.review_on, outcome.motion) == (
            "Tea first", "2099-03-01", "tea",
        )  # fmt: skip
        assert "To be looked at again on 1 March 2099." in sitting.text


async def test_a_day_that_is_none_is_said_and_the_text_stays(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("a")
        await sitting.press("ctrl+s")
        assert "Write something first." in sitting.text
        await sitting.type("Tea first")
        await sitting.press("tab")
        await sitting.type("2027-02-30")
        await sitting.press("ctrl+s")
        assert isinstance(sitting.screen, OutcomeForm)
        assert "no day of the calendar" in sitting.text
        assert "Tea first" in sitting.text
        assert seat.debate.outcomes == ()


async def test_a_day_that_is_over_is_said_and_today_is_not(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2027, 3, 1, 12).astimezone()
    monkeypatch.setattr(wiring, "wall_clock", lambda: round(noon.timestamp() * 1000))
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("enter")
        await sitting.type("Tea first")
        await sitting.press("tab")
        await sitting.type("2027-02-28")
        await sitting.press("ctrl+s")
        assert "That day is over" in sitting.text
        await sitting.press(*["backspace"] * 5)
        await sitting.type("03-01")
        await sitting.press("ctrl+s")
        assert seat.debate.outcomes[0].review_on == "2027-03-01"


async def test_a_statement_that_was_half_written_comes_back(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("a")
        await sitting.type("Tea fi")
        await sitting.press("escape", "a")
        assert "Tea fi" in sitting.text


async def test_people_endorse_accept_or_object(evening: Evening) -> None:
    seat, name = drafted(evening)
    done(evening.seats["Ben"].submit(c.EndorseOutcome(name, "object")))
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("v", "enter")
        (outcome,) = seat.debate.outcomes
        assert sorted(outcome.endorsements.values()) == ["endorse", "object"]
        assert "1 endorses: Ada" in sitting.text
        assert "1 objects: Ben" in sitting.text
        assert "1 said nothing yet" in sitting.text
        await sitting.press("enter", "down", "enter")
        assert "you: can live with it" in sitting.text


async def test_a_dissent_stands_beside_the_statement(evening: Evening) -> None:
    drafted(evening)
    async with evening.open() as sitting:
        await opened(sitting, evening.seats["Ben"])
        await sitting.press("r")
        await sitting.type("No cocoa")
        await sitting.press("ctrl+s")
        assert "No cocoa (Ben)" in sitting.text


async def test_other_words_replace_a_draft_and_keep_it_in_view(evening: Evening) -> None:
    seat, name = drafted(evening)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("e")
        await sitting.type(" Always")
        await sitting.press("ctrl+s")
        old, new = seat.debate.outcomes
        assert (old.id, old.is_replaced, new.text) == (name, True, f"{STATEMENT} Always")
        assert sitting.text.index("Always") < sitting.text.index("replaced")


async def test_a_facilitator_declares_the_outcome_and_nobody_else(evening: Evening) -> None:
    seat, _ = drafted(evening)
    async with evening.open() as sitting:
        await opened(sitting, evening.seats["Ben"])
        await sitting.press("A")
        assert not seat.debate.outcomes[0].is_adopted
        screen = await opened(sitting, seat)
        assert screen.active_bindings["A"].enabled
        await sitting.press("A")
        assert seat.debate.outcomes[0].is_adopted
        assert "✓ Tea is served first" in sitting.text
        assert not screen.active_bindings["A"].enabled, "it is adopted once"


async def test_a_secret_contract_shows_counts_and_no_names(evening: Evening) -> None:
    seat, name = drafted(evening, "secret")
    done(evening.seats["Ben"].submit(c.EndorseOutcome(name, "object")))
    done(evening.seats["Ben"].submit(c.NoteDissent(name, "No cocoa")))
    async with evening.open() as sitting:
        await opened(sitting, seat)
        assert "• 1 objects\n" in sitting.text
        assert "• No cocoa\n" in sitting.text
        assert "somebody" not in sitting.text
        assert "participant" not in sitting.text
