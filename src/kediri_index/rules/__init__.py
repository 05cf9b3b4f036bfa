"""Rules over what a single row cannot see: one a module.

A rule yields findings on one unit (``RULES``, given a
:class:`~kediri_index.rules.context.UnitContext`), on files of which none needs another
(``DATA_RULES``, given a :class:`~kediri_index.rules.context.DataContext`), or on all files of one
call beside each other (``COMPARING_RULES``, given the same, without units). A new one is one more
file and its name in one more line here: the function of that name, and in ``FINDINGS`` what it
says.
"""

from importlib import import_module

from kediri_index.model.finding_text import FindingText
from kediri_index.rules.context import (
    DataContext,
    DataRule,
    ResultsBefore,
    Rule,
    UnitContext,
    measures_of,
)

_OF_A_UNIT = (
    "unanswered",
    "shared_values",
    "given_against_computed",
    "inapplicable_but_answered",
    "not_applicable",
    "without_score",
    "evidence_missing",
    "incomplete_assessors",
    "overridden_measure",
    "self_beside_measured",
    "other_target",
    "other_measure_unit",
    "result_against_target",
    "stated_achievement",
    "other_agency",
    "one_score_reused",
    "all_highest",
)
_OF_FILES = (
    "other_unit",
    "other_year",
    "unknown_agency",
    "other_agency_asked_for",
    "total_against_rows",
)
_OF_ALL_FILES = (
    "lone_year",
    "lone_unit",
    "unit_slip",
)

_MODULES = {
    name: import_module(f"{__name__}.{name}") for name in _OF_A_UNIT + _OF_FILES + _OF_ALL_FILES
}

RULES: tuple[Rule, ...] = tuple(getattr(_MODULES[name], name) for name in _OF_A_UNIT)
DATA_RULES: tuple[DataRule, ...] = tuple(getattr(_MODULES[name], name) for name in _OF_FILES)
COMPARING_RULES: tuple[DataRule, ...] = tuple(
    getattr(_MODULES[name], name) for name in _OF_ALL_FILES
)
RULE_FINDINGS: tuple[FindingText, ...] = tuple(
    finding for module in _MODULES.values() for finding in getattr(module, "FINDINGS", ())
)
"""What the rules say, but for codes that they share with the reading of a single row."""

__all__ = [
    "COMPARING_RULES",
    "DATA_RULES",
    "RULES",
    "RULE_FINDINGS",
    "DataContext",
    "DataRule",
    "ResultsBefore",
    "Rule",
    "UnitContext",
    "measures_of",
]
