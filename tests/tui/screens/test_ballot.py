"""The ballot: a stance, how sure, what moved; sealed, replaced, revealed, and refused in words."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Moment
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.motion import Motion
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.i18n.catalog import translator
from debate.service.seat import Seat
from debate.tui.dialogs.pick import PickDialog
from debate.tui.present.ballot import contract_words
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.reader import ReaderScreen
from debate.tui.screens.results import ResultsScreen
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.stance_slider import StanceSlider
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

FOR = ArgumentId("tea-for")


async def voting(sitting: Sitting, evening: Evening, seat: Seat) -> BallotScreen:
    """Open the ballot from the floor."""
    await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
    await sitting.press("v")
    assert isinstance(sitting.screen, BallotScreen)
    return sitting.screen


def cast(seat: Seat, moment: Moment, stance: int | None, confidence: int | None = None) -> None:
    ballot = Ballot(motion=TEA.id, moment=moment, stance=stance, confidence=confidence)
    done(seat.cast(ballot))


async def test_a_stance_by_digits_and_how_sure_are_sealed_and_seen_on_the_floor(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        assert "0 of 2 have cast this ballot. You have not." in sitting.prose
        await sitting.press("minus", "4", "0", "tab", "7", "0", "enter")
        assert isinstance(sitting.screen, FloorScreen)
        assert "you −40, 70 % sure" in sitting.prose
        ballot = seat.ballot((TEA.id, "opening", 0))
        assert ballot is not None
        assert (ballot.stance, ballot.confidence, ballot.moved_by) == (-40, 70, ())
        assert sitting.toasts == ["Sealed. Nobody can read it until the ballots are revealed."]


async def test_without_a_stance_nothing_is_sealed(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        await sitting.press("tab", "enter")
        assert sitting.screen is ballot
        assert sitting.toasts == ["Say where you stand first: the arrows move the slider."]
        assert ballot.query_one(StanceSlider).has_focus
        await sitting.press("escape")
        assert seat.ballot((TEA.id, "opening", 0)) is None


async def test_the_closing_ballot_names_what_moved_and_a_later_look_takes_it_up(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben")
    cast(seat, "opening", 10)
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        assert ballot.query_one("#moment", Choice).value == "closing"
        assert "What moved you? Press o to choose arguments; it may be none." in sitting.prose
        await sitting.press("end", "o")
        assert isinstance(sitting.screen, PickDialog)
        assert sitting.text.splitlines()[-1].strip() == "⏎ pick  ^s save  esc cancel"
        await sitting.press("space", "ctrl+s")
        assert "Moved by: Tea goes before coffee: for" in sitting.prose
        await sitting.press("o", "escape")
        assert "Moved by: Tea goes before coffee: for" in sitting.prose
        await sitting.press("ctrl+s")
        found = seat.ballot((TEA.id, "closing", 0))
        assert found is not None
        assert (found.stance, found.moved_by) == (100, (FOR,))
        assert "you +10 → +100" in sitting.prose
        sitting.app.clear_notifications()
        await sitting.press("v")
        assert "You have; casting again replaces it until the reveal." in sitting.prose
        assert "Moved by: Tea" in sitting.prose


async def test_another_moment_shows_its_own_ballot(evening: Evening) -> None:
    seat = evening.begin()
    cast(seat, "opening", 30, 60)
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        slider = ballot.query_one(StanceSlider)
        assert slider.value is None
        await sitting.press("shift+tab", "left", "left")
        assert slider.value == 30
        assert ballot.check_action("choose_moved", ()) is False
        await sitting.press("right")
        assert (ballot.moment, slider.value) == ("mid", None)
        assert ballot.check_action("choose_moved", ()) is True


async def test_who_is_alone_reads_what_changed_after_the_closing_ballot(evening: Evening) -> None:
    seat = evening.begin()
    cast(seat, "opening", -20)
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        await sitting.press("end", "enter")
        assert isinstance(sitting.screen, ResultsScreen)
        assert seat.debate.poll((TEA.id, "closing", 0)).is_revealed
        await sitting.press("escape")
        assert isinstance(sitting.screen, FloorScreen)


async def test_a_facilitator_reveals_what_was_cast_and_nothing_can_change_after(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        await sitting.press("X")
        assert sitting.screen is ballot, "there is nothing to reveal"
        cast(seat, "opening", 5)
        await sitting.rest()
        await sitting.press("X")
        assert (
            "Tea goes before coffee (opening ballot): 1 has sealed, 1 has not yet." in sitting.prose
        )
        assert "It cannot be undone" in sitting.prose
        await sitting.press("enter")
        assert sitting.screen is ballot
        assert not seat.debate.poll((TEA.id, "opening", 0)).is_revealed, (
            "enter alone reveals nothing"
        )
        await sitting.press("X", "escape")
        assert not seat.debate.poll((TEA.id, "opening", 0)).is_revealed
        cast(evening.seats["Ben"], "opening", 15)
        await sitting.press("X", "down", "enter")
        assert any(said.startswith("Revealed. Press b on the floor") for said in sitting.toasts)
        sitting.app.clear_notifications()
        await sitting.rest()
        poll = seat.debate.poll((TEA.id, "opening", 0))
        assert poll.is_revealed
        assert set(poll.ballots) == set(seat.debate.people.by_id)
        assert "It is revealed; nobody can change it any more." in sitting.prose
        assert "Your name stands beside your stance." in sitting.prose
        assert "sealed" not in sitting.prose
        await sitting.press("end", "enter")
        assert sitting.screen is ballot
        assert isinstance(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=1)), Refusal)


async def test_only_a_facilitator_is_offered_the_reveal(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, evening.seats["Ben"])
        cast(seat, "opening", 5)
        await sitting.rest()
        assert ballot.check_action("reveal_all", ()) is False
        await sitting.press("X")
        assert sitting.screen is ballot


async def test_a_reveal_from_a_ballot_leaves_the_other_motions_sealed(evening: Evening) -> None:
    seat = evening.begin("Ben")
    cast(seat, "opening", 5)
    done(seat.cast(Ballot(motion=MotionId("bikes"), moment="opening", stance=1)))
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        await sitting.press("X")
        assert "Bicycles" not in sitting.prose
        await sitting.press("down", "enter")
    assert seat.debate.poll((TEA.id, "opening", 0)).is_revealed
    assert not seat.debate.poll((MotionId("bikes"), "opening", 0)).is_revealed


async def test_the_motion_can_be_read_without_losing_the_slider(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        await sitting.press("2", "5", "i")
        assert isinstance(sitting.screen, ReaderScreen)
        await sitting.press("escape")
        assert sitting.screen is ballot
        assert ballot.query_one(StanceSlider).value == 25
        await sitting.press("L")
        assert ballot.query_one(StanceSlider).value == 25
        assert "Waar sta je?" in sitting.prose


@pytest.mark.parametrize(
    ("contract", "promise"),
    [
        ("named", "your name stands beside your stance"),
        ("pseudonym", "the name you chose stands beside your stance"),
        ("secret", "no screen or export links your name to your stance"),
    ],
)
async def test_the_ballot_says_what_the_contract_promises(
    evening: Evening, contract: Contract, promise: str
) -> None:
    seat = evening.begin(contract=contract)
    async with evening.open((160, 45)) as sitting:
        await voting(sitting, evening, seat)
        assert promise in sitting.prose


async def test_a_run_sheet_that_keeps_names_is_told_where_the_contract_would_show_them(
    evening: Evening,
) -> None:
    sheet = WORKSHOP.model_copy(
        update={"phases": (phase("talk", 5), phase("vote", 5, hidden=("names", "ballots")))}
    )
    kept = "Nobody sees whose stance is whose before the debate is closed. After that your name"
    seat = evening.begin(runsheet=sheet)
    assert kept not in contract_words(seat.debate, translator("en"))
    done(seat.submit(c.NextPhase()))
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        assert kept in sitting.prose
    done(seat.submit(c.CloseSession()))
    assert kept not in contract_words(seat.debate, translator("en"))


async def test_who_is_alone_is_told_what_opens_the_ballots_and_others_who_does(
    evening: Evening,
) -> None:
    seat = evening.begin()
    alone = "You debate alone: your ballots are sealed until you seal the one at the end."
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        assert alone in sitting.prose
        evening.workspace.add_seat(seat.session, "Ben")
        await sitting.rest()
        assert alone not in sitting.prose
        assert "Your ballot is sealed until a facilitator reveals all of them." in sitting.prose


async def test_a_ballot_that_nobody_can_change_any_more_has_no_key_that_seals(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben")
    cast(seat, "opening", 5)
    done(seat.submit(c.RevealBallots(TEA.id, "opening", 0)))
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        keys = ballot.active_bindings
        assert keys["enter"].enabled, "the closing ballot can still be cast"
        ballot.query_one("#moment", Choice).focus()
        await sitting.press("left", "left")
        assert ballot.moment == "opening"
        assert not ballot.active_bindings["enter"].enabled
        assert not ballot.active_bindings["ctrl+s"].enabled
        await sitting.press("ctrl+s")
        assert sitting.screen is ballot
        assert "Say where you stand" not in "".join(sitting.toasts)


@pytest.mark.parametrize(
    ("acts", "moment"),
    [
        (("join", "ballot-opening"), "opening"),
        (("join", "ballot-closing"), "closing"),
        (("join", "ballot-later"), "later"),
    ],
)
async def test_a_phase_says_which_ballot_is_due(
    evening: Evening, acts: tuple[str, ...], moment: Moment
) -> None:
    sheet = WORKSHOP.model_copy(update={"phases": (phase("vote", 5, *acts),)})  # type: ignore[arg-type]
    seat = evening.begin(runsheet=sheet)
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        assert ballot.moment == moment


async def test_a_phase_without_a_ballot_says_so_before_anybody_fills_one_in(
    evening: Evening,
) -> None:
    sheet = WORKSHOP.model_copy(
        update={
            "phases": (
                phase("join", 5, "join"),
                phase("vote", 5, "join", "ballot-opening"),
                phase("weigh", 5, "join", "weigh", "ballot-closing"),
            )
        }
    )
    seat = evening.begin(runsheet=sheet)
    tip = "Weigh 3 arguments or more"
    async with evening.open() as sitting:
        ballot = await voting(sitting, evening, seat)
        assert (
            "0 of 1 have cast this ballot. You have not. In this phase, “Join”, you cannot"
            in sitting.prose
        )
        assert (ballot.is_refused("cast_ballot"), ballot.is_refused("save")) == (True, True)
        await sitting.press("enter")
        assert "you cannot" in sitting.toasts[-1]
        await sitting.press("escape")
        assert "say where you stand first" not in sitting.prose
        done(seat.submit(c.NextPhase()))
        await sitting.rest()
        assert "say where you stand first" in sitting.prose
        await sitting.press("v")
        assert "You have not. In this phase" not in sitting.prose
        assert not ballot.is_refused("cast_ballot")
        assert tip not in sitting.prose
        await sitting.press("escape")
        done(seat.submit(c.NextPhase()))
        await sitting.press("v")
        assert tip in sitting.prose


async def test_a_motion_that_opposes_warns_of_its_wording(evening: Evening) -> None:
    against = Motion.model_validate({**TEA.model_dump(), "polarity": "oppose"})
    seat = evening.begin(motions=(against,))
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        assert "Mind the wording: for this motion means against what it opposes." in sitting.prose


async def test_a_ballot_without_a_stance_is_told_as_such_on_the_floor(evening: Evening) -> None:
    seat = evening.begin()
    cast(seat, "opening", None)
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        assert "you: no stance" in sitting.prose
        cast(seat, "opening", 40)
        await sitting.rest()
        assert "you +40" in sitting.prose


async def test_arguments_that_this_phase_hides_cannot_be_named(evening: Evening) -> None:
    alone = phase("alone", 5, "join", "argue", "ballot-closing", hidden=("others-arguments",))
    sheet = WORKSHOP.model_copy(update={"phases": (alone,)})
    seat = evening.begin("Ben", runsheet=sheet)
    done(evening.seats["Ben"].submit(c.AddArgument("supports", MotionId("tea"), "Ben's own")))
    async with evening.open() as sitting:
        await voting(sitting, evening, seat)
        await sitting.press("o")
        assert isinstance(sitting.screen, PickDialog)
        assert "Ben's own" not in sitting.prose
