"""Numbers: ranges, bounds that rise, scores on the scale, parameters, weights among siblings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.definition.placed import (
    PlacedDefinition,
    PlacedGroup,
    PlacedIndicator,
    has_holes,
)
from kediri_index.definition.source import MarkedMapping, MarkedSequence, Node, seen
from kediri_index.definition.specs import ScoreSpec, survey_scale
from kediri_index.model.dataset import MISSING_WORDS
from kediri_index.model.definition import Unanswered, WeightsOf
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Spread
from kediri_index.model.scoring import Doubt, Interval, Named, Range, Reads, is_panel
from kediri_index.model.text import exact
from kediri_index.scoring.methods.as_given import AsGiven


class Where(NamedTuple):
    """A mapping that holds a list of intervals, the list's key, and the indicator concerned."""

    node: MarkedMapping
    key: str
    indicator: str | None = None


def check_ranges(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield a scale or valid range whose ends are the wrong way round, and a zero off the scale."""
    scale = usable_scale(placed)
    if placed.spec.scale is not None and scale is None and "scale" in placed.tree.entries:
        yield Finding.at_mark("D220", placed.tree.place("scale"), seen(placed.tree.get("scale")))
    for spec, node in placed.indicators:
        yield from reversed_range(spec.valid, node, "valid", spec.id)
    missing = placed.tree.mapping("missing")
    zero = placed.spec.missing.answers is Unanswered.ZERO
    if zero and missing and scale and not scale[0] <= 0 <= scale[1]:
        yield Finding.at_mark("D226", missing.place("answers"), "zero", low=scale[0], high=scale[1])


def usable_scale(placed: PlacedDefinition) -> Range | None:
    """Return the scale where it rises."""
    scale = placed.spec.scale
    return (scale.min, scale.max) if scale is not None and scale.min < scale.max else None


def reversed_range(
    pair: Range | None, node: MarkedMapping, key: str, indicator: str | None
) -> Iterator[Finding]:
    """Yield a finding where the first number of *pair* is not below the second."""
    if pair is not None and pair[0] >= pair[1]:
        yield Finding.at_mark("D221", node.place(key), seen(node.get(key)), indicator, key=key)


def check_classes(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield classes whose bounds do not rise to an open last one."""
    yield from not_rising(placed.spec.classes, Where(placed.tree, "classes"))


def not_rising(intervals: Sequence[Interval], where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the bounds of *intervals*: they rise, only the last has none."""
    nodes = where.node.mappings(where.key)
    if has_holes(where.node, where.key) or len(nodes) != len(intervals):
        return
    highest: Fraction | None = None
    for index, (interval, node) in enumerate(zip(intervals, nodes, strict=True)):
        if {"below", "up_to"} & node.holes.keys():
            continue
        last = index == len(intervals) - 1
        bound = interval.up_to if interval.below is None else interval.below
        key = "up_to" if interval.below is None else "below"
        if interval.below is not None and interval.up_to is not None:
            yield Finding.at_mark(
                "D225", node.place("up_to"), seen(node), where.indicator, key=where.key
            )
        elif bound is None and not last:
            yield Finding.at_mark("D222", node.mark, seen(node), where.indicator, key=where.key)
        elif bound is not None and last:
            yield Finding.at_mark(
                "D223", node.place(key), node.text(key), where.indicator, key=where.key
            )
        elif bound is not None and highest is not None and bound <= highest:
            text = node.text(key)
            yield Finding.at_mark(
                "D224", node.place(key), text, where.indicator, key=where.key, before=highest
            )
        if bound is not None:
            highest = bound if highest is None else max(highest, bound)


def check_surveys(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield surveys without a usable scale, and answers in words that a cell cannot hold."""
    for spec, node in placed.indicators:
        own = node.mapping("survey")
        listed = None if own is None else own.mapping("answers")
        if spec.survey is None or own is None or {"scale", "answers"} & own.holes.keys():
            continue
        if listed is not None and listed.holes:
            continue
        scale = survey_scale(spec.survey, usable_scale(placed))
        if scale is None:
            if placed.spec.scale is None and "scale" not in placed.tree.holes:
                yield Finding.at_mark("D101", own.mark, None, spec.id, key="scale")
            continue
        if scale[0] >= scale[1]:
            key = "answers" if spec.survey.scale is None else "scale"
            yield Finding.at_mark("D220", own.place(key), seen(own.get(key)), spec.id)
            continue
        entries = list(listed.entries.values()) if listed else []
        count = Counter(exact(word) for word in spec.survey.answers.values())
        for (worth, word), entry in zip(spec.survey.answers.items(), entries, strict=False):
            if not scale[0] <= worth <= scale[1]:
                low, high = scale
                mark, text = entry.key.mark, seen(entry.key)
                yield Finding.at_mark("D230", mark, text, spec.id, low=low, high=high)
            if count[exact(word)] > 1 or _means_else(word):
                yield Finding.at_mark("D249", entry.value.mark, word, spec.id)


def check_evidence(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield items of evidence for levels that an indicator has not, twice, and levels of none."""
    scale = usable_scale(placed)
    for spec, node in placed.indicators:
        listed = node.mapping("evidence")
        if not isinstance(spec.evidence, dict) or listed is None or listed.holes:
            continue
        rule = spec.score or placed.spec.score
        method = AsGiven() if rule is None else rule.method
        known = not _is_faulty(node, placed)
        if known and method.reads is Reads.MEASURE:
            yield Finding.at_mark("D262", listed.mark, None, spec.id, method=method.name)
            continue
        to = (rule.to if rule is not None else None) or scale
        levels = tuple(method.names or method.choices)
        first: dict[str, Mark] = {}
        for (level, items), (key, value) in zip(
            spec.evidence.items(), listed.entries.values(), strict=True
        ):
            if known and levels and level not in levels:
                yield Finding.at_mark("D259", key.mark, key.text, spec.id, levels=levels)
            elif known and not levels and to is not None and not to[0] <= level <= to[1]:
                yield Finding.at_mark("D259", key.mark, key.text, spec.id, levels=Spread(*to))
            if not items:
                yield Finding.at_mark("D261", key.mark, key.text, spec.id)
            scalars = listed.scalars(key.text) if isinstance(value, MarkedSequence) else [value]
            for item in scalars:
                text = exact(seen(item))
                if text in first:
                    where = str(first[text])
                    yield Finding.at_mark("D260", item.mark, seen(item), spec.id, first=where)
                first.setdefault(text, item.mark)


_LIKE_A_NUMBER = re.compile(r"[-+0-9.,%\s]+")


def check_scoring(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield scoring parameters without sense, and scores that lie outside their range."""
    scale = usable_scale(placed)
    top = placed.tree.mapping("score")
    if placed.spec.score is not None and top is not None:
        yield from _rule(placed.spec.score, top, scale, None)
    for spec, node in placed.indicators:
        own = node.mapping("score")
        if spec.score is not None and own is not None:
            yield from _rule(spec.score, own, scale, spec.id)
        if node.get("direction") is None or _is_faulty(node, placed):
            continue
        rule = spec.score or placed.spec.score
        method = rule.method if rule is not None else AsGiven()
        if not (method.onto or is_panel(method)):
            yield Finding.at_mark(
                "D237", node.place("direction"), None, spec.id, method=method.name
            )


def _is_faulty(indicator: MarkedMapping, placed: PlacedDefinition) -> bool:
    """Return whether the method of *indicator* cannot be told, which is a fault already."""
    has_own = indicator.get("score") is not None
    return "score" in indicator.holes or (not has_own and "score" in placed.tree.holes)


def _rule(
    spec: ScoreSpec, node: MarkedMapping, scale: Range | None, indicator: str | None
) -> Iterator[Finding]:
    yield from reversed_range(spec.to, node, "to", indicator)
    rises = spec.to is not None and spec.to[0] < spec.to[1]
    if spec.to and rises and scale and not scale[0] <= spec.to[0] < spec.to[1] <= scale[1]:
        to = seen(node.get("to"))
        yield Finding.at_mark("D231", node.place("to"), to, indicator, low=scale[0], high=scale[1])
    if spec.outside is not None and spec.to is None and scale is None:
        yield Finding.at_mark("D238", node.place("outside"), spec.outside.value, indicator)
    method = spec.method
    allowed = spec.to or scale
    if allowed is None and method.needs_range:
        yield Finding.at_mark("D246", node.place("spread"), None, indicator)
    yield from not_rising(method.intervals, Where(node, "bands", indicator))
    if isinstance(method.own_target, tuple):
        yield from reversed_range(method.own_target, node, "target", indicator)
    for doubt in method.faults():
        yield parameter_finding(doubt, node, indicator)
    yield from _unclear_names(node, indicator)
    for named in method.named() if allowed else ():
        if allowed and not allowed[0] <= named.score <= allowed[1]:
            text, mark = _place(named, node)
            yield Finding.at_mark("D230", mark, text, indicator, low=allowed[0], high=allowed[1])


def parameter_finding(doubt: Doubt, node: MarkedMapping, indicator: str | None) -> Finding:
    """Return the finding about a parameter in *node*."""
    text = None if doubt.not_shown else node.text(doubt.key)
    return Finding.at_mark(doubt.code, node.place(doubt.key), text, indicator, **doubt.params)


def _unclear_names(node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    """Yield names of levels that a cell cannot hold: of several, or with another meaning there."""
    listed = node.mapping("levels")
    entries = [entry.value for entry in listed.entries.values()] if listed else []
    mappings = [entry for entry in entries if isinstance(entry, MarkedMapping)]
    if not mappings:
        return
    names = [one.text("name") if isinstance(one, MarkedMapping) else seen(one) for one in entries]
    count = Counter(exact(name) for name in names if name is not None)
    for entry in mappings:
        name = entry.text("name") or ""
        if count[exact(name)] > 1 or _means_else(name):
            yield Finding.at_mark("D249", entry.place("name"), name, indicator)


def _means_else(name: str) -> bool:
    """Return whether *name* says something else in a cell: a number, or that data are missing."""
    return exact(name) in MISSING_WORDS or _LIKE_A_NUMBER.fullmatch(name.strip()) is not None


def _place(named: Named, node: MarkedMapping) -> tuple[str, Mark]:
    """Return the score that a method names as it stands in the file, and where."""
    if named.place is None:
        return node.text(named.key) or "", node.place(named.key)
    listed = node.mapping(named.key)
    if listed is None:
        item: Node = node.items(named.key)[named.place]
    else:
        entry = list(listed.entries.values())[named.place]
        scored = isinstance(entry.value, MarkedMapping) and entry.value.get("score") is not None
        item = entry.value if scored else entry.key
    if isinstance(item, MarkedMapping):
        return item.text("score") or "", item.place("score")
    return seen(item), item.mark


TOLERANCE = Fraction(1, 10**9)
_ROUND_SUMS = {Fraction(100): Fraction(1), Fraction(1): Fraction(1, 50)}
"""What people make weights add up to, and how far off a sum is that was meant to be that."""


class _Siblings(NamedTuple):
    """The children of one parent; *sum_known* tells whether all their weights could be read."""

    parent: MarkedMapping
    weights_sum: Fraction | None
    children: tuple[PlacedGroup | PlacedIndicator, ...]
    sum_known: bool


def check_weights(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield weights that are not allowed, doubtful ones, and sums that are not as stated."""
    for siblings in _families(placed):
        yield from _single_weights(siblings)
        yield from _mixed(siblings)
        yield from _stated_sum(siblings)
    if placed.spec.weights_of is WeightsOf.WHOLE:
        yield from _shares_of_whole(placed)


def check_near_sums(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield weights of siblings that nearly add up to 100 or to 1, and are not said to."""
    families = list(_families(placed))
    if placed.spec.weights_of is WeightsOf.WHOLE:
        del families[1:]  # below the top they add up to their parent
    for siblings in families:
        weights = {child.spec.weight for child in siblings.children}
        if siblings.weights_sum is not None or None in weights or len(weights) == 1:
            continue
        total = _total(siblings.children)
        for stated, reach in _ROUND_SUMS.items():
            if TOLERANCE < abs(total - stated) <= reach:
                shown = _shown(siblings.children)
                mark = siblings.children[0].node.place("weight")
                yield Finding.at_mark("D256", mark, None, total=total, stated=stated, weights=shown)


def _families(placed: PlacedDefinition) -> Iterator[_Siblings]:
    yield _siblings(placed.tree, placed.spec.weights_sum, placed.top, all_placed=True)
    all_placed = _all_placed(placed)
    for group in placed.groups:
        children: tuple[PlacedGroup | PlacedIndicator, ...] = (*group.indicators, *group.groups)
        yield _siblings(group.node, group.spec.weights_sum, children, all_placed=all_placed)


def _all_placed(placed: PlacedDefinition) -> bool:
    """Return whether it is known of every indicator in which group it stands."""
    return not has_holes(placed.tree, "indicators") and all(
        "in" not in node.holes and spec.in_ in placed.group_names
        for spec, node in placed.indicators
    )


def _siblings(
    parent: MarkedMapping,
    weights_sum: Fraction | None,
    children: tuple[PlacedGroup | PlacedIndicator, ...],
    *,
    all_placed: bool,
) -> _Siblings:
    sum_known = (
        all_placed
        and not has_holes(parent, "groups")
        and not any("weight" in child.node.holes for child in children)
    )
    return _Siblings(parent, weights_sum, children, sum_known)


def _single_weights(siblings: _Siblings) -> Iterator[Finding]:
    for child in siblings.children:
        weight = child.spec.weight
        if weight is not None and weight <= 0:
            code = "D212" if weight < 0 else "D213"
            seen = child.node.text("weight")
            yield Finding.at_mark(
                code, child.node.place("weight"), seen, _indicator(child), id=child.spec.id
            )


def _mixed(siblings: _Siblings) -> Iterator[Finding]:
    without = [child for child in siblings.children if child.spec.weight is None]
    if 0 < len(without) < len(siblings.children) and siblings.sum_known:
        first = without[0]
        names = tuple(child.spec.id for child in without)
        yield Finding.at_mark("D214", first.node.mark, None, _indicator(first), without=names)


def _stated_sum(siblings: _Siblings) -> Iterator[Finding]:
    stated = siblings.weights_sum
    if stated is None or not siblings.sum_known:
        return
    total = _total(siblings.children)
    if abs(total - stated) > TOLERANCE:
        yield Finding.at_mark(
            "D210",
            siblings.parent.place("weights_sum"),
            siblings.parent.text("weights_sum"),
            total=total,
            stated=stated,
            weights=_shown(siblings.children),
        )


def _shares_of_whole(placed: PlacedDefinition) -> Iterator[Finding]:
    for group, siblings in zip(placed.groups, list(_families(placed))[1:], strict=True):
        weight = group.spec.weight
        stated = any(child.spec.weight is not None for child in siblings.children)
        if weight is None or not stated or not siblings.sum_known:
            continue
        total = _total(siblings.children)
        if abs(total - weight) > TOLERANCE:
            yield Finding.at_mark(
                "D211",
                group.node.place("weight"),
                group.node.text("weight"),
                id=group.spec.id,
                total=total,
                weights=_shown(siblings.children),
            )


def _total(children: tuple[PlacedGroup | PlacedIndicator, ...]) -> Fraction:
    return sum(map(_weight, children), start=Fraction(0))


def _weight(child: PlacedGroup | PlacedIndicator) -> Fraction:
    """Return the weight of *child*; without one, it counts as many times as it has leaves."""
    weight = child.spec.weight
    return Fraction(_leaves(child)) if weight is None else weight


def _leaves(child: PlacedGroup | PlacedIndicator) -> int:
    if isinstance(child, PlacedIndicator):
        return 1
    return len(child.indicators) + sum(map(_leaves, child.groups)) or 1


def _shown(children: tuple[PlacedGroup | PlacedIndicator, ...]) -> tuple[str, ...]:
    return tuple(
        f"{child.spec.id} {child.node.text('weight') or f'({_leaves(child)})'}"
        for child in children
    )


def _indicator(child: PlacedGroup | PlacedIndicator) -> str | None:
    return child.spec.id if isinstance(child, PlacedIndicator) else None
