"""Conversations exported by Polis: votes, statements and Polis's own groups, as plain values.

Reads the open data of 2014-2024 and the report exports (votes.csv, comments.csv, participants-votes.csv
or participant-votes.csv, summary.csv). Trusts no count in them: `agrees` counts votes that were changed
later. What was odd is reported, never silently put right. Never writes, and keeps no xid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from debate.analysis.opinions import Opinions, gather
from debate.errors import UsageError
from debate.exchange.polis_sign import declared_sign, sign_by_authors
from debate.exchange.polis_values import Oddity, Oddness, Statement, Vote, number, vote_in
from debate.exchange.table import Table, find_file, read_pairs, read_table

__all__ = ["Oddity", "Oddness", "PolisExport", "Sign", "Statement", "Vote", "read_export"]

_NOTHING = Table((), (), 0, ())
_REJECTED = -1


class Sign(StrEnum):
    """How it was known which sign means agree."""

    DECLARED = "declared"
    """The export says so."""
    AUTHORS = "authors"
    """Polis agrees with your own statement for you: the authors' first votes tell."""
    ASSUMED = "assumed"
    """Nothing told; 1 was taken for agree. Ask the user."""
    GIVEN = "given"
    """The caller said so."""


@dataclass(frozen=True, slots=True)
class PolisExport:
    """One conversation as exported."""

    topic: str
    """The conversation's title; empty when the export has none."""
    votes: tuple[Vote, ...]
    """Every vote ever cast, sorted by statement, person and time; 1 is agree."""
    statements: tuple[Statement, ...]
    """The statements of comments.csv, and those that only have votes, by id."""
    groups: Mapping[int, str]
    """Participant to the group that Polis put that person in; without those in none."""
    sign: Sign
    """How the sign of the votes was known."""
    oddities: tuple[Oddity, ...]
    """What was unexpected in the files, with how often."""

    def opinions(self, *, moderated: bool = True) -> Opinions:
        """Return the table of the latest votes, rows and columns in the order Polis reads them.

        Args:
            moderated: Whether rejected statements count as rejected.
        """
        rejected = [str(one.id) for one in self.statements if moderated and one.rejected]
        answers = (
            (str(vote.statement), str(vote.person), float(vote.value)) for vote in self.votes
        )
        return gather(answers, rejected)

    @property
    def meta(self) -> frozenset[str]:
        """The ids of statements about the conversation itself."""
        return frozenset(str(one.id) for one in self.statements if one.is_meta)


def read_export(folder: Path, agree: int | None = None) -> PolisExport:
    """Return the conversation in an export folder.

    Args:
        folder: Holds votes.csv or participants-votes.csv, and comments.csv if there is one.
        agree: The sign that means agree, 1 or -1, when the user knows; else it is found out.

    Raises:
        UsageError: The folder or a file cannot be read, or has no votes (`what`, `value`).
    """
    votes, comments = find_file(folder, "votes"), find_file(folder, "comments")
    people = find_file(folder, "participants-votes", "participant-votes")
    if votes is None and people is None:
        raise UsageError(what="polis export", value=str(folder))
    summary = find_file(folder, "summary")
    return _export(
        votes=read_table(votes) if votes else None,
        comments=read_table(comments) if comments else None,
        people=read_table(people) if people else _NOTHING,
        summary=read_pairs(summary) if summary else {},
        agree=agree,
    )


def _export(
    *,
    votes: Table | None,
    comments: Table | None,
    people: Table,
    summary: Mapping[str, str],
    agree: int | None,
) -> PolisExport:
    """Return the conversation in the tables of an export."""
    cast = (_votes(votes) if votes else []) or _votes_of_people(people)
    statements = _statements(comments or _NOTHING, {vote.statement for vote in cast})
    declarations = (summary.get("vote-convention", ""), *(votes.remarks if votes else ()))
    factor, sign = _sign(cast, statements, declarations, agree)
    oddities = (
        _odd(Oddness.NO_FILE, not votes, "votes"),
        _odd(Oddness.NO_FILE, not comments, "comments"),
        _odd(Oddness.NO_VOTES, not cast),
        *(_vote_oddities(votes, cast) if votes else ()),
        *(_statement_oddities(comments, statements, cast) if comments else ()),
        _odd(Oddness.SIGN_TURNED, len(cast) if factor < 0 else 0),
        _odd(Oddness.SIGN_UNKNOWN, len(cast) if sign is Sign.ASSUMED else 0),
    )
    return PolisExport(
        topic=summary.get("topic", ""),
        votes=tuple(vote.signed(factor) for vote in cast),
        statements=statements,
        groups=_own_groups(people),
        sign=sign,
        oddities=tuple(oddity for oddity in oddities if oddity.count),
    )


