"""Findings of one cause down a column: one finding with a range and a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kediri_index.model.findings import Finding, in_order

SAME = 3
"""From so many on, findings that say the same of cells of one column are one."""
ALIKE = 10
"""From so many on, so are findings of one code that quote what each cell holds."""
_QUOTING = frozenset({"X301", "X302"})
"""Codes of such findings: many codes or names that nobody knows have one cause, not many."""
_RUNS_SHOWN = 2

_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_ROW_OF_REFERENCE = re.compile(r"(?<=[A-Z])[0-9]+")


def folded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* by place, each once, and those of one cause down a column as one.

    The first cell stands for all; the others are in ``others``. Findings that are folded already
    are folded together with the others, so that this can follow whatever adds or takes away some.
    """
    ordered = in_order(unfolded(findings))
    if len(ordered) < SAME:
        return ordered
    columns: dict[tuple[object, ...], list[Finding]] = {}
    for finding in ordered:
        if finding.cell is not None and finding.line is None:
            columns.setdefault(_column_of(finding), []).append(finding)
    others_of: dict[int, tuple[Finding, ...]] = {}
    gone: set[int] = set()
    for column in columns.values():
        for first, *others in _causes(column):
            others_of[id(first)] = tuple(others)
            gone.update(map(id, others))
    return tuple(
        finding._replace(others=others_of[id(finding)]) if id(finding) in others_of else finding
        for finding in ordered
        if id(finding) not in gone
    )


def unfolded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield every finding with its own cell."""
    for finding in findings:
        if finding.others:
            yield finding._replace(others=())
            yield from finding.others
        else:
            yield finding


def cells_of(finding: Finding) -> int:
    """Return how many cells *finding* is about."""
    return 1 + len(finding.others)


def indicator_of(finding: Finding) -> str | None:
    """Return the indicator that all its cells are about; None where they are about several."""
    same = all(one.indicator == finding.indicator for one in finding.others)
    return finding.indicator if same else None


def range_of(finding: Finding) -> str | None:
    """Return its cells, such as ``J14:J16,J20``; None where it has none."""
    return ",".join(_runs(finding)) or None


def shown_range(finding: Finding) -> str:
    """Return its cells for people: from the first to the last where there are many gaps."""
    runs = _runs(finding)
    if len(runs) <= _RUNS_SHOWN:
        return ", ".join(runs)
    return f"{finding.cell}…{finding.others[-1].cell}"


def _runs(finding: Finding) -> list[str]:
    if finding.cell is None:
        return []
    runs: list[tuple[str, int, int]] = []
    for one in (finding, *finding.others):
        letters, row = _address(one)
        if runs and runs[-1][2] == row - 1:
            runs[-1] = (letters, runs[-1][1], row)
        else:
            runs.append((letters, row, row))
    return [
        f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
        for letters, first, last in runs
    ]


def _causes(column: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Yield the groups of *column*, findings of one code, that have one cause each."""
    if len(column) < SAME:
        return
    if column[0].code in _QUOTING and len(column) >= ALIKE:
        yield list(column)
        return
    groups: dict[str, list[Finding]] = {}
    for finding in column:
        groups.setdefault(_said(finding), []).append(finding)
    for group in groups.values():
        if len(group) >= SAME:
            yield group


def _column_of(finding: Finding) -> tuple[object, ...]:
    return finding.file, finding.sheet, _address(finding)[0], finding.code


def _said(finding: Finding) -> str:
    """Return what *finding* says but for its place: a formula that is dragged down is one."""
    value = finding.value
    if value is not None and value.startswith("="):
        row = _address(finding)[1]
        value = _ROW_OF_REFERENCE.sub(lambda found: f"[{int(found.group()) - row}]", value)
    return repr((value, sorted(finding.params.items())))


def row_number(cell: str | None) -> int:
    """Return the row of the address *cell*; 0 where there is none."""
    match = _ADDRESS.fullmatch(cell or "")
    return int(match.group(2)) if match else 0


def _address(finding: Finding) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(finding.cell or "")
    return (match.group(1), int(match.group(2))) if match else (finding.cell or "", 0)
