"""Where people stood: nothing before the reveal, nothing that would give two people away."""

from __future__ import annotations

import pytest

from debate.analysis.findings.polls import Standing
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.participant import Contract
from debate.service.findings import motion_findings_of
from tests.assembly import Assembly

STANCES = (-60, -30, 0, 15, 40, 80)


def room(people: int = 6, contract: Contract = "named", *, is_revealed: bool = True) -> Assembly:
    """Return people who cast an opening ballot."""
    assembly = Assembly(people, contract=contract)
    assembly.vote(
        "opening",
        lambda number: {"stance": STANCES[number], "confidence": 10 * number},
        assembly.motion,
        is_revealed=is_revealed,
    )
    return assembly


def standing_of(assembly: Assembly) -> Standing | Refused | None:
    found = motion_findings_of(assembly.debate, assembly.motion).poll("opening")
    assert found is not None
    return found.standing


def test_a_sealed_ballot_is_a_count_and_nothing_more() -> None:
    assembly = room(is_revealed=False)
    found = motion_findings_of(assembly.debate, assembly.motion).poll("opening")
    assert found is not None
    assert (found.cast, found.opened, found.is_revealed) == (6, 0, False)
    assert found.standing is None


def test_a_revealed_ballot_has_bins_sides_and_meters() -> None:
    standing = standing_of(room())
    assert isinstance(standing, Standing)
    assert standing.n == sum(standing.bins) == 6
    assert len(standing.bins) == 10
    assert (standing.against, standing.undecided, standing.in_favour) == (2, 2, 2)
    assert standing.mean == pytest.approx(7.5)
    assert standing.median == 7.5
    assert standing.spread == pytest.approx(0.4543, abs=1e-4)
    assert isinstance(standing.polarisation, float)
    assert (standing.sure, standing.confidence) == (6, 25)


def test_one_person_stands_somewhere_but_is_not_spread() -> None:
    standing = standing_of(room(1))
    assert isinstance(standing, Standing)
    assert standing.n == 1
    assert standing.spread == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)
    assert isinstance(standing.polarisation, Refused)


def test_two_people_under_a_secret_contract_are_not_told() -> None:
    assert standing_of(room(2, "secret")) == Refused(Reason.SMALL_CELL, needed=3, had=2)
    assert isinstance(standing_of(room(3, "secret")), Standing)
    assert isinstance(standing_of(room(2, "pseudonym")), Standing)


def test_a_ballot_without_a_stance_is_opened_and_stands_nowhere() -> None:
    assembly = Assembly(1)
    assembly.vote("opening", lambda _: {"verdict": "yes"}, assembly.motion)
    assert standing_of(assembly) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)


def test_nobody_who_was_sure_of_anything_is_no_confidence() -> None:
    assembly = Assembly(2)
    assembly.vote("opening", lambda _: {"stance": 10}, assembly.motion)
    standing = standing_of(assembly)
    assert isinstance(standing, Standing)
    assert standing.confidence == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)


def test_one_person_who_was_sure_of_something_is_no_mean() -> None:
    assembly = Assembly(2)
    assembly.vote("opening", lambda number: {"stance": 10, "confidence": None if number else 70},
                  assembly.motion)  # fmt: skip
    standing = standing_of(assembly)
    assert isinstance(standing, Standing)
    assert standing.sure == 1
    assert standing.confidence == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)


def test_who_left_before_the_reveal_is_counted_as_unopened() -> None:
    assembly = room(3, is_revealed=False)
    assembly.do(0, c.RevealBallots(assembly.motion, "opening"))
    assembly.seats[1].open_ballots()
    late = assembly.seats[2].cast(Ballot(motion=assembly.motion, moment="opening", stance=1))
    found = motion_findings_of(assembly.debate, assembly.motion).poll("opening")
    assert found is not None
    assert (found.cast, found.opened, found.unopened) == (3, 1, 2)
    assert late is not None
    assert (found.late, found.broken) == (0, 0)


def test_a_moment_nobody_voted_at_has_no_poll() -> None:
    assembly = Assembly(1)
    assert motion_findings_of(assembly.debate, assembly.motion).poll("mid") is None
