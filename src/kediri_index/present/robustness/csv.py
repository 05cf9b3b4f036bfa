"""How sure scores are, as CSV: one row a unit."""

from __future__ import annotations

import csv
import io

from kediri_index.messages.numbers import fixed, plain
from kediri_index.model.robustness import UnitRobustness
from kediri_index.present.robustness.json import drawn
from kediri_index.present.robustness.shown import RobustnessShown
from kediri_index.present.spreadsheet_text import harmless

_COLUMNS = ("unit", "year", "nominal", "published", "mean", "p5", "p50", "p95")
_RANKS = ("rank", "rank_mean", "rank_p5", "rank_p50", "rank_p95")


def render(shown: RobustnessShown) -> str:
    """Return a row a unit; a column ``class:<name>`` holds the probability of each class."""
    outcome = shown.outcome
    classes = [one.label.main for one in outcome.definition.classes]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    named = [harmless(f"class:{name}") for name in classes]
    writer.writerow([*_COLUMNS, "target", "target_probability", *_RANKS, *named, "scored"])
    decimals = outcome.definition.publish.decimals
    for unit in shown.result.units:
        writer.writerow(_row(unit, classes, decimals))
    return text.getvalue()


def _row(unit: UnitRobustness, classes: list[str], decimals: int) -> list[str]:
    score, published = unit.nominal
    rank = unit.rank
    ranks = (None,) * 4 if rank is None else (rank.mean, rank.p5, rank.p50, rank.p95)
    return [
        harmless(unit.unit or ""),
        str(unit.year or ""),
        "" if score is None else plain(score),
        "" if published is None else fixed(published, decimals),
        *map(_cell, (unit.mean, unit.p5, unit.p50, unit.p95)),
        "" if unit.target is None else plain(unit.target),
        _cell(unit.target_probability),
        str(rank.nominal or "") if rank else "",
        *map(_cell, ranks),
        *(_cell(unit.class_probability.get(name)) for name in classes),
        _cell(unit.scored),
    ]


def _cell(value: float | None) -> str:
    figure = drawn(value)
    return "" if figure is None else plain(figure)
