"""What the system refuses is told in the reader's language, by its reason."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from debate.errors import Damaged, NotSaved, reason_of
from debate.i18n.catalog import translator
from debate.i18n.failures import FAILURES, REASONS
from debate.i18n.faults import TOML, fault_text
from debate.i18n.messages import failure_text
from debate.store.packs import check_pack
from tests.cli.conftest import Shell

NL = translator("nl")
ENGLISH = ("denied", "No such", "directory", "Permission", "File name")


def test_every_reason_of_the_system_has_words() -> None:
    for number in errno.errorcode:
        assert reason_of(OSError(number, os.strerror(number))) in REASONS


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "geen rechten"),
        (errno.ENOENT, "er is geen bestand of map met die naam"),
        (errno.EISDIR, "het is een map"),
        (errno.ENOTDIR, "is geen map"),
        (errno.ENOSPC, "schijf is vol"),
        (errno.EROFS, "alleen"),
        (errno.ENAMETOOLONG, "naam is te lang"),
        (errno.ENOTTY, "systeem weigerde"),
    ],
)
def test_a_report_that_cannot_be_written_says_why_in_dutch(
    monday: Shell, number: int, said: str
) -> None:
    opened = Path.open

    def refuse(
        path: Path,
        mode: str = "r",
        size: int = -1,
        *,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> object:
        if path.name == "x.txt":
            raise OSError(number, os.strerror(number))
        return opened(path, mode, size, encoding, errors, newline)

    with patch("pathlib.Path.open", refuse):
        told = monday("report", "Monday", "-o", "x.txt", "--lang", "nl", code=3).err
    assert said in told
    assert not any(word in told for word in ENGLISH)


@pytest.mark.parametrize("verb", ["import", "restore"])
def test_a_file_that_is_not_there_a_folder_or_closed_is_told_as_that(
    debate: Shell, tmp_path: Path, verb: str
) -> None:
    assert "Check the name" in debate(verb, str(tmp_path / "gone"), code=2).err
    assert "is a folder" in debate(verb, str(tmp_path), code=5).err
    assert "is een map" in debate(verb, str(tmp_path), "--lang", "nl", code=5).err


def test_a_backup_that_is_none_is_told_in_both_languages(debate: Shell, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("eggs", "utf-8")
    assert "is no backup" in debate("restore", str(tmp_path / "list"), code=5).err
    told = debate("restore", str(tmp_path / "list"), "--lang", "nl", code=5).err
    assert "is geen reservekopie" in told


def test_a_data_folder_that_is_closed_is_no_other_kind_of_file(monday: Shell) -> None:
    refusal = PermissionError(errno.EACCES, "Permission denied")
    with patch("pathlib.Path.read_text", side_effect=refusal):
        told = monday("show", "Monday", code=5).err
    assert "you have no permission" in told
    assert "not a file of this program" not in told


def test_permission_to_read_and_to_write_are_worded_alike() -> None:
    told = failure_text(NotSaved(path="/x", reason="denied"), NL)
    assert "daar heb je geen rechten voor" in told
    assert "niet te lezen" in failure_text(Damaged(path="/x", reason="denied"), NL)
    assert {"store.damaged.denied", "usage.denied"} <= FAILURES.keys()


BROKEN = (
    "a", "a=1 b", "a=1\na=2", "[a", "[[a]", "a=[1", "a={b=1", 'a="x', "a=foo", 'a="\\q"', "=1",
    "[a]\nb=1\n[a]", 'a="x\ny"', 'a="\\uD800"', "# \x01", "a={b=1,b=2}", "a=1979-13-01",
)  # fmt: skip


@pytest.mark.parametrize("toml", BROKEN)
def test_what_is_wrong_with_toml_is_said_in_dutch(tmp_path: Path, toml: str) -> None:
    (tmp_path / "pack.toml").write_text(toml, "utf-8")
    (fault,) = (each for each in check_pack(tmp_path) if each.code == "toml.broken")
    reason = str(dict(fault.details)["reason"])
    assert any(reason.startswith(begin) for begin in TOML), reason
    assert reason not in fault_text(fault, NL)
