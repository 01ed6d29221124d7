"""A crash at every system call of every kind of write: before it, in the middle, and after it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from debate.store.backup import backup
from debate.store.journal import DiskJournal
from debate.store.journal_care import repair_journal
from debate.store.library import Library
from debate.store.restore import restore
from tests.campaign.child import Acknowledge, Child
from tests.campaign.script import database, script, state_of, states
from tests.campaign.system_calls import Shim, dies, shimmed

ONE = "1" * 32
DIED = 77


class Scenario(NamedTuple):
    """What is done, on what, and what must hold however far it came."""

    prepare: Callable[[Path], None]
    act: Callable[[Path, Acknowledge], None]
    check: Callable[[Path, list[int]], None]


def _nothing(_folder: Path) -> None:
    pass


def _append(folder: Path, acknowledge: Acknowledge) -> None:
    journal = DiskJournal(folder / "s" / "events.jsonl", create=True)
    for batch in ([1], [2, 3, 4], [5]):
        journal.append([{"n": n} for n in batch])
        acknowledge(batch[-1])


def _check_append(folder: Path, acknowledged: list[int]) -> None:
    path = folder / "s" / "events.jsonl"
    journal = DiskJournal(path, create=not acknowledged)
    count = journal.position
    assert [document["n"] for document in journal.read()] == list(range(1, count + 1))
    assert count in (0, 1, 4, 5)
    assert count >= max(acknowledged, default=0)
    journal.append([{"n": count + 1}])
    assert journal.position == count + 1
    journal.close()


def _commits(folder: Path, acknowledge: Acknowledge) -> None:
    opened = database(folder / "a.jsonl", compacting=True)
    for number, step in enumerate(script(3), 1):
        step(opened.table("t"))
        acknowledge(number)
        if number == 30:
            return


def _check_commits(folder: Path, acknowledged: list[int]) -> None:
    opened = database(folder / "a.jsonl")
    last = max(acknowledged, default=0)
    assert state_of(opened.table("t")) in states(3, 30)[last : last + 2]
    opened.table("after").insert({"is": "usable"})
    opened.close()


def _damaged(folder: Path) -> None:
    journal = DiskJournal(folder / "events.jsonl", create=True)
    for n in range(1, 6):
        journal.append([{"n": n}])
    journal.close()
    text = (folder / "events.jsonl").read_bytes()
    (folder / "events.jsonl").write_bytes(text.replace(b'{"n":3}', b'{"n":9}') + b'{"c":"12')


def _repair(folder: Path, _acknowledge: Acknowledge) -> None:
    repair_journal(folder / "events.jsonl")


def _check_repair(folder: Path, _acknowledged: list[int]) -> None:
    repair_journal(folder / "events.jsonl")
    journal = DiskJournal(folder / "events.jsonl")
    assert [document["n"] for document in journal.read()] == [1, 2, 4, 5]
    assert not journal.damage
    journal.close()
    kept = sorted(folder.glob("*.damaged-*"))
    assert b'{"n":9}' in kept[0].read_bytes()


def _old_and_new(folder: Path) -> None:
    library = Library(folder / "debate")
    journal = library.create(ONE)
    journal.append([{"n": 1}])
    backup(folder / "debate", folder / "b.tar")
    journal.append([{"n": 2}])
    journal.close()
    (library.layout.keys / "device.key").write_bytes(b"k")
    library.close()


def _restore(folder: Path, acknowledge: Acknowledge) -> None:
    restore(folder / "b.tar", folder / "debate")
    acknowledge(1)


def _check_restore(folder: Path, acknowledged: list[int]) -> None:
    library = Library(folder / "debate")
    journal = library.journal(ONE)
    numbers = [document["n"] for document in journal.read()]
    assert numbers == [1] if acknowledged else numbers in ([1], [1, 2])
    assert (library.layout.keys / "device.key").read_bytes() == b"k"
    assert (library.settings.get("renew-device") is not None) == (numbers == [1])
    journal.append([{"n": 3}])
    journal.close()
    library.close()


def _discard(folder: Path, acknowledge: Acknowledge) -> None:
    library = Library(folder / "debate")
    library.discard(ONE)
    acknowledge(1)


def _check_discard(folder: Path, acknowledged: list[int]) -> None:
    library = Library(folder / "debate")
    assert bool(library.sessions()) != bool(library.discarded())
    if library.discarded():
        library.put_back(library.discarded()[0])
    else:
        assert not acknowledged
    journal = library.journal(ONE)
    assert [document["n"] for document in journal.read()] == [1, 2]
    journal.close()
    library.close()


SCENARIOS = {
    "append": Scenario(_nothing, _append, _check_append),
    "commit and compact": Scenario(_nothing, _commits, _check_commits),
    "repair": Scenario(_damaged, _repair, _check_repair),
    "restore": Scenario(_old_and_new, _restore, _check_restore),
    "discard": Scenario(_old_and_new, _discard, _check_discard),
}


def crash(scenario: Scenario, at: int, when: str) -> bool:
    """Run a scenario that dies at call number `at`; return whether it came that far."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scenario.prepare(folder)

        def work(acknowledge: Acknowledge) -> None:
            with shimmed(Shim(dies(when), at)):
                scenario.act(folder, acknowledge)

        child = Child(work)
        code = child.finish()
        assert code in (0, DIED), code
        scenario.check(folder, child.acknowledged)
        return code == DIED


def run(name: str, *, stride: int = 1, start: int = 1) -> int:
    """Crash a scenario at every `stride`-th call from `start`; return how many crashes there were."""
    crashes = 0
    for when in ("before", "during", "after"):
        at = start
        while crash(SCENARIOS[name], at, when):
            crashes += 1
            at += stride
    return crashes


def main() -> None:
    """Print the figures of a full campaign."""
    for name in SCENARIOS:
        print(f"crash at every system call, {name}: {run(name)} crashes, all as promised")


if __name__ == "__main__":
    main()
