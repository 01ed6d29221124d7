"""One person's data folder at work: debates to open, motions to put, choices to keep.

The faces (screen, commands, host) start here. A workspace is made by `debate.service.wiring`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate.domain.ids import MotionId, SessionId
from debate.errors import NotSaved, StoreError, UsageError
from debate.service.summary import Summary

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.domain.pack import Pack
    from debate.domain.refusal import Refusal
    from debate.domain.runsheet import RunSheet
    from debate.service.clock import Clock
    from debate.service.doorplate import Doorplate
    from debate.service.new_debate import NewDebate
    from debate.service.seat import Seat
    from debate.service.session import Session
    from debate.store.library import Library
    from debate.store.pack_cards import Card
    from debate.store.packs import Shelf
    from debate.store.runsheets import Drawer
    from debate.trust.keys import SigningKey

USER_RUNSHEETS = "runsheets"
"""The folder inside the data folder where people put their own run-sheets."""
SEMANTICS, DEFAULT_SEMANTICS = "semantics", "qe"
"""The setting that says how strengths are worked out, and what holds without it."""
SHORTEST_NAME = 4
"""The fewest characters of a session id that may stand for it."""


class Workspace:
    """Everything one person has on this machine."""

    def __init__(self, library: Library, clock: Clock, packs: Sequence[Path]) -> None:
        """Work in a data folder.

        Args:
            library: The data folder.
            clock: The time of new facts.
            packs: Folders that hold motion packs, or are one; the built-in ones first.
        """
        self.library = library
        self._clock = clock
        self._pack_folders = tuple(packs)
        self._sessions: dict[SessionId, Session] = {}
        self._is_renewed = False

    # Motions ----------------------------------------------------------------------------------

    def cards(self) -> tuple[Card, ...]:
        """Return what a list shows of every motion, read at once and unchecked."""
        from debate.store.pack_cards import find_cards

        return find_cards(self._pack_folders)

    @cached_property
    def shelf(self) -> Shelf:
        """Every pack that is there, sound or broken."""
        from debate.store.packs import find_packs

        return find_packs(self._pack_folders)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The sound packs."""
        return tuple(found.pack for found in self.shelf.packs)

    @property
    def motions(self) -> tuple[Motion, ...]:
        """Every motion that can be put to a meeting, each id once."""
        return tuple(found.motion for found in self.shelf.motions.values())

    def motion(self, name: str) -> Motion:
        """Return the motion with that id, or the only one whose id begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        motions = self.shelf.motions
        found = motions.get(MotionId(name))
        if found:
            return found.motion
        likely = [found for key, found in motions.items() if key.startswith(name)]
        if len(likely) == 1:
            return likely[0].motion
        raise UsageError(what="motion", value=name)

    def runsheet(self, name: str) -> RunSheet:
        """Return a run-sheet by its id.

        Raises:
            UsageError: there is none.
        """
        found = self.runsheets.get(name)
        if found is None:
            raise UsageError(what="runsheet", value=name)
        return found

    @property
    def runsheets(self) -> Mapping[str, RunSheet]:
        """Every sound run-sheet by its id: the shipped ones, then this person's own."""
        from debate.domain.runsheet import OPEN

        return {OPEN.id: OPEN, **{each.id: each for each in self._drawer.sheets}}

    @property
    def broken_runsheets(self) -> Mapping[Path, int]:
        """Every run-sheet that does not pass its check, with the number of its faults."""
        return {each.file: len(each.faults) for each in self._drawer.broken}

    @cached_property
    def _drawer(self) -> Drawer:
        from debate.store.runsheets import builtin_runsheets, find_runsheets

        return find_runsheets((builtin_runsheets(), self.library.layout.folder / USER_RUNSHEETS))

    # Debates ----------------------------------------------------------------------------------

    def begin(self, new: NewDebate) -> Seat | Refusal:
        """Start a debate, sit down in it as its facilitator, and list it.

        Raises:
            StoreError: the disk refused; then there is no such debate.
        """
        from debate.domain.refusal import Refusal
        from debate.domain.session_id import session_id_of
        from debate.service.new_debate import fresh_nonce
        from debate.service.own_key import founders_key
        from debate.service.session import Session

        if (refusal := new.refusal()) is not None:
            return refusal
        nonce = fresh_nonce()
        key = founders_key(self.key(), nonce)
        name = session_id_of(key.public, nonce)
        session = Session(name, self.library.create(name), self._clock)
        seat = self._seat(session, key)
        for command in new.first_commands(nonce):
            answer = seat.submit(command)
            if isinstance(answer, Refusal):
                session.close()
                self.library.discard(name)
                return answer
        self._sessions[name] = session
        self.list_anew(session)
        return seat

    def open(self, session: str) -> Seat:
        """Open a debate at this device's own seat; open ones are shared.

        Args:
            session: Its id, the beginning of it, or its title.

        Raises:
            UsageError: there is none such, or more than one.
            StoreError: its journal cannot be read.
        """
        from debate.service.renewal import former_keys, link_device
        from debate.service.resumption import open_session

        name = self.find(session)
        if name not in self._sessions:
            self._sessions[name] = open_session(self.library, name, self._clock)
        self._sessions[name].weigh_by(str(self.choice(SEMANTICS, DEFAULT_SEMANTICS)))
        if self.library.profile.circles.get(name) is None:
            link_device(self._sessions[name], self.key(), former_keys(self.library))
        seat = self._seat(self._sessions[name], self.key_in(self._sessions[name]))
        seat.open_ballots()
        return seat

    def sit(self, session: Session) -> Seat:
        """Return this device's own seat in a debate from elsewhere, weighed as one chose to."""
        session.weigh_by(str(self.choice(SEMANTICS, DEFAULT_SEMANTICS)))
        return self._seat(session, self.key_in(session))

    def find(self, text: str) -> SessionId:
        """Return the one session that a text names.

        Raises:
            UsageError: none, or more than one.
        """
        ids = self.library.sessions()
        if text in ids:
            return SessionId(text)
        likely = {name for name in ids if len(text) >= SHORTEST_NAME and name.startswith(text)}
        if not likely:
            titles = {entry.id: entry for entry in self.summaries()}
            likely = {
                name for name, entry in titles.items() if entry.title.casefold() == text.casefold()
            }
        if len(likely) == 1:
            return SessionId(likely.pop())
        raise UsageError.not_one(len(likely), what="session", value=text)

    def summaries(self) -> tuple[Summary, ...]:
        """Return a line for every debate, the one of last activity first.

        Entries of the list that are out of date are made anew from their journals.
        """
        self.library.index.rebuild(self._describe)
        return self.listed()

    def listed(self) -> tuple[Summary, ...]:
        """Return the lines of the list as they stand, some of them perhaps out of date."""
        found = [
            Summary.from_document(entry.session, entry.entry)
            for entry in self.library.index.entries()
        ]
        return tuple(sorted(found, key=lambda summary: summary.last, reverse=True))

    def list_anew(self, session: Session) -> None:
        """Bring the list up to date with an open debate."""
        from debate.service.listing import summary_of

        self.library.index.put(session.id, summary_of(session).to_document())

    def _describe(self, name: str) -> Mapping[str, Any]:
        from debate.service.listing import summary_of
        from debate.service.resumption import open_session

        session = self._sessions.get(SessionId(name))
        if session is not None:
            return summary_of(session).to_document()

        session = open_session(self.library, SessionId(name), self._clock)
        try:
            return summary_of(session).to_document()
        finally:
            session.close()

    def discard(self, session: str) -> str:
        """Move a debate to the trash and return its name there."""
        name = self.find(session)
        if name in self._sessions:
            self._sessions.pop(name).close()
        return self.library.discard(name)

    def discarded(self) -> tuple[tuple[str, str], ...]:
        """Return what is in the trash, oldest first: its name there, and its title."""
        return tuple((name, self._title_of(name)) for name in self.library.discarded())

    def _title_of(self, name: str) -> str:
        """Return the title of a debate in the trash; nothing when it cannot be read."""
        from debate.service.session import Session
        from debate.store.journal import DiskJournal

        session = SessionId(name.partition("-")[0])
        layout = self.library.layout
        try:
            with closing(
                DiskJournal(layout.trash / name / layout.journal(session).name)
            ) as journal:
                debate = Session(session, journal, self._clock).debate
        except StoreError:
            return ""
        return debate.charter.title if debate.is_open else ""

    def put_back(self, text: str) -> SessionId:
        """Take a debate out of the trash.

        Args:
            text: Its name there, the beginning of it, or its title.

        Raises:
            UsageError: there is none such, more than one, or that debate is here too.
            StoreError: the disk refused.
        """
        every = self.discarded()
        likely = [name for name, _ in every if len(text) >= SHORTEST_NAME and name.startswith(text)]
        likely = likely or [name for name, title in every if title.casefold() == text.casefold()]
        if len(likely) != 1:
            known = tuple(f"{title} ({name})" if title else name for name, title in every)
            raise UsageError.not_one(len(likely), what="trash", value=text, candidates=known)
        return SessionId(self.library.put_back(likely[0]))

    def door(self, session: SessionId) -> Doorplate | None:
        """Return how people come in to a debate that this machine serves; None when it never did.

        Raises:
            StoreError: the settings cannot be read.
        """
        from debate.service.doorplate import doorplate_of

        return doorplate_of(self, session)

    # Seats ------------------------------------------------------------------------------------

    def key(self, seat: str = "device") -> SigningKey:
        """Return the key of this device, or of another seat at it; made on first use.

        Raises:
            TrustError: the key file is damaged.
            NotSaved: the disk refused a new one.
        """
        from debate.service.renewal import renew_when_asked
        from debate.trust.keys import open_key

        if not self._is_renewed:
            renew_when_asked(self.library)
            self._is_renewed = True
        return open_key(self.library.layout.keys / f"{seat}.key").key

    def key_in(self, session: Session) -> SigningKey:
        """Return the key with which this device speaks in a debate; see `key`."""
        from debate.service.own_key import key_in

        return key_in(self.key(), session.debate)

    def seats(self, session: Session) -> tuple[Seat, ...]:
        """Return the seats that share this keyboard in a debate, this device's own first."""
        names = [name for name, _ in self.library.profile.seats.items(f"{session.id}/")]
        keys = [self.key(name.partition("/")[2]) for name in names]
        return tuple(self._seat(session, key) for key in (self.key_in(session), *keys))

    def add_seat(self, session: Session, name: str) -> Seat | Refusal:
        """Let another person join a debate at this keyboard, with a key of their own."""
        from debate.domain.commands import JoinSession
        from debate.domain.refusal import Refusal

        number = len(self.library.profile.seats.items(f"{session.id}/")) + 2
        file = f"seat-{session.id[:12]}-{number}"
        seat = self._seat(session, self.key(file))
        answer = seat.submit(JoinSession(name=name))
        if isinstance(answer, Refusal):
            return answer
        self.library.profile.seats.put(f"{session.id}/{file}", {"name": name})
        return seat

    def _seat(self, session: Session, key: SigningKey) -> Seat:
        from debate.service.seat import Seat

        profile = self.library.profile
        return Seat(session, key, profile.secrets, profile.drafts)

    # Choices ----------------------------------------------------------------------------------

    def choice(self, name: str, default: object = None) -> object:
        """Return a setting, such as `language`; the default also when what was kept is no value."""
        from debate.service.settings import is_sound

        document = self.library.settings.get(name)
        if document is None or not is_sound(name, document.get("value")):
            return default
        return document.get("value", default)

    def choose(self, name: str, value: object) -> None:
        """Keep a setting; one that debates depend on takes effect in those that are open."""
        self.library.settings.put(name, {"value": value})
        if name == SEMANTICS:
            for session in self._sessions.values():
                session.weigh_by(str(value))

    def _leave(self, session: Session) -> None:
        """List a debate as it is left, keep a snapshot, and let go of it.

        Both are caches: a disk that refuses them takes nothing away.
        """
        from debate.service.resumption import keep_snapshot

        try:
            self.list_anew(session)
            keep_snapshot(self.library, session)
        except NotSaved:
            return
        finally:
            session.close()

    @property
    def is_own(self) -> bool:
        """Whether this is one's own data folder, and not a view of somebody else's."""
        return True

    def close(self) -> None:
        """List what changed and let go of the files."""
        for session in self._sessions.values():
            self._leave(session)
        self._sessions.clear()
        self.library.close()
