"""A table keeps figures and words whole, and says what it has no room for."""

from __future__ import annotations

import pytest

from kediri_index.present.document import ColumnKind, Table, TableCell, TableColumn
from kediri_index.present.renderers.layout import FittedColumn, fitted

COLUMNS = (
    TableColumn("Peringkat", ColumnKind.NUMBER, short="#"),
    TableColumn("Wilayah"),
    TableColumn("Nilai", ColumnKind.NUMBER),
    *(TableColumn(f"Pilar ke-{at}", ColumnKind.NUMBER, may_go=True) for at in range(1, 4)),
)
ROWS = (
    ("1", "Kabupaten Contoh Satu", "70,03", "1", "1", "1"),
    ("10", "Kota Dua", "1.234,56", "2", "2", "2"),
)
EVERY = Table("units", "", COLUMNS, tuple(tuple(map(TableCell, row)) for row in ROWS), 1)


def titles(found: list[FittedColumn]) -> list[str]:
    return [one.title for one in found]


def width_of(found: list[FittedColumn]) -> int:
    return sum(one.width for one in found) + 2 * (len(found) - 1)


def test_with_room_for_all_no_line_is_broken() -> None:
    assert [one.width for one in fitted(EVERY, 200)] == [9, 21, 8, 10, 10, 10]


@pytest.mark.parametrize("room", range(34, 90))
def test_words_and_figures_are_never_broken_and_the_width_is_kept(room: int) -> None:
    found = fitted(EVERY, room)
    assert width_of(found) <= room
    least = {"Peringkat": 2, "Wilayah": 9, "Nilai": 8}
    assert all(one.width >= least.get(one.column.title, 5) for one in found)


def test_room_that_is_left_is_for_names_first() -> None:
    widths = {one.column.title: one.width for one in fitted(EVERY, 64)}
    assert widths["Wilayah"] == 21
    assert widths["Pilar ke-3"] < 10


def test_titles_are_cut_short_before_columns_go_and_these_go_from_the_right() -> None:
    pillars = [one.title for one in COLUMNS[3:]]
    assert titles(fitted(EVERY, 64))[0] == "Peringkat"
    assert titles(fitted(EVERY, 56)) == ["#", "Wilayah", "Nilai", *pillars]
    assert titles(fitted(EVERY, 42)) == ["#", "Wilayah", "Nilai", "Pilar ke-1"]


def test_columns_that_go_make_room_for_names_too() -> None:
    widths = {one.column.title: one.width for one in fitted(EVERY, 40)}
    assert widths["Wilayah"] >= 21


def test_what_may_not_go_stays_where_nothing_fits() -> None:
    found = fitted(EVERY, 20)
    assert titles(found) == ["#", "Wilayah", "Nilai"]
    assert width_of(found) <= 20


def test_a_bar_that_may_go_does_so_before_a_name_is_broken_or_a_figure_goes() -> None:
    figures = (TableColumn(f"{year}", ColumnKind.NUMBER, may_go=True) for year in (2022, 2023))
    bar = TableColumn("", ColumnKind.BOTH_WAYS, may_go=True)
    cells = ("Kabupaten Rekaan 1", "60,12", "61,34", "")
    table = Table("t", "", (TableColumn("Daerah"), *figures, bar), (tuple(map(TableCell, cells)),))
    assert [one.at for one in fitted(table, 53)] == [0, 1, 2, 3]
    for room in (52, 32):
        assert [(one.at, one.width) for one in fitted(table, room)] == [(0, 18), (1, 5), (2, 5)]
