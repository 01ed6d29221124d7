"""Ranking and voting: by the arrows, on the same sealed ballot as the slider."""

from __future__ import annotations

from debate.domain.ballot import Ballot
from debate.domain.ids import OptionId
from debate.service.seat import Seat
from debate.tui.present.ranking import moved, tiers_of
from debate.tui.screens.groups import GroupsScreen
from debate.tui.screens.ranking import ChoiceList, RankingScreen
from tests.assembly import Assembly, motion_called
from tests.tui.screens.evening import Evening, Sitting

OPTIONS = ("north", "east", "south")


def room(*, options: tuple[str, ...] = OPTIONS) -> Assembly:
    return Assembly(3, motions=[motion_called("alpha", options), motion_called("beta")])


def sealed(seat: Seat, motion: str | None = "alpha", moment: str = "opening") -> Ballot:
    ballot = seat.ballot((motion, moment, 0))  # type: ignore[arg-type]
    assert ballot is not None
    return ballot


async def shown(sitting: Sitting, assembly: Assembly, number: int = 0) -> RankingScreen:
    screen = RankingScreen(assembly.seats[number], sitting.app.desk, assembly.motion)
    await sitting.show(screen)
    return screen


def test_places_follow_one_another_without_gaps() -> None:
    places = moved({}, "a", 1, 3)
    places = moved(places, "b", 1, 3)
    assert places == {"a": 1, "b": 2}
    assert moved(places, "b", -1, 3) == {"a": 1, "b": 1}
    assert moved(places, "b", 1, 3) == places
    assert moved(places, "a", 0, 3) == {"b": 1}
    assert tiers_of({"a": 1, "b": 2, "c": 1}) == (("a", "c"), ("b",))


async def test_arrows_give_places_and_enter_seals_them(evening: Evening) -> None:
    assembly = room()
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        await sitting.press("right", "down", "down", "right", "left")
        rows = screen.query_one("#choices", ChoiceList).items
        assert [row.place for row in rows] == [1, None, 1]
        await sitting.press("enter")
        assert sitting.screen is not screen
        assert sitting.toasts[-1].startswith("Sealed.")
    assert sealed(assembly.seats[0]).ranking == (("alpha/north", "alpha/south"),)


async def test_a_verdict_is_sealed_with_the_stance_that_was_there(evening: Evening) -> None:
    assembly = room()
    assembly.vote("opening", lambda n: {"stance": 30, "confidence": 70}, assembly.motion,
                  is_revealed=False)  # fmt: skip
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        screen.query_one("#moment").focus()
        await sitting.press("left", "left")
        assert screen.moment == "opening"
        screen.query_one("#verdict").focus()
        await sitting.press("right", "right", "ctrl+s")
    ballot = sealed(assembly.seats[0])
    assert (ballot.stance, ballot.confidence, ballot.verdict) == (30, 70, "no")


async def test_a_ballot_without_anything_on_it_is_not_cast(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        await sitting.press("enter")
        assert sitting.screen is screen
        assert "first" in sitting.toasts[-1]


async def test_what_was_cast_before_is_taken_up(evening: Evening) -> None:
    assembly = room()
    ranking = ((OptionId("alpha/south"),), (OptionId("alpha/north"),))
    assembly.vote("opening", lambda n: {"ranking": ranking, "verdict": "abstain"},
                  assembly.motion, is_revealed=False)  # fmt: skip
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        screen.query_one("#moment").focus()
        await sitting.press("left", "left")
        rows = screen.query_one("#choices", ChoiceList).items
        assert [row.place for row in rows] == [2, None, 1]
        assert "● abstain" in sitting.text


async def test_a_place_can_be_taken_back(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await shown(sitting, room())
        await sitting.press("right", "delete")
        rows = screen.query_one("#choices", ChoiceList).items
        assert [row.place for row in rows] == [None, None, None]


async def test_a_motion_without_options_asks_for_a_verdict_alone(evening: Evening) -> None:
    assembly = room(options=())
    async with evening.open() as sitting:
        screen = await shown(sitting, assembly)
        assert "This motion has no options to rank." in sitting.text
        assert screen.focused is screen.query_one("#verdict")
        await sitting.press("right", "enter")
    assert sealed(assembly.seats[0]).verdict == "yes"


async def test_the_motions_themselves_are_ranked_from_the_whole_debate(evening: Evening) -> None:
    assembly = room()
    async with evening.open() as sitting:
        await sitting.show(GroupsScreen(assembly.seats[0], sitting.app.desk, None))
        await sitting.press("z")
        assert not sitting.screen.query("#verdict")
        await sitting.press("down", "right", "enter")
    assert sealed(assembly.seats[0], None).ranking == (("beta",),)


async def test_a_facilitator_reveals_and_nobody_else_can(evening: Evening) -> None:
    assembly = room()
    async with evening.open() as sitting:
        await shown(sitting, assembly)
        await sitting.press("right", "enter")
        await shown(sitting, assembly, 1)
        await sitting.press("X", "down", "enter")
        assert not assembly.debate.poll((assembly.motion, "opening", 0)).is_revealed
        await sitting.press("escape")
        await shown(sitting, assembly)
        assert sitting.screen.query_one("#moment").has_focus is False
        await sitting.press("X", "down", "enter")
        assert sitting.toasts[-1].startswith("Revealed.")
        screen = sitting.screen
        assert isinstance(screen, RankingScreen)
        assert not screen.is_refused("cast_ballot")
        screen.moment = "opening"
        assert (screen.is_refused("cast_ballot"), screen.is_refused("save")) == (True, True)
    assert assembly.debate.poll((assembly.motion, "opening", 0)).is_revealed
    assert len(assembly.debate.poll((assembly.motion, "opening", 0)).ballots) == 1
