"""What the minutes tell of all motions at once: who weighs alike, coherence, and what people prefer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.analysis.findings.coherence import Coherence
from debate.analysis.findings.deciding import Carried, Preference
from debate.analysis.findings.grouping import Grouping
from debate.report.outline import Block, Heading, Paragraph
from debate.report.readings.coherence import coherence_readings
from debate.report.readings.deciding import carried_readings, preference_readings
from debate.report.readings.explanations import SECTIONS
from debate.report.readings.groups import group_readings
from debate.report.saying import said_blocks

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.i18n.catalog import Translator
    from debate.report.material import Material


def decided_part(material: Material, found: MotionFindings, t: Translator) -> Iterator[Block]:
    """Yield whether one motion carries, and what people prefer among its options."""
    yield from said_blocks(carried_readings(found.carried, t), 3)
    if isinstance(found.preference, Preference):
        readings = preference_readings(found.preference, material.debate, found.motion, t)
        yield from said_blocks(readings, 3)
    if isinstance(found.coherence, Coherence) and material.sees_totals:
        yield Heading(3, t.text("Coherence"))
        yield from said_blocks(coherence_readings(found.coherence, t), 4)


def together_part(material: Material, t: Translator) -> Iterator[Block]:
    """Yield the order of the motions, the groups and the coherence, or why there is none."""
    findings = material.findings
    if isinstance(findings.preference, Preference):
        yield from said_blocks(
            preference_readings(findings.preference, material.debate, None, t), 2
        )
    yield Heading(2, t.text("Who weighs alike"))
    if not material.sees_totals:
        yield Paragraph(t.text("Weights are hidden in this phase."), "notice")
        return
    yield from said_blocks(group_readings(findings.groups, material.debate, t), 3)
    if len(findings.motions) > 1:
        yield Heading(2, t.text("Coherence"))
        yield from said_blocks(coherence_readings(findings.coherence, t), 3)


def explained(material: Material) -> tuple[str, ...]:
    """Return the codes of the explanations that belong to what is told here."""
    found, motions = material.findings, material.findings.motions
    coherences = (found.coherence, *(each.coherence for each in motions))
    decided = (found.preference, *(each.preference for each in motions))
    codes: list[str] = []
    if isinstance(found.groups, Grouping) and material.sees_totals:
        codes += (code for code in SECTIONS["groups"] if code != "plane")
    if any(isinstance(each, Coherence) for each in coherences) and material.sees_totals:
        codes += SECTIONS["coherence"]
    if any(isinstance(each, Preference) for each in decided):
        codes.append("schulze")
    if any(isinstance(each.carried, Carried) for each in motions):
        codes += ("majority", "quorum")
    return tuple(codes)
