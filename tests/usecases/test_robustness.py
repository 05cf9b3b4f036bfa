"""How sure scores are, through files: chances, ranks, missing answers, and every finding."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index import (
    Drawing,
    RobustnessOutcome,
    UsageError,
    load_definition,
    load_weight_sets,
    read_workbooks,
    robustness,
)
from kediri_index.errors import NotFoundError, WeightSetsError
from kediri_index.messages.catalogue import message_of
from kediri_index.model.language import Language
from kediri_index.model.robustness import Robustness, UnitRobustness, WeightSet
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.usecases.inputs import Submission
from tests.findings.building import HERE, csv_table, definition, scores
from tests.findings.test_codes import assert_says_all

ROOT = Path(__file__).parents[2]
TOP = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
title_en: Test
year: 2022
SCALE
publish: {decimals: 1}
kinds: {pillar: {name: Pilar, name_en: Pillar}}
classes: [{name: Rendah, below: 2}, {name: Tinggi}]
groups: [{id: a, kind: pillar, name: Bagian A, name_en: Part A AGGREGATE}]
indicators:
  - {id: A-1, in: a, name: Satu SCORE}
  - {id: A-2, in: a, name: Dua SCORE}
  - {id: A-3, in: a, name: Tiga SCORE}
"""


def text(scale: str = "scale: {min: 0, max: 4}", aggregate: str = "", score: str = "") -> str:
    found = TOP.replace("SCALE", scale).replace(" AGGREGATE", aggregate)
    return found.replace(" SCORE", f", score: {{{score}}}" if score else "")


def outcome(table: str, drawing: Drawing, of: str = "", **more: bool) -> RobustnessOutcome:
    submission = Submission((csv_table(table),))
    return robustness(submission, definition(of or text()), drawing=drawing, **more)  # type: ignore[arg-type]


def result(table: str, drawing: Drawing, of: str = "") -> Robustness:
    found = outcome(table, drawing, of)
    assert found.result is not None, found.findings
    return found.result


def sets(*weights: tuple[int, int, int]) -> tuple[WeightSet, ...]:
    names = ("A-1", "A-2", "A-3")
    return tuple(
        WeightSet(str(at), dict(zip(names, map(Fraction, row), strict=True)))
        for at, row in enumerate(weights)
    )


ONE = "unit,A-1,A-2,A-3\nKota A,1,2,4\n"
TWO = ONE + "Kota B,3,2,1\n"
HALVES = sets((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1))


def test_each_set_of_weights_counts_exactly_once() -> None:
    found = result(ONE, Drawing(weight_sets=HALVES, draws=7))
    (unit,) = found.units
    assert (found.draws, unit.mean, unit.p50) == (4, 2.5, 2.5)
    assert unit.nominal.score == Fraction(7, 3)
    assert unit.class_probability == {"Rendah": 0.25, "Tinggi": 0.75}
    assert unit.rank is None
    assert unit.rank_probability == {}


@pytest.mark.parametrize(("target", "chance"), [("2", 0.75), ("2.1", 0.5), ("4", 0.25), ("5", 0)])
def test_the_chance_of_a_target_is_that_of_the_published_figure(target: str, chance: float) -> None:
    submission = Submission((csv_table(ONE),))
    drawing = Drawing(weight_sets=HALVES)
    found = robustness(submission, definition(text()), drawing=drawing, target=Fraction(target))
    assert found.result is not None
    assert found.result.units[0].target_probability == chance


def test_a_rounded_figure_that_meets_the_target_meets_it() -> None:
    close = "unit,A-1,A-2,A-3\nKota A,3.34,3.36,0\n"
    drawing = Drawing(weight_sets=sets((1, 0, 0), (0, 1, 0)))
    submission = Submission((csv_table(close),))
    found = robustness(submission, definition(text()), drawing=drawing, target=Fraction("3.4"))
    assert found.result is not None
    assert found.result.units[0].target_probability == 0.5


def test_ranks_have_their_chances_and_ties_the_better_one() -> None:
    first, other = result(TWO, Drawing(weight_sets=HALVES)).units
    assert first.rank is not None
    assert (first.rank.nominal, first.rank.mean) == (1, 1.25)
    assert first.rank_probability == {1: 0.75, 2: 0.25}
    assert other.rank_probability == {1: 0.5, 2: 0.5}


