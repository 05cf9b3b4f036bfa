"""What only a process of its own can show: help, version, pipes, the module as a command."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import kediri_index
from kediri_index.cli.process import nowhere, settle_signals, settle_streams

ROOT = Path(__file__).parents[2]
FILE = str(ROOT / "examples" / "kota-kediri-2022.xlsx")
KEPT = ("PATH", "SYSTEMROOT", "HOME", "VIRTUAL_ENV", "COVERAGE_PROCESS_CONFIG")


def process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kediri_index", *arguments],
        env=environment(variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def environment(variables: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    source = str(Path(kediri_index.__file__).parents[1])
    return {**kept, "PYTHONPATH": source, "PYTHONUTF8": "1", **variables}


def test_the_version_is_told() -> None:
    ran = process("--version")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"kediri-index {kediri_index.__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_names_every_command_and_where_to_begin(arguments: Sequence[str]) -> None:
    ran = process(*arguments)
    assert (ran.returncode, ran.stderr) == (0, "")
    commands = ran.stdout.partition("Mulai di sini")[0]
    assert all(f"\n  {name} " in commands for name in ("score", "check", "explain", "definition"))
    assert "kediri-index score data.xlsx" in ran.stdout


@pytest.mark.parametrize(
    ("variables", "word"),
    [({}, "Menghitung indeks"), ({"KEDIRI_INDEX_LANG": "en"}, "Computes a city's composite index")],
)
def test_help_is_in_the_language_of_the_environment(variables: dict[str, str], word: str) -> None:
    assert word in process("--help", **variables).stdout


def test_help_in_indonesian_has_no_english_where_lines_are_broken_either() -> None:
    said = process("score", "--help", COLUMNS="40").stdout + process("--help").stdout
    assert not [
        word
        for word in ("Show this", "Install completion", "Usage:", "Options:", "default:")
        if word in said
    ]


def test_a_commands_help_tells_every_option_in_its_language() -> None:
    ran = process("score", "--help", KEDIRI_INDEX_LANG="en")
    assert ran.returncode == 0
    for option in (
        "--config ID|PATH",
        "--profile FILE",
        "--value",
        "--unit NAME",
        "--year",
        "--previous FILE",
        "--target NUMBER",
        "--allow-errors",
        "--detail",
        "--decimal",
        "--format",
        "-o, --output FILE",
        "--force",
        "--lang",
        "--limit NAME=NUMBER",
        "-q, --quiet",
        "--verbose",
        "--debug",
    ):
        assert option in ran.stdout
    assert "PATH…" in ran.stdout


def test_the_commands_of_definition_are_told() -> None:
    out = process("definition", "--help", KEDIRI_INDEX_LANG="en").stdout
    assert all(f"\n  {name} " in out for name in ("list", "show", "lint", "schema"))


@pytest.mark.parametrize(
    "arguments", [("score", FILE), ("definition", "show", "--format", "json"), ("--help",)]
)
def test_a_pipe_that_closes_early_ends_quietly(arguments: Sequence[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-m", "kediri_index", *arguments],
        env=environment({}),
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


def test_standard_input_may_be_a_real_pipe() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kediri_index", "score", "-", "--format", "csv"],
        env=environment({}),
        input=Path(FILE).read_bytes(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0
    assert b"Kota Kediri,2022,overall,overall,overall,3.31466666666667,3.31" in ran.stdout


def test_a_stream_that_is_closed_reads_nothing_and_takes_what_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    settle_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stderr", kept)
    settle_streams()
    assert sys.stderr is kept


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN), signal.getsignal(signal.SIGTERM)
    try:
        settle_signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before[0])
        signal.signal(signal.SIGTERM, before[1])


def test_a_descriptor_that_is_closed_leads_to_nowhere_too() -> None:
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    nowhere(free)
    assert os.write(free, b"x") == 1
    os.close(free)
