"""The plain cells of a sheet, taken out of its bytes before XML is parsed: most are, and fast.

Each run of them is replaced by a mark, an empty element. Where the parser reports the mark the
cells are taken, so that it settles what they belong to; what it does not report was no element,
and the sheet is then read again without this.
"""

from __future__ import annotations

import re
from itertools import compress, islice
from typing import Final, NamedTuple

_Maybe = tuple[str | None, ...]


class PlainCells(NamedTuple):
    """Cells side by side: their columns and rows, their ``s``, ``t`` and ``f``.

    Then their ``v``: a number, empty where it is none, or any text; and the text of their ``is``.
    """

    letters: tuple[str, ...]
    digits: tuple[str, ...]
    styles: _Maybe
    types: _Maybe
    formulas: _Maybe
    numbers: tuple[str, ...]
    texts: _Maybe
    inlines: _Maybe


MARK: Final = "plain-cells"
_MOST_TEXTS: Final = 20_000
_TEXT: Final = r"[ -%'-;=?-~]++"  # ASCII without & < >
# nothing is given back (++, ?+), since no part can begin with what the one before it may end with
_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]{1,5}+)")?+'
    r'(?: t="(s|n|b|e|str|inlineStr)")?+'
    rf"(?: ?/>|>(?:(?:<f(?: aca=\"(?:false|0)\")?+>({_TEXT})</f>)?+"
    r"<v>(?:(-?+[0-9]{1,17}+(?:\.[0-9]{1,17}+)?+(?:E-?+[0-9]{1,2}+)?+)"
    rf"|({_TEXT}))</v>|<is><t>(?! )({_TEXT})(?<! )</t></is>)</c>)"
)
_GROUPS: Final = len(PlainCells._fields)
_FALSE: Final = '"(?:false|0)"'
_NEXT_ROW: Final = re.compile(
    r'</row><row r="([1-9][0-9]{0,6})"(?: spans="[0-9]{1,5}:[0-9]{1,5}")?'
    rf'(?: customFormat={_FALSE})?(?: ht="[1-9][0-9]{{0,3}}(?:\.[0-9]{{1,17}})?")?'
    rf'(?: hidden={_FALSE})?(?: customHeight="(?:false|true|0|1)")?'
    rf'(?: outlineLevel="[0-9]")?(?: collapsed={_FALSE})?>'
)


class Run(NamedTuple):
    """Cells from *start* to *end*: of the open row, or of the next one, whose number is *row*.

    Of all *cells* these have a byte, 1 for those that have a formula, any text, or their own text;
    none where no cell has.
    """

    row: str | None
    cells: PlainCells
    start: int
    end: int
    computed: bytes
    odd: bytes
    inline: bytes


def _given(part: _Maybe) -> bytes:
    """Return 1 for each cell that has this *part*, else 0; nothing where no cell has."""
    return bytes(map(bool, part)) if part.count(None) < len(part) else b""


class Cutter:
    """Takes runs of plain cells out of the chunks of a part and keeps them until their turn."""

    __slots__ = ("_cut", "_forged", "_runs", "_texts")

    def __init__(self) -> None:
        self._texts: dict[str | None, str] = {}
        self._cut = 0
        self._forged = False
        self._runs: dict[str, list[Run]] = {}

    def cut(self, chunk: bytes) -> bytes:
        """Return *chunk*, in an encoding that contains ASCII, with a mark for runs of cells.

        Cells of the next row are behind the same mark where nothing but its beginning is between.
        """
        pieces = _CELL.split(chunk.decode("latin-1"))
        if len(pieces) == 1:
            return chunk
        between = pieces[:: _GROUPS + 1]
        cells = PlainCells(*(tuple(pieces[at :: _GROUPS + 1]) for at in range(1, _GROUPS + 1)))
        if len(self._texts) > _MOST_TEXTS:
            self._texts.clear()
        self._texts[None] = ""
        numbers = cells.numbers  # figures repeat; each is kept once
        cells = cells._replace(numbers=tuple(map(self._texts.setdefault, numbers, numbers)))
        given = _given(cells.formulas), _given(cells.texts), _given(cells.inlines)
        last = len(cells.letters)
        ends = [*compress(range(1, last), islice(between, 1, last)), last]
        kept = [between[0]]
        start = 0
        row: str | None = None
        runs: list[Run] = []
        for end in ends:
            runs.append(Run(row, cells, start, end, *given))
            start = end
            begun = _NEXT_ROW.fullmatch(between[end]) if end < last else None
            row = begun[1] if begun is not None else None
            if row is None:
                name = str(self._cut)
                self._cut += 1
                self._runs[name] = runs
                runs = []
                kept.append(f'<{MARK} n="{name}"/>{between[end]}')
        return "".join(kept).encode("latin-1")

    def take(self, name: str) -> list[Run]:
        """Return the runs of cells that stood at the mark *name*."""
        runs = self._runs.pop(name, None)
        if runs is None:
            self._forged = True
            return []
        return runs

    @property
    def all_taken(self) -> bool:
        """Whether the parser reported every mark, and none that the part brought along."""
        return not self._runs and not self._forged
