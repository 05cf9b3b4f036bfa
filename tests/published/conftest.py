"""The large published tables: they stand beside the repository, not in it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

SHARED = Path(__file__).parents[3] / "shared"


def rows_of(*place: str) -> list[dict[str, str]]:
    """Return the rows of a published table; the test is skipped where it does not stand there."""
    path = SHARED.joinpath(*place)
    if not path.is_file():
        pytest.skip(f"{path.name} does not stand beside the repository")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def facts(name: str) -> Any:  # noqa: ANN401 - what a YAML file says
    """Return what a file of facts says; the test is skipped where it does not stand there."""
    path = SHARED / "facts" / name
    if not path.is_file():
        pytest.skip(f"{path.name} does not stand beside the repository")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def results() -> list[dict[str, str]]:
    """Every published row of the ministry's evaluations of 2022 and 2023."""
    return rows_of("facts", "smart-city-results.csv")


@pytest.fixture(scope="session")
def ipm_of_regions() -> list[dict[str, str]]:
    """BPS's human development index of 2021 with its four components, by region."""
    return rows_of("facts", "ipm-2021-kabupaten-kota.csv")


@pytest.fixture(scope="session")
def ipm_of_provinces() -> list[dict[str, str]]:
    """The same of provinces, 2019 to 2022, as the press printed it; in rupiah, not thousands."""
    return rows_of("oracles", "bps-ipm", "ipm_2019_2022.csv")


@pytest.fixture(scope="session")
def hdi_rows() -> list[dict[str, str]]:
    """UNDP's human development index with its four components, 1990 to 2021: complete rows."""
    return [row for row in rows_of("oracles", "undp-hdi", "hdi.csv") if all(row.values())]
