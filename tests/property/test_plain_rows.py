"""Plain rows of long tables, kept as numbers, come to what each row comes to alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.workbook import Span, Workbook
from kediri_index.sheets import assemble
from kediri_index.sheets.rows import plain as plain_rows
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition, percent, workbook
from tests.property.test_arrays import many_cells, sums
from tests.property.test_bulk import IDS, definitions, odd_texts, plain_texts
from tests.scores_as_text import score_csv, score_json

Rows = list[list[str]]

COLUMNS = ("Wilayah", "Tahun", "Kode", "Indikator", "No", "Keterangan")
MORE = ("Nilai mandiri", "Bukti dukung", "OPD pengampu", "Target", "Satuan")
values = st.one_of(many_cells, many_cells, many_cells, odd_texts)
spellings = (*IDS, *map(str.lower, IDS), *map(" {} ".format, IDS))
no_ids = ("X-9", "A1", "Jumlah", "Rata-rata", "a", "c", "", "", "", "Kode", "Sumber: BPS")
ids = st.sampled_from(spellings) | st.sampled_from(no_ids)
OTHERS = {
    "Kode": ids,
    "Indikator": ids,
    "Wilayah": st.sampled_from(("", " ", "#N/A", "#N/A", "Kota 0", "KOTA  0", "Kota 9")),
    "Tahun": st.sampled_from(("", " ", "#N/A", "2022 ", "dua ribu", "1850", "22", "2023")),
}


@st.composite
def long_tables(draw: st.DrawFn) -> Rows:
    """Rows of some units and years in any order, faults and repetitions among them."""
    value = draw(st.sampled_from(("Nilai asesor", "Nilai asesor", "Realisasi")))
    header = [*COLUMNS[: draw(st.integers(3, 6))], value]
    if draw(st.integers(0, 9)) == 0:
        header.append(draw(st.sampled_from(MORE)))
    header = [one for one in header if one not in draw(_left_out)]
    if draw(st.booleans()):
        header = draw(st.permutations(header))
    units = [f"Kota {name}" for name in range(draw(st.integers(1, 4)))]
    years = ("2022", "2023")[: draw(st.integers(1, 2))]
    keys = [(unit, year, one) for unit in units for year in years for one in IDS]
    rows = [_row(draw, header, key) for key in keys if draw(st.integers(0, 9))]
    if rows:
        rows += [[*draw(st.sampled_from(rows))] for _ in range(draw(st.integers(0, 3)))]
        for _ in range(draw(st.integers(0, 5))):
            _spoil(draw, header, draw(st.lists(st.sampled_from(rows), min_size=1, max_size=8)))
    if draw(st.booleans()):
        rows = draw(st.permutations(rows))
    return [list(header), *rows]


_left_out = st.sampled_from(
    ((), (), (), (), ("Tahun",), ("Wilayah",), ("Wilayah", "Tahun"), ("Kode",))
)


def _row(draw: st.DrawFn, header: Sequence[str], key: tuple[str, str, str]) -> list[str]:
    unit, year, one = key
    said = {"Wilayah": unit, "Tahun": year, "Kode": one, "Indikator": one, "No": "1"}
    said["Keterangan"] = draw(st.sampled_from(("", "baik")))
    return [said[name] if name in said else draw(values) for name in header]


def _spoil(draw: st.DrawFn, header: Sequence[str], rows: Rows) -> None:
    """Let one cell of each of *rows* say something else, the same in all, or nothing."""
    at = draw(st.integers(0, len(header) - 1))
    said = draw(OTHERS.get(header[at], odd_texts))
    for row in rows:
        row[at] = said


def as_csv(rows: Rows, path: str = "panjang.csv") -> Workbook:
    text = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    return csv_table(text, path)


def as_numbers(rows: Rows) -> Workbook:
    """A workbook whose cells are numbers where they can be, some as a percentage."""

    def value(text: str) -> object:
        if text == "12%":
            return percent(0.12)
        try:
            return float(text) if text != "2022" else 2022
        except ValueError:
            return text or None

    return workbook({"Data": [rows[0], *(list(map(value, row)) for row in rows[1:])]})


@contextmanager
def row_by_row() -> Iterator[None]:
    with patch.object(assemble, "plain_rows", lambda *_: None):
        yield


def both(
    used: Definition,
    books: Sequence[Workbook],
    profile: Profile | None = None,
    said: Hints | None = None,
    bounds: Limits | None = None,
) -> tuple[ScoreOutcome, ScoreOutcome]:
    submission = Submission(tuple(books), limits=bounds or Limits())

    def outcome() -> ScoreOutcome:
        return score(submission, used, profile, hints=said, allow_errors=True)

    plain = outcome()
    shown = shown_of(plain)
    with row_by_row():
        ordinary = outcome()
        expected = shown_of(ordinary)
    assert shown == expected
    assert plain == ordinary
    return plain, ordinary


def shown_of(found: ScoreOutcome) -> tuple[str, str]:
    return score_csv(found), score_json(found, Language.EN, detail=True)


@settings(max_examples=30)
@given(used=st.one_of(sums(), definitions()), rows=long_tables())
def test_a_long_text_table_comes_to_the_same_row_by_row(used: Definition, rows: Rows) -> None:
    both(used, [as_csv(rows)])


@settings(max_examples=15)
@given(used=st.one_of(sums(), definitions()), rows=long_tables())
def test_a_long_sheet_comes_to_the_same_row_by_row(used: Definition, rows: Rows) -> None:
    both(used, [as_numbers(rows)])


PROFILE = Profile(unit="Kota 0", also=("Kota Nol", "Kota 1"))
limits = st.sampled_from((Limits(), Limits(), Limits(findings=3), Limits(units=3)))
hints = st.sampled_from((None, Hints(unit="Kota 1", year=2022), Hints(decimal_mark=",")))


@settings(max_examples=10)
@given(sums(), long_tables(), long_tables(), st.sampled_from((None, PROFILE)), hints, limits)
def test_two_files_about_the_same_units_too(
    used: Definition,
    rows: Rows,
    other: Rows,
    profile: Profile | None,
    said: Hints | None,
    bounds: Limits,
) -> None:
    both(used, [as_csv(rows), as_csv(other, "lagi.csv")], profile, said, bounds)


@settings(max_examples=8)
@given(used=sums(), rows=long_tables(), cells=st.lists(plain_texts, min_size=6, max_size=6))
def test_a_wide_row_may_stand_beside_them(used: Definition, rows: Rows, cells: list[str]) -> None:
    wide = as_csv([["unit", "year", *IDS], ["Kota 0", "2022", *cells]], "lebar.csv")
    both(used, [as_csv(rows), wide])
    both(used, [wide, as_csv(rows)])


HEADER = ["Wilayah", "Tahun", "Kode", "Nilai asesor"]


def answers_of(found: ScoreOutcome) -> list[object]:
    assert found.data is not None
    return [unit.answers for unit in found.data.units]


def test_the_plain_way_is_taken_and_can_be_taken_away() -> None:
    rows = [[unit, "2022", one, "3"] for unit in ("Kota A", "Kota B") for one in ("A-1", "A-2")]
    plain, ordinary = both(definition(), [as_csv([HEADER, *rows])])
    for answers in answers_of(plain):
        assert isinstance(answers, UnitAnswers)
        assert not answers.others
        assert len(answers) == 2
    assert [type(answers) for answers in answers_of(ordinary)] == [dict, dict]


@pytest.mark.parametrize("again", [["3"], ["3", "3"], ["2"], ["n/a"], ["n/a", "3"], [""]])
def test_a_row_that_is_there_already_is_compared_with_the_first(again: list[str]) -> None:
    texts = ["3", *again]
    for order in (texts, texts[::-1]):
        rows = [["Kota A", "2022", "A-1", text] for text in order]
        both(definition(), [as_csv([HEADER, *rows, ["Kota A", "2022", "A-2", "4"]])])


NAMED = ["No", "Wilayah", "Tahun", "Kode", "Indikator", "Nilai asesor"]
KOTA = ["1", "Kota A", "2022", "A-1", "Layanan daring", "3"]


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ("No", ("", "")),
        ("Wilayah", ("#N/A", "#N/A", "#N/A")),
        ("Wilayah", ("", "")),
        ("Wilayah", (" ", " ", " ")),
        ("Wilayah", ("kota a", "KOTA  A", "Kota B", "kota b")),
        ("Wilayah", ("2022", "2022")),
        ("Tahun", ("#N/A", "#N/A", "#N/A")),
        ("Tahun", ("", "")),
        ("Tahun", (" ", " ", " ")),
        ("Tahun", ("dua", "dua", "22", "22", "2023 ", "2023 ")),
        ("Kode", ("", "", "a-2", " A-2 ", "A-3", "Jumlah", "#N/A")),
        ("Indikator", ("", "Waktu layanan", "Waktu layanan", "layanan daring", " Layanan daring ")),
        ("Nilai asesor", ("", "4", "3", "n/a", "5", "1,5", "#N/A", "12%", "-", "x")),
    ],
)
def test_a_cell_that_says_something_else_is_found_in_every_row(
    column: str, texts: Sequence[str]
) -> None:
    other = ["2", "Kota A", "2022", "A-2", "Waktu layanan", "2"]
    at = NAMED.index(column)
    spoilt = [[*row[:at], text, *row[at + 1 :]] for text in texts for row in (KOTA, other)]
    for header, rows in ((NAMED, spoilt), (NAMED[1:], [row[1:] for row in spoilt])):
        for order in ([KOTA, other], [KOTA], [other], []):
            table = [header, *(row[-len(header) :] for row in order), *rows]
            both(definition(), [as_csv(table)])
            both(definition(), [as_numbers(table)], said=Hints(unit="Kota C", year=2023))


@pytest.mark.parametrize("bounds", [(3, 2, 4, 2), (3, 5, 4, 6), (2, 1, 3, 1)])
def test_hidden_rows_and_merged_cells_are_told_of(bounds: tuple[int, int, int, int]) -> None:
    rows = [["Kota A", "2022", one, text] for one, text in (("A-1", "3"), ("A-2", "4"))]
    rows += [["", "2022", "A-1", "2"], ["Kota B", "2022", "A-2", ""]]
    book = as_numbers([[*HEADER, "x"], *([*row, ""] for row in rows)])
    (sheet,) = book.sheets
    for change in ({"hidden_rows": frozenset({3})}, {"merged": (Span(*bounds),)}):
        changed = replace(sheet, **change)
        both(definition(), [book._replace(sheets=(changed,))])


def test_two_columns_of_values_are_read_both() -> None:
    for more in ("Nilai asesor 2", "Realisasi", "Nilai mandiri"):
        rows = [["Kota A", "2022", one, "3", "4"] for one in ("A-1", "A-2")]
        both(definition(), [as_csv([[*HEADER[:3], "Nilai asesor 1", more], *rows])])
        both(definition(), [as_csv([[*HEADER[:3], more, "Nilai asesor"], *rows])])


def test_few_rows_of_many_units_hold_no_more_places_than_rows() -> None:
    with patch.object(plain_rows, "_MOST_PLACES", 1):
        rows = [[f"Kota {name}", "2022", "A-1", "3"] for name in range(9)]
        plain, _ = both(definition(), [as_csv([HEADER, *rows])])
    kinds = [type(answers) for answers in answers_of(plain)]
    assert kinds == [UnitAnswers] * 5 + [dict] * 4


def test_a_file_that_only_repeats_another_but_for_a_plain_row_is_no_copy() -> None:
    rows = [["Kota A", "2022", one, "3"] for one in ("A-1", "A-2")]
    other = [["Kota B", "2022", "A-1", "4"], *rows]
    books = [as_csv([HEADER, *rows]), as_csv([HEADER, *other], "lagi.csv")]
    plain, _ = both(definition(), books)
    codes = [one.code for one in plain.findings]
    assert codes.count("X304") == len(rows)
    assert "X306" not in codes
