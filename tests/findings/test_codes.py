"""Every code of the families C, X, S, R and F4: data that give exactly it, at exactly one place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kediri_index.messages.catalogue import CATALOGUE, message_of, repair_of
from kediri_index.messages.findings import archive
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Combine, Hints, Opd, Profile, Sharing
from kediri_index.model.workbook import Span, Workbook
from kediri_index.rules import RULES, UnitContext
from kediri_index.usecases import check as check_module
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission, read_workbooks
from kediri_index.usecases.score import LastYear, score
from tests.findings.building import (
    ANSWERS,
    HERE,
    ONE_GROUP,
    TOP,
    Styled,
    csv_table,
    definition,
    long_sheet,
    measured,
    percent,
    scores,
    workbook,
    xlsx,
)

EXCLUDE = "missing: {answers: exclude}\n"
LEVELS = (
    TOP
    + ONE_GROUP
    + "indicators: [{id: A-1, in: a, name: Satu, "
    + "score: {method: levels, levels: {0: Belum, 2: Sebagian, 4: Semua}}}]\n"
)
YES_NO = (
    TOP
    + ONE_GROUP
    + "indicators: [{id: A-1, in: a, name: Satu, score: {method: yes_no, yes: 4, no: 0}}]\n"
)
NO_RANGE = ANSWERS.replace("max: 4", "max: 9000")


def combined(aggregation: str) -> str:
    """Return a definition whose one group is combined so, with negative scores."""
    top = ANSWERS.replace("min: 0", "min: -4")
    return top + f"aggregate: {aggregation}\naggregate_top: arithmetic\n"


NESTED = ANSWERS.replace("name_en: Part A", "groups: [{id: b, kind: pillar, name: B}]").replace(
    "in: a", "in: b"
)
HALF = ANSWERS + "missing: {answers: exclude, min_present: 1}\n"
WEIGHTLESS = (
    TOP
    + EXCLUDE
    + "groups: [{id: a, kind: pillar, name: Bagian A}]\n"
    + "indicators:\n"
    + "  - {id: A-1, in: a, name: Satu, weight: 0}\n"
    + "  - {id: A-2, in: a, name: Dua, weight: 1}\n"
)
FOUR = (
    TOP
    + ONE_GROUP
    + "indicators:\n"
    + "".join(f"  - {{id: A-{n}, in: a, name: Soal {n}}}\n" for n in range(4))
)
AGENCIES = Profile(
    unit="Kota Uji", opd=(Opd("dinkes", "Dinas Kesehatan"), Opd("dinsos", "Dinas Sosial"))
)
EIGHT = (
    TOP
    + EXCLUDE
    + ONE_GROUP
    + "indicators:\n"
    + "".join(f"  - {{id: A-{number}, in: a, name: Butir {number}}}\n" for number in range(1, 9))
)
TWO_AGENCIES = Profile(
    opd=(Opd("dinkes", "Dinas Kesehatan"), Opd("disdik", "Dinas Pendidikan")),
    assign={"disdik": ("A-1",)},
)
TOGETHER = TWO_AGENCIES._replace(assign={"dinkes": ("A-1", "M-1"), "disdik": ("A-1", "M-1")})
LED = TOGETHER._replace(shared={"A-1": Sharing("dinkes")})
MEAN = TOGETHER._replace(shared={"A-1": Sharing(combine=Combine.MEAN)})
SUM = TOGETHER._replace(shared={"*-1": Sharing(combine=Combine.SUM)})


def by_agencies(health: object, education: object, *, column: str = "Nilai asesor") -> Workbook:
    """What two agencies say of one indicator, in B2 and B3."""
    code = "A-1" if column == "Nilai asesor" else "M-1"
    return long_sheet(
        ("Kode", column, "OPD"),
        (code, health, "Dinas Kesehatan"),
        (code, education, "Dinas Pendidikan"),
    )


SHARE = measured("method: achievement, to: [0, 4]")
PERCENTAGE = measured("method: achievement", 'unit: "%", ')
POSTS = measured("method: goalposts, min: 0, max: 100", "valid: [0, 9000], ")
LOGARITHM = measured("method: goalposts, min: 1, max: 100, transform: log")
HEAD = ("Kode", "Nilai asesor")
MEASURES = ("Kode", "Target", "Realisasi")


def among(score: str, more: str = "", top: str = "") -> str:
    """A definition of measured indicators that may lack values, and of what is done to them."""
    return measured(score, more).replace(ONE_GROUP, EXCLUDE + top + ONE_GROUP)


PER_HEAD = "prepare: [{denominate: {M-1: Penduduk}}]\n"
POWER = "prepare: [{treat: {method: winsorise_then_log, winmax: 0, log: box_cox}}]\n"
BY_ISLAND = among(
    "method: goalposts, min: 0, max: 9",
    top="prepare: [{impute: {method: group_mean, by: Pulau}}]\n",
)


@dataclass(frozen=True)
class Case:
    """What is checked, and the one finding it gives: *sheet* and *cell* are its place."""

    code: str
    book: Workbook
    cell: str | None = None
    value: str | None = None
    text: str = ANSWERS
    sheet: str | None = "Penilaian"
    hints: Hints = HERE
    complete: bool = False
    known: Collection[str] = field(default=("uji", "lain"))
    before: tuple[Workbook, ...] = ()
    profile: Profile | None = None
    limits: Limits = field(default=Limits())

    def findings(self) -> tuple[Finding, ...]:
        return check(
            Submission((*self.before, self.book), limits=self.limits),
            definition(self.text),
            self.profile,
            hints=self.hints,
            complete=self.complete,
            known=lambda: self.known,
        ).findings


def answer(code: str, value: object, seen: str | None = None, text: str = ANSWERS) -> Case:
    """A case whose fault stands in B2, the score of A-1."""
    return Case(code, scores(("A-1", value)), "B2", str(value) if seen is None else seen, text)


def result(
    code: str, text: str, target: object, measure: object, cell: str = "C2", seen: str | None = None
) -> Case:
    """A case whose fault stands in the row of the measured M-1."""
    shown = str(measure) if seen is None else seen
    return Case(code, long_sheet(MEASURES, ("M-1", target, measure)), cell, shown, text)


def identity(*pairs: tuple[str, object]) -> Workbook:
    """A sheet of one answer beside a sheet that says whose it is; the first value is in B1."""
    return workbook({"Identitas": pairs, "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3)]})


def wide(*rows: Iterable[object]) -> Workbook:
    return workbook({"Penilaian": [tuple(row) for row in rows]})


def column(code: str, text: str, values: Iterable[float], cell: str, seen: str) -> Case:
    """A case whose fault stands in a column of several units' results, C2 and below."""
    rows = [(f"Kota {name}", 2022, value) for name, value in zip("ABCDEF", values, strict=False)]
    return Case(code, wide(("Wilayah", "Tahun", "M-1"), *rows), cell, seen, text)


