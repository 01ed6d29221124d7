"""Every text of the program is in the catalogues, translated."""

from __future__ import annotations

import string

import pytest

from tests.house.sources import python_sources
from tests.tools.catalogue import main, read_translations
from tests.tools.messages import Message, find_messages


def test_every_text_can_be_found_by_a_translator() -> None:
    assert find_messages(python_sources("debate")).faults == []


def test_the_catalogues_are_complete_and_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--check"])
    assert (capsys.readouterr().out, status) == ("", 0)


def test_translations_have_the_places_of_their_texts() -> None:
    translations = read_translations("nl").items()
    assert [text for text, dutch in translations if _places(text) != _places(dutch)] == []


def _places(message: Message) -> set[str]:
    """Return the names of the values that go into a text, in any of its forms."""
    forms = message if isinstance(message, tuple) else (message,)
    parts = [part for form in forms for part in string.Formatter().parse(form)]
    return {name for _, name, _, _ in parts if name}
