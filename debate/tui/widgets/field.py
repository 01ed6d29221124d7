"""What every text field shares: a label, how much room is left, and a line that says what is up."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from debate.tui.cells import clean, cut, wrap
from debate.tui.cells import width as cells_of
from debate.tui.present.views import FieldView
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.lines import Lines

_PRESSING = 0.9
_JOINING = frozenset(map(chr, (0x200C, 0x200D, *range(0xE0020, 0xE0080))))


def taken_joiner(event: events.Key) -> str:
    """Return the joiner or tag that a key types, and let nobody else have the key; or nothing.

    Emoji of several people, flags of regions and Persian need them. An input of Textual leaves them
    out because alone they print nothing.
    """
    if event.character not in _JOINING:
        return ""
    event.stop()
    event.prevent_default()
    return event.character


def fitting(text: str, room: int, *, is_multiline: bool) -> tuple[str, bool]:
    """Return what of a pasted `text` fits in `room` characters, and whether something was lost.

    Only as much is looked at as could be kept, so that ten megabytes cost no more than a page.
    """
    looked_at = text[: room * 2 + 64]
    kept = clean(looked_at, is_multiline=is_multiline)
    is_cut = len(kept) > room or len(looked_at) < len(text)
    return kept[:room], is_cut


class FieldHead(Lines):
    """The label on the left, the counter on the right."""

    DEFAULT_CSS = "FieldHead { height: 1; }"

    count: reactive[int] = reactive(0)
    """How many characters there are."""

    def __init__(self, view: FieldView) -> None:
        """Show the label of `view`."""
        super().__init__()
        self._view = view

    def watch_count(self) -> None:
        """Draw the new count."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        counter = f"{self.count}/{self._view.limit}"
        is_pressing = self.count >= self._view.limit * _PRESSING
        label = cut(self._view.label, width - len(counter) - 1)
        space = width - cells_of(label) - len(counter)
        role: Role = "notice" if is_pressing else "muted"
        return [[(label, "ink"), (" " * space, "ink"), (counter, role)]]


class FieldFoot(Lines):
    """What stands below a field, on as many lines as it needs: its help, or what is wrong."""

    DEFAULT_CSS = "FieldFoot { height: auto; }"

    text: reactive[str] = reactive("")
    """The words."""
    is_notice: reactive[bool] = reactive(False)
    """Whether it says something about what was typed."""

    def watch_text(self) -> None:
        """Draw the new words in the room they need."""
        self.redraw(layout=True)

    def watch_is_notice(self) -> None:
        """Draw it in its colour."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the words, one line where there are none."""
        del height
        role: Role = "notice" if self.is_notice else "muted"
        return [[(line, role)] for line in wrap(self.text, width) or [""]]


class Field(Widget):
    """The base of `TextField` and `TextBox`: posts `Changed`, and shows `notice` below."""

    DEFAULT_CSS = "Field { height: auto; layout: vertical; padding: 0 0 0 2; }"

    notice: reactive[str] = reactive("", init=False)
    """What is wrong with what was typed; empty when nothing is."""

    class Changed(Message):
        """The text changed."""

        def __init__(self, field: Field, value: str) -> None:
            """Say which field and what stands in it."""
            super().__init__()
            self.field = field
            self.value = value

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    class Submitted(Changed):
        """Enter was pressed in a field of one line."""

    def __init__(
        self,
        view: FieldView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show the words of `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self._view = view
        self._cut = ""
        self._head = FieldHead(view)
        self._foot = FieldFoot()
        self._foot.text = view.help

    @property
    def value(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    @value.setter
    def value(self, text: str) -> None:
        """Put `text` in the field."""
        raise NotImplementedError

    def keep(self) -> tuple[str, bool]:
        """Return what to remember: the text, and whether it has the keys."""
        return self.value, self.has_focus_within

    def restore(self, kept: tuple[str, bool]) -> None:
        """Take up what `keep` returned."""
        text, had_focus = kept
        self.value = text
        if had_focus:
            self.focus()

    def watch_notice(self, notice: str) -> None:
        """Show what is wrong, or the help again."""
        self._foot.text = notice or self._view.help
        self._foot.is_notice = bool(notice)

    def refuse(self, words: str) -> None:
        """Say what is wrong with what stands here, and let the keys mend it at once."""
        self.notice = words
        self.focus()

    def say_cut(self, kept: int, offered: int) -> None:
        """Say how much of a paste was kept, and go on saying it when the change is reported."""
        words = self._view.kept_words
        said = words.replace("{kept}", f"{kept}").replace("{offered}", f"{offered}")
        self._cut = said if kept else ""
        self.notice = said

    def report(self, text: str) -> None:
        """Count the text, take an old notice away, and say that the text changed."""
        self._head.count = len(text)
        self.notice, self._cut = self._cut, ""
        self.post_message(self.Changed(self, text))
