"""Wide tables of many units, beside the bare reading of their cells, as they grow.

The data are 514 regions x 200 indicators, for one year (1 x), ten (10 x: a million cells) and of
ten times as many regions for ten (100 x).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.measuring import FAR, OPENPYXL, Command, Row, compared, medians, own, reading
from benchmarks.tables import write_table

REGIONS, INDICATORS, GROUPS = 514, 200, 20
SIZES = {1: (1, 1), 10: (1, 10), 100: (10, 10)}
"""How many times the regions, and how many years."""
GOAL = 2.0
METHODS = {
    "scores": "",
    "goalposts": ", score: {method: goalposts, min: 0, max: 100}",
    "min_max": ", score: {method: min_max}",
    "z_score": ", score: {method: z_score}",
}
DEFINITION = """\
kediri_index: 1
id: lebar
version: "1"
status: own
title: Banyak wilayah
scale: {min: 0, max: 100}
publish: {decimals: 2, round: [pillar, overall]}
missing: {answers: exclude}
classes: [{name: Rendah, below: 40}, {name: Sedang, below: 60}, {name: Tinggi}]
kinds: {pillar: {name: Pilar}}
"""


def definition(method: str = "scores") -> str:
    """Return a definition of INDICATORS in GROUPS pillars, all scored by *method*."""
    groups = "\n".join(f"  - {{id: p{n}, kind: pillar, name: Pilar {n}}}" for n in range(GROUPS))
    indicators = "\n".join(
        f"  - {{id: I-{n:03}, in: p{n % GROUPS}, name: Indikator {n}{METHODS[method]}}}"
        for n in range(INDICATORS)
    )
    return f"{DEFINITION}groups:\n{groups}\nindicators:\n{indicators}\n"


def table(size: int) -> Iterator[list[str | int | float | None]]:
    """Yield the header, and a row a region and year; of a thousand cells three are empty."""
    yield ["unit", "year", *(f"I-{n:03}" for n in range(INDICATORS))]
    more, years = SIZES[size]
    drawn = Random(size)  # noqa: S311 - nothing to guess
    for region in range(REGIONS * more):
        for year in range(2015, 2015 + years):
            values = (round(drawn.random() * 100, 2) for _ in range(INDICATORS))
            cells = (None if drawn.random() < 0.003 else value for value in values)  # noqa: PLR2004
            yield [f"Wilayah {region:05}", year, *cells]


def with_commas(
    rows: Iterable[Sequence[str | float | None]],
) -> Iterator[list[str | float | None]]:
    """Yield *rows* with figures as text, with decimal commas."""
    for row in rows:
        yield [str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row]


def rows(runs: int, sizes: list[int]) -> Iterator[Row]:
    """Yield checks and scores of each size; those of the goal are compared in memory too."""
    with tempfile.TemporaryDirectory() as name:
        config = Path(name, "lebar.yaml")
        config.write_text(definition(), encoding="utf-8")
        common = ("--config", str(config), "--quiet", *FAR)
        for size in sizes:
            sheet = write_table(Path(name, f"lebar-{size}.xlsx"), table(size))
            text = write_table(Path(name, f"lebar-{size}.csv"), table(size))
            commas = write_table(Path(name, f"koma-{size}.csv"), with_commas(table(size)))
            asked: dict[str, Command] = {
                "check, xlsx": own("check", str(sheet), *common),
                "check, csv": own("check", str(text), *common),
                "check, csv with decimal commas": own("check", str(commas), *common),
                "score, xlsx": own("score", str(sheet), *common),
                "score, csv": own("score", str(text), *common),
                "score as CSV, xlsx": own("score", str(sheet), "--format", "csv", *common),
                "score as JSON, xlsx": own("score", str(sheet), "--format", "json", *common),
            }
            bare, other = reading(sheet), reading(sheet, OPENPYXL)
            costs = medians([bare, *asked.values(), *([other] if size == 1 else [])], runs)
            for what, command in asked.items():
                goal = GOAL if size > 1 else None
                said = f"wide {size} x: {what}"
                yield compared(said, command, "calamine", bare, costs, goal=goal, in_memory=True)
            if size == 1:
                said = "wide 1 x: check, xlsx"
                yield compared(said, asked["check, xlsx"], "openpyxl", other, costs)
            sheet.unlink()
            text.unlink()
            commas.unlink()
