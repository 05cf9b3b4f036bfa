"""Sheets with a row per respondent: how they are found and read, and the values they come to."""

from __future__ import annotations

import io
from fractions import Fraction
from time import process_time

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kediri_index.model.dataset import Answer
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.survey import SurveyValue
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.forms.form import form_rows
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import Checked
from tests.findings.building import (
    ONE_GROUP,
    TOP,
    Rows,
    checked,
    codes,
    csv_table,
    definition,
    places,
    workbook,
    xlsx,
)
from tests.sheets.lists.building import merged

FAST, KIND, CLEAN = "Layanannya cepat", "Petugasnya ramah", "Fasilitasnya bersih dan terawat"
TEXT = f"""{TOP}missing: {{answers: exclude}}
{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: {FAST}, survey: {{}}}}
  - id: A-2
    in: a
    name: Mutu
    survey:
      questions: {{P1: {KIND}, P2: {CLEAN}}}
      answers: {{1: Tidak setuju, 2: Kurang setuju, 3: Setuju, 4: Sangat setuju}}
"""


def answer(found: Checked, indicator: str = "A-1") -> Answer:
    (unit,) = found.data.units
    return unit.answers[indicator]


def survey(found: Checked, indicator: str = "A-1") -> SurveyValue:
    value = answer(found, indicator).survey
    assert value is not None
    return value


def sheet(*rows: tuple[object, ...], name: str = "Form Responses 1") -> Workbook:
    return workbook({name: rows})


def one(found: Checked, code: str) -> Finding:
    (finding,) = [one for one in found.findings if one.code == code]
    return finding


def test_the_value_is_the_exact_mean_of_the_respondents_with_the_cells_of_their_answers() -> None:
    found = checked(sheet(("Responden", FAST), ("R1", 4), ("R2", 3), ("R3", 3)), text=TEXT)
    assert survey(found).value == Fraction(10, 3)
    assert survey(found).respondents == 3
    assert [(one.question, one.place.cell) for one in survey(found).answered] == [("A-1", "B2:B4")]
    assert [one.source.cell for one in survey(found).first] == ["B2", "B3", "B4"]
    assert found.findings == ()


def test_several_questions_are_one_mean_per_respondent_in_words_or_numbers() -> None:
    rows = [
        (KIND, CLEAN),
        ("Setuju", 4),
        ("2 - Kurang setuju", " sangat  SETUJU "),
        (3, "Setuju (3)"),
    ]
    found = checked(sheet(*rows), text=TEXT)
    assert survey(found, "A-2").value == (Fraction(7, 2) + 3 + 3) / 3
    assert found.findings == ()


def test_a_share_is_of_respondents_and_in_percent_where_the_unit_is() -> None:
    combine = "survey: {combine: {share_at_least: 3}}, unit: '%', score: {method: goalposts, "
    text = TEXT.replace("survey: {}", combine + "min: 0, max: 100}")
    rows = [(FAST,), *[(score,) for score in (4, 3, 2, 3, 1)]]
    found = checked(sheet(*rows), text=text)
    assert survey(found).value == 60
    assert survey(found).share == Fraction(3, 5)
    assert found.scores is not None
    assert found.scores.result(0).indicators[0].figure.score == Fraction(12, 5)


def test_the_intervals_are_those_of_student_and_wilson() -> None:
    """SciPy: t.ppf(0.95, 4) * s / sqrt(5), and binomtest(4, 5).proportion_ci(0.9, "wilson")."""
    values = (3, 4, 4, 2, 3)
    rows = [(FAST,), *[(score,) for score in values]]
    low, high = survey(checked(sheet(*rows), text=TEXT)).interval or (0, 0)
    assert (low, high) == pytest.approx((3.2 - 0.797664, 3.2 + 0.797664), abs=1e-6)
    text = TEXT.replace("survey: {}", "survey: {combine: {share_at_least: 3}}")
    low, high = survey(checked(sheet(*rows), text=text)).interval or (0, 0)
    assert (low, high) == pytest.approx((0.435293, 0.954038), abs=1e-6)
    assert survey(checked(sheet((FAST,), (3,)), text=TEXT)).interval is None


