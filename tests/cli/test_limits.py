"""What ``--limit`` makes of its numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.cli.values import limits_from
from kediri_index.model.limits import Limits

if TYPE_CHECKING:
    from tests.cli.running import Cli


def test_each_option_changes_its_own_limit_and_the_last_one_counts() -> None:
    assert limits_from(["rows=5", "columns=007", "rows=6"]) == Limits(rows=6, columns=7)


def test_no_option_leaves_all_limits_as_they_are() -> None:
    assert limits_from(None) == Limits()


@pytest.mark.parametrize("digits", ["1" + "0" * 19, "9" * 30, "9" * 10_000])
def test_a_number_without_end_is_a_high_limit(digits: str) -> None:
    assert limits_from([f"seconds={digits}"]) == Limits(seconds=10**18)


def test_zeros_in_front_do_not_count() -> None:
    assert limits_from([f"cells={'0' * 10_000}12", "sheets=0"]) == Limits(cells=12, sheets=0)


def test_a_text_table_that_is_too_long_is_told_with_the_limit_that_it_needs(
    tmp_path: Path, cli: Cli
) -> None:
    table = tmp_path / "isian.csv"
    table.write_bytes(b"Kode;Indikator;Nilai asesor\nA-1;Kafe;3\n")
    call = ("check", str(table), "--lang", "en")
    ran = cli(*call, "--limit", "texts=10")
    assert (ran.code, "F228" in ran.out, "--limit texts=33" in ran.out) == (1, True, True)
