"""All draws of a drawing, what they say, and what stands in the way of trusting them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.alternatives import alternatives
from kediri_index.analysis.robustness.factors import DrawnColumn, Factors
from kediri_index.analysis.robustness.leave_out import leave_out
from kediri_index.analysis.robustness.methods import refitted
from kediri_index.analysis.robustness.panel import DrawnPanel, drawn_panel
from kediri_index.analysis.robustness.sampling import evenly_spread, random_draws, resampling
from kediri_index.analysis.robustness.sobol import Sample, with_intervals
from kediri_index.analysis.robustness.summary import Simulated, deciding, ranks_by_draw, summary
from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.model.robustness import (
    WEIGHT_CHANGE,
    Drawing,
    DrawnValue,
    EachDraw,
    Robustness,
    SobolIndex,
)
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.values import Array
from kediri_index.scoring.comparisons import children_compared, compares_units
from kediri_index.scoring.scores import Scores

_CELLS = 2**18
"""Draws x units at once: what fits a processor's cache with all that is made of it."""
_MOST_CELLS = 6 * 10**7
"""Draws x units that are kept, or numbers of an even spread: more than a gigabyte."""
_AS_MANY = 6
"""A number that is to be saved takes the memory of so many that are kept."""
_MOST_PAIRS = 10**10
"""Comparisons of two units: some minutes."""
_SUM_LIMIT = 1.01
_NAMES = 8
_WEAK = 0.05
"""A total index whose interval stays below this is small, however wide the interval."""


class Done(NamedTuple):
    """The result, and the findings on it."""

    result: Robustness
    findings: tuple[Finding, ...]


def simulate(
    scores: Scores,
    drawing: Drawing,
    shown: Sequence[int] | None = None,
    uncertain: Iterable[DrawnValue] = (),
) -> Done:
    """Return how sure *scores* are; *uncertain* values are drawn as their file says.

    The units at *shown* are in the result, all where it is None; the others count in ranks alone.

    Raises :class:`~kediri_index.errors.UsageError` where nothing can vary, or there are too many
    draws to keep.
    """
    assumed = not drawing.has_factors
    if assumed:
        drawing = drawing._replace(weights=WEIGHT_CHANGE, missing=True)
    every, kept = [], dict[str, tuple[str, ...]]()
    for one in alternatives(scores, drawing):
        refits = refitted(one.scores, drawing.methods)
        every.append(one._replace(by_method=refits.variants))
        for name, keeping in refits.kept.items():
            kept[name] = tuple(dict.fromkeys([*kept.get(name, ()), *keeping]))
    panel = drawn_panel(scores, every, missing=drawing.missing, uncertain=uncertain)
    places = range(len(scores)) if shown is None else shown
    result, undefined = _Simulation(scores, panel, drawing, places).result()
    found = [*_findings(result, undefined, kept, panel)]
    units = tuple(result.units[at] for at in places)
    found += _of_sample([*(unit.sobol for unit in units), result.sobol])
    if drawing.leave_out:
        result = result._replace(leave_out=leave_out(scores, places))
    return Done(result._replace(assumed=assumed, units=units), tuple(found))


