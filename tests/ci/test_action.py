"""The composite action: what its scripts do with the inputs that GitHub hands them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.ci.routes import ACTION, CHECK, EXPRESSION, INSTALL, PYTHON, ROOT, Job
from tests.ci.shell import plant

SALAH = ROOT / "examples" / "kota-contoh-salah"
FAULTY = "Dinas Lingkungan Hidup.xlsx"
CLEAN = "Dinas Sosial.xlsx"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A job whose workspace has the sheets of a city, one with faults among them."""
    masuk = tmp_path / "work" / "masuk"
    masuk.mkdir(parents=True)
    job = Job(masuk.parent, tmp_path)
    for name in (FAULTY, CLEAN, "profile.yaml"):
        shutil.copy(SALAH / name, masuk)
    return job


def test_no_script_has_an_input_in_it() -> None:
    assert [step for step in (INSTALL, CHECK) if "${{" in step["run"]] == []


def test_every_input_reaches_a_step_and_every_output_comes_from_one() -> None:
    used = EXPRESSION.findall(yaml.safe_dump(ACTION["runs"], width=10_000))
    assert {one for one in used if one.startswith("inputs.")} == {
        f"inputs.{name}" for name in ACTION["inputs"]
    }
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.{CHECK['id']}.outputs.{name} }}}}"


def test_whatever_a_composite_action_must_say_is_said() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {step["shell"] for step in (INSTALL, CHECK)} == {"bash"}
    assert all(one["description"] for one in (*ACTION["inputs"].values(), ACTION))
    assert re.fullmatch(r"actions/setup-python@[0-9a-f]{40}", PYTHON["uses"])
    assert PYTHON["with"]["update-environment"] is False


def test_it_installs_itself_beside_the_jobs_own_python(job: Job) -> None:
    ran = job.install("/aksi/ber spasi")
    assert (ran.code, ran.err) == (0, "")
    assert job.shell.calls == [
        f"-I -m venv --clear {job.temp}/kediri-index",
        "-I -m pip install --quiet /aksi/ber spasi",
    ]


@pytest.mark.attack("code from the checkout")
def test_no_module_of_the_checkout_is_imported(job: Job) -> None:
    ran = plant(job.workspace)
    assert job.install("/aksi").code == 0
    assert job.check(paths="masuk").code == 1
    assert job.outputs["errors"] == "3"
    assert not ran.exists()


def test_findings_are_annotations_and_counted_and_end_the_step(job: Job) -> None:
    ran = job.check(lang="en", reports="junit=hasil cek.xml\r\n\nmd=hasil.md\n")
    assert ran.code == 1
    assert ran.out.count("::error file=masuk/Dinas Lingkungan Hidup.xlsx,title=C") == 3
    assert "not filled in" in ran.out
    assert job.outputs == {
        "exit-code": "1",
        "files": "2",
        "errors": "3",
        "warnings": "0",
        "notes": "0",
        "waived": "0",
    }
    assert set(job.outputs) == set(ACTION["outputs"])
    assert "<failure" in (job.workspace / "hasil cek.xml").read_text(encoding="utf-8")
    assert (job.workspace / "hasil.md").is_file()


def test_paths_are_one_a_line_with_their_spaces_and_patterns(job: Job) -> None:
    ran = job.check(paths=f"masuk/{CLEAN}\r\n\nmasuk/Dinas Ling*.xlsx\n")
    assert (ran.code, job.outputs["files"]) == (1, "2")
    (job.workspace / "-x.xlsx").write_bytes((SALAH / CLEAN).read_bytes())
    job.files["GITHUB_OUTPUT"].write_text("")
    assert job.check(paths="-x.xlsx", profile="masuk/profile.yaml").code == 0
    assert job.outputs["files"] == "1"


def test_what_does_not_fit_into_annotations_is_in_the_summary(job: Job) -> None:
    ran = job.check(paths=str(SALAH), lang="en")
    assert ran.code == 1
    assert sum(line.startswith("::") for line in ran.out.splitlines()) == 10
    assert "| C101 |" in job.summary.replace("`", "")


def test_waivers_definition_and_what_ends_the_step_are_the_checks_own(job: Job) -> None:
    shutil.copy(ROOT / "examples" / "waivers.yaml", job.workspace)
    (job.workspace / "masuk" / CLEAN).unlink()
    shutil.copy(ROOT / "config" / "pillars.yaml", job.workspace / "def inisi.yaml")
    ran = job.check(waivers="waivers.yaml", config="def inisi.yaml", fail_on="note")
    assert ran.code == 1
    assert (job.outputs["errors"], job.outputs["waived"]) == ("2", "1")


def test_marked_copies_are_written_where_asked(job: Job) -> None:
    ran = job.check(mark="hasil cek", lang="en")
    assert ran.code == 1
    assert [path.name for path in (job.workspace / "hasil cek").iterdir()] == [FAULTY]


HOSTILE = ("$(touch kena)", "`touch kena`", "; touch kena", '" && touch kena; "', "x\ntouch kena")


@pytest.mark.attack("shell")
@pytest.mark.parametrize("name", ["paths", "config", "reports"])
def test_nothing_in_an_input_is_ever_run(name: str, job: Job) -> None:
    for value in HOSTILE:
        job.files["GITHUB_OUTPUT"].write_text("")
        ran = job.check(**{name: value})
        assert ran.code == 2
        assert job.outputs == {"exit-code": "2"}
    assert {path.name for path in job.workspace.iterdir()} == {"masuk"}


def test_nothing_is_run_when_all_inputs_are_hostile_at_once(job: Job) -> None:
    for value in HOSTILE:
        names = (name for name in ACTION["inputs"] if name != "python-version")
        assert job.check(**dict.fromkeys(names, value)).code == 2
    assert {path.name for path in job.workspace.iterdir()} == {"masuk"}
