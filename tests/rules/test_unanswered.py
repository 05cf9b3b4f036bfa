from __future__ import annotations

from collections.abc import Iterable

import pytest

from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, OfUnit
from kediri_index.rules.missing import unanswered
from tests.rules.building import context
from tests.scoring.building import answer, assessed, group, index, question, reading, source, unit

ERROR = Unanswered.ERROR
TREE = index(
    group("p", question("a"), question("b")),
    group("q", question("c"), question("d"), question("e")),
    answers=ERROR,
)


def found(data: UnitData, definition: Definition = TREE, *, complete: bool = True) -> list[Finding]:
    return list(unanswered(context(definition, data, complete=complete)))


def told(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    return [(one.code, one.indicator) for one in findings]


def absent(findings: Iterable[Finding]) -> list[object]:
    return [one.params["ids"] for one in findings if one.code == "S101"]


def test_nothing_is_said_where_everything_is_answered() -> None:
    assert found(assessed(a=1, b=1, c=1, d=1, e=0)) == []


def test_an_empty_cell_in_a_row_is_named_with_its_place() -> None:
    empty = answer("b")._replace(assessor=(reading(Missing.EMPTY, "H14"),))
    rest = (answer(name, 1) for name in "acde")
    assert found(unit(empty, *rest)) == [Finding.at_cell("C101", source("H14"), None, "b")]


@pytest.mark.parametrize("reason", [Missing.NOT_COLLECTED, Missing.NOT_DUE])
def test_a_row_that_says_why_it_is_empty_is_another_finding(reason: Missing) -> None:
    (one,) = found(assessed(a=1, b=reason, c=1, d=1, e=1))
    assert (one.code, one.indicator, one.value) == ("C102", "b", reason.value)


def test_what_does_not_apply_is_no_fault() -> None:
    assert found(assessed(a=1, b=Missing.NOT_APPLICABLE, c=1, d=1, e=1)) == []


def test_a_cell_that_could_not_be_read_is_not_named_a_second_time() -> None:
    assert found(assessed(a=1, b=Missing.UNREADABLE, c=1, d=1, e=1)) == []


def test_an_empty_row_is_a_fault_of_one_agencys_file_and_an_absent_one_is_not() -> None:
    assert told(found(assessed(a=Missing.EMPTY), complete=False)) == [("C101", "a")]


def test_absent_rows_of_one_group_are_one_finding_once_the_data_are_complete() -> None:
    (one,) = found(assessed(a=1, b=1, c=1))
    assert (one.code, one.indicator, one.file) == ("S101", None, "data.xlsx")
    assert one.params == {"unit": OfUnit("Kota"), "name": Label("q"), "count": 2, "ids": ("d", "e")}


def test_a_single_absent_row_is_named_by_its_indicator() -> None:
    assert told(found(assessed(a=1, b=1, c=1, d=1))) == [("S101", "e")]


def test_a_group_of_which_nothing_is_there_is_one_finding_with_all_its_questions() -> None:
    deep = index(
        group("p", question("a")),
        group("q", group("r", question("b"), question("c")), group("s"), group("t", optional=True)),
        answers=ERROR,
    )
    (one,) = found(assessed(a=1), deep)
    assert one.params["ids"] == ("b", "c", "s")
    assert one.params["name"] == Label("q")


def test_no_file_is_named_where_several_made_the_data() -> None:
    data = assessed(a=1, b=1, c=1, d=1)._replace(files=("a.xlsx", "b.xlsx"))
    (one,) = found(data)
    assert one.file is None


def test_each_group_says_what_it_lacks() -> None:
    assert absent(found(assessed(a=1, c=1, d=1))) == [("b",), ("e",)]


def test_an_unused_option_and_what_is_below_a_given_group_are_not_asked_for() -> None:
    definition = index(
        group("p", question("a"), question("b")),
        group("o", question("c"), optional=True),
        group("bare", optional=True),
        answers=ERROR,
    )
    assert found(assessed(p=3), definition) == []
    assert found(assessed(p=3, bare=Missing.EMPTY), definition) == []


def test_an_option_that_was_begun_is_asked_for_whole() -> None:
    definition = index(
        group("p", question("a")),
        group("o", question("c"), question("d"), optional=True),
        answers=ERROR,
    )
    assert absent(found(assessed(a=1, c=1), definition)) == [("d",)]


def test_a_group_without_parts_is_asked_for_like_a_question() -> None:
    definition = index(group("p"), group("q"), answers=ERROR)
    assert told(found(assessed(p=1), definition)) == [("S101", "q")]
    assert told(found(assessed(p=1, q=Missing.EMPTY), definition)) == [("C101", "q")]


def test_an_empty_given_score_is_no_fault_where_its_parts_are_answered() -> None:
    assert found(assessed(p=Missing.EMPTY, a=1, b=1, c=1, d=1, e=1)) == []


def test_an_empty_given_score_without_any_parts_is_a_fault() -> None:
    assert told(found(assessed(p=Missing.EMPTY, c=1, d=1, e=1))) == [("C101", "p")]


@pytest.mark.parametrize("policy", [Unanswered.EXCLUDE, Unanswered.ZERO])
def test_nothing_is_asked_for_where_the_definition_says_what_to_do_without(
    policy: Unanswered,
) -> None:
    lenient = index(group("p", question("a"), question("b")), answers=policy)
    assert found(assessed(a=Missing.EMPTY), lenient) == []


def test_a_row_without_the_column_that_counts_is_a_fault_at_the_row() -> None:
    definition = index(group("p", question("a"), question("b")), answers=ERROR)
    without_column = answer("a", own=3)._replace(row=source("A14"))
    (one,) = found(unit(without_column, answer("b", 1)), definition)
    assert (one.code, one.cell, one.indicator) == ("C101", "A14", "a")


def test_a_row_whose_answer_could_not_be_read_is_not_called_empty_too() -> None:
    row = answer("a", Missing.EMPTY, own=Missing.UNREADABLE)
    assert [one for one in unanswered(context(TREE, unit(row))) if one.code == "C101"] == []
    empty = answer("a", Missing.EMPTY, own=Missing.EMPTY)
    assert [one.code for one in unanswered(context(TREE, unit(empty))) if one.cell] == ["C101"]


def test_a_group_without_parts_is_asked_for_where_all_questions_are_answered() -> None:
    given = index(group("p", question("a")), group("q"), answers=ERROR)
    assert absent(found(assessed(a=1), given)) == [("q",)]


def test_an_empty_given_score_is_no_fault_where_anything_far_below_is_answered() -> None:
    deep = index(group("p", group("s", question("a"), question("b")), question("c")), answers=ERROR)
    assert told(found(assessed(p=Missing.EMPTY, a=1, b=1, c=1), deep)) == []
    assert absent(found(assessed(p=Missing.EMPTY, a=1, c=1), deep)) == [("b",)]


def test_of_a_unit_among_others_the_year_is_told_too() -> None:
    data = assessed(a=1, b=1, c=1, d=1)
    (alone,) = found(data)
    (among,) = found(data._replace(wide_files=frozenset({"data.xlsx"})))
    assert [one.params["unit"] for one in (alone, among)] == [OfUnit("Kota"), OfUnit("Kota", 2022)]


def test_an_empty_given_score_is_no_fault_where_a_group_below_it_is_answered() -> None:
    deep = index(group("p", question("c"), group("s", question("a"))), answers=ERROR)
    empty = assessed(p=Missing.EMPTY, a=1)
    assert absent(found(empty, deep)) == [("c",)]
