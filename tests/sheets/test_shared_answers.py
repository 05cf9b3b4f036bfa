"""An indicator of several agencies: whose value counts, and whose part of the index it is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Combine, Opd, Profile, Sharing
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.present.findings import counted
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.plan import Bounds, plan
from kediri_index.usecases.score import score
from kediri_index.usecases.template import Wanted, forms_by_file
from kediri_index.usecases.trace import trace
from tests.findings.building import ONE_GROUP, TOP, definition, long_sheet

RESULTS = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: M-1, in: a, name: Satu, score: {{method: goalposts, min: 0, max: 100}}}}
  - {{id: M-2, in: a, name: Dua, valid: [0, 100], score: {{method: goalposts, min: 0, max: 100}}}}
"""
SCORES = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: M-1, in: a, name: Satu}}
  - {{id: M-2, in: a, name: Dua, score: {{method: levels, levels: {{1: x, 2: y, 4: z}}}}}}
"""
ACHIEVED = RESULTS.replace("goalposts, min: 0, max: 100", "achievement, cap: 1")
HEALTH, SOCIAL = "Dinas Kesehatan", "Dinas Sosial"
PLAIN = Profile(
    unit="Kota Uji",
    opd=(Opd("dinkes", HEALTH), Opd("dinsos", SOCIAL)),
    assign={"dinkes": ("M-1", "M-2"), "dinsos": ("M-2",)},
)
LEAD = PLAIN._replace(shared={"M-2": Sharing("dinkes")})
MEAN = PLAIN._replace(shared={"M-*": Sharing(combine=Combine.MEAN)})
SUM = PLAIN._replace(shared={"M-2": Sharing(combine=Combine.SUM)})


def of(opd: str, *rows: tuple[object, ...], column: str = "Realisasi") -> Workbook:
    """The file of *opd*: its rows begin in row 5, their values in column B."""
    return long_sheet(
        ("Wilayah", "Kota Uji"),
        ("Tahun", 2022),
        ("OPD", opd),
        ("Kode", column, *(["Target"] if any(row[2:] for row in rows) else [])),
        *rows,
        path=f"{opd.rsplit(maxsplit=1)[-1].lower()}.xlsx",
    )


def two(first: object, second: object, column: str = "Realisasi") -> tuple[Workbook, ...]:
    """Both agencies' files, with *first* and *second* for what they share."""
    return (
        of(HEALTH, ("M-1", 2 if column != "Realisasi" else 50), ("M-2", first), column=column),
        of(SOCIAL, ("M-2", second), column=column),
    )


def scored(
    files: tuple[Workbook, ...], profile: Profile, text: str = RESULTS, policy: str = ""
) -> ScoreOutcome:
    return score(Submission(files), definition(policy + text if policy else text), profile)


def result(outcome: ScoreOutcome) -> UnitResult:
    assert outcome.units is not None, [(f.code, f.params) for f in outcome.findings]
    return outcome.units[0]


def shared_of(outcome: ScoreOutcome) -> Fraction | None:
    return next(one for one in result(outcome).indicators if one.id == "M-2").figure.score


