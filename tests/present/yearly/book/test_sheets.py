"""The sheets of the workbook: what may be changed, what stands where, and what never computes."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from functools import cache
from random import Random
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest

from kediri_index.model.dataset import MISSING_WORDS, Answer, Lead, Missing, Said, UnitData
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.yearly import Yearly
from kediri_index.present.charts.drawing import LIGHT, ShapeRole
from kediri_index.present.yearly.staircase import stair_rows
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.usecases.inputs import Submission, load_definition
from kediri_index.usecases.report import yearly_report
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition
from tests.present.yearly.book.invented import (
    HERE,
    book_of,
    changed,
    filled,
    reading,
    short_book_of,
    yearly_of_data,
)
from tests.present.yearly.reports import yearly_of

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

FIRST = 6
PANEL = """\
score: {method: min_max}
aggregate_top: copeland
missing: {answers: exclude}
"""
OPEN = "missing: {answers: exclude}\n"
TWO = "indicators:\n  - {id: A-1, in: a, name: Satu}\n  - {id: A-2, in: a, name: Dua}\n"


@cache
def made(name: str, language: Language = Language.EN) -> bytes:
    return book_of(yearly_of(name), language)


@cache
def opened(data: bytes, *, values: bool = False) -> Workbook:
    """The workbook; nobody may change it."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def column(book: Workbook, sheet: str, title: str) -> list[object]:
    """The cells below a title."""
    header, *rows = book[sheet].iter_rows(min_row=FIRST - 1)
    (at,) = (cell.column - 1 for cell in header if cell.value == title)
    return [row[at].value for row in rows]


def test_the_same_report_gives_the_same_bytes_without_a_clock() -> None:
    yearly = yearly_of("kota-kediri-2022")
    first = book_of(yearly)
    assert first == book_of(yearly)
    with ZipFile(io.BytesIO(first)) as parts:
        assert "2022-12-31T00:00:00Z" in parts.read("docProps/core.xml").decode()
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sheets_are_named_in_the_language_of_the_report() -> None:
    assert opened(made("kota-kediri-2022", Language.ID)).sheetnames == [
        "Ringkasan",
        "Skor",
        "Jawaban",
        "Rekap",
        "Laporan",
        "Temuan",
        "Sumber",
        "Definisi",
    ]


def test_every_sheet_prints_on_a4_with_its_pages_counted() -> None:
    for sheet in opened(made("kota-contoh")):
        setup = sheet.page_setup
        assert [int(str(one)) for one in (setup.paperSize, setup.fitToHeight)] == [9, 0]
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        foot = sheet.oddFooter
        assert foot is not None
        assert "&P of &N" in str(foot.right.text)


def test_only_readings_that_may_count_and_the_target_are_open_to_change() -> None:
    book = opened(made("kota-contoh"))
    open_cells = {
        sheet.title: {
            cell.coordinate for row in sheet for cell in row if not cell.protection.locked
        }
        for sheet in book
    }
    assert all(sheet.protection.sheet for sheet in book)
    last = FIRST + len(column(book, "Answers", "Code")) - 1
    assert open_cells.pop("Answers") == {f"F{row}" for row in range(FIRST, last + 1)}
    assert yearly_of("kota-contoh").result.lead is Lead.ASSESSOR
    assert book["Summary"][next(iter(open_cells["Summary"]))].value == pytest.approx(3.4)
    assert len(open_cells.pop("Summary")) == 1
    assert not any(open_cells.values())


def test_every_answer_says_from_which_cell_it_was_read() -> None:
    book = opened(made("kota-contoh"))
    answers = yearly_of("kota-contoh").data.answers
    codes = column(book, "Answers", "Code")
    assert len(codes) == len(answers)
    for at, code in enumerate(codes):
        (source,) = {one.source for one in answers[str(code)].assessor}
        said = [column(book, "Answers", title)[at] for title in ("File", "Sheet", "Cell")]
        assert said == [source.file.rpartition("/")[2], source.sheet, source.cell]


