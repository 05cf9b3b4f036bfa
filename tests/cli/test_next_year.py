"""The project of the next year, carried on from the folder of the one that ended."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import yaml

from kediri_index.cli import values
from tests.cli.test_init import fill

if TYPE_CHECKING:
    from tests.cli.running import Cli

DEFINITION = """\
# Indeks kami
kediri_index: 1
id: mutu-2026
version: "3"
status: own
title: Indeks mutu 2026  # judul
title_en: Quality index 2026
source: Perwali 12 tahun 2026
year: 2026
language: id
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar, name_en: Pillar}}
groups:
  - {id: layanan, kind: pillar, name: Layanan}
indicators:
  - {id: L-1, in: layanan, name: Antrean}
  - {id: L-2, in: layanan, name: Loket}
"""
PROFILE = """\
# Kota Uji, disusun Bappeda
unit: Kota Uji
opd:
  - {id: setda, name: Setda}  # sekretariat
assign: {setda: [L-1, L-2]}
due: 2026-09-13  # batas
history:
  2024: 2.4
  2025: 2.5  # resmi
targets: {2026: 3.4}
"""
ANSWERS = "Kode,Nilai asesor\nL-1,3\nL-2,3.5\n"
WAIVERS = """\
- code: C116
  place: {file: setda.csv}
  reason: menyusul
  who: Diskominfo
  until: 2026-12-31
- code: X301
  place: {file: setda.csv}
  reason: kode lama
  who: Diskominfo
  until: 2027-06-30
"""


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day early in 2027."""
    monkeypatch.setattr(values, "today", lambda: date(2027, 1, 11))


@pytest.fixture
def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: None) -> Path:
    """The folder 2026 of a small index whose year has ended."""
    del today
    monkeypatch.chdir(tmp_path)
    return write_ended(Path("2026"), ANSWERS)


def write_ended(folder: Path, answers: str) -> Path:
    """Write the project of a small index into *folder*, with the *answers* that came in."""
    written(folder, {"config/pillars.yaml": DEFINITION, "config/profile.yaml": PROFILE})
    written(folder, {"masuk/setda.csv": answers, "config/waivers.yaml": WAIVERS})
    return folder


def written(folder: Path, files: dict[str, str]) -> None:
    for name, said in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def yaml_of(path: str) -> Any:  # noqa: ANN401 - what YAML says
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def carried(cli: Cli, *options: str, code: int = 0) -> Any:  # noqa: ANN401 - what JSON says
    ran = cli("init", "2027", "--next-year", "2026", "--format", "json", *options)
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def codes(document: Any) -> list[str]:  # noqa: ANN401 - what JSON says
    return [one["code"] for one in document["findings"]]


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ((), "batas waktu (due), target (targets)"),
        (("--due", "2027-09-13"), "target (targets)"),
    ],
)
def test_the_remarks_ask_for_what_nobody_can_know_and_say_where_to_go_on(
    cli: Cli, ended: Path, options: tuple[str, ...], asked: str
) -> None:
    ran = cli("init", "2027", "--next-year", str(ended), *options)
    assert (ran.code, ran.err.splitlines()) == (
        0,
        [
            f" Isi untuk 2027 di 2027/config/profile.yaml: {asked}",
            " Selanjutnya: baca 2027/README.md; perintahnya dijalankan di folder itu",
        ],
    )
    profile = Path("2027/config/profile.yaml").read_text(encoding="utf-8")
    assert profile.count("# BELUM DIISI · ") == asked.count("(")
    assert ("# due:\n" in profile) == ("(due)" in asked)


def test_with_a_due_day_and_a_target_the_remarks_only_say_where_to_go_on(
    cli: Cli, ended: Path
) -> None:
    path = ended / "config" / "profile.yaml"
    said = path.read_text(encoding="utf-8").replace("2026: 3.4", "2026: 3.4, 2027: 3.5")
    path.write_text(said, encoding="utf-8")
    ran = cli("init", "2027", "--next-year", str(ended), "--due", "2027-09-13")
    assert ran.err.splitlines() == [
        " Selanjutnya: baca 2027/README.md; perintahnya dijalankan di folder itu"
    ]


