"""A debate's side of every exchange: seals what was said here, opens what comes from elsewhere.

What comes in is believed only for what it proves. A frame that is not ours, not whole, not let in
or not its author's is refused with a reason; one that follows facts we do not have waits for them.
Facts go into the record in the order of their author, never with a hole.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from debate.domain.ids import DeviceKey, FactId
from debate.errors import TrustError
from debate.sync.plan import is_frame_name, runs
from debate.sync.ports import Facts, Ledger
from debate.trust.circle import Circle
from debate.trust.envelope import Document
from debate.trust.frame import Opened, frame_name, open_frame, seal
from debate.trust.keys import SigningKey

LAST_LANE = 7
"""How often our facts get another name where somebody else's bytes stand in the way."""
WAITING_LIMIT = 5_000
"""The most frames that wait for earlier facts: who invents holes costs us no more than this."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of frames from elsewhere."""

    new: int = 0
    """Facts that were not here before."""
    kept: frozenset[str] = frozenset()
    """Names that the remote has as they are here, now."""
    refused: tuple[tuple[str, str], ...] = ()
    """Name of each frame that is not accepted, and the reason, a code."""
    is_doubled: bool = False
    """A key of this device made facts elsewhere: a copied folder, or a backup put back."""


@dataclass(frozen=True, slots=True)
class _Arrived:
    name: str
    content: bytes
    opened: Opened

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.opened.load.documents

    @property
    def row(self) -> tuple[str, bytes, str, int]:
        """What the ledger keeps of it."""
        return (self.name, self.content, self.documents[-1]["id"], len(self.documents))


