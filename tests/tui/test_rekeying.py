"""A key is given to an act only when nothing that can be there with it has the key."""

from __future__ import annotations

import pytest

from debate.tui.keymap import KEYS
from debate.tui.rekeying import keys_of, objection, with_key


def why(identifier: str, key: str, chosen: dict[str, str] | None = None) -> str:
    no = objection(identifier, key, chosen or {})
    if no is None:
        return ""
    return no.by.id if no.by else no.why


@pytest.mark.parametrize(
    ("identifier", "key", "expected"),
    [
        ("argument.add", "f6", ""),
        ("argument.add", "w", "argument.weigh"),
        ("argument.add", "j", "list.down"),
        ("argument.add", "comma", "app.settings"),
        ("argument.add", "5", "fixed"),
        ("argument.add", "escape", "fixed"),
        ("argument.add", "h", ""),
        ("list.down", "a", "argument.add"),
        ("slider.less", "a", ""),
        ("slider.less", "shift+right", "slider.little-more"),
        ("app.palette", "z", "typing"),
        ("app.palette", "ctrl+k", ""),
        ("app.palette", "f5", ""),
        ("app.help", "f1", ""),
        ("app.help", "a", "argument.add"),
    ],
)
def test_a_key_has_one_meaning_where_it_works(identifier: str, key: str, expected: str) -> None:
    assert why(identifier, key) == expected


def test_a_key_that_was_given_up_is_free() -> None:
    assert why("argument.add", "w", {"argument.weigh": "f6"}) == ""
    assert why("argument.add", "f6", {"argument.weigh": "f6"}) == "argument.weigh"


def test_the_usual_keys_stand_until_others_are_chosen() -> None:
    assert keys_of("list.down", {}) == ("down", "j")
    assert keys_of("list.down", {"list.down": "x"}) == ("x",)
    assert keys_of("app.help", {"app.help": " "}) == ("question_mark",)


def test_a_chosen_key_that_is_the_usual_one_is_no_choice() -> None:
    assert with_key("argument.add", "z", {}) == {"argument.add": "z"}
    assert with_key("argument.add", "a", {"argument.add": "z"}) == {}
    assert with_key("argument.add", None, {"argument.add": "z", "find.open": "x"}) == {
        "find.open": "x"
    }


def test_usual_keys_hide_nothing_but_enter_which_opens_or_goes_on() -> None:
    hidden = {
        (key.id, each)
        for key in KEYS
        for each in keys_of(key.id, {})
        if each != "enter" and why(key.id, each) not in ("", "fixed")
    }
    assert hidden == set()
