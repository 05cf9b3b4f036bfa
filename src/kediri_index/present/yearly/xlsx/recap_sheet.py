"""The recap: one row an indicator, as the instrument asks for it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.aggregation import number
from kediri_index.model.dataset import Lead, Reading
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.workbook import column_letters
from kediri_index.present.yearly.words import YearlyWords
from kediri_index.present.yearly.xlsx.answers_sheet import seen
from kediri_index.present.yearly.xlsx.leaf_formulas import rounded
from kediri_index.present.yearly.xlsx.leaves import Leaf
from kediri_index.present.yearly.xlsx.node_formulas import Formula
from kediri_index.present.yearly.xlsx.places import FIRST_ROW, InputRow, Layout
from kediri_index.present.yearly.xlsx.sheet import SheetWriter, Value
from kediri_index.present.yearly.xlsx.styles import Styles
from kediri_index.scoring.rounding import round_half_up

_FROZEN: Final = 2


class _Said(NamedTuple):
    """What stands in a cell: a value, or the formula that comes to it."""

    value: Value
    formula: Formula | None = None
    number_format: str = "General"
    left: bool = True


class _Column(NamedTuple):
    title: str
    width: int
    says: Callable[[InputRow], _Said]


class RecapSheet:
    """Writes the sheet; its rows are those of the sheet of answers, in the same order."""

    def __init__(
        self,
        sheet: SheetWriter,
        words: YearlyWords,
        places: Layout,
        styles: Styles,
    ) -> None:
        self.sheet = sheet
        self.words = words
        self.places = places
        self.styles = styles
        profile, unit = words.yearly.outcome.profile, words.yearly.result.unit
        own = profile if profile and profile.is_of(unit) else None
        self.owners = opd_of_leaves(words.definition, own)

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
        sheet.sheet.freeze_panes(FIRST_ROW - 1, _FROZEN)
        sheet.sheet.repeat_rows(FIRST_ROW - 2)

    def _columns(self) -> list[_Column]:
        """Return the columns that there is something for."""
        say = self.words.say
        leaves = [place.leaf for place in self.places.inputs.values()]
        columns = [
            _Column(say("book.column.number"), 6, self._number),
            _Column(say("book.column.printed"), 12, self._printed),
            _Column(say("column.code"), 12, lambda place: _Said(place.leaf.id)),
            _Column(say("column.group"), 34, lambda place: _Said(self._path(place.leaf.id))),
            _Column(say("column.indicator"), 48, self._name),
        ]
        if any(map(_unit, leaves)):
            columns.append(
                _Column(say("book.column.unit"), 12, lambda place: _Said(_unit(place.leaf)))
            )
        if self.places.columns.target is not None:
            columns.append(_Column(say("book.column.target"), 12, self._target))
        columns.append(_Column(say("column.value"), 12, self._answer))
        if self.words.yearly.result.lead is not Lead.SELF and any(map(_own, leaves)):
            columns.append(_Column(say("yearly.column.self"), 11, self._own))
        columns.append(_Column(say("column.score"), 11, self._score))
        if any(self.owners.get(leaf.id) for leaf in leaves):
            columns.append(_Column(say("column.opd"), 20, self._owner))
        columns.append(_Column(say("book.column.evidence"), 62, self._evidence))
        return columns

    def _number(self, place: InputRow) -> _Said:
        return _Said(place.row - FIRST_ROW + 1)

    def _printed(self, place: InputRow) -> _Said:
        node = place.leaf.node
        return _Said(None if isinstance(node, Group) else node.printed or node.id)

    def _name(self, place: InputRow) -> _Said:
        return _Said(self.words.label(place.leaf.node.label))

    def _owner(self, place: InputRow) -> _Said:
        return _Said(
            "; ".join(map(self.words.short_opd, self.owners.get(place.leaf.id, ()))) or None
        )

    def _evidence(self, place: InputRow) -> _Said:
        evidence = place.leaf.answer.evidence if place.leaf.answer else None
        return _Said(evidence.text if evidence else None)

    def _target(self, place: InputRow) -> _Said:
        answer = place.leaf.answer
        if place.target is None:
            return _Said(None)
        cell = self.places.answer(place.target)
        return self._as_it_stands(cell, seen(self.words, answer.target if answer else None))

    def _own(self, place: InputRow) -> _Said:
        column = self.places.columns.own
        if column is None:
            return _Said(None)
        cell = self.places.answer(f"{column_letters(column + 1)}{place.row}")
        return self._as_it_stands(cell, seen(self.words, _own(place.leaf)))

    def _as_it_stands(self, cell: str, value: Value) -> _Said:
        return _Said(value, Formula(f'IF({cell}="","",{cell})'))

    def _score(self, place: InputRow) -> _Said:
        score, leaf = self.places.answer(place.score), place.leaf
        shown = rounded(self.words.definition, score)
        value = None if leaf.score is None else round_half_up(leaf.score, self.words.decimals)
        formula = Formula(f'IF(ISNUMBER({score}),{shown},"")')
        return _Said(value, formula, self.styles.fixed, left=False)

    def _answer(self, place: InputRow) -> _Said:
        """Return what is typed in: the result, the level or their mean, yes or no."""
        leaf, words = place.leaf, self.words
        word = words.say("form.not-applicable")
        applies_not = f"{self.places.answer(place.inapplicable)}=1"
        if place.measure is not None:
            measure = leaf.answer.measure if leaf.answer else None
            shown = word if leaf.inapplicable else seen(words, measure)
            cell = self.places.answer(place.measure)
            as_it_stands = f'IF({cell}="","",{cell})'
            return _Said(shown, Formula(f'IF({applies_not},"{word}",{as_it_stands})'))
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
        return _Said(shown, Formula(f'IF(ISNUMBER({cell}),{told},IF({applies_not},"{word}",""))'))

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


def _unit(leaf: Leaf) -> str | None:
    return leaf.node.unit if isinstance(leaf.node, Indicator) else None


def _own(leaf: Leaf) -> Reading | None:
    return leaf.answer.self_score if leaf.answer else None
