"""What is wrong with a row as a whole, as formulas: no answer, no target, no evidence, a slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.definition import Definition, Evidence, Indicator, Unanswered
from kediri_index.model.scoring import Direction, Reads, ScoringMethod, is_panel
from kediri_index.scoring.leaf import bounds_of
from kediri_index.workbook.columns import Column
from kediri_index.workbook.template.cell_problems import Case
from kediri_index.workbook.template.steps import Steps, figure, is_absent
from kediri_index.workbook.template.words import Words

_HUNDRED: Final = 100
_NEAR: Final = 2
"""Of the rule on slips of a unit, which this follows."""


class RowCells(NamedTuple):
    """The cells of one row: its answers with their steps, the assessor's score, the evidence.

    *used* is the formula of whether anything in the row's optional group is answered; None where
    the row must be answered.
    """

    answers: Mapping[Column, Steps]
    evidence: str
    assessor: str | None = None
    used: str | None = None


def row_cases(
    definition: Definition, indicator: Indicator, cells: RowCells, words: Words
) -> Iterator[Case]:
    """Yield what may be wrong with the row; the first case that holds counts."""
    if definition.missing.answers is Unanswered.ERROR:
        yield from _unanswered(cells, words)
    if indicator.rule.method.reads_target:
        target, measure = cells.answers[Column.TARGET], cells.answers[Column.MEASURE]
        no_target = f'{target.number}="",{target.problem}=""'
        yield f"AND(ISNUMBER({measure.number}),{no_target})", words.text("check.no-target")
    if indicator.is_percent and indicator.rule.method.reads is Reads.MEASURE:
        yield from _slip(indicator, cells, words)
    if indicator.evidence is Evidence.REQUIRED:
        yield (
            f"AND({_claims(indicator, cells)},{is_absent(cells.evidence)})",
            words.title("C104"),
        )


def _unanswered(cells: RowCells, words: Words) -> Iterator[Case]:
    """Yield that nobody answered; a target alone is no answer."""
    answers = [steps for column, steps in cells.answers.items() if column is not Column.TARGET]
    if cells.assessor is not None:
        yield f"ISNUMBER({cells.assessor})", ""
    if cells.used is not None:
        yield f"NOT({cells.used})", ""
    said = ",".join(f'{one.number}="",{one.problem}="",{one.word}<>1' for one in answers)
    not_yet = ",".join(f"{one.word}=2" for one in answers)
    yield f"AND({said},OR({not_yet}))", words.title("C102")
    yield f"AND({said})", words.title("C101")


def _slip(indicator: Indicator, cells: RowCells, words: Words) -> Iterator[Case]:
    """Yield that result and target are a hundred times apart, as ``rules.magnitude.slips`` does."""
    result = cells.answers[Column.MEASURE].number
    target = _target(indicator, cells)
    if target is None:
        return
    small = f"MIN(ABS({result}),ABS({target}))"
    large = f"MAX(ABS({result}),ABS({target}))"
    apart = f"{small}>0,{small}*{_HUNDRED}<={large}*{_NEAR},{large}<={small}*{_HUNDRED * _NEAR}"
    if indicator.valid is not None:
        low, high = map(figure, indicator.valid)
        slipped = f"IF(AND(ABS({target})<=1,ABS({result})>1),{target},{result})"
        meant = f"{slipped}*IF(ABS({slipped})={small},{_HUNDRED},1/{_HUNDRED})"
        apart = f"{apart},{meant}>={low},{meant}<={high}"
    both = f"AND(ISNUMBER({result}),ISNUMBER({target}))"
    yield f"IF({both},AND({apart}),FALSE)", words.title("C130")


def _target(indicator: Indicator, cells: RowCells) -> str | None:
    """Return the target as the sheet has it: filled in, or the definition's."""
    method = indicator.rule.method
    if Column.TARGET in cells.answers:
        return cells.answers[Column.TARGET].number
    return figure(method.own_target) if isinstance(method.own_target, Fraction) else None


def _claims(indicator: Indicator, cells: RowCells) -> str:
    """Return the formula of whether an answer claims more than the lowest score."""
    bounds = bounds_of(indicator.rule)
    if indicator.rule.method.reads is Reads.MEASURE:
        number = cells.answers[Column.MEASURE].number
        among_units = is_panel(indicator.rule.method)
        above = (
            "TRUE" if bounds is None or among_units else _above(indicator, cells, number, bounds[0])
        )
        return f"IF(ISNUMBER({number}),{above},FALSE)"
    numbers = [cells.answers[column].number for column in (Column.SELF, Column.ASSESSOR)]
    if bounds is None:
        return f"OR({','.join(f'ISNUMBER({one})' for one in numbers)})"
    method = indicator.rule.method
    if not method.are_scores:
        lowest = [figure(at) for at in method.names if _is_worth(method, at, bounds[0])]
        return f"OR({','.join(_is_none_of(one, lowest) for one in numbers)})"
    low = figure(bounds[0])
    return f"OR({','.join(f'IF(ISNUMBER({one}),{one}>{low},FALSE)' for one in numbers)})"


def _is_none_of(number: str, levels: Sequence[str]) -> str:
    nothing = ",".join(f"{number}={level}" for level in levels)
    return f"IF(ISNUMBER({number}),NOT(OR({nothing})),FALSE)"


def _above(indicator: Indicator, cells: RowCells, number: str, bottom: Fraction) -> str:
    """Return the formula of whether the score of *number* lies above *bottom*."""
    method, higher = indicator.rule.method, indicator.direction is Direction.HIGHER
    if method.posts is not None:
        low, high = map(figure, method.posts)
        return f"{number}>{low}" if higher else f"{number}<{high}"
    found = method.formula(number, _target(indicator, cells), indicator.direction)
    if found is None:
        return "TRUE"
    return f"IFERROR({found.score}>{figure(Fraction(0) if method.onto else bottom)},TRUE)"


def _is_worth(method: ScoringMethod, level: Fraction, score: Fraction) -> bool:
    return method.score(level, None, Direction.HIGHER).value == score
