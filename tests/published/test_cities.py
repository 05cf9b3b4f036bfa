"""The results that the examples and the README are about."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.scores import Previous, PreviousBasis
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import LastYear
from tests.published.tables import DIMENSIONS, Row, published, scored, shipped_row, submission

EXAMPLES = Path(__file__).parents[2] / "examples"
PILLARS = ("governance", "branding", "economy", "living", "society", "environment")
KEDIRI_2022 = shipped_row("kota-kediri-2022", "KOTA KEDIRI")
KEDIRI_2023 = shipped_row("reguler-2023", "KOTA KEDIRI")
MALANG_2022 = shipped_row("kppn-2022", "KAB. MALANG")
MALANG_2023 = shipped_row("kppn-2023", "KAB. MALANG")


@pytest.mark.parametrize(
    ("row", "definition", "exact", "overall"),
    [
        (KEDIRI_2022, "kominfo-2022-reguler", "3.315", "3.31"),
        (KEDIRI_2023, "kominfo-2023-reguler", "3.197", "3.20"),
        (MALANG_2022, "kominfo-2022-kppn", "2.504", "2.51"),
        (MALANG_2023, "kominfo-2023-kppn", "2.941", "2.94"),
    ],
)
def test_the_overall_from_the_published_dimensions(
    row: Row, definition: str, exact: str, overall: str, tmp_path: Path
) -> None:
    (result,) = scored(submission(tmp_path / "a.csv", [row]), definition).values()
    assert (result.overall.score, result.overall.published) == (Fraction(exact), Fraction(overall))
    assert (result.unit, str(result.year)) == (row["region"], row["year"])


@pytest.mark.parametrize(
    ("workbook", "definition", "dimensions", "overall"),
    [
        ("kota-kediri-2022", "kominfo-2022-reguler", KEDIRI_2022, "3.31"),
        ("kota-kediri-2023", "kominfo-2023-reguler", KEDIRI_2023, "3.20"),
        ("kabupaten-malang-2022", "kominfo-2022-kppn", MALANG_2022, "2.51"),
        ("kabupaten-malang-2023", "kominfo-2023-kppn", MALANG_2023, "2.94"),
    ],
)
def test_dimensions_and_overall_from_the_workbook_of_single_answers(
    workbook: str, definition: str, dimensions: Row, overall: str
) -> None:
    (result,) = scored(read_workbooks(EXAMPLES / f"{workbook}.xlsx"), definition).values()
    assert {one.id: one.figure.published for one in result.groups} == {
        name: Fraction(dimensions[name]) for name in DIMENSIONS if name in dimensions
    }
    assert result.overall.published == Fraction(overall)


def test_impact_of_kota_kediri_2022_is_the_mean_of_its_published_pillars() -> None:
    files = read_workbooks(EXAMPLES / "kota-kediri-2022.xlsx")
    (result,) = scored(files, "kominfo-2022-reguler").values()
    impact = next(one for one in result.groups if one.id == "impact")
    assert not impact.given
    printed = shipped_row("kota-kediri-2022 pillars", "KOTA KEDIRI")
    assert {one.id: one.figure.published for one in impact.groups} == {
        name: Fraction(printed[name]) for name in PILLARS
    }
    assert impact.figure.score == Fraction("18.41") / 6
    assert result.overall.score == Fraction("3.314") + Fraction(2, 3000)


def test_kota_kediri_fell_by_0_12_though_3_31_had_been_published(tmp_path: Path) -> None:
    last = LastYear(
        submission(tmp_path / "2022.csv", [KEDIRI_2022]), load_definition("kominfo-2022-reguler")
    )
    now = submission(tmp_path / "2023.csv", [KEDIRI_2023])
    (result,) = scored(now, "kominfo-2023-reguler", last).values()
    assert result.previous == Previous(Fraction("3.32"), PreviousBasis.RECOMPUTED, 2022)
    assert result.change == Fraction("-0.12")


def kolaborasi(score: str) -> Row:
    return (
        {"region": "Kota", "year": "2023"} | dict.fromkeys(DIMENSIONS, "3") | {"kolaborasi": score}
    )


def test_a_kolaborasi_of_zero_keeps_its_ten_percent(tmp_path: Path) -> None:
    files = submission(tmp_path / "a.csv", [kolaborasi("0")])
    (result,) = scored(files, "kominfo-2023-kppn").values()
    assert result.overall.published == Fraction("2.70")
    assert result.completeness.expected == 6


@pytest.mark.parametrize("empty", ["", "n/a"])
def test_an_empty_kolaborasi_does_not_apply(empty: str, tmp_path: Path) -> None:
    other = {**kolaborasi("4"), "region": "Other"}
    files = submission(tmp_path / "a.csv", [kolaborasi(empty), other])
    results = scored(files, "kominfo-2023-kppn")
    assert published(results) == {"Kota": Fraction(3), "Other": Fraction("3.10")}
    assert results["Kota"].completeness.expected == 5
    shares = {one.id: one.effective_weight for one in results["Kota"].groups}
    assert shares["kolaborasi"] == 0
    assert shares["baseline"] == Fraction(1, 9)