def among_units(code: str, score: str, *values: float | None, more: str = "") -> Case:
    """A case about the values of several units, none of them alone."""
    rows = [(f"Kota {name}", value) for name, value in zip("ABC", values, strict=False)]
    text = among(score, more)
    return Case(code, wide(("Wilayah", "M-1"), *rows), None, None, text, sheet=None)


def revision(number: int, score: float, path: str = "isian.xlsx") -> Workbook:
    """One agency's answer; the revision stands in B2."""
    identity = [("OPD", "Dinas Kesehatan"), ("Revisi", number)]
    return workbook(
        {"Identitas": identity, "Penilaian": [("Kode", "Nilai asesor"), ("A-1", score)]}, path
    )


def of_year(year: int, path: str, number: int) -> Workbook:
    """The answer to one question, in a year that stands in B1."""
    return workbook(
        {
            "Identitas": [("Tahun", year)],
            "Penilaian": [("Kode", "Nilai asesor"), (f"A-{number}", 3)],
        },
        path,
    )


def of_unit(unit: str, path: str, number: int) -> Workbook:
    """The answer to one question, of a unit that stands in B1."""
    rows = [("Kode", "Nilai asesor"), (f"A-{number}", 3)]
    return workbook({"Identitas": [("Wilayah", unit)], "Penilaian": rows}, path)


def hiding(book: Workbook, rows: Iterable[int] = (), columns: Iterable[int] = ()) -> Workbook:
    """The same workbook with rows or columns of its sheet hidden."""
    (sheet,) = book.sheets
    hidden = replace(sheet, hidden_rows=frozenset(rows), hidden_columns=frozenset(columns))
    return book._replace(sheets=(hidden,))


def merging(book: Workbook, span: Span) -> Workbook:
    (sheet,) = book.sheets
    return book._replace(sheets=(replace(sheet, merged=(span,)),))


