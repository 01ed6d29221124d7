"""Reading Polis exports, good and bad."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from debate.analysis.groups import Method, find_groups
from debate.analysis.partition import adjusted_rand_index
from debate.errors import UsageError
from debate.exchange.polis import Oddness, PolisExport, Sign, read_export
from debate.exchange.table import find_file, read_table

BREXIT = Path(__file__).parent.parent / "golden" / "polis" / "brexit-consensus"
VOTES = "timestamp,datetime,comment-id,voter-id,vote\n"
COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"


def _export(folder: Path, **files: str) -> PolisExport:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.csv ").write_text(text, "utf-8")
    return read_export(folder)


def _odd(export: PolisExport) -> dict[str, int]:
    return {one.oddness.value + one.detail: one.count for one in export.oddities}


def test_a_published_conversation_reads_whole() -> None:
    export = read_export(BREXIT)
    assert export.topic == "Can there be consensus on Brexit?"
    assert (len(export.votes), len(export.statements)) == (5312, 50)
    assert export.sign is Sign.AUTHORS
    assert _odd(export) == {"voted-again": 9}
    assert export.opinions().cells == 204 * 50


def test_the_latest_votes_are_those_of_the_published_table() -> None:
    opinions = read_export(BREXIT).opinions(moderated=False)
    table = read_table(BREXIT / "participants-votes.csv")
    for row in table.rows:
        person = opinions.rows[opinions.people.index(row["participant"])]
        for statement, answer in zip(opinions.statements, person, strict=True):
            cell = row[statement].strip()
            assert answer == (float(cell) if cell else None)


def test_a_published_conversation_is_grouped_much_as_polis_did() -> None:
    export = read_export(BREXIT)
    opinions = export.opinions()
    found = find_groups(opinions, Method.POLIS, fast=True)
    own = [export.groups.get(int(opinions.people[row]), "") for row in found.members]
    assert found.k == 3
    assert adjusted_rand_index(found.labels, own) == pytest.approx(0.542, abs=5e-4)


def test_without_the_log_the_table_of_participants_serves(tmp_path: Path) -> None:
    for name in ("participants-votes.csv", "comments.csv"):
        shutil.copy(BREXIT / name, tmp_path / f"{name} ")
    export = read_export(tmp_path)
    log = read_export(BREXIT).opinions()
    found = export.opinions()
    cells = {
        (person, statement): value
        for person, row in zip(log.people, log.rows, strict=True)
        for statement, value in zip(log.statements, row, strict=True)
    }
    for person, row in zip(found.people, found.rows, strict=True):
        for statement, value in zip(found.statements, row, strict=True):
            assert value == cells[person, statement]
    assert _odd(export) == {"no-filevotes": 1}


def test_the_latest_vote_counts_whatever_the_order_of_the_rows(tmp_path: Path) -> None:
    export = _export(tmp_path, votes=f"{VOTES}300,,1,7,-1\n100,,1,7,1\n200,,0,8,0\n")
    assert export.opinions().rows == ((0.0, None), (None, -1.0))
    assert _odd(export)["voted-again"] == 1


def test_rejected_statements_are_known_and_kept(tmp_path: Path) -> None:
    export = _export(
        tmp_path,
        votes=f"{VOTES}1,,0,7,1\n2,,1,7,1\n",
        comments=f"{COMMENTS}1,,0,7,1,0,-1,no\n1,,1,7,1,0,1,yes\n1,,2,0,0,0,0,unseen\n",
    )
    assert export.opinions().rejected == {"0"}
    assert export.opinions(moderated=False).rejected == frozenset()
    assert _odd(export) == {"statement-without-votes": 1}


def test_votes_with_the_sign_of_the_database_are_turned(tmp_path: Path) -> None:
    comments = f"{COMMENTS}1,,0,7,1,0,0,a\n1,,1,8,1,0,0,b\n1,,2,0,1,0,0,host\n"
    votes = f"{VOTES}1,,0,7,-1\n5,,0,7,1\n1,,1,8,-1\n1,,2,0,1\n"
    export = _export(tmp_path, votes=votes, comments=comments)
    assert export.sign is Sign.AUTHORS
    assert [vote.value for vote in export.votes] == [1, -1, 1, -1]
    assert _odd(export)["sign-turned"] == 4


def test_without_evidence_the_sign_is_assumed_and_said(tmp_path: Path) -> None:
    export = _export(tmp_path, votes=f"{VOTES}1,,0,7,1\n", comments=f"{COMMENTS}1,,0,0,1,0,0,a\n")
    assert export.sign is Sign.ASSUMED
    assert _odd(export)["sign-unknown"] == 1
    given = read_export(tmp_path, agree=-1)
    assert given.sign is Sign.GIVEN
    assert given.votes[0].value == -1


@pytest.mark.parametrize("place", ["summary", "votes"])
def test_a_declared_sign_wins_over_the_authors(tmp_path: Path, place: str) -> None:
    line = "agree=-1;disagree=+1;pass=0"
    before = f"# vote-convention: {line}\n" if place == "votes" else ""
    summary = f"topic,T\nlonely\nvote-convention,{line}\n" if place == "summary" else "topic,T\n"
    header = "vote_id,user_id,vote_value,timestamp,comment_id\n"
    export = _export(
        tmp_path,
        votes=f"{before}{header}9,7,1,1,0\n",
        comments=f"{COMMENTS}1,,0,7,1,0,0,a\n",
        summary=summary,
    )
    assert export.sign is Sign.DECLARED
    assert export.votes[0].value == -1
    assert export.topic == "T"


def test_missing_columns_and_unreadable_rows_are_reported(tmp_path: Path) -> None:
    export = _export(
        tmp_path,
        votes="comment-id,voter-id,vote\n0,7,1\n0,8,2\nx,8,1\n1,7\n",
        comments="comment-id,author-id,is-meta,comment-body\n0,7,TRUE,yes, and no\n,7,,lost\n",
        participant_votes="participant,group-id,0\n7,2,1\n8,,\n",
    )
    assert _odd(export) == {
        "unreadable-vote": 3,
        "no-columntimestamp": 1,
        "no-columnmoderated": 1,
        "unquoted-text": 1,
        "unreadable-statement": 1,
    }
    assert export.statements[0].text == "yes, and no"
    assert export.meta == {"0"}
    assert export.groups == {7: "2"}
    assert export.oddities[0].to_json() == {
        "oddity": Oddness.UNREADABLE_VOTE.value,
        "count": 3,
        "detail": "",
    }


def test_statements_that_only_have_votes_have_no_text(tmp_path: Path) -> None:
    export = _export(
        tmp_path, votes=f"{VOTES}1,,0,7,1\n1,,3,7,1\n", comments=f"{COMMENTS}1,,0,7,1,0,0,a\n"
    )
    assert [one.text for one in export.statements] == ["a", ""]
    assert _odd(export) == {"statement-without-text": 1}


def test_an_export_without_comments_is_all_votes(tmp_path: Path) -> None:
    export = _export(tmp_path, votes=f"\ufeff{VOTES}1,,0,7,1\r\n")
    assert _odd(export) == {"no-filecomments": 1, "sign-unknown": 1}
    assert export.topic == ""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert _export(empty, votes="").opinions().people == ()


def test_a_folder_without_votes_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="polis export"):
        read_export(tmp_path)
    with pytest.raises(UsageError, match="folder"):
        read_export(tmp_path / "absent")
    with pytest.raises(UsageError, match="file"):
        read_table(tmp_path / "absent.csv")


def test_the_shortest_name_is_the_file(tmp_path: Path) -> None:
    for name in ("votes-old.csv", "Votes.CSV", "votes.txt", "participants-votes.csv"):
        (tmp_path / name).write_text("", "utf-8")
    assert find_file(tmp_path, "votes") == tmp_path / "Votes.CSV"
    assert find_file(tmp_path, "comments") is None


def test_votes_that_a_spreadsheet_wrote_anew_are_votes(tmp_path: Path) -> None:
    export = _export(tmp_path, votes=f"{VOTES}1,,0,7,1.0\n2,,0,8,-1.00\n3,,0,9,0.5\n")
    assert [vote.value for vote in export.votes] == [1, -1]
    assert _odd(export)["unreadable-vote"] == 1


def test_when_the_log_lacks_a_column_the_table_of_participants_serves(tmp_path: Path) -> None:
    export = _export(
        tmp_path,
        votes="timestamp,comment-id,vote\n1,0,1\n",
        participants_votes="participant,group-id,0\n7,a,1\n8,b,-1\n",
    )
    assert [(vote.person, vote.value) for vote in export.votes] == [(7, 1), (8, -1)]
    assert _odd(export)["no-columnvoter-id"] == 1


def test_a_text_of_any_length_is_read(tmp_path: Path) -> None:
    text = "long " * 60_000
    export = _export(
        tmp_path, votes=f"{VOTES}1,2,0,1,1\n", comments=f'{COMMENTS}1,2,0,1,0,0,1,"{text}"\n'
    )
    assert export.statements[0].text == text.strip()


@pytest.mark.parametrize("votes", ["", VOTES, f"{VOTES}1,2,0,1,7\n"])
def test_files_without_a_vote_say_so(tmp_path: Path, votes: str) -> None:
    assert _odd(_export(tmp_path, votes=votes))["no-votes"] == 1


def test_a_folder_that_is_none_is_told_apart_from_one_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for name, reason in (("gone", "no-file"), ("file", "no-folder")):
        with pytest.raises(UsageError) as caught:
            read_export(tmp_path / name)
        assert caught.value.details["reason"] == reason
