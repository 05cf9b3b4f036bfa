"""Taking plain cells and texts out before the parser is only faster: what is read stays."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.sheet_part import PLAIN_RUN
from kediri_index.sheets.reading.xml_part import Cutter
from tests.sheets.mutants import MUTATIONS, Mutate
from tests.sheets.test_corpus import CORPUS, FILES, LONG
from tests.sheets.test_mutations import SEEDS, of_every_kind

MakeXlsx = Callable[..., bytes]
ReadTwice = Callable[[bytes], tuple[Workbook, Workbook]]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
A1 = '<c r="A1"><v>1</v></c>'
B1 = '<c r="B1" s="1" t="n"><v>2</v></c>'
B2 = '<c r="B2"><v>4</v></c>'
NEXT = '</row><row r="2">'
TEXT = '<c r="B1" t="inlineStr"><is><t>a b</t></is></c>'


@pytest.fixture
def read_twice(monkeypatch: pytest.MonkeyPatch) -> ReadTwice:
    """Return how to read a workbook with and without plain cells taken out."""

    def read(data: bytes) -> tuple[Workbook, Workbook]:
        fast = read_workbook("a.xlsx", data, Limits())
        with monkeypatch.context() as patched:
            patched.setattr(Cutter, "cut", lambda _self, chunk: chunk)
            return fast, read_workbook("a.xlsx", data, Limits())

    return read


def test_a_run_of_plain_cells_becomes_one_mark_and_comes_back_once() -> None:
    plain = Cutter(PLAIN_RUN)
    second = '<c r="A2" t="s"><v>7</v></c>'
    row = f'<row r="1">{A1}{B1}<c r="C1"/></row> <row r="2">{second}</row>'
    assert plain.cut(row.encode()) == (
        b'<row r="1"><plain-run n="0"/></row> <row r="2"><plain-run n="1"/></row>'
    )
    assert plain.take("0") == [(None, f'{A1}{B1}<c r="C1"/>')]
    assert not plain.all_taken
    assert plain.take("1") == [(None, second)]
    assert plain.all_taken


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        ' spans="1:4"',
        ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0"',
        ' spans="1:16384" collapsed="0"',
    ],
)
def test_a_run_goes_on_in_the_next_row(attributes: str) -> None:
    plain = Cutter(PLAIN_RUN)
    next_row = f'<row r="2"{attributes}><c r="A2"><v>2</v></c></row>'
    assert plain.cut(f'<row r="1">{A1}</row>{next_row}<row r="3"/>'.encode()) == (
        b'<row r="1"><plain-run n="0"/></row><row r="3"/>'
    )
    assert plain.take("0") == [(None, A1), ("2", '<c r="A2"><v>2</v></c>')]


def test_a_row_of_plain_cells_may_begin_behind_other_cells() -> None:
    plain = Cutter(PLAIN_RUN)
    other = "<c r='A1'><v>1</v></c>"
    cut = plain.cut(f'<row r="1">{other}{NEXT}{B2}</row>'.encode())
    assert cut == f'<row r="1">{other}<plain-run n="0"/></row>'.encode()
    assert plain.take("0") == [("2", B2)]


@pytest.mark.parametrize(
    "between",
    [
        *('</row> <row r="2">', '</row><row r="2" hidden="1">', '</row><row r="2" ht="0">'),
        *('</row><row r="0">', "</row><row>", "</row><row r='2'>", '</row><row r="2" x="1">'),
        *('</row><row r="2" spans="1:4" spans="1:4">', '</x><x r="2">', '</row><row r="2"/>'),
        *('<row r="2">', "</row>", '</row><!-- --><row r="2">', '</row><x:row r="2">'),
    ],
)
def test_other_rows_begin_for_the_parser(between: str) -> None:
    cut = Cutter(PLAIN_RUN).cut(f'<row r="1">{A1}{between}{A1}</row>'.encode())
    assert cut == f'<row r="1"><plain-run n="0"/>{between}<plain-run n="1"/></row>'.encode()


def test_a_text_in_its_cell_is_plain_too() -> None:
    plain = Cutter(PLAIN_RUN)
    assert plain.cut(f'<row r="1">{A1}{TEXT}</row>'.encode()) == (
        b'<row r="1"><plain-run n="0"/></row>'
    )
    assert plain.take("0") == [(None, A1 + TEXT)]


def test_a_mark_that_stands_in_the_file_itself_is_noticed() -> None:
    plain = Cutter(PLAIN_RUN)
    plain.cut(f'<row r="1">{A1}</row>'.encode())
    assert plain.take("0") != []
    assert plain.take("0") == []
    assert not plain.all_taken


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='A1'><v>1</v></c>",
        '<c t="s" r="A1"><v>1</v></c>',
        '<c r="A1" cm="1"><v>1</v></c>',
        '<c r="A1"><v>a&amp;b</v></c>',
        '<c r="A1"><v>1\n</v></c>',
        '<c r="A1"><v>a>b</v></c>',
        '<c r="A1"><v>\u00e9</v></c>',
        '<c r="A1"><v></v></c>',
        '<c r="A1"><v>a</v></c>',
        '<c r="A1" t="s"><v>a</v></c>',
        '<c r="A1" t="inlineStr"><v>1</v></c>',
        '<c r="A1" t="str"><is><t>1</t></is></c>',
        '<c r="A1"></c>',
        '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
        '<c r="A1"><f>B1</f></c>',
        '<c r="A1" t="inlineStr"><is><t> a</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t>a </t></is></c>',
        '<c r="A1" t="inlineStr"><is><t> </t></is></c>',
        '<c r="A1" t="inlineStr"><is><t></t></is></c>',
        '<c r="A1" t="inlineStr"><is><t/></is></c>',
        '<c r="A1" t="inlineStr"><is><t>a\u00e9</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c>',
        '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
        '<c r="A1" t="inlineStr"><is><t>a</t><t>b</t></is></c>',
        '<c r="A1" t="inlineStr"><f>B1</f><is><t>a</t></is></c>',
        '<c r="A1"><is><t>a</t></v></c>',
        '<c r="A1"><v>1</t></is></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="AAAA1"><v>1</v></c>',
        "<c ><v>1</v></c>",
        '<x:c r="A1"><v>1</v></x:c>',
    ],
)
def test_what_is_not_quite_plain_is_left_to_the_parser(cell: str) -> None:
    assert Cutter(PLAIN_RUN).cut(cell.encode()) == cell.encode()


@pytest.mark.parametrize(
    "inner",
    [
        f'<row r="1">{A1}{B1}</row>',
        f'<row r="1">{A1}{TEXT}</row>',
        f'<row r="1">{A1}{NEXT}{B2}</row>',
        f'<row r="1">{A1}{NEXT}{A1}{NEXT}{B2}</row>',
        f'<row r="5">{A1}{NEXT}{B2}{A1}</row><row r="1">{A1}{NEXT}{B2}</row>',
        f'<row r="1">{A1}</row><row r="9999999">{A1}</row>',
        f'<row r="1" xmlns="lain">{A1}{NEXT}{B2}</row>',
        f'<row r="1">{A1}<!-- {A1}{NEXT}{B2} -->{B1}</row>',
        f'<row r="1">{A1}{NEXT}<!-- {B2} --></row>',
        f"<a>{A1}{NEXT}{B2}</a>",
        f"<a>{A1}{NEXT}{B2}</row>",
        f'<row r="1">{A1}<a>{B1}{NEXT}{B2}</a></row>',
        f'<row r="1"></row><a>{A1}{NEXT}{B2}</a>',
        f'<row r="1"></row><a>{A1}{NEXT}{B2}</row>',
        f'<row r="1">{A1}<c r="B1"><v>1{NEXT}{B2}</v></c></row>',
        f'<row r="1">{A1}{NEXT}{B2}',
        f"{A1}{NEXT}{B2}</row>",
        f'<row r="1">{A1}<c r="B1"><is><t>x</t></is></c></row>',
        f'<row r="1">{A1}<c r="B1" t="s"><is><t>0</t></is></c></row>',
        f'<row r="1">{A1}<c r="B1" t="inlineStr"><v>7</v></c><c r="C1" t="inlineStr"/></row>',
        f'<row r="1">{A1}<c r="B1" t="inlineStr"><is><t>_x0041_b</t></is></c></row>',
        f'<row r="1">{A1}<c r="B1" t="inlineStr"><is><t>_x00e9_</t></is></c></row>',
        f'<row r="1">{A1}<c r="B1" t="inlineStr"><is><t>{"panjang " * 20}.</t></is></c></row>',
        f'<row r="1">{TEXT}{TEXT}</row><row r="2">{TEXT}</row>',
        f'<row r="1">{A1}<c r="B1" t="e"><is><t>#N/A</t></is></c>{TEXT}</row>',
        f'<row r="1">{A1}<c r="B1"><f>A1&lt;2</f><v>3</v></c><c r="C1"><v>4</v></c></row>',
        f'<row r="1"><!-- {B1} -->{A1}</row>',
        f"<!-- {A1} -->",
        f'<row r="1"><?a {B1}?>{A1}</row>',
        f'<row r="1"><c r="B1" t="str"><v><![CDATA[{A1}]]></v></c></row>',
        f'<row r="1"><c r="B1" t="inlineStr"><is><t><![CDATA[{A1}]]>{A1}</t></is></c></row>',
        f"<row r=\"1\" a='{A1}'>{A1}</row>",
        f'<row r="1" xmlns="lain">{A1}</row>',
        f'<row r="1"><a xmlns="lain">{A1}</a></row>',
        f'<row r="1"><c r="B1">{A1}</c></row>',
        f'<row r="1"><c r="B1"><v>{A1}</v></c></row>',
        f"{A1}",
        f'<row r="1">{A1}<plain-run n="0"/></row>',
        f'<row r="1"><plain-run n="0"/>{A1}</row>',
        f'<row r="1"><plain-run n="1"/>{A1}</row><row r="2"><c r="A2"><v>2</v></c></row>',
        f'<row r="2">{A1}{B1}</row>',
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="11"><v>2</v></c></row>',
        '<row r="1"><c r="A11"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        f'<row r="1"><c r="A1" s="1"/>{B1}</row><row r="2"><c r="A2" s="12" />{B2}</row>',
        f'<row r="1">{B1}{A1}{A1}</row>',
        f'<row r="1">{A1}<c><v>5</v></c>{B1}<c><v>6</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c><c r="A1048577"><v>1</v></c><c><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>9</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>00</v></c><c r="B1" t="s"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>1</v></c><c r="B1"><v>x</v></c><c r="C1"><v> </v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f>B1</f><v> _x0041_ </v></c></row>',
        f'<row r="1">{A1}</row></sheetData><sheetData><row r="2"><c r="A2"><v>1</v></c></row>',
        f'<row r="1">{A1}<c r="B1"><v>2</v></row>',
    ],
)
@pytest.mark.parametrize("size", [1 << 16, 40, 1])
def test_cells_and_findings_are_the_same_as_when_all_is_parsed(
    inner: str,
    size: int,
    read_twice: ReadTwice,
    make_xlsx: MakeXlsx,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kediri_index.sheets.reading.package.CHUNK_BYTES", size)
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{inner}</sheetData></worksheet>'
    data = make_xlsx(
        "",
        members={SHEET: sheet},
        strings="<si><t>a</t></si><si><t></t></si>",
        styles='<cellXfs><xf/><xf numFmtId="9"/></cellXfs>',
    )
    fast, slow = read_twice(data)
    assert fast == slow


ITEM = "<si><t>a b</t></si>"


@pytest.mark.parametrize(
    "items",
    [
        f"{ITEM}<si><t>c</t></si>{ITEM}",
        f"{ITEM} {ITEM}<si><t>d &amp; e</t></si><si><t>\u00e9</t></si><si><t>f</t></si>",
        f'<si><t> g</t></si><si><t>h </t></si><si><t xml:space="preserve"> i</t></si>{ITEM}',
        f"{ITEM}<si><t>_x0041_b</t></si><si><t>_x</t></si><si><t/></si><si><t></t></si>{ITEM}",
        f"<si><r><t>j</t></r><r><t>k</t></r></si>{ITEM}<si><t>l</t><rPh><t>m</t></rPh></si>{ITEM}",
        f"<!-- {ITEM} -->{ITEM}",
        f"<si><t><![CDATA[{ITEM}]]></t></si>{ITEM}",
        f"<si>{ITEM}</si>{ITEM}",
        f"<si><t>n{ITEM}o</t></si>{ITEM}",
        f'<a xmlns="lain">{ITEM}</a>{ITEM}',
        f'{ITEM}<plain-run n="0"/><si><t>p</t></si>',
        f'<plain-run n="1"/>{ITEM}<si><t>q\n</t></si>{ITEM}',
        f"{ITEM}<si><t>r</si>",
        f"{ITEM}<si><t>{'panjang ' * 20}.</t></si>",
    ],
)
@pytest.mark.parametrize("size", [1 << 16, 40, 1])
def test_shared_texts_are_the_same_as_when_all_is_parsed(
    items: str,
    size: int,
    read_twice: ReadTwice,
    make_xlsx: MakeXlsx,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kediri_index.sheets.reading.package.CHUNK_BYTES", size)
    cells = "".join(f'<c r="A{row}" t="s"><v>{row - 1}</v></c>' for row in range(1, 8))
    fast, slow = read_twice(make_xlsx(f'<row r="1">{cells}</row>', strings=items))
    assert fast == slow


def test_plain_shared_texts_meet_no_parser(make_xlsx: MakeXlsx) -> None:
    seen: list[bytes] = []

    def cut(plain: Cutter, chunk: bytes) -> bytes:
        seen.append(found := CUT(plain, chunk))
        return found

    cell = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
    with patch.object(Cutter, "cut", cut):
        book = read_workbook("a.xlsx", make_xlsx(cell, strings=ITEM * 2), Limits())
    assert [one.value for one in book.sheets[0].cells] == ["a b"]
    assert any(b'<plain-run n="0"/></sst>' in one for one in seen)


CUT = Cutter.cut
CELL = (
    *("<c r='{}'><v>1</v></c>", '<c r="{}"/>', '<c r="{}" s="1"><v>0.5</v></c>'),
    *('<c r="{}"><v>1</v></c>', '<c r="{}"><v>12.5</v></c>', '<c r="{}" t="s"><v>0</v></c>'),
    *(
        '<c r="{}" t="s"><v>9</v></c>',
        '<c r="{}" s="2"><v>3</v></c>',
        '<c r="{}" t="n"><v>1</v></c>',
    ),
    *(
        '<c r="{}"><f>A1</f><v>3</v></c>',
        '<c r="{}" t="b"><v>1</v></c>',
        '<c r="{}" t="s"><v>1</v></c>',
    ),
    '<c r="{}" t="inlineStr"><is><t>b</t></is></c>',
    '<c r="{}" t="inlineStr"><is><t>c _x0041_</t></is></c>',
    '<c r="{}"><is><t>1</t></is></c>',
)
plain_ones = st.sampled_from((*CELL[3:6], CELL[12]))
any_ones = st.sampled_from(CELL)


@pytest.mark.parametrize("size", [1 << 16, 100])
def test_rows_of_any_cells_are_the_same_as_when_all_is_parsed(
    size: int, make_xlsx: MakeXlsx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kediri_index.sheets.reading.package.CHUNK_BYTES", size)

    @given(
        rows=st.lists(
            st.lists(
                st.tuples(st.sampled_from("ABCDEFG"), st.one_of(plain_ones, plain_ones, any_ones)),
                max_size=7,
            ),
            max_size=4,
        ),
        in_order=st.integers(0, 3),
        most=st.sampled_from((3, 100)),
    )
    def same(rows: list[list[tuple[str, str]]], in_order: int, most: int) -> None:
        inner = ""
        for number, cells in enumerate(rows, 1):
            if in_order:  # else one may come twice, and before one on its left
                cells = sorted(dict(cells).items())  # noqa: PLW2901
            whole = "".join(cell.format(f"{letter}{number}") for letter, cell in cells)
            inner += f'<row r="{number}">{whole}</row>'
        data = make_xlsx(
            inner,
            strings="<si><t>a</t></si><si><t></t></si>",
            styles='<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>',
        )
        fast = read_workbook("a.xlsx", data, Limits(cells=most))
        with patch.object(Cutter, "cut", lambda _self, chunk: chunk):
            assert read_workbook("a.xlsx", data, Limits(cells=most)) == fast

    same()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1", "cp037", "utf-8-sig"])
def test_the_encoding_of_a_sheet_makes_no_difference(
    encoding: str, read_twice: ReadTwice, make_xlsx: MakeXlsx
) -> None:
    name = encoding.removesuffix("-sig").removesuffix("-le")
    sheet = (
        f'<?xml version="1.0" encoding="{name}"?><worksheet xmlns="{MAIN}"><sheetData>'
        f'<row r="1">{A1}{B1}</row></sheetData></worksheet>'
    )
    fast, slow = read_twice(make_xlsx("", members={SHEET: sheet.encode(encoding)}))
    assert fast == slow


@pytest.mark.parametrize("mutate", MUTATIONS)
def test_damage_of_any_kind_makes_no_difference(
    mutate: Mutate, read_twice: ReadTwice, make_xlsx: MakeXlsx
) -> None:
    whole = of_every_kind(make_xlsx)
    for seed in SEEDS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of names that are doubled on purpose
            data = mutate(Random(seed), whole)  # noqa: S311 - no secret
        fast, slow = read_twice(data)
        assert fast == slow, seed


@pytest.mark.skipif(not FILES, reason="the corpus does not stand beside the repository")
@pytest.mark.parametrize("name", [file.name for file in FILES if file.name not in LONG])
def test_a_real_file_is_read_the_same(name: str, read_twice: ReadTwice) -> None:
    fast, slow = read_twice((CORPUS / name).read_bytes())
    assert fast == slow
