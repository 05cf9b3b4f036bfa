"""All findings on the files of one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from kediri_index.api.read import Submission
from kediri_index.model.dataset import DataSet, Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.folding import folded
from kediri_index.model.profile import Profile
from kediri_index.model.results import Completeness
from kediri_index.model.user_hints import Hints
from kediri_index.model.waivers import Waived
from kediri_index.rules import (
    DATA_RULES,
    RULES,
    DataContext,
    DataRule,
    ResultsBefore,
    UnitContext,
)
from kediri_index.scoring.expected import completeness_of
from kediri_index.scoring.leaf_scores import leading, leaf_scores, presence_of
from kediri_index.scoring.panel_fold import Comparisons
from kediri_index.scoring.presence import OVERALL
from kediri_index.scoring.ready import Ready, ready
from kediri_index.workbook.assemble import assemble
from kediri_index.workbook.made_for import Known, made_for, without_foreign

_Context = TypeVar("_Context")


class Checked(NamedTuple):
    """The data that the files make, and every finding on them, in order.

    *waived* are findings that were accepted (see :func:`~kediri_index.api.waive.waive`); they are
    not among *findings*. *ready* is what is scored, the data as prepared by the definition, and
    *comparisons* what units have come to by being compared. *completeness* is that of the index,
    where the files hold one unit; with 256 files and more it is not computed.
    """

    data: DataSet
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    ready: Ready | None = None
    comparisons: Comparisons | None = None
    completeness: Completeness | None = None


def check(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    complete: bool = False,
    known: Known = tuple,
    for_any: bool = False,
    before: ResultsBefore | None = None,
) -> Checked:
    """Validate every cell, row and unit against *definition*.

    Findings stand by file, sheet, row, column and code. Nothing is raised: what is wrong with the
    data is one of them. *hints* say what the files leave open (unit, year, decimal mark),
    *value* whose scores count.

    With *complete* an absent row is a fault too; *known* gives the ids of other definitions that a
    workbook may have been made for. With *for_any* all count, whatever they were made for.
    *before* gives last year's results of a unit by indicator, to compare with.
    """
    found = list(submission.findings)
    workbooks = submission.workbooks
    if not for_any:
        for workbook in workbooks:
            found += made_for(workbook, definition, known)
        workbooks = without_foreign(workbooks, definition)
    hints = hints or Hints()
    data, findings = assemble(workbooks, definition, profile, hints, submission.limits)
    found += findings
    found += of_all_files(DATA_RULES, DataContext(definition, data, profile, hints, before))
    made = ready(definition, data.units, value)
    found += _in_the_only_file(made.findings, data)
    if made.fitted or made.effects:
        from kediri_index.scoring.prepare.values import (  # noqa: PLC0415 - most data need it not
            prepared_values,
        )

        found += prepared_values(made)
    comparisons = Comparisons(made, value)
    found += of_each_unit(made, comparisons, profile, value, complete=complete)
    there = _completeness(made, value)
    return Checked(data, folded(found), ready=made, comparisons=comparisons, completeness=there)


def _completeness(made: Ready, value: Lead | None) -> Completeness | None:
    """Return how much of the index the one unit of the data answers, None where there are more."""
    if len(made.units) != 1:
        return None
    (unit,) = made.units
    definition = made.definition_of(unit)
    leaves = leaf_scores(definition, unit, value or leading(definition, unit))
    return completeness_of(definition, presence_of(leaves))[OVERALL]


def of_all_files(rules: Iterable[DataRule], context: DataContext) -> list[Finding]:
    """Return what *rules* find on the files together."""
    return [finding for rule in rules for finding in _run(rule, context, None)]


def of_each_unit(
    made: Ready,
    comparisons: Comparisons,
    profile: Profile | None,
    value: Lead | None,
    *,
    complete: bool,
) -> list[Finding]:
    """Return what the rules find on each unit by itself."""
    found: list[Finding] = []
    for position, unit in enumerate(made.units):
        if unit.left_out:  # what it lacks is the reason
            continue
        theirs = made.definition_of(unit)
        lead = value or leading(theirs, unit)
        own = profile if profile is not None and profile.is_of(unit.unit) else None
        leaves = leaf_scores(theirs, unit, lead)
        found += _by_rules(
            UnitContext(theirs, unit, leaves, complete, own, comparisons.of(position, lead), lead)
        )
    return found


def _in_the_only_file(findings: Iterable[Finding], data: DataSet) -> list[Finding]:
    """Return *findings* on all units, at the file that holds them where it is one."""
    files = {file for unit in data.units for file in unit.files}
    only = files.pop() if len(files) == 1 else None
    return [one._replace(file=only) if one.file is None else one for one in findings]


def _by_rules(context: UnitContext) -> Iterator[Finding]:
    for rule in RULES:
        yield from _run(rule, context, context.only_file)


def _run(
    rule: Callable[[_Context], Iterable[Finding]], context: _Context, file: str | None
) -> list[Finding]:
    """Return what *rule* finds; one that cannot run hides no other finding."""
    try:
        return list(rule(context))
    except Exception as error:  # noqa: BLE001 - a rule that cannot run hides no other finding
        name = getattr(rule, "__name__", str(rule))
        return [Finding("R001", file=file, value=name, params={"reason": repr(error)})]
