"""A host as a process, and OpenSSH clients in pseudo-terminals that come to it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.stories.terminal import Terminal, command, environment, program

HERE = "127.0.0.1"
QUIET = (
    "-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
    "-o", "GlobalKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "IdentityAgent=none",
    "-o", "IdentitiesOnly=yes", "-o", "ConnectTimeout=20",
)  # fmt: skip
"""A client that knows nothing of whoever runs the tests."""


def must_have_ssh() -> None:
    """Skip loudly where there is no ssh client; where everything is built there has to be one."""
    if shutil.which("ssh") is None and "CI" not in os.environ:
        pytest.skip("NO SSH CLIENT HERE: the stories of the room were not told (install openssh)")


class Host:
    """`debate host` in a process of its own; it can be killed, and started again."""

    def __init__(self, data: Path, *words: str) -> None:
        self.data = data
        self.words = words
        self.port = 0
        self.code = ""
        self.fingerprint = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Open the room, at the port it had before."""
        line = [*program(), "--data-dir", str(self.data), "host", "--json", "--only-here"]
        self._process = subprocess.Popen(
            [*line, "--port", str(self.port), *self.words],
            env=environment(self.data.parent),
            cwd=self.data.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        door = self._document()
        self.port, self.code = int(door["port"]), str(door["code"])
        self.fingerprint = str(door["fingerprint"])

    @property
    def process(self) -> int:
        """The number of its process."""
        return self._process.pid

    def _document(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the host did not open"
        return dict(json.loads(line))

    def kill(self) -> None:
        """End it as a crash or a flat battery would."""
        self._process.kill()
        self._process.wait()
        self._shut()

    def stop(self) -> int:
        """Close the room as Ctrl+C does; return the exit code."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(timeout=30)
        finally:
            self._process.kill()
            self._process.wait()
            self._shut()

    def _shut(self) -> None:
        if self._process.stdout is not None:
            self._process.stdout.close()

    def line(self, name: str, key: Path | None) -> list[str]:
        """Return the command line of a client."""
        own = ["-i", str(key)] if key else ["-o", "PubkeyAuthentication=no"]
        return ["ssh", *QUIET, *own, "-p", str(self.port), f"{name}@{HERE}"]

    def run(self, name: str, key: Path, *words: str, given: str = "") -> tuple[int, str]:
        """Run one command by ssh, without a terminal; return its exit code and what it said."""
        done = subprocess.run(
            [*self.line(name, key), *words],
            env=environment(self.data.parent),
            input=given,
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout + done.stderr

    @property
    def audit(self) -> str:
        """What was let in and what was refused."""
        return (self.data / "host" / "audit.log").read_text("utf-8")


class Visitor(Terminal):
    """A window with an ssh client in it."""

    def __init__(
        self,
        host: Host,
        name: str,
        key: Path | None,
        *words: str,
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self.host = host
        self.name = name
        self.key = key
        super().__init__(host.data, *words, columns=columns, rows=rows)

    def command_line(self, *words: str) -> list[str]:
        """Return the client's command line."""
        line = self.host.line(self.name, self.key)
        return [*line[:1], "-t", *line[1:], *words] if words else line

    def goes_in(self, name: str) -> None:
        """Type the code and a name."""
        self.wait_for("Ask the facilitator for the code")
        self.type(f"{self.host.code}\r")
        self.wait_for("What is your name?")
        self.type(f"\x15{name}\r")


def made_key(folder: Path, name: str) -> Path:
    """Make an ssh key."""
    path = folder / f"key-{name}"
    line = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)]
    subprocess.run(line, check=True)
    return path


def begun(data: Path, *words: str) -> None:
    """Begin a debate as Ada."""
    made = command(
        data, "new", "Monday group", "--motion", "state-threats", "--name", "Ada", *words
    )
    assert made.returncode == 0, made.stderr
