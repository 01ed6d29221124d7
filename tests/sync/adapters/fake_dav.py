"""A WebDAV server in memory that can be told to misbehave."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import httpx

from debate.sync.adapters.webdav import WebDavStore
from debate.sync.remote import Address, Place
from debate.trust.secret import Secret

HOME = "/dav/abc/"


@dataclass
class FakeDav:
    """Files by path. Every fault is a switch."""

    files: dict[str, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=lambda: {"/dav/", HOME})
    knows_ranges: bool = True
    answers: dict[str, httpx.Response] = field(default_factory=dict)
    """What a method answers in place of doing anything."""
    cut_off_at: int | None = None
    """Bytes of each upload that are kept."""
    asked: list[str] = field(default_factory=list)
    version: int = 0

    def store(self, base: str = "/dav", *, writes: bool = True) -> WebDavStore:
        address = Address(f"dav+https://cloud.example{base}", "ann", Secret("canary"))
        place = Place("abc", Secret("r"), Secret("w") if writes else None)
        return WebDavStore(address, place, httpx.MockTransport(self.answer))

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(request.method)
        if request.method in self.answers:
            given = self.answers[request.method]
            return httpx.Response(given.status_code, headers=given.headers, content=given.content)
        method = getattr(self, f"do_{request.method.lower()}")
        found: httpx.Response = method(path, request)
        return found

    def do_mkcol(self, path: str, request: httpx.Request) -> httpx.Response:
        if path in self.folders:
            return httpx.Response(405)
        if path.rstrip("/").rpartition("/")[0] + "/" not in {*self.folders, "/"}:
            return httpx.Response(409)
        self.folders.add(path)
        return httpx.Response(201)

    def do_propfind(self, path: str, request: httpx.Request) -> httpx.Response:
        if path not in self.folders and path not in self.files:
            return httpx.Response(404)
        found = {path: self.files.get(path)}
        if request.headers["depth"] == "1":
            found |= {each: body for each, body in self.files.items() if each.startswith(path)}
        parts = "".join(self.described(each, body) for each, body in found.items())
        text = f'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">{parts}</d:multistatus>'
        return httpx.Response(207, content=text.encode(), headers={"Server": "Fake"})

    def described(self, path: str, body: bytes | None) -> str:
        size = "" if body is None else f"<d:getcontentlength>{len(body)}</d:getcontentlength>"
        tag = f"<d:getetag>{self.version if body is None else hash(body)}</d:getetag>"
        inside = f"<d:propstat><d:prop>{size}{tag}</d:prop></d:propstat>"
        return f"<d:response><d:href>{escape(path)}</d:href>{inside}</d:response>"

    def do_put(self, path: str, request: httpx.Request) -> httpx.Response:
        if path.rpartition("/")[0] + "/" not in self.folders:
            return httpx.Response(409)
        self.version += 1
        self.files[path] = request.content[: self.cut_off_at]
        return httpx.Response(201)

    def do_get(self, path: str, request: httpx.Request) -> httpx.Response:
        if path not in self.files:
            return httpx.Response(404)
        body, asked = self.files[path], request.headers.get("range")
        if asked is None or not self.knows_ranges:
            return httpx.Response(200, content=body)
        start, end = re.fullmatch(r"bytes=(\d+)-(\d*)", asked).groups()  # type: ignore[union-attr]
        if int(start) >= len(body):
            return httpx.Response(416)
        part = body[int(start) : int(end) + 1 if end else None]
        span = f"bytes {start}-{int(start) + len(part) - 1}/{len(body)}"
        return httpx.Response(206, content=part, headers={"Content-Range": span})

    def do_move(self, path: str, request: httpx.Request) -> httpx.Response:
        target = httpx.URL(request.headers["destination"]).path
        if target in self.files and request.headers["overwrite"] == "F":
            return httpx.Response(412)
        self.files[target] = self.files.pop(path)
        return httpx.Response(201)

    def do_delete(self, path: str, request: httpx.Request) -> httpx.Response:
        self.files.pop(path, None)
        return httpx.Response(204)
