"""The plain values of a Polis export: votes, statements, and what was odd about the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

_NOTES = frozenset({-1, 0, 1})


class Oddness(StrEnum):
    """What a reader can find unexpected in an export; the value is the code that gets words."""

    NO_FILE = "no-file"
    """A file is missing (`detail` names it)."""
    NO_COLUMN = "no-column"
    """A column is missing (`detail` names it)."""
    NO_VOTES = "no-votes"
    """No file holds a vote that can be read."""
    SIGN_TURNED = "sign-turned"
    """The votes were written with -1 for agree, as the database stores them, and were turned."""
    SIGN_UNKNOWN = "sign-unknown"
    """Nothing tells whether 1 means agree; it was assumed. Ask the user."""
    VOTED_AGAIN = "voted-again"
    """Votes that the same person changed later; the latest counts."""
    UNREADABLE_VOTE = "unreadable-vote"
    """Rows of votes without a statement, a person, or a vote of -1, 0 or 1; left out."""
    UNREADABLE_STATEMENT = "unreadable-statement"
    """Rows of comments without an id, or with one that was there before; the last one stays."""
    UNQUOTED_TEXT = "unquoted-text"
    """Statements whose commas were not quoted; the text was put together again."""
    STATEMENT_WITHOUT_TEXT = "statement-without-text"
    """Statements with votes that are not among the comments."""
    STATEMENT_WITHOUT_VOTES = "statement-without-votes"
    """Comments that nobody voted on."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """One kind of thing that was unexpected, with how often."""

    oddness: Oddness
    count: int
    detail: str
    """The file or column it is about; empty when the code says all."""

    def to_json(self) -> dict[str, str | int]:
        """Return the oddity as a JSON object with `oddity`, `count` and `detail`."""
        return {"oddity": self.oddness.value, "count": self.count, "detail": self.detail}


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as it was cast."""

    statement: int
    person: int
    time: int
    """Milliseconds since 1970; 0 when the export does not say."""
    value: int
    """1 agree, -1 disagree, 0 pass."""

    def signed(self, factor: int) -> Vote:
        """Return the vote with its sign multiplied by 1 or -1."""
        return replace(self, value=self.value * factor)


@dataclass(frozen=True, slots=True)
class Statement:
    """What people voted on."""

    id: int
    text: str
    """Empty when only votes on it are known."""
    author: int | None
    """Who wrote it, 0 for the host as a rule; None when the export does not say."""
    rejected: bool = False
    """Whether moderation took it out; what was voted on it is kept."""
    is_meta: bool = False
    """Whether it is about the conversation itself."""
    is_seed: bool = False
    """Whether the host put it there to begin with."""


def number(row: Mapping[str, str], *names: str) -> int | None:
    """Return the whole number under the first of some names that the row has.

    Args:
        row: Cells by column name.
        *names: What exports of different years call the column.

    Returns:
        The number, also when a spreadsheet wrote it as `1.0`; None when the cell is missing, empty
        or something else.
    """
    text = next((row[name] for name in names if name in row), "").strip()
    whole, _, zeros = text.partition(".")
    try:
        return int(whole if not zeros.strip("0") else text)
    except ValueError:
        return None


def vote_in(row: Mapping[str, str]) -> Vote | None:
    """Return the vote in a row of votes.csv, or None when the row does not hold one."""
    statement = number(row, "comment-id", "comment_id")
    person = number(row, "voter-id", "user_id")
    value = number(row, "vote", "vote_value")
    if statement is None or person is None or value not in _NOTES:
        return None
    return Vote(statement, person, number(row, "timestamp") or 0, value)
