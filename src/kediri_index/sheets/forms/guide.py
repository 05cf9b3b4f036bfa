"""How a form looks, what an indicator asks for, and the sheet *Petunjuk*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kediri_index.messages.values import worded
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.language import Language
from kediri_index.model.row_height import height, lines_in
from kediri_index.model.scoring import Reads
from kediri_index.model.text import printable, printable_lines
from kediri_index.sheets.forms.form import Form, Words, cell_number
from kediri_index.sheets.forms.problems import FormCell
from kediri_index.sheets.tables.columns import Column

_FRAMED = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
_TO_FILL = {"bg_color": "#FFF9E5", "locked": False}
_OF_ASSESSOR = "#DDEBF7"
_READY = {"font_color": "#006100", "bg_color": "#C6EFCE"}

WIDTHS: dict[Column, int] = {
    Column.NUMBER: 5,
    Column.CODE: 11,
    Column.PILLAR: 13,
    Column.SUB_PILLAR: 14,
    Column.INDICATOR: 34,
    Column.OPD: 16,
    Column.LAST_YEAR: 8,
    Column.MEASURE_UNIT: 8,
    Column.TARGET: 9,
    Column.MEASURE: 10,
    Column.SELF: 9,
    Column.ASSESSOR: 9,
    Column.CHECK: 27,
    Column.EVIDENCE: 40,
    Column.REMARK: 28,
}
"""In characters; all up to *Periksa* are in sight on a screen of 1366 pixels."""


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
        self.assessor = book.add_format({**_FRAMED, "bg_color": _OF_ASSESSOR})
        self.by_assessor = book.add_format(
            {
                **_FRAMED,
                "bg_color": _OF_ASSESSOR,
                "italic": True,
                "align": "center",
                "valign": "vcenter",
            }
        )
        self.none = book.add_format({**_FRAMED, "bg_color": "#D9D9D9"})
        self.check = book.add_format({**_FRAMED, "font_color": "#9C0006"})
        self.day = book.add_format(
            {**_FRAMED, **_TO_FILL, "num_format": "yyyy-mm-dd", "align": "left"}
        )
        self.said = book.add_format({**_FRAMED, **_TO_FILL, "align": "left"})
        self.summary = book.add_format(
            {"bold": True, "font_color": "#7F4F00", "valign": "vcenter", "text_wrap": True}
        )
        self.ready = book.add_format(_READY)


LONGEST_TITLE: Final = 32
LONGEST_TEXT: Final = 255
"""Of a prompt; a spreadsheet allows no more."""

Validation = dict[str, object]


def asked_for(indicator: Indicator, language: Language) -> str:
    """Return in one line what is to be filled in for *indicator*."""
    return "; ".join(_parts(indicator, Words(language)))


def levels_of(indicator: Indicator, language: Language) -> tuple[str, ...]:
    """Return each level of *indicator* with its meaning; nothing where the names only count."""
    names = {worded(level, language): name for level, name in indicator.rule.method.names.items()}
    if len(names) > 1 and len({name.removesuffix(level) for level, name in names.items()}) == 1:
        return ()
    return tuple(f"{level} = {name}" for level, name in names.items())


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


def set_height(
    sheet: Any,  # noqa: ANN401 - as XlsxWriter's
    row: int,
    texts: Iterable[tuple[str, int]],
    least: int = 1,
) -> int:
    """Make *row* as high as its *texts* need, each as wide as its cell; return its lines."""
    lines = max(least, *(lines_in(text, width) for text, width in texts))
    sheet.set_row(row, height(lines))
    return lines


def set_paper(sheet: Any, *, landscape: bool, pages: int = 0) -> None:  # noqa: ANN401 - likewise
    """Print *sheet* on A4, as wide as a page, on so many *pages*, 0 for as many as it takes."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, pages)


_A4: Final = 9
_WIDTHS = (11, 34, 60)
_PAGE_LINES: Final = 72
"""What of a guide can be read on one page."""


def write_guide(sheet: Any, form: Form, styles: Styles) -> None:  # noqa: ANN401 - as XlsxWriter's
    """Write the guide to *form* into *sheet*."""
    words = Words(form.language)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, words.text("guide.title"), styles.title)
    line, lines = 2, 0
    for number, key in enumerate(_lines(form), start=1):
        said = f"{number}. {words.text(key)}"
        sheet.merge_range(line, 0, line, 2, said, styles.plain)
        lines += set_height(sheet, line, [(said, sum(_WIDTHS))])
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
        texts = [printable_lines(one) for one in (indicator.id, name, "\n".join(asked))]
        for column, text in enumerate(texts):
            sheet.write_string(at, column, text, styles.text)
        lines += set_height(sheet, at, zip(texts, _WIDTHS, strict=True))
    set_paper(sheet, landscape=False, pages=int(lines <= _PAGE_LINES))


def _lines(form: Form) -> Iterator[str]:
    """Yield the keys of what concerns this form."""
    reads = {row.indicator.rule.method.reads for row in form.rows}
    if Reads.SCORE in reads:
        yield from ("guide.cells", "guide.scores")
    else:
        yield "guide.own-cells"
    if Reads.MEASURE in reads:
        yield "guide.measures"
    yield from ("guide.numbers", "guide.inapplicable", "guide.evidence", "guide.check")
    if any(row.indicator.evidence_items for row in form.rows):
        yield "guide.evidence-items"
    if form.has_last_year:
        yield "guide.last-year"
    yield from ("guide.layout", "guide.again")
