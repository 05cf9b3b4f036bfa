"""The report of an agency and the page of findings in a browser, and on paper."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.model.language import Language
from kediri_index.present.agency_report import agency_document
from kediri_index.present.renderers.html import rendered
from tests.cli.test_check_page import page_of
from tests.usecases.test_agency_report import agency, example, made

pytest.importorskip("selenium", reason="selenium is not installed")

from tests.browser.chromium import Chromium, needs_chromium, started

if TYPE_CHECKING:
    from kediri_index.model.agency_report import AgencyReports

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with started() as window:
        yield window


def written(reports: AgencyReports, opd: str, folder: Path) -> Path:
    path = folder / f"{opd}.html"
    page = agency_document(reports, agency(opd, reports), Language.ID)
    path.write_text(rendered(page), encoding="utf-8")
    return path


def test_an_agency_has_one_page_of_paper_whatever_it_answers_for(
    chromium: Chromium, tmp_path: Path
) -> None:
    faulty = example("kota-contoh-salah")
    worst = max(faulty.agencies, key=lambda one: len(one.status.findings)).opd.id
    cases = [(made(), opd) for opd in ("besar", "satu", "kosong", "lain")]
    for reports, opd in [*cases, (faulty, worst), (faulty, "dlh")]:
        path = written(reports, opd, tmp_path)
        chromium.open(path)
        assert chromium.requests() == [path.as_uri()]
        assert chromium.complaints() == []
        chromium.media("print")
        asked = {"preferCSSPageSize": True, "printBackground": True}
        printed = base64.b64decode(chromium.ask("Page.printToPDF", **asked)["data"])
        pages = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
        assert [(round(float(w)), round(float(h))) for w, h in pages] == [(595, 842)], opd


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window_and_axe_core_finds_no_serious_fault(
    width: int, chromium: Chromium, tmp_path: Path
) -> None:
    findings = tmp_path / "findings.html"
    rows = [("A-1", "kata " * 30, "panjang" * 20, 9), ("A-2", "", "", 11), ("Z-9", "", "", 1)]
    findings.write_text(rendered(page_of(*rows)), encoding="utf-8")
    for path in (findings, written(made(), "besar", tmp_path)):
        chromium.open(path, width, 844, dark=width < 1280)
        assert chromium.js("return document.documentElement.scrollWidth") == width
        chromium.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert chromium.faults() == []


def test_on_a_telephone_no_word_of_the_cells_around_a_finding_is_broken(
    chromium: Chromium, tmp_path: Path
) -> None:
    path = tmp_path / "findings.html"
    path.write_text(rendered(page_of(("A-1", "Layanan " * 9, "baik " * 40, 9))), encoding="utf-8")
    chromium.open(path, 390, 844)
    broken = chromium.js(
        "const words = [...document.querySelectorAll('.around :is(th, td)')].filter(one => "
        "one.textContent && !one.textContent.includes(' '));"
        "return words.filter(one => { const all = document.createRange();"
        " all.selectNodeContents(one); return all.getClientRects().length > 1 })"
        ".map(one => one.textContent)"
    )
    assert broken == []
    boxed = (
        "const one = document.querySelector('.state'); one.className = 'state warning';"
        "return getComputedStyle(one).borderLeftWidth"
    )
    assert chromium.js(boxed) == "0px"  # the bar is that of a warning over the whole page


def test_on_a_page_of_an_agency_pictures_have_its_width_and_their_figures_are_closed(
    chromium: Chromium, tmp_path: Path
) -> None:
    chromium.open(written(made(), "besar", tmp_path))
    assert chromium.js("return document.querySelectorAll('figure details[open]').length") == 0
    wide = "return document.querySelector(arguments[0]).getBoundingClientRect().width"
    assert chromium.js(wide, "figure svg") == chromium.js(wide, "figure")


def test_findings_are_chosen_by_code_and_counted(chromium: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "findings.html"
    page = page_of(("A-1", "", "", 9), ("A-2", "", "", 11), ("Z-9", "", "", 1))
    path.write_text(rendered(page), encoding="utf-8")
    chromium.open(path)
    shown = (
        "return [...document.querySelectorAll('.faults li')]"
        ".filter(one => one.offsetParent !== null).map(one => one.dataset.code)"
    )
    assert chromium.js(shown) == ["C203", "C203", "X301"]
    chromium.js(
        "const box = document.querySelector('[data-key=code]'); box.value = 'X301';"
        "box.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    assert chromium.js(shown) == ["X301"]
    assert chromium.js("return document.querySelector('#pick output').textContent") == (
        "1 of 3 findings"
    )
