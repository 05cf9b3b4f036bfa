"""``definition diff``: of two definitions, of one and its earlier state in git, and on data."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.findings.building import xlsx

if TYPE_CHECKING:
    from tests.cli.running import Cli, Ran

BASE = """\
kediri_index: 1
id: dasar
version: "1"
status: own
title: Dasar
scale: {min: 0, max: 4}
classes: [{name: Kurang, below: 2}, {name: Baik}]
kinds: {pillar: {name: Pilar}}
groups:
  - {id: a, kind: pillar, weight: 40, name: Layanan}
  - {id: b, kind: pillar, weight: 60, name: Ekonomi}
"""
CHILD = 'kediri_index: 1\nextends: dasar\nid: anak\nversion: "1"\ntitle: Anak\n'
SWAPPED = BASE.replace("weight: 40", "weight: 6O").replace("weight: 60", "weight: 40")
SWAPPED = SWAPPED.replace("6O", "60")
RAISED = SWAPPED.replace('version: "1"', 'version: "2"')
DATA = "unit,year,a,b\nKota Satu,2023,1,4\nKota Dua,2023,4,1\nKota Tiga,2023,3,3\n"
WIDTH = 80
FOLDER_AS_REPOSITORY = """\
[core]
\trepositoryformatversion = 1
\tbare = false
\tworktree = .
"""

pytestmark = pytest.mark.usefixtures("project")
Commit = Callable[[], None]


@pytest.fixture
def files(project: Path) -> Path:
    (project / "config").mkdir()
    for name, text in (("dasar.yaml", BASE), ("anak.yaml", CHILD)):
        (project / "config" / name).write_text(text, encoding="utf-8")
    (project / "data.csv").write_text(DATA, encoding="utf-8")
    return project


@pytest.fixture
def commit(files: Path, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Return a function that commits all there is; the first commit has the tag ``terbit``."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def git(*words: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *names, *words], cwd=files, check=True, capture_output=True)

    def commit_all() -> None:
        git("add", "--all")
        git("commit", "--message", "state", "--allow-empty")

    git("init", "--quiet")
    commit_all()
    git("tag", "terbit")
    return commit_all


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def result_of(ran: Ran) -> dict[str, Any]:
    document = json.loads(ran.out)
    assert document["schema"] == "kediri-index/definition-diff/1"
    found: dict[str, Any] = document["result"]
    return found


def states(ran: Ran) -> dict[str, str]:
    return {one["id"]: one["state"] for one in json.loads(ran.out)["result"]["definitions"]}


def made_for(name: str) -> bytes:
    """A workbook of Kota Satu that names a definition, in a version that none has."""
    return xlsx(
        {
            "Identitas": [
                ("Wilayah", "Kota Satu"),
                ("Tahun", 2023),
                ("Definisi", name),
                ("Versi definisi", "9"),
            ],
            "Penilaian": [("Kode", "Nilai asesor"), ("a", 1), ("b", 4)],
        }
    )


# two definitions


def test_items_of_evidence_are_named_by_their_level(cli: Cli, files: Path) -> None:
    items = (
        "\nindicators:\n  - {id: A-1, in: a, name: Tim, evidence: {1: [SK], 2: [Rapat, Rencana]}}\n"
    )
    write(files / "lama.yaml", BASE + items)
    other = items.replace("1: [SK]", "1: [SK tim]").replace(", Rencana", "")
    write(files / "baru.yaml", BASE.replace("id: dasar", "id: baru") + other)
    ran = cli("definition", "diff", "lama.yaml", "baru.yaml")
    shown = ran.out[ran.out.index("Bukti dukung · 2") :].splitlines()
    assert [line.split("  ")[0].strip() for line in shown[2:4]] == ["A-1.1", "A-1.2"]
    assert shown[3].strip().split("  ")[1:] == ["Rapat, Rencana", "Rapat"]
    result = result_of(cli("definition", "diff", "lama.yaml", "baru.yaml", "--format", "json"))
    assert [one for one in result["changes"] if one["kind"] == "evidence"] == [
        {
            "path": "indicators.A-1.evidence.1",
            "kind": "evidence",
            "before": ["SK"],
            "after": ["SK tim"],
        },
        {
            "path": "indicators.A-1.evidence.2",
            "kind": "evidence",
            "before": ["Rapat", "Rencana"],
            "after": ["Rapat"],
        },
    ]


def test_two_definitions_differ_in_their_weights(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", SWAPPED.replace("id: dasar", "id: baru"))
    ran = cli("definition", "diff", "dasar", "baru.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert "dasar, versi 1 → baru, versi 1" in ran.out
    assert ["a", "40", "(40", "%)", "60", "(60", "%)"] in [
        line.split() for line in ran.out.splitlines()
    ]
    result = result_of(cli("definition", "diff", "dasar", "baru.yaml", "--format", "json"))
    assert result["state"] == "changed"
    assert result["changes"] == [
        {"path": "id", "kind": "identity", "before": "dasar", "after": "baru"},
        {"path": "groups.a.weight", "kind": "weight", "before": 40, "after": 60},
        {"path": "groups.b.weight", "kind": "weight", "before": 60, "after": 40},
    ]
    assert result["effective_weights"] == [
        {"id": "a", "before": 0.4, "after": 0.6},
        {"id": "b", "before": 0.6, "after": 0.4},
    ]
    assert result["scores"] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# another comment\n" + BASE.replace("title: Dasar", "title: Lain"), "makna sama"),
        (BASE.replace("id: dasar", "id: lain"), "Maknanya sama, kecuali id dan tahunnya."),
    ],
)
def test_where_the_meaning_is_the_same_it_says_so(
    text: str, said: str, cli: Cli, files: Path
) -> None:
    write(files / "lain.yaml", text)
    ran = cli("definition", "diff", "dasar", "lain.yaml")
    assert (ran.code, said in ran.out) == (0, True)


@pytest.mark.parametrize(("text", "code"), [(SWAPPED, 1), (RAISED, 0)])
def test_one_id_and_version_with_two_meanings_is_exit_1(
    text: str, code: int, cli: Cli, files: Path
) -> None:
    write(files / "baru.yaml", text)
    ran = cli("definition", "diff", "config/dasar.yaml", "baru.yaml", "--format", "json")
    assert ran.code == code
    findings = json.loads(ran.out)["findings"]
    assert [(one["code"], one["file"], one["line"]) for one in findings] == [
        ("D304", "baru.yaml", 3)
    ] * code
    for form in ("table", "md", "csv"):
        shown = cli("definition", "diff", "config/dasar.yaml", "baru.yaml", "--format", form)
        assert ("D304" in (shown.err if form == "csv" else shown.out)) is (code == 1)


def test_few_of_many_changes_are_shown_unless_all_are_asked_for(cli: Cli) -> None:
    few = cli("definition", "diff", "kominfo-2022-kppn", "kominfo-2023-kppn")
    assert (few.out.count("KOL-"), "(--detail menampilkan semua)" in few.out) == (0, True)
    every = cli("definition", "diff", "kominfo-2022-kppn", "kominfo-2023-kppn", "--detail")
    assert (every.out.count("KOL-"), "--detail" in every.out) == (6, False)


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_wider_than_a_small_terminal(
    language: str, cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    write(files / "baru.yaml", SWAPPED)
    for pair in (("kominfo-2022-kppn", "six-pillars"), ("dasar", "baru.yaml")):
        options = ("--detail", "--data", "data.csv", "--lang", language, "--allow-errors")
        ran = cli("definition", "diff", *pair, *options)
        assert max(map(len, ran.out.splitlines())) <= WIDTH


# what it does to data


def test_data_show_who_moves_by_how_much_and_into_which_rank_and_class(
    cli: Cli, files: Path
) -> None:
    write(files / "baru.yaml", RAISED)
    ran = cli("definition", "diff", "dasar", "baru.yaml", "--data", "data.csv")
    assert (ran.code, ran.err) == (0, "")
    assert "2 dari 3 wilayah berubah nilainya: 1 naik, 1 turun." in ran.out
    assert "Terbesar: Kota Dua +0,60; Kota Satu -0,60." in ran.out
    rows = [line for line in ran.out.splitlines() if line.startswith(" Kota")]
    assert [" ".join(line.split()) for line in rows] == [
        "Kota Dua 2,20 2,80 +0,60 3 → 2 Baik",
        "Kota Satu 2,80 2,20 -0,60 2 → 3 Baik",
        "Kota Tiga 3,00 3,00 0,00 1 Baik",
    ]


def test_data_in_json_have_both_scores_ranks_and_classes(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", RAISED.replace("below: 2", "below: 2.5"))
    ran = cli("definition", "diff", "dasar", "baru.yaml", "--data", "data.csv", "--format", "json")
    document = json.loads(ran.out)
    assert [one["path"] for one in document["inputs"]] == ["data.csv"]
    assert document["definition"]["path"] == "baru.yaml"
    scores = document["result"]["scores"]
    assert (scores["moved"], scores["changed_rank"], scores["changed_class"]) == (2, 2, 1)
    assert scores["units"][1] == {
        "unit": "Kota Satu",
        "year": 2023,
        "before": {"score": 2.8, "published": "2.80", "rank": 2, "class": "Baik"},
        "after": {"score": 2.2, "published": "2.20", "rank": 3, "class": "Kurang"},
        "change": -0.6,
        "change_score": -0.6,
    }


def test_csv_is_a_row_a_unit_or_a_row_a_change(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", RAISED)
    pair = ("definition", "diff", "dasar", "baru.yaml", "--format", "csv")
    units = list(csv.DictReader(io.StringIO(cli(*pair, "--data", "data.csv").out)))
    assert [(one["unit"], one["published_after"], one["change"]) for one in units] == [
        ("Kota Dua", "2.80", "0.6"),
        ("Kota Satu", "2.20", "-0.6"),
        ("Kota Tiga", "3.00", "0"),
    ]
    changes = list(csv.DictReader(io.StringIO(cli(*pair).out)))
    assert [(one["path"], one["before"], one["after"]) for one in changes] == [
        ("groups.a.weight", "40", "60"),
        ("groups.b.weight", "60", "40"),
    ]


def test_detail_shows_the_groups_whose_figure_or_weight_changes(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", RAISED)
    ran = cli("definition", "diff", "dasar", "baru.yaml", "--data", "data.csv", "--detail")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Kota Dua: bagian yang berubah" in lines
    assert "Layanan 4,00 4,00 40 % → 60 %" in lines


def test_errors_under_either_definition_forbid_scores_unless_they_are_allowed(
    cli: Cli, files: Path
) -> None:
    write(files / "baru.yaml", RAISED + "  - {id: c, kind: pillar, weight: 10, name: Budaya}\n")
    call = ("definition", "diff", "dasar", "baru.yaml", "--data", "data.csv")
    ran = cli(*call)
    assert ran.code == 1
    assert "Ditambah" in ran.out
    assert "Kota Dua" not in ran.out
    assert "0 menurut dasar, 3 menurut dasar" in ran.err
    document = json.loads(cli(*call, "--format", "json").out)
    assert document["result"]["scores"]["units"] is None
    assert document["result"]["changes"]
    assert {one["severity"] for one in document["findings"]} == {"error"}
    allowed = cli(*call, "--allow-errors")
    assert allowed.code == 0
    assert "--allow-errors" in allowed.out
    assert "Kota Dua" in allowed.out
    assert "--allow-errors" in cli(*call, "--allow-errors", "--format", "csv").err
    partial = json.loads(cli(*call, "--allow-errors", "--format", "json").out)
    assert partial["partial"] is True


def test_data_that_answer_nothing_of_one_definition_are_told_so(cli: Cli, files: Path) -> None:
    write(files / "lain.yaml", RAISED.replace("{id: ", "{id: x").replace("id: dasar", "id: lain"))
    rows = [("Kode", "Nilai asesor"), ("a", 1), ("b", 4)]
    about = [("Wilayah", "Kota Satu"), ("Tahun", 2023)]
    (files / "satu.xlsx").write_bytes(xlsx({"Identitas": about, "Penilaian": rows}))
    for options in ((), ("--allow-errors",)):
        ran = cli("definition", "diff", "dasar", "lain.yaml", "--data", "satu.xlsx", *options)
        assert (ran.code, "tidak menjawab apa pun dari: lain" in ran.err) == (1, True)
        assert "--allow-errors" not in ran.err


def test_a_unit_without_a_score_on_one_side_is_listed_and_named(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", RAISED + "missing: {answers: exclude, min_present: 1}\n")
    write(files / "lama.yaml", BASE + "missing: {answers: exclude}\n")
    write(files / "data.csv", DATA.replace("4,1", "4,"))
    call = ("definition", "diff", "lama.yaml", "baru.yaml", "--data", "data.csv")
    ran = cli(*call)
    assert ran.code == 0
    assert "Tanpa nilai di salah satu sisi: Kota Dua" in ran.out
    assert "Kota Dua 4,00 – –" in " ".join(ran.out.split())
    rows = list(csv.DictReader(io.StringIO(cli(*call, "--format", "csv").out)))
    assert {one["unit"]: one["published_after"] for one in rows}["Kota Dua"] == ""
    units = json.loads(cli(*call, "--format", "json").out)["result"]["scores"]["units"]
    (without,) = [one for one in units if one["change"] is None]
    assert (without["unit"], without["after"]["score"]) == ("Kota Dua", None)


def test_what_is_no_text_stands_as_people_read_it(cli: Cli, files: Path) -> None:
    changed = RAISED.replace("{id: a,", "{id: a, optional: true,").replace("max: 4", "max: 4.5")
    outer = changed.replace("  - {id: b, kind: pillar, weight: 40, name: Ekonomi}\n", "") + (
        "  - id: d\n    kind: pillar\n    name: Induk\n    weight: 40\n    groups:\n"
        "      - {id: b, kind: pillar, weight: 40, name: Ekonomi}\n"
    )
    write(
        files / "baru.yaml",
        outer.replace("{name: Baik}", "{name: Cukup, below: 3.5}, {name: Baik}"),
    )
    lines = [
        " ".join(one.split())
        for one in cli("definition", "diff", "dasar", "baru.yaml").out.splitlines()
    ]
    assert {
        "a · optional tidak ya",
        "scale.max 4 4,5",
        "b tingkat teratas d",
        "classes[1] – name: Cukup, below: 3,5",
    } <= set(lines)
    cells = cli("definition", "diff", "dasar", "baru.yaml", "--format", "csv").out
    assert 'classes[1],class,,"{""name"": ""Cukup"", ""below"": 3.5}"' in cells
    assert "groups.a.optional,missing,false,true" in cells


def test_a_definition_that_shrank_shows_it_in_markdown_too(cli: Cli) -> None:
    ran = cli("definition", "diff", "kominfo-2022-kppn", "six-pillars", "--format", "md")
    assert "(--detail menampilkan semua)" in ran.out


def test_data_made_for_either_definition_count_under_both_and_others_are_told(
    cli: Cli, files: Path
) -> None:
    write(files / "baru.yaml", RAISED.replace("id: dasar", "id: baru"))
    for name in ("dasar", "baru", "six-pillars"):
        (files / "satu.xlsx").write_bytes(made_for(name))
        ran = cli("definition", "diff", "dasar", "baru.yaml", "--data", "satu.xlsx")
        assert (ran.code, ran.err) == (0, "")
        assert "2,80" in ran.out
        assert ("Data ini dibuat untuk definisi lain: six-pillars" in ran.out) is (
            name == "six-pillars"
        )


def test_what_only_the_other_definition_asks_is_no_unknown_code(cli: Cli, files: Path) -> None:
    more = RAISED + "  - {id: c, kind: pillar, optional: true, weight: 10, name: Budaya}\n"
    write(files / "baru.yaml", more)
    write(files / "data.csv", "unit,year,a,b,c,d\nKota Satu,2023,1,4,4,4\n")
    for pair in (("dasar", "baru.yaml"), ("baru.yaml", "dasar")):
        ran = cli("definition", "diff", *pair, "--data", "data.csv", "--format", "json")
        findings = json.loads(ran.out)["findings"]
        assert [(one["code"], one["value"]) for one in findings] == [("F413", "d")]
    rows = [("Kode", "Nilai asesor"), ("a", 1), ("b", 4), ("c", 4)]
    about = [("Wilayah", "Kota Satu"), ("Tahun", 2023)]
    (files / "satu.xlsx").write_bytes(xlsx({"Identitas": about, "Penilaian": rows}))
    assert cli("definition", "diff", "dasar", "baru.yaml", "--data", "satu.xlsx").code == 0


def test_data_without_a_year_are_paired_although_the_definitions_have_different_years(
    cli: Cli, files: Path
) -> None:
    for year in (2022, 2023):
        write(files / f"{year}.yaml", BASE.replace("id: dasar", f"id: d{year}\nyear: {year}"))
    write(files / "data.csv", "unit,a,b\nKota Satu,1,4\nKota Dua,2,2\n")
    ran = cli("definition", "diff", "2022.yaml", "2023.yaml", "--data", "data.csv")
    assert "Tidak ada nilai yang berubah dari 2 wilayah." in ran.out


def test_what_a_shell_writes_out_after_data_is_data(cli: Cli, files: Path) -> None:
    write(files / "baru.yaml", RAISED)
    write(files / "lagi.csv", DATA.replace("Kota", "Kabupaten"))
    ran = cli("definition", "diff", "dasar", "baru.yaml", "--data", "data.csv", "lagi.csv")
    assert "4 dari 6 wilayah berubah nilainya" in ran.out


# against git


def test_against_looks_at_every_definition_of_the_project(
    cli: Cli, files: Path, commit: Commit
) -> None:
    write(files / "config" / "dasar.yaml", BASE.replace("title: Dasar", "title: Lain"))
    write(files / "config" / "baru.yaml", BASE.replace("id: dasar", "id: baru"))
    ran = cli("definition", "diff", "--against", "terbit", "--format", "json")
    assert ran.code == 0
    assert states(ran) == {"anak": "same", "baru": "new", "dasar": "same"}
    write(files / "config" / "dasar.yaml", RAISED)
    commit()
    ran = cli("definition", "diff", "--against", "terbit")
    assert ran.code == 1  # the child's meaning changed with its parent
    assert "dasar, versi 2 · berubah: 2 hal, versi 1 → 2" in ran.out
    assert "anak, versi 1 · berubah: 2 hal" in ran.out
    assert ran.out.count("D304") == 1
    assert "baru · baru\n" in ran.out
    md = cli("definition", "diff", "--against", "terbit", "--format", "md").out
    assert md.startswith("## anak, versi 1 · berubah: 2 hal\n\n")
    assert "\n\n## dasar, versi 2 · berubah" in md
    assert "### config/anak.yaml\n" in md
    assert "| D304 |" in md
    write(files / "config" / "anak.yaml", CHILD.replace('"1"', '"2"'))
    assert cli("definition", "diff", "--against", "terbit").code == 0


def test_against_takes_parents_as_they_were_at_the_ref(
    cli: Cli, files: Path, commit: Commit
) -> None:
    write(files / "config" / "dasar.yaml", RAISED)
    commit()
    ran = cli("definition", "diff", "config/anak.yaml", "--against", "terbit", "--format", "json")
    assert ran.code == 1
    result = result_of(ran)
    assert result["path"] == "config/anak.yaml"
    assert [one["path"] for one in result["changes"]] == ["groups.a.weight", "groups.b.weight"]
    assert "terbit:config/anak.yaml" in ran.out
    assert cli("definition", "diff", "anak", "--against", "HEAD").code == 0


def test_a_file_of_another_name_is_compared_with_the_one_of_its_id(
    cli: Cli, files: Path, commit: Commit
) -> None:
    del commit
    (files / "config" / "dasar.yaml").unlink()
    write(files / "config" / "pindah.yaml", SWAPPED)
    ran = cli("definition", "diff", "--against", "terbit", "--format", "json")
    assert (ran.code, states(ran)["dasar"]) == (1, "changed")


def test_what_is_gone_is_told_and_no_fault(cli: Cli, files: Path, commit: Commit) -> None:
    del commit
    (files / "config" / "anak.yaml").unlink()
    ran = cli("definition", "diff", "--against", "terbit", "--format", "json")
    assert (ran.code, states(ran)) == (0, {"dasar": "same", "anak": "removed"})
    assert "anak · dihapus" in cli("definition", "diff", "--against", "terbit").out


def test_the_repair_of_a_broken_definition_passes_and_says_so(
    cli: Cli, files: Path, commit: Commit
) -> None:
    write(files / "config" / "dasar.yaml", BASE.replace("kind: pillar, weight: 40", "kind: lain"))
    commit()
    write(files / "config" / "dasar.yaml", BASE)
    ran = cli("definition", "diff", "--against", "HEAD", "--format", "json")
    assert (ran.code, states(ran)) == (0, {"anak": "unreadable", "dasar": "unreadable"})
    assert '"D203"' in ran.out
    said = cli("definition", "diff", "--against", "HEAD").out
    assert "berkas yang dahulu punya" in said
    ran = cli("definition", "diff", "dasar", "--against", "HEAD", "--data", "data.csv")
    assert (ran.code, "tidak punya pembanding" in ran.err) == (2, True)


def test_a_definition_that_is_broken_now_is_exit_2(cli: Cli, files: Path, commit: Commit) -> None:
    del commit
    write(files / "config" / "dasar.yaml", BASE.replace("kind: pillar, weight: 40", "kind: lain"))
    ran = cli("definition", "diff", "--against", "terbit")
    assert (ran.code, "D203" in ran.err) == (2, True)


def test_data_and_a_ref_show_what_a_branch_does_to_them(
    cli: Cli, files: Path, commit: Commit
) -> None:
    del commit
    write(files / "config" / "dasar.yaml", RAISED)
    ran = cli("definition", "diff", "dasar", "--against", "terbit", "--data", "data.csv")
    assert (ran.code, "Kota Dua +0,60" in ran.out) == (0, True)
    write(files / "config" / "pillars.yaml", RAISED.replace("id: dasar", "id: pilar"))
    (files / "satu.xlsx").write_bytes(made_for("dasar"))
    ran = cli("definition", "diff", "--against", "terbit", "--data", "satu.xlsx")
    assert "dasar, versi 2" in ran.out  # the one that the data name


def test_a_folder_below_the_repositorys_top_finds_its_definitions(
    cli: Cli, files: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    del commit
    (files / "masuk").mkdir()
    monkeypatch.chdir(files / "masuk")
    write(files / "config" / "dasar.yaml", SWAPPED)
    assert cli("definition", "diff", "--against", "terbit").code == 1


def test_a_link_is_the_file_that_it_named_then(cli: Cli, files: Path, commit: Commit) -> None:
    (files / "config" / "pillars.yaml").symlink_to("dasar.yaml")
    (files / "config" / "keluar.yaml").symlink_to("/etc/hostname")
    commit()
    write(files / "config" / "dasar.yaml", SWAPPED)
    ran = cli("definition", "diff", "config/pillars.yaml", "--against", "HEAD", "--format", "json")
    assert (ran.code, result_of(ran)["state"]) == (1, "changed")


HOSTILE = {
    "alias.rev-parse": "!touch ran",
    "alias.ls-tree": "!touch ran",
    "core.pager": "touch ran",
    "core.fsmonitor": "touch ran",
    "core.hooksPath": "hooks",
    "diff.external": "touch ran",
    "diff.x.textconv": "touch ran",
    "filter.x.smudge": "touch ran",
}


def test_nothing_of_a_repositorys_own_settings_is_run(
    cli: Cli, files: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(files / ".gitattributes", "*.yaml filter=x diff=x\n")
    commit()
    for name, value in HOSTILE.items():
        subprocess.run(["git", "config", name, value], cwd=files, check=True)
    for name, value in {
        "GIT_DIR": "/nowhere",
        "GIT_WORK_TREE": "/",
        "GIT_EXTERNAL_DIFF": "touch ran",
        "GIT_PAGER": "touch ran",
    }.items():
        monkeypatch.setenv(name, value)
    before = {path.name: path.stat().st_mtime_ns for path in (files / ".git").iterdir()}
    assert cli("definition", "diff", "--against", "HEAD").code == 0
    assert not (files / "ran").exists()
    assert {path.name: path.stat().st_mtime_ns for path in (files / ".git").iterdir()} == before


def test_a_repository_that_was_committed_as_a_folder_of_files_is_none(
    cli: Cli, files: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its settings are a pull request's, not the user's."""
    del commit
    inner = files / "jahat"
    subprocess.run(["git", "init", "-q", "--bare", str(inner)], check=True)
    (inner / "config").write_text(FOLDER_AS_REPOSITORY, encoding="utf-8")
    (inner / "lain.yaml").write_text(BASE, encoding="utf-8")
    monkeypatch.chdir(inner)
    ran = cli("definition", "diff", "lain.yaml", "--against", "HEAD")
    assert ran.code == 2
    assert "bukan repositori git" in ran.err


