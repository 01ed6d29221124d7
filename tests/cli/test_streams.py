"""Streams that are closed, full or left: no traceback, an exit code that says so, and what was done stays."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from debate.cli.exits import Exit
from tests.cli.conftest import Shell

pytestmark = [
    pytest.mark.no_cover,  # dear; others reach nearly all its lines
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full"),
]
ARGUE = 'argue Monday for "Said to nobody"'


class Came(NamedTuple):
    """What a process came to."""

    code: int
    out: str
    err: str


def typed(folder: Path, line: str) -> Came:
    """Type a line in a shell of the system; `debate` in it is this program.

    Args:
        folder: The data folder.
        line: What is typed; the exit code is that of `debate`, also in front of a pipe.
    """
    program = f'debate() {{ "{sys.executable}" -m debate --data-dir "{folder}" "$@"; }}; set -o pipefail; '
    found = subprocess.run(
        ["bash", "-c", program + line],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert "Traceback" not in found.stderr, found
    assert "Exception ignored" not in found.stderr, found
    return Came(found.returncode, found.stdout, found.stderr)


@pytest.mark.parametrize("out", [">&-", ">/dev/full"])
def test_an_answer_that_cannot_be_written_is_told_and_what_was_done_stays(
    monday: Shell, out: str
) -> None:
    came = typed(monday.folder, f"debate {ARGUE} {out}")
    assert came.code == Exit.UNTOLD
    assert "What was done stays done" in came.err
    assert "Said to nobody" in monday("show", "Monday").out


@pytest.mark.parametrize("out", [">&-", ">/dev/full"])
@pytest.mark.parametrize("line", ["log Monday --json", "--help", "motions show state-threats"])
def test_whatever_cannot_be_written_has_one_exit_code(monday: Shell, line: str, out: str) -> None:
    assert typed(monday.folder, f"debate {line} {out}").code == Exit.UNTOLD


@pytest.mark.parametrize("out", [">&-", ">/dev/full", "| true"])
def test_what_failed_keeps_its_exit_code_when_nobody_hears_of_it(monday: Shell, out: str) -> None:
    assert typed(monday.folder, f"debate show Tuesday --json {out}").code == Exit.USAGE
    assert typed(monday.folder, f"debate nonsense --json {out}").code == Exit.USAGE


@pytest.mark.parametrize("err", ["2>&-", "2>/dev/full"])
def test_a_complaint_that_nobody_hears_is_no_answer(monday: Shell, err: str) -> None:
    refused = typed(monday.folder, f"debate argue Monday for ' ' {err}")
    assert refused == (Exit.REFUSED, "", "")
    assert typed(monday.folder, f"debate show Tuesday {err}") == (Exit.USAGE, "", "")
    found = typed(monday.folder, f"debate show Tuesday --json {err}")
    assert json.loads(found.out)["error"] == "usage"


@pytest.mark.parametrize("line", ["", "line Monday", "join -", f"{ARGUE}", "show Monday"])
def test_a_closed_input_is_one_with_nothing_in_it(monday: Shell, line: str) -> None:
    closed = typed(monday.folder, f"debate {line} <&-")
    assert closed.code == typed(monday.folder, f"debate {line} </dev/null").code


def test_all_three_may_be_closed(monday: Shell) -> None:
    came = typed(monday.folder, f"debate {ARGUE} <&- >&- 2>&-")
    assert came == (Exit.UNTOLD, "", "")
    assert "Said to nobody" in monday("show", "Monday").out
    assert "Everything holds" in monday("verify").out


@pytest.mark.parametrize("line", ["log Monday", "motions show state-threats --json", "--help"])
def test_a_reader_that_has_enough_is_no_failure(monday: Shell, line: str) -> None:
    came = typed(monday.folder, f"debate {line} | head -1")
    assert came.code == Exit.DONE
    assert came.err == ""


def test_who_follows_a_store_stops_when_the_reader_has_enough(
    monday: Shell, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    monday("remote", "add", str(tmp_path / "stick"))
    assert typed(monday.folder, "debate sync --follow --json | true").code == Exit.DONE


@pytest.mark.parametrize("out", ["| head -1", ">/dev/full", ">&-"])
def test_a_conversation_whose_answers_go_nowhere_ends(monday: Shell, out: str) -> None:
    lines = "show\\nshow\\nhelp\\nargue for Said to nobody\\nquit\\n"
    came = typed(monday.folder, f"printf '{lines}' | debate line Monday {out}")
    assert came.code == (Exit.DONE if "head" in out else Exit.UNTOLD)
