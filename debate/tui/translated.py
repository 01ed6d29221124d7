"""What every screen shares: its texts follow the language, and nothing typed is lost by it."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from textual import events, getters, on
from textual.binding import ActiveBinding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

from debate.i18n.catalog import Translator
from debate.tui.compositor import SparingCompositor
from debate.tui.keeping import Keeps
from debate.tui.speaking import SpeakingApp
from debate.tui.widgets.ink import INKWELL

Bindings = dict[str, ActiveBinding]


class TranslatedScreen(Screen[ScreenResultType]):
    """A screen in the session's language.

    Compose with `self.t.text(...)`; on a change of language the screen is composed anew, and
    widgets that have an id keep focus, cursor, scroll and half-written text.
    """

    app = getters.app(SpeakingApp)
    COMPONENT_CLASSES: ClassVar[set[str]] = INKWELL

    takes_every_key: ClassVar[bool] = False
    """Whether it asks for a key, so that none is an act of the program meanwhile."""
    is_retranslating = False
    """Whether the widgets are being made anew: a clock that ticks meanwhile finds none."""

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        """Take a name, an id and classes as any screen does."""
        super().__init__(name, id, classes)
        self._compositor = SparingCompositor()

    @property
    def t(self) -> Translator:
        """The texts in the session's language."""
        return self.app.translator

    @property
    def is_in_view(self) -> bool:
        """Whether this screen is painted: in front, or with nothing but dialogs before it."""
        for screen in reversed(self.app.screen_stack):
            if screen is self or not screen.is_modal:
                return screen is self
        return False

    @property
    def active_bindings(self) -> Bindings:
        """The keys that work here, with their labels translated once for bar, help and palette."""
        return {key: self._translated(active) for key, active in super().active_bindings.items()}

    def offered_bindings(self) -> Bindings:
        """Return the keys that work here and those that only typing in a field keeps from working.

        The palette offers these, so that every act of the screen can be found while one types.
        """
        found = self.active_bindings
        known = {active.binding.id for active in found.values()}
        nodes: list[DOMNode] = [self] if self.is_modal else [self, self.app]
        for node in nodes:
            for key, binding in node._bindings:  # noqa: SLF001 (Textual leaves these out)
                state = self.app._check_action_state(binding.action, node)  # noqa: SLF001
                if binding.id not in known and key not in found and state is not False:
                    found[key] = self._translated(
                        ActiveBinding(node, binding, bool(state), binding.tooltip)
                    )
        return found

    def is_refused(self, action: str) -> bool:
        """Tell whether an action would only say why it cannot be done; the key bar dims it."""
        del action
        return False

    def _translated(self, active: ActiveBinding) -> ActiveBinding:
        """Return a binding with its label and its sentence in the session's language."""
        label = _said(self.t, active.binding.description)
        return active._replace(
            binding=dataclasses.replace(active.binding, description=label),
            enabled=active.enabled and not self.is_refused(active.binding.action),
            tooltip=_said(self.t, active.tooltip),
        )

    @on(events.Mount)
    def _follow_layout(self) -> None:
        """Keep the terminal's own caret in the field that has the keys, wherever it is laid out.

        Input methods and screen readers go by it; a field itself moves it only when it gets the
        keys and when somebody types.
        """
        self.screen_layout_refresh_signal.subscribe(self, self._place_caret, immediate=True)

    def _place_caret(self, _: Screen[object]) -> None:
        place = getattr(self.focused, "cursor_screen_offset", None)
        if place is not None and self.is_current:
            self.app.cursor_position = place

    async def retranslate(self) -> None:
        """Compose the screen anew in the session's language."""
        nodes = self.focused.ancestors_with_self if self.focused is not None else ()
        focused = next((node.id for node in nodes if node.id), None)
        kept = {
            widget.id: widget.keep()
            for widget in self.query(Widget)
            if widget.id and isinstance(widget, Keeps)
        }
        self.is_retranslating = True
        try:
            await self.recompose()
        finally:
            self.is_retranslating = False
        for identifier, memory in kept.items():
            for widget in self.query(f"#{identifier}"):
                if isinstance(widget, Keeps):
                    widget.restore(memory)
        if focused is not None:
            for widget in self.query(f"#{focused}"):
                widget.focus(scroll_visible=False)
        self.refresh_bindings()
        self.show_again()

    def show_again(self) -> None:
        """Show on the new widgets what `compose` did not. Called after a change of language."""


class TranslatedDialog(ModalScreen[ScreenResultType], TranslatedScreen[ScreenResultType]):
    """A modal dialog in the session's language; dismiss it with its result."""

    @on(events.Mount)
    def _come_to_the_front(self) -> None:
        """Let no toast be read twice, behind the dialog and upon it."""
        self.app.hush()

    COMPONENT_CLASSES: ClassVar[set[str]] = INKWELL
    """Said again, as Textual looks for them along the first base alone."""


def _said(translator: Translator, text: str) -> str:
    """Return `text` translated; nothing stays nothing."""
    return translator.text(text) if text else ""
