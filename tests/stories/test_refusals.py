"""A folder that cannot be written, or that a newer program made: said clearly, with its exit code."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.cli.exits import Exit
from tests.stories import terminal as terminals
from tests.stories.steps import Person, claims_in
from tests.stories.terminal import Terminal, command

AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")
"""What takes from an administrator the right to write where nobody may."""


@pytest.fixture
def bound_by_permissions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be bound by permissions, also when an administrator runs the tests."""
    if os.geteuid() != 0:
        return
    if shutil.which(AS_ANYBODY[0]) is None:
        pytest.skip("an administrator may write everywhere, and setpriv is not here")
    usual = terminals.program()
    monkeypatch.setattr(terminals, "program", lambda: [*AS_ANYBODY, *usual])


@pytest.fixture
def read_only(data: Path, bound_by_permissions: None) -> Iterator[Path]:
    """A data folder with a debate in it that can only be read."""
    told = command(data, "new", "Kept", "--motion", "state-threats", "--name", "Ada")
    assert told.returncode == 0, told.stderr
    folders = [data, *(path for path in data.rglob("*") if path.is_dir())]
    for path in (*data.rglob("*"), data):
        path.chmod(path.stat().st_mode & ~0o222)
    yield data
    for folder in folders:
        folder.chmod(0o700)


def test_a_folder_that_can_only_be_read_is_read_and_an_argument_is_not_lost_in_silence(
    read_only: Path,
) -> None:
    before = claims_in(read_only)
    with Terminal(read_only) as terminal:
        author = Person(terminal)
        author.opens_the_debate()
        author.opens_the_form()
        terminal.type("Words that cannot be kept")
        terminal.wait_for("25/280")
        terminal.press("enter")
        terminal.wait_for("Not saved: you have no permission there")
        terminal.press("escape")
        terminal.wait_for("The draft cannot be kept", "Words that cannot be kept")
        terminal.press("escape")
        terminal.wait_gone("An argument for or against")
        assert terminal.leave() == 0
    assert claims_in(read_only) == before
    told = command(read_only, "argue", "Kept", "for", "Words")
    assert told.returncode == Exit.NOT_SAVED
    assert told.stderr.startswith("Not saved: you have no permission there")


def test_a_folder_that_cannot_be_made_is_told_with_its_exit_code(
    data: Path, bound_by_permissions: None
) -> None:
    data.mkdir(mode=0o500)
    with Terminal(data / "debates") as terminal:
        terminal.wait_for("Not saved: you have no permission there", "Put it right and try")
        assert terminal.end() == Exit.NOT_SAVED


def test_a_folder_of_a_newer_program_is_left_alone_and_told_with_its_exit_code(data: Path) -> None:
    told = command(data, "new", "Kept", "--motion", "state-threats")
    assert told.returncode == 0, told.stderr
    (data / "FORMAT").write_text("9\n")
    files = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    with Terminal(data) as terminal:
        terminal.wait_for("newer version", "Update the program")
        assert terminal.end() == Exit.NEWER
    assert files == {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
