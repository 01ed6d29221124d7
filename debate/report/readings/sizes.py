"""The words for how large a difference is."""

from __future__ import annotations

from collections.abc import Mapping

from debate.analysis.comparison import Magnitude
from debate.i18n.marks import N_

SIZES: Mapping[Magnitude, str] = {
    Magnitude.NEGLIGIBLE: N_("hardly any difference"),
    Magnitude.SMALL: N_("a small difference"),
    Magnitude.MEDIUM: N_("a medium difference"),
    Magnitude.LARGE: N_("a large difference"),
}
"""For |delta| from .147, .33 and .474 on (Romano et al. 2006)."""
