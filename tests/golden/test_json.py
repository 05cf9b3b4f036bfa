"""Whole envelopes of every command, in the folder ``json`` beside this test; see ``test_golden``.

Here are those that show what the others do not: a partial result, a waiver, a prepared value. All
are held to the published schemas by ``tests/docs/test_schemas.py``.
"""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.golden import test_golden
from tests.golden.test_golden import HERE, ROOT, Printed, assert_golden
from tests.runtime_of_page import put_runtime

printed = test_golden.printed

FAULTY = "examples/kota-contoh-salah/Dinas Lingkungan Hidup.xlsx"
WAIVED = ("--waivers", "examples/waivers.yaml", "--lang", "en")
SMALL = """\
kediri_index: 1
id: small
version: "1"
status: own
title: A small index
language: en
scale: {min: 0, max: 4}
missing: {answers: exclude, min_present: 0.1}
classes: [{name: low, below: 2}, {name: high}]
kinds: {pillar: {name: Pillar}}
groups:
  - {id: services, kind: pillar, name: Services, weight: 60}
  - {id: people, kind: pillar, name: People, weight: 40}
indicators:
  - {id: web, in: services, name: Pages, opd: [kominfo]}
  - {id: desk, in: services, name: Desk, opd: [dukcapil]}
  - {id: school, in: people, name: Schools, opd: [disdik]}
"""
MANY = [f"q{number}" for number in range(1, 25)]
"""So many answers of one geometric mean that contributions are estimated."""
PROFILE = """\
unit: Small Town
opd:
  - {id: kominfo, name: Office of Communication}
  - {id: dukcapil, name: Registry}
  - {id: disdik, name: Office of Education}
"""
ITEMS_BY_LEVEL = """\
{kediri_index: 1, id: bukti, version: "1", status: own, title: Bukti, year: 2026,
 scale: {min: 0, max: 2}, kinds: {pilar: {name: Pilar}}, groups: [{id: a, kind: pilar, name: A}],
 indicators: [{id: T-1, in: a, name: Tim, opd: kominfo,
   score: {method: levels, levels: {0: belum, 1: rintisan, 2: terkelola}},
   evidence: {1: [SK tim], 2: [Laporan rapat]}}]}
"""
ITEMS = ("--config", "items.yaml", "--profile", "team.yaml")
FILES = {
    "items.yaml": ITEMS_BY_LEVEL,
    "items/answers.csv": "Kode,Nilai mandiri\nT-1,1\n",
    "team.yaml": "{unit: Kota Uji, opd: [{id: kominfo, name: Dinas Kominfo}]}\n",
    "small.yaml": SMALL,
    "slips.yaml": SMALL.replace("weight: 60", "bobot: 60%").replace("name: Desk", "name: De: sk")
    + "language: en\n",
    "asked.yaml": SMALL.replace("name: Desk", "name: Desk, survey: {min_respondents: 3}").replace(
        "id: small", "id: asked"
    ),
    "asked.csv": "Timestamp,E-mail,Desk\n1 May 2026 8:00,a@b.id,3\n1 May 2026 9:00,c@d.id,4\n"
    "2 May 2026 8:30,e@f.id,2\n",
    "rest.csv": "Kode,Nilai mandiri\nweb,3\nschool,2\n",
    "prepared.yaml": SMALL.replace(
        "classes:",
        "prepare: [{impute: {method: median}}, {denominate: {web: staff}}]\nclasses:",
    ).replace('version: "1"', 'version: "2"'),
    "box-cox.yaml": SMALL.replace(
        "classes:",
        "prepare: [{treat: {method: winsorise_then_log, winmax: 0, log: box_cox, power: 0.5}}]\n"
        "classes:",
    ),
    "tall.csv": "unit,year,web,desk,school\nA,2026,0,2,3\nB,2026,0,2,3\nC,2026,0,2,3\n"
    "D,2026,0,2,3\nE,2026,3,2,3\n",
    "geometric.yaml": SMALL.partition("groups:")[0]
    + "aggregate: geometric\ngroups: [{id: services, kind: pillar, name: Services, weight: 1}]\n"
    + "indicators:\n"
    + "".join(f"  - {{id: {id_}, in: services, name: {id_.upper()}}}\n" for id_ in MANY),
    "old.csv": f"unit,year,{','.join(MANY)}\nSmall Town,2025{',2' * len(MANY)}\n",
    "new.csv": f"unit,year,{','.join(MANY)}\nSmall Town,2026{',3' * len(MANY)}\n",
    "more-old.csv": f"unit,year,{','.join(MANY)}\n"
    + "".join(f"{town},2025{',2' * len(MANY)}\n" for town in ("North", "South")),
    "more-new.csv": f"unit,year,{','.join(MANY)}\n"
    + "".join(f"{town},2026{',3' * len(MANY)}\n" for town in ("North", "South")),
    "profile.yaml": PROFILE,
    "2025/config/pillars.yaml": f"{SMALL}year: 2025\n",
    "2025/config/profile.yaml": PROFILE,
    "2025/masuk/2025.csv": "unit,year,web,desk,school\nSmall Town,2025,2,3,1\n",
    "2025.csv": "unit,year,web,desk,school\nSmall Town,2025,2,3,1\n",
    "2026.csv": "unit,year,web,desk,school\nSmall Town,2026,3,3,2\n",
    "two-old.csv": "unit,year,web,desk,school\nNorth,2025,2,3,1\nSouth,2025,3,3,3\n"
    "West,2025,1,1,1\nEast,2025,2,2,2\nOld,2025,4,4,4\n",
    "two-new.csv": "unit,year,web,desk,school\nNorth,2026,4,3,2\nSouth,2026,3,1,3\n"
    "West,2026,1,1,1\nEast,2026,,,\nNew,2026,4,4,4\n",
    "years.csv": "unit,year,web,desk,school\nNorth,2022,2,2,1\nSouth,2022,3,3,3\nNorth,2024,2,3,1\n"
    "West,2024,1,1,1\nSouth,2024,2,2,3\n",
    "sent/web.csv": "OPD,Office of Communication\nTahun,2026\n\nKode,Nilai mandiri\nweb,\n",
    "sent/desk.csv": "OPD,Registry\nTahun,2026\n\nKode,Nilai mandiri\ndesk,3\n",
    "half.csv": "Kode,Nilai mandiri,Nilai asesor\nweb,3,2\ndesk,three,\nschool,2,1\n",
    "nines.csv": "Kode,Nilai asesor\nweb,9\ndesk,9\nschool,9\n",
    "waves.csv": "unit,year,wave,web,desk,school\nNorth,2026,2017,3,2,1\nSouth,2026,2017,3,3,3\n"
    "West,2026,2018,1,1,1\nEast,2026,2018,n/a,n/a,n/a\nNew,2026,,4,4,4\nFar,2026,2019,n/a,n/a,n/a\n",
    "three.csv": "unit,year,web,desk,school,staff\nA,2026,2,2,3,2\nB,2026,2,,3,1\nC,2026,4,4,2,1\n",
}
HALF = ("half.csv", "--config", "small.yaml", "--allow-errors", "--lang", "en")
ASKED = ("--config", "asked.yaml", "--year", "2026", "--lang", "en")
DIFF = ("definition", "diff", "--lang", "en")
OF_REPOSITORY = {
    "template": (
        *("template", "--config", "six-pillars", "--opd", "disdik", "--year", "2026"),
        *("--output", "{}/disdik.xlsx"),
    ),
    "report": ("report", "examples/kota-kediri-2022.xlsx", "--output", "{}/report.md"),
    "check-marked": ("check", FAULTY, *WAIVED, "--mark", "{}/marked"),
}
"""Run in the repository; the braces stand for a folder of the test's own."""
OF_PROJECT = {
    "init": (
        *("init", "kota", "--config", "six-pillars"),
        *("--unit", "Kota Contoh", "--year", "2026"),
    ),
    "init-next-year": ("init", "2026", "--next-year", "2025"),
    "check-complete": (
        *("check", "sent", "--complete", "--config", "small.yaml", "--profile", "profile.yaml"),
        *("--lang", "en"),
    ),
    "check-range": ("check", "nines.csv", "--config", "small.yaml", "--unit", "Small Town"),
    "score-half": ("score", *HALF),
    "score-prepared": ("score", "three.csv", "--config", "prepared.yaml", "--detail"),
    "score-box-cox": ("score", "tall.csv", "--config", "box-cox.yaml", "--unit", "E"),
    "score-survey": ("score", "asked.csv", "rest.csv", *ASKED),
    "score-groups": (
        *("score", "waves.csv", "--config", "small.yaml", "--by", "wave", "--lang", "en"),
    ),
    "trace-surveyed": ("trace", "asked.csv", "rest.csv", "desk", *ASKED),
    "trace-survey": ("trace", "asked.csv", "rest.csv", *ASKED),
    "trace-half": ("trace", *HALF),
    "plan-frontier": (
        *("plan", "2026.csv", "--config", "small.yaml", "--target", "2.9"),
        *("--frontier", "--alternatives", "1"),
    ),
    "plan-evidence": ("plan", "items", *ITEMS, "--target", "2"),
    "status-evidence": ("status", "items", *ITEMS),
    "definition-show-evidence": ("definition", "show", "items.yaml"),
    "compare-agencies": ("compare", "2025.csv", "2026.csv", "--config", "small.yaml"),
    "compare-sampled": (
        *("compare", "old.csv", "new.csv", "--config", "geometric.yaml"),
        *("--limit", "seconds=1"),
    ),
    "compare-years": ("compare", "years.csv", "two-new.csv", "--config", "small.yaml"),
    "compare-units": ("compare", "two-old.csv", "two-new.csv", "--config", "small.yaml"),
    "compare-units-sampled": (
        *("compare", "more-old.csv", "more-new.csv", "--config", "geometric.yaml", "--detail"),
        *("--limit", "seconds=1"),
    ),
    "compare-units-detail": (
        *("compare", "two-old.csv", "two-new.csv", "--config", "small.yaml", "--detail"),
    ),
    "definition-lint-prepared": (
        *("definition", "lint", "prepared.yaml", "--data", "three.csv", "--lang", "en"),
    ),
    "definition-lint-fix": ("definition", "lint", "slips.yaml", "--fix", "--lang", "en"),
    "definition-diff-detail": (
        *(*DIFF, "small.yaml", "prepared.yaml", "--data", "three.csv", "--detail"),
    ),
    "definition-diff-against": (*DIFF, "--against", "HEAD"),
}
"""Run in a small project."""
FAILING = {"status-evidence", "check-range", "definition-lint-fix", "definition-diff-against"}


