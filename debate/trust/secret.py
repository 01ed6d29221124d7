"""Text that must not be shown: passwords and links, hidden from every display but the one asked for.

A crash report prints the local variables of every frame; what it prints of a `Secret` says nothing.
"""

from __future__ import annotations

from typing import NoReturn


class Secret:
    """A text behind a curtain. Equal when the texts are."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        """Hide a text."""
        self.__text = text

    def reveal(self) -> str:
        """Return the text, for the one place that needs it."""
        return self.__text

    def __eq__(self, other: object) -> bool:
        """Compare the texts."""
        return isinstance(other, Secret) and self.__text == other.reveal()

    def __hash__(self) -> int:
        """Hash as the text does."""
        return hash(self.__text)

    def __repr__(self) -> str:
        """Show that there is something, and no more."""
        return "Secret(hidden)"

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError("a secret is not pickled")
