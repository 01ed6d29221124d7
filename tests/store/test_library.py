"""The data folder: what is where, who can read it, and what happens to a session thrown away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.errors import NewerFormat, NotAJournal, StoreError, UsageError
from debate.store.index import read_index
from debate.store.library import Library
from debate.store.snapshot import Snapshot
from debate.trust.keys import open_key

ONE, TWO = "1" * 32, "2" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "debate"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library(folder)
    yield opened
    opened.close()


def fill(library: Library, session_id: str, count: int = 3) -> None:
    journal = library.create(session_id)
    journal.append([{"n": n} for n in range(1, count + 1)])
    journal.close()


def test_everything_in_the_folder_is_for_its_owner_alone(library: Library, folder: Path) -> None:
    fill(library, ONE)
    library.settings.put("language", {"is": "nl"})
    library.profile.drafts.put("a", {"text": "b"})
    open_key(library.layout.keys / "device.key")
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_edition_is_written_and_a_newer_one_refused(library: Library, folder: Path) -> None:
    assert (folder / "FORMAT").read_text() == "1\n"
    (folder / "FORMAT").write_text("2\n")
    with pytest.raises(NewerFormat) as caught:
        Library(folder)
    assert (caught.value.details["found"], caught.value.details["known"]) == (2, 1)
    with pytest.raises(NewerFormat):
        read_index(folder)


def test_an_edition_that_is_no_number_is_refused(library: Library, folder: Path) -> None:
    (folder / "FORMAT").write_text("one")
    with pytest.raises(NotAJournal):
        Library(folder)


def test_a_session_is_begun_once_and_found_again(library: Library) -> None:
    fill(library, ONE)
    with pytest.raises(UsageError):
        library.create(ONE)
    assert library.sessions() == [ONE]
    journal = library.journal(ONE)
    assert journal.position == 3
    journal.close()


@pytest.mark.parametrize("name", ["", "..", "../" + ONE, "g" * 32, ONE + "0", "A" * 32])
def test_a_name_that_is_no_session_id_leads_nowhere(library: Library, name: str) -> None:
    with pytest.raises(UsageError):
        library.create(name)
    with pytest.raises(UsageError):
        library.journal(name)


def test_a_session_that_is_not_here_is_not_made_by_opening_it(library: Library) -> None:
    with pytest.raises(UsageError):
        library.journal(TWO)
    assert library.sessions() == []


def test_a_discarded_session_can_be_put_back(library: Library) -> None:
    fill(library, ONE)
    library.index.put(ONE, {"title": "A"})
    name = library.discard(ONE)
    assert library.sessions() == []
    assert library.index.entries() == ()
    assert library.discarded() == [name]
    assert library.put_back(name) == ONE
    journal = library.journal(ONE)
    assert journal.read() == [{"n": 1}, {"n": 2}, {"n": 3}]
    journal.close()


def test_what_is_not_in_the_trash_cannot_be_put_back(library: Library) -> None:
    fill(library, ONE)
    name = library.discard(ONE)
    fill(library, ONE, 1)
    for wrong in (name, f"{TWO}-1"):
        with pytest.raises(UsageError):
            library.put_back(wrong)


def test_who_still_writes_in_a_discarded_session_is_told(library: Library) -> None:
    fill(library, ONE)
    journal = library.journal(ONE)
    library.discard(ONE)
    with pytest.raises(StoreError) as caught:
        journal.append([{"n": 4}])
    assert caught.value.details["reason"] == "missing"
    assert library.sessions() == []
    journal.close()


def test_the_index_can_be_read_without_a_library(library: Library, folder: Path) -> None:
    assert read_index(folder) == ()
    fill(library, ONE)
    library.index.put(ONE, {"title": "Één", "motions": ["a"]})
    (entry,) = read_index(folder)
    assert (entry.session, entry.entry, entry.is_current) == (
        ONE,
        {"title": "Één", "motions": ["a"]},
        True,
    )


def test_the_index_says_when_a_session_grew(library: Library) -> None:
    fill(library, ONE)
    library.index.put(ONE, {"facts": 3})
    journal = library.journal(ONE)
    journal.append([{"n": 4}])
    journal.close()
    assert [each.is_current for each in library.index.entries()] == [False]
    assert library.index.outdated() == (ONE,)


def test_the_index_is_rebuilt_from_the_journals(library: Library, folder: Path) -> None:
    def describe(session_id: str) -> dict[str, object]:
        journal = library.journal(session_id)
        try:
            return {"facts": journal.position}
        finally:
            journal.close()

    for session_id in (ONE, TWO):
        fill(library, session_id)
    library.index.put("3" * 32, {"gone": True})
    assert set(library.index.rebuild(describe)) == {ONE, TWO}
    assert [(each.session, each.entry) for each in read_index(folder)] == [
        (ONE, {"facts": 3}),
        (TWO, {"facts": 3}),
    ]
    assert library.index.rebuild(describe) == ()


def test_reading_the_index_loads_neither_tinydb_nor_pydantic_nor_textual() -> None:
    program = (
        "import sys, pathlib; from debate.store.index import read_index; "
        "read_index(pathlib.Path('/nonexistent')); "
        "print([m for m in ('tinydb', 'pydantic_core', 'pydantic', 'textual', 'dataclasses') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_a_snapshot_lets_a_journal_be_opened_where_it_was(library: Library) -> None:
    fill(library, ONE, 50)
    journal = library.journal(ONE)
    assert library.snapshot(ONE, maker="fold 1") is None
    assert library.keep_snapshot(ONE, Snapshot(journal.bookmark(), b"state"), maker="fold 1")
    journal.append([{"n": 51}])
    found = library.snapshot(ONE, maker="fold 1")
    assert found is not None
    assert found.body == b"state"
    resumed = library.journal(ONE, at=found.place)
    assert resumed.is_resumed
    assert resumed.read(found.place.position) == [{"n": 51}]
    assert library.snapshot(ONE, maker="fold 2") is None
    resumed.close()
    journal.close()


def test_shelves_keep_whole_documents_by_name(library: Library) -> None:
    drafts = library.profile.drafts
    drafts.put("s/1", {"text": "a", "at": 3})
    drafts.put("s/1", {"text": "b"})
    drafts.put("t/1", {"text": "c"})
    assert drafts.get("s/1") == {"text": "b"}
    assert drafts.items("s/") == [("s/1", {"text": "b"})]
    drafts.remove("s/1")
    drafts.remove("s/1")
    assert drafts.get("s/1") is None
    assert drafts.keys() == {"t/1"}


def test_keeping_the_same_draft_again_writes_nothing(library: Library) -> None:
    library.profile.drafts.put("a", {"text": "b"})
    size = library.layout.profile.stat().st_size
    library.profile.drafts.put("a", {"text": "b"})
    assert library.layout.profile.stat().st_size == size


def test_what_a_shelf_hands_out_is_not_the_shelf(library: Library) -> None:
    library.profile.notes.put("a", {"list": [1]})
    found = library.profile.notes.get("a")
    assert found is not None
    found["list"].append(2)
    assert library.profile.notes.get("a") == {"list": [1]}
    library.profile.notes.items()[0][1]["list"].append(3)
    assert library.profile.notes.get("a") == {"list": [1]}


def test_drafts_and_ballot_secrets_outlive_kill_9(folder: Path) -> None:
    program = (
        "import sys, pathlib, time; from debate.store.library import Library\n"
        "library = Library(pathlib.Path(sys.argv[1]))\n"
        "library.profile.secrets.put('s/opening', {'salt': 'x'})\n"
        "for n in range(10_000):\n"
        "    library.profile.drafts.put('s/motion', {'text': 'x' * n})\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        typed = -1
        while typed < 20:
            typed = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        typed = max([typed, *map(int, child.stdout.read().split())])
    library = Library(folder)
    draft = library.profile.drafts.get("s/motion")
    assert draft is not None
    assert len(draft["text"]) >= typed
    assert library.profile.secrets.get("s/opening") == {"salt": "x"}
    library.close()


@pytest.mark.skipif(os.geteuid() == 0 and not hasattr(os, "seteuid"), reason="needs a plain user")
def test_a_folder_that_can_only_be_read_is_read(folder: Path) -> None:
    program = (
        "import os, sys, pathlib; from debate.store.library import Library\n"
        "from debate.errors import NotSaved\n"
        "os.geteuid() == 0 and os.seteuid(65534)\n"
        "library = Library(pathlib.Path(sys.argv[1]))\n"
        f"journal = library.journal('{ONE}')\n"
        "print(journal.position)\n"
        "try:\n"
        "    journal.append([{'n': 4}])\n"
        "except NotSaved as exc:\n"
        "    print(exc.details['reason'])\n"
    )
    library = Library(folder)
    fill(library, ONE)
    library.close()
    parents = [folder, *folder.parents]
    below = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in {*parents, *below} if path != Path("/")}
    try:
        for path, mode in modes.items():
            if path in below:
                path.chmod(0o555 if path.is_dir() else 0o444)
            elif not mode & 0o001:
                path.chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert done.stdout.split() == ["3", "denied"], done.stderr


def test_a_folder_that_may_not_be_written_in_is_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library(folder).close()
    (folder / "trash").rmdir()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    library = Library(folder)
    assert not library.layout.trash.exists()
    assert library.discarded() == []
    library.close()


def test_looking_at_shelves_makes_no_file(folder: Path) -> None:
    library = Library(folder)
    assert library.profile.drafts.get("mine") is None
    assert library.profile.drafts.items() == []
    library.profile.drafts.remove("mine")
    assert not library.layout.profile.exists()
    library.profile.drafts.put("mine", {"text": "kept"})
    assert library.profile.drafts.keys() == {"mine"}
    library.close()
