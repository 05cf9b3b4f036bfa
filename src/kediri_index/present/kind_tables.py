"""Which tables a tree makes: one a kind, with the groups of that kind in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Kind
from kediri_index.model.scores import GroupResult, UnitResult

_KINDS_WITHOUT_DETAIL = 2


class KindRow(NamedTuple):
    """A group of the definition with its result, and whether a score above it is given."""

    group: Group
    result: GroupResult
    below_given: bool = False


class KindTable(NamedTuple):
    """All groups of one kind; *parent* is the one group that holds them all, where there is one.

    *top* says that they are the top level, whose contributions make the overall.
    """

    kind: Kind
    rows: tuple[KindRow, ...]
    parent: Group | None
    top: bool

    @property
    def is_given_above(self) -> bool:
        """Whether none of the rows counts, since scores above them are given."""
        return all(row.below_given for row in self.rows)

    @property
    def is_scored(self) -> bool:
        """Whether any of the rows has a score."""
        return any(row.result.figure.score is not None for row in self.rows)


def kind_tables(
    definition: Definition, result: UnitResult, *, detail: bool
) -> tuple[KindTable, ...]:
    """Return the tables in the order of the definition's kinds; two unless *detail*."""
    placed = list(_walk(definition.groups, result.groups, None))
    tables = []
    for kind in definition.kinds:
        found = [(row, parent) for row, parent in placed if row.group.kind == kind.id]
        if not found:
            continue
        parents = {parent.id if parent else "": parent for _, parent in found}
        parent = next(iter(parents.values())) if len(parents) == 1 else None
        rows = tuple(row for row, _ in found)
        tables.append(KindTable(kind, rows, parent, top=all(up is None for _, up in found)))
    return tuple(tables if detail else tables[:_KINDS_WITHOUT_DETAIL])


def _walk(
    groups: tuple[Group, ...],
    results: tuple[GroupResult, ...],
    parent: Group | None,
    *,
    below_given: bool = False,
) -> Iterator[tuple[KindRow, Group | None]]:
    for group, result in zip(groups, results, strict=True):
        yield KindRow(group, result, below_given), parent
        inner = below_given or result.given
        yield from _walk(group.groups, result.groups, group, below_given=inner)
