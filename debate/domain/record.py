"""What was said of each argument, put into its record: a record that nothing new was said of stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentDisowned,
    ArgumentEvents,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentReinstated,
    ArgumentRevised,
    ArgumentShown,
    ArgumentWithdrawn,
    FlagResolved,
    WeightCleared,
    WeightSet,
)
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId
from debate.domain.state import UNTOUCHED, ArgumentRecord, RecordTable


def argued(
    old: Mapping[ArgumentId, ArgumentRecord],
    said: Mapping[ArgumentId, Iterable[tuple[Fact, ArgumentEvents]]],
) -> Mapping[ArgumentId, ArgumentRecord]:
    """Return the records with what was said; the very same mapping if nothing of it is new."""
    changed: dict[ArgumentId, ArgumentRecord] = {}
    for name, news in said.items():
        known = old.get(name, UNTOUCHED)
        record = _recorded(known, news)
        if record is not known:
            changed[name] = record
    return {**old, **changed} if changed else old


def _recorded(known: ArgumentRecord, news: Iterable[tuple[Fact, ArgumentEvents]]) -> ArgumentRecord:
    """Return what is known of one argument with more facts; the very same if none is new."""
    changes: dict[str, Any] = {}
    more: dict[RecordTable, dict[FactId, Fact]] = {}
    for fact, event in news:
        table = _table_of(event)
        if table is not None:
            more.setdefault(table, {})[fact.id] = fact
        elif known.added is None:
            changes["added"] = fact
    for table, facts in more.items():
        old = getattr(known, table)
        if not facts.keys() <= old.keys():
            changes[table] = {**old, **facts}
    if known is UNTOUCHED:
        return ArgumentRecord(**changes) if changes else known
    return known._replace(**changes) if changes else known


def _table_of(event: ArgumentEvents) -> RecordTable | None:
    """Return which table of an argument's record an event goes to; None for the one that made it."""
    match event:
        case ArgumentAdded():
            return None
        case WeightSet() | WeightCleared():
            return "weights"
        case ArgumentAdopted() | ArgumentDisowned():
            return "adoptions"
        case ArgumentRevised():
            return "wordings"
        case ArgumentWithdrawn() | ArgumentReinstated():
            return "standings"
        case ArgumentFlagged() | ArgumentHidden() | ArgumentShown() | FlagResolved():
            return "moderation"
        case _:
            assert_never(event)
