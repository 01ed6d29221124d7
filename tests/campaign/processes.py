"""Several processes on one file, with compactions and kills: nothing is lost and nothing doubled."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from tinydb import where

from debate.store.database import JournalDB
from debate.store.journal import DiskJournal
from tests.campaign.child import Acknowledge, Child, Work
from tests.campaign.script import database


def appending(path: Path, who: int, count: int) -> Work:
    """Return work that appends facts, each chained to the one before in the whole journal."""

    def work(acknowledge: Acknowledge) -> None:
        journal = DiskJournal(path, create=True)
        for n in range(1, count + 1):
            with journal.transaction():
                journal.append([{"who": who, "n": n, "after": journal.position}])
            acknowledge(n)

    return work


def counting(path: Path, who: int, count: int, *, compacting: bool) -> Work:
    """Return work that adds one to a shared number, and a document of its own, in turns."""

    def work(acknowledge: Acknowledge) -> None:
        opened = database(path, compacting=compacting)
        n = 0
        while n < count:
            n += 1
            with opened.transaction():
                _add_one(opened)
            opened.table("own").insert({"who": who, "n": n})
            acknowledge(n)

    return work


def _add_one(opened: JournalDB) -> None:
    table = opened.table("shared")
    found = table.get(where("is") == "count")
    if found is None:
        table.insert({"is": "count", "value": 1})
    else:
        table.update({"value": found["value"] + 1}, where("is") == "count")


def _finish(children: list[Child]) -> None:
    for child in children:
        assert child.finish() == 0


def appends(path: Path, writers: int, count: int) -> int:
    """Append from several processes at once; return how many facts there are."""
    _finish([Child(appending(path, who, count)) for who in range(writers)])
    journal = DiskJournal(path)
    documents = journal.read()
    assert [document["after"] for document in documents] == list(range(writers * count))
    for who in range(writers):
        own = [document["n"] for document in documents if document["who"] == who]
        assert own == list(range(1, count + 1))
    journal.close()
    return len(documents)


def counts(path: Path, writers: int, count: int, *, compacting: bool) -> int:
    """Count up from several processes at once; return what the number became."""
    work = [counting(path, who, count, compacting=compacting) for who in range(writers)]
    _finish([Child(each) for each in work])
    return _assert_counted(path, dict.fromkeys(range(writers), (count, count)))


def _assert_counted(path: Path, expected: dict[int, tuple[int, int]]) -> int:
    """The number and the own documents are what was acknowledged, or one more for each killed."""
    opened = database(path)
    value = int(opened.table("shared").all()[0]["value"])
    documents = opened.table("own").all()
    for who, (least, most) in expected.items():
        own = [document["n"] for document in documents if document["who"] == who]
        assert own == list(range(1, len(own) + 1)), who
        assert least <= len(own) <= most
    assert sum(least for least, _ in expected.values()) <= value
    assert value <= sum(most for _, most in expected.values())
    opened.close()
    return value


def with_kills(path: Path, rounds: int, kills: int, chance: random.Random) -> tuple[int, int]:
    """Keep three writers going, kill one and start another, again and again.

    Returns:
        How many were killed, and what the number became.
    """
    expected: dict[int, tuple[int, int]] = {}
    who = 0
    for _ in range(rounds):
        running: dict[int, Child] = {}
        for step in range(kills + 3):
            if len(running) == 3 or step >= kills:
                victim = chance.choice(sorted(running))
                child = running.pop(victim)
                child.wait_for(1)
                time.sleep(chance.random() * 0.02)
                done = max(child.kill(), default=0)
                expected[victim] = (done, done + 1)
            if step < kills:
                running[who] = Child(counting(path, who, 1 << 30, compacting=True))
                who += 1
            if not running:
                break
    return len(expected), _assert_counted(path, expected)


def run(count: int, rounds: int, seed: int = 0) -> dict[str, int]:
    """Run each trial once; return how many operations of each there were."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {
            "2 writers append": appends(folder / "a.jsonl", 2, count),
            "2 writers count": counts(folder / "b.jsonl", 2, count, compacting=False),
            "3 writers count and compact": counts(folder / "c.jsonl", 3, count, compacting=True),
        }
        killed, value = with_kills(folder / "d.jsonl", rounds, 15, random.Random(seed))
        figures[f"3 writers, {killed} killed"] = value
    return figures


def main() -> None:
    """Print the figures of a full campaign."""
    for kind, operations in run(1_000, 40).items():
        print(f"{kind}: {operations} operations, 0 lost, 0 doubled")


if __name__ == "__main__":
    main()
