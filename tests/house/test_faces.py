"""A face is imported only when it is asked for: quick commands stay quick.

Each command runs in a process of its own, which afterwards tells what it had to import.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"aiohttp", "asyncssh", "babel", "httpx", "jinja2", "numpy", "pydantic", "rich", "textual"}
START = "from debate.cli.main import main; status = main()"
WATCH = """
import json, sys
before = set(sys.modules)
try:
    %s
except SystemExit as left:
    status = left.code
loaded = sorted({name.partition(".")[0] for name in set(sys.modules) - before})
print(json.dumps({"status": status or 0, "loaded": loaded}), file=sys.stderr)
"""


def watched(folder: Path, *words: str, start: str = START) -> tuple[int, set[str]]:
    """Run a command, or another start, in an empty home; return its status and what it imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    seen = subprocess.run(
        [sys.executable, "-c", WATCH % start, *words],
        env={**kept, **homes},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    assert seen.returncode == 0, seen.stderr
    told = json.loads(next(line for line in seen.stderr.splitlines() if line.startswith("{")))
    return told["status"], set(told["loaded"])


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["list"], ["list", "--json"]])
def test_a_quick_command_imports_no_face(words: list[str], tmp_path: Path) -> None:
    status, loaded = watched(tmp_path, *words)
    assert status == 0
    assert loaded & HEAVY == set()


def test_the_first_screen_is_painted_before_the_law_is_read(tmp_path: Path) -> None:
    workspace = "debate.service.wiring.workspace(folder=pathlib.Path(folder), environment={})"
    show = (
        "import pathlib, debate.service.wiring, debate.tui.screens.lobby as lobby\n"
        "    folder = sys.argv[1]\n"
        "    from debate.tui.program import Program\n"
        f"    program = Program({workspace}, language='en')\n"
        "    status = len(program.get_default_screen()._cards) == 0"
    )
    status, loaded = watched(tmp_path, str(tmp_path), start=show)
    assert status == 0
    assert "textual" in loaded
    assert loaded & HEAVY == {"textual", "rich"}


def test_a_wrong_word_costs_no_face_either(tmp_path: Path) -> None:
    status, loaded = watched(tmp_path, "--no-such-option")
    assert status == 2
    assert loaded & HEAVY == set()


def test_the_package_itself_imports_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import debate; print(len(set(sys.modules) - before))"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(seen.stdout) <= 2


def test_a_face_that_was_imported_is_seen() -> None:
    code = WATCH % "import textual.app; status = 0"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "textual" in json.loads(seen.stderr.splitlines()[-1])["loaded"]
