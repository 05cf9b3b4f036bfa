"""The score of one reading as a formula, on the range of the score."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.model.definition import ScoreRule
from kediri_index.model.formulas import TINY, ScoreFormula, number
from kediri_index.model.scoring import Direction, Outside


def reading_formula(
    rule: ScoreRule, direction: Direction, cell: str, target: str | None
) -> ScoreFormula | None:
    """Return the score of the number in *cell*; None where no formula gives it.

    *target* is the cell of the sheet's target, where that counts.
    """
    found = rule.method.formula(cell, target, direction)
    if found is None:
        return None
    score, conditions = found
    if rule.method.onto and rule.to is not None:
        low, high = rule.to
        height = high - low
        times = score if height == 1 else f"{number(height)}*({score})"
        score = times if not low else f"{number(low)}+{times}"
    if rule.to is None or rule.outside is Outside.KEEP:
        return ScoreFormula(score, conditions)
    low, high = rule.to
    if rule.outside is Outside.CLIP:
        return ScoreFormula(f"MIN(MAX({score},{number(low)}),{number(high)})", conditions)
    within = (f"({score})>={number(low)}-{TINY}", f"({score})<={number(high)}+{TINY}")
    return ScoreFormula(score, (*conditions, *within))


def mean_formula(rule: ScoreRule, cells: Sequence[str]) -> ScoreFormula | None:
    """Return the mean of the scores in *cells*, each scored by itself; some may be empty."""
    found = [reading_formula(rule, Direction.HIGHER, cell, None) for cell in cells]
    each = [one for one in found if one is not None]
    if len(each) < len(found):
        return None
    if len(each) == 1:
        return each[0]
    terms = "+".join(
        f"IF(ISNUMBER({cell}),{one.score},0)" for cell, one in zip(cells, each, strict=True)
    )
    conditions = tuple(
        f"IF(ISNUMBER({cell}),AND({','.join(one.conditions)}),TRUE)"
        for cell, one in zip(cells, each, strict=True)
        if one.conditions
    )
    return ScoreFormula(f"({terms})/COUNT({','.join(cells)})", conditions)
