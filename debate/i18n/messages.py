"""The words of every failure and refusal: what happened, what was kept, what to do next.

The code that fails tells facts, never sentences: see `debate.errors` and `debate.domain.refusal`.
Here they become a sentence in a person's language. A code without words is still told, by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from debate.errors import DebateError
from debate.i18n.catalog import Language, Translator
from debate.i18n.failures import FAILURES, REASONS, THINGS
from debate.i18n.marks import N_
from debate.i18n.refusals import DETAILS, REFUSALS

_UNKNOWN_FAILURE = N_("Something went wrong ({code}). What was saved before is still there.")
_UNKNOWN_REFUSAL = N_("This cannot be done here ({code}). Nothing was changed.")


class Spoken(Protocol):
    """A text in several languages: see `debate.domain.motion.Text`."""

    def within(self, language: Language, /) -> str:
        """Return the text in one language."""


Detail = str | int | Spoken


class Refused(Protocol):
    """A lawful no: see `debate.domain.refusal.Refusal`."""

    @property
    def rule(self) -> str:
        """The code of the rule that said no."""

    @property
    def details(self) -> Iterable[tuple[str, Detail]]:
        """Named values for the words."""


def failure_text(error: DebateError, t: Translator) -> str:
    """Return what went wrong, for the person who sees it.

    A reason that has a sentence of its own (`trust.key-damaged`) is told by that sentence; another
    one is put into the sentence of the code.
    """
    reason = str(error.details.get("reason", ""))
    template = (
        FAILURES.get(f"{error.code}.{reason}") or FAILURES.get(error.code) or _UNKNOWN_FAILURE
    )
    values = {name: _shown(value) for name, value in error.details.items()}
    for name, words in (("reason", REASONS), ("what", THINGS)):
        if (code := values.get(name, "")) in words:
            values[name] = t.text(words[code])
    return filled(t.text(template), {"code": error.code, **values})


def refusal_text(refusal: Refused, t: Translator) -> str:
    """Return why something cannot be done, for the person who asked for it."""
    values = {name: _detail(name, value, t) for name, value in refusal.details}
    template = REFUSALS.get(refusal.rule, _UNKNOWN_REFUSAL)
    return filled(t.text(template), {"code": refusal.rule, **values})


def _detail(name: str, value: Detail, t: Translator) -> str:
    """Return a detail as it is to be read."""
    if not isinstance(value, str | int):
        return value.within(t.language)
    words = DETAILS.get(name, {}).get(str(value))
    return t.text(words) if words else str(value)


def _shown(value: object) -> str:
    """Return a fact of a failure as it is to be read: several of them line by line."""
    if isinstance(value, (list, tuple)):
        return "\n".join(map(str, value))
    return str(value)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Put values into a template; one that is not known becomes a question mark."""
    return template.format_map(_Values(values))


class _Values(dict[str, str]):
    """Values by name, none of which is missing."""

    def __missing__(self, name: str) -> str:
        """Stand in for a value that was not told."""
        return "?"
