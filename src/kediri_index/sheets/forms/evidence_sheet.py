"""The sheet of a form for evidence: a row for each item that a level of its indicators needs."""

from __future__ import annotations

from typing import Any, Final

from kediri_index.model.text import printable
from kediri_index.sheets.evidence import STATUS_WORDS, ItemColumn
from kediri_index.sheets.forms.form import HEADER_ROW, Form, Words, cell_number
from kediri_index.sheets.forms.guide import Styles

EVIDENCE_SHEET: Final = "Bukti dukung"

_WIDTHS: Final = {
    ItemColumn.CODE: 14,
    ItemColumn.INDICATOR: 40,
    ItemColumn.LEVEL: 9,
    ItemColumn.ITEM: 48,
    ItemColumn.FILE: 48,
    ItemColumn.STATUS: 16,
    ItemColumn.NOTE: 40,
}
"""In characters."""
_TO_FILL: Final = frozenset({ItemColumn.FILE, ItemColumn.STATUS, ItemColumn.NOTE})
_A4: Final = 9


def has_evidence_items(form: Form) -> bool:
    """Return whether the levels of any indicator in *form* ask for items."""
    return any(row.indicator.evidence_items for row in form.rows)


def write_evidence(sheet: Any, form: Form, styles: Styles) -> None:  # noqa: ANN401 - as XlsxWriter's
    """Write the items of *form* into *sheet*."""
    words = Words(form.language)
    sheet.write_string(0, 0, EVIDENCE_SHEET, styles.title)
    sheet.write_string(1, 0, words.text("evidence.fill"))
    for number, (column, width) in enumerate(_WIDTHS.items()):
        sheet.set_column(number, number, width)
        sheet.write_string(HEADER_ROW - 1, number, column.value, styles.header)
    items = [(row.indicator, item) for row in form.rows for item in row.indicator.evidence_items]
    for line, (indicator, item) in enumerate(items, start=HEADER_ROW):
        values = {
            ItemColumn.CODE: item.code,
            ItemColumn.INDICATOR: indicator.label.in_language(form.language),
            ItemColumn.ITEM: item.text,
        }
        for number, column in enumerate(_WIDTHS):
            if column in _TO_FILL:
                sheet.write_blank(line, number, None, styles.to_fill)
            elif column is ItemColumn.LEVEL:
                sheet.write_number(line, number, cell_number(item.level), styles.text)
            else:
                sheet.write_string(line, number, printable(values[column]), styles.text)
    last = HEADER_ROW - 1 + len(items)
    status = list(_WIDTHS).index(ItemColumn.STATUS)
    choices = [each[form.language] for each in STATUS_WORDS.values()]
    sheet.data_validation(HEADER_ROW, status, last, status, {"validate": "list", "source": choices})
    sheet.freeze_panes(HEADER_ROW, 1)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, len(_WIDTHS) - 1)
