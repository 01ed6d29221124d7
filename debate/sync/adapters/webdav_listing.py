"""What a WebDAV folder holds, read from the answer to PROPFIND. Pure: no request is made here."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from debate.sync.adapters.webdav_segments import SEGMENT

DAV = "{DAV:}"
QUESTION = (
    b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop>'
    b"<getcontentlength/><getetag/><getlastmodified/></prop></propfind>"
)


@dataclass(frozen=True, slots=True)
class File:
    """A file in a listing."""

    size: int
    mark: str
    """Differs when the file does, as far as this server can tell."""

    def mark_after(self, read: int) -> str:
        """Return the mark of a file of which so many bytes were read; none when some are missing."""
        return self.mark if read >= self.size else ""


def resources_of(body: bytes) -> dict[str, File] | None:
    """Return every resource of an answer by the last part of its path; None for what is no answer.

    A folder has size -1.
    """
    if b"<!" in body.replace(b"<![CDATA[", b""):
        return None
    try:
        root = ET.fromstring(body)  # noqa: S314 (it declares no entities)
    except (ET.ParseError, ValueError):
        return None
    if root.tag != f"{DAV}multistatus":
        return None
    found = {}
    for response in root.iter(f"{DAV}response"):
        path = urlsplit(response.findtext(f"{DAV}href", "")).path
        found[unquote(path).rstrip("/").rpartition("/")[2]] = _file(response)
    return found


def _file(response: ET.Element) -> File:
    size, marks = -1, []
    for prop in response.iter(f"{DAV}prop"):
        text = prop.findtext(f"{DAV}getcontentlength") or ""
        if text.isascii() and text.isdigit():
            size = int(text)
        marks += [prop.findtext(f"{DAV}{name}") or "" for name in ("getetag", "getlastmodified")]
    return File(size, "|".join([*marks, str(size)]))


def segments_of(body: bytes) -> dict[str, File] | None:
    """Return the segments in a listing; None for what is no listing."""
    resources = resources_of(body)
    if resources is None:
        return None
    return {
        name: file for name, file in resources.items() if SEGMENT.fullmatch(name) and file.size >= 0
    }
