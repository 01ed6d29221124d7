"""Where a debate is kept besides this device, and the link that lets people in, as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator

_HALVES = {
    (True, True): " ",
    (True, False): "▄",
    (False, True): "▀",
    (False, False): "█",
}
"""Upper and lower module of a cell, whether each is dark; light is drawn, dark is the ground."""

ADDRESS_LIMIT = 300
"""The most characters of a store's address."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How a debate is shared, as far as a screen shows it."""

    remotes: tuple[str, ...] = ()
    """What people call the stores."""
    link: str = ""
    """Empty when there is none."""
    code: str = ""
    """To say aloud; empty when there is none."""
    is_reading: bool = False
    """Whether the link is one with which one can only read."""
    is_left_behind: bool = False


def sharing_page(shared: Shared, t: Translator) -> tuple[Block, ...]:
    """Return what there is to say of where a debate is and who can come in."""
    if not shared.remotes:
        return (
            Block("title", t.text("On this device alone")),
            Block(
                "prose",
                t.text(
                    "Keep it at a store too, and others can take part from elsewhere: a folder such "
                    "as a stick, or a store on the net. All of it is sealed on this device first."
                ),
            ),
        )
    from debate.i18n.remotes import LEFT_BEHIND

    blocks = [Block("title", t.text("Kept here, and sealed at"))]
    blocks += [Block("item", name) for name in shared.remotes]
    if shared.is_left_behind:
        blocks.append(Block("notice", t.text(LEFT_BEHIND)))
    heading = t.text("To read along") if shared.is_reading else t.text("To take part")
    blocks += [Block("heading", heading), Block("source", shared.link)]
    if shared.code and not shared.is_reading:
        blocks.append(Block("strong", t.text("To say aloud: {code}", code=shared.code)))
    advice = (
        t.text("Whoever has this link can read everything that is said, and add nothing.")
        if shared.is_reading
        else t.text(
            "Whoever has this link can take part: send it as you would send a key. They type "
            "`debate join -` and paste it."
        )
    )
    return (*blocks, Block("prose", advice))


def picture_of(link: str) -> Sequence[str]:
    """Return a link as rows of half blocks that a telephone can read; light is drawn."""
    import segno

    modules = [
        [bool(cell) for cell in row] for row in segno.make(link, error="l").matrix_iter(border=2)
    ]
    if len(modules) % 2:
        modules.append([False] * len(modules[0]))
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(modules[::2], modules[1::2], strict=True)
    ]
