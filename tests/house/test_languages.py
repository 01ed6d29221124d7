"""Every text for people is there in both languages, whole, settled, with the same placeholders."""

from __future__ import annotations

import pytest
from babel.messages import Catalog

from debate.i18n.catalog import FALLBACK, LANGUAGES, LOCALES
from tests.house.catalogues import (
    Text,
    faults,
    read_catalogue,
    texts_in,
)
from tests.house.sources import Source, python_sources
from tests.tools.messages import find_messages

TRANSLATED = [language for language in LANGUAGES if language != FALLBACK]


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_everything_the_program_says(language: str) -> None:
    catalogue = read_catalogue(LOCALES / language / "LC_MESSAGES" / "debate.po")
    assert list(faults(catalogue, texts_in(python_sources("debate")))) == []


def test_no_text_is_put_together_where_no_translator_sees_it() -> None:
    assert find_messages(python_sources("debate")).faults == []


def test_the_program_has_texts() -> None:
    assert len(texts_in(python_sources("debate"))) > 1


def test_texts_are_found_in_code() -> None:
    code = 'show(t.text("Weigh"))\nN_("Vote")\nt.plural("{n} vote", "{n} votes", n)\n'
    found = texts_in([Source("debate/a.py", code)])
    assert found == {("Weigh",), ("Vote",), ("{n} vote", "{n} votes")}


def test_a_translation_that_is_missing_left_over_empty_or_fuzzy_is_found() -> None:
    catalogue = Catalog(locale="nl")
    catalogue.add("Weigh", "Weeg")
    catalogue.add("Vote", "")
    catalogue.add("Shift", "Verschuiving", flags=["fuzzy"])
    catalogue.add("Old", "Oud")
    wanted: set[Text] = {("Weigh",), ("Vote",), ("Shift",), ("Reveal",)}
    assert list(faults(catalogue, wanted)) == [
        "missing: 'Reveal'",
        "left over: 'Old'",
        "fuzzy: 'Shift'",
        "empty: 'Vote'",
    ]


def test_a_translation_with_other_placeholders_is_found() -> None:
    catalogue = Catalog(locale="nl")
    catalogue.add("{name} voted", "{naam} stemde")
    catalogue.add(("one vote", "{n} votes"), ("een stem", "{n} stemmen"))
    catalogue.add(("one reply", "{n} replies"), ("een antwoord", "antwoorden"))
    wanted = {("{name} voted",), ("one vote", "{n} votes"), ("one reply", "{n} replies")}
    assert list(faults(catalogue, wanted)) == [
        "other placeholders: 'one reply'",
        "other placeholders: '{name} voted'",
    ]
