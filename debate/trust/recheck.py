"""One's own journal looked through again: it was checked on arrival, so the fast way is tried first.

Every id, every link and the newest signature of each author are checked. At the first thing out of
order everything goes to `debate.trust.chain`, which says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from debate.domain.ids import DeviceKey, SessionId
from debate.trust.canonical import fact_id_of_bytes
from debate.trust.chain import check
from debate.trust.envelope import Document, Head, is_signed
from debate.trust.verdict import NO_HEADS, Heads, Verdict


def recheck(
    documents: Sequence[Document],
    heads: Heads = NO_HEADS,
    *,
    session: SessionId,
) -> Verdict:
    """Judge one's own journal: every id, every link, the newest signature of each author.

    Args:
        documents: The journal's documents, in the order in which they were kept.
        heads: How far each author's log was held before them.
        session: The session of the journal.
    """
    tips = _walk(documents, heads, session)
    if tips is None or not all(is_signed(tip) for tip in tips.values()):
        return check(documents, heads, session=session)
    new = {author: Head(tip["n"], tip["id"]) for author, tip in tips.items()}
    return Verdict(good=tuple(documents), heads={**heads, **new})


def _walk(
    documents: Sequence[Document], heads: Heads, session: SessionId
) -> dict[DeviceKey, Document] | None:
    """Return each author's newest document, or None at the first thing out of order."""
    from pydantic_core import to_json

    tips: dict[DeviceKey, Document] = {}
    ends: dict[DeviceKey, tuple[int, str | None]] = dict(heads)
    try:
        for document in documents:
            body = document.copy()
            name, author = body.pop("id"), body["a"]
            body.pop("sig", None)
            number, previous = ends.get(author, (0, None))
            if body["n"] != number + 1 or body["p"] != previous or body["s"] != session:
                return None
            if fact_id_of_bytes(to_json(body)) != name:
                return None
            ends[author] = (number + 1, name)
            tips[author] = document
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return tips if all("sig" in tip for tip in tips.values()) else None
