from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Source
from kediri_index.model.language import InDigits, Perhaps
from kediri_index.model.scoring import Fault
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.sheets.cell_values import CellError, ExpectedNumber, Located, read_number
from kediri_index.sheets.numbers import DecimalMarks

SOURCE = Source("isian.xlsx", "Penilaian", "H14")
SCALE = (Fraction(0), Fraction(4))
ANY = ExpectedNumber()


def located(
    value: str | None, kind: CellKind = CellKind.TEXT, form: CellFormat = CellFormat.PLAIN
) -> Located:
    return Located(None if value is None else Cell(14, 8, kind, value, form), SOURCE)


def number(
    value: str,
    kind: CellKind = CellKind.TEXT,
    form: CellFormat = CellFormat.PLAIN,
    expected: ExpectedNumber = ANY,
    seen: str | None = None,
) -> Fraction | None:
    reading, _ = read_number(located(value, kind, form), expected)
    assert reading.source == SOURCE
    assert reading.text == (value if seen is None else seen)
    return reading.number


def fault(
    value: str,
    kind: CellKind = CellKind.TEXT,
    form: CellFormat = CellFormat.PLAIN,
    expected: ExpectedNumber = ANY,
) -> CellError:
    with pytest.raises(CellError) as caught:
        read_number(located(value, kind, form), expected)
    assert caught.value.value == value
    return caught.value


@pytest.mark.parametrize("value", [None, "", " ", "\u00a0 \n"])
def test_no_cell_and_one_of_spaces_are_both_empty(value: str | None) -> None:
    reading, remarks = read_number(located(value), ExpectedNumber())
    assert (reading.number, reading.missing, reading.text) == (None, Missing.EMPTY, "")
    assert reading.source == SOURCE
    assert remarks == ()


def test_a_zero_is_a_number_and_not_empty() -> None:
    assert number("0", CellKind.NUMBER) == 0
    assert number("0") == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,20", "3.2"),
        ("3.20", "3.2"),
        (" 3,2\u00a0", "3.2"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("+3", "3"),
        ("-0,5", "-0.5"),
        ("0,850", "0.85"),
    ],
)
def test_text_that_is_a_number_is_read_exactly(text: str, value: str) -> None:
    assert number(text) == Fraction(value)


def test_a_stored_number_is_taken_as_the_spreadsheet_shows_it() -> None:
    assert number("3.2999999999999998", CellKind.NUMBER, seen="3.3") == Fraction("3.3")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("n/a", Missing.NOT_APPLICABLE),
        ("Tidak  berlaku", Missing.NOT_APPLICABLE),
        ("-", Missing.NOT_COLLECTED),
        ("–", Missing.NOT_COLLECTED),
        ("belum ada data", Missing.NOT_COLLECTED),
        ("TIDAK ADA", Missing.NOT_COLLECTED),
        ("belum", Missing.NOT_DUE),
        ("Belum dinilai", Missing.NOT_DUE),
        ("belum jatuh tempo", Missing.NOT_DUE),
    ],
)
def test_the_usual_words_become_kinds_of_missing(text: str, missing: Missing) -> None:
    reading, remarks = read_number(located(text), ExpectedNumber())
    assert (reading.number, reading.missing, reading.text) == (None, missing, text)
    assert remarks == ()


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (CellKind.ERROR, "#DIV/0!", "C111"),
        (CellKind.NO_VALUE, "=B1/B2", "C112"),
        (CellKind.DATE, "2022-03-04", "C113"),
        (CellKind.BOOLEAN, "TRUE", "C114"),
        (CellKind.TEXT, "tiga", "C110"),
        (CellKind.TEXT, "?", "C110"),
        (CellKind.TEXT, "3,", "C115"),
        (CellKind.TEXT, "1e3", "C115"),
        (CellKind.TEXT, "1e400", "C115"),
        (CellKind.NUMBER, "1e400", "C115"),
        (CellKind.TEXT, "80 - 90%", "C116"),
        (CellKind.TEXT, "3–4", "C116"),
        (CellKind.TEXT, "#DIV/0!", "C111"),
        (CellKind.TEXT, "4 Maret 2022", "C113"),
        (CellKind.TEXT, "Rp3", "C117"),
        (CellKind.TEXT, "3 unit", "C118"),
        (CellKind.TEXT, "3\u200b", "C119"),
        (CellKind.TEXT, "3 dari 4", "C124"),
        (CellKind.TEXT, ">90", "C125"),
        (CellKind.TEXT, "٣", "C126"),
        (CellKind.TEXT, "3; 4", "C127"),
    ],
)
def test_what_is_no_number_has_a_code_of_its_kind(kind: CellKind, value: str, code: str) -> None:
    assert fault(value, kind).code == code


