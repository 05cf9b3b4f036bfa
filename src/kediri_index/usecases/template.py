"""The forms that agencies fill in: which there are, and what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.errors import UsageError
from kediri_index.model.dataset import InputFile, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.model.scoring import Reads
from kediri_index.model.text import apart, exact, file_name, same_file
from kediri_index.scoring.answers import leading, leaf_scores
from kediri_index.sheets.assemble import assemble
from kediri_index.sheets.forms.form import Form, Value, cell_number, form_rows
from kediri_index.sheets.identity import carried_definition
from kediri_index.usecases.inputs import (
    NamedFiles,
    Submission,
    Surroundings,
    load,
    named_agency,
    profile_for,
    read_workbooks,
)


class Wanted(NamedTuple):
    """For whom, when and in which language forms are made; *last_year* by indicator."""

    definition: Definition
    profile: Profile | None
    unit: str | None
    year: int
    language: Language
    last_year: Mapping[str, Value] | None = None


def form_for(wanted: Wanted, opd: Opd | None) -> Form:
    """Return the form of *opd*, or of the whole unit where it is None."""
    profile = wanted.profile
    last_year = wanted.last_year
    rows = form_rows(
        wanted.definition, profile, opd, wanted.language, last_year or MappingProxyType({})
    )
    return Form(
        wanted.definition,
        wanted.unit,
        wanted.year,
        opd,
        tuple(one.name for one in profile.opd) if profile else (),
        rows,
        wanted.language,
        has_last_year=last_year is not None,
    )


def form_of(wanted: Wanted, name: str) -> Form:
    """Return the form of the agency called *name*.

    Raises :class:`UsageError` where there is no profile, no such agency, or nothing that it
    answers for.
    """
    profile = profile_of(wanted)
    opd = named_agency(profile, name)
    form = form_for(wanted, opd)
    if not form.rows:
        _refuse_only_surveys(wanted, opd)
        definition = wanted.definition.id
        raise UsageError("opd-without-indicators", name=opd.name, id=opd.id, definition=definition)
    return form


def _refuse_only_surveys(wanted: Wanted, opd: Opd | None) -> None:
    """Raise :class:`UsageError` where all that *opd*, or anybody, answers for is a survey."""
    ids = surveys_of(wanted, opd)
    if ids:
        name = wanted.definition.id if opd is None else opd.name
        raise UsageError("only-surveys", name=name, ids=ids)


def surveys_of(wanted: Wanted, opd: Opd | None) -> tuple[str, ...]:
    """Return the indicators of *opd*, of all where it is None, that respondents answer."""
    surveys = (one.id for one in wanted.definition.all_indicators() if one.survey is not None)
    owners = opd_of_leaves(wanted.definition, wanted.profile)
    return tuple(one for one in surveys if opd is None or opd.id in owners.get(one, ()))


def profile_of(wanted: Wanted) -> Profile:
    """Return the profile; raises :class:`UsageError` where none lists an agency."""
    if wanted.profile is None or not wanted.profile.opd:
        raise UsageError("no-agencies")
    return wanted.profile


def file_names(forms: list[Form]) -> list[str]:
    """Return a file name for every form: its agency's name, told apart by id where it must be."""
    names = [file_name(form.opd.name if form.opd else form.definition.id) for form in forms]
    alike = Counter(map(same_file, names))
    told = [
        f"{name} ({form.opd.id})" if form.opd and alike[same_file(name)] > 1 else name
        for name, form in zip(names, forms, strict=True)
    ]
    return [f"{name}.xlsx" for name in apart(told)]


class LastAnswers(NamedTuple):
    """Last year's answers by indicator, and the files they stand in."""

    answers: Mapping[str, Value]
    inputs: tuple[InputFile, ...]


def last_answers(
    submission: Submission, definition: Definition, profile: Profile | None, hints: Hints
) -> LastAnswers:
    """Return what the unit of *hints* answered in last year's files, by indicator.

    The year of *hints* chooses among several. A measured result is as it was given, of all others
    the score; *definition* is last year's. Raises :class:`UsageError` where the files hold no
    answer, or none of that unit.
    """
    path = submission.workbooks[0].path
    data, _ = assemble(submission.workbooks, definition, profile, hints)
    units = [one for one in data.units if _answers(one, definition)]
    if not units:
        raise UsageError("previous-without-answers", path=path)
    same = [one for one in units if hints.unit is None or _is_of(one, hints.unit, profile)]
    if hints.year is not None:
        same = [one for one in same if one.year in {None, hints.year}]
    if len(same) != 1:
        names = tuple(one.unit for one in units)
        raise UsageError("previous-other-unit", path=path, units=names)
    return LastAnswers(_answers(same[0], definition), data.inputs)


