"""The figures and arguments of a debate as one table of comma-separated values.

One row says one thing: which motion, what sort of thing, which one, and its value. Texts that a
spreadsheet would run as a formula get an apostrophe in front, as spreadsheets themselves write it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from debate.analysis.findings.findings import motion_json, without_weights
from debate.domain.ids import ArgumentId
from debate.domain.text import clean_claim

if TYPE_CHECKING:
    from debate.analysis.findings.plain import Plain
    from debate.i18n.catalog import Translator
    from debate.report.material import Material

HEADS = ("motion", "part", "item", "field", "value")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Row = tuple[str, str, str, str, "str | float | None"]


def sheet(material: Material, t: Translator) -> str:
    """Return a debate's figures and arguments as CSV, one value a row."""
    return table_text(_rows(material, t))


def table_text(rows: Iterable[Row]) -> str:
    """Return rows below their heads as CSV that no spreadsheet runs."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return buffer.getvalue()


def _cell(value: str | float | None) -> str | float:
    """Return a cell that no spreadsheet runs; numbers stay numbers, nothing is an empty cell."""
    if not isinstance(value, str):
        return "" if value is None else value
    line = clean_claim(value).text
    return f"'{line}" if line.startswith(_FORMULA) else line


def _rows(material: Material, t: Translator) -> Iterator[Row]:
    for found in material.findings.motions:
        whole = motion_json(found, material.names if material.sees_authors else None)
        for part in ("polls", "shift", "moved", "taking_part", "carried", "preference"):
            yield from flat(found.motion, part, "", whole[part])
        if material.sees_totals:
            yield from flat(found.motion, "coherence", "", whole["coherence"])
        weighing = cast("Mapping[str, Plain]", whole["weighing"])
        if material.sees_totals:
            for field in ("strength", "raters"):
                yield (found.motion, "weighing", "", field, cast("float", weighing[field]))
        for argument in cast("Sequence[Mapping[str, Plain]]", weighing["arguments"]):
            yield from _argument(found.motion, material, argument, t)
    together = material.findings.to_json(material.names)
    together = together if material.sees_totals else without_weights(together)
    for part in ("groups", "preference", "coherence"):
        yield from flat("", part, "", together.get(part, {}))


def _argument(
    motion: str, material: Material, argument: Mapping[str, Plain], t: Translator
) -> Iterator[Row]:
    """Yield the claim of an argument that may be read, and its figures where totals may be seen."""
    number = str(argument["number"])
    shown = material.shown(ArgumentId(str(argument["id"])))
    if shown is not None:
        yield (motion, "argument", number, "claim", shown.claim.within(t.language))
        if material.sees_totals:
            rest = {key: value for key, value in argument.items() if key not in ("number", "id")}
            yield from flat(motion, "argument", number, rest)


def flat(motion: str, part: str, item: str, value: Plain, field: str = "") -> Iterator[Row]:
    """Yield the values in a JSON value, each with the path that leads to it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from flat(motion, part, item, each, f"{field}.{key}" if field else key)
    elif isinstance(value, list):
        for place, each in enumerate(value, start=1):
            yield from flat(motion, part, item, each, f"{field}.{place}" if field else str(place))
    elif isinstance(value, bool):
        yield (motion, part, item, field, "yes" if value else "no")
    else:
        yield (motion, part, item, field, value)
