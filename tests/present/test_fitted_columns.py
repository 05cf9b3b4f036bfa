"""A table keeps figures and words whole, and says what it has no room for."""

from __future__ import annotations

import pytest

from kediri_index.present.fitted_columns import Column, Fitted, fitted

RANK = Column("Peringkat", "right", ("1", "10"), short="#")
UNIT = Column("Wilayah", "left", ("Kabupaten Contoh Satu", "Kota Dua"))
SCORE = Column("Nilai", "right", ("70,03", "1.234,56"))
PILLARS = tuple(Column(f"Pilar ke-{number}", "right", ("1", "2"), may_go=True) for number in "123")
EVERY = (RANK, UNIT, SCORE, *PILLARS)


def titles(found: Fitted) -> list[str]:
    return [column.title for column, _ in found.columns]


def used(found: Fitted) -> int:
    widths = [width for _, width in found.columns]
    return sum(widths) + 2 * (len(widths) - 1)


def test_with_room_for_all_no_line_is_broken() -> None:
    found = fitted(EVERY, 200)
    assert [width for _, width in found.columns] == [9, 21, 8, 10, 10, 10]
    assert found.left_out == 0


@pytest.mark.parametrize("width", range(34, 90))
def test_words_and_figures_are_never_broken_and_the_width_is_kept(width: int) -> None:
    found = fitted(EVERY, width)
    assert used(found) <= width
    assert all(size >= column.least for column, size in found.columns)
    assert found.left_out == len(EVERY) - len(found.columns)


def test_room_that_is_left_is_for_names_first() -> None:
    sizes = {column.title: width for column, width in fitted(EVERY, 64).columns}
    assert sizes["Wilayah"] == 21
    assert sizes["Pilar ke-3"] < 10


def test_titles_are_cut_short_before_columns_go_and_these_go_from_the_right() -> None:
    assert titles(fitted(EVERY, 56))[0] == "Peringkat"
    assert titles(fitted(EVERY, 50)) == ["#", "Wilayah", "Nilai", *(one.title for one in PILLARS)]
    assert titles(fitted(EVERY, 40)) == ["#", "Wilayah", "Nilai", "Pilar ke-1"]


def test_columns_that_go_make_room_for_names_too() -> None:
    sizes = {column.title: width for column, width in fitted(EVERY, 40).columns}
    assert sizes["Wilayah"] >= 18


def test_what_may_not_go_stays_where_nothing_fits() -> None:
    found = fitted(EVERY, 10)
    assert titles(found) == ["#", "Wilayah", "Nilai"]
    assert found.left_out == 3
