"""What a projector shows: one thing at a time, as a small frozen value that is drawn in large type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from debate.tui.lettering import JOINT

Tone = Literal["strong", "for", "against", "notice", "muted", "ink"]
"""What a piece is, for the reader; `debate.tui.widgets.ink` has its colour."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with a word or two beneath it."""

    number: str
    label: str
    tone: Tone = "strong"


@dataclass(frozen=True, slots=True)
class Band:
    """How many people stand in each bin from against to for, at one moment."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One view; what is empty is left out."""

    key: str
    """Names it, so that the view stays where it is when others come and go."""
    title: str
    """One line above, in plain type."""
    big: str = ""
    """What is written as large as fits."""
    tone: Tone = "strong"
    bands: tuple[Band, ...] = ()
    axis: tuple[str, str] = ("", "")
    """The words at the ends of the bands: against and for."""
    figures: tuple[Figure, ...] = ()
    lines: tuple[tuple[str, Tone], ...] = ()
    """Sentences beneath, in plain type."""
    notes: tuple[str, ...] = ()
    """Small print at the foot."""
    code: str = ""
    """What is drawn as a code for cameras."""
    has_clock: bool = False
    """Whether the clock of the phase stands among the figures, as the first of them."""


@dataclass(frozen=True, slots=True)
class Show:
    """A slide with what stands around it."""

    slide: Slide
    heading: str = ""
    """Debate and phase."""
    place: str = ""
    """Which of how many slides; empty when there is one."""
    clock: str = ""
    clock_tone: Tone = "strong"
    clock_label: str = ""


def plain_lines(slide: Slide) -> tuple[str, ...]:
    """Return a slide as plain lines, for a screen reader or a file."""
    lines = [slide.title, slide.big.replace(JOINT, "")]
    lines += [f"{band.label}: {' '.join(map(str, band.counts))}" for band in slide.bands]
    lines += [f"{figure.label}: {figure.number}" for figure in slide.figures]
    lines += [text for text, _ in slide.lines]
    lines += slide.notes
    return tuple(line for line in lines if line)
