"""What is written never harms what is there: inputs, links, devices."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.running import Cli

CSV = "unit,year,baseline,output,outcome,impact,quick_win\nKota A,2023,3,3,3,3,3\n"


@pytest.fixture
def data(project: Path) -> Path:
    path = project / "isian.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["score", "check", "trace"])
def test_an_input_is_never_the_output_not_even_by_another_name(
    command: str, cli: Cli, data: Path
) -> None:
    link = data.with_name("lain.csv")
    link.symlink_to(data)
    for name in ("isian.csv", "lain.csv", "./isian.csv"):
        ran = cli(command, "isian.csv", "--output", name, "--force")
        assert (ran.code, ran.out) == (2, "")
        assert name in ran.err
    assert data.read_text(encoding="utf-8") == CSV


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.usefixtures("data")
def test_a_pipe_is_written_to_and_stays_one(cli: Cli, project: Path) -> None:
    pipe = project / "pipa"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ran = cli("score", "isian.csv", "--format", "csv", "--output", "pipa")
        assert ran.code == 0
        assert os.read(reader, 100_000).startswith(b"unit,year,path")
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.usefixtures("data")
def test_a_hyphen_is_standard_output(cli: Cli, project: Path) -> None:
    assert cli("score", "isian.csv", "--output", "-") == cli("score", "isian.csv")
    assert not (project / "-").exists()
