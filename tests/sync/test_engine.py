"""One exchange: rounds, following, failures, and what it tells."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress

import pytest

from debate.errors import (
    Amnesia,
    RemoteBusy,
    RemoteError,
    RemoteFull,
    TooLarge,
    Unauthorised,
    Unreachable,
)
from debate.sync import engine
from debate.sync.remote import Changes, Put
from debate.sync.status import Status
from tests.sync.memory_store import MemoryStore, Shelf
from tests.sync.people import until
from tests.sync.replicas import FaultyStore, Replica


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let exchanges wait for next to nothing."""
    monkeypatch.setattr(engine, "spread", lambda seconds, _: seconds / 1000)


async def stopped(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_round_says_how_far_it_is_and_what_came_of_it() -> None:
    ann, shelf = Replica(1), Shelf()
    for _ in range(3):
        ann.say()
        await ann.sync(MemoryStore(shelf))
    ben = Replica(2)
    heard: list[Status] = []
    exchange = ben.exchange(MemoryStore(shelf))
    exchange._tell = heard.append
    await exchange.reconcile()
    assert [each.state for each in (heard[0], heard[-1])] == ["syncing", "synced"]
    assert any((each.done, each.total) == (3, 3) for each in heard)
    assert exchange.status.received == 3
    assert exchange.status.at is not None


async def test_following_brings_news_both_ways_at_the_least_cost() -> None:
    ann, ben, shelf = Replica(1), Replica(2), Shelf()
    exchanges = [each.exchange(MemoryStore(shelf)) for each in (ann, ben)]
    for exchange in exchanges:
        await exchange.reconcile()
    ann.say(2)
    ben.say(3)
    for exchange in (*exchanges, exchanges[0]):
        await exchange.follow()
    assert ann.facts == ben.facts
    puts = [exchange._store.puts for exchange in exchanges]  # type: ignore[attr-defined]
    await exchanges[0].follow()
    assert [exchange._store.puts for exchange in exchanges] == puts  # type: ignore[attr-defined]


async def test_a_lost_answer_is_asked_again_and_nothing_is_sent_twice() -> None:
    ann, shelf = Replica(1), Shelf()
    ann.say(2)
    await ann.sync(FaultyStore(shelf, ["", "unheard"]))
    assert ann.status.state == "offline"
    status = await ann.sync(MemoryStore(shelf))
    assert status.state == "synced"
    assert len(shelf.frames) == 1


async def test_a_round_that_is_cut_off_goes_on_where_it_was() -> None:
    ann, shelf = Replica(1), Shelf()
    for _ in range(3):
        ann.say()
        await ann.sync(MemoryStore(shelf))
    ben = Replica(2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "FETCH_PAGE", 1)
        await ben.sync(FaultyStore(shelf, ["", "", "", "cut"]))
        assert ben.status.state == "offline"
        assert len(ben.facts) == 2
        assert (await ben.sync(MemoryStore(shelf))).total == 1
    assert len(ben.facts) == 3


async def test_facts_said_while_a_put_failed_go_out_under_another_number() -> None:
    """The store has two of three facts under a name; ours of that name holds all three."""
    ann, shelf = Replica(1), Shelf()
    ann.say(1)
    ann.desk.seal()
    first = dict(ann.ledger.frames)
    ann.ledger.frames.clear()
    ann.say(1)
    ann.desk.seal()
    (name,) = first
    shelf.frames[name] = first[name][0]
    status = await ann.sync(MemoryStore(shelf))
    assert status.state == "synced"
    assert not status.is_doubled
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert ben.facts == ann.facts
    assert len(shelf.frames) == 2


class Forgetful(MemoryStore):
    """Forgets once everything it was given, and says so when it is asked next."""

    has_forgotten = False

    async def changes(self, cursor: str | None = None) -> Changes:
        if self.shelf.frames and not self.has_forgotten:
            self.has_forgotten = True
            self.shelf.forget()
            raise Amnesia(remote="memory")
        return await super().changes(cursor)


@pytest.mark.usefixtures("quick")
async def test_a_follower_gives_back_what_a_store_forgot() -> None:
    ann, shelf = Replica(1), Shelf()
    ann.say(2)
    store = Forgetful(shelf)
    exchange = ann.exchange(store)
    task = asyncio.create_task(exchange.live())
    await until(lambda: store.has_forgotten and len(shelf.frames) == 1)
    await stopped(task)
    assert exchange.status.lost > 0
    assert len(ann.facts) == 2


class Broken(MemoryStore):
    """Fails in a way of its own at one kind of question."""

    def __init__(self, shelf: Shelf, error: RemoteError, at: str = "put") -> None:
        super().__init__(shelf)
        self.error, self.at = error, at

    async def prepare(self) -> None:
        if self.at == "prepare":
            raise self.error

    async def put(self, name: str, frame: bytes) -> Put:
        if self.at == "put":
            raise self.error
        return await super().put(name, frame)

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        if self.at == "get":
            raise self.error
        return await super().get(names)


async def test_a_full_store_still_hands_out_what_it_has() -> None:
    ann, ben, shelf = Replica(1), Replica(2), Shelf()
    ann.say(2)
    await ann.sync(MemoryStore(shelf))
    ben.say()
    exchange = ben.exchange(Broken(shelf, RemoteFull(remote="memory")))
    with suppress(RemoteError):
        await exchange.reconcile()
    assert exchange.status.state == "trouble"
    assert len(ben.facts) == 3
    ann.say()
    await ann.sync(MemoryStore(shelf))
    with pytest.raises(RemoteFull):
        await exchange.follow()
    assert len(ben.facts) == 4


async def test_a_frame_that_is_too_large_for_a_store_holds_up_no_other() -> None:
    ann, shelf = Replica(1), Shelf()
    ann.say(2)
    exchange = ann.exchange(Broken(shelf, TooLarge(remote="memory", size=9)))
    status = await exchange.reconcile()
    assert status.state == "synced"
    assert isinstance(status.error, TooLarge)
    await exchange.follow()


async def test_who_may_make_no_place_uses_the_one_there_is() -> None:
    ann, shelf = Replica(1), Shelf()
    ann.say()
    store = Broken(shelf, Unauthorised(remote="memory", status=403), at="prepare")
    assert (await ann.sync(store)).state == "synced"


async def test_trouble_says_which_and_offline_is_another_thing() -> None:
    ann, shelf = Replica(1), Shelf()
    other = Replica(2)
    other.say()
    await other.sync(MemoryStore(shelf))
    for error, state in (
        (Unreachable(remote="memory", reason="cut"), "offline"),
        (RemoteBusy(remote="memory", status=503), "trouble"),
    ):
        status = await ann.sync(Broken(shelf, error, at="get"))
        assert (status.state, status.error) == (state, error)


@pytest.mark.usefixtures("quick")
async def test_a_follower_goes_on_after_a_store_was_away() -> None:
    ann, ben, shelf = Replica(1), Replica(2), Shelf()
    faults = ["cut", "busy", "", "lost", "unheard", "busy", "", "", "repeat"]
    exchanges = [each.exchange(FaultyStore(shelf, faults)) for each in (ann, ben)]
    tasks = [asyncio.create_task(each.live()) for each in exchanges]
    ann.say(2)
    await until(lambda: ann.facts == ben.facts and len(ben.facts) == 2)
    await stopped(*tasks)


async def test_a_word_said_here_ends_the_wait() -> None:
    ann, shelf = Replica(1), Shelf()
    exchange = ann.exchange(MemoryStore(shelf))
    task = asyncio.create_task(exchange.live())
    await until(lambda: exchange.status.state == "synced")
    ann.say()
    exchange.wake()
    await until(lambda: len(shelf.frames) == 1)
    await stopped(task)


@pytest.mark.usefixtures("quick")
async def test_a_follower_compares_again_soon_while_something_is_missing() -> None:
    ann, ben, shelf = Replica(1), Replica(2), Shelf()
    for _ in range(2):
        ann.say()
        await ann.sync(MemoryStore(shelf))
    first = min(shelf.frames)
    kept = shelf.frames.pop(first)
    exchange = ben.exchange(MemoryStore(shelf))
    task = asyncio.create_task(exchange.live())
    await until(lambda: exchange.status.waiting == 1)
    shelf.frames = {**shelf.frames, first: kept}
    await until(lambda: len(ben.facts) == 2)
    await stopped(task)
    assert exchange.status.waiting == 0
