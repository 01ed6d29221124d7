"""What a quick command costs beside an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from statistics import median

BUDGET = 5.0
ROUNDS = 9
COMMANDS = (("--version",), ("--help",), ("list",))


def seconds(words: list[str]) -> float:
    """Return how long a process takes, in seconds."""
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each command: its median time over that of `python -c pass`."""
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            ours, floor = [], []
            words = [sys.executable, "-m", "debate", "--data-dir", folder, *command]
            for _ in range(ROUNDS):
                floor.append(seconds([sys.executable, "-c", "pass"]))
                ours.append(seconds(words))
            ratio = median(ours) / median(floor)
            print(f"debate {command[0]}: ratio {ratio:.2f} (budget {BUDGET})")


if __name__ == "__main__":
    main()
