"""What became of the findings of the last round: repaired, new, left."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded, unfolded
from kediri_index.model.language import OfUnit
from kediri_index.model.limits import Limits
from kediri_index.model.text import exact
from kediri_index.sheets.paths import TooLargeError, read_bytes, refuse_missing
from kediri_index.usecases.check import Checked

_SCHEMA = "kediri-index/check/1"
_RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::\1([1-9][0-9]{0,6}))?")

_AS_REPORTED = 20
"""So much of a value stands in every report."""


class CheckedScope(NamedTuple):
    """What a check was of: the only unit of its files, and whether absent rows were asked for."""

    of: OfUnit | None
    complete: bool


def scope_of(checked: Checked, *, complete: bool) -> CheckedScope:
    """Return what a check was of."""
    units = checked.data.units
    only = OfUnit(units[0].unit, units[0].year) if len(units) == 1 else None
    return CheckedScope(only, complete)


class Reported(NamedTuple):
    """A finding at one cell; *who* is the agency that sent the file, else the file by its name.

    One of the last round has the *message* of the report, and its *number* there, which it shares
    with the other cells of a range.
    """

    finding: Finding
    who: str
    message: str = ""
    number: int = 0


class LastRound(NamedTuple):
    """The report of a check: which definition it was of, its scope, and what counted then."""

    path: str
    definition: tuple[str, str]
    unit: str | None
    year: int | None
    complete: bool | None
    findings: tuple[Reported, ...]


class Since(NamedTuple):
    """What changed since the last round, by place.

    *repaired* are findings as they were reported, each with its message. *elsewhere* counts those
    in files and of agencies that are not checked this time, of which nothing is known.
    """

    new: tuple[Finding, ...]
    left: tuple[Finding, ...]
    repaired: tuple[tuple[Finding, str], ...]
    elsewhere: int = 0


def read_round(path: str, limits: Limits) -> LastRound:
    """Return the round that ``check --format json`` wrote to *path*.

    Raises :class:`~kediri_index.errors.UsageError` where it is no such report.
    """
    refuse_missing(path)
    if Path(path).is_dir():
        raise UsageError("since-is-folder", path=path)
    try:
        document = json.loads(read_bytes(path, limits.file_bytes))
        return _round(path, document)
    except (TooLargeError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError("since-no-report", path=path) from None


def _round(path: str, document: Any) -> LastRound:  # noqa: ANN401 - what JSON says
    """Return the round in *document*; raises whatever a document of another form leads to."""
    if document["schema"] != _SCHEMA:
        raise ValueError
    definition, result = document["definition"], document["result"]
    opd = {one["path"]: one["opd"] for one in document["inputs"]}
    many = _text(result.get("unit")) is None
    findings = tuple(
        reported
        for number, one in enumerate(document["findings"])
        if not one.get("waived")
        for reported in _reported(number, one, opd, many=many)
    )
    return LastRound(
        path,
        (str(definition["id"]), str(definition["version"])),
        _text(result.get("unit")),
        result.get("year"),
        result.get("complete"),
        findings,
    )


def _reported(
    number: int, one: dict[str, Any], opd: dict[str, Any], *, many: bool
) -> Iterator[Reported]:
    """Yield the finding *one* of a report, the one of that *number*, at each of its cells."""
    if one["code"] not in CATALOGUE:
        raise ValueError
    file, message = _text(one["file"]), str(one["message"])
    who = _who(file, _text(opd.get(file or "")), many=many)
    cells: list[str | None] = [*_cells(_text(one.get("range")), one.get("count", 1))]
    cells = cells or [_text(one["cell"])]
    indicators = one.get("indicators") or [one["indicator"]] * len(cells)
    for cell, indicator in zip(cells, indicators, strict=True):
        finding = Finding(
            one["code"],
            file,
            _text(one["sheet"]),
            cell,
            _whole(one["line"]),
            _whole(one["column"]),
            _text(one["value"]),
            _text(indicator),
        )
        yield Reported(finding, who, message, number)


def _cells(said: str | None, count: int) -> Iterator[str]:
    """Yield each cell of a range, such as ``J14:J16,J20``, which has *count*."""
    left = count
    for part in (said or "").split(","):
        found = _RANGE.fullmatch(part)
        if found is None:
            return  # lines of a file of text
        letters, first, last = found.groups()
        for row in range(int(first), int(last or first) + 1):
            if not left:
                raise ValueError
            left -= 1
            yield f"{letters}{row}"


def _text(value: object) -> str | None:
    if not isinstance(value, str | None):
        raise TypeError
    return value


def _whole(value: object) -> int | None:
    if not isinstance(value, int | None):
        raise TypeError
    return value


def _who(file: str | None, opd: str | None, *, many: bool) -> str:
    """Return who sent *file*: its agency, which may name it otherwise the next time."""
    if many or opd is None:
        return exact(file or "") if many else exact(PurePath(file or "").name)
    return f"opd {exact(opd)}"


def since(last: LastRound, checked: Checked, by: Definition, scope: CheckedScope) -> Since:
    """Return what became of the findings of *last* in *checked*.

    A finding is the same where agency, code and place are, or agency, code and indicator: a row
    may have moved. Raises :class:`~kediri_index.errors.UsageError` where *last* is of another
    definition, unit or year, or asked for another set of rows.
    """
    _refuse_other(last, by, scope)
    many = scope.of is None or scope.of.name is None
    inputs = checked.data.inputs
    opd = {one.path: one.opd for one in inputs}

    def seen(finding: Finding) -> Reported:
        return Reported(finding, _who(finding.file, opd.get(finding.file or ""), many=many))

    accepted = [seen(one) for waived in checked.waived for one in unfolded([waived.finding])]
    now = [seen(one) for one in unfolded(checked.findings)]
    present = {_who(one.path, one.opd, many=many) for one in inputs} | {_who(None, None, many=many)}
    present |= {one.who for one in (*now, *accepted)}  # a profile is no input
    here = [one for one in last.findings if one.who in present]
    counting = [here[number] for number in _without_like(here, accepted)]
    new = set(_without_like(now, counting))
    return Since(
        folded(one.finding for number, one in enumerate(now) if number in new),
        folded(one.finding for number, one in enumerate(now) if number not in new),
        tuple(_together(counting[number] for number in _without_like(counting, now))),
        len(last.findings) - len(here),
    )


def _refuse_other(last: LastRound, by: Definition, scope: CheckedScope) -> None:
    said = {"path": last.path}
    if last.definition != (by.id, by.version):
        then, now = " ".join(last.definition), f"{by.id} {by.version}"
        raise UsageError("since-other-definition", then=then, now=now, **said)
    of = scope.of or OfUnit(None, None)
    if None not in (last.unit, of.name) and exact(last.unit or "") != exact(of.name or ""):
        raise UsageError("since-other-unit", then=last.unit, now=of.name, **said)
    if None not in (last.year, of.year) and last.year != of.year:
        raise UsageError("since-other-unit", then=str(last.year), now=str(of.year), **said)
    if last.complete is not None and last.complete is not scope.complete:
        raise UsageError("since-complete" if last.complete else "since-not-complete", **said)


def _without_like(these: Sequence[Reported], others: Sequence[Reported]) -> list[int]:
    """Return the places of *these* that none of *others* is the same as; each is so of one."""
    left, free = list(range(len(these))), list(range(len(others)))
    for key in (_at_its_cell, _of_its_indicator, _in_its_file):
        waiting: dict[Hashable, list[int]] = {}
        for number in reversed(free):
            waiting.setdefault(key(others[number]), []).append(number)
        waiting.pop(None, None)
        found = {number: same.pop() for number in left if (same := waiting.get(key(these[number])))}
        left = [number for number in left if number not in found]
        taken = set(found.values())
        free = [number for number in free if number not in taken]
    return left


def _at_its_cell(one: Reported) -> Hashable:
    found = one.finding
    place = (found.sheet, found.cell, found.line, found.indicator)
    return one.who, PurePath(found.file or "").name, found.code, *place


def _of_its_indicator(one: Reported) -> Hashable:
    found = one.finding
    return None if found.indicator is None else (one.who, found.code, found.indicator)


def _in_its_file(one: Reported) -> Hashable:
    """Return what else a finding without an indicator is known by: its value, wherever it is."""
    found = one.finding
    if found.indicator is not None:
        return None
    return one.who, found.code, found.sheet, (found.value or "")[:_AS_REPORTED]


def _together(gone: Iterable[Reported]) -> Iterator[tuple[Finding, str]]:
    """Yield the repaired findings, the cells of one that was reported as one again."""
    for _, cells in groupby(gone, lambda one: one.number):
        first, *others = cells
        yield first.finding._replace(others=tuple(one.finding for one in others)), first.message
