"""The coherence of a debate: found beside its null, refused where it would mislead."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from debate.analysis.findings import coherence
from debate.analysis.findings.coherence import Coherence, Index, coherence_finding
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.plain import plain
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ids import MotionId, OptionId
from tests.assembly import Assembly, camps, crowd, motion_called

OPTIONS = ("north", "east", "south", "west")


def room(people: int = 12, count: int = 8, *, motions: int = 1) -> Assembly:
    names = ("alpha", "beta", "gamma", "delta")[:motions]
    assembly = Assembly(people, motions=[motion_called(each, OPTIONS) for each in names])
    assembly.weigh(assembly.argue(count), camps)
    return assembly


def alike(person: int) -> dict[str, Any]:
    """Rank with one's camp."""
    return {"ranking": _tiers(OPTIONS if person % 2 else OPTIONS[::-1])}


def anyhow(person: int) -> dict[str, Any]:
    """Rank without regard to anything."""
    return {"ranking": _tiers(sorted(OPTIONS, key=lambda name: crowd(person, len(name) * 9)))}


def _tiers(names: Sequence[str]) -> tuple[tuple[OptionId], ...]:
    return tuple((OptionId(f"alpha/{name}"),) for name in names)


def found(assembly: Assembly, motion: MotionId | None) -> Coherence:
    value = coherence_finding(assembly.debate, motion)
    assert isinstance(value, Coherence)
    return value


def test_people_who_prefer_as_they_reason_are_coherent() -> None:
    assembly = room()
    assembly.vote("opening", anyhow, assembly.motion)
    assembly.vote("closing", alike, assembly.motion)
    value = found(assembly, assembly.motion)
    assert (value.source, value.options, value.arguments) == ("options", 4, 8)
    assert isinstance(value.opening, Index)
    assert isinstance(value.closing, Index)
    assert value.closing.modified > 0.2 > value.opening.modified
    assert value.closing.null.p < 0.05 < value.opening.null.p
    assert value.closing.modified > value.closing.null.high
    assert value.change == value.closing.modified - value.opening.modified


def test_sealed_rankings_are_waited_for() -> None:
    assembly = room()
    assembly.vote("opening", alike, assembly.motion, is_revealed=False)
    value = found(assembly, assembly.motion)
    assert value.opening == Pending("opening", 12)
    assert value.closing == Pending("closing", 0)
    assert value.change is None


def test_both_moments_are_about_the_same_people() -> None:
    assembly = room(people=13)
    assembly.vote("opening", alike, assembly.motion)
    assembly.vote("closing", lambda n: alike(n) if n < 10 else None, assembly.motion)
    value = found(assembly, assembly.motion)
    assert value.is_paired
    assert isinstance(value.opening, Index)
    assert isinstance(value.closing, Index)
    assert value.opening.people == value.closing.people == 10


def test_seven_people_are_too_few_to_show() -> None:
    assembly = room(people=7)
    assembly.vote("opening", alike, assembly.motion)
    assert found(assembly, assembly.motion).opening == Refused(Reason.TOO_FEW_PEOPLE, 8, 7)


def test_four_shared_arguments_are_too_few() -> None:
    assembly = room(count=4)
    assembly.vote("opening", alike, assembly.motion)
    assert found(assembly, assembly.motion).opening == Refused(Reason.TOO_FEW_ITEMS, 5, 4)


def test_two_options_cannot_be_ranked() -> None:
    assembly = Assembly(9, motions=[motion_called("alpha", OPTIONS[:2])])
    value = coherence_finding(assembly.debate, assembly.motion)
    assert value == Refused(Reason.TOO_FEW_ITEMS, needed=3, had=2)


def test_people_who_rank_all_alike_are_refused() -> None:
    assembly = room()
    tie = {"ranking": (tuple(OptionId(f"alpha/{name}") for name in OPTIONS),)}
    assembly.vote("opening", lambda _: tie, assembly.motion)
    opening = found(assembly, assembly.motion).opening
    assert isinstance(opening, Refused)
    assert opening.reason is Reason.NO_VARIATION


def test_too_few_pairs_to_show_are_refused_also_when_many_ranked() -> None:
    assembly = room()
    tie = {"ranking": (tuple(OptionId(f"alpha/{name}") for name in OPTIONS),)}
    assembly.vote("opening", lambda n: alike(n) if n < 5 else tie, assembly.motion)
    assert found(assembly, assembly.motion).opening == Refused(Reason.TOO_FEW_PEOPLE, 8, 5)


def test_ballots_that_rank_nothing_count_for_nothing() -> None:
    assembly = room()
    assembly.vote("opening", lambda _: {"stance": 10}, assembly.motion)
    assert found(assembly, assembly.motion).opening == Refused(Reason.NOTHING_COUNTED, 1, 0)


def test_options_that_people_proposed_are_ranked_too() -> None:
    assembly = Assembly(2, motions=[motion_called("alpha", OPTIONS[:2])])
    assembly.do(1, c.ProposeOption(assembly.motion, "Stay at home"))
    assembly.do(1, c.ProposeOption(assembly.motion, "Go to sea"))
    assert found(assembly, assembly.motion).options == 4


def test_sliders_over_three_motions_are_preferences() -> None:
    assembly = room(motions=3)
    for place, name in enumerate(assembly.debate.charter.motion_ids):
        assembly.vote("opening", _slider(place), name)
    value = found(assembly, None)
    assert value.source == "sliders"
    assert isinstance(value.opening, Index)
    assert value.opening.people == 12
    assert value.closing == Pending("closing", 0)


def test_one_sealed_motion_seals_the_sliders() -> None:
    assembly = room(motions=3)
    for place, name in enumerate(assembly.debate.charter.motion_ids):
        assembly.vote("opening", _slider(place), name, is_revealed=place != 1)
    assert found(assembly, None).opening == Pending("opening", 12)


def test_sliders_that_say_nothing_count_for_nothing() -> None:
    assembly = room(motions=3)
    for name in assembly.debate.charter.motion_ids:
        assembly.vote("opening", lambda _: {"confidence": 50}, name)
    assert found(assembly, None).opening == Refused(Reason.NOTHING_COUNTED, 1, 0)


def _slider(place: int) -> Callable[[int], dict[str, int]]:
    return lambda n: {"stance": (-1 if n % 2 else 1) * (40 * place - 50)}


def test_a_ranking_of_motions_goes_before_sliders() -> None:
    assembly = room(motions=3)
    names = assembly.debate.charter.motion_ids
    assembly.vote(
        "opening", lambda n: {"ranking": tuple((x,) for x in (names if n % 2 else names[::-1]))}
    )
    value = found(assembly, None)
    assert value.source == "motions"
    assert isinstance(value.opening, Index)


def test_nothing_found_holds_an_id() -> None:
    assembly = room()
    assembly.vote("opening", alike, assembly.motion)
    text = json.dumps(plain(found(assembly, assembly.motion)))
    assert not [name for name in assembly.ids() if name in text]


def test_a_large_room_deals_the_null_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coherence, "PAIRS", 3000)
    assembly = room()
    assembly.vote("opening", alike, assembly.motion)
    opening = found(assembly, assembly.motion).opening
    assert isinstance(opening, Index)
    assert opening.null.p == pytest.approx(1 / (3000 // 66 + 1))
