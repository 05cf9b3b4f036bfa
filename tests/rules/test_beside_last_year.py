"""Results a power of ten off last year's: what ``score`` with last year's file says of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.workbook import Workbook
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import LastYear, score
from kediri_index.usecases.waive import load_waivers, waive
from tests.findings.building import HERE, checked, csv_table, definition, long_sheet
from tests.rules.test_magnitude import HEADER, HIGHER, SHARE, asking

COLUMN = (
    "5 numbers in this column are like last year's only if they are divided by 1,000,000: "
    "for example «7500000» becomes 7.5 (last year 7.5)"
)
WIDE_RANGE = "score: {method: goalposts, min: 0, max: 1000000}"


def beside(this: Workbook, last: Workbook, text: str, before: str = "") -> tuple[Finding, ...]:
    """What is found on this year's data where last year's are at hand."""
    previous = LastYear(Submission((last,)), definition(before or text), last.path)
    found = score(Submission((this,)), definition(text), hints=HERE, previous=previous).findings
    return tuple(one for one in found if one.code != "S305")


def said(findings: Iterable[Finding], language: Language = Language.EN) -> list[tuple[object, ...]]:
    return [(one.cell, one.code, message_of(one, language)) for one in findings]


def row(value: object, year: int, target: object = None, name: str = "isian.csv") -> Workbook:
    goal = "" if target is None else target
    return csv_table(
        f"Wilayah,Tahun,Kode,Target,Realisasi\nKota Uji,{year},M-1,{goal},{value}\n", name
    )


def of_years(ask: str, last: object, this: object, target: object = None) -> list[str]:
    """The codes for one result after last year's; the target is this year's."""
    files = row(this, 2022, target), row(last, 2021, name="lalu.csv")
    return [one.code for one in beside(*files, asking(ask)) if one.file == "isian.csv"]


def test_a_result_a_thousand_times_last_years_is_named_with_the_reading_that_fits() -> None:
    found = beside(row(452_317, 2022), row(441.2, 2021, name="lalu.csv"), asking(WIDE_RANGE))
    assert said(found) == [
        ("E2", "C157", "«452317» is far from last year's result (441.2); perhaps 452.317?")
    ]
    assert said(found, Language.ID) == [
        ("E2", "C157", "«452317» jauh dari hasil tahun lalu (441,2); mungkin 452,317?")
    ]
    assert (found[0].file, found[0].indicator) == ("isian.csv", "M-1")


def test_a_table_of_units_is_held_against_last_years_unit_by_unit() -> None:
    last = csv_table("unit,year,M-1\nKota A,2021,440\nKota B,2021,0.5\n", "lalu.csv")
    this = csv_table("unit,year,M-1\nKota A,2022,450\nKota B,2022,510\n")
    assert said(beside(this, last, asking(WIDE_RANGE))) == [
        ("C3", "C157", "«510» is far from last year's result (0.5); perhaps 0.51?")
    ]


def test_a_share_for_a_percentage_in_range_shows_beside_last_year() -> None:
    assert of_years(SHARE, 5.6, 0.056) == ["C157"]


@pytest.mark.parametrize(
    ("last", "this", "named"),
    [
        (5.4, 54, True),
        (5.4, 5.4, False),
        (5.4, 27, False),  # five times is no slip of a mark
        (5.4, 80, False),  # neither is fifteen times
        (5.4, 0, False),
        (0, 54, False),
        (-5.4, 5.4, False),
        (-0.5, -52, True),
        (1, 9, False),  # 9 events are not 0.9 events
        (20, 2000, True),
        (20, 3999, True),
        (20, 900, False),
    ],
)
def test_only_a_power_of_ten_is_named(last: float, this: float, named: bool) -> None:  # noqa: FBT001
    ask = "score: {method: goalposts, min: -1000, max: 1000000}"
    assert of_years(ask, last, this) == (["C157"] if named else [])


def test_a_cell_has_one_finding() -> None:
    """What its target or its range shows goes before last year."""
    assert of_years(HIGHER, 440, 452_317_000_000, target=450) == ["C150"]
    cut = 'unit: "%", direction: lower, score: {method: goalposts, min: 2, max: 12}'
    assert of_years(cut, 5.4, 0.056) == ["C152"]
    noted = "score: {method: goalposts, min: 0, max: 1000}"
    assert of_years(noted, 10.1, 1010) == ["C157"]


def test_a_result_near_its_target_is_not_named() -> None:
    assert of_years(HIGHER, 0.8, 80, target=85) == []


def test_a_column_that_is_off_as_a_whole_is_one_finding() -> None:
    names = "ABCDE"
    last = "".join(f"Kota {name},2021,{n}.5\n" for n, name in enumerate(names, 7))
    this = "".join(f"Kota {name},2022,{n}500000\n" for n, name in enumerate(names, 7))
    text = asking("score: {method: min_max}")
    found = beside(
        csv_table(f"unit,year,M-1\n{this}"), csv_table(f"unit,year,M-1\n{last}", "lalu.csv"), text
    )
    assert [one for one in said(found) if one[1] != "S415"] == [
        (
            "C2",
            "C158",
            COLUMN,
        )
    ]


def test_three_of_many_are_no_column() -> None:
    last = "".join(f"Kota {n},2021,7.5\n" for n in range(20))
    this = "".join(f"Kota {n},2022,{7.6 if n > 2 else 7600}\n" for n in range(20))
    text = asking("score: {method: min_max}")
    found = beside(
        csv_table(f"unit,year,M-1\n{this}"), csv_table(f"unit,year,M-1\n{last}", "lalu.csv"), text
    )
    assert "C158" not in {one.code for one in found}


def test_another_unit_of_measure_or_no_last_year_is_not_compared() -> None:
    this, last = row(452_317, 2022), row(441.2, 2021, name="lalu.csv")
    text = asking(f"unit: juta, {WIDE_RANGE}")
    assert beside(this, last, text, asking(f"unit: miliar, {WIDE_RANGE}")) == ()
    assert beside(this, last, text.replace("M-1", "M-9"), text) != ()  # the row is unknown now
    assert checked(long_sheet(HEADER, ("M-1", None, 452_317)), text=text).findings == ()
    assert said(beside(row(452_317, 2022), row(441.2, 2022, name="lalu.csv"), text)) == []


def test_it_is_accepted_by_a_waiver(tmp_path: Path) -> None:
    path = tmp_path / "pengecualian.yaml"
    path.write_text(
        "- {code: C157, place: {file: isian.csv, cell: E2}, reason: pemekaran, who: Dewi, "
        "until: 2023-12-31}\n",
        "utf-8",
    )
    text = asking(WIDE_RANGE)
    last = LastYear(Submission((row(441.2, 2021, name="lalu.csv"),)), definition(text), "lalu.csv")

    def accept(done: Checked) -> Checked:
        return waive(done, load_waivers(str(path)), date(2022, 12, 1))

    outcome = score(
        Submission((row(452_317, 2022),)), definition(text), previous=last, waive=accept
    )
    assert [one.code for one in outcome.findings] == []
    assert len(outcome.waived) == 1
