from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from examples import make_kota_contoh, make_kota_contoh_salah
from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.profile import Profile
from kediri_index.sheets.forms.form import (
    ANSWERS_SHEET,
    GUIDE_SHEET,
    HIDDEN_LABELS,
    IDENTITY_ITEMS,
    IDENTITY_SHEET,
    STEPS_SHEET,
    form_columns,
)
from kediri_index.sheets.identity import HIDDEN_SHEET
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.inputs import load_definition, load_profile
from tests.examples.packages import members

pytestmark = pytest.mark.no_cover  # long, and nothing that other tests do not run

ROOT = Path(__file__).parents[2]
CITY = ROOT / "examples" / "kota-contoh"
FAULTY = ROOT / "examples" / "kota-contoh-salah"
DEFINITION = load_definition(ROOT / "config" / "pillars.yaml")
QUESTIONS = [indicator.id for indicator in DEFINITION.all_indicators()]
NAMES = sorted(path.stem for path in CITY.glob("*.xlsx"))

WriteAll = Callable[[Path], list[Path]]
both = pytest.mark.parametrize(
    ("write_all", "committed"),
    [(make_kota_contoh.write_all, CITY), (make_kota_contoh_salah.write_all, FAULTY)],
    ids=["kota-contoh", "kota-contoh-salah"],
)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile(CITY / "profile.yaml")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[WriteAll], Path]:
    """Return the folder that a script has written, once for all who ask."""

    @cache
    def folder_of(write_all: WriteAll) -> Path:
        folder = tmp_path_factory.mktemp("written")
        write_all(folder)
        return folder

    return folder_of


@cache
def sheets(name: str) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(CITY / f"{name}.xlsx")
    return {sheet.title: list(sheet.values) for sheet in book}


def answers(name: str) -> list[dict[str, Any]]:
    header, *rows = sheets(name)[ANSWERS_SHEET][3:]
    return [dict(zip(header, row, strict=True)) for row in rows]


@both
def test_two_runs_write_the_same_bytes(
    write_all: WriteAll, committed: Path, written: Callable[[WriteAll], Path], tmp_path: Path
) -> None:
    again = write_all(tmp_path / "again")
    assert {path.name for path in again} == {path.name for path in committed.iterdir()} - {
        "profile.yaml" if committed == CITY else ""
    }
    first = written(write_all)
    assert [path.read_bytes() for path in again] == [
        (first / one.name).read_bytes() for one in again
    ]


@both
def test_the_committed_files_are_what_the_script_writes(
    write_all: WriteAll, committed: Path, written: Callable[[WriteAll], Path]
) -> None:
    folder = written(write_all)
    assert {path.name for path in folder.iterdir()} == {path.name for path in committed.iterdir()}
    for path in folder.iterdir():
        assert members(path) == members(committed / path.name), path.name


def test_every_question_has_one_agency_and_every_agency_at_least_two(profile: Profile) -> None:
    answering = opd_of_leaves(DEFINITION, profile)
    assert sorted(answering) == sorted(QUESTIONS)
    assert len(profile.opd) == 30
    counts = Counter(opd for (opd,) in answering.values())
    assert counts.keys() == {opd.id for opd in profile.opd}
    assert min(counts.values()) >= 2


def test_there_is_one_workbook_an_agency_and_together_they_answer_every_question_once(
    profile: Profile,
) -> None:
    assert sorted(opd.name for opd in profile.opd) == NAMES
    assert sorted(row["Kode"] for name in NAMES for row in answers(name)) == sorted(QUESTIONS)


def test_the_profile_says_that_all_is_invented() -> None:
    assert "invented" in (CITY / "profile.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_has_the_sheets_columns_and_labels_of_the_form(
    name: str, profile: Profile
) -> None:
    book = openpyxl.load_workbook(CITY / f"{name}.xlsx")
    visible = [IDENTITY_SHEET, ANSWERS_SHEET, GUIDE_SHEET]
    assert book.sheetnames == [*visible, STEPS_SHEET, HIDDEN_SHEET]
    assert book[HIDDEN_SHEET].sheet_state == "veryHidden"
    assert book[ANSWERS_SHEET].freeze_panes == "F5"
    assert list(answers(name)[0]) == list(form_columns(measured=False))
    said = dict(sheets(name)[IDENTITY_SHEET][2:])
    assert list(said) == list(IDENTITY_ITEMS)
    assert isinstance(said.pop("Tanggal"), datetime)
    assert said == {
        "Wilayah": "Kota Contoh",
        "Tahun": 2023,
        "OPD": name,
        "Revisi": 1,
        "Definisi": DEFINITION.id,
        "Versi definisi": DEFINITION.version,
    }
    opd = next(opd for opd in profile.opd if opd.name == name)
    hidden = [DEFINITION.id, DEFINITION.version, DEFINITION.sha256, opd.id, 1]
    assert sheets(name)[HIDDEN_SHEET] == list(zip(HIDDEN_LABELS, hidden, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_both_scores_and_evidence_of_its_own(name: str) -> None:
    rows = answers(name)
    assert [row["No"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["OPD pengampu"] for row in rows} == {name}
    assert all(row["Nilai mandiri"] in {1, 2, 3, 4} for row in rows)
    assert all(1 <= row["Nilai asesor"] <= row["Nilai mandiri"] for row in rows)
    links = [row["Bukti dukung"] for row in rows]
    assert len(set(links)) == len(rows)
    assert all(link.startswith("https://bukti.kotacontoh.example/") for link in links)


@pytest.mark.parametrize("column", [Column.SELF, Column.ASSESSOR])
def test_no_group_and_no_longer_workbook_has_one_score_throughout(column: Column) -> None:
    by_name = {name: [row[column] for row in answers(name)] for name in NAMES}
    assert all(set(scores) != {4} for scores in by_name.values())
    assert all(len(set(scores)) > 1 for scores in by_name.values() if len(scores) > 2)
    by_id = {row["Kode"]: row[column] for name in NAMES for row in answers(name)}
    for group in DEFINITION.all_groups():
        if group.indicators:
            assert len({by_id[indicator.id] for indicator in group.indicators}) > 1


def test_a_measured_indicator_adds_its_unit_target_and_result_before_the_scores() -> None:
    assert [column.value for column in form_columns(measured=True)] == [
        "No",
        "Kode",
        "Pilar",
        "Sub pilar",
        "Indikator",
        "OPD pengampu",
        "Satuan",
        "Target",
        "Realisasi",
        "Nilai mandiri",
        "Nilai asesor",
        "Periksa",
        "Bukti dukung",
        "Keterangan",
    ]
