"""Spellings that people put where a number belongs, and what each of them is.

Taken from what real forms hold: letters, press, exports of other programs, and more of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.dataset import Missing

NOT_APPLICABLE = Missing.NOT_APPLICABLE
NOT_COLLECTED = Missing.NOT_COLLECTED
NOT_DUE = Missing.NOT_DUE
EMPTY = Missing.EMPTY


class Field(Enum):
    """What kind of indicator the spelling is given for, as its keys in a definition."""

    SCORE = "score: {method: as_given}"
    PERCENT = 'unit: "%", valid: [0, 100], score: {method: goalposts, min: 0, max: 100}'
    AMOUNT = "unit: buah, score: {method: goalposts, min: 0, max: 100}"
    VISITORS = "unit: orang, valid: [500, 2000], score: {method: goalposts, min: 500, max: 2000}"


class Reads(NamedTuple):
    """What a spelling is: a number, a kind of missing or neither, with the code found if any."""

    number: Fraction | None = None
    missing: Missing | None = None
    code: str | None = None


class Spelling(NamedTuple):
    """A spelling and what it is as a workbook's text; *in_csv* where a text table differs."""

    text: str
    field: Field
    reads: Reads
    in_csv: Reads


Table = Mapping[str, str | Missing | Reads | tuple[Reads, Reads]]


def number(value: str, note: str | None = None) -> Reads:
    return Reads(Fraction(value), code=note)


def refused(code: str) -> Reads:
    return Reads(missing=Missing.UNREADABLE, code=code)


def _spellings(field: Field, *tables: Table) -> Iterator[Spelling]:
    """Yield a table's spellings; a text is a number, or beginning with C the code that refuses."""
    for table in tables:
        for text, said in table.items():
            match said:
                case Missing():
                    reads = Reads(missing=said)
                case str():
                    reads = refused(said) if said.startswith("C") else number(said)
                case Reads():
                    reads = said
                case (reads, in_csv):
                    yield Spelling(text, field, reads, in_csv)
                    continue
            yield Spelling(text, field, reads, reads)


