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
        "The last write was cut short: {bytes} bytes at the end are no whole line. Nothing that was "
        "reported as saved is lost. The next write, or `debate doctor --repair`, sets them aside."
    ),
    "middle.damaged": N_(
        "{places} places ({bytes} bytes, from byte {first} on) cannot be read; everything around "
        "them is. `debate doctor --repair` sets the damaged lines aside and keeps the rest; a backup "
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
        "This has been in the trash for {days} days. `debate doctor --repair` removes it for good."
    ),
    "kept.aside": N_(
        "Set aside by an earlier repair: {bytes} bytes, {days} days ago. It is kept for 30 days; "
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
        "{count} facts were changed after they were made. They are kept and do not count."
    ),
    "bad-signature": N_("{count} facts bear a false signature. They are kept and do not count."),
    "unsigned": N_(
        "{count} facts are not covered by a signature of their author. They are kept and do not count."
    ),
    "wrong-session": N_("{count} facts belong to another debate. They are kept and do not count."),
    "malformed": N_("{count} lines are no facts. They are kept and do not count."),
    "misnumbered": N_("{count} facts bear a number that does not follow the one before."),
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
