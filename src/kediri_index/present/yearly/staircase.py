"""The way of the score: from last year's by what moved it to this year's, then by the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.comparison import Comparison
from kediri_index.model.definition import Group
from kediri_index.model.plans import PlanStep
from kediri_index.present.charts.drawing import ShapeRole
from kediri_index.present.charts.staircase import Stair, StairNames, staircase
from kediri_index.present.charts.years import axis
from kediri_index.present.document import Chart, ColumnKind, TableOf
from kediri_index.present.yearly.wording import YearlyWording

_MOST_MOVES, _MOST_STEPS = 10, 12


class Moved(NamedTuple):
    """A part of the change, for charts and sentences."""

    name: str
    contribution: Fraction


class StairRow(NamedTuple):
    """A row of the way: a step by *change* to *score*, or a *level*.

    A level is published; *score* is without rounding, and is where the picture has it.
    """

    label: str
    score: Fraction
    role: ShapeRole = ShapeRole.MAIN
    change: Fraction | None = None
    level: Fraction | None = None
    opd: str = ""

    @property
    def name(self) -> str:
        """What the row is called in a picture: whose step it is goes first."""
        return f"{self.opd}: {self.label}" if self.opd else self.label

    def text(self, words: YearlyWording) -> str:
        """Return the figure beside the row."""
        if self.change is None:
            return words.number(self.level)
        return words.moved(self.change, words.fine)


class StairAxis(NamedTuple):
    """The figures at the axis, and the target where the way leads to one."""

    ticks: tuple[float, ...]
    goal: Fraction | None


def staircase_chart(words: YearlyWording) -> Chart | None:
    """Return the picture, None where there is neither a last year nor a plan to go by."""
    rows = stair_rows(words)
    return _chart(words, rows) if rows else None


def stair_rows(words: YearlyWording) -> list[StairRow]:
    """Return the rows, none where there is neither a last year nor a plan to go by."""
    result = words.yearly.result
    exact = result.overall.score
    if exact is None:
        return []
    rows = [
        *_since_last_year(words, exact),
        StairRow(_year(words, result.year), exact, level=result.overall.published),
        *_planned(words, exact),
    ]
    return rows if len(rows) > 1 else []


def stair_axis(words: YearlyWording, rows: Sequence[StairRow]) -> StairAxis:
    """Return the axis of *rows*, which begins where they do: no bar begins at its end."""
    target, scale = words.yearly.result.target, words.definition.scale
    plan = words.yearly.plan
    is_planned = any(one.role is ShapeRole.PLAN for one in rows)
    goal = plan.target if plan is not None and is_planned else target
    if goal is not None and scale is not None and not scale[0] <= goal <= scale[1]:
        goal = None
    values = [*(float(one.score) for one in rows), *([] if goal is None else [float(goal)])]
    return StairAxis(axis(values, None, None), goal)


def _since_last_year(words: YearlyWording, exact: Fraction) -> Iterator[StairRow]:
    """Yield last year's score, what lowered it, the most first, then what raised it."""
    comparison = words.yearly.comparison
    if comparison is None:
        return
    score = exact - comparison.change
    year = _year(words, comparison.old.year)
    yield StairRow(year, score, level=comparison.old_published)
    parts = sorted(
        ((one.name, one.contribution) for one in moved_parts(words, comparison)),
        key=lambda one: -abs(one[1]),
    )
    shown = [one for one in parts[:_MOST_MOVES] if one[1]]
    rest = sum((one[1] for one in parts[_MOST_MOVES:]), Fraction(0))
    if rest:
        count = len(parts) - _MOST_MOVES
        shown.append((words.say("yearly.more-parts", count=count), rest))
    for name, change in sorted(shown, key=lambda one: one[1]):
        score += change
        role = ShapeRole.UP if change > 0 else ShapeRole.DOWN
        yield StairRow(name, score, role, change)


