"""What is said in one language and not in the other: texts in the source against a catalogue.

Texts are found the way the catalogues are made, by `tests.tools.messages`, in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from tests.house.sources import Source
from tests.tools.messages import find_messages

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[sdf]|%[sdf]")

Text = tuple[str, ...]
"""A text as the source has it: the words, or their singular and plural."""


def as_text(found: object) -> Text:
    """Return a text as a tuple of its forms."""
    return tuple(str(form) for form in found) if isinstance(found, (tuple, list)) else (str(found),)


def texts_in(sources: Iterable[Source]) -> set[Text]:
    """Find the texts that Python sources mark for translation."""
    return {as_text(message) for message in find_messages(sources).messages}


def read_catalogue(path: Path) -> Catalog:
    """Read a `.po` file; a file that cannot be read raises."""
    with path.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def messages_of(catalogue: Catalog) -> dict[Text, Message]:
    """Return a catalogue's messages by their text, its header apart."""
    return {as_text(message.id): message for message in catalogue if message.id}


def faults(catalogue: Catalog, wanted: AbstractSet[Text]) -> Iterator[str]:
    """Yield a sentence for each text that is missing, left over, or badly translated."""
    messages = messages_of(catalogue)
    yield from (f"missing: {text[0]!r}" for text in sorted(wanted - messages.keys()))
    yield from (f"left over: {text[0]!r}" for text in sorted(messages.keys() - wanted))
    for text, message in sorted(messages.items()):
        yield from message_faults(text, message)


def message_faults(text: Text, message: Message) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with one translation."""
    forms = as_text(message.string)
    if message.fuzzy:
        yield f"fuzzy: {text[0]!r}"
    if not all(form.strip() for form in forms):
        yield f"empty: {text[0]!r}"
    elif placeholders(forms[-1]) != placeholders(text[-1]) or not all(
        placeholders(form) <= placeholders(text[-1]) for form in forms
    ):
        yield f"other placeholders: {text[0]!r}"


def placeholders(text: str) -> set[str]:
    """Return the placeholders of a text, whatever their order."""
    return set(PLACEHOLDER.findall(text))
