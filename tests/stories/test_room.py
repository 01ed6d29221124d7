"""People come to a room by plain ssh: with a key or without, at a screen or in lines."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.stories.room import QUIET, Host, Visitor, begun, made_key, must_have_ssh
from tests.stories.terminal import Terminal, command, environment


@pytest.fixture(autouse=True)
def ssh_is_here() -> None:
    must_have_ssh()


def test_a_killed_host_loses_nothing_and_people_resume_where_they_were(data: Path) -> None:
    begun(data)
    key, other = made_key(data.parent, "bob"), made_key(data.parent, "eve")
    with Host(data) as host:
        with Visitor(host, "bob", key) as bob, Visitor(host, "eve", other) as eve:
            bob.goes_in("Bob")
            eve.goes_in("Eve")
            bob.wait_for("Open floor", "3 here")
            eve.wait_for("Open floor", "3 here")
            bob.press("a")
            bob.wait_for("An argument for or against")
            bob.type("Patience")
            bob.press("ctrl+s")
            eve.wait_for("Patience")
            eve.press("a")
            eve.wait_for("An argument for or against")
            eve.type("Half a thought")
            eve.wait_until(
                lambda _: (
                    (kept := (data / "profile.jsonl").read_text("utf-8")).count("add_argument") == 2
                    and "Half a thought" in kept
                ),
                "the draft and where she was were not kept",
            )
            host.kill()
            bob.end()
        code, fingerprint = host.code, host.fingerprint
        host.start()
        assert (host.code, host.fingerprint) == (code, fingerprint)
        with Visitor(host, "bob", key) as bob, Visitor(host, "eve", other) as eve:
            bob.wait_for("Open floor", "Patience")
            eve.wait_for("An argument for or against", "Half a thought")
            eve.type(" and the rest")
            eve.press("ctrl+s")
            bob.wait_for("Half a thought and")
        assert host.stop() == 0
    checked = command(data, "verify", "Monday group")
    assert checked.returncode == 0, checked.stdout


def test_who_has_no_key_types_the_code_and_gets_one_to_come_back_with(data: Path) -> None:
    begun(data)
    with Host(data) as host:
        with Visitor(host, "bob", None) as bob:
            bob.wait_for("Code:")
            bob.type("bcd-fgh\r")
            bob.wait_until(lambda screen: screen.count("Code:") == 2, "asked once more")
            bob.type(f"{host.code}\r")
            bob.wait_for("What is your name?")
            bob.type("\x15Bob\r")
            screen = bob.wait_for("Your own code: ")
            own = re.search(r"Your own code: (\S+)", screen)
            assert own is not None
            bob.press("enter")
            bob.wait_for("Open floor", "2 here")
            bob.press("5")
            bob.wait_for("Weighed 5")
        with Visitor(host, "somebody", None, columns=120, rows=40) as bob:
            bob.wait_for("Code:")
            bob.type(f"{own[1]}\r")
            bob.wait_for("Open floor", "You weighed it 5")
            bob.press("ctrl+q")
            assert bob.end() == 0


def test_what_a_guest_does_is_seen_by_who_leads_from_another_terminal(data: Path) -> None:
    begun(data)
    key = made_key(data.parent, "bob")
    with Host(data) as host, Terminal(data) as ada, Visitor(host, "bob", key) as bob:
        bob.goes_in("Bob")
        bob.wait_for("Open floor")
        ada.wait_for("Monday group")
        ada.press("tab", "enter")
        ada.wait_for("Open floor", "2 here")
        bob.press("a")
        bob.wait_for("An argument for or against")
        bob.type("From the guest")
        bob.press("ctrl+s")
        ada.wait_for("From the guest")
        command(data, "people", "remove", "Monday group", "Bob")
        assert bob.end() == 1
        bob.wait_for("Your part in this debate was ended.")


def test_lines_are_spoken_to_who_asks_for_them(data: Path) -> None:
    begun(data)
    key = made_key(data.parent, "bob")
    with Host(data) as host:
        with Visitor(host, "bob", key, "debate") as bob:
            bob.wait_for("Code:")
            bob.type(f"{host.code}\r")
            bob.wait_for("Your name:")
            bob.type("Bob\r")
            bob.wait_for("You are in “Monday group”")
            bob.type("argue for One line, said aloud\r")
            bob.wait_for("Saved as argument 7.")
            bob.type("quit\r")
            assert bob.end() == 0
        status, said = host.run("bob", key, "show", "7")
        assert status == 0
        assert "One line, said aloud" in said
        status, said = host.run("bob", key, "export", "/tmp/nobody.jsonl")
        assert status == 1
        assert "That is not done from here." in said


def test_ssh_gives_no_file_no_port_and_no_other_program(data: Path, tmp_path: Path) -> None:
    begun(data)
    key = made_key(data.parent, "bob")
    with Host(data) as host:
        port = str(host.port)
        own = ["-i", str(key), *QUIET]
        here = "bob@127.0.0.1"
        for line in (
            ["sftp", *own, "-P", port, here],
            ["scp", *own, "-P", port, f"{here}:/etc/passwd", str(tmp_path / "taken")],
            ["scp", "-O", *own, "-P", port, f"{here}:/etc/passwd", str(tmp_path / "taken")],
            ["ssh", *own, "-p", port, "-W", "127.0.0.1:22", here],
            ["ssh", *own, "-p", port, "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22",
             "-N", here],
            ["ssh", *own, "-p", port, here, "cat", "/etc/passwd"],
            ["ssh", *own, "-p", port, here, "/bin/sh -c id"],
        ):  # fmt: skip
            done = subprocess.run(
                line, env=environment(data.parent), stdin=subprocess.DEVNULL, check=False,
                capture_output=True, timeout=60,
            )  # fmt: skip
            assert done.returncode != 0, line
            assert b"root:" not in done.stdout
        assert not (tmp_path / "taken").exists()
        for what in ("subsystem sftp", "command scp", "forwarding", "listening"):
            assert what in host.audit


def test_a_terminal_that_is_small_or_plain_can_be_used(data: Path) -> None:
    begun(data)
    key = made_key(data.parent, "bob")
    with Host(data) as host:
        with Visitor(host, "bob", key, columns=60, rows=18) as bob:
            bob.goes_in("Bob")
            bob.wait_for("Open floor")
            bob.press("5")
            bob.wait_for("Weighed 5")
        with Visitor(host, "bob", key, columns=30, rows=8) as bob:
            bob.wait_for("This window is 30×8")
            bob.resize(90, 30)
            bob.wait_for("Open floor")
