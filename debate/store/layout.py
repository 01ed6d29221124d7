"""Where things are in the data folder, and which edition of that order it has.

    FORMAT                             the edition; a newer one is refused
    app.jsonl                          index of sessions, settings
    profile.jsonl                      drafts, private notes, ballot secrets, seats, links
    keys/                              secret keys, never in a backup unless asked for
    sessions/<32 hex digits>/events.jsonl   one journal a session
    sessions/<32 hex digits>/events.snap    a cache beside it
    sessions/<32 hex digits>/frames.jsonl   sealed frames for remote stores
    trash/                             sessions that were thrown away

Folders are for their owner alone (0700), and so are files (0600). The folder itself is named by
the caller: nothing here looks for a home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.errors import Damaged, NewerFormat, NotAJournal, UsageError, reason_of
from debate.store import disk

if TYPE_CHECKING:
    from pathlib import Path

EDITION = 1
SESSION_ID_LENGTH = 32
_HEX = frozenset("0123456789abcdef")


def is_session_id(name: str) -> bool:
    """Whether `name` is 32 lower case hex digits."""
    return len(name) == SESSION_ID_LENGTH and _HEX.issuperset(name)


class Layout:
    """The paths of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Name the paths below `folder`; nothing is touched."""
        self.folder = folder
        self.edition = folder / "FORMAT"
        self.app = folder / "app.jsonl"
        self.profile = folder / "profile.jsonl"
        self.keys = folder / "keys"
        self.sessions = folder / "sessions"
        self.trash = folder / "trash"

    def session(self, session_id: str) -> Path:
        """Return the folder of a session.

        Raises:
            UsageError: it is no session id, and might lead elsewhere.
        """
        if not is_session_id(session_id):
            raise UsageError(what="session", value=session_id)
        return self.sessions / session_id

    def journal(self, session_id: str) -> Path:
        """Return the journal of a session."""
        return self.session(session_id) / "events.jsonl"

    def snapshot(self, session_id: str) -> Path:
        """Return the snapshot beside a session's journal."""
        return self.session(session_id) / "events.snap"

    def ledger(self, session_id: str) -> Path:
        """Return the sealed frames beside a session's journal."""
        return self.session(session_id) / "frames.jsonl"

    def session_folders(self) -> list[Path]:
        """Return the folder of each session, also of one whose journal is gone, in order."""
        if not self.sessions.is_dir():
            return []
        return sorted(each for each in self.sessions.iterdir() if is_session_id(each.name))

    def session_ids(self) -> list[str]:
        """Return the ids of the sessions that have a journal, in order."""
        names = [each.name for each in self.session_folders()]
        return [name for name in names if self.journal(name).exists()]

    def journals(self) -> list[Path]:
        """Return every journal file that is there."""
        sessions = [self.journal(each) for each in self.session_ids()]
        return [path for path in (self.app, self.profile) if path.exists()] + sessions

    def check(self) -> None:
        """Refuse a folder that this program would misread.

        Raises:
            NewerFormat: a newer program arranged it.
            Damaged: its edition cannot be read.
            NotAJournal: its edition is none.
        """
        try:
            words = self.edition.read_text("utf-8").strip()
        except FileNotFoundError:
            return
        except OSError as exc:
            raise Damaged(path=str(self.edition), reason=reason_of(exc)) from exc
        except ValueError as exc:
            raise NotAJournal(path=str(self.edition)) from exc
        if not words.isdigit():
            raise NotAJournal(path=str(self.edition))
        if int(words) > EDITION:
            raise NewerFormat(path=str(self.folder), found=int(words), known=EDITION)

    def make(self) -> None:
        """Make the folders and the edition where they are missing.

        Raises:
            NotSaved: the disk refused.
        """
        with disk.saving(self.folder):
            for folder in (self.folder, self.keys, self.sessions, self.trash):
                disk.make_folder(folder)
            if not self.edition.exists():
                disk.replace_file(self.edition, [b"%d\n" % EDITION])
