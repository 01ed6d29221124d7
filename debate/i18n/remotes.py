"""The words of an exchange with a remote store: how it stands, and why something was not accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.i18n.marks import N_
from debate.i18n.messages import failure_text

if TYPE_CHECKING:
    from debate.errors import DebateError
    from debate.i18n.catalog import Translator

FRAMES: Mapping[str, str] = {
    "frame-torn": N_(
        "a frame is torn off: somebody's upload was cut off; it comes again by itself"
    ),
    "frame-forged": N_("a frame was changed after it was sealed, or forged; it is left out"),
    "frame-elsewhere": N_(
        "a frame belongs to another debate or under another name; it is left out"
    ),
    "frame-stranger": N_("a frame is from somebody without an invitation; it is left out"),
    "frame-unreadable": N_("a frame cannot be opened with the keys of this debate; it is left out"),
    "frame-unproven": N_("facts in a frame are not signed by their author; they are left out"),
}
"""Why a frame at a store is not accepted, by its code."""

STATES: Mapping[str, str] = {
    "waiting": N_("waiting"),
    "syncing": N_("syncing"),
    "synced": N_("synced"),
    "offline": N_("offline"),
    "trouble": N_("trouble"),
}
"""How an exchange stands, in a word."""

REMARKS: Mapping[str, str] = {
    "plain-http": N_("nothing hides sizes and times on the way: use https outside a room"),
    "writers-can-change": N_(
        "whoever adds a frame may change or delete it: set kinto.explicit_permissions to false"
    ),
    "writers-choose-dates": N_(
        "whoever adds a frame may date it, and so hide it for a while: run the SQL of deploy/"
    ),
}
"""What a person should know of a store, by the codes of a probe."""

DOUBLED = N_(
    "The key of this device made facts elsewhere as well: a copied folder, or a backup put back. "
    "Both are kept; from now on this device goes by a new key. Close the debate and open it again."
)
LEFT_BEHIND = N_(
    "The debate went on under a new invitation that this device was not given. What is here stays; "
    "ask a facilitator for a new link."
)


def refused_text(code: str, count: int, t: Translator) -> str:
    """Return why so many frames were not accepted."""
    words = t.text(FRAMES.get(code, FRAMES["frame-unreadable"]))
    return words if count == 1 else f"{count} × {words}"


def trouble_text(error: DebateError, t: Translator) -> str:
    """Return what is in the way of an exchange."""
    return failure_text(error, t)