def test_an_agency_without_indicators_is_named_beside_the_forms(cli: Cli, ended: Path) -> None:
    path = ended / "config" / "profile.yaml"
    said = path.read_text(encoding="utf-8")
    path.write_text(
        said.replace("  - {id: setda", "  - {id: arsip, name: Arsip}\n  - {id: setda"),
        encoding="utf-8",
    )
    ran = cli("init", "2027", "--next-year", str(ended))
    assert ran.err.splitlines()[0] == " Tanpa formulir, karena tidak mengampu indikator: Arsip"


def test_waivers_that_still_run_are_counted_and_the_others_named(cli: Cli, ended: Path) -> None:
    ran = cli("init", "2027", "--next-year", str(ended))
    assert "Pengecualian       1 masih berlaku; 1 sudah lewat, tidak dibawa" in ran.out
    (left_out,) = [line for line in ran.out.splitlines() if "F555" in line]
    assert "C116" in left_out
    assert [one["code"] for one in yaml_of("2027/config/waivers.yaml")] == ["X301"]


def test_a_year_from_its_forms_to_the_next_years_report(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: None
) -> None:
    del today
    monkeypatch.chdir(tmp_path)
    assert cli("init", "2026", "--unit", "Kota Uji", "--year", "2026").code == 0
    monkeypatch.chdir("2026")
    for form in Path("isian").iterdir():
        fill(form, Path("masuk") / form.name)
    (unit,) = json.loads(cli("score", "masuk", "--format", "json").out)["result"]["units"]
    before = snapshot(tmp_path / "2026")
    monkeypatch.chdir("..")
    assert cli("init", "2027", "--next-year", "2026").code == 0
    assert snapshot(tmp_path / "2026") == before
    monkeypatch.chdir("2027")
    assert cli("definition", "lint", "config/pillars.yaml").code == 0
    for form in Path("isian").iterdir():
        fill(form, Path("masuk") / form.name)
    scored = json.loads(cli("score", "masuk", "--format", "json").out)
    assert scored["definition"]["id"] == "kota-uji-2027"
    overall = scored["result"]["units"][0]["overall"]
    assert overall["previous"] == float(unit["overall"]["published"])
    compared = json.loads(cli("compare", "masuk", "--format", "json").out)["result"]
    assert (compared["old"]["year"], compared["new"]["year"]) == (2026, 2027)
    assert compared["change"] == 0
    report = cli("report", "masuk", "--format", "md", "--verbose")
    assert report.code == 0
    assert "tahun-lalu.zip" in report.err
    assert "2026" in report.out
    assert cli("verify", "tahun-lalu.zip").code == 0


def test_the_definition_that_names_its_year_gets_a_new_one(cli: Cli, ended: Path) -> None:
    before = snapshot(ended)
    document = carried(cli)
    assert snapshot(ended) == before
    text = Path("2027/config/pillars.yaml").read_text(encoding="utf-8")
    expected = (
        DEFINITION.replace("mutu-2026", "mutu-2027")
        .replace('"3"', '"1"')
        .replace("title: Indeks mutu 2026", 'title: "Indeks mutu 2027"')
        .replace("title_en: Quality index 2026", 'title_en: "Quality index 2027"')
        .replace("year: 2026", "year: 2027")
    )
    assert text == expected
    assert document["definition"]["id"] == "mutu-2027"
    assert document["result"]["previous"]["definition"] == {"id": "mutu-2026", "version": "3"}


def test_what_replaced_the_old_definition_is_not_said_of_the_new_one(cli: Cli, ended: Path) -> None:
    written(ended, {"config/pillars.yaml": f"{DEFINITION}superseded_by: mutu-2027\n"})
    carried(cli)
    assert "superseded_by" not in yaml_of("2027/config/pillars.yaml")


