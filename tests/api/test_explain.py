from __future__ import annotations

from pathlib import Path

import pytest

from kediri_index.api.examples import examples_folder, examples_in
from kediri_index.api.explain import explain, known_code
from kediri_index.archive.verify import verify
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.messages.related import related_codes
from kediri_index.model.explained import Explained, Grid, GridRow, Lines
from kediri_index.model.families import Family, family_of
from kediri_index.model.nearest import Suggestion

FOLDER = examples_folder()
EXAMPLES = examples_in(FOLDER)
FURTHER = {"verify": lambda paths, limits: verify(paths[0], limits=limits).findings}
IN_AN_ARCHIVE = {"F464", "F465", "F466", "F468", "F469"}
"""What is at a place of a file that stands in an archive."""


@pytest.fixture(scope="module")
def explained() -> dict[str, Explained]:
    """Every code, with what its example gives."""
    return {one.code: one for one in explain(CATALOGUE, FURTHER)}


def test_an_example_gives_its_finding_at_the_place_that_the_list_names(
    explained: dict[str, Explained],
) -> None:
    for code, example in EXAMPLES.items():
        finding = explained[code].finding
        assert finding is not None, code
        assert finding.code == code
        place = (finding.file, finding.sheet, finding.cell, finding.line, finding.column)
        named = (example.file, example.sheet, example.cell, example.line, example.column)
        assert place == named, code
        assert (finding.value or None) == example.value, code


def test_an_examples_files_are_there_and_the_faulty_one_is_among_them(
    explained: dict[str, Explained],
) -> None:
    elsewhere = {*IN_AN_ARCHIVE, "D002"}  # there a folder is what is wrong
    for code, example in EXAMPLES.items():
        files = explained[code].files
        assert all((FOLDER / name).is_file() for name in files), code
        assert example.file in files or code in elsewhere, code


def test_a_place_in_a_file_is_shown_from_near(explained: dict[str, Explained]) -> None:
    for code, example in EXAMPLES.items():
        match explained[code].excerpt:
            case Grid(columns, rows, row, column):
                assert example.cell == f"{column}{row}", code
                assert column in columns, code
                assert row in [one.number for one in rows], code
                assert all(len(one.cells) == len(columns) for one in rows), code
            case Lines(first, lines, line):
                assert example.line == line, code
                assert first <= line < first + len(lines), code
            case None:
                assert example.cell is None or code in IN_AN_ARCHIVE, code


def test_a_code_without_an_example_is_known_by_its_texts_alone() -> None:
    assert explain(["R001"], FURTHER) == (Explained("R001"),)


def test_the_header_and_the_row_before_are_shown_and_what_lies_far_away_is_not() -> None:
    (one,) = explain(["F428"], FURTHER)
    assert one.excerpt == Grid(
        ("A", "B"),
        (
            GridRow(1, ("Wilayah", "Kota Contoh")),
            GridRow(3, ("OPD", "Dinas Kesehatan")),
            GridRow(4, ("Revisi", "1")),
        ),
        4,
        "B",
    )


def test_the_working_folder_is_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (one,) = explain(["C110"])
    assert Path.cwd() == tmp_path
    assert one.folder == str(FOLDER)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("C120", "C119"),
        ("c999", max(code for code in CATALOGUE if code[0] == "C")),
        ("CI21", "C121"),
        ("xyz", None),
        ("", None),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(text: str, nearest: str | None) -> None:
    with pytest.raises(UsageError) as refused:
        known_code(text)
    assert refused.value.message == "no-such-code"
    assert refused.value.params == {"value": text, "nearest": Suggestion(nearest)}


def test_related_codes_are_others_that_exist_each_once_and_few() -> None:
    for code in CATALOGUE:
        related = related_codes(code)
        assert set(related) <= set(CATALOGUE) - {code}, code
        assert len(set(related)) == len(related) <= 5, code


def test_a_pair_is_named_before_the_neighbours_and_from_both_sides() -> None:
    assert related_codes("C205")[:3] == ("C130", "C152", "C203")
    assert related_codes("C130")[:3] == ("C123", "C154", "C205")
    assert related_codes("F301") == ("F302", "F303", "F304", "F305", "F306")


def test_every_family_has_codes() -> None:
    assert {family_of(code) for code in CATALOGUE} == set(Family)
