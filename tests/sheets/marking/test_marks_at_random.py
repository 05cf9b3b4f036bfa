"""Any sheet, any cells: nothing lost by marks, and nothing left of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.findings import Severity
from kediri_index.model.workbook import column_letters
from tests.sheets.marking.copies import (
    not_shown,
    note,
    opened,
    parts,
    read,
    saved_by_openpyxl,
    with_marks,
    without_marks,
)

ROWS, COLUMNS = 6, 5
STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill><fill><patternFill/></fill>"
    '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>'
    '<borders><border/></borders><cellXfs count="3"><xf fillId="0"/><xf fillId="2"/>'
    '<xf numFmtId="9" fillId="0"/></cellXfs>'
)


class Written(NamedTuple):
    """What stands in a sheet, and the addresses to mark with how heavy they weigh."""

    inside: str
    marks: dict[tuple[int, int], Severity]


@st.composite
def sheets(draw: st.DrawFn) -> Written:
    """A sheet with gaps, with and without addresses, empty elements, spans, and merges."""
    rows = []
    previous = 0
    for number in sorted(draw(st.sets(st.integers(1, ROWS)))):
        cells = []
        last = 0
        for column in sorted(draw(st.sets(st.integers(1, COLUMNS)))):
            said = column != last + 1 or draw(st.booleans())
            address = f' r="{column_letters(column)}{number}"' if said else ""
            style = draw(st.sampled_from(["", ' s="0"', ' s="1"', " s='2'"]))
            value = draw(st.sampled_from(["", "<v>1</v>", "<f>1+1</f><v>2</v>", "<f>1</f>"]))
            end = "/>" if not value and draw(st.booleans()) else f">{value}</c>"
            cells.append(f"<c{address}{style}{end}")
            last = column
        said = number != previous + 1 or draw(st.booleans())
        head = f' r="{number}"' if said else ""
        head += draw(
            st.sampled_from(["", ' spans="1:5"', ' spans="2:3"', ' s="1" customFormat="1"'])
        )
        end = "/>" if not cells and draw(st.booleans()) else f">{''.join(cells)}</row>"
        rows.append(f"<row{head}{end}")
        previous = number
    places = st.tuples(st.integers(1, ROWS + 2), st.integers(1, COLUMNS + 2))
    weights = st.sampled_from([Severity.ERROR, Severity.WARNING])
    marks = draw(st.dictionaries(places, weights, min_size=1, max_size=8))
    merge = draw(st.sampled_from(["", '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>']))
    return Written(f"<sheetData>{''.join(rows)}</sheetData>{merge}", marks)


@given(sheets())
@settings(max_examples=40)
def test_any_cells_are_marked_and_all_is_taken_back(
    make_book: Callable[..., bytes], sheet: Written
) -> None:
    data = make_book(sheet.inside, styles=STYLES)
    addresses = {f"{column_letters(c)}{r}": weight for (r, c), weight in sheet.marks.items()}
    notes = [note(address, severity=weight) for address, weight in addresses.items()]
    copy = with_marks(data, *notes)
    assert read(copy).sheets == read(data).sheets
    under = {f"{c}{r}" for c in "BCD" for r in "23"} if "mergeCell" in sheet.inside else set()
    seen = {"B2" if address in under else address for address in addresses}
    book = opened(copy)
    assert not_shown(book, [("Lembar1", address) for address in seen]) == []
    assert with_marks(copy, *notes) == copy
    assert parts(without_marks(copy)) == parts(data)
    saved = opened(without_marks(saved_by_openpyxl(book)))["Lembar1"]
    original = opened(data)["Lembar1"]
    for row in range(1, ROWS + 3):
        for column in range(1, COLUMNS + 3):
            now, then = saved.cell(row, column), original.cell(row, column)
            assert now.comment is None
            if then.has_style:
                assert now.fill.fgColor.rgb == then.fill.fgColor.rgb
