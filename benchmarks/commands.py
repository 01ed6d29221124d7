"""What a quick command costs beside an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.program import environment, warm, words
from benchmarks.verdict import in_turn, tell

BUDGET = 5.0
ROUNDS = 15
COMMANDS = ("--version", "--help", "list")


def run(command: list[str]) -> None:
    """Run a process to its end."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())


def main() -> None:
    """Print one line for each command: its median time over that of `python -c pass`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm(folder)
        nothing = partial(run, [sys.executable, "-c", "pass"])
        ours = [partial(run, words(folder, command)) for command in COMMANDS]
        floor, *spent = in_turn((nothing, *ours), ROUNDS)
        for command, times in zip(COMMANDS, spent, strict=True):
            ratio = median(times) / median(floor)
            tell(f"debate {command}", ratio, BUDGET, peer="`python -c pass`")


if __name__ == "__main__":
    main()
