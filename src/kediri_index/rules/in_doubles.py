"""Functions of one's own that have no exact face."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "S329",
        Severity.NOTE,
        "nilai tepat di batas pembulatan tidak pasti",
        "ties of rounding are not sure",
        "dihitung dengan bilangan biner, bukan eksak: {names}; nilai yang tepat di batas "
        "pembulatan dapat dibulatkan ke arah mana pun",
        "computed in doubles, not exactly: {names}; a score on a tie may be rounded either way",
        "beri fungsi itu bentuk eksak (.exact) bila desimal terakhirnya penting",
        "give the function an exact face (.exact) where the last decimal matters",
    ),
)


def in_doubles(context: DataContext) -> Iterable[Finding]:
    """Yield S329 once, for all of them: no tie of what they score is sure."""
    definition = context.definition
    combined = (definition.aggregate_top, *(one.aggregate for one in definition.all_groups()))
    methods = (one.rule.method for one in definition.all_indicators())
    names = [one.name for one in combined if one.in_doubles]
    names += [one.name for one in methods if one.in_doubles]
    if names:
        yield Finding("S329", params={"names": tuple(dict.fromkeys(names))})
