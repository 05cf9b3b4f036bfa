from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import Definition, Imputation, Unanswered
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.scores import UnitResult
from kediri_index.model.scoring import Direction, PanelMethod, Years
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.prepare import Prepared, prepare
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from tests.scoring.building import answer, group, index, question, rule, unit
from tests.scoring.one_unit import score_unit

PERCENT = (Fraction(0), Fraction(100))


def of(method: PanelMethod, direction: Direction = Direction.HIGHER) -> Definition:
    """An index of the indicator *a* by *method*, and *b* by min-max."""
    a = question("a", score=rule(method, PERCENT), direction=direction)
    return index(group("g", a, question("b", score=rule(MinMax(), PERCENT))), scale=PERCENT)


def data(name: str, a: int | Missing, b: int = 0, year: int = 2022) -> UnitData:
    return unit(answer("a", measure=a), answer("b", measure=b), name=name, year=year)


def results(made: Prepared) -> list[UnitResult]:
    return [score_unit(made.definition_of(one), one) for one in made.units]


def scores_of_a(made: Prepared) -> list[Fraction | None]:
    return [one.indicators[0].figure.score for one in results(made)]


def codes(made: Prepared) -> list[tuple[str, str | None]]:
    return sorted({(one.code, one.indicator) for one in made.findings})


THREE = (data("A", 1, 1), data("B", 2, 2), data("C", 5, 3))


def test_every_unit_is_scored_among_all() -> None:
    made = prepare(of(MinMax()), THREE)
    assert scores_of_a(made) == [0, 25, 100]
    assert made.findings == ()
    assert scores_of_a(prepare(of(MinMax(), Direction.LOWER), THREE)) == [100, 75, 0]


def test_a_definition_without_panel_methods_is_left_as_it_is() -> None:
    plain = index(group("g", question("a")))
    made = prepare(plain, THREE)
    assert made.definition_of(THREE[0]) is plain
    assert made.units is THREE


def test_years_are_pooled_unless_each_is_to_stand_by_itself() -> None:
    units = (
        data("A", 0, 1, 2021),
        data("B", 2, 2, 2021),
        data("A", 2, 1, 2022),
        data("B", 4, 2, 2022),
    )
    assert scores_of_a(prepare(of(MinMax()), units)) == [0, 50, 50, 100]
    assert scores_of_a(prepare(of(MinMax(years=Years.EACH)), units)) == [0, 100, 0, 100]


def test_the_reference_is_that_of_the_year_that_is_scored() -> None:
    units = (
        data("A", 0, 1, 2021),
        data("B", 2, 2, 2021),
        data("A", 2, 1, 2022),
        data("B", 4, 2, 2022),
    )
    assert scores_of_a(prepare(of(DistanceToReference(unit="b")), units)) == [0, 100, 50, 100]


def test_missing_values_are_looked_at_by_no_method() -> None:
    units = (*THREE, data("D", Missing.EMPTY, 4))
    assert scores_of_a(prepare(of(MinMax()), units)) == [0, 25, 100, None]


def test_what_is_the_same_everywhere_has_no_score_and_its_siblings_take_its_weight() -> None:
    units = (data("A", 3, 1), data("B", 3, 2))
    made = prepare(of(MinMax()), units)
    assert codes(made) == [("S402", "a")]
    first, second = results(made)
    assert first.indicators[0].missing is Missing.UNDEFINED
    assert [first.overall.score, second.overall.score] == [0, 100]
    assert [one.reason for one in first.omissions] == [Missing.UNDEFINED]
    assert first.completeness.share == 1


def test_what_has_no_score_by_its_method_counts_as_missing_under_no_policy() -> None:
    units = (data("A", 3, 1), data("B", 3, 2))
    for policy in Unanswered:
        definition = of(MinMax())
        strict = definition._replace(missing=definition.missing._replace(answers=policy))
        assert [one.overall.score for one in results(prepare(strict, units))] == [0, 100]


def test_a_rank_that_all_share_is_scored_and_named() -> None:
    made = prepare(of(Rank()), (data("A", 3, 1), data("B", 3, 2)))
    assert codes(made) == [("S403", "a")]
    assert scores_of_a(made) == [1, 1]


def test_one_unit_has_no_score_whatever_the_method() -> None:
    for method in (MinMax(), Rank(), DistanceToReference(unit="A")):
        made = prepare(of(method), (data("A", 3, 1),))
        assert codes(made) == [("S401", "a"), ("S401", "b")]
        (result,) = results(made)
        assert result.overall.score is None


def test_a_year_of_one_unit_is_named() -> None:
    units = (*THREE, data("A", 1, 1, 2023))
    made = prepare(of(MinMax(years=Years.EACH)), units)
    assert codes(made) == [("S401", "a")]
    assert made.findings[0].params["year"] == " (2023)"


