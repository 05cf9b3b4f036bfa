"""What ``plan`` came to: the steps, where they lead, and what else would cost the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kediri_index.messages.values import fixed, grouped, localised, plain
from kediri_index.model.definition import Indicator
from kediri_index.model.plans import FrontierPoint, Plan, PlannedSteps, PlanOutcome, PlanStep
from kediri_index.present.document import (
    NOTHING,
    Block,
    Bullets,
    ColumnKind,
    Document,
    Headline,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, number, outcome_json
from kediri_index.present.findings import faults, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.csv import Rows
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.rounding import round_half_up
from kediri_index.usecases.plan import Bounds

_DECIMALS = 4
"""Of what need not be shown in full: costs, unrounded scores."""
_FIXED_SHOWN = 5
_ABOUT_PLANS = "S7"
"""Findings about the plan itself; those of the files are ``check``'s to tell."""


@dataclass(frozen=True)
class PlanPresentation(Presentation):
    """A plan, or why there is none.

    *again* is what the same command is to be given once more, *allowed* that with errors.
    """

    outcome: PlanOutcome
    bounds: Bounds
    again: str
    allowed: str

    @property
    def plan(self) -> Plan:
        """The plan; all but JSON is asked for only where there is one."""
        found = self.outcome.plan
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def document(self) -> Document:
        """Return a head, the steps, others of the same cost, the frontier."""
        outcome = self.outcome
        words = ScoreWording(outcome.definition, self.language)
        title = words.whose(outcome.unit, outcome.year, outcome.basis)
        blocks = tuple(self._blocks())
        section = Section("plan", title, blocks, about=words.about_definition())
        return Document(self.language, (section,), foot=words.about_version())

    def json(self) -> str:
        """Return the envelope; every figure exact, beside the one published."""
        found = self.outcome.plan
        result = None if found is None else _result(self.outcome, found)
        return outcome_json("plan", self.outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield a row a step, or with a frontier a row a published score."""
        if self.plan.frontier is None:
            yield "indicator", "from", "to", "cost", "gain", "needs"
            for step in self.plan.chosen.steps:
                yield step.id, step.start, step.end, step.cost, step.gain, step.need
            return
        yield "cost", "score", "published", "optimal"
        for point in self.plan.frontier:
            yield point.cost, point.after.score, point.after.published, point.proven

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a plan, of the data or of what was asked."""
        if self.outcome.plan is not None:
            return ()
        own = any(one.code.startswith(_ABOUT_PLANS) for one in self.outcome.findings)
        return refused(self.outcome.findings, self.language, "plan.refused" if own else "refused")

    def remarks(self) -> Iterator[str]:
        """Yield that answers were left out, and that a least cost is not proven."""
        if self.outcome.partial:
            yield self.say("partial")
        if self.plan.frontier is None and not self.plan.optimal:
            yield self._least()

    def next(self) -> Iterator[str]:
        """Yield how to look longer, and how to see the frontier."""
        if self.outcome.plan is None:
            own = any(one.code.startswith(_ABOUT_PLANS) for one in self.outcome.findings)
            if not own:
                yield from said_to_allow(self.outcome, self.language, self.allowed)
            return
        if not self.plan.optimal:
            yield self.say("next.plan-work", again=self.again)
        if self.plan.frontier is None:
            yield self.say("next.frontier", again=self.again)

    def _blocks(self) -> Iterator[Block]:
        plan = self.plan
        before, after = plan.before.published, plan.chosen.after.published
        best = self.say(
            "plan.best" if plan.best_proven else "plan.best-found", best=self._figure(plan.best)
        )
        arrow = f"{self._figure(before)} → {self._figure(after)}"
        yield Headline(arrow, (self._least(), best))
        verdict = self._verdict()
        if verdict is not None:
            yield Paragraph(verdict, strong=True)
        yield Paragraph(" · ".join(self._facts()), muted=True)
        if plan.chosen.steps:
            yield self._steps()
        if plan.alternatives:
            yield Paragraph(self.say("plan.others"))
            yield Bullets(tuple(map(self._instead, plan.alternatives)))
            if plan.more:
                yield Paragraph(self.say("plan.more"), muted=True)
        if plan.frontier is not None:
            yield self._frontier()
        own = [one for one in self.outcome.findings if one.code.startswith(_ABOUT_PLANS)]
        yield from faults(own, self.language)

    def _least(self) -> str:
        """Return the least cost, in levels where nobody said what one costs, and its proof."""
        plan = self.plan
        cost = self._amounts([plan.chosen.cost])[0]
        cost = cost if plan.costs_given else self.say("plan.in-levels", cost=cost)
        proof = self.say("plan.proven")
        if not plan.optimal:
            gap = plan.chosen.cost - plan.cost_at_least
            least, gap_shown = (self._amounts([one])[0] for one in (plan.cost_at_least, gap))
            proof = self.say("plan.not-proven", least=least, gap=gap_shown)
        return self.say("plan.least", cost=cost, proof=proof)

    def _verdict(self) -> str | None:
        """Return that the target is out of reach, or not found to be in it, or met already."""
        plan, target = self.plan, self._short(self.plan.target)
        if plan.reached:
            return None if plan.chosen.steps else self.say("plan.there-already", target=target)
        if not plan.chosen.steps:
            return self.say("plan.stuck", target=target)
        key = "plan.out-of-reach" if plan.best_proven else "plan.not-found"
        return self.say(key, target=target, best=self._figure(plan.best))

    def _facts(self) -> Iterator[str]:
        """Yield the target, what may rise, what was asked, and what the errors were."""
        bounds = self.bounds
        yield self.say("plan.target", target=self._short(self.plan.target))
        yield self.say("plan.movable", count=self.plan.movable)
        if bounds.opd is not None:
            yield self.say("plan.only-opd", name=bounds.opd)
        if bounds.fix:
            more = ("…",) if len(bounds.fix) > _FIXED_SHOWN else ()
            yield self.say("plan.fixed", ids=(*bounds.fix[:_FIXED_SHOWN], *more))
        if bounds.most_steps is not None:
            yield self.say("plan.most-steps", count=bounds.most_steps)
        if self.outcome.partial:
            yield self.say("partial")

    def _steps(self) -> Table:
        say, number, chosen = self.say, ColumnKind.NUMBER, self.plan.chosen
        nodes = self.outcome.definition.nodes()
        *costs, cost = self._amounts([*(one.cost for one in chosen.steps), chosen.cost])
        cost_of = {step.id: one for step, one in zip(chosen.steps, costs, strict=True)}
        gained = sum((one.gain for one in chosen.steps), Fraction(0))

        def needed(step: PlanStep | None) -> str:
            if step is None:
                return ""
            node = nodes[step.id]
            unit = node.unit if isinstance(node, Indicator) and node.unit else ""
            return NOTHING if step.need is None else f"{self._short(step.need)} {unit}".strip()

        table = TableOf[PlanStep | None](
            (*chosen.steps, None), lambda step: Tone.PLAIN if step else Tone.STRONG
        )
        table.column(say("column.code"), lambda step: step.id if step else "", ColumnKind.CODE)
        table.column(
            say("column.step"),
            lambda step: (
                nodes[step.id].label.in_language(self.language) if step else say("plan.sum")
            ),
            header=True,
        )
        table.column(say("column.opd"), self._agencies, sparse=True)
        table.column(
            say("column.from"), lambda step: self._score(step.start) if step else "", number
        )
        table.column(say("column.to"), lambda step: self._score(step.end) if step else "", number)
        table.column(say("column.cost"), lambda step: cost_of[step.id] if step else cost, number)
        table.column(
            say("column.gain"), lambda step: self._gain(step.gain if step else gained), number
        )
        table.column(say("column.need"), needed, sparse=True)
        note = [say("plan.gains")]
        if any(not one.gain for one in chosen.steps):
            note.append(say("plan.gains-nothing"))
        return table.made("steps", note=" ".join(note), below=self._evidence)

    def _evidence(self, step: PlanStep | None) -> Iterator[str]:
        """Yield the items of evidence that a step still needs."""
        if step is not None and step.lacking:
            items = tuple(f"{one.item.code} {one.item.text}" for one in step.lacking)
            yield self.say("plan.evidence", items=items)

    def _agencies(self, step: PlanStep | None) -> TableCell:
        """Return whose step it is, by names and by short ones."""
        known = {one.id: one for one in self.outcome.profile.opd} if self.outcome.profile else {}
        ids = () if step is None else self.outcome.owners.get(step.id, ())
        names = (known[one].name if one in known else one for one in ids)
        short = (known[one].short or known[one].name if one in known else one for one in ids)
        return TableCell(" + ".join(names), short=" + ".join(short))

    def _frontier(self) -> Table:
        say, number, points = self.say, ColumnKind.NUMBER, self.plan.frontier or ()
        decimals = max(_DECIMALS, self.outcome.definition.publish.decimals + 2)
        costs = dict(zip(points, self._amounts([one.cost for one in points]), strict=True))

        def unrounded(point: FrontierPoint) -> str:
            score = point.after.score
            return NOTHING if score is None else self.to(score, decimals)

        table = TableOf(points)
        table.column(
            say("column.published"), lambda point: self._figure(point.after.published), number
        )
        table.column(say("column.unrounded"), unrounded, number)
        table.column(
            say("column.cost"), lambda point: ("" if point.proven else "~") + costs[point], number
        )
        proven = all(point.proven for point in points)
        note = "" if proven else say("plan.frontier-unproven")
        return table.made("frontier", say("plan.frontier"), note)

    def _instead(self, other: PlannedSteps) -> str:
        """Return where another plan of the same cost differs."""
        ours, theirs = _apart(self.plan.chosen, other)
        return self.say(
            "plan.instead",
            others=" + ".join(map(self._move, theirs)),
            ours=" + ".join(map(self._move, ours)),
        )

    def _move(self, step: PlanStep) -> str:
        return f"{step.id} {self._score(step.start)} → {self._score(step.end)}"

    def _amounts(self, costs: Sequence[Fraction]) -> list[str]:
        """Return costs with as many decimals as the one that has most, up to four."""
        shown = (plain(round_half_up(cost, _DECIMALS)) for cost in costs)
        decimals = max((len(one.partition(".")[2]) for one in shown), default=0)
        return [self._grouped(fixed(cost, decimals)) for cost in costs]

    def _grouped(self, figure: str) -> str:
        whole, point, decimals = figure.partition(".")
        return grouped(int(whole), self.language) + localised(point + decimals, self.language)

    def _figure(self, value: Fraction | None) -> str:
        """Return *value* with the definition's decimals."""
        decimals = self.outcome.definition.publish.decimals
        return NOTHING if value is None else self.to(value, decimals)

    def _score(self, value: Fraction | None) -> str:
        """Return a leaf's score: with the definition's decimals, or as many as it takes."""
        decimals = self.outcome.definition.publish.decimals
        if value is None or round_half_up(value, decimals) == value:
            return self._figure(value)
        return self._short(value)

    def _short(self, value: Fraction) -> str:
        """Return *value* with as many decimals as it has, up to four."""
        return self.short(round_half_up(value, _DECIMALS))

    def _gain(self, value: Fraction) -> str:
        """Return a rise with two decimals more than figures are published with."""
        return f"+{self.to(value, self.outcome.definition.publish.decimals + 2)}"


def _apart(one: PlannedSteps, other: PlannedSteps) -> tuple[list[PlanStep], list[PlanStep]]:
    """Return the steps of each that the other has not."""
    ends, others = ({(step.id, step.end) for step in plan.steps} for plan in (one, other))
    return (
        [step for step in one.steps if (step.id, step.end) not in others],
        [step for step in other.steps if (step.id, step.end) not in ends],
    )


def _result(outcome: PlanOutcome, plan: Plan) -> dict[str, Json]:
    chosen = plan.chosen
    result: dict[str, Json] = {
        "unit": outcome.unit,
        "year": outcome.year,
        "target": number(plan.target),
        "reached": plan.reached,
        "cost": number(chosen.cost),
        "score_before": plan.before.score,
        "published_before": plan.before.published,
        "score_after": chosen.after.score,
        "published_after": chosen.after.published,
        "steps": _steps(chosen, outcome.owners),
        "best_possible": plan.best,
        "best_proven": plan.best_proven,
        "optimal": plan.optimal,
        "cost_at_least": number(plan.cost_at_least),
        "gap": number(chosen.cost - plan.cost_at_least),
        "movable": plan.movable,
        "alternatives": [_alternative(other, outcome.owners) for other in plan.alternatives],
        "more_alternatives": plan.more,
    }
    if plan.frontier is not None:
        result["frontier"] = [
            {
                "cost": number(point.cost),
                "score": point.after.score,
                "published": point.after.published,
                "optimal": point.proven,
            }
            for point in plan.frontier
        ]
    return result


def _alternative(other: PlannedSteps, owners: Mapping[str, tuple[str, ...]]) -> dict[str, Json]:
    return {
        "cost": number(other.cost),
        "score_after": other.after.score,
        "published_after": other.after.published,
        "steps": _steps(other, owners),
    }


def _steps(way: PlannedSteps, owners: Mapping[str, tuple[str, ...]]) -> list[Json]:
    return [
        {
            "indicator": step.id,
            "opd": owners.get(step.id, ()),
            "from": step.start,
            "to": step.end,
            "cost": number(step.cost),
            "gain": step.gain,
            "needs": number(step.need),
            "evidence": [
                {
                    "code": one.item.code,
                    "level": number(one.item.level),
                    "item": one.item.text,
                    "state": one.state,
                }
                for one in step.lacking
            ],
        }
        for step in way.steps
    ]
