"""The words of a journal file: checksummed JSON lines, grouped in transactions.

    {"c":"9f3ac01b","x":0,"h":{"format":"debate-journal","v":1,"gen":1,"created":1760000000000}}
    {"c":"51c0de77","x":0,"t":"events","i":"17","d":{…}}           put
    {"c":"0a0b0c0d","x":0,"t":"drafts","i":"3","d":null}           delete
    {"c":"1a2b3c4d","x":0,"t":"drafts","i":null,"d":null}          drop the table; d {}: make it

`c` is the CRC32 of the exact bytes behind it, `x` counts down to the commit at 0, and `n`, left
out when 1, is how many lines the transaction has. A transaction that is not there whole, from
n-1 down to 0 in adjacent lines, never happened. This module reads and writes no file.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from debate.errors import UsageError
from debate.store import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMAT, VERSION = "debate-journal", 1
SEAL_LENGTH = 16
"""How many bytes of a line come before the checksummed ones: `{"c":"xxxxxxxx",`."""

_OPENING = b'{"c":"'
_SINGLE = {5}
"""The number of fields of a line that is a transaction by itself."""

Record = dict[str, Any]


class Operation(NamedTuple):
    """One change to one table."""

    table: str
    key: str | None
    """Which document; None for the table as a whole."""
    document: Mapping[str, Any] | None
    """What to put; None to remove."""


class Gap(NamedTuple):
    """Bytes that are in no whole transaction."""

    offset: int
    length: int
    reason: str
    """`unreadable` or `unfinished`."""


class Scan(NamedTuple):
    """What a stretch of bytes amounts to."""

    records: list[Record]
    """The lines of every whole transaction, in order."""
    length: int
    """How many bytes, from the first, end in a commit; the rest may be an unfinished write."""
    last: bytes
    """The line that ends there."""
    gaps: list[Gap]
    """What lies before that in no whole transaction."""


def seal(body: bytes) -> bytes:
    """Return the line for `body`, a JSON object without its opening brace."""
    return b'{"c":"%08x",%s\n' % (zlib.crc32(body), body)


def is_whole(line: bytes) -> bool:
    """Whether a line, newline included, is what was written."""
    checked = b"%08x" % zlib.crc32(line[SEAL_LENGTH:-1])
    return line[6:14] == checked and line[:6] == _OPENING and line[-1:] == b"\n"


def header(generation: int, created: int) -> bytes:
    """Return the first line of a file; `created` is in milliseconds since 1970."""
    facts = {"format": FORMAT, "v": VERSION, "gen": generation, "created": created}
    return seal(plain.dump({"x": 0, "h": facts})[1:])


def read_header(line: bytes) -> Record | None:
    """Return the facts of a first line, newline included; None when it is no such line."""
    record = read_line(line)
    facts = record.get("h")
    return facts if isinstance(facts, dict) and facts.get("format") == FORMAT else None


def read_line(line: bytes) -> Record:
    """Return what a line, newline included, says by itself; nothing when it is not whole."""
    return _load(line) if is_whole(line) else {}


def encode(operations: Sequence[Operation]) -> tuple[bytes, list[Record]]:
    """Return the lines of one transaction, and what a reader will make of them.

    Raises:
        UsageError: a document would not come back from the disk as it is.
    """
    size = len(operations)
    bodies = [_body(operation, size - 1 - i, size) for i, operation in enumerate(operations)]
    records: list[Record] = plain.load(b"[{" + b",{".join(bodies) + b"]") if bodies else []
    for operation, record in zip(operations, records, strict=True):
        if record["d"] != operation.document:
            name = f"{operation.table}/{operation.key}"
            raise UsageError(what="document", value=name, reason="not plain JSON")
    return b"".join(map(seal, bodies)), records


def _body(operation: Operation, left: int, size: int) -> bytes:
    table, key, document = operation
    if size == 1:
        return plain.dump({"x": 0, "t": table, "i": key, "d": document})[1:]
    return plain.dump({"x": left, "n": size, "t": table, "i": key, "d": document})[1:]


def scan(data: bytes) -> Scan:
    """Sort bytes that start where a transaction ended into whole transactions and the rest."""
    found = data[: data.rfind(b"\n") + 1].splitlines(keepends=True)
    if all(map(is_whole, found)):
        records = _load_all(found)
        if found and _SINGLE.issuperset(map(len, records)):
            return Scan(records, sum(map(len, found)), found[-1], [])
        return _group(found, records)
    found = cut(data)
    return _group(found, [read_line(line) for line in found])


def cut(data: bytes) -> list[bytes]:
    """Return the lines of damaged bytes; a whole one is found even without a newline before it."""
    return [part for line in data.splitlines(keepends=True) for part in _parts(line)]


def _parts(line: bytes) -> list[bytes]:
    start = 0
    while not is_whole(line[start:]):
        start = line.find(_OPENING, start + 1)
        if start < 0:
            return [line]
    return [line[:start], line[start:]] if start else [line]


def _load_all(lines: Sequence[bytes]) -> list[Record]:
    try:
        records: list[Record] = plain.load(b"[" + b",".join(lines) + b"]")
    except ValueError:
        return [_load(line) for line in lines]
    return records


def _load(line: bytes) -> Record:
    """Return what a line says; nothing when it says nothing."""
    try:
        record = plain.load(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _group(found: Sequence[bytes], records: Sequence[Record]) -> Scan:
    """Find the whole transactions; a line that is not whole has an empty record."""
    done: list[Record] = []
    gaps: list[Gap] = []
    run: list[Record] = []
    last, end, start, offset, is_unfinished = b"", 0, 0, 0, False
    for line, record in zip(found, records, strict=True):
        left, size = record.get("x", -1), record.get("n", 1)
        if run and (left != run[-1]["x"] - 1 or size != run[0].get("n", 1)):
            run, is_unfinished = [], True
        if not run and left == size - 1:
            start = offset
        offset += len(line)
        if not run and left != size - 1:
            continue
        run.append(record)
        if left == 0:
            if start > end:
                gaps.append(Gap(end, start - end, "unfinished" if is_unfinished else "unreadable"))
            done += [each for each in run if "t" in each]
            last, end, run, is_unfinished = line, offset, [], False
    return Scan(done, end, last, gaps)
