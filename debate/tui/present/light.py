"""The light that says how a debate's exchange with its remote stores stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from debate.i18n.marks import N_
from debate.i18n.numbers import ago
from debate.tui.present.place import LightView

if TYPE_CHECKING:
    from debate.errors import RemoteError
    from debate.i18n.catalog import Translator
    from debate.sync.status import Status

MINUTE = 60
TROUBLES = {
    "remote.busy": N_("store is busy"),
    "remote.unauthorised": N_("store lets us not in"),
    "remote.too-large": N_("too large for the store"),
    "remote.full": N_("store is full"),
    "remote.not-a-store": N_("no store answers there"),
}
"""What is wrong, in the few words there is room for; a toast says the whole sentence."""
_ORDER = ("trouble", "offline", "syncing", "waiting", "synced")


def light_view(statuses: Iterable[Status], t: Translator, now: float) -> LightView:
    """Return the light of all stores together: the one in most trouble speaks.

    Args:
        statuses: How each exchange stands.
        t: The language.
        now: The time on the exchanges' own clock, in seconds.
    """
    found = sorted(statuses, key=lambda each: (_ORDER.index(each.state), each.at or 0.0))
    if not found:
        return LightView()
    worst = found[0]
    if worst.is_doubled:
        return LightView("!", t.text("open this debate again"), is_pressing=True)
    match worst.state:
        case "trouble":
            return LightView("!", _trouble(worst.error, t), is_pressing=True)
        case "offline":
            return LightView("○", t.text("offline"), is_pressing=True)
        case "synced":
            return _synced(worst, t, now)
        case _ if worst.at is not None:
            return _synced(worst, t, now)
        case _:
            count = f" {worst.done}/{worst.total}" if worst.total > 1 else ""
            return LightView("⟳", t.text("syncing") + count)


def _synced(status: Status, t: Translator, now: float) -> LightView:
    """Return the light of a store that is up to date, or was a moment ago."""
    seconds = max(0, int(now - (status.at or now)))
    if seconds < MINUTE:
        return LightView("✓", t.text("synced {n} s ago", n=seconds), f"{seconds} s")
    return LightView("✓", t.text("synced {ago}", ago=ago(seconds, t)), ago(seconds, t))


def _trouble(error: RemoteError | None, t: Translator) -> str:
    return t.text(TROUBLES.get(error.code if error else "", N_("store makes no sense")))
