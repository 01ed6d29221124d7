"""What one's own weights imply, and which single weight would turn a motion."""

from __future__ import annotations

import pytest

from debate.analysis.findings import choices
from debate.analysis.findings.choices import (
    Implied,
    Tip,
    implied_finding,
    own_scales,
    stance_of,
    tip_of,
)
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.weight import Scheme
from debate.service.scales import Scales
from tests.assembly import Assembly


def room(
    weights: tuple[int, ...], scheme: Scheme = "scale", others: int | None = None
) -> tuple[Assembly, list[ArgumentId]]:
    """Return a room in which the first person weighed the first arguments."""
    assembly = Assembly(2, scheme=scheme)
    names = assembly.argue(4)
    for name, weight in zip(names, weights, strict=False):
        assembly.do(0, c.SetWeight(name, weight))
    if others is not None:
        for name in names:
            assembly.do(1, c.SetWeight(name, others))
    return assembly, names


def implied(assembly: Assembly) -> Implied | Refused:
    scales = Scales(assembly.debate)
    return implied_finding(assembly.debate, assembly.motion, assembly.ids()[0], scales.live)


def stance(assembly: Assembly) -> int:
    found = implied(assembly)
    assert isinstance(found, Implied)
    return found.stance


def test_balance_is_the_middle_of_the_slider() -> None:
    assert [stance_of(strength) for strength in (0.0, 0.25, 0.5, 1.0)] == [-100, -50, 0, 100]


def test_weights_for_a_motion_imply_a_stance_for_it() -> None:
    # Energy 1 - .1 + 1 - .1 = 1.8, so strength .5 + .5 * 3.24 / 4.24.
    assert stance(room((10, 1, 10, 1))[0]) == 76


def test_the_weights_of_others_change_nothing() -> None:
    assert stance(room((2, 8, 1))[0]) == stance(room((2, 8, 1), others=10)[0]) < 0


def test_what_i_did_not_weigh_says_nothing() -> None:
    assembly, names = room((10, 1, 10))
    assert stance(assembly) == stance_of(0.5 + 0.5 * 1.9**2 / (1 + 1.9**2))
    assembly.do(1, c.AddArgument("attacks", names[3], "A reply to what I did not weigh"))
    assert stance(assembly) == stance_of(0.5 + 0.5 * 1.9**2 / (1 + 1.9**2))


def test_a_reply_that_i_weigh_counts() -> None:
    assembly, names = room((10, 1, 10))
    before = stance(assembly)
    reply = assembly.do(1, c.AddArgument("attacks", names[0], "It is not true")).first
    assembly.do(0, c.SetWeight(ArgumentId(reply), 9))
    undercut = assembly.do(1, c.AddArgument("undercuts", names[2], "It does not matter")).first
    assembly.do(0, c.SetWeight(ArgumentId(undercut), 9))
    assert 0 < stance(assembly) < before


def test_a_budget_reaches_both_ends_too() -> None:
    assert stance(room((100, 0, 0), "budget")[0]) == 90
    assert stance(room((0, 100, 0), "budget")[0]) == -90


def test_votes_against_an_argument_help_the_other_side() -> None:
    assert stance(room((-5, 5, -5), "quadratic")[0]) < 0


def test_two_weights_are_too_few() -> None:
    assert implied(room((9, 9))[0]) == Refused(Reason.TOO_FEW_ITEMS, needed=3, had=2)


def own_tip(assembly: Assembly) -> Tip | None:
    live = Scales(assembly.debate).live
    own = own_scales(assembly.debate, assembly.motion, assembly.ids()[0], live)
    return tip_of(own, assembly.motion)


def test_the_smallest_change_that_turns_a_motion_is_named() -> None:
    assembly, names = room((9, 3, 5, 6))
    assert stance(assembly) > 0
    tip = own_tip(assembly)
    assert tip is not None
    assert tip.argument in names
    assert abs(tip.needed - tip.now) == pytest.approx(0.5, abs=1e-6)


def test_a_motion_that_no_single_weight_turns_is_robust() -> None:
    assert own_tip(room((10, 0, 10, 0))[0]) is None


def test_a_motion_with_very_many_arguments_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    assembly, _ = room((9, 3, 5, 6))
    live = Scales(assembly.debate).live
    assert isinstance(tip_of(live, assembly.motion), Tip)
    monkeypatch.setattr(choices, "MOST_SOUGHT", 3)
    assert tip_of(live, assembly.motion) is None
