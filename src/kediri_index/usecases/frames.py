"""A data frame read as a table of one row a unit, or of one row an answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite, isnan
from typing import Any, NamedTuple

from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import (
    CODES,
    EMPTY,
    NUMBER,
    TEXT,
    CellKind,
    Look,
    Row,
    Sheet,
    Workbook,
    row_of,
)
from kediri_index.usecases.inputs import DEFAULT_LIMITS, Submission

_BOOLEAN = CODES[Look(CellKind.BOOLEAN)]
_DATE = CODES[Look(CellKind.DATE)]
_ERROR = CODES[Look(CellKind.ERROR)]
_UNNAMED_INDEX = "unit"
_INDEX_OF_INDICATORS = "code"


class _FrameColumn(NamedTuple):
    """A column of a frame: its name, and a value a row, None where there is none."""

    name: str
    values: Sequence[object]


def read_frame(
    frame: Any,  # noqa: ANN401 - of any library
    definition: Definition,
    *,
    name: str = "frame",
    limits: Limits | None = None,
) -> Submission:
    """Read a data frame as the table that a file of the same columns would hold.

    *frame* is one of pandas or polars, a table of Arrow, or a mapping of columns by name; no
    library is imported. An index of pandas comes first: under its name, else as ``unit``, or as
    ``code`` where it has the ids of *definition*. Numbers are taken as they are printed, so
    0.1 is a tenth. *name* stands for the file in findings, whose cells are those that the frame
    would have in a sheet: its names in row 1. Raises :class:`~kediri_index.errors.UsageError` for
    anything else, and for columns that differ in length.
    """
    columns = [*_columns(frame, definition)]
    for one in columns[1:]:
        if len(one.values) != len(columns[0].values):
            first, other = len(columns[0].values), len(one.values)
            raise UsageError("frame-uneven", value=one.name, count=other, rows=first)
    sheet = Sheet("", _rows(columns), file=name)
    text = "\n".join("\t".join(row.texts) for row in sheet.rows.values())
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Submission((Workbook(name, sha256, (sheet,)),), limits=limits or DEFAULT_LIMITS)


def _columns(frame: Any, definition: Definition) -> Iterator[_FrameColumn]:  # noqa: ANN401 - see above
    """Yield the columns of a frame in order, its index first."""
    if hasattr(frame, "iloc") and hasattr(frame, "index"):
        yield from _index(frame.index, {one.id for one in definition.all_indicators()})
        for at, name in enumerate(frame.columns):
            yield _FrameColumn(str(name), _without_missing(frame.iloc[:, at]))
        return
    if hasattr(frame, "get_columns"):
        yield from (_FrameColumn(one.name, one.to_list()) for one in frame.get_columns())
        return
    if hasattr(frame, "to_pydict"):
        frame = frame.to_pydict()
    elif not isinstance(frame, Mapping) and hasattr(frame, "to_dict"):
        frame = frame.to_dict()
    if not isinstance(frame, Mapping):
        raise UsageError("not-a-frame", value=type(frame).__name__)
    for name, values in frame.items():
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise UsageError("not-a-column", value=str(name), kind=type(values).__name__)
        column = values.values() if isinstance(values, Mapping) else values
        yield _FrameColumn(str(name), [*column])


def _index(index: Any, indicators: set[str]) -> Iterator[_FrameColumn]:  # noqa: ANN401 - see above
    """Yield the levels of an index of pandas; one that only counts the rows says nothing."""
    if index.names == [None] and [*index] == [*range(len(index))]:
        return
    for at, name in enumerate(index.names):
        values = _without_missing(index.get_level_values(at).to_series())
        unnamed = _INDEX_OF_INDICATORS if indicators.issuperset(values) else _UNNAMED_INDEX
        yield _FrameColumn(unnamed if name is None else str(name), values)


def _without_missing(series: Any) -> list[object]:  # noqa: ANN401 - see above
    """Return the values of a series of pandas, None for each of its ways to say missing."""
    values: list[object] = series.astype(object).where(series.notna(), None).tolist()
    return values


def _rows(columns: Sequence[_FrameColumn]) -> dict[int, Row]:
    """Return the rows of the table by number; the names of the columns are row 1."""
    numbers = range(1, len(columns) + 1)
    said = [[_said(one.name), *map(_said, one.values)] for one in columns]
    rows = (
        row_of(number, numbers, bytes(look for look, _ in row), [text for _, text in row])
        for number, row in enumerate(zip(*said, strict=True), 1)
    )
    return {row.number: row for row in rows if row is not None}


def _said(value: Any) -> tuple[int, str]:  # noqa: ANN401 - see above
    """Return what a cell of *value* is and holds."""
    if value is None or value == "":
        return EMPTY, ""
    if hasattr(value, "item"):  # a scalar of numpy
        value = value.item()
    if isinstance(value, bool):
        return _BOOLEAN, str(value).upper()
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, date):
        return _DATE, value.isoformat().removesuffix("T00:00:00")
    return TEXT, str(value)


def _number(value: float | Decimal) -> tuple[int, str]:
    """Return nothing for a NaN, and an infinity as what no cell should hold."""
    if not isfinite(value):
        return (EMPTY, "") if isnan(value) else (_ERROR, str(value))
    return NUMBER, format(value, "f") if isinstance(value, Decimal) else repr(value)
