"""How a form looks, what an indicator asks for, and the sheet *Petunjuk*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kediri_index.messages.values import worded
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.language import Language
from kediri_index.model.scoring import Reads
from kediri_index.model.text import printable, printable_lines
from kediri_index.sheets.forms.checks import FormCell
from kediri_index.sheets.forms.form import Form, Words, cell_number
from kediri_index.sheets.tables.columns import Column

_FRAMED = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
_TO_FILL = {"bg_color": "#FFF9E5", "locked": False}

WIDTHS: dict[Column, int] = {
    Column.NUMBER: 5,
    Column.CODE: 10,
    Column.PILLAR: 18,
    Column.SUB_PILLAR: 22,
    Column.INDICATOR: 44,
    Column.OPD: 26,
    Column.LAST_YEAR: 12,
    Column.MEASURE_UNIT: 12,
    Column.TARGET: 12,
    Column.MEASURE: 14,
    Column.SELF: 12,
    Column.ASSESSOR: 12,
    Column.CHECK: 36,
    Column.EVIDENCE: 48,
    Column.REMARK: 30,
}
"""In characters."""


class Styles:
    """The formats of one workbook.

    Answers have no number format of their own: what a spreadsheet takes for a date or a
    percentage then shows, and is found.
    """

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.header = book.add_format(
            {**_FRAMED, "bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF"}
        )
        self.label = book.add_format({**_FRAMED, "bold": True})
        self.text = book.add_format({**_FRAMED, "align": "left"})
        self.to_fill = book.add_format({**_FRAMED, **_TO_FILL})
        self.none = book.add_format({**_FRAMED, "bg_color": "#D9D9D9"})
        self.check = book.add_format({**_FRAMED, "font_color": "#9C0006"})
        self.day = book.add_format(
            {**_FRAMED, **_TO_FILL, "num_format": "yyyy-mm-dd", "align": "left"}
        )
        self.said = book.add_format({**_FRAMED, **_TO_FILL, "align": "left"})
        self.summary = book.add_format({"bold": True, "font_color": "#9C0006"})


LONGEST_TITLE: Final = 32
LONGEST_TEXT: Final = 255
"""Of a prompt; a spreadsheet allows no more."""

Validation = dict[str, object]


def asked_for(indicator: Indicator, language: Language) -> str:
    """Return in one line what is to be filled in for *indicator*."""
    return "; ".join(_parts(indicator, Words(language)))


def levels_of(indicator: Indicator, language: Language) -> tuple[str, ...]:
    """Return each level of *indicator* with its meaning; nothing where it has none."""
    names = indicator.rule.method.names
    return tuple(f"{worded(level, language)} = {name}" for level, name in names.items())


def _parts(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if method.reads is Reads.MEASURE:
        yield from _measured(indicator, words)
    else:
        yield _scored(indicator, words)
    if indicator.evidence is Evidence.REQUIRED:
        yield words.text("ask.evidence")


def _scored(indicator: Indicator, words: Words) -> str:
    asked = FormCell(indicator, Column.SELF)
    if asked.yes_no:
        return words.text("ask.yes-no")
    if asked.levels:
        return words.text("ask.levels", levels=asked.levels)
    if asked.bounds is None:
        return words.text("ask.number")
    return words.text("ask.range", range=words.range(asked.bounds))


def _measured(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if indicator.unit:
        yield words.text("ask.measure", unit=indicator.unit)
    else:
        yield words.text("ask.number")
    if indicator.valid is not None:
        yield words.text("ask.possible", range=words.range(indicator.valid))
    if method.reads_target:
        yield words.text("ask.own-target")
    elif (target := method.own_target) is not None:
        said = words.range(target) if isinstance(target, tuple) else target
        yield words.text("ask.target", target=said)


def number_or_choice(asked: FormCell, cell: str, choices: str | None, words: Words) -> Validation:
    """Return the validation of one answer.

    *cell* is its address; *choices* the range that lists what may be chosen, None for a number.
    """
    rule = _choice(asked, choices, words) if choices else _number(asked, cell, words)
    lines = (asked_for(asked.indicator, words.language), *_levels(asked, words))
    return {
        **rule,
        "error_type": "warning",
        "error_title": cut(asked.column.value, LONGEST_TITLE),
        "input_title": cut(asked.indicator.id, LONGEST_TITLE),
        "input_message": cut("\n".join(map(printable, lines)), LONGEST_TEXT),
    }


def cut(text: str, longest: int) -> str:
    """Return *text*, cut with an ellipsis where it is too long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}\N{HORIZONTAL ELLIPSIS}"


def _choice(asked: FormCell, choices: str, words: Words) -> Validation:
    if asked.yes_no:
        problem = f"{words.title('C206')}; {words.repair('C206')}"
    else:
        problem = f"{words.listed('C204', asked.levels)}; {words.repair('C204')}"
    return {"validate": "list", "source": f"={choices}", "error_message": _sentence(problem)}


def _number(asked: FormCell, cell: str, words: Words) -> Validation:
    bounds = asked.bounds
    if bounds is None:
        return {
            "validate": "custom",
            "value": f"=ISNUMBER({cell})",
            "error_message": _sentence(words.no_number),
        }
    code = next((code for code, limit in asked.limits.items() if limit == bounds), "C203")
    problem = f"{words.within(code, bounds)}; {words.repair(code)}"
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": cell_number(bounds[0]),
        "maximum": cell_number(bounds[1]),
        "error_message": _sentence(problem),
    }


def _levels(asked: FormCell, words: Words) -> tuple[str, ...]:
    return levels_of(asked.indicator, words.language) if asked.column is not Column.TARGET else ()


def _sentence(text: str) -> str:
    return cut(f"{text[:1].upper()}{text[1:]}.", LONGEST_TEXT)


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
        asked = [asked_for(indicator, form.language), *levels_of(indicator, form.language)]
        asked += [row.shared] if row.shared else []
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
    if any(row.indicator.evidence_items for row in form.rows):
        yield "guide.evidence-items"
    if form.has_last_year:
        yield "guide.last-year"
    yield from ("guide.layout", "guide.again")
