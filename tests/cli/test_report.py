from __future__ import annotations

import json
import re
import shutil
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from tests.cli.running import Cli

KEDIRI = "kota-kediri-2022.xlsx"
FORMATS = ("html", "docx", "xlsx", "md")
"""What ``--all`` writes of one unit."""


@pytest.fixture(autouse=True)
def kediri(project: Path) -> Path:
    """A project folder with Kota Kediri's workbooks and profile."""
    (project / "config").mkdir()
    shutil.copy(ROOT / "config" / "profile.yaml", project / "config")
    shutil.copy(ROOT / "examples" / "kota-kediri-2023.xlsx", project)
    return project


def test_all_formats_go_into_a_folder_named_after_unit_and_year(cli: Cli, kediri: Path) -> None:
    ran = cli("report", KEDIRI, "--all", "laporan/2022")
    assert ran.code == 0
    names = [f"Kota Kediri 2022.{form}" for form in sorted(FORMATS)]
    written = sorted(path.name for path in (kediri / "laporan" / "2022").iterdir())
    assert written == names
    lines = [line.strip() for line in ran.out.splitlines()]
    assert sorted(lines) == [str(Path("laporan", "2022", name)) for name in names]


def test_nothing_is_written_where_one_of_them_is_in_the_way(cli: Cli, kediri: Path) -> None:
    (kediri / "laporan").mkdir()
    there = kediri / "laporan" / "Kota Kediri 2022.md"
    there.write_text("tetap", encoding="utf-8")
    ran = cli("report", KEDIRI, "--all", "laporan")
    assert ran.code == 2
    assert "--force" in ran.err
    assert [path.name for path in (kediri / "laporan").iterdir()] == [there.name]
    assert cli("report", KEDIRI, "--all", "laporan", "--force").code == 0
    assert there.read_text(encoding="utf-8").startswith("# Kota Kediri · 2022 – ")


def test_json_lists_every_file_with_its_hash(cli: Cli) -> None:
    document = json.loads(cli("report", KEDIRI, "--all", "laporan", "--format", "json").out)
    assert document["schema"] == "kediri-index/report/1"
    assert document["definition"]["id"] == "kominfo-2022-reguler"
    assert [one["format"] for one in document["result"]["files"]] == list(FORMATS)
    for one in document["result"]["files"]:
        assert sha256(Path(one["path"]).read_bytes()).hexdigest() == one["sha256"]


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        ((), "<!doctype html>"),
        (("--format", "html"), "<!doctype html>"),
        (("--format", "md"), "# Kota Kediri"),
        (("--output", "-", "--format", "md"), "# Kota Kediri"),
    ],
)
def test_one_format_goes_to_standard_output_alone(
    options: tuple[str, ...], begins: str, cli: Cli
) -> None:
    ran = cli("report", KEDIRI, *options)
    assert ran.code == 0
    assert ran.out.startswith(begins)


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("laporan.md", (), "# Kota Kediri"),
        ("laporan.html", (), "<!doctype html>"),
        ("laporan.htm", (), "<!doctype html>"),
        ("Kota St. Contoh 2.0", (), "<!doctype html>"),
        ("laporan", (), "<!doctype html>"),
        ("laporan.txt", ("--format", "md"), "# Kota Kediri"),
        ("laporan.md", ("--format", "json"), "# Kota Kediri"),
    ],
)
def test_a_file_has_the_format_that_is_asked_for_or_that_it_is_called_after(
    name: str, options: tuple[str, ...], begins: str, cli: Cli, kediri: Path
) -> None:
    assert cli("report", KEDIRI, "--output", name, *options).code == 0
    assert (kediri / name).read_text(encoding="utf-8").startswith(begins)


