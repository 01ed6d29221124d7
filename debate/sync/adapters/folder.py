"""A folder as a store: a USB stick, a shared drive, a checkout that people pull and push.

    <folder>/<place>/<replica>/<number>.frame

A frame is written beside its place and given its name only when it is whole, and never over
another one. A stick that is pulled out halfway leaves at most a torn file; who looks at it next
passes it over, and whoever has the whole frame puts it in its place.
"""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from debate.errors import RemoteFull, TooLarge, Unauthorised, Unreachable, reason_of
from debate.sync.remote import (
    FRAME_LIMIT,
    NAME,
    PROBE_REPLICA,
    Changes,
    Created,
    Different,
    Listing,
    Place,
    Probe,
    Put,
    Same,
)
from debate.trust.frame import LENGTH_KNOWN, length_of

Answer = TypeVar("Answer")
SUFFIX = ".frame"
PAGE = 500
"""The most frames that one `changes` reads."""
_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class FolderStore:
    """One debate's place in a folder. Reads and writes happen in another thread."""

    def __init__(self, folder: Path, place: Place, is_whole: Callable[[bytes], bool]) -> None:
        """Name a folder; nothing is touched.

        Args:
            folder: Where stores are; it must be there, so that an empty mount point where a stick
                was does not pass for a store that lost everything.
            place: The place of the debate.
            is_whole: Tells a frame from what is left of one.
        """
        self._folder = folder
        self._home = folder / place.name
        self._can_write = place.can_write
        self._is_whole = is_whole
        self._told: set[str] = set()
        self._turn = 0

    async def prepare(self) -> None:
        """Make the place's own folder."""
        await self._try(self._prepare)

    async def put(self, name: str, frame: bytes) -> Put:
        """Write a frame under a name that nothing has; see `RemoteStore.put`."""
        return await self._try(lambda: self._put(name, frame))

    async def changes(self, cursor: str | None = None) -> Changes:
        """Read the frames that were not read yet; a cursor of another run starts over."""
        return await self._try(lambda: self._changes(cursor))

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Read frames by name."""
        return await self._try(lambda: self._get(names))

    async def names(self) -> Listing:
        """List the folder."""
        return await self._try(self._names)

    async def probe(self) -> Probe:
        """Write a trial and try to write another over it."""
        return await self._try(self._probe)

    async def close(self) -> None:
        """Do nothing: no file stays open."""

    # --- in the thread ---

    async def _try(self, work: Callable[[], Answer]) -> Answer:
        def guarded() -> Answer:
            with self._told_apart():
                if not self._folder.is_dir():
                    raise Unreachable(remote=str(self._folder), reason="missing")
                return work()

        return await asyncio.to_thread(guarded)

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        """Turn the system's refusals into those of a store."""
        try:
            yield
        except OSError as exc:
            place = str(self._folder)
            if exc.errno in _FULL:
                raise RemoteFull(remote=place) from exc
            if exc.errno in _DENIED:
                raise Unauthorised(remote=place, status=exc.strerror or "") from exc
            if exc.errno == errno.EFBIG:
                raise TooLarge(remote=place, size="?") from exc
            raise Unreachable(remote=place, reason=reason_of(exc)) from exc

    def _prepare(self) -> None:
        if self._can_write:
            self._home.mkdir(exist_ok=True)

    def _path(self, name: str) -> Path:
        replica, _, number = name.partition("-")
        return self._home / replica / f"{number}{SUFFIX}"

    def _put(self, name: str, frame: bytes) -> Put:
        if len(frame) > FRAME_LIMIT:
            raise TooLarge(remote=str(self._folder), size=len(frame))
        if not self._can_write:
            raise Unauthorised(remote=str(self._folder), status="read-only")
        path = self._path(name)
        found = self._read(path)
        if found is None or (found != frame and not self._is_whole(found)):
            found = self._write(path, frame, over=found is not None)
        if found is None:
            return Created()
        return Same() if found == frame else Different(found)

    def _write(self, path: Path, frame: bytes, *, over: bool) -> bytes | None:
        """Give a frame its name; return what was there first, if somebody else was quicker."""
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_name(f".{path.stem}.{secrets.token_hex(6)}")
        try:
            with scratch.open("xb") as file:
                file.write(frame)
                file.flush()
                os.fsync(file.fileno())
            if over:
                scratch.replace(path)
            else:
                _publish(scratch, path)
        except FileExistsError:
            return self._read(path)
        finally:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
        return None

    def _read(self, path: Path) -> bytes | None:
        """Return a file's bytes; of one that is no frame for its size no more than shows it."""
        try:
            with path.open("rb") as file:
                return file.read(FRAME_LIMIT + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def _found(self) -> Iterator[str]:
        """Yield the names of the frames that are there."""
        try:
            replicas = sorted(each.name for each in os.scandir(self._home) if each.is_dir())
        except FileNotFoundError:
            return
        for replica in replicas:
            with suppress(FileNotFoundError):
                for each in os.scandir(self._home / replica):
                    name = f"{replica}-{each.name.removesuffix(SUFFIX)}"
                    if each.name.endswith(SUFFIX) and NAME.fullmatch(name):
                        yield name

    def _changes(self, cursor: str | None) -> Changes:
        if cursor is None or cursor != self._cursor():
            self._told = set()
        new = sorted(name for name in self._found() if name not in self._told)
        frames = []
        for name in new[:PAGE]:
            frame = self._read(self._path(name))
            if frame is not None and self._is_whole(frame):
                frames.append((name, frame))
                self._told.add(name)
        self._turn += bool(frames)
        return Changes(
            frames=tuple(frames),
            cursor=self._cursor(),
            is_unmodified=not frames,
            is_complete=len(new) <= PAGE,
        )

    def _looks_whole(self, name: str) -> bool:
        """Whether a file has the length that it says it has; a torn one is as good as not there."""
        try:
            with self._path(name).open("rb") as file:
                return length_of(file.read(LENGTH_KNOWN)) == os.fstat(file.fileno()).st_size
        except FileNotFoundError:
            return False

    def _cursor(self) -> str:
        return f"{id(self):x}.{self._turn}"

    def _get(self, names: Collection[str]) -> Mapping[str, bytes]:
        read = {name: self._read(self._path(name)) for name in names if NAME.fullmatch(name)}
        return {name: frame for name, frame in read.items() if frame is not None}

    def _names(self) -> Listing:
        names = frozenset(name for name in self._found() if self._looks_whole(name))
        self._told = set(names)
        self._turn += 1
        return Listing(names, self._cursor())

    def _probe(self) -> Probe:
        path = self._path(f"{PROBE_REPLICA}-00000000")
        can_write = is_create_only = False
        with suppress(OSError):
            if self._can_write:
                path.unlink(missing_ok=True)
                can_write = self._write(path, b"first", over=False) is None
                is_create_only = self._write(path, b"second", over=False) == b"first"
                path.unlink()
        return Probe(
            kind="folder",
            server=str(self._folder),
            can_read=True,
            can_write=can_write,
            is_create_only=is_create_only,
            largest=FRAME_LIMIT,
        )


def _publish(scratch: Path, path: Path) -> None:
    """Give a finished file its name, unless the name is taken.

    A link fails where the name exists. Where there are no links (FAT on a stick), look first: the
    window is the moment between looking and renaming, and only one machine holds the stick.

    Raises:
        FileExistsError: the name is taken.
    """
    try:
        os.link(scratch, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(str(path)) from None
        scratch.rename(path)
