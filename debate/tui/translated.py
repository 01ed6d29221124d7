"""What every screen shares: its texts follow the language, and nothing typed is lost by it."""

from __future__ import annotations

import dataclasses
from typing import Any, Protocol, TypeVar, runtime_checkable

from textual import getters
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

from debate.i18n.catalog import Translator
from debate.tui.speaking import SpeakingApp

Bindings = dict[str, Any]
Kept = TypeVar("Kept")


@runtime_checkable
class Keeps(Protocol):
    """A widget that can hand over what a person did in it, and take it up again."""

    def keep(self) -> object:
        """Return what to remember."""

    def restore(self, kept: Any) -> None:  # noqa: ANN401 (what its own `keep` returned)
        """Take up what `keep` returned."""


class TranslatedScreen(Screen[ScreenResultType]):
    """A screen in the session's language.

    Compose with `self.t.text(...)`; on a change of language the screen is composed anew, and
    widgets that have an id keep focus, cursor, scroll and half-written text.
    """

    app = getters.app(SpeakingApp)

    @property
    def t(self) -> Translator:
        """The texts in the session's language."""
        return self.app.translator

    @property
    def active_bindings(self) -> Bindings:
        """The keys that work here, with their labels translated once for bar, help and palette."""
        return {
            key: active._replace(
                binding=dataclasses.replace(
                    active.binding, description=_said(self.t, active.binding.description)
                ),
                tooltip=_said(self.t, active.tooltip),
            )
            for key, active in super().active_bindings.items()
        }

    async def retranslate(self) -> None:
        """Compose the screen anew in the session's language."""
        focused = self.focused.id if self.focused is not None else None
        kept = {
            widget.id: widget.keep()
            for widget in self.query(Widget)
            if widget.id and isinstance(widget, Keeps)
        }
        await self.recompose()
        for identifier, memory in kept.items():
            for widget in self.query(f"#{identifier}"):
                if isinstance(widget, Keeps):
                    widget.restore(memory)
        if focused is not None:
            for widget in self.query(f"#{focused}"):
                self.set_focus(widget, scroll_visible=False)
        self.refresh_bindings()


class TranslatedDialog(ModalScreen[ScreenResultType], TranslatedScreen[ScreenResultType]):
    """A modal dialog in the session's language; dismiss it with its result."""


def _said(translator: Translator, text: str) -> str:
    """Return `text` translated; nothing stays nothing."""
    return translator.text(text) if text else ""
