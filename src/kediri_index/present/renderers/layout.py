"""What fits a screen: lines broken between words, bars as text, columns of a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.cells import cell_len

from kediri_index.present.document import BARS, FIGURES, ColumnKind, Table, TableColumn

Run = tuple[str, str]
"""A text, and its style as Rich calls it."""
Line = tuple[Run, ...]

_WORD = re.compile(r"\S+(?: [%·.,](?![^\s)])\)?)?\s*")
"""What is never parted: a word with a percent sign, dot or comma that stands after it."""


def plain(line: Line) -> str:
    """Return the text of *line* without spaces at its end."""
    return "".join(text for text, _ in line).rstrip()


def wide(line: Iterable[Run]) -> int:
    """Return how many columns of a screen *line* takes."""
    return sum(cell_len(text) for text, _ in line)


def broken(line: Sequence[Run], width: int) -> Iterator[Line]:
    """Yield *line* as lines of at most *width*, broken between words; longer words within."""
    text = "".join(text for text, _ in line)
    if cell_len(text) <= width:
        yield tuple(line)
        return
    for start, end in _slices(text, max(width, 1)):
        yield tuple(_cut(line, start, end))


def _slices(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where lines of *text* begin and end, without the spaces between them."""
    start = end = 0
    for word in _WORD.finditer(text):
        first, last = word.start(), word.start() + len(word.group().rstrip())
        if end > start and cell_len(text[start:last]) > width:
            yield start, end
            start = first
        elif end == start:
            start = 0 if end == 0 and cell_len(text[:last]) <= width else first
        while cell_len(text[start:last]) > width:
            most = _fitting(text, start, last, width)
            yield start, most
            start = most
        end = last
    if end > start:
        yield start, end


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Return up to where *text* from *start* on fits into *width*; one letter always does."""
    most = min(start + width, end)
    while most > start + 1 and cell_len(text[start:most]) > width:
        most -= 1
    return most


def _cut(line: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for text, style in line:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            yield piece, style
        at += len(text)


def aligned(line: Line, width: int, *, right: bool) -> Line:
    """Return *line* in *width* columns, at their left or right."""
    space = " " * (width - wide(line))
    if not space:
        return line
    return ((space, ""), *line) if right else (*line, (space, ""))


_EIGHTHS = " ▏▎▍▌▋▊▉█"
_TRACK = {True: ".", False: "░"}
_MARK = {True: "|", False: "┊"}
_LINE = {True: "|", False: "│"}


def bar(share: Fraction, width: int, *, mark: Fraction | None = None, ascii_only: bool) -> str:
    """Return *width* characters, filled as far as *share* of 1, with a mark at *mark*."""
    eighths = round(_within(share) * width * 8)
    whole, rest = divmod(eighths, 8)
    track = _TRACK[ascii_only]
    if ascii_only:
        cells = list(("#" * round(eighths / 8)).ljust(width, track))
    else:
        cells = list(("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width, track))
    if mark is not None:
        place = min(int(_within(mark) * width), width - 1)
        if cells[place] == track:
            cells[place] = _MARK[ascii_only]
    return "".join(cells)


def both_ways(share: Fraction, width: int, *, ascii_only: bool) -> str:
    """Return a line with a bar at its left below 0, else at its right; what is not 0 is seen."""
    arm = (width - 1) // 2
    halves = round(abs(share) * arm * 2)
    if share:
        halves = max(halves, 1)
    if ascii_only:
        drawn = "#" * ((halves + 1) // 2)
    else:
        rest = ("▐" if share < 0 else "▌") if halves % 2 else ""
        drawn = rest + "█" * (halves // 2) if share < 0 else "█" * (halves // 2) + rest
    left, right = (drawn, "") if share < 0 else ("", drawn)
    return f"{left:>{arm}}{_LINE[ascii_only]}{right:<{arm}}"


def _within(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


GAP = 2
_NAME = 24
"""Once columns have to go, so many do that a column of names is as wide."""
_LONGEST_WORD = 30
_BAR = {ColumnKind.BAR: (10, 24), ColumnKind.BOTH_WAYS: (19, 29)}
"""The least and the usual width of a bar; those of several tables are compared."""
_WIDE = 94


class FittedColumn(NamedTuple):
    """A column with its place in the table, its title and its width as they are shown."""

    at: int
    column: TableColumn
    title: str
    width: int


class _Sized(NamedTuple):
    at: int
    column: TableColumn
    title: str
    least: int
    natural: int
    is_constant: bool = False

    @property
    def missing(self) -> int:
        """How much a column of names lacks at least."""
        if self.column.kind is not ColumnKind.TEXT:
            return 0
        return max(0, min(self.natural, _NAME) - self.least)


def fitted(table: Table, room: int) -> list[FittedColumn]:
    """Return the columns of *table* that fit into *room*, in their order.

    Titles become short where they must, then those columns go that may: bars before a name is
    broken, then the others from the right, first such as say the same in every row. What room there
    is left is for names first; bars get what no text needs.
    """
    kept = list(_sized(table, room, short=False))
    if _needed(kept) + _missing(kept) > room:
        kept = list(_sized(table, room, short=True))
    if _needed(kept) + _missing(kept) > room:
        kept = [one for one in kept if not (one.column.may_go and one.column.kind in BARS)]
    for_names = _missing(kept) if _needed(kept) > room else 0
    while any(one.column.may_go for one in kept) and _needed(kept) + for_names > room:
        going = [at for at, one in enumerate(kept) if one.column.may_go]
        del kept[max(going, key=lambda at: (kept[at].is_constant, at))]
    widths = [one.least for one in kept]
    spare = room - _needed(kept)
    for at in sorted(range(len(kept)), key=lambda at: _turn(kept[at].column)):
        more = max(0, min(spare, kept[at].natural - widths[at]))
        widths[at] += more
        spare -= more
    while spare < 0 and max(widths) > 1:  # words have to be broken, the longest first
        widest = widths.index(max(widths))
        widths[widest] -= 1
        spare += 1
    return [
        FittedColumn(one.at, one.column, one.title, width)
        for one, width in zip(kept, widths, strict=True)
    ]


def _turn(column: TableColumn) -> int:
    return 2 if column.kind in BARS else 1 if column.kind in FIGURES else 0


def _sized(table: Table, room: int, *, short: bool) -> Iterator[_Sized]:
    for at, column in enumerate(table.columns):
        title = (column.short if short else "") or column.title
        cells = {row[at].text for row in table.rows}
        longest = max(map(cell_len, cells), default=0)
        words = max(map(cell_len, title.split()), default=0)
        if column.kind in BARS:
            least, usual = _BAR[column.kind]
            if column.kind is ColumnKind.BOTH_WAYS and room < _WIDE:
                usual = least
            yield _Sized(at, column, title, max(least, cell_len(title)), max(usual, words))
            continue
        least = longest
        if column.kind is ColumnKind.TEXT:
            cells |= {row[at].short for row in table.rows}
            least = max((cell_len(word) for cell in cells for word in cell.split()), default=0)
            least = min(least, _LONGEST_WORD)
        natural = max(longest, cell_len(title))
        yield _Sized(at, column, title, max(least, words), natural, len(cells) == 1)


def _missing(columns: Sequence[_Sized]) -> int:
    return sum(one.missing for one in columns)


def _needed(columns: Sequence[_Sized]) -> int:
    return sum(one.least for one in columns) + GAP * (len(columns) - 1)
