"""The ways in which a repository is checked by itself: the action, ``init``'s files, the hooks."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from kediri_index.model.profile import Ci
from kediri_index.present.project_files import PATHS
from tests.ci.shell import Done, Shell

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PYTHON, INSTALL, CHECK = ACTION["runs"]["steps"]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
WHEEL = "/wheels/kediri_index-0.1.0-py3-none-any.whl"

EXPRESSION = re.compile(r"\$\{\{ *(\S+) *\}\}")


class Job:
    """A job of the action on a runner of GitHub, in *workspace*; all else is made in *folder*."""

    def __init__(self, workspace: Path, folder: Path) -> None:
        self.workspace = workspace
        self.temp = folder / "temp"
        self.shell = Shell(self.workspace, self.temp / "kediri-index" / "bin")
        self.files = {
            "GITHUB_OUTPUT": folder / "output",
            "GITHUB_STEP_SUMMARY": folder / "summary",
        }
        for path in self.files.values():
            path.touch()

    def run(self, step: Mapping[str, Any], values: Mapping[str, str]) -> Done:
        """Run a step, each expression in its ``env`` replaced by its value."""
        filled = {
            name: EXPRESSION.sub(lambda found: values[found[1]], text)
            for name, text in step["env"].items()
        }
        files = {name: str(path) for name, path in self.files.items()}
        runner = {"GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(self.temp), **files}
        return self.shell.run(step["run"], {**runner, **filled}, options="-eo pipefail")

    def install(self, source: str) -> Done:
        python = str(self.shell.programs / "python")
        known = {"steps.python.outputs.python-path": python, "github.action_path": source}
        return self.run(INSTALL, known)

    def check(self, **inputs: str) -> Done:
        defaults = {name: one["default"] for name, one in ACTION["inputs"].items()}
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        return self.run(CHECK, {f"inputs.{name}": one for name, one in (defaults | given).items()})

    @property
    def outputs(self) -> dict[str, str]:
        lines = self.files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        return self.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")


class Workflow:
    """The job of the file that ``init`` has written for *ci* into *project*."""

    def __init__(self, ci: Ci, project: Path, folder: Path) -> None:
        installed = "kediri-index" if ci is Ci.GITHUB else ".kediri-index"
        self._shell = Shell(project, folder / installed / "bin")
        document: dict[str, Any] = yaml.safe_load((project / PATHS[ci]).read_text(encoding="utf-8"))
        if ci is Ci.GITHUB:
            job = document["jobs"]["check"]
            self._scripts = [step["run"] for step in job["steps"] if "run" in step]
            self._variables = {**job["env"], "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(folder)}
        else:
            job = document["check"]
            self._scripts = ["\n".join(job["script"])]
            self._variables = {**job["variables"], "CI_BUILDS_DIR": str(folder)}

    def run(self, source: str = WHEEL) -> Done:
        """Run all commands of the job, until one fails, as the CI does."""
        for script in self._scripts:
            settings = {**self._variables, "KEDIRI_INDEX_SOURCE": source}
            ran = self._shell.run(script, settings, options="-eo pipefail")
            if ran.code:
                break
        return ran


def named(hook: Mapping[str, Any], folder: Path) -> list[str]:
    """Return the files in *folder* that pre-commit names to *hook* where all are new: no links."""
    paths = (one for one in sorted(folder.rglob("*")) if one.is_file() and not one.is_symlink())
    files = [path.relative_to(folder).as_posix() for path in paths]
    excluded = hook.get("exclude", "^$")
    return [one for one in files if re.search(hook["files"], one) and not re.search(excluded, one)]


def words(hook: Mapping[str, Any], files: Sequence[str]) -> list[str]:
    """Return what pre-commit calls the program with, for *hook* and the *files* named to it."""
    program, *said = shlex.split(hook["entry"])
    assert program == "kediri-index"
    return [*said, *hook.get("args", []), *files]
