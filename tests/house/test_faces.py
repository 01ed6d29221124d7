"""A face is imported only when it is asked for: quick commands stay quick.

Each command runs in a process of its own, which afterwards tells what it had to import.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HEAVY = {"asyncssh", "babel", "httpx", "jinja2", "numpy", "pydantic", "rich", "textual"}
WATCH = """
import json, runpy, sys
sys.argv = ["debate", *sys.argv[1:]]
before = set(sys.modules)
try:
    runpy.run_module("debate.cli.main", run_name="debate.cli.main")["main"]()
except SystemExit as left:
    status = left.code
else:
    status = 0
loaded = sorted({name.partition(".")[0] for name in set(sys.modules) - before})
print(json.dumps({"status": status, "loaded": loaded}), file=sys.stderr)
"""

needs_the_command_line = pytest.mark.skipif(
    find_spec("debate.cli") is None, reason="the command line is not there yet"
)


def watched(folder: Path, *words: str) -> tuple[int, set[str]]:
    """Run a command in an empty home; return its exit status and what it imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    seen = subprocess.run(
        [sys.executable, "-c", WATCH, *words],
        env={**kept, **homes},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    told = json.loads(seen.stderr.splitlines()[-1])
    return told["status"] or 0, set(told["loaded"])


@needs_the_command_line
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["list"], ["list", "--json"]])
def test_a_quick_command_imports_no_face(words: list[str], tmp_path: Path) -> None:
    status, loaded = watched(tmp_path, *words)
    assert status == 0
    assert loaded & HEAVY == set()


@needs_the_command_line
def test_a_wrong_word_costs_no_face_either(tmp_path: Path) -> None:
    status, loaded = watched(tmp_path, "--no-such-option")
    assert status == 2
    assert loaded & HEAVY == set()


def test_the_package_itself_imports_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import debate; print(len(set(sys.modules) - before))"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(seen.stdout) <= 2


def test_a_face_that_was_imported_is_seen() -> None:
    code = WATCH.replace(
        'runpy.run_module("debate.cli.main", run_name="debate.cli.main")["main"]()',
        "import textual.app",
    )
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "textual" in json.loads(seen.stderr.splitlines()[-1])["loaded"]
