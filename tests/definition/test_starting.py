"""The YAML of a new project is read as what it was written from."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.definition.starting import (
    NewDefinition,
    NewProfile,
    copying,
    dealt,
    extending,
    profile_yaml,
)
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Opd

BASE = load_definition_file(shipped_folder() / "six-pillars.yaml")
LEAVES = [one.id for one in BASE.definition.all_indicators()]
NAMES = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\:#-{}[]&*!|>%@`,? \n\t\r~"),
    min_size=1,
).filter(str.strip)
HOSTILE = (
    'Kota "Contoh"',
    "Kota: Contoh # bukan komentar",
    "no",
    "null",
    "~",
    "- x",
    "{a: b}",
    "&a *a !!str",
    "baris\nunit: lain",
    "\\n \\",
    "\u2028\ufeff\x85\x00",
    "Köln 🏙",
    "x" * 500 + " " + "y" * 500,
)


def test_a_profile_has_the_names_that_it_was_made_of_whatever_they_are() -> None:
    for name in HOSTILE:
        reads_back(name, name + " 2")


@given(unit=NAMES, opd=NAMES)
@example(unit="a: b", opd="# c")
def test_a_profile_has_the_names_that_it_was_made_of(unit: str, opd: str) -> None:
    reads_back(unit, opd)


def reads_back(unit: str, opd: str) -> None:
    new = NewProfile(unit, 2026, (Opd("a", opd, opd),), None, Language.ID, invented=False)
    definition = NewDefinition("uji-2026", unit, 2026, Language.ID)
    with TemporaryDirectory() as folder:
        path = Path(folder, "berkas.yaml")
        path.write_bytes(profile_yaml(new, BASE.definition).encode())
        profile = load_profile_file(path).profile
        assert (profile.unit, profile.opd) == (unit, new.opd)
        assert profile.assign == {"a": tuple(LEAVES)}
        for text in (extending(definition, BASE.definition), copying(definition, BASE, Limits())):
            path.write_bytes(text.encode())
            assert load_definition_file(path).definition.title.main == f"Indeks {unit} 2026"


@pytest.mark.parametrize("parts", [1, 2, 7, 50])
def test_all_leaves_are_dealt_out_in_their_order_and_in_parts_alike(parts: int) -> None:
    leaves = [(leaf, "") for leaf in LEAVES]
    found = dealt(leaves, parts)
    assert [leaf for part in found for leaf in part] == leaves
    assert len(found) == parts
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_a_copy_and_an_extension_mean_the_same(tmp_path: Path) -> None:
    new = NewDefinition("uji-2026", "Kota Uji", 2026, Language.EN)
    made = []
    for text in (extending(new, BASE.definition), copying(new, BASE, Limits())):
        (tmp_path / "uji.yaml").write_text(text, encoding="utf-8")
        made.append(load_definition_file(tmp_path / "uji.yaml").definition)
    assert made[0].sha256 == made[1].sha256
    assert (made[0].id, made[0].year, made[0].status) == ("uji-2026", 2026, "own")


def test_the_example_in_a_definition_is_one_once_it_is_no_comment(tmp_path: Path) -> None:
    text = extending(NewDefinition("uji", "Kota Uji", 2026, Language.ID), BASE.definition)
    head, _, example_of_change = text.partition("# indicators:")
    lines = f"# indicators:{example_of_change}".splitlines()
    changed = head + "\n".join(line.removeprefix("# ") for line in lines)
    (tmp_path / "uji.yaml").write_text(changed, encoding="utf-8")
    definition = load_definition_file(tmp_path / "uji.yaml").definition
    assert [one.id for one in definition.all_indicators()] == LEAVES[:-1]
