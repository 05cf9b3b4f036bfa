"""Data frames in and out: the same checks and figures as of a file."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import yaml

import kediri_index as ki
from kediri_index.model.definition import Definition
from kediri_index.model.scores import ScoreOutcome

ROOT = Path(__file__).parents[2]
REGIONS = ROOT / "examples" / "wilayah-contoh"
TABLE = REGIONS / "wilayah.csv"


@pytest.fixture(scope="module")
def definition() -> Definition:
    return ki.load_definition(REGIONS / "indeks.yaml")


@pytest.fixture(scope="module")
def from_file(definition: Definition) -> ScoreOutcome:
    return ki.score(ki.read_workbooks(TABLE), definition)


def _figures(outcome: ScoreOutcome) -> list[tuple[object, ...]]:
    return [
        (one.unit, one.year, one.overall, one.rank, *(group.figure for group in one.all_groups()))
        for one in outcome.units or ()
    ]


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pd.read_csv(TABLE),
    "an index": lambda: pd.read_csv(TABLE).set_index("unit"),
    "an index without a name": lambda: pd.read_csv(TABLE).set_index("unit").rename_axis(None),
    "nullable types": lambda: pd.read_csv(TABLE).convert_dtypes(),
    "polars": lambda: pl.read_csv(TABLE),
    "columns by name": lambda: pl.read_csv(TABLE).to_dict(as_series=False),
    "pandas as a dict": lambda: pd.read_csv(TABLE).to_dict(),
    "Decimal": lambda: pd.read_csv(TABLE, dtype=str, keep_default_na=False).map(_decimal),
}


def _decimal(text: str) -> object:
    return Decimal(text) if text.replace(".", "").isdigit() else text


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_scores_as_the_file_of_its_table(
    name: str, definition: Definition, from_file: ScoreOutcome
) -> None:
    outcome = ki.score(ki.read_frame(FRAMES[name](), definition), definition)
    assert not outcome.findings
    assert _figures(outcome) == _figures(from_file)


def test_an_index_of_indicators_is_one_row_an_answer(definition: Definition) -> None:
    ids = [one.id for one in definition.all_indicators()]
    frame = pd.DataFrame({"actual": range(10, 10 + len(ids))}, index=ids)
    hints = ki.Hints(unit="Kota A", year=2023)
    outcome = ki.score(ki.read_frame(frame, definition), definition, hints=hints)
    (unit,) = outcome.units or ()
    assert [(one.id, one.raw) for one in unit.indicators] == [
        (name, str(value)) for value, name in enumerate(ids, 10)
    ]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_scores_come_back_as_frames(library: str, from_file: ScoreOutcome) -> None:
    rows: dict[str, list[dict[str, Any]]] = {}
    for of in ("units", "groups", "indicators", "findings"):
        frame = from_file.to_frame(of, library)
        rows[of] = frame.to_dict("records") if library == "pandas" else frame.to_dicts()
    units = from_file.units or ()
    assert [(one["unit"], one["score"], one["rank"]) for one in rows["units"]] == [
        (one.unit, float(one.overall.score or 0), one.rank) for one in units
    ]
    assert [(one["unit"], one["id"], one["published"]) for one in rows["groups"]] == [
        (one.unit, group.id, float(group.figure.published or 0))
        for one in units
        for group in one.all_groups()
    ]
    assert [(one["id"], one["raw"], one["source"]) for one in rows["indicators"][:2]] == [
        (one.id, one.raw, f"{TABLE} {cell}")
        for one, cell in zip(units[0].indicators, ("B2", "C2"), strict=False)
    ]
    assert rows["findings"] == []


def test_results_go_into_a_frame_and_back(definition: Definition, from_file: ScoreOutcome) -> None:
    raw = from_file.to_frame("indicators").pivot(index=["unit", "year"], columns="id", values="raw")
    again = ki.score(ki.read_frame(raw.astype(float), definition), definition)
    assert _figures(again) == sorted(_figures(from_file), key=lambda one: str(one[0]))


NOTHING = (None, math.nan, "", pd.NA, pd.NaT, np.float64("nan"), Decimal("nan"))


def test_what_is_missing_is_an_empty_cell_and_the_rest_as_it_prints() -> None:
    definition = ki.load_definition("ipm-bps")
    values = [
        *NOTHING,
        0.1,
        1,
        np.float64(2.5),
        np.int64(3),
        np.bool_(1),
        Decimal("1E+2"),
        math.inf,
    ]
    frame = pd.DataFrame({"x": pd.Series([*values, datetime(2023, 1, 1), "teks"], dtype=object)})  # noqa: DTZ001
    (sheet,) = ki.read_frame(frame, definition).workbooks[0].sheets
    assert [(cell.address, cell.kind.value, cell.value) for cell in sheet.cells] == [
        ("A1", "text", "x"),
        ("A9", "number", "0.1"),
        ("A10", "number", "1"),
        ("A11", "number", "2.5"),
        ("A12", "number", "3"),
        ("A13", "boolean", "TRUE"),
        ("A14", "number", "100"),
        ("A15", "error", "inf"),
        ("A16", "date", "2023-01-01"),
        ("A17", "text", "teks"),
    ]


def test_a_fault_of_a_frame_is_a_finding_with_its_cell(definition: Definition) -> None:
    frame = pd.read_csv(TABLE).astype({"KES-1": object})
    frame.loc[1, "KES-1"] = "banyak"
    checked = ki.check(ki.read_frame(frame, definition), definition)
    assert [(one.file, one.cell, one.value) for one in checked.findings] == [
        ("frame", "B3", "banyak")
    ]
    rows = checked.to_frame().to_dict("records")
    assert [(one["severity"], one["cell"]) for one in rows] == [("error", "B3")]
    (finding,) = checked.findings
    assert "banyak" in finding.message("en")
    assert finding.repair("id") != finding.repair("en")


@pytest.mark.parametrize("value", [3, "teks", [{"x": 3}], None])
def test_what_is_no_frame_is_said(value: object, definition: Definition) -> None:
    with pytest.raises(ki.UsageError, match="not a data frame; give one of pandas or polars"):
        ki.read_frame(value, definition)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"x": 3}, "the column «x» is of type int; give the list of its values, one a row"),
        ({"x": "teks"}, "the column «x» is of type str; give the list of its values, one a row"),
        ({"unit": ["A", "B"], "x": [1]}, "the column «x» has length 1, the first one 2; give"),
    ],
)
def test_a_column_that_does_not_fit_is_named(
    columns: object, said: str, definition: Definition
) -> None:
    with pytest.raises(ki.UsageError, match=said):
        ki.read_frame(columns, definition)


def test_frames_that_are_not_there_are_said(from_file: ScoreOutcome) -> None:
    with pytest.raises(ki.UsageError, match="«unit»: there is no such frame; nearest: units"):
        from_file.to_frame("unit")
    with pytest.raises(ki.UsageError, match="pandaz: this library is not installed"):
        from_file.to_frame(library="pandaz")
    with pytest.raises(ki.UsageError, match="json: this library is not installed, or has no"):
        from_file.to_frame(library="json")


def test_a_definition_may_be_a_dict() -> None:
    whole = {
        "kediri_index": 1,
        "id": "uji",
        "version": "1",
        "status": "own",
        "title": "no",
        "scale": {"min": 0, "max": 1},
        "groups": [{"id": "g", "kind": "p", "name": "G", "weight": 0.1}],
        "kinds": {"p": {"name": "P"}},
        "indicators": [{"id": "x", "in": "g", "name": "X"}],
    }
    definition = ki.load_definition(whole)
    assert (definition.title.main, str(definition.groups[0].weight)) == ("no", "1/10")
    with pytest.raises(ki.DefinitionError) as caught:
        ki.load_definition({**whole, "titel": "Y", "scale": "0-4"})
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("definition:") for line in lines)
    assert "titel" in lines[1]
    assert caught.value.sentence("id") != str(caught.value)


def test_an_error_is_a_sentence() -> None:
    with pytest.raises(ki.NotFoundError, match="there is no definition «nixda»; known ids: "):
        ki.load_definition("nixda")


def test_an_outcome_is_one_line_and_a_table_in_a_notebook(from_file: ScoreOutcome) -> None:
    assert repr(from_file) == "<ScoreOutcome of wilayah-contoh: 20 units, 0 findings>"
    page: str = from_file._repr_html_()
    assert page.startswith("<div>")
    assert page.count("<tr>") == 21
    assert "<script" not in page
    assert "<style" not in page


def test_other_outcomes_show_themselves_too() -> None:
    kediri = ROOT / "examples" / "kota-kediri-2022.xlsx"
    definition = ki.load_definition("kominfo-2022-reguler")
    files = ki.read_workbooks(kediri)
    outcomes: dict[str, Any] = {
        "<CompareOutcome of kominfo-2022-reguler: comparison, 0 findings>": ki.compare(
            files, files, definition
        ),
        "<TraceOutcome of kominfo-2022-reguler: trace, 0 findings>": ki.trace(files, definition),
        "<Checked: 1 file, 0 findings>": ki.check(files, definition),
        "<RobustnessOutcome of kominfo-2022-reguler: draws, 0 findings>": ki.robustness(
            files, definition, drawing=ki.Drawing(draws=10)
        ),
    }
    assert [*map(repr, outcomes.values())] == [*outcomes]
    for outcome in outcomes.values():
        assert outcome._repr_html_().startswith("<div>")


@pytest.mark.parametrize(("language", "said"), [("id", "pengecualian"), ("en", "add a waiver")])
def test_a_check_shows_itself_in_the_language_of_its_definition(language: str, said: str) -> None:
    text = (REGIONS / "indeks.yaml").read_text(encoding="utf-8")
    definition = ki.load_definition(yaml.safe_load(text) | {"language": language})
    frame = {"unit": ["A", "B"], "year": [2026, 2026]}
    frame |= {one.id: [None, 5] for one in definition.all_indicators()}
    assert said in ki.check(ki.read_frame(frame, definition), definition)._repr_html_()


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda api, files, definition: api.trace(files, definition, "kesehatan"), "profile"),
        (lambda api, _, definition: api.score("wilayah.csv", definition), "submission"),
        (lambda api, files, _: api.score(files, "indeks.yaml"), "definition"),
        (lambda api, files, _: api.check(files, {"id": "uji"}), "definition"),
        (lambda api, files, by: api.score(files, by, "profil.yaml"), "profile"),
        (lambda api, files, by: api.score(files, by, hints="Kota A"), "hints"),
        (lambda api, files, by: api.score(files, by, value="self"), "value"),
        (lambda api, files, by: api.robustness(files, by, value="self"), "value"),
        (lambda api, files, by: api.plan(files, by, "profil.yaml", target=5), "profile"),
    ],
)
def test_an_argument_of_another_type_is_an_error_that_names_it(
    call: Callable[[Any, Any, Any], Any], name: str, definition: Definition
) -> None:
    with pytest.raises(ki.UsageError, match=f"the argument {name} cannot be "):
        call(ki, ki.read_workbooks(TABLE), definition)


@pytest.mark.parametrize("prepare", [[], [{"impute": {"method": "mean"}}]])
def test_prepared_values_are_those_of_all_indicators_and_of_nothing_else(
    prepare: list[object],
) -> None:
    levels = {"method": "levels", "levels": {1: "rendah", 2: "tinggi"}}
    definition = ki.load_definition(
        {
            "kediri_index": 1,
            "id": "uji",
            "version": "1",
            "status": "own",
            "title": "Uji",
            "scale": {"min": 0, "max": 10},
            "missing": {"answers": "exclude"},
            "prepare": [{"denominate": {"C": "people"}}, *prepare],
            "kinds": {"pillar": {"name": "Pilar"}},
            "groups": [{"id": "all", "kind": "pillar", "name": "Semua"}],
            "indicators": [
                {"id": "A", "in": "all", "name": "Satu"},
                {"id": "B", "in": "all", "name": "Dua", "score": levels},
                {"id": "C", "in": "all", "name": "Tiga"},
            ],
        }
    )
    frame = {"unit": ["K", "L"], "A": [4, "n/a"], "B": [1, "n/a"], "people": [2, 2], "C": [6, None]}
    outcome = ki.score(ki.read_frame(frame, definition), definition, allow_errors=True)
    made = outcome.to_frame("prepared", "polars").drop("unit", "year").to_dict(as_series=False)
    filled = 3 if prepare else None
    assert made == {"A": [4, None], "B": [1, None], "C": [3, filled]}


@pytest.mark.parametrize("library", ["pandaz", "math", "", ".x", None])
def test_no_such_library_of_frames_is_an_error(library: Any, from_file: ScoreOutcome) -> None:  # noqa: ANN401
    with pytest.raises(ki.UsageError, match="not installed"):
        from_file.to_frame("units", library)


@pytest.mark.parametrize("of", ["indicator", None])
def test_no_such_frame_is_an_error(of: Any, from_file: ScoreOutcome) -> None:  # noqa: ANN401
    with pytest.raises(ki.UsageError, match="there is no such frame"):
        from_file.to_frame(of)


def test_a_refused_outcome_shows_why() -> None:
    definition = ki.load_definition("ipm-bps")
    outcome = ki.score(ki.read_frame({"unit": ["A"], "x": [1]}, definition), definition)
    assert repr(outcome).startswith("<ScoreOutcome of ipm-bps: no scores, ")
    assert outcome.findings[0].code in outcome._repr_html_()
    for of in ("units", "groups", "indicators", "unit_groups"):
        assert outcome.to_frame(of).empty
    for of in ("raw", "prepared", "normalised", "aggregated"):
        assert [*outcome.to_frame(of).columns] == ["unit", "year"]


def test_no_library_of_frames_is_imported() -> None:
    code = (
        "import sys, kediri_index as ki; d = ki.load_definition('ipm-bps');"
        "repr(ki.score(ki.read_frame({'unit': ['A']}, d), d));"
        "print({'pandas', 'polars', 'pyarrow'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_plan_shows_itself_too() -> None:
    kediri = ki.read_workbooks(ROOT / "examples" / "kota-kediri-2022.xlsx")
    outcome = ki.plan(kediri, ki.load_definition("kominfo-2022-reguler"), target=Fraction("3.4"))
    assert repr(outcome).startswith("<PlanOutcome of kominfo-2022-reguler: ")
    assert outcome._repr_html_().startswith("<div>")
