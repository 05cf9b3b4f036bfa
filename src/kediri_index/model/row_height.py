"""How high a row of a spreadsheet must be for its texts; no program makes room for all of them."""

from textwrap import wrap
from typing import Final

LINE: Final = 15
"""The height of a line, in points."""
_HIGHEST: Final = 409
_DIGIT: Final = 100
"""The width of a digit, by which a column is measured, in the units of those below."""
_NARROW: Final = frozenset(" .,:;'|!ijltfrI()[]/-")
_WIDE: Final = frozenset("mwMW@%")
_INDENT: Final = 160
"""What the edges of a cell and its indent take of the width of a column."""


def lines_in(text: str, width: int) -> int:
    """Return how many lines *text* takes in a cell as wide as *width* digits."""
    return sum(_lines(line, _DIGIT * width - _INDENT) for line in text.split("\n"))


def height(lines: int) -> int:
    """Return the height of a row of so many *lines*, in points, as far as a row may be high."""
    return min(LINE * lines, _HIGHEST)


def _lines(line: str, room: int) -> int:
    needed = sum(map(_width, line))
    if needed <= room:
        return 1
    return len(wrap(line, max(1, len(line) * room // needed)))


def _width(letter: str) -> int:
    """Return about how wide a letter is."""
    if letter in _NARROW:
        return 65
    if letter in _WIDE:
        return 160
    return 120 if letter.isupper() else _DIGIT
