"""The cells of one sheet in rows: where each is, in order, and how many there are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import lt
from typing import Final, NamedTuple

from kediri_index.model.workbook import CODES, EMPTY, FORMULA, TEXT, Cell, Row, row_of, rows_of
from kediri_index.sheets.reading.cell import (
    LAST_COLUMN,
    LAST_ROW,
    CellDecoder,
    RawCell,
    SharedParts,
    column_number,
    position_of,
)
from kediri_index.sheets.reading.refusal import FaultLog, RefusedError, address_of, limit_finding
from kediri_index.sheets.reading.shared_parts import ESCAPE, unescaped
from kediri_index.sheets.reading.sheet_part import PLAIN_CELL, Run, is_true, is_zero

_KEPT: Final = 256
"""So many ways in which runs are alike are known."""
_MOST_TEXTS: Final = 20_000
_SHARED: Final = "s"
_INLINE: Final = "inlineStr"
_BEGIN: Final = 'c r="'
_StyleAndType = tuple[str | None, str | None]
_REST: Final = re.compile(r'(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")? ?(/?)>')
_TAGS: Final = 4
"""How many tags a cell has: of itself and its value, each begun and ended."""


class StyledKind(NamedTuple):
    """The style and type of cells, and what they are; *look* is empty where that takes more."""

    style: str
    type: str
    look: int


class RunCells(NamedTuple):
    """The cells of a run, empty ones among them: their columns, what they are, their texts."""

    columns: Sequence[int]
    looks: bytes
    texts: list[str]


class _Layout(NamedTuple):
    """What runs of cells look alike in: the columns, and each cell's style and type.

    An empty cell has no kind. *shared* are those that are numbers of shared strings, *inline* those
    with their own text.
    """

    columns: Sequence[int]
    kinds: tuple[_StyleAndType | None, ...]
    shared: tuple[int, ...]
    inline: tuple[int, ...]


class _Alike(NamedTuple):
    """What runs of cells in a sheet have in common.

    *between* is what their beginnings say, cut where the row is named. There are no *looks* where
    any cell takes more.
    """

    between: tuple[str, ...]
    layout: _Layout
    looks: bytes


@lru_cache(_KEPT)
def _layout_of(between: tuple[str, ...]) -> _Layout | None:
    """Return what *between* says, None where the cells do not stand in order."""
    numbers, kinds = zip(*map(_said, between), strict=True)
    columns: Sequence[int] = numbers[:-1]
    if not all(map(lt, columns, columns[1:])) or columns[-1] > LAST_COLUMN:
        return None
    if columns[-1] - columns[0] == len(columns) - 1:
        columns = range(columns[0], columns[-1] + 1)
    types = [None if kind is None else kind[1] for kind in kinds[1:]]
    return _Layout(columns, kinds[1:], _places(types, _SHARED), _places(types, _INLINE))


@lru_cache(_MOST_TEXTS)
def _said(text: str) -> tuple[int, _StyleAndType | None]:
    """Return what stands between two rows: the next cell's column, what the one before is."""
    rest, _, letters = text.rpartition(_BEGIN)
    found = _REST.fullmatch(rest)
    if (letters and not letters.isalpha()) or (rest and found is None):  # one of another row
        return LAST_COLUMN + 1, None
    return column_number(letters), None if found is None or found[3] else (found[1], found[2])


def _places(types: Sequence[str | None], wanted: str) -> tuple[int, ...]:
    """Return where cells of the *wanted* type are."""
    if wanted not in types:
        return ()
    return tuple([at for at, one in enumerate(types) if one == wanted])


_ODD: Final = _Alike((), _Layout((), (), (), ()), b"")


class _Kinds(dict[_StyleAndType | None, StyledKind]):
    """What cells are by their styles and types; empty ones have none."""

    def __init__(self, around: SharedParts) -> None:
        super().__init__()
        self._around = around

    def __missing__(self, key: _StyleAndType | None) -> StyledKind:
        if key is None:
            return self.setdefault(None, StyledKind("", "", EMPTY))
        style, type_ = key[0] or "0", key[1] or "n"
        look = EMPTY
        if type_ in {_SHARED, _INLINE}:
            look = EMPTY if style in self._around.struck else TEXT
        elif type_ == "n":
            look = self._around.number_looks.get(style, EMPTY)
        self[key] = found = StyledKind(style, type_, look)
        return found


class _Texts(dict[str, str]):
    """The texts of cells, each once, by what follows the tag before."""

    def __missing__(self, piece: str) -> str:
        if len(self) > _MOST_TEXTS:
            self.clear()
        self[piece] = text = piece[2:]
        return text


