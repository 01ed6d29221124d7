"""One evening by command alone: every act a screen knows, a command can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from debate.cli.exits import Exit
from debate.cli.main import main

NIGHT = "Monday"
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in a data folder of its own and return what it printed."""

    def runner(*words: str, expect: int = Exit.DONE) -> str:
        status = main([*words, "--data-dir", str(tmp_path / "data"), "--lang", "en"])
        printed = capsys.readouterr()
        assert status == expect, (words, printed)
        return printed.out + printed.err

    return runner


@pytest.fixture
def evening(run: Run) -> Run:
    """An evening on one motion, with two people at the keyboard."""
    run("new", NIGHT, "--motion", "state-threats", "--name", "Ada")
    run("people", "seat", NIGHT, "Bo")
    return run


def shown(run: Run, *item: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", NIGHT, *item, "--json"))
    return found


def test_an_empty_list_says_how_to_begin(run: Run) -> None:
    assert "debate new" in run("list")
    assert json.loads(run("list", "--json")) == []


def test_a_debate_is_begun_listed_discarded_and_put_back(run: Run) -> None:
    assert "Monday" in run("new", NIGHT, "--motion", "state", "--name", "Ada")
    assert "Monday" in run("list")
    assert "put-back" in run("discard", NIGHT)
    name = run("put-back").split()[0]
    run("put-back", name)
    assert "Monday" in run("list")


def test_arguments_are_said_answered_weighed_and_shown(evening: Run) -> None:
    assert "argument 7" in evening("argue", NIGHT, "for", "Only states can wait", "--weight", "8")
    evening("rebut", NIGHT, "7", "Gangs wait too", "--as", "Bo", "--grounds", "Some do",
            "--source", "A report https://example.org/report")  # fmt: skip
    evening("undercut", NIGHT, "7", "Waiting is no harm", "--as", "Bo")
    evening("support", NIGHT, "7", "They have the money")
    evening("weigh", NIGHT, "8", "3")
    evening("weigh", NIGHT, "8", "none")
    evening("adopt", NIGHT, "7", "--as", "Bo")
    evening("disown", NIGHT, "7", "--as", "Bo")
    evening("revise", NIGHT, "7", "Only states can wait for years")
    evening("withdraw", NIGHT, "10")
    evening("reinstate", NIGHT, "10")
    found = shown(evening, "7")
    assert found["claim"] == "Only states can wait for years"
    assert len(found["replies"]) == 3
    assert found["your_weight"] == 8
    text = evening("show", NIGHT)
    assert "not true: Gangs wait too" in text
    assert "Only states can wait for years" in evening("show", NIGHT, "7")


def test_a_claim_of_281_characters_is_refused_and_nothing_is_kept(evening: Run) -> None:
    before = shown(evening)
    said = evening("argue", NIGHT, "for", "x" * 281, expect=Exit.REFUSED)
    assert "281" in said
    assert "280" in said
    assert shown(evening) == before


def test_talk_goes_back_and_forth(evening: Run) -> None:
    evening("argue", NIGHT, "for", "One")
    evening("argue", NIGHT, "for", "The same")
    evening("ask", NIGHT, "7", "What does it mean?", "--as", "Bo")
    evening("answer", NIGHT, "q1", "What it says")
    evening("remark", NIGHT, "7", "I would move if...", "--crux")
    evening("restate", NIGHT, "7", "You mean one", "--as", "Bo")
    evening("judge", NIGHT, "r1", "fair")
    evening("option", NIGHT, "state-threats", "Both")
    evening("merge", "propose", NIGHT, "7", "8")
    evening("merge", "accept", NIGHT, "m1", "--as", "Bo")
    evening("merge", "decline", NIGHT, "m1", "--as", "Bo")
    evening("relate", NIGHT, "7", "supports", "8")
    evening("unrelate", NIGHT, "7", "8")
    found = shown(evening)
    assert found["questions"][0]["answers"] == ["What it says"]


def test_moderation_has_reasons_that_are_kept(evening: Run) -> None:
    evening("argue", NIGHT, "for", "One")
    evening("flag", NIGHT, "7", "Names somebody", "--as", "Bo")
    evening("resolve", NIGHT, "7", "--note", "Looked at")
    evening("hide", NIGHT, "7", "Names somebody")
    assert shown(evening, "7")["hidden_for"] == "Names somebody"
    evening("unhide", NIGHT, "7")
    assert shown(evening, "7")["claim"] == "One"


def test_ballots_are_sealed_revealed_and_told(evening: Run) -> None:
    evening("argue", NIGHT, "for", "One")
    evening("ballot", NIGHT, "-40", "--confidence", "70")
    evening("ballot", NIGHT, "20", "--as", "Bo")
    assert "-40" not in evening("log", NIGHT)
    evening("reveal", NIGHT)
    evening("ballot", NIGHT, "10", "--moved-by", "7")
    evening("ballot", NIGHT, "30", "--as", "Bo", "--moment", "closing")
    evening("reveal", NIGHT)
    evening("ballot", NIGHT, "50", "--moment", "closing", expect=Exit.REFUSED)
    told = evening("results", NIGHT)
    assert "2 moved towards for" in told
    found = json.loads(evening("results", NIGHT, "--json"))
    assert found["motions"][0]["shift"]["towards"] == 2


def test_a_facilitator_leads_from_phase_to_phase(run: Run) -> None:
    run("new", NIGHT, "--motion", "state-threats", "--runsheet", "workshop-30")
    said = run("argue", NIGHT, "for", "Too early", expect=Exit.REFUSED)
    assert said.strip()
    run("phase", "next", NIGHT)
    run("phase", "extend", NIGHT, "2")
    run("phase", "pause", NIGHT)
    run("phase", "resume", NIGHT)
    run("phase", "undo", NIGHT)
    assert json.loads(run("phase", "show", NIGHT, "--json"))["is_paused"] is False
    run("phase", "show", NIGHT)
    run("freeze", NIGHT, "--reason", "Break")
    run("thaw", NIGHT)
    run("close", NIGHT)
    run("reopen", NIGHT)
    run("amend", NIGHT, "--title", "Tuesday")
    assert "Tuesday" in run("list")


def test_people_come_go_and_are_led(evening: Run) -> None:
    evening("people", "enrol", NIGHT, "Chris")
    evening("people", "confirm", NIGHT, "Chris")
    evening("weigh", NIGHT, "1", "5", "--for", "Chris")
    evening("people", "grant", NIGHT, "Bo", "facilitator")
    evening("people", "withdraw-role", NIGHT, "Bo")
    evening("people", "side", NIGHT, "Bo", "state-threats", "against")
    evening("people", "done", NIGHT)
    evening("people", "hand", NIGHT)
    evening("people", "hand", NIGHT, "--down")
    evening("people", "rename", NIGHT, "Ada L")
    evening("people", "remove", NIGHT, "Bo", "--reason", "Left the room")
    evening("people", "reinstate", NIGHT, "Bo")
    rows = json.loads(evening("people", "list", NIGHT, "--json"))
    assert [row["name"] for row in rows] == ["Ada L", "Bo", "Chris"]
    evening("people", "list", NIGHT)
    evening("people", "leave", NIGHT, "--as", "Bo")


def test_an_outcome_is_drafted_judged_and_adopted(evening: Run) -> None:
    evening("outcome", "draft", NIGHT, "We agree", "--review", "2127-06-01")
    evening("outcome", "endorse", NIGHT, "1", "accept", "--as", "Bo")
    evening("outcome", "dissent", NIGHT, "1", "Not without money", "--as", "Bo")
    evening("outcome", "adopt", NIGHT, "1")
    assert "2127" in evening("outcome", "list", NIGHT)
    evening("outcome", "draft", NIGHT, "We", "--review", "soon", expect=Exit.REFUSED)


def test_a_journal_travels_and_holds(evening: Run, tmp_path: Path) -> None:
    evening("argue", NIGHT, "for", "One")
    copy = tmp_path / "monday.jsonl"
    evening("export", NIGHT, str(copy))
    other = ["--data-dir", str(tmp_path / "other"), "--lang", "en"]
    for _ in range(2):
        assert main(["import", str(copy), *other]) == Exit.DONE
    assert main(["verify", *other]) == Exit.DONE
    assert "holds" in evening("verify", NIGHT)
    assert evening("log", NIGHT, "--last", "1").strip()


def test_the_data_folder_is_looked_after(evening: Run, tmp_path: Path) -> None:
    evening("doctor")
    evening("doctor", "--repair", "--json")
    evening("backup", str(tmp_path / "all.tar"))
    evening("restore", str(tmp_path / "all.tar"))
    assert "Monday" in evening("list")
    evening("argue", NIGHT, "for", "After the restore")
    assert "holds" in evening("verify", NIGHT)


def test_motions_and_runsheets_are_read_checked_and_begun(run: Run, tmp_path: Path) -> None:
    assert "state-threats" in run("motions", "list")
    assert "Background" in run("motions", "show", "state-threats")
    pack = tmp_path / "pack"
    run("motions", "new", str(pack))
    run("motions", "check", str(pack))
    manifest = pack / "pack.toml"
    manifest.write_text(f"nonsense = 1\n{manifest.read_text('utf-8')}", "utf-8")
    assert "pack.toml:1:" in run("motions", "check", str(pack), expect=Exit.REFUSED)
    assert "workshop-30" in run("runsheets", "list")
    run("runsheets", "show", "delphi")
    run("runsheets", "new", str(tmp_path / "mine.toml"))
    run("runsheets", "check", str(tmp_path / "mine.toml"))


def test_settings_and_completion(run: Run) -> None:
    run("settings", "language", "nl")
    assert run("settings", "language").strip() == "nl"
    assert "theme" in run("settings")
    assert "debate" in run("completion", "bash")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "Nowhere"),
        ("show", NIGHT, "99"),
        ("weigh", NIGHT, "1", "much"),
        ("ballot", NIGHT, "400"),
        ("argue", NIGHT, "for", "One", "--as", "Nobody"),
        ("new", "--motion", "nothing"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_happens(
    evening: Run, words: tuple[str, ...]
) -> None:
    assert evening(*words, expect=Exit.USAGE).strip()


def test_a_folder_of_a_newer_program_is_left_alone(run: Run, tmp_path: Path) -> None:
    run("new", NIGHT, "--motion", "state-threats")
    (tmp_path / "data" / "FORMAT").write_text("99\n")
    assert run("show", NIGHT, expect=Exit.NEWER).strip()
    assert (tmp_path / "data" / "FORMAT").read_text() == "99\n"


def test_the_demonstration_plays_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, word in (("en", "Strongest"), ("nl", "Ada")):
        assert main(["demo", "--plain", "--lang", language]) == Exit.DONE
        assert word in capsys.readouterr().out


def test_line_mode_takes_the_same_verbs(
    evening: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import io

    lines = 'argue for "By line"\nweigh 7 8\nshow 7\nnonsense\nballot 30\nhelp\nquit\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    evening("line", NIGHT)
    assert shown(evening, "7")["claim"] == "By line"
