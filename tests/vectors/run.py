"""Run every case of every vector file in a folder: `python -m tests.vectors.run FOLDER`.

Prints the faults, one line a file, and the closing line `N passed, N failed`. The exit code is 0
when every case that was judged holds, 1 when one does not or none was, 2 when no folder is named. A
case that could not be judged is told on the line of its file and counts as neither.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.vectors.registry import Case, Document, Skipped, checker


def faults(case: Case, document: Document) -> list[str] | None:
    """Return what is wrong with one case, in words, or None when it cannot be judged here.

    A case that raises anything but `Skipped` is wrong too.
    """
    try:
        check = checker(str(document.get("measure")))
        if check is None:
            return [f"unknown measure {document.get('measure')!r}"]
        return check(case, document)
    except Skipped as exc:
        print(f"  skipped: {exc}")
        return None
    except Exception as exc:  # noqa: BLE001 - one broken case must not hide the others
        return [f"{type(exc).__name__}: {exc}"]


def load(path: Path) -> dict[str, Any]:
    """Return the document in `path`, with the folder it came from.

    Raises:
        ValueError: If the file is not a JSON object with a list of cases.
    """
    document = json.loads(path.read_bytes())
    match document:
        case {"cases": [*_]}:
            return {**document, "folder": str(path.parent)}
        case _:
            raise ValueError("not an object with a list of cases")


def outcomes(path: Path) -> Iterator[list[str] | None]:
    """Yield the faults of each case of one file, None for one that cannot be judged here.

    A file that cannot be read is one failed case.
    """
    try:
        document = load(path)
    except (OSError, ValueError) as exc:
        yield [f"unreadable: {exc}"]
        return
    for index, case in enumerate(document["cases"]):
        name = case.get("id", index)
        found = faults(case, document)
        yield None if found is None else [f"{name}: {fault}" for fault in found]


def run(folder: Path) -> tuple[int, int]:
    """Run every file of `folder`, print what happened, and return how many passed and failed."""
    passed = failed = 0
    for path in sorted(folder.glob("*.json")):
        found = list(outcomes(path))
        judged = [case for case in found if case is not None]
        wrong = [case for case in judged if case]
        for fault in (fault for case in wrong for fault in case):
            print(f"  {path.name}: {fault}")
        skipped = f", {len(found) - len(judged)} skipped" if len(judged) < len(found) else ""
        print(f"{path.name}: {len(judged) - len(wrong)} passed, {len(wrong)} failed{skipped}")
        passed, failed = passed + len(judged) - len(wrong), failed + len(wrong)
    print(f"{passed} passed, {failed} failed")
    return passed, failed


def main(arguments: list[str]) -> int:
    """Run the folder that is named and return the exit code."""
    if len(arguments) != 1:
        print("usage: python -m tests.vectors.run FOLDER", file=sys.stderr)
        return 2
    passed, failed = run(Path(arguments[0]))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
