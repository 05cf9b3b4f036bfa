"""All units of one year side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import combinations

from kediri_index.model.definition import Definition, Group
from kediri_index.model.league import League, PartRelation, PeerScores
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.scoring.rounding import ranks
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.statistics.correlation import correlations
from kediri_index.usecases.units import without_others

_FEWEST_PARTS = 3
"""So many groups are worth a chart."""
_PILLAR = "pillar"


def parts_of(definition: Definition, scored: Collection[str]) -> tuple[Group, ...]:
    """Return the groups that charts compare: the pillars, else the first kind with three scores.

    *scored* are the ids of the groups that have a score.
    """
    by_kind: dict[str, list[Group]] = {kind.id: [] for kind in definition.kinds}
    for group in definition.all_groups():
        if group.id in scored:
            by_kind.setdefault(group.kind, []).append(group)
    kinds = sorted(by_kind, key=lambda kind: kind != _PILLAR)  # else as the definition has them
    for kind in kinds:
        if len(by_kind[kind]) >= _FEWEST_PARTS:
            return tuple(by_kind[kind])
    return ()


def scored_groups(units: Sequence[UnitResult]) -> frozenset[str]:
    """Return the ids of the groups that have a score in any of *units*."""
    return frozenset(
        group.id for one in units for group in one.all_groups() if group.figure.score is not None
    )


def league_of(
    outcome: ScoreOutcome, year: int | None, own: int | None = None, *, peers: bool = False
) -> League | None:
    """Return the units of *year*, None where there is only one.

    *own* is the place in the outcome of the unit that the report is about; with it, or with
    *peers*, there are the scores of all nodes.
    """
    scores = outcome.units
    assert isinstance(scores, Scores)  # noqa: S101 - of a call that scored
    places = [at for at in range(len(scores)) if scores.data(at).year == year]
    places = without_others(scores.prepared.units, places, outcome.findings)
    if len(places) <= 1:
        return None
    results = {at: scores.result(at, indicators=False) for at in places}
    ordered = sorted(results, key=lambda at: _order(results[at]))
    units = tuple(results[at] for at in ordered)
    parts = parts_of(outcome.definition, scored_groups(units))
    return League(
        outcome=outcome,
        year=year,
        units=units,
        parts=parts,
        relations=_relations(parts, units),
        own=None if own is None else ordered.index(own),
        peers={} if own is None and not peers else _peers(scores, ordered),
    )


def _peers(scores: Scores, places: Sequence[int]) -> dict[str, PeerScores]:
    """Return the published scores of every node, of the units at *places*, with their ranks."""
    position = {place: at for at, place in enumerate(places)}
    found: dict[str, list[Fraction | None]] = {}
    for tree, cohort, rows in scores.trees():
        for node in tree.folded.exact:
            figures = tree.figures(node)
            column = found.setdefault(node, [None] * len(places))
            for place, row in zip(cohort, rows, strict=True):
                if place in position and not scores.data(place).left_out:
                    column[position[place]] = figures.figure(row).published
    return {node: _peer_scores(column) for node, column in found.items()}


def _peer_scores(column: Sequence[Fraction | None]) -> PeerScores:
    known = sorted(one for one in column if one is not None)
    return PeerScores(tuple(column), tuple(ranks(column)), tuple(known), tuple(map(float, known)))


def _order(unit: UnitResult) -> tuple[bool, int, str]:
    return unit.rank is None, unit.rank or 0, unit.unit or ""


def _relations(parts: Sequence[Group], units: Sequence[UnitResult]) -> tuple[PartRelation, ...]:
    """Return how every two parts go together."""
    scores = [{one.id: one.figure.score for one in unit.all_groups()} for unit in units]
    columns = [
        tuple(None if (score := one.get(part.id)) is None else float(score) for one in scores)
        for part in parts
    ]
    pairs = combinations((part.id for part in parts), 2)
    return tuple(
        PartRelation(*pair, found.n, found.pearson)
        for pair, found in zip(pairs, correlations(columns), strict=True)
    )
