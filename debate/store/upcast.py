"""Old documents in today's shape: pure steps from one version of a kind to the next.

What is stored is never rewritten; steps are applied on reading and kept forever. A kind that is
not known, and a version newer than this program's, pass through word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Document = dict[str, Any]
Step = Callable[[Mapping[str, Any]], Document]

KIND, VERSION = "k", "v"


class Upcasts:
    """The steps of every kind of document."""

    def __init__(self, steps: Mapping[tuple[str, int], Step] | None = None) -> None:
        """Collect steps: (`ballot.cast`, 1) makes version 2 of version 1.

        Raises:
            ValueError: a step is missing between two others.
        """
        self._steps = dict(steps or {})
        for kind, version in self._steps:
            if version > 1 and (kind, version - 1) not in self._steps:
                message = f"no step from version {version - 1} of {kind}"
                raise ValueError(message)

    def newest(self, kind: str) -> int:
        """Return the version that documents of `kind` come out as."""
        return 1 + max((version for name, version in self._steps if name == kind), default=0)

    def apply(self, document: Document) -> Document:
        """Return the document in today's shape: itself when there is nothing to change."""
        kind, version = document.get(KIND), document.get(VERSION)
        while (step := self._steps.get((kind, version))) is not None:  # type: ignore[arg-type]
            document = step(document)
            version = version + 1 if isinstance(version, int) else 1
            document[KIND], document[VERSION] = kind, version
        return document

    def apply_all(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield every document in today's shape."""
        return map(self.apply, documents) if self._steps else iter(documents)
