"""A debate of 10,000 facts put at a store by one device, and fetched by another that just came in.

Fetching is to verify everything, fold it and keep it durably; beside it stands opening the same debate
from this disk, which verifies and folds.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.sessions import LARGE, data_folder
from benchmarks.sync_stores import STORES, Store
from debate.service.joining import join
from debate.service.post import Post
from debate.service.wiring import workspace
from debate.service.workspace import Workspace
from debate.sync.remote import Address
from debate.trust.circle import Circle

Made = TypeVar("Made")


class Took(NamedTuple):
    """Seconds on the clock, and of the processor on this side."""

    clock: float
    work: float


def timed(act: Callable[[], Made]) -> tuple[Took, Made]:
    """Return how long something takes, and what came of it."""
    clock, work = time.perf_counter(), time.process_time()
    made = act()
    return Took(time.perf_counter() - clock, time.process_time() - work), made


def opened(space: Workspace) -> int:
    """Open the only debate of a data folder and count its facts."""
    (name,) = space.library.sessions()
    return len(space.open(name).session.documents())


def pushed(space: Workspace, circle: Circle, address: Address) -> tuple[str, ...]:
    """Put a debate at a store; return what went wrong."""
    post = Post(space, space.open(space.library.sessions()[0]))
    post.share(circle)
    post.add_remote(address)
    return tuple(str(status.error) for status in asyncio.run(post.sync()) if status.error)


def pulled(folder: Path, circle: Circle, address: Address) -> int:
    """Fetch the debate of a circle into an empty data folder and count its facts."""
    space = workspace(folder=folder, environment={})
    arrived = asyncio.run(join(space, circle, Address(address.url, address.user, address.password)))
    count = len(space.open(arrived.session).session.documents())
    space.close()
    return count


def measure(store: Store, folder: Path) -> None:
    """Print a line for one store."""
    space, circle = data_folder(folder / "ours", LARGE), Circle.fresh()
    wrong = pushed(space, circle, store.address)
    assert not wrong, wrong
    put, _ = timed(partial(pushed, space, circle, store.address))
    space.close()
    work = store.seconds()
    took, count = timed(partial(pulled, folder / "theirs", circle, store.address))
    worked = store.seconds() - work
    here, same = timed(lambda: opened(workspace(folder=folder / "theirs", environment={})))
    assert count == same
    print(
        f"{store.name}: first pull of {count} facts {took.clock:.1f} s, {took.work:.2f} s of the "
        f"processor here, ratio {took.work / here.work:.1f} to opening them from the disk, and "
        f"{worked:.2f} s at the store; a round in which nothing is new {put.work:.2f} s",
        flush=True,
    )


def main(wanted: Sequence[str] = ()) -> None:
    """Measure every store, or those that are named."""
    for make in STORES:
        if wanted and make.__name__ not in wanted:
            continue
        try:
            with make() as store, tempfile.TemporaryDirectory() as name:
                measure(store, Path(name))
        except LookupError as missing:
            print(f"{make.__name__}: not measured: {missing}")


if __name__ == "__main__":
    main(sys.argv[1:])