HEADERS = [
    [("Cap waktu", FAST)],
    [("Cap waktu", f"  {FAST.upper()}\n"), ("", "")],
    [("Cap waktu", FAST.replace(" ", "\n"))],
    [("Cap waktu", "A-1")],
    [("Cap waktu", f"A-1. {FAST}")],
    [("Cap waktu", f"A-1 - {FAST}")],
    [("Cap waktu", FAST), ("", "A-1")],
    [("", "a-1"), ("Cap waktu", "Seberapa cepat layanan ini menurut Anda?")],
    [("Cap waktu", FAST), ("Cap waktu", FAST)],
    [("Survei kepuasan",), ("Wilayah", "Kota Uji"), (), ("Cap waktu", FAST), ("(1)", "(2)")],
]


@pytest.mark.parametrize("header", HEADERS, ids=range(len(HEADERS)))
def test_a_question_is_found_by_its_text_or_code_however_the_header_is_laid_out(
    header: list[tuple[object, ...]],
) -> None:
    times = ("2026-10-02 09:15:00", "2/10/2026 9:16:00", "10/2/26 9:17 AM", "2 Okt 2026 09.18")
    rows = [(time, score) for time, score in zip(times, (4, 3, 3, 2), strict=True)]
    found = checked(sheet(*header, *rows), text=TEXT)
    assert survey(found).value == 3
    assert found.findings == ()


def test_names_and_addresses_are_read_by_nobody_and_shown_nowhere() -> None:
    header = ("Timestamp", "Nama lengkap", "Email", FAST, "Saran")
    rows = [
        ("1", "Budi Santoso", "budi@contoh.id", 3, "Total memuaskan"),
        ("2", "Ani", "a@b.id", 9, ""),
    ]
    found = checked(sheet(header, *rows), text=TEXT)
    assert survey(found).respondents == 1
    said = repr((found.findings, found.data))
    assert not [word for word in ("Budi", "budi@", "Ani", "memuaskan") if word in said]


def test_rows_without_answers_totals_repeated_headers_and_signatures_are_no_respondents() -> None:
    rows = [
        (1, "Budi", 3),
        (2, "", None),
        ("No", "Nama", FAST),
        (3, "Ani", 4),
        ("Rata-rata", "", 3.5),
        (None, None, None, "Kediri, 2 Oktober 2026"),
        (None, None, None, "Kepala Dinas"),
    ]
    found = checked(sheet(("No", "Nama", FAST), *rows), text=TEXT)
    assert survey(found).respondents == 2
    assert places(found.findings) == [("S832", "C6")]


def test_one_finding_names_the_cells_of_one_wrong_answer() -> None:
    rows = [(5, "Setuju", "Mantap"), (3, "Mantap", "Setuju"), (5, 1, 2), (None, 3, "#REF!")]
    found = checked(sheet((FAST, KIND, CLEAN), *rows), text=TEXT)
    assert one(found, "S821").params["cells"] == ("A2", "A4")
    assert one(found, "S822").params["cells"] == ("C2", "B3")
    assert one(found, "S823").params["cells"] == ("A5",)
    assert one(found, "C111").cell == "C5"
    assert (survey(found).respondents, survey(found, "A-2").respondents) == (1, 1)


def test_54_straight_lines_are_one_finding_that_names_rows() -> None:
    questions = {f"Q{number}": f"Pertanyaan nomor {number} tentang layanan" for number in range(12)}
    listed = ", ".join(f"{code}: {text}" for code, text in questions.items())
    text = TEXT.replace("survey: {}", f"survey: {{questions: {{{listed}}}}}")
    rows = [[4] * 12 for _ in range(54)]
    rows[1] = [3, 4] * 6
    found = checked(sheet(tuple(questions), *map(tuple, rows)), text=text)
    assert codes(found.findings) == ["S824"]
    assert one(found, "S824").params["count"] == 53
    assert one(found, "S824").params["rows"] == ("2", *(str(row) for row in range(4, 13)), "…")
    assert survey(found).respondents == 54


def test_respondents_of_several_sheets_and_files_are_pooled_and_a_copy_counts_once() -> None:
    first = [(f"2026-10-02 09:{minute}:00", 2) for minute in range(10, 25)]
    second = [(f"2026-10-03 09:{minute}:00", 4) for minute in range(10, 25)]
    header = ("Timestamp", FAST)
    one_half = workbook({"A": [header, *first]}, path="a.xlsx")
    other_half = workbook({"B": [header, *second, first[0]]}, path="b.xlsx")
    copy = workbook({"A": [(FAST,), *[row[1:] for row in first]]}, path="c.xlsx")
    again = workbook({"A": [(FAST,), *[row[1:] for row in first]]}, path="d.xlsx")
    found = checked(one_half, other_half, text=TEXT)
    assert [survey(found).value, survey(found).respondents] == [3, 30]
    assert places(found.findings) == [("S825", "B17")]
    found = checked(copy, again, text=TEXT)
    assert survey(found).respondents == 15
    assert one(found, "S825").params["count"] == 15


