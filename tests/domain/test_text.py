"""Laws of cleaning: doing it twice changes nothing, and nothing dangerous is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.domain.text import MARK_LIMIT, WORK_LIMIT, Cleaned, clean_claim, clean_prose

TRICKY = (
    "ae\u0301\u0308\u0327\u212a\u0958\u200d\u200c\u200b\u202e\u2066\u00a0\u3000\r\n\t\x00 "
    "\x85\u2028\ud800\U0001f468\U0001f3f4\U000e0067\U000e007f\ufeff\u00ad\ufb2a"
)
texts = st.one_of(
    st.text(),
    st.text(st.characters(codec=None)),
    st.text(TRICKY, max_size=30),
)


@given(texts)
def test_cleaning_a_clean_claim_changes_nothing(text: str) -> None:
    once = clean_claim(text).text
    assert clean_claim(once) == Cleaned(once, ())


@given(texts)
def test_cleaning_clean_prose_changes_nothing(text: str) -> None:
    once = clean_prose(text).text
    assert clean_prose(once) == Cleaned(once, ())


@given(texts)
def test_a_cleaned_text_can_be_written_and_is_normalised(text: str) -> None:
    for cleaned in (clean_claim(text), clean_prose(text)):
        assert cleaned.text.encode().decode() == cleaned.text
        assert unicodedata.is_normalized("NFC", cleaned.text)
        assert cleaned.length == len(cleaned.text)


@given(texts)
def test_a_claim_is_one_line_with_single_spaces(text: str) -> None:
    claim = clean_claim(text).text
    assert claim == " ".join(claim.split())


@given(texts)
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    kinds = {unicodedata.category(c) for c in clean_prose(text).text if c not in "\n\t"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_plain_words_stay_as_they_were_typed(text: str) -> None:
    assert clean_claim(text) == clean_prose(text) == Cleaned(text, ())


@pytest.mark.parametrize(
    ("typed", "kept", "removed"),
    [
        ("one\r\ntwo\tthree", "one two three", ()),
        ("\x1b[31mred", "[31mred", ("control",)),
        ("pay \u202eno\u202c", "pay no", ("bidi",)),
        ("half \ud83d here", "half \ufffd here", ("surrogate",)),
        ("An\u200dn", "Ann", ("invisible",)),
        ("a\U000e0041b", "ab", ("invisible",)),
        ("e" + "\u0301" * 20, "é" + "\u0301" * MARK_LIMIT, ("marks",)),
        ("e" + "\u0301" * 100, "é" + "\u0301" * MARK_LIMIT, ("marks",)),
    ],
)
def test_what_is_taken_out_is_told(typed: str, kept: str, removed: tuple[str, ...]) -> None:
    assert clean_claim(typed) == (kept, removed)


@pytest.mark.parametrize(
    "emoji",
    [
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "نمی\u200cخواهم",
    ],
)
def test_families_flags_and_persian_stay_whole(emoji: str) -> None:
    assert clean_claim(emoji) == (emoji, ())


def test_prose_keeps_its_lines_and_indents() -> None:
    assert clean_prose("\n  \n    code\n\n- point  \nend\n\n ").text == "    code\n\n- point  \nend"


@pytest.mark.parametrize("unit", ["a", "é", "\u0301\u0327", "\u200d", "\r\n", "\ud800", " "])
def test_ten_megabytes_are_cut_and_told(unit: str) -> None:
    cleaned = clean_prose(unit * (10_000_000 // len(unit)))
    assert cleaned.length <= WORK_LIMIT
    assert "cut" in cleaned.removed
