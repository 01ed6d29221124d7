"""What a verb says fits what happened: what is not there, what is there already, and how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.cli.exits import Exit
from tests.cli.conftest import Shell


def test_ballots_that_were_revealed_before_are_not_called_late(monday: Shell) -> None:
    monday("ballot", "Monday", "40")
    monday("reveal", "Monday")
    told = monday("reveal", "Monday", "--moment", "opening", code=1).err
    assert "revealed before" in told
    assert "cast" not in told


@pytest.mark.parametrize(
    "words", [("remote", "add"), ("remote", "test"), ("join",), ("organise", "begin", "Monday")]
)
def test_nothing_is_no_store_and_no_link(
    monday: Shell, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    groups = ("--groups", "2", "--motion", "state-threats") if words[0] == "organise" else ()
    for empty in ("", "  "):
        assert "Say which one you mean" in monday(*words, empty, *groups, code=2).err
    assert set(tmp_path.iterdir()) == before


def test_who_organises_nothing_is_told_how_to_begin(debate: Shell) -> None:
    assert "You organise no groups" in debate("organise", "links", code=2).err
    assert "debate organise begin" in debate("organise", "links", "Monday", code=2).err


def test_who_takes_a_debate_in_is_told_how_to_take_part(monday: Shell, tmp_path: Path) -> None:
    file = str(tmp_path / "monday.jsonl")
    monday("export", "Monday", file)
    assert "debate people seat" not in monday("import", file).out
    ben = Shell(tmp_path / "ben", monday._capsys)
    assert "debate people seat" in ben("import", file).out
    ben("people", "seat", "Monday", "Ben")
    assert "debate people seat" not in ben("import", file).out


def test_a_role_that_nobody_gave_cannot_be_taken_back(monday: Shell) -> None:
    told = monday("people", "withdraw-role", "Monday", "Ada", code=1).err
    assert "was given no role" in told
    assert "Only who gave" not in told


def test_an_argument_of_the_motion_has_nobody_who_judges_its_restatement(monday: Shell) -> None:
    assert "nobody judges it" in monday("restate", "Monday", "1", "So to say").out
    assert "not judged yet" not in monday("show", "Monday").out
    monday("people", "seat", "Monday", "Bo")
    monday("argue", "Monday", "for", "By Bo", "--as", "Bo")
    assert "its author can judge it" in monday("restate", "Monday", "7", "So to say").out
    assert "not judged yet" in monday("show", "Monday").out


def test_a_debate_comes_back_by_its_title_and_by_the_beginning_of_its_name(monday: Shell) -> None:
    for pointed in ("monday", None):
        name = monday("discard", "Monday", "--json").json["trash"]
        assert "Monday" in monday("put-back").out
        told = monday("put-back", "Tuesday", code=2).err
        assert "something thrown away" in told
        assert f"Monday ({name})" in told
        monday("put-back", pointed or name[:8])
    assert "The trash is empty." in monday("put-back").out


def test_two_debates_of_one_title_in_the_trash_are_told_apart(monday: Shell) -> None:
    first = monday("discard", "Monday", "--json").json["trash"]
    monday("new", "Monday", "--motion", "state-threats")
    monday("discard", "Monday")
    assert "more than one" in monday("put-back", "Monday", code=2).err
    monday("put-back", first)


def test_a_copy_in_the_trash_is_no_reason_to_write_over_the_debate(
    monday: Shell, tmp_path: Path
) -> None:
    file = str(tmp_path / "monday.jsonl")
    monday("export", "Monday", file)
    name = monday("discard", "Monday", "--json").json["trash"]
    monday("import", file)
    assert "is there already" in monday("put-back", name, code=2).err
    assert monday("put-back", "--json").json[0]["name"] == name


def test_a_store_that_is_not_there_is_called_that(debate: Shell, tmp_path: Path) -> None:
    told = debate("remote", "test", str(tmp_path / "stick"), code=Exit.REMOTE).err
    assert "is not there" in told
    assert "is gone" not in told


def test_what_can_be_ranked_is_shown_with_the_name_that_ranks_it(monday: Shell) -> None:
    assert monday("show", "Monday", "state-threats", "--json").json["options"] == []
    monday("option", "Monday", "state-threats", "Wait and see")
    (option,) = monday("show", "Monday", "state-threats", "--json").json["options"]
    assert option["text"] == "Wait and see"
    assert f"{option['name']}  Wait and see" in monday("show", "Monday").out
    monday("ballot", "Monday", "10", "--rank", option["name"])


def test_a_secret_debate_takes_no_name_and_does_not_say_that_it_did(debate: Shell) -> None:
    debate("new", "Quiet", "--motion", "state-threats", "--contract", "secret")
    before = debate("log", "Quiet", "--json").json
    answer = debate("people", "rename", "Quiet", "Zoe", code=1)
    assert "nobody is named" in answer.err
    assert "You go by" not in answer.out
    assert debate("log", "Quiet", "--json").json == before


def test_several_ballots_of_one_motion_are_told_apart(monday: Shell) -> None:
    lines = [line for line in monday("room", "Monday").out.splitlines() if "ballots are in" in line]
    assert len(lines) == len(set(lines)) == 3
    assert "opening ballot: 0 of 1" in lines[0]


@pytest.mark.parametrize("verb", [["list"], ["motions", "list"], ["show", "Monday"]])
def test_a_folder_of_packs_that_is_not_there_is_told(
    monday: Shell, tmp_path: Path, verb: list[str]
) -> None:
    gone, file = tmp_path / "gone", tmp_path / "file"
    file.write_text("", "utf-8")
    assert str(gone) in monday(*verb, "--motions", str(gone), code=2).err
    assert "a folder is needed" in monday(*verb, "--motions", str(file), code=2).err
    assert monday(*verb, "--motions", str(gone), "--json", code=2).json["error"] == "usage"


def test_how_many_facts_are_asked_for_lies_within_bounds(monday: Shell) -> None:
    assert "from 0 to" in monday("log", "Monday", "--last", "-3", code=2).err
    assert monday("log", "Monday", "--last", "0").out == ""
    every = monday("log", "Monday", "--json").json
    assert monday("log", "Monday", "--last", "999", "--json").json == every


@pytest.mark.parametrize("code", ["bad-id", "bad-signature", "malformed", "misnumbered"])
def test_one_of_a_thing_is_not_called_several(code: str) -> None:
    from debate.i18n.findings import FACTS

    assert FACTS[code].format(count=1).count(": 1.") == 1
