"""Carries the debate in front to its remote stores and back while it is open, and shows a light.

Screens say that somebody sat down; this hears it, follows the stores of that debate in the
background, and tells the screens how that stands. Where there is no store nothing runs.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from debate.errors import DebateError
from debate.tui.app import DebateApp
from debate.tui.present.place import LightView

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from debate.domain.ids import SessionId
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.sync.status import Status
    from debate.tui.screens.seated import SeatScreen

GROUP = "mail"
TICK = 1.0
"""Seconds between looks at the light."""


class MailingApp(DebateApp):
    """An app with a data folder whose debates travel; subclass it."""

    workspace: Workspace

    def __init__(self, **options: object) -> None:
        """Begin with no debate in front."""
        super().__init__(**options)  # type: ignore[arg-type]
        self._followed: SessionId | None = None
        self._statuses: dict[str, Status] = {}
        self._told: dict[str, str] = {}

    def on_mount(self) -> None:
        """Look at the light from time to time."""
        self.set_interval(TICK, self._tick)

    def on_seat_screen_sat_down(self, event: SeatScreen.SatDown) -> None:
        """Follow the stores of the debate in which somebody sat down."""
        session = event.seat.session.id
        if session != self._followed:
            self._followed = session
            self._statuses.clear()
            self._told.clear()
            self.run_worker(
                self._carry(event.seat), group=GROUP, exclusive=True, exit_on_error=False
            )
        self._shine()

    async def _carry(self, seat: Seat) -> None:
        """Follow until another debate is in front, or none."""
        from debate.service.post import Post

        post = Post(self.workspace, seat)
        try:
            await post.live(self._tell)
        except DebateError as error:
            self._say_failure(error, "error")
        finally:
            post.close()

    def _tell(self, status: Status) -> None:
        """Hear how an exchange stands; say whole sentences once for each trouble."""
        self._statuses[status.remote] = status
        trouble = status.error.code if status.error else ""
        if status.error is not None and self._told.get(status.remote) != trouble:
            self._say_failure(status.error, "warning")
        self._told[status.remote] = trouble
        if status.is_doubled and "doubled" not in self._told:
            from debate.i18n.remotes import DOUBLED

            self._told["doubled"] = "yes"
            self.notify(self.translator.text(DOUBLED), severity="warning", timeout=20)
        self._shine()

    def _say_failure(self, error: DebateError, severity: SeverityLevel) -> None:
        """Say in words what went wrong."""
        from debate.i18n.messages import failure_text

        self.notify(failure_text(error, self.translator), severity=severity, timeout=10)

    def _tick(self) -> None:
        """Say how long ago it was; stop when no debate is in front any more."""
        if self._followed is None:
            return
        if self._seats():
            self._shine()
            return
        self._followed = None
        self.workers.cancel_group(self, GROUP)

    def _shine(self) -> None:
        """Hand the light to the screens of the debate."""
        light = self._light()
        for screen in self._seats():
            screen.light = light

    def _seats(self) -> list[SeatScreen[object]]:
        """Return the screens of debates that are open; the base is imported once there are any."""
        from debate.tui.screens.seated import SeatScreen

        return [screen for screen in self.screen_stack if isinstance(screen, SeatScreen)]

    def _light(self) -> LightView:
        if not self._statuses:
            return LightView()
        from debate.tui.present.light import light_view

        return light_view(self._statuses.values(), self.translator, time.monotonic())
