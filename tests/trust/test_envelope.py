"""Envelopes go on where a log ends, and are made of nothing but plain values."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from debate.domain.events import KINDS
from debate.errors import TrustError
from debate.trust.canonical import canonical
from debate.trust.envelope import Head, Item, body_of, extend, is_envelope, is_signed, milliseconds
from tests.trust.logs import KEYS, SESSION, head_of, log
from tests.trust.test_canonical import plain

ANN = KEYS[0]


def test_numbers_and_links_follow_each_other() -> None:
    first, second, third = log(ANN, 1, 2)
    assert [d["n"] for d in (first, second, third)] == [1, 2, 3]
    assert [d["p"] for d in (first, second, third)] == [None, first["id"], second["id"]]
    assert extend(head_of([third]), [], ANN, SESSION, []) == []


def test_the_last_of_a_commit_is_signed() -> None:
    assert ["sig" in document for document in log(ANN, 1, 3)] == [True, False, False, True]
    assert is_signed(log(ANN, 2)[-1])
    assert not is_signed({**log(ANN, 1)[0], "sig": log(ANN, 2)[1]["sig"]})


@given(plain)
def test_any_plain_content_makes_an_envelope_that_survives_the_disk(value: object) -> None:
    data = {"value": value}
    (document,) = extend(None, [Item("note.made", data, 3)], ANN, SESSION, ["1760000000000-0003"])
    assert document["d"] == data
    assert document["v"] == 3
    assert is_envelope(document)
    assert json.loads(json.dumps(document)) == document
    assert json.dumps(body_of(document), ensure_ascii=False, separators=(",", ":")).encode() == (
        canonical(body_of(document))
    )


def test_an_envelope_shares_nothing_with_what_it_was_made_of() -> None:
    data = {"list": [1]}
    (document,) = extend(None, [Item("note.made", data)], ANN, SESSION, ["1760000000000-0000"])
    data["list"].append(2)
    assert document["d"] == {"list": [1]}


def test_each_item_needs_its_time() -> None:
    with pytest.raises(ValueError, match="shorter"):
        extend(None, [Item("note.made", {})], ANN, SESSION, [])


def test_content_that_cannot_be_hashed_is_refused() -> None:
    with pytest.raises(TrustError, match="not-canonical"):
        extend(
            Head(1, log(ANN, 1)[0]["id"]),
            [Item("x", {"w": 0.5})],
            ANN,
            SESSION,
            ["0" * 13 + "-0000"],
        )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_has_a_name_that_an_envelope_takes(kind: str) -> None:
    (document,) = extend(None, [Item(kind, {})], ANN, SESSION, ["1760000000000-0000"])
    assert is_envelope(document)


def test_the_wall_clock_part_of_a_time_can_be_read() -> None:
    assert milliseconds("1760000000000-0003") == 1_760_000_000_000
