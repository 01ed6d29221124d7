"""Line mode: the same verbs without naming the debate; nothing typed ends it, nothing is lost."""

from __future__ import annotations

import io
import re
from pathlib import Path
from unittest.mock import Mock

import pytest

from debate.cli.line_words import Unclosed, split
from debate.cli.main import main
from debate.errors import NotSaved
from tests.cli.conftest import Answer, Shell


class Line(Shell):
    """Types lines at the prompt."""

    def lines(self, *lines: str, start: tuple[str, ...] = ("line", "Monday")) -> Answer:
        self._capsys.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", io.StringIO("".join(lines)))
            code = main(["--data-dir", str(self.folder), *start])
        return Answer(code, *self._capsys.readouterr())


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    shell = Line(tmp_path / "data", capsys)
    shell("new", "Monday", "--motion", "state-threats", "--name", "Ada")
    return shell


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("argue for It's so", ["argue", "for", "--", "It's so"]),
        ('argue for "It is so"', ["argue", "for", "It is so"]),
        ("argue for “It is so”", ["argue", "for", "It is so"]),
        ('argue for "So" --weight 3', ["argue", "for", "So", "--weight", "3"]),
        ("argue for so -- or so", ["argue", "for", "--", "so -- or so"]),
        ("outcome draft We agree", ["outcome", "draft", "--", "We agree"]),
        ("weigh 3 8", ["weigh", "3", "8"]),
    ],
)
def test_a_text_that_ends_a_line_needs_no_quotation_marks(typed: str, words: list[str]) -> None:
    assert split(typed) == words


def test_a_quotation_mark_that_is_not_closed_is_told() -> None:
    with pytest.raises(Unclosed):
        split('argue for "so')


def test_a_whole_debate_is_held_in_lines(line: Line) -> None:
    answer = line.lines(
        "argue for Only states can wait\n", "weigh 7 8\n", "ballot -40\n", "reveal\n", "show 7\n",
        "people seat Bo\n", "as Bo\n", "rebut 7 Not only they\n", "show\n", "quit\n", "weigh 1 1\n",
    )  # fmt: skip
    assert answer.err == ""
    assert answer.code == 0
    assert "Saved as argument 7." in answer.out
    assert "not true: Not only they" in answer.out
    assert "Weighed 1." not in answer.out
    assert "\x1b" not in answer.out
    assert line("show", "Monday", "8", "--json").json["author"] == "Bo"


def test_bad_input_never_ends_it(line: Line) -> None:
    answer = line.lines(
        "\n", "nonsense\n", "argue\n", 'argue for "so\n', "weigh 99 1\n", "ballot 1000\n", "open x\n",
        "open\n", "line\n", "argue --help\n", "\x00\x1b[2J\n", "'\n", "again\n", "--version\n",
        "help\n", "help weigh\n", "weigh 1 5\n",
    )  # fmt: skip
    assert "Weighed 5." in answer.out
    assert "Monday" in answer.err
    assert "again" in answer.out


def test_a_line_without_an_end_is_done_too(line: Line) -> None:
    assert "Weighed 3." in line.lines("weigh 1 3").out


def test_a_line_that_was_not_saved_is_kept_for_next_time(line: Line) -> None:
    long = "x" * 281
    first = line.lines(f"argue for {long}\n")
    assert f"Not saved, and kept for next time: argue for {long}" in first.out
    second = line.lines("again\n")
    assert f"Not saved last time: argue for {long}" in second.out
    third = line.lines("argue for Shorter\n", "again\n")
    assert "Nothing waits" in third.out
    assert "Not saved last time" not in line.lines("quit\n").out


def test_without_a_debate_it_says_how_to_open_one(line: Line) -> None:
    answer = line.lines("show\n", "open Monday\n", "show\n", start=("--plain",))
    assert "open NAME" in answer.err
    assert "State actors" in answer.out


def test_a_debate_that_is_begun_there_is_open_at_once(line: Line) -> None:
    answer = line.lines('new "Tuesday" --motion cyber-diplomacy\n', "weigh 1 2\n", start=("line",))
    assert "You are in “Tuesday”" in answer.out
    assert "Weighed 2." in answer.out


def test_lists_and_copies_work_from_within(line: Line) -> None:
    file = line.folder.parent / "all.tar"
    answer = line.lines(
        "debates\n", "motions list\n", "doctor\n", f"backup {file}\n", "weigh 1 2\n"
    )
    assert answer.err == ""
    assert file.exists()
    assert "Weighed 2." in answer.out


