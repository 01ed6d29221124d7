"""Results in six parts: by number, arrow and mouse; waiting, withheld, and explained."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import ArgumentId
from debate.domain.participant import Contract
from debate.service.seat import Seat
from debate.service.sight import sight_of
from debate.tui.screens.method import MethodScreen
from debate.tui.screens.results import ResultsScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.histogram import Histogram
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.parts_bar import PartsBar
from debate.tui.widgets.transition_table import TransitionTable
from tests.tui.screens.evening import BIKES, TEA, WORKSHOP, Evening, Sitting, done, phase

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

FOR = ArgumentId("tea-for")
BEFORE = (-80, -40, 0, 20, 60, 90)
AFTER = (-90, 30, 40, 20, 70, 90)
OTHERS = ("Ben", "Cleo", "Dirk", "Eva", "Finn")


async def results(sitting: Sitting, seat: Seat) -> ResultsScreen:
    screen = ResultsScreen(seat, sitting.app.desk, TEA.id)
    await sitting.show(screen)
    await sitting.figures()
    return screen


def voted(evening: Evening, contract: Contract = "named") -> Seat:
    """Let six people weigh and vote before and after, and reveal both."""
    seat = evening.begin(*OTHERS, contract=contract)
    seats = list(evening.seats.values())
    done(seat.submit(c.AddArgument("supports", FOR, "It wakes one up")))
    for place, each in enumerate(seats):
        done(each.submit(c.SetWeight(FOR, 4 + place)))
        done(each.submit(c.SetWeight(ArgumentId("tea-against"), 9 - place)))
        done(
            each.cast(Ballot(motion=TEA.id, moment="opening", stance=BEFORE[place], confidence=50))
        )
    done(seat.submit(c.RevealBallots(TEA.id, "opening", 0)))
    for place, each in enumerate(seats):
        moved = (FOR,) if place in {1, 2} else ()
        ballot = Ballot(
            motion=TEA.id, moment="closing", stance=AFTER[place], confidence=70, moved_by=moved
        )
        done(each.cast(ballot))
    done(seat.submit(c.RevealBallots(TEA.id, "closing", 0)))
    for each in seats:
        each.open_ballots()
    return seat


def shown(sitting: Sitting) -> set[type]:
    kinds = (Histogram, PairedDots, TransitionTable, Bars)
    return {kind for kind in kinds if sitting.screen.query_one(kind).display}


async def test_each_part_has_its_own_chart_and_words(evening: Evening) -> None:
    seat = voted(evening)
    parts = {
        "1": (Histogram, "before"),
        "2": (PairedDots, "Ben"),
        "3": (TransitionTable, "undecided"),
        "4": (Bars, "Tea goes before coffee: for"),
        "5": (Bars, "share"),
        "6": (Bars, "arguments against"),
    }
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        for key, (chart, words) in parts.items():
            await sitting.press(key)
            assert shown(sitting) == {chart}, key
            assert words in sitting.prose, key


async def test_people_have_no_names_where_the_phase_hides_them(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "debate.tui.screens.results.sight_of",
        lambda seat: replace(sight_of(seat), sees_authors=False),
    )
    seat = voted(evening)
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        await sitting.press("2")
        assert "somebody" in sitting.prose
        assert "Ben" not in sitting.prose


async def test_arrows_go_round_the_parts_and_a_click_goes_to_one(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open((160, 45)) as sitting:
        screen = await results(sitting, seat)
        await sitting.press("left")
        assert screen.part == 5
        await sitting.press("right", "right")
        assert screen.part == 1
        bar = screen.query_one(PartsBar)
        titles = bar._texts(bar.size.width)
        start = 1 + sum(len(each) + 2 for each in titles[:3])
        await sitting.pilot.click(bar, offset=(start + 2, 0))
        await sitting.rest()
        assert screen.part == 3
        await sitting.pilot.click(bar, offset=(155, 0))
        assert screen.part == 3


async def test_where_titles_do_not_fit_only_the_part_in_view_keeps_its_own(
    evening: Evening,
) -> None:
    async with evening.open((60, 20)) as sitting:
        await results(sitting, evening.begin())
        await sitting.press("2")
        assert "2 People" in sitting.text
        assert "Before and after" not in sitting.text


async def test_before_any_ballot_every_part_says_what_it_waits_for(evening: Evening) -> None:
    bare = TEA.model_copy(update={"arguments": ()})
    seat = evening.begin("Ben", motions=(bare, BIKES))
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        for key in "1234":
            await sitting.press(key)
            assert "When everybody has cast a ballot, with v on the floor" in sitting.prose, key
            assert "reveals all of them there with X" in sitting.prose, key
            assert shown(sitting) == set()
        await sitting.press("1")
        assert "At the beginning: nobody cast a ballot yet." in sitting.prose
        await sitting.press("6")
        assert shown(sitting) == set()


async def test_under_a_secret_contract_people_are_counted_and_never_named(
    evening: Evening,
) -> None:
    seat = voted(evening, "secret")
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        await sitting.press("2")
        assert shown(sitting) == {Bars}
        assert "By agreement nobody is shown one by one" in sitting.prose
        for key in "123456":
            await sitting.press(key)
            assert not any(name in sitting.prose for name in OTHERS), key


async def test_the_scales_hold_back_what_the_phase_hides(evening: Evening) -> None:
    blind = WORKSHOP.model_copy(update={"phases": (phase("weigh", hidden=("totals",)),)})
    async with evening.open() as sitting:
        await results(sitting, evening.begin(runsheet=blind))
        await sitting.press("5")
        assert "In this phase strengths are hidden" in sitting.prose
        assert shown(sitting) == set()


async def test_a_question_mark_explains_the_figures_in_view(evening: Evening) -> None:
    async with evening.open((100, 40)) as sitting:
        screen = await results(sitting, evening.begin())
        await sitting.press("3", "question_mark")
        assert isinstance(sitting.screen, MethodScreen)
        assert "Do not trust it when" in sitting.text
        await sitting.press("escape")
        assert sitting.screen is screen


async def test_brackets_and_another_language_work_the_figures_out_anew(evening: Evening) -> None:
    async with evening.open((100, 40)) as sitting:
        screen = await results(sitting, evening.begin())
        await sitting.press("right_square_bracket")
        await sitting.figures()
        assert screen.motion == BIKES.id
        assert "Bicycles go before cars  2/2" in sitting.text
        assert "nobody cast a ballot yet" in sitting.prose
        await sitting.press("L")
        await sitting.figures()
        assert "Vooraf en achteraf" in sitting.text
        assert "nobody cast" not in sitting.prose
        await sitting.press("escape")
        assert sitting.screen is not screen


async def test_a_ballot_that_comes_in_while_one_looks_is_counted(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        done(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=40)))
        await sitting.rest()
        await sitting.figures()
        assert "At the beginning: nobody cast a ballot yet." not in sitting.prose


async def test_what_moved_people_names_a_hidden_argument_only_as_hidden(
    evening: Evening,
) -> None:
    seat = voted(evening)
    done(seat.submit(c.HideArgument(FOR, "Insult")))
    async with evening.open((100, 40)) as sitting:
        await results(sitting, seat)
        await sitting.press("4")
        assert "a hidden argument" in sitting.prose
        assert "coffee: for" not in sitting.prose


async def test_a_ballot_that_nobody_asked_for_leaves_no_empty_line(evening: Evening) -> None:
    async with evening.open() as sitting:
        await results(sitting, evening.begin())
        bullets = [line.strip() for line in sitting.text.splitlines() if "•" in line]
        assert len(bullets) == 2
        assert "•" not in bullets
