"""A room relay: Kinto in memory, for a room without an operator.

It keeps sealed frames while it runs and forgets everything when it stops; whoever took part has it all
and puts back what is missing. Kinto is not part of the plain install: `make relay` adds it. The
settings are those of `deploy/kinto.ini`, but that anyone who reaches the relay may bring a debate.
"""

from __future__ import annotations

import contextlib
import io
import logging
import secrets
import socket
import threading
import warnings
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from debate.errors import NoRelay, NotListening, reason_of

PORT = 8910
"""Where a relay listens when nobody says otherwise."""
BODY_LIMIT = 262_144
"""The most bytes of a request: a frame, written as base64."""
THREADS = 8
SETTINGS: Mapping[str, object] = MappingProxyType(
    {
        "kinto.storage_backend": "kinto.core.storage.memory",
        "kinto.cache_backend": "kinto.core.cache.memory",
        "kinto.permission_backend": "kinto.core.permission.memory",
        "kinto.includes": "kinto.plugins.accounts",
        "multiauth.policies": "account",
        "multiauth.policy.account.use": "kinto.plugins.accounts.AccountsPolicy",
        "kinto.account_create_principals": "system.Everyone",
        "kinto.account_write_principals": "account:admin",
        "kinto.bucket_create_principals": "system.Authenticated",
        "kinto.explicit_permissions": "false",
        "kinto.plural_bucket_get_enabled": "false",
        "kinto.experimental_permissions_endpoint": "false",
        "kinto.trailing_slash_redirect_enabled": "false",
        "kinto.paginate_by": "500",
        "kinto.retry_after_seconds": "3",
        "kinto.project_name": "debate relay",
    }
)


class Relay:
    """A relay that listens, and serves when it is told to."""

    def __init__(self, host: str = "127.0.0.1", port: int = PORT) -> None:
        """Begin to listen.

        Args:
            host: The address to listen on; the loopback lets only this machine in.
            port: The port; 0 takes any that is free.

        Raises:
            NoRelay: Kinto is not installed.
            NotListening: somebody listens there, or the address is not this machine's.
        """
        self._channels: dict[int, object] = {}
        self._turn = threading.Lock()
        self._is_serving = self._is_closed = False
        self._served = threading.Event()
        listening = listen(host, port)
        with contextlib.ExitStack() as undo:
            undo.callback(listening.close)
            application = build_application()
            self._server = import_module("waitress").create_server(
                application,
                map=self._channels,
                sockets=[listening],
                threads=THREADS,
                max_request_body_size=BODY_LIMIT,
                ident=None,
            )
            undo.pop_all()
        self.port: int = listening.getsockname()[1]

    def serve(self) -> None:
        """Serve until interrupted or closed."""
        with self._turn:
            if self._is_closed:
                return
            self._is_serving = True
        try:
            self._server.run()
        finally:
            self._is_serving = False
            self._served.set()

    def close(self) -> None:
        """Stop serving and listening, from any thread; return when it is done."""
        with self._turn:
            self._is_closed = True
            is_serving = self._is_serving
        if is_serving:  # who waits on channels has to close them: another thread never may
            self._server.trigger.pull_trigger(self._end)
            self._served.wait()
        self._end()

    def _end(self) -> None:
        self._server.task_dispatcher.shutdown()
        import_module("waitress.wasyncore").close_all(self._channels)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        NotListening: somebody listens there, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as exc:
        raise NotListening(address=f"{host}:{port}", reason=reason_of(exc)) from exc


@contextlib.contextmanager
def in_silence() -> Iterator[None]:
    """Keep to ourselves what Kinto says while it starts: that memory forgets, and that HTTP is plain."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def build_application() -> Any:  # noqa: ANN401 (a WSGI application, whose types Kinto does not tell)
    """Return Kinto with the relay's settings.

    Raises:
        NoRelay: Kinto is not installed.
    """
    with in_silence():
        try:
            kinto = import_module("kinto")
        except ModuleNotFoundError as exc:
            raise NoRelay(package="kinto", command="make relay") from exc
        # What the relay holds stays in memory: WebOb would write longer requests to the disk.
        import_module("webob.request").BaseRequest.request_body_tempfile_limit = 2 * BODY_LIMIT
        secret = {"kinto.userid_hmac_secret": secrets.token_hex(32)}
        application = kinto.main({}, **SETTINGS, **secret)
    date_alone(application.registry.storage)
    keep_no_log()
    return application


def date_alone(storage: Any) -> None:  # noqa: ANN401 (Kinto tells no types)
    """Let nobody but the relay date a record, as `deploy/serialize.sql` does on PostgreSQL.

    A frame dated back would be passed over, and one dated a month ahead would stop all who read.
    """
    keep = storage.create

    def create(
        resource_name: str, parent_id: str, obj: dict[str, object], **options: object
    ) -> Any:  # noqa: ANN401
        undated = {name: value for name, value in obj.items() if name != "last_modified"}
        return keep(resource_name, parent_id, undated, **options)

    storage.create = create


def keep_no_log() -> None:
    """Drop what Kinto and waitress would write to the terminal, in which frames may be quoted."""
    for name in ("kinto", "waitress"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
