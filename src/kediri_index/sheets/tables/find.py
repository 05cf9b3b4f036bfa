"""The tables of a workbook: one a sheet, with columns and title of the data's year."""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice, takewhile
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import ColumnsLine, OtherThan, Recognised, UnknownHeaders
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.sheets.identity import count_of_labels, is_identity
from kediri_index.sheets.tables.columns import LAST_YEAR, RANGE, folded, years_in
from kediri_index.sheets.tables.header import (
    Nodes,
    Sought,
    header_at,
    holds_a_number,
    known_headers,
    of_one_word,
    with_attributes,
)
from kediri_index.sheets.tables.second_tables import without_others
from kediri_index.sheets.tables.table import SheetTable

_MOST_CELLS: Final = 2
"""A row of more cells is no title."""
_MOST_WORDS: Final = 16
"""A text of more words is a paragraph."""
_YEAR: Final = r"(?:19|20)\d\d"
_MONTHS: Final = (
    r"jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|may|jun\w*|jul\w*|agu\w*|aug\w*|sep\w*|o[kc]t\w*"
    r"|no[vp]\w*|de[sc]\w*"
)
_DATE: Final = (
    rf"(?i)\b\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*{_YEAR}|{_YEAR}[-/.]\d\d?[-/.]\d\d?"
    rf"|\b(?:{_MONTHS})\.?[\s-]+(?:\d{{1,2}},?\s+)?{_YEAR}|/\s*{_YEAR}"
)
"""Dates and the numbers of letters."""
_NOT_OF_THE_DATA: Final = (
    r"(?i)\b(?:dasar|base|baseline|awal|sumber|source|terbit\w*|publi\w+|dibuat|disusun|dicetak|di-?isi"
    r"|diunduh|dikirim\w*|diserahkan|diperbarui|updated?|batas|tenggat|deadline|versi|version|edisi"
    r"|edition|revisi|revision|pedoman|juknis|juklak|panduan|guid\w+|templat\w*|rpjm\w*|rpjp\w*"
    r"|renstra|renja|rkpd|masterplan|master\s+plan|rencana|roadmap|peta\s+jalan|proyeksi"
    r"|project\w+|sejak|since|mulai|hingga|sampai|until|surat|menurut|berdasarkan|according"
    r"|catatan|notes?|keterangan|contoh|example|petunjuk|isi|isilah|mohon|harap|please|fill"
    r"|compar\w+|\w*banding\w*|target|sasaran|iso|kepmen\w*|menpan\w*|inpres|sk|se|visi|vision"
    r"|sdgs?|minim\w+|maks\w+|maxim\w+|copyright)\b|©"
)
"""Words beside a year that may be another one than the data's."""
_OTHER_VALUES: Final = (
    r"(?i)(?:(?:tabel|table|lampiran|[a-z0-9]+[.)])\s+)?(?:daftar|data|nilai|list\s+of)?\s*"
    r"(?P<what>bobot|weights?|weighting|targets?)"
    rf"(?:\s+(?:tiap|setiap|per|masing-masing|indikator|indicators?|kinerja|pilar|pillars?|tahun"
    rf"|year|for|of|each|the|{_YEAR}))*"
)
_MOST_WORDS_OF_LAST_YEAR: Final = 6
_BESIDE_LAST_YEAR: Final = (
    r"(?i)\b(?:dan|and|dengan|with|vs|dari|from|than|terhadap|kenaikan|perubahan|changes?|seperti|lihat"
    r"|see|jangan|bila|jika|if|ini|this)\b"
)


def _years_of_data(text: str) -> set[str]:
    """Return the years that a title gives to the data: no ranges, dates or regulations."""
    if not years_in(text) or len(text.split()) > _MOST_WORDS or re.search(_NOT_OF_THE_DATA, text):
        return set()
    return years_in(RANGE.sub(" ", re.sub(_DATE, " ", text)))


def about_titles(
    tables: Sequence[SheetTable], years_of: Callable[[SheetTable], AbstractSet[str]]
) -> Iterator[Finding]:
    """Yield F448 once for each table whose title is of another year, or of other values.

    *years_of* returns the years that are given for a table's data. Without one, tables whose
    titles differ in years are F449.
    """
    first: tuple[SheetTable, str] | None = None
    for table in tables:
        texts = list(_texts(table))
        dated = [(said, years) for said in texts if (years := _years_of_data(said[0]))]
        headers = (table.headers[n].value for n in table.values() if n in table.headers)
        in_headers = {year for text in headers for year in years_in(text)}
        known = (years_of(table) or in_headers) if dated else frozenset()
        if known and not any(known & years_in(text) for text, _ in texts):
            (text, place), _ = dated[0]
            than = OtherThan(tuple(sorted(known)))
            yield Finding.at_cell("F448", place, text, than=than)
            continue
        other = next((said for said in texts if _is_of_other_values(said[0], table)), None)
        if other is not None and not known & years_in(other[0]):
            yield Finding.at_cell("F448", other[1], other[0], than=OtherThan())
        elif dated and not known and len(dated[0][1]) == 1:
            (text, place), (year,) = dated[0]
            first = first or (table, year)
            if year != first[1]:
                own, other_sheet = table.sheet.name, first[0].sheet.name
                yield Finding.at_cell(
                    "F449", place, text, own=own, year=year, other=other_sheet, first=first[1]
                )


