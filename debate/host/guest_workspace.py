"""What a screen of a guest finds where one's own data folder would be: one debate, and choices.

It stands in for a `Workspace`, and everything a guest must not reach on the machine of the host is
not there at all: no library, no other debate, no other seat, no folder, no setting of the host.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast

from debate.domain.ids import SessionId
from debate.errors import UsageError
from debate.host.guests import CHOICES
from debate.service.workspace import SHORTEST_NAME, Workspace

if TYPE_CHECKING:
    from debate.domain.pack import Pack
    from debate.domain.runsheet import RunSheet
    from debate.host.guests import Guest, GuestBook
    from debate.service.doorplate import Doorplate
    from debate.service.seat import Drawer, Seat
    from debate.service.session import Session
    from debate.service.summary import Summary
    from debate.store.library import Library
    from debate.store.pack_cards import Card

KEPT = frozenset({"language", "theme", "reduced-motion"})
"""The choices a guest has; they are kept for this guest alone."""


class OwnNotes:
    """The notes of one person: those of others are not there."""

    def __init__(self, notes: Drawer, beginning: str) -> None:
        """Open those whose names begin so."""
        self._notes = notes
        self._beginning = beginning

    def get(self, key: str) -> dict[str, Any] | None:
        """Return a note of one's own."""
        return self._notes.get(key) if key.startswith(self._beginning) else None

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a note of one's own."""
        if key.startswith(self._beginning):
            self._notes.put(key, document)

    def remove(self, key: str) -> None:
        """Let go of a note of one's own."""
        if key.startswith(self._beginning):
            self._notes.remove(key)


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """All of a profile that the screens of who leads ask for."""

    notes: OwnNotes


class OneDebate:
    """All of a library that line mode and the screens of a debate ask for."""

    def __init__(self, session: SessionId, profile: OwnProfile) -> None:
        """Hold one debate, and the notes of one person."""
        self._session = session
        self.profile = profile

    def sessions(self) -> list[str]:
        """Return its id."""
        return [self._session]


def _refused(what: str) -> Callable[..., NoReturn]:
    """Return what takes the place of a method that guests do not have."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise UsageError(what=what, value="guest", reason="not-here")

    return refuse


class GuestWorkspace(Workspace):
    """One guest's view of the host's data."""

    def __init__(self, seat: Seat, book: GuestBook, guest: Guest, notes: Drawer) -> None:
        """Show one debate from one seat; the base is not asked to open anything.

        Args:
            seat: The guest's seat.
            book: Where their choices are kept.
            guest: Who it is.
            notes: The notes of everybody on this machine, of which they see their own.
        """
        profile = OwnProfile(OwnNotes(notes, f"{seat.session.id}/{seat.device}/"))
        self.library = cast("Library", OneDebate(seat.session.id, profile))
        self._own = seat
        self._book = book
        self._guest = guest

    # What there is ------------------------------------------------------------------------------

    def open(self, session: str) -> Seat:
        """Return the guest's seat, when the debate is this one.

        Raises:
            UsageError: it is another one, which to a guest is none.
        """
        self.find(session)
        return self._own

    def find(self, text: str) -> SessionId:
        """Return the id of the debate when a text names it.

        Raises:
            UsageError: it names another one.
        """
        own = self._own.session
        title = own.debate.charter.title.casefold()
        is_start = len(text) >= SHORTEST_NAME and own.id.startswith(text)
        if not is_start and text.casefold() != title:
            raise UsageError(what="session", value=text)
        return own.id

    def seats(self, session: Session) -> tuple[Seat, ...]:
        """Return the guest's own seat: nobody else sits at their keyboard."""
        return (self._own,)

    def summaries(self) -> tuple[Summary, ...]:
        """Return the line of this debate."""
        from debate.service.listing import summary_of

        return (summary_of(self._own.session),)

    def choice(self, name: str, default: object = None) -> object:
        """Return what this guest chose."""
        return self._book.kept(self._guest.id, CHOICES).get(name, default)

    def choose(self, name: str, value: object) -> None:
        """Keep a choice for this guest; the host's own settings are not theirs to change."""
        if name in KEPT:
            kept = dict(self._book.kept(self._guest.id, CHOICES))
            self._book.keep(self._guest.id, CHOICES, {**kept, name: value})

    @property
    def is_own(self) -> bool:
        """No: its circle and its remotes are the host's to look after."""
        return False

    def close(self) -> None:
        """Leave the host's data open."""

    @property
    def packs(self) -> tuple[Pack, ...]:
        """No packs: the motions of the debate are in it."""
        return ()

    @property
    def runsheets(self) -> Mapping[str, RunSheet]:
        """No run-sheets but the debate's own."""
        own = self._own.debate.charter.runsheet
        return {own.id: own}

    def door(self, session: SessionId) -> Doorplate | None:
        """Say nothing of the door: who is inside lets nobody in."""
        return None

    def listed(self) -> tuple[Summary, ...]:
        """Return the line of this debate."""
        return self.summaries()

    def cards(self) -> tuple[Card, ...]:
        """No motions but those of the debate."""
        return ()

    shelf = property(_refused("pack"))


for _name in vars(Workspace).keys() - vars(GuestWorkspace).keys():
    if not _name.startswith("__"):
        # Whatever else a workspace can do, today or later, a guest cannot.
        setattr(GuestWorkspace, _name, _refused("here"))
