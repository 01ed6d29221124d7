"""The ends of a first round: the middle, the quarters, and reasons that no name stands beside."""

from __future__ import annotations

import pytest

from debate.analysis.findings.ends import Ends, ends_finding
from debate.analysis.findings.movement import Pending
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.participant import Contract
from debate.i18n.catalog import translator
from debate.report.readings.ends import ends_reading, ends_titles
from tests.assembly import Assembly

STANCES = (-80, -10, 0, 10, 90)
EN = translator("en")


def room(
    stances: tuple[int, ...] = STANCES, contract: Contract = "pseudonym"
) -> tuple[Assembly, list[ArgumentId]]:
    """Return people who wrote a reason on the side they are on, and voted."""
    assembly = Assembly(len(stances), contract=contract)
    reasons = [
        ArgumentId(
            assembly.do(
                number,
                c.AddArgument("attacks" if each < 0 else "supports", assembly.motion, f"R{number}"),
            ).first
        )
        for number, each in enumerate(stances)
    ]
    assembly.vote("opening", lambda number: {"stance": stances[number]}, assembly.motion)
    return assembly, reasons


def test_the_reasons_at_both_ends_are_those_outside_the_middle_half() -> None:
    assembly, reasons = room()
    found = ends_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Ends)
    assert (found.median, found.low, found.high) == (0, -10, 10)
    assert (found.against, found.in_favour) == ((reasons[0],), (reasons[4],))
    assert ends_titles(found, EN)[0] == "Reasons of those farthest to against"
    words = "The middle of 5 stances is 0; half of them lie between −10 and +10."
    assert ends_reading(found, EN) == words


def test_a_reason_for_the_other_side_or_taken_off_the_screens_is_left_out() -> None:
    assembly, reasons = room()
    assembly.do(4, c.AddArgument("attacks", assembly.motion, "For the other side"))
    assembly.do(0, c.HideArgument(reasons[0], "Names somebody"))
    found = ends_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Ends)
    assert (found.against, found.in_favour) == ((), (reasons[4],))


def test_where_stances_are_secret_no_reason_is_linked_to_an_end() -> None:
    assembly, reasons = room(contract="secret")
    found = ends_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Ends)
    assert not found.are_linked
    assert found.against == tuple(reasons[:2])
    assert found.in_favour == tuple(reasons[2:])
    assert ends_titles(found, EN) == ("Reasons against", "Reasons for")


@pytest.mark.parametrize(
    ("stances", "contract", "reason"),
    [
        ((0, 10), "secret", Reason.SMALL_CELL),
        ((0, 10, 20), "named", Reason.TOO_FEW_PEOPLE),
    ],
)
def test_too_few_people_have_no_ends(
    stances: tuple[int, ...], contract: Contract, reason: Reason
) -> None:
    assembly, _ = room(stances, contract)
    found = ends_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Refused)
    assert found.reason == reason
    assert str(len(stances)) in ends_reading(found, EN)


def test_before_the_reveal_there_is_nothing_but_a_count() -> None:
    assembly = Assembly(5)
    assembly.vote("opening", lambda number: {"stance": number}, assembly.motion, is_revealed=False)
    found = ends_finding(assembly.debate, assembly.motion)
    assert found == Pending("opening", 5)
    assert "sealed" in ends_reading(found, EN)
