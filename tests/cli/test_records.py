"""The verbs on records and materials: journal, checks, copies, motions, run-sheets, settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate.domain.events import KINDS
from debate.i18n.event_words import EVENT_WORDS
from tests.cli.conftest import Shell

POLIS = Path(__file__).parents[1] / "golden" / "polis" / "brexit-consensus"


def test_every_kind_of_fact_has_a_sentence() -> None:
    assert set(EVENT_WORDS) == set(KINDS)


def test_the_journal_reads_as_sentences(monday: Shell) -> None:
    monday("argue", "Monday", "for", "It is so")
    assert "Ada added argument 7, for the motion: It is so" in monday("log", "Monday").out
    assert len(monday("log", "Monday", "--last", "1", "--json").json) == 1


def test_under_secret_the_journal_is_told_in_the_order_of_time(monday: Shell) -> None:
    """What one person said comes from elsewhere in one go; told like that it would be one person's."""
    monday("new", "Quiet", "--contract", "secret", "--motion", "state-threats")
    file = monday.folder.parent / "facts.jsonl"
    for number in range(2):
        monday("argue", "Quiet", "for", f"Mine {number}")
    monday("export", "Quiet", str(file))
    other = Shell(monday.folder.parent / "other", monday._capsys)
    other("import", str(file))
    other("people", "rename", "Quiet", "Bo")
    for shell, words in (
        (monday, "Mine 2"),
        (other, "Theirs 0"),
        (monday, "Mine 3"),
        (other, "Theirs 1"),
    ):
        shell("argue", "Quiet", "against", words)
    other("export", "Quiet", str(file))
    monday("import", str(file))
    told = [row["text"] for row in monday("log", "Quiet", "--json").json if "added" in row["text"]]
    assert [text.rpartition(": ")[2] for text in told[2:]] == [
        "Mine 2", "Theirs 0", "Mine 3", "Theirs 1",
    ]  # fmt: skip


def test_a_sound_debate_verifies(monday: Shell) -> None:
    assert "Everything holds" in monday("verify").out
    (found,) = monday("verify", "Monday", "--json").json
    assert found["holds"]
    assert len(found["words"]) == 6
    monday("verify", "Tuesday", code=2)


def test_a_changed_fact_is_found_and_left_out(monday: Shell) -> None:
    monday("argue", "Monday", "for", "It is so")
    file = monday.folder.parent / "facts.jsonl"
    monday("export", "Monday", str(file))
    file.write_text(file.read_text("utf-8").replace("It is so", "It is not"), "utf-8")
    other = Shell(monday.folder.parent / "other", monday._capsys)
    answer = other("import", str(file), "--json", code=1)
    assert answer.json["left_out"] == 1
    assert "It is not" not in other("show", "Monday").out


def test_facts_are_taken_in_once(monday: Shell) -> None:
    file = monday.folder.parent / "facts.jsonl"
    count = monday("export", "Monday", str(file), "--json").json["facts"]
    other = Shell(monday.folder.parent / "other", monday._capsys)
    assert other("import", str(file), "--json").json["new"] == count
    again = other("import", str(file), "--json").json
    assert (again["new"], again["known"]) == (0, count)
    assert "Monday" in other("list").out


def test_who_exports_a_secret_debate_is_told_what_the_file_shows(debate: Shell) -> None:
    file = str(debate.folder.parent / "facts.jsonl")
    for title, contract, is_told in (("S", "secret", True), ("N", "named", False)):
        debate("new", title, "--motion", "state-threats", "--contract", contract)
        assert ("which facts one key signed" in debate("export", title, file).out) is is_told


def test_an_exported_file_has_its_header_first(monday: Shell) -> None:
    file = monday.folder.parent / "facts.jsonl"
    monday("export", "Monday", str(file))
    head, *facts = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert (head["kind"], head["facts"]) == ("debate.facts", len(facts))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 5),
        ("no json", 5),
        ('{"kind": "other"}', 5),
        ('{"kind": "debate.facts", "format": 99}', 4),
        ('{"kind": "debate.facts", "format": 1, "session": "../../x"}', 5),
    ],
)
def test_a_file_that_is_none_of_ours_is_not_taken_in(debate: Shell, text: str, code: int) -> None:
    file = debate.folder.parent / "odd.jsonl"
    file.write_text(text, "utf-8")
    debate("import", str(file), code=code)
    assert debate("list", "--json").json == []
    debate("import", str(file.with_name("none")), code=2)


def test_a_backup_is_made_and_put_back(monday: Shell) -> None:
    file = monday.folder.parent / "all.tar"
    monday("backup", str(file), "--with-keys")
    other = Shell(monday.folder.parent / "other", monday._capsys)
    other("restore", str(file))
    assert "Monday" in other("list").out


def test_the_doctor_finds_and_mends(monday: Shell) -> None:
    assert "good health" in monday("doctor").out
    monday.folder.chmod(0o755)
    (found,) = monday("doctor", "--json").json
    assert (found["code"], found["level"]) == ("permissions.wide", "warning")
    assert "✓" in monday("doctor", "--repair").out


def test_the_doctor_reports_a_torn_tail_in_words(monday: Shell) -> None:
    (journal,) = monday.folder.glob("sessions/*/events.jsonl")
    with journal.open("ab") as file:
        file.write(b"half a li")
    assert "bytes: 9" in monday("doctor").out


