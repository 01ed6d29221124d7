"""A store in memory: what every client of one `Shelf` sees is the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from debate.errors import Amnesia, TooLarge
from debate.sync.remote import (
    FRAME_LIMIT,
    Changes,
    Created,
    Different,
    Listing,
    Probe,
    Put,
    Same,
)


@dataclass
class Shelf:
    """What a store has, in the order in which it came."""

    frames: dict[str, bytes] = field(default_factory=dict)
    generation: int = 0
    """Changes with every reset."""

    def forget(self) -> None:
        """Lose everything."""
        self.frames = {}
        self.generation += 1


class MemoryStore:
    """One client of a shelf."""

    def __init__(self, shelf: Shelf, page: int = 10) -> None:
        self.shelf = shelf
        self.page = page
        self.puts = 0

    async def prepare(self) -> None:
        return

    async def put(self, name: str, frame: bytes) -> Put:
        self.puts += 1
        if len(frame) > FRAME_LIMIT:
            raise TooLarge(remote="memory", size=len(frame))
        found = self.shelf.frames.get(name)
        if found is None:
            self.shelf.frames[name] = frame
            return Created()
        return Same() if found == frame else Different(found)

    async def changes(self, cursor: str | None = None) -> Changes:
        generation, _, number = (cursor or f"{self.shelf.generation}.0").partition(".")
        if int(generation) != self.shelf.generation:
            raise Amnesia(remote="memory")
        frames = list(self.shelf.frames.items())[int(number) :]
        page = frames[: self.page]
        return Changes(
            frames=tuple(page),
            cursor=f"{generation}.{int(number) + len(page)}",
            is_unmodified=not frames,
            is_complete=len(frames) <= self.page,
        )

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        return {name: self.shelf.frames[name] for name in names if name in self.shelf.frames}

    async def names(self) -> Listing:
        names = frozenset(self.shelf.frames)
        return Listing(names, f"{self.shelf.generation}.{len(names)}")

    async def probe(self) -> Probe:
        return Probe(kind="memory", can_read=True, can_write=True, is_create_only=True)

    async def close(self) -> None:
        return
