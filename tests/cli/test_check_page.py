"""``check --report html=FILE``: the findings as a page, each with the cells around it."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest

from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.present.commands.check import CheckPresentation
from kediri_index.present.document import Document, FindingLine, FindingLines
from kediri_index.present.findings import FindingsReport
from kediri_index.present.renderers.html import rendered
from kediri_index.usecases.check import check
from kediri_index.usecases.excerpts import excerpts_of
from kediri_index.usecases.inputs import Submission
from tests.cli.running import Cli
from tests.findings.building import ANSWERS, HERE, definition, workbook
from tests.present.format_readers import of_html, of_json

FOLDER = "examples/kota-contoh-salah"
TITLES = ("Kode", "Indikator", "Keterangan", "Nilai asesor")


def page_of(*rows: tuple[object, ...]) -> Document:
    book = workbook({"Penilaian": [("Rekap",), (), TITLES, *rows]}, "isian.xlsx")
    by = definition(ANSWERS)
    found = check(Submission((book,)), by, hints=HERE)
    report = FindingsReport(found.findings, Language.EN, paths=("isian.xlsx",))
    return CheckPresentation(
        Language.EN, report, by, found.data.inputs, around=excerpts_of([book])
    ).page()


def entries(page: Document) -> list[FindingLine]:
    blocks = [one for section in page.sections for one in section.blocks]
    return [line for one in blocks if isinstance(one, FindingLines) for line in one.entries]


@pytest.mark.usefixtures("repository")
def test_it_has_the_findings_of_the_json_their_agencies_and_no_address(
    cli: Cli, tmp_path: Path
) -> None:
    one, two, json = (tmp_path / name for name in ("1.html", "2.html", "a.json"))
    options = (f"--report=json={json}", "--waivers", "examples/waivers.yaml", "--lang", "en")
    assert cli("check", FOLDER, f"--report=html={one}", *options).code == 1
    assert cli("check", FOLDER, f"--report=html={two}", *options, "--force").code == 1
    page = one.read_text(encoding="utf-8")
    assert page == two.read_text(encoding="utf-8")
    told, wanted = of_html(page), of_json(json.read_text(encoding="utf-8"))
    assert sorted((each.code, each.file, each.waived) for each in told) == sorted(
        (each.code, each.file, each.waived) for each in wanted
    )
    assert 'data-agency="Dinas Lingkungan Hidup" data-code="C116" data-state="waived"' in page
    assert not re.search(r"(src|href)=\"(?!#)", page)


def test_a_finding_has_its_cell_marked_under_the_header_of_its_table() -> None:
    (one,) = entries(page_of(("A-1", "Layanan", "baik", 3), ("A-2", "Waktu", "lama", 9)))
    assert one.code == "C203"
    assert one.around is not None
    texts = [[cell.text for cell in row] for row in one.around.rows]
    assert texts == [
        ["3", *TITLES],
        ["4", "A-1", "Layanan", "baik", "3"],
        ["5", "A-2", "Waktu", "lama", "9 ◄"],
    ]


def test_no_cell_becomes_markup() -> None:
    hostile = "<img src=x onerror=alert(1)>\"'</script><script>"
    page = rendered(page_of(("A-1", hostile, hostile, hostile)))
    assert "&lt;img src=x" in page
    assert "<img" not in page
    assert page.count("<script>") == 1


def test_of_very_many_the_lightest_are_left_out_and_counted_and_it_is_quick() -> None:
    rows = [("A-1", "Lain", f"kata {number}", 9) for number in range(4000)]
    book = workbook({"Penilaian": [TITLES, *rows]}, "isian.xlsx")
    one = Finding("C116", "isian.xlsx", "Penilaian", value="3 - 4")
    findings = tuple(one._replace(cell=f"D{number + 2}") for number in range(4000))
    report = FindingsReport(findings, Language.EN)
    around = excerpts_of([book])
    shown = CheckPresentation(Language.EN, report, definition(ANSWERS), around=around)
    began = perf_counter()
    page = rendered(shown.page())
    assert perf_counter() - began < 20
    assert len(of_html(page)) == 3000
    assert "1000 more findings, the lightest, are not on this page" in page
    assert len(page) < 6_000_000
