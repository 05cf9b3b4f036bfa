"""Writing a list of indicators as a workbook: an empty one, or that of a definition."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.text import printable, printable_lines
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.forms.guide import Styles, set_height, set_paper
from kediri_index.sheets.lists.headings import LEVELS, ListColumn
from kediri_index.sheets.lists.tables import GUIDE_SHEET

LIST_SHEET: Final = "Daftar"
GROUPS_SHEET: Final = "Bobot"
AGENCIES_SHEET: Final = "OPD"
INDEX_SHEET: Final = "Indeks"
_CHOICES_SHEET: Final = "_pilihan"
HIGHER: Final = "semakin tinggi semakin baik"
LOWER: Final = "semakin rendah semakin baik"
_METHODS: Final = (
    "capaian terhadap target",
    "capaian terhadap target, paling tinggi 100%",
    "skala 1–5",
    "tingkat 1 s.d. 5",
    "ya/tidak",
    "minimum 0, maksimum 100",
    "di bawah 40 = 1; di bawah 70 = 2; selebihnya = 4",
)
_EMPTY_ROWS: Final = 100
_EMPTY_GROUPS: Final = 12
_HEADING: Final = 2
"""The row of the headings, counted from 0: the title stands above."""
_MADE: Final = datetime(2020, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone
_WIDTHS: Final[Mapping[str, int]] = {
    ListColumn.CODE: 10,
    ListColumn.INDICATOR: 34,
    ListColumn.NAME_EN: 30,
    ListColumn.NAME_ID: 30,
    ListColumn.WEIGHT: 8,
    ListColumn.MEASURE_UNIT: 8,
    ListColumn.TARGET: 8,
    ListColumn.METHOD: 22,
    ListColumn.DIRECTION: 16,
    ListColumn.OPD: 16,
    ListColumn.CHECK: 28,
    ListColumn.SOURCE: 12,
}
_WIDTH: Final = 14
"""In characters; all columns of an empty list are in sight on a screen of 1366 pixels."""
_FACTS: Final = (24, 70)
_GUIDE: Final = (22, 76)

Value = str | int | float


class ListSheet(NamedTuple):
    """The rows of one sheet, by the words of its headings."""

    headings: Sequence[str]
    rows: Sequence[Mapping[str, Value]]


class WrittenList(NamedTuple):
    """What a list holds: its indicators, its groups, its agencies, and facts about the index."""

    indicators: ListSheet
    groups: ListSheet
    agencies: ListSheet | None
    labels: Sequence[tuple[str, str]]
    language: Language
    level: str = LEVELS["pillar"][0]


def empty_list(language: Language) -> WrittenList:
    """Return the list that a new index is begun with."""
    pillar = LEVELS["pillar"][0]
    columns = (
        *(ListColumn.CODE, pillar, ListColumn.INDICATOR, ListColumn.WEIGHT),
        *(ListColumn.MEASURE_UNIT, ListColumn.TARGET, ListColumn.DIRECTION, ListColumn.METHOD),
        *(ListColumn.OPD, ListColumn.SOURCE, ListColumn.CHECK),
    )
    facts = ("Judul", "Daerah", "Tahun", "Sumber")
    return WrittenList(
        ListSheet(columns, ({},) * _EMPTY_ROWS),
        ListSheet((pillar, ListColumn.WEIGHT, ListColumn.CHECK), ({},) * _EMPTY_GROUPS),
        None,
        (*((fact, "") for fact in facts), ("Skala", "0–100")),
        language,
    )


def list_bytes(written: WrittenList) -> bytes:
    """Return *written* as an .xlsx workbook; the same list gives the same bytes."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        _ListWriter(book, written).write()
    return data.getvalue()


