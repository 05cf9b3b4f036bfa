"""Cells as lines of text, and figures by their names."""

from __future__ import annotations

import json

import pytest

from kediri_index.archive.cells import cell_lines, changed_cells
from kediri_index.archive.figures import compared_figures, documents, leaves
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Sheet, Workbook, rows_of
from tests.findings.building import percent, workbook

ODD = "satu\tdua\n\\tiga\r\\n"


def of(*cells: Cell, sheet: str = "Penilaian") -> Workbook:
    return Workbook("isian.xlsx", "", (Sheet(sheet, rows_of(cells)),))


def test_a_line_has_the_kind_and_what_a_format_or_a_formula_adds() -> None:
    rows = [("Kode", percent(0.5)), (True, "=1+1")]
    assert cell_lines(workbook({"Penilaian": rows})).decode().splitlines() == [
        "Penilaian\tA1\ttext\tKode",
        "Penilaian\tB1\tnumber percent\t0.5",
        "Penilaian\tA2\tboolean\tTRUE",
        "Penilaian\tB2\tno_value\t\\u003d1+1",
    ]
    formula = Cell(1, 1, CellKind.NUMBER, "2", CellFormat.PLAIN, formula=True)
    assert cell_lines(of(formula)) == b"Penilaian\tA1\tnumber formula\t2\n"


def test_signs_that_part_lines_and_fields_are_kept_as_they_are() -> None:
    before = cell_lines(of(Cell(1, 1, CellKind.TEXT, ODD), sheet="a\tb"))
    assert before.count(b"\n") == 1
    assert before.count(b"\t") == 3
    after = cell_lines(of(Cell(1, 1, CellKind.TEXT, "x"), sheet="a\tb"))
    (finding,) = changed_cells("isian.xlsx", before, after)
    assert (finding.sheet, finding.cell, finding.params["was"]) == ("a\tb", "A1", ODD)
    assert list(changed_cells("isian.xlsx", before, before)) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=1+1", r"\u003d1+1"),
        (' "@A1', r' "\u0040A1'),
        ("x;=1,-y;z", r"x;\u003d1,\u002dy;z"),
        ("-1.5", "-1.5"),
        ("a\x1b[0m\u202e\U000e0041\ud800", r"a\u001b[0m\u202e\U000e0041\ud800"),
        ("##vso[a]", r"#\u0023vso[a]"),
        (" ::error::x", r" \u003a:error::x"),
        (r"\u003d", r"\\u003d"),
    ],
)
def test_what_a_program_would_obey_is_kept_as_an_escape(text: str, kept: str) -> None:
    lines = cell_lines(of(Cell(1, 1, CellKind.TEXT, text)))
    assert lines.decode().split("\t")[3] == f"{kept}\n"
    (finding,) = changed_cells("isian.xlsx", lines, b"")
    assert finding.params["was"] == text


def test_a_figure_is_named_by_ids_units_and_years_and_else_by_its_place() -> None:
    document = {
        "units": [
            {"unit": "Kota", "year": 2022, "groups": [{"id": "a", "score": 1.5}]},
            {"unit": None, "year": None, "overall": [1, [2]], "groups": []},
        ]
    }
    assert leaves(document).values == {
        "Kota 2022 · unit": "Kota",
        "Kota 2022 · year": 2022,
        "Kota 2022 · a · id": "a",
        "Kota 2022 · a · score": 1.5,
        "2 · unit": None,
        "2 · year": None,
        "2 · overall · 1": 1,
        "2 · overall · 2 · 1": 2,
    }
    assert list(leaves([{"id": "a"}, {"id": "a"}]).values) == ["a · id", "a · id (1)"]


def test_more_than_anyone_compares_is_not_taken_apart() -> None:
    with pytest.raises(OverflowError):
        leaves([[1] * 10, [1] * 10], most=15)
    with pytest.raises(OverflowError):
        leaves({"k" * 10_000_000: [1] * 6})
    many = json.dumps({"result": {"units": [1] * 500_001}}).encode()
    both = documents(many, b'{"result": null}')
    assert both is not None
    assert compared_figures(both, other_version=False) is None
    assert documents(b"1" * 10_000_001, b"{}") is None


def test_cells_are_compared_side_by_side_also_where_a_line_is_more_or_less() -> None:
    now = "".join(f"Isian\tA{n}\ttext\t{n}\n" for n in range(1, 2_000))
    kept = now.replace("Isian\tA7\ttext\t7\n", "").replace("text\t9\n", "text\t99\n", 1)
    kept += "Isian\tB1\ttext\tx\n"
    found = {(one.code, one.cell) for one in changed_cells("a.xlsx", kept.encode(), now.encode())}
    assert found == {("F465", "A7"), ("F464", "A9"), ("F466", "B1")}


def test_a_line_that_is_no_cell_does_not_hide_one() -> None:
    now = b"Isian\tA1\ttext\tx\n"
    (found,) = changed_cells("a.xlsx", b"tanpa sel\n", b"tanpa sel\n" + now)
    assert (found.code, found.cell) == ("F465", "A1")


def test_cells_in_another_order_are_not_each_told_of() -> None:
    lines = [f"Isian\tA{n}\ttext\t{n}\n" for n in range(1, 220_000)]
    now, kept = "".join(lines).encode(), "".join(reversed(lines)).encode()
    assert list(changed_cells("a.xlsx", kept, now)) == []
