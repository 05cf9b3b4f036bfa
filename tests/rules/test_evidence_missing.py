from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Answer, Missing, Said, UnitData
from kediri_index.model.definition import Definition, Evidence, Indicator
from kediri_index.model.findings import Finding
from kediri_index.rules.missing import evidence_missing
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.yes_no import YesNo
from tests.rules.building import at, context, measured
from tests.scoring.building import answer, group, index, question, rule, unit


def wanting(indicator: Indicator) -> Indicator:
    return indicator._replace(evidence=Evidence.REQUIRED)


TREE = index(
    group(
        "p",
        wanting(question("a")),
        wanting(measured("m", Goalposts(Fraction(10), Fraction(100)))),
        question("free"),
    )
)


def found(data: UnitData, definition: Definition = TREE) -> list[Finding]:
    return list(evidence_missing(context(definition, data)))


def with_evidence(text: str, given: Answer, *, readable: bool = True) -> Answer:
    return given._replace(evidence=Said(text, at("L14"), readable))


@pytest.mark.parametrize("text", ["-", "tidak ada", "  Belum\N{NO-BREAK SPACE}ada ", "n/a"])
def test_a_word_for_nothing_is_no_evidence(text: str) -> None:
    assert found(unit(with_evidence(text, answer("a", 3)))) == [
        Finding.at_cell("C104", at("L14"), text, "a")
    ]


def test_an_empty_cell_is_no_evidence() -> None:
    assert found(unit(with_evidence("", answer("a", 3)))) == [
        Finding.at_cell("C104", at("L14"), None, "a")
    ]


def test_an_excel_error_is_no_evidence() -> None:
    unreadable = with_evidence("#REF!", answer("a", 3), readable=False)
    assert found(unit(unreadable)) == [Finding.at_cell("C104", at("L14"), "#REF!", "a")]


def test_a_sheet_without_a_column_for_it_is_named_once_at_its_first_row_that_needs_it() -> None:
    rows = [answer("a", 3)._replace(row=at("B14")), answer("m", measure=70)._replace(row=at("B9"))]
    assert found(unit(*rows)) == [Finding.at_cell("C106", at("B9"), count=2)]
    (first, other) = rows[0], rows[1]._replace(row=at("B9", "other.xlsx"))
    assert found(unit(first, other)) == [
        Finding.at_cell("C106", at("B14"), count=1),
        Finding.at_cell("C106", at("B9", "other.xlsx"), count=1),
    ]


def test_a_table_of_one_row_a_unit_has_no_place_for_evidence() -> None:
    data = unit(answer("a", 3)._replace(row=at("B14")))
    assert found(data._replace(wide_files=frozenset({"other.xlsx"}))) != []
    assert found(data._replace(wide_files=frozenset({"data.xlsx"}))) == []


@pytest.mark.parametrize("text", ["SK Wali Kota 12/2022", "https://drive.google.com/x", "0"])
def test_any_other_text_is_evidence(text: str) -> None:
    assert found(unit(with_evidence(text, answer("a", 3)))) == []


@pytest.mark.parametrize(
    "claim", [answer("a", own=1), answer("a", 0, own=4), answer("a", 0, 1), answer("m", measure=11)]
)
def test_any_answer_above_the_lowest_needs_evidence(claim: Answer) -> None:
    assert [one.code for one in found(unit(claim))] == ["C106"]


@pytest.mark.parametrize(
    "claim",
    [
        answer("a", 0),
        answer("a", Missing.EMPTY),
        answer("a", Missing.NOT_APPLICABLE),
        answer("a", measure=70),
        answer("m", measure=10),
        answer("m", measure=3),
        answer("m", measure=Missing.EMPTY),
        answer("m", 0, measure=70),
    ],
)
def test_what_claims_nothing_needs_no_evidence(claim: Answer) -> None:
    assert found(unit(claim)) == []


def test_the_lowest_is_what_the_scoring_can_give() -> None:
    yes_no = index(
        group("p", wanting(question("a", score=rule(YesNo(Fraction(4), Fraction(1)))))),
    )
    assert found(unit(answer("a", 1)), yes_no) == []
    assert [one.code for one in found(unit(answer("a", 4)), yes_no)] == ["C106"]


def test_a_scale_without_bounds_has_no_lowest() -> None:
    unbounded = index(group("p", wanting(question("a", score=rule(to=None)))), scale=None)
    assert [one.code for one in found(unit(answer("a", 0)), unbounded)] == ["C106"]


def test_a_result_that_cannot_be_scored_is_a_claim_all_the_same() -> None:
    achieved = index(group("p", wanting(measured("m", Achievement()))))
    assert [one.code for one in found(unit(answer("m", measure=5)), achieved)] == ["C106"]
    assert found(unit(answer("m", measure=Missing.UNREADABLE)), achieved) == []


def test_nothing_is_asked_for_where_evidence_is_optional_or_no_answer_is_there() -> None:
    assert found(unit(with_evidence("-", answer("free", 3)))) == []
    assert found(unit()) == []


def test_a_groups_given_score_needs_none() -> None:
    assert found(unit(answer("p", 3))) == []


def test_an_answer_that_needs_none_ends_no_search() -> None:
    tree = index(
        group(
            "p",
            question("free"),
            wanting(question("gone")),
            wanting(question("shown")),
            wanting(question("wide")),
            wanting(question("a")),
        )
    )
    wide = answer("wide", 3)._replace(row=at("A1", "lebar.xlsx"))
    rows = (
        answer("free", 3),
        with_evidence("https://contoh.go.id", answer("shown", 3)),
        wide,
        with_evidence("-", answer("a", 3)),
    )
    data = unit(*rows)._replace(wide_files=frozenset({"lebar.xlsx"}))
    assert [(one.code, one.indicator) for one in found(data, tree)] == [("C104", "a")]
