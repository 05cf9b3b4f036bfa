"""Every printed improvement of 2023 is explained: its parts add up, across years and cohorts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from kediri_index.usecases.compare import compare
from kediri_index.usecases.inputs import load_definition
from tests.published.tables import shipped_rows, submission
from tests.published.test_regions import COHORTS, definition_of, improvements


def test_every_printed_improvement_is_taken_apart_exactly(tmp_path: Path) -> None:
    definitions = {name: load_definition(definition_of(name)) for name in COHORTS}
    placed = {
        (row["region"], row["year"]): (row, definitions[name])
        for name in COHORTS
        for row in shipped_rows(name)
    }
    explained = 0
    for region, improvement in improvements().items():
        old, new = (
            (submission(tmp_path / f"{year}.csv", [row]), definition)
            for year in ("2022", "2023")
            for row, definition in (placed[region, year],)
        )
        found = compare(old[0], new[0], new[1], old_definition=old[1]).comparison
        assert found is not None
        assert found.change_published == Fraction(improvement), region
        total = sum(one.contribution for one in found.players()) + found.weights + found.set
        assert total == found.change
        explained += 1
    assert explained == 33
