"""Parts that are not what a part should be: entities, encodings, floods, relations that lead astray."""

from __future__ import annotations

from tests.hostile.cases import FINE, Case, flood_cases
from tests.hostile.cases import file_case as _case
from tests.hostile.making import (
    BOOK,
    CLOSE_SHEET,
    DOCUMENT,
    MAIN,
    OPEN_SHEET,
    PACKAGE,
    RELATIONS,
    SHEET,
    STRINGS,
    STYLES,
    answers,
    book,
    flooded,
    number_cell,
    parts,
    relations,
    sheet,
    workbook,
)

PLAIN = sheet(answers())
ROWS_OPEN = OPEN_SHEET + answers()
LAUGHS = "<!DOCTYPE lolz [<!ENTITY a0 'lol'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
) + "]>"  # fmt: skip
QUADRATIC = f"<!DOCTYPE a [<!ENTITY a '{'A' * 50_000}'>]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]>'
DTD = '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:1/x.dtd">'


def _sheet(part: str | bytes) -> bytes:
    return workbook(changed={SHEET: part})


def _named(part: str, entity: str) -> bytes:
    """Return a workbook whose part declares a document type."""
    made = parts(strings="<si><t>x</t></si>", styles="")
    content = made[part]
    assert isinstance(content, str)
    return workbook(strings="", styles="", changed={part: entity + content})


def _cell_says(entity: str, said: str) -> bytes:
    cell = f'<c r="C2" t="str"><v>{said}</v></c>'
    return _sheet(entity + sheet(answers(first=cell)))


def _in(encoding: str, declared: str | None = None) -> bytes:
    said = f'<?xml version="1.0" encoding="{declared or encoding}"?>' + PLAIN
    return _sheet(said.encode(encoding))


def _lies_of(encoding: str) -> bytes:
    return _sheet(f'<?xml version="1.0" encoding="{encoding}"?>{PLAIN}')


def _sheets(count: int, same: str = "") -> bytes:
    names = [same or f"Lembar {number}" for number in range(count)]
    related = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    empty = {f"xl/worksheets/sheet{n}.xml": sheet("") for n in range(2, count + 1)}
    return workbook(changed={**empty, BOOK: book(names), RELATIONS: relations(related)})


def _target(target: str, extra: str = "") -> bytes:
    return workbook(changed={RELATIONS: relations([("rId1", "worksheet", target)], extra)})


def _root(target: str) -> bytes:
    return workbook(changed={"_rels/.rels": relations([("rId1", "officeDocument", target)])})


def _names(name: str, other: str = "") -> bytes:
    """Return a workbook whose only (or second) sheet has a *name*."""
    if not other:
        return workbook(changed={BOOK: book([name])})
    return workbook(PLAIN, sheet(""), names=(name, other))


def _deep(depth: int, *, closed: bool = False) -> str:
    return PLAIN.replace("</worksheet>", "<a>" * depth + "</a>" * depth * closed + "</worksheet>")


EXTERNAL = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOCUMENT}/worksheet" '
    'Target="http://127.0.0.1:1/sheet.xml" TargetMode="External"/></Relationships>'
)
LOOP = {"xl/worksheets/_rels/sheet1.xml.rels": relations([("rId1", "worksheet", "sheet1.xml")])}
STYLED_ROWS = '<row s="1" customFormat="1" ht="15"/>'
FORMATS = "".join(
    f'<numFmt numFmtId="{200 + n}" formatCode="0.{"0" * (n % 9)}"/>' for n in range(100_000)
)
HARD_FORMAT = ("[$-" * 20_000) + "0" + "[h]:" * 20_000 + "\\" * 20_001
MERGES = "".join(f'<mergeCell ref="F{n}:G{n}"/>' for n in range(10, 100_010))
OVER = '<mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:XFD1048576"/>'

