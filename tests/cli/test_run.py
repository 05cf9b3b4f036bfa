"""Ends that nobody asks for: a bug of the program, an interruption."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
import typer

from kediri_index.usecases import score as score_module

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
pytestmark = pytest.mark.usefixtures("project")


def failing(error: BaseException) -> object:
    def fail(*arguments: object, **options: object) -> None:
        del arguments, options
        raise error

    return fail


@pytest.mark.parametrize(("language", "said"), [("id", "laporkan"), ("en", "report it")])
def test_a_bug_is_exit_70_with_one_line_that_says_how_to_report_it(
    language: str, said: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_module, "score", failing(ZeroDivisionError("tidak mungkin")))
    ran = cli("score", FILE, "--lang", language)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "ZeroDivisionError: tidak mungkin" in ran.err
    assert said in ran.err
    assert "--debug" in ran.err


def test_with_debug_a_bug_is_exit_70_too_and_its_traceback_is_printed(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_module, "score", failing(ZeroDivisionError("tidak mungkin")))
    ran = cli("score", FILE, "--debug")
    assert ran.code == 70
    assert "Traceback (most recent call last)" in ran.err
    assert "ZeroDivisionError: tidak mungkin" in ran.err


def test_an_interruption_is_exit_130_without_a_traceback(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_module, "score", failing(KeyboardInterrupt()))
    ran = cli("score", FILE)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "kediri-index: galat: dihentikan\n"


def test_debug_changes_nothing_where_nothing_fails(cli: Cli) -> None:
    assert cli("score", FILE, "--debug") == cli("score", FILE)


def test_debug_does_not_turn_a_wrong_call_into_a_traceback(cli: Cli) -> None:
    ran = cli("score", "tiada.xlsx", "--debug")
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_limit_can_be_raised_and_lowered(cli: Cli) -> None:
    ran = cli("score", FILE, "--limit", "cells=5", "--limit", "sheets=3")
    assert (ran.code, ran.out) == (1, "")
    assert "F206" in ran.err
    assert "--limit cells=" in " ".join(ran.err.split())
    assert cli("score", FILE, "--limit", "cells=5000").code == 0


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "memori komputer ini tidak cukup"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memori komputer ini tidak cukup"),
        (ImportError("x.so: failed to map segment"), "memori komputer ini tidak cukup"),
        (ValueError("ZIP does not support timestamps before 1980"), "tahun sebelum 1980"),
        (OSError(errno.EACCES, "denied", "masuk"), "masuk: ditolak oleh sistem"),
        (OSError(errno.ENOSPC, "full"), "-: tidak dapat ditulis"),
        (FileNotFoundError(errno.ENOENT, "gone"), "-: tidak dapat ditulis"),
    ],
)
def test_what_the_machine_refuses_is_one_line_and_no_bug(
    error: Exception, said: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_module, "score", failing(error))
    ran = cli("score", FILE)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_a_working_folder_that_is_gone_is_told(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = project / "hilang"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = cli("score", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "kediri-index: galat: folder kerja ini sudah tidak ada; pindah dulu ke folder lain\n"
    )


def test_a_wrong_call_that_no_sentence_is_known_for_keeps_typers_own(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage_error: type[Exception] = typer.BadParameter.__bases__[0]
    monkeypatch.setattr(score_module, "score", failing(usage_error("Words of a later Typer.")))
    ran = cli("score", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert "Words of a later Typer" in ran.err
