"""Cells that are out of place, out of bounds, or of no kind; numbers and dates that are none."""

from __future__ import annotations

import re

from tests.hostile.cases import FINE, Case
from tests.hostile.cases import file_case as _case
from tests.hostile.making import (
    HEADERS,
    answers,
    number_cell,
    row,
    sheet,
    text_cell,
    workbook,
)


def _answer(cell: str, *, styles: str | None = None) -> bytes:
    """Return a workbook whose first answer is *cell*."""
    return workbook(sheet(answers(first=cell)), styles=styles)


def _number(value: str, attributes: str = "") -> bytes:
    return _answer(number_cell("C2", value, attributes))


def _formatted(value: str, code: str) -> bytes:
    styles = (
        f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>'
    )
    return _answer(number_cell("C2", value, ' s="1"'), styles=styles)


def _text(text: str) -> bytes:
    return _answer(text_cell("C2", text))


def _also(rows: str) -> bytes:
    """Return a good workbook with more *rows*."""
    return workbook(sheet(answers() + rows))


def _formula(formula: str, value: str | None = None, attributes: str = "") -> bytes:
    said = "" if value is None else f"<v>{value}</v>"
    return _answer(f'<c r="C2"{attributes}><f>{formula}</f>{said}</c>')


HERE = "Penilaian!C2"
DDE = "cmd|' /C calc'!A0"

