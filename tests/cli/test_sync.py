"""Debates travel by commands: to a folder, by link and code, to other devices."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from debate.cli.exits import Exit
from debate.trust import invite
from tests.cli.conftest import Shell


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def shared(monday: Shell, stick: Path) -> Shell:
    """Monday, kept on a stick too."""
    monday("remote", "add", str(stick))
    return monday


def other(shell: Shell, name: str = "other") -> Shell:
    return Shell(shell.folder.parent / name, shell._capsys)


def link_of(shell: Shell, *words: str) -> str:
    return str(shell("invite", *words, "--json").json["links"][0])


@pytest.fixture
def ben(shared: Shell) -> Shell:
    """Somebody who came in by Monday's link."""
    ben = other(shared, "ben")
    ben("join", link_of(shared), "--name", "Ben")
    return ben


def test_two_people_with_a_stick_hear_each_other(shared: Shell, ben: Shell) -> None:
    shared("argue", "Monday", "for", "By Ada")
    ben("argue", "Monday", "against", "By Ben")
    shared("sync")
    assert "1 new fact came in, 1 frame went out" in ben("sync", "Monday").out
    shared("sync")
    for each in (shared, ben):
        shown = each("show", "Monday").out
        assert "By Ada" in shown
        assert "By Ben" in shown
    assert "Everything holds" in ben("verify").out


def test_a_debate_that_is_nowhere_else_says_so(monday: Shell) -> None:
    assert "kept anywhere else" in monday("sync").out
    assert "kept anywhere else" in monday("sync", "Monday").out
    assert "on this device alone" in monday("remote", "status").out
    assert "on this device alone" in monday("invite", code=1).err


def test_stores_are_listed_tried_and_removed(shared: Shell, stick: Path) -> None:
    assert shared("remote", "status", "--json").json[0]["url"] == stick.as_uri()
    assert stick.as_uri() in shared("remote", "status").out
    tried = shared("remote", "test", str(stick))
    assert "it takes frames" in tried.out
    assert shared("remote", "test", str(stick), "--json").json["is_create_only"]
    shared("remote", "remove", str(stick))
    assert shared("remote", "status", "--json").json == []
    shared("remote", "remove", str(stick), code=2)


def test_a_stick_that_is_not_there_is_told_and_nothing_is_lost(shared: Shell, stick: Path) -> None:
    shared("argue", "Monday", "for", "On the road")
    stick.rename(stick.with_name("drawer"))
    answer = shared("sync", code=Exit.REMOTE)
    assert "is not there" in answer.out
    assert shared("sync", "--json", code=Exit.REMOTE).json[0]["error"] == "remote.unreachable"
    stick.with_name("drawer").rename(stick)
    assert shared("sync", "--json").json[0]["sent"] == 1


def test_an_invitation_has_a_picture_a_link_and_a_word_of_advice(shared: Shell) -> None:
    shown = shared("invite").out
    assert "debate://join#file:" in shown
    assert "█" in shown
    assert "as you would send a key" in shown
    assert "█" not in shared("invite", "--no-qr").out
    assert "add nothing" in " ".join(shared("invite", "--read-only", "--no-qr").out.split())


def test_who_has_a_read_link_reads_along(shared: Shell, stick: Path) -> None:
    shared("argue", "Monday", "for", "By Ada")
    shared("sync")
    reader = other(shared, "reader")
    assert "read along" in reader("join", link_of(shared, "--read-only")).out
    assert "By Ada" in reader("show", "Monday").out
    assert "read along" in reader("remote", "status").out
    assert "add nothing" in " ".join(reader("invite", "--no-qr").out.split())


def test_a_link_is_read_from_standard_input_too(
    shared: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(link_of(shared) + "\n"))
    assert "You take part" in other(shared)("join", "-", "--name", "Ben").out