def test_a_definition_without_a_year_stays_as_it_is(cli: Cli, ended: Path) -> None:
    text = DEFINITION.replace("year: 2026\n", "")
    written(ended, {"config/pillars.yaml": text, "masuk/setda.csv": f"Tahun,2026\n\n{ANSWERS}"})
    document = carried(cli, "--year", "2027")
    assert Path("2027/config/pillars.yaml").read_text(encoding="utf-8") == text
    assert document["definition"]["version"] == "3"
    assert document["result"]["year"] == 2027


def test_what_it_extends_comes_along(cli: Cli, ended: Path) -> None:
    own = 'kediri_index: 1\nextends: ../dasar/pillars.yaml\nid: kami\nversion: "2"\n'
    files = {"config/pillars.yaml": own, "dasar/pillars.yaml": DEFINITION}
    written(ended, files)
    document = carried(cli)
    assert document["definition"]["id"] == "kami-2027"
    said = yaml_of("2027/config/pillars.yaml")
    assert (said["extends"], said["year"]) == ("pillars (2).yaml", 2027)
    assert said["title"] == "Indeks mutu 2027"
    shown = json.loads(
        cli("definition", "show", "2027/config/pillars.yaml", "--format", "json").out
    )
    assert [one["id"] for one in shown["result"]["indicators"]] == ["L-1", "L-2"]


def test_a_title_of_several_lines_is_one_of_the_next_year(cli: Cli, ended: Path) -> None:
    text = DEFINITION.replace("Indeks mutu 2026  # judul", ">-\n  Indeks\n  mutu 2026")
    written(ended, {"config/pillars.yaml": text})
    carried(cli)
    assert Path("2027/config/pillars.yaml").read_text(encoding="utf-8").startswith("# Indeks kami")
    assert yaml_of("2027/config/pillars.yaml")["title"] == "Indeks mutu 2027"


@pytest.mark.parametrize("anchored", [False, True])
def test_whatever_form_the_yaml_has_it_means_the_same(
    *, anchored: bool, cli: Cli, ended: Path
) -> None:
    said = yaml.safe_load(DEFINITION)
    text = json.dumps(said)
    if anchored:  # the id is said once more elsewhere
        text = DEFINITION.replace("id: mutu-2026", "id: &id mutu-2026").replace(
            "source: Perwali 12 tahun 2026", "source: *id"
        )
    profile = json.dumps(yaml.safe_load(PROFILE), default=str)
    written(ended, {"config/pillars.yaml": text, "config/profile.yaml": profile})
    assert carried(cli)["definition"]["id"] == "mutu-2027"
    profile = yaml_of("2027/config/profile.yaml")
    assert profile["history"][2026] == 3.25
    assert [one["id"] for one in yaml_of("2027/config/pillars.yaml")["indicators"]] == [
        "L-1",
        "L-2",
    ]


@pytest.mark.usefixtures("ended")
def test_the_profile_keeps_its_words_and_asks_for_what_is_not_known(cli: Cli) -> None:
    document = carried(cli)
    assert Path("2027/config/profile.yaml").read_text(encoding="utf-8") == (
        "# Kota Uji, disusun Bappeda\n"
        "unit: Kota Uji\n"
        "opd:\n"
        "  - {id: setda, name: Setda}  # sekretariat\n"
        "assign: {setda: [L-1, L-2]}\n"
        "# BELUM DIISI · batas waktu 2027: hapus tanda # dan tulis tanggalnya (TTTT-BB-HH)\n"
        "# due:\n"
        "history:\n"
        "  2024: 2.4\n"
        "  2025: 2.5  # resmi\n"
        "  2026: 3.25\n"
        "targets: {2026: 3.4}\n"
        "# BELUM DIISI · target nilai indeks 2027: tulis di dalam targets di atas\n"
        'previous: "../tahun-lalu.zip"\n'
    )
    assert document["result"]["to_fill"] == ["due", "targets"]


