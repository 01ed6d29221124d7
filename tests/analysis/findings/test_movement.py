"""Who moved: pairs, directions, sides, and what a secret contract leaves of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.findings.movement import (
    ConfidenceChange,
    Pending,
    Shift,
    shift_finding,
)
from debate.analysis.findings.moving import Moved, moved_finding
from debate.analysis.refusal import Reason, Refused
from debate.domain.ballot import Ballot, Moment
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId
from debate.domain.participant import Contract
from debate.domain.views.polls import Poll
from debate.service.findings import motion_findings_of
from tests.assembly import Assembly

BEFORE = (-60, -30, 0, 15, 40, 80)
AFTER = (-50, 10, 30, 35, 40, 70)
A, B = ArgumentId("a"), ArgumentId("b")
REVEAL: Any = FactId("reveal")


def poll(
    moment: Moment,
    stances: Mapping[str, int | None],
    *,
    is_revealed: bool = True,
    **more: Any,  # noqa: ANN401
) -> Poll:
    """Return a poll in which everybody's ballot was opened."""
    ballots = {
        ParticipantId(name): Ballot(
            motion=MotionId("m"),
            moment=moment,
            stance=stance,
            **{key: value[name] for key, value in more.items() if name in value},
        )
        for name, stance in stances.items()
    }
    return Poll(
        (MotionId("m"), moment, 0),
        seals={} if is_revealed else dict.fromkeys(ballots, REVEAL),
        reveal=REVEAL if is_revealed else None,
        ballots=ballots if is_revealed else {},
    )


def named(stances: tuple[int | None, ...]) -> dict[str, int | None]:
    return {f"p{place}": stance for place, stance in enumerate(stances)}


def shift_of(
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
    contract: Contract = "named",
    **more: Any,  # noqa: ANN401
) -> Shift | Pending | Refused:
    numbers = {ParticipantId(name): place for place, name in enumerate(before, start=1)}
    return shift_finding(
        poll("opening", before, **more), poll("closing", after, **more), contract, numbers
    )


def test_the_worked_example_of_the_formulas() -> None:
    shift = shift_of(named(BEFORE), named(AFTER))
    assert isinstance(shift, Shift)
    assert (shift.towards, shift.away, shift.unchanged, shift.movers) == (4, 1, 1, 5)
    assert shift.net.mean == 15
    assert shift.slope == pytest.approx(0.75984, abs=1e-5)
    assert shift.p == Refused(Reason.TOO_FEW_MOVERS, needed=6, had=5)
    assert isinstance(shift.interval, tuple)
    assert shift.interval == pytest.approx((-4.2, 34.2), abs=1.5)
    assert shift.table == ((1, 1, 0), (0, 0, 2), (0, 0, 2))
    assert not isinstance(shift.crossings, Refused)
    assert (shift.crossings.forward, shift.crossings.back) == (3, 0)
    assert isinstance(shift.crossings_p, Refused)
    assert shift.classes == (0, 1, 1, 4, 0)


def test_people_stand_in_the_order_they_came_to_stand() -> None:
    shift = shift_of(named((10, 20, 10)), named((50, -50, 50)))
    assert isinstance(shift, Shift)
    assert [(row.number, row.before, row.after) for row in shift.people] == [
        (2, 20, -50), (1, 10, 50), (3, 10, 50),
    ]  # fmt: skip
    assert shift.classes == (1, 0, 0, 2, 0)


def test_who_answered_once_is_left_out_and_counted() -> None:
    shift = shift_of({"a": 10, "b": None, "c": 5}, {"a": 20, "b": 5})
    assert isinstance(shift, Shift)
    assert (shift.n, shift.unpaired) == (1, 2)


def test_a_sealed_ballot_leaves_the_shift_pending() -> None:
    sealed = poll("closing", named(AFTER), is_revealed=False)
    opened = poll("opening", named(BEFORE))
    assert shift_finding(opened, sealed, "named", {}) == Pending("closing", 6)
    assert moved_finding(opened, sealed, "named") == Pending("closing", 6)
    sealed_opening = poll("opening", named(BEFORE), is_revealed=False)
    assert shift_finding(sealed_opening, sealed, "named", {}) == Pending("opening", 6)


def test_without_a_pair_there_is_no_shift() -> None:
    assert shift_of({"a": 1}, {"b": 1}) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)


def test_people_who_all_moved_alike_have_no_interval() -> None:
    shift = shift_of(named((0,) * 6), named((10,) * 6))
    assert isinstance(shift, Shift)
    assert shift.interval == Refused(Reason.NO_VARIATION, needed=2, had=1)
    assert shift.p == pytest.approx(2 / 2**6)
    assert shift.slope == Refused(Reason.NO_VARIATION, needed=2, had=1)


def test_confidence_is_compared_between_those_who_gave_it_twice() -> None:
    sure: dict[str, int | None] = {"p0": 40, "p1": 60, "p2": 10}
    before = poll("opening", named(BEFORE), confidence=sure)
    after = poll("closing", named(AFTER), confidence={"p0": 60, "p1": 50})
    shift = shift_finding(before, after, "named", {})
    assert isinstance(shift, Shift)
    assert shift.confidence == ConfidenceChange(2, 50, 55, 1, 1)
    assert shift.confidence.change == 5
    none = shift_of(named(BEFORE), named(AFTER))
    assert isinstance(none, Shift)
    assert isinstance(none.confidence, Refused)


