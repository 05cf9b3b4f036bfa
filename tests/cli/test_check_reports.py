"""``check --report``: one run that prints for people and writes for machines."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kediri_index.present.formats import Format, Offer, formats_of
from tests.cli.running import Cli
from tests.findings.building import ANSWERS
from tests.present.format_readers import READERS, command_of, of_github, of_jsonl, of_junit, of_md

USED = " Memakai definisi config/pillars.yaml\n"
HEAD = "wilayah,tahun,kode,nilai asesor\n"
pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def own(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two questions, with a file of two errors and one of sixty."""
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)
    (project / "config").mkdir()
    (project / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    rows = "Kota Galat,2022,A-1,9\nKota Galat,2022,A-9,1\n"
    (project / "galat.csv").write_text(HEAD + rows, encoding="utf-8")
    many = "".join(f"Kota {number},2022,A-1,{number + 9}\n" for number in range(60))
    (project / "banyak.csv").write_text(HEAD + many, encoding="utf-8")
    return project


def test_one_run_prints_for_people_and_writes_for_machines(cli: Cli, own: Path) -> None:
    reports = [f"--report={form}=hasil.{form}" for form in formats_of(Offer.CHECK)]
    ran = cli("check", "galat.csv", *reports)
    alone = cli("check", "galat.csv")
    assert (ran.code, ran.out, ran.err) == (1, alone.out, alone.err)
    for form, reader in READERS.items():
        text = (own / f"hasil.{form}").read_text(encoding="utf-8")
        assert text == cli("check", "galat.csv", "--format", form).out
        assert [one.code for one in reader(text)] == ["C203", "X301"]
    assert (own / "hasil.text").read_text(encoding="utf-8") == alone.out


def test_a_report_that_exists_is_kept_without_force(cli: Cli, own: Path) -> None:
    (own / "hasil.xml").write_text("lama", encoding="utf-8")
    ran = cli("check", "galat.csv", "--report", "junit=hasil.xml", "--report", "md=baru.md")
    assert (ran.code, ran.out) == (2, "")
    assert "hasil.xml: berkas ini sudah ada" in ran.err
    assert (own / "hasil.xml").read_text(encoding="utf-8") == "lama"
    assert not (own / "baru.md").exists()
    assert cli("check", "galat.csv", "--report", "junit=hasil.xml", "--force").code == 1
    assert len(of_junit((own / "hasil.xml").read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize("target", ["galat.csv", "./galat.csv", "config/pillars.yaml", "w.yaml"])
def test_a_report_is_never_written_over_an_input(target: str, cli: Cli, own: Path) -> None:
    (own / "w.yaml").write_text("[]\n", encoding="utf-8")
    before = (own / target).read_bytes()
    ran = cli("check", "galat.csv", "--waivers=w.yaml", f"--report=md={target}", "--force")
    assert (ran.code, ran.out) == (2, "")
    assert "masukan tidak pernah diubah" in ran.err
    assert (own / target).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--report", "junti=a.xml"], "format ini tidak ada; terdekat: junit; yang ada: text"),
        (["--report", "a.xml"], "harus FORMAT=BERKAS"),
        (["--report", "=a.xml"], "harus FORMAT=BERKAS"),
        (["--report", "junit="], "harus FORMAT=BERKAS"),
        (["--report", "junit=-"], "harus FORMAT=BERKAS"),
        (["--report", "md=a", "--report", "junit=./a"], "dua keluaran"),
        (["--report", "md=a", "--output", "a"], "dua keluaran"),
        (["--report", "md=tidak/ada/a.md"], "tidak dapat ditulis"),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error_of_usage(
    options: list[str], said: str, cli: Cli, own: Path
) -> None:
    ran = cli("check", "galat.csv", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (own / "a").exists()


def test_a_file_may_have_an_equals_sign_in_its_name(cli: Cli, own: Path) -> None:
    cli("check", "galat.csv", "--report", "jsonl=a=b.jsonl")
    assert len(of_jsonl((own / "a=b.jsonl").read_text(encoding="utf-8"))) == 2


def test_github_shows_ten_and_the_summary_of_the_job_the_rest(
    cli: Cli, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(own / "summary.md"))
    (own / "summary.md").write_text("# Langkah lain\n\n", encoding="utf-8")
    ran = cli("check", "banyak.csv", "--format", "github", "--report", "github=juga.txt")
    assert (ran.code, ran.err) == (1, USED)
    shown = of_github(ran.out)
    assert len(shown) == 10
    assert (own / "juga.txt").read_text(encoding="utf-8") == ran.out
    said = (own / "summary.md").read_text(encoding="utf-8")
    assert said.startswith("# Langkah lain\n\n10 dari 60 temuan menjadi anotasi")
    assert len(of_md(said)) == 50
    assert not {one.place for one in of_md(said)} & {one.place for one in shown}


@pytest.mark.parametrize("summary", ["", "tidak/ada/summary.md", "."])
def test_without_a_summary_one_line_says_how_many_more_there_are(
    summary: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", summary)
    ran = cli("check", "banyak.csv", "--format", "github", "--quiet", "--lang", "en")
    assert len(of_github(ran.out)) == 10
    (line,) = ran.err.splitlines()
    assert line.startswith(" 50 more findings are no annotations")


def test_a_few_findings_need_no_summary(
    cli: Cli, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(own / "summary.md"))
    ran = cli("check", "galat.csv", "--format", "github")
    assert (len(of_github(ran.out)), ran.err) == (2, USED)
    assert not (own / "summary.md").exists()


@pytest.mark.parametrize("form", READERS)
def test_a_broken_definition_is_told_in_the_format_asked_for(
    form: Format, cli: Cli, own: Path
) -> None:
    (own / "config" / "pillars.yaml").write_text("id: x\nclases: []\n", encoding="utf-8")
    ran = cli("check", "galat.csv", f"--format={form}")
    assert ran.code == 2
    assert "D102" in ran.err
    if form in {Format.MD, Format.HTML}:
        assert ran.out == ""
    else:
        assert "D102" in [one.code for one in READERS[form](ran.out)]


def test_a_broken_definition_is_written_where_output_and_reports_say(cli: Cli, own: Path) -> None:
    (own / "config" / "pillars.yaml").write_text("id: x\nclases: []\n", encoding="utf-8")
    wanted = ("--format", "json", "--output", "hasil.json")
    ran = cli("check", "galat.csv", *wanted, "--report", "junit=hasil.xml")
    assert (ran.code, ran.out) == (2, "")
    assert "D102" in [one.code for one in of_junit((own / "hasil.xml").read_text("utf-8"))]
    assert "D102" in (own / "hasil.json").read_text("utf-8")
    assert cli("score", "galat.csv", *wanted).code == 2
    assert "berkas ini sudah ada" in cli("score", "galat.csv", *wanted).err
    assert cli("score", "galat.csv", *wanted, "--force").code == 2
    assert json.loads((own / "hasil.json").read_text("utf-8"))["schema"] == "kediri-index/score/1"


@pytest.mark.parametrize("target", ["masuk/galat.csv", "config/pillars.yaml"])
@pytest.mark.parametrize("paths", ["masuk/galat.csv", "masuk"])
def test_a_broken_definition_is_never_written_over_an_input(
    paths: str, target: str, cli: Cli, own: Path
) -> None:
    (own / "config" / "pillars.yaml").write_text("id: x\nclases: []\n", encoding="utf-8")
    (own / "masuk").mkdir()
    (own / "galat.csv").rename(own / "masuk" / "galat.csv")
    before = (own / target).read_bytes()
    ran = cli("score", paths, "--format", "json", "--output", target, "--force")
    assert (ran.code, ran.out) == (2, "")
    assert (own / target).read_bytes() == before


HOSTILE = "::stop-commands::x<script>|`a`[b](http://c)\x1b[31m\u202e##[error]%0A"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("form", [*READERS, None])
def test_names_and_cells_of_others_break_out_of_no_format(
    form: Format | None, cli: Cli, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    name = "\n::error::a|<b>`c`\x1b[2J\u202e\udcff]]>.csv"
    quoted = HOSTILE.replace('"', '""')
    rows = f'Kota A,2022,A-1,"{quoted}"\nKota A,2022,"\n{quoted}",1\n'
    (own / name).write_text(HEAD + rows, encoding="utf-8")
    ran = cli("check", name, *(["--format", form] if form else []))
    assert ran.code == 1
    if form is None:
        assert not {"\x1b", "\u202e"} & set(ran.out)
        assert {command_of(line) for line in ran.out.splitlines()} == {None}
    else:
        assert [one.code for one in READERS[form](ran.out)] == ["C119", "X301"]
    if form is Format.JSON:
        assert {one["file"] for one in json.loads(ran.out)["findings"]} == {name}
