"""A hosted app on a terminal on paper: its own keys and colours, and nobody else's trouble."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import re
import sys
import weakref
import webbrowser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from debate.host.loop import share_loop
from debate.host.prints import OUT, voice
from debate.host.terminal import Client, clamped
from debate.host.visit import Doorway, Visit
from tests.host.channel import APOLOGY, Counter, PaperTerminal, Sitting, ann_and_bob

TRUE = Client(environment={"COLORTERM": "truecolor"})


async def test_two_apps_in_one_process_keep_their_keys_apart() -> None:
    async with ann_and_bob() as (ann, bob):
        ann.type(b"aa")
        await ann.sees("ann added=2")
        assert "bob added=0" in bob.terminal.text


async def test_another_size_of_the_window_is_drawn() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("80x24")
        for columns in (90, 91, 92):
            sitting.terminal.resize(columns, 30)
            sitting.visit.resize(columns, 30)
        await sitting.sees("92x30")


def test_a_window_is_never_larger_than_can_be_drawn() -> None:
    assert clamped(99_999, 99_999) == (400, 120)
    assert clamped(0, 0) == (80, 24)
    assert clamped(5, 3) == (5, 3)


@pytest.mark.parametrize(
    ("client", "wanted", "never"),
    [
        (TRUE, b"8;2;", b"8;5;"),
        (Client(term="xterm-kitty"), b"8;2;", b"8;5;"),
        (Client(), b"8;5;", b"8;2;"),
        (Client(term="xterm"), b"\x1b[", b"8;5;"),
    ],
)
async def test_each_client_gets_the_colours_it_has(
    client: Client, wanted: bytes, never: bytes
) -> None:
    doorway = Doorway()
    async with (
        Sitting(Counter, doorway=doorway, client=TRUE) as other,
        Sitting(Counter, doorway=doorway, client=client) as sitting,
    ):
        await other.sees("added=0")
        await sitting.sees("added=0")
        assert wanted in sitting.terminal.raw
        assert never not in sitting.terminal.raw


@pytest.mark.parametrize("client", [Client(environment={"NO_COLOR": "1"}), Client(term="dumb")])
async def test_who_wants_no_colour_gets_greys(client: Client) -> None:
    async with Sitting(Counter, client=Client(term=client.term, environment={
        **client.environment, "COLORTERM": "truecolor"})) as sitting:  # fmt: skip
        await sitting.sees("added=0")
        found = re.findall(rb"8;2;(\d+);(\d+);(\d+)", sitting.terminal.raw)
        codes = set(found)
        assert codes
        assert all(len(set(code)) == 1 for code in codes)


async def test_the_mouse_is_followed_only_where_it_is_asked_for() -> None:
    async with Sitting(Counter) as guest, Sitting(Counter, client=Client(hovers=True)) as local:
        await guest.sees("added=0")
        await local.sees("added=0")
        assert b"\x1b[?1002h" in guest.terminal.raw
        assert b"\x1b[?1003h" not in guest.terminal.raw
        assert b"\x1b[?1003h" in local.terminal.raw


async def test_the_terminal_is_given_back_as_it_was() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        sitting.type(b"q")
        assert await sitting.task == 0
    for code in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u"):
        assert code in sitting.terminal.raw[-120:]


async def test_a_closed_app_leaves_nothing_in_memory() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        sitting.type(b"a\x1b[97;5u")
        await sitting.sees("added=1")
        app = weakref.ref(sitting.visit.app or Counter())
    del sitting
    for _ in range(50):
        await asyncio.sleep(0.01)
        gc.collect()
        if app() is None:
            break
    assert app() is None


async def test_a_crash_tells_one_line_and_leaves_the_rest_alone(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async with ann_and_bob() as (ann, bob):
        with caplog.at_level(logging.ERROR, "debate.host"):
            bob.type(b"x")
            assert await bob.task == 1
        assert APOLOGY.encode() in bob.terminal.raw
        assert b"RuntimeError" not in bob.terminal.raw
        assert "what nobody may read" not in "".join(capfd.readouterr())
        assert any(record.exc_info for record in caplog.records)
        ann.type(b"a")
        await ann.sees("ann added=1")


async def test_an_app_that_cannot_start_tells_one_line(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> Counter:
        raise OSError("no room")

    with caplog.at_level(logging.ERROR, "debate.host"):
        async with Sitting(fail) as sitting:
            assert await sitting.task == 1
    assert APOLOGY.encode() in sitting.terminal.raw
    assert b"no room" not in sitting.terminal.raw


async def test_who_left_before_the_start_is_not_started() -> None:
    doorway = Doorway()
    terminal = PaperTerminal()
    visit = Visit(doorway, terminal, Client(), Counter, apology=APOLOGY)
    task = visit.begin()
    visit.leave()
    assert await task == 1
    assert visit.app is None
    assert b"1049h" not in terminal.raw


async def test_the_doorway_closes_every_visit() -> None:
    doorway = Doorway()
    async with Sitting(Counter, doorway=doorway) as sitting:
        await sitting.sees("added=0")
        await doorway.close()
        assert sitting.task.done()
        assert not doorway.inside


async def test_what_an_app_prints_is_on_nobodys_screen(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    async with ann_and_bob() as (ann, bob):
        ann.type(b"p")
        await ann.sees("has spoken")
        assert "speaks" not in ann.terminal.text + bob.terminal.text
    assert sys.stdout is before
    assert "speaks" not in capsys.readouterr().out


def test_a_guest_in_line_mode_is_its_own_voice() -> None:
    from io import StringIO

    heard = StringIO()
    token = voice.set(heard)
    try:
        print("to the guest", file=OUT)
        OUT.flush()
    finally:
        voice.reset(token)
    assert heard.getvalue() == "to the guest\n"
    assert OUT.isatty()
    assert OUT.fileno() == -1


async def test_nothing_is_opened_or_written_on_the_host(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.chdir(tmp_path)
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        app = sitting.visit.app
        assert app is not None
        assert app.channel is not None
        sitting.type(b"o")
        await sitting.until(lambda: b"\x1b]52;" in sitting.terminal.raw, "the copied link")
        app.channel.open_url("https://example.org")
        app.deliver_binary(BytesIO(b"x"), save_directory=tmp_path, save_filename="x")
        app.action_screenshot()
        app.action_suspend_process()
        with app.suspend():
            pass
        sitting.type(b"a")
        await sitting.sees("added=1")
    assert opened == []
    assert os.listdir(tmp_path) == []  # noqa: PTH208


async def test_a_loop_is_shared_between_apps_and_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    eager: list[bool] = []

    def begun(loop: Any, work: Any, **options: Any) -> Any:  # noqa: ANN401
        eager.append(True)
        return asyncio.Task(work, loop=loop, **options)

    monkeypatch.setattr(asyncio, "eager_task_factory", begun, raising=False)
    share_loop()
    loop = asyncio.get_running_loop()
    await loop.create_task(asyncio.sleep(0))
    assert eager == []
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
    assert eager
    del loop.set_task_factory
    loop.set_task_factory(None)
