"""What a terminal does for a program that reads lines: echo, rubbing out, Enter.

An ssh client with a terminal sends every key as it is pressed. This turns keys into lines for line
mode; what it does not know it leaves out, so that no sequence of a guest reaches anybody's screen.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable

from debate.tui.cells import width

LONGEST = 32_768
"""Characters of a line; more are not taken."""
LONGEST_SEQUENCE = 64
"""Characters of a terminal's own sequence; one that goes on is over."""
_RUB_OUT = "\x7f\x08"
_END, _STOP, _CLEAR, _WORD = "\x04", "\x03", "\x15", "\x17"


class TypingLine:
    """Takes keys, gives lines; None is the end of the input."""

    def __init__(
        self, give: Callable[[str | None], None], echo: Callable[[str], None], *, is_terminal: bool
    ) -> None:
        """Begin an empty line.

        Args:
            give: Takes each line, with its line break, and None at the end.
            echo: Writes to the terminal.
            is_terminal: Whether keys come one by one and want an echo.
        """
        self._give = give
        self._echo = echo if is_terminal else _nothing
        self._is_terminal = is_terminal
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._line: list[str] = []
        self._escape = ""
        self._was_return = False

    def feed(self, data: bytes) -> None:
        """Take what was typed."""
        for each in self._decode(data):
            self._take(each)

    def end(self) -> None:
        """Take the end of the input: an unfinished line is given as it is."""
        if self._line:
            self._give("".join(self._line))
            self._line.clear()
        self._give(None)

    def _take(self, each: str) -> None:
        if self._escape or each == "\x1b":
            self._skip(each)
        elif each in "\r\n":
            self._enter(each)
        elif each.isprintable() or not self._is_terminal:
            self._add(each)
        elif each in _RUB_OUT:
            self._rub_out(1)
        else:
            self._control(each)

    def _control(self, each: str) -> None:
        """Do what a control character asks; most ask nothing that is done here."""
        if each == _CLEAR:
            self._rub_out(len(self._line))
        elif each == _WORD:
            text = "".join(self._line).rstrip()
            self._rub_out(len(self._line) - (text.rfind(" ") + 1))
        elif each == _END and not self._line:
            self._give(None)
        elif each == _STOP:
            self._echo("^C\r\n")
            self._line.clear()
            self._give("\n")

    def _skip(self, each: str) -> None:
        """Leave out a sequence: an arrow, a click, an answer of the terminal."""
        self._escape += each
        is_opened = self._escape[:2] in {"\x1b[", "\x1bO"}
        is_begun = is_opened and len(self._escape) > len("\x1b[")
        is_over = is_begun and "@" <= each <= "~"
        is_short = len(self._escape) == len("\x1b[") and not is_opened
        if is_over or is_short or len(self._escape) > LONGEST_SEQUENCE:
            self._escape = ""

    def _enter(self, each: str) -> None:
        if each == "\n" and self._was_return:
            self._was_return = False
            return
        self._was_return = each == "\r"
        self._echo("\r\n")
        line = "".join(self._line)
        self._line.clear()
        self._give(f"{line}\n")

    def _add(self, each: str) -> None:
        self._was_return = False
        if len(self._line) < LONGEST:
            self._line.append(each)
            self._echo(each)

    def _rub_out(self, count: int) -> None:
        for _ in range(min(count, len(self._line))):
            cells = width(self._line.pop())
            self._echo("\b" * cells + " " * cells + "\b" * cells)


def _nothing(text: str) -> None:
    """Write nothing."""
