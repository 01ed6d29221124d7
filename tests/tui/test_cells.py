"""What people write is safe to print and never wider than its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.tui.cells import clean, cut, fit, safe, width, wrap


@given(st.text(max_size=60), st.integers(0, 30))
def test_a_cut_text_is_never_wider_than_asked(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_fitted_text_is_exactly_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells
    assert width(fit(text, cells, right=True)) == cells


@given(st.text(max_size=200), st.integers(2, 30))
def test_wrapped_lines_keep_within_their_measure(text: str, cells: int) -> None:
    assert all(width(line) <= cells for line in wrap(text, cells))


@given(st.text(alphabet="abc 漢é", max_size=200), st.integers(2, 30))
def test_wrapping_loses_no_character(text: str, cells: int) -> None:
    wrapped = "".join("".join(wrap(text, cells)).split())
    assert wrapped == "".join(text.split())


@given(st.text(max_size=60))
def test_a_safe_text_has_no_control_characters_and_stays_safe(text: str) -> None:
    shown = safe(text)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert safe(shown) == shown


@pytest.mark.parametrize("control", ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2066", "\ud800"])
def test_escapes_and_direction_overrides_do_not_reach_the_terminal(control: str) -> None:
    assert control[0] not in safe(f"a{control}b")


def test_joined_emoji_are_drawn_apart_so_that_every_terminal_agrees_on_the_width() -> None:
    assert safe("👨\u200d👩\u200d👧") == "👨👩👧"
    assert safe("❤\ufe0f") == "❤"


def test_accents_and_right_to_left_letters_stay() -> None:
    assert safe("e\u0301 שלום") == "e\u0301 שלום"


def test_a_tower_of_marks_is_cut_down() -> None:
    assert len(safe("a" + "\u0301" * 50)) == 5


def test_markup_is_only_text() -> None:
    assert cut("[bold]x[/bold]", 40) == "[bold]x[/bold]"


def test_cleaning_keeps_lines_where_lines_can_stand() -> None:
    pasted = "one\r\ntwo\x00\x1b[2J\u202e\tthree"
    assert clean(pasted, is_multiline=True) == "one\ntwo[2J three"
    assert clean(pasted) == "one two[2J three"


def test_cleaning_keeps_joined_emoji_as_they_were_written() -> None:
    assert clean("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
