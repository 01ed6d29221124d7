"""Do the words about chance hold? Rooms in which nothing happened, by the thousand."""

from __future__ import annotations

import pytest

from debate.analysis import intervals
from debate.analysis.draws import Draws
from debate.analysis.findings.movement import change_interval
from debate.analysis.groups import find_groups
from debate.analysis.opinions import from_weights
from debate.analysis.reason_index import reason_index
from debate.analysis.refusal import Refused
from debate.analysis.robustness import shuffle_p
from debate.analysis.shift import movers_p
from debate.analysis.significance import mcnemar_p, sign_flip_p
from debate.report.readings.coherence import LARGEST_P

pytestmark = pytest.mark.no_cover  # thousands of rooms reach the lines that one does
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


@pytest.mark.parametrize("people", [5, 12])
def test_the_range_that_is_said_to_hold_nineteen_times_in_twenty_does(
    people: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 1_000)
    stream, rooms, held = Draws(), 160, 0
    for _ in range(rooms):
        changes = [10 + sum(word % 61 - 30 for word in stream.words(3)) for _ in range(people)]
        found = change_interval(tuple(map(float, changes)))
        assert not isinstance(found, Refused)
        low, high = found
        held += low <= 10 <= high
    assert held / rooms >= 0.95 - 3 * (0.95 * 0.05 / rooms) ** 0.5


def test_groups_in_noise_are_called_hardly_chance_at_most_one_time_in_twenty() -> None:
    stream, rooms, said = Draws(), 50, 0
    for _ in range(rooms):
        table = from_weights(
            {f"{n:02}": {f"{a:02}": stream.below(11) for a in range(8)} for n in range(12)}
        )
        found = find_groups(table)
        p = shuffle_p(table, found, 19)
        said += not isinstance(p, Refused) and p <= 0.05
    assert said / rooms <= 0.05 + 3 * (0.05 * 0.95 / rooms) ** 0.5


def test_coherence_of_dealt_rankings_is_more_than_chance_at_most_one_time_in_twenty() -> None:
    stream, rooms, said = Draws(), 100, 0
    for _ in range(rooms):
        people = [f"{n:02}" for n in range(9)]
        weights = {n: [float(word % 11) for word in stream.words(10)] for n in people}
        ranks = {n: [float(rank) for rank in stream.shuffled(range(5))] for n in people}
        found = reason_index(weights, ranks, 39)
        assert not isinstance(found, Refused)
        said += found.null.p <= LARGEST_P
    assert said / rooms <= 0.05 + 3 * (0.05 * 0.95 / rooms) ** 0.5
