"""Every way of installing finds the shipped definitions."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import kediri_index
from tests.shipped import SHIPPED

ROOT = Path(__file__).parents[2]
LARGEST_WHEEL = 3_200_000
"""Bytes; half of them are the examples, which are packed already."""


def _python(*arguments: str, folder: Path, path: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment.pop("KEDIRI_INDEX_CONFIG", None)
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _listed(folder: Path, path: Path | None = None) -> set[str]:
    command = ("-m", "kediri_index", "definition", "list", "--format", "json")
    document = json.loads(_python(*command, folder=folder, path=path))
    return {one["id"] for one in document["result"]["definitions"]}


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _python("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), folder=folder)
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with nothing in it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    return folder


@pytest.fixture(scope="module")
def site(distributions: Path, environment: Path) -> Path:
    """The packages of that environment, once the wheel is unpacked there."""
    folder = Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_made_from_the_sdist_finds_them_from_any_folder(
    site: Path, tmp_path: Path
) -> None:
    assert _listed(tmp_path, site) == set(SHIPPED)


@pytest.mark.usefixtures("site")
def test_a_strict_type_checker_accepts_a_program_that_uses_every_public_name(
    environment: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    shutil.copy(Path(__file__).with_name("outside.py"), program)
    (used,) = (
        [name.name for name in one.names]
        for one in ast.parse(program.read_text(encoding="utf-8")).body
        if isinstance(one, ast.ImportFrom) and one.module == "kediri_index"
    )
    assert used == kediri_index.__all__
    scripts = sysconfig.get_path("scripts", "venv", {"base": str(environment)})
    _python(
        *("-m", "mypy", "--strict", "--no-incremental", "--cache-dir", os.devnull),
        *("--python-executable", str(Path(scripts) / "python"), program.name),
        folder=tmp_path,
    )


def test_the_wheel_is_typed_and_holds_the_schemas(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "kediri_index/py.typed" in names
    assert "kediri_index/config/pillars.yaml" in names
    assert "kediri_index/config/definition.schema.json" in names
    assert "kediri_index/schemas/score-1.schema.json" in names


def test_the_wheel_writes_reports(site: Path, tmp_path: Path) -> None:
    example = str(ROOT / "examples" / "kota-kediri-2022.xlsx")
    command = ("-m", "kediri_index", "report", example, "--all", "laporan")
    _python(*command, folder=tmp_path, path=site)
    written = tmp_path / "laporan" / "Kota Kediri 2022"
    page = written.with_suffix(".html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert zipfile.is_zipfile(written.with_suffix(".docx"))


def test_the_wheel_explains_codes_by_its_own_examples(site: Path, tmp_path: Path) -> None:
    command = ("-m", "kediri_index", "explain", "C110", "D211", "--lang", "en", "--format", "json")
    document = json.loads(_python(*command, folder=tmp_path, path=site))
    first, second = document["result"]["codes"]
    assert first["message"] == "not a number: «tiga»; this cell takes a number"
    assert second["message"].startswith("pelayanan weighs 30, but its children add up to 20")
    for one in (first, second):
        example = one["example"]
        folder = Path(example["folder"])
        assert folder == site / "kediri_index" / "examples" / "findings"
        assert all((folder / name).is_file() for name in example["files"])


def test_the_wheel_computes_the_published_results_again_from_any_folder(
    site: Path, tmp_path: Path
) -> None:
    command = ("-m", "kediri_index", "verify", "--published", "--format", "json")
    result = json.loads(_python(*command, folder=tmp_path, path=site))["result"]
    assert result["same"] is True
    assert result["figures"] == {"compared": 365, "different": 0}


def test_the_wheel_holds_every_example_and_stays_small(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    folder = ROOT / "examples" / "findings"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for path in folder.rglob("*"):
        if path.is_file():
            assert f"kediri_index/examples/findings/{path.relative_to(folder).as_posix()}" in names
    assert wheel.stat().st_size < LARGEST_WHEEL


def test_the_sdist_holds_the_definitions_examples_and_tests(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "config/pillars.yaml",
        "config/profile.yaml",
        "examples/kota-kediri-2022.xlsx",
        "tests/package/test_distributions.py",
        "LICENSE",
    } <= names


def test_the_source_tree_finds_them_from_any_folder(tmp_path: Path) -> None:
    assert _listed(tmp_path, ROOT / "src") == set(SHIPPED)


def test_the_version_is_the_same_everywhere() -> None:
    import tomllib  # noqa: PLC0415 - only here

    from kediri_index import __version__  # noqa: PLC0415 - likewise

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
