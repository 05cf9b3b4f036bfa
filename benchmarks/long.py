"""Long tables, a row for each unit, year and indicator, beside the bare reading of their cells."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.measuring import FAR, Command, Row, compared, medians, own, reading
from benchmarks.tables import write_table
from benchmarks.wide import GOAL, INDICATORS, definition

YEARS = 10
REGIONS = {1: 5, 10: 50, 100: 500}
"""Of each size: ten thousand rows, a hundred thousand, a million."""


def table(size: int) -> Iterator[tuple[str, int, str, float] | tuple[str, str, str, str]]:
    """Yield the header, and a row for each region, year and indicator."""
    yield "Wilayah", "Tahun", "Kode", "Nilai asesor"
    drawn = Random(size)  # noqa: S311 - nothing to guess
    for region in range(REGIONS[size]):
        for year in range(2015, 2015 + YEARS):
            for n in range(INDICATORS):
                yield f"Wilayah {region:05}", year, f"I-{n:03}", round(drawn.random() * 100, 2)


def rows(runs: int, sizes: list[int]) -> Iterator[Row]:
    """Yield checks and scores of each size."""
    with tempfile.TemporaryDirectory() as name:
        config = Path(name, "lebar.yaml")
        config.write_text(definition(), encoding="utf-8")
        common = ("--config", str(config), "--quiet", *FAR)
        for size in sizes:
            sheet = write_table(Path(name, f"panjang-{size}.xlsx"), table(size))
            text = write_table(Path(name, f"panjang-{size}.csv"), table(size))
            asked: dict[str, Command] = {
                "check, xlsx": own("check", str(sheet), *common),
                "check, csv": own("check", str(text), *common),
                "score, xlsx": own("score", str(sheet), *common),
                "score, csv": own("score", str(text), *common),
            }
            bare = reading(sheet)
            costs = medians([bare, *asked.values()], runs)
            for what, command in asked.items():
                goal = GOAL if size > 1 else None
                said = f"long {size * 10_000:,} rows: {what}"
                yield compared(said, command, "calamine", bare, costs, goal=goal, in_memory=True)
            sheet.unlink()
            text.unlink()
