"""Runs of plain cells of one row, told at once: their columns, what they are, and their texts."""

from __future__ import annotations

from collections.abc import Sequence
from operator import lt
from typing import Final, NamedTuple

from kediri_index.model.workbook import EMPTY, TEXT
from kediri_index.workbook.reading.cell_addresses import LAST_COLUMN, column_number
from kediri_index.workbook.reading.cell_decoder import Surroundings
from kediri_index.workbook.reading.plain_cells import Run

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


class Told(NamedTuple):
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

    def told(self, run: Run, digits: str) -> Told | None:
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
            return Told(alike.columns, alike.looks, texts)
        looks = bytes(
            [look if text else EMPTY for look, text in zip(alike.looks, texts, strict=True)]
        )
        return Told(alike.columns, looks, texts)

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
