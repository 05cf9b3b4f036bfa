from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from examples import make_wilayah_contoh as script


@pytest.mark.parametrize(
    ("rows", "committed"),
    [(script.rows, script.FILE), (script.rows_before, script.BEFORE)],
)
def test_the_committed_table_is_what_the_script_writes(
    rows: Callable[[], Iterable[list[str]]], committed: Path, tmp_path: Path
) -> None:
    path = tmp_path / "wilayah.csv"
    script.write_to(path, rows())
    assert path.read_bytes() == committed.read_bytes()
