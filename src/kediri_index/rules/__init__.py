"""Rules over what a single row cannot see: one a module.

A rule yields findings on one unit (``RULES``, given a
:class:`~kediri_index.rules.context.UnitContext`) or on all files of one call (``DATA_RULES``, given
a :class:`~kediri_index.rules.context.DataContext`); a new one is one more file and one more line.
"""

from kediri_index.rules.all_highest import all_highest
from kediri_index.rules.context import DataContext, DataRule, Rule, UnitContext
from kediri_index.rules.evidence_missing import evidence_missing
from kediri_index.rules.given_against_computed import given_against_computed
from kediri_index.rules.inapplicable_but_answered import inapplicable_but_answered
from kediri_index.rules.incomplete_assessors import incomplete_assessors
from kediri_index.rules.lone_unit import lone_unit
from kediri_index.rules.lone_year import lone_year
from kediri_index.rules.one_score_reused import one_score_reused
from kediri_index.rules.other_agency import other_agency
from kediri_index.rules.other_agency_asked_for import other_agency_asked_for
from kediri_index.rules.other_measure_unit import other_measure_unit
from kediri_index.rules.other_target import other_target
from kediri_index.rules.other_unit import other_unit
from kediri_index.rules.other_year import other_year
from kediri_index.rules.overridden_measure import overridden_measure
from kediri_index.rules.result_against_target import result_against_target
from kediri_index.rules.self_beside_measured import self_beside_measured
from kediri_index.rules.stated_achievement import stated_achievement
from kediri_index.rules.total_against_rows import total_against_rows
from kediri_index.rules.unanswered import unanswered
from kediri_index.rules.unit_slip import unit_slip
from kediri_index.rules.unknown_agency import unknown_agency
from kediri_index.rules.without_score import without_score

RULES: tuple[Rule, ...] = (
    unanswered,
    given_against_computed,
    inapplicable_but_answered,
    without_score,
    evidence_missing,
    incomplete_assessors,
    overridden_measure,
    self_beside_measured,
    other_target,
    other_measure_unit,
    result_against_target,
    stated_achievement,
    other_agency,
    one_score_reused,
    all_highest,
)
DATA_RULES: tuple[DataRule, ...] = (
    other_unit,
    other_year,
    lone_year,
    lone_unit,
    unknown_agency,
    other_agency_asked_for,
    unit_slip,
    total_against_rows,
)

__all__ = ["DATA_RULES", "RULES", "DataContext", "DataRule", "Rule", "UnitContext"]
