"""The steps that bring most towards the target."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.definition import Indicator
from kediri_index.model.plans import Plan, Step
from kediri_index.report.yearly.blocks import (
    Block,
    Bullets,
    Cell,
    ColumnKind,
    Paragraph,
    Section,
    Table,
)
from kediri_index.report.yearly.words import YearlyWords

_MOST = 3


def steps_section(words: YearlyWords) -> Section:
    """Return the steps that are most worthwhile, in few words."""
    return Section("steps", words.say("yearly.steps"), tuple(_blocks(words)), brief=True)


def plan_section(words: YearlyWords) -> Section | None:
    """Return all steps of the plan, None where there is none."""
    plan = words.yearly.plan
    if plan is None:
        return None
    title = words.say("yearly.plan", target=_goal(words, plan))
    return Section("plan", title, (_table(words, plan),))


def _blocks(words: YearlyWords) -> Iterator[Block]:
    plan = words.yearly.plan
    if plan is None:
        yield Paragraph(_why_none(words))
        return
    steps = plan.chosen.steps
    target = _goal(words, plan)
    if plan.reached:
        after = words.published(plan.chosen.after)
        yield Paragraph(
            words.say("yearly.steps-reach", target=target, count=len(steps), after=after)
        )
    else:
        yield Paragraph(words.say("yearly.steps-best", target=target, best=words.fixed(plan.best)))
    worthwhile = sorted(steps, key=_worth)[:_MOST]
    yield Bullets(tuple(_sentence(words, one) for one in worthwhile), numbered=True)


def _goal(words: YearlyWords, plan: Plan) -> str:
    """Return the target, with its year where that is a later one."""
    result = words.yearly.result
    target = words.short(plan.target)
    if plan.target == result.target:
        return target
    years = [one.year for one in words.yearly.years if one.target == plan.target]
    later = [year for year in years if result.year is not None and year > result.year]
    return f"{target} ({later[0]})" if later else target


def _remarks(words: YearlyWords, plan: Plan) -> Iterator[str]:
    yield words.say("yearly.plan-proven" if plan.optimal else "yearly.plan-found")
    if not plan.costs_given:
        yield words.say("yearly.costs-levels")


def _worth(step: Step) -> tuple[bool, Fraction, Fraction, str]:
    """Return the order of steps: what is free, then most gain for the cost, then most gain."""
    rate = step.gain / step.cost if step.cost else step.gain
    return (bool(step.cost), -rate, -step.gain, step.id)


def _why_none(words: YearlyWords) -> str:
    result = words.yearly.result
    if result.target is None:
        return words.say("yearly.steps-no-target")
    reached = result.gap is not None and result.gap >= 0
    return words.say("yearly.steps-none" if reached else "yearly.steps-uncounted")


def _sentence(words: YearlyWords, step: Step) -> str:
    said = {
        "name": words.code_and_name(step.id),
        "start": _start(words, step),
        "end": words.short(step.end),
        "gain": words.to(step.gain, words.decimals + 1),
    }
    if step.need is None:
        return words.say("yearly.step", **said)
    node = words.nodes.get(step.id)
    unit = f" {node.unit}" if isinstance(node, Indicator) and node.unit else ""
    return words.say("yearly.step-need", **said, need=f"{words.short(step.need)}{unit}")


def _start(words: YearlyWords, step: Step) -> str:
    return words.say("yearly.unanswered") if step.start is None else words.short(step.start)


def _table(words: YearlyWords, plan: Plan) -> Table:
    number = ColumnKind.NUMBER
    return Table(
        id="steps",
        caption=words.say("yearly.table.steps"),
        columns=(
            words.column("id", "column.code", ColumnKind.CODE),
            words.column("name", "yearly.column.part"),
            words.column("from", "yearly.column.from", number),
            words.column("to", "yearly.column.to", number),
            words.column("cost", "yearly.column.cost", number),
            words.column("gain", "yearly.column.gain", number, words.fine),
        ),
        rows=tuple(
            (
                Cell(one.id),
                Cell(words.name(one.id)),
                Cell(_start(words, one), one.start),
                words.short_cell(one.end),
                words.short_cell(one.cost),
                words.moved_cell(one.gain, words.fine),
            )
            for one in plan.chosen.steps
        ),
        header=1,
        note=" ".join(_remarks(words, plan)),
    )
