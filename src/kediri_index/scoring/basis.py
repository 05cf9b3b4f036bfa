"""Whose assessment a score rests on, and which two scores may be compared."""

from __future__ import annotations

from kediri_index.model.answers import full_answers, plain_numbers
from kediri_index.model.basis import Basis
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.scoring.leaf_score import has_assessor, has_self, is_led_by_self
from kediri_index.scoring.tree import tree_of


def basis_of(definition: Definition, data: UnitData, lead: Lead) -> Basis | None:
    """Return whose assessment the scores of *data* by *lead* rest on.

    None where nobody assessed, as with measured results, or nothing says who did: a table of one
    row per unit does not.
    """
    if data.wide_files.issuperset(data.files):
        return None
    nodes = tree_of(definition).nodes
    answers = list(full_answers(data))
    if lead is Lead.SELF:
        return Basis.SELF if any(has_self(nodes.get(one.id), one) for one in answers) else None
    assessed = any(map(has_assessor, answers)) or any(
        not column.measured
        for column, _ in plain_numbers(data)  # a plain score is the assessor's
    )
    own_leads = any(is_led_by_self(nodes.get(one.id), one) for one in answers)
    if lead is Lead.ASSESSOR_ELSE_SELF and own_leads:
        return Basis.MIXED if assessed else Basis.SELF
    return Basis.ASSESSOR if assessed else None


def are_comparable(one: Basis | None, other: Basis | None) -> bool:
    """Return whether a change from one to the other is a change of what was assessed."""
    return one is None or other is None or one is other
