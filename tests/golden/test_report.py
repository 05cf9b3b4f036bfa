"""Reports in words, as they stood when someone last looked at them; see ``test_golden.py``."""

from __future__ import annotations

import re
import sys

import pytest

from kediri_index import __version__
from kediri_index.cli.run import run
from tests.golden.test_golden import HERE, LANGUAGES, ROOT, UPDATE

FOLDER = HERE / "report"
REPORTS = {
    "kota-kediri-2022": ("examples/kota-kediri-2022.xlsx",),
    "kota-kediri-2023": (
        *("examples/kota-kediri-2023.xlsx", "--previous", "examples/kota-kediri-2022.xlsx"),
    ),
    "wilayah-contoh": (
        *("examples/wilayah-contoh/wilayah.csv", "--config", "examples/wilayah-contoh/indeks.yaml"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", REPORTS)
def test_a_report_in_words(
    example: str,
    language: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in ("KEDIRI_INDEX_CONFIG", "KEDIRI_INDEX_LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(ROOT)
    line = ("report", *REPORTS[example], "--format", "md")
    monkeypatch.setattr(sys, "argv", ["kediri-index", *line])
    assert run((*line, "--lang", language)) == 0
    seen = re.sub(r"\b[0-9a-f]{64}\b", "…", capsys.readouterr().out)
    seen = seen.replace(f"kediri-index {__version__}", "kediri-index …")
    path = FOLDER / f"{example}.{language}.md"
    if UPDATE:
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")


def test_no_golden_report_is_left_over() -> None:
    made = {f"{example}.{language}.md" for example in REPORTS for language in LANGUAGES}
    assert {path.name for path in FOLDER.iterdir()} == made
