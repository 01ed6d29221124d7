"""One value has one row of bytes, and what libraries would write differently is refused."""

from __future__ import annotations

import json
import math
from enum import IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json, to_json

from debate.errors import TrustError
from debate.trust.canonical import (
    INTEGER_LIMIT,
    NESTING_LIMIT,
    canonical,
    fact_id,
    from_text,
    to_text,
)

integers = st.integers(1 - INTEGER_LIMIT, INTEGER_LIMIT - 1)
texts = st.text(st.characters(codec="utf-8"))
keys = st.text(st.characters(codec="ascii"))
plain = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda inner: st.lists(inner) | st.dictionaries(keys, inner),
    max_leaves=30,
)


class Colour(StrEnum):
    TEAL = "teal"


class Number(IntEnum):
    ONE = 1


@given(plain)
def test_reading_what_was_written_gives_the_value(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert from_json(canonical(value)) == value


@given(plain)
def test_the_standard_library_writes_the_same(value: object) -> None:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == written.encode()


@given(plain)
def test_canonical_bytes_can_be_made_again_without_sorting(value: object) -> None:
    assert to_json(from_json(canonical(value))) == canonical(value)


@given(st.dictionaries(keys, integers))
def test_the_order_in_which_keys_were_set_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize(
    "stranger",
    [
        0.0,
        1.5,
        math.nan,
        math.inf,
        INTEGER_LIMIT,
        -INTEGER_LIMIT,
        (1, 2),
        {1, 2},
        b"bytes",
        object(),
        "\ud800",
        {"é": 1},
        {1: 1},
        {None: 1},
        Colour.TEAL,
        Number.ONE,
    ],
)
def test_everything_else_is_refused_at_any_depth(stranger: object) -> None:
    for value in (stranger, [stranger], {"a": [{"b": stranger}]}):
        with pytest.raises(TrustError) as caught:
            canonical(value)
        assert caught.value.details["reason"] == "not-canonical"


def test_nesting_has_an_end() -> None:
    value: object = 1
    for _ in range(NESTING_LIMIT):
        value = [value]
    assert canonical(value).startswith(b"[[")
    with pytest.raises(TrustError, match="nested too deeply"):
        canonical([value])


def test_a_list_within_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(TrustError, match="nested too deeply"):
        canonical(endless)


@given(plain, plain)
def test_different_values_have_different_ids(one: object, other: object) -> None:
    assert (fact_id({"d": one}) == fact_id({"d": other})) == (canonical(one) == canonical(other))


def test_an_id_is_what_it_always_was() -> None:
    assert fact_id({"b": "één", "a": [1, None, True]}) == GOLDEN


GOLDEN = "3EcS1tSlQilvx0GzN1SH558SVaJo2cwIy06463xSBIY"


@given(st.binary(max_size=80))
def test_text_of_bytes_can_be_read_back(raw: bytes) -> None:
    assert from_text(to_text(raw), len(raw)) == raw


@pytest.mark.parametrize(
    "text", ["", "AA", "AAA=", "AA+A", "AA/A", "AAB", "é", "AA A", "AAAA\n", "AAAAA", "AAAA"]
)
def test_bytes_have_one_spelling_and_one_length(text: str) -> None:
    with pytest.raises(TrustError, match="not-base64url"):
        from_text(text, 2)
