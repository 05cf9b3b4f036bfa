"""Why an overall changed: what each answer, the weights and the set contributed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kediri_index.analysis.compare.sampling.orders import Watch
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.comparison import CompareOutcome
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded, unfolded
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.compare_units import UnitsOfYear, compared_units
from kediri_index.usecases.compared_sides import comparison_of, half_of, remarks_on
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.units import ChoosingOptions, checked_for_one, chosen_place

OF_OLD = ChoosingOptions("--old-unit", "--old-year")


def compare(  # noqa: PLR0913 - the options of the command
    old: Submission,
    new: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    old_definition: Definition | None = None,
    hints: Hints | None = None,
    old_hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    old_waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
    watch: Watch | None = None,
    limits: Limits | None = None,
    detail: bool = False,
) -> CompareOutcome:
    """Return what made the overall of *new* another than that of *old*.

    The contributions are Shapley values (see :class:`~kediri_index.model.comparison.Comparison`),
    in points of the new definition's scale; with those of the weights and the set they add up to
    the change of the unrounded overalls, exactly.
    *old* is scored by *old_definition*, without one by the same. The unit and year of the hints
    choose among several; *old_hints* are as *hints* where there are none. While either has errors
    that *waive* does not accept (*old_waive* those of *old*) there is no comparison, unless
    *allow_errors*. The
    change of more answers than can all be combined is divided by sampled orders: *watch* receives
    how many are done, of how many, and *limits* bound the work.

    Where the hints name no unit and the new files hold several, the outcome has all units that both
    sides hold, with the parts of what moved most, or with *detail* of every one. Raises
    :class:`~kediri_index.errors.UsageError` where a unit or a year remains to be chosen, or no unit
    is on both sides.
    """
    hints = hints or Hints()
    old_hints = old_hints or hints
    then = old_definition or definition

    checked = partial(checked_for_one, value=value, known=known)
    before = checked(old, then, profile, old_hints._replace(theirs=None))
    if old_waive is not None:
        before = old_waive(before)
    after = checked(new, definition, profile, hints)
    both = before._replace(findings=_of_both(before.findings, after.findings))
    if waive is not None:
        both = waive(both)
    findings = list(both.findings)
    refused = has_errors(findings)
    outcome = CompareOutcome(
        definition=definition,
        profile=profile,
        inputs=tuple(dict.fromkeys((*before.data.inputs, *after.data.inputs))),
        comparison=None,
        findings=folded(findings),
        partial=refused and allow_errors,
        waived=both.waived,
    )
    if not (before.data.units and after.data.units):
        return outcome
    if hints.unit is None and old_hints.unit is None:
        sides = (
            UnitsOfYear(before, then, old_hints, profile, OF_OLD),
            UnitsOfYear(after, definition, hints, profile),
        )
        shared = sides[0].keys & sides[1].keys
        if not shared and min(len(side.keys) for side in sides) > 1:
            raise UsageError("no-unit-in-both", old=sides[0].names, new=sides[1].names)
        if len(shared) > 1:
            if refused and not allow_errors:
                return outcome
            units, remarks = compared_units(
                *sides, value, limits or Limits(), detail=detail, watch=watch
            )
            return outcome._replace(units=units, findings=folded([*findings, *remarks]))
    at_new = chosen_place(after.data.units, hints, profile)
    at_old = chosen_place(before.data.units, old_hints, profile, OF_OLD)
    if refused and not allow_errors:
        return outcome
    first = half_of(before, at_old, then, value, definition.publish)
    last = half_of(after, at_new, definition, value, definition.publish)
    findings += remarks_on(first, last)
    outcome = outcome._replace(findings=folded(findings))
    if has_errors(remarks_on(first, last)):
        return outcome
    return outcome._replace(
        comparison=comparison_of(first, last, profile, watch, limits or Limits())
    )


def _of_both(old: Sequence[Finding], new: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of both sides; those in a file that is on both sides once."""
    there = {_seen(one) for one in unfolded(old) if one.file is not None}
    return (*unfolded(old), *(one for one in unfolded(new) if _seen(one) not in there))


def _seen(finding: Finding) -> tuple[object, ...]:
    """Return code, place and value of *finding*: both sides may give its figures differently."""
    return finding[: Finding._fields.index("params")]
