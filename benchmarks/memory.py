"""Memory on Linux: the program on its first screen, and a debate of 10,000 arguments that is open.

Beside the first stands a Textual hello world, beside the second the same rows read by `json.loads`;
each in a process of its own, as it stands when everything is there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pexpect

from benchmarks.first_paint import HELLO, last_words
from benchmarks.open_session import write_rows
from benchmarks.program import environment, warm, words
from benchmarks.sessions import Size, data_folder
from benchmarks.verdict import tell

SIZE = Size(10_000, 10_000)
MEGABYTE = 1 << 20
STATUS = Path("/proc/self/status")
OPEN = """
import sys
from pathlib import Path
from benchmarks.open_session import opened
from debate.service.wiring import workspace
session = opened(workspace(folder=Path(sys.argv[1]), environment={}))
assert len(session.debate.floor.arguments) == 10_000
session.scales.strengths()
"""
READ = """
import json, sqlite3, sys
table = sqlite3.connect(sys.argv[1])
documents = [json.loads(row[0]) for row in table.execute("SELECT d FROM events ORDER BY id")]
"""
RESIDENT = "print(open('/proc/self/status').read())"


def resident(status: str) -> int:
    """Return the resident size in bytes that a process's status tells."""
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


def after(code: str, path: Path) -> int:
    """Return the resident size of a Python process that did something with a path."""
    command = [sys.executable, "-c", code + RESIDENT, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    return resident(told.stdout)


def shown(command: list[str], awaited: str) -> int:
    """Return the resident size of a program on a terminal once a text stands on it."""
    first, *rest = command
    child = pexpect.spawn(first, rest, dimensions=(24, 80), timeout=60, env=environment())
    child.expect_exact(awaited)
    size = resident(Path(f"/proc/{child.pid}/status").read_text("utf-8"))
    child.close(force=True)
    return size


def main() -> None:
    """Print two lines; none where the system does not tell."""
    if not STATUS.exists():
        print("memory: not told by this system")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm(folder / "empty")
        hello = shown([sys.executable, "-c", HELLO], "Hello")
        screen = shown(words(folder / "empty"), last_words())
        space = data_folder(folder / "large", SIZE)
        write_rows(folder / "rows.db", space)
        debate, rows = after(OPEN, folder / "large"), after(READ, folder / "rows.db")
    what = f"memory on the first screen, {screen / MEGABYTE:.0f} MB"
    tell(what, screen / hello, None, peer="a Textual hello world")
    what = f"memory of 10,000 arguments and weights, {debate / MEGABYTE:.0f} MB"
    tell(what, debate / rows, None, peer="their rows in json.loads")


if __name__ == "__main__":
    main()
