"""Words of lists: scoring methods, directions, agencies, codes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Level, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.sheets.lists.codes import free_code, free_id, letters_of, usable
from kediri_index.sheets.lists.directions import direction_of
from kediri_index.sheets.lists.methods import in_words, method_of, said_of
from kediri_index.sheets.lists.opd import Agencies

F = Fraction
SCALE = (F(0), F(4))
NAMED = {F(0): "Belum", F(2): "Sebagian", F(4): "Lengkap, dan dipakai"}
BANDS = (Band(F(1), below=F(40)), Band(F(2), below=F(70)), Band(F(4)))


def numbered(first: int, last: int) -> dict[Fraction, str | Level]:
    return {F(one): f"Tingkat {one}" for one in range(first, last + 1)}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Capaian terhadap target", Achievement(target=F(9))),
        ("persentase capaian target, maks 120%", Achievement(F(6, 5), F(9))),
        ("realisasi / target x 100%", Achievement(target=F(9))),
        ("skala 0–4", AsGiven()),
        ("Nilai langsung", AsGiven()),
        ("Skala Likert 1 - 5", Levels(numbered(1, 5), fractional=True, spread=True)),
        ("Level 1 s.d. 5", Levels(numbered(1, 5), spread=True)),
        ("tingkat kematangan 0 sampai 4", Levels(numbered(0, 4))),
        ("0 = Belum; 2 = Sebagian; 4 = Lengkap, dan dipakai", Levels(NAMED)),
        ("tingkat:\n0 = Belum\n2 = Sebagian\n4 = Lengkap, dan dipakai", Levels(NAMED)),
        (
            "1 = a (nilai 0)\n2 = b (nilai 4)",
            Levels({F(1): Level("a", F(0)), F(2): Level("b", F(4))}),
        ),
        ("Ya/Tidak", YesNo(F(4), F(0))),
        ("ada / tidak ada", YesNo(F(4), F(0))),
        ("ya = 3, tidak = 1", YesNo(F(3), F(1))),
        ("minimum 20, maksimum 85", Goalposts(F(20), F(85))),
        ("min 1,5 dan maks 12, logaritma", Goalposts(F(3, 2), F(12), Transform.LOG)),
        ("< 40 = 1; < 70 = 2; >= 70 = 4", Bands(BANDS)),
        ("0-40 = 1; 40-70 = 2; selebihnya = 4", Bands(BANDS)),
        ("di bawah 40 = 1\ndi bawah 70 = 2\nlainnya = 4", Bands(BANDS)),
        ("≤ 40 = 1; selebihnya = 4", Bands((Band(F(1), up_to=F(40)), Band(F(4))))),
    ],
)
def test_a_method_in_words(words: str, meant: ScoringMethod) -> None:
    said = said_of(words)
    assert said is not None
    assert method_of(said, SCALE, F(9)) == meant
    placed = meant.on_range(SCALE)
    again = in_words(placed, SCALE)
    assert again is not None
    repeated = said_of(again)
    assert repeated is not None
    assert method_of(repeated, SCALE, F(9)).on_range(SCALE) == placed


@pytest.mark.parametrize(
    "words",
    [
        "",
        "oleh tim",
        "0-40 = 1; 50-70 = 2; selebihnya = 3",
        "< 40 = 1; < 30 = 2; lainnya = 3",
        "minimum 20",
        "minimum 85, maksimum 20",
        "< 40 = 1; < 70 = 2",
        "ya = 4",
        "ya = 4; tidak",
        "lainnya = 4; < 40 = 1",
        "< 40 = 1; >= 50 = 2",
        "1.000 = a; 2.000 = b",
        "skala 5-1",
        "tingkat",
    ],
)
def test_what_names_no_method_or_half_of_one(words: str) -> None:
    assert said_of(words) is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("semakin tinggi semakin baik", Direction.HIGHER),
        ("Makin rendah, makin baik", Direction.LOWER),
        ("semakin besar nilainya semakin buruk", Direction.LOWER),
        ("Higher is better", Direction.HIGHER),
        ("Tinggi", Direction.HIGHER),
        ("minimasi", Direction.LOWER),
        ("negatif", Direction.LOWER),
        ("biasa", None),
        ("-", None),
        ("semakin cepat semakin baik", None),
    ],
)
def test_a_direction_in_words(words: str, meant: Direction | None) -> None:
    assert direction_of(words) == meant


@pytest.mark.parametrize(
    ("cells", "ids"),
    [
        (("Dinkes; Bappeda",), (("dinkes", "bappeda"),)),
        (("Dinas Penanaman Modal dan PTSP",), (("dinas-penanaman-modal-dan-ptsp",),)),
        (("Dinkes dan Bappeda",), (("dinkes", "bappeda"),)),
        (("DLH, PUPR dan Bappeda",), (("dlh", "pupr", "bappeda"),)),
        (("Dinas Kesehatan dan Dinas Sosial",), (("dinas-kesehatan", "dinas-sosial"),)),
        (("Dinas Kesehatan (Dinkes)", "Dinkes/Bappeda"), (("dinkes",), ("dinkes", "bappeda"))),
        (
            ("Dinas Komunikasi\ndan Informatika\nBappeda",),
            (("dinas-komunikasi-dan-informatika", "bappeda"),),
        ),
        (("1. Dinkes\n2. Disdik",), (("dinkes", "disdik"),)),
        (("Dinkes\n\nBappeda",), (("dinkes", "bappeda"),)),
        (("Wali Kota dan Wakil Wali Kota",), (("wali-kota-dan-wakil-wali-kota",),)),
        (
            ("Dinas Pangan & Tani", "Dinas Pangan, Tani"),
            (("dinas-pangan-tani",), ("dinas-pangan-tani-2",)),
        ),
        (("Dinas Sosial", "dinas  sosial"), (("dinas-sosial",), ("dinas-sosial",))),
        (
            ("Dinas Lingkungan Hidup, Kebersihan dan Pertamanan",),
            (("dinas-lingkungan-hidup-kebersihan-dan-pertamanan",),),
        ),
    ],
)
def test_agencies_are_told_apart_where_a_cell_names_several(
    cells: tuple[str, ...], ids: tuple[tuple[str, ...], ...]
) -> None:
    agencies = Agencies()
    agencies.learn(cells)
    assert tuple(map(agencies.named_in, cells)) == ids


def test_letters_of_codes_are_readable_and_no_two_the_same() -> None:
    names = ("Smart Governance", "Tata Kelola Pemerintahan", "Ekonomi", "Ekologi", "A")
    assert letters_of(names) == ["GOV", "TKP", "EKO", "EKOL", "A"]
    assert letters_of(["Smart Governance"], {"GOV"}) == ["GOVE"]


def test_a_new_code_follows_those_that_are_there() -> None:
    assert free_code("EKO", ()) == "EKO-01"
    assert free_code("EKO", {"eko-01", "eko-7", "gov-09"}) == "EKO-08"


@pytest.mark.parametrize(
    ("taken", "meant"),
    [
        ((), "data"),
        (("data",), "layanan-data"),
        (("data", "layanan-data"), "data-2"),
        (("data", "layanan-data", "data-2"), "data-3"),
    ],
)
def test_a_group_whose_name_another_has_is_told_apart(taken: tuple[str, ...], meant: str) -> None:
    assert free_id("Data", "layanan", taken) == meant


@pytest.mark.parametrize(
    ("code", "meant"),
    [("GOV-01", "GOV-01"), ("A.1", "A-1"), ("1.1", None), ("IKU 3", "IKU-3"), ("é", None)],
)
def test_a_code_that_can_be_an_id_is_kept(code: str, meant: str | None) -> None:
    assert usable(code) == meant
