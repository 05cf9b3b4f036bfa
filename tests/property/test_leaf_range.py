"""A score of one answer stays within its range unless the definition says to keep it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import Direction, Outside, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.score_rule import score_value

numbers = st.fractions(-200, 200, max_denominator=100)
above_zero = st.fractions(Fraction(1, 100), 200, max_denominator=100)
directions = st.sampled_from(list(Direction))
ranges = st.tuples(numbers, above_zero).map(lambda pair: (pair[0], pair[0] + pair[1]))


def posts(low: Fraction, width: Fraction, transform: Transform | None) -> Goalposts:
    return Goalposts(low, low + width, transform)


measured: st.SearchStrategy[ScoringMethod] = st.one_of(
    st.builds(AsGiven),
    st.builds(posts, above_zero, above_zero, st.none() | st.just(Transform.LOG)),
    st.builds(Achievement, st.none() | above_zero, st.none() | numbers | ranges),
    st.builds(
        lambda bound, below, above: Bands((Band(below, below=bound), Band(above))),
        numbers,
        numbers,
        numbers,
    ),
)


@given(
    method=measured,
    to=ranges,
    outside=st.sampled_from([Outside.CLIP, Outside.ERROR]),
    raw=numbers,
    target=st.none() | numbers,
    direction=directions,
)
def test_a_score_is_within_its_range_or_there_is_none_and_a_reason(
    method: ScoringMethod,
    to: tuple[Fraction, Fraction],
    outside: Outside,
    raw: Fraction,
    target: Fraction | None,
    direction: Direction,
) -> None:
    scored = score_value(ScoreRule(method, to, outside), raw, target, direction)
    if scored.value is None:
        assert scored.faults
    else:
        assert to[0] <= scored.value <= to[1]


@given(
    method=st.one_of(
        st.builds(posts, above_zero, above_zero, st.none() | st.just(Transform.LOG)),
        st.builds(Achievement, st.none() | above_zero, st.none() | above_zero),
    ),
    to=ranges,
    outside=st.sampled_from([Outside.CLIP, Outside.KEEP]),
    raw=st.tuples(above_zero, above_zero),
    target=above_zero,
    direction=directions,
)
def test_a_better_result_never_scores_lower(
    method: ScoringMethod,
    to: tuple[Fraction, Fraction],
    outside: Outside,
    raw: tuple[Fraction, Fraction],
    target: Fraction,
    direction: Direction,
) -> None:
    worse, better = sorted(raw, reverse=direction is Direction.LOWER)
    rule = ScoreRule(method, to, outside)
    low = score_value(rule, worse, target, direction).value
    high = score_value(rule, better, target, direction).value
    assert low is not None
    assert high is not None
    assert low <= high
