"""The package ``examples/metode-sendiri``, installed, then used from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import kediri_index

EXAMPLE = Path(__file__).parents[2] / "examples" / "metode-sendiri"
SOURCES = Path(kediri_index.__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the one of the example."""
    folder = tmp_path_factory.mktemp("site")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--target", str(folder))
    command = (sys.executable, "-m", "pip", "install", *options, str(EXAMPLE))
    subprocess.run(command, check=True, capture_output=True)
    return folder


def ran(*arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    paths = [str(one) for one in (path, SOURCES) if one is not None]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "KEDIRI_INDEX_LANG": "en"}
    command = [sys.executable, "-P", "-m", "kediri_index", *arguments, "--config", "puskesmas.yaml"]
    return subprocess.run(
        command, cwd=EXAMPLE, env=environment, capture_output=True, text=True, check=False
    )


def test_its_methods_score_explain_and_say_that_ties_are_not_sure(installed: Path) -> None:
    done = ran("score", "data.csv", "--format", "json", path=installed)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    found = {one["unit"]: one["overall"]["published"] for one in document["result"]["units"]}
    assert found == {
        "Puskesmas Satu": "90.09",
        "Puskesmas Dua": "61.67",
        "Puskesmas Tiga": "67.46",
    }
    (note,) = (one for one in document["findings"] if one["code"] == "S329")
    assert note["message"].startswith("computed in doubles, not exactly: logistic;")
    traced = ran("trace", "data.csv", "--unit", "Puskesmas Satu", "M-1", path=installed)
    assert "«logistic»: 1 ÷ (1 + e^-3.1)" in " ".join(traced.stdout.split())


def test_the_workbook_of_a_report_computes_by_its_formula(installed: Path, tmp_path: Path) -> None:
    book = tmp_path / "laporan.xlsx"
    asked = ("--unit", "Puskesmas Satu", "--format", "xlsx", "--output", str(book))
    done = ran("report", "data.csv", *asked, path=installed)
    assert done.returncode == 0, done.stderr
    formulas = [
        cell.value
        for sheet in openpyxl.load_workbook(book)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and "EXP(-0.1*(" in cell.value
    ]
    assert len(formulas) == 2


def test_a_definition_imports_only_what_an_installed_package_declares(
    installed: Path, tmp_path: Path
) -> None:
    # beside the definition lies the module, and nothing declares it
    refused = ran("score", "data.csv")
    assert refused.returncode == 2
    assert "D113" in refused.stderr
    assert "logistic" not in refused.stderr.split("the choices are:")[1].split("·")[0]
    # what is installed may be wrong: its name is known, and what it raises is said
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in installed.rglob("*"):
        if file.is_file() and file.suffix != ".pyc":
            target = broken / file.relative_to(installed)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    broken.joinpath("metode_sendiri.py").write_text("import nothing_of_this_name\n")
    done = ran("score", "data.csv", path=broken)
    assert done.returncode == 2
    assert "S328" in done.stderr
    assert "metode_sendiri:logistic" in done.stderr
    assert "No module named 'nothing_of_this_name'" in " ".join(done.stderr.split())
