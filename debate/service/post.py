"""A debate's mail: its facts go to every remote store it has, and come back from there.

One round for a command, or following for as long as a screen is open. What goes wrong with one
store keeps nobody from another; what was said here is safe before any of it is sent.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from debate.domain.ids import DeviceKey, SessionId
from debate.errors import RemoteError
from debate.service.attesting import attest
from debate.service.circles import (
    Circles,
    Former,
    Sharing,
    place_of,
    remote_key,
    remote_name,
)
from debate.service.epochs import Epoch, circle_in, is_overdue, newest_epoch, open_epoch
from debate.service.keyring import Keyring
from debate.service.renewal import former_keys, link_device
from debate.service.session_facts import SessionFacts
from debate.store.library import RENEW_DEVICE
from debate.store.profile import Profile
from debate.sync.desk import Desk
from debate.sync.engine import Exchange
from debate.sync.opening import open_store
from debate.sync.status import Status
from debate.trust.circle import Circle
from debate.trust.keys import SigningKey
from debate.trust.secret import Secret

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.sync.remote import Address, Place, RemoteStore

Tell = Callable[[Status], None]
Opener = Callable[["Address", "Place"], "RemoteStore"]
LOOK_AGAIN = 3.0
"""Seconds between looks whether a debate got its first remote."""
MOVES = 10
"""How many new circles are followed in one round."""


def quiet(_: Status) -> None:
    """Tell nobody."""


class Post:
    """The mail of one open debate."""

    def __init__(self, workspace: Workspace, seat: Seat, *, opener: Opener = open_store) -> None:
        """Take the debate in which somebody sits.

        Args:
            workspace: Where its link and remotes are kept.
            seat: This device's own seat in it.
            opener: Opens a store; another one in trials.
        """
        self._workspace, self._seat, self._opener = workspace, seat, opener
        self._session = seat.session
        # A handle of its own: an exchange works in other threads than the screen does.
        self._profile = Profile(workspace.library.layout.profile)
        self._keyring = Keyring(workspace.library.layout.keys, self._profile)
        self.circles = Circles(self._profile)

    def close(self) -> None:
        """Let go of the profile."""
        self._profile.close()

    @property
    def sharing(self) -> Sharing | None:
        """How the debate is shared; None when it is not."""
        return self.circles.of(self._session.id)

    @property
    def remotes(self) -> tuple[Address, ...]:
        """Where the debate is kept besides here."""
        return self.circles.remotes(self._session.id)

    @property
    def is_on(self) -> bool:
        """Whether there is anything to do at all."""
        return bool(self.remotes) and self.sharing is not None

    @property
    def is_left_behind(self) -> bool:
        """Whether the debate went on in a circle whose secret this device was not given."""
        sharing, epoch = self.sharing, newest_epoch(self._session.debate)
        if sharing is None or sharing.epoch is None or epoch is None:
            return False
        return epoch.number > sharing.epoch and circle_in(epoch, self._keys()) is None

    @property
    def session_id(self) -> SessionId:
        """The debate's id."""
        return self._session.id

    @property
    def title(self) -> str:
        """The debate's title; its id as long as the fact that opened it is under way."""
        debate = self._session.debate
        return debate.charter.title if debate.is_open else self._session.id[:8]

    def add_remote(self, address: Address) -> None:
        """Keep the debate at another store too.

        Raises:
            NotSaved: the disk refused.
        """
        self.circles.add_remote(self._session.id, address)

    def share(self, circle: Circle, code: Secret | None = None) -> Sharing:
        """Give the debate a link, if it has none.

        Raises:
            NotSaved: the disk refused.
        """
        known = self.sharing
        if known is None:
            known = Sharing(circle, code)
            self.circles.keep(self._session.id, known)
        return known

    # --- one round ---

    async def sync(self, tell: Tell = quiet) -> tuple[Status, ...]:
        """Make this device and every remote equal, as far as they let us.

        A store that fails is told of in its status; the others go on.
        """
        statuses: tuple[Status, ...] = ()
        for _ in range(MOVES):
            sharing = self.sharing
            if sharing is None:
                return ()
            await asyncio.to_thread(self.renew_circle)
            statuses = await self._round(sharing, tell)
            await asyncio.to_thread(self._after, statuses)
            await self._pay(tell)
            if not await asyncio.to_thread(self._move):
                return statuses
        return statuses

    async def _round(self, sharing: Sharing, tell: Tell) -> tuple[Status, ...]:
        desk, close = self._desk(sharing.circle, sharing.epoch)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._visit(desk, sharing.circle, address, tell))
                    for address in self.remotes
                ]
        finally:
            close()
        return tuple(task.result() for task in tasks)

    async def _visit(self, desk: Desk, circle: Circle, address: Address, tell: Tell) -> Status:
        store = self._opener(address, place_of(circle))
        exchange = self._exchange(desk, store, address, tell)
        try:
            with suppress(RemoteError):
                await exchange.reconcile()
        finally:
            await store.close()
        return exchange.status

    async def _pay(self, tell: Tell) -> None:
        """Bring the news of a new circle to the old place of remotes that did not hear it."""
        sharing = self.sharing
        for former in sharing.former if sharing else ():
            desk, close = self._desk(former.circle, former.epoch)
            try:
                for address in self.remotes:
                    if address.url in former.owed:
                        status = await self._visit(desk, former.circle, address, tell)
                        if status.state == "synced":
                            self.circles.pay(self._session.id, [address.url])
            finally:
                close()

    # --- following ---

    async def live(self, tell: Tell = quiet) -> None:
        """Follow every remote until the task is cancelled; wait while there is none."""
        while True:
            if not self.is_on:
                await asyncio.sleep(LOOK_AGAIN)
                continue
            await asyncio.to_thread(self.renew_circle)
            sharing = self.sharing
            if sharing is not None:
                await self._pay(quiet)
                await self._live_in(sharing, tell)

    async def _live_in(self, sharing: Sharing, tell: Tell) -> None:
        """Follow until the debate moves to another circle."""
        remotes, circle = self.remotes, sharing.circle
        desk, close = self._desk(circle, sharing.epoch)
        stores = [self._opener(each, place_of(circle)) for each in remotes]
        news = asyncio.Event()

        def told(status: Status) -> None:
            news.set()
            tell(status)

        exchanges = [
            self._exchange(desk, *pair, told) for pair in zip(stores, remotes, strict=True)
        ]
        unsubscribe = self._session.subscribe(self._waker(exchanges, news))
        tasks = [asyncio.create_task(each.live()) for each in exchanges]
        for task in tasks:
            task.add_done_callback(lambda _: news.set())
        try:
            while not any(task.done() for task in tasks) and remotes == self.remotes:
                await news.wait()
                news.clear()
                if await asyncio.to_thread(self._settle, tuple(each.status for each in exchanges)):
                    return
        finally:
            unsubscribe()
            await _stopped(tasks)
            for store in stores:
                await store.close()
            close()

    def _waker(
        self, exchanges: Sequence[Exchange], news: asyncio.Event
    ) -> Callable[[Debate], None]:
        """Return what wakes exchanges, from any thread, when something was said on this device."""
        loop = asyncio.get_running_loop()
        devices = tuple(self._keys_here())
        said = [self._session.debate.state.heads.get(each, 0) for each in devices]

        def changed(debate: Debate) -> None:
            loop.call_soon_threadsafe(news.set)
            now = [debate.state.heads.get(each, 0) for each in devices]
            if now != said:
                said[:] = now
                for exchange in exchanges:
                    loop.call_soon_threadsafe(exchange.wake)

        return changed

    def _settle(self, statuses: Sequence[Status]) -> bool:
        """Do what follows from news; say whether the debate moved."""
        self.renew_circle()
        self._after(statuses)
        return self._move()

    # --- circles ---

    def renew_circle(self) -> None:
        """Open a new circle when this device removed somebody; the sooner the less they hear."""
        sharing = self.sharing
        if sharing is None or not sharing.circle.can_write or not self._session.debate.is_open:
            return
        if self._seat.is_facilitator and is_overdue(self._seat):
            open_epoch(self._seat, Circle.fresh())

    def _after(self, statuses: Sequence[Status]) -> None:
        """Note what a round told: which circle this is, and a key that is in use elsewhere."""
        sharing = self.sharing
        if sharing is not None and sharing.epoch is None and any(s.at for s in statuses):
            epoch = newest_epoch(self._session.debate)
            known = replace(sharing, epoch=epoch.number if epoch else 0)
            self.circles.keep(self._session.id, known)
        if sharing is not None and sharing.circle.can_write and any(s.received for s in statuses):
            attest(self._seat)
        if any(status.at for status in statuses):
            library = self._workspace.library
            link_device(self._session, self._workspace.key(), former_keys(library))
        if any(status.is_doubled for status in statuses):
            self._workspace.library.settings.put(RENEW_DEVICE, {"value": True})

    def _move(self) -> bool:
        """Go to the debate's newest circle, once a remote was told of it; say whether we did."""
        sharing, epoch = self.sharing, newest_epoch(self._session.debate)
        if sharing is None or epoch is None or sharing.epoch is None:
            return False
        if epoch.number <= sharing.epoch or not self._is_told(sharing, epoch):
            return False
        circle = circle_in(epoch, self._keys())
        if circle is None or circle.place == sharing.circle.place:
            return False
        owed = tuple(each.url for each in self.remotes)
        self.circles.keep(
            self._session.id,
            Sharing(
                circle,
                epoch=epoch.number,
                former=(*sharing.former, Former(sharing.circle, sharing.epoch, owed)),
            ),
        )
        return True

    def _is_told(self, sharing: Sharing, epoch: Epoch) -> bool:
        """Whether others can learn of a new circle at the place of the old one."""
        desk, close = self._desk(sharing.circle, sharing.epoch)
        try:
            keys = (remote_key(each.url) for each in self.remotes)
            return desk.is_sent(epoch.fact.author, epoch.fact.number, keys)
        finally:
            close()

    # --- parts ---

    def _keys_here(self) -> Mapping[DeviceKey, SigningKey]:
        return self._keyring.keys(self._session.debate)

    def _keys(self) -> tuple[SigningKey, ...]:
        return tuple(self._keys_here().values())

    def _desk(self, circle: Circle, epoch: int | None) -> tuple[Desk, Callable[[], None]]:
        ledger = self._workspace.library.ledger(self._session.id, circle.place.hex())
        facts = SessionFacts(self._session, self._keys_here, epoch)
        return Desk(circle, facts, ledger), ledger.close

    def _exchange(self, desk: Desk, store: RemoteStore, address: Address, tell: Tell) -> Exchange:
        return Exchange(
            desk,
            store,
            remote_name(address.url),
            key=remote_key(address.url),
            clock=time.monotonic,
            chance=lambda: secrets.randbelow(1000) / 1000,
            tell=tell,
        )


async def _stopped(tasks: Sequence[asyncio.Task[None]]) -> None:
    """End tasks, and raise what one of them ended with by itself.

    Raises:
        DebateError: the data folder let one down.
    """
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended
