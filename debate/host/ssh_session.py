"""One channel of an ssh connection: a screen, or a conversation in lines; nothing else is given."""

from __future__ import annotations

import asyncio
import logging
import shlex
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import asyncssh

from debate.host.guest_app import GuestApp
from debate.host.line_channel import LineChannel
from debate.host.line_gate import LineGate
from debate.host.terminal import USUAL, Client, Size, clamped
from debate.host.visit import Visit
from debate.i18n.catalog import pick_language, translator

if TYPE_CHECKING:
    from debate.domain.motion import Language
    from debate.host.doorkeeper import Caller
    from debate.host.ssh_server import Reception

log = logging.getLogger("debate.host")
READ_FROM_ENVIRONMENT = ("COLORTERM", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG")
"""The only variables of a client that are looked at; none is set."""
COPIERS = ("scp ", "rsync ", "sftp", "/usr/lib/", "internal-sftp")
"""How commands begin by which clients copy files."""
BUFFER = 64 * 1024
LONGEST_COMMAND = 40_000


class SSHSession(asyncssh.SSHServerSession[bytes]):
    """Implements `debate.host.terminal.Terminal` on a channel."""

    def __init__(
        self, reception: Reception, caller: Caller, *, ended: Callable[[SSHSession], None]
    ) -> None:
        """Prepare a session of a caller; `ended` is called when it is over."""
        self._ended = ended
        self._reception = reception
        self._caller = caller
        self._size: Size = USUAL
        self._term = ""
        self._command: str | None = None
        self._visit: Visit | None = None
        self._lines: LineChannel | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_lost = self._is_held = False

    # What a client asks for -----------------------------------------------------------------------

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Take the channel."""
        self._channel = chan
        chan.set_write_buffer_limits(high=BUFFER)

    def pty_requested(
        self,
        term_type: str,
        term_size: tuple[int, int, int, int],
        term_modes: Mapping[int, int],
    ) -> bool:
        """Note what the terminal is."""
        self._term = term_type[:64] or "dumb"
        self._size = clamped(term_size[0], term_size[1])
        return True

    def shell_requested(self) -> bool:
        """Give the program in place of a shell."""
        return True

    def exec_requested(self, command: str) -> bool:
        """Give line mode in place of a command of the system."""
        self._command = command[:LONGEST_COMMAND]
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """Give no files."""
        self._reception.doorkeeper.refuse(self._caller, f"subsystem {subsystem}")
        return False

    def session_started(self) -> None:
        """Begin a screen when there is a terminal and no command, else a conversation."""
        environment = self._channel.get_environment()
        sent = {
            name: environment[name][:64] for name in READ_FROM_ENVIRONMENT if name in environment
        }
        self._caller.language = pick_language(None, sent, otherwise=self._reception.language)
        if (self._command or "").startswith(COPIERS):
            self._note_refused(f"command {(self._command or '').split()[0]}")
            self.send(f"{translator(self._language).text('No files are given here.')}\r\n".encode())
            self._exit(1)
        elif self._term and self._command is None and self._term != "dumb":
            self._show_screen(sent)
        else:
            self._converse()

    # A screen ---------------------------------------------------------------------------------------

    def _show_screen(self, environment: dict[str, str]) -> None:
        room = self._reception.room
        client = Client(self._caller.tag, self._term, environment)
        t = translator(self._language)
        self._visit = Visit(
            self._reception.doorway, self, client,
            lambda: GuestApp(room, self._caller),
            apology=t.text("Sorry, this ended with an error. What you said is kept; come back in."),
        )  # fmt: skip
        self._visit.begin().add_done_callback(self._screen_ended)

    def _screen_ended(self, task: asyncio.Task[int]) -> None:
        self._visit = None
        self._exit(1 if task.cancelled() else task.result())

    # A conversation ---------------------------------------------------------------------------------

    def _converse(self) -> None:
        self._lines = LineChannel(self.send, self.hold, is_terminal=bool(self._term))
        self._task = asyncio.get_running_loop().create_task(self._talk(self._lines))

    async def _talk(self, lines: LineChannel) -> None:
        presence, guests = self._reception.room.presence, []
        leave = self._hang_up

        def conversation(channel: LineChannel) -> int:
            gate = LineGate(self._reception.room, self._caller, channel, translator(self._language))
            guest = gate.guest()
            if guest is None:
                return 1
            guests.append(guest)
            loop.call_soon_threadsafe(presence.arrive, guest.id, leave)
            room = self._reception.room
            return self._reception.converse(
                room.workspace_of(guest), channel.source, channel.out, language=self._language,
                command=_own_command(self._command), refused=self._note_refused,
            )  # fmt: skip

        loop = asyncio.get_running_loop()
        status = 1
        try:
            status = await lines.hold(conversation)
        except Exception:
            log.exception("the conversation with %s failed", self._caller.tag)
        finally:
            for guest in guests:
                presence.depart(guest.id, leave)
            self._exit(status)

    def _note_refused(self, what: str) -> None:
        """Write down what was asked for in lines and is not given; called in any thread."""
        self._reception.doorkeeper.refuse(self._caller, what)

    @property
    def _language(self) -> Language:
        return pick_language(self._caller.language, {})

    # What arrives -----------------------------------------------------------------------------------

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Take bytes."""
        if self._visit is not None:
            self._visit.feed(data)
        elif self._lines is not None:
            self._lines.feed(data)

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Take another size of the window."""
        self._size = clamped(width, height)
        if self._visit is not None:
            self._visit.resize(*self._size)

    def eof_received(self) -> bool:
        """Take the end of the input: of a screen, the end; of lines, the last line."""
        if self._visit is not None:
            self._visit.leave()
        elif self._lines is not None:
            self._lines.typed.end()
        return True

    def signal_received(self, signal: str) -> None:
        """Take an interrupt as the end of a conversation."""
        self._hang_up()

    def connection_lost(self, exc: Exception | None) -> None:
        """End what was begun."""
        self._is_lost = True
        self._hang_up()
        self._ended(self)

    def see_out(self, words: str) -> None:
        """End it with a word to who is there."""
        self.send(f"{words}\r\n".encode())
        self._hang_up()

    def _hang_up(self) -> None:
        if self._visit is not None:
            self._visit.leave()
        if self._lines is not None:
            self._lines.typed.end()
            if not self._is_lost:
                self._exit(1)

    # Terminal ---------------------------------------------------------------------------------------

    @property
    def size(self) -> Size:
        """The window."""
        return self._size

    def send(self, data: bytes) -> None:
        """Send bytes, while somebody is there."""
        if self._is_lost:
            return
        try:
            self._channel.write(data)
        except OSError:
            self._is_lost = True

    def backlog(self) -> int:
        """Return how many bytes have not left this machine."""
        if self._is_lost:
            return 0
        transport = getattr(self._channel.get_connection(), "_transport", None)
        below = transport.get_write_buffer_size() if transport is not None else 0
        return int(self._channel.get_write_buffer_size()) + int(below)

    def hold(self, on: bool) -> None:
        """Stop or go on reading."""
        if on == self._is_held or self._is_lost:
            return
        self._is_held = on
        if on:
            self._channel.pause_reading()
        else:
            self._channel.resume_reading()

    def _exit(self, status: int) -> None:
        if not self._is_lost:
            try:
                self._channel.exit(status)
            except OSError:
                self._is_lost = True


def _own_command(command: str | None) -> str:
    """Return a command as line mode knows it: without the name of the program before it."""
    words = (command or "").strip()
    first, _, rest = words.partition(" ")
    if first == "debate":
        words = rest.strip()
    return "" if words == "line" or not _is_said(words) else words


def _is_said(words: str) -> bool:
    try:
        return bool(shlex.split(words, posix=True))
    except ValueError:
        return True
