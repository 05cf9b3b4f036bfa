"""The report of an agency (Rapor OPD): its figures are those of other commands, its page is one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kediri_index.errors import UsageError
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.present.agency_report import agency_document, index_document
from kediri_index.present.document import Chart
from kediri_index.present.renderers.md import rendered
from kediri_index.usecases.agency_report import agency_named, agency_reports
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import (
    Submission,
    load_definition,
    load_profile,
    read_workbooks,
)
from kediri_index.usecases.plan import Bounds, plan
from kediri_index.usecases.score import score
from kediri_index.usecases.status import status
from tests.findings.building import ONE_GROUP as GROUP
from tests.findings.building import TOP, definition
from tests.present.yearly.reports import EXAMPLES
from tests.usecases.test_status import sheet

if TYPE_CHECKING:
    from kediri_index.model.agency_report import AgencyReport, AgencyReports

CODE = "kominfo-2023-reguler"


@cache
def example(name: str) -> AgencyReports:
    profile = load_profile(EXAMPLES / name / "profile.yaml")
    found = agency_reports(
        read_workbooks(EXAMPLES / name),
        load_definition(CODE),
        profile,
        hints=Hints(theirs=profile.unit),
        allow_errors=True,
    )
    assert found.reports is not None
    return found.reports


@pytest.mark.parametrize("name", ["kota-contoh", "kota-contoh-salah"])
def test_figures_are_those_of_score_status_and_plan(name: str) -> None:
    reports, by = example(name), load_definition(CODE)
    folder = EXAMPLES / name
    files, profile = read_workbooks(folder), load_profile(folder / "profile.yaml")
    hints = Hints(theirs=profile.unit)
    units = score(files, by, profile, hints=hints, allow_errors=True).units or ()
    (scored,) = (one for one in units if (one.unit, one.year) == ("Kota Contoh", 2023))
    assert reports.yearly.result == scored
    views = {row.id: row for row in scored.views["opd"]}
    board = status(check(files, by, profile, hints=hints), by, profile, today=date(2000, 1, 1))
    assert len(reports.agencies) == len(board.opd) == 30
    for one, row in zip(reports.agencies, board.opd, strict=True):
        assert one.view == views.get(row.opd.id)
        no_clock, board_row = (  # beside others' files, of which a score knows one finding more
            each._replace(overdue_days=None, perhaps=()) for each in (one.status, row)
        )
        assert no_clock == board_row
        assert [file.path for file in one.status.perhaps] == [file.path for file in row.perhaps]
    for one in reports.agencies[::13]:
        planned = plan(
            files,
            by,
            profile,
            target=reports.goal,
            bounds=Bounds(opd=one.opd.id),
            hints=hints,
            allow_errors=True,
        )
        assert one.plan == planned.plan


def test_what_all_agencies_lose_is_what_the_overall_lacks() -> None:
    reports = example("kota-contoh")
    overall = reports.yearly.result.overall.score
    assert overall is not None
    lost = sum((one.lost or 0 for one in reports.agencies), Fraction(0))
    assert lost == 4 - overall


MANY = f"""{TOP}year: 2022
groups: [{{id: a, kind: pillar, name: Bagian A, name_en: Part A}}]
indicators:
""" + "".join(
    f"  - {{id: A-{number}, in: a, name: {'Nama yang panjang sekali ' * 8}{number}}}\n"
    for number in range(1, 65)
)
LONG = Opd("besar", "Dinas dengan Nama yang Panjang " * 6)
PROFILE = Profile(
    unit="Kota Uji",
    opd=(LONG, Opd("satu", "Dinas Satu"), Opd("kosong", "Dinas Kosong"), Opd("lain", "Lain")),
    assign={
        "besar": tuple(f"A-{number}" for number in range(1, 61)),
        "satu": ("A-60",),
        "kosong": ("A-61", "A-62"),
    },
)


@cache
def made() -> AgencyReports:
    """Sixty indicators of one agency, one of them shared; an agency of one, one without a file."""
    rows = [(f"A-{number}", 4, number % 5) for number in range(1, 60)]
    books = (
        sheet("besar", *rows, ("A-60", 3, 3), ("A-63", 3, 3), ("A-64", 3, 3), path="a.xlsx"),
        sheet("satu", ("A-60", 3, 3), path="b.xlsx"),
    )
    found = agency_reports(Submission(books), definition(MANY), PROFILE, allow_errors=True)
    assert found.reports is not None
    return found.reports


def page(name: str, reports: AgencyReports | None = None) -> str:
    every = reports or made()
    one = agency(name, every)
    return rendered(agency_document(every, one, Language.EN))


def agency(name: str, reports: AgencyReports) -> AgencyReport:
    return next(one for one in reports.agencies if one.opd.id == name)


def test_of_sixty_indicators_those_that_lose_most_are_shown_and_the_rest_counted() -> None:
    said = page("besar")
    assert said.count("\n| A-") == 9
    assert "51 more indicators are not shown; together they lose" in said
    assert "mean of 60 indicators" in said
    (chart,) = (
        block
        for section in agency_document(made(), agency("besar", made()), Language.ID).sections
        for block in section.blocks
        if isinstance(block, Chart)
    )
    assert all(len(row[1].text) <= 78 for row in chart.table.rows)


def test_a_shared_indicator_is_said_to_be_shared_and_its_points_are_parted() -> None:
    both = {one.id: one for one in agency("besar", made()).leaves}["A-60"]
    (alone,) = agency("satu", made()).leaves
    assert both.lost == alone.lost == Fraction(1, 2 * 62)
    assert "1 indicator is shared with other agencies" in page("satu")
    assert "one indicator" in page("satu")


def test_an_agency_without_a_file_has_no_place_and_no_steps_but_what_is_missing() -> None:
    said = page("kosong")
    assert "**no score**" in said
    assert "- Place: **–**" in said
    assert "No form was received." in said
    assert "2 values are missing: A-61, A-62." in said
    assert "Complete the values first" in said
    assert "No indicator is assigned to this agency." in page("lain")


def test_faults_are_those_of_the_status_board_the_heaviest_first() -> None:
    reports = example("kota-contoh-salah")
    one = max(reports.agencies, key=lambda one: one.status.errors)
    said = page(one.opd.id, reports)
    assert f"{one.status.errors} errors" in said
    assert "Provisional" in said
    assert said.count("\n- ", said.index("## Still to correct")) <= 5


def test_an_agency_with_nothing_to_correct_says_so() -> None:
    said = page("dinkes", example("kota-contoh"))
    assert "Nothing." in said
    assert "- Place: **1 of 30**" in said
    assert "1. OUT-17" in said


def test_the_index_has_every_agency_by_what_it_loses_with_a_link() -> None:
    reports = example("kota-contoh")
    files = {one.opd.id: f"{one.opd.id} (a).html" for one in reports.agencies}
    said = rendered(index_document(reports, Language.EN, files))
    assert said.count("](<") == 30
    first = said.index("[Badan Pengelolaan Keuangan dan Aset Daerah](<bpkad%20%28a%29.html>)")
    assert first < said.index("[Dinas Kesehatan]")
    assert "loses 0.9064 points at 30 agencies" in said


def test_an_agency_is_named_by_any_spelling_and_the_nearest_is_told() -> None:
    assert agency_named(PROFILE, "dinas  SATU").id == "satu"
    with pytest.raises(UsageError) as refused:
        agency_named(PROFILE, "Dinas Sutu")
    assert "Dinas Satu" in repr(refused.value.params["nearest"])


def test_with_one_agency_asked_for_the_others_are_not_planned() -> None:
    profile = load_profile(EXAMPLES / "kota-contoh" / "profile.yaml")
    found = agency_reports(
        read_workbooks(EXAMPLES / "kota-contoh"),
        load_definition(CODE),
        profile,
        only=agency_named(profile, "DLH"),
        hints=Hints(theirs=profile.unit),
    )
    assert found.reports is not None
    (shown,) = found.reports.shown
    assert shown == agency("dlh", example("kota-contoh"))
    assert [one.opd.id for one in found.reports.agencies if one.plan] == ["dlh"]


NO_SCALE = """kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
kinds: {pillar: {name: Pilar}}
year: 2022
groups: [{id: a, kind: pillar, name: Bagian A}]
indicators: [{id: A-1, in: a, name: Satu}, {id: A-2, in: a, name: Dua}]
"""


def test_without_a_scale_ends_are_those_of_the_scores_and_nothing_is_planned() -> None:
    profile = PROFILE._replace(assign={"besar": ("A-1",), "satu": ("A-2",)})
    books = (
        sheet("besar", ("A-1", 7, 6), path="a.xlsx"),
        sheet("satu", ("A-2", 8, 9), path="b.xlsx"),
    )
    found = agency_reports(Submission(books), definition(NO_SCALE), profile, allow_errors=True)
    assert found.reports is not None
    assert found.reports.goal is None
    one = agency("satu", found.reports)
    assert (one.plan, [leaf.id for leaf in one.leaves]) == (None, ["A-2"])
    (chart,) = (
        block
        for block in agency_document(found.reports, one, Language.EN).sections[0].blocks
        if isinstance(block, Chart)
    )
    assert "from 0 to 9" in chart.description


def test_an_agency_at_the_top_of_the_scale_loses_nothing() -> None:
    profile = PROFILE._replace(assign={"besar": ("A-1",), "satu": ("A-2",)})
    text = NO_SCALE.replace("year:", "scale: {min: 0, max: 4}\nyear:")
    books = (
        sheet("besar", ("A-1", 4, 4), path="a.xlsx"),
        sheet("satu", ("A-2", 3, 3), path="b.xlsx"),
    )
    found = agency_reports(Submission(books), definition(text), profile, allow_errors=True)
    assert found.reports is not None
    said = page("besar", found.reports)
    assert "loses" not in page("besar", found.reports).partition("##")[0].replace("loses no", "")
    assert said != page("satu", found.reports)


def test_an_agency_that_loses_nothing_but_has_much_to_correct() -> None:
    profile = PROFILE._replace(assign={"besar": ("A-1", *(f"B-{n}" for n in range(1, 6)))})
    leaves = "".join(f"{{id: B-{n}, in: a, name: Butir {n}}}, " for n in range(1, 6))
    text = f"{TOP}{GROUP}indicators: [{{id: A-1, in: a, name: Satu}}, {leaves}]\n"
    faulty = tuple((f"B-{n}", f"x{n}", f"y{n}") for n in range(1, 6))
    books = (sheet("besar", ("A-1", 4, 4), *faulty, path="a.xlsx"),)
    found = agency_reports(Submission(books), definition(text), profile, allow_errors=True)
    assert found.reports is not None
    said = page("besar", found.reports)
    assert "7 more are in the letter and in the marked copy." in said
    assert "loses no points" not in said.lower()
    index = rendered(index_document(found.reports, Language.EN, {}))
    assert "\n3 of 4 agencies are complete.\n" in index
    assert "together" not in index.partition("**Agencies")[0]


def test_an_agency_answers_for_a_group_whose_score_is_given_not_for_what_is_below_it() -> None:
    profile = PROFILE._replace(assign={"besar": ("a", "b"), "satu": ("A-1",)})
    groups = "groups: [{id: a, kind: pillar, name: A}, {id: b, kind: pillar, name: B}]\n"
    text = f"{TOP}{groups}indicators: [{{id: A-1, in: a, name: Satu}}]\n"
    books = (sheet("besar", ("a", None, 3), ("b", None, 2), path="a.xlsx"),)
    found = agency_reports(Submission(books), definition(text), profile, allow_errors=True)
    assert found.reports is not None
    leaves = {one.opd.id: [leaf.id for leaf in one.leaves] for one in found.reports.agencies}
    assert (leaves["besar"], leaves["satu"]) == (["a", "b"], [])