CASES: tuple[Case, ...] = (
    _case("NaN", lambda: _number("NaN"), f"F212 {HERE}"),
    _case("INF", lambda: _number("INF"), f"F212 {HERE}"),
    _case("-INF", lambda: _number("-INF"), f"F212 {HERE}"),
    _case("1e400", lambda: _number("1e400"), f"F212 {HERE}"),
    _case("-1e400", lambda: _number("-1E+400"), f"F212 {HERE}"),
    _case("1e-400", lambda: _number("1e-400"), f"C115 {HERE}"),
    _case("1e999999999", lambda: _number("1e999999999"), f"F212 {HERE}"),
    _case("1e-999999999", lambda: _number("1e-999999999"), f"C115 {HERE}"),
    _case("minus zero", lambda: _number("-0")),
    _case("1e308", lambda: _number("1e308"), f"C115 {HERE}"),
    _case("the nearest above 4", lambda: _number("4.0000000000000009")),
    _case("400 digits", lambda: _number("9" * 400), f"F212 {HERE}"),
    _case("400 decimals", lambda: _number("2." + "3" * 400)),
    _case("90,000 digits", lambda: _number("9" * 90_000), f"F212 {HERE}"),
    _case("0x10", lambda: _number("0x10"), f"F212 {HERE}"),
    _case("1_000", lambda: _number("1_000"), f"F212 {HERE}"),
    _case("digits of another script", lambda: _number("\u0663"), f"F212 {HERE}"),
    _case("full-width digits", lambda: _number("\uff13"), f"F212 {HERE}"),
    _case("a superscript", lambda: _number("\u00b3"), f"F212 {HERE}"),
    _case("a comma", lambda: _number("3,5"), f"F212 {HERE}"),
    _case("two points", lambda: _number("3.5.1"), f"F212 {HERE}"),
    _case("a plus", lambda: _number("+3")),
    _case("a point alone", lambda: _number("."), f"F212 {HERE}"),
    _case("an exponent alone", lambda: _number("e5"), f"F212 {HERE}"),
    _case("spaces around", lambda: _number(" 3 ")),
    _case("a value without text", lambda: _number(""), f"C101 {HERE}"),
    _case("an element in a value", lambda: _number("<a>3</a>")),
    _case("text in a number", lambda: _number("=1+1"), f"F212 {HERE}"),
    _case("a boolean of 2", lambda: _number("2", ' t="b"'), f"F213 {HERE}"),
    _case("a boolean of -1", lambda: _number("-1", ' t="b"'), f"F213 {HERE}"),
    _case("a boolean in words", lambda: _number("ya", ' t="b"'), f"F213 {HERE}"),
    _case("a boolean", lambda: _number("1", ' t="b"'), f"C114 {HERE}"),
    _case("an error that nobody has", lambda: _number("#PWNED!", ' t="e"'), f"C111 {HERE}"),
    _case("an error without text", lambda: _number("", ' t="e"'), f"C101 {HERE}"),
    _case("an error with orders to a screen", lambda: _number("#\u202e\u009b31m", ' t="e"'), f"C111 {HERE}"),
    _case("a type that nobody has", lambda: _number("3", ' t="evil"'), f"F215 {HERE}"),
    _case("a type of 90,000 letters", lambda: _number("3", f' t="{"n" * 90_000}"'), f"F215 {HERE}"),
    _case("a type without text", lambda: _number("3", ' t=""'), f"F215 {HERE}"),
    _case("a date as a date", lambda: _number("2023-01-02", ' t="d"'), f"C113 {HERE}"),
    _case("a date on no day", lambda: _number("2023-02-30", ' t="d"'), f"C113 {HERE}"),
    _case("a date of year 99999", lambda: _number("99999-01-01", ' t="d"'), f"F214 {HERE}"),
    _case("a date beyond the calendar", lambda: _formatted("99999999", "yyyy-mm-dd"), f"C203 {HERE}"),
    _case("a date before the calendar", lambda: _formatted("-5", "yyyy-mm-dd"), f"C203 {HERE}"),
    _case("a date of 1e308", lambda: _formatted("1e308", "d/m/y"), f"C115 {HERE}"),
    _case("the day that never was", lambda: _formatted("60", "yyyy-mm-dd"), f"C113 {HERE}"),
    _case("a format of colours and conditions", lambda: _formatted("3", "[Red][&gt;=1]0;[Blue]@;;&quot;" + "[" * 5_000)),
    _case("a format that shows nothing", lambda: _formatted("3", ";;;")),
    _case("a format that says otherwise", lambda: _formatted("3", "&quot;4&quot;")),
    _case("a style by no number", lambda: _number("3", ' s="x"'), f"F220 {HERE}", code=FINE),
    _case("a style beyond all", lambda: _number("3", f' s="{"9" * 5_000}"'), f"F220 {HERE}", code=FINE),
    _case("a style before the first", lambda: _number("3", ' s="-1"'), f"F220 {HERE}", code=FINE),
    _case("a formula without a value", lambda: _formula("1+1"), f"C112 {HERE}"),
    _case("a formula with one", lambda: _formula("1+1", "3")),
    _case("a formula that runs a program", lambda: _formula(DDE, "3")),
    _case("a formula that runs a program, unsaved", lambda: _formula(DDE), f"C112 {HERE}"),
    _case("a formula that fetches", lambda: _formula("WEBSERVICE(&quot;http://127.0.0.1:1&quot;)", "3")),
    _case("a formula of 90,000 letters", lambda: _formula("A1+" * 30_000 + "A1", "3")),
    _case("a shared formula without its first", lambda: _answer('<c r="C2"><f t="shared" si="99"/><v>3</v></c>')),
    _case("an array over the whole sheet", lambda: _answer('<c r="C2"><f t="array" ref="A1:XFD1048576">1</f><v>3</v></c>')),
    _case("a far cell", lambda: _also(row(1048576, "x", number_cell("XFD1048576", "1")).replace(text_cell("A1048576", "x"), "")), "F420 Penilaian!XFD1048576", code=FINE),
    _case("a cell beyond the columns", lambda: _also('<row r="5">' + number_cell("XFE5", "1") + "</row>"), "F216 Penilaian"),
    _case("a cell beyond the rows", lambda: _also(f'<row r="1048577">{number_cell("A1048577", "1")}</row>'), "F216 Penilaian", "F216 Penilaian"),
    _case("an address without end", lambda: _also('<row r="5">' + number_cell("A" * 50_000 + "5", "1") + "</row>"), "F216 Penilaian"),
    _case("an address of 50,000 digits", lambda: _also('<row r="5">' + number_cell("A" + "5" * 50_000, "1") + "</row>"), "F216 Penilaian"),
    _case("an address with orders to a screen", lambda: _also('<row r="5">' + number_cell("A5\u202e\u009b2J", "1") + "</row>"), "F216 Penilaian"),
    _case("an address of row zero", lambda: _also('<row r="5">' + number_cell("A0", "1") + "</row>"), "F216 Penilaian"),
    _case("an address in small letters", lambda: _also('<row r="5">' + number_cell("c5", "1") + "</row>"), "X311 Penilaian!A5"),
    _case("a row before the first", lambda: _also(f'<row r="-1">{number_cell("A4", "1")}</row>'), "F216 Penilaian"),
    _case("a row by 50,000 digits", lambda: _also(f'<row r="{"9" * 50_000}">{number_cell("A4", "1")}</row>'), "F216 Penilaian"),
    _case("a cell twice", lambda: _also('<row r="2">' + number_cell("C2", "4") + "</row>"), f"F217 {HERE}"),
    _case("a cell in the wrong row", lambda: _also('<row r="9">' + number_cell("C2", "4") + "</row>"), f"F217 {HERE}", f"F218 {HERE}"),
    _case("rows out of order", lambda: workbook(sheet(row(3, "B-1", number_cell("C3", "2")) + row(2, "A-1", number_cell("C2", "3")) + HEADERS))),
    _case("rows without numbers", lambda: workbook(sheet(re.sub(r' r="[^"]*"', "", answers()))), "C101 Penilaian!A2", "C101 Penilaian!A3"),
    _case("cells without rows", lambda: workbook(sheet("").replace("<sheetData>", "<sheetData>" + number_cell("A1", "1"))), "F201 Penilaian"),
    _case("rows outside the data", lambda: workbook(sheet(answers(), after='<row r="9"><c r="A9"><v>1</v></c></row>')), "F201 Penilaian"),
    _case("a cell within a cell", lambda: _answer('<c r="C2"><c r="C2"><v>3</v></c></c>'), "F201 Penilaian"),
    _case("inline text in a number", lambda: _answer('<c r="C2"><is><t>3</t></is><v>3</v></c>')),
    _case("inline text without end", lambda: _answer('<c r="C2" t="inlineStr"><is>' + "<r><t>3</t></r>" * 50_000 + "</is></c>"), f"C115 {HERE}"),
    _case("text of 32,768 letters", lambda: _text("x" * 32_768), f"C110 {HERE}"),
    _case("text of 99,999 digits", lambda: _text("9" * 99_999), f"C115 {HERE}"),
    _case("text of 99,999 points", lambda: _text("1." * 49_999), f"C110 {HERE}"),
    _case("text of 99,999 spaces", lambda: _text(" " * 99_999), f"C101 {HERE}"),
    _case("text of 99,999 minus signs", lambda: _text("-" * 99_999), f"C110 {HERE}"),
    _case("text of 99,999 percent signs", lambda: _text("3" + "%" * 99_999), f"C110 {HERE}"),
    _case("text of 99,999 commas", lambda: _text("3" + ",000" * 24_999), f"C115 {HERE}"),
    _case("text of 99,999 slashes", lambda: _text("3/" * 49_999), f"C110 {HERE}"),
    _case("text of 99,999 words", lambda: _text("Rp 3 " * 19_999), f"C110 {HERE}"),
    _case("text of 99,999 no-break spaces", lambda: _text("3" + "\u00a0" * 99_998 + "4"), f"C115 {HERE}"),
    _case("text of 99,999 marks over a letter", lambda: _text("3" + "\u0301" * 99_998), f"C110 {HERE}"),
    _case("text as a code, 99,999 letters", lambda: workbook(sheet(HEADERS + row(2, "IMP-" * 24_999, number_cell("C2", "3")))), "X301 Penilaian!A2"),
    _case("text as a name, 99,999 letters", lambda: workbook(sheet(HEADERS + f'<row r="2">{text_cell("B2", "Layanan " * 12_000)}{number_cell("C2", "3")}</row>')), "X302 Penilaian!B2"),
    _case("a header of 99,999 letters", lambda: workbook(sheet(answers().replace("</row>", text_cell("D1", "Nilai " * 16_000) + "</row>", 1)))),
    _case("a header of 16,384 columns", lambda: workbook(sheet(answers().replace("</row>", "".join(f'<c t="inlineStr"><is><t>{"Nilai asesor" if n < 1_900 else "Penguji"} {n}</t></is></c>' for n in range(1, 16_000)) + "</row>", 1)))),
    _case("a zero width space", lambda: _text("3\u200b"), f"C119 {HERE}"),
    _case("letters of a tag", lambda: _text("3\U000e0034"), f"C119 {HERE}"),
    _case("an escaped escape", lambda: _text("3_x001B_[2J"), f"C119 {HERE}"),
    _case("an escaped surrogate", lambda: _text("3_xD800_"), f"C118 {HERE}"),
    _case("an escaped null", lambda: _text("3_x0000_"), f"C119 {HERE}"),
    _case("the letter O for a zero", lambda: _text("O"), f"C110 {HERE}"),
    _case("a code with a Cyrillic letter", lambda: workbook(sheet(HEADERS + row(2, "\u0410-1", number_cell("C2", "3")))), "X301 Penilaian!A2"),
    _case("a code with a hidden letter", lambda: workbook(sheet(HEADERS + row(2, "A-\u200b1", number_cell("C2", "3")))), "X301 Penilaian!A2"),
    _case("a code in full width", lambda: workbook(sheet(HEADERS + row(2, "\uff21-\uff11", number_cell("C2", "3")))), "X301 Penilaian!A2"),
    _case("a code twice", lambda: workbook(sheet(answers() + row(4, "a-1", number_cell("C4", "1")))), "X303 Penilaian!C4"),
)  # fmt: skip
