"""Guests of a host in another process: real ssh connections, and what each sees on its screen."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from pathlib import Path
from typing import Any

import asyncssh

from tests.stories.room import HERE, Host

RESTS = 0.05
"""Seconds of processor in a fifth of a second below which a host counts as resting."""


WHERE = b"\x1b[6n"
"""By which a host asks how far a terminal has come; every question has its answer."""
_CONTROL = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])")


class Screen:
    """What one client sees, read as it comes."""

    def __init__(self, process: Any) -> None:  # noqa: ANN401
        self.process = process
        self.raw = b""
        self.heard = 0
        self.reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        tail = b""
        while data := await self.process.stdout.read(65536):
            self.raw = (self.raw + data)[-200_000:]
            self.heard += len(data)
            asked = (tail + data).count(WHERE)
            tail = data[1 - len(WHERE) :]
            self.type(b"\x1b[1;1R" * asked)

    def type(self, data: bytes) -> None:
        """Send bytes, while the line is open."""
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            self.process.stdin.write(data)

    async def sees(self, text: str, patience: float = 120) -> float:
        """Wait for a text; return the seconds that took."""
        began = time.monotonic()
        while text.encode() not in self.raw:
            assert not self.reading.done(), f"the line is closed; {text!r} never came"
            took = time.monotonic() - began
            assert took < patience, f"{text!r} never came; last came {self.words[-2000:]!r}"
            await asyncio.sleep(0.01)
        return time.monotonic() - began

    @property
    def words(self) -> str:
        """What came, without what only moves or colours."""
        return _CONTROL.sub(" ", self.raw.decode("utf-8", "replace"))


async def painted(screen: Screen, key: bytes) -> float:
    """Press a key; return the milliseconds until something is painted."""
    before, began = screen.heard, time.monotonic()
    screen.type(key)
    while screen.heard == before:  # noqa: ASYNC110 (a stream of bytes tells nobody)
        await asyncio.sleep(0.0005)
    return (time.monotonic() - began) * 1000


def connect(host: Host, key: asyncssh.SSHKey, name: str) -> Any:  # noqa: ANN401
    """Connect as whoever has a key."""
    return asyncssh.connect(
        HERE, host.port, known_hosts=None, username=name, config=None, agent_path=None,
        client_keys=[key], login_timeout=120, connect_timeout=120,
    )  # fmt: skip


async def opened(connection: Any) -> Screen:  # noqa: ANN401
    """Open a screen."""
    process = await connection.create_process(
        term_type="xterm-256color", term_size=(100, 30), encoding=None
    )
    return Screen(process)


async def on_floor(host: Host, key: asyncssh.SSHKey, name: str) -> tuple[Any, Screen]:
    """Come to the floor, for the first time or again."""
    connection = await connect(host, key, name)
    screen = await opened(connection)
    async with asyncio.timeout(120):
        while b"Open floor" not in screen.raw and b"facilitator for" not in screen.raw:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    if b"Open floor" not in screen.raw:
        screen.type(f"{host.code}\r".encode())
        await screen.sees("What is your name?")
        screen.type(b"\x15" + name.encode() + b"\r")
    await screen.sees("Open floor")
    return connection, screen


async def stranger(host: Host, name: str) -> tuple[Any, Screen]:
    """Come to the floor as somebody new."""
    return await on_floor(host, asyncssh.generate_private_key("ssh-ed25519"), name)


def memory_of(process: int) -> float:
    """Return the megabytes a process holds."""
    for line in Path(f"/proc/{process}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


async def settled(process: int) -> None:
    """Wait until a process has done what it was given: it rests for a moment."""
    spent = -1.0
    while spent < 0 or cpu_of(process) - spent > RESTS:
        spent = cpu_of(process)
        await asyncio.sleep(0.2)


def cpu_of(process: int) -> float:
    """Return the seconds of processor a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
