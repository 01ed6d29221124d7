"""One server process: started on a free port, waited for, and ended by its id.

Everything a server writes goes into a scratch folder of its own. Where the tests run as root the
server does not: PostgreSQL refuses it, and the web servers need not have it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOBODY = 65534
"""The user that a server runs as where the tests run as root."""
PATIENCE = 60.0
"""Seconds that a server may take to answer on a busy machine; a quiet one takes two."""


def is_root() -> bool:
    """Whether the tests run as root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def free_port() -> int:
    """Return a port of the loopback that nobody listens on.

    It is none of those that a system gives to clients, so that it is still free after a restart.
    """
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def listens(port: int) -> bool:
    """Whether somebody listens on a port of the loopback."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def scratch(name: str) -> Iterator[Path]:
    """Give a folder that the server's user owns and nobody else can read."""
    folder = Path(tempfile.mkdtemp(prefix=f"debate-{name}-"))
    if is_root():
        os.chown(folder, NOBODY, NOBODY)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def lowered() -> dict[str, object]:
    """Return the arguments of `subprocess` that give up root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root() else {}


@dataclass
class Process:
    """A server that can be started, killed and started again on the same port."""

    command: Sequence[str]
    port: int
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    is_lowered: bool = False
    end_signal: int = signal.SIGTERM
    _running: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The id of the running process."""
        assert self._running is not None
        return self._running.pid

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                list(self.command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **self.environment},
                cwd=self.log.parent if self.is_lowered else ROOT,
                **(lowered() if self.is_lowered else {}),  # type: ignore[call-overload]
            )
        self.wait_until(lambda: listens(self.port))

    def wait_until(self, is_ready: Callable[[], bool]) -> None:
        """Wait until it is ready; raise with what it wrote when it ends before."""
        deadline = time.monotonic() + PATIENCE
        while not is_ready():
            assert self._running is not None
            if self._running.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"{self.command[0]} does not run:\n{self.written()[-2000:]}")
            time.sleep(0.02)

    def written(self) -> str:
        """Return what the server wrote."""
        return self.log.read_text("utf-8", errors="replace")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in an orderly way."""
        self._end(self.end_signal)

    def _end(self, number: int) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        with contextlib.suppress(ProcessLookupError):
            running.send_signal(number)
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
