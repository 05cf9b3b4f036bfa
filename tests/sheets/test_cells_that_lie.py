"""Cells that hold one thing and show another: named, or read as the only thing they can mean.

Each stands in B2, in a form (a row an indicator) and in a table of units (a row a unit).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from examples.finding_examples.packages import edited
from kediri_index.messages.catalogue import CATALOGUE, message_of, repair_of
from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import (
    HERE,
    ONE_GROUP,
    TOP,
    checked,
    csv_table,
    definition,
    long_sheet,
    measured,
    text_xlsx,
)

EXCLUDE = "missing: {answers: exclude}\n"
AMOUNT = EXCLUDE + measured("method: goalposts, min: 0, max: 9000000", "unit: buah, ")
PERCENT = EXCLUDE + measured("method: goalposts, min: 0, max: 100", 'unit: "%", ')
LEVELS = EXCLUDE + measured("method: levels, levels: {0: Belum, 2: Sebagian, 4: Semua}")
YES_NO = EXCLUDE + measured("method: yes_no, yes: 4, no: 0")

Book: TypeAlias = Any
"""XlsxWriter has no types."""
Page: TypeAlias = Any
Write = Callable[[Book, Page], object]
"""Writes B2 of a sheet, given the workbook and the sheet."""


class Layout(Enum):
    """The header and the first cell of the row."""

    LONG = (("Kode", "Realisasi"), "M-1")
    WIDE = (("Wilayah", "M-1"), "Kota Uji")


each_layout = pytest.mark.parametrize("layout", Layout, ids=lambda layout: layout.name.lower())


def written(layout: Layout, write: Write, *, inline: bool = False, header: str = "") -> bytes:
    """A workbook of XlsxWriter, which asks for all formulas to be computed when it is opened."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "constant_memory": inline})
    sheet = book.add_worksheet("Penilaian")
    (first, second), key = layout.value
    sheet.write_row(0, 0, (first, header or second))
    sheet.write(1, 0, key)
    write(book, sheet)
    book.close()
    return data.getvalue()


def read(data: bytes) -> Workbook:
    return read_workbook("isian.xlsx", data, Limits())


def found(layout: Layout, write: Write, text: str = AMOUNT, *, inline: bool = False) -> Checked:
    header = "Nilai asesor" if layout is Layout.LONG and text in {YES_NO, LEVELS} else ""
    return checked(read(written(layout, write, inline=inline, header=header)), text=text)


def answer(check: Checked) -> Reading:
    only = check.data.units[0].answers["M-1"]
    (reading,) = only.assessor if only.measure is None else (only.measure,)
    return reading


def errors(check: Checked) -> list[Finding]:
    return [one for one in check.findings if CATALOGUE[one.code].severity is Severity.ERROR]


