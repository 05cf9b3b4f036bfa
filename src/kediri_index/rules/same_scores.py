"""Answers that all have one score: perhaps not each was assessed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import OfUnit
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.answers import LeafScore
from kediri_index.scoring.fold import Node
from kediri_index.scoring.score_rule import bounds_of_leaf

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
    if not context.tree.has_given[context.at]:
        return
    for file, count in files_of_highest(context).items():
        unit = OfUnit(data.unit, data.year if file in data.wide_files else None)
        yield Finding("X321", file=file, params={"unit": unit, "count": count})


def files_of_highest(context: UnitContext) -> dict[str, int]:
    """Return the number of answers of each file whose given scores are all the highest."""
    found: dict[str, int] = {}
    others: set[str] = set()
    for node in context.tree.nodes.values():
        if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
            continue
        has_score = context.has_score(node.id)
        if has_score and context.only_file and context.tree.below_highest(node.id)[context.at]:
            return {}
        leaf = context.leaf(node.id) if has_score else None
        if leaf is None or leaf.score is None or (file := leaf.sources[0].file) in others:
            continue
        bounds = bounds_of_leaf(context.definition, node)
        if bounds is not None and leaf.score == bounds[1]:
            found[file] = found.get(file, 0) + 1
            continue
        found.pop(file, None)
        others.add(file)
        if len(others) == len(context.data.files):
            break
    return {file: count for file, count in found.items() if count >= FEWEST_HIGHEST}


def one_score_reused(context: UnitContext) -> Iterable[Finding]:
    """Yield X320 for the outermost group of each such block, at its first answer.

    Measured results are aside, and so are files whose answers are all the highest.
    """
    highest: dict[str, int] | None = None
    if not (context.tree.has_given[context.at] and context.tree.any_alike[context.at]):
        return
    for group in context.definition.groups:
        for block, leaves in _blocks(group, context):
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


def _blocks(group: Group, context: UnitContext) -> Iterator[tuple[Group, list[LeafScore]]]:
    """Yield the outermost groups with a single score, and their answers.

    Where no two scores surely differ by their columns the leaves decide.
    """
    if context.tree.alike(group)[context.at]:
        nodes = list(_answers(group, context))
        if len(nodes) < FEWEST:
            return
        leaves = [leaf for node in nodes if (leaf := context.leaf(node.id)) is not None]
        score = leaves[0].score
        if score is not None and all(leaf.score == score for leaf in leaves):
            free = any(isinstance(one, Group) or not one.rule.method.choices for one in nodes)
            whole = not free or score.denominator == 1
            if len(nodes) >= (FEWEST_WHOLE if whole else FEWEST):
                yield group, leaves
            return
    for inner in group.groups:
        if not context.has_score(inner.id):
            yield from _blocks(inner, context)


def _answers(group: Group, context: UnitContext) -> Iterator[Node]:
    """Yield what has a given score below *group*; below a given group nothing counts."""
    for indicator in group.indicators:
        if indicator.rule.method.reads is Reads.SCORE and context.has_score(indicator.id):
            yield indicator
    for inner in group.groups:
        if context.has_score(inner.id):
            yield inner
        else:
            yield from _answers(inner, context)
