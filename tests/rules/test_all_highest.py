from __future__ import annotations

from fractions import Fraction

from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import OfUnit
from kediri_index.rules.same_scores import all_highest
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from tests.rules.building import at, context, measured
from tests.scoring.building import (
    Value,
    answer,
    assessed,
    group,
    index,
    question,
    reading,
    rule,
    unit,
)

NAMES = "abcdefgh"
TREE = index(
    group("p", *(question(name) for name in NAMES[:4])),
    group("q", *(question(name) for name in NAMES[4:]), question("i")),
    group("r"),
)


def found(data: UnitData, definition: Definition = TREE) -> list[Finding]:
    return list(all_highest(context(definition, data)))


def highest(count: int = 8, **others: Value | Missing) -> UnitData:
    return assessed(**dict.fromkeys(NAMES[:count], 4), **others)


def in_file(name: str, path: str, value: Value) -> Answer:
    score = reading(value)._replace(source=at("H14", path))
    return answer(name)._replace(assessor=(score,))


def test_a_file_whose_answers_are_all_the_highest_is_named_once() -> None:
    note = Finding("X321", file="data.xlsx", params={"unit": OfUnit("Kota"), "count": 8})
    assert found(highest()) == [note]
    assert found(highest(i=Missing.EMPTY)) == [note]


def test_of_a_file_of_many_units_the_unit_and_its_year_are_named() -> None:
    wide = highest()._replace(wide_files=frozenset({"data.xlsx"}), year=2022)
    assert [one.params["unit"] for one in found(wide)] == [OfUnit("Kota", 2022)]


def test_eight_answers_are_needed() -> None:
    assert found(highest(7)) == []


def test_one_answer_below_the_highest_is_enough_to_say_nothing() -> None:
    assert found(highest(i="3.75")) == []
    assert found(assessed(a=3, **dict.fromkeys(NAMES[1:], 4), i=4)) == []


def test_a_given_group_is_an_answer_too() -> None:
    assert [one.params["count"] for one in found(highest(7, r=4))] == [8]
    assert found(highest(r=3)) == []


def test_each_file_stands_for_itself() -> None:
    good = [in_file(name, "a.xlsx", 4) for name in NAMES]
    data = unit(*good, in_file("i", "b.xlsx", 3))._replace(files=("a.xlsx", "b.xlsx"))
    assert [one.file for one in found(data)] == ["a.xlsx"]
    spread = unit(*good[:7], in_file("h", "b.xlsx", 4))._replace(files=("a.xlsx", "b.xlsx"))
    assert found(spread) == []


def test_the_highest_is_what_each_scoring_can_give() -> None:
    levels = rule(Levels({Fraction(0): "belum", Fraction(3): "sudah"}))
    definition = index(group("p", *(question(name, score=levels) for name in NAMES)))
    assert [one.code for one in found(assessed(**dict.fromkeys(NAMES, 3)), definition)] == ["X321"]


def test_a_scale_without_bounds_has_no_highest() -> None:
    unbounded = index(
        group("p", *(question(name, score=rule(to=None)) for name in NAMES)), scale=None
    )
    assert found(highest(), unbounded) == []


def test_results_that_reach_the_top_are_no_answers_that_someone_gave() -> None:
    posts = Goalposts(Fraction(0), Fraction(10))
    definition = index(group("p", *(measured(name, posts) for name in NAMES)))
    assert found(unit(*(answer(name, measure=10) for name in NAMES)), definition) == []


def test_results_and_gaps_among_the_highest_end_no_search() -> None:
    result = measured("m", Goalposts(Fraction(0), Fraction(10)))
    tree = index(group("o", result, question("x")), *TREE.groups)
    data = unit(answer("m", measure=1), answer("x", Missing.EMPTY), *highest().answers.values())
    assert [one.params["count"] for one in found(data, tree)] == [8]


def test_a_file_of_other_scores_says_nothing_about_another_file() -> None:
    low = answer("i")._replace(assessor=(reading(1)._replace(source=at("A1", "lain.xlsx")),))
    data = highest()._replace(files=("lain.xlsx", "data.xlsx"))
    both = data._replace(answers={"i": low, **data.answers})
    tree = index(group("o", question("i")), *TREE.groups[:1], group("q", *map(question, NAMES[4:])))
    assert [(one.file, one.params["count"]) for one in found(both, tree)] == [("data.xlsx", 8)]


def test_a_file_that_began_with_another_score_is_none_of_the_highest() -> None:
    tree = index(group("o", question("i")), *TREE.groups[:1], group("q", *map(question, NAMES[4:])))
    data = highest(i=1)._replace(files=("data.xlsx", "lain.xlsx"))
    assert found(data, tree) == []
