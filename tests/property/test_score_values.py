"""Scores of many values at once: each within its error of the exact one, and sure where it says so.

Values are decimals of up to 15 digits; many lie on bounds of bands, posts, levels, the ends of the
range, or share a rank.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf, isnan

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import (
    Direction,
    Level,
    Outside,
    PanelMethod,
    Reads,
    Scored,
    ScoringMethod,
)
from kediri_index.scoring.arrays.values import Values, of_exact
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.scoring.normalisations.borda import Borda
from kediri_index.scoring.normalisations.distance_to_max import DistanceToMax
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.fitted import Fixed, UndefinedMethod
from kediri_index.scoring.normalisations.fitting import column_of
from kediri_index.scoring.normalisations.fraction_of_max import FractionOfMax
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.normalisations.standing import Ties
from kediri_index.scoring.normalisations.z_score import ZScore
from kediri_index.scoring.prepare.exact import ExactSeries
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.score_rule import score_value, score_values

ZERO, ONE = Fraction(0), Fraction(1)
DECIMALS = 2

simple = st.integers(-40, 120).map(lambda quarters: Fraction(quarters, 4))
digits = st.integers(0, 9).flatmap(
    lambda places: st.integers(-(10**15) + 1, 10**15 - 1).map(
        lambda whole: Fraction(whole % 10 ** (places + 6), 10**places)
    )
)
numbers = simple | digits | digits.map(lambda one: -one)
above_zero = (simple | digits).map(lambda one: abs(one) or ONE)
ranges = st.tuples(simple, simple.map(lambda one: abs(one) or ONE)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
pairs = st.tuples(numbers, above_zero).map(lambda pair: (pair[0], pair[0] + pair[1]))
directions = st.sampled_from(list(Direction))


class Odd(Fixed):
    """A method that only says how one value is scored."""

    name = "odd"
    reads = Reads.MEASURE

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        del direction
        if raw.denominator > 100:
            return Scored(None)
        return Scored(raw / 7 + (target or 0))


def levels(worth: dict[Fraction, Fraction], *, fractional: bool) -> Levels:
    return Levels({at: Level("a level", score) for at, score in worth.items()}, fractional)


def bands(bounds: set[Fraction], scores: list[Fraction], *, included: bool) -> Bands:
    of = [
        Band(score, **{"up_to" if included else "below": bound})
        for bound, score in zip(sorted(bounds), scores, strict=False)
    ]
    return Bands((*of, Band(scores[-1])))


def goalposts(ends: tuple[Fraction, Fraction]) -> Goalposts:
    return Goalposts(*ends)


def logarithms(low: Fraction, width: Fraction) -> Goalposts:
    return Goalposts(low, low + width, Transform.LOG)


alone: st.SearchStrategy[ScoringMethod] = st.one_of(
    st.just(AsGiven()),
    st.just(UndefinedMethod()),
    st.just(Odd()),
    st.builds(YesNo, simple, simple),
    st.builds(
        levels, st.dictionaries(numbers, simple, min_size=1, max_size=6), fractional=st.booleans()
    ),
    st.builds(
        bands,
        st.sets(numbers, max_size=4),
        st.lists(simple, min_size=5, max_size=5),
        included=st.booleans(),
    ),
    pairs.map(goalposts),
    st.builds(logarithms, above_zero, above_zero),
    st.builds(Achievement, st.none() | above_zero, st.none() | numbers | pairs),
)
over_units: st.SearchStrategy[PanelMethod] = st.one_of(
    st.sampled_from(
        [
            MinMax(),
            DistanceToMax(),
            FractionOfMax(),
            ZScore(),
            Rank(),
            Borda(),
            PercentileRank(),
            Rank(ties=Ties.AVERAGE),
            DistanceToReference(unit="Kota Contoh", cap=True),
            QuantileBands(bands=Fraction(4)),
        ]
    ),
    st.builds(ZScore, simple, above_zero),
    st.builds(DistanceToTarget, numbers, st.none() | above_zero),
)


def held_against(
    rule: ScoreRule,
    raw: list[Fraction | None],
    targets: list[Fraction | None] | None,
    direction: Direction,
) -> Values:
    """Compare the array face with the exact one, and return it."""
    goals = None if targets is None else of_exact(targets)
    found = score_values(rule, of_exact(raw), goals, direction)
    unknown, error = found.unknown, np.broadcast_to(found.error, found.numbers.shape)
    rounded = found.rounded(DECIMALS)
    for place, one in enumerate(raw):
        number = float(found.numbers[place])
        if one is None:
            assert isnan(number)
            continue
        target = None if targets is None else targets[place]
        score = score_value(rule, one, target, direction).value
        if unknown[place]:
            assert bool(rounded.doubtful[place])
            continue
        assert isnan(number) is (score is None), (number, score)
        if score is None:
            assert not bool(rounded.doubtful[place])
            continue
        assert abs(Fraction(number) - score) <= Fraction(float(error[place])), (number, score)
        if not rounded.doubtful[place]:
            assert Fraction(int(rounded.whole[place]), 100) == round_half_up(score, DECIMALS)
    return found


def ends_of(rule: ScoreRule) -> list[Fraction]:
    """Return the values at which something changes under *rule*."""
    method = rule.method
    found = [*(rule.to or ()), *(method.posts or ()), *method.names]
    if isinstance(method, Bands):
        found += [band.bound for band in method.bands if band.bound is not None]
    if isinstance(method, Achievement):
        found += (
            []
            if method.target is None
            else (method.target if isinstance(method.target, tuple) else [method.target])
        )
    return found


@settings(max_examples=120, deadline=None)
@given(
    method=alone,
    to=st.none() | ranges,
    outside=st.sampled_from(list(Outside)),
    direction=directions,
    raw=st.lists(st.none() | numbers, min_size=1, max_size=12),
    targets=st.none() | st.lists(st.none() | numbers, min_size=40, max_size=40),
)
def test_the_scores_of_many_are_those_of_each(
    method: ScoringMethod,
    to: tuple[Fraction, Fraction] | None,
    outside: Outside,
    direction: Direction,
    raw: list[Fraction | None],
    targets: list[Fraction | None] | None,
) -> None:
    rule = ScoreRule(method, to, outside)
    all_raw = [*raw, *ends_of(rule)]
    goals = None if targets is None else (targets * len(all_raw))[: len(all_raw)]
    held_against(rule, all_raw, goals, direction)


@settings(max_examples=120, deadline=None)
@given(
    method=over_units,
    to=st.none() | ranges,
    outside=st.sampled_from(list(Outside)),
    direction=directions,
    raw=st.lists(numbers, min_size=2, max_size=16),
    others=st.lists(numbers, max_size=4),
)
def test_the_scores_of_many_among_units_are_those_of_each(
    method: PanelMethod,
    to: tuple[Fraction, Fraction] | None,
    outside: Outside,
    direction: Direction,
    raw: list[Fraction],
    others: list[Fraction],
) -> None:
    sign = 1 if direction is Direction.HIGHER else -1
    column = column_of(ExactSeries(raw), range(len(raw)), sign)
    fit = method.fit(column._replace(reference=sign * raw[0], has_reference=True), to)
    rule = ScoreRule(fit.method or UndefinedMethod(), to, outside)
    held_against(rule, [*raw, *others, *reversed(raw)], None, direction)


def test_what_lies_on_a_bound_is_told_for_decimals_and_unknown_for_what_is_near_one() -> None:
    rule = ScoreRule(Bands((Band(ONE, below=Fraction("0.7")), Band(ZERO))), None, Outside.KEEP)
    decimals = of_exact([Fraction("0.7"), Fraction("0.699999999999999")])
    assert score_values(rule, decimals, None, Direction.HIGHER).numbers.tolist() == [0, 1]
    measured = Values(np.array([0.7, 0.8]), 1e-12)
    found = score_values(rule, measured, None, Direction.HIGHER)
    assert (found.unknown.tolist(), found.numbers[1]) == ([True, False], 0)
    assert np.broadcast_to(found.error, 2)[0] == inf


def test_what_a_method_says_alone_is_asked_once_for_each_different_number() -> None:
    asked = []

    class Counted(Odd):
        def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
            asked.append(raw)
            return super().score(raw, target, direction)

    raw = of_exact([Fraction(1), Fraction("0.5"), Fraction(1), None, Fraction(1)])
    found = score_values(ScoreRule(Counted(), None, Outside.KEEP), raw, None, Direction.HIGHER)
    assert asked == [1, Fraction("0.5")]
    assert found.numbers.tolist()[2] == 1 / 7


def test_ranks_of_numbers_that_lie_within_a_tie_share_it_as_they_do_exactly() -> None:
    raw = [Fraction(one) for one in ("1", "1.0000000001", "1.00000000011", "3", "2.9999999999")]
    for ties in Ties:
        fit = Rank(ties=ties).fit(column_of(ExactSeries(raw), range(len(raw)), 1), None)
        assert fit.method is not None
        found = held_against(
            ScoreRule(fit.method, None, Outside.KEEP), list(raw), None, Direction.HIGHER
        )
        assert not found.unknown.any()
