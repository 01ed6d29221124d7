"""Who is here, for those who lead: roles, hands, paper ballots, sides; names only where agreed."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ids import MotionId
from debate.domain.views.hands import hands_of
from debate.service.proof import proofs_of
from debate.service.room import room_of
from debate.service.seat import Seat
from debate.tui.present.stance import own_stance
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.people import PeopleScreen
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import MOTIONS, TEA, Evening, Sitting, done


async def opened(sitting: Sitting, evening: Evening, seat: Seat) -> PeopleScreen:
    screen = PeopleScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(screen)
    return screen


async def about(sitting: Sitting, place: int, act: str) -> None:
    """Choose what to do about somebody, by the words of the act."""
    sitting.screen.query_one("#people", VirtualList).cursor = place
    await sitting.press("enter")
    items = sitting.screen.query_one("#items", VirtualList)
    items.cursor = [item.label for item in items.items].index(act)
    await sitting.press("enter")


def role(seat: Seat, name: str) -> str:
    return next(p.role for p in seat.debate.people.by_id.values() if p.name == name)


async def test_somebody_is_let_lead_too_and_no_longer(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await about(sitting, 1, "Let them lead too")
        assert role(seat, "Ben") == "facilitator"
        await about(sitting, 1, "Let them no longer lead")
        assert role(seat, "Ben") == "participant"


async def test_somebody_only_watches_and_takes_part_again(evening: Evening) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await about(sitting, 1, "Let them only watch")
        assert role(seat, "Ben") == "observer"
        assert "observer" in sitting.text
        await about(sitting, 1, "Let them take part")
        assert role(seat, "Ben") == "participant"


async def test_somebody_is_put_on_the_roster_removed_with_a_reason_and_let_back(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben")
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await about(sitting, 1, "Put them on the roster")
        assert "on the roster" in sitting.text
        await about(sitting, 1, "End their part, with a reason")
        await sitting.type("Left early")
        await sitting.press("enter")
        assert len(seat.debate.people.present()) == 1
        await about(sitting, 1, "Let them take part again")
        assert len(seat.debate.people.present()) == 2


async def test_raised_hands_stand_first_in_their_order(evening: Evening) -> None:
    seat = evening.begin("Ben", "Caro")
    for name in ("Caro", "Ben"):
        done(evening.seats[name].submit(c.RaiseHand()))
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        lines = sitting.text.splitlines()
        caro = next(place for place, line in enumerate(lines) if "Caro" in line)
        assert "hand up, 1 in the queue" in lines[caro]
        assert "Ben" in lines[caro + 1]
        await about(sitting, 0, "Lower their hand: they had the floor")
        assert "hand up, 1 in the queue" in next(
            line for line in sitting.text.splitlines() if "Ben" in line
        )


async def test_a_paper_ballot_is_typed_in_and_marked_as_such(evening: Evening) -> None:
    seat = evening.begin("Ben", motions=MOTIONS)
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await sitting.press("a", "enter")
        await sitting.type("Paula")
        await sitting.press("enter")
        assert "on paper" in sitting.text
        await about(sitting, 2, "Type their ballot from paper")
        await sitting.press("enter")
        assert isinstance(sitting.screen, BallotScreen)
        assert "Ballot typed for Paula" in sitting.text
        await sitting.type("40")
        await sitting.press("enter")
        (proof,) = proofs_of(seat)
        assert proof.voter is not None
        seal = seat.debate.poll((MotionId("tea"), "opening", 0)).seals[proof.voter]
        assert seal.event.on_behalf_of == proof.voter  # type: ignore[union-attr]


async def test_under_a_secret_contract_nobody_is_named_or_asked_for_a_name(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben", contract="secret", motions=(TEA,))
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        assert "Ben" not in sitting.text
        assert "participant 2" in sitting.text
        await sitting.press("a", "down", "enter")
        assert "by proxy" in sitting.text
        await about(sitting, 2, "Type their ballot from paper")
        assert isinstance(sitting.screen, BallotScreen)


async def test_sides_are_drawn_swapped_and_shown_to_whom_they_are_given(evening: Evening) -> None:
    seat = evening.begin("Ben", motions=(TEA,))
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await sitting.press("x")
        assert seat.debate.sides == {}
        await sitting.press("b")
        before = dict(seat.debate.sides)
        assert sorted(before.values()) == ["against", "for"]
        assert "argues for" in sitting.text
        await sitting.press("x")
        assert all(before[key] != side for key, side in seat.debate.sides.items())
        assert "argue" in own_stance(seat, MotionId("tea"), sitting.screen.t)  # type: ignore[attr-defined]


async def test_sides_are_asked_for_one_of_several_motions(evening: Evening) -> None:
    seat = evening.begin("Ben", motions=MOTIONS)
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await sitting.press("b", "escape")
        assert seat.debate.sides == {}
        await sitting.press("b", "down", "enter")
        assert {motion for _, motion in seat.debate.sides} == {"bikes"}


async def test_who_does_not_lead_sees_people_and_does_nothing_about_them(evening: Evening) -> None:
    evening.begin("Ben")
    async with evening.open() as sitting:
        screen = await opened(sitting, evening, evening.seats["Ben"])
        await sitting.press("enter", "a", "b", "x")
        assert sitting.screen is screen
        assert "on paper" not in sitting.text.splitlines()[-1]


async def test_a_hand_goes_up_and_down_by_one_key_and_being_done_is_a_count(
    evening: Evening,
) -> None:
    evening.begin("Ben", motions=(TEA,))
    ben = evening.seats["Ben"]
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(ben, sitting.app.desk, evening.workspace))
        await sitting.press("exclamation_mark")
        assert len(hands_of(ben.debate.state, ben.debate.people)) == 1
        await sitting.press("exclamation_mark")
        assert hands_of(ben.debate.state, ben.debate.people) == ()
        await sitting.press("plus")
        assert room_of(ben.debate).done == 1
        assert "you are done" in sitting.toasts[-1]
