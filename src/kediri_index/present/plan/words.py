"""The sentences and figures of a plan, the same in every format for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kediri_index.messages.numbers import fixed, grouped, localised, plain
from kediri_index.messages.texts import text
from kediri_index.model.definition import Indicator
from kediri_index.model.language import Language
from kediri_index.model.plans import Plan, PlannedSteps, PlanOutcome, Step
from kediri_index.present.whose import about_definition, about_version, own_basis, unit_and_year
from kediri_index.scoring.rounding import round_half_up

_DECIMALS = 4
"""Of what need not be shown in full: costs, unrounded scores."""
_NOTHING = "–"


class PlanWords:
    """The wording of one plan in one language; *bounds* are what was asked beside the target."""

    def __init__(
        self,
        outcome: PlanOutcome,
        plan: Plan,
        language: Language,
        bounds: tuple[tuple[str, dict[str, object]], ...] = (),
    ) -> None:
        self.outcome = outcome
        self.plan = plan
        self.language = language
        self.bounds = bounds
        self.nodes = outcome.definition.nodes()
        self.decimals = outcome.definition.publish.decimals

    def say(self, key: str, **params: object) -> str:
        """Return a text of the catalogue."""
        return text(key, self.language, **params)

    def title(self) -> str:
        """Return whose plan it is, and of when."""
        whose = unit_and_year(self.outcome.unit, self.outcome.year, self.language)
        own = own_basis(self.outcome.basis, self.language)
        return f"{whose} · {own}" if own else whose

    def about_definition(self) -> str:
        """Return the definition's title, version and status."""
        return about_definition(self.outcome.definition, self.language)

    def about_version(self) -> str:
        """Return by which definition, to the hash of its meaning."""
        return about_version(self.outcome.definition, self.language)

    def from_to(self) -> str:
        """Return the published overall, before and after."""
        before, after = self.plan.before.published, self.plan.chosen.after.published
        return f"{self.figure(before)} → {self.figure(after)}"

    def least(self) -> str:
        """Return the least cost, and whether it is proven."""
        plan = self.plan
        proof = self.say("plan.proven")
        if not plan.optimal:
            proof = self.say(
                "plan.not-proven",
                least=self.amount(plan.cost_at_least),
                gap=self.amount(plan.chosen.cost - plan.cost_at_least),
            )
        return self.say("plan.least", cost=self.total(plan.chosen.cost), proof=proof)

    def best(self) -> str:
        """Return the highest overall that can be published."""
        key = "plan.best" if self.plan.best_proven else "plan.best-found"
        return self.say(key, best=self.figure(self.plan.best))

    def verdict(self) -> str | None:
        """Return that the target is out of reach, or not found to be in it, or met already."""
        plan, target = self.plan, self.short(self.plan.target)
        if plan.reached:
            return None if plan.chosen.steps else self.say("plan.there-already", target=target)
        if not plan.chosen.steps:
            return self.say("plan.stuck", target=target)
        key = "plan.out-of-reach" if plan.best_proven else "plan.not-found"
        return self.say(key, target=target, best=self.figure(plan.best))

    def facts(self) -> Iterator[str]:
        """Yield the target, what may rise, and what the errors were."""
        yield self.say("plan.target", target=self.short(self.plan.target))
        yield self.say("plan.movable", count=self.plan.movable)
        for key, params in self.bounds:
            yield self.say(key, **params)
        if self.outcome.partial:
            yield self.say("partial")

    def total(self, cost: Fraction) -> str:
        """Return a cost in levels, where nobody said what a level costs."""
        amount = self.amount(cost)
        return amount if self.plan.costs_given else self.say("plan.in-levels", cost=amount)

    def amount(self, cost: Fraction) -> str:
        """Return a cost, a large one with marks of thousands."""
        return self.amounts([cost])[0]

    def amounts(self, costs: Sequence[Fraction]) -> list[str]:
        """Return costs with as many decimals as the one that has most, up to four."""
        shown = (plain(round_half_up(cost, _DECIMALS)) for cost in costs)
        decimals = max((len(one.partition(".")[2]) for one in shown), default=0)
        return [self._grouped(fixed(cost, decimals)) for cost in costs]

    def _grouped(self, figure: str) -> str:
        whole, point, decimals = figure.partition(".")
        return grouped(int(whole), self.language) + localised(point + decimals, self.language)

    def figure(self, value: Fraction | None) -> str:
        """Return *value* with the definition's decimals."""
        if value is None:
            return _NOTHING
        return localised(fixed(value, self.decimals), self.language)

    def score(self, value: Fraction | None) -> str:
        """Return a leaf's score: with the definition's decimals, or as many as it takes."""
        if value is None or round_half_up(value, self.decimals) == value:
            return self.figure(value)
        return self.short(value)

    def short(self, value: Fraction) -> str:
        """Return *value* with as many decimals as it has, up to four."""
        return localised(plain(round_half_up(value, _DECIMALS)), self.language)

    def unrounded(self, value: Fraction | None) -> str:
        """Return an overall before rounding."""
        if value is None:
            return _NOTHING
        return localised(fixed(value, max(_DECIMALS, self.decimals + 2)), self.language)

    def gain(self, value: Fraction) -> str:
        """Return a rise with two decimals more than figures are published with."""
        return f"+{localised(fixed(value, self.decimals + 2), self.language)}"

    def name(self, node: str) -> str:
        """Return what an indicator or a group is called."""
        return self.nodes[node].label.in_language(self.language)

    def need(self, step: Step) -> str | None:
        """Return the measured result that a step takes, with its unit."""
        if step.need is None:
            return None
        node = self.nodes[step.id]
        unit = node.unit if isinstance(node, Indicator) else None
        return self.short(step.need) + (f" {unit}" if unit else "")

    def needs(self) -> str | None:
        """Return all results that are needed, in one sentence."""
        found = [
            f"{step.id} {need}" for step in self.plan.chosen.steps if (need := self.need(step))
        ]
        return self.say("plan.needs", needs="; ".join(found)) if found else None

    def about_gains(self) -> Iterator[str]:
        """Yield what a gain is, and why a step may have none."""
        if self.plan.chosen.steps:
            yield self.say("plan.gains")
        if any(not step.gain for step in self.plan.chosen.steps):
            yield self.say("plan.gains-nothing")

    def alternatives(self) -> Iterator[str]:
        """Yield for each other plan of the same cost where it differs."""
        for other in self.plan.alternatives:
            ours, theirs = _apart(self.plan.chosen, other)
            yield self.say(
                "plan.instead",
                others=" + ".join(map(self._move, theirs)),
                ours=" + ".join(map(self._move, ours)),
            )

    def _move(self, step: Step) -> str:
        return f"{step.id} {self.score(step.start)} → {self.score(step.end)}"


def _apart(one: PlannedSteps, other: PlannedSteps) -> tuple[list[Step], list[Step]]:
    """Return the steps of each that the other has not."""
    ends, others = ({(step.id, step.end) for step in plan.steps} for plan in (one, other))
    return (
        [step for step in one.steps if (step.id, step.end) not in others],
        [step for step in other.steps if (step.id, step.end) not in ends],
    )
