"""Where the answers of respondents are: sheets with a question per column, found by its header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import islice, takewhile
from typing import Final, NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.text import Names, exact
from kediri_index.model.workbook import Cell, CellKind, Row, Sheet, Workbook
from kediri_index.sheets.identity import Identity, identity_above, is_identity
from kediri_index.sheets.tables.find import HEADER_SEARCH_ROWS
from kediri_index.sheets.tables.header import Sought, header_at
from kediri_index.sheets.tables.table import numbers_the_columns


class Question(NamedTuple):
    """A question of the definition."""

    code: str
    text: str


class AboutRespondent(StrEnum):
    """What a column says about the respondent: who it is, and when the form was sent."""

    RESPONDENT = "respondent"
    TIMESTAMP = "timestamp"


_ABOUT: Final = {
    "cap waktu": AboutRespondent.TIMESTAMP,
    "stempel waktu": AboutRespondent.TIMESTAMP,
    "timestamp": AboutRespondent.TIMESTAMP,
    "waktu pengisian": AboutRespondent.TIMESTAMP,
    "tanggal pengisian": AboutRespondent.TIMESTAMP,
    "start time": AboutRespondent.TIMESTAMP,
    "completion time": AboutRespondent.TIMESTAMP,
    "waktu mulai": AboutRespondent.TIMESTAMP,
    "waktu penyelesaian": AboutRespondent.TIMESTAMP,
    "submitdate": AboutRespondent.TIMESTAMP,
    "responden": AboutRespondent.RESPONDENT,
    "id responden": AboutRespondent.RESPONDENT,
    "kode responden": AboutRespondent.RESPONDENT,
    "no responden": AboutRespondent.RESPONDENT,
    "no. responden": AboutRespondent.RESPONDENT,
    "nomor responden": AboutRespondent.RESPONDENT,
    "no resp": AboutRespondent.RESPONDENT,
    "no. resp": AboutRespondent.RESPONDENT,
    "no urut responden": AboutRespondent.RESPONDENT,
    "no. urut responden": AboutRespondent.RESPONDENT,
    "nomor urut responden": AboutRespondent.RESPONDENT,
    "respondent": AboutRespondent.RESPONDENT,
    "respondent id": AboutRespondent.RESPONDENT,
    "response id": AboutRespondent.RESPONDENT,
    "id": AboutRespondent.RESPONDENT,
}
"""Headers in small letters, as forms and the offices' own sheets have them."""
GROUP_COLUMN: Final = "Kelompok responden"
GROUP_COLUMNS: Final = frozenset(
    {"kelompok", exact(GROUP_COLUMN), "kategori responden", "jenis responden", "group"}
)
"""Headers of the column of target groups where the definition names none."""
_HEADER_ROWS: Final = 3
"""A header has at most so many rows: the texts, a line of codes, the same once more."""
_FEWEST: Final = 2
_MISSPELT: Final = 0.85
_LISTED: Final = 1_000
"""In so many rows a list of questions has a second one."""


class Questions:
    """The questions of a definition, by code and by text."""

    def __init__(self, definition: Definition) -> None:
        indicators = definition.all_indicators()
        surveys = [one.survey for one in indicators if one.survey is not None]
        asked = (survey.questions.items() for survey in surveys)
        self.all = tuple(dict.fromkeys(Question(*one) for each in asked for one in each))
        self.words = {exact(word) for one in surveys for word in one.answers.values()}
        self.highest = max((one.scale[1] for one in surveys), default=Fraction(0))
        self._named: dict[str, set[Question]] = {}
        for one in self.all:
            for name in (one.code, one.text):
                self._named.setdefault(exact(name), set()).add(one)
        self._texts = Names(one.text for one in self.all)
        self._codes = {exact(one.code) for one in self.all}

    def named(self, header: str) -> set[Question]:
        """Return the questions that a *header* may mean: by code, text, or both in one cell."""
        text = exact(header)
        found = self._named.get(text)
        if found is not None:
            return found
        match = re.match(r"([a-z][\w-]*)\s*(?:[.:)]|\s-)?\s+", text)
        if match is None or match[1] not in self._codes:
            return set()
        rest = self._named.get(text[match.end() :], set())
        return {one for one in rest if exact(one.code) == match[1]}

    def nearest(self, header: str) -> str | None:
        """Return the text of the question that a *header* is a slip of."""
        return self._texts.nearest(" ".join(header.split()), cutoff=_MISSPELT)