@pytest.mark.parametrize("before", ["", "# history: {2025: 2.5}\n# targets: {2026: 3.4}\n"])
def test_without_targets_the_line_to_fill_in_stands_where_an_example_stood(
    before: str, cli: Cli, ended: Path
) -> None:
    text = PROFILE.replace("targets: {2026: 3.4}\n", before)
    written(ended, {"config/profile.yaml": text})
    carried(cli)
    profile = Path("2027/config/profile.yaml").read_text(encoding="utf-8")
    assert profile.count("targets: {") == 1
    wanted = (
        "# BELUM DIISI · target nilai indeks 2027: hapus tanda # dan tulis nilainya\n"
        "# targets: {2027: }\n"
    )
    assert wanted in profile
    filled = profile.replace("# targets: {2027: }", "targets: {2027: 3.5}")
    assert yaml.safe_load(filled)["targets"] == {2027: 3.5}


@pytest.mark.parametrize(
    "history",
    [
        "history: {2024: 2.4, 2025: 2.5}",
        "history: {\n  2024: 2.4,\n  2025: 2.5  # resmi, dari Kominfo\n}",
        'history: {2024: 2.4, "2025": 2.5, # resmi}\n}  # {dua}',
        "history: { # resmi\n}",
        "history: {}",
        "",
    ],
)
def test_the_score_of_the_year_that_ended_joins_the_history_however_it_is_written(
    history: str, cli: Cli, ended: Path
) -> None:
    before, _, after = PROFILE.partition("history:\n")
    text = f"{before}{history}\n{after[after.index('targets') :]}"
    written(ended, {"config/profile.yaml": text})
    carried(cli)
    profile = Path("2027/config/profile.yaml").read_text(encoding="utf-8")
    known = (yaml.safe_load(history) or {}).get("history") or {}
    figures = yaml_of("2027/config/profile.yaml")["history"]
    assert {int(year): figure for year, figure in figures.items()} == {
        **{int(year): figure for year, figure in known.items()},
        2026: 3.25,
    }
    assert "# resmi" in profile or "# resmi" not in history


def test_what_is_known_of_the_new_year_is_not_asked_for(cli: Cli, ended: Path) -> None:
    text = PROFILE.replace("{2026: 3.4}", "{2026: 3.4, 2027: 3.5}")
    written(ended, {"config/profile.yaml": f"{text}definitions: [mutu-2026]\n"})
    document = carried(cli, "--due", "2027-09-10")
    profile = yaml_of("2027/config/profile.yaml")
    assert (str(profile["due"]), document["result"]["to_fill"]) == ("2027-09-10", [])
    assert profile["definitions"] == ["mutu-2026", "mutu-2027"]


@pytest.mark.usefixtures("ended")
def test_waivers_that_still_count_are_carried_and_the_others_named(cli: Cli) -> None:
    document = carried(cli)
    waivers = yaml_of("2027/config/waivers.yaml")
    assert [(one["code"], str(one["until"])) for one in waivers] == [("X301", "2027-06-30")]
    assert waivers[0]["place"] == {"file": "setda.csv"}
    assert codes(document) == ["F555"]
    (left,) = document["findings"]
    assert (left["file"], left["line"]) == (str(Path("2026/config/waivers.yaml")), 5)


