"""Functions of one's own that have no exact face."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.findings import Finding
from kediri_index.rules.context import DataContext


def in_doubles(context: DataContext) -> Iterable[Finding]:
    """Yield S329 once, for all of them: no tie of what they score is sure."""
    definition = context.definition
    used = [definition.aggregate_top, *(one.aggregate for one in definition.all_groups())]
    methods = [one.rule.method for one in definition.all_indicators()]
    names = dict.fromkeys(
        [one.name for one in used if one.in_doubles]
        + [one.name for one in methods if one.in_doubles]
    )
    if names:
        yield Finding("S329", params={"names": tuple(names)})
