"""Lines of a screen: runs of text with a style, broken between words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

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
