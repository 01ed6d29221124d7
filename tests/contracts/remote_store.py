"""What every remote store promises, whatever stands behind it.

An adapter is done when a test class of its own, derived from `RemoteStoreContract` with a fixture
`another` that opens one more client of the same place, passes. Frames here are only bytes to an
adapter; `frame` makes some that are as whole as those of the program.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debate.errors import RemoteError
from debate.sync.remote import (
    PROBE_REPLICA,
    Created,
    Different,
    RemoteStore,
    Same,
)
from tests.sync.frames import frame, name_of

Another = Callable[[], RemoteStore]


async def everything(store: RemoteStore, cursor: str | None = None) -> tuple[dict[str, bytes], str]:
    """Follow the pages of `changes` to the end; return the frames and the cursor."""
    found: dict[str, bytes] = {}
    while True:
        changes = await store.changes(cursor)
        found.update(changes.frames)
        cursor = changes.cursor
        if changes.is_complete:
            return found, cursor


class RemoteStoreContract:
    """Derive from this and supply the fixture `another`."""

    @pytest.fixture
    async def store(self, another: Another) -> RemoteStore:
        store = another()
        await store.prepare()
        return store

    async def test_a_prepared_place_is_empty(self, store: RemoteStore) -> None:
        assert await everything(store) == ({}, (await store.changes()).cursor)
        assert (await store.names()).names == frozenset()

    async def test_preparing_twice_is_harmless(self, store: RemoteStore) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        await store.prepare()
        assert (await store.names()).names == {name_of(1, 1)}

    async def test_a_frame_comes_back_byte_for_byte(self, store: RemoteStore) -> None:
        sealed = frame(1, 1, b"\x00\xff\r\n" * 64)
        assert await store.put(name_of(1, 1), sealed) == Created()
        assert dict(await store.get([name_of(1, 1)])) == {name_of(1, 1): sealed}

    async def test_putting_again_is_harmless(self, store: RemoteStore) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        assert await store.put(name_of(1, 1), frame(1, 1)) == Same()
        assert (await everything(store))[0] == {name_of(1, 1): frame(1, 1)}

    async def test_other_bytes_under_a_taken_name_are_handed_back_and_nothing_changes(
        self, store: RemoteStore, another: Another
    ) -> None:
        first, second = frame(1, 1, b"first"), frame(1, 1, b"second")
        await store.put(name_of(1, 1), first)
        assert await another().put(name_of(1, 1), second) == Different(first)
        assert dict(await store.get([name_of(1, 1)])) == {name_of(1, 1): first}

    async def test_another_client_sees_what_was_put(
        self, store: RemoteStore, another: Another
    ) -> None:
        other = another()
        _, cursor = await everything(other)
        await store.put(name_of(1, 1), frame(1, 1))
        await store.put(name_of(2, 1), frame(2, 1))
        found, cursor = await everything(other, cursor)
        assert found == {name_of(1, 1): frame(1, 1), name_of(2, 1): frame(2, 1)}
        await store.put(name_of(1, 2), frame(1, 2))
        found, _ = await everything(other, cursor)
        assert found[name_of(1, 2)] == frame(1, 2)

    async def test_a_quiet_store_says_that_nothing_is_new(self, store: RemoteStore) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        _, cursor = await everything(store)
        changes = await store.changes(cursor)
        assert changes.frames == ()
        assert changes.is_complete

    async def test_one_can_go_on_from_a_listing(self, store: RemoteStore, another: Another) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        other = another()
        listing = await other.names()
        assert listing.names == {name_of(1, 1)}
        await store.put(name_of(1, 2), frame(1, 2))
        found, _ = await everything(other, listing.cursor)
        assert found[name_of(1, 2)] == frame(1, 2)

    async def test_only_what_is_there_is_got(self, store: RemoteStore) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        found = await store.get([name_of(1, 1), name_of(1, 2), name_of(3, 1)])
        assert dict(found) == {name_of(1, 1): frame(1, 1)}
        assert dict(await store.get([])) == {}

    async def test_many_frames_are_all_listed_and_read(self, store: RemoteStore) -> None:
        names = [name_of(replica, number) for replica in (1, 2, 3) for number in range(1, 15)]
        for name in names:
            await store.put(name, frame(int(name[:4], 16), int(name[-8:])))
        assert (await store.names()).names == set(names)
        assert set((await everything(store))[0]) == set(names)
        assert set(await store.get(names)) == set(names)

    async def test_a_large_frame_is_taken(self, store: RemoteStore) -> None:
        sealed = frame(1, 1, bytes(range(256)) * 400)
        assert await store.put(name_of(1, 1), sealed) == Created()
        assert dict(await store.get([name_of(1, 1)])) == {name_of(1, 1): sealed}

    async def test_a_frame_beyond_every_limit_is_refused_and_nothing_is_kept(
        self, store: RemoteStore
    ) -> None:
        with pytest.raises(RemoteError):
            await store.put(name_of(1, 1), frame(1, 1, bytes(1_100_000)))
        assert (await store.names()).names == frozenset()

    async def test_a_probe_finds_out_and_leaves_frames_alone(self, store: RemoteStore) -> None:
        await store.put(name_of(1, 1), frame(1, 1))
        probe = await store.probe()
        assert probe.can_read
        assert probe.can_write
        left = {name for name in (await store.names()).names if not name.startswith(PROBE_REPLICA)}
        assert left == {name_of(1, 1)}

    async def test_closing_twice_is_harmless(self, store: RemoteStore) -> None:
        await store.close()
        await store.close()
