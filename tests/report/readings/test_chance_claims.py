"""Do the words about chance hold? Rooms in which nothing happened, by the thousand."""

from __future__ import annotations

import pytest

from debate.analysis.draws import Draws
from debate.analysis.refusal import Refused
from debate.analysis.shift import movers_p
from debate.analysis.significance import mcnemar_p, sign_flip_p

ROOMS = 1500


def _changes(stream: Draws, people: int) -> list[int]:
    """Return changes of people whom nothing moved in either direction: each sign is a coin."""
    words = stream.words(2 * people)
    sizes = [word % 60 for word in words[:people]]
    return [
        size if word % 1000 < 500 else -size
        for size, word in zip(sizes, words[people:], strict=True)
    ]


@pytest.mark.parametrize("people", [6, 8, 12])
def test_hardly_chance_is_said_of_nothing_at_most_one_time_in_twenty(people: int) -> None:
    stream = Draws()
    said = 0
    for _ in range(ROOMS):
        changes = _changes(stream, people)
        p = movers_p(sign_flip_p(changes), sum(map(bool, changes)))
        said += not isinstance(p, Refused) and p <= 0.05
    assert said / ROOMS <= 0.05 + 0.012


@pytest.mark.parametrize("crossed", [6, 10, 15])
def test_hardly_chance_is_said_of_crossings_at_most_one_time_in_twenty(crossed: int) -> None:
    stream = Draws()
    said = 0
    for _ in range(ROOMS):
        forward = sum(word % 1000 < 500 for word in stream.words(crossed))
        said += mcnemar_p(forward, crossed - forward) <= 0.05
    assert said / ROOMS <= 0.05 + 0.012


def test_five_movers_could_never_be_told_from_chance() -> None:
    assert min(sign_flip_p([move] * 5) for move in (1, 10, 100)) == 2 / 2**5 > 0.05
