"""Steps that change the data of all units before they are scored, and what each of them did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Years


class PanelRow(NamedTuple):
    """One unit in one year: its *values* by indicator, and what its further *columns* say.

    *gaps* are the indicators without a value that might have one: neither does the value not apply,
    nor is there an unreadable one. A unit that is *left_out* counts no more.
    """

    unit: str | None
    year: int | None
    values: Mapping[str, Fraction]
    gaps: frozenset[str] = frozenset()
    columns: Mapping[str, Reading] = MappingProxyType({})
    left_out: bool = False


Table = tuple[PanelRow, ...]


class Effect(NamedTuple):
    """One change: which step, *how*, to which value of which unit, from what to what.

    Without *indicator* the step left out the whole unit, whose share of present values was
    *before*.
    """

    step: str
    how: str
    unit: str | None
    year: int | None
    indicator: str | None
    before: Fraction | None
    after: Fraction | None


class Applied(NamedTuple):
    """What a step makes of the data, every change it made, and what stood in its way."""

    table: Table
    effects: tuple[Effect, ...] = ()
    findings: tuple[Finding, ...] = ()


class Step(Protocol):
    """One step of ``prepare`` with its parameters: one frozen dataclass a step."""

    name: ClassVar[str]

    def number_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that the step reads numbers from."""
        ...

    def text_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that the step reads names from."""
        ...

    def apply(self, table: Table) -> Applied:
        """Return *table* with the step done."""
        ...


def pools(table: Sequence[PanelRow], years: Years) -> Iterator[list[int]]:
    """Yield the positions of the rows that are looked at together, without units left out."""
    by_year: dict[int | None, list[int]] = {}
    for position, row in enumerate(table):
        if not row.left_out:
            key = row.year if years is Years.EACH else None
            by_year.setdefault(key, []).append(position)
    yield from by_year.values()
