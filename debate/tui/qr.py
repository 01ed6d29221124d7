"""A code for cameras, drawn with half blocks: dark upon light, with the quiet border cameras need."""

from __future__ import annotations

QUIETS = (4, 2)
"""Empty modules around the code: as many as cameras ask for, and as few as they still read."""
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_rows(text: str, width: int, height: int) -> list[str]:
    """Return the code of a text as rows to be drawn black upon white, as large as fits.

    Args:
        text: What the code holds.
        width: The most cells of a row.
        height: The most rows.

    Returns:
        Nothing when the code does not fit.
    """
    for draw in (_doubled, _halved):
        for quiet in QUIETS:
            rows = draw(_modules(text, quiet))
            if len(rows) <= height and len(rows[0]) <= width:
                return rows
    return []


def _modules(text: str, quiet: int) -> list[list[bool]]:
    """Return the dark and light modules of a code with its quiet border."""
    import segno

    code = segno.make(text, error="m", micro=False)
    matrix = [[bool(cell) for cell in row] for row in code.matrix]
    border = [[False] * (len(matrix[0]) + 2 * quiet) for _ in range(quiet)]
    side = [False] * quiet
    return [*border, *([*side, *row, *side] for row in matrix), *border]


def _doubled(modules: list[list[bool]]) -> list[str]:
    """Return each module as two cells beside one another."""
    return ["".join("██" if cell else "  " for cell in row) for row in modules]


def _halved(modules: list[list[bool]]) -> list[str]:
    """Return each module as half a cell."""
    rows = [*modules, *([[False] * len(modules[0])] if len(modules) % 2 else [])]
    return [
        "".join(_BLOCKS[upper, lower] for upper, lower in zip(top, bottom, strict=True))
        for top, bottom in zip(rows[::2], rows[1::2], strict=True)
    ]