@pytest.mark.parametrize(
    "ref",
    ["tiada", "-", "--help", "--output=x", "terbit:config", "terbit config", "^terbit", ".."],
)
def test_a_ref_that_git_does_not_know_is_exit_2(
    ref: str, cli: Cli, files: Path, commit: Commit
) -> None:
    del commit
    ran = cli("definition", "diff", f"--against={ref}")
    assert (ran.code, ran.out) == (2, "")
    assert f"git tidak mengenal «{ref}»" in ran.err
    assert sorted(path.name for path in files.iterdir()) == [
        ".git",
        "config",
        "data.csv",
        "kota-kediri-2022.xlsx",
    ]


@pytest.mark.parametrize("ref", ["terbit", "terbit~0", "HEAD", "@", "refs/tags/terbit"])
def test_a_ref_is_whatever_names_a_state(ref: str, cli: Cli, commit: Commit) -> None:
    del commit
    assert cli("definition", "diff", "--against", ref).code == 0


@pytest.mark.attack("reading out of the project")
@pytest.mark.parametrize(
    ("name", "folder"),
    [("..\\x.yaml", "a"), ("C:x.yaml", "a"), ("x.yaml:y.yaml", "a"), ("x.yaml", "..")],
)
def test_a_name_that_is_another_place_on_windows_is_refused(
    name: str, folder: str, cli: Cli, files: Path, commit: Commit
) -> None:
    del commit

    def git(*words: str, given: bytes = b"") -> str:
        ran = subprocess.run(
            ["git", *words], cwd=files, check=True, capture_output=True, input=given
        )
        return ran.stdout.decode().strip()

    def tree(entry: bytes, inner: str) -> str:
        words = ("hash-object", "-w", "-t", "tree", "--literally", "--stdin")
        return git(*words, given=entry + b"\0" + bytes.fromhex(inner))

    blob = git("hash-object", "-w", "--stdin", given=BASE.encode())
    outer = tree(f"40000 {folder}".encode(), tree(f"100644 {name}".encode(), blob))
    ran = cli("definition", "diff", "--against", outer)
    assert (ran.code, ran.out) == (2, "")
    assert f"{folder}/{name}: nama ini di repositori" in ran.err
    assert not list(files.parent.glob("*x.yaml"))


