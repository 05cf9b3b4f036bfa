"""Which rows of a survey are respondents, and which of them are doubtful as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from kediri_index.model.dataset import says_nothing
from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import exact
from kediri_index.model.workbook import Row, column_letters
from kediri_index.sheets.surveys.table import AboutRespondent, SurveyTable
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
_ALIKE: Final = 3
"""So many rows in succession as another sheet has them, each unlike all others, are doubtful."""
_CERTAIN: Final = 5
"""So many are copied."""
_SHOWN: Final = 10

_Content = tuple[str, ...]


class SeenSheet(NamedTuple):
    """The rows of a sheet that count, and what each says but for its number and timestamp.

    *unlike* has what only one of them says.
    """

    table: SurveyTable
    rows: Sequence[Row]
    contents: Sequence[_Content]
    unlike: AbstractSet[_Content]


class Seen:
    """Respondents of one unit so far: rows with a timestamp, and whole sheets by their answers.

    *unlike* has the sheet, and the row in it, of what only one row of a sheet says.
    """

    def __init__(self) -> None:
        self.rows: dict[tuple[object, ...], Source] = {}
        self.whole: dict[tuple[object, ...], tuple[Source, str]] = {}
        self.sheets: list[SeenSheet] = []
        self.unlike: dict[_Content, tuple[int, int]] = {}


class Respondents(NamedTuple):
    """The rows that count, and the findings about rows."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def respondents_of(table: SurveyTable, seen: Seen, sha256: str) -> Respondents:
    """Return the respondents in *table*: each once, without totals, headers and empty rows.

    *sha256* is that of the file.
    """
    totals: list[Row] = []
    rows = list(_with_answers(table, totals))
    findings = []
    if totals:
        findings.append(_about_rows("S832", table, totals))
    copied = _copied(table, rows, seen, sha256)
    if copied is not None:
        return Respondents((), (*findings, copied))
    rows, repeated = _once(table, rows, seen)
    findings += repeated
    rows, copies = _without_copied(table, rows, seen)
    findings += copies
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
    numbers: dict[str, object] = {"count": len(rows), "rows": row_numbers(rows)}
    return Finding.at_cell(code, _place(table, rows[0]), None, None, **numbers, **params)


def _place(table: SurveyTable, row: Row) -> Source:
    first = column_letters(min(cell.column for cell in table.columns.values()))
    return table.sheet.place(f"{first}{row.number}")


def _with_answers(table: SurveyTable, totals: list[Row]) -> Iterator[Row]:
    """Yield the rows with an answer; those that sum others up go to *totals*."""
    columns = [cell.column for cell in table.columns.values()]
    headers = {cell.column: exact(cell.value) for cell in table.columns.values()}
    first, time = min(columns), table.about.get(AboutRespondent.TIMESTAMP)
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


def _copied(table: SurveyTable, rows: Sequence[Row], seen: Seen, sha256: str) -> Finding | None:
    """Return S825 where *rows* have the answers of another sheet, one by one.

    Where they are few, that is a copy only in a file of the same bytes.
    """
    questions = sorted(table.columns)
    columns = [table.columns[one].column for one in questions]
    key = (*questions, *(tuple(map(row.text, columns)) for row in rows))
    here = table.sheet.place()
    first, of_file = seen.whole.setdefault(key, (here, sha256))
    same_file = of_file == sha256 and first.file != here.file
    if first is here or not rows or (len(rows) < _COPIED and not same_file):
        return None
    return _about_rows("S825", table, rows, other=first.seen_from(here.file))


def _without_copied(
    table: SurveyTable, rows: list[Row], seen: Seen
) -> tuple[list[Row], list[Finding]]:
    """Return *rows* without runs that are copied from another sheet, and what is said of runs.

    S825 for what is certainly copied, S836 for what may be: it counts.
    """
    contents = list(_contents(table, rows))
    counted = Counter(contents)
    here = SeenSheet(table, rows, contents, frozenset(n for n in counted if counted[n] == 1))
    copied: set[int] = set()
    findings: list[Finding] = []
    for run, (other, shift) in _runs(here, seen):
        unlike = sum(contents[at] in here.unlike for at in run)
        if unlike < _ALIKE:
            continue
        certain = unlike >= _CERTAIN and all(
            _same_about(table, rows[at], other.table, other.rows[at + shift]) for at in run
        )
        copied.update(run if certain else ())
        place = _place(other.table, other.rows[run[0] + shift]).seen_from(table.sheet.file)
        own = [rows[at] for at in run]
        findings.append(_about_rows("S825" if certain else "S836", table, own, other=place))
    for at, content in enumerate(contents):
        if content in here.unlike:
            seen.unlike.setdefault(content, (len(seen.sheets), at))
    seen.sheets.append(here)
    return [row for at, row in enumerate(rows) if at not in copied], findings


def _contents(table: SurveyTable, rows: Iterable[Row]) -> Iterator[_Content]:
    """Yield what each of *rows* says, but for the number and the timestamp of its respondent."""
    about = set(table.about.values())
    named = {one.code: cell.column for one, cell in table.columns.items()}
    named |= {exact(text): n for n, text in table.others.items() if n not in about}
    columns = [named[name] for name in sorted(named)]
    return ((*sorted(named), *(exact(row.text(n)) for n in columns)) for row in rows)


def _runs(here: SeenSheet, seen: Seen) -> Iterator[tuple[range, tuple[SeenSheet, int]]]:
    """Yield the rows in succession that a sheet has too, in the same order.

    Of each run, that sheet, and how much further on the run begins there.
    """
    own, start, done = here.contents, 0, 0
    while start < len(own):
        found = seen.unlike.get(own[start]) if own[start] in here.unlike else None
        if found is None:
            start += 1
            continue
        other = seen.sheets[found[0]]
        theirs, shift = other.contents, found[1] - start
        first, end = start, start + 1
        while first > max(done, -shift) and own[first - 1] == theirs[first - 1 + shift]:
            first -= 1
        while end < min(len(own), len(theirs) - shift) and own[end] == theirs[end + shift]:
            end += 1
        yield range(first, end), (other, shift)
        done = start = end


def _same_about(table: SurveyTable, row: Row, other: SurveyTable, there: Row) -> bool:
    """Return whether nothing tells the respondents of two rows apart."""
    kinds = table.about.keys() & other.about.keys()
    return all(
        exact(row.text(table.about[kind])) == exact(there.text(other.about[kind])) for kind in kinds
    )


def _once(
    table: SurveyTable, rows: Iterable[Row], seen: Seen
) -> tuple[list[Row], Iterator[Finding]]:
    """Return *rows* each once, and S825 for those that repeat one, in whichever sheet.

    Only a timestamp tells that a row is the same one and not another respondent's.
    """
    kept: list[Row] = []
    again: list[tuple[Row, Source]] = []
    time = table.about.get(AboutRespondent.TIMESTAMP)
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
    column = table.about.get(AboutRespondent.RESPONDENT)
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
