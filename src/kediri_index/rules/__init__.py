"""Rules over the data of one unit that a single row cannot see: one a module.

A rule is a function of a :class:`~kediri_index.rules.context.UnitContext` that yields findings; a
new one is one more file and one more line in ``RULES``.
"""

from kediri_index.rules.context import Rule, UnitContext
from kediri_index.rules.given_against_computed import given_against_computed
from kediri_index.rules.inapplicable_but_answered import inapplicable_but_answered
from kediri_index.rules.unanswered import unanswered
from kediri_index.rules.without_score import without_score

RULES: tuple[Rule, ...] = (
    unanswered,
    given_against_computed,
    inapplicable_but_answered,
    without_score,
)

__all__ = ["RULES", "Rule", "UnitContext"]
