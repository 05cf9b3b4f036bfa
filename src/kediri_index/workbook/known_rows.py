"""Rows of which nothing is to be said: a known indicator, and scores that were read before.

Thirty forms say the same codes and names, and the few digits of a scale: such a row is answered
from what was found for another one. Any other row goes the ordinary way.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple, TypeGuard

from kediri_index.model.definition import Group, Indicator, ScoreRule
from kediri_index.model.digits import Digits
from kediri_index.model.scoring import Reads

_MOST: Final = 20_000

GoodScores = dict[str, tuple[Fraction, Digits]]
"""Plain numbers that a rule of scores was found to have no fault for, by their digits as stored."""
NO_SCORES: Final[GoodScores] = {}


class KnownRow(NamedTuple):
    """The indicator that a row is about, and the scores known to be free of faults for it."""

    id: str
    good: GoodScores


class KnownRows(dict[tuple[str, str], KnownRow | None]):
    """Rows by their code and name as written, empty where there is none.

    None stands for a row that takes more to tell. At most so many are kept.
    """

    def __init__(self, nodes: Mapping[str, Group | Indicator]) -> None:
        super().__init__()
        self._nodes = nodes
        self._good: dict[int, GoodScores] = {}

    def __missing__(self, said: tuple[str, str]) -> KnownRow | None:
        code, name = map(str.strip, said)
        node = self._nodes.get(code.casefold())
        known = None
        if node is not None and is_judged_by_digits(node) and name in {"", node.label.main}:
            known = KnownRow(node.id, self.good_under(node.rule))
        if len(self) == _MOST:
            self.clear()
        self[said] = known
        return known

    def good_under(self, rule: ScoreRule) -> GoodScores:
        """Return the scores that were read so far under *rule*, a definition's own."""
        return self._good.setdefault(id(rule), {})


def is_judged_by_digits(node: Group | Indicator) -> TypeGuard[Indicator]:
    """Return whether the rule of *node* alone says what is wrong with a score that is a number."""
    if not isinstance(node, Indicator) or node.valid is not None:
        return False
    return node.rule.method.reads is Reads.SCORE