CASES: tuple[Case, ...] = (
    _case("billion laughs", lambda: _cell_says(LAUGHS, "&a9;"), "F202 Penilaian"),
    _case("quadratic blow-up", lambda: _cell_says(QUADRATIC, "&a;" * 50_000), "F202 Penilaian"),
    _case("an entity from a file", lambda: _cell_says(OUTSIDE, "&a;"), "F202 Penilaian"),
    _case("a parameter entity", lambda: _cell_says(PARAMETER, "1"), "F202 Penilaian"),
    _case("a document type elsewhere", lambda: _cell_says(DTD, "1"), "F202 Penilaian"),
    _case("an entity that nobody declared", lambda: _cell_says("", "&lol;"), "F201 Penilaian"),
    _case("entities in the workbook's part", lambda: _named(BOOK, LAUGHS), "F202"),
    _case("entities in the relations", lambda: _named(RELATIONS, LAUGHS), "F202"),
    _case("entities in the package's relations", lambda: _named("_rels/.rels", OUTSIDE), "F202"),
    _case("entities in the shared texts", lambda: _named(STRINGS, LAUGHS), "F202"),
    _case("entities in the styles", lambda: _named(STYLES, LAUGHS), "F202"),
    _case("UTF-16", lambda: _in("utf-16")),
    _case("UTF-16 of which no mark tells", lambda: _in("utf-16-be", "utf-16")),
    _case("UTF-32", lambda: _in("utf-32"), "F201 Penilaian"),
    _case("EBCDIC", lambda: _in("cp500"), "F201 Penilaian"),
    _case("UTF-7", lambda: _in("utf-7"), "F201 Penilaian"),
    _case("UTF-16 that is UTF-8", lambda: _lies_of("utf-16"), "F201 Penilaian"),
    _case("an encoding that nobody has", lambda: _lies_of("../../x"), "F201 Penilaian"),
    _case("an encoding that is no text", lambda: _lies_of("zlib"), "F201 Penilaian"),
    _case("Latin-1", lambda: _in("latin-1")),
    _case("half a letter of UTF-16", lambda: _sheet(PLAIN.encode("utf-16") + b"\0"), "F201 Penilaian"),
    _case("no UTF-8", lambda: _sheet(PLAIN.replace("A-1", "A-\udcff").encode("utf-8", "surrogateescape")), "F201 Penilaian"),
    _case("a surrogate as UTF-8", lambda: _sheet(PLAIN.replace("A-1", "\ud800").encode("utf-8", "surrogatepass")), "F201 Penilaian"),
    _case("a null", lambda: _sheet(PLAIN.replace("A-1", "A\0")), "F201 Penilaian"),
    _case("a reference to no letter", lambda: _cell_says("", "&#27;[2J"), "F201 Penilaian"),
    _case("a reference to a surrogate", lambda: _cell_says("", "&#xD800;"), "F201 Penilaian"),
    _case("a part without any byte", lambda: _sheet(b""), "F201 Penilaian"),
    _case("a part that is cut off", lambda: _sheet(PLAIN[:-20]), "F201 Penilaian"),
    _case("more after the end", lambda: _sheet(PLAIN + "<a/>"), "F201 Penilaian"),
    _case("a JSON part", lambda: _sheet('{"Kode": 1}'), "F201 Penilaian"),
    _case("100,000 levels", lambda: _sheet(_deep(100_000, closed=True)), "F201 Penilaian"),
    _case("levels without end", lambda: flooded(OPEN_SHEET, "<a>", "", 5_000_000), "F201 Penilaian"),
    _case("an attribute of 30 MB", lambda: flooded(OPEN_SHEET + '<row a="', "x", '"/></sheetData></worksheet>', 30 << 20), "F116"),
    _case("an attribute of 30 MB that packs badly", lambda: flooded(OPEN_SHEET + '<row a="', _noise(), '"/>' + CLOSE_SHEET, 30 << 20), "F201 Penilaian"),
    _case("100,000 attributes", lambda: _sheet(sheet("<row " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>")), "F201 Penilaian"),
    _case("an attribute twice", lambda: _sheet(sheet('<row r="1" r="2"/>')), "F201 Penilaian"),
    _case("100,000 namespaces", lambda: _sheet(PLAIN.replace("<sheetData>", "<a " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(20_000)) + "/><sheetData>"))),
    _case("a comment of 30 MB", lambda: flooded(OPEN_SHEET + "<!--", _noise(), "-->" + CLOSE_SHEET, 30 << 20), "F201 Penilaian"),
    _case("a text of 100 MB", lambda: flooded(OPEN_SHEET + '<row r="1"><c r="A1" t="str"><v>', _noise(), "</v></c></row>" + CLOSE_SHEET, 100 << 20), "F207 Penilaian"),
    *flood_cases("space of 150 MB", 150 << 20, lambda size: flooded(ROWS_OPEN, _space(), CLOSE_SHEET, size)),
    _case("a formula of 100 MB", lambda: flooded(OPEN_SHEET + '<row r="1"><c r="A1"><f>', "A1+B1*" * 9 + _noise(), "</f></c></row>" + CLOSE_SHEET, 100 << 20), "F207 Penilaian"),
    _case("text of a million runs", lambda: flooded(f'<sst xmlns="{MAIN}"><si>', "<r><t>ab</t></r>", "</si></sst>", 16 << 20, STRINGS, parts(strings="")), "F207"),
    *flood_cases("a million shared texts", 31 << 20, lambda size: flooded(f'<sst xmlns="{MAIN}">', "<si><t>abcdefgh</t></si>", "</sst>", size, STRINGS, parts(strings="")), "F227", limit="strings"),
    *flood_cases("fewer shared texts, all used", 20 << 20, lambda size: flooded(f'<sst xmlns="{MAIN}">', "<si><t>abcdefgh</t></si>", "</sst>", size, STRINGS, parts(strings="")), limit="strings"),
    *flood_cases("a million styled rows", 1_000_000 * len(STYLED_ROWS), lambda size: flooded(ROWS_OPEN, STYLED_ROWS, CLOSE_SHEET, size), limit="rows"),
    *flood_cases("a million hidden rows", 1_000_000 * 24, lambda size: flooded(ROWS_OPEN, '<row hidden="1" ht="0"/>', CLOSE_SHEET, size), limit="rows"),
    *flood_cases("two million styled rows", 2_000_000 * len(STYLED_ROWS), lambda size: flooded(ROWS_OPEN, STYLED_ROWS, CLOSE_SHEET, size), "F225 Penilaian", limit="rows"),
    *flood_cases("two million styled cells", 31_000_000, lambda size: flooded(ROWS_OPEN, '<row><c s="1"/><c s="2"/></row>', CLOSE_SHEET, size), limit="cells"),
    *flood_cases("cells without end", 41 * 1_040_000, lambda size: flooded(ROWS_OPEN, "<row><c><v>1</v></c><c><v>2</v></c></row>", CLOSE_SHEET, size), "F206 Penilaian", limit="cells"),
    *flood_cases("values without end in a cell", 24_000_000, lambda size: flooded(ROWS_OPEN + '<row r="9"><c r="A9">', "<v>1</v>", "</c></row>" + CLOSE_SHEET, size), "F219 Penilaian", limit="elements"),
    *flood_cases("columns without end", 44_000_000, lambda size: flooded(OPEN_SHEET.replace("<sheetData>", "<cols>"), '<col min="1" max="16384" hidden="1"/>', "</cols><sheetData/></worksheet>", size), "F224 Penilaian", limit="elements"),
    _case("100,000 columns ranges of a whole sheet", lambda: _sheet(sheet(answers(), before="<cols>" + '<col min="1" max="16384" style="1"/>' * 100_000 + "</cols>"))),
    _case("100,000 hidden ranges of columns", lambda: _sheet(sheet(answers(), before="<cols>" + '<col min="9" max="16384" hidden="1"/>' * 100_000 + "</cols>"))),
    _case("ranges of columns that are none", lambda: _sheet(sheet(answers(), before='<cols><col min="-1" max="99999999999999" hidden="1"/><col min="9" max="3" hidden="1"/><col hidden="1"/></cols>'))),
    _case("100,000 merged cells", lambda: _sheet(sheet(answers(), after=f"<mergeCells>{MERGES}</mergeCells>"))),
    *flood_cases("1,500,000 merged cells", 1_500_000 * 24, lambda size: flooded(OPEN_SHEET + "</sheetData><mergeCells>", '<mergeCell ref="F1:G9"/>', "</mergeCells></worksheet>", size), "F224 Penilaian", limit="elements"),
    _case("the whole sheet merged, twice", lambda: _sheet(sheet(answers(), after=f"<mergeCells>{OVER}</mergeCells>"))),
    _case("merged ranges that are none", lambda: _sheet(sheet(answers(), after='<mergeCells><mergeCell ref="A0:B2"/><mergeCell ref="XFE1:XFE2"/><mergeCell ref="&#27;"/></mergeCells>'.replace("&#27;", "=1"))), "F221 Penilaian", "F221 Penilaian", "F221 Penilaian", code=FINE),
    _case("a dimension of a whole sheet", lambda: _sheet(sheet(answers(), before='<dimension ref="A1:XFD1048576"/>'))),
    _case("a dimension of nothing", lambda: _sheet(sheet(answers(), before='<dimension ref="A1"/>'))),
    _case("100,000 formats", lambda: workbook(styles=f"<numFmts>{FORMATS}</numFmts>")),
    _case("a format without end", lambda: workbook(styles=f'<numFmts><numFmt numFmtId="200" formatCode="{HARD_FORMAT}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>')),
    *flood_cases("a million formats of cells", 19 * 1_200_000, lambda size: flooded(f'<styleSheet xmlns="{MAIN}"><cellXfs>', '<xf numFmtId="0"/>', "</cellXfs></styleSheet>", size, STYLES, parts(styles="")), "F224", limit="elements"),
    _case("a format's number beyond all", lambda: workbook(sheet(answers(first=number_cell("C2", "3", ' s="0"'))), styles=f'<cellXfs><xf numFmtId="{"9" * 5000}"/></cellXfs>')),
    _case("300 sheets", lambda: _sheets(300), "F205"),
    _case("200 sheets", lambda: _sheets(200)),
    _case("200 sheets of one name", lambda: _sheets(200, "Penilaian"), "F210 Penilaian"),
    _case("no sheet", lambda: workbook(changed={BOOK: book([])}), "F209"),
    _case("a sheet without its part", lambda: workbook(changed={SHEET: None}), "F204 Penilaian"),
    _case("a sheet without a relation", lambda: workbook(changed={RELATIONS: relations([])}), "F204 Penilaian"),
    _case("no relations at all", lambda: workbook(changed={RELATIONS: None}), "F204 Penilaian"),
    _case("a target outside the package", lambda: _target("../../../../etc/passwd"), "F204 Penilaian"),
    _case("a target that leads round", lambda: _target("./../xl/./worksheets/../worksheets/sheet1.xml")),
    _case("a target on the web", lambda: workbook(changed={RELATIONS: EXTERNAL}), "F204 Penilaian"),
    _case("a target of a file", lambda: _target("file:///etc/passwd"), "F204 Penilaian"),
    _case("a target that is escaped", lambda: _target("%2e%2e/%2e%2e/etc/passwd%00"), "F204 Penilaian"),
    _case("a target with orders to a screen", lambda: _target("a\u202e\u009b2J\u2028b.xml"), "F204 Penilaian"),
    _case("a sheet that is the styles", lambda: workbook(styles="", changed={RELATIONS: relations([("rId1", "worksheet", "styles.xml")])}), "F203 Penilaian"),
    _case("a sheet that is the workbook", lambda: _target("workbook.xml"), "F203 Penilaian"),
    _case("a sheet that is its own relations", lambda: _target("_rels/workbook.xml.rels"), "F203 Penilaian"),
    _case("relations in a circle", lambda: workbook(changed=LOOP)),
    _case("two relations of one id", lambda: workbook(changed={RELATIONS: relations([("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId1", "worksheet", "styles.xml")])}), "F204 Penilaian"),
    *flood_cases("relations without end", 120_000_000, lambda size: flooded(f'<Relationships xmlns="{PACKAGE}">', f'<Relationship Id="a" Type="{DOCUMENT}/x" Target="b"/>', "</Relationships>", size, RELATIONS), "F204 Penilaian"),
    _case("a workbook that is a sheet", lambda: _root(SHEET), "F122"),
    _case("a workbook that is nowhere", lambda: _root("../../x")),
    _case("a workbook of another kind", lambda: workbook(changed={"[Content_Types].xml": "<a/>"})),
    _case("no content types", lambda: workbook(changed={"[Content_Types].xml": None})),
    _case("content types of a program", lambda: workbook(changed={"[Content_Types].xml": '<Types xmlns="http://x"><Default Extension="xml" ContentType="application/x-msdownload"/></Types>'})),
    _case("another namespace", lambda: _sheet(PLAIN.replace(MAIN, "http://contoh.test/x")), "F203 Penilaian"),
    _case("shared texts that are not there", lambda: _cell_of("s", "99"), "F204"),
    _case("a shared text that is not there", lambda: _cell_of("s", "99", "<si><t>x</t></si>"), "F211 Penilaian!C2"),
    _case("a shared text before the first", lambda: _cell_of("s", "-1", "<si><t>x</t></si>"), "F211 Penilaian!C2"),
    _case("a shared text by 5,000 digits", lambda: _cell_of("s", "9" * 5000, "<si><t>x</t></si>"), "F211 Penilaian!C2"),
    _case("a shared text by no number", lambda: _cell_of("s", "x", "<si><t>x</t></si>"), "F211 Penilaian!C2"),
)  # fmt: skip


def _cell_of(kind: str, value: str, strings: str | None = None) -> bytes:
    cell = number_cell("C2", value, f' t="{kind}"')
    return workbook(sheet(answers(first=cell)), strings=strings)


def _noise() -> str:
    """Return letters that are packed a hundred times and no more."""
    return "".join(chr(97 + n * n * 2654435761 // 4096 % 26) for n in range(180)) + "x" * 20_000


def _space() -> str:
    return "".join(" \t\n "[n * n * 2654435761 // 4096 % 4] for n in range(300)) + " " * 20_000
