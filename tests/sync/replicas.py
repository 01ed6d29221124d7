"""Replicas of one debate in memory, and stores that fail, forget and lie."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count

from debate.domain.ids import DeviceKey, FactId, SessionId
from debate.errors import RemoteBusy, RemoteError, Unreachable
from debate.service.clock import Clock
from debate.service.session import Session
from debate.store.memory import MemoryJournal
from debate.sync.desk import Desk
from debate.sync.engine import Exchange
from debate.sync.remote import Changes, Listing, Put, RemoteStore
from debate.sync.status import Status
from debate.trust.circle import Circle
from debate.trust.envelope import Document, Item, extend
from debate.trust.keys import SigningKey
from tests.sync.memory_store import MemoryStore, Shelf

SESSION = SessionId("ab" * 16)
CIRCLE = Circle.of(b"s" * 16)
START = 1_790_000_000_000


def key(number: int) -> SigningKey:
    return SigningKey(number.to_bytes(2) * 16)


class MemoryLedger:
    """Frames in memory, as `debate.store.ledger` keeps them on a disk."""

    def __init__(self) -> None:
        self.frames: dict[str, tuple[bytes, str, int]] = {}
        self.at: dict[str, set[str]] = {}
        self._version = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield

    def mark(self) -> int:
        return self._version

    def tips(self) -> Mapping[str, tuple[str, int]]:
        return {name: (tip, many) for name, (_, tip, many) in self.frames.items()}

    def frame(self, name: str) -> bytes | None:
        found = self.frames.get(name)
        return found[0] if found else None

    def keep(self, frames: Iterable[tuple[str, bytes, str, int]]) -> None:
        for name, content, tip, many in frames:
            self.frames[name] = (content, tip, many)
            self._version += 1

    def drop(self, name: str) -> None:
        self.frames.pop(name, None)
        self._version += 1

    def there(self, remote: str) -> set[str]:
        return set(self.at.get(remote, set()))

    def note_there(self, remote: str, names: Iterable[str]) -> None:
        self.at.setdefault(remote, set()).update(names)

    def forget_there(self, remote: str) -> None:
        self.at.pop(remote, None)


class Replica:
    """One device: a journal, a ledger and a key; also what an exchange needs of the journal."""

    def __init__(self, number: int, circle: Circle = CIRCLE) -> None:
        self.journal = MemoryJournal()
        times = count(START)
        self.clock = Clock(lambda: next(times))
        self.record = Session(SESSION, self.journal, self.clock)
        self.signing = key(number)
        self.circle = circle
        self.ledger = MemoryLedger()
        self.desk = Desk(circle, self, self.ledger)
        self.status = Status("")

    # Facts

    @property
    def session(self) -> SessionId:
        return SESSION

    def documents(self) -> Sequence[Document]:
        return self.record.documents()

    def sealable(self) -> Sequence[Document]:
        return self.documents()

    def take(self, documents: Sequence[Document]) -> frozenset[FactId]:
        return frozenset(FactId(each["id"]) for each in self.record.take_in(documents).good)

    def keys(self) -> Mapping[DeviceKey, SigningKey]:
        return {self.signing.public: self.signing}

    # Acting

    def say(self, *sizes: int) -> list[str]:
        """Add commits of these sizes, and return the ids of their facts."""
        said: list[str] = []
        for size in sizes or (1,):
            items = [Item("remark.made.later", {"text": f"canary {n}"}) for n in range(size)]
            times = [self.clock.now() for _ in items]
            head = self.record.heads.get(self.signing.public)
            documents = extend(head, items, self.signing, SESSION, times)
            self.record.take_in(documents)
            said += [each["id"] for each in documents]
        return said

    @property
    def facts(self) -> set[str]:
        return {each["id"] for each in self.documents()}

    def exchange(self, store: RemoteStore, name: str = "store") -> Exchange:
        seconds = count()
        return Exchange(
            self.desk, store, name, key=name, clock=lambda: float(next(seconds)), chance=lambda: 0.5
        )

    async def sync(self, store: RemoteStore, name: str = "store") -> Status:
        """Do one round, which may fail, and go by a new key if the old one is in use elsewhere."""
        exchange = self.exchange(store, name)
        with suppress(RemoteError):
            await exchange.reconcile()
        self.status = exchange.status
        if self.status.is_doubled:
            self.signing = SigningKey.fresh()
        return self.status

    def copied(self) -> Replica:
        """Return what a copy of the data folder would be: the same key, the same frames."""
        twin = Replica(0, self.circle)
        twin.signing = self.signing
        twin.record.take_in(self.documents())
        twin.ledger.frames = dict(self.ledger.frames)
        twin.ledger.at = {name: set(there) for name, there in self.ledger.at.items()}
        return twin


class FaultyStore(MemoryStore):
    """Does what its script says, one word for each question, and behaves once that is at its end.

    `lost` drops the question, `unheard` drops the answer, `busy` and `cut` refuse, `repeat` does it
    twice, `short` leaves out half of what was asked for, `shuffle` turns the order around.
    """

    def __init__(self, shelf: Shelf, script: Iterable[str]) -> None:
        super().__init__(shelf, page=3)
        self.script = iter(script)

    def _before(self) -> str:
        word = next(self.script, "")
        if word in {"lost", "cut"}:
            raise Unreachable(remote="faulty", reason=word)
        if word == "busy":
            raise RemoteBusy(remote="faulty", status=503, retry_after=1.0)
        return word

    @staticmethod
    def _after(word: str) -> None:
        if word == "unheard":
            raise Unreachable(remote="faulty", reason="unheard")

    async def put(self, name: str, frame: bytes) -> Put:
        word = self._before()
        answer = await super().put(name, frame)
        if word == "repeat":
            answer = await super().put(name, frame)
        self._after(word)
        return answer

    async def names(self) -> Listing:
        word = self._before()
        listing = await super().names()
        self._after(word)
        return listing

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        word = self._before()
        found = dict(await super().get(names))
        self._after(word)
        if word == "shuffle":
            return dict(reversed(found.items()))
        if word == "short":
            return {name: found[name] for name in list(found)[::2]}
        return found

    async def changes(self, cursor: str | None = None) -> Changes:
        word = self._before()
        changes = await super().changes(cursor)
        self._after(word)
        if word == "repeat":
            return Changes((*changes.frames, *changes.frames), changes.cursor)
        return changes


def run(work: object) -> Status:
    """Run one coroutine of a trial that is not itself one."""
    return asyncio.run(work)  # type: ignore[arg-type]
