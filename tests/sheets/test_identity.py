from __future__ import annotations

from collections.abc import Sequence

import pytest

from kediri_index.model.findings import Source
from kediri_index.sheets.identity import (
    Item,
    carried_definition,
    identity_above,
    identity_of,
    is_identity,
)
from tests.findings.building import workbook

INDONESIAN = {
    "Wilayah": "Kota Uji",
    "Tahun": 2022,
    "OPD": "dinkes",
    "Revisi": 2,
    "Tanggal": "2022-12-05",
    "Definisi": "uji",
    "Versi definisi": "1",
}
ENGLISH = {
    "Region": "Kota Uji",
    "Year": 2022,
    "Agency": "dinkes",
    "Revision": 2,
    "Date": "2022-12-05",
    "Definition": "uji",
    "Definition version": "1",
}


@pytest.mark.parametrize(("name", "pairs"), [("Identitas", INDONESIAN), ("IDENTITY", ENGLISH)])
def test_the_sheet_that_says_whose_a_file_is_is_read_in_both_languages(
    name: str, pairs: dict[str, object]
) -> None:
    book = workbook({name: [("Judul",), (), *pairs.items()]})
    identity = identity_of(book)
    assert {item: said.text for item, said in identity.items.items()} == {
        Item.UNIT: "Kota Uji",
        Item.YEAR: "2022",
        Item.OPD: "dinkes",
        Item.REVISION: "2",
        Item.DATE: "2022-12-05",
        Item.DEFINITION: "uji",
        Item.VERSION: "1",
    }
    assert identity.items[Item.YEAR].source == Source("isian.xlsx", name, "B4")


@pytest.mark.parametrize(
    "row",
    [
        ("Wilayah", "Kota Uji"),
        ("Wilayah:", "Kota Uji"),
        ("Wilayah", ":", "Kota Uji"),
        ("Wilayah", None, ": Kota Uji"),
        ("Wilayah : Kota Uji",),
        (None, "KAB/KOTA", None, "Kota Uji"),
        ("Wilayah (kabupaten/kota)", "Kota Uji"),
    ],
)
def test_a_label_has_its_value_beside_it_or_after_its_colon(row: Sequence[object]) -> None:
    assert identity_of(workbook({"Identitas": [row]})).text(Item.UNIT) == "Kota Uji"


def test_a_label_without_a_value_says_nothing() -> None:
    assert identity_of(workbook({"Identitas": [("Wilayah", " : "), ("Tahun",)]})).items == {}


def test_the_first_of_two_same_labels_counts() -> None:
    book = workbook({"Identitas": [("Wilayah", "Kota Uji"), ("Wilayah", "Kota Lain")]})
    assert identity_of(book).text(Item.UNIT) == "Kota Uji"


@pytest.mark.parametrize("value", ["#REF!", "=Sampul!B2"])
def test_a_definition_that_is_an_error_or_a_formula_is_not_looked_for(value: str) -> None:
    book = workbook({"Identitas": [("Definisi", value)]})
    assert carried_definition([book]) is None


def test_a_file_without_the_sheet_says_nothing() -> None:
    book = workbook({"Penilaian": [("Wilayah", "Kota Uji")]})
    assert identity_of(book).items == {}
    assert not is_identity(book.sheets[0])


def test_above_a_header_only_the_rows_above_it_are_looked_at() -> None:
    book = workbook({"Penilaian": [("Wilayah: Kota Uji",), ("Kode", "Nilai"), ("Tahun", "2022")]})
    identity = identity_above(book.sheets[0], 2)
    assert {item: said.text for item, said in identity.items.items()} == {Item.UNIT: "Kota Uji"}