def test_motions_are_listed_read_checked_and_begun(debate: Shell) -> None:
    assert "state-threats" in debate("motions", "list").out
    assert len(debate("motions", "list", "--json").json) >= 6
    assert "Background" in debate("motions", "show", "state-threats").out
    assert debate("motions", "show", "state-threats", "--json").json["id"] == "state-threats"
    folder = debate.folder.parent / "mine"
    debate("motions", "new", str(folder))
    debate("motions", "check", str(folder))
    (folder / "pack.toml").write_text("id = 3\n", "utf-8")
    assert "pack.toml:1:" in debate("motions", "check", str(folder), code=1).out
    assert debate("motions", "check", str(folder), "--json", code=1).json[0]["line"] == 1
    debate("motions", "show", "nothing", code=2)


def test_of_two_motions_with_one_id_the_list_says_which_is_used(debate: Shell) -> None:
    folders = [debate.folder.parent / name for name in ("first", "second")]
    for folder in folders:
        debate("motions", "new", str(folder))
    packs = [word for folder in folders for word in ("--motions", str(folder))]
    told = debate(*packs, "motions", "list").out
    assert " ".join(told.split()).count("Not used: the pack “second” has a motion of this id") == 1
    listed = debate(*packs, "motions", "list", "--json").json
    assert [each["pack"] for each in listed if each["id"] == "write-first"] == ["second"]


def test_run_sheets_are_listed_read_checked_and_begun(debate: Shell) -> None:
    assert "workshop-60" in debate("runsheets", "list").out
    assert "open" in [each["id"] for each in debate("runsheets", "list", "--json").json]
    assert "1." in debate("runsheets", "show", "oxford").out
    assert debate("runsheets", "show", "oxford", "--json").json["id"] == "oxford"
    assert "oxford" in debate("runsheets", "show", "nothing", code=2).err
    file = debate.folder / "runsheets" / "evening.toml"
    debate("runsheets", "new", str(file))
    debate("runsheets", "check", str(file))
    debate("runsheets", "new", str(file), code=2)
    debate("new", "E", "--motion", "state-threats", "--runsheet", "evening")
    file.write_text(file.read_text("utf-8").replace("minutes = 3", "minutes = 0"), "utf-8")
    wrong = debate("runsheets", "check", str(file), "--json", code=1).json
    assert {each["code"] for each in wrong} == {"key.wrong"}
    assert wrong[0]["line"] == 11
    assert f"{file}: 2 faults, so it cannot be used" in debate("runsheets", "list").out


@pytest.mark.no_cover  # ten thousand shuffles reach the lines that the small export below does
def test_a_polis_export_is_analysed(debate: Shell) -> None:
    found = debate("analyse", "polis", str(POLIS), "--json").json
    assert found["assignments"]
    assert set(found["assignments"].values()) <= set(range(found["k"]))
    assert found["oddities"] == [{"oddity": "voted-again", "count": 9, "detail": ""}]
    said = debate("analyse", "polis", str(POLIS)).out
    assert "Group 1" in said
    assert "! Votes that were changed later: 9." in said
    assert "Shuffled answers were as clear with a probability of 0.08" in said
    assert "not to be relied on" in said
    assert "What the groups share" in said
    debate("analyse", "polis", str(POLIS / "none"), code=2)


def test_the_sign_of_the_votes_can_be_told_and_odd_files_are_reported(
    debate: Shell, tmp_path: Path
) -> None:
    people = range(12)
    cells = ((s, p, 1 if (p + s) % 2 else -1) for s in range(9) for p in people)
    rows = "".join(f"{s},{p},{v}\n" for s, p, v in cells)
    (tmp_path / "votes.csv").write_text(f"comment-id,voter-id,vote\n{rows}x,1,1\n", "utf-8")
    asked = debate("analyse", "polis", str(tmp_path), "--json").json
    told = debate("analyse", "polis", str(tmp_path), "--agree", "-1", "--json").json
    assert asked["sign"] == "assumed"
    assert {each["oddity"] for each in asked["oddities"]} == {
        "no-file", "no-column", "unreadable-vote", "sign-unknown",
    }  # fmt: skip
    assert told["sign"] == "given"
    assert told["sizes"] == asked["sizes"] == [6, 6]
    assert "2 opinion groups." in debate("analyse", "polis", str(tmp_path)).out


def test_an_export_without_votes_is_refused_with_what_was_odd(
    debate: Shell, tmp_path: Path
) -> None:
    (tmp_path / "votes.csv").write_text("comment-id,voter-id\n1,1\n", "utf-8")
    (tmp_path / "comments.csv").write_text("comment-id,moderated\n1,-1\n", "utf-8")
    said = debate("analyse", "polis", str(tmp_path), code=1).out
    assert "The column vote is missing" in said
    assert "moderation took out: 1" in said
    found = debate("analyse", "polis", str(tmp_path), "--json", code=1).json
    assert found["refused"] == "too-few-people"
    assert found["rejected"] == [1]


def test_settings_are_seen_and_changed(debate: Shell) -> None:
    assert debate("settings", "--json").json["language"] == "en"
    debate("settings", "language", "nl")
    assert debate("settings", "language").out == "nl\n"
    debate("settings", "language", "fr", code=2)
    assert "language" in debate("settings", "colour", code=2).err


def test_a_shell_gets_its_completion(debate: Shell) -> None:
    assert "debate" in debate("completion", "bash").out
    debate("completion", "fish", code=2)
