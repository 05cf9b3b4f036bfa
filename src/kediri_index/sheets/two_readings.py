"""The findings on numbers of one table that have two readings: one of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Likewise, Proofs, ReadTwoWays
from kediri_index.sheets.numbers import DecimalMarks

_NEITHER, _BY_RANGE, _BY_MARK, _AGAINST_MARK = "C121", "C122", "F456", "C140"
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
        self._counts: Counter[str] = Counter()

    def hold(self, finding: Finding) -> None:
        """Hold *finding* back."""
        first = self._first.setdefault(finding.code, [])
        self._counts[finding.code] += 1
        if len(first) <= _EACH:
            first.append(finding)

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
