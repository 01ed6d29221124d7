"""What a facilitator sees by command: the clock, the line to read, counts, and notes of their own."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import Shell


def workshop(debate: Shell, *names: str, contract: str = "named") -> Shell:
    debate(
        "new", "W", "--motion", "state-threats", "--runsheet", "workshop-30", "--name", "Ada",
        "--contract", contract,
    )  # fmt: skip
    for name in names:
        debate("people", "seat", "W", name)
    return debate


def test_the_room_tells_clock_line_and_counts(debate: Shell) -> None:
    workshop(debate, "Bo")
    debate("phase", "next", "W")
    debate("ballot", "W", "77", "--as", "Bo")
    out = debate("room", "W").out
    assert "2 of 8: Opening ballot" in out
    assert "left" in out
    assert "Next: Write in silence" in out
    assert "Before we talk: where do you stand" in out
    assert "● 1 of 2 has not voted yet" in out
    assert "77" not in out
    assert "Bo" not in out


def test_the_room_as_json_counts_and_says_what_holds_it(debate: Shell) -> None:
    workshop(debate)
    debate("phase", "pause", "W")
    debate("freeze", "W")
    found = debate("room", "W", "--json").json
    assert (found["is_paused"], found["is_frozen"], found["people"]) == (True, True, 1)
    assert "clock stands still · frozen" in debate("room", "W").out
    debate("close", "W")
    assert "closed" in debate("room", "W").out


def test_a_debate_without_a_clock_says_so(monday: Shell) -> None:
    assert "no clock" in monday("room", "Monday").out


def test_notes_are_private_and_never_in_the_journal(monday: Shell, tmp_path: Path) -> None:
    assert "No notes yet" in monday("notes", "Monday").out
    monday("notes", "Monday", "Ask the back row first")
    monday("notes", "Monday", "Then the front")
    assert monday("notes", "Monday").out == "Ask the back row first\nThen the front\n"
    assert monday("notes", "Monday", "--json").json["notes"].startswith("Ask")
    monday("export", "Monday", str(tmp_path / "facts"))
    assert b"back row" not in (tmp_path / "facts").read_bytes()
    monday("notes", "Monday", "--clear")
    assert "No notes yet" in monday("notes", "Monday").out


def test_the_notes_of_two_people_at_one_keyboard_are_two(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    monday("notes", "Monday", "Mine")
    assert "No notes yet" in monday("notes", "Monday", "--as", "Bo").out


def test_nobody_reveals_before_the_phase_that_shows_ballots(debate: Shell) -> None:
    workshop(debate)
    debate("phase", "next", "W")
    debate("ballot", "W", "77")
    assert "Reveal and look back" in debate("reveal", "W", code=1).err
    debate("phase", "go", "W", "reveal")
    debate("reveal", "W")


def test_everybody_checks_their_own_ballot(debate: Shell) -> None:
    workshop(debate, "Bo")
    assert "No ballot" in debate("check-ballot", "W").out
    debate("phase", "next", "W")
    debate("ballot", "W", "77", "--as", "Bo")
    assert "until the reveal" in debate("check-ballot", "W", "--as", "Bo").out
    debate("phase", "go", "W", "reveal")
    debate("reveal", "W")
    assert "stance +77" in debate("check-ballot", "W", "--as", "Bo").out
    (found,) = debate("check-ballot", "W", "--as", "Bo", "--json").json
    assert (found["state"], found["stance"]) == ("counted", 77)


def test_sides_are_drawn_and_swapped_by_who_leads(debate: Shell) -> None:
    workshop(debate, "Bo")
    assert "2 people have a side" in debate("people", "draw-sides", "W").out
    assert debate("people", "swap-sides", "W", "--json").json == {"sides": 2}


SECRETS = ("77", "−63", "-63")


def test_no_command_tells_a_tally_before_the_reveal(debate: Shell, tmp_path: Path) -> None:
    workshop(debate, "Bo", "Cas", contract="pseudonym")
    debate("phase", "next", "W")
    for name, stance in (("Bo", "77"), ("Cas", "-63")):
        debate("ballot", "W", stance, "--as", name)
    facts = tmp_path / "facts"
    debate("export", "W", str(facts))
    asked = [
        debate(*words).out
        for words in (
            ("show", "W"), ("show", "W", "--json"), ("results", "W"), ("results", "W", "--json"),
            ("room", "W"), ("room", "W", "--json"), ("decide", "W"), ("log", "W"),
            ("log", "W", "--json"), ("list",), ("list", "--json"), ("verify", "W", "--json"),
            *(("report", "W", "--format", form) for form in ("text", "md", "html", "json", "csv")),
        )
    ]  # fmt: skip
    for told in (*asked, facts.read_text("utf-8")):
        for secret in SECRETS:
            assert f'"stance": {secret}' not in told
            assert f"+{secret}" not in told
            assert f" {secret} " not in told


def test_at_a_shared_keyboard_nobody_is_told_what_somebody_else_sealed(debate: Shell) -> None:
    workshop(debate, "Bo")
    debate("phase", "next", "W")
    debate("ballot", "W", "77", "--as", "Bo")
    debate("ballot", "W", "33")
    for words in (("show", "W", "--as", "Bo"), ("check-ballot", "W", "--as", "Bo")):
        assert not re.search(r"\b77\b", debate(*words).out)
        assert not re.search(r"\b77\b", debate(*words, "--json").out)
    assert "33" in debate("show", "W").out
    debate("phase", "go", "W", "reveal")
    debate("reveal", "W", "--all")
    assert "77" in debate("show", "W", "--as", "Bo").out


def test_all_ballots_of_all_motions_are_revealed_at_once(monday: Shell) -> None:
    assert "Nobody has cast" in monday("reveal", "Monday", "--all", code=1).err
    monday("amend", "Monday", "--motion", "integrated-strategy")
    monday("ballot", "Monday", "40", "--motion", "state-threats")
    monday("ballot", "Monday", "20", "--motion", "integrated-strategy")
    assert "2 ballots are revealed" in monday("reveal", "Monday", "--all").out
    monday("ballot", "Monday", "40", "--motion", "integrated-strategy", "--moment", "closing")
    assert monday("reveal", "Monday", "--all", "--json").json == {"revealed": 1}


def test_what_a_facilitator_typed_is_marked_in_log_list_and_minutes(monday: Shell) -> None:
    monday("people", "enrol", "Monday", "Paula")
    monday("ballot", "Monday", "77", "--for", "Paula")
    assert "A facilitator typed it." in monday("log", "Monday").out
    report = monday("report", "Monday").out
    assert "ballots that a facilitator typed: 1" in report
    assert "enrolled Paula" in report


def test_the_list_of_people_shows_hands_and_sides(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    monday("people", "hand", "Monday", "--as", "Bo")
    monday("people", "side", "Monday", "Bo", "state-threats", "for")
    assert "hand up, 1 in the queue" in monday("people", "list", "Monday").out
    bo = monday("people", "list", "Monday", "--json").json[1]
    assert (bo["hand"], bo["sides"]) == (1, {"state-threats": "for"})
