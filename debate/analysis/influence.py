"""How replies move a base score: one function per semantics, with its two slopes.

Each takes a base score w in [0, 1] and the total a of the contributions (an energy without bounds,
or in [-1, 1] for a product) and returns a strength in [0, 1]; a total of 0 leaves the base score.
The slopes are the partial derivatives by w and by a, for `debate.analysis.gradient`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

_STEEPEST = 700.0
"""Beyond this an exponential leaves double precision; no strength differs there."""

Slopes = tuple[float, float]
"""The partial derivatives of a strength: by the base score, by the total."""


@dataclass(frozen=True, slots=True)
class Influence:
    """A way to move a base score, and how steep it is."""

    strength: Callable[[float, float], float]
    """Takes (base score, total) to a strength in [0, 1]."""
    slopes: Callable[[float, float], Slopes]
    """Takes (base score, total) to the two partial derivatives of the strength."""


def _quadratic(base: float, total: float) -> float:
    """Return w + (1 - w) h(E) - w h(-E), h(x) = x² / (1 + x²) for x > 0 (Potyka 2018, KR)."""
    square = total * total
    pull = square / (1.0 + square)
    return base + (1.0 - base) * pull if total > 0.0 else base - base * pull


def _quadratic_slopes(base: float, total: float) -> Slopes:
    square = total * total
    room = 1.0 - base if total > 0.0 else base
    return 1.0 / (1.0 + square), room * 2.0 * abs(total) / (1.0 + square) ** 2


def _linear(base: float, total: float) -> float:
    """Return w + a (1 - w) for a >= 0, else w + a w (Rago, Toni, Aurisicchio, Baroni 2016, KR)."""
    reach = max(-1.0, min(total, 1.0))
    return base + reach * (1.0 - base) if reach > 0.0 else base + reach * base


def _linear_slopes(base: float, total: float) -> Slopes:
    if total == 0.0:
        return 1.0, 0.5
    if abs(total) > 1.0:
        return 0.0, 0.0
    return 1.0 - abs(total), 1.0 - base if total > 0.0 else base


def _euler(base: float, total: float) -> float:
    """Return 1 - (1 - w²) / (1 + w e^E) (Amgoud and Ben-Naim 2018, IJAR)."""
    if total == 0.0:  # to the last bit
        return base
    return 1.0 - (1.0 - base * base) / (1.0 + base * _exponential(total))


def _euler_slopes(base: float, total: float) -> Slopes:
    power = _exponential(total)
    room, below = 1.0 - base * base, 1.0 + base * power
    by_base = 2.0 * base / below + room / below * (power / below)
    return by_base, room * (base * power / below) / below


def _logistic(base: float, total: float) -> float:
    """Return logistic(logit(w) + E), written so that 0 and 1 stay (Potyka 2021, AAAI)."""
    if total == 0.0:  # to the last bit
        return base
    return base / (base + (1.0 - base) * _exponential(-total))


def _logistic_slopes(base: float, total: float) -> Slopes:
    power = _exponential(-total)
    below = base + (1.0 - base) * power
    return power / below / below, base / below * ((1.0 - base) * power / below)


def _categorizer(base: float, total: float) -> float:
    """Return w / (1 + sum of attacks) (Besnard and Hunter 2001; weights: Amgoud et al. 2017)."""
    return base / (1.0 - total)


def _categorizer_slopes(base: float, total: float) -> Slopes:
    return 1.0 / (1.0 - total), base / (1.0 - total) ** 2


def _exponential(exponent: float) -> float:
    """Return e to a power that is kept where doubles can follow."""
    return math.exp(max(-_STEEPEST, min(exponent, _STEEPEST)))


QUADRATIC = Influence(_quadratic, _quadratic_slopes)
"""Symmetric, open-minded, flat at balance."""
LINEAR = Influence(_linear, _linear_slopes)
"""For totals in [-1, 1]; one beyond, which takes a kappa below 1, counts as the end.

At 0 its slope by the total is the mean of the slopes on either side."""
EULER = Influence(_euler, _euler_slopes)
"""Asymmetric: it never falls below the square of the base score; 0 and 1 stay."""
LOGISTIC = Influence(_logistic, _logistic_slopes)
"""Additive in log-odds; 0 and 1 stay."""
CATEGORIZER = Influence(_categorizer, _categorizer_slopes)
"""For attacks alone: its total is never above 0."""
