"""Roundings as formulas write them; spreadsheets compute in binary doubles."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kediri_index.model.aggregation import TINY, ScoreFormula, number
from kediri_index.model.definition import Definition, ScoreRule
from kediri_index.model.scoring import Direction, Outside

_SURE: Final = 13
"""So many significant digits of a sum of products are right."""
_LARGEST: Final = Fraction(10) ** 300


def is_storable(value: Fraction) -> bool:
    """Return whether a cell can hold *value*."""
    return abs(value) < _LARGEST


def guard_of(definition: Definition) -> int:
    """Return to how many decimals a computed score is right, whatever its last binary digits.

    A score that is exactly 3.315 may come out as 3.31499999999999995: rounded to these decimals
    first, it is 3.315 again, and rounds as people round it.
    """
    ends = definition.scale or (Fraction(0), Fraction(100))
    whole = len(str(int(max(abs(end) for end in ends))))
    return max(_SURE - whole, definition.publish.decimals + 2)


def rounded(definition: Definition, expression: str) -> str:
    """Return *expression* rounded half up to the published decimals, ties away from zero."""
    guard, decimals = guard_of(definition), definition.publish.decimals
    return f"ROUND(ROUND({expression},{guard}),{decimals})"


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
