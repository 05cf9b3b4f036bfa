"""What a rule is given, built in the words of a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from kediri_index.model.dataset import DataSet, Lead, Total, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Source
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scoring import Range, ScoringMethod
from kediri_index.rules import DataContext, UnitContext, measures_of
from kediri_index.rules.unit_slip import within_units
from kediri_index.scoring.exact import ComparedScores, exact_tree
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from tests.scoring.building import SCALE, question, rule


def context(
    definition: Definition,
    data: UnitData,
    *,
    complete: bool = True,
    lead: Lead = Lead.ASSESSOR,
    profile: Profile | None = None,
) -> UnitContext:
    prepared = Prepared((data,), definition)
    scores = Scores(prepared, value=lead)
    cohort, _ = scores.places[0]
    return UnitContext(
        definition,
        data,
        cohort.tree(),
        0,
        lambda name: prepared.answer(0, name),
        measures_of(definition),
        complete,
        profile,
        lead,
        lambda: scores.comparisons.of(0, lead),
    )


def compared(context: UnitContext, score: Fraction, *groups: str) -> UnitContext:
    """The unit among others, by which *groups* come to *score*."""
    found = dict.fromkeys(groups, score)
    among = ComparedScores(found, found)
    scores = exact_tree(context.definition, context.tree.leaves, context.data.answers, among)
    return replace(context, tree=scores, among=lambda: among)


def data_context(
    definition: Definition, *units: UnitData, totals: Iterable[Total] = ()
) -> DataContext:
    data = DataSet(units, (), tuple(totals))
    return DataContext(definition, data, None, Hints(), within_units(definition, units))


def measured(
    name: str,
    method: ScoringMethod,
    *,
    unit: str | None = None,
    valid: Range | None = None,
    to: Range | None = SCALE,
) -> Indicator:
    """An indicator scored by *method*, whose raw values are in *unit*."""
    return question(name, score=rule(method, to))._replace(unit=unit, valid=valid)


def at(cell: str, file: str = "data.xlsx") -> Source:
    return Source(file, "Sheet", cell)