@cache
def cases() -> tuple[Case, ...]:
    """All but those that take more than one call to trigger: they have a test of their own below.

    Their workbooks are written for the test that reads them, not for whoever collects it.
    """
    factors = scores(("A-1", 1), ("A-2", -1))
    return (
        Case("C101", scores(("A-1", 3), ("A-2", None)), "B3"),
        answer("C102", "belum dinilai"),
        Case(
            "C103",
            long_sheet(("Kode", "Nilai asesor 1", "Nilai asesor 2"), ("A-1", 3, None)),
            "C2",
        ),
        Case(
            "C104",
            long_sheet(("Kode", "Nilai asesor", "Bukti dukung"), ("A-1", 3, "-")),
            "C2",
            "-",
            ANSWERS + "evidence: required\n",
        ),
        Case(
            "C105",
            merging(scores(("A-1", 3), ("A-2", None)), Span(2, 2, 3, 2)),
            "B3",
            "3",
        ),
        Case("C106", scores(("A-1", 3), ("A-2", 2)), "A2", text=ANSWERS + "evidence: required\n"),
        Case(
            "C107",
            long_sheet(
                ("Kode", "Nilai asesor 1", "Nilai asesor 2"), ("A-1", 3, None), ("A-2", 2, None)
            ),
            "C2",
        ),
        answer("C110", "tiga"),
        answer("C111", "#DIV/0!"),
        answer("C112", "=1+2"),
        answer("C113", date(2022, 3, 4), "2022-03-04"),
        answer("C114", value=True, seen="TRUE"),
        answer("C115", "3,"),
        answer("C116", "2 - 3"),
        answer("C117", "Rp3"),
        answer("C118", "3 unit"),
        answer("C119", "3\u200b"),
        result("C121", POSTS, None, "1.234"),
        answer("C122", "3,200"),
        answer("C123", percent(0.8), "0.8"),
        answer("C124", "3/4"),
        answer("C125", ">3"),
        answer("C126", "٣"),
        answer("C127", "3; 4"),
        result("C130", PERCENTAGE, 85, 0.85),
        answer("C131", Styled(3, "0,"), "3"),
        answer(
            "C132", CellRichText("3", TextBlock(InlineFont(vertAlign="superscript"), "1")), "31"
        ),
        answer("C133", "NA"),
        Case(
            "C134",
            wide(("Wilayah", "A-1", "A-2"), ("Kota Uji", 3, "NA")),
            "C2",
            "NA",
            ANSWERS + EXCLUDE,
        ),
        Case(
            "C159",
            long_sheet(("Kode", "Nilai asesor 1", "Nilai asesor"), ("A-1", 3, 4)),
            "C2",
            "4",
        ),
        Case("C140", scores(("A-1", "3,25"), ("A-2", "3.200")), "B3", "3.200"),
        result("C150", SHARE, 85, 850),
        result("C151", SHARE, 85, 1),
        result("C152", POSTS, None, 850),
        column("C153", LOGARITHM, (41, 43, 39, 45, 42, 4), "C7", "4"),
        column("C154", POSTS, (850, 910, 640, 720, 990), "C2", "850"),
        result("C155", POSTS, None, 105),
        column("C156", POSTS, (96, 105, 88, 104), "C3", "105"),
        answer("C203", 5),
        answer("C204", 3, text=LEVELS),
        result("C205", POSTS, None, 9001),
        answer("C206", 2, text=YES_NO),
        answer("C207", "tidak ada", text=YES_NO),
        answer("C213", "n/a", text=ANSWERS + "missing: {not_applicable: refuse}\n"),
        Case("X301", scores(("A-9", 3)), "A2", "A-9"),
        Case(
            "X302",
            long_sheet(("Kode", "Indikator", "Nilai asesor"), (None, "Layanan luring", 3)),
            "B2",
            "Layanan luring",
        ),
        Case(
            "X305",
            long_sheet(("Kode", "Indikator", "Nilai asesor"), (None, "Layanan daring", 3)),
            "B2",
            "Layanan daring",
            ANSWERS.replace("Waktu layanan", "Layanan daring"),
        ),
        Case("X303", scores(("A-1", 3), ("A-1", 2)), "B3", "2"),
        Case("X304", scores(("A-1", 3), ("A-1", 3)), "A3", "A-1"),
        Case(
            "X306",
            scores(("A-1", 3), ("A-2", 2), path="salinan.xlsx"),
            sheet=None,
            before=(scores(("A-1", 3), ("A-2", 2)),),
        ),
        Case(
            "X309",
            long_sheet(("Kode", "Satuan", "Realisasi"), ("M-1", "orang", 50)),
            "B2",
            "orang",
            measured("method: goalposts, min: 0, max: 100", 'unit: "%", '),
        ),
        Case(
            "X310",
            long_sheet(("Kode", "Indikator", "Nilai asesor"), ("A-1", "Waktu layanan", 3)),
            "B2",
            "Waktu layanan",
        ),
        Case("X311", long_sheet(("Kode", "Indikator", "Nilai asesor"), (None, None, 3)), "A2"),
        Case("S101", scores(("A-1", 3)), sheet=None, complete=True),
        Case("X312", by_agencies(3, 2), "B3", "2", profile=TOGETHER),
        Case(
            "X313",
            long_sheet(
                ("Kode", "Nilai asesor", "OPD"), ("A-1", 3, "Dinas Kesehatan"), ("A-2", 3, None)
            ),
            sheet=None,
            complete=True,
            profile=MEAN,
        ),
        Case("X314", by_agencies(3, 2), "B3", "2", profile=LED),
        Case(
            "X315",
            by_agencies(3, None),
            "B2",
            "3",
            ANSWERS.replace(TOP, TOP + EXCLUDE),
            complete=True,
            profile=MEAN,
        ),
        Case("X316", by_agencies(3, "n/a"), "B3", "n/a", profile=MEAN),
        Case("X317", by_agencies(5000, 4001, column="Realisasi"), "B2", "5000", POSTS, profile=SUM),
        Case("X318", by_agencies(1, 2), "B2", "1", profile=SUM),
        Case(
            "X319",
            long_sheet(
                ("Kode", "Realisasi", "OPD", "Target"),
                ("M-1", 30, "Dinas Kesehatan", 90),
                ("M-1", 40, "Dinas Pendidikan", 90),
            ),
            "D2",
            "90",
            SHARE,
            profile=SUM,
        ),
        Case(
            "X307",
            workbook(
                {
                    "Identitas": [("OPD", "Dinas Kesehatan")],
                    "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3)],
                }
            ),
            "A2",
            "A-1",
            profile=TWO_AGENCIES,
        ),
        Case("X320", scores(*((f"A-{n}", 2.8) for n in (1, 2, 3))), "B2", "2.8", EIGHT),
        Case("X321", scores(*((f"A-{n}", 4) for n in range(1, 9))), text=EIGHT, sheet=None),
        Case("X322", scores(("A-1", 3), ("Rata-rata", 2)), "B3", "2"),
        result("S201", SHARE, 0, 5, "B2", "0"),
        result("S202", SHARE, 10, -5),
        Case("S203", long_sheet(MEASURES, ("M-1", None, 5)), "B2", text=SHARE),
        result("S204", LOGARITHM, None, 0),
        Case("S301", scores(("a", 2), ("b", 3)), "B2", "2", NESTED),
        Case("S311", scores(("A-1", 3), ("A-2", 3), ("a", 2)), "B4", "2"),
        Case("S312", scores(("A-1", 3), ("A-2", 3), ("a", "tiga")), "B4", "tiga"),
        Case("S302", scores(("A-1", 3)), text=HALF, sheet=None, complete=True),
        Case("S330", scores(("A-1", 3), ("A-2", "n/a")), "B3", "n/a", complete=True),
        Case(
            "S331",
            scores(("A-1", 3), *((f"A-{n}", "n/a") for n in range(2, 9))),
            text=EIGHT,
            sheet=None,
            complete=True,
        ),
        Case("S332", scores(("A-2", "n/a")), "B2", "n/a"),
        Case("S333", scores(*((f"A-{n}", "n/a") for n in range(1, 9))), text=EIGHT, sheet=None),
        Case("S334", wide(("Wilayah", "A-1", "A-2"), ("Kota Uji", 3, "n/a")), "C2", "n/a"),
        Case("S303", scores(("A-1", 3)), text=WEIGHTLESS, sheet=None, complete=True),
        Case("S320", factors, text=combined("geometric"), sheet=None, complete=True),
        Case("S321", factors, text=combined("{mpi: -1}"), sheet=None, complete=True),
        Case("S322", factors, text=combined("copeland"), sheet=None, complete=True),
        Case(
            "S304",
            long_sheet((*MEASURES, "Nilai asesor"), ("M-1", None, 50, 3)),
            "D2",
            "3",
            POSTS,
        ),
        result("S307", measured("method: achievement, target: 10, to: [0, 4]"), 8, 5, "B2", "8"),
        Case(
            "S308",
            long_sheet((*MEASURES, "Nilai mandiri"), ("M-1", None, 50, 3)),
            "D2",
            "3",
            POSTS,
        ),
        Case("S310", long_sheet((*MEASURES, "Capaian"), ("M-1", 10, 8, 50)), "D2", "50", SHARE),
        Case(
            "S306",
            scores(("A-1", 3), ("A-2", 3), ("a", "tidak berlaku")),
            "B4",
            "tidak berlaku",
        ),
        Case("F401", workbook({"Penilaian": []}), sheet=None),
        Case("F402", workbook({"Penilaian": [("Nama", "Skor"), ("A-1", 3)]})),
        Case("F403", workbook({"Penilaian": [("No", "Kode", "Satuan"), (1, "A-1", "%")]}), "A1"),
        Case(
            "F404",
            long_sheet(("Kode", "Nilai asesor"), ("A-1", 3), ("Kode", "Nilai mandiri")),
            "A3",
        ),
        Case("F405", identity(("Definisi", "lain")), "B1", "lain", sheet="Identitas"),
        Case(
            "F406",
            identity(("Versi definisi", 2), ("Definisi", "uji")),
            "B1",
            "2",
            sheet="Identitas",
        ),
        Case("F407", identity(("Definisi", "ujian")), "B1", "ujian", sheet="Identitas"),
        Case("F408", scores(("A-1", 3)), sheet=None, hints=Hints(year=2022)),
        Case("F409", identity(("Tahun", "'22")), "B1", "'22", sheet="Identitas"),
        Case("F410", scores()),
        Case(
            "F411",
            workbook(
                {name: [("Kode", "Nilai asesor"), ("A-1", 3)] for name in ("Penilaian", "Lama")},
                hidden=["Lama"],
            ),
            sheet="Lama",
        ),
        Case(
            "F412",
            long_sheet(("Kode", "Nilai mandiri", "Penilaian mandiri"), ("A-1", 3, 3)),
            "C1",
            "Penilaian mandiri",
        ),
        Case(
            "F450",
            long_sheet(("Kode", "Nilai asesor"), (None, "Budi", "Sri"), ("A-1", 3, 4)),
            "B1",
            "Nilai asesor",
        ),
        Case(
            "F451",
            long_sheet(
                ("Kode", "Tahun", "Nilai asesor 2021", "Nilai asesor 2022"),
                ("A-1", 2021, 3, 4),
                ("A-1", 2022, 3, 4),
            ),
            "C1",
            "Nilai asesor 2021",
        ),
        Case(
            "F452",
            long_sheet(("Kode", "Nilai asesor (2021)"), ("A-1", 3)),
            "B1",
            "Nilai asesor (2021)",
        ),
        Case("F454", csv_table("Kode,Nilai asesor\nA-1,3,5\n"), "C2", "3,5", sheet=None),
        Case("F455", csv_table("Kode,Nilai asesor\nA-1,3,baik\n"), "C2", "baik", sheet=None),
        Case(
            "F453",
            long_sheet(("Kode", "Nilai asesor (2021)", "Nilai asesor"), ("A-1", 3, 4)),
            "B1",
            "Nilai asesor (2021)",
        ),
        Case(
            "F441",
            long_sheet(("Kode", "Nilai asesor", "Hasil penilaian"), ("A-1", 3, 3)),
            "C1",
            "Hasil penilaian",
        ),
        Case(
            "F416",
            workbook(
                {"Sampul": [("Kota Uji",)], "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3)]},
                hidden=["Penilaian"],
            ),
        ),
        Case("F417", identity(("Wilayah", "#N/A")), "B1", "#N/A", sheet="Identitas"),
        Case(
            "F446",
            scores(("A-1", 3), ("A-2", 3), ("Kode", "Bobot"), ("A-1", 40), ("A-2", 60)),
            "A4",
            "Bobot",
        ),
        Case(
            "F447",
            long_sheet(HEAD, ("A-1", 3), ("Tahun 2021",), HEAD, ("A-2", 3)),
            "A4",
            "Tahun 2021",
        ),
        Case(
            "F448",
            long_sheet(("Penilaian tahun 2021",), HEAD, ("A-1", 3)),
            "A1",
            "Penilaian tahun 2021",
        ),
        Case(
            "F449",
            workbook({"2021": [HEAD, ("A-1", 3)], "2022": [HEAD, ("A-2", 3)]}),
            None,
            "2022",
            sheet="2022",
            hints=Hints("Kota Uji"),
        ),
        Case(
            "F445",
            long_sheet(("unit", "A-1", "A-2"), ("Kota Uji", 3, 3), ("Maksimum", 4, 4)),
            "A3",
            "Maksimum",
        ),
        Case(
            "F418",
            long_sheet(("Kode", "Nilai asesor", "Nilia mandiri"), ("A-1", 3, 3)),
            "C1",
            "Nilia mandiri",
        ),
        Case(
            "F419",
            long_sheet(("Kode", "Nilai asesor 1", "Nilai asesor"), ("A-1", 3, 3)),
            "C1",
            "Nilai asesor",
        ),
        Case("F420", wide(("Wilayah", "A-1"), ("Kota Uji", 3, 4)), "C2", "4"),
        Case("F421", scores(("A-1", 3)), sheet=None, hints=Hints("Kota Uji")),
        Case(
            "F422",
            workbook(
                {
                    "Identitas": [("Wilayah", "Kota Uji"), ("Tahun", 2022)],
                    "Penilaian": [("Kode", "Nilai asesor", "Wilayah"), ("A-1", 3, "Kota Lain")],
                }
            ),
            "C2",
            "Kota Lain",
        ),
        Case(
            "F423",
            identity(("Wilayah", "Kota Lain")),
            "B1",
            "Kota Lain",
            sheet="Identitas",
            hints=Hints("Kota Uji", 2022, theirs="Kota Uji"),
        ),
        Case("F424", identity(("Tahun", 2021)), "B1", "2021", sheet="Identitas"),
        Case(
            "F425",
            identity(("OPD", "Dinas Kesehtan")),
            "B1",
            "Dinas Kesehtan",
            sheet="Identitas",
            profile=AGENCIES,
        ),
        Case(
            "F426",
            identity(("OPD", "Dinas Sosial")),
            "B1",
            "Dinas Sosial",
            sheet="Identitas",
            hints=HERE._replace(opd="Dinas Kesehatan"),
        ),
        Case("F427", identity(("Revisi", "dua")), "B1", "dua", sheet="Identitas"),
        Case(
            "F428",
            revision(1, 3),
            "B2",
            "1",
            sheet="Identitas",
            before=(revision(2, 2, "baru.xlsx"),),
        ),
        Case(
            "F429",
            identity(("Hash definisi", "0123456789abcdef"), ("Definisi", "uji")),
            "B1",
            "0123456789ab",
            sheet="Identitas",
        ),
        Case(
            "F430",
            hiding(long_sheet(("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 2)), rows={3}),
            "A3",
        ),
        Case(
            "F431",
            hiding(long_sheet(("Kode", "Nilai asesor"), ("A-1", 3)), columns={2}),
            "B1",
            "Nilai asesor",
        ),
        Case(
            "F432",
            of_year(2021, "lama.xlsx", 0),
            "B1",
            "2021",
            sheet="Identitas",
            before=tuple(of_year(2022, f"{n}.xlsx", n) for n in (1, 2, 3)),
            text=FOUR,
            hints=Hints("Kota Uji"),
        ),
        Case(
            "F433",
            long_sheet(("Kode", "Nilai asesor", "Anggaran"), ("A-1", 3, 250)),
            "C1",
            "Anggaran",
        ),
        Case(
            "F434",
            long_sheet(("Kode", "Nilai asesor"), ("A-1", 3), (None, "lihat lampiran")),
            "B3",
            "lihat lampiran",
        ),
        Case(
            "F435",
            workbook(
                {
                    "Identitas": [("Tahun", 2022)],
                    "Penilaian": [("Tahun", 2021), (), ("Kode", "Nilai asesor"), ("A-1", 3)],
                }
            ),
            "B1",
            "2021",
        ),
        Case(
            "F436",
            workbook(
                {
                    "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3)],
                    "Lain": [("Kode", "Skor"), ("A-2", 2)],
                }
            ),
            "A2",
            "A-2",
            sheet="Lain",
        ),
        Case("F438", identity(("Wilayha", "Kota Uji")), "A1", "Wilayha", sheet="Identitas"),
        Case("F439", wide(("Wilayah", "Tahun", "A-1"), ("Kota Uji", None, 3)), "B2"),
        Case(
            "F440",
            of_unit("Kota Ujii", "lain.xlsx", 0),
            "B1",
            "Kota Ujii",
            sheet="Identitas",
            before=tuple(of_unit("Kota Uji", f"{n}.xlsx", n) for n in (1, 2, 3)),
            text=FOUR,
            hints=Hints(year=2022),
        ),
        Case(
            "F442",
            scores(("A-1", 3), path="profile.yaml"),
            value="Nilai Asessor",
            sheet=None,
            profile=Profile(columns={"Nilai Asessor": ("Skor",)}, path="profile.yaml"),
        ),
        Case("F456", wide(("unit", "A-1", "A-2"), ("Kota Uji", "0.5", "3.200")), "B2", "0.5"),
        Case("F457", scores(("A-1", "1.234"), ("A-2", "2.345")), "B2", "1.234", NO_RANGE),
        Case("F443", scores(("A-1", "x")), sheet=None, limits=Limits(findings=0)),
        Case(
            "F444",
            wide(("Wilayah", "A-1"), ("Kota Uji", 3), ("Kota Lain", 3)),
            sheet=None,
            limits=Limits(units=1),
        ),
        Case("F413", wide(("Wilayah", "A-1", "A-9"), ("Kota Uji", 3, 4)), "C1", "A-9"),
        Case(
            "S720",
            wide(("Wilayah", "A-1"), ("Kota Uji", 3), ("Kota Lain", 2)),
            text=combined("copeland"),
            sheet=None,
            limits=Limits(comparisons=0),
        ),
        among_units("S401", "method: min_max", 3),
        among_units("S402", "method: min_max", 3, 3),
        among_units("S403", "method: rank", 3, 3),
        among_units("S404", "method: distance_to_reference, unit: Kota C", 1, 2),
        among_units("S405", "method: distance_to_reference, unit: Kota A", None, 1, 2),
        among_units("S406", "method: distance_to_reference, unit: Kota A", 1, 2),
        among_units("S407", "method: distance_to_target, target: 1", 1, 2),
        among_units("S408", "method: fraction_of_max", 1, 2, more="direction: lower, "),
        among_units("S409", "method: fraction_of_max", -1, 0),
        among_units("S410", "method: quantile_bands, bands: 5, to: [0, 4]", 1, 2),
        Case(
            "S411",
            wide(("Wilayah", "Penduduk", "M-1"), ("Kota A", 10, 3), ("Kota B", 0, 4)),
            "B3",
            "0",
            among("method: goalposts, min: 0, max: 9", top=PER_HEAD),
        ),
        Case(
            "S412",
            wide(("Wilayah", "M-1"), ("Kota A", 3), ("Kota B", None)),
            None,
            None,
            among(
                "method: goalposts, min: 0, max: 9", top="prepare: [{screen: {min_present: 1}}]\n"
            ),
            sheet=None,
        ),
        Case("S413", wide(("Wilayah", "M-1"), ("Kota A", 3)), None, "Pulau", BY_ISLAND, sheet=None),
        Case(
            "S414",
            wide(("Wilayah", "Pulau", "M-1"), ("Kota A", "Jawa", 3), ("Kota B", None, None)),
            "B3",
            None,
            BY_ISLAND,
        ),
        Case(
            "S417",
            wide(("Wilayah", "M-1"), *((f"Kota {n}", 7 + (n > 1)) for n in range(1, 13))),
            None,
            None,
            among("method: goalposts, min: 0, max: 9", top=POWER),
            sheet=None,
        ),
        Case("F414", wide(("Wilayah", "A-1"), (None, 3)), "A2"),
    )


OTHERS = {"C157", "C158", "F415", "R001", "S305", "S415", "S416", "X308"}
OF_STATISTICS = {code for code in CATALOGUE if code.startswith("S5")}
"""What ``check`` never gives: in ``tests/usecases/test_statistics.py``."""
OF_DRAWS = {"S721", *(code for code in CATALOGUE if code.startswith("S8"))}
"""Likewise: in ``tests/usecases/test_robustness.py``."""
OF_BUNDLES = {entry.code for entry in archive.FINDINGS}
"""What only ``verify`` gives: in ``tests/archive/test_verify.py``."""
OF_TWO_RESULTS = {"S341", *(code for code in CATALOGUE if code.startswith("S6"))}
"""What only ``compare`` gives: in ``tests/usecases/test_compare.py``."""


OF_PLANS = {code for code in CATALOGUE if code.startswith("S7")} - {"S720", "S721"}
"""Likewise: in ``tests/usecases/test_plan.py`` and ``tests/sheets/test_costs_file.py``."""


def assert_says_all(finding: Finding) -> None:
    """Its texts fill in both languages, and no brace or empty param is left."""
    for language in Language:
        for sentence in (message_of(finding, language), repair_of(finding, language)):
            assert sentence
            assert "{" not in sentence
            assert "«»" not in sentence
    assert message_of(finding, Language.ID) != message_of(finding, Language.EN)


def test_each_code_has_data_that_give_exactly_it_there_and_nothing_else() -> None:
    for case in cases():
        findings = case.findings()
        assert [finding.code for finding in findings] == [case.code]
        finding = findings[0]
        place = (finding.file, finding.sheet, finding.cell)
        assert place == (case.book.path, case.sheet, case.cell), case.code
        assert finding.value == case.value, case.code
        assert (finding.line, finding.column) == (None, None), case.code
        assert_says_all(finding)


@pytest.mark.parametrize(
    ("code", "data", "cell"),
    [
        ("C110", "kode,nilai asesor\nA-1,tiga\n", "B2"),
        ("C111", "kode,nilai asesor\nA-1,#DIV/0!\n", "B2"),
        ("C113", "kode,nilai asesor\nA-1,03-Apr\n", "B2"),
        ("C115", 'kode,nilai asesor\nA-1,"3,"\n', "B2"),
        ("C203", "kode,nilai asesor\nA-1,5\n", "B2"),
        ("X301", "kode,nilai asesor\nA-9,3\n", "A2"),
        ("F413", "unit,A-1,A-9\nKota Uji,3,3\n", "C1"),
        ("F414", "unit,A-1\n,3\n", "A2"),
    ],
)
def test_a_text_table_gives_the_same_codes_at_the_same_cells(
    code: str, data: str, cell: str
) -> None:
    (finding,) = check(Submission((csv_table(data),)), definition(), hints=HERE).findings
    assert (finding.code, finding.file, finding.cell) == (code, "isian.csv", cell)


def test_a_unit_that_last_years_file_does_not_hold_is_a_warning_about_that_file() -> None:
    this_year = scores(("A-1", 3), ("A-2", 3))
    last_year = csv_table("unit,year,A-1,A-2\nKota Lain,2021,3,3\n", "lalu.csv")
    (finding,) = score(
        Submission((this_year,)),
        definition(),
        hints=HERE,
        previous=LastYear(Submission((last_year,)), definition(), "lalu.csv"),
    ).findings
    assert (finding.code, finding.file, finding.value) == ("S305", "lalu.csv", "lalu.csv")
    assert (finding.sheet, finding.cell) == (None, None)
    assert_says_all(finding)


@pytest.mark.parametrize(("code", "count"), [("C157", 1), ("C158", 5)])
def test_results_far_from_last_years_are_a_warning_at_their_cell(code: str, count: int) -> None:
    rows = [(f"Kota {name}", n) for n, name in enumerate("ABCDE"[:count], 7)]
    this_year = csv_table("unit,year,M-1\n" + "".join(f"{u},2022,{n}500\n" for u, n in rows))
    last_year = "unit,year,M-1\n" + "".join(f"{u},2021,{n}.5\n" for u, n in rows)
    posts = definition(measured("method: goalposts, min: 0, max: 100000"))
    (finding,) = score(
        Submission((this_year,)),
        posts,
        previous=LastYear(Submission((csv_table(last_year, "lalu.csv"),)), posts, "lalu.csv"),
    ).findings
    assert (finding.code, finding.cell, finding.value) == (code, "C2", "7500")
    assert_says_all(finding)


def test_last_years_scores_among_its_own_units_are_a_warning_about_its_file() -> None:
    this_year = csv_table("unit,year,M-1\nKota A,2022,1\nKota B,2022,2\n")
    last_year = csv_table("unit,year,M-1\nKota A,2021,1\nKota B,2021,3\n", "lalu.csv")
    among_its_own = definition(among("method: min_max"))
    (finding,) = score(
        Submission((this_year,)),
        among_its_own,
        previous=LastYear(Submission((last_year,)), among_its_own, "lalu.csv"),
    ).findings
    assert (finding.code, finding.file, finding.value) == ("S415", "lalu.csv", "lalu.csv")
    assert_says_all(finding)


def test_a_unit_of_the_profile_that_is_nearly_one_without_a_group_is_a_warning() -> None:
    table = csv_table("unit,year,A-1\nKota Satu,2022,1\nKota Dua,2022,2\n")
    groups = {"pulau": {"Jawa": ("Kota Stu", "Kota Dua", "Kota Lain Sekali")}}
    profile = Profile(unit_groups=groups, path="profile.yaml")
    one = definition(f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: Satu}}]\n")
    (finding,) = score(Submission((table,)), one, profile).findings
    assert (finding.code, finding.file, finding.value) == ("S416", "profile.yaml", "Kota Stu")
    assert_says_all(finding)
    assert "Kota Satu" in message_of(finding, Language.EN)


@pytest.mark.parametrize("short", ["Kab. Dua", "KAB DUA", "Kab.Dua"])
def test_a_regency_is_nearest_its_own_name_written_out_and_not_the_city(short: str) -> None:
    table = csv_table("unit,year,A-1\nKabupaten Dua,2022,1\nKota Dua,2022,2\n")
    profile = Profile(unit_groups={"pulau": {"Jawa": (short,)}}, path="profile.yaml")
    one = definition(f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: Satu}}]\n")
    (finding,) = score(Submission((table,)), one, profile).findings
    assert "nearest: Kabupaten Dua" in message_of(finding, Language.EN)


