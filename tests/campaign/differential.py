"""Random operations on two handles of a journal database and on TinyDB's own `MemoryStorage`.

Both must answer alike and hold the same documents, over re-opens and compactions.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from debate.store.database import JournalDB
from tests.campaign.script import database, state_of


class PlainMemory(MemoryStorage):
    """TinyDB's `MemoryStorage`, which otherwise shares nested objects among documents."""

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        super().write(json.loads(json.dumps(data)))


Operation = tuple[str, int, int]
"""What to do, with which number, and to which group."""
KINDS = (
    "insert",
    "insert_multiple",
    "insert_at",
    "update",
    "update_call",
    "update_ids",
    "update_multiple",
    "upsert",
    "upsert_at",
    "remove",
    "remove_ids",
    "truncate",
    "search",
    "get",
    "get_ids",
    "count",
    "contains",
    "fails",
)


def _bump(document: MutableMapping[str, Any]) -> None:
    document["bumped"] = document.get("bumped", 0) + 1
    document["nested"]["list"].append(1)


def _fail(_document: MutableMapping[str, Any]) -> None:
    raise RuntimeError


def document(number: int, group: int) -> dict[str, Any]:
    """Return a document that shares nothing with another one."""
    return {"n": number, "g": group, "nested": {"list": [number]}}


def apply(table: Table, operation: Operation) -> object:
    """Do one operation; return its answer, or the name of what it raised."""
    kind, number, group = operation
    chosen = where("g") == group
    ids = [number % 17, number % 5]
    fields = cast("dict[str, Any]", {"u": number})
    calls: dict[str, Callable[[], object]] = {
        "insert": lambda: table.insert(document(number, group)),
        "insert_multiple": lambda: table.insert_multiple(
            [document(number, group), document(number + 1, group)]
        ),
        "insert_at": lambda: table.insert(Document(document(number, group), 200 + number)),
        "update": lambda: table.update(fields, chosen),
        "update_call": lambda: table.update(_bump, chosen),
        "update_ids": lambda: table.update(fields, doc_ids=ids),
        "update_multiple": lambda: table.update_multiple(
            [(fields, chosen), (_bump, where("n") < 9)]
        ),
        "upsert": lambda: table.upsert({**document(number, group), "up": 1}, chosen),
        "upsert_at": lambda: table.upsert(Document(document(number, group), 400 + number)),
        "remove": lambda: table.remove(chosen),
        "remove_ids": lambda: table.remove(doc_ids=ids),
        "truncate": table.truncate if number % 10 == 0 else lambda: None,
        "search": lambda: table.search(chosen),
        "get": lambda: table.get(chosen),
        "get_ids": lambda: table.get(doc_ids=ids),
        "count": lambda: table.count(chosen),
        "contains": lambda: table.contains(doc_id=number % 17),
        "fails": lambda: table.update(_fail, where("g") == -1),
    }
    try:
        return calls[kind]()
    except (KeyError, ValueError, RuntimeError) as exc:
        return type(exc).__name__


def compare(folder: Path, operations: list[Operation], *, compacting: bool) -> None:
    """Do operations on both and compare every answer and what is there at the end."""
    path = folder / "a.jsonl"
    model = TinyDB(storage=PlainMemory).table("t")
    handles: list[JournalDB] = [database(path, compacting=compacting) for _ in range(2)]
    for turn, operation in enumerate(operations):
        if operation[1] % 23 == 0:
            handles[turn % 2].close()
            handles[turn % 2] = database(path, compacting=compacting)
        model._next_id = None
        table = _with_same_next_id(handles[turn % 2], model)
        expected, found = apply(model, operation), apply(table, operation)
        assert found == expected, (operation, found, expected)
    for handle in handles:
        assert state_of(handle.table("t")) == state_of(model)
        handle.close()


def _with_same_next_id(handle: JournalDB, model: Table) -> Table:
    """Let both number on from the highest id in use: the journal remembers ids since removed."""
    handle.storage.refresh()
    highest = max(state_of(model), default=0)
    handle.storage._tables._highest["t"] = highest
    return handle.table("t")


def random_operations(count: int, chance: random.Random) -> list[Operation]:
    """Return operations, more of those that add than of those that remove."""
    kinds = [*KINDS, "insert", "insert_multiple", "insert"]
    return [
        (chance.choice(kinds), chance.randrange(100), chance.randrange(6)) for _ in range(count)
    ]


def run(operations: int, seed: int = 0) -> int:
    """Compare so many random operations; return how many there were."""
    done = 0
    while done < operations:
        with tempfile.TemporaryDirectory() as name:
            chance = random.Random(seed)
            batch = random_operations(min(200, operations - done), chance)
            compare(Path(name), batch, compacting=seed % 2 == 1)
            done += len(batch)
            seed += 1
    return done


def main() -> None:
    """Print the figures of a full campaign."""
    operations = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(
        f"differential against TinyDB: {run(operations)} operations on two handles, no difference"
    )


if __name__ == "__main__":
    main()
