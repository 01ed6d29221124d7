"""Kinto's answers, believed as far as they go: faults, resets, poison, and endless pages."""

from __future__ import annotations

import base64
import json

import httpx
import pytest

from debate.errors import Amnesia, NotAStore, RemoteBusy, RemoteError, TooLarge, Unauthorised
from debate.sync.adapters import kinto
from debate.sync.adapters.kinto import KintoStore
from debate.sync.remote import FRAME_LIMIT, Address, Created, Different, Place, Same
from debate.trust.secret import Secret
from tests.sync.adapters.answers import Reply, Script, listing
from tests.sync.frames import name_of

NAME = name_of(1, 1)
HOME = "/v1/buckets/d-abc"
FRAME = b"a sealed frame"
READ, WRITE = Secret("canary-read"), Secret("canary-write")
DENIED = httpx.Response(403, json={})
UNKNOWN = httpx.Response(401, json={})
MADE = httpx.Response(201, json={})


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinto, "CONFLICT_PAUSE", 0)


def entry(number: int, date: int, frame: bytes = FRAME) -> dict[str, object]:
    text = base64.b64encode(frame).decode()
    return {"id": name_of(1, number), "b": text, "last_modified": date}


def kept(frame: bytes) -> httpx.Response:
    return httpx.Response(200, json={"data": entry(1, 7, frame)})


def store_of(
    *replies: Reply, writes: bool = True, owner: bool = False
) -> tuple[KintoStore, Script]:
    script = Script(*replies)
    place = Place("abc", READ, WRITE if writes else None)
    address = Address("kinto+https://store.example/v1")
    if owner:
        address = Address(address.url, "organiser", Secret("canary-organiser"))
    return KintoStore(address, place, script.transport), script


class TestPreparing:
    async def test_a_place_that_is_there_is_left_alone(self) -> None:
        store, script = store_of(listing())
        await store.prepare()
        assert script.lines() == [f"GET {HOME}/collections/f/records"]

    async def test_accounts_bucket_and_collection_are_made_once(self) -> None:
        store, script = store_of(UNKNOWN, MADE, MADE, MADE, MADE, listing())
        await store.prepare()
        assert script.lines()[1:5] == [
            "PUT /v1/accounts/s-abc",
            "PUT /v1/accounts/r-abc",
            f"PUT {HOME}",
            f"PUT {HOME}/collections/f",
        ]
        assert {request.headers["if-none-match"] for request in script.asked[1:5]} == {"*"}
        rights = json.loads(script.asked[4].content)["permissions"]
        assert rights == {
            "record:create": ["account:s-abc"],
            "read": ["account:s-abc", "account:r-abc"],
        }

    async def test_an_organiser_keeps_the_right_to_close_it(self) -> None:
        store, script = store_of(UNKNOWN, MADE, MADE, MADE, MADE, listing(), owner=True)
        await store.prepare()
        assert json.loads(script.asked[3].content)["permissions"] == {
            "write": ["account:organiser"]
        }
        senders = [request.headers.get("authorization") for request in script.asked]
        assert senders[1] is senders[2] is None
        assert senders[3] == senders[4] != senders[0]
        await store.close()

    async def test_passwords_go_into_accounts_and_headers_alone(self) -> None:
        store, script = store_of(UNKNOWN, MADE, MADE, MADE, MADE, listing(), owner=True)
        await store.prepare()
        bodies = [b"canary" in request.content for request in script.asked]
        assert bodies == [False, True, True, False, False, False]
        assert not any("canary" in str(request.url) for request in script.asked)

    @pytest.mark.parametrize("refused", [3, 4])
    async def test_a_store_for_organisers_alone_says_so(self, refused: int) -> None:
        replies: list[Reply] = [MADE] * 5
        replies[0], replies[refused] = UNKNOWN, DENIED
        store, _ = store_of(*replies)
        with pytest.raises(Unauthorised):
            await store.prepare()

    async def test_no_cache_answers_whether_it_is_there(self) -> None:
        store, script = store_of(UNKNOWN, MADE, MADE, MADE, MADE, listing())
        await store.prepare()
        assert script.asked[0].url != script.asked[5].url
        store, _ = store_of(UNKNOWN, MADE, MADE, MADE, MADE, UNKNOWN)
        with pytest.raises(Unauthorised):
            await store.prepare()

    async def test_who_may_only_read_makes_nothing(self) -> None:
        store, script = store_of(UNKNOWN, writes=False)
        with pytest.raises(Unauthorised):
            await store.prepare()
        assert {request.method for request in script.asked} == {"GET"}

    async def test_another_server_is_not_taken_for_a_store(self) -> None:
        store, _ = store_of(httpx.Response(404))
        with pytest.raises(NotAStore):
            await store.prepare()


