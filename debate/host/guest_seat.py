"""A guest's place in the debate: their own key, kept by the host, and a pace that people keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from debate.errors import TooFast
from debate.service.seat import Drawer, Seat

if TYPE_CHECKING:
    from debate.domain.commands import Command
    from debate.domain.refusal import Refusal
    from debate.host.feed import Feed
    from debate.host.limits import Pace
    from debate.service.session import Listener, Receipt, Session
    from debate.trust.keys import SigningKey


class GuestSeat(Seat):
    """Acts like any seat; hears of changes by the feed of the room, which also follows the disk."""

    def __init__(
        self,
        session: Session,
        key: SigningKey,
        secrets: Drawer,
        drafts: Drawer,
        *,
        feed: Feed,
        pace: Pace,
    ) -> None:
        """Sit down; see `Seat`.

        Args:
            session: The debate.
            key: The key the host keeps for this guest.
            secrets: Where what opens a sealed ballot is kept.
            drafts: Where half-written texts are kept.
            feed: Tells of changes.
            pace: How fast this guest may act.
        """
        super().__init__(session, key, secrets, drafts)
        self._feed = feed
        self._pace = pace
        self._own: list[Listener] = []

    @property
    def is_followed(self) -> bool:
        """Yes: by the room."""
        return True

    def submit(self, command: Command) -> Receipt | Refusal:
        """Do something, unless it comes too fast; the guest's own screen hears of it at once.

        Raises:
            TooFast: nothing was kept.
        """
        if not self._pace.takes():
            raise TooFast
        answer = super().submit(command)
        for listener in tuple(self._own):
            listener(self.debate)
        return answer

    def follow(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at once after an act from here, and soon after one from elsewhere."""
        self._own.append(listener)
        unsubscribe = self._feed.subscribe(listener)

        def stop() -> None:
            self._own.remove(listener)
            unsubscribe()

        return stop

    def catch_up(self) -> bool:
        """Leave it to the room."""
        return False
