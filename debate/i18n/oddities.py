"""The words for what was odd about the files of a conversation from elsewhere.

Keys are the codes of `debate.exchange.polis_values.Oddness`; placeholders are its count and detail.
"""

from __future__ import annotations

from collections.abc import Mapping

from debate.i18n.catalog import Translator
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number

ODDITIES: Mapping[str, str] = {
    "no-file": N_("There is no file {detail}.csv; what can be known without it is shown."),
    "no-column": N_("The column {detail} is missing; what can be known without it is shown."),
    "no-votes": N_(
        "There are no votes in these files that can be read. See that the export is whole: votes.csv "
        "has a header and a row for each vote."
    ),
    "sign-turned": N_(
        "Votes were written the other way round, with −1 for agree: {count} votes were turned."
    ),
    "sign-unknown": N_(
        "Nothing tells whether 1 means agree; it was taken to ({count} votes). If it means disagree, "
        "add `--agree -1`."
    ),
    "voted-again": N_("Votes that were changed later: {count}. The latest counts."),
    "unreadable-vote": N_("Rows of votes that cannot be read: {count}. They are left out."),
    "unreadable-statement": N_(
        "Rows of statements without a number, or with one that was there before: {count}."
    ),
    "unquoted-text": N_(
        "Statements whose commas were not quoted: {count}. Their texts were put together again; the "
        "server that wrote them is known to have turned signs too."
    ),
    "statement-without-text": N_(
        "Statements with votes that are not among the comments: {count}. They go by their number."
    ),
    "statement-without-votes": N_("Statements that nobody voted on: {count}."),
    "rejected": N_(
        "Statements that moderation took out: {count}. As in Polis they count as passed by everybody."
    ),
}
"""A sentence for each oddity."""


def oddity_words(oddity: str, count: int, detail: str, t: Translator) -> str:
    """Return an oddity in a sentence."""
    return t.text(ODDITIES[oddity]).format(count=format_number(count, t.language), detail=detail)
