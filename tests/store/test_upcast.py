"""Old documents are read in today's shape, and what is not known stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from debate.store.upcast import Upcasts


def named(document: Mapping[str, Any]) -> dict[str, Any]:
    return {**document, "d": {"stance": document["d"]["value"]}}


def sure(document: Mapping[str, Any]) -> dict[str, Any]:
    return {**document, "d": {**document["d"], "confidence": 50}}


UPCASTS = Upcasts({("ballot.cast", 1): named, ("ballot.cast", 2): sure})


def test_steps_are_taken_one_after_the_other() -> None:
    old = {"k": "ballot.cast", "v": 1, "d": {"value": 40}, "id": "x"}
    assert UPCASTS.apply(old) == {
        "k": "ballot.cast",
        "v": 3,
        "d": {"stance": 40, "confidence": 50},
        "id": "x",
    }
    assert old == {"k": "ballot.cast", "v": 1, "d": {"value": 40}, "id": "x"}


def test_a_document_from_the_middle_takes_the_rest() -> None:
    document = UPCASTS.apply({"k": "ballot.cast", "v": 2, "d": {"stance": 1}})
    assert (document["v"], document["d"]) == (3, {"stance": 1, "confidence": 50})


@pytest.mark.parametrize(
    "document",
    [
        {"k": "ballot.cast", "v": 3, "d": {}},
        {"k": "ballot.cast", "v": 99, "d": {"new": True}},
        {"k": "never.heard.of", "v": 1, "d": {}},
        {"k": "odd", "v": "1"},
        {},
    ],
    ids=str,
)
def test_what_is_new_or_unknown_passes_word_for_word(document: dict[str, Any]) -> None:
    assert UPCASTS.apply(document) is document


def test_the_newest_version_follows_from_the_steps() -> None:
    assert UPCASTS.newest("ballot.cast") == 3
    assert UPCASTS.newest("never.heard.of") == 1


def test_a_missing_step_is_noticed_at_once() -> None:
    with pytest.raises(ValueError, match="no step from version 1"):
        Upcasts({("ballot.cast", 2): sure})


def test_many_documents_are_brought_up_to_date_in_order() -> None:
    old = [{"k": "ballot.cast", "v": 2, "d": {"n": n}} for n in range(3)]
    assert [each["d"]["n"] for each in UPCASTS.apply_all(old)] == [0, 1, 2]
    assert list(Upcasts().apply_all(old)) == old
