"""Garbage is swept in a quiet moment: what came is set aside, what left is let go."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from debate.host import sweeping
from debate.host.sweeping import Sweeping
from debate.host.visit import Doorway


class Ring:
    """Something that only a sweep lets go of."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()


async def test_what_came_is_set_aside_and_what_left_is_swept_when_nobody_types() -> None:
    door = Doorway()
    sweeper = Sweeping(door)
    door.begun, door.typed = 1, 1
    ring = Ring()
    left = weakref.ref(ring)
    assert not sweeper.look()
    assert gc.get_freeze_count() > 0
    del ring
    door.ended = sweeping.MANY
    gc.collect()
    assert left() is not None, "what is set aside is not looked through"
    assert sweeper.look()
    assert left() is None
    assert not sweeper.look()


async def test_people_who_type_are_not_kept_waiting_but_once_in_a_long_while() -> None:
    door = Doorway()
    sweeper = Sweeping(door)
    door.ended = sweeping.MANY
    swept = []
    for number in range(1, 2 * sweeping.LONGEST):
        door.typed += 1
        if sweeper.look():
            swept.append(number)
            door.ended += sweeping.MANY
    assert len(swept) == 2
    assert swept[1] - swept[0] == sweeping.LONGEST


async def test_for_a_few_who_left_and_for_all_who_came_nobody_is_kept_waiting() -> None:
    door = Doorway()
    sweeper = Sweeping(door)
    door.begun, door.ended = 50, sweeping.MANY - 1
    looks = [sweeper.look() for _ in range(sweeping.LONGEST - sweeping.SELDOM)]
    assert looks.index(True) == len(looks) - 1
    assert not any(sweeper.look() for _ in range(2 * sweeping.LONGEST))


async def test_for_a_few_who_left_people_who_type_are_never_kept_waiting() -> None:
    door = Doorway()
    sweeper = Sweeping(door)
    door.ended = sweeping.MANY - 1
    for _ in range(2 * sweeping.LONGEST):
        door.typed += 1
        assert not sweeper.look()
    assert sweeper.look(), "nobody typed"


async def test_at_the_end_python_goes_about_it_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "LOOK_EVERY", 0.01)
    before = gc.get_threshold()
    task = asyncio.create_task(Sweeping(Doorway()).follow())
    async with asyncio.timeout(20):
        while not gc.get_freeze_count():  # noqa: ASYNC110 (a sweeper tells nobody)
            await asyncio.sleep(0.01)
    assert gc.get_threshold() != before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
