"""Fewer colours for one client than for another.

Rich and Textual keep the codes of a style once for the whole process, so the first client that
paints a style would decide its colours for everybody. Every app therefore paints in true colour,
and its driver translates on the way out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.color import Color, ColorSystem

_TRUE_COLOUR = re.compile(r"([34])8;2;(\d{1,3});(\d{1,3});(\d{1,3})")


@lru_cache(maxsize=8192)
def _code(ground: str, red: str, green: str, blue: str, system: ColorSystem) -> str:
    colour = Color.from_rgb(int(red), int(green), int(blue)).downgrade(system)
    return ";".join(colour.get_ansi_codes(foreground=ground == "3"))


def downgraded(text: str, system: ColorSystem) -> str:
    """Return what is written to a terminal with every true colour as near as `system` has it."""

    def nearest(found: re.Match[str]) -> str:
        ground, red, green, blue = found.groups()
        return _code(ground, red, green, blue, system)

    return _TRUE_COLOUR.sub(nearest, text)
