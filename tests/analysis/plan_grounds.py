"""Trees to plan on, and every way to raise their scores tried out through the engine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from kediri_index.analysis.plan.current import Current
from kediri_index.analysis.plan.options import Ways, leaf_of
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.plans import CostLine, CostRule
from kediri_index.model.scores import Figure
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum
from kediri_index.scoring.answers import LeafScore
from kediri_index.scoring.fold import OVERALL
from tests.scoring.building import group, index, question, tree_of

AGGREGATIONS: dict[str, Aggregation] = {
    "arithmetic": Arithmetic(),
    "geometric": Geometric(),
    "harmonic": Harmonic(),
    "power 2": Power(Fraction(2)),
    "power -1/2": Power(Fraction(-1, 2)),
    "min": Min(),
    "max": Max(),
    "median": Median(),
    "sum": Sum(),
}
STAGES = ("indicators", "pillar", "dimension", "terms", "overall")


class Way(NamedTuple):
    """One choice for every leaf, by its score, and what the engine makes of it."""

    scores: Mapping[str, Fraction]
    cost: Fraction
    steps: int
    after: Figure


def ground_of(
    definition: Definition,
    scores: Mapping[str, Fraction | None],
    ways: Ways,
) -> Current:
    """Return the current of a plan for *scores* (None: unanswered)."""
    said = {
        name: LeafScore(name, score, None, None, ())
        for name, score in scores.items()
        if score is not None
    }
    found = tree_of(definition, said)
    nodes = definition.nodes()
    leaves = {
        name: leaf_of(definition, nodes[name], (found.folded.exact[name], scores.get(name)), ways)
        for name in found.counting_leaves(0)
    }
    return Current(definition, found, {name: leaf for name, leaf in leaves.items() if leaf})


def every_way(current: Current) -> Iterator[Way]:
    """Yield every choice of options, scored by the engine itself."""
    leaves = list(current.leaves.values())
    for options in product(*(leaf.options for leaf in leaves)):
        scores = {leaf.id: one.score for leaf, one in zip(leaves, options, strict=True)}
        said = {name: LeafScore(name, score, None, None, ()) for name, score in scores.items()}
        yield Way(
            scores,
            sum((one.cost for one in options), Fraction(0)),
            sum(one != leaf.options[0] for leaf, one in zip(leaves, options, strict=True)),
            tree_of(current.definition, said).figures(OVERALL).figure(0),
        )


def random_ground(
    chance: random.Random, only: Aggregation | None, stages: tuple[str, ...], most_ways: int
) -> Current:
    """Return a random tree of up to ten indicators with at most *most_ways* ways to raise them.

    All groups combine by *only*, or each by any.
    """

    def aggregation() -> Aggregation:
        return only or chance.choice(list(AGGREGATIONS.values()))

    def children(count: int) -> list[Indicator]:
        weighted = chance.random() < 0.5
        return [
            question(f"q{next(names)}", weight=chance.choice([1, 2, 3]) if weighted else None)
            for _ in range(count)
        ]

    names = iter(range(100))
    left = chance.randint(2, 10)
    groups: list[Group] = []
    top_weighted = chance.random() < 0.5
    while left:
        count = chance.randint(1, left)
        left -= count
        inner = count // 2 if count > 2 and chance.random() < 0.5 else 0
        parts: list[Group | Indicator] = [*children(count - inner)]
        if inner:
            parts.append(
                group(
                    f"p{next(names)}",
                    *children(inner),
                    weight=chance.choice([1, 2]) if parts[0].weight is not None else None,
                    aggregate=aggregation(),
                )
            )
        groups.append(
            group(
                f"d{next(names)}",
                *parts,
                kind="dimension",
                weight=chance.choice([10, 20, 30]) if top_weighted else None,
                aggregate=aggregation(),
            )
        )
    definition = index(
        *groups, stages=stages, decimals=chance.choice([0, 1, 1, 2]), aggregate=aggregation()
    )
    leaves = [one.id for one in definition.all_indicators()]
    scores: dict[str, Fraction | None] = {}
    costs: dict[str, CostRule] = {}
    ways = 1
    for name in leaves:
        options = chance.choice([1, 1, 2, 3]) if ways * 2 <= most_ways else 0
        options = min(options, most_ways // ways - 1)
        ways *= options + 1
        scores[name] = start = Fraction(chance.randint(0, 10), 5)
        rises = sorted(chance.sample(range(11, 21), options))
        lines, spent = [], Fraction(0)
        for rise in rises:
            spent = Fraction(chance.randint(0, 12), chance.choice([1, 2, 4]))
            lines.append(CostLine(start, Fraction(rise, 5), spent))
        costs[name] = CostRule(lines=tuple(lines)) if lines else CostRule(Fraction(1), start)
    return ground_of(definition, scores, Ways(costs))
