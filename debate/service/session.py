"""One open debate: its journal, what follows from it, and the only door through which facts enter.

Several people of one process (a shared keyboard, a room) act on the same `Session`, each from a
`Seat` of their own. What other processes append is taken in by `refresh`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from debate.domain.debate import Debate
from debate.domain.decide import At, decide
from debate.domain.events import KnownEvent, content
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, FactId, SessionId
from debate.domain.image import state_of
from debate.domain.refusal import Refusal
from debate.trust.chain import check
from debate.trust.envelope import Head, Item, extend
from debate.trust.recheck import recheck
from debate.trust.verdict import Verdict

if TYPE_CHECKING:
    from debate.domain.commands import Command
    from debate.domain.journal import Journal
    from debate.service.clock import Clock
    from debate.service.scales import Scales
    from debate.trust.keys import SigningKey

EARLIEST = "0000000000000-0000"
"""A time before every fact."""
Listener = Callable[[Debate], None]


@dataclass(frozen=True, slots=True)
class Resumed:
    """Where an earlier run left a debate; made by `debate.service.resumption`."""

    position: int
    """How many of the journal's documents it holds."""
    heads: Mapping[str, Sequence[Any]]
    """Number and id of the newest fact of each author."""
    newest: str
    """The latest time of any fact."""
    image: Mapping[str, Any]
    """The state, see `debate.domain.image`."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that facts are in the journal, durably."""

    facts: tuple[FactId, ...]
    events: tuple[KnownEvent, ...]

    @property
    def first(self) -> FactId:
        """The id of the first fact: that of the argument, question or ballot it made."""
        return self.facts[0]


class Session:
    """A debate that is open in this process. Safe to use from several threads."""

    def __init__(
        self,
        session: SessionId,
        journal: Journal,
        clock: Clock,
        *,
        resumed: Resumed | None = None,
    ) -> None:
        """Read the journal and work out where the debate stands.

        Args:
            session: The id that its facts must bear.
            journal: Where its facts are; the session owns it from here on.
            clock: Gives new facts their time, and is told of those that come in.
            resumed: Where an earlier run left it, when the journal was opened at that place.

        Raises:
            StoreError: the journal cannot be read.
        """
        self.id = session
        self.journal = journal
        self._clock = clock
        self._lock = threading.RLock()
        self._scaling = threading.RLock()
        """Kept apart from the lock of the journal, so that nobody who looks waits for a disk."""
        self.semantics = "qe"
        """How strengths are worked out; a choice of who looks, not of the debate."""
        self._listeners: list[Listener] = []
        self._start()
        self.resumed_at = resumed.position if resumed else 0
        """How many facts came from a snapshot."""
        if resumed:
            self._resume(resumed)
        with self._lock:
            self._absorb()

    def _resume(self, resumed: Resumed) -> None:
        self.debate = Debate(state_of(self.id, resumed.image))
        self.heads.update(
            (DeviceKey(author), Head(head[0], FactId(head[1])))
            for author, head in resumed.heads.items()
        )
        self.position, self.newest = resumed.position, resumed.newest
        self._clock.see(resumed.newest)

    def _start(self) -> None:
        self.debate = Debate.empty(self.id)
        self.doubtful: tuple[Verdict, ...] = ()
        """Checks that found something odd: what it was is kept, and left out of the debate."""
        self.heads: dict[DeviceKey, Head] = {}
        """The newest fact of each author."""
        self.position = 0
        """How many of the journal's documents are folded."""
        self.newest = EARLIEST
        """The latest time of any fact, as facts bear it."""
        self._epoch = self.journal.epoch
        self._scales: Scales | None = None

    # Acting -----------------------------------------------------------------------------------

    def submit(self, command: Command, key: SigningKey) -> Receipt | Refusal:
        """Decide a command on the newest state and keep what it comes to.

        Args:
            command: What somebody asks for.
            key: The key of the device it comes from, which signs the facts.

        Returns:
            A receipt once the facts are durable, or the law's refusal.

        Raises:
            Busy: another process held the journal for too long; nothing was kept.
            NotSaved: the disk refused; nothing was kept.
            Broken: an earlier write could not be undone.
        """
        with self._lock, self.journal.transaction():
            changed = self._absorb()
            decided = decide(self.debate, command, At(key.public))
            if not isinstance(decided, Refusal):
                documents = self._sealed(decided, key)
                self.journal.append(documents)
                self._absorb()
        if changed or not isinstance(decided, Refusal):
            self._tell()
        if isinstance(decided, Refusal):
            return decided
        return Receipt(tuple(FactId(document["id"]) for document in documents), decided)

    def submit_together(self, acts: Iterable[tuple[Command, SigningKey]]) -> int:
        """Keep what several people ask for in one write: nobody sees the debate with part of it.

        Each is decided as the debate stands before all of them; what the law refuses is left out.

        Returns:
            How many were kept.

        Raises:
            StoreError: see `submit`; nothing was kept.
        """
        asked = tuple(acts)
        if not asked:
            return 0
        kept = 0
        keys = {key.public: key for _, key in asked}
        said: dict[DeviceKey, tuple[KnownEvent, ...]] = {}
        with self._lock, self.journal.transaction():
            changed = self._absorb()
            for command, key in asked:
                decided = decide(self.debate, command, At(key.public))
                if not isinstance(decided, Refusal):
                    said[key.public] = (*said.get(key.public, ()), *decided)
                    kept += 1
            if said:
                self.journal.append(
                    [
                        document
                        for device, events in said.items()
                        for document in self._sealed(events, keys[device])
                    ]
                )
                self._absorb()
        if changed or said:
            self._tell()
        return kept

    @property
    def scales(self) -> Scales:
        """The strengths of the debate as it stands; made when first asked for, then followed."""
        with self._scaling:
            scales = self._scales
            if scales is None:
                from debate.service.scales import Scales

                scales = self._scales = Scales(self.debate, self.semantics)
            scales.follow(self.debate)
            return scales

    def weigh_by(self, semantics: str) -> None:
        """Work strengths out by other semantics, a code of `debate.analysis.semantics`."""
        with self._scaling:
            if semantics != self.semantics:
                self.semantics, self._scales = semantics, None
        self._tell()

    def refresh(self) -> bool:
        """Take in what other processes appended; say whether anything changed."""
        with self._lock:
            self.journal.refresh()
            changed = self._absorb()
        if changed:
            self._tell()
        return changed

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the debate after each change, in the thread that made it.

        Returns:
            What ends the subscription.
        """
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def documents(self) -> Sequence[dict[str, Any]]:
        """Return every document of the journal in local order, for checks and exports."""
        with self._lock:
            return self.journal.read()

    def close(self) -> None:
        """Let go of the journal."""
        self._listeners.clear()
        self.journal.close()

    def take_in(self, documents: Sequence[dict[str, Any]]) -> Verdict:
        """Check facts from elsewhere, and keep those that are proven and new.

        Args:
            documents: Facts that follow what is here, or each other; any others are for `carrying`.

        Returns:
            What the check found; `good` is in the journal now.

        Raises:
            StoreError: the disk refused; nothing was kept.
        """
        with self._lock, self.journal.transaction():
            self._absorb()
            here = self.journal.read()
            known = frozenset(FactId(each["id"]) for each in here)
            authors = {str(each["a"]) for each in documents if "a" in each}
            theirs = (
                [each for each in here if each["a"] in authors] if self._is_fork(documents) else []
            )
            verdict = check([*theirs, *documents], self.heads, session=self.id, known=known)
            if verdict.good:
                self.journal.append(verdict.good)
                self._absorb()
        if verdict.good:
            self._tell()
        return verdict

    def _is_fork(self, documents: Sequence[dict[str, Any]]) -> bool:
        """Whether some of the facts do not follow the newest one of their author."""
        ends: dict[str, str | None] = {author: head.id for author, head in self.heads.items()}
        for document in sorted(documents, key=lambda each: int(each["n"])):
            if document["p"] != ends.get(document["a"]):
                return True
            ends[document["a"]] = document["id"]
        return False

    # Taking in --------------------------------------------------------------------------------

    def _sealed(self, events: tuple[KnownEvent, ...], key: SigningKey) -> list[dict[str, Any]]:
        items = [Item(event.kind, content(event), event.version) for event in events]
        times = [self._clock.now() for _ in items]
        return extend(self.heads.get(key.public), items, key, self.id, times)

    def _absorb(self) -> bool:
        """Check and fold what the journal has beyond what is known; say whether there was any."""
        if self.journal.epoch != self._epoch:
            self._start()
        documents = self.journal.read(self.position)
        if not documents:
            return False
        verdict = recheck(documents, self.heads, session=self.id)
        if not verdict.is_clean:
            self.doubtful = (*self.doubtful, verdict)
        facts = [Fact(document) for document in verdict.good]
        self._note(facts)
        self.position = self.journal.position
        self.debate = self.debate.advanced(facts)
        return True

    def _note(self, facts: Sequence[Fact]) -> None:
        """Remember how far each author's log goes, and what time others have."""
        for fact in facts:
            head = self.heads.get(fact.author)
            if head is None or head < fact.rank:
                self.heads[fact.author] = Head(*fact.rank)
        times = [fact.time for fact in facts]
        self.newest = max([self.newest, *times])
        self._clock.see(*times)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.debate)