def test_how_sure_one_person_became_is_theirs_alone() -> None:
    before = poll("opening", named(BEFORE), confidence={"p0": 50, "p1": 50})
    after = poll("closing", named(AFTER), confidence={"p0": 60})
    shift = shift_finding(before, after, "named", {})
    assert isinstance(shift, Shift)
    assert shift.confidence == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)


# Under a secret contract ------------------------------------------------------------------------


def test_a_secret_contract_has_no_rows_of_people() -> None:
    shift = shift_of(named(BEFORE), named(AFTER), "secret")
    assert isinstance(shift, Shift)
    assert shift.people == ()
    assert sum(shift.classes) == 6


def test_a_secret_table_with_a_small_cell_is_withheld_with_its_crossings() -> None:
    shift = shift_of(named(BEFORE), named(AFTER), "secret")
    assert isinstance(shift, Shift)
    small = Refused(Reason.SMALL_CELL, needed=3, had=1)
    assert (shift.table, shift.crossings) == (small, small)


def test_a_secret_table_without_small_cells_is_shown() -> None:
    shift = shift_of(named((-50,) * 3 + (50,) * 3), named((50,) * 6), "secret")
    assert isinstance(shift, Shift)
    assert shift.table == ((0, 0, 3), (0, 0, 0), (0, 0, 3))
    assert not isinstance(shift.crossings, Refused)


def test_two_secret_people_have_no_shift() -> None:
    assert shift_of(named((1, 2)), named((3, 4)), "secret") == Refused(
        Reason.SMALL_CELL, needed=3, had=2
    )


@given(st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), min_size=3, max_size=12))
def test_a_secret_shift_never_has_a_cell_of_one_or_two(pairs: list[tuple[int, int]]) -> None:
    before, after = (named(tuple(values)) for values in zip(*pairs, strict=True))
    shift = shift_of(before, after, "secret")
    assert isinstance(shift, Shift)
    if not isinstance(shift.table, Refused):
        assert all(count == 0 or count >= 3 for row in shift.table for count in row)
    assert shift.towards + shift.away + shift.unchanged == sum(shift.classes) == shift.n


# What moved people ------------------------------------------------------------------------------


def test_named_arguments_are_counted_with_the_way_people_moved() -> None:
    after = poll(
        "closing", named(AFTER), moved_by={"p0": (A,), "p1": (A, B), "p4": (A, A), "p5": (B,)}
    )
    moved = moved_finding(poll("opening", named(BEFORE)), after, "named")
    assert isinstance(moved, Moved)
    assert (moved.ballots, moved.naming) == (6, 4)
    rows = [(each.argument, each.by, each.towards, each.away) for each in moved.arguments]
    assert rows == [(A, 3, 2, 0), (B, 2, 1, 1)]


def test_directions_of_few_are_withheld_under_a_secret_contract() -> None:
    after = poll("closing", named((9,) * 6), moved_by={f"p{n}": (A,) for n in range(4)})
    moved = moved_finding(poll("opening", named((0,) * 6)), after, "secret")
    assert isinstance(moved, Moved)
    assert (moved.arguments[0].towards, moved.arguments[0].away) == (4, 0)
    fewer = poll("closing", named((9,) * 6), moved_by={"p0": (A,), "p1": (A,)})
    moved = moved_finding(poll("opening", named((0,) * 6)), fewer, "secret")
    assert isinstance(moved, Moved)
    assert (moved.arguments[0].by, moved.arguments[0].towards, moved.arguments[0].away) == (
        2, None, None,
    )  # fmt: skip


def test_who_did_not_answer_at_first_named_an_argument_without_moving() -> None:
    after = poll("closing", {"x": 5, "y": None}, moved_by={"x": (A,), "y": (A,)})
    for before in (poll("opening", {}), poll("opening", {"x": None, "y": 1})):
        moved = moved_finding(before, after, "named")
        assert isinstance(moved, Moved)
        assert (moved.arguments[0].towards, moved.arguments[0].away) == (0, 0)


def test_two_secret_closing_ballots_name_nothing() -> None:
    after = poll("closing", {"x": 5, "y": 6}, moved_by={"x": (A,)})
    assert isinstance(moved_finding(poll("opening", {}), after, "secret"), Refused)


# In a debate ------------------------------------------------------------------------------------


def test_a_debate_without_ballots_waits_for_the_opening() -> None:
    assembly = Assembly(2)
    found = motion_findings_of(assembly.debate, assembly.motion)
    assert found.shift == Pending("opening", 0)
    assert found.moved == Pending("closing", 0)


def test_a_debate_with_both_ballots_has_a_shift() -> None:
    assembly = Assembly(6)
    assembly.vote("opening", lambda n: {"stance": BEFORE[n]}, assembly.motion)
    assembly.vote("closing", lambda n: {"stance": AFTER[n]}, assembly.motion)
    shift = motion_findings_of(assembly.debate, assembly.motion).shift
    assert isinstance(shift, Shift)
    assert [row.number for row in shift.people] == [1, 2, 3, 4, 5, 6]


def test_a_later_round_that_is_still_sealed_hides_no_earlier_one() -> None:
    assembly = Assembly(6)
    assembly.vote("opening", lambda n: {"stance": BEFORE[n]}, assembly.motion)
    assembly.vote("closing", lambda n: {"stance": AFTER[n]}, assembly.motion)
    assembly.vote(
        "closing", lambda _: {"stance": 0, "round": 1}, assembly.motion, is_revealed=False
    )
    assert isinstance(motion_findings_of(assembly.debate, assembly.motion).shift, Shift)
