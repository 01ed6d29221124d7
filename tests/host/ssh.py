"""A debate served on a real socket, and clients for it, all in the process of the test."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncssh

from debate.cli.guest_line import converse
from debate.host.hosting import Host, host_folder
from debate.host.plan import Plan
from debate.i18n.catalog import Language
from debate.service.network import HERE
from debate.service.seat import Seat
from debate.service.wiring import workspace as workspace_at
from debate.service.workspace import Workspace
from tests.host.channel import FOREIGN, PATIENCE
from tests.tui.screens.evening import Evening

PLAN = Plan(address=HERE, port=0)


class Served:
    """A debate, served."""

    def __init__(self, workspace: Workspace, seat: Seat, host: Host) -> None:
        self.workspace = workspace
        self.seat = seat
        self.host = host

    @property
    def audit(self) -> str:
        return (host_folder(self.workspace) / "audit.log").read_text("utf-8")

    def connect(self, name: str = "bob", **options: Any) -> Any:  # noqa: ANN401
        usual: dict[str, Any] = {
            "known_hosts": None, "username": name, "config": None, "agent_path": None,
            "client_keys": None, "preferred_auth": "publickey,keyboard-interactive",
        }  # fmt: skip
        return asyncssh.connect(HERE, self.host.port, **{**usual, **options})


@asynccontextmanager
async def served(
    folder: Path,
    *,
    plan: Plan = PLAN,
    session: str | None = None,
    contract: str = "named",
    language: Language = "en",
) -> AsyncIterator[Served]:
    workspace = workspace_at(folder=folder, environment={})
    try:
        seat = (
            workspace.open(session) if session else Evening(workspace).begin(contract=contract)  # type: ignore[arg-type]
        )
        host = Host(workspace, seat, plan, converse=converse, language=language)
        async with host:
            yield Served(workspace, seat, host)
    finally:
        workspace.close()


def fresh_key() -> asyncssh.SSHKey:
    return asyncssh.generate_private_key("ssh-ed25519")


class Answering(asyncssh.SSHClient):
    """Types at the prompt of the login."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def kbdint_auth_requested(self) -> str:
        return ""

    def kbdint_challenge_received(
        self,
        name: str,
        instructions: str,
        lang: str,
        prompts: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        self.asked += [prompt for prompt, _ in prompts]
        return [self.answers.pop(0)] if prompts and self.answers else None


class Screen:
    """A session with a terminal, read as raw bytes."""

    def __init__(self, process: Any) -> None:  # noqa: ANN401
        self.process = process
        self.raw = b""

    async def sees(self, *texts: str) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(text in self.text for text in texts):
                    data = await self.process.stdout.read(65536)
                    assert data, f"{texts} not seen, and the line is closed:\n{self.text}"
                    self.raw += data
        except TimeoutError:
            raise AssertionError(f"{texts} not seen:\n{self.text}") from None
        return self.text

    @property
    def text(self) -> str:
        plain = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", FOREIGN.sub(b"", self.raw))
        return plain.decode("utf-8", "replace")

    def type(self, data: bytes) -> None:
        self.process.stdin.write(data)


async def screen_of(connection: Any, size: tuple[int, int] = (100, 30)) -> Screen:  # noqa: ANN401
    process = await connection.create_process(
        term_type="xterm-256color", term_size=size, encoding=None
    )
    return Screen(process)


async def go_in(screen: Screen, code: str, name: str) -> None:
    await screen.sees("Ask the facilitator for the code")
    screen.type(f"{code}\r".encode())
    await screen.sees("What is your name?")
    screen.type(b"\x15" + f"{name}\r".encode())
    await screen.sees("Open floor")


class OnlyOffered(asyncssh.SSHKeyPair):
    """A public key whose owner is somebody else."""

    def __init__(self, key: asyncssh.SSHKey) -> None:
        super().__init__(
            key.algorithm, key.algorithm, [key.algorithm], [key.algorithm], key.public_data, b""
        )
        self.was_asked = False

    def sign(self, data: bytes) -> bytes:
        self.was_asked = True
        return b"\x00" * 64

    def get_agent_private_key(self) -> bytes:
        return b""
