"""What all events share: a kind, a schema version, and how they name what they answer."""

from __future__ import annotations

from typing import ClassVar

from debate.domain.base import Frozen, Whole
from debate.domain.ids import DeviceKey, FactId

Heads = tuple[tuple[DeviceKey, Whole], ...]
"""The newest number known of each author's log: what the author of a fact had seen."""


class EventBase(Frozen):
    """Something that happened. `kind` is its name on the wire, `version` that of its schema."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1


class ActBase(EventBase):
    """Something a participant did, bound to the phase it was done in."""

    phase: FactId | None = None
    """The fact that began the phase; None for the phase the debate opened with."""