def test_an_answer_that_gives_no_score_is_asked_about_and_marked() -> None:
    used = load_definition("spbe-2020")
    data = filled(used, Random(5))  # noqa: S311 - invented answers
    for code, to in (("SPBE-02", Fraction(9)), ("SPBE-03", Missing.UNREADABLE)):
        data = changed(data, code, to)
    data = changed(data, "SPBE-04", Missing.NOT_DUE)
    book = short_book_of(yearly_of_data(used, data))
    assert column(opened(book, values=True), "Answers", "To look at")[:4] == [0, 1, 1, 0]
    facts = {row[0].value: row[1].value for row in opened(book, values=True)["Summary"].iter_rows()}
    assert facts["Answers to look at"] == 2
    sheet = opened(book)["Answers"]
    asked = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    levels = asked[f"E{FIRST}"]
    (words,) = re.findall(r"Definition!\$A\$\d+:\$A\$\d+", levels.formula1)
    assert levels.formula1 == (
        f"OR(AND(ISNUMBER(E{FIRST}),E{FIRST}>=1,E{FIRST}<=5),"
        f"ISNUMBER(MATCH(TRIM(E{FIRST}),{words},0)))"
    )
    known = [row[0].value for row in opened(book)[words.partition("!")[0]][words.partition("!")[2]]]
    assert known == [word for word in MISSING_WORDS if word]
    assert levels.error == "Give a number from 1 to 5, or «n/a»."
    assert levels.errorStyle == "warning"
    (marked,) = sheet.conditional_formatting
    last = FIRST + len(data.answers) - 1
    assert str(marked.sqref) == f"F{FIRST}:F{last}"
    assert marked.rules[0].formula == [f"$L{FIRST}=1"]


@pytest.mark.parametrize("id_", ["kominfo-2023-kppn", "six-pillars", "kominfo-2022-reguler"])
def test_the_recap_has_a_row_an_indicator_in_the_order_and_codes_of_the_instrument(
    id_: str,
) -> None:
    used = load_definition(id_)
    data = filled(used, Random(3))  # noqa: S311 - invented answers
    book = opened(short_book_of(yearly_of_data(used, data)), values=True)
    expected = [
        (None if one.id == group.id else getattr(one, "printed", None) or one.id, one.id)
        for group in used.all_groups()
        for one in (group.indicators if group.children else (group,))
    ]
    printed, codes = column(book, "Recap", "Printed code"), column(book, "Recap", "Code")
    assert list(zip(printed, codes, strict=True)) == expected
    assert column(book, "Recap", "No") == list(range(1, len(expected) + 1))
    assert None not in column(book, "Recap", "Answer")
    assert None not in column(book, "Recap", "Score")


def test_the_recap_has_what_the_form_asks_for_beside_the_answer() -> None:
    book = opened(made("kota-contoh"), values=True)
    answers = yearly_of("kota-contoh").data.answers
    codes = [str(one) for one in column(book, "Recap", "Code")]
    said = [answers[code].self_score for code in codes]
    assert column(book, "Recap", "Self") == [float(one.number or 0) for one in said if one]
    assert column(book, "Recap", "OPD")[:2] == ["Setda", "Bappeda"]
    used = load_definition("six-pillars")
    measured = {one.id: one.unit for one in used.all_indicators() if one.unit}
    data = filled(used, Random(3))  # noqa: S311 - invented answers
    book = opened(short_book_of(yearly_of_data(used, data)), values=True)
    codes = [str(one) for one in column(book, "Recap", "Code")]
    units = column(book, "Recap", "Measured in")
    assert {code: unit for code, unit in zip(codes, units, strict=True) if unit} == measured
    targets = [one.target for one in (data.answers[code] for code in codes)]
    expected = [float(one.number or 0) if one else None for one in targets]
    assert column(book, "Recap", "Target of the sheet") == expected
    assert any(expected)


