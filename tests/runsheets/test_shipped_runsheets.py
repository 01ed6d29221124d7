"""The run-sheets that come with the program: whole in both languages, on time, and sealed."""

from __future__ import annotations

from typing import get_args

import pytest

from debate.domain.ids import PhaseId
from debate.domain.motion import Text
from debate.domain.runsheet import OPEN, Act, Phase, RunSheet
from debate.store.runsheets import builtin_runsheets, check_runsheet, find_runsheets

SHEETS = {sheet.id: sheet for sheet in find_runsheets([builtin_runsheets()]).sheets}
MINUTES = {
    "open": 0,
    "reflect": 20,
    "workshop-30": 30,
    "workshop-60": 60,
    "workshop-90": 90,
    "oxford": 50,
    "delphi": 60,
    "controversy": 50,
}
WORKSHOPS = {
    "workshop-30": (2, 2, 5, 4, 6, 3, 2, 6),
    "workshop-60": (4, 3, 8, 8, 12, 6, 3, 12, 4),
    "workshop-90": (5, 4, 10, 12, 20, 10, 4, 17, 8),
}
TALKED = [sheet for sheet in SHEETS.values() if sheet.id != "open"]

every_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.id)
talked_sheet = pytest.mark.parametrize("sheet", TALKED, ids=lambda sheet: sheet.id)


def is_said(text: Text) -> bool:
    """Tell whether a text is there in both languages, each in its own words."""
    return bool(text.en) and bool(text.nl) and text.en != text.nl


def phases_with(sheet: RunSheet, act: Act) -> list[Phase]:
    """Return the phases in which an act is lawful."""
    return [phase for phase in sheet.phases if act in phase.acts]


def test_every_file_passes_its_check_under_its_own_name() -> None:
    files = sorted(builtin_runsheets().glob("*.toml"))
    assert [check_runsheet(file) for file in files] == [()] * len(files)
    assert {file.stem for file in files} == set(SHEETS) == set(MINUTES)


@every_sheet
def test_the_minutes_add_up_to_what_is_promised(sheet: RunSheet) -> None:
    assert sum(phase.minutes or 0 for phase in sheet.phases) == MINUTES[sheet.id]


@pytest.mark.parametrize("name", WORKSHOPS)
def test_workshops_keep_the_practised_timings(name: str) -> None:
    assert tuple(phase.minutes for phase in SHEETS[name].phases) == WORKSHOPS[name]


def test_the_open_run_sheet_is_the_one_a_debate_has_by_default() -> None:
    assert SHEETS["open"] == OPEN
    assert OPEN.phases[0].acts == frozenset(get_args(Act))
    assert OPEN.phases[0].hidden == {"ballots"}
    assert OPEN.phases[0].minutes is None


@talked_sheet
def test_every_phase_has_a_line_to_read_aloud_in_both_languages(sheet: RunSheet) -> None:
    assert is_said(sheet.summary)
    for phase in sheet.phases:
        assert is_said(phase.title), phase.id
        assert is_said(phase.script), phase.id
        assert phase.projector, phase.id


@talked_sheet
def test_the_opening_ballot_comes_before_the_arguments_of_others(sheet: RunSheet) -> None:
    order = {phase.id: place for place, phase in enumerate(sheet.phases)}
    (opening,) = phases_with(sheet, "ballot-opening")
    first_words = phases_with(sheet, "argue")[0]
    assert order[opening.id] < order[first_words.id]


@every_sheet
def test_ballots_are_hidden_wherever_one_may_be_cast(sheet: RunSheet) -> None:
    acts: tuple[Act, ...] = ("ballot-opening", "ballot-mid", "ballot-closing")
    for act in acts:
        assert all("ballots" in phase.hidden for phase in phases_with(sheet, act))


@talked_sheet
def test_nobody_sees_totals_while_weights_are_given_in_a_group(sheet: RunSheet) -> None:
    if sheet.id != "reflect":
        assert all("totals" in phase.hidden for phase in phases_with(sheet, "weigh"))


@pytest.mark.parametrize("name", [*WORKSHOPS, "delphi"])
def test_silent_writing_is_done_without_the_arguments_of_others(name: str) -> None:
    assert "others-arguments" in phases_with(SHEETS[name], "argue")[0].hidden


@talked_sheet
def test_who_comes_late_to_a_group_goes_straight_to_the_present_phase(sheet: RunSheet) -> None:
    if sheet.id != "reflect":
        assert len(phases_with(sheet, "join")) == len(sheet.phases)


@every_sheet
def test_every_debate_can_be_closed_and_looked_at_again(sheet: RunSheet) -> None:
    assert phases_with(sheet, "ballot-closing")
    assert "ballot-later" in sheet.phases[-1].acts


def test_delphi_never_shows_who_said_what() -> None:
    assert all({"authors", "names"} <= phase.hidden for phase in SHEETS["delphi"].phases)


def test_delphi_shows_the_first_round_before_the_second_is_cast() -> None:
    order = [phase.id for phase in SHEETS["delphi"].phases]
    (first,) = phases_with(SHEETS["delphi"], "ballot-opening")
    (second,) = phases_with(SHEETS["delphi"], "ballot-closing")
    between = SHEETS["delphi"].phases[order.index(first.id) + 1 : order.index(second.id)]
    shown = [phase for phase in between if "ballots" not in phase.hidden]
    assert phases_with(SHEETS["delphi"], "ballot-mid") == []
    assert "results" in shown[0].projector


def test_in_a_controversy_sides_restate_each_other_and_then_swap() -> None:
    sheet = SHEETS["controversy"]
    order = [phase.id for phase in sheet.phases]
    assert order.index(PhaseId("restate")) < order.index(PhaseId("reverse"))
    assert phases_with(sheet, "restate")[0].id == "restate"


def test_in_a_controversy_nobody_contradicts_before_the_common_ground_is_sought() -> None:
    sheet = SHEETS["controversy"]
    assert [phase.id for phase in phases_with(sheet, "rebut")] == ["common-ground"]
