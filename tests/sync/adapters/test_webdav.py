"""WebDAV servers that tear, forget, lie, are slow, or are something else."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from debate.errors import (
    Amnesia,
    NotAStore,
    RemoteBusy,
    RemoteFull,
    TooLarge,
    Unauthorised,
    Unreachable,
)
from debate.sync.adapters import webdav, webdav_writer
from debate.sync.adapters.webdav import WebDavStore
from debate.sync.adapters.webdav_listing import resources_of
from debate.sync.adapters.webdav_segments import records_in
from debate.sync.remote import FRAME_LIMIT, Created, Different, Same
from tests.contracts.remote_store import Another, RemoteStoreContract, everything
from tests.sync.adapters.fake_dav import HOME, FakeDav
from tests.sync.frames import frame, name_of

FIRST, SECOND = name_of(1, 1), name_of(1, 2)


@pytest.fixture
def server() -> FakeDav:
    return FakeDav()


class TestContract(RemoteStoreContract):
    @pytest.fixture
    def another(self, server: FakeDav) -> Another:
        return server.store


class TestContractWithoutRanges(RemoteStoreContract):
    @pytest.fixture
    def another(self, server: FakeDav) -> Another:
        server.knows_ranges = False
        return server.store


def only_file(server: FakeDav) -> str:
    (path,) = server.files
    return path


async def two_frames(server: FakeDav) -> bytes:
    store = server.store()
    await store.put(FIRST, frame(1, 1))
    await store.put(SECOND, frame(1, 2))
    return server.files[only_file(server)]


async def test_a_file_torn_at_any_byte_gives_what_is_whole_and_later_the_rest(
    server: FakeDav,
) -> None:
    whole = await two_frames(server)
    path = only_file(server)
    for end in range(0, len(whole), 7):
        server.files[path] = whole[:end]
        reader = server.store()
        found, cursor = await everything(reader)
        assert set(found) <= {FIRST, SECOND}
        assert found == {name: frame(1, int(name[-8:])) for name in found}
        server.files[path] = whole
        rest, _ = await everything(reader, cursor)
        assert {**found, **rest} == {FIRST: frame(1, 1), SECOND: frame(1, 2)}


async def test_a_torn_tail_is_not_read_again_until_it_changes(server: FakeDav) -> None:
    whole = await two_frames(server)
    server.files[only_file(server)] = whole[:-3]
    reader = server.store()
    _, cursor = await everything(reader)
    server.asked.clear()
    assert (await reader.changes(cursor)).is_unmodified
    assert server.asked == ["PROPFIND"]


async def test_what_a_listing_had_to_read_is_not_read_again(server: FakeDav) -> None:
    await two_frames(server)
    reader = server.store()
    names = (await reader.names()).names
    server.asked.clear()
    assert set(await reader.get(names)) == {FIRST, SECOND}
    assert server.asked == []
    assert set(await reader.get(names)) == {FIRST, SECOND}
    assert server.asked == ["GET"]


@pytest.mark.parametrize("spoilt", [b"DBS2", b"DBS1\xff\xff\xff\xff"])
async def test_a_segment_that_is_nonsense_gives_nothing(server: FakeDav, spoilt: bytes) -> None:
    server.files[f"{HOME}{'0' * 32}.001"] = spoilt + bytes(200)
    server.files[f"{HOME}notes.txt"] = b"hello"
    assert (await everything(server.store()))[0] == {}


async def test_names_of_frames_that_are_no_names_are_not_believed() -> None:
    content = b"DBS1" + (4).to_bytes(4, "big") + b"\xffnot a name".ljust(41) + b"abcd"
    assert list(records_in("s", content)) == []


async def test_a_segment_that_shrank_is_put_back_by_its_writer(server: FakeDav) -> None:
    store = server.store()
    await store.put(FIRST, frame(1, 1))
    whole = server.files[only_file(server)]
    server.files[only_file(server)] = whole[:10]
    await store.names()
    assert server.files[only_file(server)] == whole


async def test_a_segment_of_others_that_was_changed_is_read_anew(server: FakeDav) -> None:
    whole = await two_frames(server)
    reader = server.store()
    assert (await reader.names()).names == {FIRST, SECOND}
    server.files[only_file(server)] = whole[: len(whole) // 2]
    assert (await reader.names()).names == {FIRST}
    assert dict(await reader.get([FIRST, SECOND])) == {FIRST: frame(1, 1)}


async def test_bytes_that_are_not_those_of_the_listing_are_not_handed_out(server: FakeDav) -> None:
    whole = await two_frames(server)
    reader = server.store()
    listing = await reader.names()
    await reader.changes(listing.cursor)
    server.files[only_file(server)] = bytes(len(whole))
    assert dict(await reader.get([FIRST])) == {}
    assert await reader.put(FIRST, b"other bytes") == Created()


async def test_a_frame_in_two_segments_is_one(server: FakeDav) -> None:
    await server.store().put(FIRST, frame(1, 1))
    (path, content), *_ = server.files.items()
    server.files[f"{HOME}{'f' * 32}.001"] = content
    reader = server.store()
    assert (await everything(reader))[0] == {FIRST: frame(1, 1)}
    await reader.names()
    del server.files[path]
    assert await server.store().put(FIRST, frame(1, 1)) == Same()


@pytest.mark.parametrize("gone", ["file", "folder"])
async def test_what_was_there_and_is_gone_is_amnesia_and_can_be_put_again(
    server: FakeDav, gone: str
) -> None:
    store = server.store()
    await store.put(FIRST, frame(1, 1))
    server.files.clear()
    if gone == "folder":
        server.folders.remove(HOME)
    with pytest.raises(Amnesia):
        await store.names()
    await store.prepare()
    assert await store.put(FIRST, frame(1, 1)) == Created()


async def test_a_folder_that_vanishes_before_the_upload_is_amnesia(server: FakeDav) -> None:
    store = server.store()
    server.answers["PUT"] = httpx.Response(409)
    with pytest.raises(Amnesia):
        await store.put(FIRST, frame(1, 1))


async def test_both_folders_are_made(server: FakeDav) -> None:
    server.folders.clear()
    await server.store().prepare()
    assert server.folders == {"/dav/", HOME}


async def test_a_folder_that_cannot_be_made_is_said(server: FakeDav) -> None:
    server.folders.clear()
    server.answers["MKCOL"] = httpx.Response(403)
    with pytest.raises(Unauthorised):
        await server.store().prepare()


async def test_an_upload_that_was_cut_off_is_seen(server: FakeDav) -> None:
    store = server.store()
    server.cut_off_at = 40
    with pytest.raises(Unreachable, match="cut off"):
        await store.put(FIRST, frame(1, 1))
    server.cut_off_at = None
    assert await store.put(FIRST, frame(1, 1)) == Created()
    assert (await everything(server.store()))[0] == {FIRST: frame(1, 1)}


async def test_an_upload_that_left_nothing_is_seen(server: FakeDav) -> None:
    server.answers["PUT"] = httpx.Response(201)
    with pytest.raises(Unreachable):
        await server.store().put(FIRST, frame(1, 1))


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, Unauthorised), (413, TooLarge), (423, RemoteBusy), (429, RemoteBusy), (507, RemoteFull)],
)
async def test_refusals_are_told_apart(server: FakeDav, status: int, kind: type[Exception]) -> None:
    server.answers["PUT"] = httpx.Response(status)
    with pytest.raises(kind):
        await server.store().put(FIRST, frame(1, 1))


async def test_limits_of_our_own_come_first(server: FakeDav) -> None:
    with pytest.raises(TooLarge):
        await server.store().put(FIRST, bytes(FRAME_LIMIT + 1))
    with pytest.raises(Unauthorised):
        await server.store(writes=False).put(FIRST, frame(1, 1))
    assert server.asked == []


@pytest.mark.parametrize("content", [b"<a/>", b"nonsense", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"])
async def test_what_is_no_listing_is_not_taken_for_an_empty_one(
    server: FakeDav, content: bytes
) -> None:
    server.answers["PROPFIND"] = httpx.Response(207, content=content)
    for store in (server.store(), server.store()):
        with pytest.raises(NotAStore):
            await store.changes()


async def test_a_folder_we_may_not_see_is_said(server: FakeDav) -> None:
    server.answers["PROPFIND"] = httpx.Response(403)
    with pytest.raises(Unauthorised):
        await server.store().changes()


async def test_another_part_of_a_file_is_not_taken(server: FakeDav) -> None:
    await two_frames(server)
    reader = server.store()
    await reader.changes((await reader.names()).cursor)
    server.answers["GET"] = httpx.Response(206, headers={"Content-Range": "bytes 9-10/11"})
    with pytest.raises(NotAStore, match="part"):
        await reader.get([FIRST])
    server.answers["GET"] = httpx.Response(403)
    with pytest.raises(Unauthorised):
        await reader.get([FIRST])


async def test_a_long_history_comes_in_parts(
    server: FakeDav, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webdav_writer, "SEGMENT_SIZE", 500)
    monkeypatch.setattr(webdav, "GULP", 800)
    store = server.store()
    names = [name_of(1, number) for number in range(1, 9)]
    for number, name in enumerate(names, start=1):
        await store.put(name, frame(1, number))
    assert len(server.files) > 3
    reader = server.store()
    first = await reader.changes()
    assert not first.is_complete
    assert set(dict(first.frames)) < set(names)
    rest, _ = await everything(reader, first.cursor)
    assert set(rest) | set(dict(first.frames)) == set(names)


async def test_a_cursor_may_be_asked_for_again(server: FakeDav) -> None:
    await two_frames(server)
    reader = server.store()
    _, start = await everything(reader)
    await server.store().put(name_of(2, 1), frame(2, 1))
    assert (await reader.changes(start)).frames == ((name_of(2, 1), frame(2, 1)),)
    assert (await reader.changes(start)).frames == ((name_of(2, 1), frame(2, 1)),)


async def test_a_writer_that_ran_out_of_numbers_becomes_another(
    server: FakeDav, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webdav_writer, "SEGMENT_SIZE", 1)
    monkeypatch.setattr(webdav_writer, "LAST_SEGMENT", 1)
    store = server.store()
    for number in (1, 2):
        await store.put(name_of(1, number), frame(1, number))
    assert len({path.rpartition("/")[2][:32] for path in server.files}) == 2


class TestSlowServers:
    @pytest.fixture
    def slow(self, server: FakeDav) -> FakeDav:
        server.folders = {"/remote.php/dav/", "/remote.php/dav/abc/"}
        return server

    def store(self, slow: FakeDav) -> WebDavStore:
        return slow.store("/remote.php/dav")

    async def test_they_are_not_asked_twice_in_ten_seconds(self, slow: FakeDav) -> None:
        store = self.store(slow)
        _, cursor = await everything(store)
        slow.asked.clear()
        assert (await store.changes(cursor)).is_unmodified
        assert slow.asked == []

    async def test_later_the_cheapest_question_comes_first(
        self, slow: FakeDav, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store, other = self.store(slow), self.store(slow)
        _, cursor = await everything(store)
        monkeypatch.setattr(store, "_floor", 1e-9)
        slow.asked.clear()
        assert (await store.changes(cursor)).is_unmodified
        assert slow.asked == ["PROPFIND"]
        await other.put(FIRST, frame(1, 1))
        await asyncio.sleep(0.001)
        assert (await store.changes(cursor)).frames == ((FIRST, frame(1, 1)),)

    async def test_writing_waits_for_nothing(self, slow: FakeDav) -> None:
        store = self.store(slow)
        await store.changes()
        assert await store.put(FIRST, frame(1, 1)) == Created()
        assert await store.put(SECOND, frame(1, 2)) == Created()
        await store.changes()
        assert await store.put(FIRST, b"other") == Different(frame(1, 1))


class TestProbing:
    async def test_a_server_that_overwrites_is_found_out(self, server: FakeDav) -> None:
        assert (await server.store().probe()).is_create_only
        server.answers["MOVE"] = httpx.Response(204)
        assert not (await server.store().probe()).is_create_only
        assert server.files == {}

    async def test_a_server_that_takes_nothing_is_read_only(self, server: FakeDav) -> None:
        server.answers["PUT"] = httpx.Response(403)
        probe = await server.store().probe()
        assert probe.can_read
        assert not probe.can_write
        assert probe.largest is None
        assert not (await server.store(writes=False).probe()).can_write


def test_a_listing_has_names_without_escapes_and_folders_without_size() -> None:
    body = (
        b'<multistatus xmlns="DAV:"><response><href>http://h/a%20b/</href></response>'
        b"<response><href>/a%20b/c%C3%A9</href><propstat><prop><getcontentlength>7"
        b"</getcontentlength></prop></propstat></response></multistatus>"
    )
    found = resources_of(body)
    assert found is not None
    assert {name: file.size for name, file in found.items()} == {"a b": -1, "cé": 7}