@pytest.mark.parametrize("name", OF_REPOSITORY)
def test_an_envelope_of_the_examples(name: str, printed: Printed, tmp_path: Path) -> None:
    call = [word.replace("{}", str(tmp_path)) for word in OF_REPOSITORY[name]]
    out = printed(*call, "--format", "json", code=int(name == "check-marked"))
    assert_golden(f"json/{name}.json", out.replace(str(tmp_path), "…"))


def test_the_envelope_of_a_page(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_runtime(tmp_path / "runtime", monkeypatch)
    monkeypatch.chdir(tmp_path)
    out = printed("page", "--format", "json")
    assert_golden("json/page.json", out.replace(str(ROOT), "…"))


@pytest.mark.parametrize("name", OF_PROJECT)
def test_an_envelope_of_a_small_project(
    name: str, printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file, text in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    call = OF_PROJECT[name]
    if "--against" in call:
        _commit_and_change(tmp_path, monkeypatch)
    out = printed(*call, "--format", "json", code=int(name in FAILING))
    assert_golden(f"json/{name}.json", out.replace(str(tmp_path), "…"))


def test_the_manifest_of_an_archive(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in ("small.yaml", "profile.yaml", "2025.csv"):
        (tmp_path / file).write_text(FILES[file], encoding="utf-8")
    for file in ("2026.csv", "~$2026.xlsx"):
        (tmp_path / "sent").mkdir(exist_ok=True)
        (tmp_path / "sent" / file).write_text(FILES["2026.csv"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    options = ("--config", "small.yaml", "--previous", "2025.csv", "--lang", "en")
    printed("bundle", "sent", *options, "--output", "archive.zip")
    with zipfile.ZipFile("archive.zip") as archive:
        assert_golden("json/bundle-manifest.json", archive.read("manifest.json").decode())


def _commit_and_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (folder / "config").mkdir()
    (folder / "config" / "small.yaml").write_text(SMALL, encoding="utf-8")
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "--quiet"), ("add", "config"), ("commit", "--quiet", "-m", "state")):
        subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)
    changed = SMALL.replace("weight: 60", "weight: 50").replace("weight: 40", "weight: 50")
    (folder / "config" / "small.yaml").write_text(changed, encoding="utf-8")


def test_no_envelope_is_left_over() -> None:
    made = {f"{name}.json" for name in (*OF_REPOSITORY, *OF_PROJECT, "bundle-manifest", "page")}
    assert {path.name for path in (HERE / "json").iterdir()} == made
