"""Which rows of a survey are respondents, and which of them are doubtful as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kediri_index.model.dataset import says_nothing
from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import exact
from kediri_index.model.workbook import Row, column_letters
from kediri_index.sheets.surveys.table import About, SurveyTable
from kediri_index.sheets.tables.table import SIGNATURE

_TOTAL: Final = re.compile(
    r"(?i)(?:jumlah|total|rata\s*-?\s*rata|rerata|average|median|modus|nrr|ikm|skm|indeks|nilai"
    r"|simpangan baku|standar deviasi)\b.*|mean|minimum|maksimum|min|max|count|sum"
)
"""What a row that sums up respondents begins with, to the left of the answers."""
_STRAIGHT: Final = 10
"""From so many questions on, the same answer to all of them is doubtful."""
_COPIED: Final = 10
"""From so many respondents on, a sheet with the answers of another one is its copy."""
_SHOWN: Final = 10


class Seen:
    """Respondents of one unit so far: rows with a timestamp, and the answers of whole sheets."""

    def __init__(self) -> None:
        self.rows: dict[tuple[object, ...], Source] = {}
        self.sheets: dict[tuple[object, ...], Source] = {}


class Respondents(NamedTuple):
    """The rows that count, and the findings about rows."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def respondents_of(table: SurveyTable, seen: Seen) -> Respondents:
    """Return the respondents in *table*: each once, without totals, headers and empty rows."""
    totals: list[Row] = []
    rows = list(_with_answers(table, totals))
    findings = []
    if totals:
        findings.append(_about_rows("S832", table, totals))
    copied = _copied(table, rows, seen)
    if copied is not None:
        return Respondents((), (*findings, copied))
    rows, repeated = _once(table, rows, seen)
    findings += repeated
    findings += _of_one_respondent(table, rows)
    straight = [row for row in rows if _is_straight(table, row)]
    if straight:
        questions = len(table.columns)
        findings.append(_about_rows("S824", table, straight, questions=questions))
    hidden = [row for row in rows if row.number in table.sheet.hidden_rows]
    if hidden:
        findings.append(_about_rows("F430", table, hidden))
    return Respondents(tuple(rows), tuple(findings))


def first_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return *names* for people: the first ones where there are many."""
    return (*names[:_SHOWN], "…") if len(names) > _SHOWN else tuple(names)


def row_numbers(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the numbers of *rows*, likewise."""
    return first_of([str(row.number) for row in rows])


def _about_rows(code: str, table: SurveyTable, rows: Sequence[Row], **params: str | int) -> Finding:
    first = column_letters(min(cell.column for cell in table.columns.values()))
    place = table.sheet.place(f"{first}{rows[0].number}")
    numbers: dict[str, object] = {"count": len(rows), "rows": row_numbers(rows)}
    return Finding.at_cell(code, place, None, None, **numbers, **params)


def _with_answers(table: SurveyTable, totals: list[Row]) -> Iterator[Row]:
    """Yield the rows with an answer; those that sum others up go to *totals*."""
    columns = [cell.column for cell in table.columns.values()]
    headers = {cell.column: exact(cell.value) for cell in table.columns.values()}
    first, time = min(columns), table.about.get(About.TIMESTAMP)
    for row in table.rows():
        texts = [(n, text) for n in columns if (text := row.text(n).strip())]
        if not texts or all(exact(text) == headers[n] for n, text in texts):
            continue
        labels = [row.text(n) for n in row.columns if n < first]
        if any(_TOTAL.fullmatch(text.strip()) for text in labels) and not (
            time is not None and row.text(time).strip()
        ):
            totals.append(row)
        elif len(texts) < len(columns) and any(re.search(SIGNATURE, text) for text in row.texts):
            return
        else:
            yield row


def _copied(table: SurveyTable, rows: Sequence[Row], seen: Seen) -> Finding | None:
    """Return S825 where *rows* have the answers of another sheet, one by one."""
    if len(rows) < _COPIED:
        return None
    questions = sorted(table.columns)
    columns = [table.columns[one].column for one in questions]
    key = (*questions, *(tuple(map(row.text, columns)) for row in rows))
    here = table.sheet.place()
    first = seen.sheets.setdefault(key, here)
    if first is here:
        return None
    return _about_rows("S825", table, rows, other=first.seen_from(here.file))


def _once(
    table: SurveyTable, rows: Iterable[Row], seen: Seen
) -> tuple[list[Row], Iterator[Finding]]:
    """Return *rows* each once, and S825 for those that repeat one, in whichever sheet.

    Only a timestamp tells that a row is the same one and not another respondent's.
    """
    kept: list[Row] = []
    again: list[tuple[Row, Source]] = []
    time = table.about.get(About.TIMESTAMP)
    questions = sorted(table.columns)
    columns = [*(table.columns[one].column for one in questions), *sorted(table.others)]
    for row in rows:
        sent = "" if time is None else row.text(time).strip()
        here = table.sheet.place(f"{column_letters(time or 1)}{row.number}")
        key = (sent, *questions, *(row.text(n).strip() for n in columns))
        first = seen.rows.setdefault(key, here) if sent else here
        if first is here:
            kept.append(row)
        else:
            again.append((row, first))
    return kept, _repeated(table, again)


def _repeated(table: SurveyTable, again: Sequence[tuple[Row, Source]]) -> Iterator[Finding]:
    if again:
        other = again[0][1].seen_from(table.sheet.file)
        yield _about_rows("S825", table, [row for row, _ in again], other=other)


def _of_one_respondent(table: SurveyTable, rows: Iterable[Row]) -> Iterator[Finding]:
    """Yield S826 for the rows whose respondent has a row above already."""
    column = table.about.get(About.RESPONDENT)
    if column is None:
        return
    first: dict[str, Row] = {}
    again: list[Row] = []
    for row in rows:
        who = exact(row.text(column))
        if who and first.setdefault(who, row) is not row:
            again.append(row)
    if again:
        other = first[exact(again[0].text(column))].number
        place = table.sheet.place(f"{column_letters(column)}{again[0].number}")
        yield Finding.at_cell("S826", place, count=len(again), rows=row_numbers(again), other=other)


def _is_straight(table: SurveyTable, row: Row) -> bool:
    cells = (row.text(cell.column).strip() for cell in table.columns.values())
    texts = [text for text in cells if text and not says_nothing(text)]
    return len(texts) >= _STRAIGHT and len(set(texts)) == 1
