"""Steps of ``prepare`` on random panels: arrays change the same cells to the same values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isnan, nan

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kediri_index.model.definition import Beyond, Imputation, Logarithm, Treatment
from kediri_index.model.preparing import Effects, IndicatorChange, Panel, Step
from kediri_index.model.scoring import Direction, PanelMethod, Years
from kediri_index.scoring.arrays.series import of_decimals
from kediri_index.scoring.arrays.values import Values, of_exact
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.fitting import column_of
from kediri_index.scoring.normalisations.fraction_of_max import FractionOfMax
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.normalisations.standing import Ties
from kediri_index.scoring.normalisations.z_score import ZScore
from kediri_index.scoring.prepare.denominate import Denominate
from kediri_index.scoring.prepare.exact import ExactSeries, known
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from kediri_index.scoring.prepare.treat import Treat
from tests.scoring.prepare.rows import Row, agrees, of_fractions, panel, reading, rows_of

INDICATORS = "abc"
decimals = st.builds(
    lambda whole, places: Fraction(whole, 10**places),
    st.integers(-40, 40) | st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(0, 4) | st.just(14),
)
few_values = st.sampled_from([Fraction(one, 10) for one in (-3, 0, 1, 2, 3, 7, 10, 990)])
thirds = st.sampled_from([Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**20), Fraction(-1, 3)])
"""Means of assessors, so near that doubles do not tell them apart."""
values = st.none() | few_values | few_values | thirds | decimals
years = st.sampled_from(list(Years))
shares = st.integers(0, 4).map(lambda n: Fraction(n, 4))
limits = st.sampled_from([Fraction(n, 2) for n in range(6)])


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Units in years; a value is there, is a gap, or does not apply."""
    found = []
    for unit in range(draw(st.integers(1, 5))):
        for year in draw(st.lists(st.integers(2019, 2023), min_size=1, max_size=3, unique=True)):
            there = {name: draw(values) for name in INDICATORS}
            none = {name for name, value in there.items() if value is None}
            beside = {
                column: reading(said)
                for column in ("people", "island")
                if (said := draw(st.sampled_from(["", "0", "1", "7", "10", "x", None]))) is not None
            }
            found.append(
                Row(
                    f"Kota {unit}",
                    year,
                    {name: value for name, value in there.items() if value is not None},
                    frozenset(name for name in none if draw(st.booleans())),
                    beside,
                )
            )
    return found


every_step = st.one_of(
    st.builds(
        Denominate,
        st.dictionaries(st.sampled_from("abc"), st.sampled_from(["people", "a", "b", "nowhere"])),
    ),
    st.builds(Screen, shares),
    st.builds(
        lambda method, years, beyond: Impute(
            method, "island" if "group" in method else None, years, beyond
        ),
        st.sampled_from(list(Imputation)),
        years,
        st.sampled_from(list(Beyond)),
    ),
    st.builds(
        Treat,
        st.sampled_from(list(Treatment)),
        st.integers(0, 5),
        limits,
        limits.map(lambda limit: limit - 1),
        st.sampled_from(list(Logarithm)),
        st.booleans(),
        years,
        st.none() | st.integers(-10, 10).map(lambda n: Fraction(n, 2)),
    ),
)


chains = st.lists(every_step, min_size=1, max_size=4) | st.tuples(
    st.builds(Denominate, st.just({"a": "people", "b": "c"})) | st.just(Impute(Imputation.MEAN)),
    st.builds(
        Treat,
        st.just(Treatment.WINSORISE),
        st.integers(1, 5),
        st.just(Fraction(0)),
        st.just(Fraction(-9)),
    )
    | st.just(Denominate({"a": "b"})),
)


def prepared(of: Panel, steps: Sequence[Step]) -> tuple[Panel, Effects, list[object]]:
    changes: list[tuple[IndicatorChange, ...]] = []
    findings: list[object] = []
    for step in steps:
        of, done, found = step.apply(of)
        changes.append(done)
        findings.append(found)
    return of, Effects(of.units, tuple(changes)), findings


