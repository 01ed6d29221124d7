"""A host from opening to closing: the room, the ways in, the plate on the door.

    async with Host(workspace, seat, plan, converse=...) as host:
        ...  # host.plate says how people come in, host.counts who is here

Another way in is given `host.room` and `host.doorway`, as ssh is.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from contextlib import AsyncExitStack, ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO, cast

from debate.errors import Busy, PortTaken, StoreError
from debate.host.audit import Audit
from debate.host.codes import fresh_join_code
from debate.host.doorkeeper import Doorkeeper
from debate.host.faults import noted
from debate.host.guests import GuestBook
from debate.host.loop import share_loop
from debate.host.plan import Plan, shown_address
from debate.host.prints import ERRORS, OUT
from debate.host.room import Room
from debate.host.sweeping import Sweeping
from debate.host.visit import Doorway
from debate.service.doorplate import Doorplate, doorplate_of, hang
from debate.store import disk
from debate.store.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debate.domain.ids import SessionId
    from debate.domain.motion import Language
    from debate.host.line_gate import Conversation
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace

READ_CODE_EVERY = 1.0
"""Seconds for which the code is believed that was read last; another process may change it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Who is here, as numbers."""

    here: int
    at_door: int
    taking_part: int
    facts: int


def host_folder(workspace: Workspace) -> Path:
    """Return where a host keeps its key, its log and its lock."""
    return workspace.library.layout.folder / "host"


def is_served(workspace: Workspace, session: SessionId) -> bool:
    """Tell whether a host serves a debate at this moment, in whatever process."""
    return FileLock(_lock(workspace, session)).holder() is not None


def _lock(workspace: Workspace, session: SessionId) -> Path:
    return host_folder(workspace) / f"{session[:12]}.lock"


def renew_code(workspace: Workspace, seat: Seat) -> Doorplate:
    """Let another code hold from here on; a host that runs takes it up by itself.

    Raises:
        StoreError: the disk refused.
    """
    before = doorplate_of(workspace, seat.session.id) or Doorplate("")
    plate = replace(before, code=fresh_join_code())
    hang(workspace, seat.session.id, plate)
    return plate


class Host:
    """One debate, served."""

    def __init__(
        self,
        workspace: Workspace,
        seat: Seat,
        plan: Plan,
        *,
        converse: Conversation,
        language: Language,
    ) -> None:
        """Prepare; nothing is open before `async with`.

        Args:
            workspace: The host's data folder.
            seat: The host's own seat in the debate.
            plan: How to serve.
            converse: Line mode.
            language: The language of what is asked before a guest chose one.
        """
        self._workspace = workspace
        self._seat = seat
        self._plan = plan
        self._converse = converse
        self._language = language
        self._stack = AsyncExitStack()
        self._code, self._code_read = "", float("-inf")
        self.plate = Doorplate("")
        """What hangs on the door."""
        self.port = plan.port
        """Where ssh listens, once it does."""
        self.web_port = 0
        """Where browsers come in, once they do."""

    async def __aenter__(self) -> Self:
        """Open the room, then the door.

        Raises:
            PartMissing: what browsers need is not installed.
            PortTaken: another program listens there, or another host serves this debate.
            StoreError: the disk refused.
            TrustError: the host key is damaged.
        """
        async with AsyncExitStack() as stack:
            stack.enter_context(self._alone())
            share_loop()
            stack.enter_context(redirect_stdout(cast("TextIO", OUT)))
            stack.enter_context(redirect_stderr(cast("TextIO", ERRORS)))
            self._open_room(stack)
            await self._open_door(stack)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the plate away, see everybody out, give terminals back."""
        await self._stack.aclose()

    @property
    def counts(self) -> Counts:
        """Who is here."""
        room = self.room
        return Counts(
            room.presence.here,
            room.presence.at_door,
            len(room.debate.people.present()),
            room.session.position,
        )

    # Opening --------------------------------------------------------------------------------------

    def _open_room(self, stack: AsyncExitStack) -> None:
        folder, session = host_folder(self._workspace), self._seat.session
        audit = Audit(folder / "audit.log", time.time)
        stack.callback(audit.close)
        stack.enter_context(noted(audit))
        book = GuestBook(self._workspace.library.profile.guests, session.id)
        keeper = Doorkeeper(
            book, audit, code=self.code, limits=self._plan.limits, clock=time.monotonic
        )
        before = doorplate_of(self._workspace, session.id)
        is_kept = before is not None and before.code and not self._plan.is_code_new
        self._code = before.code if before is not None and is_kept else fresh_join_code()
        self._code_read = time.monotonic()
        self.room = Room(self._workspace, self._seat, keeper)
        stack.callback(self.room.close)
        self.doorway = Doorway()
        stack.push_async_callback(self.doorway.close)
        for following in (self.room.follow(), Sweeping(self.doorway).follow()):
            task = asyncio.get_running_loop().create_task(following)
            stack.push_async_callback(_cancelled, task)

    async def _open_door(self, stack: AsyncExitStack) -> None:
        from debate.host.ssh_server import Reception, listen

        plan = self._plan
        reception = Reception(self.room, self.doorway, self._converse, self._language)
        acceptor, fingerprint = await listen(
            reception,
            address=plan.address,
            port=plan.port,
            key=host_folder(self._workspace) / "ssh-host-key",
            is_renewed=plan.is_key_new,
        )
        stack.callback(acceptor.close)
        self.port = acceptor.get_port()
        address = shown_address(plan)
        web = await self._open_to_browsers(stack, address)
        self.plate = Doorplate(
            self._code,
            join_line=f"ssh -p {self.port} {address}",
            link=web or f"ssh://{address}:{self.port}",
            fingerprint=fingerprint,
            web=web,
            is_open=True,
        )
        hang(self._workspace, self._seat.session.id, self.plate)
        stack.callback(self._take_plate_away)
        self.room.doorkeeper.audit.note("host.opened", address=plan.address, port=self.port)

    async def _open_to_browsers(self, stack: AsyncExitStack, address: str) -> str:
        """Let browsers in, if that is wanted, and return what they open."""
        if self._plan.web_port is None:
            return ""
        from debate.host.web_server import WebDoor

        door = WebDoor(self.room, self.doorway, self._language)
        self.web_port = await door.open(self._plan.address, self._plan.web_port)
        stack.push_async_callback(door.close)
        return f"http://{address}:{self.web_port}/"

    def _take_plate_away(self) -> None:
        with contextlib.suppress(StoreError):
            hang(self._workspace, self._seat.session.id, replace(self.plate, is_open=False))
        self.room.doorkeeper.audit.note("host.closed")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep a second host of this debate away."""
        path = _lock(self._workspace, self._seat.session.id)
        with disk.saving(path):
            disk.make_folder(path.parent)
        lock = FileLock(path, timeout=0.2)
        with ExitStack() as stack:
            try:
                stack.enter_context(lock.held())
            except Busy as exc:
                plan = self._plan
                raise PortTaken(address=plan.address, port=plan.port, reason="served") from exc
            yield
        lock.close()

    # The code -------------------------------------------------------------------------------------

    def code(self) -> str:
        """Return the code that holds, as another process may have changed it."""
        now = time.monotonic()
        if now - self._code_read > READ_CODE_EVERY:
            self._code_read = now
            with contextlib.suppress(StoreError):
                plate = doorplate_of(self._workspace, self._seat.session.id)
                if plate is not None and plate.code and plate.code != self._code:
                    self._code = plate.code
                    self.plate = replace(self.plate, code=plate.code)
                    self.room.doorkeeper.audit.note("code.renewed")
        return self._code


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
