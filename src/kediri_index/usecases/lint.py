"""All findings on definitions, and what the data of several units say of an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.corrections import silent_slips
from kediri_index.definition.extends import NO_TEXTS, Texts
from kediri_index.definition.faults import told
from kediri_index.definition.find import find_definition, list_definitions
from kediri_index.definition.library import is_shipped
from kediri_index.definition.lint import lint_alone, lint_together
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.specs import DefinitionSpec
from kediri_index.errors import DefinitionError
from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import InputFile, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded, in_order
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.preparing import Effect
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scores import UnitResult
from kediri_index.model.scoring import Reads
from kediri_index.model.statistics import IndexStatistics, Observations, Values
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.statistics.judging import ENOUGH, judged
from kediri_index.scoring.statistics.of_index import statistics_of
from kediri_index.sheets.identity import Known, carried_definition
from kediri_index.usecases.denominators import denominators, refuse_absent, values_of
from kediri_index.usecases.inputs import (
    NamedFiles,
    Submission,
    Surroundings,
    data_folders,
    profile_for,
    read_workbooks,
    unit_beside,
)
from kediri_index.usecases.score import score


class Linted(NamedTuple):
    """The files that were checked, and every finding on them.

    With data, *definition* is the one they were scored by, with the *profile*, None where it is
    broken; *statistics* is None there too, and where the data have no several units.
    """

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]
    languages: frozenset[Language] = frozenset()
    inputs: tuple[InputFile, ...] = ()
    definition: Definition | None = None
    statistics: IndexStatistics | None = None
    profile: Profile | None = None


def definitions_asked_for(
    references: tuple[str, ...], surroundings: Surroundings
) -> dict[str, Path]:
    """Return the files that *references* name, or all in reach, by their paths as shown."""
    asked = {}
    for reference in references:
        found = find_definition(
            reference,
            folder=surroundings.folder,
            environment=surroundings.environment,
            limits=surroundings.limits,
        )
        asked[found.shown] = found.path
    return asked or _in_reach(surroundings)


def _in_reach(surroundings: Surroundings) -> dict[str, Path]:
    folder = surroundings.folder
    return {one.path: folder / one.path for one in list_definitions(folder)}


def lint(
    references: tuple[str, ...], surroundings: Surroundings, texts: Texts = NO_TEXTS
) -> Linted:
    """Check the definitions that *references* name, or all in reach.

    What an id means is compared across these and the shipped definitions. *texts* are read in place
    of what files hold.
    """
    in_reach = _in_reach(surroundings)
    asked = definitions_asked_for(references, surroundings)
    findings: list[Finding] = []
    definitions: list[Definition] = []
    for shown, path in {**in_reach, **asked}.items():
        try:
            if is_shipped(str(path)):
                loaded = _shipped(path, shown, surroundings.limits)
            else:
                loaded = load_definition_file(
                    path, shown=shown, limits=surroundings.limits, texts=texts
                )
        except DefinitionError as error:
            found_here = error.findings
        else:
            found_here = loaded.findings
            definitions.append(loaded.definition)
            if shown in asked:
                found_here = (*found_here, *said_of(loaded, surroundings.limits))
        if shown in asked:
            findings += found_here
    findings += [one for one in lint_together(definitions) if one.file in asked]
    languages = frozenset(one.language for one in definitions if one.path in asked)
    return Linted(tuple(asked), told(findings, surroundings.limits), languages)


def said_of(loaded: Loaded, limits: Limits) -> Iterator[Finding]:
    """Yield what is allowed in the definition, but hardly meant."""
    yield from lint_alone(loaded.definition, loaded.placed)
    if not is_shipped(loaded.definition.path):
        yield from silent_slips(loaded.files[0], DefinitionSpec, limits)


@cache
def _shipped(path: Path, shown: str, limits: Limits) -> Loaded:
    """Load a definition that comes with the program: it stays as it is while the program runs."""
    return load_definition_file(path, shown=shown, limits=limits)


def lint_with_data(named: NamedFiles, hints: Hints, surroundings: Surroundings) -> Linted:
    """Check one definition, and look at what the data of several units say of it.

    If none is *named* it is the definition that the files are scored by.
    """
    limits = surroundings.limits
    submission = read_workbooks(named.paths, limits=limits)
    folders = data_folders(named.paths)
    profile = profile_for(named.profile, folders, surroundings)
    hints = hints._replace(theirs=unit_beside(profile, folders))
    found = find_definition(
        named.config,
        folder=surroundings.folder,
        environment=surroundings.environment,
        carried=carried_definition(submission.workbooks),
        limits=limits,
    )
    linted = lint((found.shown,), surroundings)
    try:
        loaded = load_definition_file(found.path, shown=found.shown, limits=limits)
    except DefinitionError:  # its findings are among those above
        return linted
    examined = examine(
        submission,
        loaded.definition,
        profile,
        hints=hints,
        known=surroundings.known_definitions,
    )
    return linted._replace(
        findings=in_order((*linted.findings, *examined.findings)),
        inputs=examined.inputs,
        definition=loaded.definition,
        profile=profile,
        statistics=examined.statistics,
    )


_SEVERAL = 2


class Examined(NamedTuple):
    """The statistics, None where the data have no several units, and all findings on the data."""

    statistics: IndexStatistics | None
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]


def examine(
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    known: Known = tuple,
) -> Examined:
    """Score the files, and look at what the scores of all units show.

    A faulty cell is a finding, and missing in the statistics.
    """
    hints = hints or Hints()
    named = denominators(definition, hints.denominators)
    hints = hints._replace(denominators=named)
    outcome = score(submission, definition, profile, hints=hints, allow_errors=True, known=known)
    units = outcome.units or ()
    file = outcome.inputs[0].path if len(outcome.inputs) == 1 else None
    findings = [*outcome.findings]
    statistics = None
    if len(units) < _SEVERAL:
        findings.append(Finding("S501", file=file, params={"count": len(units)}))
    else:
        read = outcome.data.units if outcome.data else ()
        refuse_absent(named, definition, read, outcome.findings)
        found = observations(definition, read, units, outcome.prepared, named)
        statistics = statistics_of(definition, found)
        if len(units) < ENOUGH:
            params = {"count": len(units), "enough": ENOUGH}
            findings.append(Finding("S502", file=file, params=params))
        findings += judged(definition, statistics)
    return Examined(statistics, outcome.inputs, folded(findings))


def observations(
    definition: Definition,
    read: tuple[UnitData, ...],
    units: Sequence[UnitResult],
    effects: Iterable[Effect] = (),
    divide_by: Iterable[str] = (),
) -> Observations:
    """Return the raw values and the scores of *units*, each node's in one column.

    A raw value is the measure as *read*, and the score itself where no measure is, before any of
    the *effects* of ``prepare``. An answer that is missing is so here too, whatever the definition
    counts it as; among the prepared values one that was estimated is missing as well. *divide_by*
    names the denominators.
    """
    changes = _changes(effects)
    measured = {
        indicator.id
        for indicator in definition.all_indicators()
        if indicator.rule.method.reads is Reads.MEASURE
    }
    by_unit = {(data.unit, data.year): data for data in read}
    raw: dict[str, list[float | None]] = {}
    scores: dict[str, list[float | None]] = {}
    places: list[_Place] = []
    for row, unit in enumerate(units):  # once: each is made when it is asked for
        places.append(_Place(unit.unit, unit.year, unit.no_score is NoScore.LEFT_OUT))
        data = by_unit.get((unit.unit, unit.year))
        for node, value in _scores(unit):
            _put(scores, node, row, value)
        for leaf, value in _raw(unit, data, measured):
            change = changes.get((unit.unit, unit.year, leaf))
            _put(raw, leaf, row, value if change is None or leaf in measured else change.before)
    size = len(units)
    columns = {leaf: _filled(values, size) for leaf, values in raw.items()}
    return Observations(
        tuple((place.unit, place.year) for place in places),
        columns,
        {node: _filled(values, size) for node, values in scores.items()},
        _prepared_columns(places, columns, changes),
        values_of(divide_by, [by_unit.get((one.unit, one.year)) for one in places], columns),
    )


class _Place(NamedTuple):
    """Whose a row is, and whether a step left it out."""

    unit: str | None
    year: int | None
    left_out: bool


class _Change(NamedTuple):
    """What all steps together did to one value; an estimate counts as none."""

    before: Fraction | None
    after: Fraction | None


_Changes = Mapping[tuple[str | None, int | None, str], _Change]


def _changes(effects: Iterable[Effect]) -> _Changes:
    """Return what was done to each value, by unit, year and indicator."""
    found: dict[tuple[str | None, int | None, str], _Change] = {}
    estimated = set()
    for effect in effects:
        if effect.indicator is None:
            continue
        place = (effect.unit, effect.year, effect.indicator)
        if effect.before is None:
            estimated.add(place)
        first = found.get(place, effect).before
        found[place] = _Change(first, None if place in estimated else effect.after)
    return found


def _prepared_columns(
    places: Sequence[_Place], raw: Mapping[str, Values], changes: _Changes
) -> dict[str, Values]:
    """Return the values that are scored, of the leaves of which any that was there is another."""
    changed = {leaf for _, _, leaf in changes}
    found = {
        leaf: tuple(_prepared(leaf, *row, changes) for row in zip(places, values, strict=True))
        for leaf, values in raw.items()
        if leaf in changed
    }
    return {leaf: values for leaf, values in found.items() if values != raw[leaf]}


def _prepared(leaf: str, place: _Place, raw: float | None, changes: _Changes) -> float | None:
    """Return the value that is scored of one that was *raw* before."""
    if place.left_out:
        return None
    change = changes.get((place.unit, place.year, leaf))
    if change is None:
        return raw
    return None if change.after is None else float(change.after)


def _scores(unit: UnitResult) -> Iterator[tuple[str, Fraction | None]]:
    yield OVERALL, unit.overall.score
    for group in unit.all_groups():
        yield group.id, group.figure.score
    for indicator in unit.indicators:
        if indicator.missing is None:
            yield indicator.id, indicator.figure.score


def _raw(
    unit: UnitResult, data: UnitData | None, measured: set[str]
) -> Iterator[tuple[str, Fraction | None]]:
    for group in unit.all_groups():
        if group.given:
            yield group.id, group.figure.score
    for indicator in unit.indicators:
        if indicator.id in measured:
            answer = data.answers.get(indicator.id) if data else None
            yield indicator.id, answer.measure.number if answer and answer.measure else None
        elif indicator.missing is None:
            yield indicator.id, indicator.figure.score


def _put(
    columns: dict[str, list[float | None]], node: str, row: int, value: Fraction | None
) -> None:
    column = columns.setdefault(node, [])
    column += [None] * (row - len(column))
    column.append(None if value is None else float(value))


def _filled(values: list[float | None], size: int) -> tuple[float | None, ...]:
    return (*values, *[None] * (size - len(values)))
