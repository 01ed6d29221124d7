"""Between two turns nothing of anybody's is in view, and each person has their own."""

from __future__ import annotations

from debate.domain.ballot import Ballot
from debate.domain.commands import AddArgument, SetWeight
from debate.domain.ids import ArgumentId
from debate.i18n.catalog import translator
from debate.service.seat import Seat
from debate.tui.present.floor import detail_view
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.pass_keyboard import PassScreen
from debate.tui.widgets.field import Field
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase


async def curtain(sitting: Sitting, evening: Evening, seat: Seat) -> list[Seat | None]:
    """Draw the curtain; what it is dismissed with comes into the list."""
    found: list[Seat | None] = []
    screen = PassScreen(seat, sitting.app.desk, evening.workspace)
    sitting.app.push_screen(screen, found.append)
    await sitting.rest()
    return found


def names(sitting: Sitting) -> list[str]:
    return [sitter.name for sitter in sitting.screen.query_one("#sitters", VirtualList).items]


async def test_who_is_next_confirms_with_enter(evening: Evening) -> None:
    seat = evening.begin("Ben", "Caro")
    async with evening.open() as sitting:
        found = await curtain(sitting, evening, seat)
        assert names(sitting) == ["Ben", "Caro"]
        await sitting.press("down", "enter")
        assert "Pass the keyboard to Caro" in sitting.text
        assert "Ben" not in sitting.text
        await sitting.press("enter")
        assert [next_seat.device for next_seat in found if next_seat] == [
            evening.seats["Caro"].device
        ]


async def test_nothing_of_a_turn_is_in_view_behind_the_curtain(evening: Evening) -> None:
    seat = evening.begin("Ben")
    done(seat.submit(SetWeight(ArgumentId("tea-for"), 9)))
    done(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=77, confidence=80)))
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        assert "+77" in sitting.text
        await sitting.press("p")
        assert isinstance(sitting.screen, PassScreen)
        for secret in ("+77", "◆9", TEA.short.en or ""):
            assert secret not in sitting.text


async def test_the_floor_shows_the_seat_of_who_confirmed(evening: Evening) -> None:
    seat = evening.begin("Ben")
    done(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=77, confidence=80)))
    ben = evening.seats["Ben"]
    async with evening.open() as sitting:
        floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        assert "Ada · Open floor · 2 here" in sitting.text
        await sitting.press("p", "enter", "enter")
        assert sitting.screen is floor
        assert floor.seat.device == ben.device
        assert "Ben · Open floor · 2 here" in sitting.text
        await sitting.press("v")
        assert "Ben · Ballot" in sitting.text
        await sitting.press("escape")
        assert "+77" not in sitting.text
        await sitting.press("p", "enter", "enter")
        assert floor.seat.device == seat.device
        assert "+77" in sitting.text


async def test_somebody_new_sits_down_by_name(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        found = await curtain(sitting, evening, seat)
        assert "Nobody else sits here yet" in sitting.text
        await sitting.type("Dirk")
        await sitting.press("enter")
        assert "Pass the keyboard to Dirk" in sitting.text
        await sitting.press("enter")
        assert [each.person.name for each in found if each and each.person] == ["Dirk"]
        assert [each.name for each in seat.debate.people.present()] == ["Ada", "Dirk"]


async def test_a_name_that_is_taken_or_empty_is_said_below_the_field(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        found = await curtain(sitting, evening, seat)
        sitting.focus("#new Input")
        await sitting.press("enter")
        field = sitting.screen.query_one("#new", Field)
        assert field.notice == "Type a name first."
        await sitting.type("ben")
        await sitting.press("enter")
        assert field.notice
        assert field.value == "ben"
        assert found == []


async def test_escape_before_anybody_is_named_goes_back_to_the_turn(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        found = await curtain(sitting, evening, seat)
        await sitting.press("escape")
        assert found == [None]


async def test_once_handed_over_nobody_comes_back_without_confirming(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        found = await curtain(sitting, evening, seat)
        await sitting.press("enter", "escape")
        assert names(sitting) == ["Ada", "Ben"]
        await sitting.press("escape")
        assert found == []
        assert "Pass the keyboard to Ada" in sitting.text
        await sitting.press("enter")
        assert [each.device for each in found if each] == [seat.device]


async def test_names_at_this_keyboard_are_known_to_it_under_a_secret_contract(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben", contract="secret")
    async with evening.open() as sitting:
        await curtain(sitting, evening, seat)
        assert names(sitting) == ["Ben"]
        assert seat.debate.people.present()[1].name is None


async def test_another_language_keeps_the_curtain_and_who_is_next(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await curtain(sitting, evening, seat)
        await sitting.press("enter", "L")
        assert sitting.app.language == "nl"
        assert "Ben" in sitting.text


async def test_a_secret_debate_puts_no_name_beside_what_somebody_holds(evening: Evening) -> None:
    seat = evening.begin("Ben", contract="secret")
    done(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=77, confidence=80)))
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        assert "+77" in sitting.text
        assert "Ada" not in sitting.text


async def test_no_author_is_hidden_for_now_whom_the_contract_never_shows(evening: Evening) -> None:
    names = phase("look", 5, "join", "argue", hidden=("names",))
    sheet = WORKSHOP.model_copy(update={"phases": (names,)})
    seat = evening.begin("Ben", contract="secret", runsheet=sheet)
    said = done(seat.submit(AddArgument("supports", TEA.id, "Tea is warm"))).first
    detail = detail_view(evening.seats["Ben"], ArgumentId(said), translator("en"))
    assert detail is not None
    assert detail.heading == "For the motion · somebody"
