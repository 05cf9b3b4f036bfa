"""All findings on the files of one call: a map over groups of files, and a reduction.

The usual call has one group. Very many files are divided into groups, each with all files of a unit
and year, which other processes may check.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kediri_index.errors import OwnMethodError, UsageError
from kediri_index.model.dataset import DataSet, InputFile, Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile, Waived
from kediri_index.model.scores import Completeness
from kediri_index.model.shown import brief, count_of, showing
from kediri_index.model.workbook import Workbook
from kediri_index.rules import (
    COMPARING_RULES,
    DATA_RULES,
    RULES,
    DataContext,
    ResultsBefore,
    UnitContext,
    measures_of,
)
from kediri_index.rules.unit_slip import SlipEvidence, together, within_units
from kediri_index.rules.whose_files import files_of_others, is_of_others
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared, prepare
from kediri_index.scoring.scores import Scores
from kediri_index.sheets.assemble import assemble
from kediri_index.sheets.identity import Foreign, Known
from kediri_index.usecases.inputs import DEFAULT_LIMITS, Submission

if TYPE_CHECKING:
    from kediri_index.usecases.absences import Absences

_Context = TypeVar("_Context")


class Checked(NamedTuple):
    """The data that the files make, and every finding on them, in order.

    *waived* are findings that were accepted (see :func:`~kediri_index.usecases.waive.waive`); they
    are not among *findings*. *ready* is what is scored, the data as prepared by the definition, and
    *scores* what they come to. *completeness* is that of the index, where the files hold one unit;
    *absences* are what each unit lacks, where that was asked for.
    Files that are checked in several groups leave no *ready*, no *scores* and no units behind.
    """

    data: DataSet
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    ready: Prepared | None = None
    scores: Scores | None = None
    completeness: Completeness | None = None
    absences: tuple[Absences, ...] = ()

    def __repr__(self) -> str:
        return brief(self, None, count_of(len(self.data.inputs), "file"), len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)

    def to_frame(self, library: str = "pandas") -> Any:  # noqa: ANN401 - not ours
        """Return a row for each finding, as a data frame of *library*."""
        return showing().frame(self, "findings", library)


class CheckSettings(NamedTuple):
    """What files are checked against, the same for every group.

    Without *foreign* all files count, whatever definition they were made for. *before* gives last
    year's results of a unit. *absences* asks for what each unit lacks.
    """

    definition: Definition
    profile: Profile | None = None
    hints: Hints = Hints()
    value: Lead | None = None
    complete: bool = False
    limits: Limits = DEFAULT_LIMITS
    foreign: Foreign | None = None
    before: ResultsBefore | None = None
    absences: bool = False


Group = tuple[str, ...]
"""Files that are checked together, in the order in which they were given."""


class CheckedGroup(NamedTuple):
    """The result of one group: *checked* has the findings on which no other group has an effect.

    *units* counts its units, once per year; *figures* are compared with those of other groups.
    """

    checked: Checked
    units: int
    figures: SlipEvidence

    def without_data(self) -> CheckedGroup:
        """Return what the reduction needs, without answers and scores."""
        data = DataSet((), self.checked.data.inputs)
        checked = self.checked._replace(data=data, ready=None, scores=None)
        return CheckedGroup(checked, self.units, self.figures.without_data())


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
    absences: bool = False,
) -> Checked:
    """Validate every cell, row and unit against *definition*.

    Findings stand by file, sheet, row, column and code. What is wrong with the data is one of them:
    nothing is raised but :class:`~kediri_index.errors.UsageError` for an argument of another type.
    *hints* say what the files leave open (unit, year, decimal mark), *value* whose scores count.

    With *complete* an absent row is a fault too; *known* gives the ids of other definitions that a
    workbook may have been made for. With *for_any* all count, whatever they were made for.
    *before* gives last year's results of a unit by indicator, to compare with. *absences* asks for
    what each unit lacks.
    """
    check_arguments(submission, definition, profile, hints, value)
    foreign = None if for_any else Foreign(known)
    settings = CheckSettings(
        definition,
        profile,
        hints or Hints(),
        value,
        complete,
        submission.limits,
        foreign,
        before,
        absences,
    )
    files = [workbook.path for workbook in submission.workbooks]
    return reduced(
        [check_group(settings, submission.workbooks)], settings, files, submission.findings
    )


def check_arguments(
    submission: object, definition: object, profile: object, hints: object, value: object
) -> None:
    """Raise for an argument of another type; the text ``self`` is no *value* that would lead."""
    for name, given, wanted, make in (
        ("submission", submission, Submission, "read_workbooks(path) or read_frame(frame, …)"),
        ("definition", definition, Definition, "load_definition(path)"),
        ("profile", profile, Profile | None, "load_profile(path); trace has node='…'"),
        ("hints", hints, Hints | None, "Hints(unit='…')"),
        ("value", value, Lead | None, "Lead('self')"),
    ):
        if not isinstance(given, wanted):
            kind, seen = type(given).__name__, repr(given)
            raise UsageError("wrong-argument", name=name, value=seen, kind=kind, make=make)


def inputs_of_parts(parts: Iterable[CheckedGroup], files: Iterable[str]) -> tuple[InputFile, ...]:
    """Return what *parts* say of *files*, in the order of *files*."""
    by_path = {file.path: file for part in parts for file in part.checked.data.inputs}
    return tuple(by_path[file] for file in files)


def check_group(settings: CheckSettings, workbooks: Iterable[Workbook]) -> CheckedGroup:
    """Return the findings on *workbooks* on which no other file has an effect."""
    definition, profile, value = settings.definition, settings.profile, settings.value
    data, findings = assemble(
        workbooks, definition, profile, settings.hints, settings.limits, settings.foreign
    )
    found = list(findings)
    context = DataContext(definition, data, profile, settings.hints)
    for rule in DATA_RULES:
        found += _run(rule, context, None)
    figures = SlipEvidence.nothing()
    try:
        figures = within_units(definition, data.units, settings.before)
    except Exception as error:  # noqa: BLE001 - as of any other rule
        found.append(_cannot_run(within_units, error, None))
    prepared = prepare(definition, data.units, value)
    found += _in_the_only_file(prepared.findings, data)
    if prepared.panel is not None:
        from kediri_index.scoring.prepare.unscored import (  # noqa: PLC0415 - most data need it not
            unscored_values,
        )

        found += unscored_values(prepared, prepared.panel)
    scores = Scores(prepared, value=value)
    lacking: list[Absences] = []
    others = files_of_others(found)
    for unit in _each_unit(scores, settings, others):
        for check_unit in RULES:
            found += _run(check_unit, unit, unit.only_file)
        if settings.absences and not is_of_others(unit.data, others):
            from kediri_index.usecases.absences import absences  # noqa: PLC0415 - check alone asks

            lacking += absences(unit)
    checked = Checked(
        data,
        tuple(found),
        ready=prepared,
        scores=scores,
        completeness=scores.completeness(0)[OVERALL] if len(scores) == 1 else None,
        absences=tuple(lacking),
    )
    return CheckedGroup(checked, len(data.units), figures)


def reduced(
    parts: Sequence[CheckedGroup],
    settings: CheckSettings,
    files: Sequence[str],
    findings: Iterable[Finding],
) -> Checked:
    """Return the findings of all *parts*, and those that compare all *files*."""
    whole = parts[0].checked
    if len(parts) > 1:
        there = [part.checked.completeness for part in parts if part.units]
        lacking = [absent for part in parts for absent in part.checked.absences]
        whole = Checked(
            DataSet((), inputs_of_parts(parts, files)),
            (),
            completeness=there[0] if len(there) == 1 else None,
            absences=tuple(sorted(lacking, key=lambda one: (one.of.name or "", one.of.year or 0))),
        )
    found = [*findings, *(finding for part in parts for finding in part.checked.findings)]
    figures = together(part.figures for part in parts)
    context = DataContext(
        settings.definition, whole.data, settings.profile, settings.hints, figures
    )
    for rule in COMPARING_RULES:
        found += _run(rule, context, None)
    return whole._replace(findings=folded(found))


def _each_unit(
    scores: Scores, settings: CheckSettings, others: Container[str]
) -> Iterator[UnitContext]:
    """Yield what a rule is given of each unit by itself.

    Of a unit whose files stand here by mistake, *others*, no row is absent.
    """
    prepared = scores.prepared
    profile, measures = settings.profile, measures_of(prepared.definition)
    of_year = {year: measures_of(definition) for year, definition in prepared.fitted.items()}
    for position in range(len(prepared.units)):
        unit = prepared.units[position]
        if unit.left_out:  # what it lacks is the reason
            continue
        cohort, at = scores.places[position]
        own = profile if profile is not None and profile.is_of(unit.unit) else None
        lead = cohort.units[at].lead
        yield UnitContext(
            cohort.definition,
            unit,
            cohort.tree(),
            at,
            partial(prepared.answer, position),
            of_year.get(unit.year, measures),
            settings.complete and not is_of_others(unit, others),
            own,
            lead,
            partial(scores.comparisons.of, position, lead),
        )


def _in_the_only_file(findings: Iterable[Finding], data: DataSet) -> list[Finding]:
    """Return *findings* on all units, at the file that holds them where it is one."""
    files = {file for unit in data.units for file in unit.files}
    only = files.pop() if len(files) == 1 else None
    return [one._replace(file=only) if one.file is None else one for one in findings]


def _run(
    rule: Callable[[_Context], Iterable[Finding]], context: _Context, file: str | None
) -> list[Finding]:
    """Return what *rule* finds; one that cannot run hides no other finding."""
    try:
        return list(rule(context))
    except OwnMethodError:  # no rule is to blame
        raise
    except Exception as error:  # noqa: BLE001 - a rule that cannot run hides no other finding
        return [_cannot_run(rule, error, file)]


def _cannot_run(rule: Callable[..., object], error: Exception, file: str | None) -> Finding:
    name = getattr(rule, "__name__", str(rule))
    return Finding("R001", file=file, value=name, params={"reason": repr(error)})