@pytest.mark.parametrize("how", ["./2026/", "../{here}/2026", "{path}/2026"])
def test_the_archive_names_files_from_the_old_folder_on(how: str, cli: Cli, ended: Path) -> None:
    here = ended.absolute().parent
    old = how.format(here=here.name, path=here)
    assert cli("init", "2027", "--next-year", old).code == 0
    with zipfile.ZipFile("2027/tahun-lalu.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    sources = {one["source"] for one in manifest["result"]["files"]}
    assert {"masuk/setda.csv", "config/pillars.yaml", "config/profile.yaml"} <= sources
    assert str(here) not in json.dumps(manifest)


def test_an_archive_beyond_a_limit_is_a_finding(cli: Cli, ended: Path) -> None:
    (ended / "arsip.zip").write_bytes(b"PK" + bytes(5000))
    document = carried(cli, "--limit", "file_bytes=1000", code=1)
    assert codes(document) == ["F102"]
    assert codes(carried(cli, code=1)) == ["F460"]


@pytest.mark.usefixtures("ended")
def test_forms_show_last_years_results_beside_the_new_ones(cli: Cli) -> None:
    carried(cli)
    sheet = openpyxl.load_workbook("2027/isian/Setda.xlsx")["Penilaian"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    code, last_year = rows[0].index("Kode"), rows[0].index("Tahun lalu")
    assert {row[code]: row[last_year] for row in rows[1:3]} == {"L-1": 3, "L-2": 3.5}


def test_the_archive_that_is_kept_is_taken_as_it_is(cli: Cli, ended: Path) -> None:
    asked = ("--config", "2026/config/pillars.yaml", "--profile", "2026/config/profile.yaml")
    assert cli("bundle", "2026/masuk", *asked, "--output", "2026/arsip.zip").code == 0
    document = carried(cli)
    assert Path("2027/tahun-lalu.zip").read_bytes() == (ended / "arsip.zip").read_bytes()
    assert document["result"]["previous"]["path"] == str(Path("2026/arsip.zip"))
    (ended / "masuk/setda.csv").unlink()
    assert carried(cli, "--force")["result"]["previous"]["published"] == "3.25"
    written(ended, {"masuk/setda.csv": ANSWERS.replace("3.5", "4")})
    refused = carried(cli, "--force", code=1)
    assert (codes(refused), refused["result"]) == (["F553"], None)
    assert "3,25" in refused["findings"][0]["message"]
    assert "bernilai 3,5" in refused["findings"][0]["message"]


def test_an_archive_of_the_same_score_is_kept_though_a_file_is_written_otherwise(
    cli: Cli, ended: Path
) -> None:
    asked = ("--config", "2026/config/pillars.yaml", "--profile", "2026/config/profile.yaml")
    assert cli("bundle", "2026/masuk", *asked, "--output", "2026/arsip.zip").code == 0
    written(ended, {"masuk/setda.csv": f"{ANSWERS}\n"})
    assert carried(cli)["result"]["previous"]["path"] == str(Path("2026/arsip.zip"))


def test_an_archive_that_was_made_in_spite_of_errors_has_no_score(cli: Cli, ended: Path) -> None:
    written(ended, {"masuk/setda.csv": ANSWERS.replace("3.5", "tiga")})
    asked = ("--config", "2026/config/pillars.yaml", "--profile", "2026/config/profile.yaml")
    made = cli("bundle", "2026/masuk", *asked, "--output", "2026/arsip.zip", "--allow-errors")
    assert made.code == 0
    (found,) = carried(cli, code=1)["findings"]
    assert (found["code"], found["file"]) == ("F552", str(Path("2026/arsip.zip")))


def test_of_two_units_neither_is_the_one_that_the_year_was_of(cli: Cli, ended: Path) -> None:
    both = "Daerah,Kode,Nilai asesor\n" + "".join(
        f"{unit},{code},3\n" for unit in ("Kota A", "Kota B") for code in ("L-1", "L-2")
    )
    profile = PROFILE.replace("unit: Kota Uji\n", "")
    written(ended, {"masuk/setda.csv": both, "config/profile.yaml": profile})
    (found,) = carried(cli, code=1)["findings"]
    assert (found["code"], "Kota A, Kota B" in found["message"]) == ("F552", True)


def test_a_letterhead_beside_the_project_stays_where_it_is(cli: Cli, ended: Path) -> None:
    letters = "letters: {letterhead: ../../kop.docx}\n"
    written(ended, {"config/profile.yaml": f"{PROFILE}{letters}", "../kop.docx": "kop"})
    carried(cli, "--allow-outside")
    assert not list(Path("2027").rglob("*.docx"))


def test_a_score_that_the_history_has_already_stays_as_it_is_written(cli: Cli, ended: Path) -> None:
    profile = PROFILE.replace("2025: 2.5  # resmi", "2026: 3.250  # resmi")
    written(ended, {"config/profile.yaml": profile})
    assert codes(carried(cli)) == ["F555"]
    assert "2026: 3.250  # resmi" in Path("2027/config/profile.yaml").read_text(encoding="utf-8")


def test_the_letterhead_comes_along(cli: Cli, ended: Path) -> None:
    letters = "letters: {letterhead: kertas/kop.docx}\n"
    written(ended, {"config/profile.yaml": f"{PROFILE}{letters}", "config/kertas/kop.docx": "kop"})
    carried(cli)
    assert Path("2027/config/kertas/kop.docx").read_text(encoding="utf-8") == "kop"
    (ended / "config/kertas/kop.docx").unlink()
    ran = cli("init", "2028", "--next-year", "2026")
    assert (ran.code, Path("2028").exists()) == (2, False)
    assert "kop.docx" in ran.out + ran.err


@pytest.mark.parametrize("kept", [True, False])
def test_checks_by_ci_are_those_of_last_year(*, kept: bool, cli: Cli, ended: Path) -> None:
    if kept:
        written(ended, {".gitlab-ci.yml": "milik: kami\n"})
    carried(cli)
    path = Path("2027/.gitlab-ci.yml")
    assert path.exists() is kept
    assert not Path("2027/.github").exists()
    assert not kept or path.read_text(encoding="utf-8") == "milik: kami\n"


@pytest.mark.parametrize(
    ("gone", "found"),
    [
        (("config/pillars.yaml",), ["F550"]),
        (("config/profile.yaml", "masuk/setda.csv"), ["F550", "F551"]),
        (("masuk/setda.csv",), ["F551"]),
    ],
)
def test_a_folder_that_lacks_something_is_refused_and_all_is_named(
    gone: tuple[str, ...], found: list[str], cli: Cli, ended: Path
) -> None:
    for name in gone:
        (ended / name).unlink()
    document = carried(cli, code=1)
    assert (codes(document), document["result"]) == (found, None)
    assert not Path("2027").exists()


@pytest.mark.parametrize(
    "answers",
    [
        ANSWERS.replace("3.5", "5"),
        "Kode,Nilai asesor\nL-1,3\n",
        f"Wilayah,Kota Lain\n\n{ANSWERS}",
    ],
)
def test_without_last_years_score_the_rest_is_carried_if_asked_for(
    answers: str, cli: Cli, ended: Path
) -> None:
    written(ended, {"masuk/setda.csv": answers})
    assert codes(carried(cli, code=1)) == ["F552"]
    assert not Path("2027").exists()
    document = carried(cli, "--allow-errors")
    assert codes(document) == ["F552", "F555"]
    profile = yaml_of("2027/config/profile.yaml")
    assert ("previous" in profile, 2026 in profile["history"]) == (False, False)
    assert not Path("2027/tahun-lalu.zip").exists()
    assert Path("2027/isian/Setda.xlsx").is_file()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2025: 2.5  # resmi", "2026: 3.3", "di history sudah ada 3,3"),
        ("history:", "history_value: self\nhistory:", "berdasar nilai mandiri"),
    ],
)
def test_a_score_that_does_not_fit_the_history_is_not_written_there(
    old: str, new: str, said: str, cli: Cli, ended: Path
) -> None:
    written(ended, {"config/profile.yaml": PROFILE.replace(old, new)})
    document = carried(cli)
    history = yaml_of("2027/config/profile.yaml")["history"]
    assert history == yaml_of("2026/config/profile.yaml")["history"]
    (found,) = (one for one in document["findings"] if one["code"] == "F554")
    assert said in found["message"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026/2027", "--next-year", "2026"), "2026/2027"),
        (("2026", "--next-year", "2026"), "2026"),
        (("2027", "--next-year", "tiada"), "tiada"),
        (("2027", "--next-year", "2026/config/pillars.yaml"), "bukan folder"),
        (("2027", "--next-year", "2026", "--unit", "Kota A"), "--unit"),
        (("2027", "--next-year", "2026", "--config", "six-pillars"), "--config"),
        (("2027", "--next-year", "2026", "--blank"), "--blank"),
        (("2027", "--next-year", "2026", "--from", "daftar.xlsx"), "--from"),
        (("2027", "--allow-errors"), "--next-year"),
        (("baru", "--next-year", "2026", "--year", "2026"), "tahun berikutnya 2027"),
        (("baru", "--next-year", "2026", "--year", "2025"), "sudah berisi tahun 2026"),
    ],
)
@pytest.mark.usefixtures("ended")
def test_wrong_usage_is_one_sentence(arguments: tuple[str, ...], said: str, cli: Cli) -> None:
    ran = cli("init", *arguments)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert said in ran.err


