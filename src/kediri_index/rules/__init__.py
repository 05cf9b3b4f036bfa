"""Rules over what a single row cannot see: those about one thing in one module.

A rule yields findings on one unit (``RULES``, given a
:class:`~kediri_index.rules.context.UnitContext`), on files of which none needs another
(``DATA_RULES``, given a :class:`~kediri_index.rules.context.DataContext`), or on all files of one
call beside each other (``COMPARING_RULES``, given the same, without units). A new one is a function
in a file of its name and one more line here, or ``file.function`` where a file has several; what
it says is in ``FINDINGS`` of the file.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from kediri_index.model.findings import Finding, FindingText
from kediri_index.rules.context import (
    DataContext,
    DataRule,
    ResultsBefore,
    Rule,
    UnitContext,
    measures_of,
)

_OF_A_UNIT = (
    "missing.unanswered",
    "agencies.shared_values",
    "totals.given_against_computed",
    "not_applicable.inapplicable_but_answered",
    "not_applicable",
    "missing.without_score",
    "missing.evidence_missing",
    "missing.evidence_of_levels",
    "missing.incomplete_assessors",
    "measured.overridden_measure",
    "measured.self_beside_measured",
    "measured.other_target",
    "measured.other_measure_unit",
    "measured.result_against_target",
    "measured.stated_achievement",
    "agencies.other_agency",
    "same_scores.one_score_reused",
    "same_scores.all_highest",
)
_OF_FILES = (
    "whose_files.other_unit",
    "whose_files.other_year",
    "whose_files.unknown_agency",
    "whose_files.other_agency_asked_for",
    "totals.total_against_rows",
)
_OF_ALL_FILES = (
    "whose_files.lone_year",
    "whose_files.lone_unit",
    "unit_slip",
    "in_doubles",
)


def _module(name: str) -> object:
    return import_module(f"{__name__}.{name.partition('.')[0]}")


def _rule(name: str) -> Callable[[Any], Iterable[Finding]]:
    rule: Callable[[Any], Iterable[Finding]] = getattr(_module(name), name.rpartition(".")[2])
    return rule


RULES: tuple[Rule, ...] = tuple(map(_rule, _OF_A_UNIT))
DATA_RULES: tuple[DataRule, ...] = tuple(map(_rule, _OF_FILES))
COMPARING_RULES: tuple[DataRule, ...] = tuple(map(_rule, _OF_ALL_FILES))
_MODULES = dict.fromkeys(map(_module, (*_OF_A_UNIT, *_OF_FILES, *_OF_ALL_FILES)))
RULE_FINDINGS: tuple[FindingText, ...] = tuple(
    finding for module in _MODULES for finding in getattr(module, "FINDINGS", ())
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
