"""The human development index, as BPS and as UNDP compute it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.api.load import load_definition
from kediri_index.api.read import read_workbooks
from kediri_index.api.score import score
from kediri_index.model.results import UnitResult
from kediri_index.model.user_hints import Hints
from tests.published.tables import Row, overall_of, published, scored, submission, wide_csv

EXAMPLES = Path(__file__).parents[2] / "examples"
HDI = Path(__file__).parent / "hdi.yaml"
IDS = ("IPM-UHH", "IPM-HLS", "IPM-RLS", "IPM-PPK")
COMPONENTS = ("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita")

# Region, year; life expectancy, expected and mean schooling, expenditure in thousands; the index.
PRINTED = (
    ("DKI Jakarta", "2010", "71.71 11.86 10.37 15111", "76.31"),
    ("DKI Jakarta", "2011", "71.87 11.91 10.40 15943", "76.98"),
    ("DKI Jakarta", "2012", "72.03 11.96 10.43 16613", "77.53"),
    ("DKI Jakarta", "2013", "72.19 12.24 10.47 16828", "78.08"),
    ("DKI Jakarta", "2014", "72.27 12.38 10.54 16898", "78.39"),
    ("DKI Jakarta", "2015", "72.43 12.59 10.70 17075", "78.99"),
    ("DKI Jakarta", "2016", "72.49 12.73 10.88 17468", "79.60"),
    ("DKI Jakarta", "2017", "72.55 12.86 11.02 17707", "80.06"),
    ("Kep. Seribu", "2016", "67.88 12.10 8.24 11608", "69.52"),
    ("Kep. Seribu", "2017", "68.04 12.40 8.25 11833", "70.11"),
    ("Jakarta Selatan", "2016", "73.83 13.22 11.42 22932", "83.94"),
    ("Jakarta Selatan", "2017", "73.84 13.27 11.47 23098", "84.13"),
    ("Jakarta Timur", "2016", "74.14 13.20 11.52 16733", "81.28"),
    ("Jakarta Timur", "2017", "74.18 13.26 11.60 17007", "81.61"),
    ("Jakarta Pusat", "2016", "73.76 13.09 11.01 16493", "80.22"),
    ("Jakarta Pusat", "2017", "73.83 13.18 11.02 16719", "80.49"),
    ("Jakarta Barat", "2016", "73.34 12.69 10.36 19501", "80.34"),
    ("Jakarta Barat", "2017", "73.37 12.70 10.37 19695", "80.47"),
    ("Jakarta Utara", "2016", "72.95 12.53 10.23 17418", "78.78"),
    ("Jakarta Utara", "2017", "72.99 12.55 10.60 17763", "79.47"),
    ("Indonesia", "2018", "71.20 12.91 8.17 11059", "71.39"),
    ("Indonesia", "2022", "71.85 13.10 8.69 11479", "72.91"),
    ("Indonesia", "2023", "73.93 13.15 8.77 11899", "74.39"),
    ("Kota Malang", "2022", "73.75 15.76 10.69 16897", "82.71"),
    ("Kota Kediri", "2021", "74.04 15.27 10.15 12359", "78.60"),
)


def row_of(region: str, year: str, components: str) -> Row:
    return {"region": region, "year": year, **dict(zip(IDS, components.split(), strict=True))}


def ipm_of(rows: list[Row], folder: Path) -> dict[str | None, UnitResult]:
    return scored(submission(folder / "a.csv", rows, IDS), "ipm-bps")


@pytest.mark.parametrize("year", sorted({year for _, year, _, _ in PRINTED}))
def test_the_index_of_every_printed_row(year: str, tmp_path: Path) -> None:
    printed = [one for one in PRINTED if one[1] == year]
    rows = [row_of(region, year, components) for region, _, components, _ in printed]
    assert published(ipm_of(rows, tmp_path)) == {
        region: Fraction(index) for region, _, _, index in printed
    }


def test_kota_kediri_2023_was_printed_on_another_basis_of_life_expectancy(tmp_path: Path) -> None:
    """80.97 does not follow from the older life expectancy of 74.67 years."""
    row = row_of("Kota Kediri", "2023", "74.67 15.45 10.69 13276")
    assert published(ipm_of([row], tmp_path)) == {"Kota Kediri": Fraction("80.44")}


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
    printed = {region: index for region, year, _, index in PRINTED if year == "2017"}
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