def test_a_year_that_is_not_later_than_the_submissions_is_wrong_usage(
    cli: Cli, ended: Path
) -> None:
    written(ended, {"config/pillars.yaml": DEFINITION.replace("year: 2026\n", "")})
    written(ended, {"masuk/setda.csv": f"Wilayah,Kota Uji\nTahun,2026\n\n{ANSWERS}"})
    ran = cli("init", "baru", "--next-year", "2026", "--year", "2026")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "sudah berisi tahun 2026; tahun berikutnya 2027" in ran.err


def test_the_year_that_ended_is_the_one_before_where_only_the_new_one_is_known(
    cli: Cli, ended: Path
) -> None:
    written(ended, {"config/pillars.yaml": DEFINITION.replace("year: 2026\n", "")})
    (ended / "masuk/setda.csv").unlink()
    ran = cli("init", "2027", "--next-year", "2026", "--allow-errors")
    assert (ran.code, ran.out) == (2, "")
    assert "--year" in ran.err
    document = carried(cli, "--year", "2027", "--allow-errors")
    assert codes(document) == ["F551", "F555"]


def test_a_year_that_is_left_out_is_named(cli: Cli, ended: Path) -> None:
    del ended
    document = carried(cli, "--year", "2028")
    (finding,) = (one for one in document["findings"] if one["code"] == "F557")
    assert "folder lama berisi tahun 2026, sedangkan folder baru untuk 2028" in finding["message"]
    assert "bila seharusnya 2027, ulangi tanpa --year" in finding["hint"]


def test_a_broken_definition_is_said_with_its_place(cli: Cli, ended: Path) -> None:
    written(ended, {"config/pillars.yaml": DEFINITION.replace("in: layanan", "in: layanam")})
    ran = cli("init", "2027", "--next-year", "2026")
    assert (ran.code, Path("2027").exists()) == (2, False)
    assert "layanam" in ran.out + ran.err


def test_the_screen_says_who_needs_no_form_and_that_no_score_is_known(
    cli: Cli, ended: Path
) -> None:
    profile = PROFILE.replace("assign:", "  - {id: kosong, name: Kosong}\nassign:")
    profile = profile.replace("{2026: 3.4}", "{2026: 3.4, 2027: 3.5}")
    written(ended, {"config/profile.yaml": profile})
    (ended / "masuk/setda.csv").unlink()
    options = ("--due", "2027-09-13", "--allow-errors", "--lang", "en")
    ran = cli("init", "2027", "--next-year", "2026", *options)
    assert ran.code == 0
    assert "not known" in ran.out
    assert "Kosong" in ran.err
    assert "due" not in ran.err
