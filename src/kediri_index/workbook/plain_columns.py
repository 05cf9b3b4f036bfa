"""Cells of a wide table that hold a number of which nothing is to be said: nearly all."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from kediri_index.engine.leaf import given_rule, within
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.scoring.goalposts import Goalposts
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.scoring import Outside, Range, is_panel
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.workbook.numbers import SIGNIFICANT_DIGITS, stored_number
from kediri_index.workbook.row_fields import Node

_PLAIN: Final = re.compile(r"(-?(?:0|[1-9][0-9]{0,8}))(?:\.([0-9]{1,2}|[0-9]{4,14}))?")
"""What has one reading in a text: three decimals may be thousands."""
_MOST: Final = 100_000
_LARGEST: Final = 10**9
_FINEST: Final = 10**14


class PlainNumbers:
    """The plain numbers of a table by their texts: figures repeat."""

    def __init__(self) -> None:
        self._read = {CellKind.NUMBER: _stored, CellKind.TEXT: _written}
        self._found: dict[tuple[CellKind, str], Fraction | None] = {}

    def of(self, cell: Cell) -> Fraction | None:
        """Return the number that *cell* holds, None where it takes more to tell."""
        read = self._read.get(cell.kind)
        if read is None or cell.format is not CellFormat.PLAIN:
            return None
        key = cell.kind, cell.value
        if key in self._found:
            return self._found[key]
        if len(self._found) == _MOST:
            self._found.clear()
        number = self._found[key] = read(cell.value)
        return number


def _written(text: str) -> Fraction | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    whole, part = match.groups(default="")
    if len(whole) + len(part) > SIGNIFICANT_DIGITS:
        return None
    return Fraction(int(whole + part), 10 ** len(part))


def _stored(text: str) -> Fraction | None:
    number = stored_number(text)
    if number is None or abs(number) >= _LARGEST or _FINEST % number.denominator:
        return None
    return number


Test = Callable[[Fraction], bool]


def plain_tests(node: Node, scale: Range | None) -> tuple[Test, ...] | None:
    """Return by which tests all a number of *node* has no faults; None where that cannot be told.

    Such a number is read as :mod:`~kediri_index.workbook.row_fields` reads it.
    """
    rule = node.rule if isinstance(node, Indicator) else given_rule(scale)
    ranges = _without_faults(rule)
    if ranges is None or not isinstance(node, Indicator) or node.valid is None:
        return None if ranges is None else tuple(map(within, ranges))
    return tuple(map(within, (*ranges, node.valid)))


def _without_faults(rule: ScoreRule) -> tuple[Range, ...] | None:
    method = rule.method
    refuses = rule.to is not None and rule.outside is Outside.ERROR
    if isinstance(method, AsGiven):
        return () if rule.to is None or not refuses else (rule.to,)
    if isinstance(method, Goalposts):
        return None if refuses or method.transform is not None else ()
    return () if is_panel(method) else None  # its faults are those of the units together
