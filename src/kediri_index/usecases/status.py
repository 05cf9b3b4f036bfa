"""The board of agencies (OPD): who has sent what, and what is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import PurePath

from kediri_index.agencies.assignment import opd_in_charge, opd_named, opd_of_leaves
from kediri_index.agencies.filling import Filling, Task
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import Answer, InputFile, Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.evidence import KnownItem, known_items
from kediri_index.model.findings import Finding, Severity, Source, folded, unfolded
from kediri_index.model.profile import (
    Board,
    Hints,
    Opd,
    OpdState,
    OpdStatus,
    OtherFile,
    OtherFileReason,
    Profile,
)
from kediri_index.model.text import Names, exact
from kediri_index.usecases.check import Checked

_ABSENCES = frozenset({"C101", "C102"})
"""What says that an answer is missing: it makes a sheet incomplete, not faulty."""
_LIKENESS = 0.8


def status(
    checked: Checked,
    definition: Definition,
    profile: Profile,
    *,
    today: date,
    due: date | None = None,
    hints: Hints | None = None,
) -> Board:
    """Return the board of the agencies of *profile* on the day *today*.

    One row an agency, in the profile's order; its weight is its share of the index, from 0 to 1,
    and lateness counts days. *due* goes before the profile's. Raises
    :class:`~kediri_index.errors.UsageError` where the profile lists no agency or is another unit's,
    or files name several units and it none.
    """
    hints = hints or Hints()
    if not profile.opd:
        raise UsageError("no-opd-list", path=profile.path)
    if hints.unit and not profile.is_of(hints.unit):
        raise UsageError(
            "profile-of-other-unit", path=profile.path, unit=hints.unit, theirs=profile.unit
        )
    return _Desk(checked, definition, profile, hints).board(today, due or profile.due)


class _Desk:
    """All files of one call, each laid to its agency or beside the board."""

    def __init__(
        self, checked: Checked, definition: Definition, profile: Profile, hints: Hints
    ) -> None:
        self.definition = definition
        self.profile = profile
        self.findings: dict[str, list[Finding]] = {}
        for finding in unfolded(checked.findings):
            if finding.file is not None:
                self.findings.setdefault(finding.file, []).append(finding)
        self.by_name = {
            name: opd
            for opd in profile.opd
            for name in (opd.id, opd.name, opd.short, *opd.also)
            if name
        }
        self.names = Names(self.by_name)
        own = [unit for unit in checked.data.units if self._belongs(unit.unit, hints)]
        self.unit = _one_name(own, profile.unit or hints.unit)
        self.year = hints.year or _one_year(own, definition.year)
        self.counting = [unit for unit in own if unit.year == self.year]
        self.other_years = {file: unit.year for unit in own for file in unit.files}
        self.in_units = {file: unit for unit in checked.data.units for file in unit.files}
        self.here = {file for unit in self.counting for file in unit.files}
        self.hints = hints
        self.inputs = {file.path: file for file in checked.data.inputs}
        self.agencies: dict[str, str] = {}
        self.others: dict[str, OtherFile] = {}
        for file in sorted(checked.data.inputs):
            self._lay(file)
        for path in sorted(set(self.findings) - set(self.inputs)):
            self.others[path] = self._other(path, OtherFileReason.PASSED_OVER)

    def board(self, today: date, due: date | None) -> Board:
        """Return the rows of all agencies, and what lies beside them."""
        assigned = opd_of_leaves(self.definition, self.profile)
        filling = Filling(
            self.definition,
            self._rows,
            self._known(assigned),
            self._in_use(),
            self._known(opd_in_charge(self.definition, self.profile)),
        )
        late = None if due is None else max((today - due).days, 0)
        return Board(
            self.unit,
            self.year,
            due,
            tuple(self._status(opd, filling, late) for opd in self.profile.opd),
            tuple(sorted(self.others.values())),
            filling.unassigned(),
        )

    def _status(self, opd: Opd, filling: Filling, late: int | None) -> OpdStatus:
        task = filling.task_of(opd.id)
        absent = frozenset(one.id for one in task.unfilled)
        all_files = self._files.get(opd.id, [])
        files = tuple(file for file in all_files if self.inputs[file].superseded_by is None)
        findings = folded(
            finding
            for file in all_files
            for finding in self.findings.get(file, ())
            if not _is_absence(finding, task, absent)
        )
        severities = [severity_of(finding) for finding in findings]
        errors = severities.count(Severity.ERROR)
        state = _state(files, errors, task, anything=bool(filling.owners))
        revisions = [revision for file in files if (revision := self.inputs[file].revision)]
        return OpdStatus(
            opd=opd,
            state=state,
            files=files,
            superseded=tuple(
                (file, self.inputs[file].revision) for file in all_files if file not in files
            ),
            revision=max(revisions, default=None),
            answered=len(task.ids) - len(task.unfilled),
            expected=len(task.ids),
            unfilled=task.unfilled,
            errors=errors,
            warnings=severities.count(Severity.WARNING),
            findings=findings,
            weight=task.weight,
            overdue_days=0 if late is not None and state is OpdState.COMPLETE else late,
            elsewhere=tuple(task.elsewhere),
            perhaps=self._perhaps(opd, task),
            not_applicable=self._not_applicable(files, task),
            evidence=self._evidence(files, task),
        )

    def _evidence(self, files: tuple[str, ...], task: Task) -> tuple[KnownItem, ...]:
        """Return the items of evidence that the agency's leaves ask for, with their states."""
        asking = self.definition.with_evidence_items
        items = [
            item for leaf in task.ids if leaf in asking for item in asking[leaf].evidence_items
        ]
        rows = (row for unit in self.counting for row in unit.evidence if row.file.file in files)
        return tuple(known_items(items, rows))

    def _not_applicable(self, files: tuple[str, ...], task: Task) -> tuple[str, ...]:
        """Return what *files* say does not apply, and nobody is expected to answer."""
        said = {leaf for file in files for leaf in self._inapplicable.get(file, ())}
        beside = said.difference(task.ids)
        return tuple(leaf for leaf in self._rows if leaf in beside) if beside else ()

    @cached_property
    def _inapplicable(self) -> dict[str, list[str]]:
        """What each file says does not apply."""
        said: dict[str, list[str]] = {}
        for leaf, rows in self._rows.items():
            for row in rows:
                if _is_none(row):
                    said.setdefault(row.row.file, []).append(leaf)
        return said

    def _perhaps(self, opd: Opd, task: Task) -> tuple[OtherFile, ...]:
        """Return the files beside the board that hold its answers, or bear exactly its name."""
        holding = {file for files in task.elsewhere.values() for file in files}
        bearing = self._bearing.get(opd.id, ())
        return tuple(
            self.others[path] for path in sorted(holding.union(bearing) & self.others.keys())
        )

    @cached_property
    def _bearing(self) -> dict[str, list[str]]:
        """The files beside the board that say an agency or are called so, by the agency's id."""
        bearing: dict[str, list[str]] = {}
        for path, other in self.others.items():
            file = self.inputs.get(path)
            if file is not None and _may_be_ours(other):
                said = file.says.opd
                named = opd_named(self.profile, said.text if said else _stem(path))
                if named is not None:
                    bearing.setdefault(named.id, []).append(path)
        return bearing

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        """The files of each agency, by its id."""
        files: dict[str, list[str]] = {}
        for file, agency in sorted(self.agencies.items()):
            files.setdefault(agency, []).append(file)
        return files

    @cached_property
    def _rows(self) -> dict[str, tuple[Answer, ...]]:
        rows: dict[str, list[Answer]] = {}
        for unit in self.counting:
            for leaf in unit.answers:
                rows.setdefault(leaf, []).extend(unit.rows_of(leaf))
        return {leaf: tuple(answers) for leaf, answers in rows.items()}

    def _known(self, assigned: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Return those of the *assigned* agencies that the profile lists, by leaf."""
        known = {opd.id for opd in self.profile.opd}
        return {
            leaf: owners
            for leaf, named in assigned.items()
            if (owners := tuple(opd for opd in named if opd in known))
        }

    def _in_use(self) -> dict[str, str]:
        return {
            file: agency
            for file, agency in self.agencies.items()
            if self.inputs[file].superseded_by is None
        }

    def _belongs(self, name: str | None, hints: Hints) -> bool:
        if name is None or self.profile.unit:
            return self.profile.is_of(name)
        return hints.unit is None or exact(name) == exact(hints.unit)

    def _lay(self, file: InputFile) -> None:
        """Lay *file* to its agency, or beside the board with the reason."""
        reason, said = self._reason(file)
        if reason is None:
            named = opd_named(self.profile, file.says.opd.text) if file.says.opd else None
            if named is not None:
                self.agencies[file.path] = named.id
                return
            said = file.says.opd.text if file.says.opd else None
            if said is not None:
                reason = OtherFileReason.UNKNOWN_OPD
            else:
                unread = file.layout is None and self._is_faulty(file.path)
                reason = OtherFileReason.UNREADABLE if unread else OtherFileReason.NO_OPD
        self.others[file.path] = self._other(file.path, reason, said)

    def _reason(self, file: InputFile) -> tuple[OtherFileReason | None, str | None]:
        """Return why *file* is not of this unit and year, and what it says; None where it is."""
        newer = file.superseded_by
        path = newer if newer is not None and newer in self.inputs else file.path
        if path in self.here:
            return None, None
        if path in self.other_years:
            return OtherFileReason.OTHER_YEAR, str(self.other_years[path])
        unit, year = file.says.unit, file.says.year
        if path in self.in_units:
            return OtherFileReason.OTHER_UNIT, self.in_units[path].unit
        if unit is not None and not self._belongs(unit.text, self.hints):
            return OtherFileReason.OTHER_UNIT, unit.text
        if year is not None and year.text.isdecimal() and int(year.text) != self.year:
            return OtherFileReason.OTHER_YEAR, year.text
        return None, None

    def _other(self, path: str, reason: OtherFileReason, said: str | None = None) -> OtherFile:
        name = _stem(path)
        cutoff = _LIKENESS
        if reason is OtherFileReason.UNKNOWN_OPD and said is not None:
            name, cutoff = said, 0.6
        near = None
        if reason in {
            OtherFileReason.NO_OPD,
            OtherFileReason.UNKNOWN_OPD,
            OtherFileReason.UNREADABLE,
        }:
            near = self.names.nearest(name, cutoff=cutoff)
        ranked = sorted(self.findings.get(path, ()), key=_weightiest)
        return OtherFile(
            path, reason, said, self.by_name[near] if near else None, ranked[0] if ranked else None
        )

    def _is_faulty(self, path: str) -> bool:
        return any(severity_of(one) is Severity.ERROR for one in self.findings.get(path, ()))


def _is_none(answer: Answer) -> bool:
    """Return whether any cell of *answer* says n/a."""
    readings = (answer.self_score, *answer.assessor, answer.measure)
    return any(one is not None and one.missing is Missing.NOT_APPLICABLE for one in readings)


def _state(files: tuple[str, ...], errors: int, task: Task, *, anything: bool) -> OpdState:
    """Return how far an agency is; nothing is missing where nothing was asked of it.

    *anything* says that leaves are assigned at all: else every agency is to send something.
    """
    if not files and (task.ids or not anything):
        return OpdState.MISSING
    if errors:
        return OpdState.FAULTY
    return OpdState.INCOMPLETE if task.unfilled else OpdState.COMPLETE


def _is_absence(finding: Finding, task: Task, absent: frozenset[str]) -> bool:
    """Return whether *finding* only says that someone has yet to answer.

    An empty assessor's cell is no agency's. One about an answer that counts as filled in is a
    fault all the same.
    """
    if finding.code not in _ABSENCES:
        return False
    place = Source(finding.file or "", finding.sheet, finding.cell)
    leaf = finding.indicator
    return leaf in absent or leaf not in task.ids or place in task.not_own


def _may_be_ours(file: OtherFile) -> bool:
    """Return whether *file* lies beside the board by a slip; another unit's may be meant so."""
    if file.reason is OtherFileReason.OTHER_UNIT:
        return file.finding is not None and severity_of(file.finding) is Severity.ERROR
    return file.reason is not OtherFileReason.PASSED_OVER


def _weightiest(finding: Finding) -> int:
    return list(Severity).index(severity_of(finding))


def _stem(path: str) -> str:
    return PurePath(path).stem.replace("_", " ")


def _one_name(units: Iterable[UnitData], known: str | None) -> str | None:
    names: Mapping[str, str] = {exact(unit.unit): unit.unit for unit in units if unit.unit}
    if known is None and len(names) > 1:
        raise UsageError("several-units", known=tuple(sorted(names.values())))
    return known or next(iter(names.values()), None)


def _one_year(units: Iterable[UnitData], of_definition: int | None) -> int | None:
    """Return the year that the board is of: the files', of several the definition's or the last."""
    years = {unit.year for unit in units if unit.year is not None}
    if len(years) == 1:
        return years.pop()
    return of_definition if of_definition in years or not years else max(years)
