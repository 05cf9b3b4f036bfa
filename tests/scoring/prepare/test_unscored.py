"""Values without a score once they are prepared, or among those of other units."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.language import Perhaps
from kediri_index.model.preparing import Effects, IndicatorChange
from kediri_index.model.scoring import Direction, Fault, Outside, Scored, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.normalisations.fitted import Line
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.prepare.panel import panel_of
from kediri_index.scoring.prepare.unscored import unscored_values
from tests.scoring.building import (
    SCALE,
    answer,
    group,
    index,
    question,
    reading,
    rule,
    source,
    unit,
)

DOUBLE = Line(Fraction(2), Fraction(0))


def of(method: ScoringMethod, outside: Outside = Outside.ERROR, name: str = "m") -> Indicator:
    return question(name, score=rule(method, SCALE, outside))


def made(*units: UnitData, indicators: tuple[Indicator, ...], changed: str = "") -> Prepared:
    """What is ready where a step changed the values of some indicators into what they are."""
    definition = index(group("g", *indicators))
    panel = panel_of(definition, units, None)
    rows = range(len(units))
    changes = tuple(
        IndicatorChange("put", "", name, rows, panel.values[name], panel.values[name])
        for name in changed
    )
    return Prepared(units, definition, {}, Effects(panel.units, (changes,)), (), panel)


def found(*units: UnitData, by: tuple[Indicator, ...], changed: str = "") -> list[Finding]:
    prepared = made(*units, indicators=by, changed=changed)
    assert prepared.panel is not None
    return list(unscored_values(prepared, prepared.panel))


def beyond(value: str, score: int, name: str = "m", cell: str = "A1") -> Finding:
    params = {"low": Fraction(0), "high": Fraction(4), "score": Fraction(score)}
    where = source(cell)
    return Finding.at_cell("C203", where, value, name, **params, perhaps=Perhaps(None))


def test_a_score_among_units_that_is_beyond_its_range_is_named_at_its_cell() -> None:
    assert found(unit(answer("m", measure=3)), by=(of(DOUBLE),)) == [beyond("3", 6)]
    assert found(unit(answer("m", measure=2)), by=(of(DOUBLE),)) == []


@pytest.mark.parametrize("outside", [Outside.CLIP, Outside.KEEP])
def test_one_that_may_lie_there_is_not(outside: Outside) -> None:
    assert found(unit(answer("m", measure=3)), by=(of(DOUBLE, outside),)) == []


def test_a_value_that_a_step_changed_is_tried_again_and_no_other_is() -> None:
    data = unit(answer("m", 5), answer("n", 6))
    both = (of(AsGiven()), of(AsGiven(), name="n"))
    assert found(data, by=both) == []
    assert found(data, by=both, changed="n") == [beyond("6", 6, "n")]
    assert found(data, by=both, changed="mn") == [beyond("5", 5), beyond("6", 6, "n")]


def test_a_unit_that_is_left_out_is_passed_over() -> None:
    out = unit(answer("m", measure=5), name="Luar")._replace(left_out=True)
    there = unit(answer("m", measure=3))
    assert found(out, there, by=(of(DOUBLE),)) == [beyond("3", 6)]


def test_the_result_is_tried_then_the_assessors_score_then_the_own_one() -> None:
    rows = (
        answer("m", 5, own=6, measure=7),
        answer("m", 5, own=6),
        answer("m", own=6),
    )
    seen = [found(unit(row), by=(of(AsGiven()),), changed="m")[0].value for row in rows]
    assert seen == ["7", "5", "6"]


def test_what_is_not_there_and_what_has_a_target_is_passed_over() -> None:
    by = (of(DOUBLE, name="a"), of(DOUBLE, name="b"), of(Achievement(), name="c"), of(DOUBLE))
    rows = (
        answer("b", measure=Missing.EMPTY),
        answer("c", measure=9, target=1),
        answer("m", measure=3),
    )
    assert found(unit(*rows), by=by, changed="abc") == [beyond("3", 6)]


@pytest.mark.parametrize(("direction", "score"), [(Direction.LOWER, 6), (Direction.HIGHER, -2)])
def test_the_direction_of_the_indicator_counts(direction: Direction, score: int) -> None:
    posts = of(Goalposts(Fraction(0), Fraction(10)))._replace(direction=direction)
    below = unit(Answer("m", source(), measure=reading(-5, "C7")))
    assert found(below, by=(posts,), changed="m") == [beyond("-5", score, cell="C7")]


def test_a_fault_of_a_value_that_has_a_score_all_the_same_is_not_named() -> None:
    class Doubtful(Line):
        def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
            del raw, target, direction
            return Scored(Fraction(3), (Fault("S202"),))

    data = unit(answer("m", measure=3))
    assert found(data, by=(of(Doubtful(Fraction(2), Fraction(0))),)) == []


def test_of_many_units_the_same_values_are_named() -> None:
    """One in four lies beyond, and one exactly on the end of the range."""
    units = [unit(answer("m", measure=at % 4), name=f"Kota {at}") for at in range(80)]
    assert found(*units, by=(of(DOUBLE),)) == [beyond("3", 6)] * 20
    both = (of(DOUBLE), of(Goalposts(Fraction(0), Fraction(2)), name="n"))
    more = [
        one._replace(answers={**one.answers, "n": answer("n", measure=3)}) for one in units[:70]
    ]
    assert found(*more, by=both, changed="n") == found(*more[:63], by=both, changed="n") + found(
        *more[63:], by=both, changed="n"
    )
