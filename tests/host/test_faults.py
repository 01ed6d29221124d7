"""Faults of the program are noted for who runs the host, and nobody's words are in the note."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path
from typing import Any, NoReturn

import pytest

from debate.host.audit import Audit
from debate.host.faults import SOURCES, noted
from debate.host.guest_app import GuestApp
from tests.host.ssh import Screen, fresh_key, served

WORDS = "what somebody typed"


def fails(*_: object) -> NoReturn:
    raise ValueError(WORDS)


def faults_in(log: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, log.splitlines()) if line["event"] == "fault"]


async def test_a_line_that_fails_tells_its_guest_little_and_the_host_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.cli.arguments.argue", fails)
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        talk = await connection.run(input=f"{here.host.plate.code}\nBob\nargue for {WORDS}\nquit\n")
        (fault,) = faults_in(here.audit)
    assert "Something went wrong here (ValueError)." in talk.stdout
    assert "Traceback" not in talk.stdout
    assert (fault["kind"], fault["told_by"]) == ("ValueError", "debate.line")
    assert fault["where"].startswith("test_faults.py:")
    assert "fails < main.py:" in fault["where"]
    assert WORDS not in here.audit


async def test_a_screen_that_fails_ends_alone_and_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(GuestApp, "action_help", fails)
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        process = await connection.create_process(
            term_type="xterm", term_size=(80, 24), encoding=None
        )
        screen = Screen(process)
        await screen.sees("Ask the facilitator for the code")
        screen.type(b"\x1bOP")
        await screen.sees("Sorry, this ended with an error.")
        await process.wait_closed()
        (fault,) = faults_in(here.audit)
    assert (fault["kind"], fault["told_by"]) == ("ValueError", "debate.host")
    assert WORDS not in here.audit + "".join(capfd.readouterr())


async def test_what_fails_behind_the_screens_is_noted_and_loggers_are_given_back(
    tmp_path: Path,
) -> None:
    audit = Audit(tmp_path / "audit.log", lambda: 0.0)
    before = {name: logging.getLogger(name).propagate for name in SOURCES}
    with noted(audit):
        asyncio.get_running_loop().call_soon(fails)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        logging.getLogger("asyncssh").error("no trace: %s", WORDS)
        logging.getLogger("asyncssh").warning("less than a fault")
    audit.close()
    with_trace, without = faults_in(audit.path.read_text("utf-8"))
    assert (with_trace["kind"], with_trace["told_by"]) == ("ValueError", "asyncio")
    assert (without["kind"], without["told_by"]) == ("ERROR", "asyncssh")
    assert WORDS not in audit.path.read_text("utf-8")
    assert {name: logging.getLogger(name).propagate for name in SOURCES} == before
    assert not any(logging.getLogger(name).handlers for name in SOURCES)
