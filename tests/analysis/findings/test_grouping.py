"""Opinion groups of a debate: found where they are, refused where they are not, and nobody's name."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from debate.analysis.findings.grouping import (
    Grouping,
    Shared,
    grouping_finding,
    opinions_of,
)
from debate.analysis.findings.plain import plain
from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Answer
from debate.domain import commands as c
from debate.domain.participant import CONTRACTS, Contract
from debate.domain.weight import Scheme
from tests.assembly import Assembly, camps, crowd, motion_called


def found(assembly: Assembly, own: int | None = None) -> Grouping:
    person = assembly.ids()[own] if own is not None else None
    grouping = grouping_finding(assembly.debate, assembly.motion, person)
    assert isinstance(grouping, Grouping)
    return grouping


def room(contract: Contract = "named", people: int = 16, count: int = 12) -> Assembly:
    assembly = Assembly(people, contract=contract)
    assembly.weigh(assembly.argue(count, speakers=3), camps)
    return assembly


@pytest.fixture(scope="module")
def two_camps() -> Assembly:
    return room()


def test_two_camps_are_two_groups(two_camps: Assembly) -> None:
    grouping = found(two_camps)
    assert [group.size for group in grouping.groups] == [8, 8]
    assert grouping.refusals == ()
    assert grouping.others == 0
    assert grouping.doubts.chance <= 0.05
    assert grouping.doubts.stability >= 0.75


def test_each_group_is_known_by_what_sets_it_apart(two_camps: Assembly) -> None:
    names = [each.id for each in two_camps.debate.floor.under(two_camps.motion)]
    for group in found(two_camps).groups:
        liked = {names.index(e.argument) % 2 for e in group.known_by if e.answer is Answer.AGREE}
        less = {names.index(e.argument) % 2 for e in group.known_by if e.answer is Answer.DISAGREE}
        assert len(liked) == len(less) == 1
        assert liked != less


def test_what_all_groups_share_is_none_of_what_divides_them(two_camps: Assembly) -> None:
    names = [each.id for each in two_camps.debate.floor.under(two_camps.motion)]
    shared = found(two_camps).shared
    assert {names.index(each.argument) for each in shared} == {4, 9}
    assert {each.answer for each in shared} == {Answer.AGREE}


def test_people_who_like_the_case_for_stand_on_the_right(two_camps: Assembly) -> None:
    grouping = found(two_camps, own=0)
    own = [dot for dot in grouping.plane.dots if dot.is_own]
    assert grouping.plane.is_sided
    assert len(own) == 1
    assert own[0].x > 0


def test_positions_come_in_an_order_of_their_own(two_camps: Assembly) -> None:
    places = [(dot.x, dot.y) for dot in found(two_camps).plane.dots]
    assert places == sorted(places)
    assert len(places) == 16


@pytest.mark.parametrize("contract", CONTRACTS)
def test_nothing_found_holds_an_id_or_a_name_under_any_contract(contract: Contract) -> None:
    assembly = room(contract)
    text = json.dumps(plain(found(assembly, own=2)))
    people = assembly.debate.people.by_id.values()
    assert not [each.name for each in people if each.name and each.name in text]
    assert not [each.id for each in people if each.id in text]


def test_under_a_secret_contract_nobody_finds_their_own_place() -> None:
    assembly = room("secret")
    assert not [dot for dot in found(assembly, own=0).plane.dots if dot.is_own]


def test_eleven_people_are_too_few() -> None:
    assembly = room(people=11)
    refused = grouping_finding(assembly.debate, assembly.motion)
    assert refused == Refused(Reason.TOO_FEW_PEOPLE, needed=12, had=11)


def test_nobody_weighed_anything_is_refused_and_no_mistake() -> None:
    assembly = Assembly(3)
    refused = grouping_finding(assembly.debate)
    assert refused == Refused(Reason.TOO_FEW_PEOPLE, needed=12, had=0)


def test_a_crowd_without_structure_has_no_groups() -> None:
    assembly = Assembly(16)
    assembly.weigh(assembly.argue(12), crowd)
    grouping = found(assembly)
    assert grouping.groups == ()
    assert Reason.COULD_BE_CHANCE in {each.reason for each in grouping.refusals}
    assert {dot.group for dot in grouping.plane.dots} == {None}
    assert grouping.others == 16


def test_people_who_weigh_all_alike_have_no_groups() -> None:
    assembly = Assembly(13)
    assembly.weigh(assembly.argue(6), lambda person, place: 8)
    grouping = found(assembly)
    assert Reason.NO_VARIATION in {each.reason for each in grouping.refusals}
    assert [each.everybody.agree for each in grouping.shared] == [13] * 5
    assert {(dot.x, dot.y) for dot in grouping.plane.dots} == {(0.0, 0.0)}


def test_a_group_of_three_is_never_shown() -> None:
    assembly = Assembly(15)
    assembly.weigh(
        assembly.argue(12),
        lambda person, place: camps(0 if person > 2 else 1, place) if place % 5 != 4 else 8,
    )
    grouping = found(assembly)
    assert grouping.groups == ()
    assert Refused(Reason.SMALL_CELL, needed=5, had=3) in grouping.refusals
    assert {dot.group for dot in grouping.plane.dots} == {None}


def test_withdrawn_arguments_tell_nothing() -> None:
    assembly = Assembly(3)
    names = assembly.argue(3)
    assembly.weigh(names, crowd)
    assembly.do(0, c.WithdrawArgument(names[1]))
    assert set(opinions_of(assembly.debate, None).statements) == {names[0], names[2]}


def test_the_whole_debate_is_the_motions_together() -> None:
    assembly = Assembly(3, motions=[motion_called("alpha"), motion_called("beta")])
    names = assembly.debate.charter.motion_ids
    for name in names:
        assembly.weigh(assembly.argue(2, name), lambda person, place: person)
    one, other = (opinions_of(assembly.debate, name).statements for name in names)
    assert sorted((*one, *other)) == sorted(opinions_of(assembly.debate, None).statements)


@pytest.mark.parametrize(
    ("scheme", "weights", "expected"),
    [
        ("scale", (0, 5, 10), (-1.0, 0.0, 1.0)),
        ("quadratic", (-10, 0, 5), (-1.0, 0.0, 0.5)),
        ("budget", (0, 25, 50), (-1.0, 0.0, 1.0)),
    ],
)
def test_the_middle_of_every_scheme_is_nothing(
    scheme: Scheme, weights: tuple[int, ...], expected: tuple[float, ...]
) -> None:
    assembly = Assembly(3, scheme=scheme)
    names = assembly.argue(4)
    for person, weight in enumerate(weights):
        assembly.do(person, c.SetWeight(names[0], weight))
    given = _by_person(assembly)
    assert [given[name][names[0]] for name in assembly.ids()] == list(expected)


def test_who_spent_all_points_gave_the_rest_nothing() -> None:
    assembly = Assembly(2, scheme="budget")
    names = assembly.argue(4)
    assembly.do(0, c.SetWeight(names[0], 100))
    assembly.do(1, c.SetWeight(names[0], 99))
    given = _by_person(assembly)
    spender, saver = assembly.ids()
    assert [given[spender][name] for name in names] == [1.0, -1.0, -1.0, -1.0]
    assert [given[saver][name] for name in names] == [1.0, None, None, None]


def _by_person(assembly: Assembly) -> Mapping[str, Mapping[str, float | None]]:
    opinions = opinions_of(assembly.debate, assembly.motion)
    return {
        person: dict(zip(opinions.statements, row, strict=True))
        | {
            name: None
            for name in assembly.debate.floor.arguments
            if name not in opinions.statements
        }
        for person, row in zip(opinions.people, opinions.rows, strict=True)
    }


def test_what_is_shared_counts_everybody_once(two_camps: Assembly) -> None:
    shared: tuple[Shared, ...] = found(two_camps).shared
    assert {each.everybody.seen for each in shared} == {16}
