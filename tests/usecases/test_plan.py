"""``plan`` for programs: whose plan, of what, and why there may be none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index import CostsError, NotFoundError, UsageError, load_costs, plan
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.plans import CostLine, CostRule, Plan, PlanOutcome
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.plan import Bounds
from tests.findings.building import TOP, csv_table, definition

TWO = """\
groups:
  - {id: a, kind: pillar, weight: 1, name: Bagian A%s}
  - {id: b, kind: pillar, weight: 1, name: Bagian B}
indicators:
  - {id: A-1, in: a, name: Satu%s}
  - {id: A-2, in: a, name: Dua}
  - {id: B-1, in: b, name: Tiga}
"""
ALL = "unit,year,A-1,A-2,B-1\nKota Uji,2022,1,2,3\n"
GAPS = "unit,year,A-1,A-2,B-1\nKota Uji,2022,1,,3\n"
PROFILE = Profile(
    unit="Kota Uji",
    opd=(Opd("dinkes", "Dinas Kesehatan"), Opd("dinsos", "Dinas Sosial")),
    assign={"dinkes": ("A-*",)},
    targets={2022: Fraction(3)},
)
THREE = Fraction(3)
BY_THE_STEP = CostRule(lines=(CostLine(Fraction(1), Fraction(2), Fraction(5)),))


def tree(group: str = "", indicator: str = "", more: str = "") -> str:
    return TOP + more + TWO % (group, indicator)


def planned(  # noqa: PLR0913 - what a call may say
    table: str = ALL,
    text: str | None = None,
    *,
    target: Fraction | None = THREE,
    profile: Profile | None = None,
    bounds: Bounds | None = None,
    hints: Hints | None = None,
    costs: dict[str, CostRule] | None = None,
    allow_errors: bool = False,
) -> PlanOutcome:
    return plan(
        Submission((csv_table(table),)),
        definition(text or tree()),
        profile,
        target=target,
        bounds=bounds or Bounds(),
        hints=hints,
        costs=costs or {},
        allow_errors=allow_errors,
    )


def the_plan(outcome: PlanOutcome) -> Plan:
    assert outcome.plan is not None
    return outcome.plan


def moves(outcome: PlanOutcome) -> dict[str, Fraction]:
    return {step.id: step.end for step in the_plan(outcome).chosen.steps}


def own(outcome: PlanOutcome) -> list[Finding]:
    """The findings about the plan, each with its texts."""
    found = [finding for finding in outcome.findings if finding.code.startswith("S7")]
    for finding in found:
        for language in Language:
            assert message_of(finding, language)
            assert repair_of(finding, language)
    return found


def test_the_cheapest_steps_of_the_unit_with_its_year() -> None:
    outcome = planned(target=Fraction("2.75"))
    assert (outcome.unit, outcome.year) == ("Kota Uji", 2022)
    assert moves(outcome) == {"B-1": 4}
    assert the_plan(outcome).optimal
    assert not the_plan(outcome).costs_given


def test_the_profile_has_the_target_of_the_year_and_the_costs() -> None:
    costs = {"B-*": Fraction(9), "B-1": Fraction(50), "A-*": Fraction(2)}
    outcome = planned(target=None, profile=PROFILE._replace(costs=costs))
    assert the_plan(outcome).target == THREE
    assert moves(outcome) == {"A-1": 4}
    assert the_plan(outcome).chosen.cost == 6
    assert the_plan(outcome).costs_given


def test_costs_that_are_handed_in_go_before_the_profiles() -> None:
    dear = PROFILE._replace(costs={"*": Fraction(5)})
    outcome = planned(target=Fraction("2.5"), profile=dear, costs={"A-1": CostRule(Fraction(1))})
    assert moves(outcome) == {"A-1": 2}
    assert the_plan(outcome).chosen.cost == 1


def test_one_agency_alone_and_what_is_fixed() -> None:
    for name in ("dinkes", "Dinas Kesehatan"):
        outcome = planned(target=Fraction(4), profile=PROFILE, bounds=Bounds(opd=name))
        assert not the_plan(outcome).reached
        assert the_plan(outcome).best == Fraction("3.5")
        assert moves(outcome) == {"A-1": 4, "A-2": 4}
    for fix in (("a",), ("A-*",), ("A-1", "A-2")):
        outcome = planned(target=Fraction(4), bounds=Bounds(fix=fix))
        assert moves(outcome) == {"B-1": 4}
        assert the_plan(outcome).movable == 1


def test_a_given_group_moves_as_one() -> None:
    outcome = planned("unit,year,a,b\nKota Uji,2022,1.5,3\n", target=Fraction("2.26"))
    (step,) = the_plan(outcome).chosen.steps
    assert (step.id, step.start, step.end) == ("a", Fraction("1.5"), Fraction("1.51"))
    assert the_plan(outcome).alternatives[0].steps[0].id == "b"


def test_unanswered_questions_that_count_as_zero_can_be_answered() -> None:
    fixed = Bounds(fix=("A-1", "B-1"))
    outcome = planned(
        GAPS, tree(more="missing: {answers: zero}\n"), target=Fraction(2), bounds=fixed
    )
    (step,) = the_plan(outcome).chosen.steps
    assert (step.id, step.start) == ("A-2", None)
    assert step.end == step.cost == 1
    assert own(outcome) == []


def test_questions_that_are_left_out_are_no_part_of_the_plan_and_it_says_so() -> None:
    outcome = planned(GAPS, tree(more="missing: {answers: exclude}\n"), target=Fraction(3))
    (finding,) = own(outcome)
    assert (finding.code, finding.value) == ("S704", "A-2")
    assert "A-2" not in moves(outcome)
    fixed = planned(
        GAPS,
        tree(more="missing: {answers: exclude}\n"),
        target=Fraction(3),
        bounds=Bounds(fix=("A-2",)),
    )
    assert own(fixed) == []


def test_costs_of_what_cannot_rise_by_itself_are_said_to_be_unused() -> None:
    dear = {"a": CostRule(THREE), "A-1": CostRule(THREE), "b": CostRule(THREE, by_pattern=True)}
    (finding,) = own(planned(costs=dear))
    assert (finding.code, finding.value) == ("S707", "a")
    given = "unit,year,a,B-1\nKota Uji,2022,1.5,3\n"
    (finding,) = own(planned(given, costs=dear))
    assert (finding.code, finding.value) == ("S707", "A-1")
    of_profile = PROFILE._replace(costs={"a": THREE, "*": THREE})
    (finding,) = own(planned(profile=of_profile))
    assert (finding.code, finding.value) == ("S707", "a")
    fixed = Bounds(fix=("A-1",))
    assert own(planned(costs={"A-1": CostRule(THREE)}, bounds=fixed)) == []


def test_errors_in_the_data_forbid_a_plan_unless_they_are_allowed() -> None:
    refused = planned(GAPS)
    assert refused.plan is None
    assert not refused.partial
    allowed = planned(GAPS, allow_errors=True)
    assert (allowed.partial, the_plan(allowed).reached) == (True, True)
    assert [finding.code for finding in own(allowed)] == ["S704"]


@pytest.mark.parametrize(
    ("group", "indicator", "bounds", "code", "value"),
    [
        (", aggregate: {mpi: -1}", "", Bounds(), "S701", "a"),
        ("", ", score: {method: min_max}", Bounds(), "S702", "A-1"),
        (", aggregate: geometric", "", Bounds(continuous=True), "S703", "a"),
    ],
)
def test_what_cannot_be_planned_is_named(
    group: str, indicator: str, bounds: Bounds, code: str, value: str
) -> None:
    table = ALL + "Kota Lain,2022,3,4,1\n"
    here = Hints("Kota Uji")
    outcome = planned(table, tree(group, indicator), bounds=bounds, hints=here)
    (finding,) = own(outcome)
    assert (finding.code, finding.value, finding.file) == (code, value, "uji.yaml")
    assert outcome.plan is None
    kept = bounds._replace(fix=(value,))
    outcome = planned(table, tree(group, indicator), bounds=kept, hints=here)
    assert own(outcome) == []
    assert value not in moves(outcome)


def test_copeland_at_the_top_is_named_as_the_whole() -> None:
    text = tree(more="aggregate_top: copeland\n")
    table = ALL + "Kota Lain,2022,3,4,1\n"
    outcome = planned(table, text, hints=Hints("Kota Uji"))
    (finding,) = own(outcome)
    assert (finding.code, finding.value) == ("S701", None)
    assert "Indeks keseluruhan" in message_of(finding, Language.ID)


def test_without_a_scale_the_answers_are_left_as_they_are() -> None:
    text = tree().replace("scale: {min: 0, max: 4}\n", "")
    outcome = planned(text=text, costs={"B-1": CostRule(Fraction(1), Fraction(9))})
    (finding,) = own(outcome)
    assert (finding.code, finding.value) == ("S705", "A-1, A-2")
    assert moves(outcome) == {"B-1": Fraction(5)}


def test_without_an_overall_there_is_nowhere_to_start() -> None:
    table = "unit,year,A-1,A-2,B-1\nKota Uji,2022,,,\n"
    outcome = planned(table, tree(more="missing: {answers: exclude}\n"), allow_errors=True)
    assert ([finding.code for finding in own(outcome)], outcome.plan) == (["S706"], None)


TWO_UNITS = ALL + "Kota Lain,2022,3,4,1\n"
TWO_YEARS = ALL + "Kota Uji,2023,3,4,1\n"


@pytest.mark.parametrize(
    ("table", "hints", "bounds", "message"),
    [
        (TWO_UNITS, Hints(), Bounds(), "which-unit"),
        (TWO_UNITS, Hints("Kota Uji Coba"), Bounds(), "no-such-unit"),
        (TWO_YEARS, Hints(), Bounds(), "which-year"),
        (ALL, Hints(), Bounds(fix=("A-9",)), "plan-unknown-id"),
        (ALL, Hints(), Bounds(opd="dinkez"), "plan-unknown-opd"),
        (ALL, Hints(), Bounds(opd="dinsos"), "plan-opd-nothing"),
        (ALL, Hints(), Bounds(step=Fraction(1, 10**6)), "plan-step-small"),
    ],
)
def test_what_cannot_be_asked(table: str, hints: Hints, bounds: Bounds, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        planned(table, profile=PROFILE, hints=hints, bounds=bounds)
    assert raised.value.message == message


def test_an_agency_of_another_units_profile_is_said_to_be_so() -> None:
    with pytest.raises(UsageError) as raised:
        planned(profile=PROFILE._replace(unit="Kota Lain"), bounds=Bounds(opd="dinkes"))
    assert raised.value.message == "profile-of-other-unit"


def test_of_several_units_and_years_one_is_chosen() -> None:
    assert planned(TWO_UNITS, hints=Hints("kota lain")).unit == "Kota Lain"
    assert planned(TWO_YEARS, hints=Hints(year=2023)).year == 2023


def test_a_target_has_to_come_from_somewhere() -> None:
    for profile in (None, PROFILE._replace(unit="Kota Lain"), PROFILE._replace(targets={})):
        with pytest.raises(UsageError) as raised:
            planned(target=None, profile=profile)
        assert raised.value.message == "plan-no-target"


def test_any_amount_takes_costs_by_the_level_and_figures_that_can_be_searched() -> None:
    free = Bounds(continuous=True)
    with pytest.raises(UsageError) as raised:
        planned(bounds=free, costs={"A-1": BY_THE_STEP})
    assert raised.value.message == "plan-lines-continuous"
    fine = tree(more="publish: {decimals: 6, round: [pillar, overall]}\n")
    with pytest.raises(UsageError) as raised:
        planned(text=fine, bounds=free)
    assert raised.value.message == "plan-too-fine"
    assert the_plan(planned(bounds=free, target=Fraction("2.5"))).chosen.cost == Fraction("0.49")


def test_a_measured_step_says_what_result_it_takes() -> None:
    text = tree(indicator=", score: {method: achievement}")
    rows = "Kode,Target,Realisasi,Nilai asesor\nA-1,200,50,\nA-2,,,2\nB-1,,,3\n"
    outcome = planned(
        rows,
        text,
        target=Fraction(3),
        bounds=Bounds(fix=("A-2", "B-1")),
        hints=Hints("Kota Uji", 2022),
    )
    (step,) = the_plan(outcome).chosen.steps
    assert (step.id, step.end, step.need) == ("A-1", Fraction(4), Fraction(200))


def test_costs_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "biaya.csv"
    path.write_text("indicator,cost_per_level\nA-1,2\n", encoding="utf-8")
    assert load_costs(path, definition(tree())) == {"A-1": CostRule(Fraction(2))}
    path.write_text("indicator,cost_per_level\nA-11,2\n", encoding="utf-8")
    with pytest.raises(CostsError) as raised:
        load_costs(path, definition(tree()))
    assert [finding.code for finding in raised.value.findings] == ["S712"]
    with pytest.raises(CostsError):
        load_costs(tmp_path, definition(tree()))
    with pytest.raises(NotFoundError):
        load_costs(tmp_path / "lain.csv", definition(tree()))