def test_a_name_that_the_system_does_not_take_is_passed_over(
    cli: Cli, files: Path, commit: Commit
) -> None:
    commit()
    words = ("git", "hash-object", "-w", "-t", "tree", "--literally", "--stdin")
    blob = subprocess.check_output(["git", "rev-parse", "HEAD:config/dasar.yaml"], cwd=files)
    given = b"100644 panjang" + b"x" * 300 + b".yaml\0" + bytes.fromhex(blob.decode().strip())
    tree = subprocess.check_output(words, cwd=files, input=given).decode().strip()
    ran = cli("definition", "diff", "--against", tree, "--format", "json")
    assert (ran.code, states(ran)) == (0, {"anak": "new", "dasar": "new"})


def test_a_file_that_was_too_large_is_told(cli: Cli, files: Path, commit: Commit) -> None:
    write(files / "config" / "dasar.yaml", BASE + "#" * 1000)
    commit()
    write(files / "config" / "dasar.yaml", BASE)
    ran = cli(
        "definition",
        "diff",
        "--against",
        "HEAD",
        "--limit",
        "definition_bytes=900",
        "--format",
        "json",
    )
    assert states(ran)["dasar"] == "unreadable"
    assert '"D004"' in ran.out


# calls that make no sense


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "membandingkan dua definisi"),
        (("dasar",), "membandingkan dua definisi"),
        (("dasar", "anak", "dasar"), "«dasar» berlebih"),
        (("dasar", "tiada"), "definisi «tiada» tidak ditemukan"),
        (("dasar", "anak", "--data", "tiada.csv"), "tiada.csv: berkas atau folder ini tidak ada"),
        (("dasar", "anak", "--data", "data.csv", "--output", "data.csv"), "berkas ini juga dibaca"),
        (("dasar", "anak", "--output", "config/anak.yaml"), "berkas ini juga dibaca"),
        (("--against", "HEAD"), "bukan repositori git"),
    ],
)
@pytest.mark.usefixtures("files")
def test_a_call_that_makes_no_sense_is_exit_2(
    arguments: tuple[str, ...], said: str, cli: Cli
) -> None:
    ran = cli("definition", "diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("dasar", "anak", "--against", "HEAD", "--data", "data.csv"),
            "memakai satu definisi saja",
        ),
        (("six-pillars", "--against", "HEAD"), "tidak berada dalam repositori"),
    ],
)
def test_what_cannot_be_compared_with_a_ref_is_exit_2(
    arguments: tuple[str, ...], said: str, cli: Cli, commit: Commit
) -> None:
    del commit
    ran = cli("definition", "diff", *arguments)
    assert (ran.code, said in ran.err) == (2, True)


