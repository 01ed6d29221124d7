"""What arguments did: shares that add up, quadrants, sides, and who leans where."""

from __future__ import annotations

import pytest

from debate.analysis.disagreement import Reception
from debate.analysis.findings.weighing import AcrossSides, Bearing, Weighing, on_ten
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.weight import Scheme
from debate.service.findings import motion_findings_of
from tests.assembly import Assembly


def weighing_of(assembly: Assembly) -> Weighing:
    return motion_findings_of(assembly.debate, assembly.motion).weighing


def test_shares_of_direct_arguments_add_up_to_what_they_did() -> None:
    assembly = Assembly(4)
    arguments = assembly.argue(5)
    assembly.weigh(arguments, lambda person, argument: (3 * person + 2 * argument) % 11)
    found = weighing_of(assembly)
    assert sum(each.share or 0.0 for each in found.arguments) == pytest.approx(found.strength - 0.5)
    assert [each.number for each in found.arguments] == [1, 2, 3, 4, 5]
    assert found.raters == 4


def test_removal_says_where_the_motion_would_stand() -> None:
    assembly = Assembly(1)
    name = assembly.argue(1)[0]
    each = weighing_of(assembly).find(name)
    assert each is not None
    assert each.without == 0.5
    assert each.moved == pytest.approx(weighing_of(assembly).strength - 0.5)
    assert weighing_of(assembly).find(ArgumentId("nowhere")) is None


def test_every_attack_on_the_way_turns_the_side_round() -> None:
    assembly = Assembly(1)
    case, against = assembly.argue(2)
    rebuttal = ArgumentId(assembly.do(0, c.AddArgument("attacks", against, "No")).first)
    backing = ArgumentId(assembly.do(0, c.AddArgument("supports", rebuttal, "Yes")).first)
    undercut = ArgumentId(assembly.do(0, c.AddArgument("undercuts", case, "Beside it")).first)
    found = weighing_of(assembly)
    sides = {each.id: each.leaning for each in found.arguments}
    assert sides == {
        case: "for", against: "against", rebuttal: "for", backing: "for", undercut: "against",
    }  # fmt: skip
    reply = found.find(rebuttal)
    assert reply is not None
    assert (reply.share, reply.is_direct, reply.replies) == (None, False, 1)
    assert [each.id for each in found.unanswered] == []
    assert [each.id for each in found.strongest("for")] == [case]


def test_agreed_and_contested_arguments_are_told_apart() -> None:
    assembly = Assembly(4)
    arguments = assembly.argue(4)
    weights = {0: (9, 9, 9, 8), 1: (0, 10, 10, 10), 2: (1, 1, 2, 1), 3: (10, 0, 0, 0)}
    assembly.weigh(arguments, lambda person, argument: weights[argument][person])
    found = weighing_of(assembly)
    assert [each.id for each in found.agreed] == [arguments[0]]
    assert {each.id for each in found.contested} == {arguments[1], arguments[3]}
    assert [each.id for each in found.unanswered] != []


def test_three_weights_are_too_few_to_contest_anything() -> None:
    assembly = Assembly(3)
    arguments = assembly.argue(1)
    assembly.weigh(arguments, lambda person, _: 5 * person)
    found = weighing_of(assembly)
    assert found.arguments[0].reception == Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=3)
    assert found.contested == found.agreed == ()


def sided(in_favour: int, against: int) -> tuple[Assembly, list[ArgumentId]]:
    """Return people for, people against, and three arguments they weigh in three ways."""
    assembly = Assembly(in_favour + against)
    arguments = assembly.argue(3)
    assembly.vote("opening", lambda n: {"stance": 60 if n < in_favour else -60}, assembly.motion)
    assembly.weigh(
        arguments,
        lambda person, place: (8, 9 if person < in_favour else 1, 3 + person % 3)[place],
    )
    return assembly, arguments


def test_arguments_unify_or_divide_the_sides() -> None:
    assembly, arguments = sided(4, 4)
    found = weighing_of(assembly)
    assert [each.id for each in found.bearing(Bearing.UNIFYING)] == [arguments[0]]
    assert [each.id for each in found.bearing(Bearing.DIVIDING)] == [arguments[1]]
    assert [each.id for each in found.bearing(Bearing.NEITHER)] == [arguments[2]]
    across = found.arguments[1].across
    assert isinstance(across, AcrossSides)
    assert (across.for_n, across.against_n, across.for_mean, across.delta) == (4, 4, 9, 1)


def test_sides_of_fewer_than_three_are_not_compared() -> None:
    assembly, _ = sided(4, 2)
    assert weighing_of(assembly).arguments[0].across == Refused(Reason.SMALL_CELL, 3, 2)
    assembly, _ = sided(4, 0)
    across = weighing_of(assembly).arguments[0].across
    assert isinstance(across, Refused)
    assert across.reason is Reason.EMPTY_SIDE
    assert weighing_of(assembly).bearing(Bearing.DIVIDING) == ()


def test_sides_are_unknown_while_the_opening_is_sealed() -> None:
    assembly = Assembly(6)
    arguments = assembly.argue(1)
    assembly.weigh(arguments, lambda person, _: person)
    assembly.vote("opening", lambda n: {"stance": 90}, assembly.motion, is_revealed=False)
    assert isinstance(weighing_of(assembly).arguments[0].across, Refused)


@pytest.mark.parametrize(
    ("weight", "scheme", "arguments", "expected"),
    [
        (0, "scale", 4, 0.0),
        (10, "scale", 4, 10.0),
        (25, "budget", 4, 5.0),
        (90, "budget", 4, 10.0),
        (10, "budget", 0, 0.5),
        (-10, "quadratic", 4, 0.0),
        (0, "quadratic", 4, 5.0),
    ],
)
def test_weights_of_every_scheme_lie_on_ten(
    weight: int, scheme: Scheme, arguments: int, expected: float
) -> None:
    assert on_ten(weight, scheme, arguments) == pytest.approx(expected)


def test_an_argument_that_was_taken_back_weighs_nothing() -> None:
    assembly = Assembly(1)
    first, second = assembly.argue(2)
    assembly.do(0, c.WithdrawArgument(first))
    assert [each.id for each in weighing_of(assembly).arguments] == [second]


def test_raters_of_an_argument_are_received() -> None:
    assembly = Assembly(5)
    arguments = assembly.argue(1)
    assembly.weigh(arguments, lambda *_: 7)
    received = weighing_of(assembly).arguments[0].reception
    assert isinstance(received, Reception)
    assert (received.raters, received.mean) == (5, 7)
