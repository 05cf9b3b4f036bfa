"""The steps that bring most towards the target."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.catalogue import message_of
from kediri_index.model.plans import Plan, PlanStep
from kediri_index.present.document import (
    Block,
    Bullets,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.yearly.frontier import frontier_chart
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.scoring.score_rule import bounds_of_leaf

_MOST = 3


def steps_section(words: YearlyWording) -> Section | None:
    """Return the steps that are most worthwhile, in few words; None where nothing is planned."""
    plan, result = words.yearly.plan, words.yearly.result
    unplanned = plan is None and not words.yearly.plan_findings
    if unplanned and (result.gap is None or words.missing_answers):
        return None
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
    costs = frontier_chart(words)
    pictures = () if costs is None else (costs,)
    return Section("plan", title, (*pictures, _table(words, plan), *remarks))


def _blocks(words: YearlyWording) -> Iterator[Block]:
    plan = words.yearly.plan
    if plan is None:
        yield from map(Paragraph, _why_none(words))
        return
    yield Paragraph(" ".join(_leading_where(words, plan)))
    worthwhile = plan.chosen.steps[:_MOST]
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


def _why_none(words: YearlyWording) -> Iterator[str]:
    forbidden = words.yearly.plan_findings
    yield words.say("yearly.steps-uncounted" if forbidden else "yearly.steps-none")
    yield from (words.sentence(message_of(one, words.language)) for one in forbidden)


def _sentence(words: YearlyWording, step: PlanStep) -> str:
    said = {
        "name": words.code_and_name(step.id),
        "start": start(words, step),
        "end": words.brief(step.end),
        "gain": words.to(step.gain, words.decimals + 1),
    }
    need = _need(words, step)
    if need is None:
        return words.say("yearly.step", **said)
    return words.say("yearly.step-need", **said, need=need)


def _need(words: YearlyWording, step: PlanStep) -> str | None:
    """Return the measured result that a step takes, in its unit."""
    return None if step.need is None else words.in_unit(step.id, words.brief(step.need))


def start(words: YearlyWording, step: PlanStep) -> str:
    """Return the score that *step* begins with, or that there is none yet."""
    return words.say("yearly.unanswered") if step.start is None else words.brief(step.start)


def _table(words: YearlyWording, plan: Plan) -> Table:
    """Return the steps, most worthwhile first; what takes the highest score there is says so."""
    say = words.say
    table = TableOf(plan.chosen.steps)
    words.code_column(table, lambda one: one.id)
    table.column(say("column.part"), lambda one: words.name(one.id), header=True)
    table.column(say("column.opd"), lambda one: words.cell(words.agencies(one.id)), sparse=True)
    words.number_column(table, say("yearly.column.from"), lambda one: one.start)
    words.number_column(table, say("yearly.column.to"), lambda one: one.end)
    words.number_column(table, say("yearly.column.cost"), lambda one: one.cost)
    gain = TableColumn(say("yearly.column.gain"), ColumnKind.NUMBER, decimals=words.fine, bars=True)
    table.column(gain, lambda one: words.moved_cell(one.gain, words.fine))
    table.column(say("yearly.column.takes"), lambda one: _takes(words, one), sparse=True)
    return table.made("steps", say("yearly.table.steps"), " ".join(_remarks(words, plan)))


def _takes(words: YearlyWording, step: PlanStep) -> TableCell:
    """Return the result that a step takes, and a warning where only the best will do."""
    bounds = bounds_of_leaf(words.definition, words.nodes[step.id])
    best = bounds is not None and step.end >= bounds[1]
    said = filter(None, (words.say("yearly.takes-best") if best else None, _need(words, step)))
    return words.cell("; ".join(said))._replace(tone=Tone.DOUBT if best else Tone.PLAIN)
