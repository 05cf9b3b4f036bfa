"""Titles above a table, and the names of sheets: they may name another year than the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import OtherThan
from kediri_index.model.workbook import CellKind
from kediri_index.workbook.files.identity import count_of_labels
from kediri_index.workbook.headers.columns import folded
from kediri_index.workbook.headers.qualifiers import LAST_YEAR, RANGE, years_in
from kediri_index.workbook.headers.table import Table

_MOST_CELLS: Final = 2
"""A row of more cells is no title."""
_MOST_WORDS: Final = 16
"""A text of more words is a paragraph."""
_YEAR: Final = r"(?:19|20)\d\d"
_MONTHS: Final = (
    r"jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|may|jun\w*|jul\w*|agu\w*|aug\w*|sep\w*|o[kc]t\w*"
    r"|no[vp]\w*|de[sc]\w*"
)
_DATE: Final = re.compile(
    rf"\b\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*{_YEAR}|{_YEAR}[-/.]\d\d?[-/.]\d\d?"
    rf"|\b(?:{_MONTHS})\.?[\s-]+(?:\d{{1,2}},?\s+)?{_YEAR}|/\s*{_YEAR}",
    re.IGNORECASE,
)
"""Dates and the numbers of letters."""
_NOT_OF_THE_DATA: Final = re.compile(
    r"\b(?:dasar|base|baseline|awal|sumber|source|terbit\w*|publi\w+|dibuat|disusun|dicetak|di-?isi"
    r"|diunduh|dikirim\w*|diserahkan|diperbarui|updated?|batas|tenggat|deadline|versi|version|edisi"
    r"|edition|revisi|revision|pedoman|juknis|juklak|panduan|guid\w+|templat\w*|rpjm\w*|rpjp\w*"
    r"|renstra|renja|rkpd|masterplan|master\s+plan|rencana|roadmap|peta\s+jalan|proyeksi"
    r"|project\w+|sejak|since|mulai|hingga|sampai|until|surat|menurut|berdasarkan|according"
    r"|catatan|notes?|keterangan|contoh|example|petunjuk|isi|isilah|mohon|harap|please|fill"
    r"|compar\w+|\w*banding\w*|target|sasaran|iso|kepmen\w*|menpan\w*|inpres|sk|se|visi|vision"
    r"|sdgs?|minim\w+|maks\w+|maxim\w+|copyright)\b|©",
    re.IGNORECASE,
)
"""Words beside a year that may be another one than the data's."""
_OTHER_VALUES: Final = re.compile(
    r"(?:(?:tabel|table|lampiran|[a-z0-9]+[.)])\s+)?(?:daftar|data|nilai|list\s+of)?\s*"
    r"(?P<what>bobot|weights?|weighting|targets?)"
    rf"(?:\s+(?:tiap|setiap|per|masing-masing|indikator|indicators?|kinerja|pilar|pillars?|tahun"
    rf"|year|for|of|each|the|{_YEAR}))*",
    re.IGNORECASE,
)
_MOST_WORDS_OF_LAST_YEAR: Final = 6
_BESIDE_LAST_YEAR: Final = re.compile(
    r"\b(?:dan|and|dengan|with|vs|dari|from|than|terhadap|kenaikan|perubahan|changes?|seperti|lihat"
    r"|see|jangan|bila|jika|if|ini|this)\b",
    re.IGNORECASE,
)


def _years_of_data(text: str) -> set[str]:
    """Return the years that a title gives to the data: no ranges, dates or regulations."""
    is_other = _NOT_OF_THE_DATA.search(text) or len(text.split()) > _MOST_WORDS
    return set() if is_other else years_in(RANGE.sub(" ", _DATE.sub(" ", text)))


def about_titles(
    tables: Sequence[Table], years_of: Callable[[Table], AbstractSet[str]]
) -> Iterator[Finding]:
    """Yield F448 once for each table whose title is of another year, or of other values.

    *years_of* returns the years that are given for a table's data. Without one, tables whose
    titles differ in years are F449.
    """
    first: tuple[Table, str] | None = None
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


def _texts(table: Table) -> Iterator[tuple[str, Source]]:
    """Yield the texts above the header that are no labels, then the sheet's name, with places."""
    sheet = table.sheet
    block = -1
    for row, found in sheet.rows.items():
        if row >= (table.top or table.row):
            break
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


def _is_of_other_values(text: str, table: Table) -> bool:
    """Return whether *text* is a title of targets, weights or last year, and no header is."""
    other = _OTHER_VALUES.fullmatch(text)
    what = other["what"] if other else None
    last = LAST_YEAR.search(text.casefold())
    if what is None and last and len(text.split()) <= _MOST_WORDS_OF_LAST_YEAR:
        is_beside = _BESIDE_LAST_YEAR.search(text) or _NOT_OF_THE_DATA.search(text)
        what = None if is_beside else last[0]
    return what is not None and not any(
        what.casefold() in folded(cell.value) for cell in table.headers.values()
    )
