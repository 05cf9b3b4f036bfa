"""All findings on the files of one call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.api.read import Submission
from kediri_index.engine.leaf_scores import leading, leaf_scores
from kediri_index.model.dataset import DataSet, Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.profile import Profile
from kediri_index.rules import RULES, UnitContext
from kediri_index.workbook.assemble import Hints, assemble
from kediri_index.workbook.made_for import Known, made_for, without_foreign


class Checked(NamedTuple):
    """The data that the files make, and every finding on them, in order."""

    data: DataSet
    findings: tuple[Finding, ...]


def check(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    complete: bool = False,
    known: Known = tuple,
) -> Checked:
    """Validate every cell, row and unit against *definition*.

    With *complete* an absent row is a fault too; *known* gives the ids of other definitions that a
    workbook may have been made for.
    """
    found = list(submission.findings)
    for workbook in submission.workbooks:
        found += made_for(workbook, definition, known)
    workbooks = without_foreign(submission.workbooks, definition)
    data, findings = assemble(workbooks, definition, profile, hints or Hints())
    found += findings
    for unit in data.units:
        found += _by_rules(definition, unit, value, complete=complete)
    return Checked(data, in_order(found))


def _by_rules(
    definition: Definition, unit: UnitData, value: Lead | None, *, complete: bool
) -> Iterator[Finding]:
    lead = value or leading(definition, unit)
    context = UnitContext(definition, unit, leaf_scores(definition, unit, lead), complete)
    for rule in RULES:
        try:
            yield from list(rule(context))
        except Exception as error:  # noqa: BLE001 - a rule that cannot run hides no other finding
            yield Finding(
                "R001",
                file=context.only_file,
                value=rule.__name__,
                params={"reason": repr(error)},
            )
