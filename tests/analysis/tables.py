"""Tables of opinions for the tests of groups."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from debate.analysis.draws import Draws
from debate.analysis.opinions import Opinions, Row

ANSWERS = st.none() | st.sampled_from([-1.0, 0.0, 1.0])


def table(rows: Sequence[Row], rejected: tuple[str, ...] = ()) -> Opinions:
    """Return rows as opinions of p0, p1, ... on s0, s1, ..."""
    return Opinions(
        people=tuple(f"p{row}" for row in range(len(rows))),
        statements=tuple(f"s{column}" for column in range(len(rows[0]))),
        rows=tuple(rows),
        rejected=frozenset(rejected),
    )


def camps(people: int, statements: int, pull: float = 0.6, seed: int = 1) -> Opinions:
    """Return two halves that answer alike, the first and the last rows, with noise and gaps."""
    stream = Draws(seed)

    def answer(person: int, statement: int) -> float | None:
        if stream.unit() < 0.15:
            return None
        side = 1 if (person < people // 2) == (statement % 2 == 0) else -1
        return max(-1.0, min(1.0, side * pull + stream.unit() - 0.5))

    return table([tuple(answer(p, s) for s in range(statements)) for p in range(people)])


@st.composite
def votes(draw: st.DrawFn, most_people: int = 14, most_statements: int = 9) -> Opinions:
    """Draw a table of votes with gaps."""
    width = draw(st.integers(1, most_statements))
    row = st.tuples(*([ANSWERS] * width))
    return table(draw(st.lists(row, min_size=1, max_size=most_people)))
