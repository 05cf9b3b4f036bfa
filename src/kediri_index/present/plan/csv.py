"""A plan as CSV: a line a step, or with a frontier a line a published score."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

from kediri_index.messages.numbers import plain
from kediri_index.present.plan.shown import PlanShown
from kediri_index.present.spreadsheet_text import harmless

STEPS = ("indicator", "from", "to", "cost", "gain", "needs")
FRONTIER = ("cost", "score", "published", "optimal")


def render(shown: PlanShown) -> str:
    """Return the steps; the frontier instead where there is one."""
    plan = shown.plan
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if plan.frontier is None:
        writer.writerow(STEPS)
        for step in plan.chosen.steps:
            figures = (step.start, step.end, step.cost, step.gain, step.need)
            writer.writerow([harmless(step.id), *map(_plain, figures)])
    else:
        writer.writerow(FRONTIER)
        for point in plan.frontier:
            after = point.after
            reached = (point.cost, after.score, after.published)
            writer.writerow([*map(_plain, reached), "true" if point.proven else "false"])
    return text.getvalue()


def _plain(value: Fraction | None) -> str:
    return "" if value is None else plain(value)