def _texts(table: SheetTable) -> Iterator[tuple[str, Source]]:
    """Yield the texts above the header that are no labels, then the sheet's name, with places."""
    sheet = table.sheet
    block = -1
    head = table.top or table.row
    for row, found in takewhile(lambda one: one[0] < head, sheet.rows.items()):
        cells = found.cells()
        labels = count_of_labels(cells)
        if labels > 1:
            block = row  # their values may stand below them
        if labels or row == block + 1 or len(cells) > _MOST_CELLS:
            continue
        for cell in cells:
            text = cell.value.strip()
            if cell.kind is CellKind.TEXT and ":" not in text:
                yield text, sheet.place(cell.address)
    if sheet.name:
        yield sheet.name, sheet.place()


def _is_of_other_values(text: str, table: SheetTable) -> bool:
    """Return whether *text* is a title of targets, weights or last year, and no header is."""
    other = re.fullmatch(_OTHER_VALUES, text)
    what = other["what"] if other else None
    last = LAST_YEAR.search(text.casefold())
    if what is None and last and len(text.split()) <= _MOST_WORDS_OF_LAST_YEAR:
        is_beside = re.search(_BESIDE_LAST_YEAR, text) or re.search(_NOT_OF_THE_DATA, text)
        what = None if is_beside else last[0]
    return what is not None and not any(
        what.casefold() in folded(cell.value) for cell in table.headers.values()
    )


HEADER_SEARCH_ROWS = 40


def find_tables(
    workbook: Workbook, sought: Sought
) -> tuple[tuple[SheetTable, ...], tuple[Finding, ...]]:
    """Return the tables of *workbook*, one a sheet at most, and what stands in the way."""
    tables: list[SheetTable] = []
    findings: list[Finding] = []
    hidden: list[Finding] = []
    keyed: list[Finding] = []
    unread: list[Finding] = []
    sheets = [sheet for sheet in workbook.sheets if not is_identity(sheet)]
    for sheet in sheets:
        candidates = _candidates(sheet, sought)
        first = next((table for table in candidates if table.values()), None)
        if first is None:
            keyed += map(_no_values, candidates)
            unread += _codes_with_numbers(sheet, sought.nodes)
        elif sheet.hidden:
            hidden.append(Finding.at_cell("F411", sheet.place()))
        else:
            first, others = without_others(first, sought)
            dated = of_the_year(with_attributes(first, sought), sought)
            findings += (*others, *dated.findings)
            if dated.table is not None:
                tables.append(dated.table)
                findings += _about_columns(dated.table, sought)
    if tables or findings:
        findings += (*hidden, *unread)
    elif hidden:
        findings += [one._replace(code="F416") for one in hidden]
    elif workbook.sheets:
        findings += keyed or [_none(workbook)]
    return tuple(tables), tuple(findings)


def _about_columns(table: SheetTable, sought: Sought) -> Sequence[Finding]:
    """Return the findings on the columns of *table*; a form that is filled in has none."""
    if table.is_plain():
        return ()
    from kediri_index.sheets.tables.column_findings import about_columns  # noqa: PLC0415 - as said

    return about_columns(table, sought.nodes)


def _candidates(sheet: Sheet, sought: Sought) -> list[SheetTable]:
    """Return the rows near the top that could be a header, up to the first that has values too."""
    found = []
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for row in takewhile(lambda row: row <= last, sheet.rows):
        table = header_at(sheet, row, sought)
        if table is not None:
            found.append(table)
            if table.values():
                break
    return found


def _no_values(table: SheetTable) -> Finding:
    """Return what is wrong with a header that has no column of values."""
    several = of_one_word(table.unknown)
    if several:
        from kediri_index.sheets.tables.column_findings import (  # noqa: PLC0415 - only a fault needs it
            spread_finding,
        )

        return spread_finding(table, several[0], [cell.column for cell in several])
    first = table.headers[min(table.headers)]
    unknown = [one for one in table.unknown if one.value.strip()]
    of_numbers = (one for one in unknown if _has_numbers(table, one.column))
    meant = next(of_numbers, unknown[0] if unknown else None)
    headers = UnknownHeaders(tuple(_shown(unknown)))
    line = ColumnsLine(None if meant is None else " ".join(meant.value.split()))
    place = table.sheet.place(first.address)
    return Finding.at_cell("F403", place, unknown=headers, line=line)


