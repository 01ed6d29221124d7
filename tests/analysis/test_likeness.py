"""Texts compared by the pieces of their words: laws, and a trial on sentences people might write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.findings.unraised import ALIKE, ALIKE_IN_PLACE, NEAR
from debate.analysis.likeness import Likeness, runs

TEXTS = st.lists(st.text("abcdef ,é", max_size=30), min_size=1, max_size=6)
RESTATED = {
    "en": (
        ("Ransomware stops hospitals for days", "Hospitals are stopped by ransomware, for days"),
        ("Small countries gain by rules that bind all", "Rules that bind everybody help small countries"),
        ("Proving who attacked takes months", "It takes months to prove who the attacker was"),
        ("Criminals sign no treaty", "A treaty is never signed by criminals"),
        ("The police cannot reach servers abroad", "Servers abroad are beyond the reach of the police"),
        ("Companies hide that they were hacked", "Hacked companies keep hidden that they were hacked"),
        ("An attack on the power grid costs lives", "Attacks on power grids cost human lives"),
        ("Secret services need to see traffic to act", "Services cannot act unless they see the traffic"),
    ),
    "nl": (
        ("Gijzelsoftware legt ziekenhuizen dagen stil", "Ziekenhuizen liggen dagenlang stil door gijzelsoftware"),
        ("Kleine landen hebben baat bij regels voor iedereen", "Regels die voor iedereen gelden helpen kleine landen"),
        ("Bewijzen wie er aanviel kost maanden", "Het kost maanden om te bewijzen wie de aanvaller was"),
        ("Criminelen tekenen geen verdrag", "Een verdrag wordt door criminelen nooit getekend"),
        ("De politie kan niet bij servers in het buitenland", "Servers in het buitenland: daar kan de politie niet bij"),
        ("Bedrijven verzwijgen dat ze gehackt zijn", "Gehackte bedrijven verzwijgen het dat ze gehackt werden"),
        ("Een aanval op het stroomnet kost levens", "Aanvallen op stroomnetten kosten mensenlevens"),
        ("Diensten moeten verkeer zien om in te grijpen", "Zonder het verkeer te zien kunnen diensten niet ingrijpen"),
    ),
}  # fmt: skip
"""What one group might write, and another."""


def test_a_word_is_cut_into_runs_that_know_its_beginning_and_end() -> None:
    assert runs("Bridge") == {" bri": 1, "brid": 1, "ridg": 1, "idge": 1, "dge ": 1}
    assert runs("A, a: it") == {" a ": 2, " it ": 1}
    assert runs("—!") == {}


@given(TEXTS)
def test_likeness_is_symmetric_between_0_and_1_and_1_with_oneself(texts: list[str]) -> None:
    found = Likeness(texts)
    rows = [found.to(place) for place in range(len(texts))]
    for place, row in enumerate(rows):
        assert all(0 < value <= 1 + 1e-9 for value in row.values())
        assert row.get(place, 1.0) == pytest.approx(1.0)
        for other, value in row.items():
            assert rows[other][place] == pytest.approx(value)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(texts: list[str], random: object) -> None:
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    straight, mixed = Likeness(texts), Likeness([texts[place] for place in order])
    for here, place in enumerate(order):
        row = mixed.to(here)
        assert {order[other]: value for other, value in row.items()} == straight.to(place)


def test_what_is_rare_counts_more_than_what_everybody_says() -> None:
    texts = ["the state attacks", "the state defends", "the state waits", "the crime attacks"]
    found = Likeness(texts).to(0)
    assert found[3] > found[1]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_same_thought_with_its_words_turned_round_is_alike(language: str) -> None:
    pairs = RESTATED[language]
    texts = [text for pair in pairs for text in pair]
    found = Likeness(texts)
    values = [found.to(2 * place).get(2 * place + 1, 0.0) for place in range(len(pairs))]
    assert sum(value >= ALIKE for value in values) >= 6
    assert all(value >= ALIKE_IN_PLACE for value in values)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_different_thoughts_are_not_alike(language: str) -> None:
    pairs = RESTATED[language]
    texts = [text for pair in pairs for text in pair]
    found = Likeness(texts)
    others = [
        found.to(one).get(other, 0.0)
        for one in range(len(texts))
        for other in range(len(texts))
        if one // 2 != other // 2
    ]
    assert max(others) < ALIKE_IN_PLACE
    assert sum(value < NEAR for value in others) / len(others) > 0.9
