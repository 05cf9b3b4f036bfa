from __future__ import annotations

from pathlib import Path

import pytest

import kediri_index
from kediri_index.errors import DefinitionError, KediriIndexError, NotFoundError
from kediri_index.model.limits import Limits
from kediri_index.usecases.inputs import (
    Surroundings,
    load,
    load_definition,
    load_profile,
    profile_for,
)
from tests.findings.building import ANSWERS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a definition of its own."""
    monkeypatch.delenv("KEDIRI_INDEX_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def test_every_public_name_is_there_and_no_other() -> None:
    for name in kediri_index.__all__:
        assert getattr(kediri_index, name).__name__ == name
    with pytest.raises(AttributeError):
        _ = kediri_index.tiada


def test_the_public_functions_score_in_four_lines() -> None:
    definition = kediri_index.load_definition(ROOT / "config" / "kominfo-2022-reguler.yaml")
    submission = kediri_index.read_workbooks(ROOT / "examples" / "kota-kediri-2022.xlsx")
    assert kediri_index.check(submission, definition).findings == ()
    units = kediri_index.score(submission, definition).units
    assert units is not None
    assert str(float(units[0].overall.published or 0)) == "3.31"


def test_a_definition_is_found_by_path_by_id_and_without_either(project: Path) -> None:
    assert load_definition(project / "config" / "pillars.yaml").id == "uji"
    assert load_definition("config/pillars.yaml").id == "uji"
    assert load_definition("six-pillars").id == "six-pillars"
    assert load_definition().id == "uji"


def test_a_definition_that_is_not_there_or_broken_is_refused(project: Path) -> None:
    with pytest.raises(NotFoundError):
        load_definition("tiada")
    (project / "rusak.yaml").write_text("kediri_index: 1\n", encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definition("rusak.yaml")
    assert isinstance(caught.value, KediriIndexError)
    assert {finding.code for finding in caught.value.findings} == {"D101", "D207"}
    assert "rusak.yaml:" in str(caught.value)


def test_ids_that_differ_only_in_case_are_refused(project: Path) -> None:
    (project / "dua.yaml").write_text(ANSWERS.replace("A-2", "a-1"), encoding="utf-8")
    with pytest.raises(DefinitionError):
        load_definition("dua.yaml")


def test_what_a_workbook_carries_comes_after_what_is_asked_for(project: Path) -> None:
    here = Surroundings(project, {}, Limits())
    assert load(None, here, carried="six-pillars").definition.id == "six-pillars"
    assert load("uji", here, carried="six-pillars").definition.id == "uji"
    assert load(None, here, carried="tiada").definition.id == "uji"
    asked = Surroundings(project, {"KEDIRI_INDEX_CONFIG": "uji"}, Limits())
    assert load(None, asked, carried="six-pillars").definition.id == "uji"


def test_the_profile_beside_the_data_goes_before_the_projects(project: Path) -> None:
    here = Surroundings(project, {}, Limits())
    assert profile_for(None, [], here) is None
    (project / "config" / "profile.yaml").write_text("unit: Proyek\n", encoding="utf-8")
    (project / "masuk").mkdir()
    (project / "masuk" / "profile.yaml").write_text("unit: Data\n", encoding="utf-8")
    (project / "lain.yaml").write_text("unit: Opsi\n", encoding="utf-8")
    folders = [Path("masuk")]
    for asked, beside, unit in (
        (None, [], "Proyek"),
        (None, folders, "Data"),
        ("lain.yaml", folders, "Opsi"),
    ):
        found = profile_for(asked, beside, here)
        assert found is not None
        assert found.unit == unit


def test_a_profile_is_loaded_by_its_path(project: Path) -> None:
    (project / "lain.yaml").write_text("unit: Opsi\ntargets: {2022: 3.4}\n", encoding="utf-8")
    profile = load_profile("lain.yaml")
    assert (profile.unit, list(profile.targets)) == ("Opsi", [2022])
