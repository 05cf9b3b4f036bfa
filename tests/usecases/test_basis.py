"""Whose assessment a score rests on: named beside it, and no change across two of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Lead
from kediri_index.model.language import Language
from kediri_index.model.profile import Basis, Profile
from kediri_index.model.scores import UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.present.commands.trace import TraceWording
from kediri_index.present.wording import ScoreWording
from kediri_index.present.yearly.report import document
from kediri_index.usecases.compare import compare
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.plan import plan
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear, score
from kediri_index.usecases.trace import trace
from tests.findings.building import ANSWERS, csv_table, definition, long_sheet

PROFILE = Profile(
    unit="Kota Uji", history={2021: Fraction("3.1"), 2022: Fraction("2.9"), 2023: Fraction("3.4")}
)
INDEX = definition(ANSWERS)
OWN, ASSESSED = Basis.SELF, Basis.ASSESSOR


def book(
    year: int, *, own: tuple[int | None, ...] = (), assessed: tuple[int | None, ...] = ()
) -> Workbook:
    """Two answers, each with what the agency and an assessor gave."""
    none = (None, None)
    rows = zip(("A-1", "A-2"), own or none, assessed or none, strict=True)
    return long_sheet(
        ("Wilayah", "Kota Uji"),
        ("Tahun", year),
        ("Kode", "Nilai mandiri", "Nilai asesor"),
        *rows,
        path=f"{year}.xlsx",
    )


SELF = book(2023, own=(4, 3))
BOTH = book(2023, own=(4, 3), assessed=(3, 3))
PART = book(2023, own=(4, 3), assessed=(3, None))
LAST_SELF = book(2022, own=(3, 3))
LAST_ASSESSED = book(2022, assessed=(3, 3))


def scored(file: Workbook, last: Workbook | None = None, value: Lead | None = None) -> UnitResult:
    previous = LastYear(Submission((last,)), INDEX) if last else None
    outcome = score(Submission((file,)), INDEX, PROFILE, previous=previous, value=value)
    assert outcome.units is not None
    return outcome.units[0]


@pytest.mark.parametrize(
    ("file", "value", "basis"),
    [
        (SELF, None, OWN),
        (BOTH, None, ASSESSED),
        (BOTH, Lead.SELF, OWN),
        (PART, None, OWN),
        (PART, Lead.ASSESSOR_ELSE_SELF, Basis.MIXED),
        (BOTH, Lead.ASSESSOR_ELSE_SELF, ASSESSED),
    ],
)
def test_the_basis_is_that_of_the_scores_that_count(
    file: Workbook, value: Lead | None, basis: Basis
) -> None:
    assert scored(file, value=value).basis is basis


def test_a_table_of_units_says_nothing_of_it() -> None:
    table = csv_table("unit,year,A-1,A-2\nKota Uji,2023,3,3\n")
    assert (scored(table).basis, scored(table).change) == (None, Fraction("0.1"))


@pytest.mark.parametrize(
    ("file", "last", "change"),
    [
        (SELF, None, None),
        (BOTH, None, Fraction("0.1")),
        (SELF, LAST_ASSESSED, None),
        (BOTH, LAST_SELF, None),
        (SELF, LAST_SELF, Fraction("0.5")),
        (BOTH, LAST_ASSESSED, Fraction(0)),
    ],
)
def test_there_is_no_change_across_two_assessments(
    file: Workbook, last: Workbook | None, change: Fraction | None
) -> None:
    result = scored(file, last)
    assert result.change == change
    assert result.other_basis is (change is None)


def test_score_names_the_basis_first_and_says_why_nothing_is_compared() -> None:
    said = ScoreWording(INDEX, Language.EN).facts(scored(SELF))
    assert said[:3] == [
        "self-assessed scores, 2 of 2 answers",
        "published score 3.40",
        "not compared with 2022 (2.90, assessor's), because this score is self-assessed",
    ]


@pytest.mark.parametrize(
    ("file", "beside"),
    [
        (SELF, "dari 4 · nilai mandiri · nilai resmi 3,40"),
        (BOTH, "dari 4 · nilai asesor · nilai mandiri 3,50 · nilai resmi 3,40"),
        (book(2023, assessed=(3, 3)), "dari 4 · nilai resmi 3,40"),
        (book(2020, assessed=(3, 3)), "dari 4"),
    ],
)
def test_the_report_has_it_beside_the_figure(file: Workbook, beside: str) -> None:
    yearly = yearly_report(Submission((file,)), INDEX, PROFILE).yearly
    assert yearly is not None
    head = document(yearly, Language.ID).head
    assert head.of == beside
    if file is SELF:
        assert "▲" not in "".join(str(fact) for fact in head.facts)
        assert any("tidak dibandingkan dengan 2,90 pada 2022" in one for one in head.summary)


def test_trace_and_plan_begin_with_it() -> None:
    traced = trace(Submission((SELF,)), INDEX, PROFILE)
    assert traced.trace is not None
    assert "· nilai mandiri" in TraceWording(INDEX, traced.trace, Language.ID).title()
    planned = plan(Submission((SELF,)), INDEX, PROFILE, target=Fraction("3.6"))
    assert planned.basis is OWN


def test_compare_refuses_two_assessments_and_names_one_that_both_have() -> None:
    def compared(last: Workbook, file: Workbook) -> tuple[bool, list[str]]:
        found = compare(Submission((last,)), Submission((file,)), INDEX, PROFILE)
        return found.comparison is not None, [one.code for one in found.findings]

    assert compared(LAST_ASSESSED, SELF) == (False, ["S341"])
    assert compared(LAST_SELF, SELF) == (True, [])


def test_a_profile_may_say_whose_assessment_its_history_is() -> None:
    profile = PROFILE._replace(history_value=OWN)
    for file, change in ((SELF, Fraction("0.6")), (BOTH, None)):
        outcome = score(Submission((file,)), INDEX, profile)
        assert outcome.units is not None
        assert outcome.units[0].change == change
