"""Every kind of fact there is. Once written, a kind keeps its meaning for ever.

A kind this program does not know, or a newer version of one it does, is an `UnknownEvent`:
kept word for word and folded as nothing, so that an older program never loses a newer one's facts.
"""

from __future__ import annotations

from typing import ClassVar, get_args

from pydantic import ValidationError

from debate.domain.base import Frozen
from debate.domain.events.arguments import ArgumentEvents, TalkEvents
from debate.domain.events.decisions import BallotEvents, OutcomeEvents
from debate.domain.events.people import PeopleEvents
from debate.domain.events.session import SessionEvents


class UnknownEvent(Frozen):
    """A fact this program cannot read; `reason` says why."""

    kind: ClassVar[str] = "unknown"
    name: str
    """The kind as it was written."""
    reason: str
    """`newer` for an unknown kind or version, `malformed` for content that does not fit."""


KnownEvent = (
    SessionEvents | PeopleEvents | ArgumentEvents | TalkEvents | BallotEvents | OutcomeEvents
)
Event = KnownEvent | UnknownEvent

KINDS: dict[str, type[KnownEvent]] = {model.kind: model for model in get_args(KnownEvent)}
"""Each kind on the wire, and the event it stands for."""


def parse(kind: str, version: int, data: object) -> Event:
    """Read one event from plain JSON data; never raises.

    Args:
        kind: The name on the wire, such as `weight.set`.
        version: The version of the kind's schema that wrote it.
        data: Its content: mappings, lists, text, whole numbers, booleans and None.
    """
    model = KINDS.get(kind)
    if model is None or version > model.version:
        return UnknownEvent(name=kind, reason="newer")
    try:
        return model.model_validate(data, strict=False)
    except ValidationError:
        return UnknownEvent(name=kind, reason="malformed")


def content(event: KnownEvent) -> dict[str, object]:
    """Return an event as plain JSON data, fields that hold their default left out."""
    return event.model_dump(mode="json", exclude_defaults=True)
