"""Scores that were met before come to what the model makes of each."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.profile import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.score_rule import score_value
from kediri_index.sheets.rows import row
from kediri_index.usecases.check import Checked
from tests.findings.building import ANSWERS, HERE, checked, csv_table, long_sheet
from tests.property.test_rows import IDS, TEXT, all_by_the_model, as_csv, values

FORM = (
    *("No", "Kode", "Indikator", "OPD pengampu", "Satuan", "Bukti dukung", "Wilayah", "Tahun"),
    *("Nilai mandiri", "Nilai asesor 1", "Nilai asesor 2", "Target", "Realisasi", "Capaian"),
)
texts = st.sampled_from((None, None, "", " ", "Dinas A", "n/a", "#N/A"))
years = st.sampled_from((None, 2022, "2022", "22", "#N/A"))
scores = st.one_of(st.integers(0, 4), st.sampled_from((None, 2.5, 3.25)))
named = [(one, f"Hasil {at // 2}") for at, one in enumerate(IDS)]
right = st.sampled_from(named)
wrong = st.sampled_from(
    (
        *((None, "Hasil 0"), ("M-0", None), ("M-0", " "), ("M-0", "Hasil 1"), ("a", "Bagian A")),
        *((" m-0 ", "Hasil 0"), ("M-0", "hasil  0"), ("M-99", "Hasil 0"), ("Total", None)),
        *((None, None), ("", ""), ("#N/A", "Hasil 0"), ("M-0", "Lain")),
    )
)
keys = st.one_of(right, right, right, wrong)


@st.composite
def forms(draw: st.DrawFn) -> list[list[list[object]]]:
    """Tables with the same columns and mostly the same rows, whose figures are few."""
    kept = sorted(draw(st.sets(st.integers(1, len(FORM) - 1), min_size=2)) | {1})
    rows = draw(st.lists(keys, min_size=1, max_size=6))

    def row(code: str | None, name: str | None) -> list[object]:
        asked = scores if draw(st.integers(0, 5)) else values
        said = [1, code, name, *(draw(texts) for _ in range(4)), draw(years)]
        measured = values if draw(st.booleans()) else st.none()
        said += [draw(asked) for _ in range(3)] + [draw(measured) for _ in range(3)]
        return [said[at] for at in kept]

    header: list[object] = [FORM[at] for at in kept]
    return [[header, *(row(*key) for key in rows)] for _ in range(draw(st.integers(1, 3)))]


def both(*books: Workbook, text: str = TEXT, hints: Hints = HERE) -> Checked:
    found = checked(*books, text=text, hints=hints)
    with all_by_the_model():
        expected = checked(*books, text=text, hints=hints)
    assert found._replace(scores=expected.scores) == expected
    assert kinds(found) == kinds(expected)
    return found


def kinds(found: Checked) -> list[list[type[str]]]:
    """Whether texts are stored digits, which equal the same text that was typed."""
    answers = [answer for unit in found.data.units for answer in unit.answers.values()]
    return [[type(one.text) for one in readings(answer)] for answer in answers]


def readings(answer: Answer) -> list[Reading]:
    every = (answer.self_score, *answer.assessor, answer.measure, answer.target, answer.achievement)
    return [one for one in every if one is not None]


@settings(max_examples=25)
@given(tables=forms())
def test_forms_with_the_same_rows_come_to_the_same_one_by_one(
    tables: list[list[list[object]]],
) -> None:
    both(*(long_sheet(*rows, path=f"{at}.xlsx") for at, rows in enumerate(tables)))
    both(*(csv_table(as_csv(rows), f"{at}.csv") for at, rows in enumerate(tables)))


HEADER = ("Kode", "Indikator", "Nilai mandiri", "Nilai asesor", "Realisasi", "Bukti dukung")
FIRST = ("A-1", "Layanan daring", 3, 2.5, None, "https://a.example")


@pytest.mark.parametrize(
    "row",
    [
        ("A-1", "Waktu layanan", 3, 2.5, None, "x"),
        ("A-1", "Layanan daring", "3", 2.5, None, "x"),
        ("A-1", "Layanan daring", 3, 2.5, 7, "x"),
        ("A-1", "Layanan daring", 3, 9, None, "x"),
        ("A-1", "Layanan daring", 3, True, None, "x"),
        ("A-9", "Layanan daring", 3, 2.5, None, "x"),
        (None, "Layanan daring", 3, 2.5, None, "x"),
    ],
)
def test_a_row_that_says_more_is_read_as_any_other(row: tuple[object, ...]) -> None:
    both(long_sheet(HEADER, FIRST, row), text=ANSWERS)


def test_a_score_is_validated_once_for_all_files_of_a_form() -> None:
    rows = [FIRST, ("A-2", "Waktu layanan", 2.5, 3, None, None)]
    books = [long_sheet(HEADER, *rows, path=f"{name}.xlsx") for name in "ab"]
    with patch.object(row, "score_value", wraps=score_value) as scored:
        checked(*books, text=ANSWERS)
    assert sorted(call.args[1] for call in scored.call_args_list) == [2.5, 3]
