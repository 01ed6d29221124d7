"""WsgiDAV under cheroot, in a thread of the tests."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.sync.servers.process import listens, scratch
from tests.sync.servers.webdav import WEBDAV_USER, WebDavServer


def server_over(files: Path, port: int = 0) -> Any:  # noqa: ANN401 (cheroot tells no types)
    """Return a server of a folder that listens; `serve` makes it answer.

    Args:
        files: The folder.
        port: Of the loopback; any that is free when 0.
    """
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    name, password = WEBDAV_USER
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(files)},
            "simple_dc": {"user_mapping": {"*": {name: {"password": password}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False},
            "logging": {"enable": False},
            "verbose": 0,
        }
    )
    server = wsgi.Server(("127.0.0.1", port), app, numthreads=8)
    server.prepare()
    return server


@contextlib.contextmanager
def wsgidav() -> Iterator[WebDavServer]:
    """Give a running server over an empty folder."""
    with scratch("wsgidav") as folder:
        files = folder / "files"
        files.mkdir()
        server = server_over(files)
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        port = server.bind_addr[1]
        assert listens(port)
        try:
            yield WebDavServer(f"http://127.0.0.1:{port}/debates", Path(files))
        finally:
            server.stop()
            thread.join(10)


if __name__ == "__main__":
    server_over(Path(sys.argv[1]), int(sys.argv[2])).serve()
