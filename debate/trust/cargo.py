"""What is sealed in a frame: the facts of one author without what can be worked out again.

    {"a": author, "s": session, "p": the fact before the first, "f": [{"d", "k", "t", "v", "sig"?}, …]}

Numbers follow from the frame's header, and each `id` and `p` from the fact before it, so that a
fact that was changed under way names itself otherwise. Compressed, with a limit on what comes out.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from debate.domain.ids import DeviceKey, FactId, SessionId
from debate.errors import TrustError
from debate.trust.canonical import canonical, fact_id_of_bytes
from debate.trust.envelope import Document, is_envelope

INFLATED_LIMIT = 8_388_608
"""The most bytes that a frame's content may become."""
_LEVEL = 6
_KEYS = {"a", "f", "p", "s"}
_FACT_KEYS = ({"d", "k", "t", "v"}, {"d", "k", "t", "v", "sig"})


@dataclass(frozen=True, slots=True)
class Cargo:
    """The facts in a frame, with ids worked out from their content."""

    session: SessionId
    author: DeviceKey
    before: FactId | None
    documents: tuple[Document, ...]


def pack(documents: Sequence[Document]) -> bytes:
    """Return consecutive facts of one author, compressed.

    Raises:
        TrustError: `frame-too-large`.
        ValueError: they are not consecutive facts of one author.
    """
    first = documents[0]
    before, number = first["p"], first["n"]
    facts = []
    for document in documents:
        if (document["a"], document["p"], document["n"]) != (first["a"], before, number):
            raise ValueError("a frame holds consecutive facts of one author")
        before, number = document["id"], number + 1
        facts.append(
            {name: document[name] for name in ("d", "k", "sig", "t", "v") if name in document}
        )
    plain = canonical({"a": first["a"], "s": first["s"], "p": first["p"], "f": facts})
    if len(plain) > INFLATED_LIMIT:
        raise TrustError(reason="frame-too-large")
    return zlib.compress(plain, _LEVEL)


def unpack(packed: bytes, *, first: int, count: int) -> Cargo:
    """Return the facts in a frame's content, each with its number and id.

    Args:
        packed: What was sealed, padding included.
        first: The number of the first fact, as the header says.
        count: How many there are, as the header says.

    Raises:
        TrustError: `frame-unreadable`.
    """
    try:
        content = json.loads(_inflated(packed))
        head = (content["s"], content["a"], content["p"])
        facts = content["f"] if content.keys() == _KEYS else []
        documents = tuple(_restored(head, facts, first))
    except (ValueError, KeyError, TypeError, RecursionError, TrustError) as exc:
        raise TrustError(reason="frame-unreadable") from exc
    if not documents or len(documents) != count:
        raise TrustError(reason="frame-unreadable")
    session, author, before = head
    return Cargo(SessionId(session), DeviceKey(author), before and FactId(before), documents)


def _restored(head: tuple[str, str, str | None], facts: list[Any], first: int) -> list[Document]:
    """Return facts as they stand in a journal."""
    session, author, before = head
    documents: list[Document] = []
    for number, fact in enumerate(facts, first):
        if type(fact) is not dict or fact.keys() not in _FACT_KEYS:
            raise TrustError(reason="frame-unreadable")
        body = {"a": author, "d": fact["d"], "k": fact["k"], "n": number, "p": before,
                "s": session, "t": fact["t"], "v": fact["v"]}  # fmt: skip
        written = canonical(body)
        document: Document = json.loads(written)
        before = document["id"] = fact_id_of_bytes(written)
        if "sig" in fact:
            document["sig"] = fact["sig"]
        if not is_envelope(document):
            raise TrustError(reason="frame-unreadable")
        documents.append(document)
    return documents


def _inflated(packed: bytes) -> bytes:
    """Return what was compressed; what follows it must be padding."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(packed, INFLATED_LIMIT)
    except zlib.error as exc:
        raise TrustError(reason="frame-unreadable") from exc
    if not inflater.eof or inflater.unused_data.strip(b"\0"):
        raise TrustError(reason="frame-unreadable")
    return plain
