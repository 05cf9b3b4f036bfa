"""Which findings a waiver takes out of those that count, and until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kediri_index import load_waivers, waive
from kediri_index.errors import NotFoundError
from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import DataSet
from kediri_index.model.findings import Finding, Mark, Severity, Source
from kediri_index.model.profile import Waived, Waiver
from kediri_index.usecases.check import Checked

TODAY = date(2026, 9, 13)
FOUND = Finding("C203", "masuk/Dinas Sosial.xlsx", "Penilaian", "H14", value="9")


def waiver(file: str, sheet: str | None = None, cell: str | None = None, line: int = 1) -> Waiver:
    place = Source(file, sheet, cell)
    marks = Mark("w.yaml", line, 9), Mark("w.yaml", line + 4, 10)
    return Waiver("C203", place, "Disepakati", "Dewi", TODAY, *marks)


def checked(*findings: Finding) -> Checked:
    return Checked(DataSet((), ()), findings)


EXACT = waiver("Dinas Sosial.xlsx", "Penilaian", "H14")


@pytest.mark.parametrize(
    "accepting",
    [
        EXACT,
        waiver("masuk/Dinas Sosial.xlsx", "Penilaian", "H14"),
        waiver("./masuk/Dinas Sosial.xlsx", "Penilaian", "H14"),
        waiver("masuk\\Dinas Sosial.xlsx", "Penilaian", "H14"),
        waiver("Dinas Sosial.xlsx", "Penilaian"),
        waiver("Dinas Sosial.xlsx"),
        waiver("Dinas Sosial.xlsx", cell="H14"),
    ],
)
def test_a_waiver_that_names_the_place_takes_the_finding_out(accepting: Waiver) -> None:
    left = waive(checked(FOUND), [accepting], TODAY)
    assert left.findings == ()
    assert left.waived == (Waived(FOUND, accepting),)


@pytest.mark.parametrize(
    "other",
    [
        waiver("Sosial.xlsx", "Penilaian", "H14"),
        waiver("dinas sosial.xlsx", "Penilaian", "H14"),
        waiver("lain/Dinas Sosial.xlsx", "Penilaian", "H14"),
        waiver("x/masuk/Dinas Sosial.xlsx", "Penilaian", "H14"),
        waiver("masuk", "Penilaian", "H14"),
        waiver("Dinas Sosial.xlsx", "penilaian", "H14"),
        waiver("Dinas Sosial.xlsx", "Penilaian", "H1"),
        waiver("Dinas Sosial.xlsx", "Identitas"),
        EXACT._replace(code="C204"),
    ],
)
def test_any_other_place_or_code_leaves_it_and_is_unused(other: Waiver) -> None:
    left = waive(checked(FOUND), [other], TODAY)
    assert left.waived == ()
    unused, same = sorted(left.findings, key=lambda one: one.code != "D605")
    assert same is FOUND
    assert (unused.code, unused.file, unused.line, unused.column) == ("D605", "w.yaml", 1, 9)
    assert severity_of(unused) is Severity.WARNING


def test_accents_written_in_two_ways_are_one_name() -> None:
    found = FOUND._replace(file="Cafe\u0301.xlsx")
    assert waive(checked(found), [waiver("Caf\u00e9.xlsx")], TODAY).findings == ()


def test_a_waiver_is_good_on_its_last_day_and_an_error_after_it() -> None:
    assert waive(checked(FOUND), [EXACT], TODAY).findings == ()
    left = waive(checked(FOUND), [EXACT], date(2026, 9, 14))
    assert left.waived == ()
    assert [one.code for one in left.findings] == ["C203", "D604"]
    expired = left.findings[1]
    assert (expired.file, expired.line, expired.column) == ("w.yaml", 5, 10)
    assert expired.value == "2026-09-13"
    assert severity_of(expired) is Severity.ERROR


def test_an_expired_waiver_is_not_called_unused_as_well() -> None:
    left = waive(checked(), [EXACT], date(2027, 1, 1))
    assert [one.code for one in left.findings] == ["D604"]


def test_what_was_accepted_before_stays_so() -> None:
    other = FOUND._replace(cell="H15")
    first = waive(checked(FOUND, other), [EXACT], TODAY)
    second = waive(first, [waiver("Dinas Sosial.xlsx", cell="H15")], TODAY)
    assert second.findings == ()
    assert [one.finding for one in second.waived] == [FOUND, other]


def test_two_waivers_of_one_finding_are_both_of_use() -> None:
    left = waive(checked(FOUND), [EXACT, waiver("Dinas Sosial.xlsx", line=8)], TODAY)
    assert left.findings == ()
    assert [one.waiver for one in left.waived] == [EXACT]


def test_a_finding_of_no_file_cannot_be_accepted() -> None:
    found = FOUND._replace(file=None)
    left = waive(checked(found), [EXACT], TODAY)
    assert [one.code for one in left.findings] == ["C203", "D605"]


def test_a_file_of_waivers_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        load_waivers(tmp_path / "tidak-ada.yaml")
    assert caught.value.message == "waivers-not-found"
