"""HTML that cannot be broken out of: elements are built, and every text in them is escaped."""

from __future__ import annotations

from html import escape

from debate.domain.text import clean_prose

VOID = frozenset({"meta", "line", "rect", "circle", "path"})
"""Elements that have nothing in them."""


class Markup(str):
    """Markup that is finished; any other string is text, and escaped where it is put in."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """Return an element.

    Args:
        name: Its name.
        *children: Markup, or text that is escaped.
        **attributes: Their values, escaped; None leaves one out. A trailing underscore is dropped,
            other underscores become hyphens: `class_`, `aria_label`.
    """
    head = "".join(
        f' {_attribute(key)}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup(f"<{name}{head}>" if name == "meta" else f"<{name}{head}/>")
    return Markup(f"<{name}{head}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """Return markup and texts behind one another."""
    return Markup("".join(each if isinstance(each, Markup) else text(each) for each in children))


def text(words: str) -> Markup:
    """Return a text escaped, without characters that act or hide."""
    return Markup(escape(clean_prose(words).text))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    """Return the value of an attribute; numbers are short and the same everywhere."""
    if isinstance(value, str):
        return clean_prose(value).text
    return f"{value:.2f}".rstrip("0").rstrip(".")
