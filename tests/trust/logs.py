"""Small logs of several authors, made with the real keys, for tests to take apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from debate.domain.ids import FactId, SessionId
from debate.trust.canonical import fact_id, from_text, to_text
from debate.trust.envelope import Document, Head, Item, body_of, extend
from debate.trust.keys import SigningKey

SESSION = SessionId("0123456789abcdef" * 2)
OTHER_SESSION = SessionId("f" * 32)
KEYS = sorted((SigningKey(bytes([n]) * 32) for n in (1, 2, 3)), key=lambda key: key.public)
TIME = 1_760_000_000_000


def log(key: SigningKey, *commits: int, head: Head | None = None, note: str = "") -> list[Document]:
    """Return one author's log, from the start or from `head`, in commits of the given sizes."""
    return list(_log(key, commits, head, note))


@cache
def _log(
    key: SigningKey, commits: tuple[int, ...], head: Head | None, note: str
) -> tuple[Document, ...]:
    """Sign each log once."""
    documents: list[Document] = []
    for size in commits:
        number = head.number if head else 0
        items = [Item("note.made", {"text": f"{note}{number + i}"}) for i in range(1, size + 1)]
        times = [f"{TIME + number + i:013d}-0000" for i in range(size)]
        documents += extend(head, items, key, SESSION, times)
        head = head_of(documents)
    return tuple(documents)


def head_of(documents: Iterable[Document]) -> Head:
    """Return the head of a log that ends with the last of `documents`."""
    *_, last = documents
    return Head(last["n"], last["id"])


def resigned(document: Document, key: SigningKey, **changes: object) -> Document:
    """Return a document with changes, named and signed anew by `key`."""
    body = {**body_of(document), **changes}
    name = fact_id(body)
    return {**body, "id": name, "sig": to_text(key.sign(from_text(name, 32)))}


def bare(document: Document) -> Document:
    """Return a document without its signature."""
    return {name: value for name, value in document.items() if name != "sig"}


def ids(documents: Iterable[Document]) -> list[FactId]:
    """Return the ids of documents."""
    return [document["id"] for document in documents]
