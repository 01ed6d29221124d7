"""The demonstration: one whole debate, whose minutes say the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.cli.main import main
from tests.cli.conftest import Shell


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_demonstration_says_the_same_twice(debate: Shell, language: str) -> None:
    first = debate("--lang", language, "demo").out
    assert first == debate("--lang", language, "demo").out
    assert "Ada, Bo, Chris, Dana" in first
    assert "✓" in first.splitlines()[-1]


def test_its_minutes_hold_motion_people_movement_arguments_and_outcome(debate: Shell) -> None:
    minutes = debate("demo").out
    for words in (
        "State actors, not criminals",
        "1 moved towards for, 2 towards against, 1 stayed.",
        "Strongest against",
        "not true: Most of those gangs",
        "not relevant: What somebody could do",
        "named by 2",
        "? How do we know",
        "To be reviewed on 2027-06-01.",
        "Dissent: ",
    ):
        assert words in minutes


def test_it_touches_nobodys_debates(debate: Shell) -> None:
    debate("demo")
    assert debate("list", "--json").json == []


def test_it_can_be_kept_and_verified(debate: Shell) -> None:
    folder = debate.folder.parent / "kept"
    debate("demo", "--keep", str(folder))
    kept = Shell(folder, debate._capsys)
    assert kept("verify", "--json").json[0]["holds"]
    assert kept("list", "--json").json[0]["closed"]


def test_it_answers_a_program_in_json(debate: Shell) -> None:
    found = debate("demo", "--json").json
    assert found["holds"]
    assert found["findings"]["motions"][0]["motion"] == "state-threats"


def test_without_any_motion_it_says_so(
    debate: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.store.pack_places.builtin_packs", lambda: tmp_path)
    assert main(["demo"]) == 2
