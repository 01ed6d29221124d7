"""A look at one table of a journal file that makes, mends and locks nothing.

It needs neither TinyDB nor pydantic, for what is asked before every verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from debate.store.journal_file import JournalFile
from debate.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def glance(path: Path, table: str) -> Mapping[str, dict[str, Any]]:
    """Return the documents of a table by their keys; none when the file is not there.

    Raises:
        StoreError: the file cannot be read, or is none of this program.
    """
    if not path.exists():
        return {}
    tables = Tables()
    file = JournalFile(path, tables, timeout=0, create=False)
    try:
        file.refresh()
    finally:
        file.close()
    return tables.of(table)
