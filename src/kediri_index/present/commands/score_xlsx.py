"""Scores as a workbook: a sheet per step, a row per unit and year, a column per indicator."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count
from typing import Any, Final

from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.language import Language
from kediri_index.model.scoring import is_panel
from kediri_index.model.text import printable
from kediri_index.model.unit_groups import UnitGroups
from kediri_index.present.commands.definition_show import rule_text, step_text
from kediri_index.present.formats import Worded
from kediri_index.present.wording import ScoreWording
from kediri_index.present.yearly.xlsx.sheet import (
    A4,
    HEAD_COLOUR,
    LONGEST,
    OPTIONS,
    last_day,
)
from kediri_index.scoring.exact import nominal_shares
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.steps import (
    AGGREGATED,
    NORMALISED,
    OF_OVERALL,
    RANK,
    TAKEN,
    StepTable,
    Value,
    steps_of,
)

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
"""Of a sheet, in any spreadsheet."""
_HEADS: Final = 2
"""Rows of headings: names, then codes."""
_KEYS: Final = 2
"""Columns before the values: unit and year."""
_FITTED: Final = ("worst", "best", "mean", "sd")
"""What a fit of a scoring method says of the units."""
_ROW_BY_ROW: Final = {"in_memory": False, "constant_memory": True}


def steps_xlsx(scores: Scores, language: Language, groups: UnitGroups | None = None) -> bytes:
    """Return the workbook, with the *groups* of units in a sheet of their own.

    Raises :class:`UsageError` where a sheet cannot hold the steps.
    """
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 - heavy; it has no py.typed

    tables = list(steps_of(scores))
    if groups is not None:
        tables[-1] = _with_places(tables[-1], scores, groups)
    rows = len(scores) + _HEADS
    columns = max(len(table.columns) for table in tables) + _KEYS
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise UsageError("sheet-too-large", rows=rows, columns=columns)
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, OPTIONS | _ROW_BY_ROW) as book:
        _StepsBook(book, scores, language).write(tables, groups)
    return data.getvalue()


class _StepsBook(Worded):
    def __init__(self, book: Any, scores: Scores, language: Language) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.book = book
        self.scores = scores
        self.language = language
        definition = self.definition = scores.definition
        title = definition.title.in_language(language)
        book.set_properties({"title": title, "created": last_day(definition.year)})
        head = {"bold": True, "bg_color": HEAD_COLOUR, "font_color": "#FFFFFF", "valign": "top"}
        self.name = book.add_format(head | {"text_wrap": True})
        self.code = book.add_format(head)
        self.plain = book.add_format({})
        self.changed = book.add_format({"bg_color": "#FFE699"})
        self.score = book.add_format({"num_format": "0.00##"})
        self.overridden = book.add_format({"num_format": "0.00##", "bg_color": "#BDD7EE"})
        self.strong = book.add_format({"bold": True})

    def write(self, tables: Sequence[StepTable], groups: UnitGroups | None) -> None:
        """Write a sheet a step, then the groups of units and the definition."""
        seen: set[str] = set()
        for table in tables:
            title = self.say(f"steps.sheet.{table.name}")
            free = (f"{title} {number}" if number > 1 else title for number in count(1))
            name = next(one for one in free if one not in seen)
            seen.add(name)
            self._table(self.book.add_worksheet(name), table)
        if groups is not None:
            self._groups(self.book.add_worksheet(self.say("steps.sheet.groups")), groups)
        self._definition(self.book.add_worksheet(self.say("book.sheet.definition")))

    def _table(self, sheet: Any, table: StepTable) -> None:  # noqa: ANN401 - likewise
        ids = list(table.columns)
        last = len(ids) + _KEYS - 1
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 7)
        sheet.set_column(_KEYS, last, 13)
        sheet.set_row(0, 60)
        sheet.write_string(0, 0, self.say(f"steps.about.{table.name}"), self.name)
        sheet.write_blank(0, 1, None, self.name)
        for at, name in enumerate(ids, _KEYS):
            sheet.write_string(0, at, _text(self._name(name, table)), self.name)
        for at, name in enumerate(("unit", "year", *ids)):
            sheet.write_string(1, at, name, self.code)
        columns = [
            (
                values,
                self._usual(name, table),
                table.changed.get(name, ()),
                table.overridden.get(name, ()),
            )
            for name, values in table.columns.items()
        ]
        left_out = table.changed.get(None, ())
        for place in range(len(self.scores)):
            unit, row = self.scores.data(place), place + _HEADS
            style = self.changed if place in left_out else self.plain
            sheet.write_string(row, 0, _text(unit.unit or ""), style)
            if unit.year is not None:
                sheet.write_number(row, 1, unit.year, style)
            for at, (values, usual, changed, overridden) in enumerate(columns, _KEYS):
                value = values[place]
                if place in changed:
                    _put(sheet, row, at, value, self.changed)
                elif value is not None:
                    _put(sheet, row, at, value, self.overridden if place in overridden else usual)
        sheet.freeze_panes(_HEADS, _KEYS)
        sheet.autofilter(1, 0, len(self.scores) + 1, last)
        _set_up(sheet)
        sheet.repeat_columns(0, 1)
        sheet.repeat_rows(0, 1)

    def _groups(self, sheet: Any, groups: UnitGroups) -> None:  # noqa: ANN401 - likewise
        """Write a row per group and year: its units, and figures over their unrounded scores."""
        nodes, figures = self.definition.nodes(), ("mean", "median", "lowest", "highest")
        heads = {
            "year": self.say("column.year"),
            "value": groups.name,
            "units": self.say("league.column.units"),
            "unscored": self.say("league.groups.unscored"),
            **{name: self.say(f"league.groups.{name}") for name in figures},
            **{part: nodes[part].label.in_language(self.language) for part in groups.parts},
        }
        sheet.set_column(0, 0, 7)
        sheet.set_column(1, 1, 26)
        sheet.set_column(2, len(heads) - 1, 13)
        for row, (said, style) in enumerate(((heads.values(), self.name), (heads, self.code))):
            for at, head in enumerate(said):
                sheet.write_string(row, at, _text(head), style)
        for row, one in enumerate(groups.groups, _HEADS):
            name = one.value or self.say("league.groups.none", name=groups.name)
            counts = one.year, name, len(one.units), one.unscored
            scores = (getattr(one, figure) for figure in figures)
            values = (figure.score for figure in (*scores, *one.parts))
            for at, value in enumerate((*counts, *values)):
                if value is not None:
                    _put(sheet, row, at, value, self.plain if at < len(counts) else self.score)
        sheet.freeze_panes(_HEADS, 2)
        sheet.autofilter(1, 0, len(groups.groups) + 1, len(heads) - 1)
        _set_up(sheet)
        sheet.repeat_rows(0, 1)

    def _name(self, column: str, table: StepTable) -> str:
        """Return the name of a column where its code is not all that there is of it."""
        if table.name == AGGREGATED and column in OF_OVERALL:
            return self.say(f"steps.{column}")
        nodes = self.definition.nodes()
        node = nodes.get(column) or nodes.get(column.removesuffix(TAKEN))
        return "" if node is None else node.label.in_language(self.language)

    def _usual(self, column: str, table: StepTable) -> object:
        """Return the format of the values of a column."""
        if table.name == AGGREGATED and column == RANK:
            return self.plain
        return self.score if table.name in {NORMALISED, AGGREGATED} else self.plain

    def _definition(self, sheet: Any) -> None:  # noqa: ANN401 - likewise
        """Write the tree with weights and methods, the steps, and what colours mean."""
        definition = self.definition
        weights = nominal_shares(definition)
        kinds = {one.id: one.label.in_language(self.language) for one in definition.kinds}
        for at, width in enumerate((18, 46, 16, 16, 10, 12, 20, 30, 60)):
            sheet.set_column(at, at, width)
        for at, key in enumerate(
            ("code", "name", "kind", "in", "weight", "effective", "direction", "method", "fitted")
        ):
            sheet.write_string(0, at, self.say(f"steps.column.{key}"), self.code)
        row = 0
        for row, node in enumerate(_nodes(definition.groups), 1):
            leaf = node if isinstance(node, Indicator) else None
            cells: tuple[Value, ...] = (
                node.id,
                node.label.in_language(self.language),
                kinds[node.kind] if isinstance(node, Group) else None,
                leaf and leaf.parent,
                node.weight,
                weights.get(node.id),
                leaf and self.say(f"steps.direction.{leaf.direction.value}"),
                self._method(node),
                leaf and "; ".join(self._fitted(leaf)),
            )
            for at, value in enumerate(cells):
                if value is not None:
                    _put(sheet, row, at, value, self.plain if leaf else self.strong)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, row, 8)
        steps = [step_text(step, self.language) for step in definition.prepare]
        about = f"{definition.id}, {definition.version}, sha256 {definition.sha256[:12]}"
        legends = self.say("steps.legend"), self.say("steps.legend-overridden")
        for at, said in enumerate((*steps, *legends, about), row + 2):
            sheet.write_string(at, 0, _text(said))
        _set_up(sheet)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _method(self, node: Group | Indicator) -> str:
        if isinstance(node, Indicator):
            said = rule_text(node.rule, self.definition.scale, self.language)
            return said or node.rule.method.name
        return ScoreWording(self.definition, self.language).aggregation(node.aggregate)

    def _fitted(self, indicator: Indicator) -> Iterator[str]:
        """Yield what was computed over the units for *indicator*: by methods, then by treatment."""
        by_year = {
            year: "; ".join(self._fit(indicator, definition))
            for year, definition in self.scores.prepared.fitted.items()
        }
        if len({*by_year.values()}) > 1:
            yield from (f"{year}: {said}" for year, said in by_year.items() if said)
        else:
            yield from filter(None, [*by_year.values()][:1])
        effects = self.scores.prepared.effects
        for change in () if effects is None else effects.changes():
            if change.step == "treat" and change.indicator == indicator.id and change.rows:
                yield self.say("steps.treated", how=change.how, count=len(change.rows))
                if change.power is not None:
                    yield f"lambda = {self.short(change.power)}"

    def _fit(self, indicator: Indicator, fitted: Definition) -> Iterator[str]:
        """Yield what the definition *fitted* to a year says of the values of *indicator*."""
        method, own = indicator.rule.method, fitted.nodes()[indicator.id]
        if not (is_panel(method) and isinstance(own, Indicator)):
            return
        for said in method.explain_fit(own.rule.method, Fraction(0), indicator.rule.to)[:1]:
            for key in _FITTED:
                value = said.params.get(key)
                if isinstance(value, Fraction):
                    yield self.say(f"steps.fitted.{key}", value=self.short(value))


def _with_places(table: StepTable, scores: Scores, groups: UnitGroups) -> StepTable:
    """Return *table* with the group of each unit, and its rank there."""
    units = (scores.data(place) for place in range(len(scores)))
    places = [groups.place(unit.unit, unit.year) for unit in units]
    more: dict[str, Sequence[Value]] = {
        "unit_group": [place.value for place in places],
        "unit_group_rank": [place.rank for place in places],
    }
    return table._replace(columns={**table.columns, **more})


def _nodes(groups: Sequence[Group]) -> Iterator[Group | Indicator]:
    for group in groups:
        yield group
        yield from group.indicators
        yield from _nodes(group.groups)


def _put(sheet: Any, row: int, column: int, value: Value, style: object) -> None:  # noqa: ANN401 - likewise
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, _text(value), style)
    else:
        sheet.write_number(row, column, float(value), style)


def _text(text: str) -> str:
    return printable(text)[:LONGEST]


def _set_up(sheet: Any) -> None:  # noqa: ANN401 - likewise
    sheet.set_landscape()
    sheet.set_paper(A4)
