"""The score of one reading as a formula, for every method that looks at one unit alone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from kediri_index.model.definition import Group, Indicator, ScoreRule
from kediri_index.model.scoring import Direction, Outside
from kediri_index.scoring.formula import TINY, number
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo

MOST_CHOICES = 250
"""So many levels or bands; the functions of a spreadsheet take a few more."""


class LeafFormula(NamedTuple):
    """The score, and the conditions under which there is one; all without the sign ``=``."""

    score: str
    conditions: tuple[str, ...] = ()

    def guarded(self, *further: str) -> str:
        """Return the score, an empty text where a condition is not met."""
        formula = self.score
        for condition in reversed((*further, *self.conditions)):
            formula = f'IF({condition},{formula},"")'
        return formula


def reading_formula(
    rule: ScoreRule, direction: Direction, cell: str, target: str | None
) -> LeafFormula | None:
    """Return the score of the number in *cell*; None where no formula gives it.

    *target* is the cell of the sheet's target, where that counts.
    """
    found = _by_method(rule, direction, cell, target)
    if found is None:
        return None
    score, conditions = found
    if rule.method.onto and rule.to is not None:
        low, high = rule.to
        height = high - low
        times = score if height == 1 else f"{number(height)}*({score})"
        score = times if not low else f"{number(low)}+{times}"
    if rule.to is None or rule.outside is Outside.KEEP:
        return LeafFormula(score, conditions)
    low, high = rule.to
    if rule.outside is Outside.CLIP:
        return LeafFormula(f"MIN(MAX({score},{number(low)}),{number(high)})", conditions)
    within = (f"({score})>={number(low)}-{TINY}", f"({score})<={number(high)}+{TINY}")
    return LeafFormula(score, (*conditions, *within))


def most_choices(node: Group | Indicator) -> int:
    """Return between how many scores the formula of a leaf chooses."""
    method = node.rule.method if isinstance(node, Indicator) else None
    if isinstance(method, Levels):
        return len(method.levels)
    return len(method.bands) if isinstance(method, Bands) else 0


def mean_formula(rule: ScoreRule, cells: Sequence[str]) -> LeafFormula:
    """Return the mean of the scores in *cells*, each scored by itself; some may be empty."""
    found = [reading_formula(rule, Direction.HIGHER, cell, None) for cell in cells]
    each = [one for one in found if one is not None]
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
    return LeafFormula(f"({terms})/COUNT({','.join(cells)})", conditions)


def _by_method(  # noqa: PLR0911 - one return a method
    rule: ScoreRule, direction: Direction, cell: str, target: str | None
) -> tuple[str, tuple[str, ...]] | None:
    method = rule.method
    if isinstance(method, AsGiven):
        return cell, ()
    if isinstance(method, Levels):
        return _levels(method, cell)
    if isinstance(method, YesNo):
        return cell, (_one_of(cell, [method.yes, method.no]),)
    if isinstance(method, Bands):
        return _bands(method, cell)
    if isinstance(method, Goalposts):
        return _goalposts(method, direction, cell)
    if isinstance(method, Achievement):
        return _achievement(method, direction, cell, target)
    return None


def _one_of(cell: str, values: Sequence[Fraction]) -> str:
    return f"OR({','.join(f'{cell}={number(value)}' for value in values)})"


def _levels(method: Levels, cell: str) -> tuple[str, tuple[str, ...]]:
    """Return the score of a level, or what lies on the line between two."""
    scores = method.scores
    levels = list(scores)
    if not method.fractional:
        condition = _one_of(cell, levels)
        if method.are_scores:
            return cell, (condition,)
        terms = [f"({cell}={number(at)})*{number(score)}" for at, score in scores.items() if score]
        return "+".join(terms) or "0", (condition,)
    within = (f"{cell}>={number(levels[0])}", f"{cell}<={number(levels[-1])}")
    if method.are_scores:
        return cell, within
    terms = [number(scores[levels[0]])]
    for low, high in pairwise(levels):
        length = f"MIN(MAX({cell}-{number(low)},0),{number(high - low)})"
        slope = (scores[high] - scores[low]) / (high - low)
        if slope:
            terms.append(f"{length}*{number(slope)}")
    return "+".join(terms), within


def _bands(method: Bands, cell: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the score by the number of bounds that lie below."""
    passed = ["1"]
    for band in method.bands[:-1]:
        if band.below is not None:
            passed.append(f"({cell}>={number(band.below)})")
        elif band.up_to is not None:
            passed.append(f"({cell}>{number(band.up_to)})")
        else:
            return None
    scores = ",".join(number(band.score) for band in method.bands)
    return f"CHOOSE({'+'.join(passed)},{scores})", ()


def _goalposts(method: Goalposts, direction: Direction, cell: str) -> tuple[str, tuple[str, ...]]:
    low, high = number(method.min), number(method.max)
    if method.transform is None:
        share = f"({cell}-{low})/({high}-{low})"
        conditions: tuple[str, ...] = ()
    else:
        share = f"(LN({cell})-LN({low}))/(LN({high})-LN({low}))"
        conditions = (f"{cell}>0",)
    return (share if direction is Direction.HIGHER else f"1-{share}"), conditions


def _achievement(
    method: Achievement, direction: Direction, cell: str, target: str | None
) -> tuple[str, tuple[str, ...]] | None:
    if isinstance(method.target, tuple):
        low, high = method.target
        bottom, top = number(low), number(high)
        share = f"IF({cell}<{bottom},{cell}/{bottom},(2*{top}-{cell})/{top})"
        share = f"IF(AND({cell}>={bottom},{cell}<={top}),1,{share})"
        conditions = tuple(
            beyond for goal, beyond in ((low, f"{cell}>=0"), (high, f"{cell}<=0")) if goal == 0
        )
    else:
        goal = target if method.target is None else number(method.target)
        if goal is None:
            return None
        over = cell if direction is Direction.HIGHER else f"(2*{goal}-{cell})"
        share = f"{over}/{goal}"
        conditions = () if method.target else (f"ISNUMBER({goal})", f"{goal}<>0")
    if method.cap is not None:
        share = f"MIN({share},{number(method.cap)})"
    return share, conditions
