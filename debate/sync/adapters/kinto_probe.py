"""What a Kinto server turns out to be able to do: tried out, and told in codes."""

from __future__ import annotations

import asyncio
import json

from debate.errors import NotAStore, RemoteError
from debate.sync.adapters.kinto_records import (
    date_of,
    document_of,
    entries_of,
    frame_of,
    record_of,
    tag_of,
)
from debate.sync.http import Answer, Web
from debate.sync.remote import PROBE_REPLICA, Probe

TRIAL = f"{PROBE_REPLICA}-00000000"
BACKDATED = f"{PROBE_REPLICA}-00000001"
LARGE = f"{PROBE_REPLICA}-00000002"
LARGE_SIZE = 65_536
LONG_AGO = 1_000_000_000_000
"""A date that no honest server gives to a record that comes in while it is watched."""
JSON = {"Content-Type": "application/json"}


class KintoProbe:
    """One trial of one place. The three records it leaves are the same each time."""

    def __init__(self, web: Web, records: str) -> None:
        """Name the server and the path of the frames."""
        self._web = web
        self._records = records

    async def run(self, *, can_write: bool) -> Probe:
        """Try everything.

        Args:
            can_write: Whether this holder of a link may add frames.
        """
        about = document_of(await self._web.ask("GET", ""))
        if about is None or "project_version" not in about:
            raise NotAStore(remote=self._web.host, found="no Kinto")
        clock = asyncio.get_running_loop().time
        began = clock()
        listed = await self._web.ask("GET", self._records, query={"_limit": 1})
        took = clock() - began
        can_read = entries_of(listed) is not None
        is_kept = can_write and await self._is_kept()
        has_dates = is_kept and await self._lets_writers_date()
        return Probe(
            kind="kinto",
            server=f"{about.get('project_name', 'kinto')} {about['project_version']}",
            can_read=can_read,
            can_write=is_kept,
            is_create_only=is_kept and await self._keeps_the_first(),
            has_cursor=can_read and await self._has_cursor(listed),
            largest=LARGE_SIZE if is_kept and await self._takes_large() else None,
            milliseconds=round(took * 1000),
            remarks=tuple(self._remarks(about, has_dates=has_dates)),
        )

    def _remarks(self, about: object, *, has_dates: bool) -> list[str]:
        settings = about.get("settings") if isinstance(about, dict) else None
        is_explicit = isinstance(settings, dict) and settings.get("explicit_permissions") is True
        told = {
            "plain-http": self._web.is_plain,
            "writers-can-change": is_explicit,
            "writers-choose-dates": has_dates,
        }
        return [code for code, is_so in told.items() if is_so]

    async def _post(self, body: bytes) -> Answer:
        return await self._web.ask("POST", self._records, headers=JSON, body=body)

    async def _is_kept(self) -> bool:
        return (await self._post(record_of(TRIAL, b"first"))).status in {200, 201}

    async def _keeps_the_first(self) -> bool:
        answer = await self._post(record_of(TRIAL, b"second"))
        data = (document_of(answer) or {}).get("data")
        return isinstance(data, dict) and frame_of(data) == b"first"

    async def _lets_writers_date(self) -> bool:
        """Whether a record may come in under a date that readers have passed already."""
        record = {"data": {"id": BACKDATED, "b": "", "last_modified": LONG_AGO}}
        answer = await self._post(json.dumps(record).encode())
        data = (document_of(answer) or {}).get("data")
        return isinstance(data, dict) and date_of(data) == LONG_AGO

    async def _has_cursor(self, listed: Answer) -> bool:
        tag = f'"{tag_of(listed)}"'
        query: dict[str, str | int] = {"_since": tag, "_limit": 1}
        answer = await self._web.ask("GET", self._records, query=query)
        return entries_of(answer) is not None

    async def _takes_large(self) -> bool:
        try:
            answer = await self._post(record_of(LARGE, bytes(LARGE_SIZE)))
        except RemoteError:
            return False
        return answer.status in {200, 201}