def _answers(data: UnitData, definition: Definition) -> dict[str, Value]:
    leaves = leaf_scores(definition, data, leading(definition, data))
    nodes = definition.nodes()
    found: dict[str, Value] = {}
    for node_id, leaf in leaves.items():
        node = nodes[node_id]
        measure = data.answers[node_id].measure
        if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
            number = measure.number if measure else None
        else:
            number = leaf.score
        if number is not None:
            found[node_id] = cell_number(number)
    return found


def _is_of(data: UnitData, unit: str, profile: Profile | None) -> bool:
    if data.unit is None or exact(data.unit) == exact(unit):
        return True
    return profile is not None and profile.is_of(unit) and profile.is_of(data.unit)


class FormsOf(NamedTuple):
    """Whose forms are asked for: of the agency *opd*, of every agency, or one of the whole unit."""

    opd: str | None
    every: bool = False


class Forms(NamedTuple):
    """Forms by the names of their files, and what was read for them.

    Agencies *without* indicators have none, and indicators *in_none* stand in none. *surveyed* are
    the agencies that have none since respondents answer all that they answer for.
    """

    wanted: Wanted
    forms: tuple[tuple[str, Form], ...]
    without: tuple[str, ...] = ()
    in_none: tuple[str, ...] = ()
    inputs: tuple[InputFile, ...] = ()
    surveyed: tuple[str, ...] = ()

    def read(self) -> list[str]:
        """Return the files that were read."""
        definition, profile = self.wanted.definition, self.wanted.profile
        own = [definition.path, *([profile.path] if profile else [])]
        return [*own, *(one.path for one in self.inputs)]


def load_forms(
    named: NamedFiles,
    hints: Hints,
    limits: Limits,
    of: FormsOf,
    *,
    previous: str | None,
    language: Language | None,
) -> Forms:
    """Return the forms that are asked for, filled with last year's answers where *previous* is.

    Raises :class:`UsageError` where the year is not known, or nobody answers for anything.
    """
    surroundings = Surroundings.here(limits)
    definition = load(named.config, surroundings).definition
    profile = profile_for(named.profile, [], surroundings)
    year = hints.year or definition.year
    if year is None:
        raise UsageError("form-year", id=definition.id)
    unit = hints.unit or (profile.unit if profile else None)
    wanted = Wanted(definition, profile, unit, year, language or definition.language)
    inputs: tuple[InputFile, ...] = ()
    if previous is not None:
        submission = read_workbooks([previous], limits=limits)
        carried = carried_definition(submission.workbooks)
        theirs = load(None, surroundings, carried=carried).definition if carried else definition
        last = last_answers(submission, theirs, profile, Hints(unit=unit))
        wanted, inputs = wanted._replace(last_year=last.answers), last.inputs
    if not of.every:
        form = form_for(wanted, None) if of.opd is None else form_of(wanted, of.opd)
        if not form.rows:
            _refuse_only_surveys(wanted, None)
            raise UsageError("no-indicators", id=definition.id)
        return Forms(wanted, tuple(zip(file_names([form]), [form], strict=True)), inputs=inputs)
    named_forms, without, surveyed = forms_by_file(wanted)
    if not named_forms:
        _refuse_only_surveys(wanted, None)
        raise UsageError("no-forms", id=definition.id, path=profile_of(wanted).path)
    asked = {row.indicator.id for _, form in named_forms for row in form.rows}
    indicators = (one for one in definition.all_indicators() if one.survey is None)
    in_none = tuple(one.id for one in indicators if one.id not in asked)
    return Forms(wanted, named_forms, without, in_none, inputs, surveyed)


class FormsByFile(NamedTuple):
    """The form of each agency by the name of its file.

    *without* are the agencies that answer for nothing, *surveyed* those for which respondents
    answer all.
    """

    forms: tuple[tuple[str, Form], ...]
    without: tuple[str, ...] = ()
    surveyed: tuple[str, ...] = ()


def forms_by_file(wanted: Wanted) -> FormsByFile:
    """Return the form of each agency with anything to fill in, and who has none."""
    forms = [form_for(wanted, opd) for opd in profile_of(wanted).opd]
    filled = [form for form in forms if form.rows]
    answering = opd_of_leaves(wanted.definition, wanted.profile).values()
    charged = {opd for theirs in answering for opd in theirs}
    empty = [form.opd for form in forms if form.opd and not form.rows]
    return FormsByFile(
        tuple(zip(file_names(filled), filled, strict=True)),
        tuple(opd.name for opd in empty if opd.id not in charged),
        tuple(opd.name for opd in empty if surveys_of(wanted, opd)),
    )
