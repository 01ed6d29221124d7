"""Carry a debate from one data folder to another as a file of facts, one document a line.

The first line says what the file is. What comes in is checked as anything from elsewhere is; what
is here already is left alone, so that taking a file in twice is taking it in once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate.domain.fact import Fact
from debate.domain.ids import FactId, SessionId
from debate.errors import Damaged, NewerFormat, NotAJournal, UsageError, reason_of
from debate.store import disk
from debate.trust.chain import check

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.session import Session
    from debate.service.workspace import Workspace
    from debate.trust.envelope import Document
    from debate.trust.verdict import Verdict

KIND = "debate.facts"
FORMAT = 1
LINE_LIMIT = 4_000_000
"""The most characters a line may have."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file brought."""

    session: SessionId
    new: int
    """Facts that were not here before, and are now."""
    known: int
    """Facts that were here already."""
    is_new_debate: bool
    verdict: Verdict
    """What does not hold among them: it was left out."""
    void: int = 0
    """New facts that are kept and do not count, as whoever said them could not."""

    @property
    def left_out(self) -> int:
        """How many documents are not proven and were not taken in."""
        return self.verdict.left_out


def write_facts(session: Session, file: Path) -> int:
    """Write every fact of a debate to a file, and return how many.

    Raises:
        NotSaved: the disk refused; a file that was there before is as it was.
    """
    documents = session.documents()
    head = {"kind": KIND, "format": FORMAT, "session": session.id, "facts": len(documents)}
    lines = (_line(each) for each in (head, *documents))
    with disk.saving(file):
        disk.replace_file(file, lines)
    return len(documents)


def read_facts(file: Path) -> tuple[SessionId, list[Any]]:
    """Return the session and the documents of a file, unchecked.

    Raises:
        UsageError: there is no such file.
        NotAJournal: it is something else.
        NewerFormat: a newer program wrote it.
        Damaged: it cannot be read to its end.
    """
    lines = _lines(file)
    head = next(lines, None)
    if not isinstance(head, dict) or head.get("kind") != KIND:
        raise NotAJournal(path=str(file))
    if not isinstance(head.get("format"), int) or head["format"] > FORMAT:
        raise NewerFormat(path=str(file), found=head.get("format"), known=FORMAT)
    return SessionId(str(head.get("session"))), list(lines)


def take_in(workspace: Workspace, file: Path) -> Arrival:
    """Check the facts in a file and keep those that are proven and new.

    Raises:
        StoreError: the file cannot be read, or the disk refused; then nothing was kept.
    """
    name, documents = read_facts(file)
    return keep(workspace, name, documents, source=file)


def keep(
    workspace: Workspace, name: SessionId, documents: Sequence[Any], *, source: Path
) -> Arrival:
    """Check documents from elsewhere and keep the facts among them that are proven and new.

    Args:
        workspace: Where they are kept.
        name: The debate they are said to be of; it need not be here.
        documents: What came.
        source: Where it came from, for the words of a failure.

    Raises:
        StoreError: none of them opens a debate that is not here, or the disk refused; then nothing
            was kept.
    """
    is_new = name not in workspace.library.sessions()
    here: list[Document] = []
    if not is_new:
        session = workspace.open(name).session
        session.refresh()
        here = list(session.documents())
    known = frozenset(FactId(each["id"]) for each in here)
    verdict = check([*here, *documents], session=name, known=known)
    if is_new and not verdict.good:
        raise Damaged(path=str(source), reason="damaged")
    journal = workspace.library.create(name) if is_new else workspace.open(name).session.journal
    try:
        if verdict.good:
            journal.append(verdict.good)
    finally:
        if is_new:
            journal.close()
    session = workspace.open(name).session
    session.refresh()
    workspace.list_anew(session)
    repeated = {
        str(each["id"]) for each in documents if isinstance(each, dict) and each.get("id") in known
    }
    void = _void(session.debate, verdict.good) if session.debate.is_open else 0
    return Arrival(name, len(verdict.good), len(repeated), is_new, verdict, void)


def _void(debate: Debate, documents: Iterable[Document]) -> int:
    """Return how many of some facts of a debate do not count."""
    return sum(debate.bench.standing(Fact(each)) == "void" for each in documents)


def _line(document: Mapping[str, Any]) -> bytes:
    words = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return words.encode() + b"\n"


def _lines(file: Path) -> Iterator[Any]:
    """Yield the documents of a file; a line that is none ends it."""
    try:
        with file.open(encoding="utf-8") as stream:
            while line := stream.readline(LINE_LIMIT):
                yield json.loads(line)
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise UsageError(what="file", value=str(file), reason="no-file") from exc
    except OSError as exc:
        raise Damaged(path=str(file), reason=reason_of(exc)) from exc
    except (ValueError, RecursionError) as exc:
        raise NotAJournal(path=str(file)) from exc
