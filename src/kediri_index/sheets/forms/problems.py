"""What is wrong with an answer or a row, as formulas: cases, and what each says."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.definition import Definition, Evidence, Indicator, Unanswered
from kediri_index.model.language import Language
from kediri_index.model.scoring import (
    Direction,
    Outside,
    Range,
    Reads,
    ScoringMethod,
    YesOrNo,
    is_panel,
)
from kediri_index.scoring.score_rule import bounds_of, readings_of
from kediri_index.sheets.cell_values import levels_by_name
from kediri_index.sheets.forms.form import (
    Words,
)
from kediri_index.sheets.forms.steps import (
    FormulaStep,
    Steps,
    figure,
    has_format,
    is_absent,
    is_no,
    is_yes,
    one_of,
    quoted,
    reading_steps,
)
from kediri_index.sheets.rows.context import ASKED, Asked
from kediri_index.sheets.tables.columns import Column

Case = tuple[str, str]
"""A condition, and what it makes of the answer; its text is empty where nothing is wrong."""


class FormCell(NamedTuple):
    """A cell of a form: what it asks for is a number, a level, or yes or no."""

    indicator: Indicator
    column: Column

    @property
    def of_row(self) -> Asked:
        """What is asked of the cell when the row is read."""
        return ASKED[self.column](self.indicator, None)

    @property
    def percent(self) -> bool:
        """Whether the cell may hold a percentage."""
        return self.of_row.percent

    @property
    def reads_measure(self) -> bool:
        """Whether the cell holds a measured result or its target."""
        return self.indicator.rule.method.reads is Reads.MEASURE

    @property
    def yes_no(self) -> YesOrNo | None:
        """The scores of yes and no, where the cell asks for either."""
        return self.indicator.rule.method.yes_or_no

    @property
    def levels(self) -> tuple[Fraction, ...]:
        """The levels to choose from, if any."""
        method = self.indicator.rule.method
        return () if method.between else tuple(method.names)

    @property
    def named(self) -> dict[str, Fraction]:
        """The levels by the names that the cell may hold."""
        return levels_by_name(self.indicator.rule.method.names)

    @property
    def limits(self) -> Mapping[str, Range]:
        """What the number must lie within, by the finding on one that does not."""
        valid, rule = self.of_row.valid, self.indicator.rule
        of_score = rule.method.posts if self.reads_measure else readings_of(rule)
        if self.column is Column.TARGET or rule.outside is not Outside.ERROR:
            of_score = None
        found = {"C205": valid, "C203": of_score}
        return {code: one for code, one in found.items() if one is not None}

    @property
    def bounds(self) -> Range | None:
        """What the number must lie within: what is possible, and what has a score."""
        found = self.limits.values()
        return (max(low for low, _ in found), min(high for _, high in found)) if found else None


def answer_steps(cells: Steps, asked: FormCell, language: Language) -> tuple[FormulaStep, ...]:
    """Return all steps of one answer, the last of which says what is wrong with it."""
    steps = reading_steps(cells, percent=asked.percent, yes_no=asked.yes_no, named=asked.named)
    formula = '""'
    for condition, problem in reversed(list(_cases(cells, asked, Words(language)))):
        formula = f"IF({condition},{quoted(problem)},{formula})"
    return (*steps, FormulaStep(formula, ""))


def _cases(cells: Steps, asked: FormCell, words: Words) -> Iterator[Case]:
    """Yield the cases in the order of the checks; the first that holds counts."""
    answer, text = cells.answer, cells.text
    yield f"ISERROR({answer})", words.title("C111")
    yield f"ISLOGICAL({answer})", "" if asked.yes_no else words.title("C114")
    yield f"AND(ISNUMBER({answer}),{has_format(answer, 'D')})", words.title("C113")
    if not asked.percent:
        yield f"AND(ISNUMBER({answer}),{has_format(answer, 'P')})", words.no_percent
    if asked.of_row.always:
        yield f"{cells.word}=1", words.title("C213")
    yield f'OR(AND({text}="",NOT(ISNUMBER({answer}))),{cells.word}>0)', ""
    if asked.yes_no:
        yield f"OR({is_yes(text)},{is_no(text)})", ""
    if asked.named:
        yield one_of(text, asked.named), ""
    not_a_number = words.title("C206") if asked.yes_no else words.no_number
    yield f"AND(ISTEXT({answer}),{cells.shape}=0)", not_a_number
    if not asked.percent:
        yield f'RIGHT({text})="%"', words.no_percent
    yield f"{cells.shape}=2", words.two_readings
    yield from _cases_of_number(cells.number, asked, words)


def _cases_of_number(number: str, asked: FormCell, words: Words) -> Iterator[Case]:
    limits = asked.limits
    if "C205" in limits:
        yield _beyond(number, limits["C205"]), words.within("C205", limits["C205"])
    if asked.column is Column.TARGET:
        yield f"{number}=0", words.title("S201")
    elif asked.yes_no:
        yield f"NOT({_is_one_of(number, asked.yes_no)})", words.title("C206")
    elif asked.levels:
        yield f"NOT({_is_one_of(number, asked.levels)})", words.listed("C204", asked.levels)
    elif asked.indicator.rule.method.above_zero:
        yield f"{number}<=0", words.title("S204")
    if "C203" in limits:
        yield _beyond(number, limits["C203"]), words.within("C203", limits["C203"])


def _beyond(number: str, bounds: Range) -> str:
    return f"OR({number}<{figure(bounds[0])},{number}>{figure(bounds[1])})"


def _is_one_of(number: str, possible: tuple[Fraction, ...]) -> str:
    return f"OR({','.join(f'{number}={figure(one)}' for one in possible)})"


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
