"""The sheet of scores: the tree, block by block, in formulas."""

from __future__ import annotations

from typing import Final

from kediri_index.model.definition import Indicator
from kediri_index.present.yearly.words import YearlyWords
from kediri_index.present.yearly.xlsx.figures import Figures
from kediri_index.present.yearly.xlsx.node_formulas import Formula, NodeFormulas
from kediri_index.present.yearly.xlsx.places import FIRST_ROW, SCORES, Block, Layout, Row
from kediri_index.present.yearly.xlsx.sheet import SheetWriter, Value
from kediri_index.present.yearly.xlsx.styles import FINE, Styles
from kediri_index.scoring.fold import OVERALL

_WIDTHS: Final = (14, 46, 9, 11, 11, 15, 15, 11, 12, 20, 30, 10, 10, 9, 12, 12)
_PERCENT: Final = "0.00%"


class ScoresSheet:
    """Writes the sheet; *classes* is the range that has the names of the classes."""

    def __init__(
        self,
        sheet: SheetWriter,
        words: YearlyWords,
        places: Layout,
        figures: Figures,
        styles: Styles,
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

    def _block(self, block: Block) -> None:
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

    def _row(self, row: Row) -> None:
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

    def _reached(self, row: Row) -> list[tuple[int, Formula | None, Value, str]]:
        figures, formulas = self.figures, self.formulas
        by_score = figures.reached(row.id, carried=False)
        by_carried = figures.reached(row.id, carried=True)
        return [
            (SCORES.reached, formulas.reached(row, carried=False), by_score, FINE),
            (SCORES.reached_carried, formulas.reached(row, carried=True), by_carried, FINE),
        ]

    def _text(self, row: Row, column: int, text: str | None, *, bold: bool) -> None:
        self.sheet.put(row.row - 1, column, text, self.styles.cell(bold=bold, left=True))

    def _how(self, row: Row) -> str | None:
        if isinstance(row.node, Indicator):
            return None
        if not row.first:
            return self.words.say("book.given")
        if self.formulas.is_compared(row):
            return self.words.say("book.compared")
        if self.figures.given(row.id):
            return self.words.say("book.given")
        return self.words.aggregation(self.formulas.aggregation(row))
