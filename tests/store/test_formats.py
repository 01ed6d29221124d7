"""Files of every format there ever was are read as they always were; the fixtures never change."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from debate.store import lines
from debate.store.database import JournalDB
from debate.store.lines import Operation

FIXTURES = Path(__file__).parent / "fixtures"
VERSION_1 = "05c12ac2b90888e2549a521c53ba4047bb474c174ecdb678e2c864c7bad28478"


def test_a_journal_of_version_1_is_read_as_it_always_was(tmp_path: Path) -> None:
    shutil.copyfile(FIXTURES / "journal-v1.jsonl", tmp_path / "a.jsonl")
    opened = JournalDB(tmp_path / "a.jsonl")
    tables = opened.storage.read()
    opened.close()
    assert tables is not None
    assert set(tables) == {"events", "drafts", "empty"}
    text = json.dumps(tables, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == VERSION_1


def test_lines_of_version_1_are_written_as_they_always_were() -> None:
    written = (FIXTURES / "journal-v1.jsonl").read_bytes()
    assert written.startswith(lines.header(1, 1_760_000_000_000))
    data, _ = lines.encode(
        [
            Operation("events", "2", {"k": "ballot.cast", "v": 1, "d": {"value": -40}}),
            Operation(
                "events", "3", {"k": "never.heard.of", "v": 7, "d": {"list": [1, None, True, 0.5]}}
            ),
        ]
    )
    assert data in written


def test_a_line_can_be_checked_with_nothing_but_a_crc() -> None:
    line = b'{"c":"17d33d08","x":0}\n'
    assert not lines.is_whole(line)
    assert lines.is_whole(lines.seal(b'"x":0}'))
    assert json.loads(lines.seal(b'"x":0}')) == {"c": "e0319211", "x": 0}
