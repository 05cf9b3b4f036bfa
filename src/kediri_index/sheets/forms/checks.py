"""The formulas of a form by row: their steps on the hidden sheet, and the column *Periksa*."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kediri_index.model.definition import Unanswered
from kediri_index.model.scoring import (
    Reads,
)
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.forms.form import (
    ANSWERS_SHEET,
    HEADER_ROW,
    STEPS_SHEET,
    Form,
    FormRow,
    Words,
    asked_columns,
)
from kediri_index.sheets.forms.problems import FormCell, RowCells, answer_steps, row_cases
from kediri_index.sheets.forms.steps import (
    STEP_COUNT,
    FormulaStep,
    Steps,
    is_blank,
    quoted,
)
from kediri_index.sheets.tables.columns import Column

CHECKED: Final = (Column.TARGET, Column.MEASURE, Column.SELF, Column.ASSESSOR)
"""The columns whose answers are looked at, in the order of their steps."""

ROW_PROBLEM: Final = STEP_COUNT * len(CHECKED)
"""The column of the hidden sheet, counted from 0, for what is wrong with the row as a whole."""

ROW_FILLED: Final = ROW_PROBLEM + 1
"""The column of the hidden sheet for whether the row is filled in."""

_OWN: Final = frozenset({Column.MEASURE, Column.SELF})
"""What every agency answers with; a target only goes with it."""
_LONGEST: Final = 400
_NUMBER: Final = Steps._fields.index("number") - 1


class Checks(NamedTuple):
    """The formulas of one row: by column of the hidden sheet, counted from 0, and *Periksa*."""

    steps: tuple[tuple[int, FormulaStep], ...]
    shown: FormulaStep


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
    found: list[tuple[int, FormulaStep]] = []
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
    found.append((ROW_PROBLEM, FormulaStep(formula, at_first)))
    found.append((ROW_FILLED, _filled(answers, cells.used)))
    shown = [*_shown(answers), _joined(_step_cell(ROW_PROBLEM, position))]
    return Checks(tuple(found), FormulaStep(f"MID({'&'.join(shown)},3,{_LONGEST})", at_first))


def _filled(answers: Mapping[Column, Steps], used: str | None) -> FormulaStep:
    """Return the formula of whether the agency filled in its cells of the row: 1 or 0.

    It is empty where nobody need do so. A target goes with a result that applies.
    """
    own = [steps.answer for column, steps in answers.items() if column in _OWN]
    said = [f"NOT({is_blank(cell)})" for cell in own]
    if Column.TARGET in answers:
        target, measure = answers[Column.TARGET].answer, answers[Column.MEASURE].word
        said.append(f"OR(NOT({is_blank(target)}),{measure}=1)")
    formula = f"IF(AND({','.join(said)}),1,0)"
    if used is not None:
        return FormulaStep(f'IF({used},{formula},"")', "")
    return FormulaStep(formula, 0)


def summary(form: Form) -> FormulaStep:
    """Return the formula of how many rows are filled in, and whether any needs repair."""
    words, last = Words(form.language), max(0, len(form.rows) - 1)
    checks = "{}:{}".format(*(address(form, Column.CHECK, at) for at in (0, last)))
    filled = _step_range(ROW_FILLED, range(last + 1))
    wrong, done, asked = f'COUNTIF({checks},"?*")', f"SUM({filled})", f"COUNT({filled})"
    optional = sum(row.option is not None for row in form.rows)
    total = f"IF({asked}=0,{len(form.rows)},{asked})" if optional else asked
    of, problems = (words.text(key) for key in ("of", "problems"))
    ready = f"; {words.text('ready')}"
    said = f"{done}&{quoted(f' {of} ')}&{total}&{quoted(' ' + words.text('filled'))}"
    repair = f"{quoted('; ')}&{wrong}&{quoted(f' {problems}')}"
    formula = f'{said}&IF({wrong}>0,{repair},IF({done}={total},{quoted(ready)},""))'
    at_first = sum(_at_first(form, row, words) != "" for row in form.rows)
    empty = f"0 {of} {len(form.rows) - optional or len(form.rows)} {words.text('filled')}"
    return FormulaStep(formula, f"{empty}; {at_first} {problems}" if at_first else empty)


def _steps(form: Form, column: Column, position: int) -> Steps:
    first = STEP_COUNT * CHECKED.index(column)
    cells = (_step_cell(first + number, position) for number in range(STEP_COUNT))
    return Steps(_reference(form, column, position), *cells)


def _reference(form: Form, column: Column, position: int) -> str:
    return f"{ANSWERS_SHEET}!{address(form, column, position)}"


def _step_cell(column: int, position: int) -> str:
    return f"{STEPS_SHEET}!{column_letters(column + 1)}{HEADER_ROW + 1 + position}"


def _step_range(column: int, positions: Sequence[int]) -> str:
    """Return the range of a column of the hidden sheet, from the first of *positions* on."""
    first, last = (_step_cell(column, at) for at in (positions[0], positions[-1]))
    return f"{first}:{last.removeprefix(f'{STEPS_SHEET}!')}"


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
        _step_range(STEP_COUNT * CHECKED.index(one) + _NUMBER, positions)
        for one in CHECKED
        if one != Column.TARGET
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
