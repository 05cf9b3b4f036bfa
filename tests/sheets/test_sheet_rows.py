"""Rows of a sheet: what cells they are made of, and what is asked of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.workbook import (
    EMPTY,
    LOOKS,
    NUMBER,
    TEXT,
    Cell,
    CellFormat,
    CellKind,
    Row,
    Sheet,
    row_of,
    rows_of,
)

cells = st.builds(
    Cell,
    st.integers(1, 4),
    st.one_of(st.integers(1, 9), st.integers(1, 16384)),
    st.sampled_from(CellKind),
    st.text("a1", min_size=1, max_size=2),
    st.sampled_from(CellFormat),
    st.booleans(),
)


@given(st.lists(cells, unique_by=lambda cell: cell[:2]).map(sorted))
def test_rows_hold_the_cells_they_are_made_of(wanted: list[Cell]) -> None:
    sheet = Sheet("a", rows_of(wanted))
    assert sheet.cells == tuple(wanted)
    assert sheet.filled == len(wanted)
    assert [*sheet.rows] == sorted({one.row for one in wanted})
    assert [sheet.cell(one.row, one.column) for one in wanted] == wanted
    for row in sheet.rows.values():
        columns = [one.column for one in wanted if one.row == row.number]
        assert (row.filled, [one.column for one in row.cells()]) == (len(columns), columns)


def test_a_row_says_of_each_column_what_is_in_it() -> None:
    cells = [Cell(7, 2, CellKind.TEXT, "a"), Cell(7, 4, CellKind.NUMBER, "2.50")]
    row = rows_of(cells)[7]
    assert row == Row(7, range(2, 5), bytes([TEXT, EMPTY, NUMBER]), ("a", "", "2.50"))
    assert [row.text(column) for column in range(6)] == ["", "", "a", "", "2.50", ""]
    assert [row.look(column) for column in range(1, 5)] == [EMPTY, TEXT, EMPTY, NUMBER]
    assert [row.kind(column) for column in (1, 2, 4)] == [None, CellKind.TEXT, CellKind.NUMBER]
    assert [row.cell(column) for column in (1, 2, 3, 4)] == [None, cells[0], None, cells[1]]
    assert cells[1].address == "D7"


def test_a_row_is_the_same_however_its_parts_came() -> None:
    whole = row_of(1, range(2, 4), bytes([TEXT, NUMBER]), ("a", "1"))
    assert row_of(1, [2, 3], bytes([TEXT, NUMBER]), ["a", "1"]) == whole
    around = bytes([EMPTY, TEXT, NUMBER, EMPTY])
    assert row_of(1, range(1, 5), around, ["", "a", "1", ""]) == whole
    assert row_of(1, range(1, 5), bytes(4), [""] * 4) is None


def test_few_cells_far_apart_take_no_place_between_them() -> None:
    row = rows_of([Cell(1, 1, CellKind.TEXT, "a"), Cell(1, 16384, CellKind.TEXT, "b")])[1]
    assert (row.columns, row.texts) == ((1, 16384), ("a", "b"))
    assert (row.text(1), row.text(2), row.text(16384)) == ("a", "", "b")


def test_a_cell_put_into_a_row_stands_in_its_column() -> None:
    row = rows_of([Cell(3, 1, CellKind.TEXT, "a"), Cell(3, 3, CellKind.TEXT, "c")])[3]
    anchor = Cell(2, 2, CellKind.NUMBER, "1", CellFormat.PERCENT)
    assert row.with_cells([anchor]).cells()[1] == anchor._replace(row=3)
    assert {look.format for look in LOOKS.values()} == {*CellFormat}


def test_a_wide_row_with_few_filled_cells_has_those_alone() -> None:
    looks = bytes([TEXT, *[EMPTY] * 98, TEXT])
    row = row_of(7, range(1, 101), looks, ["a", *[""] * 98, "b"])
    assert row is not None
    assert [(one.column, one.value) for one in row.cells()] == [(1, "a"), (100, "b")]
    assert row == row_of(7, [1, 100], bytes([TEXT, TEXT]), ["a", "b"])
