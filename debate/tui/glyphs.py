"""The shapes of large letters: six pixels high, a seventh for what hangs below the line.

Each line gives a character and its rows from the top, `#` for a pixel; rows that are left out are
empty. `_` before the rows leaves two empty rows at the top, as small letters have.
"""

from __future__ import annotations

from collections.abc import Mapping

ASCENT, HEIGHT = 6, 8
"""Pixels above the line, and of a whole row of text with the gap beneath it."""
_SPACE = 2
_SHAPES = """
A .##. #..# #..# #### #..# #..#
B ###. #..# ###. #..# #..# ###.
C .##. #..# #... #... #..# .##.
D ###. #..# #..# #..# #..# ###.
E #### #... ###. #... #... ####
F #### #... ###. #... #... #...
G .### #... #... #.## #..# .###
H #..# #..# #### #..# #..# #..#
I ### .#. .#. .#. .#. ###
J ..## ...# ...# ...# #..# .##.
K #..# #.#. ##.. ##.. #.#. #..#
L #... #... #... #... #... ####
M #...# ##.## #.#.# #...# #...# #...#
N #...# ##..# #.#.# #..## #...# #...#
O .###. #...# #...# #...# #...# .###.
P ###. #..# #..# ###. #... #...
Q .###. #...# #...# #...# #..#. .##.#
R ###. #..# #..# ###. #.#. #..#
S .### #... .##. ...# ...# ###.
T ##### ..#.. ..#.. ..#.. ..#.. ..#..
U #..# #..# #..# #..# #..# .##.
V #...# #...# #...# .#.#. .#.#. ..#..
W #...# #...# #...# #.#.# ##.## #...#
X #...# .#.#. ..#.. ..#.. .#.#. #...#
Y #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z #### ...# ..#. .#.. #... ####
a _ .### #..# #..# .###
b #... #... ###. #..# #..# ###.
c _ .### #... #... .###
d ...# ...# .### #..# #..# .###
e _ .##. #### #... .###
f .## #.. ### #.. #.. #..
g _ .### #..# .### ...# ##..
h #... #... ###. #..# #..# #..#
i # . # # # #
j .# .. .# .# .# .# #.
k #.. #.. #.# ##. ##. #.#
l #. #. #. #. #. ##
m _ ####. #.#.# #.#.# #.#.#
n _ ###. #..# #..# #..#
o _ .##. #..# #..# .##.
p _ ###. #..# #..# ###. #...
q _ .### #..# #..# .### ...#
r _ #.# ##. #.. #..
s _ .### ##.. ..## ###.
t .#. .#. ### .#. .#. .##
u _ #..# #..# #..# .###
v _ #.# #.# #.# .#.
w _ #...# #.#.# #.#.# .#.#.
x _ #..# .##. .##. #..#
y _ #..# #..# .### ...# ##..
z _ #### ..#. .#.. ####
0 .##. #..# #..# #..# #..# .##.
1 .#. ##. .#. .#. .#. ###
2 .##. #..# ...# ..#. .#.. ####
3 ###. ...# .##. ...# ...# ###.
4 #..# #..# #### ...# ...# ...#
5 #### #... ###. ...# ...# ###.
6 .##. #... ###. #..# #..# .##.
7 #### ...# ..#. ..#. .#.. .#..
8 .##. #..# .##. #..# #..# .##.
9 .##. #..# #..# .### ...# .##.
. . . . . . #
, .. .. .. .. .. .# #.
: . # . . # .
; .. .# .. .. .# .# #.
! # # # # . #
? ###. ...# ..#. .#.. .... .#..
' # #
" #.# #.#
- _ ... ###
+ _ .#. ### .#.
= _ ### ... ###
/ ..# ..# .#. .#. #.. #..
( .# #. #. #. #. .#
) #. .# .# .# .# #.
% #..# ...# ..#. .#.. #... #..#
& .#.. #.#. .#.. #.#. #..# .##.
@ .###. #...# #.### #.##. #.... .###.
* _ #.# .#. #.#
< ... ..# .#. #.. .#. ..#
> ... #.. .#. ..# .#. #..
$ .#.. .### ##.. .##. ###. ..#.
€ .### #... ###. #... ###. .###
| # # # # # #
~ _ .#.# #.#.
· . . . #
… ..... ..... ..... ..... ..... #.#.#
▲ ..... ..#.. .###. .###. ##### #####
▼ ..... ##### ##### .###. .###. ..#..
"""
_UNDERSCORE = ("....",) * ASCENT + ("####",)
_SAME: Mapping[str, str] = {
    "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-",
}  # fmt: skip
_ACCENTS: Mapping[str, str] = {
    "\u0300": ".#..", "\u0301": "..#.", "\u0302": ".##.", "\u0303": "#.#.", "\u0308": "#..#",
}  # fmt: skip
"""The row of pixels that each combining mark puts above a small letter."""

Glyph = tuple[str, ...]
"""Rows of pixels from the top, all equally wide."""


def _read(shapes: str) -> dict[str, Glyph]:
    found: dict[str, Glyph] = {" ": ("." * _SPACE,), "_": _UNDERSCORE}
    for line in shapes.strip().splitlines():
        character, *rows = line.split(" ")
        if rows[0] == "_":
            rows[:1] = ["." * len(rows[1])] * 2
        found[character] = tuple(rows)
    return found


_GLYPHS: Mapping[str, Glyph] = _read(_SHAPES)


def glyph_of(character: str, accent: str = "") -> Glyph | None:
    """Return the shape of a character; None for one that has none.

    Args:
        character: One character without marks.
        accent: A combining mark that stands on it; those that have no shape are left out, and so
            are those on capitals, which have no room.
    """
    shape = _GLYPHS.get(_SAME.get(character, character))
    mark = _ACCENTS.get(accent)
    if shape is None or mark is None or not character.islower():
        return shape
    width = max(len(shape[0]), 3)
    rows = [row.center(width, ".") for row in shape]
    return ("".join(mark[:width]) if width != 3 else _narrow(mark), "." * width, *rows[2:])


def _narrow(mark: str) -> str:
    """Return a mark for a letter three pixels wide."""
    return {"#..#": "#.#", ".##.": ".#.", "..#.": "..#", ".#..": "#..", "#.#.": "#.#"}[mark]
