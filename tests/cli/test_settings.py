"""The verb `settings`: only what can be is kept, and the answer is a document for a program."""

from __future__ import annotations

import pytest

from debate.service.wiring import workspace
from tests.cli.conftest import Shell

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that asks for English."""
    for name in VARIABLES:
        monkeypatch.setenv(name, "en_GB.UTF-8")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("name", "value", "known"),
    [
        ("language", "fr", "en, nl"),
        ("theme", "foo", "debate-dark, debate-light, debate-contrast"),
        ("semantics", "foo", "qe, dfquad, squared_dfquad, euler, mlp"),
        ("reduced-motion", "maybe", "yes, on, true, no, off, false"),
        ("keys", "foo", "keys."),
    ],
)
def test_what_a_setting_cannot_be_is_refused(
    debate: Shell, name: str, value: str, known: str
) -> None:
    before = debate("settings", name).out
    said = debate("settings", name, value, code=2).err
    assert f"“{value}” is not known here ({'a language' if name == 'language' else name})" in said
    assert f"Known here: {known}" in said
    assert debate("settings", name).out == before


@pytest.mark.parametrize("name", ["theme.dark", "language.", "keys.", "keys.argument", "keys.foo"])
def test_a_part_that_is_not_there_is_refused(debate: Shell, name: str) -> None:
    debate("settings", name, code=2)
    debate("settings", name, "a", code=2)


def test_the_nearest_act_is_suggested(debate: Shell) -> None:
    assert "keys.argument.add" in debate("settings", "keys.argument.ad", "a", code=2).err


def test_one_act_has_its_usual_key_until_another_is_chosen(debate: Shell) -> None:
    assert debate("settings", "keys.argument.add").out == "a\n"
    debate("settings", "keys.argument.add", "f5")
    assert debate("settings", "keys.argument.add").out == "f5\n"


def test_one_setting_is_a_document_for_a_program(debate: Shell) -> None:
    assert debate("settings", "language", "--json").json == {"language": "en"}
    changed = debate("settings", "reduced-motion", "on", "--json").json
    assert (
        changed == {"reduced-motion": True} == debate("settings", "reduced-motion", "--json").json
    )
    key = {"keys.argument.add": "f5"}
    assert debate("settings", "keys.argument.add", "f5", "--json").json == key
    assert debate("settings", "keys.argument.add", "--json").json == key
    assert debate("settings", "theme", "foo", "--json", code=2).json["error"] == "usage"


def test_what_an_older_program_let_through_breaks_nothing(monday: Shell) -> None:
    usual = monday("results", "Monday", "--json").out
    work = workspace(folder=monday.folder, environment={})
    for name, value in (("semantics", "foo"), ("theme", "foo"), ("keys", "foo")):
        work.choose(name, value)
    work.close()
    monday("show", "Monday")
    assert monday("results", "Monday", "--json").out == usual
    assert monday("settings", "--json").json["semantics"] == "qe"
    monday("settings", "keys.argument.add", "f5")
    assert monday("settings", "keys", "--json").json == {"keys": {"argument.add": "f5"}}


# The language -----------------------------------------------------------------------------------

DUTCH, ENGLISH = "Er zijn hier nog geen debatten", "There are no debates here yet"


@pytest.mark.usefixtures("english")
def test_the_chosen_language_is_that_of_the_answers(debate: Shell) -> None:
    assert ENGLISH in debate("list").out
    debate("settings", "language", "nl")
    assert DUTCH in debate("list").out
    assert ENGLISH in debate("--lang", "en", "list").out
    assert "niet bekend" in debate("show", "Tuesday", code=2).err


def test_a_choice_goes_before_the_environment(
    debate: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEBATE_LANG", "nl")
    assert DUTCH in debate("list").out
    debate("settings", "language", "en")
    assert ENGLISH in debate("list").out


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("settings", "--help"), ("list",)])
def test_looking_for_the_language_makes_no_data_folder(
    debate: Shell, words: tuple[str, ...]
) -> None:
    debate(*words)
    assert not debate.folder.exists()
