"""Who weighs alike, on the screen: found beside the keys, refused in words, and never a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from debate.domain import commands as c
from debate.domain.ids import OptionId
from debate.domain.participant import Contract
from debate.tui.screens.explaining import ExplainingScreen
from debate.tui.screens.groups import SECTION_KEYS, GroupsScreen
from debate.tui.screens.help import HelpScreen
from debate.tui.screens.ranking import RankingScreen
from debate.tui.widgets.page import Page
from debate.tui.widgets.people_map import PeopleMap
from tests.assembly import Assembly, camps, crowd, motion_called
from tests.tui.screens.evening import WORKSHOP, Evening, Sitting, phase

OPTIONS = ("north", "east", "south")


def room(
    contract: Contract = "named", weight: Callable[[int, int], int] = camps, people: int = 16
) -> Assembly:
    motions = [motion_called("alpha", OPTIONS), motion_called("beta", OPTIONS)]
    assembly = Assembly(people, contract=contract, motions=motions)
    assembly.weigh(assembly.argue(10, speakers=4), weight)
    return assembly


def voted(assembly: Assembly) -> Assembly:
    def ballot(n: int) -> dict[str, Any]:
        order = OPTIONS if n % 2 else OPTIONS[::-1]
        ranking = tuple((OptionId(f"alpha/{name}"),) for name in order)
        return {"stance": 60 if n % 2 else -60, "verdict": "yes", "ranking": ranking}

    assembly.vote("opening", ballot, assembly.motion)
    assembly.vote("closing", ballot, assembly.motion)
    return assembly


async def settle(sitting: Sitting) -> None:
    """Wait until nothing is being worked out."""
    await sitting.figures()


async def shown(sitting: Sitting, assembly: Assembly, number: int = 0) -> GroupsScreen:
    screen = GroupsScreen(assembly.seats[number], sitting.app.desk, assembly.motion)
    await sitting.show(screen)
    await settle(sitting)
    return screen


def words(screen: GroupsScreen) -> str:
    return "\n".join(block.text for block in screen.query_one("#words", Page).blocks)


async def test_two_camps_are_drawn_and_named_by_their_arguments(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        assert "2 groups of people weigh alike" in sitting.text
        assert "Group A: 8 people" in sitting.text
        assert "What all groups share" in words(screen)
        assert "By chance this much structure arises 1 time in 100." in words(screen)
        dots = screen.query_one("#map", PeopleMap).view.dots
        assert sorted(dot.letter for dot in dots) == ["A"] * 8 + ["B"] * 8
        assert sum(dot.is_own for dot in dots) == 1
        assert sitting.text.count("●") == 2


async def test_a_crowd_has_no_clear_groups_and_is_told_how_often_chance_does_as_well(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room(weight=crowd))
        assert "No clear groups" in sitting.text
        assert "By chance this much structure arises 1 time in" in words(screen)
        assert "Group A" not in words(screen)
        assert "· in no group" in sitting.text


async def test_eleven_people_see_no_map(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room(people=11))
        assert "Groups take 12 people who weigh arguments; here are 11." in words(screen)
        assert not screen.query_one("#map").display


async def test_keys_work_while_figures_are_worked_out(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = GroupsScreen(room().seats[0], sitting.app.desk, None)
        await sitting.show(screen)
        await sitting.pilot.press("right", "right", "right")
        assert screen.section == "deciding"
        await sitting.pilot.press("escape")
        assert sitting.screen is not screen


async def test_work_is_given_up_when_one_leaves(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = GroupsScreen(room().seats[0], sitting.app.desk, None)
        sitting.app.push_screen(screen)
        await sitting.pilot.pause()
        workers = [each for each in sitting.app.workers if each.group == "figures"]
        await sitting.pilot.press("escape")
        await settle(sitting)
        assert all(each.is_finished for each in workers)


async def test_how_far_the_work_is_stands_above(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        screen._at_work = screen.place
        screen.post_message(GroupsScreen.Advanced(0.5))
        await sitting.rest()
        assert "Working it out" in sitting.text


async def test_a_debate_that_goes_on_offers_to_look_again(evening: Evening) -> None:
    assembly = room()
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        name = assembly.debate.floor.under(assembly.motion)[0].id
        assembly.do(3, c.SetWeight(name, 5))
        await sitting.rest()
        assert "The debate went on since." in words(screen)
        await sitting.press("g")
        await settle(sitting)
        assert "The debate went on since." not in words(screen)


async def test_every_section_has_words_of_its_own(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, voted(room()))
        found = []
        for section in SECTION_KEYS:
            assert screen.section == section
            found.append(words(screen))
            await sitting.press("right")
            await settle(sitting)
        assert screen.section == SECTION_KEYS[0]
        assert "Do people who prefer alike also reason alike?" in found[1]
        assert "12 people brought no argument." in found[2]
        assert "Carried." in found[3]


async def test_brackets_go_to_other_motions_and_the_whole_debate(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        await sitting.press("left", "right_square_bracket")
        assert "Do beta  2/2" in sitting.text
        assert screen.section == "deciding"
        await sitting.press("right_square_bracket")
        assert "The whole debate" in sitting.text
        assert "Which motion people prefer" in words(screen)
        await sitting.press("left")
        assert "Do alpha" in words(screen)
        await sitting.press("left_square_bracket", "left_square_bracket")
        assert screen.motion == "alpha"


async def test_a_phase_that_hides_weights_hides_who_weighs_alike(evening: Evening) -> None:
    blind = WORKSHOP.model_copy(update={"phases": (phase("write", hidden=("weights",)),)})
    assembly = Assembly(14, runsheet=blind)
    assembly.weigh(assembly.argue(6), camps)
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        for section in SECTION_KEYS[:3]:
            assert screen.section == section
            assert "Weights stay hidden in this phase" in words(screen)
            await sitting.press("right")
        assert not screen.query_one("#map").display


async def test_help_explains_the_figures_of_the_section(evening: Evening) -> None:
    async with evening.open() as sitting:
        await shown(sitting, room())
        await sitting.press("question_mark")
        assert isinstance(sitting.screen, ExplainingScreen)
        assert "Opinion groups" in sitting.text
        await sitting.press("escape", "f1")
        assert isinstance(sitting.screen, HelpScreen)


async def test_other_words_in_another_language_are_the_same_figures(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        before = screen._results[screen.place]
        await sitting.press("L")
        assert screen._results[screen.place] is before


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("contract", ["pseudonym", "secret"])
async def test_no_screen_gives_a_name_or_an_id_away(
    evening: Evening, size: tuple[int, int], contract: Contract
) -> None:
    assembly = voted(room(contract))
    async with evening.open(size) as sitting:
        screen = await shown(sitting, assembly)
        seen = []
        for _ in SECTION_KEYS:
            seen += [sitting.text, words(screen)]
            await sitting.press("right")
            await settle(sitting)
        own = [dot for dot in screen.query_one("#map", PeopleMap).view.dots if dot.is_own]
        assert len(own) == (0 if contract == "secret" else 1)
        await sitting.show(RankingScreen(assembly.seats[0], sitting.app.desk, assembly.motion))
        seen.append(sitting.text)
    assert_nobody(assembly, seen)


def assert_nobody(assembly: Assembly, seen: Sequence[str]) -> None:
    text = "\n".join(seen)
    people = assembly.debate.people.by_id.values()
    assert [each.name for each in people if each.name and each.name in text] == []
    assert [each.id for each in people if each.id[:8] in text] == []


async def test_the_key_bar_says_how_to_go_from_section_to_section(evening: Evening) -> None:
    async with evening.open() as sitting:
        await shown(sitting, room())
        assert "→ next section" in sitting.text.splitlines()[-1]
