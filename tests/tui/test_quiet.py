"""Work that follows when there is time: the newest alone, soon when it is quiet, later when not."""

from __future__ import annotations

import asyncio
import time

import pytest

from debate.tui import quiet
from debate.tui.quiet import Quiet


async def test_of_what_is_asked_in_a_row_it_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "LONGEST", 0.1)
    done: list[float] = []
    follower = Quiet(lambda: done.append(time.monotonic()))
    for _ in range(5):
        follower.ask()
    assert not done
    await asyncio.sleep(2 * quiet.LONGEST)
    assert len(done) == 1
    follower.ask()
    await asyncio.sleep(2 * quiet.LONGEST)
    assert len(done) == 2


async def test_while_the_loop_is_late_it_waits_and_not_for_ever() -> None:
    done: list[float] = []
    follower = Quiet(lambda: done.append(time.monotonic()))
    follower.ask()
    began = time.monotonic()
    while not done:
        time.sleep(0.015)  # noqa: ASYNC251 (a loop that is always late)
        await asyncio.sleep(0)
    assert done[0] - began >= quiet.LONGEST


async def test_what_is_stopped_is_not_done() -> None:
    done: list[int] = []
    follower = Quiet(lambda: done.append(1))
    follower.ask()
    assert follower.is_waiting
    follower.stop()
    assert not follower.is_waiting
    follower.stop()
    await asyncio.sleep(0.05)
    assert not done