PEOPLE = [(f"R{n}", n % 5, n // 5 % 4 + 1, n // 2 % 4 + 1) for n in range(1, 15)]


@pytest.mark.parametrize(
    ("theirs", "expected", "count", "rows"),
    [
        (PEOPLE, "S825", 14, "2"),  # the same file under another name
        ([("R50", 0, 1, 2), *PEOPLE[3:10]], "S825", 15, "3"),
        ([(f"X{n}", *row[1:]) for n, row in enumerate(PEOPLE[3:10])], "S836", 21, "2"),
        (PEOPLE[:3], "S836", 17, "2"),
        (PEOPLE[:2], None, 16, None),
        ([(f"R{n}", *row[1:]) for n, row in enumerate(reversed(PEOPLE), 1)], None, 28, None),
    ],
)
def test_respondents_copied_into_another_file_are_found_wherever_they_stand_there(
    theirs: Rows, expected: str | None, count: int, rows: str | None
) -> None:
    header = ("Responden", FAST, KIND, CLEAN)
    first = workbook({"Survei": [header, *PEOPLE]}, path="a.xlsx")
    other = workbook({"Survei": [header, *theirs]}, path="salinan.xlsx")
    found = checked(first, other, text=TEXT)
    assert survey(found).respondents == count
    assert codes(found.findings) == ([] if expected is None else [expected])
    if expected is not None:
        said = one(found, expected)
        assert (said.file, said.sheet, said.cell) == ("salinan.xlsx", "Survei", f"B{rows}")
        assert "a.xlsx · Survei" in str(said.params["other"])


def test_the_same_bytes_are_a_copy_however_few_respondents_they_hold() -> None:
    first, *others = (f"{FAST}\n3\n3\n", f"{FAST}\n3\n3\n", f"{FAST}\n3\n3\n\n")
    copy, saved_again = (
        checked(export(first, "a.csv"), export(other, "b.csv"), text=TEXT) for other in others
    )
    assert survey(copy).respondents == 2
    assert codes(copy.findings) == ["S825"]
    assert survey(saved_again).respondents == 4


def test_only_the_groups_surveyed_count_and_all_others_are_one_finding() -> None:
    text = TEXT.replace("survey: {}", "survey: {groups: [warga, OPD], group_column: Peran}")
    rows = [("Warga", 4), ("opd", 2), ("Turis", 1), ("", 1)]
    found = checked(sheet(("Peran", FAST), *rows), text=text)
    assert survey(found).value == 3
    assert one(found, "S828").params["said"] == ("Turis", "–")
    without = checked(sheet((FAST,), *[row[1:] for row in rows]), text=text)
    assert survey(without).respondents == 4
    assert places(without.findings) == [("S835", "A1")]
    assert one(without, "S835").params == {
        "groups": ("warga", "OPD"),
        "column": "Peran",
        "count": 4,
    }


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    rows = [(FAST,), (3,)]
    both = workbook({"A": rows, "B": [(FAST,), (1,)]}, hidden=["B"])
    found = checked(both, text=TEXT)
    assert survey(found).value == 3
    assert codes(found.findings) == ["F411"]
    alone = workbook({"Isi": [("Petunjuk",)], "A": rows}, hidden=["A"])
    assert "F416" in codes(checked(alone, text=TEXT).findings)


def test_too_few_respondents_are_one_finding_for_all_indicators() -> None:
    text = TEXT.replace("survey: {}", "survey: {min_respondents: 3}").replace(
        "    survey:\n", "    survey:\n      min_respondents: 3\n"
    )
    found = checked(sheet((FAST, KIND, CLEAN), (3, 3, 3), (2, 2, 2)), text=text)
    assert one(found, "S827").params["indicators"] == ("A-1", "A-2")


@pytest.mark.parametrize(
    ("typed", "expected"), [(3.33, []), (3, []), (None, []), (3.4, ["S833"]), ("n/a", [])]
)
def test_a_row_of_a_form_may_repeat_the_value_rounded_but_not_another(
    typed: object, expected: list[str]
) -> None:
    form = [("Kode", "Nilai mandiri", "Bukti"), ("A-1", typed, "laporan.pdf")]
    both = workbook({"Penilaian": form, "Survei": [(FAST,), (4,), (3,), (3,)]})
    found = checked(both, text=TEXT)
    assert codes(found.findings) == expected
    assert answer(found).evidence is not None
    assert survey(found).value == Fraction(10, 3)


def test_an_assessors_score_leads_and_other_indicators_keep_their_own() -> None:
    text = TEXT.replace("name: Mutu\n    survey:", "name: Mutu\n    survey_:").partition(
        "    survey_:"
    )[0]
    form = [("Kode", "Nilai asesor"), ("A-2", 1)]
    both = workbook({"Penilaian": form, "Survei": [(FAST,), (4,), (2,)]})
    found = checked(both, text=text)
    assert found.scores is not None
    result = found.scores.result(0)
    assert [one.figure.score for one in result.indicators] == [3, 1]
    assert (result.lead.value, result.indicators[0].self_score) == ("assessor", None)
    overruled = workbook({"Penilaian": [*form, ("A-1", 2)], "Survei": [(FAST,), (4,), (4,)]})
    found = checked(overruled, text=text)
    assert found.scores is not None
    assert [one.figure.score for one in found.scores.result(0).indicators] == [2, 1]


FORM: list[tuple[object, ...]] = [("Kode", "Nilai mandiri"), ("A-1", 3)]


def test_a_table_of_units_a_form_and_a_list_of_questions_are_no_surveys() -> None:
    wide = csv_table("unit,year,A-1,A-2\nKota Uji,2022,3,2\nKota Lain,2022,1,4\n")
    found = checked(wide, text=TEXT)
    assert [unit.answers["A-1"].survey for unit in found.data.units] == [None, None]
    form = workbook(
        {
            "Penilaian": [("Kode", "Indikator", "Nilai mandiri"), ("A-1", FAST, 3)],
            "Daftar": [("Kode", "Pertanyaan"), ("A-1", FAST), ("P1", KIND), ("P2", CLEAN)],
        }
    )
    found = checked(form, text=TEXT)
    assert answer(found).survey is None
    text = f"{TEXT}  - {{id: A-3, in: a, name: Waktu layanan}}\n"
    guides: list[Rows] = [
        [("Kode", "Indikator", "Cara menilai"), ("A-1", FAST, "0 sampai 4")],
        [("Cara menilai",), (FAST,), ("0 sampai 4",), ("Waktu layanan",), ("0 sampai 4",)],
    ]
    for guide in guides:
        sheets: dict[str, Rows] = {"Penilaian": [*FORM, ("A-3", 2)], "Petunjuk": guide}
        found = checked(workbook(sheets), text=text)
        assert answer(found).survey is None
        assert found.findings == ()


def export(text: str, path: str = "jawaban.csv", encoding: str = "utf-8") -> Workbook:
    return read_workbook(path, text.encode(encoding), Limits())


@pytest.mark.parametrize(
    "odd",
    [
        export(f"\ufeffTimestamp,Nama,{FAST}\n2026/10/02 9:15:00 AM GMT+7,Budi,4\n2,Ani,2\n"),
        export(f"Cap waktu;{FAST}\n2/10/2026;3,5\n3/10/2026;2,5\n"),
        export(f'Cap waktu;"{FAST.replace(" ", chr(10))}"\n2/10/2026;4\n3/10/2026;2\n'),
        export(f"Cap waktu\t{FAST}\n2/10/2026\t4\n3/10/2026\t2\n", "jawaban.tsv"),
        export(f"Cap waktu,{FAST},=1+1\n2/10/2026,4,@SUM(A1)\n3/10/2026,2,-2+3\n"),
        export(f"Cap waktu,{FAST}\nCap waktu,{FAST}\n2/10/2026,4\n3/10/2026,2\n"),
        export(f"Cap waktu;Catatan;{FAST}\n1;d\u00e9j\u00e0;4\n2;;2\n", encoding="cp1252"),
        sheet(("Timestamp", FAST), (46297.385, 4), (46298.1, "=1+1"), (46299.5, 2)),
    ],
    ids=[
        "bom",
        "decimal commas",
        "line break",
        "tabs",
        "formulas",
        "doubled",
        "cp1252",
        "no value",
    ],
)
def test_odd_exports_of_forms_come_to_the_same_value(odd: Workbook) -> None:
    found = checked(odd, text=TEXT)
    assert survey(found).value == 3
    assert {one.code for one in found.findings} <= {"C112", "F301", "F306"}


def test_5000_respondents_take_seconds_and_one_fault_in_all_of_them_is_one_finding() -> None:
    header = f"Timestamp,{FAST},P1,P2"
    lines = [f"{number},{number % 5},Setuju,Bagus" for number in range(5000)]
    begun = process_time()
    found = checked(export("\n".join([header, *lines])), text=TEXT)
    assert process_time() - begun < 5
    assert [survey(found).value, survey(found).respondents] == [2, 5000]
    assert codes(found.findings) == ["S822"]
    assert one(found, "S822").params["count"] == 5000


def test_the_file_says_whose_and_when_it_is() -> None:
    rows = [("Wilayah", "Kota Lain"), ("Tahun", 2021), (), (FAST,), (3,)]
    found = checked(sheet(*rows), text=TEXT, hints=Hints())
    assert [(unit.unit, unit.year) for unit in found.data.units] == [("Kota Lain", 2021)]
    assert found.data.inputs[0].layout == "survey"
    assert codes(checked(sheet((FAST, KIND)), text=TEXT).findings) == ["F410"]


def test_respondents_are_their_own_evidence() -> None:
    text = TEXT.replace("missing:", "evidence: required\nmissing:")
    assert checked(sheet((FAST,), (3,), (4,)), text=text).findings == ()


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("score: {method: levels, levels: {0: Belum, 2: Sebagian, 4: Semua}}", "C204"),
        ("scale: {min: 0, max: 10}", "C203"),
    ],
)
def test_a_value_that_has_no_score_is_a_finding_above_its_answers(method: str, code: str) -> None:
    is_scale = method.startswith("scale")
    said = f"survey: {{{method}}}" if is_scale else f"survey: {{}}, {method}"
    found = checked(sheet((FAST,), (9 if is_scale else 3,)), text=TEXT.replace("survey: {}", said))
    assert places(found.findings) == [(code, "A1")]
    assert answer(found).self_score is not None


