"""Every published row of the ministry's evaluations of 2022 and 2023."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.api.load import load_definition
from kediri_index.api.score import LastYear
from kediri_index.model.results import PreviousBasis
from tests.published.tables import Row, published, scored, submission

COHORTS = {
    ("2022", "REGULER"): ("kominfo-2022-reguler", 1),
    ("2022", "KPPN&IKN"): ("kominfo-2022-kppn", 37),
    ("2022", "KPPN&IKN+SURABAYA"): ("kominfo-2022-kppn", 1),
    ("2023", "REGULER"): ("kominfo-2023-reguler", 72),
    ("2023", "KPPN&IKN"): ("kominfo-2023-kppn", 58),
}


def of_cohort(results: list[dict[str, str]], year: str, cohort: str) -> list[dict[str, str]]:
    return [row for row in results if (row["year"], row["cohort"]) == (year, cohort)]


def test_every_row_belongs_to_a_cohort_whose_definition_is_known(
    results: list[dict[str, str]],
) -> None:
    assert len(results) == 169
    assert Counter((row["year"], row["cohort"]) for row in results) == {
        cohort: count for cohort, (_, count) in COHORTS.items()
    }


@pytest.mark.parametrize(("year", "cohort"), COHORTS)
def test_the_overall_of_every_region_is_the_printed_one(
    year: str, cohort: str, results: list[dict[str, str]], tmp_path: Path
) -> None:
    rows = of_cohort(results, year, cohort)
    found = scored(submission(tmp_path / "a.csv", rows), COHORTS[year, cohort][0])
    assert published(found) == {row["region"]: Fraction(row["overall"]) for row in rows}
    assert {str(one.year) for one in found.values()} == {year}


def test_seven_regions_had_a_kolaborasi_of_zero_which_kept_its_weight(
    results: list[dict[str, str]], tmp_path: Path
) -> None:
    rows = [row for row in results if row["kolaborasi"] and Fraction(row["kolaborasi"]) == 0]
    assert len(rows) == 7
    found = scored(submission(tmp_path / "a.csv", rows), "kominfo-2023-kppn")
    assert published(found) == {row["region"]: Fraction(row["overall"]) for row in rows}
    assert {one.completeness.expected for one in found.values()} == {6}


def improvements(results: list[dict[str, str]]) -> dict[str, Row]:
    """The rows of 2023 with a printed improvement whose region has a row of 2022."""
    before = {row["region"] for row in results if row["year"] == "2022"}
    return {
        row["region"]: row
        for row in results
        if row["year"] == "2023" and row["region"] in before and row["improvement"] not in {"", "-"}
    }


def test_every_printed_improvement_is_against_last_year_recomputed_by_this_years_rule(
    results: list[dict[str, str]], tmp_path: Path
) -> None:
    printed = {
        region: Fraction(row["improvement"]) for region, row in improvements(results).items()
    }
    changes: dict[str, Fraction | None] = {}
    for (year, cohort), (definition, _) in COHORTS.items():
        if year != "2022":
            continue
        rows = of_cohort(results, year, cohort)
        last = LastYear(
            submission(tmp_path / "2022.csv", rows), load_definition(definition), "2022.csv"
        )
        for this_cohort in ("REGULER", "KPPN&IKN"):
            files = submission(tmp_path / "2023.csv", of_cohort(results, "2023", this_cohort))
            found = scored(files, COHORTS["2023", this_cohort][0], last)
            for region, one in found.items():
                if one.previous is not None and region in printed:
                    assert region not in changes, "one row of 2022 a region"
                    assert one.previous.basis is PreviousBasis.RECOMPUTED
                    changes[region] = one.change
    assert changes == printed
    assert len(changes) == 33
    assert changes["KOTA KEDIRI"] == Fraction("-0.12")


def test_against_the_printed_overall_of_last_year_only_thirteen_would_be_right(
    results: list[dict[str, str]],
) -> None:
    before = {row["region"]: Fraction(row["overall"]) for row in results if row["year"] == "2022"}
    right = [
        region
        for region, row in improvements(results).items()
        if Fraction(row["overall"]) - before[region] == Fraction(row["improvement"])
    ]
    assert len(right) == 13
    assert "KOTA KEDIRI" not in right
