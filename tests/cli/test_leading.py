"""The verbs of who leads: phases, people, agreements, the end."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Shell


def test_phases_go_on_back_and_to_a_name(debate: Shell) -> None:
    debate("new", "W", "--motion", "state-threats", "--runsheet", "workshop-60")
    names = [each["id"] for each in debate("phase", "show", "W", "--json").json["phases"]]
    debate("phase", "next", "W")
    assert debate("phase", "show", "W", "--json").json["phases"][1]["is_now"]
    debate("phase", "undo", "W")
    debate("phase", "go", "W", names[3])
    assert "5 minutes more" in debate("phase", "extend", "W", "5").out
    assert "1 minute less" in debate("phase", "extend", "W", "-1").out
    assert "No minutes change nothing" in debate("phase", "extend", "W", "0", code=1).err
    debate("phase", "pause", "W")
    assert debate("phase", "show", "W", "--json").json["is_paused"]
    debate("phase", "resume", "W")
    assert "▸" in debate("phase", "show", "W").out
    debate("phase", "go", "W", "nowhere", code=2)


def test_a_debate_is_frozen_thawed_closed_and_reopened(monday: Shell) -> None:
    monday("freeze", "Monday", "--reason", "A break")
    assert "frozen" in monday("show", "Monday").out
    monday("thaw", "Monday")
    monday("close", "Monday")
    assert "closed" in monday("list").out
    monday("argue", "Monday", "for", "Too late", code=1)
    monday("reopen", "Monday")
    monday("thaw", "Monday", code=1)


def test_the_agreements_change_until_the_first_ballot(monday: Shell) -> None:
    monday("amend", "Monday", "--title", "Tuesday", "--contract", "pseudonym")
    assert monday("show", "Tuesday", "--json").json["contract"] == "pseudonym"
    monday("ballot", "Tuesday", "10")
    monday("amend", "Tuesday", "--scheme", "budget", code=1)


def test_people_come_act_and_go(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    monday("people", "enrol", "Monday", "Chris")
    rows = monday("people", "list", "Monday", "--json").json
    assert [each["name"] for each in rows] == ["Ada", "Bo", "Chris"]
    assert "on paper" in monday("people", "list", "Monday").out
    monday("people", "grant", "Monday", "Bo", "facilitator")
    monday("people", "withdraw-role", "Monday", "Bo")
    monday("people", "side", "Monday", "Bo", "state-threats", "for")
    monday("people", "confirm", "Monday", "Bo")
    monday("people", "remove", "Monday", "Bo", "--reason", "Left")
    monday("people", "reinstate", "Monday", "Bo")
    monday("people", "rename", "Monday", "Bob", "--as", "Bo")
    monday("people", "done", "Monday", "--as", "Bob")
    monday("people", "leave", "Monday", "--as", "Bob")
    assert "Ada, Bob" in monday("people", "confirm", "Monday", "Nobody", code=2).err
    monday("ballot", "Monday", "20", "--for", "Chris")


def test_a_hand_goes_up_and_down(monday: Shell) -> None:
    monday("people", "hand", "Monday")
    monday("people", "hand", "Monday", "--down")
    assert "not up" in monday("people", "hand", "Monday", "--down").out
    monday("people", "seat", "Monday", "Bo")
    monday("people", "hand", "Monday", "--as", "Bo")
    assert "Their hand is down" in monday("people", "hand", "Monday", "--of", "Bo").out
    assert "not raised" in monday("people", "hand", "Monday", "--of", "Bo", code=1).err


def test_only_a_facilitator_leads(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    assert "Bo" in monday("argue", "Monday", "for", "Yes", "--as", "Nobody", code=2).err
    monday("people", "seat", "Monday", "Bo", code=1)


def test_a_debate_goes_to_the_trash_and_comes_back(monday: Shell) -> None:
    monday("discard", "Monday")
    assert monday("list", "--json").json == []
    name = monday("put-back").out.split()[0]
    monday("put-back", name)
    assert "Monday" in monday("list").out
    monday("put-back", "nothing", code=2)


def test_a_secret_debate_counts_people_and_names_none(debate: Shell) -> None:
    debate("new", "S", "--motion", "state-threats", "--contract", "secret")
    assert "1 person" in debate("people", "list", "S").out
    assert debate("people", "list", "S", "--json").json == {"people": 1}


@pytest.mark.parametrize("runsheet", ["open", "reflect", "workshop-30", "delphi"])
def test_what_a_new_debate_says_comes_next_may_be_done(debate: Shell, runsheet: str) -> None:
    told = debate("new", "E", "--motion", "state-threats", "--runsheet", runsheet, "--name", "Ada")
    found = re.search(r"`debate ([^`]+)`", told.out)
    assert found is not None
    debate(*found[1].replace("STANCE", "40").split())
