"""A table as text (.csv, .tsv): its encoding and its delimiter found, every field a text cell."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import TEXT, Records, Row, Sheet, row_of
from kediri_index.sheets.reading.refusal import (
    RefusedError,
    limit_finding,
    refuse_floods,
    thread_time,
)

_FIELDS_A_CELL: Final = 4
"""How many fields, empty ones with them, a table may have for each filled cell allowed."""
_LONGEST_FIELD: Final = (1 << 31) - 1
"""What the csv module takes for a limit everywhere."""
_MOST_TEXTS: Final = 20_000
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_FILLED: Final = bytes.maketrans(b"\1", bytes([TEXT]))
DELIMITERS: Final = (",", ";", "\t")
_LOOKED_AT: Final = 1 << 16
_RECORDS: Final = 30
_DECLARED = re.compile(r"""sep=([^"\r\n])(?:\r\n?|\n)""", re.IGNORECASE)
_MARKS = re.compile(r'"|[,;\t]|\r\n|\r|\n')


def read_delimited(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding]]:
    """Return the one nameless sheet of a text table, and what was taken or is wrong.

    Raises :class:`RefusedError` where it cannot be read.
    """
    text, findings = decoded(path, data)
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
    rows = _rows(path, text, delimiter, limits, widths)
    records = Records(tuple(widths), delimiter == ",")
    sheet = Sheet("", rows, records=records, file=path)
    if len(text) > limits.texts:
        refuse_floods(path, [sheet], limits)
    return [sheet], findings


def decoded(path: str, data: bytes) -> tuple[str, list[Finding]]:
    """Return the text of a table, and what was taken of its encoding; raises where it has none."""
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


def _rows(
    path: str, text: str, delimiter: str, limits: Limits, widths: list[tuple[int, int]]
) -> dict[int, Row]:
    """Return the rows with a filled cell; where the number of fields changes goes to *widths*."""
    fields_at_most = text.count(delimiter)
    if fields_at_most > _FIELDS_A_CELL * limits.cells:
        raise RefusedError(limit_finding("F206", path, limits, fields_at_most))
    deadline = thread_time() + limits.seconds
    rows: dict[int, Row] = {}
    count = 0
    row_of_fields = _Fields().row
    lines = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    before_data = 1 if declared_delimiter(text) else 0
    last_good_line = 0
    with field_size_limit(limits.text_length):
        try:
            for number, fields in enumerate(lines, 1):
                width = len(fields)
                row = row_of_fields(number, fields) if number > before_data else None
                if row is not None:
                    rows[number] = row
                    count += row.filled
                _count_fields(widths, number, width)
                if count > limits.cells:
                    raise RefusedError(limit_finding("F206", path, limits, count))
                if number > limits.rows:
                    raise RefusedError(limit_finding("F225", path, limits, _line_ends(text)))
                if width > limits.columns:
                    too_wide = limit_finding("F226", path, limits, width)
                    raise RefusedError(too_wide._replace(line=last_good_line + 1))
                if thread_time() > deadline:
                    raise RefusedError(limit_finding("F208", path, limits, limits.seconds))
                last_good_line = lines.line_num
        except csv.Error as error:
            raise RefusedError(unreadable(path, last_good_line + 1, error, limits)) from None
    return rows


class _Fields:
    """Makes rows of fields; texts that are the same are kept once, and so are their columns."""

    def __init__(self) -> None:
        self._columns: dict[int, range] = {}
        self._texts: dict[str, str] = {}

    def row(self, number: int, fields: list[str]) -> Row | None:
        """Return the row of these *fields*, None where all are empty."""
        if len(self._texts) > _MOST_TEXTS:
            self._texts.clear()
        width = len(fields)
        columns = self._columns.setdefault(width, range(1, width + 1))
        looks = bytes(map(bool, fields)).translate(_FILLED)
        return row_of(number, columns, looks, [*map(self._texts.setdefault, fields, fields)])


def _count_fields(widths: list[tuple[int, int]], row: int, fields: int) -> None:
    if not widths or widths[-1][1] != fields:
        widths.append((row, fields))


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


def declared_delimiter(text: str) -> str | None:
    """Return the delimiter that a first line ``sep=;`` names, as Excel takes it, or None."""
    match = _DECLARED.match(text)
    return match[1] if match else None


def found_delimiter(text: str) -> str | None:
    """Return the delimiter that most of the first records have equally often.

    A comma where there is none at all; None where two do equally well.
    """
    records = _records(text[:_LOOKED_AT])
    support = {delimiter: _support(records, delimiter) for delimiter in DELIMITERS}
    best = max(support.values())
    if not best:
        return ","
    winners = [delimiter for delimiter, lines in support.items() if lines == best]
    return winners[0] if len(winners) == 1 else None


def _support(records: list[Counter[str]], delimiter: str) -> int:
    """Return how many records have *delimiter* as often as most that have it."""
    counts = Counter(marks[delimiter] for marks in records if marks[delimiter])
    return max(counts.values(), default=0)


def _records(text: str) -> list[Counter[str]]:
    """Return for each of the first records how often each delimiter stands outside quotes."""
    records: list[Counter[str]] = []
    marks: Counter[str] = Counter()
    quoted = False
    opens_at = 0  # a quote opens a field only at its start, or again where it is doubled
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark == '"':
            if quoted:
                quoted, opens_at = False, match.end()
            else:
                quoted = match.start() == opens_at
        elif not quoted:
            opens_at = match.end()
            if mark in DELIMITERS:
                marks[mark] += 1
            else:
                records.append(marks)
                marks = Counter()
                if len(records) == _RECORDS:
                    return records
    records.append(marks)
    return records
