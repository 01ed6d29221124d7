"""Kinto as a ledger of sealed frames: one record a frame, added once and never changed.

Kinto's cursor is the date of a record. On PostgreSQL without `deploy/serialize.sql` it can pass over
a frame that was committed late, so nothing here is the last word on what is there: `names` lists
everything, and frames tell by their numbers what is missing.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import NoReturn

from debate.errors import Amnesia, NotAStore, RemoteBusy, TooLarge, Unauthorised
from debate.sync.adapters.kinto_place import account_of, make, records_of
from debate.sync.adapters.kinto_probe import KintoProbe
from debate.sync.adapters.kinto_records import (
    Entry,
    believable,
    date_of,
    document_of,
    entries_of,
    frame_of,
    frames_of,
    name_of,
    record_of,
    tag_of,
)
from debate.sync.http import Answer, Query, Transport, Web
from debate.sync.remote import (
    FRAME_LIMIT,
    NAME,
    Address,
    Changes,
    Created,
    Different,
    Listing,
    Place,
    Probe,
    Put,
    Same,
)

PAGE = 100
"""Frames in one answer; a hundred of the largest that our settings take fit its limit."""
LISTED = 500
"""Names in one answer."""
ASKED = 50
"""Names in one question, whose address is then 2,100 characters long."""
CONFLICT_TRIES = 4
CONFLICT_PAUSE = 0.001
"""Seconds, of which a wait has some hundreds."""
GONE = frozenset({401, 403, 404})
"""What a server answers about a place that it does not have, or does not show us."""
JSON = {"Content-Type": "application/json"}


class KintoStore:
    """One debate's place at a Kinto server."""

    def __init__(self, address: Address, place: Place, transport: Transport | None = None) -> None:
        """Name a server and a place there; nothing is sent.

        Args:
            address: Its URL is that of the API (`https://host/v1`), with or without `kinto+`; its
                account, if any, is an organiser's, and only used to make a place.
            place: The debate's.
            transport: What carries requests, in trials.
        """
        url = address.url.removeprefix("kinto+")
        user, password = account_of(place)
        self._place = place
        self._owner = address.user
        self._records = records_of(place)
        self._web = Web(url, user=user, password=password, transport=transport)
        self._nobody = Web(url, transport=transport)
        self._organiser = self._web
        if address.user is not None:
            self._organiser = Web(
                url, user=address.user, password=address.password, transport=transport
            )
        self._has_worked = False

    async def prepare(self) -> None:
        """Make accounts, bucket and collection where they are missing."""
        if await self._is_there():
            return
        if self._place.can_write:
            await make(self._place, self._nobody, self._organiser, self._owner)
        answer = await self._ask(one_of_a_kind())
        if answer.status != HTTPStatus.OK:
            self._web.refuse(answer)
        self._entries(answer)

    async def put(self, name: str, frame: bytes) -> Put:
        """Add a frame; Kinto answers with what it has when the name is taken."""
        if len(frame) > FRAME_LIMIT:
            raise TooLarge(remote=self._web.host, size=len(frame))
        if not self._place.can_write:
            raise Unauthorised(remote=self._web.host, status="read-only")
        answer = await self._add(record_of(name, frame))
        if answer.status == HTTPStatus.CREATED:
            return Created()
        if answer.status in GONE and self._has_worked and not await self._is_there():
            self._raise_amnesia()
        if answer.status != HTTPStatus.OK:
            self._web.refuse(answer, size=len(frame))
        found = existing_frame(answer)
        if found is None:
            raise NotAStore(remote=self._web.host, found="no frame")
        return Same() if found == frame else Different(found)

    async def changes(self, cursor: str | None = None) -> Changes:
        """Return the frames dated after the cursor, a page at a time."""
        query: dict[str, str | int] = {"_sort": "last_modified", "_limit": PAGE}
        if cursor is None:
            answer = await self._ask(query)
        else:
            tag = f'"{cursor}"'
            answer = await self._ask({**query, "_since": tag}, {"If-None-Match": tag})
        if answer.status == HTTPStatus.NOT_MODIFIED and cursor is not None:
            return Changes((), cursor, is_unmodified=True)
        entries = self._page(answer, cursor)
        is_complete = "next-page" not in answer.headers
        return Changes(
            frames=tuple(frames_of(entries)),
            cursor=self._cursor(answer, entries, cursor, is_complete=is_complete),
            is_complete=is_complete,
        )

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Return frames by name."""
        wanted = sorted(name for name in names if NAME.fullmatch(name))
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), ASKED):
            asked = wanted[start : start + ASKED]
            answer = await self._ask({"in_id": ",".join(asked), "_limit": ASKED})
            page = dict(frames_of(self._page(answer, None)))
            found |= {name: page[name] for name in asked if name in page}
        return found

    async def names(self) -> Listing:
        """List everything; what is put meanwhile comes after the cursor."""
        names: set[str] = set()
        start, since = None, 0
        while True:
            query: dict[str, str | int] = {"_fields": "id", "_sort": "last_modified"}
            answer = await self._ask({**query, "_limit": LISTED, "_since": f'"{since}"'})
            entries = self._page(answer, None)
            start = start or believable(tag_of(answer) or 0, answer)
            names |= {name for name in map(name_of, entries) if name is not None}
            if "next-page" not in answer.headers:
                return Listing(frozenset(names), str(start))
            since = self._further(entries, since)

    async def probe(self) -> Probe:
        """Try out what the server can do, with two frames of no replica."""
        return await KintoProbe(self._web, self._records).run(can_write=self._place.can_write)

    async def close(self) -> None:
        """Let go of connections."""
        for web in (self._web, self._nobody, self._organiser):
            await web.close()

    # ------------------------------------------------------------------------ asking

    async def _ask(self, query: Query, headers: Mapping[str, str] | None = None) -> Answer:
        return await self._web.ask("GET", self._records, query=query, headers=headers)

    async def _add(self, body: bytes) -> Answer:
        """Post a record; wait out the conflicts of a server that dates two records alike."""
        for attempt in range(CONFLICT_TRIES):
            answer = await self._web.ask("POST", self._records, headers=JSON, body=body)
            if answer.status != HTTPStatus.CONFLICT:
                return answer
            await asyncio.sleep((attempt + 1) * (50 + secrets.randbelow(200)) * CONFLICT_PAUSE)
        raise RemoteBusy(remote=self._web.host, status=409, retry_after=1.0)

    async def _is_there(self) -> bool:
        answer = await self._ask(one_of_a_kind())
        if answer.status in GONE:
            return False
        self._page(answer, None)
        return True

    # --------------------------------------------------------------------- believing

    def _page(self, answer: Answer, cursor: str | None) -> tuple[Entry, ...]:
        """Return the records of a list, unless it shows that the store lost what it had."""
        if answer.status in GONE and (self._has_worked or cursor is not None):
            self._raise_amnesia()
        if answer.status == HTTPStatus.BAD_REQUEST and cursor is not None:
            self._raise_amnesia()
        if answer.status != HTTPStatus.OK:
            self._web.refuse(answer)
        entries = self._entries(answer)
        if cursor is not None and (tag_of(answer) or 0) < int(cursor):
            self._raise_amnesia()
        return entries

    def _entries(self, answer: Answer) -> tuple[Entry, ...]:
        entries = entries_of(answer)
        if entries is None or tag_of(answer) is None:
            raise NotAStore(remote=self._web.host, found="no list of Kinto's")
        self._has_worked = True
        return entries

    def _raise_amnesia(self) -> NoReturn:
        self._has_worked = False
        raise Amnesia(remote=self._web.host)

    def _cursor(
        self, answer: Answer, entries: tuple[Entry, ...], cursor: str | None, *, is_complete: bool
    ) -> str:
        """Return where to go on: the latest date received, as far as it can be believed."""
        since = int(cursor or 0)
        if not is_complete:
            return str(self._further(entries, since))
        if not entries and cursor is None:
            return str(believable(tag_of(answer) or 0, answer))
        return str(max([since, *(believable(date_of(entry), answer) for entry in entries)]))

    def _further(self, entries: tuple[Entry, ...], since: int) -> int:
        """Return the latest date of a page with more to come, which must be a step ahead."""
        latest = max(map(date_of, entries), default=0)
        if latest <= since:
            raise NotAStore(remote=self._web.host, found="pages without end")
        return latest


def one_of_a_kind() -> Query:
    """Return a question for one record that nobody asked before, so that no cache answers it."""
    return {"_limit": 1, "_since": f'"{1 + secrets.randbelow(10**9)}"'}


def existing_frame(answer: Answer) -> bytes | None:
    """Return the frame in the answer to a record whose name was taken."""
    document = document_of(answer)
    data = document.get("data") if document else None
    return frame_of(data) if isinstance(data, dict) else None
