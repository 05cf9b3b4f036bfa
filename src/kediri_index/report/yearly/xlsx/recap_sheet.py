"""The recap: one row an indicator, as the instrument asks for it."""

from __future__ import annotations

from typing import Final

from kediri_index.engine.rounding import round_half_up
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.model.definition import Group, Indicator
from kediri_index.report.yearly.words import YearlyWords
from kediri_index.report.yearly.xlsx.literals import number, rounded
from kediri_index.report.yearly.xlsx.node_formulas import Formula
from kediri_index.report.yearly.xlsx.places import FIRST_ROW, InputRow, Layout
from kediri_index.report.yearly.xlsx.sheet import SheetWriter, Value
from kediri_index.report.yearly.xlsx.styles import Styles

_WIDTHS: Final = (6, 12, 12, 34, 52, 12, 12, 62)
_LAST: Final = len(_WIDTHS) - 1


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
        self.above = {
            child.id: group.id
            for group in words.definition.all_groups()
            for child in group.children
        }

    def write(self) -> None:
        """Write it all."""
        words, sheet = self.words, self.sheet
        sheet.set_widths(_WIDTHS)
        sheet.put(0, 0, words.say("book.sheet.recap"), self.styles.title, across=0)
        sheet.put(1, 0, words.unit(words.yearly.result), self.styles.subtitle, across=0)
        sheet.merged(2, range(_LAST + 1), words.say("book.recap-note"), self.styles.muted)
        titles = (
            "book.column.number",
            "book.column.printed",
            "column.code",
            "column.group",
            "column.indicator",
            "column.value",
            "column.score",
            "book.column.evidence",
        )
        for column, key in enumerate(titles):
            sheet.put(FIRST_ROW - 2, column, words.say(key), self.styles.header)
        for at, place in enumerate(self.places.inputs.values()):
            self._row(at, place)
        sheet.sheet.freeze_panes(FIRST_ROW - 1, 2)
        sheet.sheet.repeat_rows(FIRST_ROW - 2)
        sheet.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _row(self, at: int, place: InputRow) -> None:
        leaf, words = place.leaf, self.words
        node, row = leaf.node, FIRST_ROW - 1 + at
        left = self.styles.cell(left=True)
        printed = None if isinstance(node, Group) else node.printed or leaf.id
        evidence = leaf.answer.evidence if leaf.answer else None
        cells: list[Value] = [
            at + 1,
            printed,
            leaf.id,
            self._path(leaf.id),
            words.label(node.label),
        ]
        for column, value in enumerate(cells):
            self.sheet.put(row, column, value, left)
        said, shown = self._answer(place)
        self.sheet.formula(row, 5, said, shown, self.styles.cell("General", left=True))
        score = self.places.answer(place.score)
        published = Formula(f'IF(ISNUMBER({score}),{rounded(words.definition, score)},"")')
        value = None if leaf.score is None else round_half_up(leaf.score, words.decimals)
        self.sheet.formula(row, 6, published, value, self.styles.cell(self.styles.fixed))
        self.sheet.put(row, 7, evidence.text if evidence else None, left)

    def _answer(self, place: InputRow) -> tuple[Formula, Value]:
        """Return what is typed in: the result, the level or their mean, yes or no."""
        leaf, words = place.leaf, self.words
        if place.measure is not None:
            cell = self.places.answer(place.measure)
            measure = leaf.answer.measure if leaf.answer else None
            if measure is None or measure.number is None:
                text = words.say("form.not-applicable") if leaf.inapplicable else ""
                shown: Value = text if measure is None else _text_of(measure.text) or text
            else:
                shown = measure.number
            return Formula(f'IF({cell}="","",{cell})'), shown
        cell = self.places.answer(place.score)
        method = leaf.node.rule.method if isinstance(leaf.node, Indicator) else None
        inapplicable = self.places.answer(place.inapplicable)
        word = words.say("form.not-applicable")
        otherwise = f'IF({inapplicable}=1,"{word}","")'
        if isinstance(method, YesNo):
            yes, no = words.say("form.yes"), words.say("form.no")
            is_no = f'IF({cell}={number(method.no)},"{no}",{cell})'
            told = f'IF({cell}={number(method.yes)},"{yes}",{is_no})'
            formula = f"IF(ISNUMBER({cell}),{told},{otherwise})"
            told_now: Value = leaf.score
            if leaf.score in {method.yes, method.no}:
                told_now = yes if leaf.score == method.yes else no
        else:
            formula, told_now = f"IF(ISNUMBER({cell}),{cell},{otherwise})", leaf.score
        if leaf.score is None:
            told_now = word if leaf.inapplicable else None
        return Formula(formula), told_now

    def _path(self, node: str) -> str:
        names: list[str] = []
        above = self.above.get(node)
        while above is not None:
            names.append(self.words.name(above))
            above = self.above.get(above)
        return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(reversed(names))


def _text_of(text: str) -> str:
    return text.strip()
