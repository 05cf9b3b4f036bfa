"""Every printed improvement of 2023 is explained: its parts add up, across years and cohorts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from kediri_index.api.compare import compare
from kediri_index.api.load import load_definition
from tests.published.tables import submission
from tests.published.test_regions import COHORTS, improvements


def test_every_printed_improvement_is_taken_apart_exactly(
    results: list[dict[str, str]], tmp_path: Path
) -> None:
    before = {row["region"]: row for row in results if row["year"] == "2022"}
    definitions = {cohort: load_definition(found) for cohort, (found, _) in COHORTS.items()}
    explained = 0
    for region, row in improvements(results).items():
        old, new = (
            (
                submission(tmp_path / f"{one['year']}.csv", [one]),
                definitions[one["year"], one["cohort"]],
            )
            for one in (before[region], row)
        )
        found = compare(old[0], new[0], new[1], old_definition=old[1]).comparison
        assert found is not None
        assert found.change_published == Fraction(row["improvement"]), region
        total = sum(one.contribution for one in found.players()) + found.weights + found.set
        assert total == found.change
        explained += 1
    assert explained == 33
