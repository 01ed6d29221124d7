"""What a person can choose: what is a value, and what is made of one that is none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from debate.errors import UsageError
from debate.service.settings import (
    SETTINGS,
    THEMES,
    allowed_values,
    is_sound,
    kept_language,
    parse_setting,
)
from debate.service.wiring import workspace
from debate.tui.present.settings import offered_semantics
from debate.tui.themes import THEMES as SCREEN_THEMES


def test_the_themes_are_those_of_the_screen() -> None:
    assert tuple(theme.name for theme in SCREEN_THEMES) == THEMES


def test_the_semantics_are_those_that_the_screen_offers() -> None:
    assert allowed_values("semantics") == offered_semantics()


@pytest.mark.parametrize("name", SETTINGS)
def test_what_holds_without_a_choice_is_sound(name: str) -> None:
    assert is_sound(name, SETTINGS[name])


@pytest.mark.parametrize("name", ["language", "theme", "reduced-motion", "semantics"])
def test_another_value_is_refused_with_those_that_are_allowed(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_setting(name, "foo")
    assert caught.value.details["what"] == name
    assert caught.value.details["candidates"] == allowed_values(name)


@pytest.mark.parametrize(("word", "value"), [("On", True), ("yes", True), ("FALSE", False)])
def test_a_switch_understands_words(word: str, value: bool) -> None:
    assert parse_setting("reduced-motion", word) is value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("theme", "foo"),
        ("reduced-motion", "maybe"),
        ("name", 3),
        ("semantics", "foo"),
        ("semantics", "hcat"),
        ("semantics", ["qe"]),
        ("keys", "foo"),
        ("keys", {"argument.add": 3}),
    ],
)
def test_a_kept_value_that_is_none_is_not_believed(
    tmp_path: Path, name: str, value: object
) -> None:
    work = workspace(folder=tmp_path, environment={})
    work.choose(name, value)
    assert work.choice(name, SETTINGS[name]) == SETTINGS[name]
    work.close()


def test_what_is_no_setting_of_a_person_is_kept_as_it_is(tmp_path: Path) -> None:
    work = workspace(folder=tmp_path, environment={})
    work.choose("other", [1])
    assert work.choice("other") == [1]
    work.close()


# The language of a data folder --------------------------------------------------------------------


def _files(folder: Path) -> Mapping[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("value", "kept"), [("nl", "nl"), ("en", "en"), ("fr", None), (3, None)])
def test_the_kept_language_is_read_and_nothing_changed(
    tmp_path: Path, value: object, kept: str | None
) -> None:
    work = workspace(folder=tmp_path, environment={})
    work.choose("language", value)
    work.close()
    before = _files(tmp_path)
    assert kept_language(tmp_path) == kept
    assert _files(tmp_path) == before


def test_looking_for_a_language_makes_no_folder(tmp_path: Path) -> None:
    assert kept_language(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_read_has_no_language(tmp_path: Path) -> None:
    (tmp_path / "app.jsonl").write_bytes(b"nonsense\n")
    assert kept_language(tmp_path) is None
