"""A script of database operations, the same for every run of a seed, and what it must lead to.

The oracle is TinyDB itself with its `MemoryStorage`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from debate.store.database import JournalDB

State = dict[int, dict[str, Any]]
Step = Callable[[Table], object]


def script(seed: int) -> Iterator[Step]:
    """Yield steps without end; each is one durable commit."""
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        match chance.randrange(10):
            case 0:
                yield _update(chance.randrange(8), number)
            case 1:
                yield _remove(chance.randrange(8))
            case 2 | 3:
                yield _insert(number, chance.randint(2, 6), chance)
                number += 6
            case 4 if chance.random() < 0.1:
                yield Table.truncate
            case _:
                yield _insert(number, 1, chance)


def _insert(number: int, count: int, chance: random.Random) -> Step:
    texts = ["é" * chance.choice((0, 3, 40, 900)) for _ in range(count)]
    documents = [
        Document({"n": number + i, "g": (number + i) % 8, "t": text}, doc_id=number + i)
        for i, text in enumerate(texts)
    ]
    return lambda table: table.insert_multiple(documents)


def _update(group: int, number: int) -> Step:
    return lambda table: table.update({"u": number}, where("g") == group)


def _remove(group: int) -> Step:
    return lambda table: table.remove(where("g") == group)


def state_of(table: Table) -> State:
    """Return everything in a table."""
    return {document.doc_id: dict(document) for document in table.all()}


def states(seed: int, count: int) -> list[State]:
    """Return what each of the first `count` steps leads to; the first state is empty."""
    table = TinyDB(storage=MemoryStorage).table("t")
    found: list[State] = [{}]
    for step, _ in zip(script(seed), range(count), strict=False):
        step(table)
        found.append({key: dict(document) for key, document in state_of(table).items()})
    return found


def database(path: Path, *, compacting: bool = False) -> JournalDB:
    """Open a database; compacting means after nearly every commit."""
    opened = JournalDB(path)
    if compacting:
        opened.storage._compact_after = 0
    return opened
