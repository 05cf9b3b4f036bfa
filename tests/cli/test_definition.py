from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from tests.cli.conftest import ROOT
from tests.findings.building import ANSWERS
from tests.shipped import SHIPPED

if TYPE_CHECKING:
    from tests.cli.running import Cli

BROKEN = ANSWERS.replace("in: a, name: Waktu", "in: b, name: Waktu")
pytestmark = pytest.mark.usefixtures("project")


@pytest.mark.usefixtures("repository")
def test_list_names_the_definitions_in_reach(cli: Cli) -> None:
    ran = cli("definition", "list")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()[1:] if line[1] != " "] == SHIPPED
    assert "direkonstruksi" in ran.out
    assert "reconstructed" in cli("definition", "list", "--lang", "en").out


@pytest.mark.usefixtures("repository")
def test_list_in_json_tells_where_each_comes_from(cli: Cli) -> None:
    document = json.loads(cli("definition", "list", "--format", "json").out)
    assert document["schema"] == "kediri-index/definition-list/1"
    assert document["definition"] is None
    rows = document["result"]["definitions"]
    assert [row["id"] for row in rows] == SHIPPED
    assert rows[SHIPPED.index("kominfo-2022-reguler")] == {
        "id": "kominfo-2022-reguler",
        "version": "1",
        "status": "reconstructed",
        "title": "Evaluasi Smart City 2022 (reguler)",
        "superseded_by": None,
        "path": "config/kominfo-2022-reguler.yaml",
        "origin": "package",
    }


def test_list_passes_over_what_is_broken_and_keeps_its_name(cli: Cli, project: Path) -> None:
    (project / "config").mkdir()
    (project / "config" / "rusak.yaml").write_text(BROKEN, encoding="utf-8")
    ran = cli("definition", "list")
    assert ran.code == 0
    assert "config/rusak.yaml" in ran.out


def test_show_prints_how_children_are_combined_where_it_is_not_their_mean(
    cli: Cli, project: Path
) -> None:
    more = "aggregate: {mpi: -1}\naggregate_top: geometric\n"
    (project / "uji.yaml").write_text(ANSWERS + more, encoding="utf-8")
    shown = cli("definition", "show", "uji.yaml", "--lang", "en").out
    assert "Overall: geometric mean" in shown
    assert "Mazziotta–Pareto index (-1)" in shown
    document = json.loads(cli("definition", "show", "uji.yaml", "--format", "json").out)
    assert document["result"]["aggregate_top"] == "geometric"
    assert [one["aggregate"] for one in document["result"]["groups"]] == [{"mpi": -1}]
    resolved = cli("definition", "show", "uji.yaml", "--resolved").out
    assert "mpi: -1" in resolved


def test_show_prints_the_tree_with_effective_weights(cli: Cli) -> None:
    ran = cli("definition", "show", "kominfo-2022-reguler")
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split() for line in ran.out.splitlines()]
    assert ["Impact", "impact", "20", "%"] in lines
    assert ["Smart", "Living", "living", "3,3", "%"] in lines


METHODS = """\
prepare:
  - denominate: {B-1: penduduk}
  - impute: {method: group_mean, by: pulau}
  - screen: {min_present: 0.5}
  - treat: {method: winsorise, winmax: 3}
indicators:
  - {id: B-1, in: a, name: Satu, score: {method: quantile_bands, bands: [1, 2, 3.5], to: [1, 4]}}
  - {id: B-2, in: a, name: Dua, score: {method: levels, levels: {0: nol, 1.5: satu}}}
  - {id: B-3, in: a, name: Tiga, direction: lower,
     score: {method: bands, bands: [{below: 40, score: 1}, {score: 4}], outside: clip}}
  - {id: B-4, in: a, name: Empat, score: {method: z_score}}
  - {id: B-5, in: a, name: Lima, score: {method: goalposts, min: 100, max: 1e3, transform: log}}
"""