def _planned(words: YearlyWording, exact: Fraction) -> Iterator[StairRow]:
    """Yield the steps of the plan in its order, each with its agency, and where they lead."""
    plan = words.yearly.plan
    if plan is None or not plan.chosen.steps or words.missing_answers:
        return
    steps, score = plan.chosen.steps, exact
    owners = opd_of_leaves(words.definition, words.yearly.own_profile())
    for step in steps[:_MOST_STEPS]:
        score += step.gain
        opd = ", ".join(map(words.short_opd, owners.get(step.id, ())))
        yield StairRow(_step(words, step), score, ShapeRole.PLAN, step.gain, opd=opd)
    rest = steps[_MOST_STEPS:]
    if rest:
        gain = sum((step.gain for step in rest), Fraction(0))
        score += gain
        yield StairRow(words.say("yearly.more-steps", count=len(rest)), score, ShapeRole.PLAN, gain)
    yield StairRow(words.say("yearly.after-plan"), score, level=plan.chosen.after.published)


def _step(words: YearlyWording, step: PlanStep) -> str:
    return f"{words.code_and_name(step.id)} → {words.brief(step.end)}"


def _year(words: YearlyWording, year: int | None) -> str:
    return str(year) if year else words.say("yearly.year-before")


def _chart(words: YearlyWording, rows: Sequence[StairRow]) -> Chart:
    scale = words.definition.scale
    ticks, goal = stair_axis(words, rows)
    shown = [
        Stair(
            one.name,
            one.text(words),
            one.role,
            float(one.change or 0),
            None if one.change is not None else float(one.score),
        )
        for one in rows
    ]
    roles = (ShapeRole.MAIN, ShapeRole.DOWN, ShapeRole.UP, ShapeRole.PLAN)
    names = StairNames(
        {role: words.say(f"yearly.stair.{role.value}") for role in roles},
        {tick: words.short(Fraction(tick)) for tick in ticks},
        None if goal is None else float(goal),
        "" if goal is None else words.say("yearly.target-of-all", target=words.short(goal)),
    )
    said = "; ".join(f"{one.label} {one.text}" for one in shown)
    table = TableOf(list(zip(rows, shown, strict=True)))
    table.column(words.say("column.part"), lambda one: one[0].label)
    table.column(words.say("column.opd"), lambda one: words.cell(one[0].opd), sparse=True)
    table.column(
        words.say("column.change"),
        lambda one: (
            words.cell(None)
            if one[0].change is None
            else words.moved_cell(one[0].change, words.fine)
        ),
        ColumnKind.NUMBER,
        words.fine,
    )
    table.column(
        words.say("column.score"),
        lambda one: (
            words.number_cell(one[0].level, words.decimals)
            if one[0].change is None
            else words.number_cell(one[0].score, words.fine)
        ),
        ColumnKind.NUMBER,
    )
    caption = words.say("yearly.chart.staircase")
    if scale is not None and ticks[0] > scale[0]:
        first = words.short(Fraction(ticks[0]))
        caption = words.say("yearly.chart.staircase-cut", first=first)
    return Chart(
        "chart-staircase",
        caption,
        words.say("yearly.chart.staircase-description", parts=said),
        staircase(shown, names),
        table.made("staircase", words.say("yearly.chart.staircase")),
        note=_rounded_up(words, rows[-1], goal),
    )


def _rounded_up(words: YearlyWording, last: StairRow, goal: Fraction | None) -> str:
    """Return why the last level stands short of a target that its published score reaches."""
    if goal is None or last.level is None or not last.score < goal <= last.level:
        return ""
    exact, published = words.to(last.score, words.fine), words.fixed(last.level)
    return words.say("yearly.stair.rounded-up", exact=exact, published=published)


def moved_parts(words: YearlyWording, comparison: Comparison) -> list[Moved]:
    """Return parts that add up to the change: the charted groups, and the other top ones beside.

    The weights and the set are parts of their own where they contribute.
    """
    found = {one.id: one for one in comparison.contributions}
    parts = []
    placed: set[str] = set()
    for group in _parting(words.definition.groups, words.yearly.parts):
        if group.id in found:
            parts.append(Moved(words.label(group.label), found[group.id].contribution))
            placed |= {node.id for node in group.at_or_below()}
    parts += [  # what the new definition has no place for
        Moved(words.label(one.label), one.contribution)
        for one in comparison.players()
        if one.id not in placed
    ]
    for key, part in (("weights", comparison.weights), ("set", comparison.set)):
        if part:
            parts.append(Moved(words.say(f"yearly.part.{key}"), part))
    return parts


def _parting(groups: tuple[Group, ...], kind: str | None) -> Iterator[Group]:
    for group in groups:
        inner = [child for child in group.groups if child.kind == kind]
        if inner and len(inner) == len(group.children):
            yield from inner
        else:
            yield group
