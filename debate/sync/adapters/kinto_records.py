"""Frames as Kinto keeps them, and what its answers are believed to say. Pure: no request is made here.

A record is `{"id": "<replica>-<number>", "b": "<base64 of the frame>"}`. Whatever else a collection
holds is passed over: a store may be shared, mistaken or hostile, and a frame proves itself later.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping

from debate.sync.http import Answer
from debate.sync.pauses import moment
from debate.sync.remote import FRAME_LIMIT, NAME

Entry = Mapping[str, object]
LEEWAY = 2_000
"""Milliseconds that a record's date may be ahead of the server's clock, which shows whole seconds."""


def record_of(name: str, frame: bytes) -> bytes:
    """Return the body of the request that adds a frame."""
    record = {"data": {"id": name, "b": base64.b64encode(frame).decode("ascii")}}
    return json.dumps(record, separators=(",", ":")).encode("ascii")


def document_of(answer: Answer) -> Mapping[str, object] | None:
    """Return the object that an answer holds, if it holds one."""
    try:
        document = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def entries_of(answer: Answer) -> tuple[Entry, ...] | None:
    """Return what a list holds; None when the answer is no list of Kinto's."""
    document = document_of(answer)
    data = document.get("data") if document else None
    if not isinstance(data, list):
        return None
    return tuple(each for each in data if isinstance(each, dict))


def frame_of(entry: Entry) -> bytes | None:
    """Return the frame in a record; None when there is none, as in what is left of a deleted one."""
    text = entry.get("b")
    if not isinstance(text, str) or len(text) > 4 * (FRAME_LIMIT // 3 + 1):
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def name_of(entry: Entry) -> str | None:
    """Return the name of the frame in a record; None for records that are somebody else's."""
    name = entry.get("id")
    if isinstance(name, str) and NAME.fullmatch(name) and not entry.get("deleted"):
        return name
    return None


def frames_of(entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """Yield the frames among records, with their names."""
    for entry in entries:
        name, frame = name_of(entry), frame_of(entry)
        if name is not None and frame is not None:
            yield name, frame


def date_of(entry: Entry) -> int:
    """Return when the server says that a record came in; 0 when it says nothing of use."""
    date = entry.get("last_modified")
    return date if type(date) is int and date > 0 else 0


MOST_DIGITS = 19
"""More than any date has, in milliseconds."""


def tag_of(answer: Answer) -> int | None:
    """Return the date of a collection's last change, from its `ETag`."""
    tag = answer.headers.get("etag", "").removeprefix("W/").strip('"')
    return int(tag) if tag.isascii() and tag.isdigit() and len(tag) <= MOST_DIGITS else None


def believable(date: int, answer: Answer) -> int:
    """Return a date, or the server's own moment when the date is still to come.

    A record that somebody dated a month ahead would otherwise hide all that comes before.
    """
    at = moment(answer.headers.get("date"))
    return min(date, int(at.timestamp() * 1000) + LEEWAY) if at else date
