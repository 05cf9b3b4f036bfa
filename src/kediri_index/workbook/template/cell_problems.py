"""What is wrong with one answer, as a formula: the checks of ``workbook.rows.row``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Indicator
from kediri_index.model.language import Language
from kediri_index.model.scoring import Outside, Range, Reads, YesOrNo
from kediri_index.scoring.value_scores import readings_of
from kediri_index.workbook.cell_values import levels_by_name
from kediri_index.workbook.headers.columns import Column
from kediri_index.workbook.rows.row import ASKED, Asked
from kediri_index.workbook.template.steps import (
    Step,
    Steps,
    figure,
    has_format,
    is_no,
    is_yes,
    one_of,
    quoted,
    reading_steps,
)
from kediri_index.workbook.template.words import Words

Case = tuple[str, str]
"""A condition, and what it makes of the answer; an empty text is no problem."""


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
    def bounds(self) -> Range | None:
        """What the number must lie within: what is possible, and on the scale."""
        rule = self.indicator.rule
        ranges = [self.of_row.valid]
        if not self.reads_measure:
            ranges.append(readings_of(rule) if rule.outside is Outside.ERROR else None)
        found = [one for one in ranges if one is not None]
        if not found:
            return None
        return max(low for low, _ in found), min(high for _, high in found)


def answer_steps(cells: Steps, asked: FormCell, language: Language) -> tuple[Step, ...]:
    """Return all steps of one answer, the last of which says what is wrong with it."""
    steps = reading_steps(cells, percent=asked.percent, yes_no=asked.yes_no, named=asked.named)
    formula = '""'
    for condition, problem in reversed(list(_cases(cells, asked, Words(language)))):
        formula = f"IF({condition},{quoted(problem)},{formula})"
    return (*steps, Step(formula, ""))


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
    valid, rule = asked.of_row.valid, asked.indicator.rule
    if valid is not None:
        yield _beyond(number, valid), words.within("C205", valid)
    if asked.column is Column.TARGET:
        yield f"{number}=0", words.title("S201")
    elif asked.yes_no:
        yield f"NOT({_is_one_of(number, asked.yes_no)})", words.title("C206")
    elif asked.levels:
        yield f"NOT({_is_one_of(number, asked.levels)})", words.listed("C204", asked.levels)
    else:
        posts = rule.method.posts
        if rule.method.above_zero:
            yield f"{number}<=0", words.title("S204")
        if posts is not None and rule.outside is Outside.ERROR:
            yield _beyond(number, posts), words.within("C203", posts)
    bounds = readings_of(rule)
    if not asked.reads_measure and bounds is not None and rule.outside is Outside.ERROR:
        yield _beyond(number, bounds), words.within("C203", bounds)


def _beyond(number: str, bounds: Range) -> str:
    return f"OR({number}<{figure(bounds[0])},{number}>{figure(bounds[1])})"


def _is_one_of(number: str, possible: tuple[Fraction, ...]) -> str:
    return f"OR({','.join(f'{number}={figure(one)}' for one in possible)})"