def test_a_repository_without_definitions_is_exit_2(cli: Cli, files: Path, commit: Commit) -> None:
    for path in (files / "config").iterdir():
        path.unlink()
    commit()
    ran = cli("definition", "diff", "--against", "HEAD")
    assert (ran.code, "tidak ada definisi" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["config/dasar.yaml", "config"])
def test_a_repository_that_lost_an_object_is_exit_2(
    name: str, cli: Cli, files: Path, commit: Commit
) -> None:
    del commit
    ran = subprocess.run(
        ["git", "rev-parse", f"terbit:{name}"], cwd=files, check=True, capture_output=True
    )
    lost = ran.stdout.decode().strip()
    (files / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    failed = cli("definition", "diff", "--against", "terbit")
    assert (failed.code, failed.out) == (2, "")
    assert "git ls-tree gagal" in failed.err or "git cat-file gagal" in failed.err


def test_a_repository_in_a_repository_is_no_definition(
    cli: Cli, files: Path, commit: Commit
) -> None:
    link = f"160000,{'1' * 40},config/lain.yaml"
    words = ("git", "update-index", "--add", "--cacheinfo", link)
    subprocess.run(words, cwd=files, check=True, capture_output=True)
    (files / "config" / "lain.yaml").mkdir()
    commit()
    ran = cli("definition", "diff", "--against", "HEAD", "--format", "json")
    assert (ran.code, states(ran)) == (0, {"anak": "same", "dasar": "same"})


def test_without_git_it_says_so(
    cli: Cli, commit: Commit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del commit
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = cli("definition", "diff", "--against", "HEAD")
    assert (ran.code, "git tidak ditemukan" in ran.err) == (2, True)


def test_a_definition_that_is_named_twice_is_compared_once(
    cli: Cli, files: Path, commit: Commit
) -> None:
    commit()
    (files / "config" / "dasar.yaml").write_text(SWAPPED, encoding="utf-8")
    once = cli("definition", "diff", "--against", "HEAD", "config/dasar.yaml")
    assert once.out.count("D304") == 1
    twice = cli("definition", "diff", "--against", "HEAD", "config/dasar.yaml", "dasar")
    assert (twice.code, twice.out, twice.err) == (once.code, once.out, once.err)


def test_with_classes_alone_changed_no_group_is_shown(files: Path, cli: Cli) -> None:
    (files / "baru.yaml").write_text(BASE.replace("below: 2", "below: 3"), encoding="utf-8")
    call = ("definition", "diff", "config/dasar.yaml", "baru.yaml", "--data", "data.csv")
    screen = cli(*call, "--detail", "--lang", "en").out
    assert "None of 3 units would move. 2 units change class." in screen
    assert "Layanan" not in screen


def test_a_unit_that_only_the_new_definition_reads_has_no_score_before(
    files: Path, cli: Cli
) -> None:
    more = BASE.replace("  - {id: b", "  - {id: c, kind: pillar, name: Baru}\n  - {id: b")
    (files / "baru.yaml").write_text(more, encoding="utf-8")
    rows = "Kota Satu,2023,a,1\nKota Satu,2023,b,1\nKota Dua,2023,c,3\n"
    (files / "data.csv").write_text(f"unit,year,code,Nilai asesor\n{rows}", encoding="utf-8")
    call = ("definition", "diff", "config/dasar.yaml", "baru.yaml", "--data", "data.csv")
    ran = cli(*call, "--allow-errors", "--detail", "--format", "json")
    units = json.loads(ran.out)["result"]["scores"]["units"]
    (new,) = [one for one in units if one["unit"] == "Kota Dua"]
    assert (new["before"], new["change"]) == (None, None)
