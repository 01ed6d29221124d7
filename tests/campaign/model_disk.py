"""A model of a disk that may keep any part of what was not waited for, and a cut of its power.

What a run does to its files is recorded. At each call the model can say what a cut at that moment
might leave: of every write not yet synced any subset of its pages, of the file any size between,
with zeros or noise where nothing was written; of renames not yet synced any first few.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.campaign.script import database, script, state_of, states
from tests.campaign.system_calls import Real, Shim, shimmed

IGNORED = (".lock",)


class Change(NamedTuple):
    """A write of `data` at `offset`; without data the file was cut to `offset` bytes."""

    offset: int
    data: bytes | None


class ModelFile:
    """One file: what surely stays, and what happened since."""

    def __init__(self) -> None:
        self.durable = b""
        self.pending: list[Change] = []
        self.size = 0

    def write(self, data: bytes) -> None:
        self.pending.append(Change(self.size, data))
        self.size += len(data)

    def cut(self, size: int) -> None:
        self.pending.append(Change(size, None))
        self.size = size

    def sync(self) -> None:
        self.durable = self._apply([True] * len(self.pending), random.Random(0), self.size)
        self.pending = []

    def after_a_cut(self, page: int, chance: random.Random) -> bytes:
        """Return what the file might hold."""
        odds = chance.choice((0.0, 0.5, 0.9, 1.0))
        pieces = []
        for change in self.pending:
            if change.data is None:
                pieces.append(change)
            else:
                pieces += _pages(change, page)
        sizes = [len(self.durable), self.size, *(each.offset for each in pieces)]
        kept = [chance.random() < odds for _ in pieces]
        return self._apply(kept, chance, chance.choice(sizes), pieces)

    def _apply(
        self,
        kept: list[bool],
        chance: random.Random,
        size: int,
        pieces: list[Change] | None = None,
    ) -> bytes:
        content = bytearray(self.durable)
        noise = chance.choice((True, False))
        for change, stays in zip(self.pending if pieces is None else pieces, kept, strict=True):
            if stays and change.data is None:
                del content[change.offset :]
            elif stays and change.data is not None:
                _fill(content, change.offset, chance if noise else None)
                content[change.offset : change.offset + len(change.data)] = change.data
        _fill(content, size, chance if noise else None)
        return bytes(content)


def _pages(change: Change, page: int) -> Iterator[Change]:
    assert change.data is not None
    start, beyond = change.offset, change.offset + len(change.data)
    while start < beyond:
        end = min((start // page + 1) * page, beyond)
        yield Change(start, change.data[start - change.offset : end - change.offset])
        start = end


def _fill(content: bytearray, size: int, chance: random.Random | None) -> None:
    missing = size - len(content)
    if missing > 0:
        content += bytes(missing) if chance is None else chance.randbytes(missing)


class CrashState(NamedTuple):
    """What a cut left of a folder, and how many steps had been acknowledged by then."""

    files: dict[str, bytes]
    acknowledged: int


class ModelDisk(Shim):
    """Follows every call below one folder, and collects crash states."""

    def __init__(self, folder: Path, chance: random.Random, share: float) -> None:
        super().__init__()
        self.folder = folder
        self.chance = chance
        self.share = share
        self.acknowledged = 0
        self.found: list[CrashState] = []
        self._open: dict[int, ModelFile] = {}
        self._names: dict[str, ModelFile] = {}
        self._durable_names: dict[str, ModelFile] = {}
        self._moves: list[tuple[str, ModelFile | None]] = []

    def wrap(self, name: str, real: Real) -> Real:
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            result = real(*arguments, **options)
            self._follow(name, arguments, result)
            if self.chance.random() < self.share:
                self.found.append(self._cut())
            return result

        return call

    def _follow(self, name: str, arguments: tuple[Any, ...], result: int) -> None:
        match name:
            case "open":
                self._opened(os.fspath(arguments[0]), arguments[1], result)
            case "write" if arguments[0] in self._open:
                self._open[arguments[0]].write(bytes(arguments[1])[:result])
            case "ftruncate" if arguments[0] in self._open:
                self._open[arguments[0]].cut(arguments[1])
            case "fdatasync" if arguments[0] in self._open:
                self._open[arguments[0]].sync()
            case "fsync":
                self._sync_names()
            case "replace" | "rename":
                self._move(self._name(arguments[0]), self._name(arguments[1]))
            case _:
                pass

    def _name(self, path: str | os.PathLike[str]) -> str:
        return os.path.relpath(os.fspath(path), self.folder)

    def _opened(self, path: str, flags: int, fd: int) -> None:
        self._open.pop(fd, None)
        if path.endswith(IGNORED) or not Path(path).is_file():
            return
        name = self._name(path)
        if name not in self._names:
            self._link(name, ModelFile())
        elif flags & os.O_TRUNC:
            self._names[name].cut(0)
        self._open[fd] = self._names[name]

    def _link(self, name: str, file: ModelFile | None) -> None:
        self._moves.append((name, file))
        if file is None:
            del self._names[name]
        else:
            self._names[name] = file

    def _move(self, source: str, target: str) -> None:
        self._link(target, self._names[source])
        self._link(source, None)

    def _sync_names(self) -> None:
        self._durable_names, self._moves = dict(self._names), []

    def _cut(self) -> CrashState:
        names = dict(self._durable_names)
        for name, file in self._moves[: self.chance.randint(0, len(self._moves))]:
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file
        page = self.chance.choice((512, 4_096))
        files = {name: file.after_a_cut(page, self.chance) for name, file in names.items()}
        return CrashState(files, self.acknowledged)


def crash_states(seed: int, steps: int, share: float, *, compacting: bool) -> list[CrashState]:
    """Run a script on a model disk and return crash states of it."""
    with tempfile.TemporaryDirectory() as name:
        disk = ModelDisk(Path(name), random.Random(seed), share)
        opened = database(Path(name) / "a.jsonl", compacting=compacting)
        with shimmed(disk):
            for number, step in zip(range(1, steps + 1), script(seed), strict=False):
                step(opened.table("t"))
                disk.acknowledged = number
        opened.close()
        return disk.found


def check(state: CrashState, expected: list[dict[int, dict[str, Any]]]) -> None:
    """Open what a cut left: acknowledged steps are whole, and it can be written."""
    with tempfile.TemporaryDirectory() as name:
        for file, data in state.files.items():
            (Path(name) / file).write_bytes(data)
        opened = database(Path(name) / "a.jsonl")
        found = state_of(opened.table("t"))
        assert found in expected[state.acknowledged : state.acknowledged + 2]
        opened.table("after").insert({"is": "usable"})
        assert state_of(opened.table("t")) == found
        opened.close()


def run(least: int, seed: int = 0) -> int:
    """Check at least so many crash states; return how many there were."""
    count = 0
    while count < least:
        compacting = seed % 2 == 1
        expected = states(seed, 41)
        for state in crash_states(seed, 40, 0.3, compacting=compacting)[: least - count]:
            check(state, expected)
            count += 1
        seed += 1
    return count


def main() -> None:
    """Print the figures of a full campaign."""
    least = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    print(f"power cuts on a model disk: {run(least)} states, every one exact and writable")


if __name__ == "__main__":
    main()
