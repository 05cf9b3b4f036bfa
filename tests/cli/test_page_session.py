"""What the check page asks of the commands, as its browser does: each file by its bytes."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from kediri_index.cli import page_session
from kediri_index.cli.errors import ended
from tests.cli.running import Cli

ROOT = Path(__file__).parents[2]
FAULTY = ROOT / "examples" / "kota-contoh-salah"
CLEAN = ROOT / "examples" / "kota-contoh"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project's folder in a browser: a profile, no submission yet."""
    folder = tmp_path / "project"
    (folder / "config").mkdir(parents=True)
    shutil.copy(FAULTY / "profile.yaml", folder / "config")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KEDIRI_INDEX_LANG", "id")
    return folder


def files(folder: Path, pattern: str = "*.xlsx") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob(pattern)}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_findings_are_those_of_the_command_line(
    language: str, project: Path, tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped = files(FAULTY)
    answer = page_session.check(dropped, language)
    assert (answer["code"], answer["said"]) == (1, "")
    folder, page = tmp_path / "shell", tmp_path / "page.html"
    shutil.copytree(project, folder)
    monkeypatch.chdir(folder)
    options = ("--lang", language, "--format", "html", "-o", str(page), "--mark", "../copies")
    assert cli("check", *options, "--", *sorted(dropped)).code == 1
    assert answer["findings"] == page.read_text(encoding="utf-8")
    copies = {path.name: path.read_bytes() for path in (tmp_path / "copies").iterdir()}
    assert answer["files"] == copies
    assert answer["counts"]["Dinas Lingkungan Hidup.xlsx"] == [3, 0, 0]
    assert "score" not in answer


@pytest.mark.usefixtures("project")
def test_files_without_errors_are_scored_and_one_agency_alone_with_its_range() -> None:
    whole = page_session.check(files(CLEAN), "id")
    assert whole["code"] == 0
    assert ">3,09" in whole["score"]
    one = page_session.check(files(CLEAN, "Dinas Kesehatan.xlsx"), "id")
    assert "0,07 sampai 3,99" in one["score"]


@pytest.mark.usefixtures("project")
def test_files_take_the_place_of_those_before_them_also_in_folders() -> None:
    page_session.check({"isian/a.csv": b"Kode,Nilai\n", "b.csv": b""}, "id")
    answer = page_session.check(files(CLEAN, "Dinas Kesehatan.xlsx"), "id")
    assert list(answer["counts"]) == ["Dinas Kesehatan.xlsx"]
    assert sorted(path.name for path in Path().iterdir()) == ["Dinas Kesehatan.xlsx", "config"]


@pytest.mark.usefixtures("project")
def test_a_name_is_no_option_and_no_pattern() -> None:
    data = (CLEAN / "Dinas Kesehatan.xlsx").read_bytes()
    for name in ("--help.xlsx", "isian[1].xlsx", "a b (2).xlsx"):
        answer = page_session.check({name: data}, "id")
        assert (answer["code"], list(answer["counts"])) == (0, [name])


@pytest.mark.usefixtures("project")
def test_letters_are_those_of_the_agencies_whose_files_are_there() -> None:
    dropped = files(FAULTY, "Dinas L*.xlsx") | files(CLEAN, "Dinas Sosial.xlsx")
    agencies = page_session.check(dropped, "id")["agencies"]
    assert agencies == ["dinsos", "dlh"]
    letters = page_session.letters(agencies, "id")["files"]
    assert list(letters) == ["dlh.txt"]
    assert "Dinas Lingkungan Hidup" in letters["dlh.txt"].decode("utf-8-sig")


@pytest.mark.usefixtures("project")
def test_a_blank_form_is_a_workbook_for_one_agency_or_for_all() -> None:
    one, whole = page_session.form("id", "dinkes"), page_session.form("id")
    assert [*one["files"], *whole["files"]] == ["dinkes.xlsx", "formulir.xlsx"]
    for data in (*one["files"].values(), *whole["files"].values()):
        assert "xl/workbook.xml" in ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.usefixtures("project")
def test_what_is_refused_is_said_in_the_language_of_the_page() -> None:
    data = (CLEAN / "Dinas Kesehatan.xlsx").read_bytes()
    answer = page_session.check({"a.xlsx": data}, "en", "tidak ada")
    assert answer["code"] == 2
    assert answer["said"].startswith("kediri-index: error:")


def test_what_needs_numpy_ends_in_a_sentence_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KEDIRI_INDEX_LANG", "en")
    lacking = ModuleNotFoundError("No module named 'numpy'", name="numpy")
    assert ended(lacking, ()) == 2
    assert "needs numpy, which is not here" in capsys.readouterr().err
