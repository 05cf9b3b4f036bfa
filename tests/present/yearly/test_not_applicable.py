"""Values that say n/a on the first page of every format, with their effect."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest

from kediri_index.model.findings import Mark, Source
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Waived, Waiver
from kediri_index.model.workbook import Workbook
from kediri_index.model.yearly import Yearly
from kediri_index.present.yearly.report import render_report
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.report import yearly_report
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition, scores, workbook

TEXT = (
    TOP
    + ONE_GROUP
    + "indicators:\n"
    + "".join(f"  - {{id: A-{n}, in: a, name: Butir {n}}}\n" for n in range(1, 9))
)
ONE = ("Butir 8 dinyatakan tidak berlaku («n/a»)", "nilai indeks 3,00; 2,63 bila dihitung 0.")
SECTION = {Language.ID: "Nilai setiap bagian", Language.EN: "Scores of all parts"}


def answers(not_applicable: int) -> Workbook:
    kept = 8 - not_applicable
    return scores(*((f"A-{n}", 3 if n <= kept else "n/a") for n in range(1, 9)))


def yearly(book: Workbook, unit: str = "Kota Uji") -> Yearly:
    found = yearly_report(Submission((book,)), definition(TEXT), hints=Hints(unit, 2022)).yearly
    assert found is not None
    return found


def first_page(found: Yearly, form: str, language: Language = Language.ID) -> str:
    """Return what stands before the first section, or on the first sheet."""
    made = render_report(found, form, language)
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
        return " ".join(str(one.value) for row in sheet.iter_rows() for one in row if one.value)
    if form == "docx":
        with ZipFile(io.BytesIO(made)) as package:
            made = package.read("word/document.xml")
    text = re.sub(r"<(style|script).*?</\1>|<[^>]+>", "", made.decode(), flags=re.DOTALL)
    before, section, _ = text.partition(SECTION[language])
    assert section
    return " ".join(before.split())


@pytest.mark.parametrize("form", ["html", "docx", "md", "xlsx"])
def test_one_value_is_named_with_its_effect(form: str) -> None:
    page = first_page(yearly(answers(1)), form)
    for part in ONE:
        assert part in page
    english = first_page(yearly(answers(1)), form, Language.EN)
    assert "Butir 8 is not applicable («n/a»): overall score 3.00; 2.63 if it counts as 0." in (
        english
    )


def test_one_that_a_waiver_accepts_is_named_too() -> None:
    found = yearly(answers(1))
    place, mark = Source("isian.xlsx"), Mark("waivers.yaml", 1, 1)
    waiver = Waiver("S330", place, "memang tidak ada", "Bappeda", date(2099, 1, 1), mark, mark)
    waived = tuple(Waived(one, waiver) for one in found.outcome.findings)
    accepted = found._replace(outcome=found.outcome._replace(findings=(), waived=waived))
    for part in ONE:
        assert part in first_page(accepted, "md")


@pytest.mark.parametrize("form", ["html", "docx", "md", "xlsx"])
def test_many_values_are_one_sentence(form: str) -> None:
    page = first_page(yearly(answers(6)), form)
    assert "6 isian dinyatakan tidak berlaku (A-3, A-4, A-5, A-6, A-7, A-8): nilai indeks " in page
    assert "3,00; 0,75 bila semuanya dihitung dengan nilai terendah." in page


@pytest.mark.parametrize("form", ["html", "docx", "md", "xlsx"])
def test_nothing_is_said_where_all_apply(form: str) -> None:
    assert "tidak berlaku" not in first_page(yearly(answers(0)), form)


@pytest.mark.parametrize("form", ["md", "xlsx"])
def test_of_a_table_of_units_those_of_this_unit_are_named(form: str) -> None:
    rows = ["Kota Uji,2022,n/a,3,3,3,3,3,3,3", "Kota Lain,2022,3,n/a,3,3,3,3,3,3"]
    page = first_page(yearly(table(*rows)), form)
    said = "Butir {} tidak berlaku bagi daerah ini dan dikeluarkan dari nilainya."
    assert said.format(1) in page
    assert said.format(2) not in page


def table(*rows: str, columns: int = 8) -> Workbook:
    header = ",".join(["unit", "year", *(f"A-{n}" for n in range(1, columns + 1))])
    return csv_table("\n".join([header, *rows, ""]), f"{columns}.csv")


def test_of_many_in_a_table_five_are_named_and_the_rest_is_counted() -> None:
    page = first_page(yearly(table("Kota Uji,2022,3" + ",n/a" * 7)), "md")
    assert page.count("tidak berlaku bagi daerah ini") == 5
    assert "2 isian lain juga dinyatakan tidak berlaku." in page


def test_those_of_other_files_are_not_named() -> None:
    other = workbook(
        {
            "Identitas": [("Wilayah", "Kota Lain"), ("Tahun", 2022)],
            "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", "n/a")],
        }
    )
    files = (table("Kota Uji,2022,3", columns=1), table("Kota Ketiga,2022" + ",n/a" * 8), other)
    found = yearly_report(
        Submission(files), definition(TEXT), hints=Hints("Kota Uji", 2022), allow_errors=True
    ).yearly
    assert found is not None
    assert "tidak berlaku" not in first_page(found, "md")
