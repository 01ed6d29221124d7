"""WsgiDAV under cheroot, in a thread of the tests."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.sync.servers.process import listens, scratch
from tests.sync.servers.webdav import WEBDAV_USER, WebDavServer


@contextlib.contextmanager
def wsgidav() -> Iterator[WebDavServer]:
    """Give a running server over an empty folder."""
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    with scratch("wsgidav") as folder:
        files = folder / "files"
        files.mkdir()
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
        server = wsgi.Server(("127.0.0.1", 0), app, numthreads=8)
        server.prepare()
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        port = server.bind_addr[1]
        assert listens(port)
        try:
            yield WebDavServer(f"http://127.0.0.1:{port}/debates", Path(files))
        finally:
            server.stop()
            thread.join(10)
