"""The envelope around a fact, as a plain dict: what is hashed, and what stands beside it.

The body is `a d k n p s t v`; `id` is its hash and `sig` a signature over the id. A document is
kept and hashed whole, so what a newer program put into `d` survives here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from debate.domain.ids import FactId, SessionId
from debate.errors import TrustError
from debate.trust.canonical import (
    INTEGER_LIMIT,
    canonical,
    fact_id_of_bytes,
    from_text,
    to_text,
)
from debate.trust.keys import SIGNATURE_LENGTH, SigningKey, verify

Document = dict[str, Any]
"""An envelope as it stands in a journal."""

BODY_KEYS = frozenset("adknpstv")
ID_LENGTH = 32
_SHAPES = (
    {*BODY_KEYS, "id"},
    {*BODY_KEYS, "id", "sig"},
)
_NAME = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_KIND = re.compile(r"[a-z][a-z0-9._-]{0,63}", re.ASCII)
_SESSION = re.compile(r"[0-9a-f]{32}", re.ASCII)
_TIME = re.compile(r"[0-9]{13}-[0-9]{4}", re.ASCII)


class Head(NamedTuple):
    """How far an author's log is held without a gap."""

    number: int
    """The number of the newest fact."""
    id: FactId
    """Its id."""


class Item(NamedTuple):
    """What is to become a fact: the kind, its content, and the version of the kind."""

    kind: str
    data: Mapping[str, Any]
    version: int = 1


def extend(
    head: Head | None,
    items: Sequence[Item],
    key: SigningKey,
    session: SessionId,
    times: Iterable[str],
) -> list[Document]:
    """Return the next envelopes of one author's log, the last one signed.

    Args:
        head: The newest fact of this author, or None at the start.
        items: What one commit holds, in order.
        key: The author's key.
        session: The session that the facts belong to.
        times: One hybrid logical time for each item, see `debate.service.clock`.

    Raises:
        TrustError: `not-canonical`, when an item has no canonical form.
        ValueError: there are more or fewer times than items.
    """
    last, previous = head or (0, None)
    documents: list[Document] = []
    for number, (item, time) in enumerate(zip(items, times, strict=True), last + 1):
        document, previous = _sealed(
            {
                "a": key.public,
                "d": dict(item.data),
                "k": item.kind,
                "n": number,
                "p": previous,
                "s": session,
                "t": time,
                "v": item.version,
            }
        )
        documents.append(document)
    if documents:
        documents[-1]["sig"] = to_text(key.sign(from_text(documents[-1]["id"], ID_LENGTH)))
    return documents


def body_of(document: Mapping[str, Any]) -> Document:
    """Return the part of an envelope that its id is the hash of."""
    return {name: value for name, value in document.items() if name not in ("id", "sig")}


def is_signed(document: Mapping[str, Any]) -> bool:
    """Whether the document carries a signature of its author over its id."""
    try:
        name = from_text(document["id"], ID_LENGTH)
        signature = from_text(document["sig"], SIGNATURE_LENGTH)
    except TrustError:
        return False
    return verify(document["a"], name, signature)


def is_envelope(document: object) -> bool:
    """Whether something has the keys of an envelope, each with a value of the right form."""
    if type(document) is not dict or document.keys() not in _SHAPES:
        return False
    number, previous = document["n"], document["p"]
    return (
        _is_count(number)
        and _is_count(document["v"])
        and (previous is None if number == 1 else _matches(_NAME, previous))
        and type(document["d"]) is dict
        and _matches(_NAME, document["a"])
        and _matches(_NAME, document["id"])
        and _matches(_SESSION, document["s"])
        and _matches(_TIME, document["t"])
        and _matches(_KIND, document["k"])
        and type(document.get("sig", "")) is str
    )


def milliseconds(time: str) -> int:
    """Return the wall-clock part of a hybrid logical time."""
    return int(time[:13])


def _sealed(body: Document) -> tuple[Document, FactId]:
    """Return a copy of `body` in canonical order with its id, and the id."""
    written = canonical(body)
    document: Document = json.loads(written)
    name = document["id"] = fact_id_of_bytes(written)
    return document, name


def _is_count(value: object) -> bool:
    """Whether `value` is a positive integer that has a canonical form."""
    return type(value) is int and 0 < value < INTEGER_LIMIT


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    """Whether `value` is text of the given form."""
    return type(value) is str and pattern.fullmatch(value) is not None
