"""Slips of a first definition: each said in one sentence, with what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.words import KEY_WORDS
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of
from kediri_index.messages.screens.keys import KEY_TEXTS
from kediri_index.model.language import Language

Write = Callable[..., Path]
TEXT = """\
kediri_index: 1
id: uji
version: 1
status: own
title: Uji
scale: {min: 0, max: 100}
kinds: {pilar: {name: Pilar}}
groups:
  - {id: a, kind: pilar, weight: 30, name: A}
indicators:
  - {id: I-1, in: a, name: Satu, valid: [0, 90], unit: orang}
"""


LEVELS = "score: {method: levels, levels:"


def messages(text: str, write: Write) -> list[tuple[str, str]]:
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(text))
    return [(one.code, message_of(one, Language.EN)) for one in caught.value.findings]


@pytest.mark.parametrize(
    ("old", "new", "code", "instead"),
    [
        ("weight: 30", "weight: 30%", "D106", "not «30%»; write 30"),
        ("weight: 30", "weight: '12,5 %'", "D106", "; write 12.5"),
        ("weight: 30", "weight: '98,5'", "D106", "; write 98.5"),
        ("weight: 30", "weight: banyak", "D106", "not «banyak»"),
        ("weight: 30", "weight: 98,5", "D257", "; write weight: 98.5"),
        ("weight: 30, name: A}", "name: A, weight: 0,05}", "D257", "; write weight: 0.05"),
        ("[0, 90]", "[0, 98,5]", "D114", "; write [0, 98.5]"),
        ("[0, 90]", "[1,5, 98,5]", "D114", "; write [1.5, 98.5]"),
        ("[0, 90]", "['0,5', 90%]", "D114", "; write [0.5, 90]"),
        ("[0, 90]", "[3, 98,5]", "D114", "not «[3, 98, 5]»"),
        ("[0, 90]", "'1,000-2,000'", "D114", "; write [1.000, 2.000] or [1000, 2000]"),
        ("[0, 90]", "0 - 1.000", "D114", "; write [0, 1.000] or [0, 1000]"),
        ("[0, 90]", "'1,2,3-5'", "D114", "not «1,2,3-5»"),
        ("[0, 90]", "[1,000, 2,500]", "D114", "; write [1.000, 2.500] or [1000, 2500]"),
        ("name: A}", "name: A,5}", "D717", "cuts the text «A, 5»"),
        ("weight: 30", "weight:30", "D712", "between the key and its value"),
        ("{min: 0, max: 100}", "0-100", "D104", "not «0-100»; write {min: 0, max: 100}"),
        ("{min: 0, max: 100}", "0 – 100 ", "D104", "; write {min: 0, max: 100}"),
        ("{min: 0, max: 100}", "0 s.d. 100", "D104", "; write {min: 0, max: 100}"),
        ("{min: 0, max: 100}", "[0, 100]", "D104", "; write {min: 0, max: 100}"),
        ("{min: 0, max: 100}", "0 - 1.000", "D104", "max: 1.000} or {min: 0, max: 1000}"),
        ("{min: 0, max: 100}", "'0,5-4'", "D104", "; write {min: 0.5, max: 4}"),
        ("{min: 0, max: 100}", "[0, 50, 100]", "D104", "not «[0, 50, 100]»"),
        ("{min: 0, max: 100}", "[kurang, baik]", "D104", "not «[kurang, baik]»"),
        ("{min: 0, max: 100}", "seratus", "D104", "not «seratus»"),
        ("{name: Pilar}", "0-100", "D104", "pilar must hold keys and values, not «0-100»"),
        (
            "unit: orang",
            f"{LEVELS} {{1 ada, 2: baik}}}}",
            "D712",
            "«1 ada» no colon and space stand between the key and its value",
        ),
        (
            "unit: orang",
            f"{LEVELS} {{1 ada}}}}",
            "D712",
            "«1 ada» no colon and space stand between the key and its value",
        ),
        ("unit: orang", f"{LEVELS} {{satu, 2: baik}}}}", "D106", "not «satu»"),
        ("unit: orang", f"{LEVELS} {{satu ada, 2: baik}}}}", "D106", "not «satu ada»"),
        ("unit: orang", "unit: %", "D258", '; write "%"'),
        ("unit: orang}", 'unit: "%"}\nsource: %lama', "D258", '; write "%lama"'),
    ],
)
def test_a_number_as_people_write_it_is_one_finding_with_the_correction(
    old: str, new: str, code: str, instead: str, write: Write
) -> None:
    ((found, message),) = messages(TEXT.replace(old, new), write)
    assert (found, message.endswith(instead)) == (code, True), message


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bobot: 30", "weight"),
        ("nama: A", "name"),
        ("satuan: orang", "unit"),
        ("skala: {", "scale"),
        ("judul: Uji", "title"),
        ("Title: Uji", "title"),
        ("NAME: A", "name"),
        ("indikator:\n", "indicators"),
    ],
)
def test_a_key_in_indonesian_or_capitals_is_one_finding_that_names_the_right_one(
    said: str, meant: str, write: Write
) -> None:
    word = said.partition(":")[0]
    text = TEXT.replace(f"{meant}{said.removeprefix(word)}", said, 1)
    assert text != TEXT
    ((code, message),) = messages(text, write)
    assert code == "D701"
    assert message == f"the key «{word}» is written `{meant}` here"


def test_every_indonesian_key_stands_for_a_key_that_there_is() -> None:
    known = {key.partition(".")[2] for key in KEY_TEXTS}
    assert {key for keys in KEY_WORDS.values() for key in keys} <= known
    assert not KEY_WORDS.keys() & known


@pytest.mark.parametrize("unit", ["%", "persen", "Percent", "PCT"])
def test_percent_is_percent_by_any_name(unit: str, write: Write) -> None:
    definition = load_definition_file(write(TEXT.replace("orang", f'"{unit}"'))).definition
    assert next(definition.all_indicators()).is_percent
