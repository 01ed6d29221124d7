"""Find every text for people in the program's source.

A text stands in a call of `N_("…")`, `….text("…")` or `….plural("one", "many", n)`, as a literal or as
a choice of two. A call that holds an f-string or a joined text is a fault: no translator would
ever see it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.house.sources import Source

KEYWORDS = {"N_": 1, "text": 1, "plural": 2}
"""The calls that hold texts, and how many each."""

Message = str | tuple[str, str]
"""A text, or the two forms of a count."""


class Found(NamedTuple):
    """What a search through the source brought."""

    messages: dict[Message, list[str]]
    """Each text, and the files it stands in; both in order of the source."""
    faults: list[str]
    """Calls whose text cannot be extracted, with file and line."""


def find_messages(sources: Iterable[Source]) -> Found:
    """Return every text in the sources."""
    found = Found({}, [])
    for source in sources:
        for call in _calls(source.tree):
            arguments = call.args[: KEYWORDS[_name(call)]]
            if any(map(_is_composed, arguments)):
                found.faults.append(f"{source.path}:{call.lineno}: a text is put together here")
            for message in _messages(arguments, _name(call)):
                paths = found.messages.setdefault(message, [])
                paths += [] if source.path in paths else [source.path]
    return found


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield the calls that may hold a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in KEYWORDS:
            yield node


def _name(call: ast.Call) -> str:
    """Return the name of what is called: a plain `N_`, or the method of an object."""
    called = call.func
    if isinstance(called, ast.Name):
        return called.id if called.id == "N_" else ""
    return called.attr if isinstance(called, ast.Attribute) and called.attr != "N_" else ""


def _messages(arguments: list[ast.expr], name: str) -> Iterator[Message]:
    """Yield the texts of a call whose arguments are literals."""
    texts = [list(_literals(argument)) for argument in arguments]
    if name != "plural":
        yield from texts[0] if texts else ()
    elif all(len(forms) == 1 for forms in texts):
        yield (texts[0][0], texts[1][0])


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _is_composed(node: ast.expr) -> bool:
    """Whether an argument puts a text together from pieces."""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod))
    )
