"""Why an overall changed: what each answer, the weights and the set contributed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from typing import NamedTuple

from kediri_index.analysis.compare.sampling.orders import Watch
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.comparison import CompareOutcome, NotCompared, WhyNotCompared
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded, unfolded
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.compare_units import compared_units
from kediri_index.usecases.compare_years import compared_years, each_year, years_of_one
from kediri_index.usecases.compared_sides import comparison_of, remarks_on
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import LastYear
from kediri_index.usecases.units import USUAL, ChoosingOptions, checked_for_one
from kediri_index.usecases.units_of_year import UnitsOfYear

OF_OLD = ChoosingOptions("--old-unit", "--old-year")
_TWO = 2


def compare(  # noqa: PLR0913 - the options of the command
    old: Submission | None,
    new: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    old_definition: Definition | None = None,
    between: Sequence[LastYear] = (),
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

    Where the hints name no unit and both sides hold several, the outcome has all units that both
    sides hold, with the parts of what moved most, or with *detail* of every one.

    Three years or more are compared where there are files *between*, or files hold several years:
    the parts are those of the change from the first to the last, and the outcome has all years.
    Without *old* they are the years of *new*, from that of *old_hints* to that of *hints* where
    these name one.

    Raises :class:`~kediri_index.errors.UsageError` where a unit or a year remains to be chosen, no
    unit is on both sides, or the years do not follow each other.
    """
    hints = hints or Hints()
    old_hints = old_hints or (hints if old is not None else hints._replace(year=None))
    check_of = partial(checked_for_one, value=value, known=known)

    def sent(one: LastYear, by: Hints, options: ChoosingOptions = USUAL) -> _Sent:
        checked = check_of(one.submission, one.definition, profile, by._replace(theirs=None))
        checked = checked if one.waive is None else one.waive(checked)
        return _Sent(checked, one.definition, by, options)

    every: list[_Sent] = []
    if old is not None:
        before = LastYear(old, old_definition or definition, waive=old_waive)
        every = [sent(before, old_hints, OF_OLD)]
    every += [sent(one, one.hints_of(hints)) for one in between]
    every.append(_Sent(check_of(new, definition, profile, hints), definition, hints, USUAL))
    both = every[0].checked
    both = both._replace(findings=reduce(_of_both, (one.checked.findings for one in every)))
    if waive is not None:
        both = waive(both)
    findings = list(both.findings)
    refused = has_errors(findings)
    outcome = CompareOutcome(
        definition=definition,
        profile=profile,
        inputs=tuple(dict.fromkeys(file for one in every for file in one.checked.data.inputs)),
        comparison=None,
        findings=folded(findings),
        partial=refused and allow_errors,
        waived=both.waived,
    )
    if not all(one.checked.data.units for one in every):
        return outcome
    years = _years(every, old_hints, profile)
    is_allowed = allow_errors or not refused
    asked = _Asked(value, limits or Limits(), detail, watch)
    if hints.unit is None and old_hints.unit is None:
        shared = _on_both_sides(years)
        if len(shared) > 1:
            return _of_many(outcome, years, asked) if is_allowed else outcome
        if shared:
            outcome = outcome._replace(not_compared=_others(years))
            (key,) = shared
            years = [one.named(years[0].name(key)) for one in years]
    places = [side.only_place() for side in (years[-1], years[0])]
    return _of_one(outcome, years, (places[1], places[0]), asked) if is_allowed else outcome


class _Asked(NamedTuple):
    """How a comparison is made."""

    value: Lead | None
    limits: Limits
    detail: bool
    watch: Watch | None


def _on_both_sides(years: Sequence[UnitsOfYear]) -> frozenset[str]:
    """Return the units of the first and of the last year.

    Raises :class:`~kediri_index.errors.UsageError` where there is none, unless one unit is compared
    with another.
    """
    first, last = years[0], years[-1]
    shared = first.keys & last.keys
    if not shared and (len(years) > _TWO or min(len(first.keys), len(last.keys)) > 1):
        raise UsageError("no-unit-in-both", old=first.names, new=last.names)
    return shared


def _of_many(
    outcome: CompareOutcome, years: Sequence[UnitsOfYear], asked: _Asked
) -> CompareOutcome:
    value, limits, detail, watch = asked
    units, remarks = compared_units(years[0], years[-1], value, limits, detail=detail, watch=watch)
    outcome = outcome._replace(
        units=units, findings=folded([*unfolded(outcome.findings), *remarks])
    )
    return outcome if units is None else _over_years(outcome, years, value)


