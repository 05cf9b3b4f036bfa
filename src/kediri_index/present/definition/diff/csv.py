"""A comparison of definitions as CSV: a row a unit or a change, points for decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from kediri_index.messages.numbers import plain
from kediri_index.model.changes import Effect, UnitEffect
from kediri_index.model.digits import Digits
from kediri_index.present.definition.diff.json import overall_of, plain_data, published_text
from kediri_index.present.definition.diff.shown import DiffShown
from kediri_index.present.json_text import json_text
from kediri_index.present.spreadsheet_text import harmless

CHANGES_HEADER = ("id", "path", "kind", "before", "after")
UNITS_HEADER = (
    "unit",
    "year",
    "score_before",
    "score_after",
    "published_before",
    "published_after",
    "change",
    "rank_before",
    "rank_after",
    "class_before",
    "class_after",
)


def render(shown: DiffShown) -> str:
    """Return a row a unit where there are data, else a row a change."""
    report = shown.report
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    effect = report.effect
    if effect is None:
        writer.writerow(CHANGES_HEADER)
        for diff in report.diffs:
            for one in diff.changes:
                cells = (diff.id, one.path, one.kind.value, _text(one.before), _text(one.after))
                writer.writerow(map(harmless, cells))
    else:
        writer.writerow(UNITS_HEADER)
        for unit in effect.units or ():
            writer.writerow(map(harmless, _unit_cells(unit, effect)))
    return out.getvalue()


def _text(value: object) -> str:
    """Return a value for a cell: a number or a text as it is, anything else as JSON."""
    match value:
        case None:
            return ""
        case Digits():
            return plain(Fraction(value))
        case str():
            return str(value)
    return json_text(plain_data(value))


def _unit_cells(one: UnitEffect, effect: Effect) -> Iterator[str]:
    sides = ((one.before, effect.before), (one.after, effect.after))
    yield one.unit or ""
    yield str(one.year or "")
    for result, _ in sides:
        score = overall_of(result).score
        yield "" if score is None else plain(score)
    for result, outcome in sides:
        yield published_text(overall_of(result), outcome.definition)
    yield "" if one.change is None else plain(one.change)
    for result, _ in sides:
        yield str(result.rank or "") if result else ""
    yield from (name or "" for name in one.class_names)
