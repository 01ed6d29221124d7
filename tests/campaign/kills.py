"""Kill -9 at random moments: what was acknowledged is there, and nothing is half there."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from debate.store.journal import DiskJournal
from debate.store.journal_care import examine_journal
from tests.campaign.child import Acknowledge, Child
from tests.campaign.script import database, script, state_of, states

LONGEST = 0.05
"""The most seconds a child lives."""


def inserts(path: Path, chance: random.Random) -> int:
    """Kill one child that appends facts; return how many it had acknowledged."""

    def work(acknowledge: Acknowledge) -> None:
        journal = DiskJournal(path, create=True)
        while True:
            count = chance.choice((1, 1, 1, 5))
            start = journal.position
            journal.append([{"n": start + i, "t": "x" * 200} for i in range(1, count + 1)])
            acknowledge(start + count)

    with Child(work) as child:
        child.wait_for(1)
        time.sleep(chance.random() * LONGEST)
        acknowledged = child.kill()[-1]
    journal = DiskJournal(path)
    numbers = [document["n"] for document in journal.read()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert 0 <= len(numbers) - acknowledged <= 5, (len(numbers), acknowledged)
    _assert_usable(journal)
    return acknowledged


def _assert_usable(journal: DiskJournal) -> None:
    """What is there can be added to, and nothing of it is damaged."""
    position = journal.position
    journal.append([{"n": position + 1}])
    journal.close()
    assert not [each for each in examine_journal(journal.path).findings if each.level != "note"]


def mixed(path: Path, chance: random.Random, *, compacting: bool = False) -> int:
    """Kill one child that inserts, changes and removes; return how many steps it had acknowledged."""
    seed = chance.randrange(1 << 30)

    def work(acknowledge: Acknowledge) -> None:
        table = database(path, compacting=compacting).table("t")
        for number, step in enumerate(script(seed), 1):
            step(table)
            acknowledge(number)

    with Child(work) as child:
        child.wait_for(1)
        time.sleep(chance.random() * LONGEST)
        acknowledged = child.kill()[-1]
    expected = states(seed, acknowledged + 1)
    opened = database(path)
    found = state_of(opened.table("t"))
    assert found in (expected[acknowledged], expected[acknowledged + 1])
    opened.table("after").insert({"is": "usable"})
    opened.close()
    return acknowledged


def run(trials: int, seed: int = 0) -> dict[str, int]:
    """Run so many trials of each kind; return how many operations were acknowledged in each."""
    chance = random.Random(seed)
    figures = dict.fromkeys(("inserts", "mixed", "compacting"), 0)
    for _ in range(trials):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            figures["inserts"] += inserts(folder / "a.jsonl", chance)
            figures["mixed"] += mixed(folder / "b.jsonl", chance)
            figures["compacting"] += mixed(folder / "c.jsonl", chance, compacting=True)
    return figures


def main() -> None:
    """Print the figures of a full campaign."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for kind, acknowledged in run(trials).items():
        print(f"kill -9, {kind}: {trials} trials, {acknowledged} acknowledged, 0 lost")


if __name__ == "__main__":
    main()