def test_a_pillar_without_a_score_stands_below_those_that_are_charted() -> None:
    used = load_definition("six-pillars")
    data = filled(used, Random(3))  # noqa: S311 - invented answers
    first = used.groups[0]
    for one in first.indicators:
        data = changed(data, one.id, Missing.EMPTY)
    book = short_book_of(yearly_of_data(used, data))
    named = [row[0].value for row in opened(book)["Summary"].iter_rows()]
    pillars = [one.label.in_language(Language.EN) for one in used.groups]
    at = named.index("Pillar: scores") + 2
    assert named[at : at + 6] == [*pillars[1:], pillars[0]]
    with ZipFile(io.BytesIO(book)) as parts:
        charts = [parts.read(one).decode() for one in parts.namelist() if "charts/chart" in one]
    assert sum(f"$B${at + 1}:$B${at + 5}<" in one for one in charts) == 1


def test_no_text_from_a_file_becomes_a_formula_or_a_link() -> None:
    used = load_definition("six-pillars")
    data = filled(used, Random(4))  # noqa: S311 - invented answers
    hostile = '=HYPERLINK("https://jahat.example","klik")'
    label = used.kinds[0].label._replace(main=f"{hostile}\a<&>", english=f"{hostile}\a<&>")
    used = used._replace(kinds=tuple(one._replace(label=label) for one in used.kinds))
    answers = {
        id_: one._replace(
            evidence=Said(hostile, HERE),
            row=HERE._replace(file="=1+1.xlsx", sheet="@SUM(A1)"),
            assessor=(*one.assessor, reading(Fraction(1))._replace(number=None, text="=2+2")),
        )
        for id_, one in data.answers.items()
    }
    yearly = yearly_of_data(used, data._replace(unit="=cmd|' /C calc'!A0", answers=answers))
    whole = book_of(yearly)
    book = opened(whole)
    assert hostile in column(book, "Recap", "Evidence")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    written = str(getattr(cell.value, "text", cell.value))
                    assert not re.search("HYPERLINK|cmd|2\\+2|@", written)
    with ZipFile(io.BytesIO(whole)) as parts:
        assert not [one for one in parts.namelist() if "externalLink" in one]
        for one in parts.namelist():
            ET.fromstring(parts.read(one))  # noqa: S314 - the project's own file
        assert "hyperlink" not in parts.read("xl/worksheets/sheet4.xml").decode().lower().replace(
            "=hyperlink", ""
        )


def test_the_charts_are_drawn_from_cells_that_compute() -> None:
    with ZipFile(io.BytesIO(made("kota-contoh"))) as parts:
        drawn = [
            parts.read(one).decode() for one in parts.namelist() if one.startswith("xl/charts/")
        ]
    kinds = [re.findall("<c:(lineChart|barChart|scatterChart)>", one)[0] for one in drawn]
    assert kinds == ["lineChart", "barChart", "barChart", "scatterChart", "barChart"]
    assert all("Summary!$B$" in one for one in drawn[:-1])


def test_answers_are_filtered_and_the_rows_without_one_are_folded() -> None:
    sheet = opened(made("salah"))["Answers"]
    last = FIRST + len(column(opened(made("salah")), "Answers", "Code")) - 1
    assert sheet.auto_filter.ref is not None
    assert sheet.auto_filter.ref.endswith(str(last))
    assert not sheet.protection.autoFilter  # which is then allowed
    folded = [row for row in range(FIRST, last + 1) if sheet.row_dimensions[row].hidden]
    omissions = yearly_of("salah").result.omissions  # what cannot be read stays in sight
    missing = {one.id for one in omissions if one.reason is not Missing.UNREADABLE}
    assert {str(sheet.cell(row, 1).value) for row in folded} == missing
    assert all(sheet.row_dimensions[row].outlineLevel == 1 for row in folded)
    whole = opened(made("kota-contoh"))["Answers"]
    assert not any(one.hidden for one in whole.row_dimensions.values())


def test_no_line_joins_scores_of_two_assessments() -> None:
    def line_of_scores(name: str) -> str:
        with ZipFile(io.BytesIO(made(name))) as parts:
            charts = [parts.read(one).decode() for one in parts.namelist() if "charts/chart" in one]
        (years,) = [one for one in charts if "<c:lineChart>" in one]
        found = re.search(r"</c:tx>\s*<c:spPr>(.*?)</c:spPr>", years)
        assert found is not None
        return found[1]

    assert "<a:noFill/>" in line_of_scores("salah")
    assert "<a:solidFill>" in line_of_scores("kota-contoh")


