"""Every command in the documents is run, and prints what they say."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from tests.cli.running import run_program
from tests.docs.walking import GUIDES, PANDUAN, ROOT, TUTORIALS

DOCUMENTS = sorted(
    path
    for path in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md"))
    if "```console" in path.read_text(encoding="utf-8")
    and path not in (*TUTORIALS, *GUIDES, *PANDUAN)
)
WRITING = {"bundle", "init", "report", "template"}
"""Commands whose files must not stay."""

ARCHIVE = "arsip-2022.zip"
"""What the page about archives writes, and then verifies."""
_SHA256 = re.compile(r"\bsha256 [0-9a-f]{64}\b")
"""Of a file that is another with each version of the program."""

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def _runs(document: Path) -> Iterator[tuple[str, str]]:
    """Yield each command of a document with the output that stands below it."""
    for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        for run_text in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = run_text.partition("\n")
            yield command, output


_SHOWN = {run_: document for document in DOCUMENTS for run_ in _runs(document)}
"""The same command with the same output runs once, however many documents show it."""

CASES = [
    pytest.param(command, output, id=f"{document.relative_to(ROOT)}: {command}")
    for (command, output), document in _SHOWN.items()
]


def test_the_documents_have_commands() -> None:
    assert CASES


@pytest.mark.parametrize(("command", "output"), CASES)
def test_a_command_prints_what_its_document_says(
    command: str,
    output: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    pytestconfig: pytest.Config,
) -> None:
    program = pytestconfig.getoption("--program")
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.delenv("KEDIRI_INDEX_LANG", raising=False)
    words = shlex.split(command, comments=True)
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        monkeypatch.setenv(name, value)
    assert words.pop(0) == "kediri-index"
    verifies = words[:2] == ["verify", ARCHIVE]
    writes = words[0] in WRITING or "--mark" in words
    for name in ("config", "examples") if writes or verifies else ():
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path if writes or verifies else ROOT)
    if verifies:
        run(["bundle", "examples/kota-kediri-2022.xlsx", "--output", ARCHIVE])
        capsys.readouterr()
    if program is None:
        monkeypatch.setattr("sys.argv", ["kediri-index", *words])
        run(words)
        out = capsys.readouterr().out
    else:
        out = run_program(program, *words).out
    printed, shown = (_SHA256.sub("sha256 …", text) for text in (out, output))
    assert printed == shown
