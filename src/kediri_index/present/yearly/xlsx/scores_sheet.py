"""The sheets of scores: the tree block by block in formulas, and the recap, a row an indicator."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from kediri_index.model.aggregation import number
from kediri_index.model.dataset import Lead, Reading
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.workbook import column_letters
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.present.yearly.xlsx.answers_sheet import seen
from kediri_index.present.yearly.xlsx.leaves import BookLeaf, rounded
from kediri_index.present.yearly.xlsx.nodes import BookFigures, Formula, NodeFormulas
from kediri_index.present.yearly.xlsx.places import (
    FIRST_ROW,
    SCORES,
    BookLayout,
    InputRow,
    NodeRows,
    SheetRow,
)
from kediri_index.present.yearly.xlsx.sheet import FINE, BookStyles, SheetWriter, Value
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import round_half_up

_WIDTHS: Final = (14, 46, 9, 11, 11, 15, 15, 11, 12, 20, 30, 10, 10, 9, 12, 12)
_PERCENT: Final = "0.00%"


class ScoresSheet:
    """Writes the sheet; *classes* is the range that has the names of the classes."""

    def __init__(
        self,
        sheet: SheetWriter,
        words: YearlyWording,
        places: BookLayout,
        figures: BookFigures,
        styles: BookStyles,
        classes: str,
    ) -> None:
        self.sheet = sheet
        self.words = words
        self.places = places
        self.figures = figures
        self.styles = styles
        self.classes = classes
        self.formulas = NodeFormulas(words.definition, places, figures)

    def write(self) -> None:
        """Write it all."""
        words, sheet = self.words, self.sheet
        sheet.set_widths(_WIDTHS)
        sheet.put(0, 0, words.say("book.sheet.scores"), self.styles.title, across=0)
        sheet.put(1, 0, words.unit(words.yearly.result), self.styles.subtitle, across=0)
        sheet.merged(2, range(SCORES.how + 1), words.say("book.scores-note"), self.styles.muted)
        for column, title in enumerate(self._titles()):
            sheet.put(FIRST_ROW - 2, column, title, self.styles.header)
        last = SCORES.reached_carried if self.places.has_median else SCORES.applies
        sheet.sheet.set_column(SCORES.counted, last, 10, None, {"level": 1})
        self._row(self.places.rows[OVERALL])
        for block in self.places.blocks:
            self._block(block)
        sheet.sheet.freeze_panes(FIRST_ROW - 1, 2)
        sheet.sheet.repeat_rows(FIRST_ROW - 2)
        end = max(row.row for row in self.places.rows.values())
        sheet.sheet.print_area(0, 0, end - 1, SCORES.how)

    def _titles(self) -> list[str]:
        keys = [
            "column.code",
            "column.group",
            "column.weight",
            "book.column.share",
            "column.effective-weight",
            "column.score",
            "book.column.carried",
            "book.column.published",
            "column.contribution",
            "column.class",
            "book.column.how",
            "book.column.counted",
            "book.column.answered",
            "book.column.applies",
        ]
        if self.places.has_median:
            keys += ["book.column.reached", "book.column.reached-carried"]
        return [self.words.say(key) for key in keys]

    def _block(self, block: NodeRows) -> None:
        path = [one.id for one in (block.parent, *self.places.above(block.parent))]
        names = [self.words.name(one) for one in reversed(path) if one != OVERALL]
        title = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(
            names or [self.words.say("book.overall")]
        )
        for column in range(SCORES.how + 1):
            said = None if column else title
            self.sheet.put(block.title - 1, column, said, self.styles.block, across=0)
        for row in block.rows:
            self._row(row)
        if not any(self.figures.count(row.id) for row in block.rows):
            self.sheet.fold(range(block.title - 1, block.rows[-1].row))

    def _row(self, row: SheetRow) -> None:
        figures, node = self.figures, row.node
        bold = not isinstance(node, Indicator)
        name = self.words.say("book.overall") if node is None else self.words.label(node.label)
        code = row.id if isinstance(node, Indicator) else None
        self._text(row, SCORES.code, code, bold=bold)
        self._text(row, SCORES.name, name, bold=bold)
        self._text(row, SCORES.how, self._how(row), bold=False)
        formulas, label = self.formulas, figures.label(row.id)
        class_name = None if label is None else self.words.label(label)
        cells: list[tuple[int, Formula | None, Value, str]] = [
            (SCORES.effective, formulas.effective(row), figures.effective(row.id), _PERCENT),
            (SCORES.score, formulas.score(row), figures.score(row.id), FINE),
            (SCORES.carried, formulas.carried(row), figures.carried(row.id), FINE),
            (
                SCORES.published,
                formulas.published(row),
                figures.published(row.id),
                self.styles.fixed,
            ),
            (
                SCORES.contribution,
                formulas.contribution(row),
                figures.contribution(row.id),
                self.styles.fixed,
            ),
            (SCORES.class_name, formulas.class_name(row, self.classes), class_name, "General"),
            (SCORES.counted, formulas.counted(row), figures.count(row.id), "0"),
            (SCORES.answered, formulas.answered(row), figures.answered(row.id), "0"),
        ]
        if node is not None:
            cells += [
                (SCORES.weight, formulas.weight(row), figures.weight(row.id), "General"),
                (SCORES.share, formulas.share(row), figures.share(row.id), _PERCENT),
                (SCORES.applies, formulas.applies(row), figures.applies(row.id), "0"),
            ]
            if self.formulas.is_of_median(row):
                cells += self._reached(row)
        else:
            cells += [(column, None, None, "0") for column in (SCORES.weight, SCORES.share)]
        for column, formula, value, shown in cells:
            style = self.styles.cell(shown, bold=bold and column == SCORES.published)
            if formula is None:
                self.sheet.put(row.row - 1, column, None, style)
            else:
                self.sheet.formula(row.row - 1, column, formula, value, style)

    def _reached(self, row: SheetRow) -> list[tuple[int, Formula | None, Value, str]]:
        figures, formulas = self.figures, self.formulas
        by_score = figures.reached(row.id, carried=False)
        by_carried = figures.reached(row.id, carried=True)
        return [
            (SCORES.reached, formulas.reached(row, carried=False), by_score, FINE),
            (SCORES.reached_carried, formulas.reached(row, carried=True), by_carried, FINE),
        ]

    def _text(self, row: SheetRow, column: int, text: str | None, *, bold: bool) -> None:
        self.sheet.put(row.row - 1, column, text, self.styles.cell(bold=bold, left=True))

    def _how(self, row: SheetRow) -> str | None:
        if isinstance(row.node, Indicator):
            return None
        if not row.first:
            return self.words.say("book.given")
        if self.formulas.is_compared(row):
            return self.words.say("book.compared")
        if self.figures.given(row.id):
            return self.words.say("book.given")
        return self.words.aggregation(self.formulas.aggregation(row))


_FROZEN: Final = 2


class _CellContent(NamedTuple):
    """What stands in a cell: a value, or the formula that comes to it."""

    value: Value
    formula: Formula | None = None
    number_format: str = "General"
    left: bool = True


class _ScoreColumn(NamedTuple):
    title: str
    width: int
    says: Callable[[InputRow], _CellContent]


class RecapSheet:
    """Writes the sheet; its rows are those of the sheet of answers, in the same order."""

    def __init__(
        self,
        sheet: SheetWriter,
        words: YearlyWording,
        places: BookLayout,
        styles: BookStyles,
    ) -> None:
        self.sheet = sheet
        self.words = words
        self.places = places
        self.styles = styles

    def write(self) -> None:
        """Write it all."""
        words, sheet = self.words, self.sheet
        columns = self._columns()
        sheet.set_widths(column.width for column in columns)
        sheet.put(0, 0, words.say("book.sheet.recap"), self.styles.title, across=0)
        sheet.put(1, 0, words.unit(words.yearly.result), self.styles.subtitle, across=0)
        sheet.merged(2, range(len(columns)), words.say("book.recap-note"), self.styles.muted)
        for at, column in enumerate(columns):
            sheet.put(FIRST_ROW - 2, at, column.title, self.styles.header)
        for row, place in enumerate(self.places.inputs.values(), start=FIRST_ROW - 1):
            for at, column in enumerate(columns):
                said = column.says(place)
                style = self.styles.cell(said.number_format, left=said.left)
                if said.formula is None:
                    sheet.put(row, at, said.value, style)
                else:
                    sheet.formula(row, at, said.formula, said.value, style)
        last = FIRST_ROW - 2 + max(1, len(self.places.inputs))
        sheet.sheet.autofilter(FIRST_ROW - 2, 0, last, len(columns) - 1)
        sheet.sheet.freeze_panes(FIRST_ROW - 1, _FROZEN)
        sheet.sheet.repeat_rows(FIRST_ROW - 2)

    def _columns(self) -> list[_ScoreColumn]:
        """Return the columns that there is something for."""
        say = self.words.say
        leaves = [place.leaf for place in self.places.inputs.values()]
        columns = [
            _ScoreColumn(say("book.column.number"), 6, self._number),
            _ScoreColumn(say("book.column.printed"), 12, self._printed),
            _ScoreColumn(say("column.code"), 12, lambda place: _CellContent(place.leaf.id)),
            _ScoreColumn(
                say("column.group"), 34, lambda place: _CellContent(self._path(place.leaf.id))
            ),
            _ScoreColumn(say("column.indicator"), 48, self._name),
        ]
        if any(map(_unit, leaves)):
            columns.append(
                _ScoreColumn(
                    say("book.column.unit"), 12, lambda place: _CellContent(_unit(place.leaf))
                )
            )
        if self.places.columns.target is not None:
            columns.append(_ScoreColumn(say("book.column.target"), 12, self._target))
        columns.append(_ScoreColumn(say("column.value"), 12, self._answer))
        own = self.places.columns.own
        if (
            own is not None
            and self.words.yearly.result.lead is not Lead.SELF
            and any(map(_own, leaves))
        ):
            columns.append(_ScoreColumn(say("yearly.column.self"), 11, partial(self._own, own)))
        columns.append(_ScoreColumn(say("column.score"), 11, self._score))
        if any(self.words.agencies(leaf.id) for leaf in leaves):
            columns.append(_ScoreColumn(say("column.opd"), 20, self._owner))
        columns.append(_ScoreColumn(say("book.column.evidence"), 62, self._evidence))
        return columns

    def _number(self, place: InputRow) -> _CellContent:
        return _CellContent(place.row - FIRST_ROW + 1)

    def _printed(self, place: InputRow) -> _CellContent:
        node = place.leaf.node
        return _CellContent(None if isinstance(node, Group) else node.printed or node.id)

    def _name(self, place: InputRow) -> _CellContent:
        return _CellContent(self.words.label(place.leaf.node.label))

    def _owner(self, place: InputRow) -> _CellContent:
        return _CellContent(self.words.agencies(place.leaf.id) or None)

    def _evidence(self, place: InputRow) -> _CellContent:
        evidence = place.leaf.answer.evidence if place.leaf.answer else None
        return _CellContent(evidence.text if evidence else None)

    def _target(self, place: InputRow) -> _CellContent:
        answer = place.leaf.answer
        if place.target is None:
            return _CellContent(None)
        cell = self.places.answer(place.target)
        return self._as_it_stands(cell, seen(self.words, answer.target if answer else None))

    def _own(self, column: int, place: InputRow) -> _CellContent:
        cell = self.places.answer(f"{column_letters(column + 1)}{place.row}")
        return self._as_it_stands(cell, seen(self.words, _own(place.leaf)))

    def _as_it_stands(self, cell: str, value: Value) -> _CellContent:
        return _CellContent(value, Formula(f'IF({cell}="","",{cell})'))

    def _score(self, place: InputRow) -> _CellContent:
        score, leaf = self.places.answer(place.score), place.leaf
        shown = rounded(self.words.definition, score)
        value = None if leaf.score is None else round_half_up(leaf.score, self.words.decimals)
        formula = Formula(f'IF(ISNUMBER({score}),{shown},"")')
        return _CellContent(value, formula, self.styles.fixed, left=False)

    def _answer(self, place: InputRow) -> _CellContent:
        """Return what is typed in: the result, the level or their mean, yes or no."""
        leaf, words = place.leaf, self.words
        word = words.say("form.not-applicable")
        applies_not = f"{self.places.answer(place.inapplicable)}=1"
        if place.measure is not None:
            measure = leaf.answer.measure if leaf.answer else None
            shown = word if leaf.inapplicable else seen(words, measure)
            cell = self.places.answer(place.measure)
            as_it_stands = f'IF({cell}="","",{cell})'
            return _CellContent(shown, Formula(f'IF({applies_not},"{word}",{as_it_stands})'))
        cell = self.places.answer(place.score)
        method = leaf.node.rule.method if isinstance(leaf.node, Indicator) else None
        told, shown = cell, leaf.score
        either = None if method is None else method.yes_or_no
        if either is not None:
            yes, no = words.say("form.yes"), words.say("form.no")
            is_no = f'IF({cell}={number(either.no)},"{no}",{cell})'
            told = f'IF({cell}={number(either.yes)},"{yes}",{is_no})'
            if leaf.score in either:
                shown = yes if leaf.score == either.yes else no
        if method is not None and not method.are_scores:
            told, shown = self._level(place)
        if leaf.score is None:
            shown = word if leaf.inapplicable else None
        return _CellContent(
            shown, Formula(f'IF(ISNUMBER({cell}),{told},IF({applies_not},"{word}",""))')
        )

    def _level(self, place: InputRow) -> tuple[str, Fraction | None]:
        """Return the level that was given, of several assessors the mean of theirs."""
        answer, by_self = place.leaf.answer, self.words.yearly.result.lead is Lead.SELF
        readings = answer.assessor if answer and not by_self else ()
        levels = [one.number for one in readings if one.number is not None]
        own = answer.self_score.number if answer and answer.self_score else None
        told = self.places.answer(place.own) if place.own else '""'
        if place.assessors and not by_self:
            cells = ",".join(map(self.places.answer, place.assessors))
            told = f"IF(COUNT({cells})>0,SUM({cells})/COUNT({cells}),{told})"
        return told, sum(levels, Fraction(0)) / len(levels) if levels else own

    def _path(self, node: str) -> str:
        above = [self.words.name(row.id) for row in self.places.above(self.places.rows[node])]
        return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(reversed(above))


def _unit(leaf: BookLeaf) -> str | None:
    return leaf.node.unit if isinstance(leaf.node, Indicator) else None


def _own(leaf: BookLeaf) -> Reading | None:
    return leaf.answer.self_score if leaf.answer else None
