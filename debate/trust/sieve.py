"""The first sorting of what comes from elsewhere: what can be seen of each document alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from debate.domain.ids import FactId, SessionId
from debate.errors import TrustError
from debate.trust.canonical import canonical, fact_id_of_bytes
from debate.trust.envelope import Document, body_of, is_envelope, is_signed


class Sieve:
    """Sorts documents; repetition and order leave no trace."""

    def __init__(self, session: SessionId) -> None:
        """Begin with nothing."""
        self._session = session
        self._copies: dict[FactId, dict[str | None, Document]] = {}
        self.malformed: list[object] = []
        self.bad_ids: list[Document] = []
        self.wrong_session: list[Document] = []

    def take(self, document: Any) -> None:  # noqa: ANN401
        """Put one document where it belongs."""
        if not is_envelope(document):
            self.malformed.append(document)
        elif not _is_named_rightly(document):
            self.bad_ids.append(document)
        elif document["s"] != self._session:
            self.wrong_session.append(document)
        else:
            self._copies.setdefault(document["id"], {})[document.get("sig")] = document

    def facts(self) -> dict[FactId, Document]:
        """Return one document of each fact, with or without a signature."""
        return {name: next(iter(copies.values())) for name, copies in self._copies.items()}

    def came_bare(self, name: FactId) -> bool:
        """Whether a copy of the fact came without any signature."""
        return None in self._copies[name]

    def best(self, name: FactId, *, is_covered: bool) -> tuple[Document, list[Document]]:
        """Return the fact as it should be kept, and its copies with a false signature.

        A lone signature on a covered fact is not tried: a check costs one signature for each
        author. Two different ones are, since one of them must be false. A fact that is left
        without a true signature is returned without one.
        """
        copies = self._copies[name]
        signed = [copies[text] for text in sorted(text for text in copies if text is not None)]
        if is_covered and len(signed) == 1:
            return signed[0], []
        false = [document for document in signed if not is_signed(document)]
        true = [document for document in signed if document not in false]
        if true:
            return true[0], false
        return copies.get(None) or {**body_of(signed[0]), "id": name}, false


def distinct(documents: Iterable[Any]) -> tuple[Any, ...]:
    """Return documents once each, in an order that depends on nothing but their content."""
    by_label = {_label(document): document for document in documents}
    return tuple(by_label[label] for label in sorted(by_label))


def _is_named_rightly(document: Document) -> bool:
    """Whether the id is that of the content."""
    try:
        return bool(fact_id_of_bytes(canonical(body_of(document))) == document["id"])
    except TrustError:
        return False


def _label(document: object) -> str:
    """Return text that is the same for equal documents."""
    try:
        return json.dumps(document, sort_keys=True)
    except (TypeError, ValueError, RecursionError):
        return f"{type(document).__name__} {id(document)}"
