"""What each higher score costs, with a slider over it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kediri_index.model.plans import FrontierPoint
from kediri_index.present.charts.frontier import CostAxes, CostPoint, frontier
from kediri_index.present.charts.years import axis, round_steps
from kediri_index.present.document import Chart, ColumnKind, TableOf
from kediri_index.present.yearly.wording import YearlyWording

_MOST, _FEWEST = 20, 2


def frontier_chart(words: YearlyWording) -> Chart | None:
    """Return what scores cost, with a slider over them; None where less than two are known."""
    plan, points = words.yearly.plan, frontier_points(words)
    if plan is None or not points:
        return None
    say = words.say
    ticks = axis([0.0, *(float(one.cost) for one in points)], 0, None)
    goal = plan.target if plan.reached else None
    axes = CostAxes(
        say("yearly.column.cost"),
        say("column.score"),
        {tick: words.short(Fraction(tick)) for tick in ticks},
        None if goal is None else float(goal),
        "" if goal is None else say("yearly.target-of-all", target=words.short(goal)),
    )
    decimals = words.decimals_of(one.cost for one in points)
    shown = [
        CostPoint(
            float(one.after.published or 0),
            float(one.cost),
            words.published(one.after),
            words.to(one.cost, decimals),
        )
        for one in points
    ]
    table = TableOf(points)
    number = ColumnKind.NUMBER
    table.column(
        say("column.score"), lambda one: words.figure_cell(one.after), number, words.decimals
    )
    words.number_column(table, say("yearly.column.cost"), lambda one: one.cost)
    table.column(
        say("yearly.column.proven"),
        lambda one: "" if one.proven else say("yearly.unproven"),
        sparse=True,
    )
    caption = say("yearly.chart.frontier")
    said = "; ".join(f"{one.score_text}: {one.cost_text}" for one in shown)
    return Chart(
        "chart-frontier",
        caption,
        say("yearly.chart.frontier-description", parts=said),
        frontier(shown, axes),
        table.made("frontier", say("yearly.table.frontier")),
        slider=say("yearly.slider"),
    )


def frontier_points(words: YearlyWording) -> list[FrontierPoint]:
    """Return what round scores cost, nothing where less than two are known."""
    plan = words.yearly.plan
    points = [] if plan is None or plan.frontier is None else _round_ones(plan.frontier)
    return points if len(points) >= _FEWEST else []


def _round_ones(points: Sequence[FrontierPoint]) -> list[FrontierPoint]:
    """Return the cheapest way to each round score, at most about twenty, and to the best one."""
    scores = [one.after.published or Fraction(0) for one in points]
    if len(points) <= _MOST:
        return list(points)
    steps = round_steps(float(scores[-1] - scores[0]) / _MOST)
    next(steps)  # this one is not above so much
    step = Fraction(str(next(steps)))
    kept = [points[0]]
    for one, score in zip(points[1:], scores[1:], strict=True):
        before = kept[-1].after.published or Fraction(0)
        if score // step > before // step:
            kept.append(one)
    return [*kept, *([points[-1]] if kept[-1] is not points[-1] else [])]