def test_a_word_document_is_written_and_two_runs_write_the_same(cli: Cli, kediri: Path) -> None:
    for name in ("satu.docx", "dua.docx"):
        assert cli("report", KEDIRI, "--output", name).code == 0
    first, second = (zipfile.ZipFile(kediri / name) for name in ("satu.docx", "dua.docx"))
    assert "Kota Kediri" in first.read("word/document.xml").decode()
    assert (kediri / "satu.docx").read_bytes() == (kediri / "dua.docx").read_bytes()
    assert second.testzip() is None


@pytest.fixture
def without_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither python-docx nor Pillow is installed."""
    monkeypatch.setattr("kediri_index.cli.report_files.find_spec", lambda _: None)


@pytest.mark.usefixtures("without_docx")
def test_without_its_packages_a_word_document_is_refused_before_any_work(
    cli: Cli, kediri: Path
) -> None:
    for options in (("--format", "docx", "--output", "laporan"), ("--output", "laporan.docx")):
        ran = cli("report", "tidak-ada.xlsx", *options)
        assert (ran.code, ran.out) == (2, "")
        assert 'pip install "kediri-index[docx]"' in ran.err
        assert len(ran.err.strip().splitlines()) == 1
    assert not list(kediri.glob("laporan*"))


@pytest.mark.usefixtures("without_docx")
def test_all_formats_without_its_packages_are_the_others_and_that_is_said(cli: Cli) -> None:
    ran = cli("report", KEDIRI, "--all", "laporan", "--lang", "en")
    assert ran.code == 0
    written = {path.suffix for path in Path("laporan").iterdir()}
    assert written == {f".{form}" for form in FORMATS} - {".docx"}
    assert "docx was left out" in ran.err
    assert 'pip install "kediri-index[docx]"' in ran.err
    assert "left out" not in cli("report", KEDIRI, "--all", "laporan", "--force", "--quiet").err


def test_two_runs_write_the_same_bytes(cli: Cli, kediri: Path) -> None:
    for folder in ("satu", "dua"):
        assert cli("report", KEDIRI, "--all", folder).code == 0
    first, second = (sorted((kediri / folder).iterdir()) for folder in ("satu", "dua"))
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]
    assert len(first) == len(FORMATS)


def test_the_language_is_the_definitions_or_the_one_asked_for(cli: Cli) -> None:
    assert "- Target: **3,4**" in cli("report", KEDIRI, "--format", "md").out
    assert "- Target: **3.4**" in cli("report", KEDIRI, "--format", "md", "--lang", "en").out


def test_with_last_years_file_it_tells_what_moved(cli: Cli) -> None:
    alone = cli("report", "kota-kediri-2023.xlsx", "--format", "md", "--lang", "en")
    assert "the causes of the change, since last year's values were not given" in alone.out
    assert "--previous" in alone.err
    both = ("--previous", KEDIRI, "--format", "md", "--lang", "en")
    ran = cli("report", "kota-kediri-2023.xlsx", *both)
    assert "What lowered it: Output (-0.10), Quick win (-0.05), Outcome (-0.01)." in ran.out
    assert "--previous" not in ran.err


def test_last_years_file_of_another_unit_is_told_and_compares_nothing(cli: Cli) -> None:
    other = str(ROOT / "examples" / "kabupaten-malang-2022.xlsx")
    ran = cli("report", KEDIRI, "--previous", other, "--format", "md", "--lang", "en")
    assert ran.code == 1 or "whose file does not fit (see the findings)" in ran.out


def test_a_target_of_ones_own_goes_before_the_profiles(cli: Cli) -> None:
    ran = cli("report", KEDIRI, "--target", "3,3", "--format", "md", "--lang", "en")
    assert "- Target: **3.3** (reached, 0.01 over)" in ran.out


@pytest.mark.parametrize(("units", "listed"), [(10, 11), (11, 1)])
def test_of_many_pages_the_index_is_named_and_the_others_are_counted(
    units: int, listed: int, cli: Cli, kediri: Path
) -> None:
    parts = "baseline,output,outcome,impact,quick_win"
    rows = "".join(f"Kota {at},2023,3,3,3,3,3\n" for at in range(units))
    (kediri / "banyak.csv").write_text(f"unit,year,{parts}\n{rows}")
    line = ("report", "banyak.csv", "--config", "kominfo-2023-reguler", "--all")
    lines = cli(*line, "satu", "--lang", "en", "--quiet").out.splitlines()
    assert [one.strip() for one in lines[:1]] == [str(Path("satu", "index.html"))]
    assert sum(one.endswith(".html") for one in lines) == listed
    assert (lines[-1].strip() == f"and {units} more files in satu") is (listed == 1)
    files = json.loads(cli(*line, "dua", "--format", "json").out)["result"]["files"]
    assert len(files) == units + 1


def test_a_folder_that_cannot_be_made_is_told(cli: Cli, kediri: Path) -> None:
    (kediri / "laporan").write_text("", encoding="utf-8")
    ran = cli("report", KEDIRI, "--all", "laporan/2022")
    assert ran.code == 2
    assert str(Path("laporan", "2022")) in ran.err


def test_what_was_used_is_told_on_request(cli: Cli) -> None:
    ran = cli("report", KEDIRI, "--output", "laporan.html", "--verbose")
    assert ran.code == 0
    assert KEDIRI in ran.err
    assert str(Path("config", "profile.yaml")) in ran.err
    assert cli("report", KEDIRI, "--output", "lagi.html", "--quiet").err == ""


def text_of(path: Path) -> str:
    """Return what a report says, whatever it is packed in."""
    if path.suffix in {".html", ".md"}:
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.fixture
def faulty(kediri: Path) -> Path:
    folder = kediri / "masuk"
    shutil.copytree(ROOT / "examples" / "kota-contoh", folder)
    profile = folder / "profile.yaml"  # without a target there are no steps to search for
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("targets:\n  2023: 3.4\n", ""), "utf-8"
    )
    path = folder / "Dinas Kesehatan.xlsx"
    wrong = ROOT / "examples" / "kota-contoh-salah" / "Dinas Kesehatan.xlsx"
    shutil.copy(wrong, path)
    return folder


def test_errors_in_the_data_forbid_a_report_as_they_do_a_score(cli: Cli, faulty: Path) -> None:
    ran = cli("report", "masuk", "--output", "laporan.html")
    assert (ran.code, ran.out) == (1, "")
    assert "C110" in ran.err
    assert "kediri-index report masuk --allow-errors" in ran.err
    assert not (faulty.parent / "laporan.html").exists()
    listed = cli("report", "masuk", "--output", "laporan.html", "--format", "json")
    assert (listed.code, json.loads(listed.out)["result"]) == (1, None)


def test_where_nothing_can_be_scored_allowing_errors_is_not_advised_again(
    cli: Cli, kediri: Path
) -> None:
    row = "unit,year,baseline,output,outcome,impact,quick_win\n,2022,3,3,3,3,3\n"
    (kediri / "wilayah.csv").write_text(row, encoding="utf-8")
    assert "--allow-errors" in cli("report", "wilayah.csv").err
    ran = cli("report", "wilayah.csv", "--allow-errors")
    assert (ran.code, ran.out) == (1, "")
    assert "--allow-errors" not in ran.err


def test_with_errors_allowed_every_format_says_that_the_figures_are_provisional(
    cli: Cli, faulty: Path
) -> None:
    ran = cli("report", "masuk", "--all", "hasil", "--allow-errors", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.code, document["partial"]) == (0, True)
    for one in document["result"]["files"]:
        said = text_of(faulty.parent / one["path"])
        assert "Nilai sementara: dihitung meskipun ada 1 galat pada data." in said


def test_what_is_waived_is_told_with_its_reason(cli: Cli, faulty: Path) -> None:
    (faulty.parent / "waivers.yaml").write_text(
        "- code: C110\n"
        "  place: {file: Dinas Kesehatan.xlsx, sheet: Penilaian, cell: G6}\n"
        "  reason: dibahas\n"
        "  who: Kepala Diskominfo\n"
        "  until: 2099-12-31\n",
        encoding="utf-8",
    )
    ran = cli("report", "masuk", "--format", "md", "--waivers", "waivers.yaml")
    assert ran.code == 0
    assert "| C110 | Dinas Kesehatan.xlsx | Penilaian!G6 |" in ran.out
    assert "| dibahas | Kepala Diskominfo | 2099-12-31 |" in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--all", "x", "--output", "y.html"), "--output"),
        (("--all", "x", "--format", "md"), "--format"),
        (("--format", "json"), "--all"),
        (("--format", "json", "--output", "-"), "--output -"),
        (("--output", KEDIRI), KEDIRI),
        (("--output", "laporan.doc"), "laporan.doc"),
        (("--output", "Laporan.PDF"), "Laporan.PDF"),
        (("--output", "laporan.pdf"), "html, docx, xlsx, md"),
        (("--previous-config", "kominfo-2022-reguler"), "--previous"),
        (("--target", "banyak"), "--target"),
        (("--year", "22"), "--year"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_what_to_do(
    options: tuple[str, ...], said: str, cli: Cli, kediri: Path
) -> None:
    before = sorted(kediri.iterdir())
    ran = cli("report", KEDIRI, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert sorted(kediri.iterdir()) == before


def test_a_page_is_not_printed_on_a_screen(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    ran = cli("report", KEDIRI)
    assert (ran.code, ran.out) == (2, "")
    assert "--output laporan.html" in ran.err


def test_one_unit_is_reported_on_and_where_there_are_several_one_is_chosen(
    cli: Cli, kediri: Path
) -> None:
    (kediri / "wilayah.csv").write_text(
        "unit,year,baseline,output,outcome,impact,quick_win\n"
        "Kota A,2022,3,3,3,3,3\nKota B,2022,2,2,2,2,2\nKota B,2023,4,4,4,4,4\n",
        encoding="utf-8",
    )
    ran = cli("report", "wilayah.csv", "--format", "md", "--lang", "en")
    assert ran.code == 2
    assert "several years: 2022, 2023; choose one with --year" in ran.err
    all_of = cli("report", "wilayah.csv", "--year", "2022", "--format", "md", "--lang", "en")
    assert all_of.out.startswith(
        "# 2 units · 2022 – Kota A is highest (3.00), Kota B lowest (2.00)\n"
    )
    choice = ("--format", "md", "--lang", "en", "--unit")
    assert cli("report", "wilayah.csv", *choice, "Kota A").out.startswith(
        "# Kota A · 2022 – Score 3.00: rank 1 of 2\n"
    )
    several = cli("report", "wilayah.csv", *choice, "Kota B")
    assert several.code == 2
    assert "several years: 2022, 2023; choose one with --year" in several.err
    chosen = cli("report", "wilayah.csv", *choice, "Kota B", "--year", "2023")
    assert chosen.out.startswith("# Kota B · 2023 – ")
    assert "these files have no «Kota C»" in cli("report", "wilayah.csv", *choice, "Kota C").err


def test_a_unit_with_signs_that_no_file_may_have_names_its_files_all_the_same(
    cli: Cli, kediri: Path
) -> None:
    (kediri / "wilayah.csv").write_text(
        "unit,year,baseline,output,outcome,impact,quick_win\n../A:B?,2022,3,3,3,3,3\n",
        encoding="utf-8",
    )
    assert cli("report", "wilayah.csv", "--all", "hasil").code == 0
    names = {path.name for path in (kediri / "hasil").iterdir()}
    assert names == {f"A-B- 2022.{form}" for form in FORMATS}


LEAGUE = ("wilayah.csv", "--config", "indeks.yaml")


@pytest.fixture
def league(project: Path) -> Path:
    """The same with a table of twenty regions."""
    for name in ("wilayah.csv", "indeks.yaml"):
        shutil.copy(ROOT / "examples" / "wilayah-contoh" / name, project)
    return project


def links(page: str) -> list[str]:
    return [unquote(one) for one in re.findall(r'<a href="([^"#]+)"', page)]


def test_all_of_many_units_are_a_page_each_and_an_index_that_links_them(
    cli: Cli, league: Path
) -> None:
    ran = cli("report", *LEAGUE, "--all", "laporan", "--lang", "en")
    assert ran.code == 0, ran.err
    folder = league / "laporan"
    names = {path.name for path in folder.iterdir()}
    pages = {f"Kabupaten Rekaan {number} 2023.html" for number in range(1, 21)}
    assert names == {"index.html", *pages}
    assert ran.out.splitlines()[0].strip() == "laporan/index.html"
    linked = links((folder / "index.html").read_text(encoding="utf-8"))
    assert linked[0] == "Kabupaten Rekaan 19 2023.html"  # the best
    assert set(linked) == pages
    for name in pages:
        page = (folder / name).read_text(encoding="utf-8")
        assert "index.html" in links(page)
        assert set(links(page)) <= names - {name}
        assert not re.search(r'(src|href)="(https?:|//|/)', page)


def test_a_page_of_many_says_where_its_unit_stands(cli: Cli, league: Path) -> None:
    cli("report", *LEAGUE, "--all", "laporan", "--lang", "en")
    page = (league / "laporan" / "Kabupaten Rekaan 5 2023.html").read_text(encoding="utf-8")
    said = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Rank 12 of 20 units with a score, 0.25 below the median (64.36)." in said
    assert "Health: 53.35, rank 20 of 20, median 67.95" in said
    assert "Learning: 86.05, rank 1 of 20, median 81.05" in said
    strengths, _, rest = said.partition("Indicators with the best ranks")[2].partition("Weaknesses")
    assert "Life expectancy 85.69 78.00 1 20" in strengths
    assert "Stunted children 21.00 44.80 20 20" in rest.partition("Neighbours in rank")[0]


def test_a_page_of_many_has_the_figures_of_the_report_of_its_unit(cli: Cli, league: Path) -> None:
    cli("report", *LEAGUE, "--all", "laporan", "--lang", "en")
    unit = ("--unit", "Kabupaten Rekaan 5", "--lang", "en")
    alone = cli("report", *LEAGUE, *unit, "--format", "html").out
    page = (league / "laporan" / "Kabupaten Rekaan 5 2023.html").read_text(encoding="utf-8")
    for title in ("Where Kabupaten Rekaan 5 stands", "Indicators and their answers"):
        for one in (alone, page):
            assert title in one

    def tables(text: str) -> list[str]:
        return re.findall(r"<caption>.*?</table>", text, re.DOTALL)

    assert [one for one in tables(page) if one not in tables(alone)] == [
        one for one in tables(page) if "Units with the nearest ranks" in one
    ]


def test_pages_of_many_units_have_names_that_every_system_tells_apart(
    cli: Cli, kediri: Path
) -> None:
    names = ("index", "Kota/A", "Kota:A", "Kota-A", "CON", "../../etc")
    rows = (f"{name},2022,{at % 5},2,3,{(at * 3) % 5},1\n" for at, name in enumerate(names))
    head = "unit,year,baseline,output,outcome,impact,quick_win\n"
    (kediri / "wilayah.csv").write_text(head + "".join(rows), encoding="utf-8")
    assert cli("report", "wilayah.csv", "--all", "hasil", "--quiet").code == 0
    found = [path.name for path in (kediri / "hasil").iterdir()]
    assert len({name.casefold() for name in found}) == len(found) == len(names) + 1
    assert not any(sign in name for name in found for sign in '/\\:*?"<>|')


def test_pages_of_many_units_are_all_written_or_none(cli: Cli, league: Path) -> None:
    in_the_way = league / "laporan" / "Kabupaten Rekaan 7 2023.html"
    in_the_way.parent.mkdir()
    in_the_way.write_text("mine", encoding="utf-8")
    ran = cli("report", *LEAGUE, "--all", "laporan", "--lang", "en")
    assert ran.code == 2
    assert "--force" in ran.err
    assert [path.read_text(encoding="utf-8") for path in in_the_way.parent.iterdir()] == ["mine"]


def test_many_pages_and_pages_of_agencies_are_not_asked_for_together(
    cli: Cli, league: Path
) -> None:
    ran = cli("report", *LEAGUE, "--all", "a", "--by-opd", "b", "--lang", "en")
    assert ran.code == 2
    assert "--by-opd" in ran.err
    assert not (league / "a").exists()


def test_one_of_many_units_is_written_in_every_format(cli: Cli, league: Path) -> None:
    unit = ("--unit", "Kabupaten Rekaan 5")
    assert cli("report", *LEAGUE, *unit, "--all", "laporan").code == 0
    names = {path.name for path in (league / "laporan").iterdir()}
    assert names == {f"Kabupaten Rekaan 5 2023.{form}" for form in FORMATS}


def test_a_unit_of_many_is_reported_among_them(cli: Cli, league: Path) -> None:
    unit = ("--unit", "Kabupaten Rekaan 5", "--format", "md", "--output", "satu.md")
    assert cli("report", *LEAGUE, *unit).code == 0
    said = (league / "satu.md").read_text(encoding="utf-8")
    assert said.startswith("# Kabupaten Rekaan 5 · 2023 – ")
    assert "## Di antara 20 daerah" in said
    assert "| 12 | **Kabupaten Rekaan 5** | **64,11** |" in said


def test_minutes_of_many_units_need_one_of_them(cli: Cli, league: Path) -> None:
    ran = cli("report", *LEAGUE, "--minutes", "berita.md")
    assert ran.code == 2
    assert "--unit" in ran.err
    assert not (league / "berita.md").exists()


def test_last_years_file_is_listed_and_compared_with(cli: Cli, league: Path) -> None:
    text = (league / "wilayah.csv").read_text(encoding="utf-8")
    lines = [line.split(",", 1) for line in text.splitlines()]
    for name, year in (("lama.csv", 2022), ("baru.csv", 2023)):
        rows = [f"{unit},{year},{rest}" for unit, rest in lines[1:]]
        if year == 2023:
            rows[0] = rows[0].replace(",27.2,", ",40.2,")
        head = f"unit,tahun,{lines[0][1]}"
        (league / name).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    ran = cli("report", "baru.csv", *LEAGUE[1:], "--previous", "lama.csv", "-o", "liga.md")
    assert ran.code == 0, ran.err
    said = (league / "liga.md").read_text(encoding="utf-8")
    assert "1 naik, 0 turun, 19 tetap" in said
    assert "| lama.csv |" in said


@pytest.mark.parametrize("form", ["md", "html", "xlsx", "docx"])
def test_without_a_scale_a_report_has_neither_its_ends_nor_a_picture_of_it(
    form: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("uji.yaml").write_text(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\nyear: 2022\n"
        "kinds: {pillar: {name: Pilar}}\ngroups: [{id: p, kind: pillar, name: Induk}]\n"
        "indicators: [{id: a, in: p, name: Satu}, {id: b, in: p, name: Dua}]\n",
        encoding="utf-8",
    )
    Path("isi.csv").write_text("unit,year,a,b\nKota Uji,2022,30,50\n", encoding="utf-8")
    asked = ("report", "isi.csv", "--config", "uji.yaml", "--unit", "Kota Uji", "--target", "45")
    ran = cli(*asked, "--format", form, "--output", f"a.{form}", "--lang", "en")
    assert ran.code == 0, ran.err
    if form == "md":
        said = Path("a.md").read_text(encoding="utf-8")
        assert "40.00" in said
        assert "the scale" not in said
        assert "the target of 45" in said
