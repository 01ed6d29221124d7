"""The findings of an open debate: its figures, worked out on the strengths it has at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.findings.findings import (
    Findings,
    MotionFindings,
    all_findings,
    motion_findings,
    without_order,
    without_weights,
)
from debate.service.scales import Scales

if TYPE_CHECKING:
    from debate.analysis.findings.plain import Plain
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId

__all__ = [
    "Findings",
    "MotionFindings",
    "findings_json",
    "findings_of",
    "motion_findings_of",
    "without_order",
    "without_weights",
]


def findings_of(debate: Debate, scales: Scales | None = None) -> Findings:
    """Return everything that can be said about a debate. Pure: the same debate, the same value.

    Args:
        debate: An open debate.
        scales: Its strengths; worked out anew when None, which is safe in any thread.
    """
    scales = scales or Scales(debate)
    return all_findings(debate, scales.live, scales.cyclic)


def motion_findings_of(
    debate: Debate, motion: MotionId, scales: Scales | None = None
) -> MotionFindings:
    """Return everything that can be said about one motion; see `findings_of`."""
    scales = scales or Scales(debate)
    return motion_findings(debate, motion, scales.live, scales.cyclic)


def findings_json(
    debate: Debate, findings: Findings, *, sees_names: bool = True
) -> dict[str, Plain]:
    """Return findings as JSON, with the names people go by as the contract and the phase allow."""
    names = {person.id: person.name for person in debate.people.by_id.values()}
    return findings.to_json(names if sees_names else None)
