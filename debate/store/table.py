"""TinyDB's tables with writes that cost what they write, safe among processes.

Everything about queries is TinyDB's own. Overridden are the two methods that its source names as
the only doors to the storage, and the operations that hand out ids or look before they change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, NoReturn

from tinydb.table import Document, Table

from debate.errors import UsageError
from debate.store.overlay import Overlay

if TYPE_CHECKING:
    from tinydb.queries import QueryLike

    from debate.store.storage import JournalStorage

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class JournalTable(Table):
    """A table of a `JournalDB`."""

    default_query_cache_capacity = 0
    _storage: JournalStorage
    _next_id: int | None  # type: ignore[assignment]

    def __init__(self, storage: JournalStorage, name: str, **options: Any) -> None:  # noqa: ANN401
        """Open table `name`; results are not cached unless `cache_size` says so."""
        options.setdefault("cache_size", self.default_query_cache_capacity)
        self._version = -1
        super().__init__(storage, name, **options)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        self._storage.refresh()
        return self._storage.table(self.name)  # type: ignore[return-value]

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.transaction():
            view = Overlay(self.name, self._base(), self.document_id_class)
            updater(view)
            self._storage.commit(view.operations())
        self.clear_cache()

    def _base(self) -> Mapping[str, dict[str, Any]]:
        """Return what changes are laid over."""
        return self._storage.table(self.name)

    def _get_next_id(self) -> Any:  # noqa: ANN401
        if self._next_id is None:
            self._next_id = self._storage.highest(self.name) + 1
        self._next_id += 1
        return self.document_id_class(self._next_id - 1)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its id."""
        with self._storage.transaction():
            self._next_id = None
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents in one commit and return their ids."""
        with self._storage.transaction():
            self._next_id = None
            return super().insert_multiple(documents)

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change fields of the documents that match; return their ids."""
        with self._storage.transaction():
            return super().update(fields, None, self._matches(cond, doc_ids))

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change fields of the documents that match, or add one; return the ids."""
        with self._storage.transaction():
            return super().upsert(document, cond)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove the documents that match; return their ids."""
        with self._storage.transaction():
            return super().remove(None, self._matches(cond, doc_ids))

    def put(self, doc_id: object, document: Mapping[str, Any]) -> None:
        """Put a whole document at an id, whatever was there."""
        self._update_table(lambda view: view.__setitem__(doc_id, dict(document)))

    def put_all(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Put whole documents at their ids, in one commit."""
        if not documents:
            return

        def change(view: Any) -> None:  # noqa: ANN401 (as TinyDB hands it)
            for doc_id, document in documents.items():
                view[doc_id] = dict(document)

        self._update_table(change)

    def search(self, cond: QueryLike) -> list[Document]:
        """Return the documents that match, other processes' newest included."""
        self._storage.refresh()
        if self._version != self._storage.version:
            self._version = self._storage.version
            self.clear_cache()
        return super().search(cond)

    def _matches(
        self, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> Iterable[int] | None:
        """Find the documents to change before any is copied for changing."""
        if cond is None or doc_ids is not None:
            return doc_ids
        found = self._storage.table(self.name).items()
        return [self.document_id_class(key) for key, document in found if cond(document)]


class KeyedTable(JournalTable):
    """A table whose ids are words that the caller chooses."""

    document_id_class = str  # type: ignore[assignment]

    def named(self, key: str) -> Mapping[str, Any] | None:
        """Return the document at a key, to be read alone; None without one."""
        return self._read_table().get(key)

    def drop(self, keys: Iterable[str]) -> None:
        """Remove the documents at some keys, those that are there, in one commit."""

        def change(view: MutableMapping[str, Any]) -> None:
            for key in keys:
                view.pop(key, None)

        self._update_table(change)


class AppendOnlyTable(JournalTable):
    """A table where what is written stays as it is; ids are the order of arrival."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its place."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents in one commit and return their places."""
        return super().insert_multiple(map(dict, documents))

    def _base(self) -> Mapping[str, dict[str, Any]]:
        return self._storage.newest(self.name)

    def _refuse(self, *_arguments: object, **_options: object) -> NoReturn:
        raise UsageError(what="change", value=self.name, reason="append-only")

    update = _refuse
    update_multiple = _refuse
    upsert = _refuse
    remove = _refuse
    truncate = _refuse
    put = _refuse
    put_all = _refuse
