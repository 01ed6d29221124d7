"""Every verb answers a program with one JSON document, whatever it has to say."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.main import main
from debate.cli.parser import build_parser
from debate.cli.understanding import Parser
from tests.cli.conftest import Shell

SERVING = {"host", "remote serve"}
"""Verbs that go on until they are stopped; their own tests read their one document."""


def examples(parser: Parser, above: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    """Yield each verb with the words of its example."""
    for name, inner in parser.verbs.items():
        path = (*above, name)
        if inner.get_default("handler") is not None:
            *_, line = (inner.epilog or f"debate {' '.join(path)}").splitlines()
            yield " ".join(path), shlex.split(line)[1:]
        yield from examples(inner, path)


EXAMPLES = dict(examples(build_parser()))


@pytest.fixture
def group(debate: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Somebody who leads the debate of the examples, and whose work is a folder of their own."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    debate("new", "Monday group", "--motion", "state-threats", "--name", "Ada")
    return debate


@pytest.mark.parametrize("verb", [verb for verb in EXAMPLES if verb not in SERVING])
def test_every_verb_answers_a_program_with_one_document(group: Shell, verb: str) -> None:
    words = [word for word in EXAMPLES[verb] if word not in {">", "--follow"}]
    words = words[:2] if verb == "completion" else words
    group._capsys.readouterr()
    with patch("sys.stdin.readline", return_value=""):
        code = main(["--data-dir", str(group.folder), *words, "--json"])
    found = json.loads(group._capsys.readouterr().out)
    is_failed = isinstance(found, dict) and bool({"error", "refused"} & set(found))
    assert not is_failed or code != Exit.DONE


def test_a_verb_that_only_speaks_is_answered_for_by_its_words(debate: Shell) -> None:
    def forgetful(context: Context) -> int:
        context.say("One line.")
        context.prose("Another one.")
        return Exit.DONE

    with patch("debate.cli.listing.run", forgetful):
        assert debate("list", "--json").json == {"message": "One line.\nAnother one."}


def test_a_verb_that_says_nothing_still_answers(debate: Shell) -> None:
    with patch("debate.cli.listing.run", lambda _: Exit.DONE):
        assert debate("list", "--json").json == {"message": ""}


def test_several_documents_are_one_list(debate: Shell) -> None:
    def talkative(context: Context) -> int:
        context.say_json({"n": 1})
        context.say_json({"n": 2})
        return Exit.DONE

    with patch("debate.cli.listing.run", talkative):
        assert debate("list", "--json").json == [{"n": 1}, {"n": 2}]


def test_what_was_said_before_a_failure_stands_in_its_document(debate: Shell) -> None:
    def halfway(context: Context) -> int:
        context.say("Half of it is done.")
        context.workspace.open("nowhere")
        return Exit.DONE

    with patch("debate.cli.listing.run", halfway):
        found = debate("list", "--json", code=Exit.USAGE).json
    assert found["error"] == "usage"
    assert found["before"] == {"message": "Half of it is done."}


@pytest.mark.parametrize("words", [(), ("line",)])
def test_a_conversation_is_no_document_and_says_so(debate: Shell, words: tuple[str, ...]) -> None:
    answer = debate(*words, "--json", code=Exit.USAGE)
    assert answer.json["error"] == "usage"
    assert "is a conversation" in answer.err


def test_what_a_verb_did_is_told_as_facts(monday: Shell, tmp_path: Path) -> None:
    assert monday("notes", "Monday", "Ask Bo", "--json").json == {"notes": "Ask Bo"}
    assert monday("notes", "Monday", "--clear", "--json").json == {"notes": ""}
    assert monday("people", "seat", "Monday", "Bo", "--json").json == {"seat": "Bo"}
    assert monday("reveal", "Monday", "--json").json == {"saved": []}
    assert monday("sync", "--json").json == []
    assert monday("invite", "--json", code=1).json["refused"] == "invite.nowhere"
    file = tmp_path / "copy.tar"
    copied = {"file": str(file), "sessions": 1, "has_keys": False}
    assert monday("backup", str(file), "--json").json == copied
    assert monday("restore", str(file), "--json").json["sessions"] == 1
    name = monday("discard", "Monday", "--json").json["trash"]
    assert monday("put-back", "--json").json == [{"name": name, "title": "Monday"}]
    assert name.startswith(monday("put-back", name, "--json").json["session"])
    assert monday("put-back", "--json").json == []


def test_sharing_is_told_as_facts(monday: Shell, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    added = monday("remote", "add", str(stick), "--json").json
    assert [each["state"] for each in added["rounds"]] == ["synced"]
    link = monday("invite", "--json").json["links"][0]
    ben = Shell(tmp_path / "ben", monday._capsys)
    came = ben("join", link, "--name", "Ben", "--json").json
    assert came["takes_part"]
    assert ben("join", link, "--name", "Ben", "--json").json["session"] == came["session"]
    assert [each["session"] for each in ben("sync", "--json").json] == [came["session"]]
    assert monday("remote", "remove", str(stick), "--json").json["removed"]


def test_two_ballots_that_are_revealed_at_once_are_one_answer(monday: Shell) -> None:
    monday("ballot", "Monday", "40", "--moment", "opening")
    monday("ballot", "Monday", "50", "--moment", "closing")
    assert len(monday("reveal", "Monday", "--json").json["saved"]) == 2
