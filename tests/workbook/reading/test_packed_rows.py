"""Rows whose cells are made when they are asked for are those that would have been kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.limits import Limits
from kediri_index.model.packed_rows import ByColumn
from kediri_index.model.workbook import (
    Cell,
    CellFormat,
    CellKind,
    CellsByRow,
    PackedRow,
    Sheet,
    Workbook,
)
from kediri_index.workbook.read import read_workbook
from kediri_index.workbook.reading import delimited, packing, plain_cells

MakeXlsx = Callable[..., bytes]

NUMBERS = [Cell(2, n, CellKind.NUMBER, str(n)) for n in (1, 3, 4)]
PERCENT = Cell(2, 5, CellKind.NUMBER, "0.5", CellFormat.PERCENT)
CELLS = (*NUMBERS, PERCENT)
PACKED = PackedRow(
    2,
    tuple(one.column for one in CELLS),
    tuple(one.kind for one in CELLS),
    tuple(one.format for one in CELLS),
    [one.value for one in CELLS],
)


def test_a_packed_row_is_the_sequence_of_its_cells() -> None:
    assert len(PACKED) == 4
    assert list(PACKED) == list(CELLS)
    assert (PACKED[0], PACKED[-1], PACKED[1:3]) == (CELLS[0], PERCENT, CELLS[1:3])
    assert PACKED == CELLS
    assert PACKED not in (CELLS[:3], 1)
    assert hash(PACKED) == hash(CELLS)
    assert repr(PACKED) == repr(CELLS)


def test_its_cells_are_found_by_their_columns() -> None:
    cells = ByColumn(PACKED)
    assert {column: cells.get(column) for column in range(7)} == {
        **dict.fromkeys((0, 2, 6)),
        **{one.column: one for one in CELLS},
    }
    assert list(cells) == [1, 3, 4, 5]
    assert len(cells) == 4
    assert [column in cells for column in (1, 2)] == [True, False]


def test_a_sheet_of_packed_rows_is_equal_to_one_of_cells() -> None:
    first = (Cell(1, 1, CellKind.TEXT, "x"),)
    cells = CellsByRow({1: first, 2: PACKED})
    assert cells == (*first, *CELLS)
    assert cells != 1
    assert (cells[0], cells[-1], len(cells)) == (first[0], PERCENT, 5)
    assert (hash(cells), repr(cells)) == (hash((*first, *CELLS)), repr((*first, *CELLS)))
    packed, apart = Sheet("a", cells), Sheet("a", (*first, *CELLS))
    assert packed == apart
    assert packed.rows == apart.rows


def from_two(read: Callable[[], Workbook]) -> Workbook:
    """Return what is read where two cells are enough for a packed row; equal to what else is."""
    with ExitStack() as stack:
        for module in (packing, plain_cells, delimited):
            stack.enter_context(patch.object(module, "FEWEST", 2))
        packed = read()
    assert packed == read()
    return packed


texts = st.text('a1;, "\n\r\t', max_size=40)


@given(texts, st.sampled_from((1, 3, 100)))
def test_a_text_table_is_read_the_same(text: str, most: int) -> None:
    limits = Limits(cells=most)
    from_two(lambda: read_workbook("a.csv", f"a,b\n{text}".encode(), limits))


CELL = (
    *("<c r='{}'><v>1</v></c>", '<c r="{}"/>', '<c r="{}" s="1"><v>0.5</v></c>'),
    *('<c r="{}"><v>1</v></c>', '<c r="{}"><v>12.5</v></c>', '<c r="{}" t="s"><v>0</v></c>'),
    *(
        '<c r="{}" t="s"><v>9</v></c>',
        '<c r="{}" s="2"><v>3</v></c>',
        '<c r="{}" t="n"><v>1</v></c>',
    ),
    *(
        '<c r="{}"><f>A1</f><v>3</v></c>',
        '<c r="{}" t="b"><v>1</v></c>',
        '<c r="{}" t="s"><v>1</v></c>',
    ),
    '<c r="{}" t="inlineStr"><is><t>b</t></is></c>',
    '<c r="{}" t="inlineStr"><is><t>c _x0041_</t></is></c>',
    '<c r="{}"><is><t>1</t></is></c>',
)
plain_ones = st.sampled_from((*CELL[3:6], CELL[12]))
any_ones = st.sampled_from(CELL)


@pytest.mark.parametrize("size", [1 << 16, 100])
def test_a_sheet_is_read_the_same(
    size: int, make_xlsx: MakeXlsx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kediri_index.workbook.reading.package.CHUNK_BYTES", size)

    @given(
        rows=st.lists(
            st.lists(
                st.tuples(st.sampled_from("ABCDEFG"), st.one_of(plain_ones, plain_ones, any_ones)),
                max_size=7,
            ),
            max_size=4,
        ),
        in_order=st.integers(0, 3),
        most=st.sampled_from((3, 100)),
    )
    def same(rows: list[list[tuple[str, str]]], in_order: int, most: int) -> None:
        inner = ""
        for number, cells in enumerate(rows, 1):
            if in_order:  # else one may come twice, and before one on its left
                cells = sorted(dict(cells).items())  # noqa: PLW2901
            whole = "".join(cell.format(f"{letter}{number}") for letter, cell in cells)
            inner += f'<row r="{number}">{whole}</row>'
        data = make_xlsx(
            inner,
            strings="<si><t>a</t></si><si><t></t></si>",
            styles='<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>',
        )
        from_two(lambda: read_workbook("a.xlsx", data, Limits(cells=most)))

    same()


def test_numbers_that_say_so_are_packed_as_those_that_do_not(make_xlsx: MakeXlsx) -> None:
    styles = "<cellXfs><xf/></cellXfs>"
    cells = "".join(f'<c r="{letter}1" t="n"><v>1</v></c>' for letter in "ABCDEFGHIJKLMNOPQ")
    (sheet,) = read_workbook(
        "a.xlsx", make_xlsx(f'<row r="1">{cells}</row>', styles=styles), Limits()
    ).sheets
    assert sheet.rows[1] == tuple(Cell(1, n, CellKind.NUMBER, "1") for n in range(1, 18))
    assert isinstance(sheet.rows[1], PackedRow)


def test_a_row_with_a_few_other_cells_is_packed_all_the_same(make_xlsx: MakeXlsx) -> None:
    cells = "".join(f'<c r="{letter}1"><v>1</v></c>' for letter in "BCDEFGHIJKLMNOPQRSTU")
    name = '<c r="A1" t="inlineStr"><is><t>Kota</t></is></c>'
    styles = "<cellXfs><xf/></cellXfs>"
    for first, kind in ((name, PackedRow), (name.replace("<is>", "<f>X1</f><is>"), tuple)):
        data = make_xlsx(f'<row r="1">{first}{cells}</row>', styles=styles)
        (sheet,) = read_workbook("a.xlsx", data, Limits()).sheets
        assert type(sheet.rows[1]) is kind
        assert len(sheet.cells) == 21
        assert [one.column for one in sheet.cells] == list(range(1, 22))


def test_what_is_on_the_last_column_is_as_it_is(make_xlsx: MakeXlsx) -> None:
    cells = "".join(f'<c r="XF{letter}1"><v>1</v></c>' for letter in "ABCDEFGH")
    data = make_xlsx(f'<row r="1">{cells}</row>', styles="<cellXfs><xf/></cellXfs>")
    found = from_two(lambda: read_workbook("a.xlsx", data, Limits()))
    assert [one.code for one in found.findings] == ["F216"] * 4
