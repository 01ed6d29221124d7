"""The seam between a way in (ssh, a browser, a test) and the screen: bytes in, bytes out.

A way in implements `Terminal`, describes the far end in a `Client`, and hands both to
`debate.host.visit.Visit`, which feeds what arrives to the driver. Nothing here knows a protocol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rich.color import ColorSystem

Size = tuple[int, int]
"""Columns and rows."""
LARGEST: Size = (400, 120)
"""The largest window that is drawn: a layout costs everybody's time."""
USUAL: Size = (80, 24)
"""What a terminal is taken for that does not say."""
TRUE_COLOUR_TERMINALS = ("kitty", "ghostty", "alacritty", "foot", "wezterm", "direct", "iterm")
"""Words in `TERM` of terminals that show true colour without saying so."""


class Terminal(Protocol):
    """The far end. All of it is called in the thread of the event loop."""

    @property
    def size(self) -> Size:
        """The window, as `clamped` returns it."""

    def send(self, data: bytes) -> None:
        """Send bytes, or drop them when nobody is there any more; never wait."""

    def backlog(self) -> int:
        """Return how many bytes were sent and have not left this machine."""

    def hold(self, on: bool) -> None:
        """Stop or go on reading what the far end sends."""


@dataclass(frozen=True, slots=True)
class Client:
    """What the far end is, as it says itself; none of it is trusted beyond its looks."""

    name: str = ""
    """For the log of the host."""
    term: str = "xterm-256color"
    environment: Mapping[str, str] = field(default_factory=dict)
    """The few variables it sent: `COLORTERM`, `NO_COLOR`, `LANG`."""
    hovers: bool = False
    """Whether the mouse is followed when no button is down: costs a paint a move."""

    @property
    def is_colourless(self) -> bool:
        """Whether it shows no colour, or asks for none."""
        return bool(self.environment.get("NO_COLOR")) or self.term in {"dumb", "vt100", "vt220"}

    @property
    def colours(self) -> ColorSystem | None:
        """How many colours it shows; None is true colour."""
        if self.environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
            return None
        if any(word in self.term for word in TRUE_COLOUR_TERMINALS):
            return None
        return ColorSystem.EIGHT_BIT if "256" in self.term else ColorSystem.STANDARD


def clamped(columns: int, rows: int) -> Size:
    """Return a window that can be drawn for one that was asked for; 0 means unknown."""
    return (
        min(columns, LARGEST[0]) if columns > 0 else USUAL[0],
        min(rows, LARGEST[1]) if rows > 0 else USUAL[1],
    )
