"""An app that speaks one language a session, so that one process can serve people in several."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.reactive import var

from debate.i18n.catalog import Language, Translator, translator


class SpeakingApp(App[None]):
    """Holds the language; screens read `translator` and recompose when it changes."""

    LANGUAGES: ClassVar[tuple[Language, ...]] = ("en", "nl")

    language: var[Language] = var("en", init=False)
    """The language of every text on the screen."""

    @property
    def translator(self) -> Translator:
        """The texts in the session's language."""
        return translator(self.language)