def codes(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    return [(one.code, one.cell) for one in findings]


def sentences(finding: Finding) -> str:
    return " ".join(
        say(finding, language) for say in (message_of, repair_of) for language in Language
    )


def number(value: float, number_format: str = "General", **more: object) -> Write:
    def write(book: Book, sheet: Page) -> None:
        sheet.write_number(1, 1, value, book.add_format({"num_format": number_format, **more}))

    return write


def rich(*parts: str | Mapping[str, object]) -> Write:
    """Texts, each after its format if it has one of its own."""

    def write(book: Book, sheet: Page) -> None:
        given = [book.add_format(part) if isinstance(part, Mapping) else part for part in parts]
        assert sheet.write_rich_string(1, 1, *given) == 0

    return write


def formula(value: object = 0) -> Write:
    return lambda _, sheet: sheet.write_formula(1, 1, "=Lain!B5", None, value)


RAISED = {"font_script": 1}
LOWERED = {"font_script": 2}
STRUCK = {"font_strikeout": True}


class TestNumberFormats:
    @each_layout
    @pytest.mark.parametrize(
        ("value", "code", "shown"),
        [
            (2_500_000, "0.0,,", "2.5"),
            (2_500_000, '[>=1000000]0.0,,"jt";0', "2.5"),
            (85_000, '"Rp"#,##0,"rb"', "85"),
            (-7_000, "0;-0,", "-7"),
        ],
    )
    def test_a_number_shown_divided_is_an_error_with_both_figures(
        self, layout: Layout, value: int, code: str, shown: str
    ) -> None:
        (fault,) = found(layout, number(value, code)).findings
        assert (fault.code, fault.cell, fault.value) == ("C131", "B2", str(value))
        assert f"holds {value}, but its format shows {shown} (" in sentences(fault)
        assert f"berisi {value}, tetapi formatnya menampilkan" in sentences(fault)

    @each_layout
    @pytest.mark.parametrize(
        ("value", "code", "due"),
        [
            (0.85, "0%;-0%", 85),
            (0, "0%;-0%;-", 0),
            (0.5, "[<1]0.0%;0.0", 50),
            (3.2, "[<1]0.0%;0.0", "3.2"),
            (1.5, "[>1]0.0;[<=1]0%", "1.5"),
            (0.25, "[>1]0.0;[<=1]0%", 25),
            (0.25, '0%;-0%;"kosong; 0"', 25),
        ],
    )
    def test_the_section_that_applies_says_whether_a_number_is_a_percentage(
        self, layout: Layout, value: float, code: str, due: float | str
    ) -> None:
        seen = found(layout, number(value, code), PERCENT)
        assert codes(seen.findings) == []
        assert answer(seen).number == Fraction(due)

    @pytest.mark.parametrize(
        "code",
        [
            *("#,##0", "#,##0.00", "0.00;[Red]-0.00", "General;-General", '0.0" juta,"', "# ?/?"),
            *(
                '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
                '"Rp" #,##0;;',
                "[$Rp-421]#,##0",
                "0.0E+0",
            ),
            *('[>=1000000]0.0,,"jt";0', "#,##0\\,", "0,0", "#.##0,00"),
        ],
    )
    def test_an_ordinary_format_changes_nothing(self, code: str) -> None:
        seen = found(Layout.LONG, number(27.5, code))
        assert codes(seen.findings) == []
        assert answer(seen).number == Fraction("27.5")

    def test_zero_is_zero_however_it_is_shown(self) -> None:
        seen = found(Layout.WIDE, number(0, "0.0,,"))
        assert codes(seen.findings) == []
        assert answer(seen).number == 0


class TestFormulas:
    @each_layout
    @pytest.mark.parametrize("stored", [0, ""])
    def test_a_result_that_a_program_wrote_in_place_of_one_is_none(
        self, layout: Layout, stored: object
    ) -> None:
        (fault,) = found(layout, formula(stored)).findings
        assert (fault.code, fault.cell, fault.value) == ("C112", "B2", "=Lain!B5")

    @each_layout
    def test_a_result_that_was_given_counts(self, layout: Layout) -> None:
        seen = found(layout, formula(27.5))
        assert codes(seen.findings) == []
        assert answer(seen).number == Fraction("27.5")

    @each_layout
    def test_zero_counts_where_the_file_was_computed(self, layout: Layout) -> None:
        data = edited(written(layout, formula()), ' fullCalcOnLoad="1"', "", "xl/workbook.xml")
        seen = checked(read(data), text=AMOUNT)
        assert codes(seen.findings) == []
        assert answer(seen).number == 0

    def test_a_formula_that_is_no_answer_is_nobodys_concern(self) -> None:
        def write(_: Book, sheet: Page) -> None:
            sheet.write_number(1, 1, 3)
            sheet.write_row(0, 2, ("No", "Keterangan", "Tahun lalu"))
            for column in (2, 3, 4):
                sheet.write_formula(1, column, "=ROW()")

        assert codes(found(Layout.LONG, write).findings) == []


class TestMarkedText:
    @each_layout
    @pytest.mark.parametrize("inline", [False, True], ids=["shared", "inline"])
    @pytest.mark.parametrize(
        "parts",
        [
            ("27,5", RAISED, "1"),
            ("27,5", RAISED, "*"),
            ("27,5", LOWERED, "2"),
            (STRUCK, "27", "28"),
            ("10", RAISED, "2"),
            ("n/a", RAISED, "1"),
        ],
    )
    def test_a_mark_or_struck_text_beside_a_number_is_never_part_of_it(
        self, layout: Layout, parts: tuple[str | Mapping[str, object], ...], *, inline: bool
    ) -> None:
        seen = found(layout, rich(*parts), inline=inline)
        assert codes(seen.findings) == [("C132", "B2")]
        assert answer(seen).number is None

    @each_layout
    @pytest.mark.parametrize("inline", [False, True], ids=["shared", "inline"])
    def test_other_runs_change_nothing(self, layout: Layout, *, inline: bool) -> None:
        for parts in (({"bold": True}, "27", ",5"), ("27,5", RAISED, " %"), ("27,5", STRUCK, " ")):
            seen = found(layout, rich(*parts), PERCENT, inline=inline)
            assert codes(seen.findings) == []
            assert answer(seen).number == Fraction("27.5")

    @each_layout
    @pytest.mark.parametrize("inline", [False, True], ids=["shared", "inline"])
    def test_a_struck_out_cell_is_an_error(self, layout: Layout, *, inline: bool) -> None:
        def text(book: Book, sheet: Page) -> None:
            sheet.write_string(1, 1, "27,5", book.add_format(STRUCK))

        for write in (text, number(27.5, "0.00", **STRUCK), number(0.3, "0%", **STRUCK)):
            assert codes(found(layout, write, inline=inline).findings) == [("C132", "B2")]

    def test_a_name_may_have_a_footnote_and_a_column_not_read_struck_text(self) -> None:
        def write(book: Book, sheet: Page) -> None:
            sheet.write_number(1, 1, 3)
            sheet.write_row(0, 2, ("Keterangan", "Satuan"))
            sheet.write_rich_string(1, 2, "luas km", book.add_format(RAISED), "2")
            sheet.write_string(1, 3, "buah", book.add_format(STRUCK))

        assert codes(found(Layout.LONG, write).findings) == []

    @each_layout
    def test_a_struck_answer_is_no_answer(self, layout: Layout) -> None:
        seen = found(layout, rich(STRUCK, "tidak ", "ya"), YES_NO)
        assert codes(seen.findings) == [("C132", "B2")]

    @each_layout
    def test_a_struck_or_footnoted_level_is_none(self, layout: Layout) -> None:
        for parts in ((STRUCK, "Sebagian"), ("Sebagian", RAISED, "1"), (STRUCK, "2")):
            seen = found(layout, rich(*parts, " "), LEVELS)
            assert codes(seen.findings) == [("C132", "B2")]


def forms(header: str, *values: str) -> Iterable[Workbook]:
    """Each value in B2 of a workbook and of a text table."""
    for value in values:
        yield read(text_xlsx([["Kode", header], ["M-1", value]]))
        yield csv_table(f'Kode;{header}\nM-1;"{value}"\n')


class TestBracketsAndMarks:
    def test_brackets_are_part_of_an_answer(self) -> None:
        spelt = ("ya (tidak)", "tidak (ya)", "Ya (lihat lampiran)", "ya*")
        for book in forms("Nilai asesor", *spelt):
            check = checked(book, text=YES_NO)
            assert codes(errors(check)) == [("C206", "B2")]
            assert answer(check).number is None
        for book in forms("Nilai asesor", "ya", "Ya.", " YA ", "yes"):
            assert answer(checked(book, text=YES_NO)).number == 4

    def test_nothing_beside_a_number_is_passed_over(self) -> None:
        spelt = ("3 (belum final)", "27,5 (2022)", "27,5¹", "27,5 *", "27,5*", "27,5 1)", "27²")
        for book in forms("Realisasi", *spelt, "(3,5)"):
            check = checked(book, text=AMOUNT)
            (fault,) = errors(check)
            assert fault.code in {"C115", "C118"}
            assert answer(check).number is None


MARKS = ("NA", "na", "N.A.", "n.a", "NaN", "nan", "#N/A", "<NA>", "NULL", "null", ".", " NA ")
MANY = 20
"""Columns: enough for a row to be packed."""


def of_units(cells: Mapping[tuple[int, int], str], *, many: bool) -> list[list[str]]:
    """A table of four units in which every cell is a number but these."""
    ids = [f"A-{n}" for n in range(MANY if many else 3)]
    return [
        ["Wilayah", "Tahun", *ids],
        *(
            [f"Kota {row}", "2022", *(cells.get((row, at), f"{row}") for at in range(len(ids)))]
            for row in range(4)
        ),
    ]


def units_definition(*, many: bool, more: str = EXCLUDE) -> str:
    ids = range(MANY if many else 3)
    lines = "".join(f"  - {{id: A-{n}, in: a, name: Butir {n}}}\n" for n in ids)
    return f"{TOP}{more}{ONE_GROUP}indicators:\n{lines}"


def table(rows: list[list[str]], kind: str) -> Workbook:
    if kind == "xlsx":
        return read(text_xlsx(rows))
    return csv_table("\n".join(",".join(row) for row in rows))


each_kind = pytest.mark.parametrize("kind", ["xlsx", "csv"])


class TestMissingMarks:
    @each_kind
    @pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
    def test_in_a_table_of_units_they_are_missing_and_counted_once(
        self, kind: str, *, many: bool
    ) -> None:
        places = [(row, at) for row in range(4) for at in range(3)]
        cells = dict(zip(places, MARKS, strict=True))
        text = units_definition(many=many)
        check = checked(table(of_units(cells, many=many), kind), text=text)
        notes = [one for one in check.findings if one.code == "C134"]
        assert [(one.cell, one.value, one.params["count"]) for one in notes] == [("C2", "NA", 12)]
        assert CATALOGUE["C134"].severity is Severity.NOTE
        assert "12" in sentences(notes[0])
        assert not errors(check)
        for (row, at), mark in cells.items():
            (reading,) = check.data.units[row].answers[f"A-{at}"].assessor
            assert reading[:3] == (None, Missing.NOT_COLLECTED, mark)

    @each_kind
    @pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
    @pytest.mark.parametrize(
        "more",
        [
            EXCLUDE,
            "missing: {answers: zero}\n",
            EXCLUDE + "prepare: [{impute: {method: mean}}]\n",
        ],
    )
    def test_they_score_as_a_gap_does(self, kind: str, more: str, *, many: bool) -> None:
        places = ((0, 1), (2, 0), (2, 2))
        text = definition(units_definition(many=many, more=more))

        def totals(mark: str) -> list[object]:
            book = table(of_units(dict.fromkeys(places, mark), many=many), kind)
            units = score(Submission((book,)), text, hints=HERE._replace(unit=None)).units or ()
            return [(one.unit, one.overall) for one in units]

        assert len(totals("")) == 4
        for mark in ("NA", " nan ", "#N/A"):
            assert totals(mark) == totals("")

    @each_kind
    @pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
    def test_the_first_of_a_row_is_named_however_it_is_written(
        self, kind: str, *, many: bool
    ) -> None:
        cells = {(1, 1): " nan ", (1, 2): "NA", (3, 0): "NA"}
        check = checked(table(of_units(cells, many=many), kind), text=units_definition(many=many))
        (note,) = (one for one in check.findings if one.code == "C134")
        assert (note.cell, note.value, note.params["count"]) == ("D3", "nan", 3)

    @pytest.mark.parametrize("mark", MARKS)
    def test_so_are_those_in_a_column_of_yes_and_no(self, mark: str) -> None:
        wide = f"unit,M-1\nKota A,{mark}\nKota B,ya\nKota A,{mark}\n"
        long = f"Wilayah,Kode,Nilai asesor\nKota A,M-1,{mark}\nKota B,M-1,ya\n"
        for rows in (wide, long):
            check = checked(csv_table(rows), text=YES_NO)
            assert answer(check).missing is Missing.NOT_COLLECTED
            assert {"C206", "C133"}.isdisjoint(one.code for one in check.findings)

    @pytest.mark.parametrize("mark", ["NA", "na", "N.A.", "n.a", " NA "])
    def test_in_a_form_they_have_two_readings(self, mark: str) -> None:
        yes_no = checked(long_sheet(("Kode", "Nilai asesor"), ("M-1", mark)), text=YES_NO)
        assert [one.code for one in errors(yes_no)] == ["C133"]
        for book in forms("Realisasi", mark):
            check = checked(book, text=AMOUNT)
            (fault,) = errors(check)
            assert (fault.code, fault.cell, fault.value) == ("C133", "B2", mark)
            assert answer(check).missing is Missing.UNREADABLE
            for word in ("n/a", "tidak ada data", "no data", "not applicable", "tidak berlaku"):
                assert word in sentences(fault)

    def test_rows_of_several_units_are_no_form(self) -> None:
        rows = "Wilayah,Kode,Realisasi\nKota A,M-1,NA\nKota B,M-1,nan\nKota C,M-1,3\n"
        check = checked(csv_table(rows), text=AMOUNT)
        assert codes(check.findings) == [("C134", "C2")]
        assert check.findings[0].params["count"] == 2
        seen = [one.answers["M-1"].measure for one in check.data.units]
        assert [one.missing for one in seen if one] == [Missing.NOT_COLLECTED] * 2 + [None]
        of_one = checked(csv_table("Wilayah,Kode,Realisasi\nKota A,M-1,NA\n"), text=AMOUNT)
        assert codes(of_one.findings) == [("C133", "C2")]

    def test_with_the_slash_it_does_not_apply_in_either(self) -> None:
        form = checked(long_sheet(("Kode", "Realisasi"), ("M-1", "n/a")), text=AMOUNT)
        units = checked(csv_table("unit,M-1\nKota Uji,n/a\n"), text=AMOUNT)
        for check in (form, units):
            assert not errors(check)
            assert answer(check).missing is Missing.NOT_APPLICABLE

    def test_an_error_that_excel_computed_is_no_mark(self) -> None:
        check = found(
            Layout.WIDE, lambda _, sheet: sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        )
        assert codes(check.findings) == [("C111", "B2")]
