"""The sheet of a form for evidence: a row for each item that a level of its indicators needs."""

from __future__ import annotations

from typing import Any, Final

from kediri_index.model.row_height import height
from kediri_index.model.text import printable
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.evidence import STATUS_WORDS, ItemColumn
from kediri_index.sheets.forms.form import HEADER_ROW, Form, Words, cell_number
from kediri_index.sheets.forms.guide import Styles, set_height, set_paper
from kediri_index.sheets.forms.steps import quoted

EVIDENCE_SHEET: Final = "Bukti dukung"

_WIDTHS: Final = {
    ItemColumn.CODE: 14,
    ItemColumn.INDICATOR: 34,
    ItemColumn.LEVEL: 9,
    ItemColumn.ITEM: 44,
    ItemColumn.FILE: 44,
    ItemColumn.STATUS: 14,
    ItemColumn.NOTE: 24,
}
"""In characters; all are in sight on a screen of 1366 pixels."""
_TO_FILL: Final = frozenset({ItemColumn.FILE, ItemColumn.STATUS})
"""The assessor fills in the status too: who repairs evidence sets it back to *sent*."""
_SAID: Final = HEADER_ROW - 2


def has_evidence_items(form: Form) -> bool:
    """Return whether the levels of any indicator in *form* ask for items."""
    return any(row.indicator.evidence_items for row in form.rows)


def write_evidence(sheet: Any, form: Form, styles: Styles) -> None:  # noqa: ANN401 - as XlsxWriter's
    """Write the items of *form* into *sheet*."""
    words, columns = Words(form.language), list(_WIDTHS)
    sheet.write_string(0, 0, EVIDENCE_SHEET, styles.title)
    sheet.write_string(1, 0, words.text("evidence.fill"))
    for number, (column, width) in enumerate(_WIDTHS.items()):
        sheet.set_column(number, number, width)
        sheet.write_string(HEADER_ROW - 1, number, column.value, styles.header)
        if column is ItemColumn.NOTE:
            sheet.write_string(_SAID, number, words.text("by-assessor"), styles.by_assessor)
    items = [(row.indicator, item) for row in form.rows for item in row.indicator.evidence_items]
    for line, (indicator, item) in enumerate(items, start=HEADER_ROW):
        values = {
            ItemColumn.CODE: item.code,
            ItemColumn.INDICATOR: indicator.label.in_language(form.language),
            ItemColumn.ITEM: item.text,
        }
        said = {column: printable(text) for column, text in values.items()}
        set_height(sheet, line, ((text, _WIDTHS[column]) for column, text in said.items()))
        for number, column in enumerate(columns):
            if column in _TO_FILL:
                sheet.write_blank(line, number, None, styles.to_fill)
            elif column is ItemColumn.NOTE:
                sheet.write_blank(line, number, None, styles.assessor)
            elif column is ItemColumn.LEVEL:
                sheet.write_number(line, number, cell_number(item.level), styles.text)
            else:
                sheet.write_string(line, number, said[column], styles.text)
    last = HEADER_ROW - 1 + len(items)
    _write_count(sheet, words, (columns.index(ItemColumn.FILE), len(items)), styles)
    status = columns.index(ItemColumn.STATUS)
    choices = [each[form.language] for each in STATUS_WORDS.values()]
    sheet.data_validation(HEADER_ROW, status, last, status, {"validate": "list", "source": choices})
    sheet.freeze_panes(HEADER_ROW, columns.index(ItemColumn.INDICATOR) + 1)
    sheet.repeat_rows(HEADER_ROW - 1)
    set_paper(sheet, landscape=True)
    sheet.print_area(0, 0, last, len(columns) - 1)


def _write_count(
    sheet: Any,  # noqa: ANN401 - as XlsxWriter's
    words: Words,
    asked: tuple[int, int],
    styles: Styles,
) -> None:
    """Write of how many rows the cell to fill in is filled; *asked* are its column and them."""
    column, rows = asked
    letters = column_letters(column + 1)
    cells = f"{letters}{HEADER_ROW + 1}:{letters}{HEADER_ROW + rows}"
    end = f" {words.text('of')} {rows} {words.text('filled')}"
    formula = f"=SUMPRODUCT(--(LEN(TRIM({cells}))>0))&{quoted(end)}"
    sheet.merge_range(_SAID, 0, _SAID, 1, None, styles.summary)
    sheet.write_formula(_SAID, 0, formula, styles.summary, f"0{end}")
    sheet.set_row(_SAID, height(1))
    full = {"type": "text", "criteria": "begins with", "value": f"{rows}{end}"}
    sheet.conditional_format(_SAID, 0, _SAID, 1, {**full, "format": styles.ready})
