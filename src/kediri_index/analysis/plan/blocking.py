"""What stands in the way of a plan: scores that may fall when a part of them rises."""

from __future__ import annotations

from collections.abc import Mapping

from kediri_index.analysis.plan.moves import Leaf
from kediri_index.analysis.plan.search import rising_nodes
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.label import Label
from kediri_index.model.places import Mark
from kediri_index.model.scoring import is_panel
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.structure import Structure

THE_WHOLE = Label("Indeks keseluruhan", english="The overall index")
"""What stands for the overall in a sentence."""


def not_monotone(
    definition: Definition, structure: Structure, leaves: Mapping[str, Leaf]
) -> tuple[Finding, ...]:
    """Return why no plan can be made: what hangs on other units, and what may fall by a rise.

    *definition* is as it was written, before it was fitted to the units.
    """
    rising = rising_nodes(structure, leaves)
    nodes = definition.nodes()
    found = [
        _at(nodes, "S702", leaf, method=nodes[leaf].rule.method.name)  # type: ignore[union-attr]  # of an indicator
        for leaf in structure.kinds
        if leaf in rising and _is_over_units(nodes[leaf])
    ]
    found += [
        _at(nodes, "S701", branch.id, aggregation=branch.aggregate.name)
        for branch in structure.branches
        if branch.id in rising and not _leads_somewhere(branch.aggregate)
    ]
    return tuple(found)


def not_by_any_amount(
    definition: Definition, structure: Structure, leaves: Mapping[str, Leaf]
) -> tuple[Finding, ...]:
    """Return why no plan can be made of rises by any amount: what is no weighted mean."""
    rising = rising_nodes(structure, leaves)
    nodes = definition.nodes()
    return tuple(
        _at(nodes, "S703", branch.id, aggregation=branch.aggregate.name)
        for branch in structure.branches
        if branch.id in rising and not branch.aggregate.additive
    )


def _leads_somewhere(aggregation: Aggregation) -> bool:
    """Return whether it rises with its parts, in a way that a search knows."""
    return aggregation.function is not None or aggregation.quantile is not None


def _is_over_units(node: Group | Indicator) -> bool:
    return isinstance(node, Indicator) and is_panel(node.rule.method)


def _at(nodes: Mapping[str, Group | Indicator], code: str, name: str, **params: object) -> Finding:
    node = nodes.get(name)
    label: Label = THE_WHOLE if node is None else node.label
    mark: Mark | None = None if node is None else node.mark
    value = None if name == OVERALL else name
    return Finding.at_mark(code, mark, value, None, name=label, **params)
