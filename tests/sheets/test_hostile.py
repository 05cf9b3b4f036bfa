"""Files made to hurt: each ends in a finding, with little memory and in little time."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from time import perf_counter

import pytest

from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.read import read_workbook

MakeXlsx = Callable[..., bytes]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
MEGABYTE = 1 << 20


def flooded(make: MakeXlsx, start: str, unit: str, end: str, size: int, part: str = SHEET) -> bytes:
    """Return a workbook one part of which repeats *unit* up to *size* bytes."""
    file = BytesIO(make("", strings="", styles="", members={part: None}))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        block = (unit * (MEGABYTE // len(unit))).encode()
        with package.open(part, "w") as member:
            member.write(start.encode())
            for _ in range(size // len(block)):
                member.write(block)
            member.write(end.encode())
    return file.getvalue()


OPEN = f'<worksheet xmlns="{MAIN}">'
ROW = f"{OPEN}<sheetData><row>"
LOW = Limits(cells=20_000, strings=20_000, elements=1_000, rows=50_000, ratio=2_000)


@pytest.mark.parametrize(
    ("start", "unit", "part", "code"),
    [
        (OPEN, "<a>", SHEET, "F201"),
        (ROW, "<c>", SHEET, "F201"),
        (f"{OPEN}<!--", "y", SHEET, "F201"),
        (f'{OPEN}<sheetData><row r="', "1", SHEET, "F201"),
        (f"{OPEN}<?pi ", "y", SHEET, "F201"),
        (f"{ROW}<c><v>", "1", SHEET, "F207"),
        (f"{ROW}<c><f>", "A1+", SHEET, "F207"),
        (f'{ROW}<c t="inlineStr"><is><t>', "y", SHEET, "F207"),
        (f'{ROW}<c t="inlineStr"><is>', "<r><t>panjang</t></r>", SHEET, "F207"),
        (f'<sst xmlns="{MAIN}"><si>', "<t>panjang</t>", "xl/sharedStrings.xml", "F207"),
        (f"{OPEN}<sheetData>", "<row><c><v>1</v></c></row>", SHEET, "F206"),
        (f'<sst xmlns="{MAIN}">', "<si><t/></si>", "xl/sharedStrings.xml", "F227"),
        (f"{OPEN}<sheetData>", "<row/>", SHEET, "F225"),
        (ROW, "<c/>", SHEET, "F226"),
        (ROW, "<c><v>1</v></c>", SHEET, "F226"),
        (OPEN, "<a/>", SHEET, "F224"),
        (f"{OPEN}<sheetData>", "<row><c/></row>", SHEET, "F224"),
        (f"{ROW}<c>", "<v/>", SHEET, "F224"),
        (f'<styleSheet xmlns="{MAIN}"><cellXfs>', "<xf/>", "xl/styles.xml", "F224"),
    ],
)  # fmt: skip
def test_a_flood_is_stopped_before_it_is_held(
    start: str,
    unit: str,
    part: str,
    code: str,
    make_xlsx: MakeXlsx,
) -> None:
    data = flooded(make_xlsx, start, unit, "", 24 * MEGABYTE, part)
    tracemalloc.start()
    try:
        workbook = read_workbook("a.xlsx", data, LOW)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [finding.code for finding in workbook.findings] == [code]
    assert peak < 16 * MEGABYTE


@pytest.mark.no_cover
def test_more_rows_than_any_sheet_has_are_refused(make_xlsx: MakeXlsx) -> None:
    data = flooded(make_xlsx, f"{OPEN}<sheetData>", '<row hidden="1"/>', "", 20 * MEGABYTE)
    workbook = read_workbook("a.xlsx", data, Limits(ratio=2_000, seconds=600))
    assert [finding.code for finding in workbook.findings] == ["F225"]


@pytest.mark.no_cover
def test_a_part_of_mere_space_is_read_without_being_held(make_xlsx: MakeXlsx) -> None:
    data = flooded(make_xlsx, f"{OPEN}<a>", " ", "</a><sheetData/></worksheet>", 48 * MEGABYTE)
    tracemalloc.start()
    try:
        workbook = read_workbook("a.xlsx", data, Limits(ratio=2_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert workbook.findings == ()
    assert peak < 2 * MEGABYTE


@pytest.mark.parametrize("in_sheet", [True, False])
def test_a_text_past_the_limit_is_refused_wherever_it_stands(
    make_xlsx: MakeXlsx, *, in_sheet: bool
) -> None:
    inline = '<row><c t="inlineStr"><is><t>panjang</t></is></c></row>'
    shared = '<row><c t="s"><v>0</v></c></row>'
    data = make_xlsx(inline if in_sheet else shared, strings="<si><t>panjang</t></si>")
    assert read_workbook("a.xlsx", data, Limits(text_length=7)).findings == ()
    workbook = read_workbook("a.xlsx", data, Limits(text_length=6))
    assert [finding.code for finding in workbook.findings] == ["F207"]


@pytest.mark.parametrize("code", ["[", "&quot;[", "[h", "\\", "_", "general", "&quot;"])
def test_a_number_format_without_end_costs_no_time(code: str, make_xlsx: MakeXlsx) -> None:
    long = code * 100_000
    styles = f'<numFmts><numFmt numFmtId="200" formatCode="{long}"/></numFmts>'
    start = perf_counter()
    workbook = read_workbook("a.xlsx", make_xlsx("", styles=styles), Limits(ratio=10_000))
    assert workbook.findings == ()
    assert perf_counter() - start < 3  # a thousand times what it takes


WIDE = "x" * 9_999 + "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("part", "start", "unit"),
    [
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="inlineStr"><is><t>{WIDE}</t></is></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="str"><v>{WIDE}</v></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="str"><v>{"x" * 9_999}&#128512;</v></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="str"><v>{"x" * 9_999}_x2588_</v></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f"<row><c><f>{WIDE}</f></c></row>"),
        (SHEET, f"{OPEN}<sheetData>", f"<row><c><v>{WIDE}</v></c></row>"),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="s"><v>{WIDE}</v></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="e"><v>{WIDE}</v></c></row>'),
        (SHEET, f"{OPEN}<sheetData>", f'<row><c t="q"><v>{WIDE}</v></c></row>'),
        (SHEET, f"{OPEN}<mergeCells>", f'<mergeCell ref="{WIDE}"/>'),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">', f"<si><t>{WIDE}</t></si>"),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><numFmts>',
            f'<numFmt numFmtId="{WIDE}" formatCode="{WIDE}"/>',
        ),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}">', f'<sheet name="{WIDE}"/>'),
    ],
)  # fmt: skip
def test_text_that_widens_in_memory_counts_as_wide_as_it_is(
    part: str, start: str, unit: str, make_xlsx: MakeXlsx
) -> None:
    limits = Limits(total_bytes=15 * MEGABYTE, ratio=10_000)
    data = flooded(make_xlsx, start, unit, "", 10 * MEGABYTE, part)
    tracemalloc.start()
    try:
        workbook = read_workbook("a.xlsx", data, limits)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [finding.code for finding in workbook.findings] == ["F115"]
    assert peak < 24 * MEGABYTE


def test_names_of_elements_without_end_are_refused(make_xlsx: MakeXlsx) -> None:
    names = "".join(f"<a{number}/>" for number in range(20_000))
    data = make_xlsx(f"<sheetData/>{names}")
    assert read_workbook("a.xlsx", data, Limits(elements=30_000)).findings == ()
    workbook = read_workbook("a.xlsx", data, Limits(elements=10_000))
    assert [finding.code for finding in workbook.findings] == ["F224"]


def test_a_long_value_is_shown_shortened_and_kept_whole(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(f'<row r="1"><c r="A1"><v>{"x" * 9_999}</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.value) for f in workbook.findings] == [("F212", "x" * 500 + "…")]
    assert [cell.value for cell in workbook.sheets[0].cells] == ["x" * 9_999]


def test_one_part_read_for_many_sheets_counts_each_time(make_xlsx: MakeXlsx) -> None:
    listed = "".join(f'<sheet name="L{n}" r:id="rId1"/>' for n in range(100))
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://x/relationships"><sheets>{listed}</sheets>'
        "</workbook>"
    )
    row = '<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 50_000
    data = make_xlsx(row, members={"xl/workbook.xml": book})
    workbook = read_workbook("a.xlsx", data, Limits(total_bytes=MEGABYTE))
    assert [finding.code for finding in workbook.findings] == ["F115"]
    assert len(read_workbook("a.xlsx", data, Limits()).sheets) == 100


@pytest.mark.parametrize("declaration", [
    '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]>',
    '<!DOCTYPE a SYSTEM "http://contoh.test/a.dtd">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "<!DOCTYPE a>",
])  # fmt: skip
@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/styles.xml"]
)
def test_no_part_may_declare_entities(part: str, declaration: str, make_xlsx: MakeXlsx) -> None:
    data = make_xlsx("", styles="", members={part: f"{declaration}<a/>"})
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.params["part"]) for f in workbook.findings] == [("F202", part)]


def test_an_undeclared_entity_is_broken_xml(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx('<row><c t="str"><v>&amp;&lol;</v></c></row>')
    assert [f.code for f in read_workbook("a.xlsx", data, Limits()).findings] == ["F201"]


@pytest.mark.parametrize("encoding", ["UTF-9", "shift_jis", "utf-7", "idna", "hex", "UTF-16"])
def test_a_part_in_a_strange_encoding_is_broken_xml(encoding: str, make_xlsx: MakeXlsx) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?><worksheet xmlns="{MAIN}"/>'
    data = make_xlsx("", members={SHEET: part})
    assert [f.code for f in read_workbook("a.xlsx", data, Limits()).findings] == ["F201"]


@pytest.mark.parametrize("cut", range(0, 1200, 37))
def test_a_workbook_cut_off_anywhere_is_refused(cut: int, make_xlsx: MakeXlsx) -> None:
    data = make_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')
    workbook = read_workbook("a.xlsx", data[: len(data) - 1 - cut % (len(data) - 1)], Limits())
    assert workbook.findings
    assert workbook.sheets == ()


@pytest.mark.parametrize("seed", range(0, 400, 7))
def test_a_workbook_with_a_wrong_byte_never_ends_in_a_traceback(
    seed: int, make_xlsx: MakeXlsx
) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 40))
    data = bytearray(make_xlsx(rows))
    whole = read_workbook("a.xlsx", bytes(data), Limits())
    data[seed * 2654435761 % len(data)] ^= 1 << seed % 8
    workbook = read_workbook("a.xlsx", bytes(data), Limits())
    assert workbook.findings or workbook.sheets == whole.sheets


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../../x.xml", "..\\x.xml", "C:\\x.xml", "c:x.xml", "xl/../../x", "\\\\h\\x"],
)
def test_names_that_lead_outside_are_refused(
    name: str, make_zip: Callable[[list[tuple[str, str]]], bytes]
) -> None:
    workbook = read_workbook("a.xlsx", make_zip([("xl/workbook.xml", ""), (name, "")]), Limits())
    assert [(f.code, f.params["parts"]) for f in workbook.findings] == [("F118", (name,))]
