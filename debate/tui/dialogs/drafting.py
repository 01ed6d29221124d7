"""The base of dialogs in which people write: what is typed is kept as a draft until it is said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import Button

from debate.errors import DebateError
from debate.tui.keymap import bindings
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.field import Field

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.tui.desk import Desk

Written = TypeVar("Written")
KEEP_AFTER = 0.4
"""Seconds without a key after which a draft is written to the disk."""


class DraftDialog(TranslatedDialog[bool]):
    """Subclasses say what is written; dismissed with True once it was said.

    The draft survives a closed dialog, a crash and a killed terminal; it goes when it was said.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog.save", "dialog.cancel")

    def __init__(self, seat: Seat, desk: Desk, place: str) -> None:
        """Take up the draft of a place, if there is one.

        Args:
            seat: Whose draft it is.
            desk: Where drafts are written.
            place: What the draft is of, such as `argue/state-threats`.
        """
        super().__init__()
        self.seat = seat
        self.desk = desk
        self.place = place
        self._timer: Timer | None = None
        self._was_refused = False
        self._is_said = False
        self.found: Mapping[str, Any] = self._found()
        """The draft that was there, or nothing."""

    def written(self) -> dict[str, Any]:
        """Return what is typed, as plain JSON."""
        raise NotImplementedError

    async def say(self) -> bool:
        """Say what is written; tell whether it was saved."""
        raise NotImplementedError

    def is_worth_keeping(self) -> bool:
        """Tell whether anything was typed."""
        return any(isinstance(value, str) and value.strip() for value in self.written().values())

    def _found(self) -> Mapping[str, Any]:
        try:
            return self.seat.draft(self.place) or {}
        except DebateError:
            return {}

    def on_mount(self) -> None:
        """Tell of a draft that came back."""
        if self.found:
            self.app.notify(self.t.text("Your draft is back; nothing you typed was lost."))

    @on(Field.Changed)
    @on(Choice.Chosen)
    def _keep_soon(self) -> None:
        """Keep the draft once the keys are quiet."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(KEEP_AFTER, self._keep)

    async def _keep(self) -> bool:
        """Write the draft, or let go of an empty one; tell whether the disk took it.

        What was said meanwhile is no draft any more.
        """
        try:
            if self.is_worth_keeping() and not self._is_said:
                await self.desk.run(self.seat.keep_draft, self.place, self.written())
            else:
                await self.desk.run(self.seat.drop_draft, self.place)
        except DebateError:
            self.app.notify(
                self.t.text("The draft cannot be kept: the disk refuses. The text is still here."),
                severity="warning",
            )
            return False
        return True

    async def _drop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        try:
            await self.desk.run(self.seat.drop_draft, self.place)
        except DebateError:
            return

    async def action_save(self) -> None:
        """Say it, and close once it is saved."""
        if await self.say():
            self._is_said = True
            await self._drop()
            self.dismiss(True)

    async def action_cancel(self) -> None:
        """Close; what was typed stays as a draft.

        When the disk does not take it, the text stays in view; who cancels again lets go of it.
        """
        if self._timer is not None:
            self._timer.stop()
        if self.is_worth_keeping():
            if await self._keep():
                self.app.notify(self.t.text("Kept as a draft."))
            elif not self._was_refused:
                self._was_refused = True
                return
        else:
            await self._drop()
        self.dismiss(False)

    @on(Button.Pressed, "#save")
    async def _save_pressed(self) -> None:
        await self.action_save()

    @on(Button.Pressed, "#cancel")
    async def _cancel_pressed(self) -> None:
        await self.action_cancel()


Say = Callable[[Written], Awaitable[bool]]
"""Says what was written; tells whether it was saved."""