def test_show_prints_steps_and_the_parameters_of_methods(cli: Cli, project: Path) -> None:
    text = ANSWERS.partition("indicators:")[0] + METHODS
    (project / "uji.yaml").write_text(text, encoding="utf-8")
    out = " ".join(cli("definition", "show", "uji.yaml", "--lang", "id").out.split())
    assert "denominate (B-1: penduduk) → impute (method: group_mean, by: pulau, years: p" in out
    assert "quantile_bands (bands: 1; 2; 3,5, to: 1; 4) B-1" in out
    assert "levels (levels: 0; 1,5) B-2" in out
    assert "bands (bands: 1; 4, outside: clip) B-3" in out
    assert "goalposts (min: 100, max: 1000, transform: log) B-5" in out
    assert out.count("B-4") == 1  # as the method does it anyway
    result = json.loads(cli("definition", "show", "uji.yaml", "--format", "json").out)["result"]
    assert [list(step) for step in result["prepare"]] == [
        *(["denominate"], ["impute"], ["screen"], ["treat"])
    ]
    assert result["prepare"][0] == {"denominate": {"B-1": "penduduk"}}
    assert result["prepare"][3]["treat"]["winmax"] == 3
    rules = {one["id"]: one["score"] for one in result["indicators"]}
    assert rules["B-1"]["bands"] == [1, 2, 3.5]
    assert rules["B-1"]["to"] == [1, 4]
    assert rules["B-2"]["levels"] == {"0": "nol", "1.5": "satu"}
    assert rules["B-3"]["bands"] == [{"score": 1, "below": 40}, {"score": 4}]
    assert rules["B-3"]["outside"] == "clip"
    assert rules["B-4"]["sd"] == 1
    directions = {one["id"]: one["direction"] for one in result["indicators"]}
    assert directions["B-3"] == "lower"


@pytest.mark.usefixtures("repository")
def test_show_without_a_name_shows_what_score_would_use(cli: Cli) -> None:
    document = json.loads(cli("definition", "show", "--format", "json").out)
    assert document["schema"] == "kediri-index/definition-show/1"
    assert document["definition"]["path"] == "config/pillars.yaml"
    result = document["result"]
    first = ["id", "version", "status", "title", "superseded_by", "scale", "aggregate_top"]
    assert list(result)[:7] == first
    assert result["scale"] == {"min": 0, "max": 4}
    assert [group["id"] for group in result["groups"]] == [
        "baseline",
        "output",
        "outcome",
        "impact",
        "quick_win",
    ]
    assert {"id", "kind", "weight", "effective_weight", "name", "groups"} <= set(
        result["groups"][0]
    )
    first = result["indicators"][0]
    assert {"id", "in", "name", "unit", "opd", "effective_weight", "score"} <= set(first)
    assert (first["id"], first["in"], first["score"]["method"]) == (
        "BAS-01",
        "baseline",
        "as_given",
    )
    total = sum(one["effective_weight"] for one in result["indicators"])
    assert abs(total - 1) < 1e-9


def test_show_names_the_agencies_of_the_profile(cli: Cli, project: Path) -> None:
    (project / "profil.yaml").write_text(
        "unit: Kota Uji\nopd: [{id: dinkes, name: Dinas Kesehatan}]\nassign: {dinkes: ['BAS-*']}\n",
        encoding="utf-8",
    )
    ran = cli("definition", "show", "--profile", "profil.yaml", "--format", "json")
    indicators = json.loads(ran.out)["result"]["indicators"]
    assert indicators[0]["opd"] == ["dinkes"]
    assert indicators[-1]["opd"] == []


def test_show_resolved_is_a_definition_by_itself(cli: Cli, project: Path) -> None:
    ran = cli("definition", "show", "kominfo-2023-kppn", "--resolved")
    assert (ran.code, ran.err) == (0, "")
    tree = yaml.safe_load(ran.out)
    assert (tree["id"], "extends" in tree) == ("kominfo-2023-kppn", False)
    (project / "utuh.yaml").write_text(ran.out.replace("kominfo-2023-kppn", "utuh"), "utf-8")
    weights = []
    for reference in ("kominfo-2023-kppn", "utuh.yaml"):
        shown = cli("definition", "show", reference, "--format", "json")
        result = json.loads(shown.out)["result"]
        weights.append([(one["id"], one["effective_weight"]) for one in result["indicators"]])
    assert weights[0] == weights[1]


@pytest.mark.usefixtures("repository")
def test_lint_of_all_in_reach_finds_nothing_in_the_shipped_ones(cli: Cli) -> None:
    ran = cli("definition", "lint")
    assert ran.code == 0
    count = len(SHIPPED)
    assert ran.out == f" {count} berkas · {count} bersih · 0 galat, 0 peringatan, 0 catatan\n"


