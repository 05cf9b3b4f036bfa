"""A list is read where it has one sensible reading; all else is asked, each at its cell."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Direction
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.methods.achievement import Achievement
from tests.findings.building import Styled, percent, xlsx
from tests.sheets.lists.building import (
    ACHIEVED,
    HIGHER,
    LOWER,
    Rows,
    merged,
    of_rows,
    of_sheets,
    read,
)

HEAD = ("Pilar", "Indikator", "Bobot", "Satuan", "Target", "Arah", "Cara penilaian", "OPD")
ONE = ("Ekonomi", "UMKM digital", 60, "%", 80, HIGHER, ACHIEVED, "Dinkop")
TWO = ("Ekonomi", "Penduduk miskin", 40, "%", 7, LOWER, ACHIEVED, "Bappeda")
NOTES = {"F530", "F531", "F532", "F533", "F534", "F535", "F536", "F537", "F539"}


def but(row: tuple[object, ...], **cells: object) -> list[object]:
    """The row with other values in these columns."""
    letters = dict(zip("ABCDEFGH", row, strict=True)) | cells
    return list(letters.values())


def asked(findings: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    """Code and cell of all that is not merely a note of what was taken."""
    return [(one.code, one.cell) for one in findings if one.code not in NOTES]


class Faulty(NamedTuple):
    """A list with its faults, all of which one run names."""

    name: str
    rows: Rows
    found: tuple[tuple[str, str], ...]
    merges: tuple[str, ...] = ()


OF_PILLARS = ("Pilar", "Bobot pilar", "Indikator", "Target", "Arah", "OPD")
OF_SUB_PILLARS = ("Pilar", "Bobot pilar", "Sub pilar", "Indikator", "Bobot", "Target", "Arah")
FAULTY = (
    Faulty("weights of 90", (HEAD, ONE, but(TWO, C=30)), (("F509", "C2"),)),
    Faulty("shares of 0.9", (HEAD, but(ONE, C=0.6), but(TWO, C=0.3)), (("F509", "C2"),)),
    Faulty("a weight in words", (HEAD, but(ONE, C="enam puluh"), TWO), (("F508", "C2"),)),
    Faulty("a negative weight", (HEAD, but(ONE, C=-60), TWO), (("F508", "C2"),)),
    Faulty("a weight left out", (HEAD, ONE, but(TWO, C=None)), (("F511", "C3"),)),
    Faulty("no direction", (HEAD, but(ONE, F=None), TWO), (("F513", "F2"),)),
    Faulty(
        "directions both ways", (HEAD, but(ONE, F=f"{HIGHER}; {LOWER}"), TWO), (("F514", "F2"),)
    ),
    Faulty("no method, no target", (HEAD, but(ONE, E=None, G=None), TWO), (("F515", "G2"),)),
    Faulty("a method of no kind", (HEAD, but(ONE, G="oleh tim ahli"), TWO), (("F516", "G2"),)),
    Faulty(
        "bands with a gap",
        (HEAD, but(ONE, G="0-40 = 1; 50-70 = 2; selebihnya = 3"), TWO),
        (("F516", "G2"),),
    ),
    Faulty("a target in words", (HEAD, but(ONE, E="naik"), TWO), (("F517", "E2"),)),
    Faulty("a target with two readings", (HEAD, but(ONE, E="1.234"), TWO), (("F518", "E2"),)),
    Faulty("a target of zero", (HEAD, but(ONE, E=0), TWO), (("F519", "E2"),)),
    Faulty("no agency", (HEAD, but(ONE, H=None), TWO), (("F520", "H2"),)),
    Faulty("an indicator twice", (HEAD, ONE, but(TWO, B="UMKM  Digital")), (("F505", "B3"),)),
    Faulty("no pillar at the top", (HEAD, but(ONE, A=None), TWO), (("F504", "A2"),)),
    Faulty("no name", (HEAD, ONE, TWO, but(TWO, B=None)), (("F507", "B4"),)),
    Faulty(
        "many at once",
        (HEAD, but(ONE, C="x", F="naik turun", H=None), but(TWO, B="UMKM digital", E="y", G=None)),
        (("F508", "C2"), ("F514", "F2"), ("F520", "H2"), ("F505", "B3"), ("F517", "E3")),
    ),
    Faulty(
        "two weights of one pillar",
        (
            OF_PILLARS,
            ("Ekonomi", 100, "UMKM digital", 80, HIGHER, "Dinkop"),
            ("Ekonomi", 90, "Penduduk miskin", 7, LOWER, "Bappeda"),
        ),
        (("F510", "B3"),),
    ),
    Faulty(
        "a weight of a pillar in words, merged over its rows",
        (
            OF_PILLARS,
            ("Ekonomi", "seratus", "UMKM digital", 80, HIGHER, "Dinkop"),
            ("Ekonomi", None, "Penduduk miskin", 7, LOWER, "Bappeda"),
        ),
        (("F508", "B2"),),
        ("B2:B3",),
    ),
    Faulty(
        "sub-pillars whose indicators add up to no weight of theirs",
        (
            OF_SUB_PILLARS,
            ("Ekonomi", 100, "Usaha", "UMKM digital", 100, 80, HIGHER),
            ("Ekonomi", 100, "Warga", "Penduduk miskin", 100, 7, LOWER),
        ),
        (("F511", "C2"), ("F511", "C3")),
    ),
    Faulty(
        "a second agency in a further line of an indicator",
        (HEAD, ONE, (*[None] * 7, "Bappeda"), TWO),
        (("F507", "B3"),),
        ("B2:B3",),
    ),
    Faulty("a date for a weight", (HEAD, but(ONE, C=date(2026, 1, 2)), TWO), (("F508", "C2"),)),
    Faulty("a target beyond numbers", (HEAD, but(ONE, E=1e40), TWO), (("F517", "E2"),)),
    Faulty("a target of three numbers", (HEAD, but(ONE, E="1.2.3"), TWO), (("F517", "E2"),)),
    Faulty("a target that shows an error", (HEAD, but(ONE, E="#DIV/0!"), TWO), (("F522", "E2"),)),
    Faulty(
        "a target with the sign of a footnote",
        (
            HEAD,
            but(ONE, E=CellRichText("8", TextBlock(InlineFont(vertAlign="superscript"), "1"))),
            TWO,
        ),
        (("F526", "E2"),),
    ),
    Faulty(
        "a code twice, written otherwise",
        (("Kode", *HEAD), ("E.1", *ONE), ("e-1", *TWO)),
        (("F506", "A3"),),
    ),
    Faulty(
        "two columns of units",
        ((*HEAD, "Satuan ukur"), (*ONE, "unit"), (*TWO, "%")),
        (("F503", "I1"),),
    ),
    Faulty(
        "a range in words",
        ((*HEAD, "Rentang wajar"), (*ONE, "0-100"), (*TWO, "kecil")),
        (("F525", "I3"),),
    ),
    Faulty(
        "a scale in words and classes out of order",
        (
            ("Skala", "nol sampai seratus"),
            ("Predikat", "Tinggi; Rendah < 2"),
            (),
            HEAD,
            ONE,
            but(TWO, G="level 1 s.d. 5"),
        ),
        (("F521", "B1"), ("F521", "B2")),
    ),
    Faulty(
        "a pillar with no indicator",
        (HEAD, ONE, TWO, ("Sosial", None, None)),
        (("F512", "A4"),),
    ),
)


@pytest.mark.parametrize("case", FAULTY, ids=lambda case: case.name)
def test_what_has_two_readings_is_asked_at_its_cell_and_nothing_else(case: Faulty) -> None:
    found = read(merged(xlsx({"Daftar": case.rows}), *case.merges))
    assert found.definition is None
    assert asked(found.findings) == list(case.found)


def test_a_pillar_of_the_second_sheet_that_is_not_in_the_list_names_the_nearest() -> None:
    found = of_sheets({"Daftar": (HEAD, ONE, TWO), "Bobot": (("Pilar", "Bobot"), ("Ekonomy", 100))})
    (finding,) = (one for one in found.findings if one.code == "F512")
    assert (finding.sheet, finding.cell) == ("Bobot", "A2")
    assert str(finding.params["nearest"]) == "Suggestion(name='Ekonomi')"


def test_a_pillar_without_a_weight_beside_others_is_named() -> None:
    other = but(ONE, A="Sosial", B="Aduan", C=100)
    found = of_sheets(
        {"Daftar": (HEAD, ONE, TWO, other), "Bobot": (("Pilar", "Bobot"), ("Ekonomi", 100))}
    )
    (finding,) = (one for one in found.findings if one.code == "F511")
    assert (finding.cell, finding.params["name"]) == ("A4", "Sosial")


def test_two_lists_are_one_too_many_and_a_hidden_sheet_is_none() -> None:
    sheets: dict[str, Rows] = {"2025": (HEAD, ONE, TWO), "2026": (HEAD, ONE, TWO)}
    found = of_sheets(sheets)
    assert asked(found.findings) == [("F502", "A1")]
    assert read(xlsx(sheets, hidden=["2025"])).definition is not None


def test_what_is_no_list_says_which_headings_it_knows() -> None:
    found = of_rows(("Nama", "Bobot", "Satuan"), ("UMKM", 3, "%"))
    assert asked(found.findings) == [("F501", None)]
    assert "Bobot" in str(found.findings[0].params)


def test_a_workbook_that_cannot_be_read_says_why() -> None:
    found = read(b"PK\x03\x04 broken")
    assert isinstance(found.table, Workbook | None)
    assert [one.code[:2] for one in found.findings] == ["F1"]


class Taken(NamedTuple):
    """A list that is read without a question: weights of groups, then of indicators."""

    name: str
    sheets: dict[str, Rows]
    groups: tuple[object, ...]
    indicators: tuple[object, ...]
    notes: frozenset[str] = frozenset()
    merges: tuple[str, ...] = ()


def _weights(name: str, *weights: object, **more: object) -> Rows:
    del name, more
    rows = [("Pilar", "Indikator", "Bobot", "Target", "Arah", "OPD")]
    pillars = ("A", "A", "B")
    return [
        *rows,
        *(
            (pillar, f"Indikator {at}", weight, 50, HIGHER, "Dinkop")
            for at, (pillar, weight) in enumerate(zip(pillars, weights, strict=True))
        ),
    ]


SHARES = (("Pilar", "Bobot"), ("A", 0.4), ("B", 0.6), (None, 1))
TAKEN = (
    Taken("none", {"L": _weights("", None, None, None)}, (1, 1), (None,) * 3, frozenset({"F530"})),
    Taken(
        "percent signs in texts and a second sheet",
        {
            "L": _weights("", "30 %", "70%", "100 %"),
            "Bobot": (("Pilar", "Bobot"), ("A", "40%"), ("B", "60%")),
        },
        (40, 60),
        (30, 70, 100),
    ),
    Taken(
        "percent formats and shares",
        {"L": _weights("", percent(0.3), percent(0.7), percent(1)), "Bobot": SHARES},
        ("2/5", "3/5"),
        (30, 70, 100),
    ),
    Taken(
        "decimal commas",
        {"L": _weights("", "0,125", "0,875", "1"), "Bobot": SHARES},
        ("2/5", "3/5"),
        ("1/8", "7/8", 1),
    ),
    Taken(
        "texts of three decimals",
        {"L": _weights("", "0,125", "0,875", "1,000"), "Bobot": SHARES},
        ("2/5", "3/5"),
        ("1/8", "7/8", 1),
    ),
    Taken(
        "the weight of a pillar in each of its rows",
        {
            "L": (
                ("Bobot pilar", "Pilar", "Indikator", "Target", "Arah", "OPD"),
                (0.4, "A", "Satu", 5, HIGHER, "Dinkop"),
                ("40%", "A", "Dua", 5, HIGHER, "Dinkop"),
                (0.6, "B", "Tiga", 5, HIGHER, "Dinkop"),
            )
        },
        ("2/5", "3/5"),
        (None,) * 3,
    ),
    Taken(
        "of sub-pillars alone",
        {
            "L": (
                ("Pilar", "Sub pilar", "Bobot sub pilar", "Indikator", "Target", "Arah", "OPD"),
                ("A", "a", 0.4, "Satu", 5, HIGHER, "Dinkop"),
                ("A", "b", 0.6, "Dua", 5, HIGHER, "Dinkop"),
                ("B", "c", 1, "Tiga", 5, HIGHER, "Dinkop"),
            )
        },
        (1, 1),
        (None,) * 3,
        frozenset({"F530"}),
    ),
    Taken(
        "shares of the whole",
        {"L": _weights("", 20, 20, 60)},
        (40, 60),
        (20, 20, 60),
        frozenset({"F531"}),
    ),
    Taken(
        "percent beside shares",
        {"L": _weights("", "30%", 0.7, 1), "Bobot": SHARES},
        ("2/5", "3/5"),
        (30, 70, 1),
    ),
    Taken(
        "points",
        {
            "L": [
                ["Pilar", "Indikator", "Bobot (poin)", "Target", "Arah", "OPD"],
                *_weights("", 2, 1, 5)[1:],
            ],
            "Bobot": SHARES,
        },
        ("2/5", "3/5"),
        (2, 1, 5),
    ),
    Taken(
        "merged weights of pillars",
        {"L": _weights("", 40, None, 60)},
        (40, 60),
        (None,) * 3,
        merges=("A2:A3", "C2:C3"),
    ),
    Taken(
        "rows of their own",
        {
            "L": (
                ("Pilar", "Indikator", "Bobot", "Target", "Arah", "OPD"),
                ("A", None, "40%"),
                (None, "Satu", "100%", 5, HIGHER, "Dinkop"),
                ("B", None, "60%"),
                (None, "Dua", "50%", 5, HIGHER, "Dinkop"),
                (None, "Tiga", "50%", 5, HIGHER, "Dinkop"),
            )
        },
        (40, 60),
        (100, 50, 50),
    ),
    Taken(
        "headings among the indicators",
        {
            "L": (
                ("Kode", "Uraian Indikator", "Bobot", "Target", "Arah", "OPD"),
                ("A", "Pilar Ekonomi", "40%"),
                ("A-1", "Satu", "100%", 5, HIGHER, "Dinkop"),
                ("B", "Pilar Sosial", "60%"),
                ("B-1", "Dua", "50%", 5, HIGHER, "Dinkop"),
                ("B-2", "Tiga", "50%", 5, HIGHER, "Dinkop"),
            )
        },
        (40, 60),
        (100, 50, 50),
    ),
    Taken(
        "headings that weigh nothing, and rows that wait for an indicator",
        {
            "L": (
                ("No", "Indikator", "Bobot", "Target", "Arah", "OPD"),
                (None, "Smart Economy"),
                (1, "Satu", 40, 5, HIGHER, "Dinkop"),
                (2, "Dua", 60, 5, HIGHER, "Dinkop"),
                (3,),
            )
        },
        (100,),
        (40, 60),
    ),
    Taken(
        "an indicator over two rows",
        {
            "L": (
                ("Pilar", "Indikator", "Bobot", "Target", "Arah", "OPD"),
                ("A", "Satu", 40, 5, HIGHER, "Dinkop"),
                ("A", None, None, None, None, None, "baris kedua"),
                ("A", "Dua", 60, 5, HIGHER, "Dinkop"),
            )
        },
        (100,),
        (40, 60),
        merges=("B2:B3", "C2:C3"),
    ),
)


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: case.name)
def test_weights_are_read_in_every_way_that_offices_write_them(case: Taken) -> None:
    found = read(merged(xlsx(case.sheets), *case.merges))
    assert found.definition is not None, found.findings
    assert {one.code for one in found.findings} - {"F539", "F533"} == case.notes

    def fractions(values: tuple[object, ...]) -> list[Fraction | None]:
        return [None if one is None else Fraction(str(one)) for one in values]

    assert [one.weight for one in found.definition.groups] == fractions(case.groups)
    indicators = found.definition.all_indicators()
    assert [one.weight for one in indicators] == fractions(case.indicators)


@pytest.mark.parametrize(
    ("target", "unit", "direction", "meant"),
    [
        ("80", "%", HIGHER, (80, Direction.HIGHER, "%")),
        ("≥ 80 %", None, None, (80, Direction.HIGHER, "%")),
        ("maks. 10", "menit", None, (10, Direction.LOWER, "menit")),
        (Styled(0.85, "0%"), None, HIGHER, (85, Direction.HIGHER, "%")),
        ("7,5", "%", "makin kecil makin baik", ("7.5", Direction.LOWER, "%")),
        ("80 orang", "orang", "positif", (80, Direction.HIGHER, "orang")),
        (3.5, "Indeks", None, ("3.5", Direction.HIGHER, "Indeks")),
    ],
)
def test_a_target_is_read_with_its_sign_unit_and_format(
    target: object, unit: str | None, direction: str | None, meant: tuple[object, ...]
) -> None:
    found = of_rows(HEAD, but(ONE, C=100, D=unit, E=target, F=direction))
    assert found.definition is not None, found.findings
    (indicator,) = found.definition.all_indicators()
    method = indicator.rule.method
    assert isinstance(method, Achievement)
    assert (method.target, indicator.direction, indicator.unit) == (
        Fraction(str(meant[0])),
        *meant[1:],
    )


@pytest.mark.parametrize("wanted", ["Target 2026", "Target (2026)"])
def test_of_several_targets_that_of_the_year_counts_else_they_are_asked_about(wanted: str) -> None:
    head = ("Pilar", "Indikator", "Target 2025", wanted, "Arah", "OPD")
    row = ("A", "Satu", 10, 20, HIGHER, "Dinkop")
    found = of_rows(head, row)
    assert found.definition is not None
    assert [one.rule.method.own_target for one in found.definition.all_indicators()] == [20]
    other = of_rows((*head[:3], "Target 2027", *head[4:]), row)
    assert asked(other.findings) == [("F503", "D1")]


@pytest.mark.parametrize("name", ["Nama", "Uraian"])
@pytest.mark.parametrize("merges", [(), ("B1:C1", "E1:F1", "A1:A2", "D1:D2", "G1:G2", "H1:H2")])
def test_a_heading_of_two_rows_is_read_as_one(merges: tuple[str, ...], name: str) -> None:
    rows = (
        ("No", "Pilar", None, "Indikator", "Target", None, "Arah", "OPD"),
        (None, name, "Bobot", None, 2025, 2026),
        (1, "A", 70, "Satu", 4, 5, HIGHER, "Dinkop"),
        (2, "B", 30, "Dua", 6, 7, HIGHER, "Dinkop"),
    )
    found = read(merged(xlsx({"Daftar": rows}), *merges))
    assert found.definition is not None, found.findings
    assert [one.weight for one in found.definition.groups] == [70, 30]
    targets = [one.rule.method.own_target for one in found.definition.all_indicators()]
    assert targets == [5, 7]


def test_an_empty_pillar_is_the_one_above_and_an_empty_sub_pillar_may_be_none() -> None:
    head = ("Pilar", "Sub pilar", "Indikator", "Target", "Arah", "OPD")
    rest = (5, HIGHER, "Dinkop")
    found = of_rows(
        head,
        ("A", "x", "Satu", *rest),
        (None, None, "Dua", *rest),
        (None, "y", "Tiga", *rest),
        ("B", None, "Empat", *rest),
    )
    assert found.definition is not None, found.findings
    parents = [one.parent for one in found.definition.all_indicators()]
    assert parents == ["x", "x", "y", "b"]


def test_hidden_rows_are_read_and_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"Daftar": (HEAD, ONE, TWO)})))
    book["Daftar"].row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue())
    assert found.definition is not None
    assert ("F430", "B3") in asked(found.findings)


def test_columns_that_are_not_read_are_named() -> None:
    found = of_rows((*HEAD, "Rumus", "Baseline 2024"), (*ONE, "a/b", 3), (*TWO, "c/d", 4))
    (finding,) = (one for one in found.findings if one.code == "F538")
    assert finding.params["columns"] == ("I1 Rumus", "J1 Baseline 2024")
    assert found.definition is not None


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("LAMPIRAN II PERATURAN WALI KOTA", "INDEKS KOTA TANGGUH"), "INDEKS KOTA TANGGUH"),
        (("DAFTAR INDIKATOR INDEKS UDARA BERSIH",), "INDEKS UDARA BERSIH"),
        (("Kota Layak Huni", "Bappeda"), "Kota Layak Huni"),
        (("Subindeks", "Penilaian Indeks Desa"), "Penilaian Indeks Desa"),
    ],
)
def test_the_title_is_the_line_that_names_an_index_else_the_first(
    above: tuple[str, ...], title: str
) -> None:
    assert of_rows(*((one,) for one in above), (), HEAD, ONE).about.title == title


def test_titles_footnotes_totals_and_signatures_are_no_indicators() -> None:
    found = of_rows(
        ("INDEKS DAERAH",),
        (),
        HEAD,
        tuple(range(1, 9)),
        ONE,
        TWO,
        ("Jumlah", None, 100),
        ("Sumber: BPS",),
        ("Kepala Bappeda,",),
        (None, "NIP. 19800101 200501 1 001"),
    )
    assert found.definition is not None, found.findings
    assert [one.id for one in found.definition.all_indicators()] == ["EKO-01", "EKO-02"]


def test_a_row_of_texts_below_the_heading_is_no_second_line_of_it() -> None:
    found = of_rows(
        ("Pilar", "Indikator", "Cara penilaian", "OPD"),
        ("A", "Satu", "skala 1-5", None, "lihat lampiran"),
        ("A", "Dua", "skala 1-5", "Dinkop"),
    )
    assert asked(found.findings) == [("F520", "D2")]


def test_a_table_below_forty_rows_of_something_else_is_not_looked_for() -> None:
    preface = [(f"Bab {number}",) for number in range(45)]
    found = of_rows(*preface, HEAD, ONE, TWO)
    assert asked(found.findings) == [("F501", None)]


def test_the_decimal_mark_of_other_targets_tells_what_a_point_is() -> None:
    found = of_rows(HEAD, but(ONE, E="1.234"), but(TWO, E="7,5"))
    assert found.definition is not None, found.findings
    targets = [one.rule.method.own_target for one in found.definition.all_indicators()]
    assert targets == [1234, Fraction(15, 2)]


def test_a_list_without_groups_agencies_and_a_scale_is_one_group_of_its_title() -> None:
    rows = (("Satu", "skala 1-5"), ("Dua", "skala 1-5"))
    found = of_rows(("Indikator", "Cara penilaian"), *rows)
    assert found.definition is not None
    assert [one.label.main for one in found.definition.groups] == ["Uji"]
    assert found.definition.scale == (Fraction(1), Fraction(5))
    notes = {one.code: (one.cell, one.params.get("low")) for one in found.findings}
    assert notes == {"F537": ("A1", None), "F539": ("A1", 1)}


def test_scores_of_bands_without_a_scale_are_asked_about() -> None:
    found = of_rows(HEAD, ONE, but(TWO, G="< 5 = 4; selebihnya = 1"))
    assert asked(found.findings) == [("F523", "B1")]


def test_a_unit_of_which_more_is_better_is_no_note_where_no_direction_is_needed() -> None:
    found = of_rows(HEAD, but(ONE, C=100, D="indeks", E=None, F=None, G="skala 0-100"))
    assert found.definition is not None, found.findings
    assert "F534" not in {one.code for one in found.findings}


def test_the_code_of_an_indicator_that_a_pillar_has_is_made_anew() -> None:
    found = of_rows(("Kode", *HEAD), ("ekonomi", *ONE), ("EKO-1", *TWO))
    assert found.definition is not None, found.findings
    assert [one.id for one in found.definition.all_indicators()] == ["EKO-02", "EKO-1"]


def test_a_column_of_tags_without_a_name_is_not_read() -> None:
    found = of_rows((*HEAD, "Tanda", "Tanda tema (Tema / Theme)"), (*ONE, "x", "air"), TWO)
    (finding,) = (one for one in found.findings if one.code == "F538")
    assert finding.params["columns"] == ("I1 Tanda",)
    assert found.definition is not None
    assert [(tag.id, tag.label.main, tag.label.english) for tag in found.definition.tags] == [
        ("tema", "Tema", "Theme")
    ]


def test_agencies_of_a_table_need_a_code_and_nearly_the_same_name_is_a_note() -> None:
    rows = (HEAD, but(ONE, H="Dinas Koperasi"), but(TWO, H="Dinas Koprasi"))
    found = of_sheets({"Daftar": rows})
    (finding,) = (one for one in found.findings if one.code == "F540")
    assert (finding.cell, finding.value, finding.params["other"]) == (
        *("H3", "Dinas Koprasi"),
        "Dinas Koperasi",
    )
    agencies = (("Nama OPD", "Kode OPD"), ("Dinas Koperasi", "kop"), ("Dinas Koprasi", None))
    found = of_sheets({"Daftar": rows, "OPD": agencies})
    assert [one.id for one in found.opd] == ["kop", "dinas-koprasi"]
    assert "F540" not in {one.code for one in found.findings}


def test_of_a_table_of_weights_each_number_must_be_one() -> None:
    weights = (("Pilar", "Bobot"), ("Ekonomi", "seratus"), ("Ekonomi", "-"))
    found = of_sheets({"Daftar": (HEAD, ONE, TWO), "Bobot": weights})
    assert [(one.code, one.sheet, one.cell) for one in found.findings if one.code == "F508"] == [
        ("F508", "Bobot", "B2")
    ]