class TestPutting:
    @pytest.mark.parametrize(
        ("reply", "outcome"),
        [(MADE, Created()), (kept(FRAME), Same()), (kept(b"other"), Different(b"other"))],
    )
    async def test_what_is_there_decides(self, reply: Reply, outcome: object) -> None:
        store, script = store_of(reply)
        assert await store.put(NAME, FRAME) == outcome
        sent = json.loads(script.asked[0].content)
        assert sent == {"data": {"id": NAME, "b": base64.b64encode(FRAME).decode()}}

    @pytest.mark.parametrize("content", [b"{}", b"[]", b'{"data":{"b":7}}', b"nonsense"])
    async def test_an_answer_without_a_frame_is_no_success(self, content: bytes) -> None:
        store, _ = store_of(httpx.Response(200, content=content))
        with pytest.raises(NotAStore):
            await store.put(NAME, FRAME)

    async def test_a_conflict_of_dates_is_waited_out(self) -> None:
        conflict = httpx.Response(409, json={})
        store, script = store_of(conflict, conflict, MADE)
        assert await store.put(NAME, FRAME) == Created()
        assert len({request.content for request in script.asked}) == 1

    async def test_a_conflict_without_end_is_a_busy_store(self) -> None:
        store, _ = store_of(httpx.Response(409, json={}))
        with pytest.raises(RemoteBusy):
            await store.put(NAME, FRAME)

    async def test_a_place_that_is_gone_is_amnesia(self) -> None:
        store, _ = store_of(listing(), DENIED)
        await store.changes()
        with pytest.raises(Amnesia):
            await store.put(NAME, FRAME)

    async def test_a_right_that_was_taken_away_is_not(self) -> None:
        store, _ = store_of(listing(), DENIED, listing())
        await store.changes()
        with pytest.raises(Unauthorised):
            await store.put(NAME, FRAME)

    async def test_too_large_is_said_before_or_by_the_store(self) -> None:
        store, script = store_of(httpx.Response(413))
        with pytest.raises(TooLarge):
            await store.put(NAME, bytes(FRAME_LIMIT + 1))
        assert script.asked == []
        with pytest.raises(TooLarge):
            await store.put(NAME, FRAME)

    async def test_who_may_only_read_sends_nothing(self) -> None:
        store, script = store_of(MADE, writes=False)
        with pytest.raises(Unauthorised):
            await store.put(NAME, FRAME)
        assert script.asked == []


