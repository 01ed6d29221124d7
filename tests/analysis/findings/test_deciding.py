"""What a debate decides: orders and verdicts from revealed ballots only."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from debate.analysis.findings.deciding import (
    Carried,
    Preference,
    carried_finding,
    preference_finding,
    tiers_among,
)
from debate.analysis.findings.movement import Pending
from debate.analysis.majority import Rule
from debate.analysis.refusal import Reason, Refused
from debate.domain.participant import Contract
from tests.assembly import Assembly, motion_called

OPTIONS = ("north", "east", "south")


def room(people: int = 9, contract: Contract = "named") -> Assembly:
    return Assembly(people, contract=contract, motions=[motion_called("alpha", OPTIONS)])


def ranking(*tiers: str) -> dict[str, Any]:
    """Return a ballot from `"north east"`, `"south"`: equal ones share a tier."""
    return {"ranking": tuple(tuple(f"alpha/{x}" for x in tier.split()) for tier in tiers)}


def order(assembly: Assembly) -> Preference:
    found = preference_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Preference)
    return found


def carried(
    assembly: Assembly, rule: Rule = Rule.SIMPLE, quorum: Fraction | None = None
) -> Carried:
    found = carried_finding(assembly.debate, assembly.motion, rule, quorum)
    assert isinstance(found, Carried)
    return found


def verdicts(*said: str | None) -> Callable[[int], dict[str, Any] | None]:
    return lambda n: {"verdict": said[n]} if n < len(said) else None


def test_the_option_that_beats_all_others_wins() -> None:
    assembly = room()
    assembly.vote(
        "closing",
        lambda n: ranking("east", "north", "south") if n < 5 else ranking("north", "east", "south"),
        assembly.motion,
    )
    found = order(assembly)
    assert found.tiers == (("alpha/east",), ("alpha/north",), ("alpha/south",))
    assert found.winner == "alpha/east"
    assert found.beats_all
    assert found.ballots == 9
    assert dict(found.points)["alpha/south"] == 0
    assert (found.duels[0].prefer_one, found.duels[0].prefer_other) == (4, 5)


def test_a_tie_for_the_first_place_has_no_winner() -> None:
    assembly = room(4)
    assembly.vote(
        "closing",
        lambda n: ranking("east", "north") if n % 2 else ranking("north", "east"),
        assembly.motion,
    )
    found = order(assembly)
    assert found.tiers == (("alpha/north", "alpha/east"), ("alpha/south",))
    assert found.winner is None
    assert not found.beats_all


def test_a_circle_has_a_winner_that_does_not_beat_all() -> None:
    assembly = room()
    ways = [("north", "east", "south")] * 4 + [("east", "south", "north")] * 3
    ways += [("south", "north", "east")] * 2
    assembly.vote("closing", lambda n: ranking(*ways[n]), assembly.motion)
    found = order(assembly)
    assert found.winner == "alpha/north"
    assert not found.beats_all


def test_a_ballot_that_names_an_option_twice_or_unknown_ones_still_counts() -> None:
    assert tiers_among("abc", [("a", "x"), ("a", "b", "b"), ("y",)]) == (("a",), ("b",))
    assembly = room(3)
    assembly.vote("closing", lambda n: ranking("moon north", "north east"), assembly.motion)
    assert order(assembly).winner == "alpha/north"


def test_ballots_that_rank_nothing_are_no_rankings() -> None:
    assembly = room(4)
    assembly.vote("closing", lambda n: ranking("east") if n else {"stance": 5}, assembly.motion)
    assert order(assembly).ballots == 3


def test_whole_motions_are_ranked_too() -> None:
    assembly = Assembly(3, motions=[motion_called("alpha"), motion_called("beta")])
    assembly.vote("closing", lambda n: {"ranking": (("beta",), ("alpha",))})
    found = preference_finding(assembly.debate, None)
    assert isinstance(found, Preference)
    assert found.winner == "beta"


def test_one_option_is_no_choice() -> None:
    assembly = Assembly(3)
    found = preference_finding(assembly.debate, assembly.motion)
    assert found == Refused(Reason.TOO_FEW_ITEMS, needed=2, had=0)


def test_sealed_ballots_decide_nothing() -> None:
    assembly = room(4)
    assembly.vote("opening", lambda n: {"verdict": "yes"}, assembly.motion)
    assembly.vote("closing", lambda n: ranking("east"), assembly.motion, is_revealed=False)
    assert preference_finding(assembly.debate, assembly.motion) == Pending("closing", 4)
    assert carried_finding(assembly.debate, assembly.motion) == Pending("closing", 4)


def test_nobody_voted_is_nothing_counted() -> None:
    found = carried_finding(room(2).debate, room(2).motion)
    assert found == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)


def test_an_earlier_verdict_holds_when_the_newest_ballots_say_none() -> None:
    assembly = room(3)
    assembly.vote("opening", verdicts("yes", "yes", "no"), assembly.motion)
    assembly.vote("closing", lambda n: {"stance": 40}, assembly.motion)
    assert carried(assembly).moment == "opening"


def test_two_thirds_is_an_exact_fraction() -> None:
    assembly = room()
    assembly.vote("closing", verdicts(*["yes"] * 6, *["no"] * 3), assembly.motion)
    found = carried(assembly, Rule.TWO_THIRDS)
    assert found.decision.is_carried
    assert found.decision.share == Fraction(2, 3)
    assert not carried(assembly, Rule.THREE_QUARTERS).decision.is_carried


@pytest.mark.parametrize(
    ("rule", "said", "is_carried"),
    [
        (Rule.SIMPLE, ["yes", "yes", "no", "no"], False),
        (Rule.CONSENT, ["yes", "no", "no", "abstain"], True),
        (Rule.CONSENT, ["yes", "yes", "yes", "block"], False),
        (Rule.CONSENSUS_MINUS_ONE, ["yes", "yes", "yes", "block"], True),
        (Rule.CONSENSUS_MINUS_ONE, ["yes", "yes", "no", "block"], False),
        (Rule.UNANIMITY, ["yes", "yes", "abstain", "yes"], True),
    ],
)
def test_every_rule_decides_on_counts(rule: Rule, said: list[str], is_carried: bool) -> None:
    assembly = room(4)
    assembly.vote("closing", verdicts(*said), assembly.motion)
    assert carried(assembly, rule).decision.is_carried is is_carried


def test_a_quorum_that_is_not_met_decides_nothing() -> None:
    assembly = room()
    assembly.vote("closing", verdicts("yes", "yes", "yes"), assembly.motion)
    found = carried(assembly, quorum=Fraction(1, 2))
    assert (found.decision.is_quorate, found.decision.is_carried) == (False, False)
    assert (found.count.present, found.count.eligible) == (3, 9)
    assert carried(assembly, quorum=Fraction(1, 3)).decision.is_carried


def test_a_ballot_without_a_verdict_is_told_apart() -> None:
    assembly = room(4)
    assembly.vote("closing", lambda n: {"verdict": "yes"} if n else {"stance": -3}, assembly.motion)
    assert carried(assembly).without_verdict == 1


def test_under_a_secret_contract_two_verdicts_stay_closed() -> None:
    assembly = room(2, "secret")
    assembly.vote("closing", verdicts("yes", "no"), assembly.motion)
    found = carried_finding(assembly.debate, assembly.motion)
    assert found == Refused(Reason.SMALL_CELL, needed=3, had=2)
