"""Look at a debate that is not in this data folder: in a file of facts, or in somebody else's folder.

Nothing is kept here and nothing is written there. What is looked at is checked as any journal is: what
does not hold counts for nothing, and a check of it tells so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from debate.errors import Damaged, UsageError
from debate.service.carrying import read_facts
from debate.service.clock import Clock
from debate.service.seat import Seat
from debate.service.session import Session
from debate.store.memory import MemoryJournal

if TYPE_CHECKING:
    from debate.service.workspace import Workspace


def open_anywhere(workspace: Workspace, name: str) -> Seat:
    """Return one's seat in a debate that is here, or in a file of facts.

    Raises:
        UsageError: it is neither.
        StoreError: it cannot be read.
    """
    if is_file_of_facts(name):
        return seat_in_file(workspace, Path(name))
    with named_elsewhere(name):
        return workspace.open(name)


@contextmanager
def named_elsewhere(name: str) -> Iterator[None]:
    """Say of a debate that is not found that no file has that name either.

    Raises:
        UsageError: it is neither.
    """
    try:
        yield
    except UsageError as error:
        if error.details.get("reason") == "several":
            raise
        raise UsageError(what="session", value=name, reason="neither") from error


def is_file_of_facts(name: str) -> bool:
    """Tell whether a name is that of a file, and not of a debate."""
    return Path(name).is_file()


def seat_in_file(workspace: Workspace, file: Path) -> Seat:
    """Return one's seat in the debate that a file holds; what is done there is gone afterwards.

    Raises:
        StoreError: the file cannot be read, or what opens the debate is not in it.
    """
    name, documents = read_facts(file)
    journal = MemoryJournal()
    journal.append([each if isinstance(each, dict) else {"line": each} for each in documents])
    session = Session(name, journal, Clock(lambda: 0))
    if not session.debate.is_open:
        raise Damaged(path=str(file), reason="unfinished")
    return workspace.sit(session)
