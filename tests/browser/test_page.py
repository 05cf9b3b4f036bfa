"""The check page in a browser, from its file: what it finds, saves and says, and asks of nobody.

It needs the runtime, which ``python -m builds.page`` builds; ``.ci/page`` installs it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from kediri_index.cli.run import run
from kediri_index.usecases.check_page import RUNTIME

pytest.importorskip("selenium", reason="selenium is not installed")
pytest.importorskip(RUNTIME, reason="the runtime of the check page is not installed")

from tests.browser.chromium import Chromium, needs_chromium, started

pytestmark = needs_chromium

ROOT = Path(__file__).parents[2]
FAULTY = ROOT / "examples" / "kota-contoh-salah"
CLEAN = ROOT / "examples" / "kota-contoh"
BASE = """\
{kediri_index: 1, id: dasar, version: "1", status: own, title: Dasar, year: 2026,
 scale: {min: 0, max: 4}, kinds: {pilar: {name: Pilar}}, groups: [{id: a, kind: pilar, name: A}],
 indicators: [{id: A-1, in: a, name: Satu}, {id: A-2, in: a, name: Dua}]}
"""
OWN = """\
{kediri_index: 1, id: kota, version: "1", extends: base.yaml, title: Indeks <kota>,
 indicators: [{id: A-1, weight: 3}]}
"""
LONGEST = 60.0
"""Seconds until the page has answered, on a slow machine."""


class Page:
    """An open check page, and the files dropped on it."""

    def __init__(self, chromium: Chromium, path: Path, saved: Path) -> None:
        self.chromium, self.path, self.saved = chromium, path, saved
        saved.mkdir(exist_ok=True)
        chromium.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(saved))

    def open(self, width: int = 1366, height: int = 768) -> None:
        self.chromium.open(self.path, width, height)
        self.until(
            "!byId('ask').hidden || !byId('trouble').hidden && !byId('trouble').dataset.text"
        )

    def until(self, holds: str) -> None:
        """Wait until *holds* in the page."""
        end = monotonic() + LONGEST
        while not self.chromium.js(f"return {holds}"):
            assert monotonic() < end, self.text("main")
            sleep(0.1)

    def check(self, *files: Path) -> None:
        self.chromium.js("byId('result').hidden = true")
        chosen = self.chromium.driver.find_element("id", "files")
        chosen.send_keys("\n".join(map(str, files)))
        self.until("!byId('result').hidden && !byId('ask').inert")

    def text(self, selector: str) -> str:
        return str(
            self.chromium.js("return document.querySelector(arguments[0]).innerText", selector)
        )

    def found(self) -> str:
        return str(self.chromium.js("return last.findings"))

    def save(self, selector: str, name: str) -> bytes:
        """Click, and return what was saved under *name*."""
        self.chromium.click(selector)
        end = monotonic() + LONGEST
        while not (self.saved / name).exists():
            assert monotonic() < end, [one.name for one in self.saved.iterdir()]
            sleep(0.1)
        return (self.saved / name).read_bytes()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a profile and a definition of its own."""
    folder = tmp_path_factory.mktemp("kota")
    (folder / "config").mkdir()
    shutil.copy(FAULTY / "profile.yaml", folder / "config")
    return folder


