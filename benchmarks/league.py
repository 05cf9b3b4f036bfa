"""Reports of many units beside one `score` of the same data: all of Indonesia's 514 regions x 111.

Beside the report of all a page per unit, and ``compare`` of two years. Goals are of whole commands.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.draws import Size, definition, write
from benchmarks.measuring import Row, compared, medians, own

SIZE = Size(514, 111, {}, 2.0)
FORMATS = ("html", "docx", "xlsx", "md")
EACH, YEARS = "a page per unit", "compare of two years"
GOALS = {"html": SIZE.goal, "html, with last year's file": SIZE.goal, EACH: 30.0, YEARS: 1.0}


def rows(runs: int) -> Iterator[Row]:
    """Yield a report in each format, then the page with last year's file."""
    with tempfile.TemporaryDirectory() as name:
        config, data, before = (Path(name, one) for one in ("uji.yaml", "kini.csv", "lalu.csv"))
        config.write_text(definition(SIZE), encoding="utf-8")
        write(data, SIZE)
        write(before, SIZE, seed=2)
        common = (str(data), "--config", str(config), "--decimal", ".", "--quiet")
        score = own("score", *common, "--format", "csv")
        calls = {
            form: own("report", *common, "--output", str(Path(name, f"laporan.{form}")), "--force")
            for form in FORMATS
        }
        calls["html, with last year's file"] = (*calls["html"], "--previous", str(before))
        calls[EACH] = own("report", *common, "--all", str(Path(name, "halaman")), "--force")
        calls[YEARS] = own("compare", str(before), *common, "--format", "json")
        costs = medians([score, *calls.values()], runs)
        for what, command in calls.items():
            row = compared(f"report of 514 x 111: {what}", command, "one score", score, costs)
            yield row._replace(goal_seconds=GOALS.get(what))
