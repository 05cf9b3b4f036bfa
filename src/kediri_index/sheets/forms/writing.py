"""Writing a form as a workbook; the same form gives the same bytes."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed
from xlsxwriter.worksheet import (  # type: ignore[import-untyped] # it has no py.typed
    Worksheet,
)

from kediri_index.model.row_height import height
from kediri_index.model.text import printable
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.forms.checks import (
    ROW_FILLED,
    address,
    checks_of,
    summary,
)
from kediri_index.sheets.forms.evidence_sheet import (
    EVIDENCE_SHEET,
    has_evidence_items,
    write_evidence,
)
from kediri_index.sheets.forms.form import (
    ANSWERS_SHEET,
    FORM,
    GUIDE_SHEET,
    HEADER_ROW,
    HIDDEN_LABELS,
    IDENTITY_ITEMS,
    IDENTITY_SHEET,
    STEPS_SHEET,
    Form,
    FormRow,
    Value,
    Words,
    asked_columns,
    cell_number,
)
from kediri_index.sheets.forms.guide import (
    WIDTHS,
    Styles,
    number_or_choice,
    set_height,
    set_paper,
    write_guide,
)
from kediri_index.sheets.forms.problems import FormCell
from kediri_index.sheets.forms.steps import FormulaStep
from kediri_index.sheets.identity import HIDDEN_SHEET, Item
from kediri_index.sheets.tables.columns import Column


class FormulaSheet(Worksheet):  # type: ignore[misc] # likewise
    """A sheet whose formulas are stored as they stand.

    XlsxWriter searches each formula thirty times for functions that newer spreadsheets brought, to
    rename them; that takes longer than all else of a form. A form has none of these functions: it
    is to work in any spreadsheet. Should the method ever have another name, only the time is lost.
    """

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: FBT001, FBT002 - as it is called
    ) -> str:
        if expand_future_functions:
            return str(super()._prepare_formula(formula, expand_future_functions))
        return formula.removeprefix("=")


Sheet = Any
"""A sheet of XlsxWriter, which has no types."""

VALUE_COLUMN: Final = "B"
"""Of the sheet *Identitas*, where what its labels name stands."""

FIRST_ITEM: Final = 3
"""The row of the first label of *Identitas*, as a sheet counts."""

_LISTS: Final = ROW_FILLED + 2
"""The first column of the hidden sheet with what may be chosen, counted from 0."""

_PROTECTION: Final = {"format_columns": True, "format_rows": True}
_SAID: Final = HEADER_ROW - 2
"""The row, counted from 0, that says how much is filled in."""
_ROOM: Final = 2
"""Lines in each row, for what *Periksa* says."""
_NAMED: Final = (
    Column.CODE,
    Column.TARGET,
    Column.MEASURE,
    Column.SELF,
    Column.ASSESSOR,
    Column.EVIDENCE,
    Column.REMARK,
)


def form_bytes(form: Form) -> bytes:
    """Return *form* as an .xlsx workbook."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        FormWriter(book, form).write()
    return data.getvalue()


