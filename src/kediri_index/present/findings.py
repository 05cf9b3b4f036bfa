"""Findings in words: counted, file by file, as blocks, and where they forbid a result."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Grid, Severity, shown_range
from kediri_index.model.language import Language
from kediri_index.model.profile import Waived, Waiver
from kediri_index.model.scores import Completeness
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Command,
    FindingLine,
    FindingLines,
    Table,
    TableCell,
    TableColumn,
    Tone,
)
from kediri_index.present.wording import answered_of_index, is_whole

if TYPE_CHECKING:
    from kediri_index.present.envelope import Outcome


_LINE_BEFORE = 30
_LINE_SHOWN = 70
_TITLES = ("severity", "place", "code", "finding")
_ABSENT = frozenset({"S101", "X313", "S302", "S303", "S320", "S321", "S322"})
"""Rows, and scores of groups, that are not there: of a whole index, not of the files that are."""
RANK = {severity: rank for rank, severity in enumerate(Severity)}
LineOf = Callable[[str, int], str | None]
"""The line of a file by its number, None where it cannot be read."""


class BesideFinding(TypedDict):
    """What a page shows beside a finding: whose file it is in, and the cells around it."""

    agency: str
    around: Table | None


Beside = Callable[[Finding], BesideFinding]


class OfFile(NamedTuple):
    """What is said of one file; *path* is empty for what no single file has."""

    path: str
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]


class FindingsReport(NamedTuple):
    """The findings that count, those that were accepted, and the files that were read.

    *fail_on* is how heavy a finding makes the whole check fail. *completeness* is that of the
    index, as ``score`` counts it, where the files hold one unit.
    """

    findings: tuple[Finding, ...]
    language: Language
    waived: tuple[Waived, ...] = ()
    paths: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    completeness: Completeness | None = None

    def fails(self, finding: Finding) -> bool:
        """Return whether *finding* alone makes the check fail."""
        return RANK[severity_of(finding)] <= RANK[self.fail_on]

    @property
    def failed(self) -> bool:
        """Whether any finding makes the check fail."""
        return any(map(self.fails, self.findings))

    def counted(self) -> str:
        """Return the files and the findings counted; the answers too if some are missing."""
        whole = counted_files(self.paths, self.findings, self.language, len(self.waived))
        part = self.completeness
        if part is None or is_whole(part):
            return whole
        return f"{whole} · {answered_of_index(part, self.language)}"

    def files(self) -> Iterator[OfFile]:
        """Yield every file that was read or has findings, by its path."""
        found: dict[str, list[Finding]] = {path: [] for path in self.paths}
        waived: dict[str, list[Waived]] = {}
        for finding in self.findings:
            found.setdefault(finding.file or "", []).append(finding)
        for one in self.waived:
            waived.setdefault(one.finding.file or "", []).append(one)
        for path in sorted({*found, *waived}):
            yield OfFile(path, tuple(found.get(path, ())), tuple(waived.get(path, ())))

    def sentence(self, finding: Finding) -> str:
        """Return what was seen, the rule, and what to do."""
        said = message_of(finding, self.language)
        return f"{said} · {repair_of(finding, self.language)}"

    def accepted(self, waiver: Waiver) -> str:
        """Return who accepted a finding, why and until when."""
        return accepted_by(waiver, self.language)


def faults(
    findings: Sequence[Finding],
    language: Language,
    line_of: LineOf | None = None,
    beside: Beside | None = None,
) -> Iterator[FindingLines]:
    """Yield *findings*, which are in order, under a heading for each file and sheet.

    *line_of* gives the line of a definition that a finding points to, which is shown below it,
    *beside* what a page shows beside one.
    """
    titles = _titles("repair", language)
    several = len({_heading(one) for one in findings}) > 1
    across = text("across-files", language) if several else ""
    for heading, of_one in groupby(findings, _heading):
        told = (
            _with(
                _fault(one, severity_of(one), repair_of(one, language), language, line_of),
                one,
                beside,
            )
            for one in of_one
        )
        yield FindingLines(heading or across, titles, tuple(told))


def accepted(
    waived: Iterable[Waived], language: Language, beside: Beside | None = None
) -> Iterator[FindingLines]:
    """Yield the findings that were accepted likewise: who did so until when, and why."""
    for heading, of_one in groupby(waived, lambda one: _heading(one.finding)):
        told = (
            _with(_fault(finding, None, accepted_by(waiver, language), language), finding, beside)
            for finding, waiver in of_one
        )
        yield FindingLines(heading, _titles("reason", language), tuple(told))


def _with(line: FindingLine, finding: Finding, beside: Beside | None) -> FindingLine:
    return line if beside is None else line._replace(**beside(finding))


def repaired(reported: Iterable[tuple[Finding, str]], language: Language) -> Iterator[FindingLines]:
    """Yield findings that are repaired likewise, each with the message that it was reported by."""
    for heading, of_one in groupby(reported, lambda one: _heading(one[0])):
        told = tuple(
            FindingLine(None, "", _place(finding), finding.code, message, "")
            for finding, message in of_one
        )
        yield FindingLines(heading, _titles("repair", language), told)


def accepted_by(waiver: Waiver, language: Language) -> str:
    """Return who accepted a finding, why and until when."""
    reason, who, until = waiver.reason, waiver.who, waiver.until.isoformat()
    return text("waived-by", language, reason=reason, who=who, until=until)


def _titles(last: str, language: Language) -> tuple[str, ...]:
    return tuple(text(f"column.{one}", language) for one in (*_TITLES, last))


def _fault(
    finding: Finding,
    severity: Severity | None,
    repair: str,
    language: Language,
    line_of: LineOf | None = None,
) -> FindingLine:
    return FindingLine(
        severity,
        text(f"severity.{severity_of(finding).value}", language),
        _place(finding),
        finding.code,
        message_of(finding, language),
        repair,
        _line(finding, line_of),
    )


def place_in_file(finding: Finding) -> str:
    """Return where in its file a finding is: ``Penilaian!H14:H25``, ``12:3``, or nothing."""
    if finding.line is None and finding.sheet and finding.cell:
        return f"{finding.sheet}!{shown_range(finding)}"
    return _place(finding) or finding.sheet or ""


def _heading(finding: Finding) -> str:
    return " · ".join(part for part in (finding.file, finding.sheet) if part)


def _place(finding: Finding) -> str:
    if finding.line is not None:
        return f"{finding.line}:{finding.column}" if finding.column else str(finding.line)
    return shown_range(finding)


def _line(finding: Finding, line_of: LineOf | None) -> str:
    """Return the source line of *finding* around its column, as far as a screen has room."""
    if line_of is None or finding.file is None or finding.line is None:
        return ""
    line = line_of(finding.file, finding.line)
    if line is None or not line.strip():
        return ""
    start = max(0, (finding.column or 1) - 1 - _LINE_BEFORE)
    shown = line[start : start + _LINE_SHOWN].strip()
    return f"{'…' if start else ''}{shown}{'…' if len(line) > start + _LINE_SHOWN else ''}"


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return the number of findings of every severity, heaviest first."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[severity_of(finding)] += 1
    return found


def counted(findings: Sequence[Finding], language: Language, waived: int = 0) -> str:
    """Return the counts in words, with that of accepted findings where there are any.

    Absent rows and scores are named: ``check`` leaves them out, unless ``--complete`` is given.
    """
    found = counts(findings)
    said = [
        text(f"count.{severity.value}s", language, count=found[severity]) for severity in Severity
    ]
    if waived:
        said.append(text("count.waived", language, count=waived))
    whole = ", ".join(said)
    absent = sum(map(_is_absent, findings))
    if not absent:
        return whole
    return " · ".join((whole, text("count.absent", language, count=absent)))


def _is_absent(finding: Finding) -> bool:
    return finding.code in _ABSENT or finding.params.get("absent") is True


def counted_files(
    paths: Iterable[str], findings: Sequence[Finding], language: Language, waived: int = 0
) -> str:
    """Return how many files there are, how many are clean, and the counts of findings."""
    files = set(paths)
    clean = files - {finding.file for finding in findings}
    parts = (
        text("count.files", language, count=len(files)),
        text("count.clean", language, count=len(clean)),
        counted(findings, language, waived),
    )
    return " · ".join(parts)


def refused(
    findings: Sequence[Finding], language: Language, sentence: str = "refused"
) -> tuple[Block, ...]:
    """Return *findings*, then the *sentence* that counts the errors among them."""
    errors = counts(findings)[Severity.ERROR]
    return (*faults(findings, language), Command("", text(sentence, language, count=errors)))


def said_to_allow(
    outcome: "Outcome", language: Language, again: str, then: str = "next.allow-errors"
) -> Iterator[str]:
    """Yield how to compute in spite of errors, where a file could be read: the text *then*."""
    if any(file.layout for file in outcome.inputs):
        yield text(then, language, again=again)


def grid_table(grid: Grid) -> Table:
    """Return the cells under the letters of their columns, beside the numbers of their rows."""
    columns = (
        TableColumn("", ColumnKind.COUNT),
        *map(TableColumn, grid.columns),
    )
    marked = grid.columns.index(grid.column) if grid.column in grid.columns else -1
    rows = []
    for row in grid.rows:
        cells = [TableCell(cell) for cell in row.cells]
        if row.number == grid.row:
            cells[marked] = TableCell(f"{cells[marked].text} ◄".strip(), tone=Tone.BAD)
        rows.append((TableCell(str(row.number), tone=Tone.MUTED), *cells))
    return Table("excerpt", "", columns, tuple(rows))
