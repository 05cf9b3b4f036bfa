from __future__ import annotations

from pathlib import Path

import pytest

from kediri_index.archive.verify import verify
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import CATALOGUE, related_codes
from kediri_index.model.findings import ExplainedCode, Family, Grid, GridRow, family_of
from kediri_index.model.text import Suggestion
from kediri_index.usecases.examples import examples_folder, explain, known_code

FOLDER = examples_folder()
FURTHER = {"verify": lambda given, limits: verify(given.paths[0], limits=limits).findings}


def test_a_code_without_an_example_is_known_by_its_texts_alone() -> None:
    assert explain(["R001"], FURTHER) == (ExplainedCode("R001"),)


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


@pytest.mark.parametrize("stays", [True, False])
def test_no_folder_is_named_that_goes_with_the_run(
    *, stays: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is one file unpacks the examples for its run alone."""
    program = (FOLDER.parent if stays else tmp_path) / "kediri-index"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(program))
    monkeypatch.chdir(tmp_path)
    (one,) = explain(["C110"])
    assert one.folder == (str(FOLDER) if stays else "")


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
    assert related_codes("C130") == ("C123", "C153", "C154", "C205", "X309")
    assert related_codes("F301") == ("F302", "F303", "F304", "F305", "F306")


def test_every_family_has_codes() -> None:
    assert {family_of(code) for code in CATALOGUE} == set(Family)
