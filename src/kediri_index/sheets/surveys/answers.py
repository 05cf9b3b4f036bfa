"""What one respondent's cell says: the number of the answer, no answer, or a fault."""

from __future__ import annotations

import re
from fractions import Fraction

from kediri_index.model.dataset import MISSING_WORDS
from kediri_index.model.language import Spread
from kediri_index.model.scoring import Fault
from kediri_index.model.survey import Survey
from kediri_index.model.text import exact
from kediri_index.model.workbook import LOOKS, Cell, CellFormat, CellKind, Row, Sheet
from kediri_index.sheets.cell_values import CellError, ExpectedNumber, Located, marked, read_number

_NO_ANSWER = frozenset({"tidak tahu", "tidak menjawab", "don't know", "no answer"})
"""What forms offer beside the scale; nobody is counted for it."""
_NUMBER_AND_WORD = re.compile(r"(?P<number>\d+)\s*(?:[-.:=)(]|\N{EN DASH})*\s*(?P<word>\D.*?)\)?")
_WORD_AND_NUMBER = re.compile(r"(?P<word>\D+?)\s*[-:=(]*\s*(?P<number>\d+)\)?")
"""An answer with its number beside it: *4 - Sangat setuju*, *Sangat setuju (4)*."""


class AnswerReader:
    """Reads the cells of one survey; an answer is read once, however many give it.

    *notes* say which of two readings was taken, at the first cell with it.
    """

    def __init__(self, survey: Survey, *, from_csv: bool) -> None:
        self.survey = survey
        self._expected = ExpectedNumber(survey.scale, from_csv=from_csv, of_units=True)
        self._words = {exact(word): number for number, word in survey.answers.items()}
        self.notes: list[tuple[Fault, Cell]] = []
        self._known: dict[tuple[int, str], Fraction | CellError | None] = {}

    def read(self, sheet: Sheet, row: Row, column: int) -> Fraction | CellError | None:
        """Return the answer in a column of *row*, None where the respondent gave none."""
        look = row.look(column)
        if not look:
            return None
        text = row.text(column)
        key = look, text
        if key not in self._known:
            cell = Cell(row.number, column, LOOKS[look].kind, text, *LOOKS[look][1:])
            try:
                self._known[key] = self._answer(sheet, cell)
            except CellError as fault:
                self._known[key] = fault
        return self._known[key]

    def _answer(self, sheet: Sheet, cell: Cell) -> Fraction | None:
        if cell.kind is CellKind.TEXT:
            if cell.format is CellFormat.MARKED:
                raise marked(cell)
            word = self._word(cell.value)
            if word is not None:
                return word
            if exact(cell.value) in _NO_ANSWER:
                return None
        low, high = self.survey.scale
        try:
            reading, faults = read_number(Located(cell, sheet.place(cell.address)), self._expected)
        except CellError as fault:
            if fault.code != "C110":
                raise
            known = tuple(self.survey.answers.values())
            raise CellError("S822", cell.value, known=known or Spread(low, high)) from None
        self.notes += ((fault, cell) for fault in faults)
        number = reading.number
        if number is not None and not low <= number <= high:
            raise CellError("S821", reading.text, low=low, high=high)
        return number

    def _word(self, text: str) -> Fraction | None:
        """Return the number of an answer in words; a number beside it must be the same."""
        said = exact(text)
        if said in self._words or said in MISSING_WORDS:
            return self._words.get(said)
        for pattern in (_NUMBER_AND_WORD, _WORD_AND_NUMBER):
            match = pattern.fullmatch(said)
            worth = self._words.get(match["word"].strip()) if match else None
            if match and worth == int(match["number"]):
                return worth
        return None
