"""Findings of one file after another, each bounded; numbers of two readings one of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final

from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Likewise, Proofs, ReadTwoWays
from kediri_index.model.limits import Limits
from kediri_index.sheets.numbers import DecimalMarks
from kediri_index.sheets.reading.refusal import limit_finding


class PassedError(Exception):
    """A file passed the limit that *code* is about: *seen* is how many there are at the least."""

    def __init__(self, code: str, seen: int) -> None:
        super().__init__(code, seen)
        self.code = code
        self.seen = seen


class FileFindings(list[Finding]):
    """A list that raises :class:`PassedError` where one file adds more findings than it may."""

    def __init__(self) -> None:
        super().__init__()
        self._most = self._counted = 0
        self._readings: TwoReadingsOfTable | None = None

    def begin(self, most: int) -> None:
        """Begin with the next file, which may add *most* findings."""
        self._most = most
        self._counted = 0

    def spend(self, number: int) -> None:
        """Count findings of the file that are kept elsewhere."""
        self._counted += number
        if self._counted > self._most:
            raise PassedError("F443", self._counted)

    def append(self, finding: Finding, /) -> None:
        """Add *finding*; raises :class:`PassedError` instead where it is one too many."""
        if self._readings is not None and self._readings.hold(finding):
            return
        self.spend(1)
        super().append(finding)

    @contextmanager
    def together(self, readings: TwoReadingsOfTable) -> Iterator[None]:
        """Add what is found on the two *readings* of a table's cells once all cells are read."""
        self._readings = readings
        try:
            yield
        finally:
            self._readings = None
            self.extend(readings.findings())

    def extend(self, findings: Iterable[Finding], /) -> None:
        """Add *findings* up to the limit; raises :class:`PassedError` where there are more."""
        for finding in findings:
            self.append(finding)


def at_most(limits: Limits, path: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the *findings* on a file as a whole, up to the limit, and whether there are more."""
    given = iter(findings)
    yield from islice(given, limits.findings)
    if next(given, None) is not None:
        yield limit_finding("F443", path, limits, limits.findings + 1)


def each_cell_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* without the Excel errors that stand for cells the reader named already."""
    found = tuple(findings)
    named = {
        (finding.file, finding.sheet, finding.cell)
        for finding in found
        if finding.code.startswith("F2") and finding.cell is not None
    }
    return tuple(
        finding
        for finding in found
        if finding.code != "C111" or (finding.file, finding.sheet, finding.cell) not in named
    )


_NEITHER, _BY_RANGE, _BY_MARK, _AGAINST_MARK = "C121", "C122", "F456", "C140"
_HELD: Final = frozenset({_NEITHER, _BY_RANGE, _BY_MARK, _AGAINST_MARK})
_NAMED: Final = 3
"""So many cells are named; the others are counted."""
_EACH: Final = 10
"""Up to so many cells that the proven mark makes impossible are a finding each."""


class TwoReadingsOfTable:
    """Holds back what is found cell by cell, and tells it of the table as a whole.

    *place* is the table's sheet, *marks* are its decimal marks.
    """

    def __init__(self, place: Source, marks: DecimalMarks) -> None:
        self._place = place
        self._marks = marks
        self._first: dict[str, list[Finding]] = {}
        self._counts = dict.fromkeys(_HELD, 0)

    def hold(self, finding: Finding) -> bool:
        """Return whether *finding* is held back."""
        if finding.code not in _HELD:
            return False
        first = self._first.setdefault(finding.code, [])
        self._counts[finding.code] += 1
        if len(first) <= _EACH:
            first.append(finding)
        return True

    def findings(self) -> Iterator[Finding]:
        """Yield the findings on the table."""
        if self._marks.used or _BY_MARK in self._first:
            yield from self._by_mark()
        yield from self._refused()
        yield from self._likewise(_BY_RANGE)
        yield from self._likewise(_AGAINST_MARK, each=_EACH)

    def _by_mark(self) -> Iterator[Finding]:
        proof = self._marks.proof
        if proof is None:  # the user named the mark
            return
        seen = self._marks.seen
        if seen.first is not None:
            yield Finding.at_cell(
                _BY_MARK,
                self._place._replace(cell=proof.address),
                proof.value,
                mark=self._marks.decimal,
                among=seen.either,
                first=seen.first.value,
                place=seen.first.address,
            )

    def _refused(self) -> Iterator[Finding]:
        """Yield C121 for the only cell whose reading is not certain, F457 for several."""
        first, count = self._first.get(_NEITHER, []), self._counts[_NEITHER]
        if count == 1:
            yield from first
        elif count:
            proofs = self._marks.seen.proofs
            yield Finding.at_cell(
                "F457",
                self._place._replace(cell=first[0].cell),
                first[0].value,
                among=count,
                readings=ReadTwoWays(
                    tuple(
                        (one.value or "", one.cell or "", one.params["first"], one.params["second"])
                        for one in first[:_NAMED]
                    ),
                    count - min(count, _NAMED),
                ),
                proofs=Proofs({mark: (cell.value, cell.address) for mark, cell in proofs.items()}),
            )

    def _likewise(self, code: str, each: int = 0) -> Iterator[Finding]:
        """Yield one finding of *code*, which names others; all where they are up to *each*."""
        first, count = self._first.get(code, []), self._counts[code]
        further = first[1 : _NAMED + 1] if count > each else []
        cells = tuple(one.cell or "" for one in further)
        more = Likewise(cells, count - len(further) - 1 if further else 0)
        for one in first[:1] if further else first:
            yield one._replace(params={**one.params, "more": more})
