"""Files cut at every byte, and files with bytes flipped, zeroed or taken out anywhere.

The oracle knows where each transaction was written, and nothing of how lines are read: every
transaction that no damage touched is read, and no other.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from debate.store.journal import DiskJournal
from debate.store.journal_care import examine_journal, repair_journal


class Written(NamedTuple):
    """One transaction as it was written."""

    start: int
    beyond: int
    numbers: tuple[int, ...]


def write(path: Path, transactions: int, chance: random.Random) -> tuple[bytes, list[Written]]:
    """Write a journal; return its bytes and where each transaction is."""
    journal = DiskJournal(path, create=True)
    written, number = [], 0
    for _ in range(transactions):
        count = chance.choice((1, 1, 2, 4))
        numbers = tuple(range(number + 1, number + count + 1))
        start = path.stat().st_size
        texts = ('{"c":"', "é\n", "x" * chance.randrange(200), '{"c":"12345678",')
        journal.append([{"c": chance.choice(texts), "n": each} for each in numbers])
        written.append(Written(start, path.stat().st_size, numbers))
        number += count
    journal.close()
    return path.read_bytes(), written


def read(path: Path) -> list[int]:
    """Return the numbers that a new handle reads."""
    journal = DiskJournal(path)
    numbers = [document["n"] for document in journal.read()]
    journal.close()
    return numbers


def torn_at_every_byte(path: Path, chance: random.Random) -> int:
    """Cut a file at each byte of each transaction; return how many cuts there were."""
    data, written = write(path, 6, chance)
    for index, cut in enumerate(written):
        numbers = [number for each in written[:index] for number in each.numbers]
        for size in range(cut.start, cut.beyond):
            _torn_at(path, data[:size], cut, numbers)
    return written[-1].beyond - written[0].start


def _torn_at(path: Path, data: bytes, cut: Written, numbers: list[int]) -> None:
    """Read and go on with a file that ends in the middle of a transaction."""
    path.write_bytes(data)
    assert read(path) == numbers, len(data)
    journal = DiskJournal(path)
    journal.append([{"n": 1_000}])
    assert journal.torn == (len(data) > cut.start)
    journal.close()
    assert read(path) == [*numbers, 1_000], len(data)
    for aside in path.parent.glob(f"{path.name}.torn-*"):
        assert aside.read_bytes() == data[cut.start :]
        aside.unlink()


def damage(data: bytes, first: int, chance: random.Random) -> bytes:
    """Return the bytes with some of them, from `first` on, flipped, zeroed or made noise."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        start = chance.randrange(first, len(data))
        length = chance.choice((1, 1, 8, 64, 512))
        beyond = min(start + length, len(data))
        garbage = {
            "flip": bytes([data[start] ^ (1 << chance.randrange(8))]) + data[start + 1 : beyond],
            "zeros": bytes(beyond - start),
            "noise": chance.randbytes(beyond - start),
        }[chance.choice(("flip", "zeros", "noise"))]
        data = data[:start] + garbage + data[beyond:]
    return data


def random_damage(path: Path, chance: random.Random) -> None:
    """Damage a file at random; everything untouched is read, and a repair keeps it."""
    data, written = write(path, 12, chance)
    original = data
    data = damage(data, written[0].start, chance)
    whole = [
        each
        for each in written
        if data[each.start : each.beyond] == original[each.start : each.beyond]
    ]
    path.write_bytes(data)
    numbers = [number for each in whole for number in each.numbers]
    assert read(path) == numbers
    findings = examine_journal(path).findings
    assert bool(findings) == (data != original)
    assert path.read_bytes() == data
    repair_journal(path)
    repaired = read(path)
    assert [each for each in repaired if each in set(numbers)] == numbers
    assert repaired == sorted(repaired)
    assert not examine_journal(path).findings
    journal = DiskJournal(path)
    journal.append([{"n": 1_000}])
    journal.close()
    assert read(path) == [*repaired, 1_000]


def run(files: int, seed: int = 0) -> dict[str, int]:
    """Run the trials; return how many cuts and how many damaged files there were."""
    chance = random.Random(seed)
    figures = {"cut at a byte": 0, "damaged at random": files}
    with tempfile.TemporaryDirectory() as name:
        for number in range(max(files // 300, 1)):
            figures["cut at a byte"] += torn_at_every_byte(Path(name) / f"t{number}", chance)
    for _ in range(files):
        with tempfile.TemporaryDirectory() as name:
            random_damage(Path(name) / "j", chance)
    return figures


def main() -> None:
    """Print the figures of a full campaign."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for kind, count in run(files).items():
        print(f"files {kind}: {count}, every untouched transaction read and kept")


if __name__ == "__main__":
    main()
