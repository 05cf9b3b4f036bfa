from __future__ import annotations

import pytest

from kediri_index.agencies.assignment import opd_named, spellings
from kediri_index.model.profile import Opd, Profile

HEALTH = Opd("dinkes", "Dinas Kesehatan", "Dinkes PP", ("Dinas Kesehatan Kota Kediri",))
PLANNING = Opd("bappeda", "Badan Perencanaan")
PROFILE = Profile(opd=(HEALTH, PLANNING))


@pytest.mark.parametrize(
    "text",
    [
        "dinkes",
        "Dinas Kesehatan",
        "Dinkes PP",
        "Dinas Kesehatan Kota Kediri",
        "  DINAS\N{NO-BREAK SPACE} kesehatan\n",
    ],
)
def test_an_agency_is_known_by_each_of_its_spellings(text: str) -> None:
    assert opd_named(PROFILE, text) == HEALTH


@pytest.mark.parametrize("text", ["", " ", "Dinas", "Dinas Kesehata", "Dinas-Kesehatan", "dinkes."])
def test_what_is_merely_alike_names_nobody(text: str) -> None:
    assert opd_named(PROFILE, text) is None


def test_an_id_goes_before_a_name_of_the_same_spelling() -> None:
    other = Opd("x", "Bappeda")
    assert opd_named(Profile(opd=(other, PLANNING)), "bappeda") == PLANNING


def test_a_profile_without_agencies_names_nobody() -> None:
    assert opd_named(Profile(), "dinkes") is None


def test_all_spellings_of_all_agencies_are_listed() -> None:
    health = Opd("dinkes", "Dinas Kesehatan", "Dinkes Kota", ("Kesehatan",))
    assert spellings(Profile(opd=(health, Opd("x", "Bappeda")))) == [
        "Dinas Kesehatan",
        "Dinkes Kota",
        "Kesehatan",
        "dinkes",
        "Bappeda",
        "Bappeda",
        "x",
    ]
