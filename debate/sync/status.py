"""How an exchange with one store stands, as a value that screens and commands put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from debate.errors import RemoteError

State = Literal["waiting", "syncing", "synced", "offline", "trouble"]


@dataclass(frozen=True, slots=True)
class Status:
    """One store, at one moment."""

    remote: str
    """Its host or folder, as people know it."""
    state: State = "waiting"
    at: float | None = None
    """When both sides were last equal, on the exchange's own clock; None when they never were."""
    error: RemoteError | None = None
    """What is in the way."""
    done: int = 0
    """Frames of this round that went over."""
    total: int = 0
    """Frames of this round; 0 when that is not known."""
    received: int = 0
    """New facts since the exchange began."""
    sent: int = 0
    """Frames put since the exchange began."""
    refused: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Frames at the store that are not accepted, each with a code that says why."""
    withheld: int = 0
    """Frames that the store lists and does not hand out."""
    waiting: int = 0
    """Frames that follow facts which nobody brought yet."""
    lost: int = 0
    """How often the store had lost something, and was given it back."""
    is_doubled: bool = False
    """A key of this device is in use elsewhere."""
