"""The decimal mark of one table: what its numbers prove, or what the user names."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from functools import cached_property
from typing import Final, NamedTuple

from kediri_index.model.workbook import FORMULA, TEXT, Cell, Row
from kediri_index.workbook.headers.columns import NUMBER_COLUMNS
from kediri_index.workbook.headers.table import Table
from kediri_index.workbook.numbers import EITHER, decimal_mark_of

_MOST: Final = 100_000
_TEXTS: Final = frozenset({TEXT, TEXT + FORMULA})


class Seen(NamedTuple):
    """The text numbers of a table: the first cell that proves each decimal mark, and its text.

    *either* is how many have two readings, *first* the first of these.
    """

    proofs: dict[str, Cell]
    either: int = 0
    first: Cell | None = None


_NOTHING = Seen({})


class DecimalMarks:
    """Settles the numbers of a table that have two readings, all in the same way.

    The mark that the user *named* holds; without one, that which the numbers in the *columns*
    prove. They are looked through once the first number with two readings asks. *used* is set where
    the proven mark settled any.
    """

    def __init__(
        self,
        named: str | None = None,
        table: Table | None = None,
        columns: Collection[int] = (),
        *,
        from_csv: bool = False,
    ) -> None:
        self.named = named
        self.used = False
        self._table = table
        self._columns = frozenset(columns)
        self._from_csv = from_csv

    @cached_property
    def seen(self) -> Seen:
        """What the text numbers of the table show."""
        if self._table is None:
            return _NOTHING
        return _seen(self._table.rows(), self._columns, from_csv=self._from_csv)

    @cached_property
    def decimal(self) -> str | None:
        """The decimal mark, None where it is not certain."""
        if self.named is not None:
            return self.named
        return next(iter(self.seen.proofs)) if len(self.seen.proofs) == 1 else None

    @property
    def proof(self) -> Cell | None:
        """The cell that proves the decimal mark; None where the user named it."""
        if self.named is not None or self.decimal is None:
            return None
        return self.seen.proofs[self.decimal]


NO_MARKS: Final = DecimalMarks()
"""Of numbers that stand in no table."""


def marks_of(
    table: Table, attributes: Container[str], named: str | None, *, from_csv: bool
) -> DecimalMarks:
    """Return the marks of *table*, unless the user *named* one.

    Beside the answers the *attributes* hold numbers.
    """
    columns = {
        *table.of(NUMBER_COLUMNS),
        *table.nodes,
        *(number for number, name in table.attributes.items() if name in attributes),
    }
    return DecimalMarks(named, table, columns, from_csv=from_csv)


def _seen(rows: Iterable[Row], wanted: frozenset[int], *, from_csv: bool) -> Seen:
    marks = _ByText(exponent_allowed=from_csv)
    proofs: dict[str, Cell] = {}
    either = 0
    first: Cell | None = None
    for row in rows:
        if _TEXTS.isdisjoint(row.looks):
            continue
        for column, look, text in zip(row.columns, row.looks, row.texts, strict=True):
            if look not in _TEXTS or column not in wanted:
                continue
            mark = marks[text]
            if mark == EITHER:
                either += 1
                first = first or row.cell(column)
            elif mark is not None and mark not in proofs and (cell := row.cell(column)):
                proofs[mark] = cell
    return Seen(proofs, either, first)


class _ByText(dict[str, str | None]):
    """The decimal marks that texts must have, by the text: figures repeat. So many are kept."""

    def __init__(self, *, exponent_allowed: bool) -> None:
        super().__init__()
        self._exponent_allowed = exponent_allowed

    def __missing__(self, text: str) -> str | None:
        if len(self) == _MOST:
            self.clear()
        mark = decimal_mark_of(text, exponent_allowed=self._exponent_allowed)
        self[text] = mark
        return mark
