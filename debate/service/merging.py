"""Put together what several people hold of one debate. Groups are not merged: they are compared.

Two replicas of a debate share its id, which only its founder could make; a union of their facts is
what each of them would have had with a net in between, whatever the order. Facts of another debate
are no part of it, however alike the two are: that is refused in words, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate.errors import UsageError
from debate.service.carrying import Arrival, keep, read_facts
from debate.service.elsewhere import named_elsewhere
from debate.store.journal import DiskJournal
from debate.store.layout import Layout

if TYPE_CHECKING:
    from debate.domain.ids import SessionId
    from debate.service.workspace import Workspace


def merge(workspace: Workspace, session: str, sources: Sequence[Path]) -> Arrival:
    """Take in what files and other data folders hold of a debate that is here.

    Args:
        workspace: This data folder.
        session: The debate: its id, the beginning of it, or its title.
        sources: Files that `debate export` wrote, or data folders.

    Returns:
        What they brought together.

    Raises:
        UsageError: a source is not there, or holds another debate and not this one; nothing is kept.
        StoreError: one cannot be read, or the disk refused; nothing is kept.
    """
    name = workspace.find(session)
    documents = [each for source in sources for each in _held(workspace, source, name)]
    return keep(workspace, name, documents, source=sources[0])


def _held(workspace: Workspace, source: Path, name: SessionId) -> list[Any]:
    """Return the documents of a debate in a file or a data folder."""
    if source.is_dir():
        return _in_folder(source, name)
    if source.is_file():
        found, documents = read_facts(source)
        if found != name:
            raise UsageError(what="session", value=str(source), reason="other-debate")
        return documents
    with named_elsewhere(str(source)):
        workspace.find(str(source))
    raise UsageError(what="session", value=str(source), reason="other-debate")


def _in_folder(folder: Path, name: SessionId) -> list[Any]:
    layout = Layout(folder)
    layout.check()
    ids = layout.session_ids()
    if name not in ids:
        reason = "other-debate" if ids else "no-debate"
        raise UsageError(what="session", value=str(folder), reason=reason)
    journal = DiskJournal(layout.journal(name))
    try:
        return list(journal.read())
    finally:
        journal.close()
