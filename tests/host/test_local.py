"""The host's own terminal beside its guests: keys, sizes, and a window that nobody reads."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import signal
import struct
import sys
import termios
from collections.abc import Iterator

import pytest

from debate.host.facilitator import HostProgram
from debate.host.local import LocalTerminal, can_show, local_client
from debate.host.visit import Doorway, Visit
from tests.host.channel import APOLOGY, PATIENCE, Counter
from tests.host.house import House

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """Return a pseudo-terminal of 80 by 24: the far end, and the near one."""
    far, near = pty.openpty()
    resize(far, 80, 24)
    os.set_blocking(far, False)
    yield far, near
    os.close(far)
    os.close(near)


def resize(descriptor: int, columns: int, rows: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


async def seen(far: int, *texts: str) -> str:
    """Read the far end until every text came by."""
    raw = b""
    async with asyncio.timeout(PATIENCE):
        while not all(text.encode() in raw for text in texts):
            await asyncio.sleep(0.01)
            try:
                raw += os.read(far, 65536)
            except BlockingIOError:
                continue
    return raw.decode("utf-8", "replace")


async def test_keys_and_sizes_of_the_hosts_own_terminal(ends: tuple[int, int]) -> None:
    far, near = ends
    terminal = LocalTerminal(near, near)
    client = local_client({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    assert client.hovers
    visit = Visit(Doorway(), terminal, client, Counter, apology=APOLOGY)
    before = termios.tcgetattr(near)
    with terminal.lent_to(visit):
        task = visit.begin()
        await seen(far, "added=0", "80x24")
        os.write(far, b"a")
        await seen(far, "1")
        resize(far, 90, 30)
        os.kill(os.getpid(), signal.SIGWINCH)
        await seen(far, "90x3")
        terminal.hold(True)
        os.write(far, b"a")
        await asyncio.sleep(0.05)
        app = visit.app
        assert isinstance(app, Counter)
        assert app.count == 1
        terminal.hold(True)
        terminal.hold(False)
        async with asyncio.timeout(PATIENCE):
            while app.count == 1:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        os.write(far, b"q")
        assert await task == 0
        await seen(far, "\x1b[?1049l")
    assert termios.tcgetattr(near) == before


async def test_a_window_that_nobody_reads_holds_nobody_up(ends: tuple[int, int]) -> None:
    _, near = ends
    terminal = LocalTerminal(near, near)
    visit = Visit(Doorway(), terminal, local_client({}), Counter, apology=APOLOGY)
    with terminal.lent_to(visit):
        terminal.send(b"x" * 500_000)
        await asyncio.sleep(0.05)
        assert terminal.backlog() > 100_000
        os.close(os.dup(near))
        termios.tcflush(near, termios.TCIOFLUSH)
        drained = asyncio.create_task(_drain(ends[0], terminal))
        await asyncio.wait_for(drained, PATIENCE)
    assert terminal.backlog() == 0


async def _drain(far: int, terminal: LocalTerminal) -> None:
    while terminal.backlog():
        await asyncio.sleep(0.001)
        try:
            os.read(far, 65536)
        except BlockingIOError:
            continue


def test_a_file_is_no_terminal() -> None:
    assert not can_show() or sys.stdin.isatty()
    reading, writing = os.pipe()
    loop = asyncio.new_event_loop()

    async def size() -> tuple[int, int]:
        return LocalTerminal(reading, writing).size

    assert loop.run_until_complete(size()) == (80, 24)
    loop.close()
    os.close(reading)
    os.close(writing)


async def test_the_facilitator_leads_in_the_process_of_the_host(
    tmp_path_factory: pytest.TempPathFactory, ends: tuple[int, int]
) -> None:
    far, near = ends
    async with House(tmp_path_factory.mktemp("host")) as house:
        terminal = LocalTerminal(near, near)
        visit = Visit(
            house.doorway, terminal, local_client({"TERM": "xterm-256color"}),
            lambda: HostProgram(house.workspace, house.ada, language="en"),
            apology=APOLOGY,
        )  # fmt: skip
        with terminal.lent_to(visit):
            task = visit.begin()
            await seen(far, "How far the room is")
            os.write(far, b"\x1b")
            await seen(far, "Tea goes")
            os.write(far, b"\x11")
            assert await asyncio.wait_for(task, PATIENCE) == 0
