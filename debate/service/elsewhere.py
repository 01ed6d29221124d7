"""Look at a debate that is not in this data folder: in a file of facts, or in somebody else's folder.

Nothing is kept here and nothing is written there. What is looked at is checked first, and what does
not hold is left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from debate.errors import Damaged
from debate.service.carrying import read_facts
from debate.service.clock import Clock
from debate.service.seat import Seat
from debate.service.session import Session
from debate.store.memory import MemoryJournal
from debate.trust.chain import check

if TYPE_CHECKING:
    from debate.service.workspace import Workspace


def is_file_of_facts(name: str) -> bool:
    """Tell whether a name is that of a file, and not of a debate."""
    return Path(name).is_file()


def seat_in_file(workspace: Workspace, file: Path) -> Seat:
    """Return one's seat in the debate that a file holds; what is done there is gone afterwards.

    Raises:
        StoreError: the file cannot be read, or what opens the debate is not in it.
    """
    name, documents = read_facts(file)
    verdict = check(documents, session=name)
    journal = MemoryJournal()
    journal.append(verdict.good)
    session = Session(name, journal, Clock(lambda: 0))
    if not session.debate.is_open:
        raise Damaged(path=str(file), reason="unfinished")
    return workspace.sit(session)
