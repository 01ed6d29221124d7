"""The real program in a pseudo-terminal: keys go in, and what a person would see comes out.

It waits for what stands on the screen and never for time to pass. A terminal emulator draws what
the program writes; what that emulator does not know is taken out before.
"""

from __future__ import annotations

import codecs
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

import pexpect
import pyte

PATIENCE = 30.0
"""Seconds after which what did not appear counts as missing; a busy machine is slow, not wrong."""
KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
}
"""What a terminal sends for a key that is not a character."""
_ONE_LOOK = 65_536
"""The most bytes that are drawn between two looks at the screen."""
_FOREIGN = re.compile(r"\x1b\[[<=>][0-9;]*[A-Za-z]")
"""Private sequences that the emulator would draw or stumble over."""
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>]?[0-9;]*)?\Z")


def program() -> list[str]:
    """Return the words that start the program: the installed one where it is named."""
    python = os.environ.get("DEBATE_INSTALLED")
    return [str(Path(python).with_name("debate"))] if python else [sys.executable, "-m", "debate"]


def environment(home: Path) -> dict[str, str]:
    """Return what the program sees of the world: an empty home, English, a modern terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    own = {"HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    return {**kept, **own, "COLORTERM": "truecolor"}


def command(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run one command of the program on a data folder, without a terminal."""
    return subprocess.run(
        [*program(), "--data-dir", str(data), *words],
        env=environment(data.parent),
        cwd=data.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def _as_in_a_window() -> None:
    """Take every signal as the system gives it, whatever began these tests takes it for."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """One window with the program in it; leaves nothing running behind.

    All windows that are open are drawn while one of them is looked at: a program, or an ssh client,
    stands still once what it wrote is not read, and takes no keys either.
    """

    _all: ClassVar[list[Terminal]] = []

    def __init__(self, data: Path, *words: str, columns: int = 80, rows: int = 24) -> None:
        """Open the program.

        Args:
            data: The data folder.
            words: What else stands on the command line.
            columns: Width of the window.
            rows: Height of the window.
        """
        self.data = data
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._seen: list[str] = []
        line = self.command_line(*words)
        self._child = pexpect.spawn(
            line[0],
            line[1:],
            env=environment(data.parent),
            cwd=str(data.parent),
            dimensions=(rows, columns),
            timeout=PATIENCE,
            preexec_fn=_as_in_a_window,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        """Hand out the window."""
        self._all.append(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the window, however the story ended."""
        self._all.remove(self)
        self._child.close(force=True)

    def command_line(self, *words: str) -> list[str]:
        """Return what is run in the window."""
        return [*program(), "--data-dir", str(self.data), *words]

    # Hands ------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by their names; a name that is no key's is typed as it stands."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def type(self, text: str) -> None:
        """Type a text."""
        self._child.send(text)

    def click(self, text: str, *, right: int = 0, below: int = 0, times: int = 1) -> None:
        """Press and let go of the mouse upon a text, once it is there.

        Args:
            text: What is aimed at; its last line on the screen.
            right: Cells to the right of its first.
            below: Lines below it.
            times: 2 for a double click.
        """
        column, row = self._place_of(text)
        place = f"{column + right};{row + below}"
        self._child.send(f"\x1b[<0;{place}M\x1b[<0;{place}m" * times)

    def turn_wheel_to_the_end(self, last: str, *, over: str) -> None:
        """Turn the wheel of the mouse down upon one text until the list there shows its last line.

        It is turned further than that: at the end nothing moves any more, so that a click upon
        what is seen then meets it.
        """
        column, row = self._place_of(over)
        self._child.send(f"\x1b[<65;{column};{row}M" * 60)
        self.wait_for(last)

    def _place_of(self, text: str) -> tuple[int, int]:
        """Return the column and row of the last place of a text, from 1, once it is there."""
        self.wait_for(text)
        row = max(row for row, line in enumerate(self.lines()) if text in line)
        return self.lines()[row].rindex(text) + 1, row + 1

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self) -> None:
        """End the program with signal 9, as a crash or a flat battery would."""
        os.kill(self._child.pid, signal.SIGKILL)
        self._child.wait()

    def hang_up(self) -> None:
        """Take the window away, as somebody who closes it does, and wait until all in it ended."""
        self._child.ptyproc.fileobj.close()
        deadline = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < deadline, "The program goes on without its terminal"
            time.sleep(0.05)

    def leave(self) -> int:
        """Leave the program by its key and return its exit code."""
        self.press("ctrl+q")
        return self.end()

    def end(self) -> int:
        """Read on until the program ends, and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"It does not end:\n{self.screen()}"
        self._child.wait()
        status = self._child.exitstatus
        return -1 if status is None else int(status)

    # Eyes -------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        """Return what stands on the screen, line by line; only lines drawn anew are read again."""
        screen = self._screen
        if len(self._seen) != screen.lines:
            self._seen = [""] * screen.lines
            screen.dirty.update(range(screen.lines))
        for row in screen.dirty:
            if row < screen.lines:
                cells = screen.buffer[row]
                line = "".join(cells[column].data for column in range(screen.columns))
                self._seen[row] = line.rstrip()
        screen.dirty.clear()
        return self._seen

    def screen(self) -> str:
        """Return what stands on the screen."""
        return "\n".join(self.lines())

    def line_with(self, text: str) -> str:
        """Return the first line that holds a text, once there is one."""
        self.wait_for(text)
        return next(line for line in self.lines() if text in line)

    def wait_for(self, *texts: str, patience: float = PATIENCE) -> str:
        """Wait until every text stands on the screen; return the screen."""
        return self.wait_until(
            lambda screen: all(text in screen for text in texts),
            f"not on the screen: {[text for text in texts if text not in self.screen()]}",
            patience=patience,
        )

    def wait_for_caret(self, label: str) -> None:
        """Wait until the caret stands in the field below a label, where typing goes."""

        def is_there(screen: str) -> bool:
            rows = [row for row, line in enumerate(screen.splitlines()) if label in line]
            return any(self._screen.cursor.y == row + 1 for row in rows)

        self.wait_until(is_there, f"the caret is not below {label!r}")

    def wait_gone(self, text: str) -> str:
        """Wait until a text stands on the screen no more; return the screen."""
        return self.wait_until(lambda screen: text not in screen, f"still there: {text!r}")

    def wait_until(
        self, is_so: Callable[[str], bool], what: str, *, patience: float = PATIENCE
    ) -> str:
        """Wait until the screen is as wanted; return it.

        Args:
            is_so: Tells whether a screen is.
            what: What is said when it never becomes so.
            patience: Seconds to wait.
        """
        deadline = time.monotonic() + patience
        while not is_so(self.screen()):
            self._draw_the_others()
            is_late = time.monotonic() > deadline
            if is_late or (not self._read() and not is_so(self.screen())):
                raise AssertionError(f"{what}\n{self.screen()}")
        return self.screen()

    def _draw_the_others(self) -> None:
        for each in self._all:
            if each is not self and not each._child.closed:
                each._read(patience=0.0)

    def _read(self, *, patience: float = 0.1) -> bool:
        """Draw what the program wrote, if anything; tell whether it still runs."""
        written = b""
        while len(written) < _ONE_LOOK:
            try:
                written += self._child.read_nonblocking(_ONE_LOOK, timeout=patience)
            except pexpect.TIMEOUT:
                break
            except pexpect.EOF:
                self._draw(written)
                return False
            patience = 0.0
        self._draw(written)
        return True

    def _draw(self, written: bytes) -> None:
        text = self._rest + self._decode(written)
        cut = _UNFINISHED.search(text)
        self._rest = text[cut.start() :] if cut else ""
        self._stream.feed(_FOREIGN.sub("", text[: cut.start()] if cut else text))
