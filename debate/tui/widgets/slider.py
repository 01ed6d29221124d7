"""The base of every slider: keys, digits and mouse move one number; the words beside it follow.

Arrows go a step, with shift one; home and end go to the ends; digits type the number itself;
the mouse clicks or drags. Nothing is chosen until somebody chooses: `value` is None, never 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.keymap import bindings
from debate.tui.present.views import ScaleView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

_TRACK_ROW = 1
_LONGEST_TRACK = 61
_LONGEST_WORD = 18


class Slider(Lines, can_focus=True):
    """One number between `low` and `high`; subclasses say how track and number look."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "slider.less",
        "slider.more",
        "slider.little-less",
        "slider.little-more",
        "slider.least",
        "slider.most",
        "slider.unset",
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | left, h / right, l | Move one step. |
    | shift+left / shift+right | Move by one. |
    | home / end | Go to an end. |
    | 0-9, - | Type the number; what leads out of bounds is left out. |
    | backspace | Take a digit back. |
    | delete | Take the answer back. |
    """

    DEFAULT_CSS = "Slider { height: auto; width: 1fr; }"

    LOW: ClassVar[int] = 0
    HIGH: ClassVar[int] = 100
    STEP: ClassVar[int] = 5
    START: ClassVar[int] = 50
    """Where the first arrow begins when nothing was chosen."""

    value: reactive[int | None] = reactive[int | None](None, init=False)
    """The number, or None when nothing was chosen."""
    view: reactive[ScaleView] = reactive(ScaleView("", "", ""), init=False)
    """The words around it."""

    class Moved(Message):
        """The number changed, by key, digits or mouse."""

        def __init__(self, slider: Slider, value: int | None) -> None:
            """Say which slider and where it stands."""
            super().__init__()
            self.slider = slider
            self.value = value

        @property
        def control(self) -> Slider:
            """The slider."""
            return self.slider

        def can_replace(self, message: Message) -> bool:
            """Only the last place matters."""
            return isinstance(message, Slider.Moved) and message.control is self.control

    def __init__(
        self,
        view: ScaleView,
        value: int | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`, at `value` when something was chosen before."""
        super().__init__(name=name, id=id, classes=classes)
        self._typed = ""
        self._beyond = ""
        """The number somebody tried to type that is none of this slider's."""
        self._is_dragged = False
        self.set_reactive(Slider.view, view)
        self.set_reactive(Slider.value, value)

    # What a subclass may say ------------------------------------------------------------------

    @property
    def high(self) -> int:
        """The largest number that can be chosen."""
        return self.HIGH

    def number(self, value: int) -> list[Run]:
        """Return the number as it is read."""
        return [(str(value), "strong")]

    def track(self, width: int) -> list[Run]:
        """Return the track in exactly `width` cells."""
        raise NotImplementedError

    def foot(self, width: int) -> list[Line]:
        """Return the lines below the track."""
        return [[("  ", "ink"), (self.view.hint, "muted")]] if self.view.hint else []

    # Drawing ----------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return label and number, track with its ends, and the foot."""
        del height
        low, high = self._ends()
        start, length = self._span(width)
        mark: Run = ("▸ " if self.has_focus else "  ", "focus")
        label: Role = "strong" if self.has_focus else "ink"
        top: Line = [mark, (self.view.label, label), ("   ", "ink"), *self._answer()]
        pad = start - cells_of(low) - 3
        row: Line = [
            (" " * pad + "  ", "ink"),
            (low, self._end_role(-1)),
            (" ", "ink"),
            *self.track(length),
            (" ", "ink"),
            (high, self._end_role(1)),
        ]
        return [top, row, *self.foot(width)]

    def _answer(self) -> list[Run]:
        """Return the number and its word, or that nothing was chosen."""
        if self.value is None:
            return [(self._typed or self.view.unset, "muted")]
        if self._beyond:
            said = self.view.beyond_words.replace("{number}", self._beyond)
            return [*self.number(self.value), ("  ", "ink"), (said, "notice")]
        word = ""
        for least, said in self.view.words:
            if self.value >= least:
                word = said
        return [*self.number(self.value), ("  ", "ink"), (word, "muted")]

    def _ends(self) -> tuple[str, str]:
        """Return the words at the ends, none longer than there is room for."""
        return fit(self.view.low, min(cells_of(self.view.low), _LONGEST_WORD)), fit(
            self.view.high, min(cells_of(self.view.high), _LONGEST_WORD)
        )

    def _end_role(self, end: int) -> Role:
        """Return how the word at an end is drawn."""
        del end
        return "muted"

    def _span(self, width: int) -> tuple[int, int]:
        """Return where the track begins and how long it is; always an odd number of cells."""
        low, high = self._ends()
        start = 3 + cells_of(low)
        length = max(3, min(_LONGEST_TRACK, width - start - cells_of(high) - 2))
        return start, length - (1 - length % 2)

    def place(self, length: int) -> int:
        """Return on which cell of the track the number stands."""
        if self.value is None:
            return 0
        return round((self.value - self.LOW) / max(1, self.high - self.LOW) * (length - 1))

    # Moving -----------------------------------------------------------------------------------

    def validate_value(self, value: int | None) -> int | None:
        """Keep the number in its bounds."""
        return None if value is None else max(self.LOW, min(self.high, value))

    def watch_value(self, value: int | None) -> None:
        """Draw the new place and say it."""
        self.redraw()
        self.post_message(self.Moved(self, value))

    def watch_view(self) -> None:
        """Draw the new words."""
        self.redraw(layout=True)

    def keep(self) -> int | None:
        """Return what to remember: the number."""
        return self.value

    def restore(self, kept: int | None) -> None:
        """Take up the number."""
        self.value = kept

    def action_step(self, by: int) -> None:
        """Move by steps."""
        self._move(by * self.STEP)

    def action_nudge(self, by: int) -> None:
        """Move by one."""
        self._move(by)

    def action_edge(self, side: int) -> None:
        """Go to the left end for −1, to the right end for 1."""
        self._begin_anew()
        self.value = self.LOW if side < 0 else self.high

    def action_unset(self) -> None:
        """Take the answer back."""
        self._begin_anew()
        self.value = None

    def _begin_anew(self) -> None:
        """Let the next digit begin a new number."""
        self._typed = self._beyond = ""

    def _move(self, by: int) -> None:
        """Move from where it stands, or appear at the start."""
        self._begin_anew()
        self.value = self.START if self.value is None else self.value + by

    # Typing and pointing ----------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take digits, a minus where there are negative numbers, and backspace."""
        if event.key == "backspace" and self._typed:
            self._take(self._typed[:-1])
        elif event.character == "-" and self.LOW < 0:
            self._take("-")
        elif event.character is not None and event.character in "0123456789":
            self._type(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_focus(self) -> None:
        """Show that the keys come here."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere; the next digit begins a new number."""
        self._begin_anew()
        self.redraw()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag on the track."""
        if event.y == _TRACK_ROW:
            self._is_dragged = True
            self.capture_mouse()
            self._point(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while it drags."""
        if self._is_dragged:
            self._point(event.x)

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._is_dragged:
            self._is_dragged = False
            self.release_mouse()

    @property
    def most(self) -> int:
        """The largest number that can be typed."""
        return self.HIGH

    def _type(self, digit: str) -> None:
        """Go on with the number; a digit that leads out of bounds is told and left out."""
        longer = (self._typed if self._typed != "0" else "") + digit
        if self.LOW <= int(longer) <= self.most:
            self._take(longer)
        else:
            self._beyond = longer
            self.redraw()

    def _take(self, typed: str) -> None:
        """Make the typed number the value as far as it is one."""
        self._typed, self._beyond = typed, ""
        if typed.lstrip("-"):
            self.value = int(typed)
        else:
            self.value = None
        self.redraw()

    def _point(self, x: int) -> None:
        """Take the number under the pointer."""
        start, length = self._span(self.size.width)
        share = max(0.0, min(1.0, (x - start) / max(1, length - 1)))
        self._begin_anew()
        self.value = self.LOW + round(share * (self.high - self.LOW))
