"""Answers that all have one score: perhaps not each was assessed by itself."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from fractions import Fraction

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.meant import OfUnit
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.fold import Node
from kediri_index.scoring.leaf import bounds_of
from kediri_index.scoring.leaf_scores import scores_of

FINDINGS = (
    FindingText(
        "X321",
        Severity.NOTE,
        "semua jawaban bernilai tertinggi",
        "all answers have the highest score",
        "{unit}semua {count} jawaban bernilai tertinggi",
        "{unit}all {count} answers have the highest score",
        "pastikan setiap pertanyaan dinilai sendiri dan ada buktinya",
        "make sure that every question was assessed by itself and has its evidence",
    ),
    FindingText(
        "X320",
        Severity.NOTE,
        "satu nilai untuk semua jawaban",
        "one score for all answers",
        "{count} jawaban dalam {name} semuanya {score}; mungkin satu nilai disalin",
        "all {count} answers in {name} are {score}; perhaps one score was copied",
        "pastikan setiap pertanyaan dinilai sendiri",
        "make sure that every question was assessed by itself",
    ),
)

FEWEST_HIGHEST = 8
FEWEST = 3
FEWEST_WHOLE = 6
"""Whole levels are few, so they coincide more easily."""


def all_highest(context: UnitContext) -> Iterable[Finding]:
    """Yield X321 for each file of at least eight such answers; results that are measured aside.

    A file of many units is judged by its answers for one unit and year, which is named.
    """
    data = context.data
    if not context.has_given:
        return
    for file, count in files_of_highest(context).items():
        unit = OfUnit(data.unit, data.year if file in data.wide_files else None)
        yield Finding("X321", file=file, params={"unit": unit, "count": count})


def files_of_highest(context: UnitContext) -> dict[str, int]:
    """Return the number of answers of each file whose given scores are all the highest."""
    found: dict[str, int] = {}
    others: set[str] = set()
    for node in _nodes(context.definition):
        if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
            continue
        leaf = context.leaves.get(node.id)
        if leaf is None or leaf.score is None or (file := leaf.sources[0].file) in others:
            continue
        if leaf.score == _highest(node, context.definition):
            found[file] = found.get(file, 0) + 1
            continue
        found.pop(file, None)
        others.add(file)
        if len(others) == len(context.data.files):
            break
    return {file: count for file, count in found.items() if count >= FEWEST_HIGHEST}


def _nodes(definition: Definition) -> Iterator[Node]:
    for group in definition.all_groups():
        yield group
        yield from group.indicators


def _highest(node: Node, definition: Definition) -> Fraction | None:
    bounds = bounds_of(node.rule) if isinstance(node, Indicator) else definition.scale
    return None if bounds is None else bounds[1]


def one_score_reused(context: UnitContext) -> Iterable[Finding]:
    """Yield X320 for the outermost group of each such block, at its first answer.

    Measured results are aside, and so are files whose answers are all the highest.
    """
    highest: dict[str, int] | None = None
    if not context.has_given:
        return
    present, score_of = context.presence.present, scores_of(context.leaves)
    for group in context.definition.groups:
        for block, nodes, fewest in _blocks(group, present, score_of):
            if len(nodes) < fewest:
                continue
            leaves = [context.leaves[node.id] for node in nodes]
            if highest is None:
                highest = files_of_highest(context)
            first = leaves[0]
            if not all(leaf.sources[0].file in highest for leaf in leaves):
                yield Finding.at_cell(
                    "X320",
                    first.sources[0],
                    first.raw,
                    first.id,
                    name=block.label,
                    count=len(leaves),
                    score=first.score,
                )


def _blocks(
    group: Group, present: Container[str], score_of: Callable[[str], Fraction | None]
) -> Iterator[tuple[Group, list[Node], int]]:
    """Yield the outermost groups with a single score, their answers, and how many make a block."""
    same: list[Node] = []
    first: Fraction | None = None
    for node in _answers(group, present):
        score = score_of(node.id)
        if same and score != first:
            for inner in group.groups:
                if inner.id not in present:
                    yield from _blocks(inner, present, score_of)
            return
        same.append(node)
        first = score
    if first is not None:
        free = any(isinstance(one, Group) or not one.rule.method.choices for one in same)
        whole = not free or first.denominator == 1
        yield group, same, FEWEST_WHOLE if whole else FEWEST


def _answers(group: Group, scores: Container[str]) -> Iterator[Node]:
    """Yield what has a given score below *group*; below a given group nothing counts."""
    for indicator in group.indicators:
        if indicator.rule.method.reads is Reads.SCORE and indicator.id in scores:
            yield indicator
    for inner in group.groups:
        if inner.id in scores:
            yield inner
        else:
            yield from _answers(inner, scores)