def test_the_same_seed_gives_the_same_and_another_seed_another() -> None:
    drawing = Drawing(weights=Fraction(1, 4), draws=200, seed=5)
    assert result(TWO, drawing) == result(TWO, drawing)
    assert result(TWO, drawing) != result(TWO, drawing._replace(seed=6))


def test_without_any_factor_weights_and_what_is_missing_are_drawn_and_it_is_said() -> None:
    exclude = text("scale: {min: 0, max: 4}\nmissing: {answers: exclude}")
    found = result("unit,A-1,A-2,A-3\nKota A,1,,4\n", Drawing(draws=20), exclude)
    assert found.assumed
    assert [factor.id for factor in found.factors] == ["weights:a", "missing"]
    assert not result(ONE, Drawing(draws=20, weights=Fraction(1, 4))).assumed


def test_a_missing_answer_is_drawn_over_the_scale() -> None:
    table = "unit,A-1,A-2,A-3\nKota A,1,,4\n"
    refused = outcome(table, Drawing(draws=4000, weights=Fraction(1, 4)))
    assert refused.result is None
    assert refused.only_missing
    (unit,) = result(table, Drawing(draws=4000, missing=True)).units
    assert unit.nominal.score == Fraction(5, 2)
    assert unit.mean == pytest.approx(7 / 3, abs=0.02)
    assert unit.p5 == pytest.approx((5 + 0.2) / 3, abs=0.02)
    assert unit.p95 == pytest.approx((5 + 3.8) / 3, abs=0.02)


def test_a_missing_answer_of_a_question_with_choices_is_one_of_them() -> None:
    of = text(
        "scale: {min: 0, max: 4}\nmissing: {answers: exclude}",
        score="method: yes_no, yes: 4, no: 1",
    )
    table = "unit,A-1,A-2,A-3\nKota A,ya,,ya\nKota B,ya,ya,tidak\n"
    first, other = result(table, Drawing(draws=400, missing=True), of).units
    assert (first.p5, first.p95) == (3, 4)
    assert first.mean == pytest.approx(3.5, abs=0.1)
    assert other.p5 == other.p95 == 3


def test_a_missing_result_without_bounds_is_drawn_between_those_of_the_others() -> None:
    of = text("missing: {answers: exclude}", score="method: z_score")
    table = "unit,A-1,A-2,A-3\nKota A,1,,1\nKota B,2,5,2\nKota C,3,9,3\n"
    drawn = result(table, Drawing(draws=400, missing=True), of).units[0]
    nobody = table.replace(",5,", ",,").replace(",9,", ",,")
    found = result(nobody, Drawing(draws=20, missing=True, weights=Fraction(1, 4)), of)
    assert drawn.p5 is not None
    assert drawn.p95 is not None
    assert drawn.p5 < drawn.p95
    assert found.units[0].p5 == found.units[0].p95


def test_comparing_all_pairs_of_many_children_and_units_limits_the_draws_too() -> None:
    of = text(aggregate=", aggregate: copeland")
    rows = "".join(f"Kota {n},1,2,{n % 4}\n" for n in range(60))
    table = f"unit,A-1,A-2,A-3\n{rows}"
    assert result(table, Drawing(draws=10, weights=Fraction(1, 4)), of).draws == 10
    with pytest.raises(UsageError) as error:
        outcome(table, Drawing(draws=950_000, weights=Fraction(1, 4)), of)
    assert error.value.message == "too-many-draws"


def test_a_missing_answer_is_drawn_where_a_least_share_must_be_present() -> None:
    of = text("scale: {min: 0, max: 4}\nmissing: {answers: exclude, min_present: 0.9}")
    first, other = result(ONE + "Kota B,3,,1\n", Drawing(draws=400, missing=True), of).units
    assert (first.scored, first.p5, first.p95) == (1, first.p50, first.p50)
    assert other.nominal.score is None
    assert other.scored == 1
    assert other.mean == pytest.approx(2, abs=0.1)


def test_other_errors_refuse_unless_they_are_allowed() -> None:
    table = "unit,A-1,A-2,A-3\nKota A,1,9,4\n"
    drawing = Drawing(draws=20, weights=Fraction(1, 4))
    assert outcome(table, drawing).result is None
    allowed = outcome(table, drawing, allow_errors=True)
    assert allowed.partial
    assert allowed.result is not None


def test_the_indices_of_weights_tell_which_matter() -> None:
    of = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: A, weight: 1}, {id: b, kind: pillar, name: B, weight: 1}]