class Desk:
    """Sealing and opening for one debate at one place. Safe to use from several threads."""

    def __init__(self, circle: Circle, facts: Facts, ledger: Ledger) -> None:
        """Take the debate's record, and the frames there are of it."""
        self.circle = circle
        self._facts = facts
        self._ledger = ledger
        self._lock = threading.RLock()
        self._waiting: dict[str, _Arrived] = {}
        self._refused: dict[str, str] = {}
        self._sealed_at: tuple[object, ...] = ()

    # --- what is here ---

    def names(self) -> frozenset[str]:
        """Return the names of all frames here."""
        return frozenset(self._ledger.tips())

    def mine(self) -> frozenset[str]:
        """Return the names of the frames here that hold what was said on this device."""
        own = {name for lane in range(LAST_LANE + 1) for name in self._replicas(lane)}
        return frozenset(name for name in self.names() if name.partition("-")[0] in own)

    def _replicas(self, lane: int) -> Iterable[str]:
        return (self.circle.replica(author, lane).hex() for author in tuple(self._facts.keys()))

    def frame(self, name: str) -> bytes | None:
        """Return the bytes of a frame."""
        return self._ledger.frame(name)

    def there(self, remote: str) -> frozenset[str]:
        """Return the names of frames that a remote is known to have as they are here."""
        return frozenset(self._ledger.there(remote))

    def is_sent(self, author: DeviceKey, number: int, remotes: Iterable[str]) -> bool:
        """Whether one of these remotes has an author's fact of that number."""
        replicas = {self.circle.replica(author, lane).hex() for lane in range(LAST_LANE + 1)}
        holding = {
            name
            for name, (_, count) in self._ledger.tips().items()
            if name[:32] in replicas and 0 <= number - int(name[33:]) < count
        }
        return any(holding & self.there(remote) for remote in remotes)

    def note_there(self, remote: str, names: Collection[str]) -> None:
        """Remember that a remote has these frames."""
        self._ledger.note_there(remote, names)

    def forget_there(self, remote: str) -> None:
        """Remember nothing of what a remote has."""
        self._ledger.forget_there(remote)

    @property
    def refused(self) -> Mapping[str, str]:
        """Why frames with these names are not accepted, as codes."""
        return dict(self._refused)

    @property
    def waiting(self) -> int:
        """How many frames wait for facts that nobody brought yet."""
        return len(self._waiting)

    # --- going out ---

    def seal(self, *, others: bool = False) -> int:
        """Put facts that no frame holds into frames; return how many frames were made.

        Args:
            others: Those of other authors too, as a carrier of what came by file.
        """
        if not self.circle.can_write:
            return 0
        with self._lock, self._ledger.transaction():
            documents = self._facts.documents()
            mark = (others, self._ledger.mark(), len(documents))
            if mark == self._sealed_at:
                return 0
            keys = self._facts.keys()
            outgoing = self._facts.sealable()
            wanted = [each for each in outgoing if others or each["a"] in keys]
            rows = []
            taken = set(self._ledger.tips()) | set(self._refused)
            for run in runs(wanted, self._covered(documents)):
                name, frame = self._sealed(run, keys, taken)
                taken.add(name)
                rows.append((name, frame, run[-1]["id"], len(run)))
            self._ledger.keep(rows)
            self._sealed_at = (others, self._ledger.mark(), len(documents))
            return len(rows)

    def _sealed(
        self,
        run: tuple[Document, ...],
        keys: Mapping[DeviceKey, SigningKey],
        taken: Collection[str],
    ) -> tuple[str, bytes]:
        """Seal facts under the first name that nothing else has."""
        author = DeviceKey(run[0]["a"])
        key = keys.get(author) or next(iter(keys.values()))
        free = (
            lane
            for lane in range(LAST_LANE)
            if frame_name(self.circle, author, run[0]["n"], lane) not in taken
        )
        return seal(self.circle, key, run, next(free, LAST_LANE))

    def _covered(self, documents: Iterable[Document]) -> set[FactId]:
        """Return the ids of the facts that frames here hold."""
        by_id = {document["id"]: document for document in documents}
        covered: set[FactId] = set()
        for tip, count in self._ledger.tips().values():
            name: str | None = tip
            for _ in range(count):
                if name is None or name not in by_id:
                    break
                covered.add(FactId(name))
                name = by_id[name]["p"]
        return covered

    # --- coming in ---

    def deliver(self, remote: str, frames: Mapping[str, bytes]) -> Delivery:
        """Take in frames from a remote, in any order, with any repetition.

        A frame of ours whose name turns out to be taken by bytes that nobody can accept is let go
        of: its facts are sealed anew in another lane.
        """
        with self._lock:
            same: list[str] = []
            refused: list[tuple[str, str]] = []
            for name, content in frames.items():
                if not is_frame_name(name):
                    continue
                if self._ledger.frame(name) == content:
                    same.append(name)
                elif reason := self._receive(name, content):
                    refused.append((name, reason))
            delivery = self._take_ready(remote, same, refused)
            self._change_lanes(name for name, _ in delivery.refused)
            return delivery

    def _change_lanes(self, names: Iterable[str]) -> None:
        stuck = set(names) & self.mine()
        last = set(self._replicas(LAST_LANE))
        for name in stuck:
            if name.partition("-")[0] not in last:
                self._ledger.drop(name)

    def _receive(self, name: str, content: bytes) -> str | None:
        """Open a frame and let it wait; return why not."""
        try:
            opened = open_frame(self.circle, name, content)
        except TrustError as error:
            return self._refuse(name, str(error.details["reason"]))
        if opened.load.session != self._facts.session:
            return self._refuse(name, "frame-elsewhere")
        self._refused.pop(name, None)
        self._waiting[name] = _Arrived(name, content, opened)
        return None

    def _refuse(self, name: str, reason: str) -> str:
        self._refused[name] = reason
        return reason

    def _take_ready(self, remote: str, same: list[str], refused: list[tuple[str, str]]) -> Delivery:
        """Take in every waiting frame whose facts follow what is here."""
        known = {FactId(each["id"]) for each in self._facts.documents()}
        before = len(known)
        keys = self._facts.keys()
        is_doubled = False
        kept = list(same)
        while ready := self._ready(known):
            documents = [each for one in ready for each in one.documents if each["id"] not in known]
            is_doubled = is_doubled or any(each["a"] in keys for each in documents)
            known |= self._facts.take(documents) if documents else frozenset()
            sound = [one for one in ready if all(each["id"] in known for each in one.documents)]
            for one in ready:
                del self._waiting[one.name]
                if one not in sound:
                    refused.append((one.name, self._refuse(one.name, "frame-unproven")))
            self._ledger.keep([one.row for one in sound])
            kept += [one.name for one in sound]
        self._ledger.note_there(remote, kept)
        self._let_go()
        return Delivery(len(known) - before, frozenset(kept), tuple(refused), is_doubled)

    def _ready(self, known: Collection[FactId]) -> list[_Arrived]:
        """Return the waiting frames that follow what is known, or each other, in that order."""
        reached = set(known)
        ready: list[_Arrived] = []
        for one in sorted(self._waiting.values(), key=lambda each: each.opened.frame.first):
            before = one.opened.load.before
            if before is None or before in reached:
                ready.append(one)
                reached.update(FactId(each["id"]) for each in one.documents)
        return ready

    def _let_go(self) -> None:
        """Keep the number of waiting frames within bounds; they can be fetched again."""
        while len(self._waiting) > WAITING_LIMIT:
            self._waiting.popitem()