def test_forms_have_no_row_for_what_respondents_say() -> None:
    asked = definition(f"{TEXT}  - {{id: A-3, in: a, name: Waktu layanan}}\n")
    rows = form_rows(asked, None, None, Language.ID)
    assert [row.indicator.id for row in rows] == ["A-3"]


def test_no_respondent_is_taken_for_a_header_a_total_or_a_copy_of_one() -> None:
    counting = sheet(("No", FAST, KIND, CLEAN), (1, 2, 3, 4), (2, 3, 3, 3))
    assert survey(checked(counting, text=TEXT)).respondents == 2
    worded = sheet(("Peran", FAST), ("Responden", 3), ("Warga", 4))
    assert survey(checked(worded, text=TEXT)).respondents == 2
    named = sheet(("Nama", FAST), ("Max Santoso", 3), ("Mean", 4))
    assert survey(checked(named, text=TEXT)).respondents == 1
    long = TEXT.replace("4: Sangat setuju", "4: Sangat setuju dan puas sekali")
    words = sheet((KIND, CLEAN), *[("Sangat setuju dan puas sekali",) * 2, ("Setuju",) * 2])
    assert survey(checked(words, text=long), "A-2").respondents == 2


def test_a_header_that_may_be_any_question_leaves_nothing_to_read() -> None:
    text = TEXT.replace(f"P2: {CLEAN}", f"P2: {FAST}").replace(f"P1: {KIND}", f"P1: {FAST}")
    found = checked(sheet((FAST,), (3,)), text=text)
    assert [one for one in codes(found.findings) if one != "S831"] == []
    assert one(found, "S831").params["codes"] == ("A-1", "P1", "P2")


