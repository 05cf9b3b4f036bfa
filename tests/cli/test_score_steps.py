"""The workbook of all steps, against COINr's figures, and what a cell must not become."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from kediri_index import load_definition, read_frame, read_workbooks, score
from kediri_index.errors import UsageError
from kediri_index.model.language import Language
from kediri_index.present.commands import score_xlsx as book
from kediri_index.scoring.scores import Scores

if TYPE_CHECKING:
    from tests.cli.running import Cli

ROOT = Path(__file__).parents[2]
ASEM = ROOT / "examples" / "asem"
ORACLE = ROOT.parent / "shared" / "oracles" / "coinr-asem"
SHEETS = ["Raw", "Denominated", "Imputed", "Treated", "Normalised", "Aggregated", "Definition"]
UNITS = 51
of_coinr = pytest.mark.skipif(
    not ORACLE.is_dir(), reason=f"{ORACLE.name} is not beside the repository"
)


@pytest.fixture(scope="module")
def outcome() -> Any:  # noqa: ANN401 - with openpyxl's types nothing is gained
    return score(read_workbooks(str(ASEM / "asem.csv")), load_definition(str(ASEM / "asem.yaml")))


@pytest.fixture(scope="module")
def written(outcome: Any) -> openpyxl.Workbook:  # noqa: ANN401 - likewise
    return openpyxl.load_workbook(io.BytesIO(book.steps_xlsx(outcome.units, Language.EN)))


def _values(written: openpyxl.Workbook, sheet: str) -> dict[tuple[str, str], Any]:
    heads, *rows = [*written[sheet].iter_rows(min_row=2, values_only=True)]
    return {
        (str(row[0]), str(head)): value
        for row in rows
        for head, value in zip(heads, row, strict=True)
    }


def _oracle(path: str) -> list[dict[str, str]]:
    return [*csv.DictReader((ORACLE / path).open(encoding="utf-8"))]


def _names() -> dict[str, str]:
    found = _oracle("indicators.csv")
    return {row["uCode"]: row["uName"] for row in found}


def test_sheets_are_the_steps_that_changed_a_value(written: openpyxl.Workbook) -> None:
    assert written.sheetnames == SHEETS
    raw = written["Raw"]
    assert raw.freeze_panes == "C3"
    assert raw.print_title_rows == "$1:$2"
    assert raw.print_title_cols == "$A:$B"
    assert raw.auto_filter.ref == "A2:BD53"
    assert raw.max_row == UNITS + 2
    names = {code.value: name.value for name, code in zip(raw[1], raw[2], strict=True)}
    assert names["LPI"] == "Logistics Performance Index"


@of_coinr
@pytest.mark.parametrize(
    ("sheet", "file"),
    [
        ("Denominated", "denominated_c32.csv"),
        ("Imputed", "imputed_c32.csv"),
        ("Treated", "treated_c32.csv"),
    ],
)
def test_prepared_values_are_those_of_coinr(
    written: openpyxl.Workbook, sheet: str, file: str
) -> None:
    found, names, compared = _values(written, sheet), _names(), 0
    for row in _oracle(file):
        for name, value in row.items():
            if name != "uCode" and value:
                seen = found[names[row["uCode"]], name]
                assert math.isclose(seen, float(value), rel_tol=1e-9, abs_tol=1e-12), (row, name)
                compared += 1
    assert compared > UNITS * 40


@of_coinr
def test_normalised_and_aggregated_scores_are_those_of_coinr(written: openpyxl.Workbook) -> None:
    found = _values(written, "Normalised") | _values(written, "Aggregated")
    names, (file,) = _names(), (ORACLE / "scores").glob("c32*.csv")
    rows = _oracle(f"scores/{file.name}")
    for row in rows:
        node = "score" if row["node"] == "Index" else row["node"]
        if row["score"]:
            seen = found[names[row["unit"]], node]
            assert math.isclose(seen, float(row["score"]), rel_tol=1e-9, abs_tol=1e-9), row
    assert len(rows) > UNITS * 49


def test_only_changed_values_are_yellow(written: openpyxl.Workbook) -> None:
    yellow = "FFFFE699"
    before, after = _values(written, "Denominated"), _values(written, "Imputed")
    sheet = written["Imputed"]
    heads = [cell.value for cell in sheet[2]]
    for row in sheet.iter_rows(min_row=3, min_col=3):
        for cell in row:
            key = str(sheet[f"A{cell.row}"].value), str(heads[int(cell.column or 0) - 1])
            is_changed = before[key] != after[key]
            assert (cell.fill.fgColor.rgb == yellow) == is_changed, key


def test_the_definition_says_what_was_computed(written: openpyxl.Workbook) -> None:
    rows = {row[0]: row for row in written["Definition"].iter_rows(values_only=True)}
    assert rows["LPI"][1:5] == ("Logistics Performance Index", None, "Physical", None)
    assert "worst = " in str(rows["LPI"][8])
    assert any("winsorise: " in str(row[8]) for row in rows.values())


def test_the_raw_sheet_alone_gives_the_same_scores(
    outcome: Any,  # noqa: ANN401 - likewise
    written: openpyxl.Workbook,
    tmp_path: Path,
) -> None:
    alone = openpyxl.Workbook()
    sheet = alone.worksheets[0]
    for row in written["Raw"].iter_rows(values_only=True):
        sheet.append(row)
    path = tmp_path / "raw.xlsx"
    alone.save(path)
    again = score(read_workbooks(str(path)), load_definition(str(ASEM / "asem.yaml")))
    assert again.units is not None
    for one, other in zip(outcome.units, again.units, strict=True):
        assert abs(one.overall.score - other.overall.score) < 1e-12


def _of_three(names: tuple[str, str, str]) -> Scores:
    definition = load_definition(
        {
            "kediri_index": 1,
            "id": "three",
            "version": "1",
            "status": "own",
            "title": "Three",
            "year": 2026,
            "scale": {"min": 0, "max": 10},
            "missing": {"answers": "exclude"},
            "classes": [{"name": "Low", "below": 5}, {"name": "High"}],
            "kinds": {"pillar": {"name": "Pillar"}},
            "groups": [{"id": "one", "kind": "pillar", "weight": 1, "name": "=1+1"}],
            "indicators": [
                {"id": "A-1", "in": "one", "name": "First"},
                {"id": "A-2", "in": "one", "name": "Second"},
            ],
        }
    )
    frame = {
        "unit": [*names, names[0]],
        "year": [2025, 2025, 2025, 2026],
        "A-1": [1, 6, 3, 4],
        "A-2": ["-", "n/a", None, 8],
    }
    found = score(read_frame(frame, definition), definition, allow_errors=True).units
    assert isinstance(found, Scores)
    return found


def test_texts_stay_texts_and_empty_kinds_stay_apart() -> None:
    scores = _of_three(("=cmd|' /C calc'!A0", "Kota <&> \u201e_x0041_", "+1"))
    written = openpyxl.load_workbook(io.BytesIO(book.steps_xlsx(scores, Language.ID)))
    raw = [*written["Data mentah"].iter_rows(min_row=2, values_only=True)]
    found = {(unescape(str(row[0])), row[1]): row[3] for row in raw[1:]}
    assert found == {
        ("=cmd|' /C calc'!A0", 2025): "-",
        ("Kota <&> \u201e_x0041_", 2025): "n/a",
        ("+1", 2025): None,
        ("=cmd|' /C calc'!A0", 2026): 8,
    }
    assert not any(
        cell.data_type == "f" for one in written for row in one.iter_rows() for cell in row
    )
    rows = [*written["Agregasi"].iter_rows(min_row=2, values_only=True)]
    assert rows[0] == ("unit", "year", "score", "published", "rank", "class", "one")
    assert {row[5] for row in rows[1:]} == {"Low", "High"}


def test_more_than_a_sheet_holds_is_an_error_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = _of_three(("A", "B", "C"))
    monkeypatch.setattr(book, "MOST_ROWS", 5)
    with pytest.raises(UsageError, match="a sheet holds at most"):
        book.steps_xlsx(scores, Language.EN)
    monkeypatch.undo()
    monkeypatch.setattr(book, "MOST_COLUMNS", 4)
    with pytest.raises(UsageError, match="a sheet holds at most"):
        book.steps_xlsx(scores, Language.EN)


def test_frames_have_the_values_of_the_sheets(
    outcome: Any,  # noqa: ANN401 - likewise
    written: openpyxl.Workbook,
) -> None:
    for of, sheet in (
        ("raw", "Raw"),
        ("prepared", "Treated"),
        ("normalised", "Normalised"),
        ("aggregated", "Aggregated"),
    ):
        frame, found = outcome.to_frame(of, "polars"), _values(written, sheet)
        assert frame.height == UNITS
        for row in frame.rows(named=True):
            for name, value in row.items():
                seen = found[row["unit"], name]
                if not isinstance(value, float):
                    assert seen == value, (name, sheet)
                else:
                    assert math.isclose(seen, value, rel_tol=1e-15), (name, sheet)


def test_the_command_writes_the_file(cli: Cli, tmp_path: Path) -> None:
    command = ["score", str(ASEM / "asem.csv"), "--config", str(ASEM / "asem.yaml")]
    refused = cli(*command, "--format", "xlsx", "--lang", "en")
    assert refused.code == 2
    assert "name its file with --output" in refused.err
    path = tmp_path / "steps.xlsx"
    assert cli(*command, "--format", "xlsx", "--lang", "en", "-o", str(path)).code == 0
    assert openpyxl.load_workbook(path).sheetnames == SHEETS


@pytest.mark.parametrize(
    ("value", "first", "second"),
    [("assessor", 2, 2), ("self", 3, 4), ("assessor-else-self", 2, 4)],
)
def test_the_score_that_leads_is_raw_imputed_and_scored(
    value: str, first: int, second: int, cli: Cli, project: Path
) -> None:
    """The second indicator of K has a self-assessment alone: by assessors it is imputed."""
    (project / "d.yaml").write_text(
        'kediri_index: 1\nid: uji\nversion: "1"\nstatus: own\ntitle: Uji\nscale: {min: 0, max: 4}\n'
        "kinds: {pillar: {name: Pilar}}\nmissing: {answers: exclude}\n"
        "prepare: [{impute: {method: mean}}]\ngroups: [{id: a, kind: pillar, name: A}]\n"
        "indicators: [{id: A-1, in: a, name: Satu}, {id: A-2, in: a, name: Dua}]\n"
    )
    (project / "d.csv").write_text(
        "Wilayah,Tahun,Kode,Nilai mandiri,Nilai asesor\n"
        "K,2023,A-1,3,2\nK,2023,A-2,4,\nL,2023,A-1,1,1\nL,2023,A-2,2,2\n"
    )
    call = ("score", "d.csv", "--config", "d.yaml", "--value", value, "--lang", "en")
    assert cli(*call, "--allow-errors", "--format", "xlsx", "--output", "d.xlsx").code == 0
    written = openpyxl.load_workbook(project / "d.xlsx")
    raw, scored = _values(written, "Raw"), _values(written, "Normalised")
    assert (scored["K", "A-1"], scored["K", "A-2"]) == (first, second)
    assert raw["K", "A-1"] == first
    assert raw["K", "A-2"] == (None if value == "assessor" else second)
