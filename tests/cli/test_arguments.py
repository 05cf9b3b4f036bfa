"""Options before the command, help and version as words, and who chooses the language."""

from __future__ import annotations

from pathlib import Path

import pytest

import kediri_index
from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
pytestmark = pytest.mark.usefixtures("project")


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (("--lang", "en", "score", FILE), ("score", FILE, "--lang", "en")),
        (("--lang=en", "--quiet", "score", FILE), ("score", FILE, "--lang", "en", "--quiet")),
        (("-q", "score", FILE), ("score", FILE, "-q")),
        (("--verbose", "--lang", "en", "check", FILE), ("check", FILE, "--verbose", "--lang=en")),
        (("--debug", "score", FILE), ("score", FILE, "--debug")),
        (("--lang", "en", "score", FILE, "--lang", "id"), ("score", FILE, "--lang", "id")),
        (
            ("--lang", "en", "definition", "show", "six-pillars"),
            ("definition", "show", "six-pillars", "--lang", "en"),
        ),
        (("--quiet", "definition", "list"), ("definition", "list", "--quiet")),
        (("help",), ("--help",)),
        (("--lang", "en", "help"), ("--lang", "en")),
        (("help", "score"), ("score", "--help")),
        (("--lang", "en", "help", "score"), ("score", "--help", "--lang", "en")),
        (("help", "definition", "diff"), ("definition", "diff", "--help")),
        (("help", "definition"), ("definition", "--help")),
        (("--lang", "en", "definition", "-h"), ("--lang", "en", "help", "definition")),
        (("--debug", "definition", "--help"), ("definition", "--help")),
        (("help", "help"), ("--help",)),
        (("help", "version"), ("--help",)),
    ],
)
def test_an_option_of_all_commands_may_stand_before_the_command(
    before: tuple[str, ...], behind: tuple[str, ...], cli: Cli
) -> None:
    ran = cli(*before)
    assert ran == cli(*behind)
    assert ran.code == 0
    assert ran.out


def test_the_language_before_a_command_of_commands_is_that_of_its_help(cli: Cli) -> None:
    assert "Usage" in cli("--lang", "en", "definition", "--help").out
    assert "--lang" not in cli("--lang", "en", "definition").err


@pytest.mark.parametrize(
    "words", [("version",), ("--version",), ("--lang", "en", "version"), ("--version", "score")]
)
def test_the_version_is_a_word_too(words: tuple[str, ...], cli: Cli) -> None:
    assert cli(*words) == (0, f"kediri-index {kediri_index.__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--lang",), "--lang"),
        (("--lang", "fr", "score", FILE), "fr"),
        (("--lang", "en", "scor", FILE), "nearest: score"),
        (("help", "scor"), "terdekat: score"),
        (("--lang", "en", "--unknown", "score"), "--unknown"),
    ],
)
def test_a_slip_before_the_command_is_an_error_of_usage(
    words: tuple[str, ...], said: str, cli: Cli
) -> None:
    ran = cli(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("words", [("score", FILE), ("explain", "C101"), ("score", "--help")])
def test_a_language_that_is_not_there_is_an_error_of_the_environment(
    words: tuple[str, ...], cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEDIRI_INDEX_LANG", "fr")
    ran = cli(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "KEDIRI_INDEX_LANG" in ran.err
    assert "id, en" in ran.err


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "fr_FR.UTF-8"}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LANG": "en_GB"}, "en"),
        ({"LANG": "id_ID", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "C"}, "id"),
        ({"LANG": "en_US", "LC_MESSAGES": "id_ID"}, "id"),
        ({"LANG": "en_US", "KEDIRI_INDEX_LANG": "id"}, "id"),
    ],
)
def test_the_system_chooses_the_language_where_nothing_else_does(
    variables: dict[str, str], language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("not filled in" in cli("explain", "C101").out) is (language == "en")
    assert ("error:" in cli("scor").err) is (language == "en")
    assert "Tanpa temuan." in cli("score", FILE).out  # the definition speaks Indonesian


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("score", FILE, "--config", ""), "--config"),
        (("score", FILE, "--config="), "--config"),
        (("plan", FILE, "--target", "3", "--costs", " "), "--costs"),
        (("report", FILE, "--all", ""), "--all"),
        (("status", FILE, "--messages", ""), "--messages"),
        (("definition", "lint", ""), "nama berkas"),
        (("definition", "diff", "", ""), "nama berkas"),
        (("init", ""), "nama berkas"),
    ],
)
def test_a_word_with_nothing_in_it_is_wrong_usage(
    words: tuple[str, ...], named: str, cli: Cli, project: Path
) -> None:
    before = sorted(project.iterdir())
    ran = cli(*words)
    assert (ran.code, ran.out, named in ran.err) == (2, "", True)
    assert sorted(project.iterdir()) == before