def test_a_spoken_code_lets_in_too(
    monday: Shell, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.trust.sodium.stretch", lambda code, salt, _: (code + salt)[:16])
    monday("remote", "add", str(stick), "--code")
    code = monday("invite", "--json").json["code"]
    assert code in monday("invite", "--no-qr").out
    ben = other(monday)
    ben("join", code, code=Exit.USAGE)
    assert "You take part" in ben("join", code.lower(), "--at", str(stick), "--name", "Ben").out
    assert monday("invite", "--read-only", "--json").json["code"] is None


def test_a_link_whose_folder_is_elsewhere_here(shared: Shell, stick: Path) -> None:
    link = link_of(shared)
    stick.rename(stick.with_name("mounted-here"))
    ben = other(shared)
    ben("join", link, "--name", "Ben", code=Exit.REMOTE)
    place = str(stick.with_name("mounted-here"))
    assert "You take part" in ben("join", link, "--at", place, "--name", "Ben").out


def test_coming_in_again_changes_nothing(shared: Shell, ben: Shell) -> None:
    before = ben("log", "Monday", "--json").json
    ben("join", link_of(shared), "--name", "Ben")
    assert ben("log", "Monday", "--json").json == before


def test_a_name_that_is_taken_is_refused_and_the_debate_is_here(shared: Shell, ben: Shell) -> None:
    shared("sync")
    third = other(shared, "third")
    answer = third("join", link_of(shared), "--name", "Ben", code=1)
    assert "you do not take part yet" in answer.out
    assert "Monday" in third("list").out


def test_a_second_device_is_asked_for_linked_and_given_up(shared: Shell, ben: Shell) -> None:
    shared("sync")
    phone = other(shared, "phone")
    assert "devices link" in phone("join", link_of(shared), "--device-of", "Ben").out
    ben("sync")
    rows = ben("devices", "list", "Monday", "--json").json
    (asking,) = [row["key"] for row in rows if row["standing"] == "asks"]
    assert "only if it is yours" in ben("devices", "list", "Monday").out
    ben("devices", "link", "Monday", asking[:8])
    ben("sync")
    phone("sync")
    phone("argue", "Monday", "for", "From a telephone")
    phone("sync")
    ben("sync")
    assert "From a telephone" in ben("show", "Monday").out
    ben("devices", "retire", "Monday", asking[:8])
    assert "given up" in ben("devices", "list", "Monday").out
    ben("devices", "retire", "Monday", "nobody", code=Exit.USAGE)


def test_a_device_that_takes_no_part_is_this_one_alone(shared: Shell) -> None:
    reader = other(shared, "reader")
    reader("join", link_of(shared, "--read-only"))
    (row,) = reader("devices", "list", "Monday", "--json").json
    assert row["standing"] == "this"


def test_who_was_removed_is_left_behind_and_told_so(shared: Shell, ben: Shell) -> None:
    shared("sync")
    shared("people", "remove", "Monday", "Ben")
    shared("argue", "Monday", "for", "Not for Ben")
    shared("sync")
    ben("sync")
    assert "Not for Ben" not in ben("show", "Monday").out
    assert "new invitation" in " ".join(ben("remote", "status").out.split())
    assert "new invitation" in " ".join(ben("sync").out.split())
    cleo = other(shared, "cleo")
    cleo("join", link_of(shared), "--name", "Cleo")
    assert "Not for Ben" in cleo("show", "Monday").out


def test_frames_that_do_not_hold_are_told_and_left_out(
    shared: Shell, ben: Shell, stick: Path
) -> None:
    for file in sorted(stick.rglob("*.frame")):
        content = bytearray(file.read_bytes())
        content[-100] ^= 1
        file.write_bytes(content)
    reader = other(shared, "reader")
    reader("join", link_of(shared), code=Exit.USAGE)
    file = min(stick.rglob("*.frame"))
    file.rename(file.with_name("00000099.frame"))
    answer = ben("sync", code=1)
    assert "left out" in answer.out or "torn off" in answer.out


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://debate.example/", "no link of a debate"),
        ("debate://join#debate.example/ABC", "character of this link"),
        ("debate://join#", "no link of a debate"),
    ],
)
def test_a_link_that_is_none_is_told(debate: Shell, link: str, words: str) -> None:
    assert words in debate("join", link, code=Exit.USAGE).err


def test_an_address_with_a_password_in_it_is_refused(monday: Shell) -> None:
    answer = monday("remote", "add", "https://ada:canary@debate.example/v1", code=Exit.USAGE)
    assert "--user" in answer.err
    assert "canary" not in answer.err


@pytest.mark.parametrize("url", ["http://debate.example/v1", "ftp://debate.example/"])
def test_an_address_that_will_not_do_is_refused(monday: Shell, url: str) -> None:
    monday("remote", "add", url, code=Exit.USAGE)


def test_which_debate_is_meant_must_be_said_when_there_are_more(shared: Shell, stick: Path) -> None:
    shared("new", "Tuesday", "--motion", "state-threats")
    shared("invite", code=Exit.USAGE)
    shared("remote", "add", str(stick), "Tuesday")
    out = shared("sync").out
    assert "Monday" in out
    assert "Tuesday" in out


def test_an_account_is_kept_and_its_password_is_never_shown(
    monday: Shell, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("canary\n"))
    said = monday("remote", "add", str(stick), "--user", "ada")
    shown = monday("remote", "status")
    assert "as ada" in shown.out
    for answer in (said, shown, monday("remote", "status", "--json"), monday("sync", "--json")):
        assert "canary" not in answer.out + answer.err
    profile = monday.folder / "profile.jsonl"
    assert "canary" in profile.read_text("utf-8")
    assert profile.stat().st_mode & 0o777 == 0o600


def test_a_code_is_shown_in_groups() -> None:
    assert invite.grouped("ABCDEFGHJKM") == "ABCDE-FGHJK-M"