def codes(outcome: ScoreOutcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


def said(finding: Finding) -> str:
    return message_of(finding, Language.EN)


@pytest.mark.parametrize(
    ("profile", "due"),
    [(LEAD, Fraction(16, 5)), (MEAN, Fraction(14, 5)), (SUM, None)],
    ids=["lead", "mean", "sum"],
)
def test_the_profile_says_whose_value_counts(profile: Profile, due: Fraction | None) -> None:
    outcome = scored(two(80, 60), profile)
    if due is None:  # 140 is above what the indicator may be
        assert codes(outcome) == ["X317"]
        outcome = scored(two(30, 60), profile)
        due = Fraction(18, 5)
    assert shared_of(outcome) == due


@pytest.mark.parametrize("order", [1, -1])
def test_different_values_are_one_error_that_names_every_cell(order: int) -> None:
    (finding,) = scored(two(80, 60.5)[::order], PLAIN).findings
    assert (finding.code, finding.indicator) == ("X312", "M-2")
    for part in (HEALTH, "80", "kesehatan.xlsx · Penilaian!B6", SOCIAL, "60.5", "B5"):
        assert part in said(finding)


def test_the_same_value_of_both_is_no_finding_and_has_both_cells() -> None:
    outcome = scored(two(80, 80), PLAIN)
    assert codes(outcome) == []
    (one,) = (one for one in result(outcome).indicators if one.id == "M-2")
    assert [(at.file, at.cell) for at in one.sources] == [
        ("kesehatan.xlsx", "B6"),
        ("sosial.xlsx", "B5"),
    ]


@pytest.mark.parametrize("profile", [PLAIN, LEAD, MEAN, PLAIN._replace(shared={})])
def test_parts_of_the_index_add_up_to_it(profile: Profile) -> None:
    found = result(scored(two(80, 80), profile))
    parts = [row.contribution for row in found.views["opd"]]
    assert sum(part for part in parts if part is not None) == found.overall.score


def test_the_lead_has_the_whole_weight() -> None:
    rows = {row.id: row for row in result(scored(two(80, 60), LEAD)).views["opd"]}
    assert set(rows) == {"dinkes"}
    assert rows["dinkes"].contribution == result(scored(two(80, 60), LEAD)).overall.score


def test_a_value_that_does_not_count_is_named() -> None:
    (finding,) = scored(two(80, 60), LEAD).findings
    assert (finding.code, finding.file, finding.cell) == ("X314", "sosial.xlsx", "B5")
    assert HEALTH in said(finding)
    assert scored(two(80, 80), LEAD).findings == ()


@pytest.mark.parametrize("profile", [MEAN, SUM, LEAD])
def test_who_has_not_answered_is_named_where_all_must(profile: Profile) -> None:
    only = two(80, 60)
    files = only[1:] if profile is LEAD else only[:1]
    found = scored(files, profile).findings
    shared = [one for one in found if one.indicator == "M-2"]
    assert [one.code for one in shared] == ["X313"]
    assert (HEALTH if profile is LEAD else SOCIAL) in said(shared[0])
    assert check(Submission(files), definition(RESULTS), profile).findings == ()


def test_an_empty_cell_of_one_of_them_is_named_at_that_cell() -> None:
    (finding,) = scored(two(80, None), MEAN).findings
    assert (finding.code, finding.file, finding.cell) == ("C101", "sosial.xlsx", "B5")
    assert shared_of(scored(two(80, None), PLAIN)) == Fraction(16, 5)


def test_what_is_left_out_beside_a_gap_is_named_where_gaps_are_allowed() -> None:
    text = RESULTS.replace("groups:", "missing: {answers: exclude}\ngroups:")
    outcome = scored(two(80, None), MEAN, text)
    assert (codes(outcome), shared_of(outcome)) == (["X315"], None)
    assert SOCIAL in said(outcome.findings[0])


def test_such_a_gap_is_counted_alike_by_check_and_score_or_named_as_an_absent_row() -> None:
    text = RESULTS.replace("groups:", "missing: {answers: exclude}\ngroups:")
    for files, clause in (
        (two(80, None), ""),
        (two(80, 60)[:1], " · 1 of them is about absent rows or scores (check: --complete)"),
    ):
        found = check(Submission(files), definition(text), MEAN).findings
        assert codes(scored(files, MEAN, text)) == ["X315"]
        assert [one.code for one in found] == ([] if clause else ["X315"])
        counted_there = counted(scored(files, MEAN, text).findings, Language.EN)
        assert counted_there == f"0 errors, 1 warning, 0 notes{clause}"


def test_one_to_whom_it_does_not_apply_is_left_out_with_a_note() -> None:
    outcome = scored(two(80, "n/a"), MEAN)
    assert (codes(outcome), shared_of(outcome)) == (["X316"], Fraction(16, 5))
    both = scored(two("n/a", "n/a"), MEAN)
    assert next(one for one in result(both).indicators if one.id == "M-2").missing is not None


def test_levels_are_scored_by_themselves_and_then_averaged() -> None:
    outcome = scored(two(4, 1, "Nilai asesor"), MEAN, SCORES)
    assert shared_of(outcome) == Fraction(5, 2)


def test_self_assessment_leads_where_one_of_them_has_no_assessor() -> None:
    first = of(HEALTH, ("M-1", 2), ("M-2", 4), column="Nilai asesor")
    second = of(SOCIAL, ("M-2", 1), column="Nilai mandiri")
    assert "X313" not in codes(scored((first, second), MEAN, SCORES))
    assert scored((first, second), MEAN, SCORES).units is None


def test_scores_are_not_summed() -> None:
    outcome = scored(two(2, 1, "Nilai asesor"), SUM, SCORES)
    assert codes(outcome) == ["X318"]


def test_targets_are_summed_with_the_results() -> None:
    def files(first: object, second: object) -> tuple[Workbook, ...]:
        return (
            of(HEALTH, ("M-1", 50, 100), ("M-2", 30, first)),
            of(SOCIAL, ("M-2", 15, second)),
        )

    assert shared_of(scored(files(40, 50), SUM, ACHIEVED)) == 2
    whole = scored(files(90, None), SUM, ACHIEVED)
    assert shared_of(whole) == 2
    assert codes(whole) == []
    assert codes(scored(files(90, 90), SUM, ACHIEVED)) == ["X319"]
    assert shared_of(scored(files(40, 50), MEAN, ACHIEVED)) == 2


def test_trace_shows_the_target_that_the_result_of_all_is_held_against() -> None:
    files = (of(HEALTH, ("M-1", 50, 100), ("M-2", 30, 40)), of(SOCIAL, ("M-2", 15, 50)))
    traced = trace(Submission(files), definition(ACHIEVED), SUM, node="M-2")
    assert traced.trace is not None
    node = traced.trace.node
    assert (node.said[0].key, node.said[0].params["value"]) == ("trace.shared.sum", 45)
    assert node.said[1].params["target"] == 90


def test_a_file_of_no_agency_may_give_the_whole() -> None:
    rows = (("Kode", "Realisasi"), ("M-1", 50), ("M-2", 70))
    whole = long_sheet(*rows, path="rekap.xlsx")
    assert shared_of(scored((whole,), MEAN)) == Fraction(14, 5)


@pytest.mark.parametrize(
    ("agencies", "value", "found"),
    [(False, 70, "X304"), (False, 60, "X303"), (True, 70, "X304"), (True, 60, "X303")],
)
def test_a_further_file_of_no_agency_must_say_the_same(
    agencies: bool,  # noqa: FBT001 - of a parametrised test
    value: int,
    found: str,
) -> None:
    top = (("Wilayah", "Kota Uji"), ("Tahun", 2022), ("Kode", "Realisasi"))
    first = long_sheet(*top, ("M-1", 50), ("M-2", 70), path="rekap.xlsx")
    again = long_sheet(*top, ("M-2", value), path="lain.xlsx")
    outcome = scored((*(two(70, 70) if agencies else (first,)), again), MEAN)
    assert codes(outcome) == [found]
    if value == 70:
        assert shared_of(outcome) == Fraction(14, 5)


def test_a_file_of_no_agency_may_give_what_they_left_empty() -> None:
    top = (("Wilayah", "Kota Uji"), ("Tahun", 2022), ("Kode", "Realisasi"))
    whole = long_sheet(*top, ("M-2", 70), path="rekap.xlsx")
    outcome = scored((*two(None, None), whole), MEAN)
    assert (shared_of(outcome), codes(outcome)) == (Fraction(14, 5), [])


def test_two_rows_of_one_agency_that_differ_are_asked_about() -> None:
    twice = of(HEALTH, ("M-1", 50), ("M-2", 80), ("M-2", 60))
    assert "X303" in codes(scored((twice, of(SOCIAL, ("M-2", 60))), MEAN))


def test_one_recap_with_a_row_an_agency_is_several_agencies() -> None:
    rows = (
        ("Kode", "OPD", "Realisasi"),
        ("M-1", HEALTH, 50),
        ("M-2", HEALTH, 80),
        ("M-2", SOCIAL, 60),
    )
    assert shared_of(scored((long_sheet(*rows, path="rekap.xlsx"),), MEAN)) == Fraction(14, 5)


def test_trace_says_how_they_were_put_together() -> None:
    traced = trace(Submission(two(80, 60)), definition(RESULTS), MEAN, node="M-2")
    assert traced.trace is not None
    node = traced.trace.node
    assert (node.said[0].key, node.said[0].params["value"]) == ("trace.shared.mean", 70)
    assert [str(one.source.cell) for one in node.seen] == ["B6", "B5"]


@pytest.mark.parametrize("profile", [LEAD, MEAN], ids=["lead", "mean"])
def test_a_missing_assessor_of_an_agency_that_counts_is_named_at_its_cell(profile: Profile) -> None:
    header = ("Kode", "Nilai asesor 1", "Nilai asesor 2")
    health = long_sheet(
        ("OPD", HEALTH), header, ("M-1", 2, 2), ("M-2", 4, None), path="kesehatan.xlsx"
    )
    social = long_sheet(("OPD", SOCIAL), header, ("M-2", 2, 3), path="sosial.xlsx")
    rest = SCORES.replace("levels: {1: x, 2: y, 4: z}", "levels: {1: x, 2: y, 3: w, 4: z}")
    outcome = scored((health, social), profile, rest)
    (finding,) = (one for one in outcome.findings if one.code == "C103")
    assert (finding.file, finding.cell, finding.indicator) == ("kesehatan.xlsx", "C4", "M-2")
    assert said(finding) == "only 1 of 2 assessors' scores are there; the mean is theirs"
    other = scored((social, health), PLAIN._replace(shared={"M-2": Sharing("dinsos")}), rest)
    assert "C103" not in codes(other)


def test_the_form_of_each_agency_asks_for_what_they_share() -> None:
    wanted = Wanted(definition(RESULTS), PLAIN, "Kota Uji", 2022, Language.ID)
    asked = {
        form.opd.id: [row.indicator.id for row in form.rows]
        for _, form in forms_by_file(wanted)[0]
        if form.opd
    }
    assert asked == {"dinkes": ["M-1", "M-2"], "dinsos": ["M-2"]}


@pytest.mark.parametrize("profile", [PLAIN, LEAD, MEAN], ids=["same", "lead", "mean"])
@pytest.mark.parametrize(("opd", "ids"), [("dinkes", {"M-1", "M-2"}), ("dinsos", {"M-2"})])
def test_the_plan_of_either_names_what_they_share_once(
    opd: str, ids: set[str], profile: Profile
) -> None:
    found = plan(
        Submission(two(2, 2, "Nilai asesor")),
        definition(SCORES),
        profile,
        target=Fraction(4),
        bounds=Bounds(opd=opd),
    ).plan
    assert found is not None
    named = [step.id for step in found.chosen.steps]
    assert (sorted(set(named)), len(named)) == (sorted(ids), len(ids))


def test_trace_tells_their_scores_from_several_assessors() -> None:
    said = [
        trace(
            Submission(two(*values, column="Nilai asesor")), definition(SCORES), profile, node="M-2"
        )
        for values, profile in (((2, 4), MEAN), ((4, 4), PLAIN))
    ]
    nodes = [one.trace.node for one in said if one.trace is not None]
    keys = [(node.said[0].key, node.said[0].params["count"]) for node in nodes]
    assert keys == [("trace.shared.scores", 2), ("trace.shared.same", 2)]