class PlainRuns:
    """Reads the runs of one sheet; what they share is read once."""

    def __init__(self, around: SharedParts) -> None:
        self.kinds = _Kinds(around)
        self._strings = around.strings
        self._longest = around.limits.text_length
        self._last_column = min(LAST_COLUMN, around.limits.columns)
        self._alike: dict[tuple[str, ...], _Alike] = {}
        self._usual = _ODD
        self._texts = _Texts()

    def read(self, text: str, digits: str) -> RunCells | None:
        """Return the cells of a run in the row of these *digits*, None where one takes more.

        So does each that is no stored number and no text as it stands.
        """
        if "f" in text and "<f" in text:  # one letter is sought many times faster than two
            return None
        if "/>" in text:
            text = text.replace("/>", "/><v></v></c>")
        if "i" in text:
            text = text.replace("<is><t>", "<v>").replace("</t></is>", "</v>")
        pieces = text.split("<")
        alike = self._alike_of(pieces[1::_TAGS], f'{digits}"')
        if not alike.looks:
            return None
        texts = [*map(self._texts.__getitem__, pieces[2::_TAGS])]
        for at in alike.layout.shared:
            texts[at] = self._strings.get(texts[at], "")
            if not texts[at]:
                return None
        for at in alike.layout.inline:
            if not self._stands(texts[at]):
                return None
        return RunCells(alike.layout.columns, alike.looks, texts)

    def text(self, kind: StyledKind, value: str, own: str) -> str | None:
        """Return the text of one cell of a *kind*, None where it takes more to tell."""
        text: str | None = value
        if kind.type == _SHARED:
            text = self._strings.get(value)
        elif kind.type == _INLINE:
            text = own if self._stands(own) else None
        return text if text and kind.look else None

    def _stands(self, own: str) -> bool:
        """Return whether the text of a cell is *own* as it stands."""
        return ESCAPE not in own and len(own) <= self._longest

    def _alike_of(self, beginnings: list[str], row: str) -> _Alike:
        """Return what cells with these *beginnings* have in common, in the *row* of this ending."""
        whole = "".join(beginnings) + _BEGIN
        if row.join(self._usual.between) == whole:
            return self._usual
        between = tuple(whole.split(row))
        found = self._alike.get(between, _ODD)
        if row.join(found.between) == whole:  # else a style ends with the same digits
            self._usual = found
            return found
        if len(self._alike) == _KEPT:
            self._alike.clear()
        self._alike[between] = found = self._in_common(beginnings, between, row)
        return found

    def _in_common(self, beginnings: list[str], between: tuple[str, ...], row: str) -> _Alike:
        if len(between) != len(beginnings) + 1:
            before, _, rests = zip(*[one.partition(row) for one in beginnings], strict=True)
            each = zip(("", *rests), (*before, _BEGIN), strict=True)
            between = tuple([rest + one for rest, one in each])
        layout = _layout_of(between)
        if layout is None or layout.columns[-1] > self._last_column:
            return _ODD
        looks = bytes([self.kinds[kind].look for kind in layout.kinds])
        known = looks.count(EMPTY) == layout.kinds.count(None)
        return _Alike(between, layout, looks if known else b"")


Filled = tuple[int, int, int, str]
"""A filled cell: its row and column, what it is, and its text."""


