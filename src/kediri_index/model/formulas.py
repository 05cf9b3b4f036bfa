"""Formulas for spreadsheets: of a score, of a group, and numbers as formulas write them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

MOST_CHOICES: Final = 250
"""So many levels or bands; the functions of a spreadsheet take a few more."""
_DIGITS: Final = 15
"""A spreadsheet reads no more digits of a number."""

TINY: Final = "1E-10"
"""Scores closer than this are equal, as the engine has it for classes."""
LAST: Final = "1E-12"
"""Shares add up to one half but for their last binary digits."""


class ScoreFormula(NamedTuple):
    """The score, and the conditions under which there is one; all without the sign ``=``."""

    score: str
    conditions: tuple[str, ...] = ()

    def guarded(self, *further: str) -> str:
        """Return the score, an empty text where a condition is not met."""
        formula = self.score
        for condition in reversed((*further, *self.conditions)):
            formula = f'IF({condition},{formula},"")'
        return formula


class Ranges(NamedTuple):
    """The cells of a group's children: their weights, their shares, and scores.

    *reached* has, for a median, the share of all children that score no more than each.
    """

    weights: str
    shares: str
    scores: str
    reached: str = ""

    def mean(self) -> str:
        """Return the weighted mean of the scores."""
        return f"SUMPRODUCT({self.weights},{self.scores})/SUM({self.weights})"

    def counted(self) -> str:
        """Return the scores of the children with a weight, whatever the other cells hold."""
        return f"IF({self.weights}>0,{self.scores})"

    def summed(self, term: str) -> str:
        """Return the sum of *term* over the children with a weight."""
        return f"SUM(IF({self.weights}>0,{term},0))"

    def reached_by(self, cell: str) -> str:
        """Return the share of the children that score no more than the one in *cell*."""
        return f"SUMPRODUCT(({self.scores}<={cell}+{LAST})*{self.shares})"


class Combined(NamedTuple):
    """A formula, and the condition under which the children have no combined score.

    *array* formulas go through their ranges one cell after the other.
    """

    formula: str
    undefined: str | None = None
    array: bool = True


def number(value: Fraction) -> str:
    """Return *value* as a formula writes it: in decimals where they are few, else as a quotient."""
    if value < 0:
        return f"(-{number(-value)})"
    decimals = _decimals(value)
    if decimals is None:
        return f"({value.numerator}/{value.denominator})"
    if not decimals:
        return str(value.numerator)
    digits = str(value.numerator * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}"


def one_of(cell: str, values: Iterable[Fraction]) -> str:
    """Return the condition that *cell* holds one of *values*."""
    return f"OR({','.join(f'{cell}={number(value)}' for value in values)})"


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals *value* has; None where it has too many for a cell."""
    for decimals in range(_DIGITS + 1):
        if 10**decimals % value.denominator == 0:
            digits = len(str(value.numerator * 10**decimals // value.denominator))
            return decimals if digits <= _DIGITS else None
    return None
