"""Arguing on the floor: said, answered, worded anew, withdrawn, adopted, weighed, asked, hidden."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from debate.domain import commands as c
from debate.domain.argument import Relation
from debate.domain.ids import ArgumentId
from debate.domain.motion import Source
from debate.domain.views.floor import Argument
from debate.service.seat import Seat
from debate.tui.dialogs.argument_form import ArgumentForm, source_in
from debate.tui.dialogs.pick import PickDialog
from debate.tui.dialogs.prompt import Prompt
from debate.tui.screens.floor import FloorScreen
from debate.tui.widgets.field import Field
from debate.tui.widgets.weight_slider import WeightSlider
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

FOR = ArgumentId("tea-for")
AGAINST = ArgumentId("tea-against")


async def floor_of(sitting: Sitting, evening: Evening, seat: Seat) -> FloorScreen:
    floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(floor)
    return floor


def newest(seat: Seat) -> Argument:
    return list(seat.debate.floor.arguments.values())[-1]


def argument(seat: Seat, name: ArgumentId = FOR) -> Argument:
    return seat.debate.floor.arguments[name]


def own(seat: Seat, claim: str = "Mine", relation: Relation = "supports") -> ArgumentId:
    sources = (Source(cite="A book", url="https://example.org/a"), Source(cite="Another"))
    command = c.AddArgument(relation, TEA.id, claim, "Because.", sources)
    return ArgumentId(done(seat.submit(command)).first)


async def test_an_argument_is_said_with_its_grounds_and_source_and_stands_under_the_cursor(
    evening: Evening,
) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("left", "a")
        await sitting.type("Cold")
        await sitting.press("tab")
        await sitting.type("It is")
        await sitting.press("tab")
        await sitting.type("Brewers")
        await sitting.press("enter")
        assert sitting.screen is floor
        said = newest(seat)
        assert (said.relation, said.claim.en, said.grounds.en) == ("attacks", "Cold", "It is")
        assert [each.cite for each in said.sources] == ["Brewers"]
        assert floor.chosen == said.id
        assert "Saved. Weigh it with w; others can answer it." in sitting.toasts


async def test_nobody_is_sent_to_weigh_where_the_phase_does_not_allow_it(evening: Evening) -> None:
    sheet = WORKSHOP.model_copy(update={"phases": (phase("write", 5, "join", "argue"),)})
    seat = evening.begin(runsheet=sheet)
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("a")
        await sitting.type("Cold")
        await sitting.press("ctrl+s")
        assert sitting.toasts == ["Saved."]


@pytest.mark.parametrize(
    ("key", "relation", "heading", "turns"),
    [
        ("r", "attacks", "Not true, because…", "against"),
        ("u", "undercuts", "True or not, it is not relevant, because…", "against"),
    ],
)
async def test_a_reply_answers_what_is_under_the_cursor_on_the_other_side(
    evening: Evening, key: str, relation: str, heading: str, turns: str
) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press(key)
        assert heading in sitting.text
        claim = sitting.screen.query_one("#about", Static)
        assert "“Tea goes before coffee: for" in str(claim.render())
        assert claim.region in sitting.screen.region
        await sitting.type("No")
        await sitting.press("ctrl+s")
        said = newest(seat)
        assert (said.relation, said.target) == (relation, FOR)
        assert floor.chosen == said.id
        row = floor.query_one("#arguments").current  # type: ignore[attr-defined]
        assert (row.side, row.depth) == (turns, 1)


async def test_an_argument_without_a_claim_is_not_said(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("a", "ctrl+s")
        assert isinstance(sitting.screen, ArgumentForm)
        assert "Say what you claim first." in sitting.text
        await sitting.press("tab", "ctrl+s")
        await sitting.type("So")
        assert sitting.screen.query_one("#claim", Field).value == "So", (
            "the keys go to what is missing"
        )
        await sitting.press("backspace", "backspace", "escape")
        assert len(seat.debate.floor.arguments) == 4
        assert seat.draft(f"argue/{TEA.id}") is None


async def test_what_was_typed_comes_back_as_a_draft(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("left", "a")
        await sitting.type("Half")
        await sitting.press("escape")
        assert "Kept as a draft." in sitting.toasts
        assert sitting.screen is floor
        await sitting.press("right", "a")
        assert sitting.screen.query_one("#claim", Field).value == "Half"
        assert "Your draft is back; nothing you typed was lost." in sitting.toasts
        await sitting.pilot.click("#save")
        await sitting.rest()
        assert sitting.screen is floor
        assert newest(seat).relation == "attacks"
        assert seat.draft(f"argue/{TEA.id}") is None


async def test_ones_own_argument_is_worded_anew_with_its_weights_and_other_sources(
    evening: Evening,
) -> None:
    seat = evening.begin()
    name = own(seat, "First")
    done(seat.submit(c.SetWeight(name, 10)))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        floor._can_see(name)
        await sitting.press("e")
        form = sitting.screen
        assert form.query_one("#source", Field).value == "A book https://example.org/a"
        assert not form.query("#side")
        await sitting.type("s")
        await sitting.press("ctrl+s")
        said = argument(seat, name)
        assert said.claim.en == "Firsts"
        assert [each.cite for each in said.sources] == ["A book", "Another"]
        assert list(said.weights.values()) == [10]
        assert "Saved. Weights and replies stay with it." in sitting.toasts


async def test_one_key_withdraws_and_stands_by_it_again(evening: Evening) -> None:
    seat = evening.begin()
    name = own(seat)
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        floor._can_see(name)
        await sitting.press("d")
        assert argument(seat, name).is_withdrawn
        assert "Withdrawn by its author" in sitting.text
        floor._can_see(name)
        await sitting.press("d")
        assert not argument(seat, name).is_withdrawn
        assert sitting.toasts[-1] == "It stands again."


async def test_one_key_makes_an_argument_ones_own_and_lets_go_of_it(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("m")
        assert len(argument(seat).adopters) == 1
        await sitting.press("m")
        assert not argument(seat).adopters
        assert sitting.toasts == ["It is yours too.", "It is no longer yours."]


async def test_a_digit_weighs_at_once_and_tells_what_it_did(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("9")
        assert list(argument(seat).weights.values()) == [9]
        assert sitting.toasts[-1].startswith("Weighed 9. The motion went from 0.50 to ")
        assert "You weighed it 9." in sitting.text


async def test_a_weight_is_taken_back_and_then_missing(evening: Evening) -> None:
    seat = evening.begin()
    done(seat.submit(c.SetWeight(FOR, 3)))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("w", "delete", "enter")
        assert not argument(seat).weights
        assert "Not weighed any more." in sitting.toasts
        await sitting.press("w")
        await sitting.pilot.click("#cancel")
        await sitting.rest()
        await sitting.press("w", "7")
        await sitting.pilot.click("#save")
        await sitting.rest()
        assert list(argument(seat).weights.values()) == [7]


async def test_while_totals_are_hidden_a_weight_tells_only_itself(evening: Evening) -> None:
    blind = WORKSHOP.model_copy(update={"phases": (phase("weigh", hidden=("totals",)),)})
    seat = evening.begin(runsheet=blind)
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("4")
        assert sitting.toasts == ["Weighed 4."]


async def test_under_a_budget_a_digit_is_no_weight_and_the_dialog_shows_what_is_left(
    evening: Evening,
) -> None:
    seat = evening.begin(scheme="budget")
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("9")
        assert not argument(seat).weights
        await sitting.press("w")
        await sitting.press("6", "0")
        assert sitting.screen.query_one(WeightSlider).value == 60
        assert "40" in sitting.text
        await sitting.press("enter")
        await sitting.press("left", "w", "9", "9")
        assert sitting.screen.query_one(WeightSlider).value == 40
        await sitting.press("enter")
        assert list(argument(seat, AGAINST).weights.values()) == [40]


async def test_a_question_is_asked_about_the_argument_or_the_motion(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("c", "ctrl+s")
        assert isinstance(sitting.screen, Prompt)
        assert "Write something first." in sitting.text
        await sitting.type("Which")
        await sitting.press("ctrl+s")
        (question,) = seat.debate.talk.questions
        assert (question.asked.about, question.asked.text) == (FOR, "Which")
        assert "? Which" in sitting.text


async def test_a_flag_and_a_hidden_argument_carry_their_reasons(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("f")
        await sitting.type("Rude")
        await sitting.press("enter")
        assert [flag.reason for flag in argument(seat).flags] == ["Rude"]
        assert "Flagged: Rude" in sitting.text
        await sitting.press("H")
        await sitting.type("Insult")
        await sitting.press("enter")
        assert argument(seat).hidden_for == "Insult"
        assert "Hidden by the facilitator: Insult" in sitting.text
        assert "Tea goes before coffee: for" not in sitting.text
        floor._can_see(FOR)
        await sitting.press("H")
        assert argument(seat).hidden_for is None
        assert sitting.toasts[-1] == "Shown again."


async def test_two_arguments_in_one_place_are_proposed_as_one(evening: Evening) -> None:
    seat = evening.begin()
    name = own(seat, "Twin")
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        floor._can_see(name)
        await sitting.press("equals_sign")
        assert isinstance(sitting.screen, PickDialog)
        await sitting.press("space", "enter", "space")
        assert "● Tea goes before coffee: for" in sitting.text
        await sitting.press("ctrl+s")
        (merge,) = seat.debate.talk.merges
        assert set(merge.arguments) == {name, FOR}
        assert "Proposed; it holds for those who accept it." in sitting.toasts


async def test_picking_nothing_proposes_nothing_and_says_what_is_missing(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("equals_sign")
        assert "There is no other argument in the same place." in sitting.text
        await sitting.press("space", "ctrl+s")
        assert not seat.debate.talk.merges
        await sitting.press("equals_sign", "escape")
        assert not seat.debate.talk.merges


async def test_without_an_argument_under_the_cursor_every_act_says_to_choose_one(
    evening: Evening,
) -> None:
    bare = TEA.model_copy(update={"arguments": ()})
    seat = evening.begin(motions=(bare,))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        assert sitting.text.count("Nobody argued here yet.") == 2
        for key in ("r", "e", "d", "m", "w", "f", "H", "equals_sign", "5"):
            sitting.app.clear_notifications()
            await sitting.press(key)
            assert sitting.toasts == ["Choose an argument first."], key
            assert sitting.screen is floor
        await sitting.press("c")
        await sitting.type("What")
        await sitting.press("ctrl+s")
        assert seat.debate.talk.questions[0].asked.about == TEA.id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", None),
        ("  A book ", Source(cite="A book")),
        ("A book https://a.org/x", Source(cite="A book", url="https://a.org/x")),
        ("https://a.org/x", Source(cite="https://a.org/x", url="https://a.org/x")),
        ("See https://a.org for more", Source(cite="See https://a.org for more")),
    ],
)
def test_a_link_at_the_end_of_a_source_is_its_link(typed: str, found: Source | None) -> None:
    assert source_in(typed) == found
