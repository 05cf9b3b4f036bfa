from __future__ import annotations

from pathlib import Path

from examples import make_wilayah_contoh


def test_the_committed_table_is_what_the_script_writes(tmp_path: Path) -> None:
    path = tmp_path / "wilayah.csv"
    make_wilayah_contoh.write_to(path)
    assert path.read_bytes() == make_wilayah_contoh.FILE.read_bytes()
