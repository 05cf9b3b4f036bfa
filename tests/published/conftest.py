"""The large published tables: they stand beside the repository, not in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

RESULTS = Path(__file__).parents[3] / "shared" / "facts" / "smart-city-results.csv"


@pytest.fixture(scope="session")
def results() -> list[dict[str, str]]:
    """Every published row of the ministry's evaluations of 2022 and 2023."""
    if not RESULTS.is_file():
        pytest.skip(f"{RESULTS.name} does not stand beside the repository")
    with RESULTS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
