"""The cells of one sheet in rows: where each is, in order, and how many there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import lt
from typing import Final, NamedTuple

from kediri_index.model.workbook import CODES, EMPTY, FORMULA, TEXT, Cell, Row, row_of, rows_of
from kediri_index.sheets.reading.cell import (
    LAST_COLUMN,
    LAST_ROW,
    CellDecoder,
    RawCell,
    Surroundings,
    column_number,
    position_of,
)
from kediri_index.sheets.reading.refusal import FaultLog, RefusedError, address_of, limit_finding
from kediri_index.sheets.reading.shared_parts import unescaped
from kediri_index.sheets.reading.sheet_part import Run, is_true, is_zero

_KEPT: Final = 256
"""So many ways in which runs are alike are known."""
_MOST_TEXTS: Final = 20_000
_SHARED: Final = "s"
_INLINE: Final = "inlineStr"
_ESCAPE: Final = "_x"

_Maybe = tuple[str | None, ...]
_Key = tuple[tuple[str, ...], _Maybe, _Maybe]
"""The columns of a run, its styles and its types."""


class Kind(NamedTuple):
    """The style and type of cells, and what they are; *look* is empty where that takes more."""

    style: str
    type: str
    look: int


class RunCells(NamedTuple):
    """The cells of a run, empty ones among them: their columns, what they are, their texts."""

    columns: Sequence[int]
    looks: bytes
    texts: list[str]


class _Alike(NamedTuple):
    """What runs of cells have in common.

    *shared* are those that are numbers of shared strings, *inline* those with their own text.
    """

    columns: Sequence[int]
    looks: bytes
    shared: tuple[int, ...]
    inline: tuple[int, ...]


class _Numbers(dict[str, int]):
    """The numbers of columns by their letters, beyond the last one too."""

    def __missing__(self, letters: str) -> int:
        self[letters] = number = column_number(letters)
        return number


class _Kinds(dict[tuple[str | None, str | None], Kind]):
    """What cells are by their styles and types."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around

    def __missing__(self, key: tuple[str | None, str | None]) -> Kind:
        style, type_ = key[0] or "0", key[1] or "n"
        look = EMPTY
        if type_ in {_SHARED, _INLINE}:
            look = EMPTY if style in self._around.struck else TEXT
        elif type_ == "n":
            look = self._around.number_looks.get(style, EMPTY)
        self[key] = found = Kind(style, type_, look)
        return found