def _odd(oddness: Oddness, count: int, detail: str = "") -> Oddity:
    """Return an oddity; one with count 0 is none."""
    return Oddity(oddness, int(count), detail)


def _missing(table: Table, *columns: tuple[str, ...]) -> tuple[Oddity, ...]:
    """Return the columns that are not there under any of their names."""
    return tuple(
        _odd(
            Oddness.NO_COLUMN, table.columns != () and not set(names) & set(table.columns), names[0]
        )
        for names in columns
    )


def _votes(table: Table) -> list[Vote]:
    """Return the readable votes of votes.csv, sorted by statement, person and time."""
    read = map(vote_in, table.rows)
    found = [vote for vote in read if vote is not None]
    return sorted(found, key=lambda vote: (vote.statement, vote.person, vote.time))


def _vote_oddities(table: Table, cast: Sequence[Vote]) -> tuple[Oddity, ...]:
    """Return what was odd about votes.csv."""
    pairs = {(vote.statement, vote.person) for vote in cast}
    return (
        _odd(Oddness.UNREADABLE_VOTE, sum(vote_in(row) is None for row in table.rows)),
        *_missing(table, ("comment-id", "comment_id"), ("voter-id", "user_id")),
        *_missing(table, ("vote", "vote_value"), ("timestamp",)),
        _odd(Oddness.VOTED_AGAIN, len(cast) - len(pairs)),
    )


def _votes_of_people(table: Table) -> list[Vote]:
    """Return the latest votes from the table of participants: a column a statement."""
    read = (
        vote_in({"comment-id": name, "voter-id": row.get("participant", ""), "vote": row[name]})
        for row in table.rows
        for name in row
        if name.isdecimal()
    )
    found = [vote for vote in read if vote is not None]
    return sorted(found, key=lambda vote: (vote.statement, vote.person))


def _statements(table: Table, voted: Iterable[int]) -> tuple[Statement, ...]:
    """Return the statements by id; those that only have votes have no text."""
    known = {statement: Statement(statement, "", None) for statement in voted}
    for row in table.rows:
        statement = number(row, "comment-id")
        if statement is not None:
            known[statement] = Statement(
                id=statement,
                text=row.get("comment-body", "").strip(),
                author=number(row, "author-id"),
                rejected=number(row, "moderated") == _REJECTED,
                is_meta=_is_true(row, "is-meta"),
                is_seed=_is_true(row, "is-seed"),
            )
    return tuple(statement for _, statement in sorted(known.items()))


def _is_true(row: Mapping[str, str], column: str) -> bool:
    """Tell whether a cell says true, in any of the ways exports have said it."""
    return row.get(column, "").strip().lower() in {"1", "t", "true"}


def _statement_oddities(
    table: Table, statements: Sequence[Statement], cast: Iterable[Vote]
) -> tuple[Oddity, ...]:
    """Return what was odd about comments.csv."""
    named = {number(row, "comment-id") for row in table.rows} - {None}
    voted = {vote.statement for vote in cast}
    return (
        *_missing(table, ("comment-id",), ("author-id",), ("moderated",), ("comment-body",)),
        _odd(Oddness.UNQUOTED_TEXT, table.spilt),
        _odd(Oddness.UNREADABLE_STATEMENT, len(table.rows) - len(named)),
        _odd(Oddness.STATEMENT_WITHOUT_TEXT, len(statements) - len(named)),
        _odd(Oddness.STATEMENT_WITHOUT_VOTES, len(statements) - len(voted)),
    )


def _sign(
    votes: Iterable[Vote],
    statements: Iterable[Statement],
    declarations: Iterable[str],
    agree: int | None,
) -> tuple[int, Sign]:
    """Return what to multiply votes with so that 1 is agree, and how that is known."""
    if agree is not None:
        return agree, Sign.GIVEN
    declared = declared_sign(*declarations)
    if declared is not None:
        return declared, Sign.DECLARED
    by_authors = sign_by_authors(votes, statements)
    return (1, Sign.ASSUMED) if by_authors is None else (by_authors, Sign.AUTHORS)


def _own_groups(table: Table) -> dict[int, str]:
    """Return the group of each person whom Polis put in one."""
    pairs = ((number(row, "participant"), row.get("group-id", "").strip()) for row in table.rows)
    return {person: group for person, group in pairs if person is not None and group}
