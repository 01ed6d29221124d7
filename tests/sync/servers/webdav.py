"""What the trials need to know of a WebDAV server, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.sync.servers.process import Process

WEBDAV_USER = ("ann", "a-password-of-the-share")


@dataclass(frozen=True)
class WebDavServer:
    """A running server."""

    url: str
    """Of a folder that is not made yet."""
    files: Path
    """Where the server keeps what it is given."""
    process: Process | None = None
    """What runs it; None for a thread of the tests."""
