"""Completion: the scripts for shells, and what they get when they ask."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.cli.options import completer
from kediri_index.cli.process import COMPLETING
from kediri_index.messages.catalogue import CATALOGUE
from tests.cli.test_process import environment, process

if TYPE_CHECKING:
    from tests.cli.running import Cli

SHELLS = {
    "bash": "complete -o default -F _kediri_index_completion kediri-index",
    "zsh": "compdef _kediri_index_completion kediri-index",
    "fish": "complete --command kediri-index",
    "powershell": "Register-ArgumentCompleter -Native -CommandName kediri-index",
    "pwsh": "Register-ArgumentCompleter -Native -CommandName kediri-index",
}
ASK = """\
eval "$SCRIPT"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_kediri_index_completion kediri-index
printf '%s\\n' "${COMPREPLY[@]}"
"""
Complete = Callable[..., list[str]]


@pytest.fixture(scope="module")
def script() -> str:
    """What a ``.bashrc`` evaluates."""
    return process("--show-completion", "bash").stdout


@pytest.fixture
def complete(tmp_path: Path, script: str) -> Complete:
    """Return a function that lets bash complete a line of words, in an empty folder."""
    program = tmp_path / "bin" / "kediri-index"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kediri_index "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "folder"
    folder.mkdir()

    def ask(*words: str, **variables: str) -> list[str]:
        known = environment(variables)
        ran = subprocess.run(
            ["bash", "--norc", "-c", ASK, "bash", "kediri-index", *words],
            cwd=folder,
            env=known | {"PATH": f"{program.parent}:{known['PATH']}", "SCRIPT": script},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert ran.stderr == ""
        return ran.stdout.split()

    return ask


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("form", ["--show-completion {}", "--show-completion={}"])
def test_the_script_of_a_shell_is_shown(form: str, shell: str, cli: Cli) -> None:
    ran = cli(*form.format(shell).split())
    assert (ran.code, ran.err) == (0, "")
    assert SHELLS[shell] in ran.out


def test_an_unknown_shell_is_a_wrong_call_that_names_the_known_ones(cli: Cli) -> None:
    ran = cli("--show-completion", "zssh")
    assert (ran.code, ran.out) == (2, "")
    assert "--show-completion: «zssh» tidak dikenal; terdekat: zsh" in ran.err
    assert "bash, zsh, fish, powershell, pwsh" in ran.err


def test_bash_completes_commands(complete: Complete) -> None:
    assert complete("") == [
        *(
            "init",
            "template",
            "status",
            "check",
            "score",
            "compare",
            "trace",
            "plan",
            "robustness",
            "report",
            "page",
            "bundle",
            "verify",
            "explain",
            "definition",
        )
    ]
    assert complete("ex") == ["explain"]
    assert complete("definition", "") == ["list", "show", "lint", "diff", "weights", "schema"]


def test_bash_completes_options_and_their_choices(complete: Complete) -> None:
    assert complete("check", "--fo") == ["--format", "--force"]
    assert complete("check", "isian.xlsx", "--format", "") == [
        *("text", "html", "json", "jsonl", "github", "junit", "md")
    ]
    assert complete("init", "--ci", "") == ["github", "gitlab", "none"]
    assert complete("--show-completion", "z") == ["zsh"]


def test_bash_completes_codes_in_either_case(complete: Complete) -> None:
    tens = [code for code in sorted(CATALOGUE) if code.startswith("C12")]
    assert complete("explain", "C12") == tens
    assert complete("explain", "C121", "c12") == [code.lower() for code in tens]


def test_bash_completes_the_ids_of_definitions(complete: Complete) -> None:
    assert complete("score", "--config", "kominfo-2022") == [
        "kominfo-2022-kppn",
        "kominfo-2022-reguler",
    ]
    assert complete("definition", "show", "--config", "six") == ["six-pillars"]
    assert complete("init", "--config", "six") == ["six-pillars"]
    assert complete("definition", "diff", "six-pillars", "six") == ["six-pillars"]


def test_what_zsh_is_told_is_in_the_language_of_the_user() -> None:
    ran = process(
        _KEDIRI_INDEX_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="kediri-index ex",
        KEDIRI_INDEX_LANG="en",
    )
    assert ran.stdout == (
        '_arguments \'*: :(("explain":"Explains codes of findings, by example."))\'\n'
    )


@pytest.mark.parametrize(("line", "code"), [("kediri-index ex", 0), ("kediri-index zz", 1)])
def test_fish_is_told_by_the_exit_code_whether_there_is_anything(line: str, code: int) -> None:
    ran = process(
        _KEDIRI_INDEX_COMPLETE="complete_fish",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="is-args",
    )
    assert (ran.returncode, ran.stdout) == (code, "")


def test_the_script_is_installed_where_the_shell_looks(tmp_path: Path) -> None:
    ran = process("--install-completion", "bash", HOME=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (0, "")
    script = tmp_path / ".bash_completions" / "kediri-index.sh"
    assert str(script) in ran.stderr
    assert SHELLS["bash"] in script.read_text(encoding="utf-8")
    assert str(script) in (tmp_path / ".bashrc").read_text(encoding="utf-8")


def test_while_no_shell_asks_there_is_nothing_that_completes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [completer(what) for what in ("codes", "definitions", "shells")] == [None, None, None]
    monkeypatch.setenv(COMPLETING, "complete_bash")
    complete_shell = completer("shells")
    assert complete_shell is not None
    assert complete_shell("") == list(SHELLS)


@pytest.mark.attack("shell")
def test_only_what_may_be_an_id_is_ever_inserted(complete: Complete, tmp_path: Path) -> None:
    config = tmp_path / "folder" / "config"
    config.mkdir()
    hostile = (
        "$(touch kena)",
        "`touch kena`",
        "a;touch kena",
        "a b",
        "'",
        "-x",
        "kota\\ntouch",
        "é",
    )
    for number, name in enumerate((*hostile, "kota-baik")):
        text = f'kediri_index: 1\nid: "{name}"\n'
        (config / f"{number}.yaml").write_text(text, encoding="utf-8")
    assert complete("score", "--config", "kota") == ["kota-baik"]
    assert all(re.fullmatch("[a-z0-9-]+", one) for one in complete("score", "--config", ""))
    assert [path.name for path in config.parent.iterdir()] == ["config"]
