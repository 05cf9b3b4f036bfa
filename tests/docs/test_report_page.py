"""The page about the report shows how a report really begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kediri_index.cli.run import run
from tests.docs.walking import ROOT

if TYPE_CHECKING:
    import pytest


def test_the_page_shows_how_a_report_begins(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "how-to" / "report.md").read_text(encoding="utf-8")
    found = re.search(r"`kediri-index (report [^`]+)`.*?```markdown\n(.*?)```", page, re.DOTALL)
    assert found is not None
    monkeypatch.setattr("sys.argv", ["kediri-index", *found[1].split()])
    assert run(found[1].split()) == 0
    assert len(found[2]) > 500
    assert capsys.readouterr().out.startswith(found[2])
