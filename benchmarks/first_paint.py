"""From the start of the process to the first words on the screen, beside a Textual hello world."""

from __future__ import annotations

import sys
import tempfile
import time
from statistics import median

import pexpect

BUDGET = 1.4
ROUNDS = 7
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Motions")

Hello().run()
"""


def seconds(arguments: list[str]) -> float:
    """Return how long it takes until the word stands on a terminal of 80 by 24, in seconds."""
    start = time.perf_counter()
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), timeout=60)
    child.expect("Motions")
    spent = time.perf_counter() - start
    child.close(force=True)
    return spent


def main() -> None:
    """Print the ratio of the medians, measured in turn."""
    with tempfile.TemporaryDirectory() as folder:
        ours, hello = [], []
        for _ in range(ROUNDS):
            hello.append(seconds(["-c", HELLO]))
            ours.append(seconds(["-m", "debate", "--lang", "en", "--data-dir", folder]))
    ratio = median(ours) / median(hello)
    print(f"debate to first paint: ratio {ratio:.2f} (budget {BUDGET})")


if __name__ == "__main__":
    main()
