"""Groups organised by commands: begun on a stick, joined, found again and compared."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from debate.trust.organiser import Organiser, organiser_link
from tests.cli.conftest import Shell


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def other(shell: Shell, name: str) -> Shell:
    return Shell(shell.folder.parent / name, shell._capsys)


def begin(shell: Shell, stick: Path, *words: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = shell(
        "organise", "begin", "Monday", str(stick), "--groups", "2", "--motion", "state-threats",
        *words, "--json",
    ).json  # fmt: skip
    return found


def test_groups_are_begun_joined_found_and_compared(
    debate: Shell, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begin(debate, stick, "--name", "Ann")
    assert len(begun["groups"]) == len(begun["sessions"]) == 2
    ben = other(debate, "ben")
    ben("join", begun["groups"][0], "--name", "Ben")
    ben("argue", "Monday 1", "for", "Said in group one")
    ben("sync")
    laptop = other(debate, "laptop")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{begun['organiser']}\n"))
    out = laptop("organise", "find", "-").out
    assert "1. Monday 1" in out
    assert "2. Monday 2" in out
    assert "debate compare" in out
    found = laptop("organise", "find", "--json").json
    assert [each["title"] for each in found] == ["Monday 1", "Monday 2"]
    compared = laptop("compare", "Monday 1", "Monday 2")
    assert "Said in group one" in compared.out
    assert laptop("organise", "links", "--json").json["groups"] == begun["groups"]


def test_the_links_are_shown_once_more(debate: Shell, stick: Path) -> None:
    out = debate(
        "organise", "begin", "Monday", str(stick), "--groups", "2", "--motion", "state-threats"
    ).out
    again = debate("organise", "links", "monday").out
    assert again.splitlines() == [line for line in out.splitlines() if line in again.splitlines()]
    assert again.count("debate://join#") == 2
    assert again.count("debate://organise#") == 1


def test_what_cannot_be_organised_is_refused(debate: Shell, stick: Path) -> None:
    debate("organise", "begin", "Monday", str(stick), "--groups", "0", "--motion", "state", code=2)
    debate("organise", "begin", "Monday", str(stick), "--groups", "2", code=2)
    long = "x" * 130
    debate("organise", "begin", long, str(stick), "--groups", "1", "--motion", "state", code=1)
    assert debate("list", "--json").json == []
    debate("organise", "links", "Tuesday", code=2)
    assert "organiser" in debate("organise", "find", "debate://join#host/code", code=2).err


def test_a_store_without_groups_says_so(debate: Shell, stick: Path) -> None:
    link = organiser_link(Organiser.fresh(), stick.as_uri())
    assert "no groups" in debate("organise", "find", link, "--at", str(stick), code=1).out
    assert debate("organise", "find", link, "--json").json == []