def _has_numbers(table: SheetTable, column: int) -> bool:
    cells = (row.cell(column) for row in islice(table.rows(), HEADER_SEARCH_ROWS))
    return any(cell is not None and holds_a_number(cell) for cell in cells)


def _codes_with_numbers(sheet: Sheet, nodes: Nodes) -> Iterator[Finding]:
    """Yield F436 where a sheet that is not read has a code and a number behind it in a row."""
    for row in () if sheet.hidden else sheet.rows.values():
        texts = enumerate(row.texts)
        at = next((at for at, text in texts if nodes.get(text.strip())), None)
        code = None if at is None else row.cell_at(at)
        if code is None or code.kind is not CellKind.TEXT:
            continue
        if any(cell.column > code.column and holds_a_number(cell) for cell in row.cells()):
            yield sheet.finding("F436", code)
            return


def _none(workbook: Workbook) -> Finding:
    """Return what is wrong with a workbook in which no row could be a header."""
    rows = chain.from_iterable(sheet.rows.values() for sheet in workbook.sheets)
    if not any(text.strip() for row in rows for text in row.texts):
        return Finding.at_cell("F401", Source(workbook.path))
    filled = [sheet for sheet in workbook.sheets if sheet.rows and not is_identity(sheet)]
    if len(filled) != 1:
        return Finding.at_cell("F402", Source(workbook.path), recognised=Recognised(()))
    recognised = Recognised(_recognised(filled[0]))
    return Finding.at_cell("F402", filled[0].place(), recognised=recognised)


def _recognised(sheet: Sheet) -> tuple[str, ...]:
    """Return the known headers of the row near the top that has the most of them."""
    near = islice(sheet.rows.values(), HEADER_SEARCH_ROWS)
    rows = [known_headers(row.cells(), Sought()).values() for row in near]
    most = max(rows, key=len, default=())
    return tuple(header.column.value for header in most)


class OfTheYear(NamedTuple):
    """A table whose headers no longer differ by year; None where all its values are of another."""

    table: SheetTable | None
    findings: tuple[Finding, ...] = ()


def of_the_year(table: SheetTable, sought: Sought) -> OfTheYear:
    """Return *table* with the columns of the data's year only.

    A column of another year is F453, and F452 where there are no other values. Without one year,
    columns of several years are F451.
    """
    in_headers = {n: one.year for n, one in table.columns.items() if one.year is not None}
    labelled = {**in_headers, **table.years}
    if not labelled:
        return OfTheYear(table)
    sheet, years = table.sheet, sought.years_of(table)
    year = int(next(iter(years))) if len(years) == 1 else None
    unclear: list[Finding] = []
    dropped: set[int] = set()
    for columns in _alike(table):
        found = {labelled.get(column) for column in columns}
        if found == {None}:
            continue
        wanted = _wanted(found, year, several=len(years) > 1)
        if wanted is None:
            first, *others = (table.headers[column] for column in columns)
            unclear.append(sheet.finding("F451", first, columns=_shown(others)))
            dropped.update(columns[1:])
        else:
            dropped.update(column for column in columns if labelled.get(column) not in wanted)
    left = table._replace(
        columns={
            n: one._replace(year=None) for n, one in table.columns.items() if n not in dropped
        },
        nodes={n: node for n, node in table.nodes.items() if n not in dropped},
        years={},
    )
    if unclear:
        return OfTheYear(left, tuple(unclear))
    unread = [table.headers[column] for column in sorted(dropped)]
    if unread and not left.values():
        only = sheet.finding("F452", unread[0], year=year, columns=_shown(unread))
        return OfTheYear(None, (only,))
    findings = (sheet.finding("F453", cell, said=labelled[cell.column]) for cell in unread)
    return OfTheYear(left, tuple(findings))


def _wanted(
    found: AbstractSet[int | None], year: int | None, *, several: bool
) -> AbstractSet[int | None] | None:
    """Return the years to read of those *found* in headers; None where that is not clear."""
    if year is not None:
        return {None, year}
    if len(found) == 1 and not several:
        return found
    return {None} if None in found and not several else None


def _alike(table: SheetTable) -> list[list[int]]:
    """Return the columns that differ by nothing but their years, from left to right."""
    groups: dict[object, list[int]] = {}
    for number, header in sorted(table.columns.items()):
        groups.setdefault(header._replace(year=None), []).append(number)
    for number, node in sorted(table.nodes.items()):
        groups.setdefault(node, []).append(number)
    return list(groups.values())


def _shown(cells: Sequence[Cell]) -> list[str]:
    return [f"{cell.address} {' '.join(cell.value.split())}" for cell in cells]
