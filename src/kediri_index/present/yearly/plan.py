"""The steps that bring most towards the target."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.messages.catalogue import message_of
from kediri_index.model.definition import Indicator
from kediri_index.model.plans import Plan, PlanStep
from kediri_index.present.document import (
    Block,
    Bullets,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
)
from kediri_index.present.yearly.wording import YearlyWording

_MOST = 3


def steps_section(words: YearlyWording) -> Section:
    """Return the steps that are most worthwhile, in few words."""
    plan = words.yearly.plan
    fewer = plan is not None and len(plan.chosen.steps) < _MOST
    title = words.say("yearly.steps-few" if fewer else "yearly.steps")
    return Section("steps", title, tuple(_blocks(words)), brief=True)


def plan_section(words: YearlyWording) -> Section | None:
    """Return all steps of the plan, None where there is none."""
    plan = words.yearly.plan
    if plan is None:
        return None
    title = (
        words.say("yearly.plan", target=_goal(words, plan))
        if plan.reached
        else words.say("yearly.plan-best", best=words.fixed(plan.best))
    )
    left_out = (message_of(one, words.language) for one in words.yearly.plan_findings)
    remarks = (Paragraph(words.sentence(one), muted=True) for one in left_out)
    return Section("plan", title, (_table(words, plan), *remarks))


def _blocks(words: YearlyWording) -> Iterator[Block]:
    plan = words.yearly.plan
    if plan is None:
        yield from map(Paragraph, _why_none(words))
        return
    yield Paragraph(" ".join(_leading_where(words, plan)))
    worthwhile = sorted(plan.chosen.steps, key=_worth)[:_MOST]
    if worthwhile:
        yield Bullets(tuple(_sentence(words, one) for one in worthwhile), numbered=True)


def _leading_where(words: YearlyWording, plan: Plan) -> Iterator[str]:
    target, count = _goal(words, plan), len(plan.chosen.steps)
    if plan.reached:
        after = words.published(plan.chosen.after)
        yield words.say("yearly.steps-reach", target=target, count=count, after=after)
        if count > 1:
            yield words.say("yearly.steps-which")
        return
    key = "yearly.steps-best" if plan.best_proven else "yearly.steps-best-found"
    yield words.say(key, target=target, best=words.fixed(plan.best))
    if count:
        yield words.say("yearly.steps-which-best")


def _goal(words: YearlyWording, plan: Plan) -> str:
    """Return the target, with its year where that is a later one."""
    result = words.yearly.result
    target = words.short(plan.target)
    if plan.target == result.target:
        return target
    years = [one.year for one in words.yearly.years if one.target == plan.target]
    later = [year for year in years if result.year is not None and year > result.year]
    return f"{target} ({later[0]})" if later else target


def _remarks(words: YearlyWording, plan: Plan) -> Iterator[str]:
    yield words.say("yearly.plan-proven" if plan.optimal else "yearly.plan-found")
    if not plan.costs_given:
        yield words.say("yearly.costs-levels")


def _worth(step: PlanStep) -> tuple[bool, Fraction, Fraction, str]:
    """Return the order of steps: what is free, then most gain for the cost, then most gain."""
    rate = step.gain / step.cost if step.cost else step.gain
    return (bool(step.cost), -rate, -step.gain, step.id)


def _why_none(words: YearlyWording) -> Iterator[str]:
    yearly = words.yearly
    result, forbidden = yearly.result, yearly.plan_findings
    if result.overall.published is None or forbidden:
        yield words.say("yearly.steps-uncounted")
    elif result.target is None:
        yield words.say("yearly.steps-no-target")
    else:
        yield words.say("yearly.steps-none")
    yield from (words.sentence(message_of(one, words.language)) for one in forbidden)


def _sentence(words: YearlyWording, step: PlanStep) -> str:
    said = {
        "name": words.code_and_name(step.id),
        "start": _start(words, step),
        "end": words.brief(step.end),
        "gain": words.to(step.gain, words.decimals + 1),
    }
    if step.need is None:
        return words.say("yearly.step", **said)
    node = words.nodes.get(step.id)
    unit = f" {node.unit}" if isinstance(node, Indicator) and node.unit else ""
    return words.say("yearly.step-need", **said, need=f"{words.brief(step.need)}{unit}")


def _start(words: YearlyWording, step: PlanStep) -> str:
    return words.say("yearly.unanswered") if step.start is None else words.brief(step.start)


def _table(words: YearlyWording, plan: Plan) -> Table:
    say, number = words.say, ColumnKind.NUMBER
    table = TableOf(plan.chosen.steps)
    table.column(say("column.code"), lambda one: one.id, ColumnKind.CODE)
    table.column(say("column.part"), lambda one: words.name(one.id), header=True)
    table.column(
        say("yearly.column.from"), lambda one: TableCell(_start(words, one), one.start), number
    )
    table.column(say("yearly.column.to"), lambda one: words.short_cell(one.end), number)
    table.column(say("yearly.column.cost"), lambda one: words.short_cell(one.cost), number)
    table.column(
        say("yearly.column.gain"),
        lambda one: words.moved_cell(one.gain, words.fine),
        number,
        words.fine,
    )
    return table.made("steps", say("yearly.table.steps"), " ".join(_remarks(words, plan)))
