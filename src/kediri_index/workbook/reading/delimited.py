"""A table as text (.csv, .tsv): its encoding and its delimiter found, every field a text cell."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import compress
from time import thread_time
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import (
    FEWEST,
    Cell,
    CellFormat,
    CellKind,
    PackedRow,
    Records,
    Sheet,
)
from kediri_index.workbook.reading.delimiter import declared_delimiter, found_delimiter
from kediri_index.workbook.reading.kept_texts import KeptTexts
from kediri_index.workbook.reading.refusal import RefusedError, limit_finding, refuse_floods

_FIELDS_A_CELL: Final = 4
"""How many fields, empty ones with them, a table may have for each filled cell allowed."""
_LONGEST_FIELD: Final = (1 << 31) - 1
"""What the csv module takes for a limit everywhere."""
_KEPT: Final = 256
"""So many ways in which rows have gaps are known."""
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_TEXT: Final = CellKind.TEXT
_PLAIN: Final = CellFormat.PLAIN
_new = tuple.__new__  # a named tuple's own costs three times as much


def read_delimited(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding]]:
    """Return the one nameless sheet of a text table, and what was taken or is wrong.

    Raises :class:`RefusedError` where it cannot be read.
    """
    text, findings = _decoded(path, data)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise RefusedError(Finding("F303", file=path, line=line))
    declared = declared_delimiter(text)
    delimiter = declared or found_delimiter(text)
    if delimiter is None:
        raise RefusedError(Finding("F304", file=path))
    if delimiter not in {declared, ","}:  # what the file says itself needs no remark
        name = "tab" if delimiter == "\t" else delimiter
        findings.append(Finding("F306", file=path, params={"delimiter": name}))
    widths: list[tuple[int, int]] = []
    cells = _cells(path, text, delimiter, limits, widths)
    records = Records(tuple(widths), delimiter == ",")
    sheet = Sheet("", cells, records=records)
    if len(text) > limits.texts:
        refuse_floods(path, [sheet], limits)
    return [sheet], findings


def _decoded(path: str, data: bytes) -> tuple[str, list[Finding]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise RefusedError(Finding("F302", file=path)) from None
            return text.lstrip("\ufeff"), []  # some programs write the mark once more
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        seen = data[error.start : error.start + 1].decode("cp1252", "replace")
        line = data.count(b"\n", 0, error.start) + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise RefusedError(Finding("F302", file=path, line=line)) from None
    if not data.decode("utf-8", "ignore").isascii():  # other letters are UTF-8 without a doubt
        raise RefusedError(Finding("F302", file=path, line=line))
    return text, [Finding("F301", file=path, line=line, value=seen)]


def _cells(
    path: str, text: str, delimiter: str, limits: Limits, widths: list[tuple[int, int]]
) -> Sequence[Cell]:
    """Return the filled cells; the rows at which the number of fields changes go to *widths*."""
    fields_at_most = text.count(delimiter)
    if fields_at_most > _FIELDS_A_CELL * limits.cells:
        raise RefusedError(limit_finding("F206", path, limits, fields_at_most))
    deadline = thread_time() + limits.seconds
    cells: list[Cell] = []
    packed: list[PackedRow] = []
    packed_cells = 0
    packing = _Packing()
    texts = KeptTexts()
    lines = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    before_data = 1 if declared_delimiter(text) else 0
    last_good_line = 0
    with field_size_limit(limits.text_length):
        try:
            for row, fields in enumerate(lines, 1):
                if row > before_data:
                    wide = packing.of(row, fields)
                    if wide is not None:
                        packed.append(wide)
                        packed_cells += len(wide)
                    else:
                        cells += [
                            _new(Cell, (row, column, _TEXT, texts[field], _PLAIN, False))
                            for column, field in enumerate(fields, 1)
                            if field
                        ]
                _count_fields(widths, row, len(fields))
                count = len(cells) + packed_cells
                if count > limits.cells:
                    raise RefusedError(limit_finding("F206", path, limits, count))
                if row > limits.rows:
                    raise RefusedError(limit_finding("F225", path, limits, _line_ends(text)))
                if len(fields) > limits.columns:
                    too_wide = limit_finding("F226", path, limits, len(fields))
                    raise RefusedError(too_wide._replace(line=last_good_line + 1))
                if thread_time() > deadline:
                    raise RefusedError(limit_finding("F208", path, limits, limits.seconds))
                last_good_line = lines.line_num
        except csv.Error as error:
            raise RefusedError(unreadable(path, last_good_line + 1, error, limits)) from None
    return _together(cells, packed) if packed else tuple(cells)


def _count_fields(widths: list[tuple[int, int]], row: int, fields: int) -> None:
    if not widths or widths[-1][1] != fields:
        widths.append((row, fields))


def _together(cells: list[Cell], packed: list[PackedRow]) -> Sequence[Cell]:
    from kediri_index.model.packed_rows import by_row  # noqa: PLC0415 - only for wide tables

    return by_row(cells, packed)


class _Packing:
    """Packs rows; what most of them have in common is kept once."""

    def __init__(self) -> None:
        self._alike: dict[int, tuple[tuple[CellKind, ...], tuple[CellFormat, ...]]] = {}
        self._columns: dict[tuple[int, ...], tuple[int, ...]] = {}

    def of(self, row: int, fields: list[str]) -> PackedRow | None:
        """Return a row of *fields*, None where too few of them are filled."""
        if len(fields) < FEWEST:
            return None
        filled = [field for field in fields if field]
        count = len(filled)
        if count < FEWEST:
            return None
        if count not in self._alike:
            self._alike[count] = (_TEXT,) * count, (_PLAIN,) * count
        columns = tuple(compress(range(1, len(fields) + 1), fields))
        if len(self._columns) == _KEPT:
            self._columns.clear()
        columns = self._columns.setdefault(columns, columns)
        return PackedRow(row, columns, *self._alike[count], filled)


def _line_ends(text: str) -> int:
    """Return how many rows *text* has at the most."""
    return text.count("\n") + text.count("\r") + 1


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a text stream would hold all four times over."""
    return (match[0] for match in _LINE.finditer(text))


@contextmanager
def field_size_limit(length: int) -> Iterator[None]:
    """Set the limit that the csv module keeps for the whole process, for a while."""
    before = csv.field_size_limit(min(length, _LONGEST_FIELD))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def unreadable(path: str, line: int, error: csv.Error, limits: Limits) -> Finding:
    """Return what is wrong with the record at *line*: a field that is too long, or its quotes."""
    if "field limit" in str(error):
        too_long = limit_finding("F207", path, limits, limits.text_length + 1)
        return too_long._replace(line=line)
    return Finding("F305", file=path, line=line)
