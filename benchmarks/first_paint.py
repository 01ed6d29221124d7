"""From the start of the process to the motions on the screen, beside a Textual hello world.

Ours is on the screen when the proposition of the last motion is; hello is when its word is.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

import pexpect

from benchmarks.program import environment, warm, words
from benchmarks.verdict import in_turn, tell
from debate.store.pack_cards import find_cards
from debate.store.pack_places import builtin_packs

BUDGET = 1.4
ROUNDS = 11
LOOKED_FOR = 20
"""How many characters of a proposition are looked for: more may not fit its line."""
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Hello, world")

Hello().run()
"""


def show(command: list[str], awaited: str) -> None:
    """Run a process on a terminal of 80 by 24 until a text stands on it."""
    first, *rest = command
    child = pexpect.spawn(first, rest, dimensions=(24, 80), timeout=60, env=environment())
    child.expect_exact(awaited)
    child.close(force=True)


def last_words() -> str:
    """Return how the proposition of the last motion begins, in English."""
    return find_cards([builtin_packs()])[-1].proposition.within("en")[:LOOKED_FOR]


def main() -> None:
    """Print the ratio of the medians, measured in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm(folder)
        hello = partial(show, [sys.executable, "-c", HELLO], "Hello")
        ours = partial(show, words(folder), last_words())
        theirs, spent = in_turn((hello, ours), ROUNDS)
    ratio = median(spent) / median(theirs)
    tell("first paint, every motion on it", ratio, BUDGET, peer="a Textual hello world")


if __name__ == "__main__":
    main()
