"""The way in by ssh: any key is an identity, the join code admits, and nothing but the program is given.

Traps this stands on: a client may offer keys it does not have, so a key counts only once the login
succeeded by it; and a code typed at the login proves no key that was offered before.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncssh

from debate.errors import PortTaken, reason_of
from debate.host.doorkeeper import Answer, Caller, Doorkeeper
from debate.host.gate import waited_words
from debate.host.guests import by_key
from debate.host.host_key import open_host_key
from debate.host.ssh_session import SSHSession
from debate.host.visit import GRACE
from debate.i18n.catalog import translator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debate.domain.motion import Language
    from debate.host.line_gate import Conversation
    from debate.host.room import Room
    from debate.host.visit import Doorway

LOGIN_TIME = 45
"""Seconds a login may take."""
SESSIONS = 2
"""Channels one connection may have at a time."""
KEEP_ALIVE, KEEP_ALIVE_MISSES = 15, 3
"""A client that answers nothing is dropped after the product of both, in seconds."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What every connection is given."""

    room: Room
    doorway: Doorway
    converse: Conversation
    language: Language = "en"

    @property
    def doorkeeper(self) -> Doorkeeper:
        """Who comes in."""
        return self.room.doorkeeper


class SSHServer(asyncssh.SSHServer):
    """One connection."""

    def __init__(self, reception: Reception) -> None:
        """Prepare for one connection."""
        self._reception = reception
        self._caller = Caller("")
        self._offered: str | None = None
        self._is_counted = self._is_known = False
        self._sessions: set[SSHSession] = set()
        self._gate: asyncio.TimerHandle | None = None

    # Coming and going -----------------------------------------------------------------------------

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Let the connection in, or close it."""
        self._connection = conn
        peer = conn.get_extra_info("peername") or ("unknown",)
        self._caller = Caller(str(peer[0]), language=self._reception.language)
        if self._reception.doorkeeper.enter(self._caller.address, "ssh") is None:
            self._is_counted = True
        else:
            conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection no more."""
        if self._gate is not None:
            self._gate.cancel()
        if self._is_counted:
            self._is_counted = False
            keeper = self._reception.doorkeeper
            keeper.leave(self._caller.address, was_known=self._is_known)

    # Who is it? -------------------------------------------------------------------------------------

    def begin_auth(self, username: str) -> bool:
        """Ask everybody; the name is no more than a suggestion."""
        self._caller.name = username
        return True

    def public_key_auth_supported(self) -> bool:
        """Take keys."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Take any key as an identity. Called for offers too: nothing is concluded here."""
        self._offered = key.get_fingerprint()
        return True

    def kbdint_auth_supported(self) -> bool:
        """Take the code."""
        return True

    def get_kbdint_challenge(
        self, username: str, lang: str, submethods: str
    ) -> tuple[str, str, str, list[tuple[str, bool]]]:
        """Ask for the code."""
        t = translator(self._reception.language)
        return (
            "debate",
            t.text("Type the code on the wall, or your own code if you were here before."),
            "",
            [(f"{t.text('Code')}: ", True)],
        )

    def validate_kbdint_response(self, username: str, responses: Sequence[str]) -> bool:
        """Look at the code; a key that was offered before proves nothing."""
        self._offered = None
        if len(responses) != 1:
            return False
        answer = self._reception.doorkeeper.try_code(self._caller, responses[0])
        return answer in {Answer.RIGHT, Answer.RETURNING}

    def auth_completed(self) -> None:
        """Take the key by which the login succeeded as the identity."""
        self._is_known = True
        self._reception.doorkeeper.known()
        if self._offered is not None:
            self._caller.identity = by_key(self._offered)
        loop, wait = asyncio.get_running_loop(), self._reception.doorkeeper.limits.at_gate
        self._gate = loop.call_later(wait + GRACE, self._close_gate)

    def _close_gate(self) -> None:
        """Close the connection of who never typed the code; on a screen they were told before."""
        if self._reception.doorkeeper.waits_no_more(self._caller):
            for session in tuple(self._sessions):
                session.see_out(waited_words(translator(self._reception.language)))
            self._connection.close()

    # What is given --------------------------------------------------------------------------------------

    def session_requested(self) -> SSHSession:
        """Give the program, to one or two windows of a connection at a time."""
        if len(self._sessions) >= SESSIONS:
            self._refuse("another session")
        session = SSHSession(self._reception, self._caller, ended=self._sessions.discard)
        self._sessions.add(session)
        return session

    def connection_requested(
        self, dest_host: str, dest_port: int, orig_host: str, orig_port: int
    ) -> bool:
        """Forward nothing."""
        self._note("forwarding")
        return False

    def server_requested(self, listen_host: str, listen_port: int) -> bool:
        """Listen nowhere for a guest."""
        self._note("listening")
        return False

    def unix_connection_requested(self, dest_path: str) -> bool:
        """Forward nothing."""
        self._note("forwarding")
        return False

    def unix_server_requested(self, listen_path: str) -> bool:
        """Listen nowhere for a guest."""
        self._note("listening")
        return False

    def tun_requested(self, unit: int | None) -> bool:
        """Give no network."""
        self._note("network")
        return False

    def tap_requested(self, unit: int | None) -> bool:
        """Give no network."""
        self._note("network")
        return False

    def _note(self, what: str) -> None:
        self._reception.doorkeeper.refuse(self._caller, what)

    def _refuse(self, what: str) -> None:
        self._note(what)
        raise asyncssh.ChannelOpenError(asyncssh.OPEN_ADMINISTRATIVELY_PROHIBITED, what)


async def listen(
    reception: Reception, *, address: str, port: int, key: Path, is_renewed: bool = False
) -> tuple[asyncssh.SSHAcceptor, str]:
    """Open the way in by ssh.

    Args:
        reception: What every connection is given.
        address: Where to listen.
        port: The port; 0 takes a free one.
        key: The file of the host key.
        is_renewed: Whether to make a new host key.

    Returns:
        What listens, and the fingerprint of the host key.

    Raises:
        PortTaken: another program listens there, or may.
        TrustError: the host key is damaged.
    """
    host_key = open_host_key(key, is_renewed=is_renewed)
    try:
        acceptor = await asyncssh.listen(
            address,
            port,
            server_factory=lambda: SSHServer(reception),
            server_host_keys=[host_key],
            encoding=None,
            line_editor=False,
            allow_scp=False,
            agent_forwarding=False,
            x11_forwarding=False,
            gss_host=None,
            config=None,
            server_version="debate",
            login_timeout=LOGIN_TIME,
            keepalive_interval=KEEP_ALIVE,
            keepalive_count_max=KEEP_ALIVE_MISSES,
        )
    except OSError as exc:
        raise PortTaken(address=address, port=port, reason=reason_of(exc)) from exc
    return acceptor, host_key.get_fingerprint()
