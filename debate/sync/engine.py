"""Make this machine and one store equal, and keep them so.

A round compares names, fetches what is lacking here, and puts what is lacking there. Nothing is
ever taken away on either side: a store that is empty or shorter than it was is given back what it
lost. A round that is cut off goes on where it was, because every frame counts by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from debate.errors import Amnesia, RemoteError, TooLarge, Unauthorised, Unreachable
from debate.sync.desk import Delivery, Desk
from debate.sync.plan import is_frame_name, pages, plan_round, spread, wait
from debate.sync.remote import Different, RemoteStore
from debate.sync.status import Status

Value = TypeVar("Value")
FETCH_PAGE = 100
"""How many frames are asked for at once."""
RECONCILE_EVERY = 60.0
"""Seconds between comparisons of all names while a debate is followed."""
REPAIR_AFTER = 5.0
"""Seconds until another comparison when something is missing."""
PUT_ROUNDS = 10
"""How often what is to be put is worked out anew in one round."""


class Exchange:
    """One debate and one store. One task at a time runs it."""

    def __init__(
        self,
        desk: Desk,
        store: RemoteStore,
        remote: str,
        *,
        key: str,
        clock: Callable[[], float],
        chance: Callable[[], float],
        tell: Callable[[Status], None] = lambda _: None,
    ) -> None:
        """Prepare an exchange; nothing is sent yet.

        Args:
            desk: The debate's side.
            store: The store's side; closed by whoever opened it.
            remote: What people call the store.
            key: What the ledger calls it.
            clock: Seconds that only go forward.
            chance: A number in [0, 1), so that a room does not ask in step.
            tell: Called with each new status.
        """
        self._desk, self._store, self._key = desk, store, key
        self._clock, self._chance, self._tell = clock, chance, tell
        self.status = Status(remote)
        self._cursor: str | None = None
        self._there: set[str] | None = None
        self._given_up: set[str] = set()
        self._too_large: TooLarge | None = None
        self._woken = asyncio.Event()
        self._compared = self._news = float("-inf")

    def wake(self) -> None:
        """Go to work at once: something was said here. Call it in the exchange's own thread."""
        self._news = self._clock()
        self._woken.set()

    # --- one round ---

    async def reconcile(self) -> Status:
        """Make both sides equal, as far as the store lets us.

        Raises:
            RemoteError: it did not work out; what went over stays.
        """
        self._show(state="syncing", done=0, total=0)
        try:
            await self._reconcile()
        except RemoteError as error:
            self._trouble(error)
            raise
        self._show(state="synced", at=self._clock(), error=self._too_large)
        return self.status

    async def _reconcile(self) -> None:
        desk = self._desk
        if self._cursor is None and desk.circle.can_write:
            # Who may not make a place may still use one that is there.
            with suppress(Unauthorised):
                await self._store.prepare()
        listing = await self._store.names()
        there = await self._known_there()
        round_ = plan_round(
            listing.names,
            await self._in_thread(desk.names),
            there,
            refused=self._refused_names(),
            mine=await self._in_thread(desk.mine),
        )
        if round_.has_lost:
            await self._in_thread(desk.forget_there, self._key)
            there.clear()
            self._show(lost=self.status.lost + 1)
        self._show(total=len(round_.fetch) + len(round_.put))
        await self._fetch(round_.fetch)
        self._cursor, self._compared = listing.cursor, self._clock()
        if desk.circle.can_write:
            await self._in_thread(lambda: desk.seal(others=True))
            await self._put_all(listing.names)

    async def _fetch(self, names: tuple[str, ...]) -> None:
        withheld = 0
        for page in pages(names, FETCH_PAGE):
            frames = await self._store.get(page)
            asked = {name: frame for name, frame in frames.items() if name in page}
            withheld += len(page) - len(asked)
            await self._deliver(asked)
            self._show(done=self.status.done + len(page))
        self._show(withheld=withheld)

    async def _put_all(self, listed: frozenset[str] = frozenset()) -> None:
        """Put what the store lacks, and what gets another name on the way."""
        for _ in range(PUT_ROUNDS):
            await self._in_thread(self._desk.seal)
            there = await self._known_there()
            held, mine = await self._in_thread(self._held)
            lacking = plan_round(there | listed | self._given_up, held, (), mine=mine).put
            if not lacking:
                return
            for name in lacking:
                await self._put(name)
                self._show(done=self.status.done + 1)

    def _held(self) -> tuple[frozenset[str], frozenset[str]]:
        return self._desk.names(), self._desk.mine()

    async def _put(self, name: str) -> None:
        frame = await self._in_thread(self._desk.frame, name)
        if frame is None:
            return
        try:
            answer = await self._store.put(name, frame)
        except TooLarge as error:
            self._given_up.add(name)
            self._too_large = error
            return
        if isinstance(answer, Different):
            await self._give_way(name, answer.frame)
            return
        await self._note_there({name})
        self._show(sent=self.status.sent + 1)

    async def _give_way(self, name: str, content: bytes) -> None:
        """Take in what another has put under this name; the rest of ours gets another name."""
        await self._deliver({name: content})
        if name in self._refused_names():
            self._given_up.add(name)

    async def _deliver(self, frames: Mapping[str, bytes]) -> None:
        if frames:
            delivery = await self._in_thread(self._desk.deliver, self._key, frames)
            (await self._known_there()).update(delivery.kept)
            self._count(delivery)

    def _count(self, delivery: Delivery) -> None:
        if delivery.new:
            self._news = self._clock()
        known = dict(self.status.refused)
        known.update(delivery.refused)
        self._show(
            received=self.status.received + delivery.new,
            refused=tuple(sorted(known.items())),
            waiting=self._desk.waiting,
            is_doubled=self.status.is_doubled or delivery.is_doubled,
        )

    def _refused_names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.status.refused)

    async def _known_there(self) -> set[str]:
        if self._there is None:
            self._there = set(await self._in_thread(self._desk.there, self._key))
        return self._there

    async def _note_there(self, names: set[str]) -> None:
        (await self._known_there()).update(names)
        await self._in_thread(self._desk.note_there, self._key, names)

    # --- following ---

    async def follow(self) -> None:
        """Put what is new here, and fetch what is new there, at the least cost.

        Raises:
            RemoteError: it did not work out; what went over stays.
        """
        trouble: RemoteError | None = None
        if self._desk.circle.can_write:
            try:
                await self._put_all()
            except Unreachable:
                raise
            except RemoteError as error:
                trouble = error
        await self._changes()
        if trouble is not None:
            raise trouble

    async def _changes(self) -> None:
        is_complete = False
        while not is_complete:
            changes = await self._store.changes(self._cursor)
            there = await self._known_there()
            new = {
                name: frame
                for name, frame in changes.frames
                if name not in there and is_frame_name(name)
            }
            await self._deliver(new)
            is_complete = changes.is_complete or changes.cursor == self._cursor
            self._cursor = changes.cursor

    async def live(self) -> None:
        """Follow the store until the task is cancelled: every second while something happens."""
        failures = quiet = 0
        retry_after: float | None = None
        while True:
            self._woken.clear()
            before = self.status
            try:
                await self._turn()
                failures, retry_after = 0, None
            except RemoteError as error:
                failures += 1
                retry_after = getattr(error, "retry_after", None)
                self._trouble(error)
            is_quiet = (before.received, before.sent) == (self.status.received, self.status.sent)
            quiet = quiet + 1 if is_quiet else 0
            seconds = wait(
                since_news=self._clock() - self._news,
                quiet=quiet,
                failures=failures,
                retry_after=retry_after,
            )
            await self._rest(spread(seconds, self._chance()), is_patient=failures > 0)

    async def _turn(self) -> None:
        """Compare everything from time to time, and otherwise ask what is new."""
        since = self._clock() - self._compared
        is_lacking = bool(self.status.waiting or self.status.withheld)
        if since >= (REPAIR_AFTER if is_lacking else RECONCILE_EVERY):
            await self.reconcile()
            return
        try:
            await self.follow()
        except Amnesia:
            self._cursor = None
            await self.reconcile()
            return
        self._show(state="synced", at=self._clock(), error=self._too_large)

    async def _rest(self, seconds: float, *, is_patient: bool) -> None:
        """Wait until it is time, or until something is said here; not when a store fails."""
        try:
            async with asyncio.timeout(seconds):
                await (asyncio.Event().wait() if is_patient else self._woken.wait())
        except TimeoutError:
            return

    # --- telling ---

    def _trouble(self, error: RemoteError) -> None:
        state = "offline" if isinstance(error, Unreachable) else "trouble"
        self._show(state=state, error=error)

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 (the fields of a status)
        changed = replace(self.status, **changes)
        if changed != self.status:
            self.status = changed
            self._tell(changed)

    @staticmethod
    async def _in_thread(work: Callable[..., Value], *arguments: object) -> Value:
        return await asyncio.to_thread(work, *arguments)
