"""What to do next, worked out from what both sides hold. Pure: no clock, no chance, no network.

Everything an exchange decides is decided here, so that it can be tried on every case there is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from debate.domain.ids import FactId
from debate.sync.remote import NAME, PROBE_REPLICA
from debate.trust.envelope import Document

RUN_FACTS = 200
"""The most facts in a frame, unless one commit has more."""
RUN_BYTES = 65_536
"""How many bytes of facts, roughly, make a frame long enough."""
FACT_BYTES = 200
"""About how many bytes a fact has beside what it says; exact is not needed."""
HOT, HOT_FOR = 1.0, 60.0
"""Seconds between questions while something happens, and for how many seconds after."""
COOL = (2.0, 5.0, 15.0, 30.0)
"""Seconds between questions as a debate cools, each for as many questions as `COOL_TURNS`."""
COOL_TURNS = 10
SPREAD = 0.2
"""How far apart questions drift, so that a room does not ask in step."""
LONGEST = 300.0
"""The most seconds between two tries at a store that fails."""


@dataclass(frozen=True, slots=True)
class Round:
    """What makes both sides equal."""

    fetch: tuple[str, ...]
    """Frames the store has and we do not, each author's in order."""
    put: tuple[str, ...]
    """Frames we have and the store does not, our own first."""
    has_lost: bool
    """The store had something that it has no more."""


def plan_round(
    listed: Collection[str],
    held: Collection[str],
    there: Collection[str],
    *,
    refused: Collection[str] = (),
    mine: Collection[str] = (),
) -> Round:
    """Compare what a store lists with what is here.

    Args:
        listed: Names at the store.
        held: Names of the frames here.
        there: Names known to be at the store with the very bytes that are here.
        refused: Names whose bytes at the store are not acceptable.
        mine: Names of frames that this device made.
    """
    lost = set(there) - set(listed)
    is_known = set() if lost else set(there)
    fetch = [
        name
        for name in listed
        if name not in is_known and name not in refused and is_frame_name(name)
    ]
    own = set(mine)
    put = sorted(set(held) - set(listed), key=lambda name: (name not in own, *_order(name)))
    return Round(tuple(sorted(fetch, key=_order)), tuple(put), bool(lost))


def is_frame_name(name: str) -> bool:
    """Whether a name at a store is that of a frame, and not of a trial or somebody else's file."""
    return NAME.fullmatch(name) is not None and not name.startswith(PROBE_REPLICA)


def pages(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield names in portions."""
    for start in range(0, len(names), size):
        yield names[start : start + size]


def runs(
    documents: Iterable[Document], covered: Collection[FactId]
) -> tuple[tuple[Document, ...], ...]:
    """Return the facts that are in no frame yet, as the frames to be: consecutive, the last signed.

    Where a log forks, each branch has runs of its own. Facts that no signature covers stay out.

    Args:
        documents: Facts of a journal, in any order.
        covered: The ids of those that frames hold.
    """
    done: list[_Run] = []
    growing: dict[tuple[str, str | None], _Run] = {}
    for document in sorted(documents, key=lambda each: (each["a"], each["n"], each["id"])):
        if document["id"] in covered:
            continue
        run = growing.pop((document["a"], document["p"]), None)
        if run is None or run.is_long:
            run = _Run()
            done.append(run)
        run.add(document)
        growing[document["a"], document["id"]] = run
    return tuple(facts for run in done if (facts := run.signed_part()))


class _Run:
    """Consecutive facts that grow into a frame."""

    def __init__(self) -> None:
        self._facts: list[Document] = []
        self._weight = 0
        self._signed = 0

    def add(self, document: Document) -> None:
        self._facts.append(document)
        self._weight += FACT_BYTES + len(str(document["d"]))
        if "sig" in document:
            self._signed = len(self._facts)

    @property
    def is_long(self) -> bool:
        """Whether it may end where it is, and has enough in it."""
        is_full = len(self._facts) >= RUN_FACTS or self._weight >= RUN_BYTES
        return is_full and self._signed == len(self._facts)

    def signed_part(self) -> tuple[Document, ...]:
        return tuple(self._facts[: self._signed])


def wait(*, since_news: float, quiet: int, failures: int, retry_after: float | None) -> float:
    """Return how many seconds to wait before a store is asked again, before `spread`.

    Args:
        since_news: Seconds since something happened in the debate, here or elsewhere.
        quiet: How many questions in a row brought nothing since it stopped being hot.
        failures: How many tries in a row failed.
        retry_after: How many seconds the store asked to be left alone.
    """
    if failures:
        backed_off = min(HOT * 2.0**failures, LONGEST)
        return max(backed_off, retry_after or 0.0)
    if since_news < HOT_FOR:
        return HOT
    return COOL[min(quiet // COOL_TURNS, len(COOL) - 1)]


def spread(seconds: float, chance: float) -> float:
    """Return seconds a fifth longer or shorter; `chance` lies in [0, 1)."""
    return seconds * (1 + SPREAD * (2 * chance - 1))


def _order(name: str) -> tuple[str, str]:
    """Return what names are put in order by: early facts of everybody before late ones."""
    replica, _, number = name.partition("-")
    return (number, replica)