class _Simulation:
    def __init__(
        self, scores: Scores, panel: DrawnPanel, drawing: Drawing, shown: Sequence[int]
    ) -> None:
        self.scores = scores
        self.panel = panel
        self.drawing = drawing
        self.shown = shown
        self.nominal = scores.summaries()
        self.definition = panel.definition
        self.factors = Factors(panel, drawing)
        if not self.factors.all:
            raise UsageError("robustness-nothing-varies")

    def result(self) -> tuple[Robustness, Whole]:
        """Return the result, and in how many draws of each unit a group had no combined score."""
        drawing, factors = self.drawing, self.factors
        sets = factors.each_set()
        draws = drawing.draws if sets is None else sets.shape[1]
        self._afford(draws)
        simulated = self._simulated(draws, self._random(draws) if sets is None else [sets])
        targets = [self.scores.settings[row].target for row in self.scores.rows]
        units = summary(self.definition, self.nominal, targets, simulated)
        result = Robustness(
            draws=draws, seed=drawing.seed, factors=factors.all, assumed=False, units=units
        )
        if drawing.keep:
            if sets is None:
                sets = random_draws(drawing.seed).random((draws, factors.columns)).T
            result = result._replace(each=self._each_draw(simulated, sets))
        return self._with_sobol(result) if drawing.sobol else result, simulated.undefined

    def _afford(self, draws: int) -> None:
        """Raise where so many draws would take all memory, or hours."""
        units = max(1, len(self.scores))
        runs = draws
        if self.drawing.sobol:
            runs = max(runs, self.drawing.draws * (len(self.factors.all) + 2))
            runs = max(runs, self.drawing.draws * 4 * self.factors.columns // units)
        most = _MOST_CELLS // units
        if runs > most:
            raise UsageError("too-many-draws", draws=draws, most=draws * most // runs, units=units)
        if self.drawing.keep:
            columns = self.factors.columns + 3 * len(self.shown)
            most = _MOST_CELLS // (columns * _AS_MANY)
            if draws > most:
                raise UsageError("too-many-to-save", draws=draws, most=most, units=units)
        pairs = units * children_compared(self.definition)
        most = _MOST_PAIRS // max(units * pairs, 1)
        if pairs and runs > most:
            raise UsageError("too-many-draws", draws=draws, most=draws * most // runs, units=units)

    def _random(self, draws: int) -> Iterator[Array]:
        """Yield uniform numbers at random, of a few draws at once."""
        source, size = random_draws(self.drawing.seed), self._chunk()
        for start in range(0, draws, size):
            yield source.random((min(size, draws - start), self.factors.columns)).T

    def _chunk(self) -> int:
        """Return how many draws are made at once."""
        units = max(1, len(self.scores))
        if compares_units(self.definition):
            units *= units
        return max(1, _CELLS * self.factors.scenarios // units)

    def _simulated(self, draws: int, numbers: Iterable[Array]) -> Simulated:
        units, places = len(self.scores), self.panel.places
        found = Simulated(
            np.full((units, draws), np.nan),
            np.full((units, draws), np.nan),
            np.zeros((units, draws), dtype=np.int32),
            np.zeros(units, dtype=np.int64),
        )
        start = 0
        for uniform in numbers:
            exact, published, undefined = self.factors.overall(uniform)
            decisive = deciding(self.definition, exact, published)
            stop = start + uniform.shape[1]
            found.exact[places, start:stop] = exact
            found.published[places, start:stop] = published
            found.ranks[places, start:stop] = ranks_by_draw(decisive, self.panel.years)
            found.undefined[places] += undefined.sum(axis=1)
            start = stop
        return found

    def _each_draw(self, simulated: Simulated, uniform: Array) -> EachDraw:
        """Return the draws that *uniform* numbers stand for, with the scores of the shown units."""
        columns = [DrawnColumn("draw", range(1, uniform.shape[1] + 1))]
        columns += self.factors.drawn(uniform, self._name)
        for at in self.shown:
            end = f":{self._name(at)}" if len(self.shown) > 1 else ""
            columns.append(DrawnColumn(f"score{end}", _known(simulated.exact[at])))
            columns.append(DrawnColumn(f"published{end}", _known(simulated.published[at])))
            if simulated.ranks[at].any():
                each = [rank or None for rank in simulated.ranks[at].tolist()]
                columns.append(DrawnColumn(f"rank{end}", each))
        return EachDraw(
            tuple(column.name for column in columns),
            tuple(zip(*(column.cells for column in columns), strict=True)),
        )

    def _name(self, at: int) -> str:
        """Return how a unit is called: with its year where there are several years."""
        one = self.nominal[at]
        with_year = len({other.year for other in self.nominal}) > 1
        return f"{one.unit or ''}:{one.year or ''}" if with_year else one.unit or ""

    def _with_sobol(self, result: Robustness) -> Robustness:
        """Return *result* with the indices of each shown unit and of the mean shift of ranks."""
        n, parts = self.drawing.draws, self.factors.parts
        spread = evenly_spread(self.drawing.seed, n, 2 * self.factors.columns).T
        a, b = spread[0::2], spread[1::2]

        def numbers() -> Iterator[Array]:
            size = self._chunk()
            samples = [(a, 0, 0), (b, 0, 0), *((a, part.start, part.stop) for part in parts)]
            for sample, start, stop in samples:
                mixed = sample.copy()
                mixed[start:stop] = b[start:stop]
                yield from (mixed[:, at : at + size] for at in range(0, n, size))

        evaluations = n * (len(parts) + 2)
        simulated = self._simulated(evaluations, numbers())
        names = [part.factor.id for part in parts]

        def indices(values: Array) -> tuple[SobolIndex, ...]:
            if np.isnan(values).any():
                return ()
            sample = Sample(values[:n], values[n : 2 * n], values[2 * n :].reshape(-1, n))
            # the same points again for each unit, which so does not depend on the others
            return with_intervals(names, sample, resampling(self.drawing.seed))

        units = list(result.units)
        for at in self.shown:
            units[at] = units[at]._replace(sobol=indices(simulated.exact[at]))
        result = result._replace(evaluations=evaluations, units=tuple(units))
        nominal = np.array([one.rank or 0 for one in self.nominal])
        compared = nominal > 0
        if not compared.any():
            return result
        ranks = np.where(simulated.ranks[compared] > 0, simulated.ranks[compared], np.nan)
        apart = np.abs(ranks - nominal[compared, None]).mean(axis=0)
        return result._replace(sobol=indices(apart))


def _known(scores: Array) -> list[float | None]:
    return [None if np.isnan(score) else score for score in scores.tolist()]


def _findings(
    result: Robustness,
    undefined: Whole,
    kept: Mapping[str, tuple[str, ...]],
    panel: DrawnPanel,
) -> Iterator[Finding]:
    """Yield what stands in the way of trusting the draws.

    In *undefined* draws of each unit a group had no combined score. Indicators are *kept* their
    method by the one that cannot stand in for it.
    """
    for name, indicators in kept.items():
        params = {"count": len(indicators), "names": indicators[:_NAMES]}
        yield Finding("S811", value=name, params=params)
    for name in panel.not_drawn:
        yield Finding("S812", value=name, indicator=name)
    for name, indicators in panel.unscored.items():
        params = {"count": len(indicators), "names": indicators[:_NAMES]}
        yield Finding("S816", value=name, params=params)
    if undefined.any():
        at = int(undefined.argmax())
        params = {
            "share": round(100 * int(undefined[at]) / result.draws, 1),
            "units": int(np.count_nonzero(undefined)),
        }
        yield Finding("S813", value=result.units[at].unit or "", params=params)


def _of_sample(every: Sequence[tuple[SobolIndex, ...]]) -> Iterator[Finding]:
    """Yield, once for all, that the sample of Sobol indices is too small."""
    highest = max((sum(one.first for one in indices) for indices in every), default=0.0)
    if highest > _SUM_LIMIT:
        yield Finding("S814", params={"sum": round(highest, 4)})
    wide = dict.fromkeys(one.factor for indices in every for one in indices if _is_wide(one))
    if wide:
        shown = tuple(wide)[:_NAMES]
        yield Finding("S815", value=", ".join(shown), params={"count": len(wide)})


def _is_wide(one: SobolIndex) -> bool:
    low, high = one.total_ci
    return high > _WEAK and high - low > one.total
