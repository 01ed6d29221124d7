"""Real stores to measure with, each a process of its own whose work can be counted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from debate.sync.remote import Address
from debate.trust.secret import Secret
from tests.sync.servers import apache, nginx
from tests.sync.servers.kinto import ORGANISER, kinto
from tests.sync.servers.postgres import Postgres, children_of, postgres
from tests.sync.servers.process import Process, free_port, scratch
from tests.sync.servers.webdav import WEBDAV_USER

ORGANISERS = (ORGANISER[0], Secret(ORGANISER[1]))
SHARE = (WEBDAV_USER[0], Secret(WEBDAV_USER[1]))


@dataclass(frozen=True)
class Store:
    """A running store."""

    name: str
    address: Address
    processes: tuple[Process, ...]
    database: Postgres | None = None

    def seconds(self) -> float:
        """Return how long the store kept the processor until now."""
        return sum(work_of(process.pid) for process in self.processes)


def work_of(pid: int) -> float:
    """Return the processor seconds of a process and its children."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    own = sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
    return own + sum(work_of(child) for child in children_of(pid))


@contextmanager
def in_memory() -> Iterator[Store]:
    """Give a room relay."""
    with scratch("relay") as folder:
        port = free_port()
        words = ("-m", "debate", "remote", "serve", "--port", str(port))
        process = Process((sys.executable, *words), port, folder / "relay.log")
        process.start()
        try:
            yield Store("Kinto in memory", Address(f"kinto+http://127.0.0.1:{port}/v1"), (process,))
        finally:
            process.kill()


@contextmanager
def on_postgres() -> Iterator[Store]:
    """Give Kinto on PostgreSQL, set up by the operator's files."""
    with postgres() as database, kinto(database) as server:
        address = Address(f"kinto+{server.url}", *ORGANISERS)
        yield Store("Kinto on PostgreSQL", address, (database.process, server.process), database)


@contextmanager
def behind_nginx() -> Iterator[Store]:
    """Give the same behind the operator's nginx."""
    command = nginx.program()
    if command is None:
        raise LookupError("nginx is not installed here")
    with postgres() as database, kinto(database) as server, nginx.nginx(command, server) as front:
        address = Address(f"kinto+{front.url}", *ORGANISERS)
        processes = (database.process, server.process, front.process)
        yield Store("the same behind nginx", address, processes)


@contextmanager
def on_wsgidav() -> Iterator[Store]:
    """Give WsgiDAV."""
    with scratch("wsgidav") as folder:
        (folder / "files").mkdir()
        port = free_port()
        words = ("-m", "tests.sync.servers.wsgidav", str(folder / "files"), str(port))
        process = Process((sys.executable, *words), port, folder / "wsgidav.log")
        process.start()
        try:
            yield Store(
                "WsgiDAV", Address(f"dav+http://127.0.0.1:{port}/debates", *SHARE), (process,)
            )
        finally:
            process.kill()


@contextmanager
def on_apache() -> Iterator[Store]:
    """Give Apache with mod_dav."""
    command = apache.program()
    if command is None:
        raise LookupError("Apache is not installed here")
    with apache.apache(command) as server:
        processes = (server.process,) if server.process else ()
        yield Store("Apache", Address(f"dav+{server.url}", *SHARE), processes)


STORES: tuple[Callable[[], AbstractContextManager[Store]], ...] = (
    in_memory,
    on_postgres,
    behind_nginx,
    on_wsgidav,
    on_apache,
)