class TestFollowing:
    async def test_the_latest_date_is_where_to_go_on(self) -> None:
        store, script = store_of(listing([entry(1, 80), entry(2, 90)]), httpx.Response(304))
        changes = await store.changes()
        assert changes.frames == ((name_of(1, 1), FRAME), (name_of(1, 2), FRAME))
        assert changes.cursor == "90"
        again = await store.changes(changes.cursor)
        assert again.is_unmodified
        assert script.asked[1].url.params["_since"] == '"90"'
        assert script.asked[1].headers["if-none-match"] == '"90"'

    async def test_a_long_list_comes_by_pages(self) -> None:
        store, script = store_of(listing([entry(1, 80)], more=True), listing([entry(2, 90)]))
        changes = await store.changes()
        assert not changes.is_complete
        assert (await store.changes(changes.cursor)).is_complete
        assert script.asked[1].url.params["_since"] == '"80"'

    @pytest.mark.parametrize("dates", [[], [70], [0]])
    async def test_pages_without_end_are_refused(self, dates: list[int]) -> None:
        store, _ = store_of(listing([entry(1, date) for date in dates], more=True))
        with pytest.raises(NotAStore, match="without end"):
            await store.changes("80")
        with pytest.raises(NotAStore, match="without end"):
            await store_of(listing([], more=True))[0].names()

    @pytest.mark.parametrize("status", [400, 401, 403, 404])
    async def test_a_cursor_that_is_refused_is_amnesia(self, status: int) -> None:
        store, _ = store_of(httpx.Response(status, json={}))
        with pytest.raises(Amnesia):
            await store.changes("80")

    @pytest.mark.parametrize(
        ("status", "kind"), [(400, RemoteError), (401, Unauthorised), (304, RemoteError)]
    )
    async def test_without_a_cursor_it_is_not(self, status: int, kind: type[RemoteError]) -> None:
        store, _ = store_of(httpx.Response(status, json={}))
        with pytest.raises(kind) as caught:
            await store.changes()
        assert type(caught.value) is kind

    async def test_a_date_that_goes_backwards_is_amnesia(self) -> None:
        store, _ = store_of(listing(tag=79))
        with pytest.raises(Amnesia):
            await store.changes("80")

    async def test_a_date_to_come_hides_nothing(self) -> None:
        noon = "Sun, 01 Mar 2026 12:00:00 GMT"
        at = 1_772_366_400_000
        poison = entry(2, at + 30 * 86_400_000)
        store, _ = store_of(listing([entry(1, at - 5), poison], tag=at * 2, date=noon))
        assert at <= int((await store.changes()).cursor) <= at + 2_000
        assert at <= int((await store.names()).cursor) <= at + 2_000

    @pytest.mark.parametrize(
        "content",
        [b"nonsense", b"[]", b'{"data":7}', b"{}", b'{"data":[]}', b"[" * 100_000],
    )
    async def test_what_is_no_list_is_not_taken_for_an_empty_one(self, content: bytes) -> None:
        store, _ = store_of(httpx.Response(200, content=content))
        with pytest.raises(NotAStore):
            await store.changes()

    @pytest.mark.parametrize("tag", ["", '"soon"', '"' + "9" * 20 + '"'])
    async def test_a_list_without_a_date_is_not_believed(self, tag: str) -> None:
        store, _ = store_of(httpx.Response(200, headers={"ETag": tag}, json={"data": []}))
        with pytest.raises(NotAStore):
            await store.changes()

    async def test_records_that_are_no_frames_are_passed_over(self) -> None:
        strange: list[object] = [
            {"id": name_of(1, 1), "last_modified": 81, "deleted": True},
            {"id": "somebody-elses", "b": "YQ==", "last_modified": 82},
            {"id": name_of(1, 2), "b": "*", "last_modified": 83},
            {"id": name_of(1, 3), "b": 7, "last_modified": "84"},
            {"id": name_of(1, 4), "b": "A" * 4 * FRAME_LIMIT, "last_modified": True},
            {"id": 7, "last_modified": 85},
            "text",
        ]
        store, _ = store_of(listing([*strange, entry(5, 86)]))
        changes = await store.changes()
        assert changes.frames == ((name_of(1, 5), FRAME),)
        assert changes.cursor == "86"


class TestRepairing:
    async def test_many_names_are_asked_for_in_parts(self) -> None:
        names = [name_of(1, number) for number in range(60)]
        store, script = store_of(listing([entry(0, 7)]), listing([entry(55, 9), entry(99, 9)]))
        assert set(await store.get([*names, "no name"])) == {name_of(1, 0), name_of(1, 55)}
        assert [len(each.url.params["in_id"].split(",")) for each in script.asked] == [50, 10]

    async def test_a_listing_goes_on_to_its_end(self) -> None:
        first = listing([entry(1, 80)], tag=90, more=True)
        store, script = store_of(first, listing([entry(2, 95)], tag=95))
        listed = await store.names()
        assert listed.names == {name_of(1, 1), name_of(1, 2)}
        assert listed.cursor == "90"
        assert {request.url.params["_fields"] for request in script.asked} == {"id"}


class TestProbing:
    async def test_a_stranger_is_not_taken_for_kinto(self) -> None:
        store, _ = store_of(httpx.Response(200, json={"hello": "world"}))
        with pytest.raises(NotAStore):
            await store.probe()

    async def test_what_is_wrong_is_told_in_codes(self) -> None:
        about = {
            "project_name": "k",
            "project_version": "1",
            "settings": {"explicit_permissions": True},
        }
        backdated = {"data": {"id": "x", "last_modified": 1_000_000_000_000}}
        taken = httpx.Response(200, json={"data": entry(1, 7, b"second")})
        store, _ = store_of(
            httpx.Response(200, json=about),
            listing(),
            MADE,
            httpx.Response(201, json=backdated),
            taken,
            listing(),
            httpx.Response(413),
        )
        probe = await store.probe()
        assert probe.remarks == ("writers-can-change", "writers-choose-dates")
        assert probe.can_read
        assert probe.can_write
        assert not probe.is_create_only
        assert probe.largest is None

    async def test_a_store_in_trouble_takes_nothing_large(self) -> None:
        about = httpx.Response(200, json={"project_version": "1"})
        replies = [about, listing(), MADE, MADE, MADE, listing(), httpx.Response(503)]
        store, _ = store_of(*replies)
        assert (await store.probe()).largest is None
