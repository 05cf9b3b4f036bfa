"""Lint: what is allowed in a definition, but hardly meant.

That is rules that say nothing, ends of the scale that no answers reach, and an id that means
something else in another definition.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from kediri_index.definition.checks.numbers import check_near_sums, parameter_finding
from kediri_index.definition.placed import PlacedDefinition
from kediri_index.definition.source import MarkedMapping, seen
from kediri_index.definition.specs import ScoreSpec
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Range
from kediri_index.scoring.answers import Presence
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.score_rule import bounds_of
from kediri_index.scoring.tree import TreeScores

_SHOWN = 5
_SMALL_PART = 10
"""A lowest score so near to the bottom is what bands or levels from 1 on make, and is meant."""


class _Use(NamedTuple):
    definition: Definition
    node: Group | Indicator


def lint_alone(definition: Definition, placed: PlacedDefinition) -> tuple[Finding, ...]:
    """Return what is allowed in the *definition* that has the parts *placed*, but hardly meant."""
    checks = (check_doubtful(placed), check_near_sums(placed), check_reach(definition, placed.tree))
    return tuple(chain.from_iterable(checks))


def lint_together(definitions: Iterable[Definition]) -> tuple[Finding, ...]:
    """Return ids that mean different things in *definitions*, and definitions with one id.

    The first use of an id is taken as its meaning; each other use that differs is a finding which
    names both places.
    """
    return tuple(_findings(definitions))


def _findings(definitions: Iterable[Definition]) -> Iterator[Finding]:
    paths: dict[str, str] = {}
    uses: dict[str, _Use] = {}
    for definition in definitions:
        if paths.setdefault(definition.id, definition.path) != definition.path:
            mark = Mark(definition.path, 1, 1)
            first = paths[definition.id]
            yield Finding.at_mark("D303", mark, definition.id, first=first)
        for node_id, node in definition.nodes().items():
            use = _Use(definition, node)
            yield from _difference(node_id, uses.setdefault(node_id, use), use)


def _difference(node_id: str, first: _Use, use: _Use) -> Iterator[Finding]:
    if first.node.mark == use.node.mark:  # the same lines, by way of extends
        return
    place = str(first.node.mark)
    if isinstance(first.node, Group) != isinstance(use.node, Group):
        yield Finding.at_mark("D302", use.node.mark, node_id, first=place)
        return
    here, there = _in_common(use, first)
    if here != there:
        yield Finding.at_mark(
            "D301", use.node.mark, node_id, name=here, first_name=there, first=place
        )


def _in_common(use: _Use, other: _Use) -> tuple[str, str]:
    """Return both names in a language that both have, Indonesian rather than English."""
    here, there = _names(use), _names(other)
    for language in Language:
        if language in here and language in there:
            return here[language], there[language]
    return "", ""


def _names(use: _Use) -> dict[Language, str]:
    label: Label = use.node.label
    given = {
        Language.ID: label.indonesian,
        Language.EN: label.english,
        use.definition.language: label.main,
    }
    return {language: " ".join(name.split()) for language, name in given.items() if name}


def check_doubtful(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield rules without effect, levels that fall, and targets that no result can have."""
    top = placed.tree.mapping("score")
    if placed.spec.score is not None and top is not None:
        yield from _rule(placed.spec.score, top, None)
    for spec, node in placed.indicators:
        own = node.mapping("score")
        if spec.score is not None and own is not None:
            yield from _rule(spec.score, own, spec.id)
        rule, said = (spec.score, own) if spec.score is not None else (placed.spec.score, top)
        target = rule.method.aim if rule else None
        if target is not None and said is not None and _beyond(target, spec.valid):
            mark = said.place("target") if said is own else node.place("valid")
            low, high = spec.valid or (None, None)
            yield Finding.at_mark(
                "D255", mark, seen(said.get("target")), spec.id, low=low, high=high
            )


def _rule(spec: ScoreSpec, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    method = spec.method
    if spec.to is not None and method.ignores_range:
        yield Finding.at_mark(
            "D254", node.place("to"), seen(node.get("to")), indicator, method=method.name
        )
    for doubt in method.doubts():
        yield parameter_finding(doubt, node, indicator)


def _beyond(target: Fraction | Range, valid: Range | None) -> bool:
    """Return whether *target*, or an end of it, is no possible result."""
    if valid is None:
        return False
    ends = target if isinstance(target, tuple) else (target,)
    return not all(valid[0] <= one <= valid[1] for one in ends)


def check_reach(definition: Definition, tree: MarkedMapping) -> Iterator[Finding]:
    """Yield where the best or the worst answers do not come to the ends of the scale, or beyond.

    Nothing where a score knows no bounds, or a higher one can lower the overall.
    """
    scale, ranges = definition.scale, _ranges(definition)
    if scale is None or ranges is None:
        return
    lowest, highest = (_scores(definition, ranges, end) for end in (0, 1))
    if not all(branch.aggregate.monotone for branch in highest.branches(0).values()):
        return
    low, high = (one.folded.exact[OVERALL] for one in (lowest, highest))
    if low is None or high is None:
        return
    decimals, mark = definition.publish.decimals, tree.place("scale")
    low, high = round_half_up(low, decimals), round_half_up(high, decimals)
    if low < scale[0] or high > scale[1]:
        yield Finding.at_mark("D252", mark, low=low, high=high, bottom=scale[0], top=scale[1])
        return
    if high < scale[1]:
        below = tuple(name for name, (_, top) in ranges.items() if top < scale[1])
        yield Finding.at_mark(
            "D250", mark, high=high, top=scale[1], count=len(below), ids=below[:_SHOWN]
        )
    if low - scale[0] > (scale[1] - scale[0]) / _SMALL_PART:
        above = tuple(name for name, (bottom, _) in ranges.items() if bottom > scale[0])
        yield Finding.at_mark(
            "D251", mark, low=low, bottom=scale[0], count=len(above), ids=above[:_SHOWN]
        )


def _ranges(definition: Definition) -> dict[str, Range] | None:
    """Return the lowest and the highest score of each leaf; None where one has no bounds."""
    found: dict[str, Range] = {}
    for name, node in definition.nodes().items():
        if isinstance(node, Indicator):
            bounds = bounds_of(node.rule)
        elif node.children:
            continue
        else:
            bounds = definition.scale
        if bounds is None:
            return None
        found[name] = bounds
    return found or None


def _scores(definition: Definition, ranges: dict[str, Range], end: int) -> TreeScores:
    scores = {name: bounds[end] for name, bounds in ranges.items()}
    return exact_tree(definition, Presence(frozenset(scores)).leaves(scores), ())
