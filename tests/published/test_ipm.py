"""The human development index, as BPS and as UNDP compute it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.profile import Hints
from kediri_index.model.scores import UnitResult
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import LastYear, score
from tests.published.tables import (
    Row,
    overall_of,
    published,
    scored,
    shipped_rows,
    submission,
    wide_csv,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
HDI = Path(__file__).parent / "hdi.yaml"
IDS = ("IPM-UHH", "IPM-HLS", "IPM-RLS", "IPM-PPK")
COMPONENTS = ("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita")

TABLES = ("jakarta", "indonesia", "kota-malang", "kota-kediri")
PRINTED: list[Row] = [row for name in TABLES for row in shipped_rows(name)]
OTHERWISE = ("Kota Kediri", "2023")
"""Its life expectancy was printed on another basis."""


def row_of(region: str, year: str, components: str) -> Row:
    return {"region": region, "year": year, **dict(zip(IDS, components.split(), strict=True))}


def ipm_of(rows: list[Row], folder: Path) -> dict[str | None, UnitResult]:
    return scored(submission(folder / "a.csv", rows, IDS), "ipm-bps")


@pytest.mark.parametrize("year", sorted({row["year"] for row in PRINTED}))
def test_the_index_of_every_printed_row(year: str, tmp_path: Path) -> None:
    rows = [row for row in PRINTED if row["year"] == year]
    found: dict[str | None, Fraction | None] = {}
    for country in (True, False):  # a table of regions has the country's row as their whole
        some = [row for row in rows if (row["region"] == "Indonesia") is country]
        found |= published(ipm_of(some, tmp_path)) if some else {}
    assert found == {
        row["region"]: Fraction("80.44" if (row["region"], year) == OTHERWISE else row["overall"])
        for row in rows
    }
    assert len(PRINTED) == 28


def test_the_index_of_503_regions(ipm_of_regions: list[Row], tmp_path: Path) -> None:
    printed = {row["region"]: Fraction(row["ipm"]) for row in ipm_of_regions}
    keys = ("uhh", "hls", "rls", "pengeluaran_ribu_rp")
    rows = [
        row_of(row["region"], row["year"], " ".join(row[key] for key in keys))
        for row in ipm_of_regions
    ]
    assert len(printed) == 503
    assert published(ipm_of(rows, tmp_path)) == printed


@pytest.mark.parametrize("year", ["2019", "2020", "2021", "2022"])
def test_the_index_of_provinces(year: str, ipm_of_provinces: list[Row], tmp_path: Path) -> None:
    assert len(ipm_of_provinces) == 24
    printed = [row for row in ipm_of_provinces if row["year"] == year]
    rows = [
        row_of(
            row["region"],
            year,
            f"{row['life_expectancy']} {row['expected_schooling']} {row['mean_schooling']} "
            f"{float(row['adjusted_expenditure_rupiah']) / 1000}",
        )
        for row in printed
    ]
    assert published(ipm_of(rows, tmp_path)) == {
        row["region"]: Fraction(row["ipm"]) for row in printed
    }


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("59.99", "Rendah"),
        ("60", "Sedang"),
        ("70", "Tinggi"),
        ("79.99", "Tinggi"),
        ("80", "Sangat tinggi"),
    ],
)
def test_an_exact_bound_belongs_to_the_higher_class(score: str, name: str, tmp_path: Path) -> None:
    groups = ("ipm-health", "ipm-education", "ipm-living")
    row = {"region": "X", "year": "2021", **dict.fromkeys(groups, score)}
    (result,) = scored(submission(tmp_path / "a.csv", [row], groups), "ipm-bps").values()
    assert result.class_label is not None
    assert result.class_label.main == name


def test_the_example_of_jakarta_has_the_published_indices() -> None:
    results = scored(read_workbooks(EXAMPLES / "ipm-dki-jakarta-2017.csv"), "ipm-bps")
    printed = {row["region"]: row["overall"] for row in PRINTED if row["year"] == "2017"}
    printed["Kepulauan Seribu"] = printed.pop("Kep. Seribu")
    assert published(results) == {region: Fraction(index) for region, index in printed.items()}


def test_undps_index_of_every_complete_row(hdi_rows: list[Row]) -> None:
    definition = load_definition(HDI)
    differing = [
        (row["country"], row["year"])
        for row in hdi_rows
        if overall_of(definition, row, measured=True).published != Fraction(row["hdi"])
    ]
    assert len(hdi_rows) == 5571
    assert differing == []


def test_undps_index_of_a_file_of_countries(hdi_rows: list[Row], tmp_path: Path) -> None:
    rows = [{**row, "region": row["country"]} for row in hdi_rows if row["year"] == "2005"]
    files = read_workbooks(wide_csv(tmp_path / "a.csv", rows, COMPONENTS))
    outcome = score(files, load_definition(HDI), hints=Hints(decimal_mark="."))
    assert outcome.units is not None, outcome.findings[:3]
    found = {one.unit: one.overall.published for one in outcome.units}
    assert found == {row["region"]: Fraction(row["hdi"]) for row in rows}
    assert len(found) > 150


def test_no_country_is_a_power_of_ten_off_the_year_before(
    hdi_rows: list[Row], tmp_path: Path
) -> None:
    latest = (row for row in hdi_rows if row["year"] >= "2019")
    rows = [{**row, "region": row["country"]} for row in latest]
    files = read_workbooks(wide_csv(tmp_path / "a.csv", rows, COMPONENTS))
    definition = load_definition(HDI)
    previous = LastYear(files, definition, "a.csv")
    found = score(files, definition, hints=Hints(decimal_mark="."), previous=previous).findings
    assert {one.code for one in found} & {"C157", "C158"} == set()
