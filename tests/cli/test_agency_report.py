"""``report --by-opd`` and ``--opd``: a page per agency, and an index."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import docx
import pytest

from kediri_index import load_definition, load_profile, read_workbooks
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.present.agency_report import index_document
from kediri_index.present.formats import Format
from kediri_index.present.yearly.report import rendered
from kediri_index.usecases.agency_report import agency_reports

if TYPE_CHECKING:
    from tests.cli.running import Cli

FOLDER = "examples/kota-contoh"
pytestmark = pytest.mark.usefixtures("repository")


def test_a_page_for_every_agency_and_an_index_that_leads_to_each(cli: Cli, tmp_path: Path) -> None:
    into = tmp_path / "rapor"
    ran = cli("report", FOLDER, "--by-opd", str(into), "--format", "json")
    files = json.loads(ran.out)["result"]["files"]
    assert ran.code == 0
    assert len(files) == 31
    for one in files:
        assert sha256(Path(one["path"]).read_bytes()).hexdigest() == one["sha256"]
    index = (into / "index.html").read_text(encoding="utf-8")
    links = {unquote(link) for link in re.findall(r'<a href="([^"#]+)"', index)}
    assert links == {path.name for path in into.iterdir()} - {"index.html"}
    assert "http" not in re.sub(r"http-equiv", "", index)
    before = {path.name: path.read_bytes() for path in into.iterdir()}
    again = cli("report", FOLDER, "--by-opd", str(into))
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    assert cli("report", FOLDER, "--by-opd", str(into), "--force").code == 0
    assert {path.name: path.read_bytes() for path in into.iterdir()} == before


def test_the_index_in_word_counts_faults_where_there_are_some(cli: Cli, tmp_path: Path) -> None:
    into = tmp_path / "rapor"
    options = ("--by-opd", str(into), "--format", "docx", "--allow-errors")
    assert cli("report", "examples/kota-contoh-salah", *options).code == 0
    titles = titles_in_word((into / "index.docx").read_bytes())
    assert {"Belum ada", "Galat", "Peringatan"} <= titles


def test_the_index_in_word_has_no_columns_of_noughts() -> None:
    profile = load_profile(f"{FOLDER}/profile.yaml")
    reports = agency_reports(
        read_workbooks(FOLDER), load_definition("kominfo-2023-reguler"), profile,
        hints=Hints(theirs=profile.unit),
    ).reports  # fmt: skip
    assert reports is not None
    pages = {one.opd.id: f"{one.opd.id}.docx" for one in reports.agencies}
    index = index_document(reports, Language.ID, pages)
    titles = titles_in_word(rendered(reports.yearly, index, Format.DOCX))
    assert {"Belum ada", "Galat", "Peringatan"}.isdisjoint(titles)


def titles_in_word(data: bytes) -> set[str]:
    """Return the column titles of an index in Word, which is a table without contents."""
    letter = docx.Document(BytesIO(data))
    assert not [one for one in letter.paragraphs if one.style and one.style.name == "TOC Heading"]
    assert len(letter.tables[-1].rows) == 31
    return {cell.text for cell in letter.tables[-1].rows[0].cells}


def test_one_agency_goes_to_one_file_in_the_format_of_its_ending(cli: Cli, tmp_path: Path) -> None:
    for ending, begins in {
        "html": b"<!doctype html>",
        "docx": b"PK",
        "md": b"# Dinas Ling",
    }.items():
        path = tmp_path / f"dlh.{ending}"
        assert cli("report", FOLDER, "--opd", "dlh", "--output", str(path)).code == 0
        assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--by-opd", "a", "--all", "b"), "--by-opd dan --all"),
        (("--by-opd", "a", "--output", "b"), "--by-opd dan --output"),
        (("--by-opd", "a", "--opd", "dlh"), "--by-opd dan --opd"),
        (("--by-opd", "a", "--minutes", "b.md"), "--by-opd dan --minutes"),
        (("--by-opd", "a", "--previous", "b.xlsx"), "--by-opd dan --previous"),
        (("--opd", "dlh", "--all", "b"), "--opd dan --all"),
        (("--opd", "dlh", "--format", "xlsx", "--output", "a.xlsx"), "html, docx, atau md"),
        (("--opd", "dlh", "--format", "json"), "ke mana menulisnya"),
        (("--opd", "Dinkess"), "terdekat: dinkes"),
        (("--opd", ""), "--opd"),
    ],
)
def test_what_nobody_can_mean_is_refused(options: tuple[str, ...], said: str, cli: Cli) -> None:
    ran = cli("report", FOLDER, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_errors_in_the_data_forbid_it_as_they_forbid_a_report(cli: Cli, tmp_path: Path) -> None:
    into = tmp_path / "a"
    ran = cli("report", "examples/kota-contoh-salah", "--by-opd", str(into))
    assert ran.code == 1
    assert re.search(r"report .*--by-opd .*--allow-errors", ran.err)
    assert not into.exists()


def test_without_a_profile_nobody_knows_the_agencies(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "wilayah,tahun,kode,nilai asesor\nKota X,2023,BAS-01,3\n"
    Path("satu.csv").write_text(rows, encoding="utf-8")
    ran = cli("report", "satu.csv", "--config", "kominfo-2023-reguler", "--opd", "dlh")
    assert (ran.code, ran.out) == (2, "")
    assert "--profile" in ran.err