class FormWriter:
    """Writes the sheets of one form into one book."""

    def __init__(self, book: Any, form: Form) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.book = book
        self.form = form
        self.words = Words(form.language)
        self.styles = Styles(book)
        self.lists: dict[tuple[Value, ...], str] = {}
        self.identity = book.add_worksheet(IDENTITY_SHEET)
        self.answers = book.add_worksheet(ANSWERS_SHEET, FormulaSheet)
        wanted = has_evidence_items(form)
        self.evidence = book.add_worksheet(EVIDENCE_SHEET) if wanted else None
        self.guide = book.add_worksheet(GUIDE_SHEET)
        self.steps = book.add_worksheet(STEPS_SHEET, FormulaSheet)
        self.hidden = book.add_worksheet(HIDDEN_SHEET)

    def write(self) -> None:
        """Write all sheets; the answers come up first."""
        form = self.form
        title = form.definition.title.in_language(form.language)
        created = datetime.combine(form.day or date(form.year, 1, 1), datetime.min.time())
        self.book.set_properties(
            {"title": printable(title), "created": created}
        )  # else it asks the clock
        self.write_identity()
        self.write_head(title)
        self.write_table()
        if self.evidence is not None:
            write_evidence(self.evidence, form, self.styles)
            self.evidence.protect("", _PROTECTION)
        write_guide(self.guide, form, self.styles)
        self.write_hidden()
        self.define_names()
        self.answers.activate()
        for sheet in (self.identity, self.answers, self.guide, self.steps, self.hidden):
            sheet.protect("", _PROTECTION)
        self.steps.very_hidden()
        self.hidden.very_hidden()

    def write_identity(self) -> None:
        """Write whose the form is, with the cells that its sender may change."""
        sheet, styles = self.identity, self.styles
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 52)
        set_paper(sheet, landscape=False)
        sheet.write_string(0, 0, IDENTITY_SHEET, styles.title)
        said = self.said()
        for row, item in enumerate(IDENTITY_ITEMS, start=FIRST_ITEM - 1):
            sheet.write_string(row, 0, item.value, styles.label)
            open_to_change = item in {Item.OPD, Item.REVISION, Item.DATE} or item not in said
            style = styles.said if open_to_change else styles.text
            self.put(sheet, (row, 1), said.get(item), styles.day if item is Item.DATE else style)
        place = {item: f"{VALUE_COLUMN}{FIRST_ITEM + at}" for at, item in enumerate(IDENTITY_ITEMS)}
        sheet.ignore_errors({"number_stored_as_text": place[Item.VERSION]})  # a version is text
        whole = {"validate": "integer", "criteria": ">=", "value": 1}
        sheet.data_validation(place[Item.REVISION], whole)
        since = date(self.form.year, 1, 1)
        after = {"validate": "date", "criteria": ">=", "value": since, "error_type": "warning"}
        sheet.data_validation(place[Item.DATE], after)
        if self.form.agencies:
            source = self.list_of(self.form.agencies)
            choice = {"validate": "list", "source": f"={source}", "error_type": "warning"}
            sheet.data_validation(place[Item.OPD], choice)

    def said(self) -> dict[Item, Value]:
        """Return what the form says of itself."""
        form = self.form
        found: dict[Item, Value | None] = {
            Item.UNIT: form.unit,
            Item.YEAR: form.year,
            Item.OPD: form.opd.name if form.opd else None,
            Item.REVISION: form.revision,
            Item.DATE: form.day,
            Item.DEFINITION: form.definition.id,
            Item.VERSION: form.definition.version,
        }
        return {item: value for item, value in found.items() if value is not None}

    def write_head(self, title: str) -> None:
        """Write what stands above the answers, and set up window and print."""
        form, sheet = self.form, self.answers
        opd = form.opd.name if form.opd else None
        places = [form.constant.get(one) for one in (Column.PILLAR, Column.SUB_PILLAR)]
        said = [opd, form.unit, form.year, *places]
        self.put(sheet, (0, 0), title, self.styles.title)
        whose = " \N{MIDDLE DOT} ".join(str(one) for one in said if one)
        self.put(sheet, (1, 0), whose, None)
        name = form.columns.index(Column.INDICATOR)
        sheet.merge_range(_SAID, 0, _SAID, name, None, self.styles.summary)
        self.formula(sheet, (_SAID, 0), summary(form), self.styles.summary)
        sheet.set_row(_SAID, height(2))
        ready = {"type": "text", "criteria": "ends with", "value": self.words.text("ready")}
        sheet.conditional_format(_SAID, 0, _SAID, name, {**ready, "format": self.styles.ready})
        if Column.ASSESSOR in form.columns:
            place = _SAID, form.columns.index(Column.ASSESSOR)
            self.put(sheet, place, self.words.text("by-assessor"), self.styles.by_assessor)
        sheet.freeze_panes(HEADER_ROW, name + 1)
        sheet.repeat_rows(HEADER_ROW - 1)
        set_paper(sheet, landscape=True)
        sheet.print_area(0, 0, HEADER_ROW - 1 + len(form.rows), len(form.columns) - 1)

    def write_table(self) -> None:
        """Write the header and the rows."""
        hidden, columns = self.form.hidden, self.form.columns
        for number, column in enumerate(columns):
            options = {"hidden": True} if column in hidden else {}
            self.answers.set_column(number, number, WIDTHS[column], None, options)
            self.write_header(number, column)
        headers = ((column.value, WIDTHS[column]) for column in columns)
        set_height(self.answers, HEADER_ROW - 1, headers)
        for position, row in enumerate(self.form.rows):
            self.write_row(position, row)

    def write_header(self, number: int, column: Column) -> None:
        """Write the header of one column, counted from 0."""
        self.answers.write_string(HEADER_ROW - 1, number, column.value, self.styles.header)

    def write_row(self, position: int, row: FormRow) -> None:
        """Write one row, its validations and its checks; *position* counts from 0."""
        checks = checks_of(self.form, position)
        line = HEADER_ROW + position
        shown = [(one, value) for one, value in row.values.items() if one not in self.form.constant]
        texts = ((printable(str(value)), WIDTHS[one]) for one, value in shown)
        set_height(self.answers, line, texts, least=_ROOM)
        for at, step in checks.steps:
            self.formula(self.steps, (line, at), step, None)
        for number, column in enumerate(self.form.columns):
            place = line, number
            if column is Column.CHECK:
                self.formula(self.answers, place, checks.shown, self.styles.check)
            else:
                style = self.style(row, column)
                self.put(self.answers, place, row.values.get(column), style)
        for column in sorted(asked_columns(row.indicator)):
            cell = address(self.form, column, position)
            asked = FormCell(row.indicator, column)
            validation = number_or_choice(asked, cell, self.choices(asked), self.words)
            self.answers.data_validation(cell, validation)

    def style(self, row: FormRow, column: Column) -> object:
        """Return how a cell of the answers looks."""
        if column in row.to_fill:
            return self.styles.to_fill
        if column is Column.ASSESSOR and column in asked_columns(row.indicator):
            return self.styles.assessor
        applies = column in row.values or column in _ALWAYS
        return self.styles.text if applies else self.styles.none

    def choices(self, asked: FormCell) -> str | None:
        """Return the range with what may be chosen; None where any number may be given."""
        if asked.yes_no:
            words = ("yes", "no", "not-applicable")
            return self.list_of(tuple(self.words.text(word) for word in words))
        if not asked.levels:
            return None
        levels = tuple(cell_number(level) for level in asked.levels)
        return self.list_of((*levels, self.words.text("not-applicable")))

    def list_of(self, values: tuple[Value, ...]) -> str:
        """Return the range of the hidden sheet that lists *values*, writing it where it is new."""
        if values not in self.lists:
            column = _LISTS + len(self.lists)
            letters = column_letters(column + 1)
            for row, value in enumerate(values):
                self.put(self.steps, (row, column), value, None)
            self.lists[values] = f"{STEPS_SHEET}!${letters}$1:${letters}${len(values)}"
        return self.lists[values]

    def write_hidden(self) -> None:
        """Write what programs read."""
        form = self.form
        definition = form.definition
        opd = form.opd.id if form.opd else None
        values = (definition.id, definition.version, definition.sha256, opd, FORM)
        for row, (label, value) in enumerate(zip(HIDDEN_LABELS, values, strict=True)):
            self.hidden.write_string(row, 0, label)
            self.put(self.hidden, (row, 1), value, None)

    def define_names(self) -> None:
        """Name the ranges of codes and answers by their headers, and what Identitas says."""
        last = len(self.form.rows) - 1
        for column in _NAMED:
            if column in self.form.columns:
                first, end = (_absolute(address(self.form, column, at)) for at in (0, last))
                name = column.value.replace(" ", "_")
                self.book.define_name(name, f"={ANSWERS_SHEET}!{first}:{end}")
        for at, item in enumerate(IDENTITY_ITEMS):
            name = item.value.replace(" ", "_")
            cell = f"${VALUE_COLUMN}${FIRST_ITEM + at}"
            self.book.define_name(name, f"={IDENTITY_SHEET}!{cell}")

    def formula(
        self, sheet: Sheet, place: tuple[int, int], step: FormulaStep, style: object
    ) -> None:
        """Write one formula with the result that it has in an empty form."""
        sheet.write_formula(*place, f"={step.formula}", style, step.at_first)

    def put(self, sheet: Sheet, place: tuple[int, int], value: Value | None, style: object) -> None:
        """Write one value as what it is."""
        match value:
            case None:
                sheet.write_blank(*place, None, style)
            case date():
                sheet.write_datetime(*place, value, style)
            case str():
                sheet.write_string(*place, printable(value), style)
            case _:
                sheet.write_number(*place, value, style)


_ALWAYS: Final = frozenset({Column.SUB_PILLAR, Column.OPD, Column.LAST_YEAR})
"""Columns that apply to every row, also where nothing stands in them."""


def _absolute(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell.removeprefix(letters)}"