def params(name: str, method: str, **more: object) -> dict[str, object]:
    return {"name": Label(name), "method": method, **more}


def test_what_stands_out_is_told_with_the_indicator_and_its_method() -> None:
    (alone, _) = prepare(of(MinMax()), (data("A", 3, 1),)).findings
    assert alone == Finding("S401", indicator="a", params=params("a", "min_max", year=""))
    (equal,) = prepare(of(MinMax(), Direction.LOWER), (data("A", 3, 1), data("B", 3, 2))).findings
    more = params("a", "min_max", year="", seen=3, count=2)
    assert equal == Finding("S402", indicator="a", params=more)
    (tied,) = prepare(of(Rank()), (data("A", 3, 1), data("B", 3, 2))).findings
    assert tied == Finding(
        "S403", indicator="a", params=params("a", "rank", year="", seen=3, count=2)
    )


TWO_YEARS = (
    data("A", 0, 1, 2021),
    data("B", 2, 2, 2021),
    data("A", 2, 1, 2022),
    data("B", 4, 2, 2022),
)


@pytest.mark.parametrize(
    ("code", "last"),
    [("S404", data("C", 4, 2, 2022)), ("S405", data("B", Missing.EMPTY, 2, 2022))],
)
def test_a_reference_that_one_year_has_not_is_told_of_that_year(code: str, last: UnitData) -> None:
    (finding,) = prepare(of(DistanceToReference(unit="B")), (*TWO_YEARS[:3], last)).findings
    more = params("a", "distance_to_reference", year=" (2022)", reference="B")
    assert finding == Finding(code, indicator="a", params=more)


def test_a_reference_of_the_only_year_is_told_without_it() -> None:
    (finding,) = prepare(of(DistanceToReference(unit="C")), TWO_YEARS[:2]).findings
    assert (finding.code, finding.params["year"]) == ("S404", "")


def test_a_reference_that_is_the_worst_of_its_year_is_told_of_that_year() -> None:
    (finding,) = prepare(of(DistanceToReference(unit="A")), TWO_YEARS).findings
    more = params("a", "distance_to_reference", year=" (2021)", reference="A")
    assert finding == Finding("S406", indicator="a", params=more)


def test_what_is_wrong_over_all_years_names_none() -> None:
    found = prepare(of(DistanceToTarget(target=Fraction(0))), TWO_YEARS).findings
    assert {one.params["year"] for one in found} == {""}


def test_each_year_tells_its_own() -> None:
    units = (data("A", 1, 1, 2021), data("A", 1, 2, 2022))
    found = prepare(of(MinMax(years=Years.EACH)), units).findings
    assert [one.params["year"] for one in found] == [" (2021)", " (2022)"]


def test_the_reference_is_compared_by_the_direction_of_the_indicator() -> None:
    lower = of(DistanceToReference(unit="B"), Direction.LOWER)
    assert scores_of_a(prepare(lower, THREE)) == [Fraction(400, 3), 100, 0]


def test_groups_within_groups_are_fitted_too() -> None:
    inner = group("in", question("a", score=rule(MinMax(), PERCENT)))
    made = prepare(index(group("out", inner), scale=PERCENT), THREE)
    assert scores_of_a(made) == [0, 25, 100]


def test_years_that_fit_alike_have_one_definition() -> None:
    same = prepare(of(MinMax()), TWO_YEARS)
    assert same.definition_of(TWO_YEARS[0]) is same.definition_of(TWO_YEARS[2])
    each = prepare(of(MinMax(years=Years.EACH)), TWO_YEARS)
    assert each.definition_of(TWO_YEARS[0]) != each.definition_of(TWO_YEARS[2])


def test_a_year_whose_units_are_all_left_out_has_a_definition_too() -> None:
    screened = of(MinMax())._replace(prepare=(Screen(Fraction(1)),))
    made = prepare(screened, (*THREE, data("A", Missing.EMPTY, 1, 2023)))
    assert [one.left_out for one in made.units] == [False, False, False, True]
    assert made.definition_of(made.units[3]) == made.definition_of(made.units[0])


def test_the_score_that_is_said_to_lead_is_prepared() -> None:
    put = Impute(Imputation.MEAN)
    definition = index(group("g", question("a")))._replace(prepare=(put,))
    units = (unit(answer("a", 2, own=1)), unit(answer("a", Missing.EMPTY, own=4)))
    by_assessor = prepare(definition, units, Lead.ASSESSOR).unit(1).answers["a"]
    assert [one.number for one in by_assessor.assessor] == [2]
    by_self = prepare(definition, units, Lead.SELF).effects
    assert by_self is not None
    assert by_self.all() == ()
