from __future__ import annotations

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.sheets.identity import carried_definition, identity_of, made_for
from tests.findings.building import definition, workbook

KNOWN = ("uji", "uji-2023", "lain")


def named(identifier: object = None, version: object = None) -> list[Finding]:
    """What is found where a file names a definition and a version."""
    book = workbook({"Identitas": [("Definisi", identifier), ("Versi definisi", version)]})
    return list(made_for(identity_of(book), definition(), lambda: KNOWN))


@pytest.mark.parametrize(
    ("identifier", "version"), [(None, None), ("uji", None), ("uji", "1"), ("uji", 1), (None, "1")]
)
def test_a_file_made_for_the_definition_in_use_or_for_none_is_fine(
    identifier: object, version: object
) -> None:
    assert named(identifier, version) == []


def test_another_known_definition_is_named_whatever_its_version() -> None:
    (finding,) = named("lain", "7")
    assert (finding.code, finding.cell, finding.value) == ("F405", "B1", "lain")
    assert finding.params["used"] == "uji"


def test_another_version_is_named() -> None:
    (finding,) = named("uji", "2")
    assert (finding.code, finding.cell, finding.value) == ("F406", "B2", "2")
    assert finding.params["used"] == "1"


def test_a_definition_that_nobody_knows_is_named_with_the_nearest() -> None:
    (finding,) = named("uji-2032")
    assert (finding.code, finding.cell, finding.value) == ("F407", "B1", "uji-2032")
    assert "terdekat: uji-2023" in message_of(finding, Language.ID)


def test_the_known_ids_are_looked_up_only_where_another_is_named() -> None:
    def never() -> tuple[str, ...]:
        raise AssertionError

    book = workbook({"Identitas": [("Definisi", "uji"), ("Versi definisi", "2")]})
    found = made_for(identity_of(book), definition(), never)
    assert [finding.code for finding in found] == ["F406"]


def test_the_first_file_that_names_a_definition_carries_it() -> None:
    silent = workbook({"Penilaian": [("Definisi", "salah")]})
    first = workbook({"Identitas": [("Definisi", "uji")]})
    second = workbook({"Identitas": [("Definisi", "lain")]})
    assert carried_definition([silent, first, second]) == "uji"
    assert carried_definition([silent]) is None