def called(project: Path, *words: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        patch.setenv("KEDIRI_INDEX_LANG", "id")
        return run(words)


@pytest.fixture(scope="module")
def page(project: Path) -> Iterator[Page]:
    assert called(project, "page", "-q") == 0
    with started() as chromium:
        opened = Page(chromium, project / "periksa.html", project / "saved")
        opened.open()
        yield opened


def of_shell(project: Path, *files: Path) -> str:
    """Return the page of findings that the command line writes for *files*."""
    folder = project / "shell"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copytree(project / "config", folder / "config")
    for file in files:
        shutil.copy(file, folder)
    options = ("--format", "html", "-o", "findings.html", "--mark", "copies", "-q")
    called(folder, "check", *options, "--", *sorted(file.name for file in files))
    return (folder / "findings.html").read_text(encoding="utf-8")


def test_it_is_ready_without_a_request_and_shows_its_fingerprint(page: Page) -> None:
    assert "Siap." in page.text("#state")
    shown = page.text("#fingerprint")
    assert re.fullmatch(r"([0-9a-f]{4} ){3}[0-9a-f]{4}", shown)
    assert f'"fingerprint": "{shown.replace(" ", "")}' in page.path.read_text(encoding="utf-8")
    asked = page.chromium.requests()
    assert [one for one in asked if not one.startswith("blob:")] == [page.path.as_uri()]
    assert page.chromium.complaints() == []


def test_its_findings_and_copies_are_those_of_the_command_line(page: Page, project: Path) -> None:
    files = sorted(FAULTY.glob("*.xls*"))
    page.check(*files)
    assert page.found() == of_shell(project, *files)
    assert page.text("#state") == "20 kesalahan perlu diperbaiki."
    name = "Dinas Lingkungan Hidup.xlsx"
    copy = page.save(f"#counts button[aria-label$='{name}']", name)
    assert copy == (project / "shell" / "copies" / name).read_bytes()
    assert [one for one in page.chromium.requests() if not one.startswith("blob:")] == []
    assert page.chromium.complaints() == []


def test_files_that_are_none_crash_nothing_and_give_their_memory_back(
    page: Page, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "bukan.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 1000)
    (tmp_path / "kosong.xlsx").touch()
    (tmp_path / "teks.csv").write_bytes(b"\xff\xfe\x00" * 99)
    (tmp_path / "gambar.pdf").write_bytes(b"%PDF-1.7")
    files = sorted(tmp_path.iterdir())
    page.check(*files)
    assert page.found() == of_shell(project, *files)
    large = tmp_path / "besar.csv"
    large.write_text("Kode,Nilai asesor\n" + "BAS-01,3\n" * 100_000, encoding="utf-8")
    used = []
    for _ in range(4):
        page.check(large)
        used.append(page.chromium.js("return last.memory"))
    assert used[1:] == [used[1]] * 3
    page.check(CLEAN / "Dinas Kesehatan.xlsx")
    assert "0,07 sampai 3,99" in str(page.chromium.js("return last.score"))


def test_a_definition_of_ones_own_is_the_one_that_counts(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "kota"
    (folder / "config").mkdir(parents=True)
    (folder / "config" / "base.yaml").write_text(BASE, encoding="utf-8")
    (folder / "config" / "pillars.yaml").write_text(OWN, encoding="utf-8")
    (folder / "jawaban.csv").write_text("Kode,Nilai asesor\nA-1,4\nA-2,9\nC-9,1\n", "utf-8")
    (folder / "benar.csv").write_text("Kode,Nilai asesor\nA-1,4\nA-2,2\n", encoding="utf-8")
    assert called(folder, "page", "-q") == 0
    own = Page(page.chromium, folder / "periksa.html", page.saved)
    own.open()
    own.check(folder / "jawaban.csv")
    assert own.found() == of_shell(folder, folder / "jawaban.csv")
    assert "Indeks &lt;kota&gt;" in own.found()
    own.check(folder / "benar.csv")
    assert ">3,50" in str(page.chromium.js("return last.score"))
    page.open()


def test_a_form_a_letter_and_the_findings_can_be_saved(page: Page) -> None:
    page.check(FAULTY / "Dinas Lingkungan Hidup.xlsx")
    assert "Dinas Lingkungan Hidup" in page.save("#save-letters", "dlh.txt").decode("utf-8-sig")
    assert page.save("#save-findings", "daftar perbaikan.html").decode() == page.found()
    page.chromium.js("byId('opd').value = 'dinkes'")
    assert page.save("#form", "dinkes.xlsx")[:2] == b"PK"
    page.chromium.js("byId('opd').value = ''")


def test_the_language_is_the_readers(page: Page) -> None:
    page.check(FAULTY / "Dinas Lingkungan Hidup.xlsx")
    page.chromium.click("[data-language=en]")
    page.until("!byId('ask').inert && last.findings.includes('<html lang=\"en\">')")
    assert page.text("h1") == "Check your submission"
    assert page.text("#state") == "3 errors need to be repaired."
    page.chromium.click("[data-language=id]")
    page.until("!byId('ask').inert && last.findings.includes('<html lang=\"id\">')")


@pytest.mark.parametrize("width", [1366, 390])
def test_nothing_is_wider_than_the_window_and_axe_core_finds_no_serious_fault(
    page: Page, width: int
) -> None:
    page.check(FAULTY / "Dinas Lingkungan Hidup.xlsx")
    page.chromium.ask(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=768,
        deviceScaleFactor=1,
        mobile=False,
    )
    assert page.chromium.js("return document.documentElement.scrollWidth") == width
    assert page.chromium.faults() == []


def test_a_keyboard_reaches_the_files_and_a_result_is_announced(page: Page) -> None:
    page.chromium.js("byId('content').focus()")
    reached = []
    for _ in range(3):
        page.chromium.press("Tab")
        reached.append(page.chromium.js("return document.activeElement.id"))
    assert reached == ["opd", "files", "form"]
    assert page.chromium.js("return byId('state').getAttribute('aria-live')") == "polite"
    page.check(FAULTY / "Dinas Lingkungan Hidup.xlsx")
    assert page.chromium.js("return document.activeElement.id") == "result-title"


def test_what_is_cancelled_ends_and_the_page_begins_anew(page: Page) -> None:
    page.chromium.js(
        "byId('result').hidden = true; check(); setTimeout(() => byId('stop').click(), 50)"
    )
    page.until(
        "!byId('ask').hidden && !byId('ask').inert"
        " && byId('state').textContent == say('page.stopped')"
    )
    page.check(CLEAN / "Dinas Kesehatan.xlsx")


@pytest.mark.parametrize("part", ["project.zip", "program.zip"])
def test_a_page_that_was_changed_says_so_and_checks_nothing(page: Page, part: str) -> None:
    text = page.path.read_text(encoding="utf-8")
    at = text.index(">", text.index(f'data-part="{part}"')) + 8  # the time in the head of gzip
    other = text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :]
    changed = Page(page.chromium, page.path.with_name(f"{part}.html"), page.saved)
    changed.path.write_text(other, encoding="utf-8")
    changed.open()
    assert "telah diubah" in changed.text("#trouble")
    assert page.chromium.js("return byId('ask').hidden")
    page.open()


def test_an_old_browser_gets_a_sentence(page: Page) -> None:
    page.chromium.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.chromium.driver.get(page.path.as_uri())
    page.chromium.ask("Emulation.setScriptExecutionDisabled", value=False)
    assert "peramban yang lebih baru" in page.text("#trouble")
    missing = {"source": "delete window.DecompressionStream"}
    added = page.chromium.ask("Page.addScriptToEvaluateOnNewDocument", **missing)
    page.open()
    assert "tidak dapat dimulai" in page.text("#trouble")
    page.chromium.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])
    page.open()
