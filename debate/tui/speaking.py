"""An app that speaks one language a session, so that one process can serve people in several."""

from __future__ import annotations

from time import time
from typing import ClassVar

from textual.app import App
from textual.notifications import Notifications
from textual.reactive import var
from textual.widgets._toast import ToastRack

from debate.i18n.catalog import Language, Translator, translator

FRESH = 0.5
"""For so many seconds a toast was hardly read."""


class SpeakingApp(App[None]):
    """Holds the language; screens read `translator` and recompose when it changes."""

    LANGUAGES: ClassVar[tuple[Language, ...]] = ("en", "nl")

    language: var[Language] = var("en", init=False)
    """The language of every text on the screen."""

    def hush(self) -> None:
        """Take toasts of good news that were read already away; the others stand in front alone."""
        now = time()
        for note in tuple(self._notifications):
            if note.severity == "information" and now - note.raised_at > FRESH:
                del self._notifications[note]
        for screen in self.screen_stack[:-1]:
            for rack in screen.query(ToastRack):
                rack.show(Notifications())
        self._refresh_notifications()

    @property
    def translator(self) -> Translator:
        """The texts in the session's language."""
        return translator(self.language)
