"""Large letters: every character of both languages has a shape, and nothing is drawn too wide."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.tui.glyphs import glyph_of
from debate.tui.lettering import JOINT, lettered

WRITTEN = string.ascii_letters + string.digits + " .,:;!?'\"-+=/()%&@*<>$€|~·…▲▼_“”„’‘–—−"


@pytest.mark.parametrize("character", WRITTEN)
def test_every_character_people_write_has_a_shape_of_even_rows(character: str) -> None:
    shape = glyph_of(character)
    assert shape is not None
    assert len({len(row) for row in shape}) == 1
    assert set("".join(shape)) <= {"#", "."}


def test_no_two_letters_or_digits_look_the_same() -> None:
    shapes = {glyph_of(each) for each in string.ascii_letters + string.digits}
    assert len(shapes) == 62


@pytest.mark.parametrize("letter", "éëïöüèêñ")
def test_an_accent_stands_above_a_small_letter(letter: str) -> None:
    plain, drawn = (lettered(text, 20, 4) for text in ("n" if letter == "ñ" else "e", letter))
    assert drawn is not None
    assert plain is not None
    assert drawn[0].strip()


def test_a_narrow_letter_makes_room_for_its_accent() -> None:
    assert glyph_of("i", "\u0308") == ("#.#", "...", ".#.", ".#.", ".#.", ".#.")
    assert glyph_of("E", "\u0301") == glyph_of("E")


def test_the_clock_is_drawn_as_large_as_its_place_allows() -> None:
    small, large = lettered("12:34", 30, 4), lettered("12:34", 60, 8)
    assert small is not None
    assert large is not None
    assert (len(small), len(large)) == (3, 6)
    assert small[0] == "▄█  ▄▀▀▄ ▄ ▀▀▀▄ █  █"


def test_what_has_no_shape_or_no_room_is_not_guessed() -> None:
    assert lettered("漢", 80, 20) is None
    assert lettered("far too long for this", 12, 3) is None
    assert lettered("W", 3, 9) is None
    assert lettered("", 80, 20) is None


def test_a_word_too_wide_is_broken_with_a_hyphen_only_in_the_smallest_letters() -> None:
    rows = lettered("cyberveiligheidsstrategie", 60, 20)
    assert rows is not None
    assert len(rows) == 8
    assert rows[1].endswith("▄▄▄")


def test_an_address_is_broken_where_it_may_be_and_gets_no_hyphen() -> None:
    rows = lettered(f"debate{JOINT}@192.168.1.23", 60, 20)
    whole = lettered("debate", 60, 4, largest=1)
    assert rows is not None
    assert whole is not None
    assert rows[: len(whole)] == whole
    assert lettered(f"{JOINT}漢漢漢漢{JOINT}a", 4, 20) is None


@given(st.text("abcdefgh ijkW.", max_size=60), st.integers(6, 90), st.integers(1, 40))
def test_no_row_is_wider_or_taller_than_its_place(text: str, width: int, height: int) -> None:
    rows = lettered(text, width, height)
    if rows is not None:
        assert len(rows) <= height
        assert max(map(len, rows)) <= width
