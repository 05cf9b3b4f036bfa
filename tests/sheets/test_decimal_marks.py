"""The decimal mark belongs to the table: its own numbers prove it, or one finding asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of, repair_by_agency, repair_of
from kediri_index.model.findings import Finding, unfolded
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import (
    ANSWERS,
    HERE,
    checked,
    codes,
    csv_table,
    measured,
    places,
    scores,
    text_xlsx,
)

OPEN = ANSWERS.replace("max: 4", "max: 1000000")
"""Both readings are possible."""
Rows = Sequence[Sequence[str]]


def wide(*rows: Sequence[str]) -> Rows:
    return [("unit", "A-1", "A-2"), *((f"Kota {n}", *row) for n, row in enumerate(rows, 1))]


def long(*rows: Sequence[str]) -> Rows:
    return [("Kode", "Target", "Realisasi"), *rows]


def as_csv(rows: Rows) -> Workbook:
    return csv_table("".join(";".join(row) + "\n" for row in rows))


def as_xlsx(rows: Rows) -> Workbook:
    return read_workbook("isian.xlsx", text_xlsx(rows), Limits())


def swapped(rows: Rows) -> Rows:
    """The same with commas for points and the reverse."""
    return [[text.translate(str.maketrans(".,", ",.")) for text in row] for row in rows]


def about_marks(book: Workbook, text: str, hints: Hints = HERE) -> list[Finding]:
    about = {"C121", "C122", "C140", "F456", "F457"}
    found = checked(book, text=text, hints=hints).findings
    return [finding for finding in found if finding.code in about]


def said(finding: Finding) -> tuple[str, str]:
    return message_of(finding, Language.EN), message_of(finding, Language.ID)


def values(book: Workbook, text: str, hints: Hints = HERE) -> dict[str, list[Fraction | None]]:
    """The scores that are read, by indicator, unit after unit."""
    units = checked(book, text=text, hints=hints).data.units
    return {
        node: [unit.answers[node].assessor[0].number for unit in units] for node in ("A-1", "A-2")
    }


POINTS = wide(("1.234", "27.3415"), ("12.5", "300.125"), ("2", "1.000"))


@pytest.mark.parametrize("book", [as_csv, as_xlsx])
@pytest.mark.parametrize("rows", [POINTS, swapped(POINTS)], ids=["points", "commas"])
def test_the_mark_that_numbers_prove_holds_for_the_whole_table_with_one_note(
    rows: Rows, book: Callable[[Rows], Workbook]
) -> None:
    assert values(book(rows), OPEN) == {
        "A-1": [Fraction("1.234"), Fraction("12.5"), 2],
        "A-2": [Fraction("27.3415"), Fraction("300.125"), 1],
    }
    (note,) = about_marks(book(rows), OPEN)
    proof, first = rows[1][2], rows[1][1]
    assert (note.code, note.cell, note.value) == ("F456", "C2", proof)
    assert note.params == {"mark": proof[2], "among": 3, "first": first, "place": "B2"}


def test_the_note_says_what_proves_the_mark_and_how_to_name_another() -> None:
    (note,) = about_marks(as_csv(POINTS), OPEN)
    assert said(note) == (
        (
            "«27.3415» shows that the decimal mark of this table is «.»; values with two "
            "readings, read by this mark: 3 (first «1.234» in B2)"
        ),
        (
            "«27.3415» menunjukkan bahwa tanda desimal tabel ini «.»; isian dengan dua bacaan yang "
            "dibaca demikian: 3 (pertama «1.234» di B2)"
        ),
    )


@pytest.mark.parametrize(
    ("proof", "read"),
    [
        *((one, "1.234") for one in ("27.3415", "12.5", "0.234", "-0.5", "12345.678", "1,234.5")),
        *((one, "1.234") for one in ("1,234,567", "98.63 %", "1.5e3", "1.234e3")),
        *((one, "1234") for one in ("27,3415", "0,234", "1.234.567", "1.234,5", "2,5E-1")),
    ],
)
def test_a_number_with_one_reading_only_proves_the_mark(proof: str, read: str) -> None:
    book = as_csv(wide(("1.234", proof), ("1.234", "")))
    assert codes(about_marks(book, OPEN)) == ["F456"]
    assert values(book, OPEN)["A-1"] == [Fraction(read), Fraction(read)]


@pytest.mark.parametrize("other", ["27", "1234567", "3%", "n/a", "1.2.3", "5.", "2.345", "2,345"])
def test_other_texts_prove_nothing(other: str) -> None:
    assert codes(about_marks(as_csv(wide(("1.234", other), ("1.235", ""))), OPEN)) == ["F457"]


@pytest.mark.parametrize(
    "book",
    [
        as_xlsx([("Kode", "Nilai asesor", "Keterangan"), ("A-1", "1.234", "27.5")]),
        as_xlsx([("Kode", "Indikator", "Nilai asesor"), ("A-1", "0.5", "1.234")]),
        scores(("A-1", "1.234"), ("A-2", 27.5)),
        as_xlsx(wide(("1.234", "1.5e3"))),  # exponents are numbers of programs
    ],
)
def test_what_is_no_text_number_of_a_value_column_proves_nothing(book: Workbook) -> None:
    assert codes(about_marks(book, OPEN)) == ["C121"]


def test_a_target_proves_the_mark_of_results() -> None:
    text = measured("method: goalposts, min: 0, max: 9000")
    (note,) = about_marks(as_xlsx(long(("M-1", "12,5", "1.234"))), text)
    assert (note.code, note.cell) == ("F456", "B2")


def test_each_table_has_its_own_mark() -> None:
    books = (as_csv(POINTS), csv_table("unit;A-1;A-2\nKota B;1.234;2,5\n", "lain.csv"))
    found = checked(*books, text=OPEN)
    assert [(one.file, one.params["mark"]) for one in found.findings if one.code == "F456"] == [
        ("isian.csv", "."),
        ("lain.csv", ","),
    ]


def test_without_proof_one_error_counts_the_cells_and_shows_three() -> None:
    rows = wide(*((f"{n}.234", f"{n},5{n % 10}0") for n in range(1, 600)))
    (error,) = about_marks(as_csv(rows), OPEN)
    assert (error.code, error.cell, error.value) == ("F457", "B2", "1.234")
    assert said(error) == (
        (
            "values of this table with two readings: 1,198, namely «1.234» in B2 (1.234 or 1234), "
            "«1,510» in C2 (1.51 or 1510), «2.234» in B3 (2.234 or 2234), and 1,195 more; no other "
            "number of the table shows its decimal mark"
        ),
        (
            "isian dengan dua bacaan di tabel ini: 1.198, yaitu «1.234» di B2 (1,234 atau 1234), "
            "«1,510» di C2 (1,51 atau 1510), «2.234» di B3 (2,234 atau 2234), dan 1.195 lagi; "
            "tidak ada angka lain di tabel ini yang menunjukkan tanda desimalnya"
        ),
    )


def test_with_proof_of_both_the_error_names_a_cell_of_each() -> None:
    rows = wide(("1.234", "27.3415"), ("2.234", "27,3415"))
    (error,) = about_marks(as_csv(rows), OPEN)
    assert said(error) == (
        (
            "values of this table with two readings: 2, namely «1.234» in B2 (1.234 or 1234), "
            "«2.234» in B3 (2.234 or 2234); «27.3415» in C2 shows the decimal mark «.», «27,3415» "
            "in C3 shows the decimal mark «,»"
        ),
        (
            "isian dengan dua bacaan di tabel ini: 2, yaitu «1.234» di B2 (1,234 atau 1234), "
            "«2.234» di B3 (2,234 atau 2234); «27.3415» di C2 menunjukkan tanda desimal «.», "
            "«27,3415» di C3 menunjukkan tanda desimal «,»"
        ),
    )
    assert values(as_csv(rows), OPEN)["A-2"] == [Fraction("27.3415"), Fraction("27.3415")]


def test_a_single_cell_with_two_readings_is_its_own_error() -> None:
    assert places(about_marks(as_csv(wide(("1.234", "5"))), OPEN)) == [("C121", "B2")]


@pytest.mark.parametrize("mark", [",", "."])
@pytest.mark.parametrize(
    "rows", [POINTS, swapped(POINTS), wide(("1.234", "1.235")), wide(("1.234", "27,34"))]
)
def test_the_mark_that_the_user_names_holds_for_all_without_a_note(rows: Rows, mark: str) -> None:
    named = Hints(year=2022, decimal_mark=mark)
    assert about_marks(as_csv(rows), OPEN, named) == []
    (first, *_) = values(as_csv(rows), OPEN, named)["A-1"]
    assert first == Fraction("1.234" if mark in rows[1][1] else 1234)


def test_without_proof_the_only_possible_readings_are_taken_with_one_note() -> None:
    rows = wide(*((f"{n % 4}.200", "3") for n in range(1, 12) if n % 4))
    (note,) = about_marks(as_csv(rows), ANSWERS)
    assert (note.code, note.cell) == ("C122", "B2")
    assert said(note) == (
        (
            "«1.200» was read as 1.2; the other reading, 1200, lies outside 0–4; likewise B3, B4, "
            "B5, and 5 more"
        ),
        "«1.200» dibaca 1,2; bacaan lain, 1200, di luar 0–4; begitu juga B3, B4, B5, dan 5 lagi",
    )


@pytest.mark.parametrize(
    ("many", "found", "more"),
    [(1, 1, ""), (10, 10, ""), (11, 1, "; likewise B3, B4, B5, and 7 more")],
)
def test_what_only_the_other_mark_makes_possible_is_an_error_of_its_cell(
    many: int, found: int, more: str
) -> None:
    rows = wide(*[("3.200", "1,5")] * many)
    errors = about_marks(as_csv(rows), ANSWERS)
    cells = [cell for one in unfolded(errors) for cell in places([one])]
    assert cells == [("C140", f"B{row}") for row in range(2, 2 + found)]
    assert said(errors[0])[0].startswith(
        "«3.200» is 3200 by the decimal mark of this table («,», see «1,5» in C2), outside 0–4; "
        f"by the other mark it is 3.2{more}"
    )
    assert values(as_csv(rows), ANSWERS)["A-1"] == [None] * many


def test_what_no_mark_makes_possible_is_the_ordinary_error() -> None:
    assert places(about_marks(as_csv(wide(("5.200", "1.5"))), ANSWERS)) == [("F456", "C2")]
    assert "C203" in codes(checked(as_csv(wide(("5.200", "1.5"))), text=ANSWERS).findings)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (wide(("1.234", "5")), "C121"),
        (wide(("1.234", "1.235")), "F457"),
        (wide(("1.234", "1.5")), "F456"),
    ],
)
def test_the_repair_names_the_option_except_to_an_agency(rows: Rows, code: str) -> None:
    (finding,) = about_marks(as_csv(rows), OPEN)
    assert finding.code == code
    assert "--decimal , or --decimal ." in repair_of(finding, Language.EN)
    assert "--decimal , atau --decimal ." in repair_of(finding, Language.ID)
    assert not any("--" in repair_by_agency(finding, language) for language in Language)
