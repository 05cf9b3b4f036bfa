"""The check of some of many files: what it finds, and what only all files together can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kediri_index.api.check import of_all_files, of_each_unit
from kediri_index.api.load import Surroundings
from kediri_index.api.read import read_file
from kediri_index.model.dataset import DataSet, InputFile, Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.user_hints import Hints
from kediri_index.project_folder import outside
from kediri_index.rules import COMPARING_RULES, DATA_RULES, DataContext
from kediri_index.rules.magnitude.figures import AtHand, Figure
from kediri_index.rules.unit_slip import Within, within_units
from kediri_index.scoring.panel_fold import Comparisons
from kediri_index.scoring.ready import Ready
from kediri_index.workbook.assemble import assemble
from kediri_index.workbook.made_for import carried_definition, made_for, without_foreign


class Task(NamedTuple):
    """What is the same for every group of files.

    *named* are the files that the user named one by one. *carried* is the definition that the first
    of the files to name any does, nothing where none does; None where the user named it. *chosen*
    says that no file at all names the one in use. *outside* lets links lead out of the project.
    """

    definition: Definition
    profile: Profile | None
    hints: Hints
    value: Lead | None
    complete: bool
    surroundings: Surroundings
    named: frozenset[str] = frozenset()
    carried: tuple[str, ...] | None = None
    chosen: bool = False
    outside: bool = False


class Part(NamedTuple):
    """What came of a group of files.

    *units_of* tells, by file, whose data are in it, so that files of one unit can be put together;
    *units* counts each unit and year. *slips* are findings and figures of the rule that compares
    the figures of all units. *carried* is the definition that a file names, by file; *foreign* says
    that one of them is not the one in use.
    """

    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    units_of: Mapping[str, frozenset[str]]
    units: frozenset[tuple[str, int | None]]
    slips: Within
    carried: Mapping[str, str]
    foreign: bool


def check_part(task: Task, files: tuple[str, ...]) -> Part:
    """Return what is wrong with *files*, as far as other files have no part in it.

    The definition must not compare units. Raises :class:`~kediri_index.errors.UsageError` for a
    file that was named and cannot be opened.
    """
    definition, profile, hints = task.definition, task.profile, task.hints
    limits = task.surroundings.limits
    with outside(allowed=task.outside):
        read = tuple(read_file(path, task.named, limits) for path in files)
    named = {one.path: carried_definition([one]) for one in read}
    carried = {path: name for path, name in named.items() if name is not None}
    found: list[Finding] = []
    for workbook in read:
        found += made_for(workbook, definition, task.surroundings.known_definitions)
    counting = without_foreign(read, definition, chosen=task.chosen)
    data, findings = assemble(counting, definition, profile, hints, limits)
    found += findings
    alone = (rule for rule in DATA_RULES if rule not in COMPARING_RULES)
    found += of_all_files(alone, DataContext(definition, data, profile, hints))
    made = Ready(data.units, definition)
    found += of_each_unit(
        made, Comparisons(made, task.value), profile, task.value, complete=task.complete
    )
    return Part(
        data.inputs,
        tuple(found),
        _units_of(data, task),
        frozenset((_key(unit.unit, task), unit.year) for unit in data.units),
        _without_data(within_units(definition, data.units)),
        carried,
        any(name != definition.id for name in carried.values()),
    )


def _units_of(data: DataSet, task: Task) -> dict[str, frozenset[str]]:
    """Return whose data are in each file, or whose it says it is.

    A file without rows may still supersede another, of the unit that is meant where none is named.
    One that is superseded has no data; it is of the same units as the one that counts.
    """
    found: dict[str, set[str]] = {file.path: set() for file in data.inputs}
    for unit in data.units:
        for path in unit.files:
            found[path].add(_key(unit.unit, task))
    meant = task.hints.unit or (task.profile.unit if task.profile else None)
    for file in data.inputs:
        if file.says.unit is not None:
            found[file.path].add(_key(file.says.unit.text, task))
        elif not found[file.path] and file.revision is not None:
            found[file.path].add(_key(meant, task))
    for file in data.inputs:
        if file.superseded_by is not None:
            found[file.path] |= found[file.superseded_by]
    return {path: frozenset(units) for path, units in found.items()}


def _key(unit: str | None, task: Task) -> str:
    return unit_key(task.profile, unit or "")


def _without_data(within: Within) -> Within:
    """Return what was found with its readings, so that the data can be forgotten."""
    return within._replace(
        doubts={
            source: doubt._replace(figure=_by_itself(doubt.figure))
            for source, doubt in within.doubts.items()
        },
        cuts=[cut._replace(figure=_by_itself(cut.figure)) for cut in within.cuts],
        figures={
            node_id: [_by_itself(figure) for figure in own]
            for node_id, own in within.figures.items()
        },
    )


def _by_itself(figure: Figure) -> Figure:
    return figure._replace(read=AtHand(figure.read()))
