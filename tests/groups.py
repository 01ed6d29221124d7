"""Three break-out groups that debated one motion apart: scripted, so that figures can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from debate.domain import commands as c
from debate.domain.argument import Relation
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.motion import Motion, OpeningArgument, Text
from debate.domain.participant import Contract
from debate.domain.runsheet import OPEN, RunSheet
from tests.assembly import Assembly

SLEEP, WORK = ArgumentId("curfew/sleep"), ArgumentId("curfew/work")
BEFORE = (-60, -30, 0, 15, 40, 80, -20)
WALK = "A quiet night is worth the walk of an hour."
WALK_AGAIN = "A quiet night is worth an hour's walk."
BUS = "A bus could take the nurses round."
BUS_AGAIN = "The nurses could take a bus that goes round."
BOATS = "Boats cannot pass a bridge that stays down."


def curfew(
    name: str = "curfew",
    said: str = "We should close the bridge at night.",
    *,
    arguments: bool = True,
) -> Motion:
    """Return a motion, with one opening argument on each side if there are to be any."""
    return Motion(
        id=MotionId(name),
        proposition=Text(en=said),
        short=Text(en="Close the bridge at night"),
        background=Text(en="The bridge is open day and night."),
        yes_means=Text(en="Nobody crosses between midnight and five."),
        no_means=Text(en="The bridge stays open."),
        arguments=()
        if not arguments
        else (
            OpeningArgument(
                id=ArgumentId(f"{name}/sleep"), side="for",
                claim=Text(en="People who live beside it could sleep.", nl="Wie ernaast woont kan slapen."),
                grounds=Text(en="Two hundred homes."), sources=(),
            ),
            OpeningArgument(
                id=ArgumentId(f"{name}/work"), side="against",
                claim=Text(en="Nurses cross it at four."), grounds=Text(en="The hospital."), sources=(),
            ),
        ),
    )  # fmt: skip


def group(
    number: int,
    *,
    people: int = 7,
    moved: int = 10,
    contract: Contract = "named",
    motions: Sequence[Motion] = (),
    is_voted: bool = True,
    runsheet: RunSheet = OPEN,
    title: str = "",
) -> Assembly:
    """Return a group in which everybody moved by about `moved` points and weighed the pack's case."""
    room = Assembly(
        people,
        contract=contract,
        motions=motions or (curfew(),),
        runsheet=runsheet,
        title=title or f"Group {'ABCDEF'[number]}",
        first=100 * number,
    )
    if is_voted:
        vote(room, moved)
        for person in range(people):
            room.do(person, c.SetWeight(SLEEP, 6 + person % 4))
            room.do(person, c.SetWeight(WORK, person % 5))
    return room


def vote(room: Assembly, moved: int) -> None:
    """Let everybody cast an opening and a closing ballot."""

    def stance(number: int) -> int:
        return BEFORE[number % len(BEFORE)]

    room.vote("opening", lambda n: {"stance": stance(n)}, room.motion)
    room.vote("closing", lambda n: ballot(stance(n) + moved + n % 3), room.motion)


def ballot(stance: int) -> dict[str, Any]:
    """Return a ballot, its stance within the slider."""
    return {"stance": max(-100, min(100, stance))}


def say(
    room: Assembly,
    claim: str,
    target: str = "curfew",
    relation: Relation = "attacks",
    person: int = 1,
) -> ArgumentId:
    """Let somebody argue."""
    return ArgumentId(room.do(person, c.AddArgument(relation, ArgumentId(target), claim)).first)


def day() -> tuple[Assembly, Assembly, Assembly]:
    """Return three groups: A moved, B moved the other way, C hardly; they share some arguments."""
    a, b, third = group(0, moved=30), group(1, moved=-30), group(2, moved=2, people=5)
    say(a, WALK, relation="supports")
    say(b, WALK_AGAIN, relation="supports")
    say(a, BUS, WORK)
    say(third, BUS_AGAIN, WORK)
    boats = say(b, BOATS)
    for person in range(4):
        b.do(person, c.SetWeight(boats, 8))
    return a, b, third


def contradicting() -> tuple[Assembly, Assembly]:
    """Return two groups that together seem to have moved another way than most of them did."""
    answers = (((-60, 0, -60), (60, 60, -60)), ((-40, 60, 20), (0, -40, -60)))
    rooms = []
    for number, (before, after) in enumerate(answers):
        room = group(number, people=3, is_voted=False)
        room.vote("opening", lambda n, row=before: ballot(row[n]), room.motion)  # type: ignore[misc]
        room.vote("closing", lambda n, row=after: ballot(row[n]), room.motion)  # type: ignore[misc]
        rooms.append(room)
    return rooms[0], rooms[1]


def weighed_by_side(number: int, in_favour: int, against: int, *, many: int, few: int) -> Assembly:
    """Return a group where people for give the same argument another weight than people against."""
    room = group(number, people=many + few, is_voted=False)
    room.vote("opening", lambda n: ballot(60 if n < many else -60), room.motion)
    for person in range(many + few):
        room.do(person, c.SetWeight(SLEEP, in_favour if person < many else against))
    return room
