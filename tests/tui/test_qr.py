"""A code for cameras: the very modules of the code, dark upon light, as large as fits."""

from __future__ import annotations

import segno

from debate.tui.qr import qr_rows

LINE = "ssh -p 2222 debate@192.168.1.23"


def modules(rows: list[str]) -> list[list[bool]]:
    """Read the drawing back."""
    if "▀" not in "".join(rows) and "▄" not in "".join(rows):
        return [[row[place] == "█" for place in range(0, len(row), 2)] for row in rows]
    upper = [[cell in "▀█" for cell in row] for row in rows]
    lower = [[cell in "▄█" for cell in row] for row in rows]
    return [row for pair in zip(upper, lower, strict=True) for row in pair]


def expected(quiet: int = 4) -> list[list[bool]]:
    matrix = [
        [bool(cell) for cell in row] for row in segno.make(LINE, error="m", micro=False).matrix
    ]
    empty = [[False] * (len(matrix[0]) + 2 * quiet)] * quiet
    side = [False] * quiet
    return [*empty, *([*side, *row, *side] for row in matrix), *empty]


def test_the_small_drawing_fits_eighty_columns_and_is_the_code() -> None:
    rows = qr_rows(LINE, 76, 20)
    assert len(rows) <= 20
    assert modules(rows)[: len(expected())] == expected()


def test_with_little_room_the_border_is_as_small_as_cameras_still_read() -> None:
    rows = qr_rows(LINE, 76, 17)
    assert modules(rows)[: len(expected(2))] == expected(2)


def test_with_room_each_module_is_two_cells_wide() -> None:
    rows = qr_rows(LINE, 150, 40)
    assert modules(rows) == expected()


def test_where_it_does_not_fit_there_is_nothing() -> None:
    assert qr_rows(LINE, 20, 10) == []
