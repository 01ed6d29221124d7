"""A person at a command line with a data folder of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from debate.cli.main import main


class Answer(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 (plain JSON)
        return json.loads(self.out)


class Shell:
    """Runs commands in this process, all on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str, code: int = 0) -> Answer:
        self._capsys.readouterr()
        found = main(["--data-dir", str(self.folder), *words])
        answer = Answer(found, *self._capsys.readouterr())
        assert answer.code == code, answer
        return answer


@pytest.fixture
def debate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """An empty data folder."""
    return Shell(tmp_path / "data", capsys)


@pytest.fixture
def monday(debate: Shell) -> Shell:
    """A data folder with one debate, called Monday, led by Ada."""
    debate("new", "Monday", "--motion", "state-threats", "--name", "Ada")
    return debate