def _of_one(
    outcome: CompareOutcome, years: Sequence[UnitsOfYear], at: tuple[int, int], asked: _Asked
) -> CompareOutcome:
    """Return the change from the unit at the first place in the first year to that in the last."""
    publish, profile = outcome.definition.publish, outcome.profile
    ends = zip((years[0], years[-1]), at, strict=True)
    first, last = (side.half(place, asked.value, publish) for side, place in ends)
    remarks = remarks_on(first, last)
    outcome = outcome._replace(findings=folded([*unfolded(outcome.findings), *remarks]))
    if has_errors(remarks):
        return outcome
    comparison = comparison_of(first, last, profile, asked.watch, asked.limits)
    return _over_years(outcome._replace(comparison=comparison), years, asked.value)


class _Sent(NamedTuple):
    """The files of one side as they were checked, by which definition, and which are meant."""

    checked: Checked
    definition: Definition
    hints: Hints
    options: ChoosingOptions

    def units(self, profile: Profile | None, *, may_lack: bool = False) -> UnitsOfYear:
        """Return the units that are meant, none where files *may_lack* them."""
        return UnitsOfYear(
            self.checked, self.definition, self.hints, profile, self.options, may_lack=may_lack
        )


def _years(every: Sequence[_Sent], old_hints: Hints, profile: Profile | None) -> list[UnitsOfYear]:
    """Return the units of each year, two years or more."""
    last = every[-1]
    alone = len(every) == 1
    inputs = [one.checked.data.inputs for one in every]
    if not alone:
        named = (old_hints.year, last.hints.year) != (None, None)
        last_side = last.units(profile)
        inner = [one.units(profile, may_lack=True) for one in every[1:-1]]
        sides = [every[0].units(profile), *inner, last_side]
        is_same = len(every) == _TWO and inputs[0] == inputs[1] and len(sides[1].years) > 1
        if named or not is_same:
            return each_year(sides)
    any_year = last._replace(hints=last.hints._replace(year=None)).units(profile)
    begins = last._replace(hints=last.hints._replace(year=old_hints.year), options=OF_OLD).units(
        profile
    )
    ends = last.units(profile)
    found = years_of_one(any_year, begins, ends)
    if len(found) < _TWO:
        raise _no_two_years(inputs[-1][0].path, any_year, begins, ends)
    return found


def _no_two_years(
    path: str, any_year: UnitsOfYear, begins: UnitsOfYear, ends: UnitsOfYear
) -> UsageError:
    """Return the error that says which years one file has, or the chosen unit in it."""
    years = any_year.years
    if len(years) >= _TWO:
        first, last, known = str(begins.years[0]), str(ends.years[-1]), tuple(map(str, years))
        return UsageError("compare.no-two-years", path=path, first=first, last=last, years=known)
    if any_year.hints.unit is not None and years[0] is not None:
        unit = any_year.hints.unit
        return UsageError("compare.unit-of-one-year", path=path, unit=unit, year=str(years[0]))
    return UsageError("compare.no-previous", path=path)


def _over_years(
    outcome: CompareOutcome, years: Sequence[UnitsOfYear], value: Lead | None
) -> CompareOutcome:
    """Return *outcome* with all *years*, where a unit has more than the two that it compares."""
    if len(years) > _TWO and years[0].keys & years[-1].keys:
        outcome = outcome._replace(years=compared_years(years, value))
    return outcome


def _others(years: Sequence[UnitsOfYear]) -> tuple[NotCompared, ...]:
    """Return the units that only the first or only the last year has."""
    old, new = years[0], years[-1]
    sides = (new, old, WhyNotCompared.ONLY_NEW), (old, new, WhyNotCompared.ONLY_OLD)
    return tuple(
        NotCompared(one.name(key), why)
        for one, other, why in sides
        for key in one.places
        if key not in other.keys
    )


def _of_both(old: Sequence[Finding], new: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of both sides; those in a file that is on both sides once."""
    there = {_seen(one) for one in unfolded(old) if one.file is not None}
    return (*unfolded(old), *(one for one in unfolded(new) if _seen(one) not in there))


def _seen(finding: Finding) -> tuple[object, ...]:
    """Return code, place and value of *finding*: both sides may give its figures differently."""
    return finding[: Finding._fields.index("params")]
