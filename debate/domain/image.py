"""A state as plain JSON data, and back: for a cache that spares folding a long journal again.

Facts are kept as their envelopes and read when first asked for, so that restoring costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, DeviceKey, FactId, SessionId
from debate.domain.state import ArgumentRecord, State

VERSION = 2
"""Changes whenever what an image holds, or how it is read, changes."""
_TABLES = ("proceedings", "people", "talk", "ballots", "outcomes", "unknown")
_OF_ARGUMENT = ("wordings", "standings", "adoptions", "weights", "moderation")

Image = dict[str, Any]


def image_of(state: State) -> Image:
    """Return a state as plain JSON data."""
    image: Image = {name: _envelopes(getattr(state, name).values()) for name in _TABLES}
    image["arguments"] = {name: _record_image(record) for name, record in state.arguments.items()}
    image["heads"] = dict(state.heads)
    return image


def state_of(session: SessionId, image: Mapping[str, Any]) -> State:
    """Return the state that `image_of` made an image of.

    Raises:
        KeyError: something is missing from the image.
    """
    return State(
        session=session,
        arguments={
            ArgumentId(name): _record(record) for name, record in image["arguments"].items()
        },
        heads={DeviceKey(author): number for author, number in image["heads"].items()},
        **{name: _facts(image[name]) for name in _TABLES},
    )


def _envelopes(facts: Iterable[Fact]) -> list[Mapping[str, Any]]:
    return [fact.envelope for fact in facts]


def _facts(envelopes: Iterable[Mapping[str, Any]]) -> dict[FactId, Fact]:
    facts = map(Fact, envelopes)
    return {fact.id: fact for fact in facts}


def _record_image(record: ArgumentRecord) -> Image:
    image: Image = {} if record.added is None else {"added": record.added.envelope}
    for name in _OF_ARGUMENT:
        if table := getattr(record, name):
            image[name] = _envelopes(table.values())
    return image


def _record(image: Mapping[str, Any]) -> ArgumentRecord:
    added = image.get("added")
    tables = {name: _facts(image[name]) for name in _OF_ARGUMENT if name in image}
    return ArgumentRecord(added=Fact(added) if added else None, **tables)
