from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from tests.cli.running import Cli

EXAMPLE = ROOT / "examples" / "wilayah-contoh"
WEIGHTS = ("definition", "weights", "indeks.yaml", "--data", "wilayah.csv", "--method", "critic")
EN = ("--lang", "en")


@pytest.fixture
def regions(project: Path) -> Path:
    """A folder with the invented index and its twenty regions."""
    for file in EXAMPLE.iterdir():
        shutil.copy(file, project)
    return project


def overalls(cli: Cli, config: str) -> dict[str, tuple[float, int]]:
    document = json.loads(cli("score", "wilayah.csv", "--config", config, "--format", "json").out)
    units = document["result"]["units"]
    return {one["unit"]: (one["overall"]["score"], one["overall"]["rank"]) for one in units}


@pytest.mark.parametrize("method", ["pca", "entropy", "equal-influence", "critic"])
@pytest.mark.usefixtures("regions")
def test_what_is_written_loads_and_scores_as_it_was_said_to(method: str, cli: Cli) -> None:
    ran = cli(*WEIGHTS[:-1], method, "--output", "bobot.yaml", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result = json.loads(ran.out)["result"]
    assert (result["method"], result["output"]) == (method, "bobot.yaml")
    after = {one["unit"]: (one["score_after"], one["rank_after"]) for one in result["units"]}
    assert overalls(cli, "bobot.yaml") == after
    before = {one["unit"]: (one["score_before"], one["rank_before"]) for one in result["units"]}
    assert overalls(cli, "indeks.yaml") == before != after
    shown = json.loads(cli("definition", "show", "bobot.yaml", "--format", "json").out)["result"]
    effective = {one["id"]: one["effective_weight"] for one in shown["indicators"]}
    assert effective == {one["id"]: one["after"] for one in result["effective_weights"]}
    assert shown["id"] == f"wilayah-contoh-{method}"


@pytest.mark.usefixtures("regions")
def test_a_sum_of_weights_that_is_stated_stays(cli: Cli, regions: Path) -> None:
    index = regions / "indeks.yaml"
    index.write_text(index.read_text(encoding="utf-8") + "weights_sum: 100\n", encoding="utf-8")
    assert cli(*WEIGHTS, "--output", "bobot.yaml").code == 0
    assert cli("definition", "lint", "bobot.yaml", "--fail-on", "error").code == 0


def test_weights_of_the_whole_become_shares_among_siblings(cli: Cli, regions: Path) -> None:
    index = regions / "indeks.yaml"
    text = index.read_text(encoding="utf-8")
    for leaf, weight in (("LAY-1", 10), ("LAY-2", 5)):
        text = re.sub(
            rf"(?m)^  - id: {leaf}((\n    (?!weight).*)*)\n    weight: .*",
            rf"  - id: {leaf}\1\n    weight: {weight}",
            text,
        )
    for leaf in ("KES-1", "KES-2", "KES-3", "DIK-1", "DIK-2", "DIK-3"):
        text = text.replace(f"  - id: {leaf}", f"  - weight: 10\n    id: {leaf}")
    for leaf in ("HID-1", "HID-2"):
        text = text.replace(f"  - id: {leaf}", f"  - weight: 12.5\n    id: {leaf}")
    index.write_text(f"{text}weights_of: whole\n", encoding="utf-8")
    assert cli("definition", "lint", "indeks.yaml").code == 0
    result = json.loads(cli(*WEIGHTS, "--output", "bobot.yaml", "--format", "json").out)["result"]
    assert cli("definition", "lint", "bobot.yaml").code == 0
    after = {one["unit"]: (one["score_after"], one["rank_after"]) for one in result["units"]}
    assert overalls(cli, "bobot.yaml") == after


@pytest.mark.usefixtures("regions")
def test_a_file_that_is_there_is_replaced_only_by_force(cli: Cli, regions: Path) -> None:
    assert cli(*WEIGHTS, "--output", "bobot.yaml").code == 0
    first = (regions / "bobot.yaml").read_bytes()
    again = (*WEIGHTS[:-1], "entropy", "--output", "bobot.yaml")
    ran = cli(*again, *EN)
    assert (ran.code, ran.out) == (2, "")
    assert (regions / "bobot.yaml").read_bytes() == first
    assert cli(*again, "--force").code == 0
    assert (regions / "bobot.yaml").read_bytes() != first
    own = cli(*WEIGHTS, "--output", "indeks.yaml", "--force")
    assert own.code == 2
    assert own.err.startswith("kediri-index: galat: indeks.yaml: berkas ini juga dibaca")


@pytest.mark.usefixtures("regions")
def test_a_definition_is_not_written_where_it_could_not_reach_its_base(
    cli: Cli, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("elsewhere") / "bobot.yaml"
    ran = cli(*WEIGHTS, "--output", str(away), *EN)
    assert (ran.code, ran.out) == (2, "")
    assert "outside its project folder" in ran.err
    assert not away.exists()
    assert cli(*WEIGHTS, "--output", str(away), "--allow-outside").code == 0
    scored = cli("score", "wilayah.csv", "--config", str(away), "--allow-outside")
    assert scored.code == 0


@pytest.mark.usefixtures("regions")
def test_the_definition_stands_alone_on_standard_output(cli: Cli, regions: Path) -> None:
    ran = cli(*WEIGHTS, "--output", "-", *EN)
    assert ran.code == 0
    assert "S517" in ran.err
    (regions / "sama.yaml").write_text(ran.out, encoding="utf-8")
    assert cli(*WEIGHTS, "--output", "bobot.yaml", *EN).code == 0
    assert (regions / "bobot.yaml").read_text(encoding="utf-8") == ran.out
    assert cli(*WEIGHTS, "--output", "-", "--format", "json").code == 2


@pytest.mark.usefixtures("regions")
def test_what_is_to_be_typed_next_writes_the_file(cli: Cli) -> None:
    said = cli(*WEIGHTS, *EN).err.splitlines()[-1]
    assert said == (
        " Write them as a definition: kediri-index definition weights --config indeks.yaml "
        "--data wilayah.csv --method critic --output FILE.yaml"
    )


def test_without_data_or_with_too_few_units_nothing_is_proposed(cli: Cli, regions: Path) -> None:
    ran = cli("definition", "weights", "indeks.yaml", *EN)
    assert (ran.code, ran.out) == (2, "")
    assert "--data" in ran.err
    head = (regions / "wilayah.csv").read_text(encoding="utf-8").splitlines()[:3]
    (regions / "dua.csv").write_text("\n".join(head) + "\n", encoding="utf-8")
    two = ("definition", "weights", "indeks.yaml", "--data", "dua.csv", "--output", "b.yaml")
    ran = cli(*two, *EN)
    assert (ran.code, ran.out) == (1, "")
    assert "S510" in ran.err
    assert not (regions / "b.yaml").exists()
    assert json.loads(cli(*two, "--format", "json").out)["result"] is None


def test_nothing_is_written_where_every_group_keeps_its_weights(cli: Cli, regions: Path) -> None:
    index = regions / "indeks.yaml"
    text = index.read_text(encoding="utf-8")
    index.write_text(f"{text}aggregate: min\n", encoding="utf-8")
    ran = cli(*WEIGHTS, "--output", "bobot.yaml", *EN)
    assert ran.code == 1
    assert "No weights are proposed: every group keeps its own." in ran.out
    assert ran.out.count("S515") == 5
    assert not (regions / "bobot.yaml").exists()
    assert cli(*WEIGHTS).code == 0


def test_errors_in_the_data_forbid_weights_unless_they_are_allowed(cli: Cli, regions: Path) -> None:
    data = regions / "wilayah.csv"
    rows = data.read_text(encoding="utf-8").splitlines()
    cells = rows[1].split(",")
    cells[-1] = "banyak"
    data.write_text("\n".join([rows[0], ",".join(cells), *rows[2:]]) + "\n", encoding="utf-8")
    ran = cli(*WEIGHTS, *EN)
    assert (ran.code, ran.out) == (1, "")
    assert "--allow-errors" in ran.err.splitlines()[-1]
    allowed = json.loads(cli(*WEIGHTS, "--allow-errors", "--format", "json").out)
    assert allowed["partial"] is True
    left_out = {one["id"]: one["left_out"] for one in allowed["result"]["groups"]}
    assert left_out["pelayanan"] == 1


@pytest.mark.usefixtures("regions")
def test_screens_stand_within_80_columns(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("id", "en"):
        for method in ("pca", "critic"):
            out = cli(*WEIGHTS[:-1], method, "--lang", language).out
            assert max(map(len, out.splitlines())) <= 80
