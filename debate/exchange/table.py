"""CSV tables as others write them: read by header name, forgiving in form, never in content.

Accepts any line end, a byte order mark, cells of many lines, and a last column whose text was written
without quotes and so spilt over. Bytes that are not UTF-8 become the replacement character.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from debate.errors import UsageError, reason_of


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows under a header."""

    columns: tuple[str, ...]
    """The header's names, stripped and in lower case."""
    rows: tuple[dict[str, str], ...]
    """The rows by name; a name whose cell is missing is absent."""
    spilt: int
    """How many rows had more cells than the header; their surplus was joined to the last cell."""
    remarks: tuple[str, ...]
    """Lines before the header that begin with `#`."""


def read_table(path: Path) -> Table:
    """Return the table in a CSV file; an empty file is a table without columns.

    Args:
        path: A file of comma-separated values, quoted as RFC 4180 says.

    Raises:
        UsageError: The file cannot be read (`what`, `value`).
    """
    remarks, body = _without_remarks(_text(path))
    cells = _cells(body)
    columns = tuple(name.strip().lower() for name in cells[0]) if cells else ()
    return Table(
        columns=columns,
        rows=tuple(_named(columns, row) for row in cells[1:]),
        spilt=sum(len(row) > len(columns) for row in cells[1:]),
        remarks=remarks,
    )


def read_pairs(path: Path) -> dict[str, str]:
    """Return a CSV file without a header as names with values: the first cell and the second.

    Args:
        path: A file of comma-separated values.

    Raises:
        UsageError: The file cannot be read (`what`, `value`).
    """
    return {row[0].strip().lower(): row[1] for row in _cells(_text(path)) if len(row) > 1}


def _text(path: Path) -> str:
    """Return the text of a file, without a byte order mark."""
    try:
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as exc:
        raise UsageError(what="file", value=str(path), reason=_why(exc)) from exc


def _why(exc: OSError) -> str:
    """Return why something that was named cannot be read."""
    reason = reason_of(exc)
    return "no-file" if reason == "missing" else reason


def _cells(text: str) -> list[list[str]]:
    """Return the rows of a text that have any cells."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # it is in memory already
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def _without_remarks(text: str) -> tuple[tuple[str, ...], str]:
    """Return the `#` lines that a text begins with, and the rest."""
    remarks: list[str] = []
    while text.startswith("#"):
        line, _, text = text.partition("\n")
        remarks.append(line.strip("# \r"))
    return tuple(remarks), text


def _named(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return a row by column name, with the surplus joined to the last cell."""
    kept = len(columns)
    if len(row) > kept:
        row = [*row[: kept - 1], ",".join(row[kept - 1 :])]
    return dict(zip(columns, row, strict=False))


def find_file(folder: Path, *prefixes: str) -> Path | None:
    """Return the first CSV file in a folder whose name begins with one of some prefixes.

    Names are compared stripped (Polis exports have a space at the end) and in lower case; of
    several, the shortest name is taken, then the first in order.

    Args:
        folder: Where to look; files in folders below it are not seen.
        *prefixes: In lower case.

    Raises:
        UsageError: The folder cannot be read (`what`, `value`).
    """
    try:
        names = {path: path.name.strip().lower() for path in folder.iterdir() if path.is_file()}
    except OSError as exc:
        raise UsageError(what="folder", value=str(folder), reason=_why(exc)) from exc
    found = [path for path, name in names.items() if name.startswith(prefixes) and ".csv" in name]
    return min(found, key=lambda path: (len(names[path]), names[path]), default=None)
