"""Several groups compared: each kept apart, small ones withheld, and nothing pooled that misleads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.comparison import Comparison, comparison
from debate.analysis.draws import Draws
from debate.analysis.findings.apart import GroupShift, Pooled
from debate.analysis.findings.compared import Compared
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.side_by_side import (
    ArgumentStrength,
    MotionStrength,
    SharedByAll,
    SidesAcross,
)
from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Answer
from debate.analysis.significance import adjusted
from debate.analysis.strata import Reversal
from debate.domain import commands as c
from debate.domain.ids import MotionId, PhaseId
from debate.domain.motion import Text
from debate.domain.runsheet import Hidden, Phase, RunSheet
from debate.service.comparing import compared_json, compared_of, groups_of
from tests.assembly import NAMES, Assembly
from tests.groups import (
    BOATS,
    BUS,
    BUS_AGAIN,
    SLEEP,
    WALK,
    WALK_AGAIN,
    WORK,
    ballot,
    contradicting,
    curfew,
    day,
    group,
    say,
    weighed_by_side,
)


def compare(*rooms: Assembly) -> Compared:
    return compared_of(groups_of([room.seats[0] for room in rooms]))


def claims(found: Compared, rooms: tuple[Assembly, ...], place: int) -> list[str]:
    return [
        rooms[each.group].debate.floor.arguments[each.argument].claim.en or ""
        for each in found.motions[0].unraised[place]
    ]


# Which motions -----------------------------------------------------------------------------------


def test_motions_of_one_name_and_other_words_are_not_compared() -> None:
    same, other = curfew("same"), curfew("other", "We should open it")
    found = compare(
        group(0, motions=(curfew(), same, other), is_voted=False),
        group(1, motions=(same, curfew("curfew", "We should keep it open at night.")), is_voted=False),
    )  # fmt: skip
    assert [each.motion for each in found.motions] == ["same"]
    assert found.reworded == ("curfew",)
    assert found.alone == ("other",)
    assert found.motion(MotionId("same")) is found.motions[0]
    assert found.motion(MotionId("curfew")) is None


def test_a_group_that_does_not_debate_a_motion_has_no_place_in_its_figures() -> None:
    extra = curfew("extra")
    rooms = [group(n, motions=(curfew(), extra) if n else (curfew(),)) for n in range(3)]
    found = compare(*rooms).motions[1]
    assert found.motion == "extra"
    assert found.movement.groups[0] is None
    assert found.sides.motion[0] is None
    assert found.unraised[0] == found.passed_by[0] == ()


# Who moved ---------------------------------------------------------------------------------------


def test_each_group_moves_apart_and_the_sizes_are_told() -> None:
    a, b, third = compare(*day()).motions[0].movement.groups
    assert isinstance(a, GroupShift)
    assert isinstance(b, GroupShift)
    assert isinstance(third, GroupShift)
    assert (a.n, a.towards, a.away, a.unchanged) == (7, 7, 0, 0)
    assert a.mean == pytest.approx(a.after - a.before)
    assert b.mean < 0 < third.mean < a.mean
    assert isinstance(a.interval, tuple)


def test_a_group_of_two_is_withheld_under_every_contract_and_never_pooled() -> None:
    movement = compare(group(0), group(1, people=2), group(2, moved=20)).motions[0].movement
    assert movement.groups[1] == Refused(Reason.SMALL_CELL, needed=3, had=2)
    assert isinstance(movement.pooled, Pooled)
    assert (movement.pooled.groups, movement.pooled.n) == (2, 14)
    assert [(each.left, each.right) for each in movement.apart] == [(0, 2)]


def test_a_group_that_waits_says_for_what_and_one_group_alone_is_not_pooled() -> None:
    waiting = group(1, is_voted=False)
    waiting.vote("opening", lambda _: ballot(10), waiting.motion, is_revealed=False)
    movement = compare(group(0), waiting).motions[0].movement
    assert movement.groups[1] == Pending("opening", 7)
    assert movement.pooled == Refused(Reason.TOO_FEW_ITEMS, needed=2, had=1)
    assert movement.apart == ()


def test_a_pool_that_contradicts_its_groups_is_not_shown() -> None:
    pooled = compare(*contradicting()).motions[0].movement.pooled
    assert isinstance(pooled, Pooled)
    assert (pooled.reversal, pooled.may_be_shown) == (Reversal.REVERSAL, False)


def test_groups_that_moved_different_ways_are_marked_and_still_put_together() -> None:
    pooled = compare(*day()).motions[0].movement.pooled
    assert isinstance(pooled, Pooled)
    assert (pooled.reversal, pooled.may_be_shown) == (Reversal.MIXED, True)


def test_several_pairs_of_groups_are_judged_together() -> None:
    found = compare(*(group(n, moved=20 * n, people=6) for n in range(3))).motions[0].movement
    ps = [each.compared.p for each in found.apart]
    assert [(each.left, each.right) for each in found.apart] == [(0, 1), (0, 2), (1, 2)]
    assert tuple(each.p for each in found.apart) == adjusted(ps)


def test_probabilities_are_adjusted_as_holm_has_it() -> None:
    assert adjusted([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert adjusted([0.9, 0.9]) == (1.0, 1.0)
    assert adjusted([]) == ()


@given(st.lists(st.floats(0.001, 1), max_size=6))
def test_an_adjusted_probability_is_never_smaller_and_keeps_the_order(ps: list[float]) -> None:
    found = adjusted(ps)
    assert all(p <= after <= 1 for p, after in zip(ps, found, strict=True))
    ranked = [after for _, after in sorted(zip(ps, found, strict=True))]
    assert ranked == sorted(ranked)


# Strengths ---------------------------------------------------------------------------------------


def test_the_arguments_of_the_pack_stand_side_by_side() -> None:
    sides = compare(*day()).motions[0].sides
    assert [row.argument for row in sides.arguments] == [SLEEP, WORK]
    assert [row.leaning for row in sides.arguments] == ["for", "against"]
    strengths = sides.arguments[0].groups
    assert all(isinstance(each, ArgumentStrength) for each in strengths)
    assert [each.raters for each in strengths if isinstance(each, ArgumentStrength)] == [7, 7, 5]
    assert all(isinstance(each, MotionStrength) for each in sides.motion)


def test_weights_of_two_people_are_withheld() -> None:
    few = group(1, is_voted=False)
    for person in range(2):
        few.do(person, c.SetWeight(SLEEP, 9))
    sides = compare(group(0), few, group(2, is_voted=False)).motions[0].sides
    assert sides.arguments[0].groups[1] == Refused(Reason.SMALL_CELL, needed=3, had=2)
    assert sides.motion[1] == Refused(Reason.SMALL_CELL, needed=3, had=2)
    assert sides.motion[2] == Refused(Reason.TOO_FEW_PEOPLE, needed=3, had=0)
    assert sides.shared == ()


def test_what_every_group_gives_much_or_little_is_shared() -> None:
    shared = compare(*day()).motions[0].sides.shared
    assert {(each.argument, each.answer) for each in shared} == {
        (SLEEP, Answer.AGREE), (WORK, Answer.DISAGREE),
    }  # fmt: skip
    assert [each.consensus for each in shared] == sorted(
        (each.consensus for each in shared), reverse=True
    )
    assert all(isinstance(each, SharedByAll) for each in shared)


def test_sides_are_put_together_over_the_groups_when_these_agree() -> None:
    rooms = [weighed_by_side(n, 8, 3, many=4, few=4) for n in range(2)]
    across = compare(*rooms).motions[0].sides.arguments[0].across
    assert across == SidesAcross(1.0, ((0, 1.0), (1, 1.0)), Reversal.NONE)


def test_sides_that_turn_round_when_pooled_are_told_group_by_group() -> None:
    low = weighed_by_side(0, 3, 2, many=9, few=3)
    high = weighed_by_side(1, 10, 9, many=3, few=9)
    across = compare(low, high).motions[0].sides.arguments[0].across
    assert across == SidesAcross(None, ((0, 1.0), (1, 1.0)), Reversal.FULL)


def test_sides_of_two_people_are_not_told() -> None:
    rooms = [weighed_by_side(0, 8, 3, many=4, few=4), weighed_by_side(1, 8, 3, many=4, few=2)]
    across = compare(*rooms).motions[0].sides.arguments[0].across
    assert across == Refused(Reason.TOO_FEW_ITEMS, needed=2, had=1)


# Never raised ------------------------------------------------------------------------------------


def test_what_others_raised_in_other_words_counts_as_raised() -> None:
    rooms = day()
    found = compare(*rooms)
    assert claims(found, rooms, 0) == [BOATS]
    assert claims(found, rooms, 1) == [BUS]
    assert claims(found, rooms, 2) == [WALK, BOATS]


def test_an_argument_that_was_never_raised_says_where_it_was_and_how_strong() -> None:
    boats = compare(*day()).motions[0].unraised[0][0]
    assert (boats.group, boats.raised_in, boats.leaning) == (1, (1,), "against")
    assert isinstance(boats.strength, float)
    assert boats.answers is None
    bus = compare(*day()).motions[0].unraised[1][0]
    assert (bus.raised_in, bus.answers, bus.relation) == ((0, 2), WORK, "attacks")
    assert bus.strength == Refused(Reason.TOO_FEW_PEOPLE, needed=3, had=0)


def test_the_nearest_of_ones_own_stands_beside_it() -> None:
    a, b = group(0), group(1)
    say(a, "Whoever goes by boat waits for hours at a bridge")
    say(b, BOATS)
    found = compare(a, b).motions[0].unraised[0][0]
    assert found.nearest is not None
    assert 0.2 <= found.nearest.likeness < 0.45


def test_replies_in_one_place_need_to_be_less_alike() -> None:
    rooms = []
    for place in (WORK, "curfew"):
        a, b = group(0), group(1)
        say(a, "A bus at night takes all nurses round by the dyke", place)
        say(b, "Let nurses go round on a special bus every night", place)
        rooms.append(len(compare(a, b).motions[0].unraised[0]))
    assert rooms == [0, 1]


def test_the_same_words_on_the_other_side_are_another_argument() -> None:
    a, b = group(0), group(1)
    say(a, WALK, relation="supports")
    say(b, WALK, relation="attacks")
    assert len(compare(a, b).motions[0].unraised[0]) == 1


def test_hidden_and_withdrawn_arguments_are_nobodys_to_miss() -> None:
    a, b = group(0), group(1)
    b.do(0, c.HideArgument(say(b, BOATS), "not now"))
    b.do(1, c.WithdrawArgument(say(b, WALK)))
    assert compare(a, b).motions[0].unraised[0] == ()


def test_an_argument_of_the_pack_that_nobody_touched_was_passed_by() -> None:
    idle = group(1, is_voted=False)
    say(idle, BUS, WORK)
    assert compare(group(0), idle).motions[0].passed_by == ((), (SLEEP,))


# Names and phases --------------------------------------------------------------------------------


@pytest.mark.parametrize("contract", ["named", "pseudonym", "secret"])
def test_one_secret_group_takes_every_name_away(contract: Any) -> None:  # noqa: ANN401
    rooms = (group(0), group(1, contract=contract))
    for room, claim in zip(rooms, (WALK, BOATS), strict=True):
        say(room, claim)
    groups = groups_of([room.seats[0] for room in rooms])
    found = compared_of(groups)
    text = json.dumps(compared_json(groups, found))
    assert found.has_names is (contract != "secret")
    assert any(name in text for name in NAMES) is (contract != "secret")
    assert not [person for room in rooms for person in room.ids() if person in text]


def test_groups_that_weigh_by_other_rules_are_marked() -> None:
    other = Assembly(3, scheme="budget", motions=(curfew(),), first=900)
    assert compare(group(0), other).mixes_schemes
    assert not compare(group(0), group(1)).mixes_schemes


def hiding(*hidden: Hidden) -> RunSheet:
    phase = Phase(
        id=PhaseId("alone"),
        title=Text(en="Alone"),
        acts=frozenset({"join", "argue", "rebut", "weigh"}),
        hidden=frozenset(hidden),
    )
    return RunSheet(id="hiding", title=Text(en="Hiding"), phases=(phase,))


def test_what_a_phase_hides_is_hidden_beside_other_groups_too() -> None:
    shy = group(1, is_voted=False, runsheet=hiding("others-arguments", "totals", "authors"))
    say(shy, BOATS, person=1)
    say(shy, BUS_AGAIN, WORK, person=0)
    open_ = group(0)
    say(open_, WALK_AGAIN, relation="supports")
    found = compare(open_, shy)
    assert claims(found, (open_, shy), 0) == [BUS_AGAIN]
    assert found.motions[0].unraised[0][0].strength is None
    assert found.motions[0].sides.motion[1] is None
    assert found.motions[0].sides.arguments[0].groups[1] is None
    assert found.motions[0].passed_by == ((), ())
    assert not found.has_names


# Small samples -----------------------------------------------------------------------------------


def people_of(stream: Draws, count: int, by: int = 0) -> list[int]:
    return [by + stream.below(61) - 30 for _ in range(count)]


@pytest.mark.parametrize("people", [4, 6])
def test_groups_that_do_not_differ_are_hardly_ever_called_different(people: int) -> None:
    """In 400 times three groups, each of them drawn from the same people."""
    stream, said = Draws(7), 0
    for _ in range(400):
        rooms = [people_of(stream, people) for _ in range(3)]
        pairs = [comparison(rooms[left], rooms[right]) for left, right in ((0, 1), (0, 2), (1, 2))]
        ps = adjusted([each.p for each in pairs if isinstance(each, Comparison)])
        said += min(ps) <= 0.05
    assert said / 400 <= 0.05 + 0.022


def test_three_people_a_group_can_never_be_called_different() -> None:
    found = comparison([1, 2, 3], [50, 60, 70])
    assert isinstance(found, Comparison)
    assert found.p == pytest.approx(0.1)


def test_a_large_difference_between_groups_of_eight_is_mostly_seen() -> None:
    stream, seen = Draws(8), 0
    for _ in range(60):
        found = comparison(people_of(stream, 8), people_of(stream, 8, by=35))
        seen += isinstance(found, Comparison) and found.p <= 0.05
    assert seen / 60 > 0.7