class PlainRuns:
    """Reads the runs of one sheet; what they share is read once."""

    def __init__(self, around: Surroundings) -> None:
        self.kinds = _Kinds(around)
        self._strings = around.strings
        self._longest = around.limits.text_length
        self._last_column = min(LAST_COLUMN, around.limits.columns)
        self._numbers = _Numbers()
        self._alike: dict[_Key, _Alike | None] = {}
        self._last_key: _Key | None = None
        self._last_alike: _Alike | None = None
        self._texts: dict[str, str] = {}

    def read(self, run: Run, digits: str) -> RunCells | None:
        """Return the cells of a *run* in the row of these *digits*, None where one takes more.

        So does each that is no stored number and no text as it stands.
        """
        _, cells, start, end, computed, odd, _ = run
        count = end - start
        if cells.digits[start:end].count(digits) != count:
            return None
        if computed.find(1, start, end) >= 0 or odd.find(1, start, end) >= 0:
            return None
        key = cells.letters[start:end], cells.styles[start:end], cells.types[start:end]
        if key != self._last_key:
            self._last_key, self._last_alike = key, self._alike_of(key)
        alike = self._last_alike
        if alike is None:
            return None
        texts = self._texts_of(run, alike)
        if texts is None:
            return None
        if all(texts):
            return RunCells(alike.columns, alike.looks, texts)
        looks = bytes(
            [look if text else EMPTY for look, text in zip(alike.looks, texts, strict=True)]
        )
        return RunCells(alike.columns, looks, texts)

    def _texts_of(self, run: Run, alike: _Alike) -> list[str] | None:
        """Return the texts of the cells of a *run*, None where one takes more to tell."""
        _, cells, start, end, *_, inline = run
        texts = [*cells.numbers[start:end]]
        for at in alike.shared:
            if texts[at]:
                texts[at] = self._strings.get(texts[at], "")
                if not texts[at]:
                    return None
        has_own = inline.find(1, start, end) >= 0
        if has_own and not self._with_own(texts, cells.inlines[start:end], alike):
            return None
        return texts

    def text(self, kind: Kind, value: str | None, number: str, own: str | None) -> str | None:
        """Return the text of one cell of a *kind*, None where it takes more to tell."""
        if kind.type == _SHARED:
            text = self._strings.get(value or "")
        elif kind.type == _INLINE:
            text = own if self._stands(own) else None
        else:
            text = number
        return self._kept(text) if text and kind.look else None

    def _kept(self, text: str) -> str:
        if len(self._texts) > _MOST_TEXTS:
            self._texts.clear()
        return self._texts.setdefault(text, text)

    def _stands(self, own: str | None) -> bool:
        """Return whether the text of a cell is *own* as it stands."""
        return own is not None and _ESCAPE not in own and len(own) <= self._longest

    def _with_own(self, texts: list[str], inlines: Sequence[str | None], alike: _Alike) -> bool:
        """Put the texts of cells in their places; return whether all stand there as they are."""
        left = len(inlines) - inlines.count(None)
        for at in alike.inline:
            own = inlines[at]
            if own is not None and self._stands(own):
                texts[at] = self._kept(own)
                left -= 1
        return not left

    def _alike_of(self, key: _Key) -> _Alike | None:
        found = self._alike.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self._alike) == _KEPT:
                self._alike.clear()
            self._alike[key] = found = self._in_common(*key)
        return found

    def _in_common(self, letters: Sequence[str], styles: _Maybe, types: _Maybe) -> _Alike | None:
        columns: Sequence[int] = tuple(map(self._numbers.__getitem__, letters))
        if not all(map(lt, columns, columns[1:])) or columns[-1] > self._last_column:
            return None
        if columns[-1] - columns[0] == len(columns) - 1:
            columns = range(columns[0], columns[-1] + 1)
        kinds = map(self.kinds.__getitem__, zip(styles, types, strict=True))
        looks = bytes([one.look for one in kinds])
        if EMPTY in looks:
            return None
        return _Alike(columns, looks, _places(types, _SHARED), _places(types, _INLINE))


_UNKNOWN: Final = _Alike((), b"", (), ())


def _places(types: _Maybe, wanted: str) -> tuple[int, ...]:
    """Return where cells of the *wanted* type are."""
    if wanted not in types:
        return ()
    return tuple([at for at, one in enumerate(types) if one == wanted])


Filled = tuple[int, int, int, str]
"""A filled cell: its row and column, what it is, and its text."""


class SheetCells:
    """Gathers the filled cells of one sheet, at most *allowed*, and the faults of its cells."""

    def __init__(self, surroundings: Surroundings, log: FaultLog, allowed: int) -> None:
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
        cells = self._runs.read(run, self._digits)
        if cells is None:
            self._gather(self._each(run))
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

    def _each(self, run: Run) -> Iterator[Filled]:
        """Yield the filled cells of a run, each told by itself."""
        is_computed = not self._around.recalculates
        cells = (column[run.start : run.end] for column in run.cells)
        for letters, digits, style, type_, formula, number, text, own in zip(*cells, strict=True):
            row = self._row
            here = self._columns.get(letters or "", 0) if digits == self._digits else 0
            if not here:
                row, here = self._placed(f"{letters}{digits}", self._column)
            self._column = here
            value = number or text
            if value is None and own is None:
                continue
            self.content_tags += 1 if formula is None else 2
            kind = self._runs.kinds[style, type_]
            found = None
            if formula is None or is_computed:
                found = self._runs.text(kind, value, number, own)
            if found is not None and here:
                yield row, here, kind.look + (formula is not None) * FORMULA, found
            elif here:
                inline = None if own is None else unescaped(own)
                raw = ({"s": kind.style, "t": kind.type}, value, formula, inline)
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
