"""The Python of the documents runs, and prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from kediri_index.scoring.aggregations import OTHER_AGGREGATIONS
from kediri_index.scoring.methods import OTHER_METHODS

ROOT = Path(__file__).parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")))
_BLOCK = re.compile(r"```python\n((?:(?!```).)*)```\n\n```text\n(.*?)```", re.DOTALL)
CASES = [
    pytest.param(code, output, id=path.name)
    for path in DOCUMENTS
    for code, output in _BLOCK.findall(path.read_text(encoding="utf-8"))
]


def test_the_documents_have_python() -> None:
    having = {str(case.id) for case in CASES}
    assert having >= {"README.md", "compare.md", "robustness.md", "rounding.md", "pembulatan.md"}


@pytest.mark.parametrize(("code", "output"), CASES)
def test_python_prints_what_its_document_says(
    code: str, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs", "exec"), {})  # noqa: S102 - the document's own lines
    finally:
        for others in (OTHER_METHODS, OTHER_AGGREGATIONS):
            for name in others.names():
                others.remove(name)
    assert printed.getvalue() == output
