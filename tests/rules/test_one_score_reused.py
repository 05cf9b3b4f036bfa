from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.rules.same_scores import one_score_reused
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.yes_no import YesNo
from tests.rules.building import at, context, measured
from tests.scoring.building import (
    Value,
    answer,
    assessed,
    group,
    index,
    question,
    reading,
    readings,
    rule,
    unit,
)

NAMES = "abcdefgh"
TREE = index(group("p", *(question(name) for name in NAMES)), group("q", question("z")))
NESTED = index(
    group(
        "p",
        group("r", question("a"), question("b"), question("c")),
        group("s", question("d"), question("e"), question("f")),
    )
)


def found(
    data: UnitData, definition: Definition = TREE, lead: Lead = Lead.ASSESSOR
) -> list[Finding]:
    return list(one_score_reused(context(definition, data, lead=lead)))


def same(score: Value, count: int, **others: Value | Missing) -> UnitData:
    return assessed(**dict.fromkeys(NAMES[:count], score), **others)


def blocks(data: UnitData, definition: Definition) -> list[tuple[object, object]]:
    return [(one.params["name"], one.params["count"]) for one in found(data, definition)]


def test_one_score_through_a_group_is_named_at_its_first_answer() -> None:
    first = answer("a")._replace(assessor=(reading("2.8", "L49"),))
    assert found(unit(first, answer("b", "2.8"), answer("c", "2.8"), answer("z", 1))) == [
        Finding.at_cell(
            "X320", at("L49"), "2.8", "a", name=Label("p"), count=3, score=Fraction("2.8")
        )
    ]


@pytest.mark.parametrize(("score", "fewest"), [("2.8", 3), (3, 6), (0, 6)])
def test_whole_levels_coincide_more_easily(score: Value, fewest: int) -> None:
    assert found(same(score, fewest - 1)) == []
    assert [one.params["count"] for one in found(same(score, fewest))] == [fewest]


def test_a_yes_is_like_a_whole_level_whatever_it_is_worth() -> None:
    yes_no = rule(YesNo(Fraction("2.5"), Fraction(0)))
    definition = index(group("p", *(question(name, score=yes_no) for name in NAMES)))
    assert found(same("2.5", 5), definition) == []
    assert len(found(same("2.5", 6), definition)) == 1


def test_one_other_answer_is_enough_to_say_nothing() -> None:
    assert found(same("2.8", 7, h="2.6")) == []


def test_what_is_not_answered_does_not_count() -> None:
    assert len(found(same("2.8", 3, h=Missing.EMPTY, g=Missing.NOT_APPLICABLE))) == 1


def test_the_outermost_group_of_a_block_is_named_once() -> None:
    assert blocks(same("2.8", 6), NESTED) == [(Label("p"), 6)]


def test_within_a_group_of_several_scores_each_block_is_named() -> None:
    assert blocks(same("2.8", 3, d="2.8", e="2.8", f="3.6"), NESTED) == [(Label("r"), 3)]
    two = same("2.8", 3, d="3.6", e="3.6", f="3.6")
    assert blocks(two, NESTED) == [(Label("r"), 3), (Label("s"), 3)]


def test_given_groups_are_answers_and_hide_what_stands_below_them() -> None:
    given = index(group("p", group("r"), group("s", question("a"), question("b")), group("t")))
    assert blocks(assessed(r="2.8", s="2.8", t="2.8"), given) == [(Label("p"), 3)]
    assert blocks(assessed(r="2.8", s="2.8", t="2.8", a=1, b=2), given) == [(Label("p"), 3)]
    assert blocks(assessed(r="2.8", s="2.6", t="2.8", a="2.8", b="2.8"), given) == []


def test_results_are_not_given_by_anyone() -> None:
    posts = Goalposts(Fraction(0), Fraction(10))
    definition = index(group("p", *(measured(name, posts) for name in NAMES)))
    assert found(unit(*(answer(name, measure=7) for name in NAMES)), definition) == []


def test_the_scores_that_lead_are_looked_at_as_means_of_all_assessors() -> None:
    def data(*assessors: Value, own: Value) -> UnitData:
        return unit(
            *(answer(n, own=own)._replace(assessor=readings(*assessors)) for n in "ab"),
            answer("c", own="2.6")._replace(assessor=readings(*assessors)),
        )

    assert [one.params["score"] for one in found(data(3, "2.5", own="2.8"))] == [Fraction("2.75")]
    assert found(data(3, "2.5", own="2.8"), lead=Lead.SELF) == []


def test_a_file_of_nothing_but_the_highest_has_a_note_of_its_own() -> None:
    assert found(same(4, 8)) == []
    assert len(found(same(4, 7))) == 1
    assert len(found(same(4, 8, z=3))) == 1


def test_a_block_that_is_too_small_ends_no_search() -> None:
    tree = index(group("o", question("x")), TREE.groups[0])
    (one,) = found(same("3.5", 3, x=1), tree)
    assert (one.indicator, one.params["count"]) == ("a", 3)


def test_a_small_block_beside_it_in_one_group_ends_no_search() -> None:
    tree = index(group("p", group("r", question("x")), group("s", *map(question, NAMES[:3]))))
    assert blocks(same("3.5", 3, x=1), tree) == [(Label("s"), 3)]
