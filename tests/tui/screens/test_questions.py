"""The talk in sections: what was asked, what says the same, what was remarked, what needs care."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.participant import Contract
from debate.domain.runsheet import RunSheet
from debate.service.seat import Seat
from debate.tui.present.talk import Section, TalkRow
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.questions import QuestionsScreen
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

FOR = ArgumentId("tea-for")


async def opened(sitting: Sitting, seat: Seat, section: Section = "questions") -> None:
    await sitting.show(QuestionsScreen(seat, sitting.app.desk, section))


def rows(sitting: Sitting) -> list[TalkRow]:
    return list(sitting.screen.query_one("#entries", VirtualList).items)


def argued(seat: Seat, claim: str) -> ArgumentId:
    return ArgumentId(done(seat.submit(c.AddArgument("supports", TEA.id, claim))).first)


async def test_the_talk_opens_from_the_floor_and_says_when_it_is_empty(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        await sitting.press("l")
        assert isinstance(sitting.screen, QuestionsScreen)
        assert "Nobody asked anything. Press a to ask." in sitting.text
        await sitting.press("escape")
        assert sitting.screen is floor


async def test_a_question_is_asked_about_an_argument_and_answered(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("a", "down", "down", "enter")
        await sitting.type("Which tea")
        await sitting.press("ctrl+s")
        (question,) = seat.debate.talk.questions
        assert question.asked.about in (FOR, "tea-against")
        assert "● Which tea" in sitting.text
        await sitting.press("enter")
        await sitting.type("Green")
        await sitting.press("ctrl+s")
        assert [each.text for each in seat.debate.talk.questions[0].answers] == ["Green"]
        assert "• Green (you)" in sitting.text
        assert not rows(sitting)[0].is_open


async def test_what_nobody_answered_stands_first(evening: Evening) -> None:
    seat = evening.begin()
    first = done(seat.submit(c.AskQuestion(FOR, "Answered"))).first
    done(seat.submit(c.AnswerQuestion(first, "Yes")))
    done(seat.submit(c.AskQuestion(FOR, "Open")))
    async with evening.open() as sitting:
        await opened(sitting, seat)
        assert [row.text for row in rows(sitting)] == ["Open", "Answered"]
        assert "Questions 2 ●" in sitting.text


async def test_left_and_right_go_round_the_sections(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening.begin())
        for words in ("No proposals.", "No remarks.", "Nothing waits", "Nobody asked"):
            await sitting.press("right")
            assert words in sitting.text
        await sitting.press("left")
        assert "Nothing waits" in sitting.text
        await sitting.press("right_square_bracket")
        assert "Nobody asked" in sitting.text


async def test_a_proposal_to_merge_is_accepted_and_taken_back(evening: Evening) -> None:
    seat = evening.begin("Ben")
    one, other = argued(seat, "Tea is warm"), argued(evening.seats["Ben"], "Tea warms")
    done(evening.seats["Ben"].submit(c.ProposeMerge((one, other), one, "Both are about warmth")))
    async with evening.open() as sitting:
        await opened(sitting, seat, "merges")
        assert "Tea is warm = Tea warms" in sitting.text
        assert "Both are about warmth" in sitting.text
        await sitting.press("enter", "enter")
        assert seat.debate.talk.merges[0].accepted
        assert "you see them as one" in sitting.text
        await sitting.press("enter", "down", "enter")
        assert seat.debate.talk.merges[0].declined
        assert "you see them apart" in sitting.text


async def test_a_crux_is_told_apart_from_a_remark(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await opened(sitting, seat, "remarks")
        await sitting.press("a", "down", "enter", "enter")
        assert "I would change my mind if" in sitting.text
        await sitting.type("Coffee were free")
        await sitting.press("ctrl+s")
        assert [each.text for each in seat.debate.talk.cruxes] == ["Coffee were free"]
        assert "crux: Coffee were free" in sitting.text
        await sitting.press("a", "enter", "down", "enter")
        await sitting.type("Mind the milk")
        await sitting.press("ctrl+s")
        assert [each.text for each in seat.debate.talk.remarks] == ["Mind the milk"]


async def test_only_its_author_judges_an_argument_in_other_words(evening: Evening) -> None:
    seat = evening.begin("Ben")
    argument = argued(seat, "Tea is warm")
    done(evening.seats["Ben"].submit(c.OfferRestatement(argument, "You like warmth")))
    async with evening.open() as sitting:
        await opened(sitting, evening.seats["Ben"], "remarks")
        assert not rows(sitting)[0].is_open
        await opened(sitting, seat, "remarks")
        assert rows(sitting)[0].is_open
        await sitting.press("r", "enter")
        assert seat.debate.talk.restatements[0].is_fair is True
        assert "fair, says its author" in sitting.text


async def test_a_facilitator_settles_a_flag_with_a_note(evening: Evening) -> None:
    seat = evening.begin("Ben")
    done(evening.seats["Ben"].submit(c.FlagArgument(FOR, "Rude")))
    async with evening.open() as sitting:
        await opened(sitting, seat, "care")
        assert "flagged: Rude" in sitting.text
        await sitting.press("enter", "enter")
        await sitting.type("Read again")
        await sitting.press("enter")
        assert seat.debate.floor.arguments[FOR].flags == ()
        assert "Nothing waits for the facilitator." in sitting.text


async def test_hiding_settles_the_flag_and_can_be_taken_back(evening: Evening) -> None:
    seat = evening.begin("Ben")
    done(evening.seats["Ben"].submit(c.FlagArgument(FOR, "Rude")))
    async with evening.open() as sitting:
        await opened(sitting, seat, "care")
        await sitting.press("H")
        await sitting.type("Rude indeed")
        await sitting.press("enter")
        argument = seat.debate.floor.arguments[FOR]
        assert (argument.hidden_for, argument.flags) == ("Rude indeed", ())
        assert "hidden: Rude indeed" in sitting.text
        await sitting.press("H")
        assert seat.debate.floor.arguments[FOR].hidden_for is None


async def test_who_does_not_lead_moderates_nothing(evening: Evening) -> None:
    seat = evening.begin("Ben")
    done(seat.submit(c.FlagArgument(FOR, "Rude")))
    done(seat.submit(c.HideArgument(ArgumentId("tea-against"), "Rude too")))
    async with evening.open() as sitting:
        await opened(sitting, evening.seats["Ben"], "care")
        await sitting.press("H", "enter")
        assert sitting.toasts == ["The facilitator will look at it."]
        await sitting.press("down", "enter")
        assert sitting.toasts[-1] == "Only the facilitator can show it again."
        assert len(rows(sitting)) == 2


async def test_a_secret_contract_names_nobody_but_oneself(evening: Evening) -> None:
    contract: Contract = "secret"
    seat = evening.begin("Ben", contract=contract)
    done(seat.submit(c.AskQuestion(FOR, "Mine")))
    done(evening.seats["Ben"].submit(c.AskQuestion(FOR, "His")))
    async with evening.open() as sitting:
        await opened(sitting, seat)
        notes = {row.text: row.note for row in rows(sitting)}
        assert "you" in notes["Mine"]
        assert notes["His"] == "no answer yet · on: Tea goes before coffee: for"


async def test_what_a_phase_hides_is_not_in_the_talk(evening: Evening) -> None:
    hidden = phase("write", hidden=("others-arguments", "authors"))
    sheet: RunSheet = WORKSHOP.model_copy(update={"phases": (hidden,)})
    seat = evening.begin("Ben", runsheet=sheet)
    argument = argued(evening.seats["Ben"], "Tea is warm")
    done(evening.seats["Ben"].submit(c.AskQuestion(argument, "About mine")))
    done(evening.seats["Ben"].submit(c.AskQuestion(TEA.id, "About the motion")))
    async with evening.open() as sitting:
        await opened(sitting, seat)
        assert [row.text for row in rows(sitting)] == ["About the motion"]
        assert "Ben" not in sitting.text
        await sitting.press("a")
        assert "Tea is warm" not in sitting.text


async def test_enter_in_an_empty_section_says_the_first_thing_there(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await sitting.show(QuestionsScreen(seat, sitting.app.desk))
        await sitting.press("enter")
        assert "What is the question about?" in sitting.text
