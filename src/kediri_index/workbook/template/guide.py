"""The sheet *Petunjuk*: how to fill in the form, and what each indicator asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kediri_index.model.safe_text import printable_lines
from kediri_index.model.scoring import Reads
from kediri_index.workbook.columns import Column
from kediri_index.workbook.template.asking import asked_for, levels_of
from kediri_index.workbook.template.form_rows import Form
from kediri_index.workbook.template.styles import Styles
from kediri_index.workbook.template.words import Words

_WIDTHS = (10, 44, 80)
_TWO_LINES = 30
"""In points: a merged cell does not grow with its text."""


def write_guide(sheet: Any, form: Form, styles: Styles) -> None:  # noqa: ANN401 - as XlsxWriter's
    """Write the guide to *form* into *sheet*."""
    words = Words(form.language)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, words.text("guide.title"), styles.title)
    line = 2
    for number, key in enumerate(_lines(form), start=1):
        sheet.merge_range(line, 0, line, 2, f"{number}. {words.text(key)}", styles.plain)
        sheet.set_row(line, _TWO_LINES)
        line += 1
    sheet.write_string(line + 1, 0, words.text("guide.each"), styles.title)
    # but for the code no word of a header, so that nobody takes this for the answers
    head = (Column.CODE.value, words.text("guide.about"), words.text("guide.ask"))
    for column, text in enumerate(head):
        sheet.write_string(line + 2, column, text, styles.header)
    for at, row in enumerate(form.rows, start=line + 3):
        indicator = row.indicator
        asked = (asked_for(indicator, form.language), *levels_of(indicator, form.language))
        name = indicator.label.in_language(form.language)
        for column, text in enumerate((indicator.id, name, "\n".join(asked))):
            sheet.write_string(at, column, printable_lines(text), styles.text)


def _lines(form: Form) -> Iterator[str]:
    """Yield the keys of what concerns this form."""
    reads = {row.indicator.rule.method.reads for row in form.rows}
    yield "guide.cells"
    if Reads.SCORE in reads:
        yield "guide.scores"
    if Reads.MEASURE in reads:
        yield "guide.measures"
    yield from ("guide.numbers", "guide.inapplicable", "guide.evidence", "guide.check")
    if form.has_last_year:
        yield "guide.last-year"
    yield from ("guide.layout", "guide.again")
