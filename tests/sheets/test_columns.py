from __future__ import annotations

import pytest

from kediri_index.sheets.tables.columns import Column, Header, folded, header_of, own_columns


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("No", Column.NUMBER),
        ("No.", Column.NUMBER),
        ("Kode", Column.CODE),
        ("KODE INDIKATOR", Column.CODE),
        ("code", Column.CODE),
        ("Pilar", Column.PILLAR),
        ("Dimension", Column.PILLAR),
        ("Sub pilar", Column.SUB_PILLAR),
        ("Sub-Pillar", Column.SUB_PILLAR),
        ("Indikator", Column.INDICATOR),
        ("Nama  indikator", Column.INDICATOR),
        ("Indicator", Column.INDICATOR),
        ("OPD Pengampu", Column.OPD),
        ("Agency", Column.OPD),
        ("Satuan", Column.MEASURE_UNIT),
        ("Unit of measure", Column.MEASURE_UNIT),
        ("TARGET", Column.TARGET),
        ("Realisasi", Column.MEASURE),
        ("Result", Column.MEASURE),
        ("Capaian", Column.ACHIEVEMENT),
        ("Achievement", Column.ACHIEVEMENT),
        ("Nilai mandiri", Column.SELF),
        ("Self-assessment", Column.SELF),
        ("Nilai Asesor", Column.ASSESSOR),
        ("Assessor's score", Column.ASSESSOR),
        ("Hasil penilaian", Column.ASSESSOR),
        ("Bukti dukung", Column.EVIDENCE),
        ("Evidence", Column.EVIDENCE),
        ("Keterangan", Column.REMARK),
        ("Ket.", Column.REMARK),
        ("Nilai.asesor", Column.ASSESSOR),
        ("nilai_asesor", Column.ASSESSOR),
        ("Realisasi.1", Column.MEASURE),
        ("OPD.pengampu", Column.OPD),
        ("Kab.Kota", Column.UNIT),
        ("Nama daerah", Column.UNIT),
        ("Nama Kabupaten/Kota", Column.UNIT),
        ("Tahun lalu", Column.LAST_YEAR),
        ("Periksa", Column.CHECK),
        ("Wilayah", Column.UNIT),
        ("Kab/Kota", Column.UNIT),
        ("region", Column.UNIT),
        ("Tahun", Column.YEAR),
        ("Year", Column.YEAR),
    ],
)
def test_a_header_is_known_in_both_languages_and_in_any_case(text: str, column: Column) -> None:
    assert header_of(text, {}) == Header(column)


@pytest.mark.parametrize("column", Column)
def test_what_templates_write_is_understood(column: Column) -> None:
    assert header_of(column.value, {}) == Header(column)


@pytest.mark.parametrize(
    "text",
    [
        "Nilai asesor (0–4)",
        "Nilai asesor\n(skala 0-4)",
        " nilai\u00a0asesor ",
        "Nilai asesor *",
        "NILAI ASESOR:",
        "(wajib) Nilai asesor",
    ],
)
def test_brackets_breaks_and_marks_around_a_header_do_not_matter(text: str) -> None:
    assert header_of(text, {}) == Header(Column.ASSESSOR)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nilai asesor 1", 1),
        ("Nilai Asesor 12", 12),
        ("nilai asesor-2", 2),
        ("Nilai asesor3", 3),
        ("Assessor score 4", 4),
        ("Nilai asesor 5 (0–4)", 5),
    ],
)
def test_assessors_columns_are_told_apart_by_their_number(text: str, number: int) -> None:
    assert header_of(text, {}) == Header(Column.ASSESSOR, number)


@pytest.mark.parametrize(
    "text",
    ["", "Skor", "Nilai", "Kodenya", "Tahun 2021", "Indikator 2022", "Nilai mandiri 2", "1"],
)
def test_a_word_that_is_not_known_is_no_header(text: str) -> None:
    assert header_of(text, {}) is None


def test_a_regions_own_words_are_known_too() -> None:
    further = own_columns({"Nilai asesor": ("Skor Tim Ahli",), "indicator": ("Pertanyaan",)})
    assert header_of("SKOR TIM AHLI", further) == Header(Column.ASSESSOR)
    assert header_of("Skor tim ahli 2", further) == Header(Column.ASSESSOR, 2)
    assert header_of("pertanyaan", further) == Header(Column.INDICATOR)
    assert header_of("Nilai asesor", further) == Header(Column.ASSESSOR)


def test_a_regions_word_goes_before_the_usual_meaning() -> None:
    assert header_of("Capaian", own_columns({"Realisasi": ("Capaian",)})) == Header(Column.MEASURE)


def test_a_further_word_for_no_known_column_is_left_out() -> None:
    assert own_columns({"Skor": ("Poin",)}) == {}


def test_names_are_compared_without_case_breaks_and_brackets() -> None:
    assert folded("  Layanan\n DARING (baru): ") == "layanan daring"