def test_a_table_of_units_with_an_id_is_none_of_respondents() -> None:
    wide = csv_table("id,unit,year,A-1\n1,Kota Uji,2022,3\n2,Kota Lain,2022,1\n")
    assert [one.layout for one in checked(wide, text=TEXT).data.inputs] == ["wide"]


def test_the_reading_that_the_scale_leaves_is_taken_and_noted_once() -> None:
    found = checked(sheet((FAST,), ("3,000",), ("3,000",), (3,)), text=TEXT)
    assert survey(found).value == 3
    assert places(found.findings) == [("C122", "A2")]


def edited(rows: Rows, *merges: str, hidden: int | None = None) -> Workbook:
    """A workbook of a survey with merged cells and a hidden row."""
    book = openpyxl.load_workbook(io.BytesIO(merged(xlsx({"Survei": rows}), *merges)))
    if hidden is not None:
        book["Survei"].row_dimensions[hidden].hidden = True
    data = io.BytesIO()
    book.save(data)
    return read_workbook("survei.xlsx", data.getvalue(), Limits())


def test_a_group_in_a_merged_cell_is_that_of_all_its_rows() -> None:
    groups = "groups: [warga], group_column: Peran"
    text = TEXT.replace("survey: {}", f"survey: {{{groups}}}").replace(
        "    survey:\n", "    survey:\n      groups: [warga]\n      group_column: Peran\n"
    )
    rows = [("Peran", FAST, KIND, CLEAN), ("Warga", 4, 4, 3), (None, 2, 1, 2)]
    found = checked(edited(rows, "A2:A3"), text=text)
    assert [survey(found).value, survey(found, "A-2").respondents] == [3, 2]
    assert found.findings == ()
    found = checked(edited([*rows, (None, 1, 1, 1), (None, 1, 2, 1)], "A2:A3"), text=text)
    assert survey(found).value == 3
    assert one(found, "S828").params["said"] == ("–",)