class SheetCells:
    """Gathers the filled cells of one sheet, at most *allowed*, and the faults of its cells."""

    def __init__(self, surroundings: SharedParts, log: FaultLog, allowed: int) -> None:
        self.log = log
        self.hidden_rows: set[int] = set()
        self.content_tags = 0
        self._around = surroundings
        self._decoder = decoder = CellDecoder(surroundings, log)
        self._decode = decoder.decode
        self._allowed = allowed
        self._last_row = min(LAST_ROW, surroundings.limits.rows)
        self._parts: list[Row] = []
        self._filled = 0
        self._row = 0
        self._digits = "0"
        self._column = 0
        self._open_row = 0
        self._open: tuple[Sequence[int], bytes, list[str]] = (), b"", []
        self._columns: dict[str, int] = {}
        self._runs = PlainRuns(surroundings)

    def open_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row; without a number it follows the one before."""
        text = attributes.get("r", "")
        row = int(text) if text.isdecimal() and len(text) < len(str(LAST_ROW)) + 1 else 0
        if not 1 <= row <= LAST_ROW:
            if text:
                self.log.add("F216", None, text)
            row = self._row + 1
        if row > self._around.limits.rows:
            raise self._refusal("F225", row)
        self._row, self._digits = row, str(row)
        self._column = 0
        if is_true(attributes.get("hidden")) or is_zero(attributes.get("ht")):
            self.hidden_rows.add(row)

    def _next_row(self, digits: str) -> None:
        """Begin the row of this number, of which nothing more is said."""
        row = int(digits)
        if row > self._last_row:
            self.open_row({"r": digits})
            return
        self._row, self._digits = row, digits
        self._column = 0

    def add(self, raw_cells: Sequence[RawCell]) -> None:
        """Take cells of the open row; raises :class:`RefusedError` beyond the limit of cells."""
        self._gather(self._decoded(raw_cells))
        self._check_count()

    def add_plain(self, run: Run) -> None:
        """Take plain cells of a row; raises :class:`RefusedError` beyond the limit."""
        if run.row is not None:
            self._next_row(run.row)
        cells = self._runs.read(run.text, self._digits)
        if cells is None:
            self._gather(self._each(run.text))
        else:
            self._extend(self._row, *cells)
            self.content_tags += len(cells.looks) - cells.looks.count(EMPTY)
            self._column = cells.columns[-1]
        self._check_count()

    def _decoded(self, raw_cells: Sequence[RawCell]) -> Iterator[Filled]:
        suffix, suffix_length = self._digits, len(self._digits)
        columns = self._columns
        for raw in raw_cells:
            attributes, value, formula, inline = raw
            address = attributes.get("r")
            row, here = self._row, 0
            if address is not None and address.endswith(suffix):
                here = columns.get(address[:-suffix_length], 0)
            if not here:
                row, here = self._placed(address, self._column)
            self._column = here
            self.content_tags += 3 - (value, formula, inline).count(None)
            cell = self._decode(row, here, raw) if here else None
            if cell is not None:
                yield row, here, CODES[cell.kind, cell.format, cell.formula], cell.value

    def _each(self, text: str) -> Iterator[Filled]:
        """Yield the filled cells of a run, each told by itself."""
        is_computed = not self._around.recalculates
        for letters, digits, style, *by_type, own in PLAIN_CELL.findall(text):
            type_, formula, value = by_type[:3] if by_type[2] else by_type[3:]
            row = self._row
            here = self._columns.get(letters, 0) if digits == self._digits else 0
            if not here:
                row, here = self._placed(f"{letters}{digits}", self._column)
            self._column = here
            if not value and not own:
                continue
            self.content_tags += 2 if formula else 1
            kind = self._runs.kinds[style, _INLINE if own else type_]
            found = None
            if not formula or is_computed:
                found = self._runs.text(kind, value, own)
            if found is not None and here:
                yield row, here, kind.look + bool(formula) * FORMULA, found
            elif here:
                attributes = {"s": kind.style, "t": kind.type}
                raw = attributes, value or None, formula or None, unescaped(own) or None
                cell = self._decode(row, here, raw)
                if cell is not None:
                    yield row, here, CODES[cell.kind, cell.format, cell.formula], cell.value

    def _gather(self, cells: Iterable[Filled]) -> None:
        """Take filled cells, together those of one row that come in order."""
        row = 0
        columns: list[int] = []
        looks = bytearray()
        texts: list[str] = []
        for at_row, column, look, text in cells:
            if columns and (at_row != row or column <= columns[-1]):
                self._extend(row, columns, bytes(looks), texts)
                columns, looks, texts = [], bytearray(), []
            row = at_row
            columns.append(column)
            looks.append(look)
            texts.append(text)
        if columns:
            self._extend(row, columns, bytes(looks), texts)

    def _extend(self, row: int, columns: Sequence[int], looks: bytes, texts: list[str]) -> None:
        """Put cells behind those of the open part, or open another one with them."""
        before, looks_before, texts_before = self._open
        if row == self._open_row and before and before[-1] < columns[0]:
            self._open = (*before, *columns), looks_before + looks, texts_before + texts
        else:
            self._close()
            self._open_row, self._open = row, (columns, looks, texts)
        self._filled += len(looks) - looks.count(EMPTY)

    def _close(self) -> None:
        columns, looks, texts = self._open
        row = row_of(self._open_row, columns, looks, texts)
        if row is not None:
            self._parts.append(row)
        self._open = (), b"", []

    def _check_count(self) -> None:
        if self._filled > self._allowed:
            raise self._refusal("F206", self._around.limits.cells + 1)

    @property
    def wide(self) -> int:
        """By how many bytes kept texts are larger than they may have been in the file."""
        return self._decoder.wide

    def rows(self) -> Mapping[int, Row]:
        """Return the rows in order; of two cells at one place the later one stands."""
        for style, first in self._decoder.unknown_styles.items():
            self.log.add("F220", first, style)
        self._close()
        if all(one.number < other.number for one, other in pairwise(self._parts)):
            return {row.number: row for row in self._parts}
        placed: dict[tuple[int, int], Cell] = {}
        for part in self._parts:
            for cell in part.cells():
                place = cell.row, cell.column
                if place in placed:
                    self.log.add("F217", cell.address, cell.value, other=placed[place].value)
                placed[place] = cell
        return rows_of(placed[place] for place in sorted(placed))

    def _placed(self, address: str | None, column: int) -> tuple[int, int]:
        """Return where a cell stands: next to the one before it, unless it says where."""
        if address is None:
            if column >= self._around.limits.columns:
                raise self._refusal("F226", column + 1)
            return self._row, column + 1
        position = position_of(address)
        if position is None:
            self.log.add("F216", None, address)
            return self._row, 0
        row, here = position
        if here > self._around.limits.columns:
            raise self._refusal("F226", here)
        if row > self._around.limits.rows:
            raise self._refusal("F225", row)
        if row == self._row:
            self._columns[address.removesuffix(str(row))] = here
        else:
            self.log.add("F218", address_of(row, here), address, row=self._row)
        return row, here

    def _refusal(self, code: str, seen: int) -> RefusedError:
        return RefusedError(limit_finding(code, self._around.path, self._around.limits, seen))
