"""Run-sheets: files that people write, checked as a whole before a debate may follow them.

    id = "our-evening"
    title = { en = "Our evening", nl = "Onze avond" }

    [[phases]]
    id = "weigh"
    title = { en = "Weigh", nl = "Wegen" }
    minutes = 10
    acts = ["weigh"]

A run-sheet with a fault is never half loaded; `check_runsheet` says what to mend, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from debate.domain.ids import PhaseId
from debate.domain.motion import Text
from debate.domain.runsheet import Phase, RunSheet
from debate.errors import UsageError
from debate.store import disk
from debate.store.pack_fault import Fault, Findings
from debate.store.pack_table import Table, read_table
from debate.store.pack_text import read_text
from debate.store.runsheet_keys import PHASE_KEYS, SHEET_KEYS

__all__ = [
    "BrokenSheet",
    "Drawer",
    "builtin_runsheets",
    "check_runsheet",
    "find_runsheets",
    "new_runsheet",
]

PHASE_LIMIT = 40
_PHASE = re.compile(r"\s*\[\[\s*phases\s*\]\]\s*(#.*)?")
_PART_OF_PHASE = re.compile(r"(\s*\[)\s*phases\s*\.")
_NAME_LIMIT = 48


class BrokenSheet(NamedTuple):
    """A run-sheet that did not pass its check, and why."""

    file: Path
    faults: tuple[Fault, ...]


class Drawer(NamedTuple):
    """All run-sheets that were found, by folder and then by name."""

    sheets: tuple[RunSheet, ...]
    broken: tuple[BrokenSheet, ...]


class _Sheet(NamedTuple):
    """What a file holds; whole only when there are no faults."""

    head: Table
    phases: tuple[Table, ...]
    faults: tuple[Fault, ...]


def builtin_runsheets() -> Path:
    """Return the folder of the run-sheets that come with the program.

    In an installed program it lies beside the code, in a checkout at the top.
    """
    package = Path(str(files("debate")))
    beside = package / "runsheets"
    return beside if beside.is_dir() else package.parent / "runsheets"


def find_runsheets(folders: Sequence[Path]) -> Drawer:
    """Find the run-sheets in folders; a broken one does not hinder the others.

    Args:
        folders: One that is not there holds none. Of two run-sheets with one id the later one
            counts, so that people can replace a shipped one.
    """
    found: dict[str, RunSheet] = {}
    broken: list[BrokenSheet] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        sheet = _read(path)
        if sheet.faults:
            broken.append(BrokenSheet(path, sheet.faults))
        else:
            made = _runsheet(sheet)
            found[made.id] = made
    return Drawer(tuple(found.values()), tuple(broken))


def check_runsheet(file: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with a run-sheet, in the order of its lines."""
    return _read(file).faults


def new_runsheet(file: Path) -> None:
    """Write a run-sheet that passes its check, to write over.

    Raises:
        UsageError: there is something of that name already; it is left as it is.
        NotSaved: the disk refused.
    """
    if file.exists():
        raise UsageError(what="file", value=str(file), reason="exists")
    starter = files("debate.store") / "starter" / "runsheet.toml"
    words = re.findall(r"[a-z0-9]+", file.stem.casefold())
    name = re.sub(r"^[0-9-]+", "", "-".join(words))[:_NAME_LIMIT].strip("-")
    text = starter.read_text("utf-8").replace("RUNSHEET-ID", name or "my-runsheet")
    with disk.saving(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


def _read(file: Path) -> _Sheet:
    findings = Findings(file.name)
    text = read_text(file, findings)
    if text is None:
        return _Sheet(Table({}, {}, 1), (), tuple(findings.faults))
    pieces = list(_pieces(text))
    head = read_table(pieces[0][1], SHEET_KEYS, findings)
    phases = tuple(read_table(toml, PHASE_KEYS, findings, line) for line, toml in pieces[1:])
    _check_phases(phases, findings)
    faults = sorted(map(_cured, findings.faults), key=lambda fault: fault.line)
    return _Sheet(head, phases, tuple(faults))


def _cured(fault: Fault) -> Fault:
    """Say how phases are written where they are written otherwise: removing them is no cure."""
    if fault.code == "key.unknown" and ("key", "phases") in fault.details:
        example = "[[phases]]"
        return Fault.of(fault.file, fault.line, "key.wrong", key="phases", example=example)
    return fault


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands before the first phase and then each phase, with its first line."""
    first, lines = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if _PHASE.fullmatch(line):
            yield first, "\n".join(lines)
            first, lines = number, [""]
        else:
            lines.append(_PART_OF_PHASE.sub(r"\1", line))
    yield first, "\n".join(lines)


def _check_phases(phases: tuple[Table, ...], findings: Findings) -> None:
    if not 1 <= len(phases) <= PHASE_LIMIT:
        findings.add(1, "phases.number", count=len(phases), limit=PHASE_LIMIT)
    seen: dict[str, int] = {}
    for phase in phases:
        name = phase.values.get("id")
        if name in seen:
            findings.add(phase.line_of("id"), "phase.twice", name=name, first=seen[name])
        elif name is not None:
            seen[name] = phase.line_of("id")


def _runsheet(sheet: _Sheet) -> RunSheet:
    head = sheet.head.values
    return RunSheet(
        id=head["id"],
        title=Text(**head["title"]),
        summary=_prose(head.get("summary", {})),
        phases=tuple(_phase(table) for table in sheet.phases),
    )


def _phase(table: Table) -> Phase:
    values = table.values
    return Phase(
        id=PhaseId(values["id"]),
        title=Text(**values["title"]),
        minutes=values.get("minutes"),
        acts=frozenset(values["acts"]),
        hidden=frozenset(values.get("hidden", ())),
        script=_prose(values.get("script", {})),
        projector=tuple(values.get("projector", ())),
    )


def _prose(texts: dict[str, str]) -> Text:
    """Return texts with the line breaks of the file taken out."""
    return Text(**{language: " ".join(text.split()) for language, text in texts.items()})
