"""A host without a socket: a workspace on a disk, a debate in it, its room and its guests."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from debate.domain.commands import AddArgument
from debate.domain.ids import ArgumentId
from debate.domain.participant import Contract
from debate.host.audit import Audit
from debate.host.doorkeeper import Caller, Doorkeeper
from debate.host.guest_app import GuestApp
from debate.host.guests import GuestBook, by_key
from debate.host.limits import Limits
from debate.host.room import Room
from debate.host.visit import Doorway
from debate.service.seat import Seat
from debate.service.wiring import workspace as workspace_at
from tests.host.channel import PaperTerminal, Sitting
from tests.tui.screens.evening import Evening, done

CODE = "kbf-7m2"


class House:
    """One host; open it with `async with`."""

    def __init__(
        self,
        folder: Path,
        *,
        contract: Contract = "named",
        limits: Limits | None = None,
        session: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = folder
        self.workspace = workspace_at(folder=folder, environment={})
        self.ada: Seat = (
            self.workspace.open(session)
            if session
            else Evening(self.workspace).begin(contract=contract)
        )
        self.code = CODE
        self.audit_path = folder / "host" / "audit.log"
        self.book = GuestBook(self.workspace.library.profile.guests, self.ada.session.id)
        self.doorkeeper = Doorkeeper(
            self.book,
            Audit(self.audit_path, time.time),
            code=lambda: self.code,
            limits=limits or Limits(),
            clock=clock,
        )

    async def __aenter__(self) -> Self:
        self.room = Room(self.workspace, self.ada, self.doorkeeper)
        self.doorway = Doorway()
        self._following = asyncio.create_task(self.room.follow())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._following.cancel()
        with suppress(asyncio.CancelledError):
            await self._following
        await self.doorway.close()
        self.room.close()
        self.doorkeeper.audit.close()
        self.workspace.close()

    def comes(self, caller: Caller, *, size: tuple[int, int] = (80, 24)) -> Sitting:
        """Let somebody come to the gate."""
        return Sitting(
            lambda: GuestApp(self.room, caller),
            doorway=self.doorway,
            terminal=PaperTerminal(size),
        )

    @property
    def audit(self) -> str:
        """Everything that was written down."""
        return self.audit_path.read_text("utf-8") if self.audit_path.exists() else ""

    def argue(self, claim: str) -> ArgumentId:
        """Say something from the host's own seat."""
        motion = self.ada.debate.charter.motion_ids[0]
        return ArgumentId(done(self.ada.submit(AddArgument("supports", motion, claim))).first)


def key(name: str) -> Caller:
    """Return somebody who logged in with an ssh key."""
    return Caller("192.0.2.7", identity=by_key(f"SHA256:{name}"), name=name)


def keyless(name: str = "") -> Caller:
    """Return somebody who proved nothing."""
    return Caller("192.0.2.8", name=name)


async def goes_in(sitting: Sitting, name: str, code: str = CODE) -> None:
    """Type the code and a name, and go to the floor."""
    await sitting.sees("Ask the facilitator for the code")
    sitting.type(f"{code}\r".encode())
    await sitting.sees("What is your name?")
    sitting.type(b"\x15" + f"{name}\r".encode())
