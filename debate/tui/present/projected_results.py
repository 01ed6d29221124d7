"""The results on a projector: before and after, who moved, the strongest on each side, what moved people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from debate.analysis.findings.ends import Ends, ends_finding
from debate.analysis.findings.movement import Pending, Shift
from debate.analysis.findings.moving import Moved
from debate.analysis.findings.polls import Standing
from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.ends import ends_reading, ends_titles
from debate.service.readings import (
    chance_reading,
    moved_by_reading,
    oxford_reading,
    pending_reading,
    refusal_reading,
)
from debate.tui.present.slides import Band, Figure, Slide, Tone

if TYPE_CHECKING:
    from debate.analysis.findings.weighing import ArgumentFinding
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId
    from debate.i18n.catalog import Translator
    from debate.service.findings import MotionFindings
    from debate.service.sight import Sight

MOST_NAMED = 3
"""So many arguments that moved people stand on one slide."""


def results_slides(
    debate: Debate, found: Mapping[MotionId, MotionFindings], sight: Sight, t: Translator
) -> Iterator[Slide]:
    """Yield the results of every motion, as far as they may be seen."""
    for motion in debate.charter.motions:
        each = found.get(motion.id)
        title = motion.short.within(t.language)
        if each is None:
            yield Slide(f"waiting/{motion.id}", title, t.text("Working it out…"), tone="muted")
        else:
            yield from _Results(debate, each, sight, t, title).slides()


class _Results:
    """The slides of one motion."""

    def __init__(
        self, debate: Debate, found: MotionFindings, sight: Sight, t: Translator, title: str
    ) -> None:
        self._debate = debate
        self._found = found
        self._sight = sight
        self._t = t
        self._title = title

    def slides(self) -> Iterator[Slide]:
        """Yield what there is to see, or what is waited for."""
        shift = self._found.shift
        is_first_round = isinstance(shift, Pending) and shift.moment == "closing"
        if self._bands():
            yield self._before_and_after()
        if is_first_round and self._bands():
            yield from self._ends()
        if isinstance(shift, Shift):
            yield self._moved(shift)
        elif not self._bands() or not is_first_round:
            words = (
                pending_reading(shift, self._t) if isinstance(shift, Pending)
                else refusal_reading(shift, self._t)
            )  # fmt: skip
            yield self._slide("pending", words, tone="muted")
        if self._sight.sees_totals and self._sight.sees_weights:
            yield from self._strongest()
        if isinstance(self._found.moved, Moved) and self._found.moved.arguments:
            yield self._named(self._found.moved)

    def _slide(self, key: str, big: str = "", *, tone: Tone = "strong") -> Slide:
        return Slide(f"{key}/{self._found.motion}", self._title, big, tone)

    # Before and after -------------------------------------------------------------------------

    def _bands(self) -> tuple[Band, ...]:
        t = self._t
        names = {"opening": t.text("before"), "closing": t.text("after")}
        bands = []
        for moment in ("opening", "closing"):
            poll = self._found.poll(moment)
            if poll is not None and isinstance(poll.standing, Standing):
                bands.append(Band(f"{names[moment]} ({poll.standing.n})", poll.standing.bins))
        return tuple(bands)

    def _before_and_after(self) -> Slide:
        t = self._t
        return Slide(
            f"bands/{self._found.motion}",
            self._title,
            bands=self._bands(),
            axis=(t.text("▼ against"), t.text("for ▲")),
        )

    def _moved(self, shift: Shift) -> Slide:
        t = self._t
        return Slide(
            f"moved/{self._found.motion}",
            f"{t.text('Who moved')}  {self._title}",
            figures=(
                Figure(str(shift.away), t.text("towards against"), "against"),
                Figure(str(shift.unchanged), t.text("stayed")),
                Figure(str(shift.towards), t.text("towards for"), "for"),
                Figure(str(shift.unpaired), t.text("answered once"), "muted"),
            ),
            lines=(
                (oxford_reading(shift.oxford, t), "ink"),
                (chance_reading(shift.p, t), "ink"),
            ),
        )

    # A first round ----------------------------------------------------------------------------

    def _ends(self) -> Iterator[Slide]:
        """Yield the middle and the quarters of a first round, and the reasons at both ends."""
        t, ends = self._t, ends_finding(self._debate, self._found.motion)
        if not isinstance(ends, Ends):
            if isinstance(ends, Refused):
                yield self._slide("ends", refusal_reading(ends, t), tone="muted")
            return
        figures = (
            Figure(
                format_signed(round(ends.low), t.language, 0), t.text("lower quarter"), "against"
            ),
            Figure(format_signed(round(ends.median), t.language, 0), t.text("middle")),
            Figure(format_signed(round(ends.high), t.language, 0), t.text("upper quarter"), "for"),
        )
        yield Slide(
            f"ends/{self._found.motion}",
            f"{t.text('Middle and spread')}  {self._title}",
            figures=figures,
            lines=((ends_reading(ends, t), "ink"),),
        )
        against, in_favour = ends_titles(ends, t)
        if self._sight.sees_others_arguments:
            yield from self._reasons("reasons-against", against, ends.against, "against")
            yield from self._reasons("reasons-for", in_favour, ends.in_favour, "for")

    def _reasons(
        self, key: str, title: str, names: tuple[ArgumentId, ...], tone: Tone
    ) -> Iterator[Slide]:
        """Yield the reasons at one end, one at a time and without a name."""
        for place, name in enumerate(names, start=1):
            claim = self._debate.floor.arguments[name].claim.within(self._t.language)
            yield Slide(f"{key}/{name}", f"{title}  {place}/{len(names)}", claim, tone)

    # Arguments --------------------------------------------------------------------------------

    def _strongest(self) -> Iterator[Slide]:
        """Yield the strongest argument on each side that anybody weighed."""
        t, direct = self._t, [each for each in self._found.weighing.arguments if each.is_direct]
        titles: tuple[tuple[Tone, str], ...] = (
            ("against", t.text("▼ Strongest against")),
            ("for", t.text("▲ Strongest for")),
        )
        for side, title in titles:
            there = [each for each in direct if each.leaning == side and each.raters]
            if there:
                yield self._strong(max(there, key=lambda each: each.strength), side, title)

    def _strong(self, each: ArgumentFinding, side: Tone, title: str) -> Slide:
        t = self._t
        claim = self._debate.floor.arguments[each.id].claim.within(t.language)
        return Slide(
            f"strongest/{side}/{self._found.motion}",
            f"{title}  {self._title}",
            claim,
            tone=side,
            figures=(
                Figure(format_number(each.strength, t.language), t.text("strength")),
                Figure(str(each.raters), t.text("weighed it")),
            ),
        )

    def _named(self, moved: Moved) -> Slide:
        t = self._t
        top = moved.arguments[:MOST_NAMED]
        arguments = self._debate.floor.arguments
        first = arguments[top[0].argument].claim.within(t.language)
        others: list[tuple[str, Tone]] = [
            (f"{each.by} × {arguments[each.argument].claim.within(t.language)}", "ink")
            for each in top[1:]
        ]
        return Slide(
            f"named/{self._found.motion}",
            f"{t.text('What moved people')}  {self._title}",
            first,
            figures=(Figure(str(top[0].by), t.text("named it")),),
            lines=tuple(others),
            notes=(moved_by_reading(moved, t),),
        )
