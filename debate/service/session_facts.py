"""An open debate as an exchange with a store needs it: facts out, facts in, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from debate.domain.ids import DeviceKey, FactId, SessionId
from debate.service.epochs import sealable

if TYPE_CHECKING:
    from debate.service.session import Session
    from debate.trust.envelope import Document
    from debate.trust.keys import SigningKey


class SessionFacts:
    """An open debate as an exchange needs it; see `debate.sync.ports.Facts`."""

    def __init__(
        self,
        session: Session,
        keys: Callable[[], Mapping[DeviceKey, SigningKey]],
        epoch: int | None = None,
    ) -> None:
        """Wrap a debate.

        Args:
            session: The debate.
            keys: Gives those of everybody who acts on this device.
            epoch: Which circle the exchange is with; None when that is not known.
        """
        self._session = session
        self._epoch = epoch
        self.keys = keys

    @property
    def session(self) -> SessionId:
        """The session that facts must bear."""
        return self._session.id

    def documents(self) -> Sequence[Document]:
        """Return every fact that is here, durable."""
        self._session.refresh()
        self._session.journal.barrier()
        return self._session.documents()

    def sealable(self) -> Sequence[Document]:
        """Return the facts that may go out to the holders of this circle's keys."""
        return sealable(self._session.debate, self._session.documents(), self._epoch)

    def take(self, documents: Sequence[Document]) -> frozenset[FactId]:
        """Check facts from elsewhere and keep those that are proven."""
        verdict = self._session.take_in(documents)
        return frozenset(FactId(each["id"]) for each in verdict.good)
