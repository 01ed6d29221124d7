"""What an app needs to share a process with other apps: mixed in, in front of its own class.

    class GuestApp(Hosted, DebateApp): ...

    app = GuestApp(...)
    app.take_seat_at(terminal, client)
    await app.run_async()

It paints for one terminal, tells its client nothing of what went wrong inside but that it did, and
touches neither disk nor browser nor signals of the host on behalf of a guest.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

from rich.console import Console
from textual.app import App, _NullFile
from textual.await_remove import AwaitRemove
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome
from textual.widget import Widget

from debate.host.driver import ChannelDriver
from debate.host.parting import PartingWorkers, part_with
from debate.host.prints import ERRORS, OUT
from debate.host.shared_styles import ParsedStyles, SharedStylesheet
from debate.host.terminal import Client, Terminal

log = logging.getLogger("debate.host")


class Hosted(App[None]):
    """One app among many."""

    client = Client()
    """The far end."""
    farewell = ""
    """One line for the client once its terminal is given back."""
    laid_out: asyncio.Event
    """Set once the first frame is painted."""

    def take_seat_at(
        self, terminal: Terminal, client: Client, styles: ParsedStyles | None = None
    ) -> None:
        """Paint for a terminal; called before the app runs.

        Args:
            terminal: The far end.
            client: What the far end is.
            styles: The styles that the apps of this process share.
        """
        self.client = client
        self._workers = PartingWorkers(self)
        self.laid_out = asyncio.Event()
        made = partial(
            ChannelDriver, terminal=terminal, hovers=client.hovers, colours=client.colours
        )
        self.driver_class = cast("type[Driver]", made)
        columns, rows = terminal.size
        self.console = Console(
            color_system="truecolor",
            file=cast("Any", _NullFile()),
            markup=True,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
            force_terminal=True,
            safe_box=False,
            soft_wrap=False,
            width=columns,
            height=rows,
        )
        self.no_color = client.is_colourless
        if client.is_colourless:
            self._filters.append(Monochrome())
        if styles is not None:
            self.stylesheet = SharedStylesheet(styles, variables=self.get_css_variables())
        self._capture_stdout = cast("Any", OUT)
        self._capture_stderr = cast("Any", ERRORS)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look for none of the sixteen numbered colours in each line: our styles have none."""
        return [
            each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)
        ]

    @property
    def channel(self) -> ChannelDriver | None:
        """The driver, once the app has one."""
        return self._driver if isinstance(self._driver, ChannelDriver) else None

    def on_ready(self) -> None:
        """Note that the costly part of the start is over."""
        self.laid_out.set()

    @property
    def has_failed(self) -> bool:
        """Whether something nobody expected ended it."""
        return self._exception is not None

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Take widgets away, and part with them."""
        part_with(self, nodes)
        return super()._prune(*nodes, parent=parent)

    # Faults -------------------------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """Log what went wrong here; the far end never sees it."""
        log.error("the session of %s failed", self.client.name, exc_info=self._exception)
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print nothing on the host's own terminal."""
        self._exit_renderables.clear()

    # What would touch the host ------------------------------------------------------------------

    def action_suspend_process(self) -> None:
        """Do not stop the process for one guest."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Go on: there is no terminal of the host to hand over."""
        yield

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write no picture on the host's disk."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Copy a link to the far end's clipboard; the host's browser stays closed."""
        self.copy_to_clipboard(url)


def forget_caches() -> None:
    """Empty the caches of Textual that would keep the widgets of a closed app alive."""
    from textual._styles_cache import StylesCache
    from textual._xterm_parser import XTermParser

    StylesCache.get_inner_outer.cache_clear()
    XTermParser._parse_extended_key.cache_clear()  # noqa: SLF001 (Textual never empties it)
