"""The rows of many units as CSV: what is the same for a pattern of gaps is written once.

A unit with other gaps is scored and written as any other. Its text, with a mark in the place of
each figure, then serves all that have the same: only their figures are computed and put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.report.score.csv import Rows
from kediri_index.report.score.row_templates import Formats, Templates
from kediri_index.report.score.unit_writer import UnitWriter
from kediri_index.scoring.later_units import Scorable

_TEXTS = Formats("%s", "%s")


def pattern_csv(rows: Rows, units: Sequence[Scorable]) -> Iterator[str]:
    """Yield the text of one unit after the other; all groups are weighted means."""
    writer = UnitWriter(rows)
    known: dict[tuple[int, int], Templates] = {}
    for unit in units:
        scores, answers = unit.plain_scores(), unit.plain_answers()
        if scores is None or answers is None:
            yield writer.alone(unit)
            continue
        key = id(unit.definition), id(answers.table)
        if key not in known:
            known[key] = Templates(writer, unit.definition, _TEXTS)
        template = known[key].of(scores.presence, scores.structure, unit)
        figures = [text for node in template.nodes for text in rows.texts(scores.figure(node))]
        yield writer.filled(template, figures, unit)
