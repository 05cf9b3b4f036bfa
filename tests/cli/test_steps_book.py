"""The workbook of steps against numpy: many units, two years, screening, treatment, assessors."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import openpyxl
import pytest
import yaml
from numpy.typing import NDArray

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from tests.cli.running import Cli

YELLOW, BLUE = "FFFFE699", "FFBDD7EE"
YEARS = (2025, 2026)
IDS = ("A-1", "A-2", "B-1", "B-2")
LOWER = "B-2"
PEOPLE = 1000
Key = tuple[str, int]
Table = dict[Key, dict[str, Any]]
Floats = NDArray[np.float64]


def _definition(score: Mapping[str, object], *prepare: Mapping[str, object]) -> dict[str, object]:
    groups = [{"id": one, "kind": "pillar", "name": one.upper()} for one in "ab"]
    return {
        "kediri_index": 1,
        "id": "uji",
        "version": "1",
        "status": "own",
        "title": "Uji",
        "scale": {"min": 0, "max": 100},
        "missing": {"answers": "exclude"},
        "kinds": {"pillar": {"name": "Pilar"}},
        "score": score,
        "prepare": list(prepare),
        "groups": groups,
        "indicators": [
            {"id": one, "in": one[0].lower(), "name": f"Nama {one}"}
            | ({"direction": "lower"} if one == LOWER else {})
            for one in IDS
        ],
    }


def _panel(units: int) -> Table:
    """Skewed values, one in ten missing; the third unit has only one of them in the last year."""
    drawn = random.Random(units)  # noqa: S311 - no secret
    found: Table = {}
    for unit in range(units):
        for year in YEARS:
            row: dict[str, Any] = {
                one: None if drawn.random() < 0.1 else round(math.exp(drawn.gauss(2, 1.2)), 3)
                for one in IDS
            }
            if unit == 2 and year == YEARS[-1]:
                row |= dict.fromkeys(IDS[:-1]) | {IDS[-1]: 5.5}
            found[f"Kota {unit:02}", year] = row | {"people": drawn.randint(1, 9) * PEOPLE}
    return found


def _write(
    cli: Cli, project: Path, definition: Mapping[str, object], panel: Table, lang: str = "en"
) -> openpyxl.Workbook:
    (project / "d.yaml").write_text(yaml.safe_dump(definition), encoding="utf-8")
    heads = ("unit", "year", *next(iter(panel.values())))
    rows = [
        (*key, *("" if one is None else one for one in row.values())) for key, row in panel.items()
    ]
    text = "\n".join(",".join(map(str, row)) for row in (heads, *rows))
    (project / "d.csv").write_text(text, encoding="utf-8")
    call = ("score", "d.csv", "--config", "d.yaml", "--format", "xlsx", "--output", "d.xlsx")
    assert cli(*call, "--lang", lang, "--allow-errors", "--force").code == 0
    return openpyxl.load_workbook(project / "d.xlsx")


def _rows(book: openpyxl.Workbook, sheet: str) -> Table:
    heads, *rows = [*book[sheet].iter_rows(min_row=2, values_only=True)]
    return {
        (str(row[0]), int(str(row[1]))): dict(zip(map(str, heads), row, strict=True))
        for row in rows
    }


def _column(table: Table, name: str, keys: Sequence[Key]) -> Floats:
    values = [table[key][name] for key in keys]
    return np.array([np.nan if one is None else float(one) for one in values])


def _fitted(book: openpyxl.Workbook, sheet: str = "Definition") -> dict[str, str]:
    return {str(row[0]): str(row[8]) for row in book[sheet].iter_rows(values_only=True)}


def _colour(sheet: Worksheet, column: str, key: Key) -> str:
    heads = [cell.value for cell in sheet[2]]
    (row,) = [one for one in sheet.iter_rows(min_row=3) if (one[0].value, one[1].value) == key]
    return str(row[heads.index(column)].fill.fgColor.rgb)


def _same(seen: Floats, wanted: Floats) -> None:
    assert np.allclose(seen, wanted, rtol=1e-9, atol=1e-12, equal_nan=True)


DIVIDED = {"denominate": {"A-1": "people"}}
SCREENED = {"screen": {"min_present": 0.5}}
FILLED = {"impute": {"method": "mean"}}
TRANSFORMED = {
    "treat": {
        "method": "winsorise_then_log",
        "log": "box_cox",
        "winmax": 0,
        "skew": 0.1,
        "kurtosis": 0.1,
    }
}


@pytest.mark.parametrize("units", [6, 70])
def test_each_sheet_is_what_numpy_makes_of_the_one_before(
    units: int, cli: Cli, project: Path
) -> None:
    panel = _panel(units)
    used = _definition({"method": "min_max"}, DIVIDED, SCREENED, FILLED, TRANSFORMED)
    book, keys = _write(cli, project, used, panel), [*panel]
    out = np.array([sum(panel[key][one] is not None for one in IDS) < 2 for key in keys])
    assert out.any()
    by_power = 0
    for name in IDS:
        raw = _column(panel, name, keys)
        _same(_column(_rows(book, "Raw"), name, keys), raw)
        divided = raw / _column(panel, "people", keys) if name == "A-1" else raw
        _same(_column(_rows(book, "Denominated"), name, keys), divided)
        screened = np.where(out, np.nan, divided)
        _same(_column(_rows(book, "Screened"), name, keys), screened)
        gap = np.isnan(screened) & ~out
        filled = np.where(gap, np.nanmean(screened), screened)
        _same(_column(_rows(book, "Imputed"), name, keys), filled)
        said = _fitted(book)[name]
        treated = filled
        if "lambda" in said:
            by_power += 1
            power = float(said.split("lambda = ")[1])
            treated = ((filled - np.nanmin(filled) + 1) ** power - 1) / power
        _same(_column(_rows(book, "Treated"), name, keys), treated)
        share = (treated - np.nanmin(treated)) / (np.nanmax(treated) - np.nanmin(treated))
        scored = 100 * (1 - share if name == LOWER else share)
        _same(_column(_rows(book, "Normalised"), name, keys), scored)
    assert by_power
    scored = np.array([_column(_rows(book, "Normalised"), one, keys) for one in IDS])
    aggregated = _rows(book, "Aggregated")
    parts = scored[:2].mean(axis=0), scored[2:].mean(axis=0)
    for part, name in zip(parts, "ab", strict=True):
        _same(_column(aggregated, name, keys), part)
    _same(_column(aggregated, "score", keys), (parts[0] + parts[1]) / 2)


def test_a_unit_that_is_left_out_is_yellow_and_without_values(cli: Cli, project: Path) -> None:
    panel, gone = _panel(6), ("Kota 02", YEARS[-1])
    book = _write(cli, project, _definition({"method": "min_max"}, SCREENED), panel)
    assert book.sheetnames == ["Raw", "Screened", "Normalised", "Aggregated", "Definition"]
    assert _rows(book, "Raw")[gone]["B-2"] == 5.5
    for sheet in book.sheetnames[1:-1]:
        row = _rows(book, sheet)[gone]
        assert {row.pop("unit"), row.pop("year")} == {*gone}
        assert {*row.values()} == {None}
    for column in ("unit", "year"):
        assert _colour(book["Screened"], column, gone) == YELLOW
        assert _colour(book["Screened"], column, ("Kota 02", YEARS[0])) != YELLOW


@pytest.mark.parametrize("units", [6, 70])
@pytest.mark.parametrize("method", ["min_max", "z_score"])
def test_years_that_are_fitted_each_are_said_each(
    units: int, method: str, cli: Cli, project: Path
) -> None:
    panel = _panel(units)
    apart = _write(cli, project, _definition({"method": method, "years": "each"}), panel)
    fitted = {}
    for name in IDS:
        fitted[name] = dict(one.split(": ") for one in _fitted(apart)[name].split("; 20"))
    for at, year in enumerate(YEARS):
        keys = [key for key in panel if key[1] == year]
        for name in IDS:
            raw = _column(panel, name, keys)
            low, high, mean, sd = (
                np.nanmin(raw),
                np.nanmax(raw),
                np.nanmean(raw),
                raw[~np.isnan(raw)].std(ddof=1),
            )
            ends = (high, low) if name == LOWER else (low, high)
            texts = [*fitted[name].values()][at].split("; ")
            words, numbers = zip(*(one.split(" = ") for one in texts), strict=True)
            if method == "min_max":
                assert words == ("worst", "best")
                assert tuple(map(float, numbers)) == pytest.approx(ends, rel=1e-12)
                scored = 100 * (raw - ends[0]) / (ends[1] - ends[0])
            else:
                assert words == ("mean", "standard deviation")
                assert tuple(map(float, numbers)) == pytest.approx((mean, sd), rel=1e-9)
                scored = (raw - mean) / sd * (-1 if name == LOWER else 1)
            _same(_column(_rows(apart, "Normalised"), name, keys), scored)
    together = _write(cli, project, _definition({"method": method}), panel)
    assert not any(str(year) in _fitted(together)[name] for year in YEARS for name in IDS)


def test_sheets_speak_indonesian(cli: Cli, project: Path) -> None:
    steps = ({"treat": {"winmax": 1, "method": "winsorise", "skew": 0.1, "kurtosis": 0.1}},)
    used = _definition({"method": "min_max"}, *steps)
    book = _write(cli, project, used, _panel(6), "id")
    assert book.sheetnames == ["Data mentah", "Pencilan", "Normalisasi", "Agregasi", "Definisi"]
    assert [cell.value for cell in book["Agregasi"][1]] == [
        *("Nilai indeks dan kelompok", None),
        *("Nilai indeks", "Nilai resmi", "Peringkat", "A", "B"),
    ]
    said = next(one for one in _fitted(book, "Definisi").values() if "winsorise" in one)
    worst, best, treated = said.split("; ")
    assert worst.startswith("terburuk = ")
    assert "," in best
    assert treated == "winsorise: 1 isian diubah"
    rows = {row[0]: row for row in book["Definisi"].iter_rows(values_only=True)}
    assert rows["a"][2] == "Pilar"
    assert rows["a"][7] == "rata-rata tertimbang"
    assert rows["A-1"][6] == "makin tinggi makin baik"
    assert rows[LOWER][6] == "makin rendah makin baik"


def test_ranks_are_whole_numbers(cli: Cli, project: Path) -> None:
    book = _write(cli, project, _definition({"method": "min_max"}), _panel(6))
    formats = {cell.value: cell.number_format for cell in book["Aggregated"][3]}
    heads = [cell.value for cell in book["Aggregated"][2]]
    assert dict(zip(heads, formats.values(), strict=False))["rank"] == "General"


LONG = """\
Wilayah,Tahun,Kode,Nilai asesor 1,Nilai asesor 2,Realisasi
K,2026,A-1,,,10
K,2026,A-2,2,3,
L,2026,A-1,3,,20
L,2026,A-2,4,,
M,2026,A-1,,,30
M,2026,A-2,n/a,,
"""


@pytest.mark.parametrize(("value", "score", "colour"), [("assessor", 3, BLUE), ("self", 50, "")])
def test_a_score_in_place_of_an_actual_value_is_blue(
    value: str, score: int, colour: str, cli: Cli, project: Path
) -> None:
    used = _definition({"method": "as_given"})
    used["indicators"] = [
        {"id": "A-1", "in": "a", "name": "Satu", "score": {"method": "min_max"}},
        {"id": "A-2", "in": "b", "name": "Dua"},
    ]
    (project / "d.yaml").write_text(yaml.safe_dump(used), encoding="utf-8")
    (project / "d.csv").write_text(LONG, encoding="utf-8")
    call = ("score", "d.csv", "--config", "d.yaml", "--format", "xlsx", "--output", "d.xlsx")
    assert cli(*call, "--value", value, "--allow-errors", "--lang", "en").code == 0
    book = openpyxl.load_workbook(project / "d.xlsx")
    raw, scored = _rows(book, "Raw"), _rows(book, "Normalised")
    assert [raw[one, 2026]["A-1"] for one in "KLM"] == [10, 20, 30]
    assert "of several assessors the mean" in str(book["Raw"]["A1"].value)
    if value == "assessor":
        assert [raw[one, 2026]["A-2"] for one in "KLM"] == [2.5, 4, "n/a"]
    assert scored["L", 2026]["A-1"] == score
    assert (_colour(book["Normalised"], "A-1", ("L", 2026)) == BLUE) == bool(colour)
    assert _colour(book["Normalised"], "A-1", ("K", 2026)) != BLUE
    legend = [str(row[0]) for row in book["Definition"].iter_rows(values_only=True)]
    assert any(one.startswith("A blue cell: ") for one in legend)


def test_groups_that_are_named_like_a_column_do_not_take_its_place(cli: Cli, project: Path) -> None:
    used = _definition({"method": "min_max"})
    used["groups"] = [{"id": one, "kind": "pillar", "name": one.upper()} for one in ("rank", "b")]
    used["indicators"] = [{"id": "A-1", "in": "rank", "name": "Satu"}]
    panel: Table = {("K", 2026): {"A-1": 1}, ("L", 2026): {"A-1": 2}}
    book = _write(cli, project, used, panel)
    row = _rows(book, "Aggregated")["K", 2026]
    assert (row["rank"], row["rank_"]) == (2, 0)
    names = dict(
        zip(*book["Aggregated"].iter_rows(min_row=1, max_row=2, values_only=True), strict=True)
    )
    assert (names["Rank"], names["RANK"]) == ("rank", "rank_")
