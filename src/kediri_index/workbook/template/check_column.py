"""The column *Periksa*: its formulas, and the hidden sheet with the steps behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from kediri_index.model.definition import Indicator, Unanswered
from kediri_index.model.scoring import Reads
from kediri_index.model.workbook import column_letters
from kediri_index.workbook.columns import Column
from kediri_index.workbook.form import ANSWERS_SHEET, HEADER_ROW, STEPS_SHEET
from kediri_index.workbook.template.cell_problems import FormCell, answer_steps
from kediri_index.workbook.template.form_rows import Form, FormRow
from kediri_index.workbook.template.row_problems import RowCells, row_cases
from kediri_index.workbook.template.steps import STEP_COUNT, Step, Steps, quoted
from kediri_index.workbook.template.words import Words

CHECKED: Final = (Column.TARGET, Column.MEASURE, Column.SELF, Column.ASSESSOR)
"""The columns whose answers are looked at, in the order of their steps."""

ROW_PROBLEM: Final = STEP_COUNT * len(CHECKED)
"""The column of the hidden sheet, counted from 0, for what is wrong with the row as a whole."""

_LONGEST: Final = 400
_NUMBER: Final = Steps._fields.index("number") - 1


class Checks(NamedTuple):
    """The formulas of one row: by column of the hidden sheet, counted from 0, and *Periksa*."""

    steps: tuple[tuple[int, Step], ...]
    shown: Step


def address(form: Form, column: Column, position: int) -> str:
    """Return the address in the answers; *position* counts the rows from 0."""
    return f"{column_letters(form.columns.index(column) + 1)}{HEADER_ROW + 1 + position}"


def checks_of(form: Form, position: int) -> Checks:
    """Return the formulas of the row at *position*, counted from 0."""
    row = form.rows[position]
    words = Words(form.language)
    answers: dict[Column, Steps] = {
        column: _steps(form, column, position)
        for column in CHECKED
        if column in asked_columns(row.indicator)
    }
    found: list[tuple[int, Step]] = []
    for column, read in answers.items():
        steps = answer_steps(read, FormCell(row.indicator, column), form.language)
        found += enumerate(steps, start=STEP_COUNT * CHECKED.index(column))
    cells = RowCells(
        answers,
        _reference(form, Column.EVIDENCE, position),
        _assessor(form, position),
        _used(form, row),
    )
    formula = '""'
    for condition, problem in reversed(
        list(row_cases(form.definition, row.indicator, cells, words))
    ):
        formula = f"IF({condition},{quoted(problem)},{formula})"
    at_first = _at_first(form, row, words)
    found.append((ROW_PROBLEM, Step(formula, at_first)))
    shown = [*_shown(answers), _joined(_step_cell(ROW_PROBLEM, position))]
    return Checks(tuple(found), Step(f"MID({'&'.join(shown)},3,{_LONGEST})", at_first))


def asked_columns(indicator: Indicator) -> frozenset[Column]:
    """Return the columns with answers to *indicator*."""
    method = indicator.rule.method
    if method.reads is Reads.SCORE:
        return frozenset({Column.SELF, Column.ASSESSOR})
    return frozenset({Column.MEASURE} | ({Column.TARGET} if method.reads_target else set()))


def summary(form: Form) -> Step:
    """Return the formula that counts the rows with something to repair."""
    cells = "{}:{}".format(
        *(address(form, Column.CHECK, at) for at in (0, max(0, len(form.rows) - 1)))
    )
    words = Words(form.language)
    left, ready = words.text("left"), words.text("ready")
    count = f'COUNTIF({cells},"?*")'
    at_first = sum(_at_first(form, row, words) != "" for row in form.rows)
    formula = f"IF({count}=0,{quoted(ready)},{count}&{quoted(f' {left}')})"
    return Step(formula, f"{at_first} {left}" if at_first else ready)


def _steps(form: Form, column: Column, position: int) -> Steps:
    first = STEP_COUNT * CHECKED.index(column)
    cells = (_step_cell(first + number, position) for number in range(STEP_COUNT))
    return Steps(_reference(form, column, position), *cells)


def _reference(form: Form, column: Column, position: int) -> str:
    return f"{ANSWERS_SHEET}!{address(form, column, position)}"


def _step_cell(column: int, position: int) -> str:
    return f"{STEPS_SHEET}!{column_letters(column + 1)}{HEADER_ROW + 1 + position}"


def _assessor(form: Form, position: int) -> str | None:
    """Return the assessor's score beside a measured result, which would count instead."""
    measured = form.rows[position].indicator.rule.method.reads is Reads.MEASURE
    if not measured or Column.ASSESSOR not in form.columns:
        return None
    return _reference(form, Column.ASSESSOR, position)


def _used(form: Form, row: FormRow) -> str | None:
    """Return the formula of whether anything is answered in the optional group of *row*."""
    if row.option is None:
        return None
    positions = [at for at, one in enumerate(form.rows) if one.option == row.option]
    numbers = ",".join(
        f"{_step_cell(column, positions[0])}:"
        f"{_step_cell(column, positions[-1]).removeprefix(f'{STEPS_SHEET}!')}"
        for column in (
            STEP_COUNT * CHECKED.index(one) + _NUMBER for one in CHECKED if one != Column.TARGET
        )
    )
    return f"COUNT({numbers})>0"


def _at_first(form: Form, row: FormRow, words: Words) -> str:
    wanted = form.definition.missing.answers is Unanswered.ERROR and row.option is None
    return words.title("C101") if wanted else ""


def _shown(answers: dict[Column, Steps]) -> Iterator[str]:
    """Yield what *Periksa* shows of each answer: the column and its problem."""
    for column, cells in answers.items():
        yield _joined(cells.problem, f"{column.value}: ")


def _joined(problem: str, before: str = "") -> str:
    return f'IF({problem}="","",{quoted(f"; {before}")}&{problem})'
