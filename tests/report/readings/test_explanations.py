"""Every figure is explained, and every explanation is shown somewhere."""

from __future__ import annotations

from debate.i18n.catalog import translator
from debate.report.readings.explanations import EXPLANATIONS, SECTIONS, explanations


def test_every_figure_belongs_to_one_section() -> None:
    shown = [code for codes in SECTIONS.values() for code in codes]
    assert sorted(shown) == sorted(EXPLANATIONS)


def test_an_explanation_says_what_how_whence_and_when_not() -> None:
    assert all(
        each.title and each.what and each.formula and each.source and each.limits
        for each in EXPLANATIONS.values()
    )


def test_the_words_of_a_formula_are_translated() -> None:
    words = explanations(["groups", "schulze", "turns"], translator("nl"))
    formulas = [each.text for each in words if each.text.startswith("Formule")]
    assert ["hoofdassen" in formulas[0], "pad" in formulas[1], "buren" in formulas[2]] == [True] * 3


def test_an_explanation_is_read_in_one_order() -> None:
    words = explanations(["quorum"], translator("en"))
    assert [each.sort for each in words] == ["heading", "prose", "item", "item", "notice"]
    assert words[0].text == "Quorum"
    assert words[-1].text.startswith("Mind: ")
