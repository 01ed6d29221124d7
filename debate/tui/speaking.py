"""An app that speaks one language a session, so that one process can serve people in several."""

from __future__ import annotations

from time import time
from typing import ClassVar

from textual.app import App
from textual.notifications import Notifications, Notify
from textual.reactive import var
from textual.widgets._toast import ToastRack

from debate.i18n.catalog import Language, Translator, translator

FRESH = 0.5
"""For so many seconds a toast was hardly read."""
MOST_TOASTS = 3
"""So many stand on the screen at once."""


class SpeakingApp(App[None]):
    """Holds the language; screens read `translator` and recompose when it changes."""

    LANGUAGES: ClassVar[tuple[Language, ...]] = ("en", "nl")

    language: var[Language] = var("en", init=False)
    """The language of every text on the screen."""

    def on_notify(self, event: Notify) -> None:
        """Make room for a toast: what it says stands there once, and the oldest good news goes first."""
        new = event.notification
        for note in tuple(self._notifications):
            if (note.message, note.severity) == (new.message, new.severity):
                del self._notifications[note]
        while len(self._notifications) >= MOST_TOASTS:
            notes = tuple(self._notifications)
            del self._notifications[
                next((note for note in notes if note.severity == "information"), notes[0])
            ]

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