indicators:
  - {id: A-1, in: a, name: A1}
  - {id: A-2, in: a, name: A2}
  - {id: B-1, in: b, name: B1}
  - {id: B-2, in: b, name: B2}
"""
    table = "unit,year,A-1,A-2,B-1,B-2\nKota A,2022,0,4,2,2.4\nKota B,2022,1,1,3,3\n"
    drawing = Drawing(draws=512, weights=Fraction(1, 2), sobol=True)
    found = result(table, drawing, of)
    spread, even = found.units
    totals = {one.factor: one.total for one in spread.sobol}
    assert list(totals) == ["weights", "weights:a", "weights:b"]
    assert totals["weights:a"] > 0.9
    assert 0 < totals["weights:b"] < 0.1
    assert [one.factor for one in even.sobol if one.total > 0.01] == ["weights"]
    assert found.evaluations == 512 * 5
    assert {one.factor for one in found.sobol} == set(totals)


def test_another_method_fills_the_same_range() -> None:
    table = "unit,A-1,A-2,A-3\nKota A,1,2,4\nKota B,3,2.5,1\nKota C,2,4,3\n"
    of = text("scale: {min: 0, max: 4}", score="method: min_max")
    only = {
        name: result(table, Drawing(draws=5, methods=(name,)), of).units
        for name in ("min_max", "z_score", "rank", "percentile_rank")
    }
    assert [float(one.nominal.score or 0) for one in only["min_max"]] == pytest.approx(
        [one.mean for one in only["min_max"]]
    )
    middle = sum(one.mean or 0 for one in only["z_score"]) / 3
    assert middle == pytest.approx(2)
    assert [one.mean for one in only["rank"]] == [one.mean for one in only["percentile_rank"]]
    assert [one.mean for one in only["rank"]] == pytest.approx([4 / 3, 2, 8 / 3])


def test_a_method_with_parameters_of_its_own_stands_in_for_no_other() -> None:
    of = text("scale: {min: 0, max: 4}", score="method: min_max")
    of = of.replace(
        "Tiga, score: {method: min_max", "Tiga, score: {method: quantile_bands, bands: 2"
    )
    table = "unit,A-1,A-2,A-3\nKota A,1,2,4\nKota B,3,2.5,1\nKota C,2,4,3\n"
    found = outcome(table, Drawing(draws=5, methods=("quantile_bands",)), of)
    assert found.result is not None
    assert [(one.code, one.value, one.params["names"]) for one in found.findings] == [
        ("S811", "quantile_bands", ("A-1", "A-2"))
    ]
    assert [one.mean for one in found.result.units] == [
        pytest.approx(float(one.nominal.score or 0)) for one in found.result.units
    ]


SPREAD = "unit,A-1,A-2,A-3\nKota A,-3,2,4\nKota B,3,2.5,1\nKota C,2,4,3\n"
FREE = "missing: {answers: exclude}"
CASES = {
    "S811": (
        SPREAD.replace("2.5", "-3").replace("2,4\n", "-2,4\n").replace("C,2,4", "C,2,-1"),
        Drawing(draws=20, methods=("min_max", "fraction_of_max")),
        text(score="method: min_max"),
        "fraction_of_max has no score for 1 of the indicators (A-2); there the definition's",
    ),
    "S812": (
        "unit,A-1,A-2,A-3\nKota A,1,2,\nKota B,3,2.5,\n",
        Drawing(draws=20),
        text(FREE, score="method: z_score"),
        "A-3 is missing, but its score has no lowest and highest value",
    ),
    "S813": (
        SPREAD,
        Drawing(draws=20, methods=("min_max", "fraction_of_max")),
        text(aggregate=", aggregate: geometric", score="method: min_max"),
        "in 1 of the units, draws have a group without a score, since its parts cannot be",
    ),
    "S814": (
        ONE,
        Drawing(draws=4, weights=Fraction(1), sobol=True, seed=6),
        text(),
        "the first-order indices sum to ",
    ),
    "S815": (
        ONE,
        Drawing(draws=4, weights=Fraction(1), sobol=True, seed=2),
        text(),
        "the confidence interval of the Sobol index is wider than the index for 1 of the factors",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_each_finding_about_draws_has_data_that_give_it(code: str) -> None:
    table, drawing, of, said = CASES[code]
    found = outcome(table, drawing, of)
    assert found.result is not None
    (finding,) = [one for one in found.findings if one.code == code]
    assert message_of(finding, Language.EN).startswith(said)
    assert_says_all(finding)


def test_all_faults_of_a_file_of_sets_are_told_at_once_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("nama;A-1;A-9;A-1\nx;1;2;3\n\ny;1,5;dua;-1\nz;1\n", encoding="utf-8")
    with pytest.raises(WeightSetsError) as raised:
        load_weight_sets(path, definition(text()))
    found = raised.value.findings
    assert [(one.code, one.line, one.column, one.value) for one in found] == [
        ("S805", 1, 1, "nama"),
        ("S801", 1, 10, "A-9"),
        ("S804", 1, 14, "A-1"),
        ("S802", 4, 7, "dua"),
        ("S802", 4, 11, "-1"),
        ("S803", 5, 1, "z"),
    ]
    for one in found:
        assert_says_all(one)


@pytest.mark.parametrize("content", ["", "set,A-1\n", "\n", "set\nx\n"])
def test_a_file_without_any_set_is_a_fault(content: str, tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WeightSetsError) as raised:
        load_weight_sets(path, definition(text()))
    assert [one.code for one in raised.value.findings] == ["S806"]
    assert_says_all(raised.value.findings[0])


def test_sets_are_read_with_a_byte_order_mark_and_decimal_commas(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_bytes("set;A-1;A-2\nsatu;1,25;2\n".encode("utf-8-sig"))
    (one,) = load_weight_sets(path, definition(text()))
    assert one == WeightSet("satu", {"A-1": Fraction(5, 4), "A-2": Fraction(2)})


def test_a_file_of_sets_that_is_not_there_or_no_text_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load_weight_sets(tmp_path / "no.csv", definition(text()))
    (tmp_path / "sets.csv").write_bytes(b"set,A-1\n\xff,1\n")
    with pytest.raises(UsageError) as error:
        load_weight_sets(tmp_path / "sets.csv", definition(text()))
    assert error.value.message == "weight-sets-encoding"


@pytest.mark.parametrize(
    ("drawing", "key"),
    [
        (Drawing(draws=0), "no-count"),
        (Drawing(seed=-1), "no-count"),
        (Drawing(weights=Fraction(25)), "weight-change"),
        (Drawing(methods=("min_max",)), "methods-none"),
        (Drawing(draws=10**9), "too-many-draws"),
        (Drawing(draws=10**9, keep=True), "too-many-draws"),
        (Drawing(draws=10**7, keep=True), "too-many-to-save"),
        (Drawing(missing=True), "robustness-nothing-varies"),
    ],
)
def test_a_drawing_that_cannot_be_done_is_a_usage_error(drawing: Drawing, key: str) -> None:
    with pytest.raises(UsageError) as error:
        outcome(ONE, drawing)
    assert error.value.message == key


def test_methods_over_units_need_several() -> None:
    of = text(score="method: goalposts, min: 0, max: 4")
    for table, method, key in ((ONE, "min_max", "drawing-one-unit"), (TWO, "minmax", "bad-value")):
        with pytest.raises(UsageError) as error:
            outcome(table, Drawing(methods=(method,)), of)
        assert error.value.message == key


def test_one_way_to_combine_that_is_the_definitions_changes_nothing() -> None:
    (unit,) = result(ONE, Drawing(draws=10, aggregations=(Arithmetic(),))).units
    assert unit.p5 == unit.p95 == pytest.approx(7 / 3)


def test_a_region_of_the_examples_is_as_sure_as_its_weights_let_it_be() -> None:
    found = robustness(
        read_workbooks(ROOT / "examples" / "kota-kediri-2022.xlsx"),
        load_definition("kominfo-2022-reguler"),
        drawing=Drawing(draws=500),
    )
    assert found.result is not None
    (unit,) = found.result.units
    assert unit.p5 is not None
    assert unit.p95 is not None
    assert 3.2 < unit.p5 < float(unit.nominal.score or 0) < unit.p95 < 3.4
    assert isinstance(unit, UnitRobustness)


def test_an_answer_by_the_agency_counts_as_elsewhere() -> None:
    one = scores(("A-1", 3), ("A-2", 3), ("A-3", 1))
    drawing = Drawing(draws=20, weights=Fraction(1, 10))
    found = robustness(Submission((one,)), definition(text()), drawing=drawing, hints=HERE)
    assert found.result is not None
    assert found.result.units[0].unit == "Kota Uji"
