"""Cells of a wide table that hold a number of which nothing is to be said: nearly all."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.numbers import SIGNIFICANT_DIGITS, decimal_of
from kediri_index.model.scoring import (
    Accepted,
    Direction,
    Outside,
    Range,
    Reads,
    YesOrNo,
    is_panel,
)
from kediri_index.model.workbook import FORMULA, NUMBER, TEXT
from kediri_index.scoring.value_scores import between, given_rule, within
from kediri_index.workbook.cell_values import score_of_word
from kediri_index.workbook.decimal_marks import DecimalMarks
from kediri_index.workbook.headers.header import Node
from kediri_index.workbook.numbers import stored_number

_PLAIN: Final = re.compile(r"(-?(?:0|[1-9][0-9]{0,8}))(?:([.,])([0-9]{1,14}))?")
_MAY_BE_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What the decimal mark of the table settles."""
_MOST: Final = 100_000
_LEAST: Final = 2000
_LARGEST: Final = 10**9
_FINEST: Final = 10**14


class Plain(NamedTuple):
    """Which numbers of a column have no faults, and the scores of *ya* and *tidak* in it."""

    accepted: Accepted
    yes_or_no: YesOrNo | None = None


class PlainNumbers:
    """The numbers of columns in which the same are *plain*, by their texts: figures repeat.

    *marks* are those of the table; *tables* is how many of these there are beside each other.
    """

    def __init__(self, plain: Plain, marks: DecimalMarks, tables: int = 1) -> None:
        most = max(_MOST // tables, _LEAST)
        lies_within = [
            one.__contains__ if isinstance(one, frozenset) else within(one)
            for one in plain.accepted
        ]

        def written(text: str) -> float | None:
            word = None if plain.yes_or_no is None else score_of_word(text, plain.yes_or_no)
            if word is not None:
                return inside(word)
            if _MAY_BE_THOUSANDS.fullmatch(text) is None:
                return inside(_written(text))
            number = None if marks.decimal is None else inside(_by_mark(text, marks.decimal))
            marks.used |= number is not None
            return number

        def inside(number: Fraction | None) -> float | None:
            if number is None or not all(lies(number) for lies in lies_within):
                return None
            return number.numerator / number.denominator  # the nearest double there is

        of_numbers = ByText(lambda text: inside(_stored(text)), most)
        of_texts = ByText(written, most)
        self._by_look = {
            **dict.fromkeys((NUMBER, NUMBER + FORMULA), of_numbers),
            **dict.fromkeys((TEXT, TEXT + FORMULA), of_texts),
        }

    def of(self, look: int, text: str) -> float | None:
        """Return the number that a cell holds, None where it takes more to tell."""
        return self.by_text(look)[text]

    def by_text(self, look: int) -> ByText:
        """Return the numbers that cells of one *look* hold, by their texts."""
        return self._by_look.get(look, NONE)


class ByText(dict[str, float | None]):
    """Numbers by the texts that they were *read* from, None for what takes more to tell.

    At most so many are kept.
    """

    def __init__(self, read: Callable[[str], float | None], most: int) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, text: str) -> float | None:
        number = self._read(text)
        if len(self) == self._most:
            self.clear()
        self[text] = number
        return number


def _nothing(text: str) -> None:
    del text


NONE: Final = ByText(_nothing, 1)
"""Of cells that take more to tell in any case."""


def _written(text: str) -> Fraction | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    whole, _, part = match.groups(default="")
    if len(whole) + len(part) > SIGNIFICANT_DIGITS:
        return None
    return Fraction(int(whole + part), 10 ** len(part))


def _by_mark(text: str, decimal: str) -> Fraction:
    """Return a number with three digits behind its one mark, which may not be the *decimal* one."""
    whole, part = text[:-4], text[-3:]
    return Fraction(int(whole + part), 1000 if text[-4] == decimal else 1)


def _stored(text: str) -> Fraction | None:
    number = stored_number(text)
    if number is None or abs(number) >= _LARGEST or _FINEST % number.denominator:
        return None
    return number


def plain_numbers(node: Node, scale: Range | None) -> Plain | None:
    """Return what is plain in a column of *node*; None where more decides that.

    Such a number is read as :mod:`~kediri_index.workbook.rows.row` reads it.
    """
    rule = node.rule if isinstance(node, Indicator) else given_rule(scale)
    direction = node.direction if isinstance(node, Indicator) else Direction.HIGHER
    accepted = _without_faults(rule, direction)
    if accepted is None:
        return None
    if isinstance(node, Indicator) and node.valid is not None:
        accepted = (*accepted, node.valid)
    scores = rule.method.yes_or_no
    are_doubles = scores is not None and all(decimal_of(float(one)) == one for one in scores)
    return Plain(accepted, scores if are_doubles else None)


def _without_faults(rule: ScoreRule, direction: Direction) -> Accepted | None:
    method, to = rule.method, rule.to
    accepted = method.accepted(direction)
    if accepted is None or to is None or rule.outside is not Outside.ERROR or is_panel(method):
        return accepted  # faults of a panel are those of the units together
    if method.choices:
        return accepted if all(between(to, score) for score in method.choices) else None
    return None if method.reads is Reads.MEASURE else (*accepted, to)
