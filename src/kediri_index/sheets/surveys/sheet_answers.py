"""The answers in one sheet of respondents, indicator by indicator, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from kediri_index.model.dataset import Reading
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding, Source
from kediri_index.model.survey import Answered, Survey
from kediri_index.model.text import exact
from kediri_index.model.workbook import Row, column_letters
from kediri_index.sheets.cell_values import CellError
from kediri_index.sheets.surveys.answers import AnswerReader
from kediri_index.sheets.surveys.respondents import first_of, row_numbers
from kediri_index.sheets.surveys.table import GROUP_COLUMN, Question, SurveyTable

FIRST: Final = 3
"""So many answers are shown of many."""


@dataclass(slots=True)
class IndicatorAnswers:
    """What respondents answered of one indicator: the means of each, by how many have them.

    *answered* are the ranges of cells, *headers* those above them, *first* the first answers.
    """

    means: Counter[Fraction] = field(default_factory=Counter)
    answered: list[Answered] = field(default_factory=list)
    headers: list[Source] = field(default_factory=list)
    first: list[Reading] = field(default_factory=list)

    def add(self, other: IndicatorAnswers) -> None:
        """Add the answers of a further sheet."""
        self.means += other.means
        self.answered += other.answered
        self.headers += other.headers
        self.first = [*self.first, *other.first][:FIRST]


class SheetAnswers:
    """Reads the respondents of one sheet for one indicator after another."""

    def __init__(self, table: SurveyTable, rows: Sequence[Row], *, from_csv: bool) -> None:
        self.table, self.rows, self.sheet = table, rows, table.sheet
        self._from_csv = from_csv
        self._readers: dict[tuple[object, ...], AnswerReader] = {}
        self._faults: dict[tuple[str, str], tuple[CellError, dict[str, None]]] = {}
        self._empty: dict[str, int] = {}
        self._lacking: dict[Question, list[str]] = {}
        self._groups: dict[tuple[int, tuple[str, ...]], _Groups] = {}
        self._of_any: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}

    def of(self, indicator: Indicator, survey: Survey) -> IndicatorAnswers | None:
        """Return the answers to the questions of *indicator*; None where the sheet lacks one."""
        columns = self._columns(indicator, survey)
        if columns is None:
            return None
        found = IndicatorAnswers(
            answered=[Answered(code, self._range(n)) for code, n in columns.items()],
            headers=[self.sheet.place(f"{column_letters(min(columns.values()))}{self.table.row}")],
        )
        reader, empty = self._reader(survey), dict[str, int]()
        for row in self._of_groups(indicator, survey):
            answers = {n: reader.read(self.sheet, row, n) for n in columns.values()}
            numbers = {n: one for n, one in answers.items() if isinstance(one, Fraction)}
            if len(numbers) == len(answers):
                found.means[_mean([*numbers.values()])] += 1
                found.first += () if len(found.first) >= FIRST else self._shown(row, numbers)
                continue
            for n, answer in answers.items():
                cell = f"{column_letters(n)}{row.number}"
                if answer is None:
                    empty[cell] = row.number
                elif isinstance(answer, CellError):
                    self._faults.setdefault(_cause(answer), (answer, {}))[1][cell] = None
        if found.means:  # else nobody was asked
            self._empty |= empty
        return found

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each cause: wrong, empty and other people's answers, no column."""
        for fault, faulty in self._faults.values():
            yield from self._found(fault, [*faulty])
        for note, seen in (one for reader in self._readers.values() for one in reader.notes):
            yield self._at(note.code, seen.address, seen.value, None, note.params)
        if self._empty:
            cells = [*self._empty]
            respondents = len(set(self._empty.values()))
            empty = {"count": len(cells), "cells": first_of(cells), "respondents": respondents}
            yield self._at("S823", cells[0], None, None, empty)
        for (column, groups), found in self._groups.items():
            if found.others:
                texts = [self.table.text(row, column) or "\N{EN DASH}" for row in found.others]
                cell = f"{column_letters(column)}{found.others[0].number}"
                rows, said = row_numbers(found.others), first_of([*dict.fromkeys(texts)])
                others = {"count": len(texts), "rows": rows, "groups": groups, "said": said}
                yield self._at("S828", cell, texts[0], None, others)
        header = next(iter(self.table.columns.values())).address
        for (name, groups), indicators in self._of_any.items():
            only = indicators[0] if len(indicators) == 1 else None
            wanted = GROUP_COLUMN if name is None else name
            unknown = {"groups": groups, "column": wanted, "count": len(self.rows)}
            yield self._at("S835", header, None, only, unknown)
        for question, indicators in self._lacking.items():
            only = indicators[0] if len(indicators) == 1 else None
            shown = first_of(indicators)
            lacking = {"question": question.code, "text": question.text, "indicators": shown}
            yield self._at("S834", header, None, only, lacking)

    def _columns(self, indicator: Indicator, survey: Survey) -> dict[str, int] | None:
        """Return the columns of the questions by code; None where the sheet lacks any."""
        questions = [Question(*one) for one in survey.questions.items()]
        lacking = [one for one in questions if one not in self.table.columns]
        if lacking and len(lacking) < len(questions):
            for one in lacking:
                self._lacking.setdefault(one, []).append(indicator.id)
        if lacking:
            return None
        return {one.code: self.table.columns[one].column for one in questions}

    def _reader(self, survey: Survey) -> AnswerReader:
        key = (survey.scale, *survey.answers.items())
        if key not in self._readers:
            self._readers[key] = AnswerReader(survey, from_csv=self._from_csv)
        return self._readers[key]

    def _range(self, column: int) -> Source:
        letters, rows = column_letters(column), self.rows
        return self.sheet.place(f"{letters}{rows[0].number}:{letters}{rows[-1].number}")

    def _of_groups(self, indicator: Indicator, survey: Survey) -> Sequence[Row]:
        """Return the respondents of the target groups; those of others are named, and left out.

        Where the sheet does not tell the groups, all count, and that is named too.
        """
        if not survey.groups:
            return self.rows
        column = self.table.group_column(survey.group_column)
        if column is None:
            asked = survey.group_column, survey.groups
            self._of_any.setdefault(asked, []).append(indicator.id)
            return self.rows
        key = column, survey.groups
        if key not in self._groups:
            wanted = set(map(exact, survey.groups))
            found = self._groups[key] = _Groups()
            for row in self.rows:
                is_own = exact(self.table.text(row, column)) in wanted
                (found.own if is_own else found.others).append(row)
        return self._groups[key].own

    def _shown(self, row: Row, numbers: Mapping[int, Fraction]) -> Iterator[Reading]:
        for n, number in numbers.items():
            place = self.sheet.place(f"{column_letters(n)}{row.number}")
            yield Reading(number, None, row.text(n).strip(), place)

    def _found(self, fault: CellError, cells: Sequence[str]) -> Iterator[Finding]:
        """Yield one finding for an answer out of the scale, else one per cell, as of any table."""
        if fault.code.startswith("S"):
            params = {**fault.params, "count": len(cells), "cells": first_of(cells)}
            yield self._at(fault.code, cells[0], fault.value, None, params)
            return
        for cell in cells:
            yield self._at(fault.code, cell, fault.value, None, fault.params)

    def _at(
        self,
        code: str,
        cell: str,
        value: str | None,
        indicator: str | None,
        params: Mapping[str, object],
    ) -> Finding:
        return Finding.at_cell(code, self.sheet.place(cell), value, indicator, **params)


@dataclass(slots=True)
class _Groups:
    """Respondents of the target groups, and all others."""

    own: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)


def _cause(fault: CellError) -> tuple[str, str]:
    return fault.code, repr((fault.value, sorted(fault.params.items())))


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return numbers[0] if len(numbers) == 1 else sum(numbers, start=Fraction(0)) / len(numbers)
