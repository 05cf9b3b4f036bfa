"""What a method says beside its scores: formulas, lines, explanations, faults, and its ranges."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import log

import pytest

from kediri_index.model.aggregation import MOST_CHOICES
from kediri_index.model.language import Spread
from kediri_index.model.scoring import (
    Direction,
    Doubt,
    Level,
    Named,
    PanelMethod,
    Range,
    ScoringMethod,
    Years,
)
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.scoring.normalisations.borda import Borda
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.fitted import Line
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.normalisations.z_score import ZScore

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
PERCENT: Range = (Fraction(0), Fraction(100))
TEN_TO_NINETY: Range = (Fraction(10), Fraction(90))
SPREADSHEET: Mapping[str, Callable[..., object]] = {
    "AND": lambda *each: all(each),
    "CHOOSE": lambda at, *each: each[int(at) - 1],
    "IF": lambda met, then, otherwise: then if met else otherwise,
    "ISNUMBER": lambda value: value is not None,
    "LN": lambda value: Fraction(log(value)),
    "MAX": max,
    "MIN": min,
    "OR": lambda *each: any(each),
}


def numbers(*values: str | int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def level(score: str | int) -> Level:
    return Level("x", Fraction(score))


def computed(formula: str, raw: Fraction, target: Fraction | None) -> Fraction:
    """What a spreadsheet comes to, with *raw* in the cell x and *target* in t."""
    python = re.sub(r"(?<![<>])=", "==", formula).replace("<>", "!=")
    python = re.sub(r"\d+(\.\d+)?", r"Fraction('\g<0>')", python)
    names = {**SPREADSHEET, "Fraction": Fraction, "x": raw, "t": target}
    value: Fraction = eval(python, {"__builtins__": {}}, names)  # noqa: S307 - our own formulas
    return value


def by_formula(
    method: ScoringMethod, raw: Fraction, target: Fraction | None, direction: Direction
) -> Fraction | None:
    formula = method.formula("x", "t", direction)
    assert formula is not None
    if not all(computed(one, raw, target) for one in formula.conditions):
        return None
    return computed(formula.score, raw, target)


LISTED = {Fraction(4): "all", Fraction(1): "some", Fraction("2.5"): "half"}
SCORED: Mapping[Fraction, str | Level] = {
    Fraction(1): level(0),
    Fraction(2): level(20),
    Fraction(3): level(20),
    Fraction(5): "top",
}
MEANS = Levels({Fraction(1): level(0), Fraction(2): level(20), Fraction(5): level(20)})
FORMULAS: list[ScoringMethod] = [
    AsGiven(),
    YesNo(yes=Fraction(4), no=Fraction(1)),
    Levels(LISTED),
    Levels(LISTED, fractional=True),
    Levels(SCORED),
    Levels(SCORED, fractional=True),
    Levels({Fraction(1): level(0), Fraction(2): level(0)}),
    Bands(
        (
            Band(Fraction(1), below=Fraction(2)),
            Band(Fraction(2), up_to=Fraction(4)),
            Band(Fraction(9)),
        )
    ),
    Goalposts(Fraction(1), Fraction(5)),
    Achievement(),
    Achievement(cap=Fraction("1.2")),
    Achievement(target=Fraction(4)),
    Achievement(target=(Fraction(2), Fraction(4))),
    Achievement(target=(Fraction(2), Fraction(4)), cap=Fraction("0.9")),
]


@pytest.mark.parametrize("method", FORMULAS, ids=repr)
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("target", [None, *numbers(0, 3)])
def test_a_formula_comes_to_the_score(
    method: ScoringMethod, direction: Direction, target: Fraction | None
) -> None:
    for raw in numbers(-1, 0, "0.5", 1, "1.5", 2, "2.25", "2.5", 3, "3.5", 4, "4.5", 5, 6):
        expected = method.score(raw, target, direction).value
        assert by_formula(method, raw, target, direction) == expected, raw


def test_a_formula_takes_logarithms_of_numbers_above_zero_alone() -> None:
    method = Goalposts(Fraction(2), Fraction(32), Transform.LOG)
    for direction in Direction:
        assert by_formula(method, Fraction(0), None, direction) is None
        for raw in numbers("0.5", 2, 8, 50):
            expected = method.score(raw, None, direction).value
            assert expected is not None
            found = by_formula(method, raw, None, direction)
            assert found == pytest.approx(float(expected), abs=1e-12)


def test_an_end_of_a_range_that_is_zero_has_no_share_beyond_it() -> None:
    for low, high, condition in ((0, 60, "x>=0"), (-60, 0, "x<=0")):
        formula = Achievement(target=(Fraction(low), Fraction(high))).formula("x", None, HIGHER)
        assert formula is not None
        assert formula.conditions == (condition,)


def test_there_is_no_formula_without_a_target_or_of_too_many_choices() -> None:
    assert Achievement().formula("x", None, HIGHER) is None
    for count in (MOST_CHOICES, MOST_CHOICES + 1):
        few = count == MOST_CHOICES
        listed = Levels({Fraction(at): str(at) for at in range(count)})
        assert (listed.formula("x", None, HIGHER) is not None) is few
        bands = [Band(Fraction(at), below=Fraction(at)) for at in range(count - 1)]
        found = Bands((*bands, Band(Fraction(count)))).formula("x", None, HIGHER)
        assert (found is not None) is few
    endless = Bands((Band(Fraction(1)), Band(Fraction(2))))
    assert endless.formula("x", None, HIGHER) is None


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize(
    "method",
    [
        AsGiven(),
        Goalposts(Fraction(20), Fraction(85)),
        Line(Fraction(-2, 3), Fraction(7)),
        Achievement(),
        Achievement(target=Fraction(50)),
    ],
    ids=repr,
)
def test_a_value_that_makes_a_score_is_scored_so(
    method: ScoringMethod, direction: Direction
) -> None:
    for score in numbers(0, "0.25", 1, "1.5"):
        raw = method.raw_of(score, Fraction(40), direction)
        assert raw is not None
        assert method.score(raw, Fraction(40), direction).value == score
        line = method.line(direction)
        assert line is None or line.at(raw) == score
    assert (method.line(direction) is None) is isinstance(method, Achievement)


@pytest.mark.parametrize(
    "method",
    [
        Goalposts(Fraction(2), Fraction(32), Transform.LOG),
        Line(Fraction(2), Fraction(0), cap=Fraction(1)),
        Line(Fraction(0), Fraction(1)),
        Achievement(),
        Achievement(target=(Fraction(40), Fraction(60))),
    ],
    ids=repr,
)
def test_no_value_is_named_where_several_or_none_make_a_score(method: ScoringMethod) -> None:
    assert method.raw_of(Fraction(1), None, HIGHER) is None


def test_levels_are_doubted_where_a_higher_one_is_worth_less() -> None:
    falling = Levels({Fraction(at): level(score) for at, score in enumerate((0, 9, 8, 7), 1)})
    params = dict(zip(("low", "high", "worth", "less"), numbers(2, 3, 9, 8), strict=True))
    assert list(falling.doubts()) == [Doubt("D253", "levels", params, not_shown=True)]
    assert list(MEANS.doubts()) == []


REACHED: list[tuple[PanelMethod, Range | None, object]] = [
    (Rank(), PERCENT, (1, 7)),
    (Borda(), PERCENT, (0, 6)),
    (ZScore(Fraction(50), Fraction(10)), PERCENT, (20, 80)),
    (QuantileBands((Fraction(20), Fraction(60), Fraction(40))), PERCENT, (20, 60)),
    (QuantileBands(Fraction(4)), TEN_TO_NINETY, TEN_TO_NINETY),
    (QuantileBands(Fraction(4)), None, PERCENT),
    (MinMax(), TEN_TO_NINETY, TEN_TO_NINETY),
    (MinMax(), None, (0, 1)),
]


@pytest.mark.parametrize(("method", "to", "ends"), REACHED)
def test_a_normalisation_says_which_scores_its_units_reach(
    method: PanelMethod, to: Range | None, ends: object
) -> None:
    assert method.reach(7, to) == ends


def test_a_normalisation_in_place_of_another_fills_its_range() -> None:
    to = TEN_TO_NINETY
    assert Rank.in_place(to, Years.EACH) == PercentileRank(years=Years.EACH)
    assert MinMax.in_place(to, Years.EACH) == MinMax(years=Years.EACH)
    scores = ZScore.in_place(to, Years.EACH)
    assert (scores.reach(7, None), scores.mean) == (to, Fraction(50))
    assert scores.years is Years.EACH


ONE_TO_FIVE = Goalposts(Fraction(1), Fraction(5))
LOGARITHMS = Goalposts(Fraction(2), Fraction(32), Transform.LOG)
BANDS = Bands(
    (Band(Fraction(1), below=Fraction(2)), Band(Fraction(3), up_to=Fraction(4)), Band(Fraction(9)))
)
IN_RANGE = Achievement(target=(Fraction(2), Fraction(4)), cap=Fraction("0.9"))
SAID: list[tuple[ScoringMethod, Direction, str | int, list[str], dict[str, object]]] = [
    (AsGiven(), HIGHER, 3, [], {}),
    (YesNo(yes=Fraction(4), no=Fraction(1)), HIGHER, 4, ["yes"], {"score": 4}),
    (YesNo(yes=Fraction(4), no=Fraction(1)), HIGHER, 1, ["no"], {"score": 1}),
    (Levels(LISTED), HIGHER, "2.5", ["level"], {"meaning": "half"}),
    (Levels(LISTED), HIGHER, 3, [], {}),
    (Levels(LISTED, fractional=True), HIGHER, 5, [], {}),
    (
        *(Levels(LISTED, fractional=True), HIGHER, 3, ["between-levels"]),
        {"low": Fraction("2.5"), "high": 4, "raw": 3},
    ),
    (
        *(Levels(SCORED), HIGHER, 2, ["level", "level-score"]),
        {"meaning": "x", "level": 2, "score": 20},
    ),
    (
        *(Levels(SCORED, fractional=True), HIGHER, "1.5", ["between-levels-scored"]),
        {"low": 1, "high": 2, "raw": Fraction("1.5"), "below": 0, "above": 20, "score": 10},
    ),
    (BANDS, HIGHER, 0, ["band-below"], {"raw": 0, "score": 1, "bound": 2}),
    (BANDS, HIGHER, 4, ["band-up-to"], {"raw": 4, "score": 3, "bound": 4}),
    (BANDS, HIGHER, 5, ["band-above"], {"raw": 5, "score": 9, "bound": 4}),
    (Bands(BANDS.bands[::2]), HIGHER, 2, ["band-from"], {"raw": 2, "score": 9, "bound": 2}),
    (Bands(BANDS.bands[2:]), HIGHER, 7, ["band-any"], {"raw": 7, "score": 9}),
    (
        ONE_TO_FIVE,
        HIGHER,
        2,
        ["goalposts"],
        {"raw": 2, "low": 1, "high": 5, "share": Fraction(1, 4)},
    ),
    (
        *(ONE_TO_FIVE, LOWER, 2, ["goalposts-lower"]),
        {"raw": 2, "low": 1, "high": 5, "share": Fraction(3, 4)},
    ),
    (
        *(LOGARITHMS, HIGHER, 4, ["goalposts-log"]),
        {"raw": 4, "low": 2, "high": 32, "share": Fraction(1, 4)},
    ),
    (
        *(LOGARITHMS, LOWER, 4, ["goalposts-log-lower"]),
        {"raw": 4, "low": 2, "high": 32, "share": Fraction(3, 4)},
    ),
    (Achievement(), HIGHER, 6, ["achievement"], {"raw": 6, "target": 8, "percent": 75}),
    (Achievement(), LOWER, 6, ["achievement-lower"], {"raw": 6, "target": 8, "percent": 125}),
    (Achievement(target=Fraction(0)), HIGHER, 6, [], {}),
    (
        *(Achievement(cap=Fraction(1)), LOWER, 6, ["achievement-lower", "capped"]),
        {"raw": 6, "target": 8, "percent": 100},
    ),
    (
        Achievement(cap=Fraction(1)),
        HIGHER,
        8,
        ["achievement"],
        {"raw": 8, "target": 8, "percent": 100},
    ),
    (IN_RANGE, LOWER, 3, ["in-target"], {"raw": 3, "to": Spread(Fraction(2), Fraction(4))}),
    (IN_RANGE, LOWER, 1, ["achievement-below"], {"raw": 1, "target": 2, "percent": 50}),
    (IN_RANGE, HIGHER, 5, ["achievement-above"], {"raw": 5, "target": 4, "percent": 75}),
]


@pytest.mark.parametrize(("method", "direction", "raw", "keys", "figures"), SAID)
def test_a_score_is_explained_by_its_own_figures(
    method: ScoringMethod,
    direction: Direction,
    raw: str | int,
    keys: list[str],
    figures: dict[str, object],
) -> None:
    found = method.explain(Fraction(raw), Fraction(8), direction)
    assert [one.key for one in found] == [f"trace.{key}" for key in keys]
    assert {name: figure for one in found for name, figure in one.params.items()} == figures


FAULTS: list[tuple[ScoringMethod, list[Doubt]]] = [
    (Achievement(target=Fraction(0)), [Doubt("D234", "target")]),
    (Achievement(cap=Fraction(0)), [Doubt("D235", "cap")]),
    (Achievement(cap=Fraction(1, 9), target=Fraction(-1)), []),
    (DistanceToTarget(Fraction(4), Fraction(0)), [Doubt("D235", "cap")]),
    (DistanceToTarget(Fraction(4), Fraction(1, 9)), []),
    (DistanceToTarget(Fraction(4)), []),
    (DistanceToReference("Kota", Fraction(0)), [Doubt("D235", "cap")]),
    (DistanceToReference("Kota", cap=True), []),
    (DistanceToReference("Kota"), []),
    (Goalposts(Fraction(5), Fraction(5)), [Doubt("D232", "max", {"min": Fraction(5)})]),
    (Goalposts(Fraction(0), Fraction(1, 9)), []),
    (Goalposts(Fraction(0), Fraction(1), Transform.LOG), [Doubt("D233", "min")]),
    (Goalposts(Fraction(1, 9), Fraction(1), Transform.LOG), []),
    (Bands(()), [Doubt("D236", "bands", {"key": "bands"}, not_shown=True)]),
    (BANDS, []),
    (Levels({}, spread=True), [Doubt("D236", "levels", {"key": "levels"}, not_shown=True)]),
    (Levels(SCORED, spread=True), [Doubt("D247", "spread", not_shown=True)]),
    (Levels({Fraction(1): "x"}, spread=True), [Doubt("D248", "spread", not_shown=True)]),
    (Levels(LISTED, spread=True), []),
    (Levels({Fraction(1): level(2)}), []),
    (ZScore(sd=Fraction(0)), [Doubt("D244", "sd")]),
    (ZScore(sd=Fraction(1, 9)), []),
]


@pytest.mark.parametrize(("method", "faults"), FAULTS)
def test_a_parameter_that_makes_no_sense_is_a_fault(
    method: ScoringMethod, faults: list[Doubt]
) -> None:
    assert list(method.faults()) == faults


def test_scores_that_a_definition_names_are_found_at_their_keys() -> None:
    assert list(YesNo(yes=Fraction(4), no=Fraction(1)).named()) == [
        Named(Fraction(4), "yes"),
        Named(Fraction(1), "no"),
    ]
    assert [*BANDS.named()] == [
        Named(Fraction(one), "bands", at) for at, one in enumerate((1, 3, 9))
    ]
    assert [one.score for one in Levels(SCORED).named()] == [0, 20, 20, 5]
    assert [one.place for one in Levels(SCORED).named()] == [0, 1, 2, 3]
    assert list(Levels(LISTED, spread=True).named()) == []
    assert [*QuantileBands((Fraction(7), Fraction(8))).named()] == [
        Named(Fraction(one), "bands", at) for at, one in enumerate((7, 8))
    ]
    assert list(QuantileBands(Fraction(4)).named()) == []


READ: list[tuple[ScoringMethod, Direction, object]] = [
    (YesNo(yes=Fraction(4), no=Fraction(1)), HIGHER, (frozenset({1, 4}),)),
    (Levels(LISTED), HIGHER, (frozenset({1, 4, Fraction("2.5")}),)),
    (Levels(LISTED, fractional=True), HIGHER, ((1, 4),)),
    (Achievement(target=Fraction(50)), HIGHER, ((0, 10**30),)),
    (Achievement(target=Fraction(50)), LOWER, ((-(10**30), 100),)),
    (Achievement(target=(Fraction(40), Fraction(60))), LOWER, ((0, 120),)),
    (Achievement(target=(Fraction(0), Fraction(60))), LOWER, None),
    (Achievement(target=Fraction(-1)), HIGHER, None),
    (Achievement(), HIGHER, None),
    (ONE_TO_FIVE, HIGHER, ()),
    (LOGARITHMS, HIGHER, None),
]


@pytest.mark.parametrize(("method", "direction", "accepted"), READ)
def test_a_method_says_which_readings_have_a_score_and_no_fault(
    method: ScoringMethod, direction: Direction, accepted: object
) -> None:
    assert method.accepted(direction) == accepted