def test_groups_without_an_answer_that_counts_are_folded() -> None:
    def folded(name: str) -> set[str]:
        sheet = opened(made(name))["Scores"]
        codes = {row: str(sheet.cell(row, 1).value) for row in range(FIRST, sheet.max_row + 1)}
        return {code for row, code in codes.items() if sheet.row_dimensions[row].hidden}

    given = folded("kota-kediri-2023")
    assert {"BAS-01", "QWN-12"} <= given
    assert folded("salah") == set()


def test_charts_have_the_axis_of_the_page_and_falling_bars_a_colour_of_their_own() -> None:
    with ZipFile(io.BytesIO(made("kota-kediri-2023"))) as parts:
        drawn = [
            parts.read(one).decode() for one in parts.namelist() if one.startswith("xl/charts/")
        ]
    (years,) = [one for one in drawn if "<c:lineChart>" in one]
    assert re.findall('<c:(max|min) val="([0-9.]+)"', years) == [("max", "4.0"), ("min", "2.5")]
    (stairs,) = [one for one in drawn if "noFill" in one.partition("<c:cat>")[0]]
    series = re.findall(r'<c:ser>.*?<c:v>(.*?)</c:v>.*?(?:srgbClr val="(\w+)"|noFill)', stairs)
    assert series == [
        (" ", ""),
        ("score", LIGHT[ShapeRole.MAIN][1:].upper()),
        ("fell", LIGHT[ShapeRole.DOWN][1:].upper()),
        ("rose", LIGHT[ShapeRole.UP][1:].upper()),
        ("step of the plan", LIGHT[ShapeRole.PLAN][1:].upper()),
    ]
    assert re.findall('<c:(max|min) val="([0-9.]+)"', stairs) == [("max", "3.6"), ("min", "3.1")]


def test_each_step_begins_where_the_one_before_it_ends_as_on_the_page() -> None:
    yearly = yearly_of("kota-contoh")
    sheet = opened(made("kota-contoh"), values=True)["Summary"]
    words = YearlyWording(yearly, Language.EN)
    rows = stair_rows(words)
    named = [cell.value for cell in sheet["A"]]
    first = named.index("The score step by step, when the report was made") + 3
    assert named[first - 1 : first - 1 + len(rows)] == [one.name for one in rows]
    hidden = range(31, 37)
    drawn = [[sheet.cell(first + at, one).value or 0 for one in hidden] for at in range(len(rows))]
    ends = [sum(float(str(bar)) for bar in bars) for _, *bars in drawn]
    steps = [at for at, one in enumerate(rows) if one.change is not None]
    assert steps
    for at in steps:
        assert ends[at] == pytest.approx(float(rows[at].score))
        assert drawn[at][1] == pytest.approx(float(rows[at - 1].score))
    assert all(drawn[at][0] == f"{rows[at].name}  {rows[at].text(words)}" for at in steps)
    assert sheet.column_dimensions["AE"].hidden


def panel(unit: str) -> Yearly:
    table = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,2,30\nKota C,5,20\n")
    used = definition(f"{TOP}{PANEL}{ONE_GROUP}{TWO}")
    found = yearly_report(Submission((table,)), used, hints=Hints(unit=unit, year=2023))
    assert found.yearly is not None
    return found.yearly


def test_what_hangs_on_other_units_stays_a_value_and_says_so() -> None:
    yearly = panel("Kota C")
    data = book_of(yearly)
    book = opened(data)
    scores = column(book, "Answers", "Score")
    assert scores == [float(one.figure.score or 0) for one in yearly.result.indicators]
    notes = column(book, "Answers", "Scoring")
    assert all("other units" in str(note) for note in notes)
    overall = book["Scores"][f"F{FIRST}"].value
    assert overall == f'=IF(L{FIRST}>0,{yearly.result.overall.score},"")'
    assert "units that are not in this workbook" in str(book["Scores"][f"K{FIRST}"].value)
    locked = {cell.protection.locked for row in book["Answers"].iter_rows() for cell in row}
    assert locked == {True}