EMPTIES = dict.fromkeys(
    ("", " ", "    ", "\t", "\n", " \n ", "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000"), EMPTY
)
MISSING_WORDS = {
    "n/a": NOT_APPLICABLE,
    "N/A": NOT_APPLICABLE,
    "tidak berlaku": NOT_APPLICABLE,
    "Tidak Berlaku": NOT_APPLICABLE,
    "TIDAK  BERLAKU": NOT_APPLICABLE,
    "tidak\u00a0berlaku": NOT_APPLICABLE,
    "Not applicable": NOT_APPLICABLE,
    "-": NOT_COLLECTED,
    " - ": NOT_COLLECTED,
    "–": NOT_COLLECTED,
    "—": NOT_COLLECTED,
    "tidak ada": NOT_COLLECTED,
    "Tidak ada data": NOT_COLLECTED,
    "data tidak ada": NOT_COLLECTED,
    "tidak tersedia": NOT_COLLECTED,
    "Data Tidak Tersedia": NOT_COLLECTED,
    "belum ada": NOT_COLLECTED,
    "BELUM ADA DATA": NOT_COLLECTED,
    "belum\nada data": NOT_COLLECTED,
    "data belum ada": NOT_COLLECTED,
    "belum tersedia": NOT_COLLECTED,
    "data belum tersedia": NOT_COLLECTED,
    "No data": NOT_COLLECTED,
    "not available": NOT_COLLECTED,
    "Not collected": NOT_COLLECTED,
    "belum": NOT_DUE,
    "Belum": NOT_DUE,
    "belum dinilai": NOT_DUE,
    "Belum Jatuh Tempo": NOT_DUE,
    "not yet": NOT_DUE,
    "Not yet assessed": NOT_DUE,
    "not assessed": NOT_DUE,
    "not yet due": NOT_DUE,
    "NOT DUE": NOT_DUE,
}
MARKS = frozenset({"na", "n.a.", "n.a", "nan", "null", "#n/a"})
"""What is missing data in a table of units, in small letters, whatever it is in a form."""
SCORES: Table = {
    "0": "0",
    "-0": "0",
    "0,0": "0",
    "4": "4",
    "4,0": "4",
    "3,2": "3.2",
    "3.2": "3.2",
    "3,20": "3.2",
    "3.20": "3.2",
    "2,00": "2",
    "2.51": "2.51",
    "3,31": "3.31",
    "+3": "3",
    "003": "3",
    "02.75": "2.75",
    " 3,2": "3.2",
    "3,2 ": "3.2",
    "\u00a03,2\u00a0": "3.2",
    "\u20093,2\u202f": "3.2",
    "\t3,2\n": "3.2",
    "0,850": "0.85",
    "0.850": "0.85",
    "1.2345": "1.2345",
    "3.3349999999999995": "3.335",
    "3,200": number("3.2", "C122"),
    "3.200": number("3.2", "C122"),
    "1.234": number("1.234", "C122"),
    "1,234": number("1.234", "C122"),
    "+3,250": number("3.25", "C122"),
    "5": "C203",
    "32": "C203",
    "3.125,5": "C203",
    "-1": "C203",
    "4,01": "C203",
    "3 %": "C123",
    "80%": "C123",
    "1e0": (refused("C115"), number("1")),
    "2.5E+00": (refused("C115"), number("2.5")),
    "25e-1": (refused("C115"), number("2.5")),
    "2,5e0": (refused("C115"), number("2.5")),
    "32e0": (refused("C115"), refused("C203")),
}
PERCENTAGES: Table = {
    "98,63 %": "98.63",
    "98,63%": "98.63",
    "98.63 %": "98.63",
    "98,63\u00a0%": "98.63",
    "98,63\u202f%": "98.63",
    "98,63\u2009%": "98.63",
    "+5%": "5",
    "0%": "0",
    "100%": "100",
    "89,13": "89.13",
    "08.08": "8.08",
    "10.15": "10.15",
    "08,08": "8.08",
    "16.897": number("16.897", "C122"),
    "16,897 %": number("16.897", "C122"),
    "0,123": number("0.123"),
    "140": "C205",
    "-3,5%": "C205",
    "1.234,5 %": "C205",
    "80 - 90%": "C116",
    "80–90 %": "C116",
    "80% - 90%": "C116",
    "80 s.d. 90": "C116",
    "80 s/d 90 %": "C116",
    "80 sampai dengan 90": "C116",
    "80..90": "C116",
    "antara 80 dan 90": "C116",
    "between 80 and 90": "C116",
    "> 90": "C125",
    ">90%": "C125",
    "≥ 85": "C125",
    "<5": "C125",
    "±80": "C125",
    "~80 %": "C125",
    "=80": "C125",
    "lebih dari 90": "C125",
    "Kurang dari 5 %": "C125",
    "sekitar 80": "C125",
    "at least 90": "C125",
    "90 ke atas": "C125",
    "%85": "C115",
    "85%%": "C115",
    "85 ‰": "C115",
    "85 persen": "C118",
    "85 percent": "C118",
    "85 % tercapai": "C118",
    "٨٥%": "C126",
    "85٪": "C126",
    "85\uff05": "C126",
}
AMOUNTS: Table = {
    "1.234,5": "1234.5",
    "1,234.5": "1234.5",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "16.897.000": "16897000",
    "1.234.567,89": "1234567.89",
    "1,234,567.89": "1234567.89",
    "-1.234,5": "-1234.5",
    "-6,25": "-6.25",
    "-0,123": "-0.123",
    "1234.567": "1234.567",
    "1234,567": "1234.567",
    "012.345": "12.345",
    "123456789012345": "123456789012345",
    "1234567890123456": "1234567890123460",
    "0.1000000000000000055511151231257827": "0.1",
    "1.234": "C121",
    "1,234": "C121",
    "17.707": "C121",
    "-1.234": "C121",
    "999,999": "C121",
    "12 %": "C123",
    "9" * 40: "C115",
    "0," + "0" * 40 + "1": "C115",
    "1e5": (refused("C115"), number("100000")),
    "1E+05": (refused("C115"), number("100000")),
    "-2.5e-3": (refused("C115"), number("-0.0025")),
    "1.234e3": (refused("C115"), number("1234")),
    "1e30": (refused("C115"), number("1e30")),
    "1e31": "C115",
    "1e400": "C115",
    "1e-400": "C115",
    "1e5%": "C115",
    "5.e3": "C115",
}
VISITORS: Table = {
    "1.234": number("1234", "C122"),
    "1,234": number("1234", "C122"),
    "1.000": number("1000", "C122"),
    "1.234,0": "1234",
    "0.850": "C205",
    "3.200": "C121",
}
UNCERTAIN = dict.fromkeys(
    (
        *("5.", "3,", ".5", ",5", "5. %", "1.234.", "-,5"),
        *("1.23.4", "1,2,3", "12,34.5", "1.234,567.8", "1234.567,8", "0.123.456"),
        *("1 234", "1\u00a0234", "1\u202f234", "1'234", "1\u2019234", "3 ,2", "3·2", "1_000"),
        *("\u22123", "–3", "—3", "- 3", "+ 3", "--3", "+-3", "3-", "3+", "(3)"),
    ),
    "C115",
)
NO_NUMBERS: Table = {
    "?": "C110",
    "%": "C110",
    ",": "C110",
    "--": "C110",
    "tiga": "C110",
    "TIGA": "C110",
    "three": "C110",
    "tiga koma dua": "C110",
    "nihil": "C110",
    "kosong": "C110",
    "baik": "C110",
    "ya": "C110",
    "tidak": "C110",
    "TRUE": "C110",
    "FALSE": "C110",
    **dict.fromkeys(("NA", "na", "n.a.", "N.A", " Na "), "C133"),
    "BENAR": "C110",
    "NaN": "C110",
    "nan": "C110",
    "inf": "C110",
    "-Infinity": "C110",
    "null": "C110",
    "None": "C110",
    "III": "C110",
    "#": "C110",
    "Rp": "C110",
    "##########": "C110",
    "menyusul, lihat lampiran " * 10 + "3": "C110",
}
CODED: Table = {
    **dict.fromkeys(
        (
            *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!"),
            *("#n/a", " #DIV/0! ", "#CALC!", "#GETTING_DATA", "Err:502"),
        ),
        "C111",
    ),
    **dict.fromkeys(
        (
            *("2023-05-08", "2023-05-08T00:00:00", "2023-05-08 07:30", "2023/05/08"),
            *("08/05/2023", "8-5-2023", "08.05.2023", "8/5/23", "8-5-23"),
            *("12 Mei 2023", "12-Mei-23", "03-Apr", "3 April", "Apr-22", "Maret 2023"),
            *("April 3, 2022", "3 Sept. 2022", "08:08", "08:08:00", "7:30 WIB"),
        ),
        "C113",
    ),
    **dict.fromkeys(("3-4", "3 - 4", "3–4", "2 to 3", "2022-2023", "3…4", "3~4"), "C116"),
    **dict.fromkeys(
        (
            *("Rp16.897.000", "Rp 16.897.000,-", "Rp. 5.000", "rp5000", "IDR 5,000", "$3"),
            *("US$ 3", "€3", "3 USD", "5.000 rupiah", "-Rp5.000", "Rp 5 juta"),
        ),
        "C117",
    ),
    **dict.fromkeys(
        (
            *(
                "3 unit",
                "12 orang",
                "3,28 persen",
                "3 (baik)",
                "3*",
                "skor 3",
                "level 3",
                "3 desa",
                "5 juta",
            ),
            *("3x", "#3", "3²", "0x10", "3 + 1", "=3+1", "2 tahun 3 bulan"),
        ),
        "C118",
    ),
    **dict.fromkeys(
        (
            *("3\u200b", "\u200b3", "\ufeff3", "3\u00ad,5", "\u202a3\u202c", "\u2060"),
            *("3\u200d", "3\ufe0f", "n/a\u200b", "tiga\u200e"),
        ),
        "C119",
    ),
    **dict.fromkeys(
        (
            *("3/4", "3 / 4", "1/3", "3 dari 4", "5 dari 9", "3 of 4", "3 out of 4", "3:4"),
            *("½", "3½", "3 1/2", "3\u20444"),
        ),
        "C124",
    ),
    **dict.fromkeys(
        (
            *(
                "\uff13",
                "\uff13\uff0e\uff15",
                "٣",
                "۳",
                "٣\u066b\u0665",
                "3\u066b5",
                "3\uff0c5",
                "३",
                "๓",
            ),
            "\U0001d7d1",
        ),
        "C126",
    ),
    **dict.fromkeys(
        ("3; 4", "3, 4", "3 dan 4", "3 & 4", "3 | 4", "3 atau 4", "3 or 4", "3; 4; 2"), "C127"
    ),
}
SPELLINGS = (
    *_spellings(Field.SCORE, EMPTIES, MISSING_WORDS, SCORES, UNCERTAIN, NO_NUMBERS, CODED),
    *_spellings(Field.PERCENT, PERCENTAGES),
    *_spellings(Field.AMOUNT, AMOUNTS),
    *_spellings(Field.VISITORS, VISITORS),
)
