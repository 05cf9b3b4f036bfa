"""All draws of a drawing, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array
from kediri_index.analysis.robustness.each_draw import each_draw
from kediri_index.analysis.robustness.fold import Drawn, TreeFold
from kediri_index.analysis.robustness.methods import refitted
from kediri_index.analysis.robustness.panel import Panel, panel_of
from kediri_index.analysis.robustness.plan import Plan
from kediri_index.analysis.robustness.ranks import ranks
from kediri_index.analysis.robustness.sampling import evenly_spread, random_draws, resampling
from kediri_index.analysis.robustness.sobol import Sample, with_intervals
from kediri_index.analysis.robustness.summary import Scores, summary
from kediri_index.analysis.robustness.warnings import Seen, warnings
from kediri_index.errors import UsageError
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.results import UnitResult
from kediri_index.model.robustness import (
    WEIGHT_CHANGE,
    Drawing,
    Robustness,
    SobolIndex,
    UnitRobustness,
)
from kediri_index.scoring.ready import Ready

_CELLS = 2**15
"""Draws x units at once: what fits a processor's cache with all that is made of it."""
_MOST_CELLS = 6 * 10**7
"""Draws x units that are kept, or numbers of an even spread: more than a gigabyte."""
_MOST_PAIRS = 10**10
"""Comparisons of two units: some minutes."""


class Done(NamedTuple):
    """The result, and what is to be said of it."""

    result: Robustness
    findings: tuple[Finding, ...]


def run(
    made: Ready,
    results: Sequence[UnitResult],
    drawing: Drawing,
    value: Lead | None = None,
    shown: Sequence[int] | None = None,
) -> Done:
    """Return how sure *results* are, the exact ones of the units of *made*.

    Those at *shown* are in the result, all where it is None; the others count in ranks alone.

    Raises :class:`~kediri_index.errors.UsageError` where nothing can vary, or there are too many
    draws to keep.
    """
    assumed = not drawing.has_factors
    if assumed:
        drawing = drawing._replace(weights=WEIGHT_CHANGE, missing=True)
    refits = refitted(made, drawing.methods, value) if drawing.methods else None
    panel = panel_of(made, value, refits.variants if refits else (), missing=drawing.missing)
    return _Run(panel, drawing, results, shown).done(
        assumed=assumed, kept=refits.kept if refits else {}
    )


