"""Answers that say n/a: refused where the definition says so, otherwise named with their effect."""

from __future__ import annotations

import pytest

from kediri_index.definition.changes import changes
from kediri_index.messages.catalogue import message_of
from kediri_index.model.comparison import ChangeKind
from kediri_index.model.dataset import Missing
from kediri_index.model.language import Language
from tests.findings.building import (
    ANSWERS,
    ONE_GROUP,
    TOP,
    checked,
    csv_table,
    definition,
    long_sheet,
    places,
    scores,
)
from tests.scoring.one_unit import score_unit

REFUSED = ANSWERS + "missing: {not_applicable: refuse}\n"
ONE_REFUSED = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: Satu, not_applicable: refuse}}
  - {{id: A-2, in: a, name: Dua}}
"""
ONE_ALLOWED = f"""{TOP}{ONE_GROUP}
missing: {{not_applicable: refuse, answers: exclude}}
indicators:
  - {{id: A-1, in: a, name: Satu}}
  - {{id: A-2, in: a, name: Dua, not_applicable: allow}}
"""


class TestRefused:
    @pytest.mark.parametrize("word", ["n/a", "Tidak berlaku", "tidak  BERLAKU"])
    def test_it_is_an_error_at_its_cell_and_counts_as_missing(self, word: str) -> None:
        found = checked(scores(("A-1", 3), ("A-2", word)), text=REFUSED, complete=True)
        assert places(found.findings) == [("C213", "B3")]
        result = score_unit(definition(REFUSED), found.data.units[0])
        assert (result.completeness.answered, result.completeness.expected) == (1, 2)
        assert [(one.id, one.reason) for one in result.omissions] == [("A-2", Missing.UNREADABLE)]

    def test_of_one_indicator_or_of_all_but_one(self) -> None:
        book = scores(("A-1", "n/a"), ("A-2", "n/a"))
        for text in (ONE_REFUSED, ONE_ALLOWED):
            found = checked(book, text=text).findings
            assert [place for place in places(found) if place[0] == "C213"] == [("C213", "B2")]

    def test_of_a_group_whose_score_would_be_given(self) -> None:
        found = checked(scores(("a", "n/a")), text=REFUSED).findings
        assert places(found) == [("C213", "B2")]

    def test_of_a_result_and_of_yes_or_no(self) -> None:
        text = f"""{TOP}{ONE_GROUP}
missing: {{not_applicable: refuse}}
indicators:
  - {{id: M-1, in: a, name: Hasil, score: {{method: goalposts, min: 0, max: 9}}}}
  - {{id: Y-1, in: a, name: Ada, score: {{method: yes_no, yes: 4, no: 0}}}}
"""
        header = ("Kode", "Target", "Realisasi", "Nilai asesor")
        book = long_sheet(header, ("M-1", "n/a", "n/a", None), ("Y-1", None, None, "n/a"))
        assert places(checked(book, text=text).findings) == [("C213", "C2"), ("C213", "D3")]

    def test_in_a_table_of_units(self) -> None:
        book = csv_table("unit,year,A-1,A-2\nKota A,2022,3,2\nKota B,2022,tidak berlaku,4\n")
        assert places(checked(book, text=REFUSED).findings) == [("C213", "C3")]


def test_what_an_old_definition_says_keeps_its_hash_and_a_refusal_is_a_change() -> None:
    allowing = ANSWERS + "missing: {not_applicable: allow}\n"
    assert definition(allowing).sha256 == definition(ANSWERS).sha256
    assert definition(REFUSED).sha256 != definition(ANSWERS).sha256
    found = changes(definition(ANSWERS), definition(REFUSED))
    assert ("missing.not_applicable", ChangeKind.MISSING) in {(one.path, one.kind) for one in found}


THREE = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: Satu, weight: 2}}
  - {{id: A-2, in: a, name: Dua, weight: 1}}
  - {{id: A-3, in: a, name: Tiga, weight: 1}}
"""
EIGHT = f"{TOP}{ONE_GROUP}indicators:\n" + "".join(
    f"  - {{id: A-{n}, in: a, name: Butir {n}}}\n" for n in range(1, 9)
)


def said(text: str, *rows: tuple[str, object], complete: bool = True) -> list[tuple[str, ...]]:
    found = checked(scores(*rows), text=text, complete=complete).findings
    return [(one.code, message_of(one, Language.EN), message_of(one, Language.ID)) for one in found]


class TestAccepted:
    def test_the_score_as_it_is_and_with_the_lowest_in_its_place(self) -> None:
        assert said(THREE, ("A-1", 3), ("A-2", 3.3), ("A-3", "n/a")) == [
            (
                "S330",
                "Tiga is not applicable («n/a»): overall score 3.10; 2.33 if it counts as 0",
                "Tiga dinyatakan tidak berlaku («n/a»): nilai indeks 3,10; 2,33 bila dihitung 0",
            )
        ]

    def test_a_part_of_the_data_has_no_overall_score_so_the_weight_is_named(self) -> None:
        assert said(THREE, ("A-3", "n/a"), complete=False) == [
            (
                "S332",
                "Tiga is not applicable («n/a»); its weight is 25% of the index",
                "Tiga dinyatakan tidak berlaku («n/a»); bobotnya 25% dari indeks",
            )
        ]

    def test_a_file_with_every_answer_has_the_effect_without_being_called_complete(self) -> None:
        rows = (("A-1", 3), ("A-2", 3.3), ("A-3", "n/a"))
        assert said(THREE, *rows, complete=False) == said(THREE, *rows, complete=True)
        assert [code for code, *_ in said(THREE, *rows[1:], complete=False)] == ["S332"]

    def test_many_of_one_unit_are_one_note(self) -> None:
        many = [(f"A-{n}", "n/a") for n in range(2, 9)]
        ids = "A-2, A-3, A-4, A-5, A-6, A-7, A-8"
        ((code, english, _),) = said(EIGHT, ("A-1", 4), *many)
        assert (code, english) == (
            "S331",
            (
                f"Kota Uji: 7 values are not applicable ({ids}): overall score 4.00; 0.50 if each "
                "counts as its lowest score"
            ),
        )

    def test_those_down_a_table_of_units_are_one_note(self) -> None:
        rows = "".join(f"Kota {n},2022,3,tidak berlaku\n" for n in range(66))
        found = checked(csv_table("unit,year,A-1,A-2\n" + rows), complete=True).findings
        assert [(one.code, one.cell, 1 + len(one.others)) for one in found] == [("S334", "D2", 66)]

    def test_nothing_is_said_of_what_is_given_or_missing(self) -> None:
        assert said(THREE, ("a", 3)) == []
        lenient = THREE + "missing: {answers: exclude}\n"
        assert said(lenient, ("A-1", 3), ("A-2", None), ("A-3", "belum dinilai")) == []
