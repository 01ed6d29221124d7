"""The figures of a debate's groups as views: words as blocks of a page, places as a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from debate.analysis.findings.grouping import Grouping
from debate.service.insights import LETTERS, Said, plane_reading
from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.widgets.page import Block
from debate.tui.widgets.people_map import NO_GROUP, OWN, MapDot, MapView

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator


def blocks_of(words: Iterable[Said]) -> tuple[Block, ...]:
    """Return words as the blocks of a page."""
    return tuple(Block(each.sort, each.text) for each in words)


def map_view(found: object, t: Translator) -> MapView | None:
    """Return where people stand; None when nothing may be drawn of them."""
    if not isinstance(found, Grouping):
        return None
    dots = found.plane.dots
    return MapView(
        tuple(
            MapDot(dot.x, dot.y, "" if dot.group is None else LETTERS[dot.group], dot.is_own)
            for dot in dots
        ),
        plane_reading(found, t),
        _legend(found, t),
    )


def _legend(found: Grouping, t: Translator) -> str:
    """Return what the signs on the map mean."""
    signs = [f"{LETTERS[place]} {group.size}" for place, group in enumerate(found.groups)]
    if any(dot.group is None for dot in found.plane.dots):
        signs.append(t.text("{sign} in no group", sign=NO_GROUP))
    if any(dot.is_own for dot in found.plane.dots):
        signs.append(t.text("{sign} you", sign=OWN))
    return "   ".join(signs)


def subject(debate: Debate, motion: MotionId | None, t: Translator) -> str:
    """Return what the figures are about: one motion, or the whole debate."""
    names = debate.charter.motion_ids
    found = debate.charter.motion(motion) if motion else None
    if found is None:
        return t.text("The whole debate")
    title = found.short.within(t.language)
    return f"{title}  {names.index(found.id) + 1}/{len(names)}" if len(names) > 1 else title


def sections_line(titles: Sequence[str], active: int, width: int) -> str:
    """Return the sections on one line, the one in view marked.

    Where they do not all fit, the line begins with the one in view.
    """
    marked = [f"{'▸' if n == active else ' '} {each}" for n, each in enumerate(titles)]
    line = "  ".join(marked)
    if cells_of(line) > width > 0:
        line = "  ".join([*marked[active:], *marked[:active]])
    return cut(line, width) if width > 0 else line
