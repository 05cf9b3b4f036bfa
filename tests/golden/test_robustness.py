"""Whole outputs of ``robustness``: the same draws, in as many digits as machines agree on."""

from __future__ import annotations

import json

import pytest

from tests.golden import test_golden
from tests.golden.test_golden import ENVELOPE, FINDING, HERE, LANGUAGES, Printed, assert_golden

printed = test_golden.printed
WIDTHS = ("80", "100")
DATA = {
    "kota-kediri-2022": ("examples/kota-kediri-2022.xlsx", "--target", "3.35", "--sobol"),
    "kabupaten-malang-2023": ("examples/kabupaten-malang-2023.xlsx", "--leave-out"),
    "wilayah-contoh": (
        *("examples/wilayah-contoh/wilayah.csv", "--config", "examples/wilayah-contoh/indeks.yaml"),
        *("--weights", "0.5", "--aggregations", "arithmetic,geometric", "--missing", "--sobol"),
        *("--target", "60", "--leave-out"),
    ),
}
DRAWS = ("--draws", "1000")
MADE = {
    *(f"{name}-{w}.{tongue}.txt" for name in DATA for w in WIDTHS for tongue in LANGUAGES),
    *(f"{name}.{tongue}.md" for name in DATA for tongue in LANGUAGES),
    *(f"{name}.{end}" for name in DATA for end in ("json", "csv")),
}


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("language", LANGUAGES)
def test_robustness_for_people(
    language: str, name: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ("robustness", *DATA[name], *DRAWS, "--lang", language)
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", width)
        assert_golden(f"robustness/{name}-{width}.{language}.txt", printed(*call))
    assert_golden(f"robustness/{name}.{language}.md", printed(*call, "--format", "md"))


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_robustness_for_programs(form: str, name: str, printed: Printed) -> None:
    out = printed("robustness", *DATA[name], *DRAWS, "--lang", "en", "--format", form)
    assert_golden(f"robustness/{name}.{form}", out)


def test_no_golden_file_of_robustness_is_left_over() -> None:
    assert {path.name for path in (HERE / "robustness").iterdir()} == MADE


@pytest.mark.parametrize("name", DATA)
def test_its_envelope_keeps_its_names(name: str) -> None:
    document = json.loads((HERE / "robustness" / f"{name}.json").read_text(encoding="utf-8"))
    assert list(document) == ENVELOPE
    assert document["schema"] == "kediri-index/robustness/1"
    for finding in document["findings"]:
        assert list(finding) == FINDING
