"""A check of the whole data folder, read-only, and a repair of what can be repaired.

Nothing is ever deleted but caches, scratch files, and what has been in the trash or aside for
longer than 30 days. Whether facts are true to their signatures is asked of the caller.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from debate.errors import NewerFormat, NotAJournal, StoreError
from debate.store.finding import Finding
from debate.store.index import SessionIndex, read_index
from debate.store.journal import TABLE as EVENTS
from debate.store.journal_care import Examination, examine_journal, repair_journal
from debate.store.layout import Layout
from debate.store.library import RENEW_DEVICE, Library
from debate.store.snapshot import is_whole_snapshot
from debate.store.surroundings import look_around, narrow, wide_permissions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    Verify = Callable[[Sequence[dict[str, Any]]], Iterable[tuple[str, Mapping[str, object]]]]
    """Says of a session's documents what does not hold: a verdict and its facts for each."""
    Describe = Callable[[str], Mapping[str, Any]]
    """Makes the index entry of a session from its journal."""

KEPT_DAYS = 30
"""How long the trash and what recovery set aside are kept."""
_DAY = 86_400
_SCRATCH_AGE = 3_600
"""A scratch file older than this many seconds belongs to nobody."""


def _nothing(_documents: Sequence[dict[str, Any]]) -> Iterable[tuple[str, Mapping[str, object]]]:
    return ()


class Doctor:
    """Looks after one data folder."""

    def __init__(
        self, folder: Path, *, verify: Verify = _nothing, now: float | None = None
    ) -> None:
        """Prepare to look at a data folder.

        Args:
            folder: the data folder; it may be one that a newer program made.
            verify: tells which facts of a session do not hold.
            now: the moment, in seconds since 1970.
        """
        self._layout = Layout(folder)
        self._verify = verify
        self._now = time.time() if now is None else now

    def examine(self) -> tuple[Finding, ...]:
        """Return what is worth knowing, and change nothing."""
        if not self._layout.folder.is_dir():
            is_file = self._layout.folder.exists()
            return (
                (Finding("journal.foreign", "fault", self._layout.folder, {}),) if is_file else ()
            )
        findings = [*look_around(self._layout.folder), *wide_permissions(self._layout.folder)]
        edition = list(self._edition())
        if edition:
            return (*findings, *edition)
        return (*findings, *self._journals(), *self._snapshots(), *self._index(), *self._kept())

    def repair(self, describe: Describe | None = None) -> tuple[Finding, ...]:
        """Repair what can be repaired and return every finding, marked when it is repaired.

        Args:
            describe: makes an index entry; without it the index is left as it is.
        """
        findings = self.examine()
        if any(each.code == "format.newer" for each in findings):
            return findings
        return tuple(each._replace(is_repaired=self._mend(each, describe)) for each in findings)

    # --- looking ---

    def _edition(self) -> Iterator[Finding]:
        try:
            self._layout.check()
        except NewerFormat as exc:
            yield Finding("format.newer", "fault", self._layout.folder, exc.details)
        except NotAJournal:
            yield Finding("journal.foreign", "fault", self._layout.edition, {})

    def _journals(self) -> Iterator[Finding]:
        for folder in self._layout.session_folders():
            if not self._layout.journal(folder.name).exists():
                yield Finding("journal.gone", "fault", folder, {})
        for path in self._layout.journals():
            examination = examine_journal(path)
            yield from examination.findings
            if path.parent.parent == self._layout.sessions:
                yield from self._facts(path, examination)

    def _facts(self, path: Path, examination: Examination) -> Iterator[Finding]:
        """Tell which facts of a session do not hold, and when there is none at all."""
        documents = list(examination.tables.of(EVENTS).values())
        if not documents and not any(each.level == "fault" for each in examination.findings):
            yield Finding("journal.gone", "fault", path.parent, {})
        for verdict, details in self._verify(documents):
            yield Finding("facts", "fault", path, {**details, "verdict": verdict})

    def _snapshots(self) -> Iterator[Finding]:
        for session_id in self._layout.session_ids():
            path = self._layout.snapshot(session_id)
            if path.exists() and not is_whole_snapshot(path):
                yield Finding("snapshot.wrong", "note", path, {})

    def _index(self) -> Iterator[Finding]:
        try:
            current = {each.session for each in read_index(self._layout.folder) if each.is_current}
        except StoreError:
            return
        outdated = [each for each in self._layout.session_ids() if each not in current]
        if outdated:
            yield Finding("index.outdated", "note", self._layout.app, {"sessions": outdated})

    def _kept(self) -> Iterator[Finding]:
        for path in sorted(self._layout.folder.rglob("*")):
            name = path.name
            if path.parent == self._layout.trash:
                if self._days(path) > KEPT_DAYS:
                    yield Finding("trash.old", "note", path, {"days": self._days(path)})
            elif ".torn-" in name or ".damaged-" in name:
                details = {"bytes": path.stat().st_size, "days": self._days(path)}
                yield Finding("kept.aside", "note", path, details)
            elif name.endswith(".tmp") and self._age(path) > _SCRATCH_AGE:
                yield Finding("scratch.left", "note", path, {"bytes": path.stat().st_size})

    def _days(self, path: Path) -> int:
        """Return for how many days `path` has been set aside, by the time in its name."""
        words = path.name.rpartition("-")[2]
        moment = int(words) / 1e9 if words.isdigit() else self._now
        return int((self._now - moment) // _DAY)

    def _age(self, path: Path) -> float:
        return self._now - path.stat().st_mtime

    # --- repairing ---

    def _mend(self, finding: Finding, describe: Describe | None) -> bool:
        """Repair one finding; say whether that was possible."""
        try:
            match finding.code:
                case "tail.torn" | "middle.damaged":
                    self._mend_journal(finding)
                case "permissions.wide":
                    narrow(finding.path)
                case "snapshot.wrong" | "scratch.left":
                    finding.path.unlink(missing_ok=True)
                case "index.outdated" if describe is not None:
                    self._mend_index(describe)
                case "trash.old":
                    shutil.rmtree(finding.path)
                case "kept.aside" if self._days(finding.path) > KEPT_DAYS:
                    finding.path.unlink(missing_ok=True)
                case _:
                    return False
        except (OSError, StoreError):
            return False
        return True

    def _mend_journal(self, finding: Finding) -> None:
        repair_journal(finding.path)
        if finding.code == "middle.damaged":
            with suppress(StoreError):
                self._ask_for_a_new_device_key()

    def _ask_for_a_new_device_key(self) -> None:
        """Facts of our own may be lost that others have: to number on would fork our log."""
        library = Library(self._layout.folder)
        library.settings.put(RENEW_DEVICE, {"reason": "repaired", "at": int(self._now * 1000)})
        library.close()

    def _mend_index(self, describe: Describe) -> None:
        library = Library(self._layout.folder)
        try:
            index: SessionIndex = library.index
            index.rebuild(describe)
        finally:
            library.close()
