"""How the result of ``robustness`` is worded: intervals, chances, factors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kediri_index.messages.values import fixed, grouped
from kediri_index.model.language import Label, Language
from kediri_index.model.robustness import (
    Factor,
    FactorKind,
    RankSpread,
    Robustness,
    RobustnessOutcome,
    SobolIndex,
    UnitRobustness,
)
from kediri_index.present.document import NOTHING
from kediri_index.present.wording import ScoreWording

_NAMES_SHOWN = 3
_INDICES_SHOWN = 12
_SEEN = 0.005
"""A smaller share is shown as 0 %."""
_SURE = Fraction(1)
_LEAST = Fraction(1, 200)
_HUNDRED = 100


class RobustnessWording(ScoreWording):
    """The wording of a result in one language."""

    def __init__(self, outcome: RobustnessOutcome, language: Language) -> None:
        super().__init__(outcome.definition, language)
        self.outcome = outcome
        self.labels: Mapping[str, Label] = {
            group.id: group.label for group in outcome.definition.all_groups()
        }

    def nominal(self, unit: UnitRobustness) -> str:
        """Return the published overall, or a dash."""
        return self.number(unit.nominal.published)

    def score(self, value: Fraction | float | None) -> str:
        """Return a score with the definition's decimals, or a dash."""
        return self.number(None if value is None else Fraction(value))

    def interval(self, unit: UnitRobustness) -> str:
        """Return between which scores nine of ten draws are."""
        if unit.p5 is None:
            return NOTHING
        low, high = self.score(unit.p5), self.score(unit.p95)
        return low if low == high else f"{low}–{high}"

    def sentences(self, unit: UnitRobustness) -> Iterator[str]:
        """Yield what a head of office wants to know."""
        if unit.p5 is None:
            yield self.say("robustness.no-score")
            return
        low, high = self.score(unit.p5), self.score(unit.p95)
        key = "robustness.always" if low == high else "robustness.between"
        params = {"low": low} if low == high else {"low": low, "high": high}
        yield self.say(key, **params)
        if unit.rank is not None and self.outcome.result is not None:
            yield self.say(
                "robustness.ranked",
                rank=unit.rank.nominal or NOTHING,
                count=self.outcome.result.compared,
                spread=self.rank(unit.rank),
            )
        if unit.target is not None and unit.target_probability is not None:
            target = self.short(unit.target)
            share = self.chance(unit.target_probability)
            yield self.say("robustness.reaching", target=target, share=share)
        if unit.scored < 1:
            yield self.say("robustness.without-score", share=self.chance(1 - unit.scored))

    def meeting(self, unit: UnitRobustness) -> str:
        """Return the chance of meeting the target; a dash without a target or any score."""
        if unit.target_probability is None or unit.p5 is None:
            return NOTHING
        return self.chance(unit.target_probability)

    def scored(self, unit: UnitRobustness) -> str:
        """Return the share of draws with a score; a dash if all or none have one."""
        return NOTHING if unit.scored in {0, 1} else self.chance(unit.scored)

    def chance(self, share: float) -> str:
        """Return a probability in whole percents; what is possible is never 0 %, nor sure 100 %."""
        exact = Fraction(share)
        if 0 < exact < _LEAST:
            return "< 1 %"
        if 1 - _LEAST < exact < _SURE:
            return "> 99 %"
        return f"{fixed(exact * _HUNDRED, 0)} %"

    def index(self, value: float, ends: tuple[float, float]) -> str:
        """Return a Sobol index with its interval, both within what a share can be."""
        low, high = (fixed(_within(end) * _HUNDRED, 0) for end in ends)
        return f"{fixed(_within(value) * _HUNDRED, 0)} % ({low}–{high})"

    def rank(self, spread: RankSpread | None) -> str:
        """Return between which ranks nine of ten draws are, such as ``2–4``."""
        if spread is None:
            return NOTHING
        low, high = (self.short(round(end, 1)) for end in (spread.p5, spread.p95))
        return low if low == high else f"{low}–{high}"

    def likeliest_class(self, unit: UnitRobustness) -> str:
        """Return the class of most draws with its probability."""
        if not any(unit.class_probability.values()):
            return NOTHING
        name = max(unit.class_probability, key=lambda one: unit.class_probability[one])
        return f"{self.class_name(name)} {self.chance(unit.class_probability[name])}"

    def class_name(self, name: str) -> str:
        """Return a class's name in the language."""
        labels = {one.label.main: one.label for one in self.definition.classes}
        return labels[name].in_language(self.language)

    def drawn(self, result: Robustness) -> str:
        """Return how many draws there were, by which seed."""
        draws = grouped(result.draws, self.language)
        key = "robustness.drawn-once" if result.draws == 1 else "robustness.drawn"
        said = self.say(key, draws=draws, seed=result.seed)
        if not result.evaluations:
            return said
        more = grouped(result.evaluations, self.language)
        further = self.say("robustness.evaluations", draws=more)
        return f"{said} {further}"

    def what(self, result: Robustness) -> str:
        """Return the heading of what is drawn."""
        return self.say("robustness.assumed" if result.assumed else "robustness.what")

    def factors(self, result: Robustness) -> Iterator[str]:
        """Yield what is drawn, one factor a line; weights of many groups together."""
        weights = [one for one in result.factors if one.kind is FactorKind.WEIGHTS]
        for factor in result.factors:
            if factor.kind is not FactorKind.WEIGHTS:
                yield f"{self.name(factor.kind, factor.node)}: {self._of(factor, result)}"
        if weights:
            change = Fraction(_HUNDRED) * (weights[0].change or 0)
            params: dict[str, object] = {
                "count": sum(one.size for one in weights),
                "change": f"{self.short(change)} %",
            }
            names = tuple(self.name(one.kind, one.node) for one in weights)
            if len(names) <= _NAMES_SHOWN:
                yield self.say("robustness.change", names=names, **params)
            else:
                yield self.say("robustness.change-groups", groups=len(names), **params)

    def _of(self, factor: Factor, result: Robustness) -> str:
        count = len(factor.options)
        if factor.kind is FactorKind.MISSING:
            return self.say("robustness.over-scale", count=factor.size)
        if factor.kind is FactorKind.UNCERTAIN:
            return self.say("robustness.as-file", count=factor.size)
        if factor.kind is FactorKind.WEIGHT_SETS:
            exactly = len(result.factors) == 1 and result.draws == count
            key = "robustness.all-sets" if exactly else "robustness.some-set"
            return self.say(key, count=count)
        return self.say("robustness.one-of", names=factor.options)

    def name(self, kind: FactorKind, node: str | None) -> str:
        """Return a factor in words."""
        if kind is FactorKind.WEIGHTS and not node:
            return self.say("robustness.factor.top")
        if node:
            label = self.labels[node].in_language(self.language)
            return self.say("robustness.factor.weights", name=label)
        return self.say(f"robustness.factor.{kind.value}")

    def sobol_notes(self, indices: tuple[SobolIndex, ...]) -> Iterator[str]:
        """Yield what stands below a table of *indices*."""
        hidden = len(indices) - len(by_influence(indices))
        if hidden:
            yield self.say("robustness.sobol-more", count=hidden)
        yield self.say("robustness.sobol-note")

    def factor_of(self, index: SobolIndex) -> str:
        """Return the factor that a Sobol index is about."""
        kind, _, node = index.factor.partition(":")
        return self.name(FactorKind(kind), node or None)


def _within(share: float) -> Fraction:
    return min(max(Fraction(share), Fraction(0)), Fraction(1))


def by_influence(indices: tuple[SobolIndex, ...]) -> list[SobolIndex]:
    """Return those of *indices* that can be seen in whole percents, the largest total first."""
    ordered = sorted(indices, key=lambda one: -one.total)
    return [one for one in ordered[:_INDICES_SHOWN] if one.total >= _SEEN]


def by_rank(units: tuple[UnitRobustness, ...]) -> list[UnitRobustness]:
    """Return *units* by year, the best first, those without a rank last."""

    def order(unit: UnitRobustness) -> tuple[int, float]:
        rank = None if unit.rank is None else unit.rank.nominal
        return unit.year or 0, float("inf") if rank is None else rank

    return sorted(units, key=order)
