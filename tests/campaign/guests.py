"""Guests of a host in another process: real ssh connections, and what each sees on its screen."""

from __future__ import annotations

import asyncio
import contextlib
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import asyncssh

from tests.stories.room import HERE, Host, begun
from tests.stories.terminal import command

Connection = asyncssh.SSHClientConnection
DEBATE = "Monday group"
GATE, FLOOR = "Ask the facilitator", "Open floor"
"""What a screen shows before the code was typed, and after."""
PATIENCE = 120.0
"""Seconds after which what did not come counts as missing."""

RESTS = 0.05
"""Seconds of processor in a fifth of a second below which a host counts as resting."""
_WHERE = re.compile(rb"\x1b\[(\d+;\d+)H\x1b\[6n")
"""How a host asks how far a terminal has come: where is the cursor, which was put there?"""
_LONGEST_QUESTION = 20
_CONTROL = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])")


class Screen:
    """What one client sees, read as it comes."""

    def __init__(self, process: asyncssh.SSHClientProcess[bytes]) -> None:
        self.process = process
        self.raw = b""
        self._came = asyncio.Condition()
        self.reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        tail = b""
        while data := await self.process.stdout.read(65536):
            asked = _WHERE.findall(tail + data)
            self.type(b"".join(b"\x1b[" + place + b"R" for place in asked))
            tail = _WHERE.split(tail + data)[-1][-_LONGEST_QUESTION:]
            async with self._came:
                self.raw = (self.raw + data)[-200_000:]
                self._came.notify_all()

    def type(self, data: bytes) -> None:
        """Send bytes, while the line is open."""
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            self.process.stdin.write(data)

    async def sees(self, *texts: str, patience: float = PATIENCE) -> float:
        """Wait for one of some texts; return the seconds that took."""
        began = time.monotonic()
        wanted = [text.encode() for text in texts]
        try:
            async with asyncio.timeout(patience), self._came:
                await self._came.wait_for(lambda: any(each in self.raw for each in wanted))
        except TimeoutError:
            raise AssertionError(f"{texts} never came; last came {self.words[-2000:]!r}") from None
        return time.monotonic() - began

    async def painted(self, key: bytes) -> float:
        """Press a key; return the milliseconds until something is painted."""
        began = time.monotonic()
        async with asyncio.timeout(PATIENCE), self._came:
            self.type(key)
            await self._came.wait()
        return (time.monotonic() - began) * 1000

    @property
    def words(self) -> str:
        """What came, without what only moves or colours."""
        return _CONTROL.sub(" ", self.raw.decode("utf-8", "replace"))


async def connect(host: Host, name: str, key: asyncssh.SSHKey | None = None) -> Connection:
    """Connect as whoever has a key; as somebody new without one."""
    key = key or asyncssh.generate_private_key("ssh-ed25519")
    return await asyncssh.connect(
        HERE, host.port, known_hosts=None, username=name, config=None, agent_path=None,
        client_keys=[key], login_timeout=PATIENCE, connect_timeout=PATIENCE,
    )  # fmt: skip


async def opened(connection: Connection) -> Screen:
    """Open a screen."""
    return Screen(
        await connection.create_process(
            term_type="xterm-256color", term_size=(100, 30), encoding=None
        )
    )


async def goes_in(host: Host, screen: Screen, name: str) -> None:
    """Type the code and a name at the gate."""
    screen.type(f"{host.code}\r".encode())
    await screen.sees("What is your name?")
    screen.type(b"\x15" + name.encode() + b"\r")
    await screen.sees(FLOOR)


async def on_floor(
    host: Host, name: str, key: asyncssh.SSHKey | None = None
) -> tuple[Connection, Screen]:
    """Come to the floor, for the first time or again."""
    connection = await connect(host, name, key)
    screen = await opened(connection)
    await screen.sees(FLOOR, GATE)
    if FLOOR.encode() not in screen.raw:
        await goes_in(host, screen, name)
    return connection, screen


@contextlib.contextmanager
def served() -> Iterator[Host]:
    """Serve a fresh debate; once the room has closed its journal must be sound."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "debates"
        begun(data)
        with Host(data) as host:
            yield host
        checked = command(data, "verify", DEBATE)
        assert checked.returncode == 0, checked.stdout
        print("the journal is sound, and the room closed by itself")


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
