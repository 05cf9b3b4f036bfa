"""A finding: what was seen, where, by which rule; its texts' type, its family, and one of many."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.language import Language, OfUnit, Wording
from kediri_index.model.shown import showing


class Source(NamedTuple):
    """The cell that a value was read from; *cell* is an address such as ``H14``."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    def seen_from(self, file: str) -> str:
        """Return where this is for a reader of *file*: without the file where it is the same."""
        cell = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.cell or self.sheet
        parts = (self.file if self.file != file else None, cell)
        return " · ".join(part for part in parts if part)


SheetRow = tuple[str | None, str | None, int]
"""A row of a sheet: its file, its sheet, its number."""


class Mark(NamedTuple):
    """A position in a YAML file; *line* and *column* count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a finding weighs; the order is the order of rank."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One fault, doubt or remark.

    *value* is the text as seen, *params* the figures for the catalogue's text: strings are shown
    as they are, numbers in the decimals of the language, tuples as lists. *others* are findings of
    the same cause in further cells of the column (see :func:`folded`).
    """

    code: str
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None
    indicator: str | None = None
    params: Mapping[str, object] = MappingProxyType({})
    others: "tuple[Finding, ...]" = ()

    def message(self, language: Language | str) -> str:
        """Return what was seen and the rule, in one sentence."""
        return showing().message(self, Language(language))

    def repair(self, language: Language | str) -> str:
        """Return what to do about it."""
        return showing().repair(self, Language(language))

    @classmethod
    def at_cell(
        cls,
        code: str,
        source: Source,
        value: str | None = None,
        indicator: str | None = None,
        **params: object,
    ) -> "Finding":
        """Return a finding about one cell, one sheet or one file."""
        return cls(
            code,
            file=source.file,
            sheet=source.sheet,
            cell=source.cell,
            value=value,
            indicator=indicator,
            params=params,
        )

    @classmethod
    def at_mark(
        cls,
        code: str,
        mark: Mark | None,
        value: str | None = None,
        indicator: str | None = None,
        **params: object,
    ) -> "Finding":
        """Return a finding about a place in a YAML file."""
        file, line, column = (None, None, None) if mark is None else mark
        return cls(
            code,
            file=file,
            line=line,
            column=column,
            value=value,
            indicator=indicator,
            params=params,
        )


_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


def place_key(finding: Finding) -> tuple[object, ...]:
    """Return the order of findings: file, sheet, row, column, code."""
    match = _ADDRESS.fullmatch(finding.cell or "")
    letters, digits = match.groups() if match else ("", "0")
    row = int(digits) or finding.line or 0
    return (
        finding.file or "",
        finding.sheet or "",
        row,
        (len(letters), letters) if letters else (finding.column or 0, ""),
        finding.code,
        finding.indicator or "",
        finding.value or "",
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* by place, each once."""
    found: list[Finding] = []
    keyed = sorted(((place_key(finding), finding) for finding in findings), key=itemgetter(0))
    for _, here in groupby(keyed, key=itemgetter(0)):
        of_place = [finding for _, finding in here]
        if len(of_place) > 1:  # of most places there is one, whose params need no comparing
            of_place = list({repr(finding): finding for finding in reversed(of_place)}.values())
            of_place.reverse()
            of_place.sort(key=_unit_key)
        found += of_place
    return tuple(found)


def _unit_key(finding: Finding) -> tuple[str, int]:
    """Return what findings of one place are ordered by, whatever order files were read in."""
    unit = finding.params.get("unit")
    return (unit.name or "", unit.year or 0) if isinstance(unit, OfUnit) else ("", 0)


class Family(StrEnum):
    """What a finding is about."""

    CELL = "cell"
    ROW = "row"
    SCORING = "scoring"
    FILE = "file"
    DEFINITION = "definition"
    RULE = "rule"


_LETTERS = {
    "C": Family.CELL,
    "X": Family.ROW,
    "S": Family.SCORING,
    "F": Family.FILE,
    "D": Family.DEFINITION,
    "R": Family.RULE,
}


def family_of(code: str) -> Family:
    """Return the family of *code*."""
    return _LETTERS[code[0]]


class FindingText(NamedTuple):
    """What one code says, in both languages.

    Texts may name ``{value}`` (as seen) and the finding's params in braces. *text* says what was
    seen and the rule, *repair* what to do, *for_agency* what an agency can do, without the profile
    and this program. *related* are codes that people meet with this one, or mistake for it.
    """

    code: str
    severity: Severity
    title_id: str
    title_en: str
    text_id: str
    text_en: str
    repair_id: str
    repair_en: str
    related: tuple[str, ...] = ()
    for_agency: Wording | None = None


SAME = 3
"""From so many on, findings that say the same of cells of one column are one."""
ALIKE = 10
"""From so many on, so are findings of one code that quote what each cell holds."""
_QUOTING = frozenset({"X301", "X302"})
"""Codes of such findings: many codes or names that nobody knows have one cause, not many."""
_RUNS_SHOWN = 2

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


_OF_KIND = ("key", "meant", "parent", "corrected")
_OF_YAML = re.compile("D(1..|7..|25[78])")
"""Codes of findings about single keys and values; of others each is a fault of its own."""


def folded_in_lines(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* by place, and those of one kind in several lines of a file as one.

    Of those whose correction is known, the kind is the key; of the others it is the value too.
    """
    ordered = in_order(
        one
        for found in findings
        for one in (unfolded((found,)) if found.line is not None else (found,))
    )
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for finding in ordered:
        if finding.line is not None and _OF_YAML.fullmatch(finding.code):
            kinds.setdefault(_kind_of(finding), []).append(finding)
    first_of = {id(one[0]): tuple(one[1:]) for one in kinds.values() if len(one) >= SAME}
    gone = {id(one) for others in first_of.values() for one in others}
    return tuple(
        finding._replace(others=first_of[id(finding)]) if id(finding) in first_of else finding
        for finding in ordered
        if id(finding) not in gone
    )


def _kind_of(finding: Finding) -> tuple[object, ...]:
    said = [finding.params.get(name) for name in _OF_KIND]
    if said.pop() is None:
        said.append(finding.value)
    return finding.file, finding.code, *said


def lines_of(finding: Finding) -> str:
    """Return the lines of *finding* and of its likes, such as ``13-14,20``."""
    runs: list[list[int]] = []
    for one in (finding, *finding.others):
        line = one.line or 0
        if runs and runs[-1][1] in {line, line - 1}:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ",".join("-".join(map(str, dict.fromkeys(run))) for run in runs)


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
    """Return its cells, such as ``J14:J16,J20``, or lines: ``13-14,20``; None where it has none."""
    if finding.line is not None:
        return lines_of(finding)
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


class Example(NamedTuple):
    """The files that give a code's finding: the command to type in their folder, and the place.

    *line* and *column* count from 1.
    """

    code: str
    command: str
    arguments: str
    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None


class GridRow(NamedTuple):
    """One row of a sheet: its number from 1, and its cells as texts."""

    number: int
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """A few rows of a sheet under the letters of its columns; *row* and *column* mark one cell."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    row: int
    column: str


class Lines(NamedTuple):
    """A few lines of a text from number *first* on; *line* is marked, and *column* in it."""

    first: int
    lines: tuple[str, ...]
    line: int
    column: int | None


class ExplainedCode(NamedTuple):
    """A code with its example, if a file can give it.

    *finding* is what the example gives, *folder* where its files lie, empty where they do not stay.
    """

    code: str
    example: Example | None = None
    finding: Finding | None = None
    folder: str = ""
    files: tuple[str, ...] = ()
    excerpt: Grid | Lines | None = None
