"""What people answered to the same statements: the table that groups are found in.

The order of people and statements is part of the table: the Polis procedure starts its clusters from
the first rows, so that another order may give other groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

Row = tuple[float | None, ...]
"""One person's answer to each statement, -1 (disagree) to 1 (agree); None is not seen."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """People by statements, with what each answered."""

    people: tuple[str, ...]
    """Participant ids, in the order of the rows."""
    statements: tuple[str, ...]
    """Statement ids, in the order of the columns."""
    rows: tuple[Row, ...]
    """A row a person, a column a statement."""
    rejected: frozenset[str] = frozenset()
    """Statements that moderation took out; what people answered to them is kept."""

    @property
    def cells(self) -> int:
        """How many answers there could be: people times statements."""
        return len(self.people) * len(self.statements)

    @property
    def moderated_rows(self) -> tuple[Row, ...]:
        """The rows with every answer to a rejected statement, given or not, as a pass.

        So does Polis: a rejected column is 0 for everybody and counts as answered.
        """
        passed = [place for place, name in enumerate(self.statements) if name in self.rejected]
        if not passed:
            return self.rows
        found = []
        for row in self.rows:
            answers = list(row)
            for place in passed:
                answers[place] = 0.0
            found.append(tuple(answers))
        return tuple(found)

    def of(self, places: Sequence[int]) -> Opinions:
        """Return the table of the people at some places, in that order."""
        return replace(
            self,
            people=tuple(self.people[place] for place in places),
            rows=tuple(self.rows[place] for place in places),
        )


def gather(answers: Iterable[tuple[str, str, float]], rejected: Iterable[str] = ()) -> Opinions:
    """Return the table of answers as they were read; the last answer of a pair counts.

    Args:
        answers: Statement, participant and answer (-1 to 1). Rows and columns come in the order in
            which a person and a statement are first met, so sort them first: Polis reads by
            statement, then person, then time.
        rejected: Statements that moderation took out.
    """
    columns: dict[str, int] = {}
    cells: dict[str, dict[int, float]] = {}
    for statement, person, answer in answers:
        column = columns.setdefault(statement, len(columns))
        cells.setdefault(person, {})[column] = answer
    return Opinions(
        people=tuple(cells),
        statements=tuple(columns),
        rows=tuple(tuple(map(row.get, range(len(columns)))) for row in cells.values()),
        rejected=frozenset(rejected),
    )


def from_stances(stances: Mapping[str, Mapping[str, float]], scale: float = 100.0) -> Opinions:
    """Return the table of sliders, which keep their strength: stance / 100.

    Cutting sliders to -1, 0 and 1 loses a good part of the groups. Rows and columns are sorted by
    id, so that the same answers give the same table.

    Args:
        stances: Participant id to stance by motion, -`scale` to `scale`.
        scale: The end of the slider.
    """
    statements = tuple(sorted({name for given in stances.values() for name in given}))
    people = tuple(sorted(stances))
    return Opinions(
        people=people,
        statements=statements,
        rows=tuple(
            tuple(
                stances[person][name] / scale if name in stances[person] else None
                for name in statements
            )
            for person in people
        ),
    )


def from_weights(weights: Mapping[str, Mapping[str, float]]) -> Opinions:
    """Return the table of argument weights from 0 to 10, as (w - 5) / 5 from -1 to 1.

    Args:
        weights: Participant id to weight by argument; what is absent was not weighed.
    """
    centred = {
        person: {name: weight - 5 for name, weight in given.items()}
        for person, given in weights.items()
    }
    return from_stances(centred, scale=5.0)
