"""The words for what a check of the data folder brings up: what it is, and what to do.

Keys are the codes of `debate.store.finding.Finding`; placeholders are the names of its details.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from debate.i18n.catalog import Translator
from debate.i18n.failures import REASONS
from debate.i18n.marks import N_
from debate.i18n.messages import filled

FINDINGS: Mapping[str, str] = {
    "tail.torn": N_(
        "The last write was cut short, and what it left at the end is no whole line (bytes: {bytes}). "
        "Nothing that was reported as saved is lost. The next write, or `debate doctor --repair`, sets "
        "it aside."
    ),
    "middle.damaged": N_(
        "Places that cannot be read: {places} (bytes: {bytes}, from byte {first} on); everything around "
        "them is there. `debate doctor --repair` sets the damaged lines aside and keeps the rest; a backup "
        "or another participant may still have them: `debate import`."
    ),
    "journal.unreadable": N_(
        "The file cannot be read: {reason}. Check that it is yours and that the disk is well, or "
        "put it back from a backup: `debate restore`."
    ),
    "journal.gone": N_(
        "The journal of a debate is gone from here, or empty. Put it back from a backup: "
        "`debate restore`; or take it in from somebody who has it: `debate import` or `debate join`."
    ),
    "journal.foreign": N_(
        "Another kind of file stands here. Move it away, or put the right one back from a backup."
    ),
    "format.newer": N_(
        "Written by a newer version of this program (format {found}; this one knows {known}). "
        "Nothing was touched. Update the program."
    ),
    "snapshot.wrong": N_(
        "The quick copy beside a journal is of no use. It is made again by itself; "
        "`debate doctor --repair` removes it."
    ),
    "index.outdated": N_(
        "The list of debates is behind its journals. It is made again by itself, and by "
        "`debate doctor --repair`."
    ),
    "permissions.wide": N_(
        "Others on this computer may open this ({mode}). `debate doctor --repair` closes it to them."
    ),
    "folder.network": N_(
        "The data folder is on a network disk ({kind}), where locks and durable writes cannot be "
        "counted on. Move it to a disk of this computer: `debate --data-dir DIR`."
    ),
    "folder.synced": N_(
        "{service} copies the data folder while it is written. Move it out of there; use "
        "`debate backup` for copies."
    ),
    "space.low": N_("Only {bytes} bytes are free on this disk. Make room before the next debate."),
    "lock.held": N_(
        "A program (process {pid}, {command}) is writing here at this moment. That is as it should "
        "be while a debate is open elsewhere."
    ),
    "trash.old": N_(
        "This is in the trash (days: {days}). `debate doctor --repair` removes it for good."
    ),
    "kept.aside": N_(
        "Set aside by an earlier repair (bytes: {bytes}, days ago: {days}). It is kept for 30 days; "
        "copy it if it matters."
    ),
    "scratch.left": N_(
        "Left behind by a write that was cut short; nobody needs it. `debate doctor --repair` "
        "removes it."
    ),
}
"""What it is, and what to do about it."""

FACTS: Mapping[str, str] = {
    "gap": N_(
        "Facts {first} to {last} of one author are missing; others prove that they exist. Take them "
        "in from somebody who has them: `debate import`."
    ),
    "fork": N_(
        "One author's facts go on in two ways from number {number}: a restored backup was used "
        "beside the original, or somebody cheats. Both ways are kept."
    ),
    "bad-id": N_(
        "Facts that were changed after they were made: {count}. What does not hold is kept and does "
        "not count."
    ),
    "bad-signature": N_(
        "Facts that bear a false signature: {count}. What does not hold is kept and does not count."
    ),
    "unsigned": N_(
        "Facts that no signature of their author covers: {count}. What does not hold is kept and does "
        "not count."
    ),
    "wrong-session": N_(
        "Facts that belong to another debate: {count}. What does not hold is kept and does not count."
    ),
    "malformed": N_(
        "Lines that are no facts: {count}. What does not hold is kept and does not count."
    ),
    "misnumbered": N_("Facts whose number does not follow the one before: {count}."),
}
"""What does not hold among the facts of a debate, by verdict."""

_UNKNOWN = N_("Something is odd here ({code}).")


class Found(Protocol):
    """One thing worth knowing about a file: see `debate.store.finding.Finding`."""

    @property
    def code(self) -> str:
        """What it is."""

    @property
    def details(self) -> Mapping[str, object]:
        """Named values for the words."""


def finding_text(finding: Found, t: Translator) -> str:
    """Return what was found, and what to do about it."""
    values = {name: str(value) for name, value in finding.details.items()}
    if (reason := values.get("reason", "")) in REASONS:
        values["reason"] = t.text(REASONS[reason])
    words = FACTS if finding.code == "facts" else FINDINGS
    name = values.get("verdict", "") if finding.code == "facts" else finding.code
    return filled(t.text(words.get(name, _UNKNOWN)), {"code": finding.code, **values})
