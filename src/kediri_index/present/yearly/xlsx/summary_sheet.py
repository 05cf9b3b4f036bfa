"""The first sheet: the score with what stands beside it, in formulas, and the charts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from kediri_index.model.aggregation import number
from kediri_index.model.text import printable
from kediri_index.model.yearly import YearPoint
from kediri_index.present.charts.drawing import LIGHT, ShapeRole
from kediri_index.present.charts.years import axis
from kediri_index.present.document import Document
from kediri_index.present.yearly.frontier import frontier_points
from kediri_index.present.yearly.groups import part_kind, part_results
from kediri_index.present.yearly.missing import not_applicable
from kediri_index.present.yearly.staircase import stair_axis, stair_rows
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.present.yearly.xlsx.answers_sheet import is_doubtful
from kediri_index.present.yearly.xlsx.nodes import BookFigures, Formula
from kediri_index.present.yearly.xlsx.places import SCORES, BookLayout
from kediri_index.present.yearly.xlsx.plots import (
    SIZE,
    Draw,
    Plot,
    PlotSeries,
    bars,
    curve,
    line,
    stacked,
    stairs,
)
from kediri_index.present.yearly.xlsx.sheet import (
    FINE,
    BookStyles,
    SheetWriter,
    Value,
    decimal_format,
)
from kediri_index.present.yearly.years import year_apart
from kediri_index.scoring.fold import OVERALL

_WIDTHS: Final = (40, 14, 14, 3)
_CHARTS_FROM: Final = 4
"""The column of the first chart, counted from 0."""
_FEWEST_YEARS: Final = 2
_ROW_PIXELS: Final = 20
_COLUMN_PIXELS: Final = 64
_MOST_CHARTED: Final = 20
_FIRST: Final = 5
_LAST_TEXT: Final = 12
_HIDDEN: Final = 30
"""The first of the hidden columns from which steps are drawn."""
_STAIRS: Final = (ShapeRole.MAIN, ShapeRole.DOWN, ShapeRole.UP, ShapeRole.PLAN)
_STAIR: Final = 24
_AROUND: Final = 110
"""The height of a step, and of what is above and below all, in pixels."""
_MARKS: Final = 100
"""A level is drawn as wide as the axis by this."""


class SummarySheet:
    """Writes the sheet into *book*."""

    def __init__(
        self,
        book: Any,  # noqa: ANN401 - XlsxWriter has no types
        sheet: SheetWriter,
        words: YearlyWording,
        places: BookLayout,
        figures: BookFigures,
        styles: BookStyles,
    ) -> None:
        self.book = book
        self.sheet = sheet
        self.words = words
        self.places = places
        self.figures = figures
        self.styles = styles
        self.row = _FIRST
        self.drawn = 0
        self.target_cell = ""
        scale = words.definition.scale
        self.ends = None if scale is None else (float(scale[0]), float(scale[1]))

    def write(self, document: Document) -> None:
        """Write it all."""
        sheet, styles, words = self.sheet, self.styles, self.words
        sheet.set_widths(_WIDTHS)
        sheet.put(0, 0, document.head.title, styles.title, across=0)
        sheet.put(1, 0, document.head.of_index, styles.subtitle, across=0)
        if document.warning:
            sheet.merged(2, range(_LAST_TEXT + 1), document.warning, styles.warning)
        sheet.merged(3, range(_LAST_TEXT + 1), words.say("book.live"), styles.muted)
        self._facts()
        self._years()
        self._parts()
        self._contributions()
        self._frontier()
        self._staircase()
        sheet.sheet.hide_gridlines(2)

    def _facts(self) -> None:
        words, result, figures = self.words, self.words.yearly.result, self.figures
        fixed, say = self.styles.fixed, self.words.say
        top = self.places.rows[OVERALL]
        published = self.places.score(top.cell(SCORES.published))
        exact = self.places.score(top.cell(SCORES.score))
        self._fact(say("book.score"), Formula(published), figures.published(OVERALL), None)
        score_cell = f"B{self.row}"
        self._fact(say("book.exact"), Formula(exact), figures.score(OVERALL), FINE)
        scale = words.definition.scale
        if scale is not None:
            said = say("book.scale-of", low=scale[0], high=scale[1])
            self._fact(say("book.scale"), None, said, "General")
        if words.definition.classes:
            found = figures.label(OVERALL)
            name = None if found is None else words.label(found)
            cell = self.places.score(top.cell(SCORES.class_name))
            self._fact(say("column.class"), Formula(cell), name, "General")
        self._fact(say("yearly.target"), None, result.target, None, is_open=True)
        target = self.target_cell = f"B{self.row}"
        self._validated_target(target)
        gap = Formula(f'IF(COUNT({score_cell},{target})=2,{score_cell}-{target},"")')
        signed = decimal_format(words.decimals, signed=True)
        self._fact(say("book.gap"), gap, result.gap, signed)
        basis, official = words.basis(result), result.other_official
        if basis is not None:
            self._fact(say("book.basis"), None, basis, "General")
        if official is not None:
            self._fact(say("book.official", year=result.year), None, official, fixed)
        if result.previous is not None:
            year = result.previous.year
            label = say("book.last-year", year=year) if year else say("book.last-year-unknown")
            self._fact(label, None, result.previous.published, fixed)
            if result.other_basis:
                self._fact(say("book.change"), None, say("yearly.not-compared"), "General")
            else:
                change = Formula(f'IF(ISNUMBER({score_cell}),{score_cell}-B{self.row},"")')
                self._fact(say("book.change"), change, result.change, signed)

        doubtful = sum(map(is_doubtful, self.places.inputs.values()))
        asks = Formula(f"SUM({self.places.doubtful()})")
        self._fact(say("book.doubtful"), asks, doubtful, "0")
        for sentence in not_applicable(words):
            self.sheet.merged(self.row, range(_CHARTS_FROM - 1), sentence, self.styles.text)
            self.row += 1

    def _validated_target(self, cell: str) -> None:
        """Let the spreadsheet ask back where a target is typed that no score can reach."""
        scale = self.words.definition.scale
        if scale is None:
            return
        low, high = scale
        self.sheet.sheet.data_validation(
            cell,
            {
                "validate": "decimal",
                "criteria": "between",
                "minimum": float(low),
                "maximum": float(high),
                "error_type": "warning",
                "error_message": self.words.say("book.target-between", low=low, high=high),
            },
        )

    def _fact(
        self,
        label: str,
        formula: Formula | None,
        value: Value,
        shown: str | None,
        *,
        is_open: bool = False,
    ) -> None:
        style = self.styles.cell(shown or "General", left=True)
        if formula is not None and shown is None:
            style = self.styles.big
            self.sheet.sheet.set_row(self.row, 28)
        if is_open:
            style = self.styles.to_fill()
        self.sheet.put(self.row, 0, label, self.styles.label)
        if formula is None:
            self.sheet.put(self.row, 1, value, style)
        else:
            self.sheet.formula(self.row, 1, formula, value, style)
        self.row += 1

    def _years(self) -> None:
        """Write score and target over the years; this year's score follows the answers."""
        words, points = self.words, self.words.yearly.years
        if len(points) < _FEWEST_YEARS or all(one.score is None for one in points):
            return
        score, target = words.say("column.score"), words.say("yearly.target")
        self._title(words.say("book.years"), words.say("column.year"), score, target)
        first = self.row
        overall = Formula(self.places.score(self.places.rows[OVERALL].cell(SCORES.published)))
        fixed = self.styles.cell(self.styles.fixed)
        for point in points:
            self.sheet.put(self.row, 0, str(point.year), self.styles.cell(left=True))
            if point.year == words.yearly.result.year and point.score is not None:
                self.sheet.formula(self.row, 1, overall, point.score, fixed)
            else:
                self.sheet.put(self.row, 1, point.score, fixed)
            self._target_of(point)
            self.row += 1
        series = (PlotSeries(score, 1), PlotSeries(target, 2))
        plot = self._plot(words.say("yearly.chart.years"), (first, self.row - 1), series)
        low, high = (None, None) if self.ends is None else self.ends
        values = [
            float(value) for one in points for value in (one.score, one.target) if value is not None
        ]
        ticks = axis(values, low, high)
        is_apart = year_apart(words) is not None
        self._chart(line, plot._replace(ends=(ticks[0], ticks[-1]), apart=is_apart))

    def _target_of(self, point: YearPoint) -> None:
        """Write the target of a year; this year's follows the cell that may be changed."""
        words, result = self.words, self.words.yearly.result
        decimals = words.decimals_of(one.target for one in words.yearly.years)
        style = self.styles.cell(decimal_format(decimals))
        if point.target is None or (point.year, point.target) != (result.year, result.target):
            self.sheet.put(self.row, 2, point.target, style)
            return
        cell = self.target_cell  # an emptied one is a gap in the chart, where a text were a 0
        formula = Formula(f"IF(ISNUMBER({cell}),{cell},NA())")
        self.sheet.formula(self.row, 2, formula, point.target, style)

    def _parts(self) -> None:
        """Write the pillars, or what else the charts compare."""
        words = self.words
        if words.yearly.parts is None:
            return
        charted = [one.id for one in part_results(words)]
        ids = [*charted, *self._without_score(charted)]
        title = words.say("yearly.chart.bars", kind=part_kind(words))
        score = words.say("column.score")
        first = self._nodes(title, ids, SCORES.published, score)
        series = (PlotSeries(score, 1),)
        last = first + len(charted) - 1
        if len(charted) <= _MOST_CHARTED:
            self._chart(bars, self._plot(title, (first, last), series)._replace(ends=self.ends))

    def _without_score(self, charted: list[str]) -> list[str]:
        """Return the other groups of the kind that is compared: an answer may still come."""
        return [
            group.id
            for group in self.words.definition.all_groups()
            if group.kind == self.words.yearly.parts and group.id not in charted
        ]

    def _contributions(self) -> None:
        """Write what the top level adds to the score, where it is a sum, and what it loses."""
        words, scale = self.words, self.words.definition.scale
        if not words.adds_up:
            return
        ids = [group.id for group in words.definition.groups]
        title, name = words.say("yearly.losses"), words.say("column.contribution")
        lost = words.say("yearly.column.lost")
        counted = scale is not None and words.definition.aggregate_top.by_shares
        titles = (name, lost) if counted else (name,)
        first = self._nodes(title, ids, SCORES.contribution, *titles)
        series = tuple(PlotSeries(title, at) for at, title in enumerate(titles, start=1))
        if scale is not None and counted:
            for row, one in enumerate(ids, start=first):
                self._lost(row, one, scale[1])
        if len(ids) <= _MOST_CHARTED:
            rows = first, self.row - 1
            self._chart(stacked, self._plot(title, rows, series))

    def _lost(self, row: int, one: str, high: Fraction) -> None:
        """Write the points that a part of the top level loses: its weight x what it lacks."""
        place, score = self.places.rows[one], self.figures.score(one)
        weight, exact = (
            self.places.score(place.cell(at)) for at in (SCORES.effective, SCORES.score)
        )
        formula = Formula(f'IF(ISNUMBER({exact}),{weight}*({number(high)}-{exact}),"")')
        lost = None if score is None else self.figures.effective(one) * (high - score)
        self.sheet.formula(row, 2, formula, lost, self.styles.cell(self.styles.fixed))

    def _nodes(self, title: str, ids: list[str], column: int, *names: str) -> int:
        """Write a column of the scores of some nodes; return the first row."""
        self._title(title, self.words.say("column.part"), *names)
        first = self.row
        shown = self.figures.published if column == SCORES.published else self.figures.contribution
        for one in ids:
            cell = self.places.score(self.places.rows[one].cell(column))
            self.sheet.put(self.row, 0, self.words.name(one), self.styles.cell(left=True))
            style = self.styles.cell(self.styles.fixed)
            self.sheet.formula(self.row, 1, Formula(cell), shown(one), style)
            self.row += 1
        return first

    def _staircase(self) -> None:
        """Write the way from last year's score by the plan, as it was when the report was made."""
        words, rows = self.words, stair_rows(self.words)
        if not rows:
            return
        title, say = words.say("book.staircase"), words.say
        self._title(title, say("column.part"), say("column.score"), say("column.change"))
        first, ticks = self.row, stair_axis(words, rows).ticks
        mark = Fraction(ticks[-1] - ticks[0]) / _MARKS
        fixed, signed = self.styles.fixed, decimal_format(words.fine, signed=True)
        for one in rows:
            is_level = one.change is None
            score = one.level if is_level else one.score
            shown = fixed if is_level else decimal_format(words.fine)
            self.sheet.put(self.row, 0, one.name, self.styles.cell(left=True))
            self.sheet.put(self.row, 1, score, self.styles.cell(shown))
            self.sheet.put(self.row, 2, one.change, self.styles.cell(signed))
            change = mark if one.change is None else one.change
            start = one.score - (mark / 2 if is_level else change)
            named = f"{one.name}  {one.text(words)}"
            self.sheet.put(self.row, _HIDDEN, named, across=0)
            self.sheet.put(self.row, _HIDDEN + 1, min(start, start + change))
            self.sheet.put(self.row, _HIDDEN + 2 + _STAIRS.index(one.role), abs(change))
            self.row += 1
        roles = {one.role for one in rows}
        series = [PlotSeries(" ", _HIDDEN + 1)]
        series += [
            PlotSeries(say(f"yearly.stair.{role.value}"), column, LIGHT[role])
            for column, role in enumerate(_STAIRS, start=_HIDDEN + 2)
            if role in roles
        ]
        plot = self._plot(title, (first, self.row - 1), tuple(series))
        size = 2 * SIZE[0] + _COLUMN_PIXELS, max(SIZE[1], _STAIR * len(rows) + _AROUND)
        self.drawn += self.drawn % 2  # over both columns
        plot = plot._replace(names=_HIDDEN, ends=(ticks[0], ticks[-1]), size=size)
        self._chart(stairs, plot)
        self.sheet.sheet.set_column(_HIDDEN, _HIDDEN + 1 + len(_STAIRS), None, None, {"hidden": 1})

    def _frontier(self) -> None:
        """Write what each higher score costs, as it was when the report was made."""
        words, points = self.words, frontier_points(self.words)
        if not points:
            return
        title, cost = words.say("book.frontier"), words.say("yearly.column.cost")
        self._title(title, words.say("column.score"), cost)
        first = self.row
        shown = decimal_format(words.decimals_of(one.cost for one in points))
        for one in points:
            score = self.styles.cell(self.styles.fixed, left=True)
            self.sheet.put(self.row, 0, one.after.published, score)
            self.sheet.put(self.row, 1, one.cost, self.styles.cell(shown))
            self.row += 1
        ends = [float(one.after.published or 0) for one in (points[0], points[-1])]
        plot = self._plot(title, (first, self.row - 1), (PlotSeries(cost, 1),))
        self._chart(curve, plot._replace(ends=(ends[0], ends[1])))

    def _title(self, title: str, *columns: str) -> None:
        self.row += 1
        self.sheet.put(self.row, 0, title, self.styles.heading, across=0)
        for at, name in enumerate(columns):
            style = self.styles.figures_header if at else self.styles.header
            self.sheet.put(self.row + 1, at, name, style)
        self.row += 2

    def _plot(self, title: str, rows: tuple[int, int], series: tuple[PlotSeries, ...]) -> Plot:
        """Return what is drawn of the first to the last of *rows* of this sheet."""
        name, title = self.places.names.summary, printable(title)
        return Plot(title, name, *rows, 0, series, self.styles.fixed)

    def _chart(self, draw: Draw, plot: Plot) -> None:
        """Draw *plot* beside the charts before it."""
        chart = draw(self.book, plot)
        down, across = divmod(self.drawn, 2)
        row = _FIRST + down * (SIZE[1] // _ROW_PIXELS + 1)
        column = _CHARTS_FROM + across * (SIZE[0] // _COLUMN_PIXELS + 1)
        options = {"description": plot.title, "object_position": 2}
        self.sheet.sheet.insert_chart(row, column, chart, options)
        self.drawn += 1
