"""The words around a text field that every one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.tui.present.views import FieldView

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator


def field_view(
    t: Translator, label: str, limit: int, help: str = "", placeholder: str = ""
) -> FieldView:
    """Return the words of a field, and what it says of a paste that was too long.

    Args:
        t: The language.
        label: What is asked; translated, like the two below.
        limit: The most characters it takes.
        help: One line below it.
        placeholder: What stands in it while it is empty.
    """
    kept = t.text("kept the first {kept} of {offered} characters")
    return FieldView(label, limit, help, placeholder, kept)
