from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load_profile import load_profile_file
from kediri_index.errors import DefinitionError, ProfileError
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Opd, Profile

Write = Callable[..., Path]

FULL = """\
unit: Kota Kediri
also: [Kediri, KOTA KEDIRI]
opd:
  - {id: dinkes, name: Dinas Kesehatan, short: Dinkes, also: Dinas Kesehatan Kota}
  - {id: diskominfo, name: Dinas Kominfo}
assign: {dinkes: [IMP-31, IMP-32], diskominfo: ["BAS-*", "*"]}
columns: {Nilai asesor: [Skor Akhir], Target: Sasaran}
due: 2026-09-13
definitions: kominfo-*
history: {2020: 2.87, 2021: 3.06}
targets: {2024: 3.55}
costs: {IMP-01: 2, OUT-*: 0.5}
unit_groups: {provinsi: {Jawa Timur: [Kota Kediri, Kota Malang], Bali: Kota Denpasar}}
"""


@pytest.fixture
def refused(write: Write) -> Callable[[str], tuple[Finding, ...]]:
    def faults(text: str) -> tuple[Finding, ...]:
        with pytest.raises(DefinitionError) as caught:
            load_profile_file(write(text, "profile.yaml"), shown="profile.yaml")
        return caught.value.findings

    return faults


Refused = Callable[[str], tuple[Finding, ...]]


def test_a_profile_is_read(write: Write) -> None:
    loaded = load_profile_file(write(FULL), shown="profile.yaml")
    assert loaded.findings == ()
    assert loaded.profile == Profile(
        unit="Kota Kediri",
        also=("Kediri", "KOTA KEDIRI"),
        opd=(
            Opd("dinkes", "Dinas Kesehatan", "Dinkes", ("Dinas Kesehatan Kota",)),
            Opd("diskominfo", "Dinas Kominfo"),
        ),
        assign={"dinkes": ("IMP-31", "IMP-32"), "diskominfo": ("BAS-*", "*")},
        columns={"Nilai asesor": ("Skor Akhir",), "Target": ("Sasaran",)},
        due=date(2026, 9, 13),
        definitions=("kominfo-*",),
        history={2020: Fraction("2.87"), 2021: Fraction("3.06")},
        targets={2024: Fraction("3.55")},
        costs={"IMP-01": Fraction(2), "OUT-*": Fraction(1, 2)},
        unit_groups={
            "provinsi": {"Jawa Timur": ("Kota Kediri", "Kota Malang"), "Bali": ("Kota Denpasar",)}
        },
        path="profile.yaml",
    )


def test_all_faults_of_a_profile_are_found_at_once(refused: Refused) -> None:
    text = FULL.replace("2020: 2.87", "dua ribu: x").replace("2026-09-13", "besok")
    text = text.replace("unit:", "unti:").replace("IMP-01: 2", "IMP-01: -2")
    found = [(item.code, item.line, item.value) for item in refused(text)]
    assert found == [
        ("D102", 1, "unti"),
        ("D111", 8, "besok"),
        ("D109", 10, "dua ribu"),
        ("D106", 10, "x"),
        ("D108", 12, "-2"),
    ]


def test_an_agency_that_is_not_listed_gets_the_nearest(refused: Refused) -> None:
    (finding,) = refused(FULL.replace("assign: {dinkes", "assign: {dinke"))
    assert (finding.code, finding.line, finding.column) == ("D403", 6, 10)
    assert getattr(finding.params["near"], "name", None) == "dinkes"


def test_a_name_may_belong_to_one_agency_only(refused: Refused) -> None:
    text = FULL.replace("name: Dinas Kominfo", "name: DINAS  kesehatan, short: dinkes")
    found = [(item.code, item.line, item.column, item.params["first"]) for item in refused(text)]
    assert found == [
        ("D402", 5, 28, "profile.yaml:4:24"),
        ("D402", 5, 53, "profile.yaml:4:48"),
    ]


def test_one_agency_may_repeat_its_own_name(write: Write) -> None:
    text = FULL.replace("name: Dinas Kominfo", "name: Dinas Kominfo, also: [Dinas Kominfo]")
    assert load_profile_file(write(text)).findings == ()


def test_broken_agencies_make_no_second_finding_about_assignments(refused: Refused) -> None:
    found = refused(FULL.replace("id: dinkes, ", ""))
    assert [item.code for item in found] == ["D101"]
    found = refused(FULL.replace("id: dinkes,", "id: 1,"))
    assert [item.code for item in found] == ["D112"]


def test_an_empty_profile_is_refused(refused: Refused) -> None:
    assert [item.code for item in refused("# nothing yet\n")] == ["D009"]


def test_a_year_that_stands_twice_in_two_spellings_is_a_finding(write: Write) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile_file(write("history: {2021: 3.1, +2021: 3.2}\n"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.params["key"]) == ("D117", "history")
    assert (finding.params["first"], finding.params["second"]) == ("2021", "+2021")