def test_hidden_respondents_count_and_are_named() -> None:
    found = checked(edited([(FAST,), (4,), (2,)], hidden=3), text=TEXT)
    assert survey(found).value == 3
    assert places(found.findings) == [("F430", "A3")]


def test_who_does_not_know_is_not_counted_and_a_marked_answer_is_asked_about() -> None:
    struck = CellRichText("3", TextBlock(InlineFont(strike=True), "4"))
    found = checked(sheet((FAST,), (4,), ("Tidak tahu",), (struck,), (2,)), text=TEXT)
    assert [survey(found).value, survey(found).respondents] == [3, 2]
    assert one(found, "C132").cell == "A4"


def test_a_signature_below_the_answers_ends_them() -> None:
    rows = [(KIND, CLEAN), (4, 3), ("Kepala Dinas,", None), ("NIP. 19800101 200501 1 001", None)]
    found = checked(sheet(*rows), text=TEXT)
    assert survey(found, "A-2").respondents == 1
    assert found.findings == ()


def test_a_line_of_codes_above_the_texts_belongs_to_the_header() -> None:
    header = [("A-1", "P1", "P2"), (FAST, KIND, CLEAN)]
    found = checked(sheet(("Survei",), (), *header, (4, 3, 3), (2, 4, 4)), text=TEXT)
    assert survey(found).value == 3
    assert found.findings == ()


def test_a_copy_begins_with_its_first_respondent_even_if_others_answered_likewise() -> None:
    own = [(f"R{n}", 4, 4, 4) for n in range(2)] + PEOPLE[3:10]
    theirs = [(f"X{n}", *row[1:]) for n, row in enumerate(own)]
    header = ("Responden", FAST, KIND, CLEAN)
    first = workbook({"Survei": [header, *own]}, path="a.xlsx")
    other = workbook({"Survei": [header, *theirs]}, path="salinan.xlsx")
    said = one(checked(first, other, text=TEXT), "S836")
    assert (said.cell, said.params["count"]) == ("B2", 9)


@pytest.mark.parametrize(("typed", "expected"), [(60, []), (61, ["S833"])])
def test_a_measured_share_may_be_repeated_as_the_result(typed: int, expected: list[str]) -> None:
    combine = "survey: {combine: {share_at_least: 3}}, unit: '%', score: {method: goalposts, "
    text = TEXT.replace("survey: {}", combine + "min: 0, max: 100}")
    form = [("Kode", "Realisasi"), ("A-1", typed)]
    answers = [(FAST,), *[(score,) for score in (4, 3, 2, 3, 1)]]
    found = checked(workbook({"Penilaian": form, "Survei": answers}), text=text)
    assert codes(found.findings) == expected
    assert survey(found).value == 60