def test_a_fault_says_what_was_perhaps_meant() -> None:
    assert fault("tiga").params == {"digits": InDigits(Fraction(3))}
    assert fault("12 unit").params == {"digits": InDigits(Fraction(12))}
    assert fault("85 persen").params == {"digits": InDigits(None)}
    percent = ExpectedNumber(percent=True)
    assert fault("85 persen", expected=percent).params == {"digits": InDigits(Fraction(85))}


@pytest.mark.parametrize(
    ("kind", "value"), [(CellKind.DATE, "2022-04-03"), (CellKind.TEXT, "3 April 2022")]
)
def test_a_date_is_shown_as_the_number_it_perhaps_was_where_that_is_possible(
    kind: CellKind, value: str
) -> None:
    assert fault(value, kind).params == {"perhaps": Perhaps(Fraction("3.4"))}
    within = ExpectedNumber(SCALE)
    assert fault(value, kind, expected=within).params == {"perhaps": Perhaps(Fraction("3.4"))}
    beyond = ExpectedNumber((Fraction(5), Fraction(9)))
    assert fault(value, kind, expected=beyond).params == {"perhaps": Perhaps(None)}


def test_an_exponent_is_a_number_only_in_csv() -> None:
    assert number("1e3", expected=ExpectedNumber(from_csv=True)) == 1000


@pytest.mark.parametrize("text", ["1.234", "1,234"])
def test_of_two_readings_the_only_possible_one_is_taken_and_noted(text: str) -> None:
    reading, remarks = read_number(located(text), ExpectedNumber(bounds=SCALE))
    assert reading.number == Fraction("1.234")
    assert remarks == (
        Fault("C122", {"first": Fraction("1.234"), "second": 1234, "low": 0, "high": 4}),
    )


def test_of_two_readings_the_thousands_may_be_the_possible_one() -> None:
    reading, remarks = read_number(
        located("1.234"), ExpectedNumber(bounds=(Fraction(500), Fraction(2000)))
    )
    assert reading.number == 1234
    assert remarks[0].params["first"] == 1234
    assert remarks[0].params["second"] == Fraction("1.234")


@pytest.mark.parametrize(
    "bounds", [None, (Fraction(0), Fraction(5000)), (Fraction(5), Fraction(9))]
)
def test_two_readings_of_which_both_or_none_are_possible_are_an_error_that_shows_both(
    bounds: tuple[Fraction, Fraction] | None,
) -> None:
    error = fault("1.234", expected=ExpectedNumber(bounds=bounds))
    assert error.code == "C121"
    assert error.params == {"first": Fraction("1.234"), "second": 1234}


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1.234", ".", "1.234"),
        ("1.234", ",", "1234"),
        ("1,234", ",", "1.234"),
        ("1,234", ".", "1234"),
    ],
)
def test_the_decimal_mark_that_the_user_names_settles_two_readings(
    text: str, mark: str, value: str
) -> None:
    reading, remarks = read_number(located(text), ExpectedNumber(SCALE, marks=DecimalMarks(mark)))
    assert reading.number == Fraction(value)
    assert remarks == ()


@pytest.mark.parametrize("mark", [",", "."])
@pytest.mark.parametrize(("text", "value"), [("3,25", "3.25"), ("1.234,5", "1234.5")])
def test_the_decimal_mark_changes_nothing_where_there_is_one_reading(
    text: str, value: str, mark: str
) -> None:
    assert number(text, expected=ExpectedNumber(marks=DecimalMarks(mark))) == Fraction(value)


@pytest.mark.parametrize(
    ("value", "kind", "form", "read"),
    [
        ("0.85", CellKind.NUMBER, CellFormat.PERCENT, "85"),
        ("98,63 %", CellKind.TEXT, CellFormat.PLAIN, "98.63"),
        ("85%", CellKind.TEXT, CellFormat.PLAIN, "85"),
        ("85", CellKind.NUMBER, CellFormat.PLAIN, "85"),
    ],
)
def test_where_the_unit_is_percent_a_percentage_is_its_figure(
    value: str, kind: CellKind, form: CellFormat, read: str
) -> None:
    assert number(value, kind, form, ExpectedNumber(percent=True)) == Fraction(read)


def test_elsewhere_a_percentage_is_an_error_that_shows_both_readings() -> None:
    stored = fault("0.85", CellKind.NUMBER, CellFormat.PERCENT)
    assert (stored.code, stored.params) == ("C123", {"first": Fraction("0.85"), "second": 85})
    written = fault("85 %")
    assert (written.code, written.params) == ("C123", {"first": Fraction("0.85"), "second": 85})
    settled = fault("1,234%", expected=ExpectedNumber(SCALE))
    assert settled.code == "C123"
