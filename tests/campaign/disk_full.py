"""A disk that refuses: full after any number of bytes, too large a file, input and output errors."""

from __future__ import annotations

import errno
import resource
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from debate.errors import Broken, NotSaved
from debate.store.journal import DiskJournal
from tests.campaign.child import Acknowledge, Child
from tests.campaign.script import database, script, state_of, states
from tests.campaign.system_calls import Shim, fails_with, shimmed

BATCH = [{"n": 4, "t": "é" * 40}, {"n": 5, "t": "x" * 90}]
SECOND = 2
"""The first write of an append goes to the lock, and may fail without harm."""


def _filled(path: Path) -> DiskJournal:
    journal = DiskJournal(path, create=True)
    journal.append([{"n": 1}])
    journal.append([{"n": 2}, {"n": 3}])
    return journal


def full_after(path: Path, taken: int, number: int = errno.ENOSPC) -> None:
    """Refuse an append after `taken` bytes; nothing of it stays and the next one works."""
    journal = _filled(path)
    whole = path.read_bytes()
    with shimmed(Shim(fails_with(number, taken), SECOND, "write")):
        refused = refuses(journal)
    assert refused == {errno.ENOSPC: "full", errno.EDQUOT: "quota"}[number]
    assert path.read_bytes() == whole
    assert journal.position == 3
    journal.append(BATCH)
    journal.close()
    _assert_has(path, 5)


def input_output(path: Path, name: str) -> None:
    """Fail a write or the wait for the disk with EIO: the handle refuses until it is opened again."""
    journal = _filled(path)
    with shimmed(Shim(fails_with(errno.EIO), SECOND if name == "write" else 1, name)):
        assert refuses(journal) == "input-output"
    try:
        journal.append(BATCH)
    except Broken:
        pass
    else:
        message = "a handle was used again after EIO"
        raise AssertionError(message)
    journal.close()
    _assert_has(path, 3)
    again = DiskJournal(path)
    again.append(BATCH)
    again.close()
    _assert_has(path, 5)


def cannot_undo(path: Path) -> None:
    """A full disk whose `ftruncate` fails as well: the handle is broken and the next one recovers."""
    journal = _filled(path)
    full = Shim(fails_with(errno.ENOSPC, 30), SECOND, "write")
    stuck = Shim(fails_with(errno.EIO), 1, "ftruncate")
    with shimmed(full), shimmed(stuck):
        assert refuses(journal) == "full"
    try:
        journal.append(BATCH)
    except Broken:
        pass
    else:
        message = "a write that could not be undone was built upon"
        raise AssertionError(message)
    journal.close()
    again = DiskJournal(path)
    assert again.position == 3
    again.append(BATCH)
    again.close()
    _assert_has(path, 5)


def refuses(journal: DiskJournal) -> object:
    """Append, and return the reason why it was refused."""
    try:
        journal.append(BATCH)
    except NotSaved as exc:
        return exc.details["reason"]
    return None


def _assert_has(path: Path, count: int) -> None:
    journal = DiskJournal(path)
    assert [document["n"] for document in journal.read()] == list(range(1, count + 1))
    assert not journal.damage
    journal.close()


def file_too_large(folder: Path, limit: int, seed: int) -> int:
    """Let the system refuse a growing file at `limit` bytes, compactions included."""
    path = folder / "a.jsonl"

    def work(acknowledge: Acknowledge) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        opened = database(path, compacting=True)
        opened.tables()
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number, step in enumerate(script(seed), 1):
            try:
                step(opened.table("t"))
            except NotSaved as exc:
                if exc.details["reason"] != "too-large":
                    raise
                return
            acknowledge(number)

    child = Child(work)
    assert child.finish() == 0
    last = max(child.acknowledged, default=0)
    opened = database(path)
    assert state_of(opened.table("t")) == states(seed, last)[last]
    opened.table("after").insert({"is": "usable"})
    opened.close()
    return last


def compaction_fails(folder: Path, at: int) -> bool:
    """Refuse call number `at` of a commit with a compaction: the commit still counts, once."""
    opened = database(folder / "a.jsonl")
    table = opened.table("t")
    for n in range(80):
        table.truncate()
        table.insert({"n": n})
    opened.storage._compact_after = 0
    with shimmed(Shim(fails_with(errno.ENOSPC), at)) as shim:
        try:
            table.insert({"n": "last"})
            done = True
        except NotSaved:
            done = False
    opened.close()
    numbers = [document["n"] for document in database(folder / "a.jsonl").table("t").all()]
    assert numbers == ([79, "last"] if done else [79])
    return len(shim.calls) >= at


def each(points: int, trial: Callable[[Path, int], object]) -> int:
    """Run a trial at each point in a folder of its own; return how many there were."""
    for point in range(points):
        with tempfile.TemporaryDirectory() as name:
            trial(Path(name), point)
    return points


def run(points: int) -> dict[str, int]:
    """Run every kind of trial at so many points; return how many of each."""
    figures = {
        "full after n bytes": each(points, lambda f, n: full_after(f / "j", n)),
        "quota after n bytes": each(points, lambda f, n: full_after(f / "j", n, errno.EDQUOT)),
        "file too large": each(
            max(points // 5, 1), lambda f, n: file_too_large(f, 900 + 977 * n, n)
        ),
        "input or output error": 2,
        "cannot be undone": each(1, lambda f, _: cannot_undo(f / "j")),
        "compaction refused": 0,
    }
    for call in ("write", "fdatasync"):
        with tempfile.TemporaryDirectory() as name:
            input_output(Path(name) / "j", call)
    refused = True
    while refused:
        with tempfile.TemporaryDirectory() as name:
            refused = compaction_fails(Path(name), figures["compaction refused"] + 1)
        figures["compaction refused"] += refused
    return figures


def main() -> None:
    """Print the figures of a full campaign."""
    for kind, count in run(150).items():
        print(f"disk refuses, {kind}: {count} trials, nothing half written, usable afterwards")


if __name__ == "__main__":
    main()