class _ListWriter:
    def __init__(self, book: Any, written: WrittenList) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        self._written = written
        self._styles = Styles(book)
        self._open = book.add_format(
            {
                "border": 1,
                "border_color": "#BFBFBF",
                "text_wrap": True,
                "valign": "top",
                "bg_color": "#FFF9E5",
            }
        )
        self._list = book.add_worksheet(LIST_SHEET)
        self._groups = book.add_worksheet(GROUPS_SHEET)
        self._agencies = book.add_worksheet(AGENCIES_SHEET) if written.agencies else None
        self._index = book.add_worksheet(INDEX_SHEET)
        self._guide = book.add_worksheet(GUIDE_SHEET)
        self._choices = book.add_worksheet(_CHOICES_SHEET)
        self._chosen = 0

    def write(self) -> None:
        """Write all sheets; the list comes up first."""
        written = self._written
        self._book.set_properties({"created": _MADE})
        self._table(self._list, written.indicators, "list.title")
        self._table(self._groups, written.groups, "list.groups")
        if self._agencies is not None and written.agencies is not None:
            self._table(self._agencies, written.agencies, "list.agencies")
        self._facts()
        self._guide_lines()
        self._lists()
        self._choices.hide()
        self._list.activate()

    def _say(self, key: str) -> str:
        return text(key, self._written.language)

    def _table(self, sheet: Any, table: ListSheet, title: str) -> None:  # noqa: ANN401 - likewise
        sheet.write_string(0, 0, self._say(title), self._styles.title)
        first, last = _HEADING + 1, _HEADING + len(table.rows)
        for number, heading in enumerate(table.headings):
            sheet.set_column(number, number, _WIDTHS.get(heading, _WIDTH))
            sheet.write_string(_HEADING, number, heading, self._styles.header)
            about = _ABOUT.get(heading)
            if about is not None and sheet is self._list:
                note = f"{self._say(about)}"
                sheet.write_comment(_HEADING, number, note, {"x_scale": 2, "y_scale": 1.2})
        for line, row in enumerate(table.rows, start=first):
            for number, heading in enumerate(table.headings):
                if heading == ListColumn.CHECK:
                    formula = self._check(table, line, first, last)
                    sheet.write_formula(line, number, formula, self._styles.check, "")
                else:
                    self._put(sheet, (line, number), row.get(heading, ""))
            if row:  # the rest grow as they are filled in
                texts = ((str(text), _WIDTHS.get(one, _WIDTH)) for one, text in row.items())
                set_height(sheet, line, texts)
        set_height(sheet, _HEADING, ((one, _WIDTHS.get(one, _WIDTH)) for one in table.headings))
        named = ListColumn.INDICATOR in table.headings
        frozen = list(table.headings).index(ListColumn.INDICATOR) + 1 if named else 0
        sheet.freeze_panes(_HEADING + 1, frozen)
        set_paper(sheet, landscape=True)
        sheet.repeat_rows(_HEADING)

    def _put(self, sheet: Any, place: tuple[int, int], value: Value) -> None:  # noqa: ANN401 - likewise
        if value == "":
            sheet.write_blank(*place, None, self._open)
        elif isinstance(value, str):
            sheet.write_string(*place, printable_lines(value), self._open)
        else:
            sheet.write_number(*place, value, self._open)

    def _check(self, table: ListSheet, line: int, first: int, last: int) -> str:
        """Return the formula that says what a row lacks."""
        at = {heading: column_letters(n + 1) for n, heading in enumerate(table.headings)}
        row = line + 1

        def cell(heading: str) -> str:
            return f"{at[heading]}{row}"

        def column(heading: str) -> str:
            return f"${at[heading]}${first + 1}:${at[heading]}${last + 1}"

        level = self._written.level
        weight = ListColumn.WEIGHT
        faults: list[tuple[str, str]] = []
        if ListColumn.INDICATOR in at:
            name, method = cell(ListColumn.INDICATOR), cell(ListColumn.METHOD)
            target, way = cell(ListColumn.TARGET), cell(ListColumn.DIRECTION)
            group = column(level)
            total = f"SUMIF({group},{cell(level)},{column(weight)})"
            measured = f'OR({target}<>"",ISNUMBER(SEARCH("capaian",{method})))'
            faults += [
                (f'{cell(level)}=""', self._say("list.check.group")),
                (f'{name}=""', self._say("list.check.name")),
                (
                    f'AND({name}<>"",COUNTIF({column(ListColumn.INDICATOR)},{name})>1)',
                    self._say("list.check.twice"),
                ),
                (
                    f'AND({cell(weight)}="",COUNT({column(weight)})>0)',
                    self._say("list.check.weight"),
                ),
                (
                    f'AND({cell(weight)}<>"",ABS({total}-1)>0.000001,ABS({total}-100)>0.000001)',
                    self._say("list.check.sum"),
                ),
                (f'AND({method}="",{target}="")', self._say("list.check.method")),
                (f'AND({way}="",{measured})', self._say("list.check.direction")),
                (f'{cell(ListColumn.OPD)}=""', self._say("list.check.opd")),
            ]
        else:
            total = f"SUM({column(weight)})"
            faults += [
                (f'{cell(weight)}=""', self._say("list.check.weight")),
                (
                    f"AND(ABS({total}-1)>0.000001,ABS({total}-100)>0.000001)",
                    self._say("list.check.sum-groups"),
                ),
            ]
        said = "&".join(f'IF({condition},"; {words}","")' for condition, words in faults)
        own = [letters for heading, letters in at.items() if heading != ListColumn.CHECK]
        filled = f"COUNTA({own[0]}{row}:{own[-1]}{row})"
        done = self._say("list.check.done")
        return f'=IF({filled}=0,"",IF(LEN({said})=0,"{done}",MID({said},3,250)))'

    def _facts(self) -> None:
        sheet = self._index
        for column, width in enumerate(_FACTS):
            sheet.set_column(column, column, width)
        for line, (label, value) in enumerate(self._written.labels):
            sheet.write_string(line, 0, label, self._styles.label)
            self._put(sheet, (line, 1), printable(value))
            set_height(sheet, line, zip((label, value), _FACTS, strict=True))
        set_paper(sheet, landscape=False)

    def _guide_lines(self) -> None:
        sheet = self._guide
        for column, width in enumerate(_GUIDE):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, self._say("list.guide"), self._styles.title)
        steps = [(f"{number}.", key, self._styles.text) for number, key in enumerate(_STEPS, 1)]
        about = [(heading, key, self._styles.label) for heading, key in _ABOUT.items()]
        for begin, lines in ((2, steps), (3 + len(steps), about)):
            for line, (label, key, style) in enumerate(lines, start=begin):
                said = label, self._say(key)
                sheet.write_string(line, 0, label, style)
                sheet.write_string(line, 1, said[1], self._styles.text)
                set_height(sheet, line, zip(said, _GUIDE, strict=True))
        set_paper(sheet, landscape=False, pages=1)

    def _lists(self) -> None:
        """Offer what may be written: pillars, directions, methods; anything else may be too."""
        headings = list(self._written.indicators.headings)
        rows = len(self._written.indicators.rows)
        groups = f"={GROUPS_SHEET}!$A${_HEADING + 2}:$A${_HEADING + 1 + _EMPTY_GROUPS}"
        offered = {
            ListColumn.DIRECTION: self._range((HIGHER, LOWER)),
            ListColumn.METHOD: self._range(_METHODS),
        }
        if self._written.groups.headings[0] == self._written.level:
            offered[self._written.level] = groups  # type: ignore[index] # a heading too
        for heading, source in offered.items():
            if heading not in headings:
                continue
            number = headings.index(heading)
            self._list.data_validation(
                _HEADING + 1,
                number,
                _HEADING + rows,
                number,
                {"validate": "list", "source": source, "show_error": False},
            )

    def _range(self, values: Sequence[str]) -> str:
        column = self._chosen
        self._chosen += 1
        for line, value in enumerate(values):
            self._choices.write_string(line, column, value)
        letters = column_letters(column + 1)
        return f"={_CHOICES_SHEET}!${letters}$1:${letters}${len(values)}"


_STEPS: Final = ("list.guide.rows", "list.guide.groups", "list.guide.check", "list.guide.init")
_ABOUT: Final[Mapping[str, str]] = {
    ListColumn.CODE: "list.about.code",
    LEVELS["pillar"][0]: "list.about.group",
    ListColumn.INDICATOR: "list.about.name",
    ListColumn.WEIGHT: "list.about.weight",
    ListColumn.MEASURE_UNIT: "list.about.unit",
    ListColumn.TARGET: "list.about.target",
    ListColumn.DIRECTION: "list.about.direction",
    ListColumn.METHOD: "list.about.method",
    ListColumn.OPD: "list.about.opd",
    ListColumn.SOURCE: "list.about.source",
}
"""What belongs in a column, for the note at its heading and for the guide."""