@settings(max_examples=60, deadline=None)
@given(rows=rows(), steps=chains)
def test_arrays_are_prepared_as_fractions_are(rows: list[Row], steps: Sequence[Step]) -> None:
    exact, done, found = prepared(panel(rows, ExactSeries), steps)
    arrays, done_by_arrays, found_by_arrays = prepared(panel(rows, of_fractions), steps)
    assert rows_of(arrays) == rows_of(exact)
    assert done_by_arrays.all() == done.all()
    assert found_by_arrays == found
    assert done_by_arrays.counts() == done.counts()
    for effect, (change, place, *shown) in zip(done.all(), done_by_arrays.shown(), strict=True):
        assert (effect.step, effect.how, effect.indicator) == change[:3]
        assert (effect.unit, effect.year) == place
        for value, one in zip((effect.before, effect.after), shown, strict=True):
            assert (value is None) == (one is None)
            if value is not None and one is not None:
                assert abs(Fraction(one) - value) <= abs(value) / 10**12
    for series in arrays.values.values():
        agrees(series)
    for row, (unit, year) in enumerate(exact.units):
        theirs = [one for one in done.all() if (one.unit, one.year) == (unit, year)]
        assert list(done_by_arrays.of_row(row).all()) == theirs


def are_true(values: Values, exact: list[Fraction | None]) -> None:
    """Check that every number of *values* is within its error of the exact one."""
    size = range(values.numbers.size)
    for at, one in zip(size, exact, strict=True):
        number, error = float(values.numbers[at]), float(values.at([at]).summed().error)
        assert isnan(number) == (one is None)
        if one is not None:
            assert abs(Fraction(number) - one) <= Fraction(error)
            assert values.unit == 0 or (one * values.unit).denominator == 1


@settings(max_examples=80, deadline=None)
@given(exact=st.lists(decimals, min_size=1, max_size=6), other=decimals)
def test_the_bounds_of_sums_and_of_what_is_put_are_true(
    exact: list[Fraction], other: Fraction
) -> None:
    values = of_exact(exact)
    total = values.summed()
    error = Fraction(float(total.error))
    assert abs(Fraction(float(total.numbers)) - sum(exact)) <= error
    assert total.unit == 0 or (sum(exact) * total.unit).denominator == 1
    are_true(values.with_([0], of_exact([other])), [other, *exact[1:]])
    are_true(values.at([0, 0]), [exact[0], exact[0]])
    side = total.side(other)
    if side:
        assert (sum(exact) > other) == (side > 0)
    if values.are_apart:
        assert all((a == b) == (float(a) == float(b)) for a in exact for b in exact)


METHODS: tuple[PanelMethod, ...] = (
    MinMax(),
    ZScore(),
    Rank(),
    PercentileRank(ties=Ties.AVERAGE),
    DistanceToTarget(Fraction(7, 10)),
    FractionOfMax(),
    QuantileBands(Fraction(3)),
)


@settings(max_examples=40, deadline=None)
@given(rows=rows(), steps=chains, sign=st.sampled_from([1, -1]))
def test_methods_are_fitted_to_arrays_as_to_fractions(
    rows: list[Row], steps: Sequence[Step], sign: int
) -> None:
    exact, _, _ = prepared(panel(rows, ExactSeries), steps)
    arrays, _, _ = prepared(panel(rows, of_fractions), steps)
    for name, series in exact.values.items():
        there = series.there(range(len(rows)))
        if len(there) < 2:
            continue
        values = known(series.exact, there)
        for method in METHODS:
            one, other = (
                method.fit(column_of(of, there, sign), None) for of in (series, arrays.values[name])
            )
            assert one.faults == other.faults
            assert (one.method is None) == (other.method is None)
            if one.method is not None and other.method is not None:
                for value in values:
                    found = other.method.score(value, None, Direction.HIGHER)
                    assert found == one.method.score(value, None, Direction.HIGHER)


plain = st.builds(
    lambda digits, places: Fraction(digits, 10**places),
    st.integers(-(10**15) + 1, 10**15 - 1) | st.integers(-999, 999),
    st.integers(0, 14),
)


@settings(max_examples=80, deadline=None)
@given(exact=st.lists(st.none() | plain, min_size=1, max_size=6))
@example(exact=[Fraction(1, 10**13), Fraction(64197759737)])  # no unit that doubles can hold
def test_a_decimal_of_15_digits_is_told_from_its_double(exact: list[Fraction | None]) -> None:
    series = of_decimals([nan if one is None else float(one) for one in exact])
    agrees(series)
    assert [series.exact(row) for row in range(len(exact))] == exact
    there = series.there(range(len(exact)))
    assert there == [row for row, one in enumerate(exact) if one is not None]
    if there:
        whole, unit = series.whole(there)
        known_ones = [one for one in exact if one is not None]
        assert [Fraction(one, unit) for one in whole] == sorted(known_ones)
