"""Every text for people is there in both languages, whole, settled, with the same placeholders."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import Catalog

from tests.house.catalogues import (
    Text,
    faults,
    messages_of,
    read_catalogue,
    texts_in_code,
    texts_in_folder,
)
from tests.house.sources import ROOT

LOCALE = ROOT / "debate" / "i18n" / "locale"
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
TEMPLATES = sorted(LOCALE.glob("*.pot"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_says_everything_the_program_says(path: Path) -> None:
    assert list(faults(read_catalogue(path), texts_in_folder(ROOT / "debate"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_template_for_translators_is_up_to_date(path: Path) -> None:
    wanted = texts_in_folder(ROOT / "debate")
    assert messages_of(read_catalogue(path)).keys() ^ wanted == set()


def test_texts_are_found_in_code() -> None:
    code = 'show(_("Weigh"))\nshow(N_("Vote"))\nshow(ngettext("{n} vote", "{n} votes", n))\n'
    assert texts_in_code(code) == {("Weigh",), ("Vote",), ("{n} vote", "{n} votes")}


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
