"""What a person may know: one's own weights always, those of others when the phase shows them."""

from __future__ import annotations

import pytest

from debate.analysis.findings import choices
from debate.analysis.findings.choices import Tip
from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.weight import Scheme
from debate.i18n.catalog import translator
from debate.report.readings.choices import in_units, needed_units
from debate.service.insights import (
    implied_words,
    own_tip_words,
    shows_weights,
    taking_part_words,
    tip_words,
)
from debate.service.seat import Seat
from tests.assembly import Assembly, Drawer, camps, key_of, motion_called
from tests.tui.screens.evening import WORKSHOP, phase

EN = translator("en")


def room(*weights: int, hidden: bool = False) -> Assembly:
    phases = (phase("weigh", hidden=("totals",) if hidden else ()),)
    assembly = Assembly(2, runsheet=WORKSHOP.model_copy(update={"phases": phases}))
    for name, weight in zip(assembly.argue(4), weights, strict=False):
        assembly.do(0, c.SetWeight(name, weight))
    return assembly


def implied(assembly: Assembly, stance: int | None) -> str:
    return implied_words(assembly.seats[0], assembly.motion, stance, EN)


def test_weights_and_slider_are_laid_beside_one_another() -> None:
    assembly = room(10, 1, 10, 1)
    assert implied(assembly, None) == "Your own weights alone come to +76."
    assert implied(assembly, 70) == "Your own weights alone come to +76, near your +70."
    assert "your slider stands at −20: 96 apart." in implied(assembly, -20)


def test_two_weights_imply_nothing_yet() -> None:
    assert implied(room(9, 9), 5).endswith("you weighed 2.")


def test_the_weight_that_would_turn_ones_own_scales_is_told_in_its_own_units() -> None:
    assembly = room(9, 3, 5, 6)
    words = own_tip_words(assembly.seats[0], assembly.motion, EN)
    assert words.startswith("Of your weights one could turn this by itself: about ")
    assert own_tip_words(room(10, 0, 10, 0).seats[0], assembly.motion, EN) == ""


@pytest.mark.parametrize(
    ("now", "needed", "told"),
    [(0.3, 0.33, 4), (0.3, 0.27, 2), (0.3, 0.4, 4), (0.3, 0.1 + 0.2, 3), (0.9, 0.2, 2)],
)
def test_the_weight_that_would_turn_it_is_a_whole_one_that_does(
    now: float, needed: float, told: int
) -> None:
    assert needed_units(Tip(ArgumentId("tea"), now, needed), "scale") == told


@pytest.mark.parametrize(("scheme", "units"), [("scale", 8), ("budget", 80), ("quadratic", 6)])
def test_base_scores_are_told_in_the_units_of_the_scheme(scheme: Scheme, units: int) -> None:
    assert in_units(0.8, scheme) == units


def test_the_argument_that_would_turn_the_motion_is_told() -> None:
    assembly = room(9, 3, 5, 6)
    words = tip_words(assembly.seats[1], assembly.motion, EN)
    assert words.startswith("The motion would be at balance if ")
    assert "any weight turns it" in tip_words(room().seats[0], assembly.motion, EN)
    assert "No single argument" in tip_words(strong().seats[0], assembly.motion, EN)


def test_what_was_not_sought_is_not_called_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "MOST_SOUGHT", 3)
    assembly = strong()
    assert "is not sought" in tip_words(assembly.seats[0], assembly.motion, EN)


def strong() -> Assembly:
    assembly = Assembly(12)
    assembly.weigh(assembly.argue(8), lambda person, place: 0 if place % 2 else 10)
    return assembly


def test_a_phase_without_totals_tells_nothing_of_the_motion() -> None:
    assembly = room(9, 3, 5, 6, hidden=True)
    assert tip_words(assembly.seats[0], assembly.motion, EN) == ""
    assert not shows_weights(assembly.debate)
    assert implied(assembly, None).startswith("Your own weights alone")


def test_a_motion_without_arguments_has_nothing_that_turns_it() -> None:
    assembly = Assembly(1)
    assert tip_words(assembly.seats[0], assembly.motion, EN) == ""


def test_who_has_not_joined_has_no_weights() -> None:
    assembly = room(9, 9, 9)
    stranger = Seat(assembly.session, key_of(99), Drawer(), Drawer())
    assert implied_words(stranger, assembly.motion, 3, EN) == ""
    assert own_tip_words(stranger, assembly.motion, EN) == ""


def test_the_silent_are_a_count_and_no_names() -> None:
    assembly = Assembly(9, motions=[motion_called("alpha"), motion_called("beta")])
    assembly.weigh(assembly.argue(4, speakers=2), camps)
    assembly.vote("opening", lambda n: {"stance": 50}, assembly.motion)
    words = [each.text for each in taking_part_words(assembly.debate, assembly.motion, EN)]
    assert "7 people brought no argument." in words
    whole = [each.text for each in taking_part_words(assembly.debate, None, EN)]
    assert {"Do alpha", "Do beta"} <= set(whole)