def test_an_answer_that_only_a_superseded_file_has_is_a_warning_at_its_row() -> None:
    new = revision(2, 2, "baru.xlsx")
    identity = [("OPD", "Dinas Kesehatan"), ("Revisi", 1)]
    rows = [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 3)]
    old = workbook({"Identitas": identity, "Penilaian": rows}, "lama.xlsx")
    found = check(Submission((new, old)), definition(), hints=HERE).findings
    assert [one.code for one in found] == ["F428", "X308"]
    only_there = found[1]
    assert (only_there.file, only_there.sheet, only_there.cell) == ("lama.xlsx", "Penilaian", "A3")
    assert only_there.value == "A-2"
    assert_says_all(only_there)


def test_a_lock_file_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "isian.xlsx").write_bytes(xlsx({"Penilaian": []}))
    (tmp_path / "~$isian.xlsx").write_bytes(b"\x06Diskominfo")
    submission = read_workbooks(tmp_path)
    assert [book.path for book in submission.workbooks] == [str(tmp_path / "isian.xlsx")]
    (finding,) = submission.findings
    assert (finding.code, finding.file) == ("F415", str(tmp_path / "~$isian.xlsx"))
    assert_says_all(finding)


def test_a_rule_that_fails_is_a_finding_and_hides_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(context: UnitContext) -> Iterable[Finding]:
        raise ZeroDivisionError(context.data.unit)

    monkeypatch.setattr(check_module, "RULES", (broken, *RULES))
    found = check(Submission((scores(("A-1", None), ("A-2", 5)),)), definition(), hints=HERE)
    assert {finding.code for finding in found.findings} == {"R001", "C101", "C203"}
    (finding,) = (finding for finding in found.findings if finding.code == "R001")
    assert finding.value == "broken"
    assert (finding.file, finding.sheet, finding.cell) == ("isian.xlsx", None, None)
    assert "ZeroDivisionError('Kota Uji')" in message_of(finding, Language.ID)
    assert_says_all(finding)


OF_FUNCTIONS = {*(f"S{number}" for number in range(323, 330)), "S335"}
"""Of functions that a program registers: ``tests/usecases/test_own_functions.py``."""


def test_every_code_of_these_families_is_covered() -> None:
    codes = [code for code in CATALOGUE if code[0] in "CXSR" or code.startswith("F4")]
    elsewhere = (
        OTHERS | OF_STATISTICS | OF_TWO_RESULTS | OF_PLANS | OF_DRAWS | OF_BUNDLES | OF_FUNCTIONS
    )
    assert sorted(codes) == sorted({case.code for case in cases()} | elsewhere)