class SurveyTable(NamedTuple):
    """A sheet with a row per respondent: *top* and *row* are the first and last of its header.

    *columns* has the column of each question, *about* those about respondents, *others* the
    remaining headers by column. *findings* are about the header; *above* is said above it.
    """

    sheet: Sheet
    top: int
    row: int
    columns: Mapping[Question, Cell]
    about: Mapping[AboutRespondent, int]
    others: Mapping[int, str]
    above: Identity
    findings: tuple[Finding, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header."""
        return (row for number, row in self.sheet.rows.items() if number > self.row)

    def has_respondents(self) -> bool:
        """Return whether a header says that rows are respondents; *id* may be a unit's."""
        column = self.about.get(AboutRespondent.RESPONDENT)
        return (
            AboutRespondent.TIMESTAMP in self.about
            or "resp" in self.others.get(column or 0, "").lower()
        )

    def text(self, row: Row, column: int) -> str:
        """Return the text in a column of *row*, of a merged cell that of its first one."""
        text = row.text(column).strip()
        for span in self.sheet.merged if not text else ():
            if span.first_column == column and span.first_row <= row.number <= span.last_row:
                anchor = self.sheet.cell(span.first_row, column)
                return "" if anchor is None else anchor.value.strip()
        return text

    def group_column(self, name: str | None) -> int | None:
        """Return the column of the respondents' groups: by its *name*, else by the usual ones."""
        wanted = GROUP_COLUMNS if name is None else {exact(name)}
        return next((n for n, text in self.others.items() if exact(text) in wanted), None)


class Surveys(NamedTuple):
    """The surveys of a workbook, its *hidden* sheets with one, and the workbook without both."""

    tables: tuple[SurveyTable, ...]
    hidden: tuple[Sheet, ...]
    others: Workbook


def surveys_of(workbook: Workbook, definition: Definition, sought: Sought) -> Surveys:
    """Return the surveys in *workbook*; those on hidden sheets are not read."""
    questions = Questions(definition)
    found = {}
    for sheet in workbook.sheets:
        table = None if is_identity(sheet) else find_survey(sheet, questions, sought)
        if table is not None:
            found[sheet.name] = table
    others = tuple(sheet for sheet in workbook.sheets if sheet.name not in found)
    return Surveys(
        tuple(table for table in found.values() if not table.sheet.hidden),
        tuple(table.sheet for table in found.values() if table.sheet.hidden),
        workbook._replace(sheets=others),
    )


def find_survey(sheet: Sheet, questions: Questions, sought: Sought) -> SurveyTable | None:
    """Return the survey on *sheet*; None where it has none, or is a table of indicators."""
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for number in takewhile(lambda row: row <= last, sheet.rows):
        table = header_at(sheet, number, sought)
        is_table = table is not None and bool(table.values())
        named = _named(sheet, number, questions)
        if named:
            found = _table(sheet, number, questions)
            is_list = _is_list(sheet, number, named, sought, questions)
            is_other = is_table and not found.has_respondents()
            return None if is_list or is_other else found
        if is_table:
            return None
    return None


def _named(sheet: Sheet, number: int, questions: Questions) -> dict[int, set[Question]]:
    texts = (cell for cell in sheet.cells_in(number) if cell.kind is CellKind.TEXT)
    named = ((cell.column, questions.named(cell.value)) for cell in texts)
    return {column: found for column, found in named if found}


def _is_list(
    sheet: Sheet, number: int, named: Mapping[int, set[Question]], sought: Sought, known: Questions
) -> bool:
    """Return whether a row is one of a list: its code and text side by side, or others below."""
    cells = {n: exact(sheet.rows[number].text(n)) for n in named}
    each = {one for found in named.values() for one in found}
    if any({exact(one.code), exact(one.text)} <= {*cells.values()} for one in each):
        return any(exact(one.code) != exact(one.text) for one in each)
    column, first = next(iter(named.items()))
    below = (sheet.rows[row].text(column) for row in islice(sheet.rows, _LISTED) if row > number)
    return any(
        (found and not found & first) or (not found and sought.nodes.named([text]))
        for text, found in ((text, known.named(text)) for text in below)
    )


def _table(sheet: Sheet, top: int, questions: Questions) -> SurveyTable:
    rows = _header_rows(sheet, top, questions)
    lines = [sheet.cells_in(number) for number in rows]
    meant: dict[int, set[Question]] = {}
    headers: dict[int, Cell] = {}
    texts: dict[int, list[Cell]] = {}
    for cell in (cell for line in lines for cell in line if cell.value.strip()):
        texts.setdefault(cell.column, []).append(cell)
        found = questions.named(cell.value)
        if found:
            column = cell.column
            meant[column] = (meant[column] & found or meant[column]) if column in meant else found
            headers.setdefault(column, cell)
    columns, findings = _columns(sheet, meant, headers)
    others = {n: cells for n, cells in texts.items() if n not in meant}
    about: dict[AboutRespondent, int] = {}
    for n, cells in others.items():
        kind = next((_ABOUT[word] for one in cells if (word := exact(one.value)) in _ABOUT), None)
        if kind is not None:
            about.setdefault(kind, n)
    findings += _unknown(sheet, [cells[0] for cells in others.values()], questions, columns)
    return SurveyTable(
        sheet,
        rows[0],
        rows[-1],
        columns,
        about,
        {n: cells[0].value for n, cells in others.items()},
        identity_above(sheet, rows[0]),
        tuple(findings),
    )


def _header_rows(sheet: Sheet, top: int, questions: Questions) -> list[int]:
    """Return the rows of the header: lines of texts and of codes, whichever is known."""
    numbers = list(sheet.rows)
    at = numbers.index(top)
    named = _named(sheet, top, questions)
    rows = [top]
    if at and numbers[at - 1] == top - 1 and _are_headers(sheet.rows[top - 1], named, questions):
        rows.insert(0, top - 1)
    for number in numbers[at + 1 : at + 1 + _HEADER_ROWS]:
        row = sheet.rows[number]
        after = sheet.rows.get(number + 1)
        is_further_line = (
            number == top + 1
            and _are_headers(row, named, questions)
            and after is not None
            and not _are_headers(after, named, questions)
        )
        is_numbered = numbers_the_columns(row) and not _may_be_answers(row, questions)
        if not (_named(sheet, number, questions) or is_numbered or is_further_line):
            break
        rows.append(number)
    return rows


def _may_be_answers(row: Row, questions: Questions) -> bool:
    """Return whether a row that counts 1, 2, 3 may be a respondent's: no number is too high."""
    return row.filled <= questions.highest + 1 and all(
        text.strip().isdigit() for text in row.texts if text
    )


def _are_headers(row: Row, columns: Iterable[int], questions: Questions) -> bool:
    """Return whether a row has sentences, not answers, in these *columns*.

    Several of them, or any number where another header is about respondents.
    """
    filled = [cell for n in columns if (cell := row.cell(n)) is not None and cell.value.strip()]
    return (len(filled) >= _FEWEST or any(exact(text) in _ABOUT for text in row.texts)) and all(
        cell.kind is CellKind.TEXT
        and len(cell.value.split()) >= _WORDS
        and exact(cell.value) not in questions.words
        for cell in filled
    )


_WORDS: Final = 4
"""A header of fewer words may be an answer."""


def _columns(
    sheet: Sheet, meant: Mapping[int, set[Question]], headers: Mapping[int, Cell]
) -> tuple[dict[Question, Cell], list[Finding]]:
    """Return the column of each question; S831 where one has several, or one column may be two."""
    columns: dict[Question, Cell] = {}
    findings: list[Finding] = []
    for column, found in sorted(meant.items()):
        header = headers[column]
        (first, *others) = sorted(found)
        if others:
            codes = tuple(one.code for one in sorted(found))
            findings.append(sheet.finding("S831", header, codes=codes))
        elif first in columns:
            other = columns[first].address
            findings.append(sheet.finding("S830", header, question=first.code, other=other))
        else:
            columns[first] = header
    return columns, findings


def _unknown(
    sheet: Sheet,
    headers: Sequence[Cell],
    questions: Questions,
    columns: Mapping[Question, Cell],
) -> Iterator[Finding]:
    """Yield S829 for each header that is a slip of a question which the sheet lacks."""
    lacking = {one.text: one.code for one in questions.all if one not in columns}
    for header in headers:
        nearest = questions.nearest(header.value) if lacking else None
        if nearest in lacking:
            yield sheet.finding("S829", header, question=lacking[nearest], text=nearest)
