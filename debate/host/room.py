"""The room: one debate, the guests in it, and what has to be done for all of them.

It follows what other processes write in the journal, opens the ballots of guests once they are
revealed (also of those who left), and sees out whoever was removed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from debate.domain.commands import JoinSession
from debate.domain.ids import DeviceKey
from debate.domain.refusal import Refusal
from debate.errors import RoomFull, StoreError
from debate.host.codes import fresh_return_code
from debate.host.doorkeeper import Caller, Doorkeeper
from debate.host.feed import Feed
from debate.host.guest_seat import GuestSeat
from debate.host.guest_workspace import GuestWorkspace
from debate.host.guests import Guest, by_code
from debate.host.limits import Pace
from debate.host.presence import Presence
from debate.service.revealing import open_together
from debate.tui.desk import Desk

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace

LOOK_EVERY = 0.2
"""Seconds between looks at what other processes wrote."""


class Room:
    """Made and used in the thread of the event loop, but for what says otherwise."""

    def __init__(self, workspace: Workspace, host: Seat, doorkeeper: Doorkeeper) -> None:
        """Open the room.

        Args:
            workspace: The host's data folder, where the keys of guests are kept.
            host: The host's own seat in the debate.
            doorkeeper: Who comes in.
        """
        self._workspace = workspace
        self.session = host.session
        self.doorkeeper = doorkeeper
        self.feed = Feed(self.session)
        self.presence = Presence(doorkeeper.limits.per_guest)
        self.desk = Desk()
        self._seats: dict[str, GuestSeat] = {}
        self._is_changed = True
        self._unsubscribe: Callable[[], None] = self.session.subscribe(self._note)

    @property
    def debate(self) -> Debate:
        """The debate as it stands."""
        return self.session.debate

    # Seats --------------------------------------------------------------------------------------

    def seat_of(self, guest: Guest) -> GuestSeat:
        """Return the seat of a guest, the same at every visit. May be called in any thread.

        Raises:
            TrustError: the key of this guest cannot be read.
            StoreError: the disk refused to keep a new one.
        """
        seat = self._seats.get(guest.id)
        if seat is None:
            profile = self._workspace.library.profile
            seat = GuestSeat(
                self.session, self._workspace.key(guest.key), profile.secrets, profile.drafts,
                feed=self.feed, pace=Pace(self.doorkeeper.limits, self.doorkeeper.clock),
            )  # fmt: skip
            seat = self._seats.setdefault(guest.id, seat)
        return seat

    def workspace_of(self, guest: Guest) -> GuestWorkspace:
        """Return what a guest finds where one's own data folder would be. For any thread."""
        notes = self._workspace.library.profile.notes
        return GuestWorkspace(self.seat_of(guest), self.doorkeeper.book, guest, notes)

    def sit_down(
        self, caller: Caller, name: str, *, as_observer: bool
    ) -> tuple[Guest, str | None] | Refusal:
        """Let an admitted caller take part. Touches the disk: not for the event loop.

        Args:
            caller: Who comes; afterwards they have an identity.
            name: What they want to be called; nothing when empty.
            as_observer: Whether they only read.

        Returns:
            The guest, and the code by which they come back when they proved no key; or the law's
            refusal.

        Raises:
            RoomFull: there are too many guests.
            StoreError: the disk refused; nobody sat down.
        """
        book, code = self.doorkeeper.book, None
        if caller.identity is None:
            code = fresh_return_code()
        identity = caller.identity or by_code(code or "")
        guest = book.find(identity) or book.newcomer(identity, name)
        most = self.doorkeeper.limits.guests
        if book.find(identity) is None and len(book.all()) >= most:
            raise RoomFull(most=most)
        seat = self.seat_of(guest)
        answer = seat.submit(JoinSession(name=name or None, as_observer=as_observer))
        if isinstance(answer, Refusal) and answer.rule != "person.joined":
            return answer
        book.add(Guest(guest.id, name, guest.key))
        caller.identity = identity
        self.doorkeeper.audit.note(
            "guest.joined", address=caller.address, way=caller.way, guest=guest.id[:8]
        )
        return guest, code

    def is_removed(self, guest: Guest) -> bool:
        """Tell whether a facilitator ended this guest's part. May be called in any thread."""
        return self.seat_of(guest).device in self.debate.people.authority.limits

    # Following ----------------------------------------------------------------------------------

    async def follow(self) -> None:
        """Follow what others write until cancelled; a disk that refuses is asked again."""
        is_refused = False
        while True:
            try:
                await self.desk.run(self.session.refresh)
                if self._is_changed:
                    self._is_changed = False
                    await self.desk.run(self._open_ballots)
                    self._see_out()
            except StoreError as error:
                if not is_refused:
                    self.doorkeeper.audit.note("journal.refused", reason=type(error).__name__)
                is_refused = True
            else:
                is_refused = False
            await asyncio.sleep(LOOK_EVERY)

    def close(self) -> None:
        """Stop following; the session stays open."""
        self._unsubscribe()
        self.feed.close()
        self.desk.close()

    def _note(self, debate: Debate) -> None:
        self._is_changed = True

    def _open_ballots(self) -> None:
        """Open what was revealed and lies here: the host keeps the secrets of its guests."""
        waiting: set[DeviceKey] = {
            seal.author
            for poll in self.debate.polls.values()
            if poll.is_revealed
            for voter, seal in poll.seals.items()
            if voter not in poll.ballots
        }
        if not waiting:
            return
        seats = map(self.seat_of, self.doorkeeper.book.all())
        open_together(self.session, (seat for seat in seats if seat.device in waiting))

    def _see_out(self) -> None:
        """End the visits of those who were removed."""
        if not self.debate.people.authority.limits:
            return
        for guest in self.doorkeeper.book.all():
            if self.presence.is_here(guest.id) and self.is_removed(guest):
                self.doorkeeper.audit.note("guest.removed", guest=guest.id[:8])
                self.presence.see_out(guest.id)
