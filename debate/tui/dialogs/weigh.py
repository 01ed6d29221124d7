"""Weigh one argument, and see what that would do before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button, Static

from debate.tui.keymap import bindings
from debate.tui.present.views import SupposedView, WeightView
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.slider import Slider
from debate.tui.widgets.supposed_balance import SupposedBalance
from debate.tui.widgets.weight_slider import WeightSlider

Supposing = Callable[[int | None], SupposedView]
"""Says what a weight would do to the motion."""


class WeighDialog(TranslatedDialog[tuple[int | None] | None]):
    """Dismissed with the weight in a tuple (None takes it back), or None when nothing changes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "dialog.accept", "dialog.save", "dialog.cancel"
    )

    def __init__(
        self,
        claim: str,
        view: WeightView,
        value: int | None,
        supposing: Supposing,
        *,
        tip: str = "",
    ) -> None:
        """Ask for a weight.

        Args:
            claim: What is weighed.
            view: The scheme and what is left.
            value: The weight it has; None when it was not weighed.
            supposing: Says what a weight would do.
            tip: Which single weight would turn the motion, in words; empty when that is hidden.
        """
        super().__init__()
        self._claim = claim
        self._view = view
        self._value = value
        self._supposing = supposing
        self._tip = tip

    def compose(self) -> ComposeResult:
        """Lay out claim, slider and what it would do."""
        t = self.t
        yield Form(
            t.text("How much does this weigh for you?"),
            Static(self._claim, id="claim", classes="muted", markup=False),
            WeightSlider(self._view, self._value, id="weight"),
            SupposedBalance(self._supposing(self._value), id="supposing"),
            Static(self._tip, id="tip", classes="muted", markup=False),
            FormButtons(t.text("Save"), t.text("Cancel")),
        )
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the slider; a tip that cannot be given takes no room."""
        self.query_one("#tip").display = bool(self._tip)
        self.query_one("#weight").focus()

    @on(Slider.Moved)
    def _show_what_if(self, event: Slider.Moved) -> None:
        """Let the motion move with the weight, before anything is saved."""
        self.query_one("#supposing", SupposedBalance).view = self._supposing(event.value)

    def action_save(self) -> None:
        """Take the weight."""
        value = self.query_one("#weight", WeightSlider).value
        self.dismiss((value,) if value != self._value else None)

    def action_cancel(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _cancel_pressed(self) -> None:
        self.action_cancel()
