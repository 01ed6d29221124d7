"""What is read from the command line: results, minutes, portraits, figures, settings, suggestions."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from debate.cli.exits import exit_of
from debate.cli.listing import sparkline
from debate.cli.main import main
from debate.errors import DebateError
from debate.tui.program import Program
from tests.cli.conftest import Shell

POLIS = Path(__file__).parents[1] / "golden" / "polis" / "brexit-consensus"
BLIND = """
id = "blind"
title = { en = "Blind", nl = "Blind" }
summary = { en = "Nobody sees anything.", nl = "Niemand ziet iets." }

[[phases]]
id = "alone"
title = { en = "Alone", nl = "Alleen" }
acts = ["join", "argue", "weigh", "ballot-opening"]
hidden = ["totals", "weights", "authors", "others-arguments"]
script = { en = "Write alone.", nl = "Schrijf alleen." }

[[phases]]
id = "free"
title = { en = "Free", nl = "Vrij" }
minutes = 5
acts = []
"""


@pytest.fixture
def blind(debate: Shell) -> Shell:
    """A debate whose first phase hides what others say, weigh and come to."""
    folder = debate.folder / "runsheets"
    folder.mkdir(parents=True)
    (folder / "blind.toml").write_text(BLIND, "utf-8")
    debate("new", "Blind", "--motion", "state-threats", "--name", "Ada", "--runsheet", "blind")
    return debate


# Minutes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "Monday"), ("md", "# Monday"), ("html", "<!DOCTYPE html>"), ("csv", "motion,part")],
)
def test_minutes_are_written_in_the_form_that_is_asked_for(
    monday: Shell, tmp_path: Path, form: str, start: str
) -> None:
    said = monday("report", "Monday", "--format", form).out
    assert said.startswith(start)
    file = tmp_path / "minutes"
    assert monday("report", "Monday", "--format", form, "-o", str(file)).out.strip() == (
        f"Written to {file}."
    )
    assert file.read_bytes().decode()[:40] == said[:40]


def test_a_program_gets_the_minutes_and_where_they_were_written(
    monday: Shell, tmp_path: Path
) -> None:
    assert isinstance(monday("report", "Monday", "--json").json, dict)
    file = tmp_path / "minutes.json"
    answer = monday("report", "Monday", "--json", "-o", str(file)).json
    assert answer == {"written": str(file), "format": "json"}
    assert isinstance(json.loads(file.read_text("utf-8")), dict)


def test_minutes_that_cannot_be_written_are_told(monday: Shell, tmp_path: Path) -> None:
    answer = monday("report", "Monday", "-o", str(tmp_path / "none" / "minutes"), code=3)
    assert "minutes" in answer.err


# Portraits --------------------------------------------------------------------------------------


def test_a_phase_that_hides_things_hides_them_from_the_command_line(blind: Shell) -> None:
    blind("people", "seat", "Blind", "Bo")
    saved = blind("argue", "Blind", "for", "Only Bo reads this", "--as", "Bo", "--json").json
    shown = blind("show", "Blind").out
    assert "1 argument by others is not shown in this phase." in shown
    assert "Only Bo reads this" not in shown
    assert "Balance" not in shown
    for name in ("7", saved["saved"][0]):
        told = blind("show", "Blind", name, code=2).err
        assert "“7” is not shown in this phase" in told
        assert "Known here" not in told
    said = blind("results", "Blind").out
    assert "The balance is not shown in this phase." in said
    assert "No groups yet" not in said
    (motion,) = blind("results", "Blind", "--json").json["motions"]
    assert "weighing" not in motion
    assert "Only Bo reads this" in blind("show", "Blind", "--as", "Bo").out


def test_a_debate_shows_whether_it_is_frozen_or_closed_and_what_was_asked(monday: Shell) -> None:
    monday("argue", "Monday", "for", "Because", "--weight", "8", "--source", "Me https://a.org")
    monday("ask", "Monday", "7", "Why?")
    monday("answer", "Monday", "q1", "Therefore.")
    monday("ballot", "Monday", "0")
    monday("freeze", "Monday")
    shown = monday("show", "Monday").out
    assert "The debate is frozen." in shown
    assert "Your opening stance: 0." in shown
    assert "q1  Why?" in shown
    assert "→ Therefore." in shown
    argument = monday("show", "Monday", "7").out
    assert "Source: Me <https://a.org>" in argument
    assert "You weighed it 8." in argument
    monday("thaw", "Monday")
    monday("withdraw", "Monday", "7")
    monday("close", "Monday")
    shown = monday("show", "Monday").out
    assert "Because (withdrawn)" in shown
    assert "The debate is closed." in shown


def test_an_argument_with_a_weight_that_is_refused_is_said_and_the_refusal_told(
    monday: Shell,
) -> None:
    answer = monday("argue", "Monday", "for", "Because", "--weight", "11")
    assert "Saved as argument 7. It is not weighed: " in answer.out
    told = monday("argue", "Monday", "for", "Because too", "--weight", "11", "--json").json
    assert told["number"] == 8
    assert told["not_weighed"] in answer.out
    assert "Because" in monday("show", "Monday").out


def test_no_outcome_is_told_and_a_review_day_is_shown(monday: Shell) -> None:
    assert "No outcome is drafted yet." in monday("outcome", "list", "Monday").out
    monday("outcome", "draft", "Monday", "We wait.", "--review", "2130-01-01")
    monday("outcome", "draft", "Monday", "We act.")
    shown = monday("outcome", "list", "Monday").out
    assert "to be reviewed on 2130-01-01" in shown
    assert shown.count("reviewed") == 1


def test_results_name_one_motion_and_leave_a_gap_between_several(debate: Shell) -> None:
    names = [each["id"] for each in debate("motions", "--json").json][:2]
    debate("new", "Two", "--motion", names[0], "--motion", names[1], "--name", "Ada")
    both = debate("results", "Two").out
    assert "Groups take 12 people who weigh arguments; here are 0." in both
    assert "Do people who prefer alike also reason alike?" in both
    assert both.count("What moved them") == 2
    assert debate("results", "Two", names[1]).out.count("What moved them") == 1
    (only,) = debate("results", "Two", names[1], "--json").json["motions"]
    assert only["motion"] == names[1]
    decided = debate("decide", "Two").out
    assert decided.count("[") >= 2


# Packs, run-sheets, settings --------------------------------------------------------------------


def test_a_broken_pack_is_named_among_the_sound_ones(debate: Shell, tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "mine"
    debate("motions", "new", str(pack))
    (pack / "pack.toml").write_text("title = 3\n", "utf-8")
    listed = debate("--motions", str(pack.parent), "motions")
    assert "`debate motions check` tells which." in listed.out


def test_a_motion_that_opposes_warns_of_its_wording(debate: Shell) -> None:
    motions = debate("motions", "--json").json
    warned = {
        each["id"]
        for each in motions
        if "Mind the wording" in debate("motions", "show", each["id"]).out
    }
    shown = {each["id"]: debate("motions", "show", each["id"], "--json").json for each in motions}
    assert warned == {name for name, motion in shown.items() if motion["polarity"] == "oppose"}


def test_a_run_sheet_is_read_with_what_it_allows_and_hides(blind: Shell, tmp_path: Path) -> None:
    shown = blind("runsheets", "show", "blind").out
    assert "hidden: authors, others-arguments, totals, weights" in shown
    assert "“Write alone.”" in shown
    assert "2. Free  [free]  5 min" in shown
    file = tmp_path / "sheet.toml"
    file.write_text(BLIND.replace("minutes = 5", "minutes = 0"), "utf-8")
    (fault,) = blind("runsheets", "check", str(file), "--json", code=1).json
    assert fault["line"] == 16
    assert str(fault["line"]) in blind("runsheets", "check", str(file), code=1).out
    file.write_text(BLIND, "utf-8")
    assert "passes the check" in blind("runsheets", "check", str(file)).out


def test_a_language_that_is_not_spoken_is_refused_as_a_setting(debate: Shell) -> None:
    assert debate("settings", "language", "klingon", code=2).err
    debate("settings", "keys.argument.add", "f5")
    assert "f5" in debate("settings", "keys").out


# Suggestions ------------------------------------------------------------------------------------


def test_who_names_what_is_not_there_is_told_what_is(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    for words, known in (
        (("show", "Tuesday"), "Monday ("),
        (("show", "Monday", "99"), "state-threats, 1, 2, 3, 4, 5, 6"),
        (("ballot", "Monday", "10", "--motion", "none"), "state-threats"),
        (("weigh", "Monday", "1", "3", "--as", "Zoe"), "Ada, Bo"),
        (("phase", "go", "Monday", "nowhere"), "open"),
        (("new", "X", "--motion", "none"), "state-threats"),
        (("new", "X", "--motion", "state-threats", "--runsheet", "none"), "workshop-60"),
        (("settings", "none"), "language"),
        (("motions", "show", "none"), "state-threats"),
    ):
        said = monday(*words, code=2).err
        assert "Known here: " in said, words
        assert known in said, words


def test_a_name_of_several_debates_is_not_called_unknown(monday: Shell) -> None:
    monday("new", "Other", "--motion", "state-threats", "--name", "Ada")
    monday("new", "monday", "--motion", "state-threats", "--name", "Ada")
    said = monday("show", "MONDAY", code=2).err
    assert "is the name of more than one here" in said
    assert said.casefold().count("monday (") == 2
    assert "Other" not in said


def test_many_arguments_are_suggested_as_a_range(monday: Shell) -> None:
    for number in range(3):
        monday("argue", "Monday", "for", f"Claim {number}")
    assert "1–9" in monday("show", "Monday", "99", code=2).err


def test_nobody_is_named_as_a_suggestion_under_a_secret_contract(debate: Shell) -> None:
    debate("new", "Quiet", "--motion", "state-threats", "--name", "Ada", "--contract", "secret")
    said = debate("people", "role", "Quiet", "Zoe", "observer", code=2).err
    assert "Ada" not in said


def test_without_anything_to_suggest_nothing_is_suggested(debate: Shell) -> None:
    assert "Known here" not in debate("show", "Monday", code=2).err
    assert "Known here" not in debate("put-back", "gone", code=2).err


# Figures of material from elsewhere -----------------------------------------------------------------


def polis(folder: Path, voters: int) -> str:
    """Copy a Polis export with only its first voters, and return where it is."""
    shutil.copytree(POLIS, folder)
    head, *rows = (folder / "votes.csv").read_text("utf-8").splitlines()
    by_place = head.split(",").index("voter-id")
    few = [row for row in rows if int(row.split(",")[by_place]) < voters]
    (folder / "votes.csv").write_text("\n".join([head, *few]) + "\n", "utf-8")
    (folder / "participants-votes.csv").unlink()
    return str(folder)


def test_few_people_form_no_clear_groups_and_give_nothing_away(
    debate: Shell, tmp_path: Path
) -> None:
    said = debate("analyse", "polis", polis(tmp_path / "few", 3)).out
    assert "There are no clear opinion groups:" in said
    assert "Withheld" in said


def test_an_export_without_votes_has_no_figures(debate: Shell, tmp_path: Path) -> None:
    folder = polis(tmp_path / "none", 0)
    said = debate("analyse", "polis", folder, code=1).out
    assert debate("analyse", "polis", folder, "--json", code=1).json["message"] in said


# Checks -----------------------------------------------------------------------------------------


def test_with_no_debates_there_is_nothing_to_check(debate: Shell) -> None:
    assert "There are no debates here to check." in debate("verify").out


def test_the_trash_is_listed_and_a_debate_put_back(monday: Shell) -> None:
    name = monday("discard", "Monday").out.partition(" as ")[2].partition(";")[0]
    assert monday("put-back").out.split() == [name, "Monday"]
    assert "is back" in monday("put-back", name).out


def test_a_failure_without_a_kind_of_its_own_is_not_taken_for_done() -> None:
    assert exit_of(DebateError()) != 0


def test_a_histogram_without_ballots_is_no_line() -> None:
    assert sparkline((0, 0)) == ""
    assert len(sparkline((0, 1, 2))) == 3


# Where the program begins -----------------------------------------------------------------------


class Listener(io.StringIO):
    """A reader that leaves, or a disk that is full, when it is written to or at the end."""

    def __init__(self, fault: type[OSError], *, at_once: bool) -> None:
        super().__init__()
        self._fault = fault
        self._at_once = at_once

    def write(self, text: str) -> int:
        if self._at_once:
            raise self._fault
        return len(text)

    def flush(self) -> None:
        raise self._fault

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("fault", "at_once", "code"),
    [(BrokenPipeError, True, 0), (BrokenPipeError, False, 0), (OSError, False, 8)],
)
@pytest.mark.parametrize("words", [("list",), ("--help",)])
def test_a_reader_that_left_is_no_failure_and_a_full_disk_is(
    debate: Shell, words: tuple[str, ...], fault: type[OSError], *, at_once: bool, code: int
) -> None:
    with patch("sys.stdout", Listener(fault, at_once=at_once)), patch("os.dup2") as silenced:
        assert main(["--data-dir", str(debate.folder), *words]) == code
    assert silenced.called


def test_a_mistake_that_nobody_listens_to_is_no_traceback(debate: Shell) -> None:
    with patch("sys.stdout", Listener(BrokenPipeError, at_once=True)), patch("os.dup2"):
        assert main(["--data-dir", str(debate.folder), "nonsense", "--json"]) == 2


def test_ctrl_c_has_an_exit_code_of_its_own(debate: Shell) -> None:
    with patch("debate.cli.listing.run", side_effect=KeyboardInterrupt):
        assert main(["--data-dir", str(debate.folder), "list"]) == 130


class Terminal:
    """A standard stream that somebody looks at."""

    def __init__(self, under: object) -> None:
        self._under = under

    def isatty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> object:
        return getattr(self._under, name)


@pytest.mark.parametrize(
    ("words", "chosen", "language"),
    [((), None, "en"), ((), "nl", "nl"), (("--lang", "en"), "nl", "en"), ((), "xx", "en")],
)
def test_on_a_terminal_the_screen_opens_in_the_language_that_was_chosen(
    debate: Shell,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    chosen: str | None,
    language: str,
) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(name, "en_GB.UTF-8")
    if chosen in {"nl", "en"}:
        debate("settings", "language", chosen)
    opened: list[str] = []

    class Screen:
        """Stands in for the screen, which has tests of its own."""

        LANGUAGES = Program.LANGUAGES
        return_code = 0

        def __init__(self, workspace: object, *, language: str) -> None:
            opened.append(language)

        def run(self) -> None:
            """Close at once."""

    monkeypatch.setattr("debate.tui.program.Program", Screen)
    monkeypatch.setattr("debate.cli.screen.end_with_terminal", lambda: None)
    monkeypatch.setattr(sys, "stdin", Terminal(sys.stdin))
    monkeypatch.setattr(sys, "stdout", Terminal(sys.stdout))
    assert main(["--data-dir", str(debate.folder), *words]) == 0
    assert opened == [language]
