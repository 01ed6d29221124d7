"""Which documents are proven to be their author's, and what is missing or doubled among them.

Each author signs the last fact of a commit, and each fact names the one before it by hash. So
one valid signature proves every fact behind it, and only the newest of each author is checked.
The outcome depends on the set of documents alone, never on their order. Nothing is dropped.

This is for what comes from elsewhere; one's own journal is for `debate.trust.recheck`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from debate.domain.ids import FactId, SessionId
from debate.trust.ahead import AHEAD_LIMIT
from debate.trust.envelope import Document, milliseconds
from debate.trust.links import Links
from debate.trust.sieve import Sieve, distinct
from debate.trust.verdict import NO_HEADS, Heads, Verdict


def check(
    documents: Iterable[object],
    heads: Heads = NO_HEADS,
    *,
    session: SessionId,
    now: int | None = None,
    known: Collection[FactId] = frozenset(),
) -> Verdict:
    """Judge documents that came from elsewhere, in any order, with any repetition.

    Args:
        documents: What came, as plain JSON values. Facts already held may be among them: where
            there are gaps or forks, pass all of that author's, so that links can be followed.
        heads: How far each author's log is held.
        session: The session that is checked.
        now: Milliseconds since 1970; without it no time is judged.
        known: The ids of all facts already held; they are neither judged again nor returned.

    Returns:
        A verdict with every document in its place.
    """
    sieve = Sieve(session)
    for document in documents:
        sieve.take(document)
    held = {head.id for head in heads.values()}
    links = Links(sieve.facts(), heads, held.union(known) if known else held)
    good, unsigned, false = _proven(links, sieve)
    return Verdict(
        good=tuple(good),
        heads=links.new_heads(good),
        gaps=links.gaps(good),
        forks=links.forks(good),
        misnumbered=tuple(fact for fact in good if links.is_misnumbered(fact)),
        ahead=_ahead(good, now),
        bad_signatures=distinct(false),
        unsigned=tuple(unsigned),
        bad_ids=distinct(sieve.bad_ids),
        wrong_session=distinct(sieve.wrong_session),
        malformed=distinct(sieve.malformed),
    )


def _proven(links: Links, sieve: Sieve) -> tuple[list[Document], list[Document], list[Document]]:
    """Return the new facts that are proven, those that are not, and the falsely signed copies.

    Facts are taken from the highest number down, so that what follows a fact is settled before
    it: a fact is proven by its own signature or by a proven fact that names it.
    """
    good: list[Document] = []
    unsigned: list[Document] = []
    false: list[Document] = []
    covered: set[FactId] = set()
    for fact in reversed(links.order):
        name = fact["id"]
        is_held = links.is_held(name)
        is_covered = is_held or name in covered
        kept, fakes = sieve.best(name, is_covered=is_covered)
        false += fakes
        if not (is_covered or "sig" in kept):
            unsigned += [kept] if sieve.came_bare(name) else []
            continue
        if (before := links.before(fact)) is not None:
            covered.add(before["id"])
        if not is_held:
            good.append(kept)
    return good[::-1], unsigned[::-1], false


def _ahead(good: Iterable[Document], now: int | None) -> tuple[Document, ...]:
    """Return the facts whose time lies too far in the future."""
    if now is None:
        return ()
    return tuple(fact for fact in good if milliseconds(fact["t"]) > now + AHEAD_LIMIT)
