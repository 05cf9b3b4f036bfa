"""Rows about one indicator, in one file or in two that share a form."""

from __future__ import annotations

import pytest

from kediri_index.model.dataset import Missing
from kediri_index.model.workbook import Workbook
from tests.findings.building import ANSWERS, checked, codes, long_sheet, measured, places, scores

HEADER = ("Kode", "Nilai asesor", "Bukti dukung")
EVIDENCE = ANSWERS + "evidence: required\n"
ALL = ANSWERS + "missing: {answers: exclude}\n"


def of_two(one: object, other: object) -> tuple[Workbook, Workbook]:
    """Two files of one form, each with an answer to the same question."""
    return scores(("A-1", one), path="a.xlsx"), scores(("A-1", other), path="b.xlsx")


def found(*books: Workbook, text: str = ALL) -> tuple[object, list[str]]:
    """What counts for A-1, and the codes of all that is found."""
    result = checked(*books, text=text)
    (reading,) = result.data.units[0].answers["A-1"].assessor
    return reading.missing if reading.number is None else reading.number, codes(result.findings)


@pytest.mark.parametrize("word", ["-", "belum", "belum ada data", "belum dinilai", None])
def test_a_number_counts_where_another_file_only_says_that_it_has_none(word: str | None) -> None:
    for pair in (of_two(3, word), of_two(word, 3)):
        assert found(*pair, text=ANSWERS) == (3, [])


def test_files_of_a_form_may_each_answer_their_own_row() -> None:
    first = scores(("A-1", 3), ("A-2", "-"), path="a.xlsx")
    second = scores(("A-1", "-"), ("A-2", 2), path="b.xlsx")
    third = scores(("A-1", "-"), ("A-2", "belum"), path="c.xlsx")
    for books in ((first, second, third), (third, second, first), (second, third, first)):
        result = checked(*books)
        assert result.findings == ()
        answers = result.data.units[0].answers
        assert [answers[code].assessor[0].number for code in ("A-1", "A-2")] == [3, 2]
        assert [answers[code].row.file for code in ("A-1", "A-2")] == ["a.xlsx", "b.xlsx"]


def test_what_does_not_apply_contradicts_a_number() -> None:
    for pair in (of_two(3, "tidak berlaku"), of_two("tidak berlaku", 3)):
        result = checked(*pair)
        assert [(one.code, one.file, one.cell) for one in result.findings] == [
            ("X303", "b.xlsx", "B2")
        ]


def test_within_a_file_a_number_and_a_word_for_none_contradict() -> None:
    assert found(scores(("A-1", 3), ("A-1", "-"))) == (3, ["X303"])


def test_of_two_words_for_none_the_first_counts_and_no_fault_is_said() -> None:
    assert found(*of_two("-", "tidak berlaku")) == (Missing.NOT_COLLECTED, [])
    assert found(*of_two("tidak berlaku", "-")) == (Missing.NOT_APPLICABLE, ["S332"])
    assert found(*of_two("-", "-")) == (Missing.NOT_COLLECTED, [])


@pytest.mark.parametrize("pair", [("abc", "xyz"), ("abc", "abc")])
def test_two_unreadable_cells_are_each_named_and_neither_the_same_nor_other(
    pair: tuple[str, str],
) -> None:
    book = scores(("A-1", pair[0]), ("A-1", pair[1]), ("A-2", 3))
    assert places(checked(book).findings) == [("C110", "B2"), ("C110", "B3")]


def test_an_unreadable_cell_contradicts_nothing_and_says_more_than_a_word_for_none() -> None:
    assert found(*of_two(3, "abc")) == (3, ["C110"])
    assert found(*of_two("abc", 3)) == (3, ["C110"])
    assert found(*of_two("-", "abc"), text=ANSWERS) == (Missing.UNREADABLE, ["C110"])


def test_evidence_counts_from_whichever_file_names_it() -> None:
    own = long_sheet(HEADER, ("A-1", 3, "SK 12/2022"), path="b.xlsx")
    without = long_sheet(HEADER, ("A-1", "-", "-"), path="a.xlsx")
    assert checked(without, own, text=EVIDENCE).findings == ()
    assert checked(own, without, text=EVIDENCE).findings == ()


MEASURED = measured("method: achievement", 'unit: "%", ')
MEASURES = ("Kode", "Satuan", "Target", "Realisasi", "Capaian")


def of_form(path: str, *row: object) -> Workbook:
    return long_sheet(MEASURES, ("M-1", *row), path=path)


def test_a_target_that_is_printed_in_every_copy_of_a_form_is_no_repetition() -> None:
    books = (of_form("a.xlsx", None, 10, None), of_form("b.xlsx", None, 10, 8))
    for pair in (books, books[::-1]):
        assert checked(*pair, text=MEASURED).findings == ()
    differing = (books[0], of_form("b.xlsx", None, 20, 8))
    assert places(checked(*differing, text=MEASURED).findings) == [("X303", "C2")]


def test_a_row_that_adds_a_score_repeats_nothing() -> None:
    header = ("Kode", "Nilai mandiri", "Nilai asesor")
    first = long_sheet(header, ("A-1", 3, None), ("A-2", 2, None), path="a.xlsx")
    other = long_sheet(header, ("A-1", 3, 2), ("A-2", 2, 1), path="b.xlsx")
    result = checked(first, other)
    assert result.findings == ()
    assert [one.assessor[0].number for one in result.data.units[0].answers.values()] == [2, 1]


def test_unit_of_measure_and_achievement_come_from_the_row_of_the_result() -> None:
    books = (of_form("a.xlsx", "orang", 10, None, 50), of_form("b.xlsx", "%", None, 8, 80))
    for pair in (books, books[::-1]):
        result = checked(*pair, text=MEASURED)
        assert result.findings == ()
        answer = result.data.units[0].answers["M-1"]
        assert answer.measure_unit is not None
        assert answer.measure_unit.text == "%"
        assert answer.achievement is not None
        assert answer.achievement.number == 80
