"""Which keys a guest has: the acts of a debate, and none that belongs to the machine of the host.

What is not named here is refused, so that a new key is the host's alone until somebody decides.
"""

from __future__ import annotations

from textual.actions import parse

from debate.tui.keymap import KEYS

FOR_GUESTS = (
    "list.", "side.", "choice.", "part.", "slider.", "argument.", "find.", "talk.", "motion.previous",
    "motion.next", "motion.read", "ballot.", "results.", "phase.", "outcome.", "entry.", "rank.",
    "gate.", "dialog.", "pick.", "meeting.hide", "meeting.outcome", "meeting.adopt",
    "meeting.freeze", "meeting.close", "meeting.projector", "meeting.console", "meeting.people",
    "meeting.notes", "meeting.reveal", "people.", "person.", "show.", "app.back", "app.palette",
    "app.language", "app.theme", "app.motion", "app.quit", "app.help",
)  # fmt: skip
"""How the ids begin of keys that guests have; the law decides the rest."""
FOR_THE_HOST = (
    "motion.debate", "session.", "meeting.join-line", "begin.", "pass.", "setting.",
    "app.settings",
    "share.",
)  # fmt: skip
"""How the ids begin of keys that touch the host's own data, files or keyboard."""


def _acts(beginnings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(parse(key.action)[1] for key in KEYS if key.id.startswith(beginnings))


GUEST_ACTS = _acts(FOR_GUESTS)
"""The actions of the key map that a guest may start."""
OTHER_ACTS = frozenset(parse(key.action)[1] for key in KEYS) - GUEST_ACTS
"""The actions of the key map that a guest may not start."""
COMES_BACK = frozenset(
    {
        "add_argument", "rebut", "undercut", "revise", "ask", "flag", "ballot", "results", "groups",
        "talk", "outcome", "read_motion",
    }
)  # fmt: skip
"""Acts on the floor that open something to which a guest comes back after a lost line."""
