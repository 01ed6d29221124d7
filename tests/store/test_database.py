"""TinyDB's public behaviour, and what is added: commits, compaction, a life among processes."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment
from tinydb.operations import set as set_to
from tinydb.table import Document, Table

from debate.errors import Busy, Damaged, UsageError
from debate.store.database import JournalDB, KeyedDB
from debate.store.lines import Operation
from debate.store.storage import JournalStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "app.jsonl"


@pytest.fixture
def database(path: Path) -> Iterator[JournalDB]:
    opened = JournalDB(path)
    opened.insert_multiple({"int": 1, "char": char} for char in "abc")
    yield opened
    opened.close()


def reopened(path: Path) -> list[Document]:
    other = JournalDB(path)
    try:
        return list(other.all())
    finally:
        other.close()


def test_ids_count_up_and_are_found(database: JournalDB) -> None:
    assert database.insert({"int": 2}) == 4
    assert database.insert_multiple([{"int": 3}, {"int": 3}]) == [5, 6]
    assert database.get(doc_id=4) == {"int": 2}
    assert database.get(doc_id=99) is None
    assert [each.doc_id for each in database.get(doc_ids=[1, 5])] == [1, 5]


def test_a_document_may_name_its_id_once(database: JournalDB) -> None:
    assert database.insert(Document({"int": 9}, doc_id=12)) == 12
    with pytest.raises(ValueError, match="already exists"):
        database.insert(Document({"int": 8}, doc_id=12))
    with pytest.raises(ValueError, match="already exists"):
        database.insert_multiple([{"int": 7}, Document({"int": 8}, doc_id=12)])
    assert len(database) == 4
    assert database.insert({"int": 10}) == 13


def test_what_is_no_mapping_is_refused(database: JournalDB) -> None:
    with pytest.raises(ValueError, match="Mapping"):
        database.insert([1])
    with pytest.raises(UsageError):
        database.insert({"set": {1}})
    assert len(database) == 3


def test_queries_find_what_they_describe(database: JournalDB) -> None:
    assert database.count(where("int") == 1) == 3
    assert database.search((where("int") == 1) & (where("char") == "b")) == [
        {"int": 1, "char": "b"}
    ]
    assert database.search(Query().char.one_of(["a", "c"])) == [
        {"int": 1, "char": "a"},
        {"int": 1, "char": "c"},
    ]
    assert database.contains(where("char") == "c")
    assert not database.contains(where("char") == "d")


def test_updates_change_what_matches_and_stay(database: JournalDB, path: Path) -> None:
    assert database.update({"int": 2}, where("char") == "a") == [1]
    assert database.update(increment("int"), where("char") == "b") == [2]
    assert database.update(decrement("int"), doc_ids=[3, 99]) == [3]
    assert database.update(delete("char"), where("char") == "c") == [3]
    assert database.update(set_to("x", [1])) == [1, 2, 3]
    assert database.update(add("int", 10), doc_ids=[1]) == [1]
    expected = [
        {"int": 12, "char": "a", "x": [1]},
        {"int": 2, "char": "b", "x": [1]},
        {"int": 0, "x": [1]},
    ]
    assert database.all() == expected
    assert reopened(path) == expected


def test_several_updates_are_one_commit(database: JournalDB, path: Path) -> None:
    changes = [({"int": 5}, where("char") == "a"), ({"int": 6}, where("char") == "b")]
    assert database.update_multiple(changes) == [1, 2]
    assert [each["int"] for each in reopened(path)] == [5, 6, 1]
    last = [json.loads(line) for line in path.read_text().splitlines()[-2:]]
    assert [(line["x"], line["n"]) for line in last] == [(1, 2), (0, 2)]


def test_upserts_change_or_add(database: JournalDB) -> None:
    assert database.upsert({"int": 2, "char": "a"}, where("char") == "a") == [1]
    assert database.upsert({"int": 9, "char": "z"}, where("char") == "z") == [4]
    assert database.upsert(Document({"int": 7}, doc_id=4)) == [4]
    assert database.upsert(Document({"int": 8}, doc_id=40)) == [40]
    with pytest.raises(ValueError, match="doc_id"):
        database.upsert({"int": 1})
    assert database.get(doc_id=4) == {"int": 7, "char": "z"}


def test_removals_and_truncation_stay(database: JournalDB, path: Path) -> None:
    assert database.remove(where("char") == "b") == [2]
    assert database.remove(doc_ids=[3, 99]) == [3]
    with pytest.raises(RuntimeError):
        database.remove()
    assert reopened(path) == [{"int": 1, "char": "a"}]
    database.truncate()
    assert reopened(path) == []
    assert database.insert({"int": 1}) == 1


def test_an_update_that_fails_half_way_leaves_no_trace(database: JournalDB, path: Path) -> None:
    size = path.stat().st_size

    def fail(document: dict[str, object]) -> None:
        document["int"] = 99
        if document["char"] == "b":
            raise KeyError

    with pytest.raises(KeyError):
        database.update(fail)
    assert [each["int"] for each in database.all()] == [1, 1, 1]
    assert path.stat().st_size == size


def test_a_result_does_not_change_with_the_database(database: JournalDB) -> None:
    found = database.get(doc_id=1)
    database.update({"int": 5}, doc_ids=[1])
    assert found == {"int": 1, "char": "a"}


def test_an_update_that_changes_nothing_writes_nothing(database: JournalDB, path: Path) -> None:
    size = path.stat().st_size
    database.update({"int": 1})
    assert path.stat().st_size == size


def test_tables_are_apart_and_can_be_dropped(database: JournalDB, path: Path) -> None:
    database.table("one").insert({"a": 1})
    database.table("two").insert({"b": 1})
    database.table("empty", persist_empty=True)
    assert database.tables() == {"_default", "one", "two", "empty"}
    database.drop_table("one")
    database.drop_table("never there")
    assert JournalDB(path).tables() == {"_default", "two", "empty"}
    database.drop_tables()
    assert JournalDB(path).tables() == set()
    assert len(database.table("two")) == 0


def test_a_cached_query_sees_what_another_handle_wrote(database: JournalDB, path: Path) -> None:
    table = database.table("_default", cache_size=10)
    assert isinstance(table, Table)
    assert len(table.search(where("int") == 1)) == 3
    other = JournalDB(path)
    other.insert({"int": 1, "char": "d"})
    assert len(table.search(where("int") == 1)) == 4
    other.close()


def test_a_database_is_a_context_manager(path: Path) -> None:
    with JournalDB(path) as opened:
        opened.insert({"a": 1})
    assert reopened(path) == [{"a": 1}]


def test_compaction_keeps_everything_and_shrinks_the_file(database: JournalDB, path: Path) -> None:
    other = JournalDB(path)
    database.table("empty", persist_empty=True)
    for n in range(200):
        database.update({"n": n})
    before, size = database.all(), path.stat().st_size
    database.storage.compact()
    assert path.stat().st_size < size / 10
    assert database.all() == before == other.all()
    assert other.tables() == {"_default", "empty"}
    assert other.insert({"after": True}) == 4
    assert database.get(doc_id=4) == {"after": True}
    other.close()


def test_a_file_compacts_itself_when_most_of_it_is_dead(database: JournalDB, path: Path) -> None:
    text = "x" * 20_000
    for n in range(200):
        database.update({"n": n, "text": text}, doc_ids=[1])
    assert path.stat().st_size < 2_000_000
    assert database.get(doc_id=1) == {"int": 1, "char": "a", "n": 199, "text": text}


def test_a_damaged_file_is_never_compacted(path: Path, database: JournalDB) -> None:
    path.write_bytes(path.read_bytes().replace(b'"char":"b"', b'"char":"q"'))
    database.insert({"after": True})
    other = JournalDB(path)
    with pytest.raises(Damaged):
        other.storage.compact()
    other.close()
    assert b'"char":"q"' in path.read_bytes()


def test_tinydbs_own_table_class_works_and_notices_another_process(path: Path) -> None:
    plain = TinyDB(path, storage=JournalStorage)
    assert plain.insert({"a": 1}) == 1
    assert plain.insert_multiple([{"a": 2}, {"a": 3}]) == [2, 3]
    plain.update({"b": 1}, where("a") == 2)
    plain.remove(where("a") == 3)
    assert reopened(path) == [{"a": 1}, {"a": 2, "b": 1}]
    data = plain.storage.read()
    other = JournalDB(path)
    other.insert({"a": 4})
    with pytest.raises(Busy):
        plain.storage.write(data)  # type: ignore[arg-type]
    plain.drop_tables()
    assert plain.tables() == set()
    plain.close()
    other.close()


def test_words_can_be_ids(path: Path) -> None:
    opened = KeyedDB(path)
    table = opened.table("words")
    table.put("één", {"a": 1})  # type: ignore[attr-defined]
    table.put("één", {"b": 2})  # type: ignore[attr-defined]
    assert table.all() == [{"b": 2}]
    assert table.insert({"c": 3}) == "1"
    opened.close()


def test_an_empty_commit_is_no_commit(database: JournalDB, path: Path) -> None:
    size = path.stat().st_size
    database.storage.commit([])
    database.insert_multiple([])
    with database.transaction():
        database.storage.commit(list[Operation]())
    assert path.stat().st_size == size


def test_an_empty_table_written_through_tinydb_stays(database: JournalDB, path: Path) -> None:
    storage = database.storage
    assert isinstance(storage, JournalStorage)
    everything = storage.read() or {}
    storage.write({**everything, "fresh": {}})
    assert storage.read() == {**everything, "fresh": {}}
    again = JournalDB(path)
    assert again.tables() == {*everything, "fresh"}
    again.close()


def test_a_thread_of_the_parent_does_not_keep_its_child_out(
    database: JournalDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = database.storage
    assert isinstance(storage, JournalStorage)
    inside, done = threading.Event(), threading.Event()

    def parent() -> None:
        with storage._alone():
            inside.set()
            done.wait()

    thread = threading.Thread(target=parent)
    thread.start()
    inside.wait()
    monkeypatch.setattr(os, "getpid", lambda: 1)
    assert len(database) == 3
    done.set()
    thread.join()
