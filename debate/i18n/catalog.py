"""Texts in a person's language: the words in the code are English, a catalogue has the rest.

One process serves people in several languages, so nothing is installed for the whole process: who
shows a text asks the translator of the person who will read it. A text that a catalogue lacks is
shown in English.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

from debate.errors import UsageError

Language = Literal["en", "nl"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")
FALLBACK: Final[Language] = "en"
DOMAIN = "debate"
LOCALES = Path(__file__).parent / "locale"
LANGUAGE_VARIABLE = "DEBATE_LANG"
_VARIABLES = (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")


class Translator:
    """Looks texts up in one language and puts values in."""

    __slots__ = ("_catalogue", "language")

    language: Language
    """The language of what it returns."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        """Speak `language` with the texts of `catalogue`."""
        self.language = language
        self._catalogue = catalogue

    def text(self, msgid: str, /, **values: object) -> str:
        """Return a text in this language.

        Args:
            msgid: The English text, with `{name}` where a value goes.
            values: What goes there, as it is to be read: format numbers first.
        """
        found = self._catalogue.gettext(msgid) if msgid else ""
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the text for a count; `{n}` is the count itself, unless given as a value.

        Args:
            one: The English text for one.
            many: The English text for none or several.
            n: The count.
            values: What else goes into the text.
        """
        found = self._catalogue.ngettext(one, many, n)
        return found.format(**{"n": n, **values})

    def __repr__(self) -> str:
        """Show the language."""
        return f"Translator({self.language!r})"


@cache
def translator(language: Language) -> Translator:
    """Return the translator into a language; its catalogue is read once."""
    folder = LOCALES / language / "LC_MESSAGES"
    _renew(folder / f"{DOMAIN}.po")
    try:
        with (folder / f"{DOMAIN}.mo").open("rb") as file:
            return Translator(language, gettext.GNUTranslations(file))
    except (OSError, ValueError, UnicodeDecodeError):
        return Translator(language, gettext.NullTranslations())


def pick_language(
    flag: str | None, environment: Mapping[str, str], *, otherwise: Language = FALLBACK
) -> Language:
    """Return the language a person wants: as asked, as set for this program, as set for the system.

    Args:
        flag: What was asked for by name, such as `nl` or `nl_BE`; None when nothing was.
        environment: The process's environment variables. `DEBATE_LANG`, `LC_ALL`, `LC_MESSAGES`
            and `LANG` count, the first that is set.
        otherwise: The language where neither names one that there are texts in.

    Raises:
        UsageError: `flag` names a language that there are no texts in.
    """
    if flag is not None:
        if (asked := _language_in(flag)) is None:
            raise UsageError(what="language", value=flag)
        return asked
    setting = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return _language_in(setting) or otherwise


def _language_in(locale: str) -> Language | None:
    """Return the language of a locale such as `nl_NL.UTF-8`, when there are texts in it."""
    name = locale.replace("-", "_").partition(".")[0].partition("_")[0].lower()
    return name if name in LANGUAGES else None


def _renew(source: Path) -> None:
    """Compile a catalogue that was edited after it was installed; only a checkout has that."""
    try:
        edited = source.stat().st_mtime_ns
    except OSError:
        return
    target = source.with_suffix(".mo")
    is_checkout = (LOCALES.parents[2] / "pyproject.toml").is_file()
    if is_checkout and (not target.exists() or target.stat().st_mtime_ns < edited):
        from debate.i18n.compile import compile_catalogue

        compile_catalogue(source, target)
