"""The findings on very many files, group by group, as if all had been checked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kediri_index.api.batch.groups import FILES_A_GROUP, Group, apart, by_folder, by_unit
from kediri_index.api.batch.part import Part, Task
from kediri_index.api.check import Checked, of_all_files
from kediri_index.model.dataset import DataSet, InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.folding import folded
from kediri_index.rules import COMPARING_RULES, DataContext
from kediri_index.rules.unit_slip import among_units, together, unit_slip
from kediri_index.scoring.panel_fold import compares_units
from kediri_index.scoring.ready import is_over_units

Run = Callable[[Task, Iterable[Group]], Iterator[Part]]
"""Checks groups, in this process or in others; the parts come in the order of the groups."""


def is_divisible(definition: Definition) -> bool:
    """Return whether each unit can be checked without the others."""
    compares = is_over_units(definition) or compares_units(definition)
    return not (definition.prepare or compares)


def check_many(
    files: Sequence[str],
    task: Task,
    run: Run,
    *,
    watch: Callable[[int, int], None],
    most: int = FILES_A_GROUP,
) -> Checked | None:
    """Return every finding on *files*, as :func:`~kediri_index.api.check.check` gives them.

    No more than one group's cells are held at a time by whoever runs one. *watch* is told how many
    files are checked. The data come back without units. None where the files have to be checked
    together after all: the definition compares units, they pass the limit on units, or it is not
    the definition that the first of them names.
    """
    if not is_divisible(task.definition):
        return None
    parts: dict[Group, Part] = {}
    done = 0

    def check_groups(task: Task, groups: Sequence[Group]) -> None:
        nonlocal done
        for group, part in zip(groups, run(task, groups), strict=True):
            parts[group] = part
            done += len(group)
            watch(min(done, len(files)), len(files))  # some are checked again

    watch(0, len(files))
    check_groups(task, by_folder(files, most))
    carried = {file: name for part in parts.values() for file, name in part.carried.items()}
    names = [carried[file] for file in files if file in carried]
    if task.carried is not None and tuple(names[:1]) != task.carried:
        return None
    chosen = task.definition.id not in names
    if chosen != task.chosen:
        task = task._replace(chosen=chosen)
        check_groups(task, [group for group, part in parts.items() if part.foreign])
    shared = apart(part.units_of for part in parts.values())
    if shared:
        groups = list(parts)
        units_of: dict[str, frozenset[str]] = {}
        for position in shared:
            units_of |= parts.pop(groups[position]).units_of
        as_given = {file: units_of[file] for file in files if file in units_of}
        check_groups(task, by_unit(as_given, most))
    units = frozenset[tuple[str, int | None]]().union(*(part.units for part in parts.values()))
    if len(units) > task.surroundings.limits.units:
        return None
    return _joined(list(parts.values()), files, task)


def _joined(parts: list[Part], files: Sequence[str], task: Task) -> Checked:
    """Return what the parts have found, and what shows only beside each other."""
    inputs: dict[str, InputFile] = {file.path: file for part in parts for file in part.inputs}
    data = DataSet((), tuple(inputs[file] for file in files))
    found: list[Finding] = [finding for part in parts for finding in part.findings]
    found += among_units(together(part.slips for part in parts))
    context = DataContext(task.definition, data, task.profile, task.hints)
    found += of_all_files((rule for rule in COMPARING_RULES if rule is not unit_slip), context)
    return Checked(data, folded(found))
