"""`debate host` as it is typed."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import signal
import threading
import time
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from debate.cli.main import main
from debate.service.doorplate import Doorplate, doorplate_of
from debate.service.wiring import workspace as workspace_at
from tests.host.channel import PATIENCE


def begin(folder: Path) -> str:
    words = ["new", "Monday group", "--motion", "state-threats", "--name", "Ada", "--json"]
    assert main(["--data-dir", str(folder), *words]) == 0
    workspace = workspace_at(folder=folder, environment={})
    (name,) = workspace.library.sessions()
    workspace.close()
    return name


def when_open(
    folder: Path, session: str, *then: str, until: Callable[[], bool] = lambda: True
) -> threading.Thread:
    """Once the door is open, do something from elsewhere; when it is seen, close as the system would."""

    def plate() -> Doorplate | None:
        workspace = workspace_at(folder=folder, environment={})
        try:
            return doorplate_of(workspace, workspace.open(session).session.id)
        finally:
            workspace.close()

    def wait() -> None:
        waited(lambda: bool((found := plate()) and found.is_open))
        if then:
            main(["--data-dir", str(folder), *then])
        waited(until)
        os.kill(os.getpid(), signal.SIGTERM)

    def waited(is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not is_so():
            time.sleep(0.05)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_it_says_how_to_come_in_and_closes_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = begin(tmp_path)
    waiting = when_open(tmp_path, session)
    assert main(["--data-dir", str(tmp_path), "host", "--only-here", "--port", "0"]) == 0
    waiting.join()
    said = capsys.readouterr().out
    assert "The room of “Monday group” is open." in said
    assert "ssh -p " in said
    assert "here 0 · at the door 0 · taking part 1" in said
    assert "The room is closed." in said


def test_a_program_reads_it_as_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    session = begin(tmp_path)
    capfd.readouterr()
    waiting = when_open(tmp_path, session)
    line = ["host", "Monday group", "--json", "--only-here", "--port", "0", "--facilitate"]
    assert main(["--data-dir", str(tmp_path), *line]) == 0
    waiting.join()
    said, beside = capfd.readouterr()
    door = json.loads(said)
    assert door["session"] == session
    assert door["join"] == f"ssh -p {door['port']} 127.0.0.1"
    assert "This terminal shows no screen" in beside
    assert "The room is closed." in beside


def test_another_code_from_elsewhere_is_said_by_the_room_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(tmp_path)
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    waiting = when_open(
        tmp_path, session, "host", "--new-code", until=lambda: "from here on" in out.getvalue()
    )
    assert main(["--data-dir", str(tmp_path), "host", "--only-here", "--port", "0"]) == 0
    waiting.join()
    assert out.getvalue().count("from here on") == 1


def test_without_a_debate_there_is_nothing_to_serve(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path), "host"]) == 2
    assert "Say which one you mean" in capsys.readouterr().err


def test_without_asyncssh_one_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path)
    found = importlib.util.find_spec

    def none(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "asyncssh" else found(name, package)

    monkeypatch.setattr("debate.host.parts.find_spec", none)
    assert main(["--data-dir", str(tmp_path), "host"]) == 2
    assert "asyncssh, which is not installed" in capsys.readouterr().err