def yearly_of_levels(levels: int, lead: Lead | None = None) -> Yearly:
    choices = ", ".join(f"{at}: {{name: Tingkat {at}, score: {at / 2}}}" for at in range(levels))
    text = TOP.replace("max: 4", f"max: {levels}") + ONE_GROUP
    method = f"{{method: levels, levels: {{{choices}}}}}"
    text += f"indicators: [{{id: A-1, in: a, name: Satu, score: {method}}}]\n"
    one = reading(Fraction(1))
    own = None if lead is None else reading(Fraction(2))
    answer = Answer("A-1", HERE, self_score=own, assessor=(one, reading(Fraction(2))))
    data = UnitData("Kota Uji", 2022, {"A-1": answer}, ("isian.xlsx",))
    return yearly_of_data(definition(text), data, lead)


def test_more_levels_than_a_formula_holds_are_a_value() -> None:
    few, many = (opened(book_of(yearly_of_levels(levels))) for levels in (4, 251))
    assert str(column(few, "Answers", "Score")[0]).startswith("=")
    assert column(many, "Answers", "Score") == [0.75]


def test_a_unit_by_its_own_levels_shows_them_in_the_recap() -> None:
    book = opened(book_of(yearly_of_levels(4, Lead.SELF)), values=True)
    assert column(book, "Recap", "Answer") == [2]
    assert column(book, "Recap", "Score") == [1]


def test_an_unanswered_index_has_every_row_open() -> None:
    used = load_definition("six-pillars")
    data = filled(used, Random(3))  # noqa: S311 - invented answers
    for one in used.all_indicators():
        data = changed(data, one.id, Missing.NOT_COLLECTED)
    book = opened(short_book_of(yearly_of_data(used, data)))
    rows = book["Answers"].row_dimensions
    assert not any(rows[at].hidden for at in range(FIRST, FIRST + 10))


def test_a_number_that_no_cell_holds_is_a_text_and_more_than_twenty_pillars_no_chart() -> None:
    groups = "".join(f"{{id: g{at}, kind: pillar, name: Pilar {at}}}, " for at in range(21))
    leaves = "".join(f"{{id: L-{at}, in: g{at}, name: Butir {at}}}, " for at in range(21))
    text = TOP.replace("scale: {min: 0, max: 4}\n", "")
    used = definition(f"{text}groups: [{groups}]\nindicators: [{leaves}]\n")
    answers = filled(used, Random(3))  # noqa: S311 - invented answers
    answers = changed(answers, "L-0", Fraction(10) ** 301)
    data = book_of(yearly_of_data(used, answers))
    book = opened(data)
    assert column(book, "Answers", "Assessor")[0] == str(10**301)
    titles = [row[0].value for row in book["Summary"].iter_rows()]
    assert "Pillar: scores" in titles
    with ZipFile(io.BytesIO(data)) as parts:
        assert not [one for one in parts.namelist() if "charts/" in one]


def test_a_unit_that_a_step_leaves_out_has_no_score_in_any_cell() -> None:
    text = f"{TOP}prepare: [{{screen: {{min_present: 0.6}}}}]\n{OPEN}{ONE_GROUP}{TWO}"
    table = csv_table("unit,year,A-1,A-2\nKota A,2022,1,3\nKota B,2022,3,\n")
    found = yearly_report(
        Submission((table,)), definition(text), hints=Hints("Kota B"), allow_errors=True
    ).yearly
    assert found is not None
    book = opened(book_of(found))
    assert column(book, "Answers", "Score") == [None, None]


def test_the_published_score_stands_below_the_computed_one() -> None:
    table = csv_table("unit,year,A-1,A-2\nKota A,2022,3,na\n")
    profile = Profile(history={2022: Fraction("2.5")})
    used = definition(TOP + OPEN + ONE_GROUP + TWO)
    found = yearly_report(Submission((table,)), used, profile, allow_errors=True).yearly
    assert found is not None
    book = opened(book_of(found))
    facts = [row[:2] for row in book["Summary"].iter_rows(values_only=True)]
    assert ("Published score of 2022", 2.5) in facts
    assert column(book, "Answers", "Assessor") == [3, "-"]
