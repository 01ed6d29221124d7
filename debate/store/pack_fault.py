"""What is wrong with a pack, where, and with what: a code and values, never words.

The words, each of which also says how to mend it, are in `debate.i18n.faults`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from debate.domain.base import Frozen

Detail = str | int


class Fault(Frozen):
    """One thing to mend in one line of one file of a pack or run-sheet."""

    file: str
    """The file's name within the folder that was checked."""
    line: int
    """The line, counted from 1."""
    code: str
    """A dotted code such as `claim.too-long`; every code has words in every language."""
    details: tuple[tuple[str, Detail], ...] = ()
    """Named values for the words, in a fixed order."""

    @classmethod
    def of(cls, file: str, line: int, code: str, **details: Detail) -> Fault:
        """Build a fault from keyword details."""
        return cls(file=file, line=line, code=code, details=tuple(sorted(details.items())))


@dataclass(slots=True)
class Findings:
    """The faults found in one file while it is read; the only thing here that grows."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    _noted: set[Fault] = field(default_factory=set)

    def add(self, line: int, code: str, **details: Detail) -> None:
        """Note a fault at `line`, once."""
        fault = Fault.of(self.file, line, code, **details)
        if fault not in self._noted:
            self._noted.add(fault)
            self.faults.append(fault)
