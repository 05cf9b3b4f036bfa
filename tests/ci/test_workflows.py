"""The checks that GitHub and GitLab run by themselves, as ``init`` writes and a page shows them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kediri_index.cli.run import run
from kediri_index.model.language import Language
from kediri_index.model.profile import Ci
from kediri_index.present.project_files import PATHS, ci_text
from tests.ci.routes import ROOT, Workflow
from tests.ci.shell import Done, plant

PAGE = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)

CiRun = Callable[..., Done]


@pytest.fixture(params=PATHS)
def ci(request: pytest.FixtureRequest) -> Ci:
    return Ci(request.param)


@pytest.fixture
def project(ci: Ci, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project folder as ``init`` leaves it."""
    folder = tmp_path / "kota"
    assert run(["init", str(folder), "--ci", ci, "--config", "six-pillars", "--lang", "en"]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def ci_run(ci: Ci, project: Path, tmp_path: Path) -> CiRun:
    """Return a function that runs all commands of the job, until one fails, as the CI does."""
    return Workflow(ci, project, tmp_path).run


def test_a_new_project_passes(ci_run: CiRun) -> None:
    assert ci_run().code == 0


@pytest.mark.attack("code from the checkout")
def test_it_installs_what_the_repository_says_and_never_by_name(
    ci_run: CiRun, tmp_path: Path
) -> None:
    for source in (
        "",
        "kediri-index",
        "kediri-index==0.1.0",
        "kediri_index @ https://a.test/a.zip",
    ):
        ran = ci_run(source)
        assert (ran.code, "KEDIRI_INDEX_SOURCE" in ran.err) == (2, True)
    assert not list(tmp_path.glob("*kediri-index/calls.txt"))
    commit = f"git+https://a.test/kediri-index@{'a' * 40}"
    assert ci_run(commit).code == 0
    (calls,) = tmp_path.glob("*kediri-index/calls.txt")
    made, installed = calls.read_text(encoding="utf-8").splitlines()
    assert made == f"-I -m venv --clear {calls.parent}"
    assert installed == f"-I -m pip install --quiet {commit}"


@pytest.mark.attack("code from the checkout")
def test_no_module_of_the_checkout_is_imported(ci_run: CiRun, project: Path) -> None:
    ran = plant(project)
    assert ci_run().code == 0
    assert not ran.exists()


BUILDING = (ROOT / ".github" / "workflows" / "program.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", [ci_text(Ci.GITHUB, Language.EN), BUILDING])
def test_actions_are_pinned_and_the_token_is_not_kept(workflow: str) -> None:
    job = yaml.safe_load(workflow)
    assert job["permissions"] == {"contents": "read"}
    (steps,) = (one["steps"] for one in job["jobs"].values())
    used = [step["uses"] for step in steps if "uses" in step]
    assert [one for one in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one)] == []
    assert steps[0]["with"] == {"persist-credentials": False}


def test_a_sheet_with_faults_fails_with_a_report_in_the_projects_language(
    ci: Ci, ci_run: CiRun, project: Path
) -> None:
    source = ROOT / "examples" / "kota-contoh-salah" / "Dinas Lingkungan Hidup.xlsx"
    shutil.copy(source, project / "masuk")
    ran = ci_run()
    assert ran.code == 1
    assert "not filled in" in ran.out
    assert ran.out.startswith("::error") is (ci is Ci.GITHUB)
    assert "<failure" in (project / "check.xml").read_text(encoding="utf-8")


def test_a_sheet_that_cannot_be_read_is_not_passed_over(ci_run: CiRun, project: Path) -> None:
    (project / "masuk" / "Dinas Sosial.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert ci_run().code == 1


def test_a_folder_of_sheets_that_is_gone_is_not_passed_over(ci_run: CiRun, project: Path) -> None:
    shutil.rmtree(project / "masuk")
    assert ci_run().code == 2


def test_a_broken_definition_fails(ci_run: CiRun, project: Path) -> None:
    with (project / "config" / "pillars.yaml").open("a", encoding="utf-8") as file:
        file.write("tanpa_arti: 1\n")
    ran = ci_run()
    assert ran.code == 1
    assert "pillars.yaml" in ran.out


def test_the_page_shows_what_init_writes(ci: Ci) -> None:
    assert ci_text(ci, Language.ID) in BLOCKS


def test_every_block_of_the_page_is_yaml() -> None:
    assert all(yaml.safe_load(block) for block in BLOCKS)


def test_the_page_tells_of_every_input_and_output_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    rows = re.findall(r"^\| `([a-z-]+)` \|.*\| (\S.*) \|$", PAGE, re.MULTILINE)
    assert [name for name, _ in rows] == list(action["inputs"])
    for name, default in rows:
        if default.startswith("`"):
            assert action["inputs"][name]["default"] == default.strip("`")
    told = PAGE.partition("Its outputs are ")[2].partition(";")[0]
    assert re.findall("`([a-z-]+)`", told) == list(action["outputs"])
    (used,) = (
        step["with"]
        for block in BLOCKS
        if "OWNER/kediri-index@" in block
        for step in yaml.safe_load(block)["jobs"]["check"]["steps"]
        if "OWNER/" in step["uses"]
    )
    assert set(used) <= set(action["inputs"])