def test_a_terminal_is_prompted_and_told_what_others_said(line: Line) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            found = super().readline()
            if found.startswith("weigh 1"):
                main(["--data-dir", str(line.folder), "weigh", "Monday", "2", "4"])
            return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Terminal("weigh 1 3\nargue for half a li"))
        screen = io.StringIO()
        patch.setattr("sys.stdout", screen)
        main(["--data-dir", str(line.folder), "line", "Monday"])
        said = screen.getvalue()
    assert "Monday> " in said
    assert "Not saved, and kept for next time: argue for half a li" in said


def test_ctrl_c_stops_a_line_and_not_the_talk(line: Line) -> None:
    keyboard = io.StringIO("weigh 1 8\nquit\n")
    typed = Mock()
    typed.readline.side_effect = [KeyboardInterrupt, *keyboard.readlines()]
    typed.isatty.return_value = False
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", typed)
        assert main(["--data-dir", str(line.folder), "line", "Monday"]) == 0
    said = line._capsys.readouterr().out
    assert "Stopped. `quit` or Ctrl+D leaves." in said
    assert "Weighed 8." in said


def test_a_fault_of_our_own_ends_no_debate_and_keeps_the_line(line: Line) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("debate.cli.arguments.argue", lambda context: 1 // 0)
        answer = line.lines("argue for Only states\n", "show\n", "quit\n")
    assert "Something went wrong here (ZeroDivisionError)." in answer.err
    assert "States are the gravest" in answer.out or "state-threats" in answer.out
    assert "Not saved, and kept for next time: argue for Only states" in answer.out
    again = line.lines("again\n", "again\n")
    assert "Saved as argument 7." in again.out
    assert "Nothing waits to be said again." in again.out


def test_an_open_quotation_mark_keeps_the_line(line: Line) -> None:
    answer = line.lines('argue for "Only states\n', "\n", "quit\n")
    assert "A quotation mark is not closed; the line was not done." in answer.err
    assert "kept for next time" in answer.out


def test_where_one_is_already_and_which_debate_are_said(line: Line) -> None:
    answer = line.lines("line\n", "open\n", "help\n", "help argue\n", "help nonsense\n", "quit\n")
    assert "You are there already." in answer.out
    assert "Say which debate: `open NAME`." in answer.err
    assert "argue: " in answer.out
    assert "Here you leave out `debate` and the name of the debate." in answer.out


def test_a_debate_that_vanished_while_one_was_there_is_told(line: Line) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("debate.service.seat.Seat.keep_draft", refusing)
        answer = line.lines("argue for " + "x" * 300 + "\n", "quit\n")
    assert "full" in answer.err


def refusing(seat: object, place: str, document: object) -> None:
    raise NotSaved(path="profile.jsonl", reason="full", system="")


def test_a_kept_line_waits_in_its_own_debate_and_for_its_own_person(line: Line) -> None:
    line("new", "Tuesday", "--motion", "state-threats", "--name", "Ada")
    line("people", "seat", "Monday", "Eve")
    line("close", "Monday")
    answer = line.lines(
        "argue for Mine alone\n", "open Tuesday\n", "again\n", "as Eve\n", "again\n"
    )
    assert answer.out.count("Nothing waits to be said again.") == 2
    assert "Mine alone" not in line("show", "Tuesday").out
    assert "Not saved last time: argue for Mine alone" in line.lines("quit\n").out


def test_a_line_of_somebody_else_at_this_keyboard_waits_for_them(line: Line) -> None:
    line("people", "seat", "Monday", "Eve")
    line("close", "Monday")
    first = line.lines("argue for Mine\n", "as Eve\n", "argue for Hers\n")
    assert "Not saved last time" not in first.out
    second = line.lines("as Eve\n", "as\n", "quit\n")
    told = re.findall(r"Not saved last time: argue for (\w+)", second.out)
    assert told == ["Mine", "Hers", "Mine"]


def test_nobody_speaks_for_who_does_not_sit_here(line: Line) -> None:
    answer = line.lines("as Zed\n", "argue for Said by Ada after all\n", "as ada\n", "quit\n")
    assert "“Zed” is not known here" in answer.err
    assert "said by Zed" not in answer.out
    assert "What you say next is said by ada." in answer.out
    assert "By Ada." in line("show", "Monday", "7").out
    nobody = line.lines(start=("line", "Monday", "--as", "Zed"))
    assert nobody.code == 2
    assert nobody.out == ""


def test_who_is_alone_is_told_what_opens_the_ballots(line: Line) -> None:
    opening, closing = line.lines("ballot 10\n"), line.lines("ballot 30\n")
    assert "`debate reveal" not in opening.out
    assert "You debate alone: `debate reveal " in closing.out
    line("people", "seat", "Monday", "Bo")
    assert "`debate reveal" not in line.lines("ballot 40 --moment closing\n").out
