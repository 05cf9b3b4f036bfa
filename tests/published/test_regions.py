"""Every published row of the ministry's evaluations of 2022 and 2023."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.scores import PreviousBasis
from kediri_index.usecases.inputs import load_definition
from kediri_index.usecases.score import LastYear
from tests.published.tables import (
    DIMENSIONS,
    published,
    scored,
    shipped,
    shipped_rows,
    submission,
)

COHORTS = {
    "kota-kediri-2022": ("2022", "REGULER", 1),
    "kppn-2022": ("2022", "KPPN&IKN", 37),
    "surabaya-2022": ("2022", "KPPN&IKN+SURABAYA", 1),
    "reguler-2023": ("2023", "REGULER", 72),
    "kppn-2023": ("2023", "KPPN&IKN", 58),
}
LAST_YEAR = ("kota-kediri-2022", "kppn-2022", "surabaya-2022")
PRINTED = ("region", "year", *DIMENSIONS, "overall")


def definition_of(name: str) -> str:
    return shipped()[name].definition or ""


@pytest.mark.parametrize("name", COHORTS)
def test_the_shipped_rows_are_those_that_the_ministry_printed(
    name: str, results: list[dict[str, str]]
) -> None:
    year, cohort, count = COHORTS[name]
    printed = [row for row in results if (row["year"], row["cohort"]) == (year, cohort)]
    assert len(printed) == count
    assert [{key: row.get(key, "") for key in PRINTED} for row in shipped_rows(name)] == [
        {key: row[key] for key in PRINTED} for row in printed
    ]


def test_every_printed_row_is_shipped_and_every_improvement_on_a_row_of_the_year_before(
    results: list[dict[str, str]],
) -> None:
    assert len(results) == sum(count for _, _, count in COHORTS.values()) == 169
    before = {row["region"] for row in results if row["year"] == "2022"}
    assert improvements() == {
        row["region"]: row["improvement"]
        for row in results
        if row["year"] == "2023" and row["region"] in before and row["improvement"] not in {"", "-"}
    }


@pytest.mark.parametrize("name", COHORTS)
def test_the_overall_of_every_region_is_the_printed_one(name: str, tmp_path: Path) -> None:
    rows = shipped_rows(name)
    found = scored(submission(tmp_path / "a.csv", rows), definition_of(name))
    assert published(found) == {row["region"]: Fraction(row["overall"]) for row in rows}
    assert {str(one.year) for one in found.values()} == {COHORTS[name][0]}


def test_seven_regions_had_a_kolaborasi_of_zero_which_kept_its_weight(tmp_path: Path) -> None:
    rows = [
        row
        for row in shipped_rows("kppn-2023")
        if row["kolaborasi"] and Fraction(row["kolaborasi"]) == 0
    ]
    assert len(rows) == 7
    found = scored(submission(tmp_path / "a.csv", rows), "kominfo-2023-kppn")
    assert published(found) == {row["region"]: Fraction(row["overall"]) for row in rows}
    assert {one.completeness.expected for one in found.values()} == {6}


def improvements() -> dict[str, str]:
    """The printed improvements of 2023 whose region has a row of 2022, by region."""
    rows = [*shipped_rows("reguler-2023"), *shipped_rows("kppn-2023")]
    return {row["region"]: row["change"] for row in rows if "change" in row}


def test_every_printed_improvement_is_against_last_year_recomputed_by_this_years_rule(
    tmp_path: Path,
) -> None:
    printed = {region: Fraction(change) for region, change in improvements().items()}
    changes: dict[str, Fraction | None] = {}
    for before in LAST_YEAR:
        rows = shipped_rows(before)
        last = LastYear(
            submission(tmp_path / "2022.csv", rows),
            load_definition(definition_of(before)),
            "2022.csv",
        )
        for name in ("reguler-2023", "kppn-2023"):
            files = submission(tmp_path / "2023.csv", shipped_rows(name))
            for region, one in scored(files, definition_of(name), last).items():
                if one.previous is not None and region in printed:
                    assert region not in changes, "one row of 2022 a region"
                    assert one.previous.basis is PreviousBasis.RECOMPUTED
                    changes[region] = one.change
    assert changes == printed
    assert len(changes) == 33
    assert changes["KOTA KEDIRI"] == Fraction("-0.12")


def test_against_the_printed_overall_of_last_year_only_thirteen_would_be_right() -> None:
    before, now = (
        {row["region"]: Fraction(row["overall"]) for name in names for row in shipped_rows(name)}
        for names in (LAST_YEAR, ("reguler-2023", "kppn-2023"))
    )
    right = [
        region
        for region, change in improvements().items()
        if now[region] - before[region] == Fraction(change)
    ]
    assert len(right) == 13
    assert "KOTA KEDIRI" not in right
