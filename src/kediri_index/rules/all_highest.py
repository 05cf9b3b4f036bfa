"""Files whose answers all have the highest score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.meant import OfUnit
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.fold import Node
from kediri_index.scoring.leaf import bounds_of

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
)

FEWEST = 8


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
    return {file: count for file, count in found.items() if count >= FEWEST}


def _nodes(definition: Definition) -> Iterator[Node]:
    for group in definition.all_groups():
        yield group
        yield from group.indicators


def _highest(node: Node, definition: Definition) -> Fraction | None:
    bounds = bounds_of(node.rule) if isinstance(node, Indicator) else definition.scale
    return None if bounds is None else bounds[1]
