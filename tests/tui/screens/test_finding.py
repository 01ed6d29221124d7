"""Finding on the floor: words, whose arguments, and in which order; nothing in the debate changes."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.motion import Motion
from debate.service.seat import Seat
from debate.tui.dialogs.argument_form import ArgumentForm
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.widgets.argument_list import ArgumentList
from debate.tui.widgets.choice import Choice
from tests.tui.screens.evening import TEA, Evening, Sitting, done

FOR = ArgumentId("tea-for")


async def floor_of(sitting: Sitting, evening: Evening, seat: Seat) -> FloorScreen:
    floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(floor)
    return floor


def rows(sitting: Sitting) -> list[str]:
    """Return the ids of the rows for the motion, from above."""
    return [row.id for row in sitting.screen.query_one(ArgumentList).view.for_]


def said(seat: Seat, claim: str, target: str = TEA.id, weight: int | None = None) -> str:
    name = done(seat.submit(c.AddArgument("supports", target, claim))).first  # type: ignore[arg-type]
    if weight is not None:
        done(seat.submit(c.SetWeight(ArgumentId(name), weight)))
    return name


async def test_words_are_found_in_claims_and_replies_until_escape(evening: Evening) -> None:
    seat = evening.begin()
    kettle = said(seat, "A KETTLE boils")
    reply = said(seat, "Faster than a pot", kettle)
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("slash")
        await sitting.type("pot")
        await sitting.press("enter")
        assert rows(sitting) == [kettle, reply]
        assert "Showing what holds “pot”." in sitting.toasts
        await sitting.press("slash", "escape")
        assert rows(sitting) == [kettle, reply]
        await sitting.press("slash", "backspace", "backspace", "backspace", "enter")
        assert set(rows(sitting)) == {FOR, kettle, reply}
        await sitting.press("slash")
        await sitting.type("zebra")
        await sitting.press("enter")
        assert sitting.text.count("Nothing here matches.") == 2
        await sitting.press("escape")
        assert sitting.screen is floor
        assert set(rows(sitting)) == {FOR, kettle, reply}
        await sitting.press("escape")
        assert isinstance(sitting.screen, LobbyScreen)


async def test_one_key_goes_through_what_is_shown(evening: Evening) -> None:
    seat = evening.begin("Ben")
    mine, weighed = said(seat, "Mine"), said(evening.seats["Ben"], "Weighed")
    done(seat.submit(c.SetWeight(ArgumentId(weighed), 5)))
    answered = said(evening.seats["Ben"], "Answered")
    reply = said(evening.seats["Ben"], "Reply", answered)
    done(seat.submit(c.AdoptArgument(ArgumentId(answered))))
    done(seat.submit(c.SetWeight(ArgumentId(answered), 5)))
    done(seat.submit(c.SetWeight(ArgumentId(reply), 5)))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        shown, told = {}, []
        for only in ("mine", "unweighed", "unanswered", "all"):
            await sitting.press("asterisk")
            shown[only] = set(rows(sitting))
            told.append(sitting.toasts[-1])
        assert shown == {
            "mine": {mine, answered, reply},
            "unweighed": {FOR, mine},
            "unanswered": {FOR, mine, weighed, answered, reply},
            "all": {FOR, mine, weighed, answered, reply},
        }
        assert told == [
            "Showing your own arguments.",
            "Showing what you have not weighed.",
            "Showing what nobody answered.",
            "Showing every argument.",
        ]


async def test_one_key_goes_through_the_orders(evening: Evening) -> None:
    seat = evening.begin("Ben")
    weak, strong = said(seat, "Weak", weight=1), said(seat, "Strong", weight=10)
    done(evening.seats["Ben"].submit(c.SetWeight(ArgumentId(weak), 2)))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        assert rows(sitting) == [strong, FOR, weak]
        await sitting.press("s")
        assert rows(sitting) == [FOR, weak, strong]
        await sitting.press("s")
        assert rows(sitting) == [weak, strong, FOR]
        await sitting.press("s")
        assert rows(sitting) == [strong, FOR, weak]
        assert sitting.toasts == [
            "Sorted by time.",
            "Sorted by how many weighed it.",
            "Sorted by strength.",
        ]


async def test_a_hidden_argument_is_found_by_no_words(evening: Evening) -> None:
    seat = evening.begin()
    done(seat.submit(c.HideArgument(FOR, "Insult")))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        assert rows(sitting) == [FOR]
        await sitting.press("slash")
        await sitting.type("for")
        await sitting.press("enter")
        assert rows(sitting) == []


async def test_what_is_sought_and_sorted_by_stands_at_the_headings_until_it_is_over(
    evening: Evening,
) -> None:
    seat = evening.begin()
    said(seat, "Mine")
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        heading = "▲ For (2)"
        assert f"{heading}\n" in sitting.text
        await sitting.press("s")
        assert f"{heading} · by time" in sitting.text
        await sitting.press("asterisk")
        assert "▲ For (1) · only yours, by time" in sitting.text
        await sitting.press("slash")
        await sitting.type("min")
        await sitting.press("enter")
        assert "▲ For (1) · “min”, only yours, by" in sitting.text
        await sitting.press("escape", "s", "s")
        assert f"{heading}\n" in sitting.text


async def test_enter_on_an_empty_side_does_what_its_words_advise(evening: Evening) -> None:
    bare = Motion.model_validate({**TEA.model_dump(), "arguments": ()})
    seat = evening.begin(motions=(bare,))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("left", "enter")
        assert isinstance(sitting.screen, ArgumentForm)
        assert sitting.screen.query_one("#side", Choice).value == "against"
        await sitting.press("escape", "asterisk", "enter")
        assert sitting.screen is floor
        assert floor.sought.is_everything


async def test_what_is_said_does_not_stand_before_the_line_in_which_words_are_typed(
    evening: Evening,
) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("asterisk", "slash")
        assert "Showing your own arguments." in sitting.text
        assert "Find words in claims and grounds" in sitting.text
