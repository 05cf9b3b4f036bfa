"""A copy of a list with the codes that were made for it; all else is as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Sheet, Workbook, column_letters
from kediri_index.sheets.lists.headings import ListColumn
from kediri_index.sheets.lists.tables import ListTable, filled
from kediri_index.sheets.marking.package import EditedPackage
from kediri_index.sheets.marking.xml_text import (
    Element,
    NotMarkableError,
    Splice,
    cell_text,
    set_attribute,
)
from kediri_index.sheets.reading.cell import position_of, span_of
from kediri_index.sheets.reading.delimited import declared_delimiter, decoded, found_delimiter
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.xlsx import outline_of

_LONGEST: Final = 1_000


class _NewCells(NamedTuple):
    """The texts to put in, by row and column, and the cells whose format they take."""

    texts: Mapping[tuple[int, int], str]
    like: Mapping[tuple[int, int], int]


def with_codes(
    data: bytes, workbook: Workbook, table: ListTable, codes: Mapping[int, str], limits: Limits
) -> bytes | None:
    """Return the list *data* with *codes* by the row of their indicator; None where it cannot be.

    They stand in the column of codes where it has none yet, else in one of their own at the end.
    """
    new = _new_cells(table, codes)
    if workbook.is_csv:
        return _csv_with(workbook.path, data, new)
    try:
        copy = _xlsx_with(workbook.path, data, table.sheet.name, new, limits)
    except (NotMarkableError, ValueError):
        return None
    again = read_workbook(workbook.path, copy, limits)
    return copy if _is_same_but(workbook.sheets, again.sheets, table.sheet.name, new) else None


def _new_cells(table: ListTable, codes: Mapping[int, str]) -> _NewCells:
    own = next(iter(table.of(ListColumn.CODE)), None)
    by_row = {row.number: row for row in table.rows}
    name = table.of(ListColumn.INDICATOR)[0]
    free = own is not None and not any(filled(by_row[row].cell(own)) for row in codes)
    if own is not None and free:
        texts = {(row, own): code for row, code in codes.items()}
        return _NewCells(texts, dict.fromkeys(texts, name))
    last = max(cell.column for row in table.sheet.rows.values() for cell in row.cells())
    column = last + 1
    heading = ListColumn.CODE if own is None else ListColumn.ID
    texts = {(table.row, column): str(heading)}
    texts |= {(row, column): code for row, code in codes.items()}
    like = dict.fromkeys(texts, name)
    return _NewCells(texts, like)


def _csv_with(path: str, data: bytes, new: _NewCells) -> bytes:
    text, _ = decoded(path, data)
    delimiter = declared_delimiter(text) or found_delimiter(text) or ","
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    for (row, column), code in new.texts.items():
        fields = records[row - 1]
        fields += [""] * (column - len(fields))
        fields[column - 1] = code
    out = io.StringIO(newline="")
    end = "\r\n" if "\r\n" in text else "\n"
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(records)
    return out.getvalue().encode("utf-8-sig")


def _xlsx_with(path: str, data: bytes, name: str, new: _NewCells, limits: Limits) -> bytes:
    package = EditedPackage(path, data, limits)
    part = next(part for entry, part in outline_of(package).worksheets if entry.name == name)
    package.edit(part, _splices(package.tree(part), new))
    return package.packed()


def _splices(root: Element, new: _NewCells) -> Iterator[Splice]:
    wanted: dict[int, dict[int, str]] = {}
    for (row, column), text in new.texts.items():
        wanted.setdefault(row, {})[column] = text
    number = 0
    for element in root.below("sheetData", "row"):
        said = element.attributes.get("r", "")
        number = int(said) if said.isdecimal() else number + 1
        if number in wanted:
            like = {column: new.like[number, column] for column in wanted[number]}
            yield from _in_row(element, number, wanted.pop(number), like)
    for dimension in root.named("dimension"):
        span = span_of(dimension.attributes.get("ref", ""))
        widest = max(column for _, column in new.texts)
        if span is not None and span.last_column < widest:
            first = f"{column_letters(span.first_column)}{span.first_row}"
            yield dimension.set("ref", f"{first}:{column_letters(widest)}{span.last_row}")


def _in_row(
    row: Element, number: int, texts: Mapping[int, str], like: Mapping[int, int]
) -> Iterator[Splice]:
    cells = dict(_cells(row))
    at: dict[int, list[bytes]] = {}
    for column, text in sorted(texts.items()):
        own = cells.get(column)
        model = own or cells.get(like[column])
        style = None if model is None else model.attributes.get("s")
        raw = _cell(row.prefix, f"{column_letters(column)}{number}", style, text)
        if own is not None:
            yield Splice(own.start, own.end, raw)
            continue
        later = [cell.start for other, cell in cells.items() if other > column]
        at.setdefault(min(later, default=row.tail), []).append(raw)
    yield from (Splice(place, place, b"".join(raw)) for place, raw in at.items())
    spans = row.attributes.get("spans", "").split(":")
    if len(spans) == 2 and all(map(str.isdecimal, spans)):  # noqa: PLR2004 - first and last
        first, last = map(int, spans)
        if max(texts) > last:
            yield set_attribute(row.body, row.start, "spans", f"{first}:{max(texts)}")


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in row.named("c"):
        place = position_of(cell.attributes.get("r", ""))
        column = column + 1 if place is None else place[1]
        yield column, cell


def _cell(prefix: str, address: str, style: str | None, text: str) -> bytes:
    own = f' s="{style}"' if style and style.isdecimal() else ""
    said = cell_text(text, _LONGEST)
    tag = f"{prefix}c"
    inside = f"<{prefix}is><{prefix}t>{said}</{prefix}t></{prefix}is>"
    return f'<{tag} r="{address}"{own} t="inlineStr">{inside}</{tag}>'.encode("ascii")


def _is_same_but(
    before: Sequence[Sheet], after: Sequence[Sheet], name: str, new: _NewCells
) -> bool:
    """Return whether nothing changed but what was put in."""
    old, now = (
        {(sheet.name, cell.row, cell.column): cell for sheet in sheets for cell in sheet.cells}
        for sheets in (before, after)
    )
    merged, still_merged = (
        [(sheet.name, sheet.merged) for sheet in sheets] for sheets in (before, after)
    )
    put = {(name, *place): text for place, text in new.texts.items()}
    said = {place: cell.value for place, cell in now.items() if place in put}
    others = (old.keys() | now.keys()) - put.keys()
    same = all(old.get(place) == now.get(place) for place in others)
    return same and said == put and merged == still_merged
