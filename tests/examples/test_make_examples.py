from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import openpyxl
import pytest

from tests.examples.packages import members

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "make_examples.py"
NAMES = (
    "kota-kediri-2022.xlsx",
    "kota-kediri-2023.xlsx",
    "kabupaten-malang-2022.xlsx",
    "kabupaten-malang-2023.xlsx",
    "kota-denpasar-2021.xlsx",
)
IPM = "ipm-dki-jakarta-2017.csv"

WriteAll = Callable[[Path], list[Path]]


@pytest.fixture(scope="module")
def write_all() -> WriteAll:
    spec = spec_from_file_location("make_examples", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    function: WriteAll = module.write_all
    return function


def answers(name: str) -> list[dict[str, object]]:
    """The rows of *Penilaian* by column."""
    sheet = openpyxl.load_workbook(EXAMPLES / name)["Penilaian"]
    header, *rows = list(sheet.values)[2:]
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def scores(name: str) -> list[tuple[object, object]]:
    return [(row["Kode"], row["Nilai asesor"]) for row in answers(name)]


def test_two_runs_write_the_same_bytes(write_all: WriteAll, tmp_path: Path) -> None:
    first, second = write_all(tmp_path / "first"), write_all(tmp_path / "second")
    assert [path.name for path in first] == [*NAMES, IPM]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_committed_workbooks_are_what_the_script_writes(
    write_all: WriteAll, tmp_path: Path
) -> None:
    written = write_all(tmp_path)
    assert {path.name for path in written} == {
        path.name for ending in ("*.xlsx", "*.csv") for path in EXAMPLES.glob(ending)
    }
    for path in written:
        if path.suffix == ".csv":
            assert path.read_bytes() == (EXAMPLES / path.name).read_bytes()
        else:
            assert members(path) == members(EXAMPLES / path.name)


def test_the_creation_date_is_the_letters_or_the_years_last_day_and_not_the_clocks() -> None:
    created = {name: openpyxl.load_workbook(EXAMPLES / name).properties.created for name in NAMES}
    assert created == {
        "kota-kediri-2022.xlsx": datetime(2022, 12, 5),  # noqa: DTZ001 - as openpyxl reads it
        "kota-kediri-2023.xlsx": datetime(2023, 12, 4),  # noqa: DTZ001 - as openpyxl reads it
        "kabupaten-malang-2022.xlsx": datetime(2022, 12, 6),  # noqa: DTZ001 - as openpyxl reads it
        "kabupaten-malang-2023.xlsx": datetime(2023, 12, 4),  # noqa: DTZ001 - as openpyxl reads it
        "kota-denpasar-2021.xlsx": datetime(2021, 12, 31),  # noqa: DTZ001 - as openpyxl reads it
    }


def test_the_command_writes_into_the_folder_asked_for_and_names_each_file(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--output", str(tmp_path / "new")],
        capture_output=True,
        check=True,
        text=True,
    )
    assert run.stdout.splitlines() == [f"wrote {tmp_path / 'new' / name}" for name in (*NAMES, IPM)]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted([*NAMES, IPM])


@pytest.mark.parametrize(
    ("name", "unit", "year", "definition", "letter"),
    [
        (NAMES[0], "Kota Kediri", 2022, "kominfo-2022-reguler", "B-1003/DJAI/AI.01.04/12/2022"),
        (NAMES[1], "Kota Kediri", 2023, "kominfo-2023-reguler", "B-1384/DJAI/AI.01.04/12/2023"),
        (NAMES[2], "Kabupaten Malang", 2022, "kominfo-2022-kppn", "B-1004/DJAI/AI.01.04/12/2022"),
        (NAMES[3], "Kabupaten Malang", 2023, "kominfo-2023-kppn", "B-1384/DJAI/AI.01.04/12/2023"),
    ],
)
def test_identitas_says_whose_and_when_and_by_which_definition_and_letter(
    name: str, unit: str, year: int, definition: str, letter: str
) -> None:
    rows = list(openpyxl.load_workbook(EXAMPLES / name)["Identitas"].values)
    said = {row[0]: row[1] for row in rows[2:]}
    assert list(said) == [
        "Wilayah",
        "Tahun",
        "Revisi",
        "Tanggal",
        "Definisi",
        "Versi definisi",
        "Sumber",
    ]
    assert (said["Wilayah"], said["Tahun"], said["Revisi"]) == (unit, year, 1)
    assert (said["Definisi"], said["Versi definisi"]) == (definition, "1")
    assert isinstance(said["Tanggal"], datetime)
    assert said["Tanggal"].year == year
    assert letter in str(said["Sumber"])


def test_kota_kediri_2022_has_the_published_figures_and_leaves_impact_to_be_computed() -> None:
    assert scores("kota-kediri-2022.xlsx") == [
        ("baseline", 3.6),
        ("output", 3.21),
        ("outcome", 3.23),
        ("governance", 2.75),
        ("branding", 2.75),
        ("economy", 3.5),
        ("living", 3.33),
        ("society", 3.33),
        ("environment", 2.75),
        ("quick_win", 3.65),
    ]


def test_kota_kediri_2023_has_the_five_published_dimensions() -> None:
    assert scores("kota-kediri-2023.xlsx") == [
        ("baseline", 3.68),
        ("output", 2.69),
        ("outcome", 3.21),
        ("impact", 3.24),
        ("quick_win", 3.4),
    ]


@pytest.mark.parametrize(
    ("name", "published"),
    [
        (
            "kabupaten-malang-2022.xlsx",
            {
                "BAS": (5, "1.40"),
                "OUP": (7, "1.54"),
                "OUT": (31, "2.92"),
                "IMP": (4, "2.56"),
                "QWN": (12, "3.08"),
            },
        ),
        (
            "kabupaten-malang-2023.xlsx",
            {
                "BAS": (5, "3.60"),
                "OUP": (7, "2.29"),
                "OUT": (33, "3.41"),
                "IMP": (54, "2.81"),
                "QWN": (12, "3.13"),
                "KOL": (6, "2.53"),
            },
        ),
    ],
)
def test_the_mean_of_the_answers_rounds_to_each_published_dimension(
    name: str, published: dict[str, tuple[int, str]]
) -> None:
    dimensions: dict[str, dict[object, Fraction]] = {}
    for code, score in scores(name):
        dimensions.setdefault(str(code)[:3], {})[code] = Fraction(str(score))
    assert {
        dimension: (len(found), half_up(sum(found.values(), Fraction()) / len(found)))
        for dimension, found in dimensions.items()
    } == {dimension: (count, Fraction(score)) for dimension, (count, score) in published.items()}


def half_up(value: Fraction) -> Fraction:
    return Fraction(math.floor(value * 100 + Fraction(1, 2)), 100)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_number_a_name_and_a_score_that_is_a_number(name: str) -> None:
    rows = answers(name)
    assert [row["No"] for row in rows] == list(range(1, len(rows) + 1))
    assert len({row["Kode"] for row in rows}) == len(rows)
    assert all(isinstance(row["Indikator"], str) for row in rows)
    assert all(isinstance(row["Nilai asesor"], int | float) for row in rows)


def test_a_question_stands_beside_the_pillar_that_it_belongs_to_and_else_its_dimension() -> None:
    rows = {row["Kode"]: row for row in answers("kabupaten-malang-2023.xlsx")}
    impact, outcome = rows["IMP-31"], rows["OUT-16"]
    assert (impact["Pilar"], impact["Sub pilar"]) == ("Smart Living", "Prasarana kesehatan")
    assert impact["Indikator"] == "Pendaftaran layanan kesehatan daring"
    assert (outcome["Pilar"], outcome["Sub pilar"]) == ("Outcome", None)
    assert outcome["Keterangan"] == "Kode di laporan: 3.12.2"


def test_kota_denpasar_has_47_pairs_of_scores_and_no_date_that_is_not_known() -> None:
    rows = answers("kota-denpasar-2021.xlsx")
    assert [row["Kode"] for row in rows] == [f"SPBE-{number:02d}" for number in range(1, 48)]
    assert (rows[0]["Nilai mandiri"], rows[0]["Nilai asesor"]) == (2, 4)
    assert {row["Satuan"] for row in rows} == {"skala 1–5"}
    said = [row[0] for row in openpyxl.load_workbook(EXAMPLES / NAMES[4])["Identitas"].values]
    assert said[2:] == ["Wilayah", "Tahun", "Revisi", "Definisi", "Versi definisi", "Sumber"]


@pytest.mark.parametrize("name", NAMES[2:4])
def test_a_submission_has_all_columns_of_the_template(name: str) -> None:
    assert list(answers(name)[0]) == [
        "No",
        "Kode",
        "Pilar",
        "Sub pilar",
        "Indikator",
        "OPD pengampu",
        "Satuan",
        "Target",
        "Realisasi",
        "Capaian",
        "Nilai mandiri",
        "Nilai asesor",
        "Bukti dukung",
        "Keterangan",
    ]
    sheet = openpyxl.load_workbook(EXAMPLES / name)["Penilaian"]
    assert sheet.freeze_panes == "A4"
    assert sheet["L4"].number_format == "0.00"
