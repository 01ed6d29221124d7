"""Deciding from the command line: exact shares, every rule, nothing while ballots are sealed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from debate.cli.share import share
from tests.cli.conftest import Shell


@pytest.fixture
def voted(monday: Shell) -> Shell:
    """Three people who voted: two yes, one no."""
    for name in ("Ben", "Cleo"):
        monday("people", "seat", "Monday", name)
    for name, verdict in (("Ada", "yes"), ("Ben", "yes"), ("Cleo", "no")):
        monday("ballot", "Monday", "10", "--verdict", verdict, "--as", name)
    return monday


def test_sealed_ballots_decide_nothing(voted: Shell) -> None:
    assert "still sealed: 3 are cast" in voted("decide", "Monday").out
    assert voted("decide", "Monday", "--json").json["motions"][0]["verdict"] == {
        "pending": "opening",
        "cast": 3,
    }


def test_the_rule_decides(voted: Shell) -> None:
    voted("reveal", "Monday")
    said = voted("decide", "Monday", "--rule", "two-thirds").out
    assert "Carried." in said
    assert "2 of 3 said yes." in said
    assert "Not carried." in voted("decide", "Monday", "--rule", "unanimity").out


def test_a_program_reads_exact_fractions(voted: Shell) -> None:
    voted("reveal", "Monday")
    found = voted("decide", "Monday", "state-threats", "--quorum", "50%", "--json").json
    assert (found["rule"], found["quorum"], found["order"]) == ("simple", "1/2", None)
    verdict = found["motions"][0]["verdict"]
    assert (verdict["share"], verdict["is_carried"], verdict["eligible"]) == ("2/3", True, 3)


def test_nobody_who_voted_is_said(monday: Shell) -> None:
    said = monday("decide", "Monday").out
    assert "Nobody has said yes or no" in said
    assert "There are no two options to rank." in said


def test_a_ranking_of_options_is_decided_too(monday: Shell) -> None:
    this, that = (
        monday("option", "Monday", "state-threats", text, "--json").json["saved"][0]
        for text in ("First this", "First that")
    )
    monday("ballot", "Monday", "10", f"--rank={that}", f"--rank={this}")
    monday("reveal", "Monday")
    found = monday("decide", "Monday", "--json").json["motions"][0]["order"]
    assert (found["winner"], found["beats_all"]) == (that, True)
    assert found["borda"] == {this: "0", that: "1"}
    assert found["duels"] == [[this, 0, that, 1]]
    assert "1. First that" in monday("decide", "Monday").out


def test_several_motions_have_an_order(debate: Shell) -> None:
    debate(
        "new", "Tuesday", "--name", "Ada",
        "--motion", "state-threats", "--motion", "cyber-diplomacy",
    )  # fmt: skip
    assert "Which motion people prefer" in debate("decide", "Tuesday").out
    found = debate("decide", "Tuesday", "--json").json
    assert len(found["motions"]) == 2
    assert found["order"]["refused"] == "nothing-counted"


@pytest.mark.parametrize("text", ["half", "3/2", "-1/2", "1/0", "150%", ""])
def test_a_quorum_that_is_no_share_is_refused(monday: Shell, text: str) -> None:
    monday("decide", "Monday", f"--quorum={text}", code=2)


@pytest.mark.parametrize(("text", "value"), [("1/2", "1/2"), ("0.5", "1/2"), (" 50 % ", "1/2")])
def test_a_share_is_exact_however_it_is_typed(text: str, value: str) -> None:
    assert share(text) == Fraction(value)


def test_what_is_no_option_cannot_be_ranked(monday: Shell) -> None:
    that = monday("option", "Monday", "state-threats", "Wait and see", "--json").json["saved"][0]
    for tiers in (["--rank=nonsense"], ["--rank="]):
        answer = monday("ballot", "Monday", "10", *tiers, code=2)
        assert "is not known here (an answer to rank)" in answer.err
    twice = monday("ballot", "Monday", "10", f"--rank={that}", f"--rank={that}", code=2)
    assert "is there already (an answer to rank)" in twice.err


@pytest.mark.parametrize("verb", [("ballot", "Monday", "10"), ("reveal", "Monday")])
@pytest.mark.parametrize("number", ["100", "-1"])
def test_a_round_has_bounds(monday: Shell, verb: tuple[str, ...], number: str) -> None:
    answer = monday(*verb, "--round", number, code=2)
    assert "it takes a whole number from 0 to 99" in answer.err
