"""An overlay is a mapping like any other, and its operations make the table what it showed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.store.overlay import Overlay
from debate.store.tables import Tables

KEYS = st.sampled_from("abcd")
DOCUMENTS = st.fixed_dictionaries({"n": st.integers(0, 3)})
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), KEYS, DOCUMENTS),
        st.tuples(st.just("remove"), KEYS, st.none()),
        st.tuples(st.just("change"), KEYS, st.integers(4, 9)),
        st.tuples(st.just("clear"), st.none(), st.none()),
    ),
    max_size=12,
)


def step(mapping: Any, kind: str, key: Any, value: Any) -> object:  # noqa: ANN401
    """Do one step on a mapping; return what it answered."""
    try:
        match kind:
            case "put":
                mapping[key] = dict(value)
            case "remove":
                del mapping[key]
            case "change":
                mapping[key]["n"] = value
            case _:
                mapping.clear()
    except KeyError:
        return "no such key"
    return None


@given(st.dictionaries(KEYS, DOCUMENTS), STEPS)
def test_an_overlay_answers_as_a_dict_and_leaves_the_table_alone(
    stored: dict[str, dict[str, int]], steps: list[tuple[str, Any, Any]]
) -> None:
    model = {key: dict(document) for key, document in stored.items()}
    untouched = {key: dict(document) for key, document in stored.items()}
    overlay = Overlay("t", stored, lambda key: key)
    for kind, key, value in steps:
        assert step(overlay, kind, key, value) == step(model, kind, key, value)
    assert {key: overlay[key] for key in overlay} == model
    assert len(overlay) == len(model)
    assert all((key in overlay) == (key in model) for key in "abcd")
    assert stored == untouched


@given(st.dictionaries(KEYS, DOCUMENTS), STEPS)
def test_the_operations_of_an_overlay_make_the_table_what_it_showed(
    stored: dict[str, dict[str, int]], steps: list[tuple[str, Any, Any]]
) -> None:
    overlay = Overlay("t", stored, lambda key: key)
    for kind, key, value in steps:
        step(overlay, kind, key, value)
    table = {key: dict(document) for key, document in stored.items()}
    for _, key, document in overlay.operations():
        if key is None:
            table.clear()
        elif document is None:
            del table[key]
        else:
            table[key] = dict(document)
    assert table == {key: overlay[key] for key in overlay}


@pytest.mark.parametrize("act", [lambda o: o["x"], lambda o: o.__delitem__("x")])
def test_what_is_not_there_is_neither_given_nor_removed(act: Callable[[Overlay], object]) -> None:
    overlay = Overlay("t", Tables().of("t"), lambda key: key)
    with pytest.raises(KeyError):
        act(overlay)
    assert overlay.operations() == []
