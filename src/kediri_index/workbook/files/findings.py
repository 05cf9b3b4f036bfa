"""The findings of one file after another, each bounded however many of its cells are faulty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.workbook.reading.refusal import limit_finding
from kediri_index.workbook.two_readings import TwoReadingsOfTable


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
