"""Several groups side by side in five parts, each a chart with its words, or an honest reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.apart import GroupShift
from debate.analysis.findings.side_by_side import MotionStrength
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number
from debate.service.comparing import compared_readings, head_readings
from debate.tui.present.groups import blocks_of
from debate.tui.present.parts import PartView
from debate.tui.present.views import Bar, BarsView, RangesView, SpanView
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator
    from debate.service.comparing import ComparedMaterial, MotionCompared

TITLES = (
    N_("Who moved"),
    N_("Strengths"),
    N_("What all share"),
    N_("Never raised"),
    N_("Six words"),
)
"""The parts, from left to right."""
METHODS: Sequence[tuple[str, ...]] = (
    ("comparison-movement",),
    ("comparison-strengths",),
    ("comparison-strengths",),
    ("comparison-unraised",),
    ("comparison-words",),
)
"""What explains each part: ids of `debate.report.readings.comparing_methods`."""
MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """What the parts are made of."""

    material: ComparedMaterial
    motion: MotionId | None
    """None when the groups have no motion in common."""
    t: Translator


def title_of(shown: Shown) -> str:
    """Return what is compared: the motion in view, and its place among those in common."""
    motions = [each.motion for each in shown.material.found.motions]
    if shown.motion is None:
        return shown.t.text("Groups side by side")
    put = (group.motion(shown.motion) for group in shown.material.groups)
    title = next(each.short.within(shown.t.language) for each in put if each is not None)
    place = motions.index(shown.motion) + 1
    return f"{title}  {place}/{len(motions)}" if len(motions) > 1 else title


def parts_of(shown: Shown) -> tuple[PartView, ...]:
    """Return the five parts of a comparison."""
    words = blocks_of(head_readings(shown.material.groups, shown.material.found, shown.t))
    found = shown.material.found.motion(shown.motion) if shown.motion else None
    if found is None:
        return (*(PartView(None, words) for _ in TITLES[:-1]), _words(shown))
    return (
        PartView(_ranges(shown, found), (*words, *_said(shown, found, "movement"))),
        PartView(_bars(shown, found), _said(shown, found, "strengths")),
        PartView(None, _said(shown, found, "shared")),
        PartView(None, _said(shown, found, "unraised")),
        _words(shown),
    )


def _said(shown: Shown, found: MotionCompared, part: str) -> tuple[Block, ...]:
    material = shown.material
    return blocks_of(compared_readings(material.groups, found, part, shown.t, material.name_of))


def _ranges(shown: Shown, found: MotionCompared) -> RangesView | None:
    """Return how far each group moved, of those that may be told."""
    spans = tuple(
        SpanView(
            group.name,
            shift.mean,
            *(shift.interval if isinstance(shift.interval, tuple) else (None, None)),
        )
        for group, shift in zip(shown.material.groups, found.movement.groups, strict=True)
        if isinstance(shift, GroupShift)
    )
    return RangesView(spans, shown.t.text("against"), shown.t.text("for")) if spans else None


def _bars(shown: Shown, found: MotionCompared) -> BarsView | None:
    """Return where the motion stands in each group that may be told."""
    bars = tuple(
        Bar(
            group.name,
            each.strength,
            format_number(each.strength, shown.t.language),
            "for" if each.strength >= MIDDLE else "against",
        )
        for group, each in zip(shown.material.groups, found.sides.motion, strict=True)
        if isinstance(each, MotionStrength)
    )
    return BarsView(bars, top=1.0) if bars else None


def _words(shown: Shown) -> PartView:
    """Return what each group's holders can read to one another."""
    t, blocks = shown.t, list[Block]()
    blocks.append(
        Block(
            "prose",
            t.text(
                "Read them aloud to whoever holds the same debate: the same six words, the same facts."
            ),
        )
    )
    for head, proof in zip(shown.material.found.groups, shown.material.proofs, strict=True):
        blocks.append(Block("strong", head.name))
        blocks.append(Block("item", " ".join(proof.words)))
        if not proof.holds:
            doubt = t.text("A check of this debate did not hold: `debate verify` tells more.")
            blocks.append(Block("notice", doubt))
    return PartView(None, tuple(blocks))