class _Run:
    def __init__(
        self,
        panel: Panel,
        drawing: Drawing,
        results: Sequence[UnitResult],
        shown: Sequence[int] | None,
    ) -> None:
        self.shown = shown
        self.panel = panel
        self.drawing = drawing
        self.results = results
        self.definition = panel.definition
        self.plan = Plan(panel, drawing)
        self.tree = TreeFold(
            panel.definition, panel.needed, panel.years, alternatives=drawing.aggregations
        )
        self.undefined = np.zeros(len(results), dtype=np.int64)
        if not self.plan.factors:
            raise UsageError("robustness-nothing-varies")

    def done(self, *, assumed: bool, kept: Mapping[str, tuple[str, ...]]) -> Done:
        drawing = self.drawing
        only_sets = self.plan.only_sets
        draws = len(drawing.weight_sets) if only_sets else drawing.draws
        self._afford(draws)
        size = self._chunk()
        chunks = self.plan.each_set(size) if only_sets else self._random(draws, size)
        scores = self._scores(draws, chunks)
        undefined = self.undefined.copy()
        units = summary(self.definition, self.results, scores)
        sobol: tuple[SobolIndex, ...] = ()
        evaluations = 0
        if drawing.sobol:
            evaluations = drawing.draws * (len(self.plan.factors) + 2)
            units, sobol = self._with_sobol(units, evaluations)
        shown = range(len(units)) if self.shown is None else self.shown
        each = each_draw(self.plan, scores, self.results, shown) if drawing.keep else None
        result = Robustness(
            draws=draws,
            seed=drawing.seed,
            factors=self.plan.factors,
            assumed=assumed,
            units=units,
            sobol=sobol,
            evaluations=evaluations,
            each=each,
        )
        seen = Seen(tuple(map(int, undefined)), kept, self.panel.not_drawn)
        found = tuple(warnings(result, seen))
        return Done(result._replace(units=tuple(units[at] for at in shown)), found)

    def _afford(self, draws: int) -> None:
        """Raise where so many draws would take all memory, or hours."""
        units = max(1, len(self.results))
        runs = draws
        if self.drawing.sobol:
            runs = max(runs, self.drawing.draws * (len(self.plan.factors) + 2))
            runs = max(runs, self.drawing.draws * 4 * self.plan.columns // units)
        most = _MOST_CELLS // units
        if runs > most:
            raise UsageError("too-many-draws", draws=draws, most=draws * most // runs, units=units)
        pairs = units * sum(len(children) for _, children in _compared(self.definition))
        most = _MOST_PAIRS // max(units * pairs, 1)
        if pairs and runs > most:
            raise UsageError("too-many-draws", draws=draws, most=draws * most // runs, units=units)

    def _random(self, draws: int, size: int) -> Iterator[Drawn]:
        source = random_draws(self.drawing.seed)
        for start in range(0, draws, size):
            uniform = source.random((min(size, draws - start), self.plan.columns))
            yield self.plan.drawn(uniform)

    def _chunk(self) -> int:
        units = max(1, len(self.results))
        if _compared(self.definition):
            units *= units
        return max(1, _CELLS // units)

    def _scores(self, draws: int, chunks: Iterable[Drawn]) -> Scores:
        units = len(self.results)
        scores = Scores(
            np.empty((draws, units)),
            np.empty((draws, units)),
            np.empty((draws, units), dtype=np.int32),
        )
        start = 0
        for drawn in chunks:
            folded = self.tree.fold(drawn)
            stop = start + drawn.draws
            scores.exact[start:stop] = folded.exact
            scores.published[start:stop] = folded.published
            deciding = scores.deciding(self.definition)[start:stop]
            scores.ranks[start:stop] = ranks(deciding, self.panel.years)
            self.undefined += folded.undefined.sum(axis=0)
            start = stop
        return scores

    def _with_sobol(
        self, units: tuple[UnitRobustness, ...], evaluations: int
    ) -> tuple[tuple[UnitRobustness, ...], tuple[SobolIndex, ...]]:
        """Return *units* with their indices, and those of the mean shift of ranks."""
        n = self.drawing.draws
        parts = self.plan.parts
        spread = evenly_spread(self.drawing.seed, n, 2 * self.plan.columns)
        a, b = spread[:, 0::2], spread[:, 1::2]

        def points() -> Iterator[Drawn]:
            size = self._chunk()
            for sample in (a, b):
                yield from (self.plan.drawn(sample[at : at + size]) for at in range(0, n, size))
            for part in parts:
                mixed = a.copy()
                mixed[:, part.start : part.stop] = b[:, part.start : part.stop]
                yield from (self.plan.drawn(mixed[at : at + size]) for at in range(0, n, size))

        scores = self._scores(evaluations, points())
        names = [part.factor.id for part in parts]
        source = resampling(self.drawing.seed)

        def indices(values: Array) -> tuple[SobolIndex, ...]:
            if np.isnan(values).any():
                return ()
            return with_intervals(
                names, Sample(values[:n], values[n : 2 * n], values[2 * n :].reshape(-1, n)), source
            )

        units = tuple(
            unit._replace(sobol=indices(scores.exact[:, at])) for at, unit in enumerate(units)
        )
        nominal = np.array([one.rank or 0 for one in self.results])
        compared = nominal > 0
        if not compared.any():
            return units, ()
        apart = np.abs(scores.ranks[:, compared] - nominal[compared]).mean(axis=1)
        return units, indices(apart)


def _compared(definition: Definition) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups that compare units, with their children."""
    found = [
        (group.id, tuple(child.id for child in group.children))
        for group in definition.all_groups()
        if group.aggregate.over_units
    ]
    if definition.aggregate_top.over_units:
        found.append(("", tuple(group.id for group in definition.groups)))
    return found
