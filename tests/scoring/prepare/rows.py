"""Panels for steps, in few words; each step is done in fractions and in arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import isnan
from typing import NamedTuple

import numpy as np

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Finding, Source
from kediri_index.model.preparing import Effect, Effects, Panel, Series, Step
from kediri_index.scoring.arrays.series import ArraySeries
from kediri_index.scoring.arrays.values import of_exact
from kediri_index.scoring.prepare.exact import ExactSeries, known
from kediri_index.scoring.prepare.treat import Treat

Value = int | Fraction | None
SeriesOf = Callable[[Sequence[Fraction | None]], Series]


class Row(NamedTuple):
    """One unit in one year."""

    unit: str | None
    year: int | None
    values: Mapping[str, Fraction]
    gaps: frozenset[str] = frozenset()
    columns: Mapping[str, Reading] = {}
    left_out: bool = False


class Done(NamedTuple):
    """What a step did, the panel as rows."""

    table: tuple[Row, ...]
    effects: tuple[Effect, ...]
    findings: tuple[Finding, ...]


def reading(said: str) -> Reading:
    number = Fraction(said) if said.isdigit() else None
    return Reading(number, None, said, Source("data.csv", cell="B2"))


def row(
    unit: str, year: int | None = 2022, columns: Mapping[str, str] | None = None, **values: Value
) -> Row:
    """A unit's row; None is a value that is missing."""
    return Row(
        unit,
        year,
        {name: Fraction(value) for name, value in values.items() if value is not None},
        frozenset(name for name, value in values.items() if value is None),
        {name: reading(said) for name, said in (columns or {}).items()},
    )


def of_fractions(values: Sequence[Fraction | None]) -> ArraySeries:
    return ArraySeries(of_exact(values), values.__getitem__)


def panel(rows: Iterable[Row], series_of: SeriesOf = ExactSeries) -> Panel:
    """*rows* as columns."""
    every = list(rows)
    names = dict.fromkeys(name for one in every for name in (*one.values, *sorted(one.gaps)))
    return Panel(
        tuple((one.unit, one.year) for one in every),
        {name: series_of([one.values.get(name) for one in every]) for name in names},
        {name: frozenset(at for at, one in enumerate(every) if name in one.gaps) for name in names},
        [one.columns for one in every],
        frozenset(at for at, one in enumerate(every) if one.left_out),
    )


def rows_of(of: Panel) -> tuple[Row, ...]:
    """The rows of a panel again."""
    return tuple(
        Row(
            unit,
            year,
            {
                name: value
                for name, series in of.values.items()
                if (value := series.exact(at)) is not None
            },
            frozenset(name for name, gaps in of.gaps.items() if at in gaps),
            of.beside[at],
            at in of.left_out,
        )
        for at, (unit, year) in enumerate(of.units)
    )


def done(step: Step, rows: Iterable[Row], series_of: SeriesOf = ExactSeries) -> Done:
    """What *step* does to *rows*."""
    of = panel(rows, series_of)
    after, changes, findings = step.apply(of)
    for series in after.values.values():
        agrees(series)
    return Done(rows_of(after), Effects(of.units, (changes,)).all(), findings)


def applied(step: Step, rows: Iterable[Row]) -> Done:
    """What *step* does to *rows*, which is the same in fractions and in arrays."""
    rows = tuple(rows)
    exact, arrays = done(step, rows), done(step, rows, of_fractions)
    assert arrays == exact
    return exact


def treated(step: Treat, column: Sequence[Fraction]) -> tuple[str, list[Fraction]]:
    """What *step* does to a whole column, the same in fractions and in arrays."""
    every = range(len(column))
    found = []
    for series_of in (ExactSeries, of_fractions):
        how, after, _ = step.treated(series_of(column), every)
        found.append((how, known(after.exact, every)))
        agrees(after)
    assert found[0] == found[1]
    return found[0]


def agrees(series: Series) -> None:
    """Check that every double is within its error of the exact value, which it says itself."""
    if not isinstance(series, ArraySeries):
        return
    values = series.values.at(range(series.values.numbers.size))
    for at, (number, error) in enumerate(np.column_stack((values.numbers, values.error))):
        exact = series.exact(at)
        assert (exact is None) == isnan(number)
        if exact is not None:
            assert abs(Fraction(number) - exact) <= error
            assert series.values.unit == 0 or (exact * series.values.unit).denominator == 1


def values(of: Done, name: str = "a") -> list[Fraction | None]:
    return [one.values.get(name) for one in of.table]


def effects(of: Done) -> list[tuple[object, ...]]:
    return [(one.unit, one.indicator, one.before, one.after) for one in of.effects]


def codes(of: Done) -> list[str]:
    return [one.code for one in of.findings]