def test_a_projects_own_copy_of_the_shipped_definitions_is_no_fault(
    cli: Cli, project: Path
) -> None:
    shutil.copytree(ROOT / "config", project / "config")
    ran = cli("definition", "lint")
    assert (ran.code, "D303" in ran.out) == (0, False)
    document = json.loads(cli("definition", "list", "--format", "json").out)
    found = [(row["id"], row["origin"]) for row in document["result"]["definitions"]]
    assert found == [(name, "project") for name in SHIPPED]


def test_lint_of_a_broken_definition_is_exit_1_with_every_place(cli: Cli, project: Path) -> None:
    (project / "rusak.yaml").write_text(BROKEN, encoding="utf-8")
    ran = cli("definition", "lint", "rusak.yaml")
    assert (ran.code, ran.err) == (1, "")
    line = BROKEN[: BROKEN.index("in: b")].count("\n") + 1
    assert f"{line}:" in ran.out
    assert "D202" in ran.out
    document = json.loads(cli("definition", "lint", "rusak.yaml", "--format", "json").out)
    assert document["schema"] == "kediri-index/definition-lint/1"
    (finding,) = document["findings"]
    assert (finding["code"], finding["file"], finding["line"]) == ("D202", "rusak.yaml", line)
    assert (finding["sheet"], finding["cell"]) == (None, None)


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("error", 0), ("warning", 1), ("note", 1)]
)
def test_lint_fails_on_what_it_is_told_to(
    fail_on: str | None, code: int, cli: Cli, project: Path
) -> None:
    doubtful = ANSWERS.replace("in: a, name: Waktu", "in: a, weight: 2, name: Waktu")
    (project / "ragu.yaml").write_text(doubtful, encoding="utf-8")
    options = ["--fail-on", fail_on] if fail_on else []
    ran = cli("definition", "lint", "ragu.yaml", *options)
    assert "D214" in ran.out
    assert ran.code == code


@pytest.mark.parametrize("of", [[], ["definition"], ["profile"]])
def test_schema_is_a_json_schema(of: list[str], cli: Cli) -> None:
    ran = cli("definition", "schema", *of)
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    shipped = "profile" if of == ["profile"] else "definition"
    assert schema == json.loads(
        (ROOT / "config" / f"{shipped}.schema.json").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("command", ["list", "show", "lint", "schema"])
def test_each_can_be_written_to_a_file(command: str, cli: Cli, project: Path) -> None:
    printed = cli("definition", command)
    ran = cli("definition", command, "--output", "hasil.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (project / "hasil.txt").read_text(encoding="utf-8") == printed.out


def test_show_has_what_levels_ask_for_and_what_replaced_the_definition(
    cli: Cli, project: Path
) -> None:
    (project / "uji.yaml").write_text(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\n"
        "scale: {min: 1, max: 5}\nsuperseded_by: uji-2\nkinds: {pillar: {name: Pilar}}\n"
        "groups: [{id: p, kind: pillar, name: Induk}]\n"
        "indicators:\n  - id: a\n    in: p\n    name: Layanan\n"
        "    evidence: {2: [Surat keputusan]}\n",
        encoding="utf-8",
    )
    ran = cli("definition", "show", "uji.yaml")
    assert ran.code == 0, ran.err
    assert "uji-2" in ran.out
    assert "Surat keputusan" in ran.out


def test_show_has_the_score_of_each_level_where_it_is_not_the_level(
    cli: Cli, project: Path
) -> None:
    levels = "{1: {name: Rintisan, score: 0}, 2: {name: Kurang, score: 2}, 3: Terpadu}"
    (project / "d.yaml").write_text(
        ANSWERS.replace("name: Waktu", f"score: {{method: levels, levels: {levels}}}, name: Waktu"),
        encoding="utf-8",
    )
    ran = cli("definition", "show", "d.yaml")
    assert "levels: 1 = 0; 2 = 2; 3 = 3" in ran.out


def test_a_fault_at_an_empty_line_has_no_line_below_it(cli: Cli, project: Path) -> None:
    (project / "d.yaml").write_text("\n\n", encoding="utf-8")
    ran = cli("definition", "lint", "d.yaml", "--lang", "en")
    place, *rest = ran.out.partition("D009")[2].splitlines()
    assert rest[1:] == ["", " 1 file · 0 clean · 1 error, 0 warnings, 0 notes"], place
