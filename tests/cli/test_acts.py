"""Each verb of taking part: once as it is meant, and once refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.service.wiring import workspace
from tests.cli.conftest import Shell


def test_a_debate_begins_and_is_listed(monday: Shell) -> None:
    assert "Monday" in monday("list").out
    assert [each["title"] for each in monday("list", "--json").json] == ["Monday"]


def test_an_empty_folder_says_how_to_begin(debate: Shell) -> None:
    assert "debate new" in debate("list").out
    assert debate("list", "--json").json == []


def test_a_debate_without_a_motion_is_told_which_there_are(debate: Shell) -> None:
    assert "state-threats" in debate("new", code=2).err


def test_an_argument_is_saved_under_the_next_number(monday: Shell) -> None:
    said = monday("argue", "Monday", "for", "It is so", "--weight", "8", "--json").json
    assert said["number"] == 7
    row = monday("show", "Monday", "7", "--json").json
    assert (row["claim"], row["your_weight"], row["author"]) == ("It is so", 8, "Ada")


def test_a_claim_that_is_one_character_too_long_is_refused(monday: Shell) -> None:
    refused = monday("argue", "Monday", "for", "x" * 281, code=1)
    assert "281" in refused.err
    assert refused.out == ""
    monday("argue", "Monday", "for", "x" * 280)


def test_a_refusal_in_json_is_a_document(monday: Shell) -> None:
    refused = monday("argue", "Monday", "for", "x" * 281, "--json", code=1)
    assert refused.json["refused"] == "text.too-long"


@pytest.mark.parametrize("claim", ["-hot air is no policy", "--mo tion of no end", "- so"])
def test_a_claim_may_begin_with_a_hyphen(monday: Shell, claim: str) -> None:
    monday("argue", "Monday", "for", claim)
    assert monday("show", "Monday", "7", "--json").json["claim"] == claim


def test_one_word_with_a_hyphen_goes_behind_two(monday: Shell) -> None:
    assert "`--`" in monday("argue", "Monday", "for", "x", "-y", code=2).err
    monday("argue", "Monday", "for", "--", "-no")


def test_control_characters_of_a_claim_never_reach_the_terminal(monday: Shell) -> None:
    monday("argue", "Monday", "against", "red \x1b[31m \x9b1m end")
    assert "\x1b" not in monday("show", "Monday").out
    assert "\x9b" not in monday("show", "Monday", "--json").out


def test_an_argument_is_answered_in_three_ways(monday: Shell) -> None:
    for verb in ("rebut", "undercut", "support"):
        monday(verb, "Monday", "1", f"{verb} it")
    replies = monday("show", "Monday", "1", "--json").json["replies"]
    assert [each["relation"] for each in replies] == ["attacks", "undercuts", "supports"]


def test_an_answer_to_nothing_names_what_is_there(monday: Shell) -> None:
    assert "state-threats, 1" in monday("rebut", "Monday", "88", "No", code=2).err


def test_ones_own_argument_is_revised_withdrawn_and_reinstated(monday: Shell) -> None:
    monday(
        "argue", "Monday", "for", "Once", "--grounds", "Why", "--source", "A book https://x.org/"
    )
    monday("revise", "Monday", "7", "Twice")
    found = monday("show", "Monday", "7", "--json").json
    assert (found["claim"], found["grounds"]) == ("Twice", "Why")
    assert found["sources"] == [{"cite": "A book", "url": "https://x.org/"}]
    monday("withdraw", "Monday", "7")
    assert "withdrawn" in monday("show", "Monday").out
    monday("reinstate", "Monday", "7")
    monday("withdraw", "Monday", "1", code=1)


def test_an_argument_is_weighed_adopted_and_let_go(monday: Shell) -> None:
    monday("weigh", "Monday", "1", "8")
    monday("adopt", "Monday", "1")
    found = monday("show", "Monday", "1", "--json").json
    assert (found["your_weight"], found["adopted_by"]) == (8, 1)
    monday("disown", "Monday", "1")
    monday("weigh", "Monday", "1", "none")
    assert monday("show", "Monday", "1", "--json").json["your_weight"] is None
    monday("weigh", "Monday", "1", "11", code=1)
    assert "none" in monday("weigh", "Monday", "1", "much", code=2).err


def test_a_flag_is_raised_and_resolved_and_an_argument_hidden(monday: Shell) -> None:
    monday("flag", "Monday", "1", "Names a person")
    monday("resolve", "Monday", "1", "--note", "Kept")
    assert "No flags" in monday("resolve", "Monday", "1").out
    monday("hide", "Monday", "1", "Names a person")
    found = monday("show", "Monday", "1", "--json").json
    assert (found["claim"], found["grounds"]) == ("", "")
    assert "Names a person" in monday("show", "Monday").out
    monday("unhide", "Monday", "1")
    monday("unhide", "Monday", "1", code=1)


def test_questions_remarks_and_restatements(monday: Shell) -> None:
    monday("argue", "Monday", "for", "It is so")
    monday("people", "seat", "Monday", "Bo")
    monday("ask", "Monday", "7", "Which year?", "--as", "Bo")
    monday("answer", "Monday", "q1", "2021")
    monday("remark", "Monday", "7", "I would move if", "--crux", "--as", "Bo")
    monday("restate", "Monday", "7", "You mean that", "--as", "Bo")
    assert "r1  7. in other words: You mean that (not judged yet)" in monday("show", "Monday").out
    monday("judge", "Monday", "r1", "fair")
    assert "(fair, says its author)" in monday("show", "Monday").out
    shown = monday("show", "Monday", "7").out
    assert "Which year?" in shown
    assert "→ 2021" in shown
    assert "I would move if" in shown
    monday("judge", "Monday", "r1", "fair", "--as", "Bo", code=1)
    monday("answer", "Monday", "q9", "What?", code=2)


def test_arguments_are_merged_related_and_options_proposed(monday: Shell) -> None:
    monday("merge", "propose", "Monday", "1", "2")
    assert "m1  To see as one: 2 as part of 1." in monday("show", "Monday").out
    monday("merge", "accept", "Monday", "m1")
    monday("merge", "decline", "Monday", "m1")
    monday("relate", "Monday", "1", "attacks", "4")
    monday("unrelate", "Monday", "1", "4")
    monday("unrelate", "Monday", "1", "4", code=2)
    monday("option", "Monday", "state-threats", "Both at once")
    monday("merge", "accept", "Monday", "m7", code=2)


def test_a_reveal_says_that_ballots_of_other_devices_are_under_way(monday: Shell) -> None:
    monday("ballot", "Monday", "40")
    secrets = workspace(folder=monday.folder, environment={}).library.profile.secrets
    for name in tuple(secrets.keys()):
        secrets.remove(name)
    told = monday("reveal", "Monday").out
    assert "0 of 1 ballots are open. The rest opens as soon as the room" in " ".join(told.split())


def test_a_ballot_is_sealed_and_revealed(monday: Shell) -> None:
    assert "Sealed" in monday("ballot", "Monday", "-40", "--confidence", "70").out
    before = monday("results", "Monday", "--json").json
    assert before["motions"][0]["polls"][0]["standing"] is None
    monday("reveal", "Monday")
    after = monday("results", "Monday", "--json").json
    assert after["motions"][0]["polls"][0]["standing"]["median"] == -40
    assert monday("show", "Monday", "--json").json["motions"][0]["your_stances"] == [-40, None]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["400"], 2),
        (["40", "--confidence", "101"], 2),
        (["much"], 2),
        (["40", "--moment", "noon"], 2),
        (["40", "--moved-by", "99"], 2),
    ],
)
def test_a_ballot_that_cannot_be_is_not_cast(monday: Shell, words: list[str], code: int) -> None:
    monday("ballot", "Monday", *words, code=code)
    assert "No sealed ballots" in monday("reveal", "Monday").out


def test_results_tell_who_moved_and_by_what(monday: Shell) -> None:
    monday("people", "seat", "Monday", "Bo")
    for name, first, last in (("Ada", "-40", "20"), ("Bo", "60", "60")):
        monday("ballot", "Monday", first, "--as", name)
        monday("ballot", "Monday", last, "--as", name, "--moved-by", "1")
    monday("reveal", "Monday")
    told = monday("results", "Monday").out
    assert "1 moved towards for, 0 towards against, 1 stayed." in told
    assert "Ada: −40, then +20." in told
    assert "named by 2" in told
    assert "Of those against at first" in told
    monday("results", "Monday", "nowhere", code=2)


def test_results_of_a_secret_debate_name_nobody(debate: Shell) -> None:
    debate("new", "Secret", "--motion", "state-threats", "--contract", "secret")
    for moment in ("opening", "closing"):
        debate("ballot", "Secret", "37", "--moment", moment)
    debate("weigh", "Secret", "1", "9")
    debate("reveal", "Secret")
    told = debate("results", "Secret").out + debate("log", "Secret").out
    assert "37" not in told
    assert ": 9" not in debate("log", "Secret").out
    assert "id" not in debate("log", "Secret", "--json").json[0]


def test_an_outcome_is_drafted_judged_and_adopted(monday: Shell) -> None:
    assert "No outcome" in monday("outcome", "list", "Monday").out
    monday("outcome", "draft", "Monday", "We agree", "--review", "2127-06-01")
    monday("outcome", "endorse", "Monday", "1", "accept")
    monday("outcome", "dissent", "Monday", "1", "Not so")
    monday("outcome", "adopt", "Monday", "1")
    (row,) = monday("outcome", "list", "Monday", "--json").json
    assert (row["accept"], row["is_adopted"], row["dissents"]) == (1, True, ["Not so"])
    assert "✓ 1  We agree" in monday("outcome", "list", "Monday").out
    monday("outcome", "adopt", "Monday", "7", code=2)
    monday("outcome", "draft", "Monday", "Later", "--review", "June", code=1)
    told = monday("outcome", "draft", "Monday", "Before", "--review", "2020-02-29", code=2).err
    assert "2020-02-29 is over; choose a day that is still to come." in " ".join(told.split())
    assert "Before" not in monday("outcome", "list", "Monday").out


def test_what_a_phase_hides_is_not_shown(debate: Shell, tmp_path: Path) -> None:
    debate(
        "new", "Quiet", "--motion", "state-threats", "--runsheet", "workshop-30", "--name", "Ada"
    )
    debate("people", "seat", "Quiet", "Bo")
    debate("phase", "go", "Quiet", "write")
    debate("argue", "Quiet", "for", "Nobody may read this yet", "--as", "Bo")
    for words in (["show", "Quiet"], ["show", "Quiet", "--json"], ["log", "Quiet"]):
        assert "Nobody may read" not in debate(*words).out
    assert "Nobody may read" in debate("show", "Quiet", "--as", "Bo").out
    debate("show", "Quiet", "7", code=2)
