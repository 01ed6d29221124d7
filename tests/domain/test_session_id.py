"""A session's name belongs to its founder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.domain.ids import DeviceKey, SessionId
from debate.domain.session_id import is_founded_by, is_session_id, session_id_of

ANN, BEN = DeviceKey("A" * 43), DeviceKey("B" * 43)


@given(st.text(st.characters(codec="utf-8")))
def test_a_name_is_the_founders_and_nobody_elses(nonce: str) -> None:
    name = session_id_of(ANN, nonce)
    assert is_session_id(name)
    assert is_founded_by(name, ANN, nonce)
    assert not is_founded_by(name, BEN, nonce)
    assert not is_founded_by(name, ANN, nonce + "x")


def test_a_name_is_what_it_always_was() -> None:
    assert session_id_of(ANN, "nonce") == "1b6ac6f050021abe75aeeed558ee349c"


@pytest.mark.parametrize(
    "text", ["", "a" * 31, "a" * 33, "A" * 32, "g" * 32, "a" * 32 + "\n", "٣" * 32]
)
def test_other_texts_are_no_names(text: str) -> None:
    assert not is_session_id(text)
    assert not is_founded_by(SessionId(text), ANN, "nonce")
