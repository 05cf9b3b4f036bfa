"""Every spelling of the table, in a long and a wide sheet, as a workbook's text and as CSV's."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from enum import Enum
from functools import cache
from typing import NamedTuple

import pytest

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding
from kediri_index.model.language import Likewise, ReadTwoWays
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import ONE_GROUP, TOP, checked, text_xlsx
from tests.sheets.number_spellings import MARKS, SPELLINGS, Field, Reads

Rows = list[list[str]]
OF_THE_TABLE = frozenset({"C121", "C122"})
"""Codes of cells that are told of the table as a whole: its numbers prove both decimal marks."""
IDS = [f"A-{number}" for number in range(len(SPELLINGS))]
TEXT = f"""{TOP}missing: {{answers: exclude}}
{ONE_GROUP}indicators:
""" + "".join(
    f"  - {{id: {id_}, in: a, name: {id_}, {spelling.field.value}}}\n"
    for id_, spelling in zip(IDS, SPELLINGS, strict=True)
)
LONG: Rows = [
    ["Kode", "Realisasi", "Nilai asesor"],
    *(
        [id_, *(("", spelling.text) if spelling.field is Field.SCORE else (spelling.text, ""))]
        for id_, spelling in zip(IDS, SPELLINGS, strict=True)
    ),
]
WIDE: Rows = [
    ["Wilayah", "Tahun", *IDS],
    ["Kota Uji", "2022", *(spelling.text for spelling in SPELLINGS)],
]


class Way(Enum):
    """How a spelling comes in."""

    LONG_XLSX = "long xlsx"
    WIDE_XLSX = "wide xlsx"
    LONG_CSV = "long csv"
    WIDE_CSV = "wide csv"


WIDE_WAYS = (Way.WIDE_XLSX, Way.WIDE_CSV)


class Read(NamedTuple):
    """What became of the spellings: readings by indicator, and all that was found."""

    readings: dict[str, Reading]
    findings: dict[str | None, list[Finding]]


def as_csv(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def workbook(way: Way) -> Workbook:
    rows = LONG if way in {Way.LONG_XLSX, Way.LONG_CSV} else WIDE
    if way in {Way.LONG_XLSX, Way.WIDE_XLSX}:
        return read_workbook("isian.xlsx", text_xlsx(rows), Limits())
    return read_workbook("isian.csv", as_csv(rows), Limits())


@cache
def read(way: Way) -> Read:
    found = checked(workbook(way), text=TEXT)
    (unit,) = found.data.units
    readings = {}
    for spelling, answer in zip(SPELLINGS, unit.answers.values(), strict=True):
        of_field = answer.assessor if spelling.field is Field.SCORE else (answer.measure,)
        (reading,) = of_field
        assert reading is not None
        readings[answer.id] = reading
    by_indicator: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in found.findings:
        if finding.code.startswith(("C15", "S33")):  # how large a number is; what an n/a does
            continue
        by_indicator[finding.indicator].append(finding)
    return Read(readings, by_indicator)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_a_spelling_is_what_the_table_says(way: Way) -> None:
    seen = read(way)
    for id_, spelling in zip(IDS, SPELLINGS, strict=True):
        said = spelling.in_csv if way in {Way.LONG_CSV, Way.WIDE_CSV} else spelling.reads
        if way in WIDE_WAYS and spelling.text.strip().casefold() in MARKS:
            said = Reads(missing=Missing.NOT_COLLECTED)
        reading, findings = seen.readings[id_], seen.findings.get(id_, [])
        codes = [finding.code for finding in findings]
        told = [said.code] if said.code and said.code not in OF_THE_TABLE else []
        if codes != ["C122"]:  # it stands at the first of its kind
            assert codes == told, spelling
        assert (reading.number, reading.missing) == (said.number, said.missing), spelling
        assert reading.text == ("" if said.missing is Missing.EMPTY else spelling.text), spelling
        for finding in findings:
            assert (finding.value, finding.cell) == (spelling.text, reading.source.cell)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_nothing_is_found_but_what_is_wrong_with_a_spelling(way: Way) -> None:
    findings = read(way).findings
    of_the_table = sorted(finding.code for finding in findings[None])
    assert of_the_table == [*(["C134"] if way in WIDE_WAYS else []), "F457"]
    assert findings.keys() - {None} <= set(IDS)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_all_spellings_with_two_readings_are_told_at_once(way: Way) -> None:
    seen = read(way)
    (noted,) = [one for own in seen.findings.values() for one in own if one.code == "C122"]
    (error,) = [one for one in seen.findings[None] if one.code == "F457"]
    for finding in (error, noted):
        code = "C121" if finding.code == "F457" else finding.code
        alike = [id_ for id_, one in zip(IDS, SPELLINGS, strict=True) if one.reads.code == code]
        assert finding.cell == seen.readings[alike[0]].source.cell
        more = finding.params["more" if code == "C122" else "readings"]
        assert isinstance(more, Likewise | ReadTwoWays)
        first = 1 if code == "C122" else 0
        assert first + len(more.cells) + more.more == len(alike)


def test_the_table_is_long_and_no_spelling_stands_in_it_twice() -> None:
    assert len(SPELLINGS) >= 150
    assert len({(spelling.field, spelling.text) for spelling in SPELLINGS}) == len(SPELLINGS)


def test_a_text_table_differs_from_a_workbook_in_exponents_alone() -> None:
    different = [spelling.text for spelling in SPELLINGS if spelling.reads != spelling.in_csv]
    assert different
    assert all(re.fullmatch(r"[-0-9.,]+[eE][-+0-9]+", text) for text in different)
