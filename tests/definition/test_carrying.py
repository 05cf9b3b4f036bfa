"""Next year's definition and profile are this year's but for what a new year changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.carrying import (
    NewFigures,
    NextYear,
    next_definition,
    next_profile,
)
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import profile_in
from kediri_index.model.dataset import SourceFile
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import DEFINITION, Profile
from tests.definition.conftest import MINIMAL

Write = Callable[..., Path]
ENDED = NewFigures(2026, Fraction("2.5"))
NEW = NextYear(2027, "uji-2027", date(2027, 9, 1), Language.ID)


def carried(text: str) -> tuple[str, Profile]:
    """The profile of the next year, and what it means."""
    file = SourceFile("profile.yaml", text.encode())
    said = next_profile(file, profile_in(file).profile, ENDED, NEW, Limits())
    return said, profile_in(SourceFile("profile.yaml", said.encode())).profile


def test_an_official_definition_of_a_year_becomes_our_own(write: Write) -> None:
    official = MINIMAL.replace("id: uji", "id: uji-2026").replace("own", "official")
    made = next_definition(load_definition_file(write(official + "year: 2026\n")), 2027, Limits())
    expected = official.replace("2026", "2027").replace("official", "own")
    assert made == {DEFINITION: f"{expected}year: 2027\n"}


def test_what_is_extended_by_its_id_still_is(write: Write) -> None:
    base = MINIMAL.replace("id: uji", "id: dasar")
    write(base, "config/dasar.yaml")
    own = "kediri_index: 1\nextends: dasar\nid: kami\n"
    made = next_definition(load_definition_file(write(own, "config/kami.yaml")), 2027, Limits())
    assert made == {DEFINITION: own, "config/dasar.yaml": base}


def test_an_archive_of_two_years_ago_is_not_the_previous_one() -> None:
    said, profile = carried("unit: Kota Uji\nprevious: arsip/2025.zip\n")
    assert said.splitlines()[:2] == ["unit: Kota Uji", "# previous:"]
    assert profile.previous is None


@pytest.mark.parametrize(
    "text",
    [
        "unit: Kota Uji\nhistory: &h {2025: 2}\ntargets: *h\n",
        "{unit: Kota Uji, also: [Kediri]}\n",
        "{unit: Kota Uji}\n",
        "unit: Kota Uji\nprevious: &p arsip/2025.zip\nalso: [*p]\n",
    ],
)
def test_a_profile_that_cannot_be_changed_in_place_is_written_anew(text: str) -> None:
    before = profile_in(SourceFile("profile.yaml", text.encode())).profile
    _, profile = carried(text)
    assert profile.history == {**before.history, 2026: Fraction("2.5")}
    assert (profile.also, profile.targets) == (before.also, before.targets)
