"""A plan as Markdown, for pages and pull requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kediri_index.present.markdown_text import escaped, row
from kediri_index.present.plan.shown import PlanShown
from kediri_index.present.plan.words import PlanWords


def render(shown: PlanShown) -> str:
    """Return the plan as a section: a head, its steps, others of the same cost, the frontier."""
    return "\n".join(_lines(shown.words())) + "\n"


def _lines(words: PlanWords) -> Iterator[str]:
    plan = words.plan
    yield f"## {escaped(words.title())}"
    yield ""
    yield escaped(words.about_definition())
    yield ""
    yield f"**{escaped(words.from_to())}** · {escaped(words.least())} · {escaped(words.best())}"
    verdict = words.verdict()
    if verdict is not None:
        yield ""
        yield f"**{escaped(verdict)}**"
    yield ""
    yield escaped(" · ".join(words.facts()))
    if plan.chosen.steps:
        yield ""
        yield from _steps(words)
    if plan.alternatives:
        yield ""
        yield escaped(words.say("plan.others"))
        yield ""
        yield from (f"- {escaped(said)}" for said in words.alternatives())
        if plan.more:
            yield ""
            yield escaped(words.say("plan.more"))
    if plan.frontier is not None:
        yield ""
        yield from _frontier(words)
    yield ""
    yield escaped(words.about_version())


def _steps(words: PlanWords) -> Iterator[str]:
    chosen = words.plan.chosen
    measured = any(step.need is not None for step in chosen.steps)
    columns = ["from", "to", "cost", "gain", *(["need"] if measured else [])]
    yield from _head([words.say("column.step"), *(words.say(f"column.{one}") for one in columns)])
    for step in chosen.steps:
        cells = [
            f"{step.id} {words.name(step.id)}",
            words.score(step.start),
            words.score(step.end),
            words.amount(step.cost),
            words.gain(step.gain),
            *([words.need(step) or "–"] if measured else []),
        ]
        yield row([escaped(cell) for cell in cells])
    gained = sum((step.gain for step in chosen.steps), Fraction(0))
    total = [words.say("plan.sum"), "", "", words.amount(chosen.cost), words.gain(gained)]
    yield row([escaped(cell) for cell in [*total, *([""] if measured else [])]])
    yield ""
    yield escaped(" ".join(words.about_gains()))


def _frontier(words: PlanWords) -> Iterator[str]:
    yield f"### {escaped(words.say('plan.frontier'))}"
    yield ""
    yield from _head([words.say(f"column.{one}") for one in ("published", "unrounded", "cost")])
    points = words.plan.frontier or ()
    for point in points:
        cost = ("" if point.proven else "~") + words.amount(point.cost)
        cells = (words.figure(point.after.published), words.unrounded(point.after.score), cost)
        yield row([escaped(cell) for cell in cells])
    if not all(point.proven for point in points):
        yield ""
        yield escaped(words.say("plan.frontier-unproven"))


def _head(titles: Sequence[str]) -> Iterator[str]:
    yield row([escaped(title) for title in titles])
    yield row(["---", *["---:"] * (len(titles) - 1)])
