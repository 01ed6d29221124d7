"""A key away from ballot and results: was my ballot counted as I cast it?"""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import MotionId
from debate.service.examination import examine
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.check_ballot import CheckBallotScreen
from debate.tui.screens.results import ResultsScreen
from tests.tui.screens.evening import TEA, Evening, Sitting, done

TEA_ID = MotionId("tea")


async def test_the_ballot_shows_its_seal_and_after_the_reveal_what_was_counted(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben", motions=(TEA,))
    done(evening.seats["Ben"].cast(Ballot(motion=TEA_ID, moment="opening", stance=77)))
    async with evening.open() as sitting:
        ben = evening.seats["Ben"]
        await sitting.show(BallotScreen(ben, sitting.app.desk, evening.workspace, TEA_ID))
        await sitting.press("number_sign")
        assert isinstance(sitting.screen, CheckBallotScreen)
        assert "under seal" in sitting.text
        assert "+77" not in sitting.text
        done(seat.submit(c.RevealBallots(TEA_ID, "opening")))
        ben.open_ballots()
        await sitting.rest()
        assert "stance +77" in sitting.text


async def test_who_never_voted_is_told_so_from_the_results(evening: Evening) -> None:
    seat = evening.begin("Ben", motions=(TEA,))
    async with evening.open() as sitting:
        await sitting.show(ResultsScreen(seat, sitting.app.desk, TEA_ID))
        await sitting.press("number_sign")
        assert "No ballot was cast from here." in sitting.text
        await sitting.press("escape")
        assert isinstance(sitting.screen, ResultsScreen)


async def until_shown(sitting: Sitting, words: str) -> None:
    """Wait until some words are on the screen; give up after a while."""
    for _ in range(100):
        if words in sitting.text:
            return
        await sitting.pilot.pause(0.05)
    raise AssertionError(sitting.text)


async def test_the_whole_debate_is_checked_and_has_six_words_to_read_aloud(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        seat = evening.begin("Ben")
        await sitting.show(CheckBallotScreen(seat, sitting.app.desk))
        await until_shown(sitting, "Everything holds")
        words = " ".join(examine(seat.session).words)
        assert words in sitting.text
        seat.session.journal.append([{"d": {}}])
        seat.session.refresh()
        await sitting.rest()
        done(seat.submit(c.AddArgument("supports", TEA.id, "It is warm")))
        newer = " ".join(examine(seat.session).words)
        await until_shown(sitting, newer)
        assert "Lines that are no facts: 1." in sitting.text
        assert words not in sitting.text
