"""The Word document: real styles, the same bytes each time, and other programs open it."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import LIGHT, ShapeRole
from kediri_index.present.document import Bullets, Heading, Section, Table
from kediri_index.present.renderers.docx.report import report_docx
from kediri_index.present.renderers.docx.tables import shade
from kediri_index.present.yearly.report import document
from tests.present.yearly.reports import document_of, yearly_of
from tests.present.yearly.shown import docx_of
from tests.present.yearly.test_charts import contrast
from tests.present.yearly.test_figures import charts_of

if TYPE_CHECKING:
    from docx.document import Document as Letter

SOME = ("kota-kediri-2023", "salah")
"""One with given groups and a year before, one with all kinds of tables and errors."""
_SOFFICE = shutil.which("soffice")
needs_writer = pytest.mark.skipif(
    _SOFFICE is None or not (Path(_SOFFICE).resolve().parent / "libswlo.so").exists(),
    reason="LibreOffice Writer is not installed",
)


def letter_of(name: str, language: Language = Language.ID) -> Letter:
    return docx.Document(BytesIO(docx_of(document_of(name, language))))


def styles_of(letter: Letter) -> list[str]:
    return [one.style.name or "" for one in letter.paragraphs if one.style is not None]


def test_two_runs_give_the_same_bytes_and_nothing_tells_when() -> None:
    data = docx_of(document_of("kota-kediri-2023", Language.ID))
    assert report_docx(document(yearly_of("kota-kediri-2023"), Language.ID)) == data
    with ZipFile(BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = docx.Document(BytesIO(data)).core_properties
    assert about.created == about.modified == datetime(2000, 1, 1, tzinfo=UTC)
    assert (about.title, about.language) == ("Kota Kediri · 2023", "id-ID")


def test_terms_and_what_they_are_stay_on_one_page() -> None:
    letter = letter_of("kota-kediri-2022")
    styled = zip(styles_of(letter), letter.paragraphs, strict=True)
    terms = [one for style, one in styled if style == "Term"]
    assert [one.paragraph_format.keep_with_next for one in terms[:-1]] == [True] * (len(terms) - 1)
    assert terms[-1].paragraph_format.keep_with_next is None
    assert all(one.paragraph_format.keep_together for one in terms)


@pytest.mark.parametrize("name", SOME)
def test_title_and_headings_are_real_ones_in_their_order(name: str) -> None:
    letter, worded = letter_of(name), document_of(name, Language.ID)
    said = [
        (style, one.text)
        for style, one in zip(styles_of(letter), letter.paragraphs, strict=True)
        if style == "Title" or style.startswith("Heading")
    ]
    assert said[0] == ("Title", worded.head.headline)
    assert [text for style, text in said if style == "Heading 1"] == [
        section.title for section in worded.sections
    ]
    levels = [int(style[-1]) for style, _ in said[1:]]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headings_within_a_section_are_a_level_below_it() -> None:
    worded = document_of("kota-kediri-2022", Language.ID)
    inner = (Heading(3, "tiga"), Heading(4, "empat"))
    letter = docx.Document(
        BytesIO(report_docx(worded._replace(sections=(Section("a", "satu", inner),))))
    )
    assert [style for style in styles_of(letter) if style.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]


def test_every_numbered_list_begins_with_one() -> None:
    worded = document_of("kota-kediri-2022", Language.ID)
    lists = (Bullets(("a", "b"), numbered=True), Bullets(("c",)), Bullets(("d",), numbered=True))
    data = report_docx(worded._replace(sections=(Section("a", "satu", lists),)))
    entries = [
        (one.text, one._p.xpath("string(./w:pPr/w:numPr/w:numId/@w:val)"))  # noqa: SLF001 - XML
        for one in docx.Document(BytesIO(data)).paragraphs
        if one.style is not None and (one.style.name or "").startswith("List")
    ]
    assert [text for text, _ in entries] == ["a", "b", "c", "d"]
    first, same, bullet, second = (number for _, number in entries)
    assert first == same
    assert len({first, bullet, second}) == 3


def test_contents_lead_to_each_section_and_stand_below_the_words_for_the_mayor() -> None:
    letter, worded = letter_of("salah"), document_of("salah", Language.ID)
    body = letter.element.body
    marks = {
        one.getparent().xpath("string(.)"): one.get(qn("w:name"))
        for one in body.xpath(".//w:bookmarkStart")
    }
    texts, anchors = (
        body.xpath(f".//w:hyperlink/{part}") for part in ("w:r/w:t/text()", "@w:anchor")
    )
    assert list(zip(texts, anchors, strict=True)) == [
        (section.title, marks[section.title]) for section in worded.sections
    ]
    assert len(set(marks.values())) == len(worded.sections)
    # not in a field for a table of contents: LibreOffice then counts the pages as it opens
    pages = body.xpath(".//w:hyperlink//w:instrText/text()")
    assert pages == [rf" PAGEREF {anchor} \h " for anchor in anchors]
    kinds = body.xpath(".//w:hyperlink//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"] * len(pages)
    (asks,) = letter.settings.element.xpath("./w:updateFields")  # for what only Word can number
    assert asks.getnext().tag == qn("w:compat")
    last = ".//w:p[w:pPr/w:pStyle/@w:val='TOC1'][last()]"
    after = body.xpath(f"string({last}/following-sibling::w:p[1])")
    assert after == next(one.title for one in worded.sections if one.id == "parts")


def test_numbers_that_a_page_draws_as_bars_have_bars_in_their_lengths() -> None:
    letter, worded = letter_of("kota-contoh"), document_of("kota-contoh", Language.ID)
    blocks = (block for one in worded.sections for block in one.blocks)
    steps = next(one for one in blocks if isinstance(one, Table) and one.id == "steps")
    at = next(number for number, one in enumerate(steps.columns) if one.bars)
    values = [float(row[at].value or 0) for row in steps.rows]
    titles = [one.title for one in steps.columns]
    found = next(one for one in letter.tables if [c.text for c in one.rows[0].cells] == titles)
    table = found._tbl  # noqa: SLF001 - python-docx shows neither widths nor borders
    room = int(str(table.xpath("./w:tblGrid/w:gridCol/@w:w")[at])) - 20 * 9
    bars = f"./w:tr/w:tc[{at + 1}]/w:p[w:pPr/w:pBdr]/w:pPr/w:ind/@w:right"
    rests = [int(str(one)) for one in table.xpath(bars)]
    expected = [room - room * value / max(values) for value in values]
    assert rests == pytest.approx(expected, abs=1)
    assert rests[0] == 0


def test_a_remark_below_a_table_is_on_the_page_of_its_last_rows() -> None:
    letter = letter_of("salah")
    blocks = list(letter.element.body)
    remarks = 0
    for table in letter.tables:
        element = table._tbl  # noqa: SLF001 - python-docx does not show what is kept together
        end, after = blocks[blocks.index(element) + 1 :][:2]
        last = element.tr_lst[-1].xpath(".//w:p")
        is_kept = bool(last[0].xpath("./w:pPr/w:keepNext"))
        assert is_kept == (end.style == "TableNote" or after.style == "Note")
        assert bool(end.xpath("./w:pPr/w:keepNext")) == (after.style == "Note")
        remarks += is_kept
    assert remarks >= 4


@pytest.mark.parametrize("name", SOME)
def test_every_table_has_its_caption_and_a_head_that_is_repeated(name: str) -> None:
    letter, worded = letter_of(name), document_of(name, Language.ID)
    blocks = list(letter.element.body)
    tables = [one for one in letter.tables if one.style is not None and one.style.name != "Facts"]
    for number, (table, block) in enumerate(zip(tables, worded.tables(), strict=True), start=1):
        element = table._tbl  # noqa: SLF001 - python-docx shows neither heads nor captions
        before = blocks[blocks.index(element) - 1]
        assert before.style == "Caption"
        assert before.xpath("string(.)").startswith(f"Tabel  SEQ Tabel \\* ARABIC {number}. ")
        assert element.xpath("string(./w:tblPr/w:tblCaption/@w:val)") == block.caption
        heads = element.xpath("./w:tr/w:trPr/w:tblHeader")
        assert [one.getparent().getparent() for one in heads] == [element.tr_lst[0]]


@pytest.mark.parametrize("name", SOME)
def test_every_picture_says_what_it_shows(name: str) -> None:
    letter = letter_of(name, Language.EN)
    said = [one._inline.docPr.get("descr") for one in letter.inline_shapes]  # noqa: SLF001 - alone
    charts = charts_of(document_of(name, Language.EN))
    assert said[-len(charts) :] == [chart.description for chart in charts]
    assert all(said)
    ids = [one._inline.docPr.id for one in letter.inline_shapes]  # noqa: SLF001 - there
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("language", "locale"), [(Language.ID, "id-ID"), (Language.EN, "en-GB")])
def test_every_page_is_a4_in_its_language_with_its_number(language: Language, locale: str) -> None:
    letter, worded = letter_of("salah", language), document_of("salah", language)
    (spoken,) = letter.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert spoken.get(qn("w:val")) == locale
    assert len(letter.sections) >= 3  # upright, and turned for wide tables
    for pages in letter.sections:
        sides = [round((one or Mm(0)).mm) for one in (pages.page_width, pages.page_height)]
        assert sorted(sides) == [210, 297]
        assert worded.warning in [one.text for one in pages.header.paragraphs]
        foot = pages.footer.paragraphs[0]._p.xpath("string(.)")  # noqa: SLF001 - has the fields
        assert foot.startswith(worded.foot)
        assert " PAGE " in foot
        for table in letter.tables:
            wide = sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid)  # noqa: SLF001
            assert wide <= Mm(297 - 40).twips + 20


def test_pages_are_turned_only_for_tables_that_need_it() -> None:
    assert len(letter_of("kota-kediri-2022").sections) == 1


def test_no_empty_line_ends_pages_and_so_begins_another() -> None:
    breaks = letter_of("salah").element.body.xpath("./w:p[w:pPr/w:sectPr]")
    assert len(breaks) >= 2
    for one in breaks:
        assert one.getprevious().tag == qn("w:tbl") or one.xpath("string(.)")


def test_what_xml_cannot_hold_and_what_looks_like_it_stays_text() -> None:
    yearly = yearly_of("kota-kediri-2022")
    name = "Kota \x00\x07\x1b\ud800\uffff</w:t><b>&amp;" + "x" * 300
    worded = document(yearly._replace(result=yearly.result._replace(unit=name)), Language.ID)
    letter = docx.Document(BytesIO(report_docx(worded)))
    title = next(one.text for one in letter.paragraphs if one.text.startswith("Kota "))
    assert "</w:t><b>&amp;x" in title
    assert len(letter.core_properties.title) == 255


def test_text_on_every_shade_stands_out() -> None:
    shades = [f"#{shade(number / 20)}" for number in range(21)]
    assert shades[0] == LIGHT[ShapeRole.PAPER]
    assert min(contrast(LIGHT[ShapeRole.INK], one) for one in shades) >= 4.5


@needs_writer
def test_libreoffice_opens_it_and_prints_it(tmp_path: Path) -> None:
    names = {"salah": Language.ID, "kota-kediri-2023": Language.EN}
    for name, language in names.items():
        (tmp_path / f"{name}.docx").write_bytes(docx_of(document_of(name, language)))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / f"{name}.docx") for name in names),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for name, least in zip(names, (10, 3), strict=True):
        printed = (tmp_path / f"{name}.pdf").read_bytes()
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= least
