"""A piece of TOML that people wrote: its good values, the line of each, and what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from debate.store.pack_fault import Findings
from debate.store.pack_keys import Key
from debate.store.pack_text import find_links, hidden_in

_BROKEN_AT = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Table:
    """The values of a piece of TOML, and the line of each key."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    line: int
    """Where the piece begins, for what is not there."""

    def line_of(self, key: str) -> int:
        """Return the line of a key, or where the piece begins."""
        return self.lines.get(key, self.line)


class Place(NamedTuple):
    """Where a text stands, and how long it may be there."""

    key: str
    limit: int | None
    line: int


def read_table(toml: str, keys: Mapping[str, Key], findings: Findings, line: int = 1) -> Table:
    """Read TOML that may only have these keys; a value that is not good is left out.

    Args:
        toml: The text.
        keys: What may be in it.
        findings: Where faults go.
        line: The number of the text's first line in its file.
    """
    lines = _lines_of_keys(toml, line)
    try:
        found = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as exc:
        _note_broken(str(exc), toml, findings, line)
        return Table({}, lines, line)
    table = Table(_good_values(found, keys, lines, findings, line), lines, line)
    for name, key in keys.items():
        if key.required and name not in found:
            findings.add(line, "key.missing", key=name, example=f"{name} = {key.example}")
    return table


def _good_values(
    found: Mapping[str, object],
    keys: Mapping[str, Key],
    lines: Mapping[str, int],
    findings: Findings,
    line: int,
) -> dict[str, object]:
    good = {}
    for name, value in found.items():
        at = lines.get(name, line)
        if name not in keys:
            findings.add(at, "key.unknown", key=name, known=", ".join(keys))
        elif not keys[name].is_good(value):
            findings.add(at, "key.wrong", key=name, example=f"{name} = {keys[name].example}")
        else:
            good[name] = value
            for text in _texts(value):
                _check_text(text, Place(name, keys[name].limit, at), findings)
    return good


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _check_text(text: str, place: Place, findings: Findings) -> None:
    """Note what a text says that a reader of the file may not have seen, and what is too long."""
    for character in hidden_in(text):
        findings.add(place.line, "file.hidden-character", character=character)
    flowed = " ".join(text.split())
    find_links(flowed, findings, place.line)
    if place.limit is not None and len(flowed) > place.limit:
        findings.add(
            place.line, "key.too-long", key=place.key, length=len(flowed), limit=place.limit
        )


def _note_broken(reason: str, toml: str, findings: Findings, line: int) -> None:
    match = _BROKEN_AT.fullmatch(reason)
    number = int(match[2]) if match and match[2] else max(1, len(toml.rstrip("\n").split("\n")))
    findings.add(line + number - 1, "toml.broken", reason=match[1] if match else reason)


def _lines_of_keys(toml: str, line: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, each in enumerate(toml.split("\n"), line):
        match = re.match(r'\s*\[?\s*"?([A-Za-z0-9_-]+)"?\s*(?:=|\]|\.)', each)
        if match:
            lines.setdefault(match[1], number)
    return lines
