from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
INDONESIAN, ENGLISH = "Tanpa temuan.", "No findings."


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("variable", "option", "expected"),
    [
        (None, None, INDONESIAN),
        (None, "en", ENGLISH),
        (None, "id", INDONESIAN),
        ("en", None, ENGLISH),
        ("en", "id", INDONESIAN),
        ("id", "en", ENGLISH),
        ("", None, INDONESIAN),
    ],
)
def test_the_option_goes_before_the_environment_and_that_before_the_definition(
    variable: str | None,
    option: str | None,
    expected: str,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if variable is not None:
        monkeypatch.setenv("KEDIRI_INDEX_LANG", variable)
    ran = cli("score", FILE, *([] if option is None else ["--lang", option]))
    assert expected in ran.out


@pytest.mark.usefixtures("project")
def test_english_output_is_english_throughout_with_points(cli: Cli) -> None:
    ran = cli("score", FILE, "--lang", "en", "--target", "3.4")
    assert "3.31" in ran.out
    assert "Smart-city evaluation 2022 (regular cohort), version 1, reconstructed" in ran.out
    assert "target 3.4: gap -0.09" in ran.out
    assert "Where do the figures come from?" in ran.err
    assert not [word for word in ("nilai", " dari ", "Dimensi ", "sasaran") if word in ran.out]


def test_a_definition_in_english_is_shown_in_english(cli: Cli, project: Path) -> None:
    (project / "own.yaml").write_text(ANSWERS + "language: en\n", encoding="utf-8")
    (project / "data.csv").write_text("unit,year,A-1,A-2\nCity,2022,3.5,3\n", encoding="utf-8")
    ran = cli("score", "data.csv", "--config", "own.yaml")
    assert ENGLISH in ran.out
    assert "3.25" in ran.out
    assert "3,25" in cli("score", "data.csv", "--config", "own.yaml", "--lang", "id").out


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["--lang=en", "--lang en"])
def test_messages_of_wrong_calls_obey_the_option_too(form: str, cli: Cli) -> None:
    for arguments in (["score", "tiada.xlsx"], ["score", FILE, "--tiada"], ["scor"]):
        ran = cli(*arguments, *form.split())
        assert ran.err.startswith("kediri-index: error: ")
        assert "there is no" in ran.err


@pytest.mark.usefixtures("project")
def test_codes_and_keys_are_the_same_in_both_languages(cli: Cli) -> None:
    texts = [
        cli("check", FILE, "--config", "six-pillars", "--lang", language).out
        for language in ("id", "en")
    ]
    assert texts[0] != texts[1]
    codes = [[word for word in text.split() if word[1:].isdigit()] for text in texts]
    assert codes[0] == codes[1] != []
