from __future__ import annotations

from fractions import Fraction

from kediri_index.messages.catalogue import message_of
from kediri_index.model.dataset import UnitData
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, Language, OfUnit
from kediri_index.rules.missing import without_score
from kediri_index.scoring.aggregations.copeland import Copeland
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from tests.rules.building import compared, context
from tests.scoring.building import assessed, group, index, question, rule


def found(definition: Definition, data: UnitData, *, complete: bool = True) -> list[Finding]:
    return list(without_score(context(definition, data, complete=complete)))


STRICT = index(
    group("p", question("a"), question("b"), min_present="0.66"),
    group("q", question("c"), question("d"), min_present=0),
    min_present="0.6",
)


def test_a_group_with_too_few_answers_is_named_with_its_limit() -> None:
    (one, *_) = found(STRICT, assessed(a=1, c=1, d=1))
    assert (one.code, one.indicator) == ("S302", "p")
    assert one.params == {"unit": OfUnit("Kota"), "name": Label("p"), "percent": 66}


def test_the_whole_with_too_few_groups_is_named_by_the_definitions_title_and_limit() -> None:
    (_, whole) = found(STRICT, assessed(a=1, c=1, d=1))
    assert (whole.code, whole.indicator) == ("S302", None)
    assert whole.params == {"unit": OfUnit("Kota"), "name": Label("Test"), "percent": 60}


def test_weights_that_sum_to_zero_are_named() -> None:
    weightless = index(group("p", question("a", 0), question("b", 5)), group("q"))
    (one,) = found(weightless, assessed(a=1, q=1))
    assert (one.code, one.indicator) == ("S303", "p")


def test_only_the_groups_that_have_answers_are_named() -> None:
    mixed = index(
        group("none", question("a")),
        group("few", question("b"), question("c"), min_present=1),
        group("all", question("d")),
    )
    assert [one.indicator for one in found(mixed, assessed(b=1, d=1))] == ["few"]


def test_the_file_is_named_where_one_holds_all_the_data() -> None:
    data = assessed(a=1, c=1, d=1)
    assert {one.file for one in found(STRICT, data)} == {"data.xlsx"}
    several = data._replace(files=("a.xlsx", "b.xlsx"))
    assert {one.file for one in found(STRICT, several)} == {None}


def test_nothing_is_said_where_every_score_is_there() -> None:
    assert found(STRICT, assessed(a=1, b=1, c=1)) == []


def test_a_group_without_any_answer_is_another_rules_matter() -> None:
    lenient = index(group("p", question("a")), group("q", question("b")))
    assert found(lenient, assessed(a=1)) == []
    assert found(STRICT, assessed()) == []


def test_nothing_is_said_before_the_data_are_complete() -> None:
    assert found(STRICT, assessed(a=1), complete=False) == []


def test_a_negative_score_among_factors_is_named_with_its_group() -> None:
    factors = index(
        group(
            "p",
            *(question(name, score=rule(to=None)) for name in "abc"),
            aggregate=Geometric(),
        )
    )
    (one,) = found(factors, assessed(a=1, b=-1, c=-2))
    assert (one.code, one.indicator) == ("S320", "p")
    assert one.params == {
        "unit": OfUnit("Kota"),
        "name": Label("p"),
        "aggregation": "geometric",
        "children": ("b", "c"),
    }
    assert message_of(one, Language.EN).endswith(
        "since the aggregation geometric takes no negative scores (b, c)"
    )


def test_weights_that_sum_to_zero_are_named_with_what_is_there() -> None:
    weightless = index(group("p", question("a", 0), question("b", 5), question("c", 0)), group("q"))
    (one,) = found(weightless, assessed(a=1, c=2, q=1))
    assert one.params == {"unit": OfUnit("Kota"), "name": Label("p"), "children": ("a", "c")}


def test_of_the_whole_the_groups_that_are_there_are_named() -> None:
    weightless = index(group("p", question("a"), weight=0), group("q", question("b"), weight=1))
    (one,) = found(weightless, assessed(a=1))
    assert (one.code, one.indicator) == ("S303", None)
    assert one.params == {"unit": OfUnit("Kota"), "name": Label("Test"), "children": ("p",)}


def test_of_the_whole_the_aggregation_is_its_own() -> None:
    parts = (group(name, question(f"{name}1", score=rule(to=None))) for name in "pq")
    factors = index(*parts, aggregate=Geometric(), scale=None)
    (one,) = found(factors, assessed(p1=1, q1=-1))
    assert (one.code, one.indicator) == ("S320", None)
    assert (one.params["aggregation"], one.params["children"]) == ("geometric", ("q",))


def test_a_mean_that_is_not_above_zero_concerns_no_part_alone() -> None:
    parts = (question(name, score=rule(to=None)) for name in "ab")
    penalty = index(group("p", *parts, aggregate=MazziottaPareto(-1)))
    (one, *_) = found(penalty, assessed(a=1, b=-1))
    assert (one.code, one.indicator) == ("S321", "p")
    assert (one.params["aggregation"], one.params["children"]) == (MazziottaPareto.name, ())


def test_a_group_with_no_share_of_its_own_has_that_of_the_definition() -> None:
    few = index(group("p", question("a"), question("b"), question("c")), min_present="0.5")
    assert [one.params["percent"] for one in found(few, assessed(a=1))][:1] == [50]


def test_answers_that_count_as_zero_are_there() -> None:
    zeros = index(
        group("p", question("a"), question("b"), min_present=1),
        group("q", question("c", 0), question("d")),
        answers=Unanswered.ZERO,
    )
    assert found(zeros, assessed(a=1, c=1)) == []


def test_of_a_unit_among_others_the_year_is_told_too() -> None:
    data = assessed(a=1, c=1, d=1)._replace(wide_files=frozenset({"data.xlsx"}))
    assert {one.params["unit"] for one in found(STRICT, data)} == {OfUnit("Kota", 2022)}


def test_a_group_that_is_compared_with_other_units_has_its_score() -> None:
    among = index(group("p", question("a"), aggregate=Copeland()))
    alone = context(among, assessed(a=2))
    assert [one.code for one in without_score(alone)] == ["S322"]
    assert list(without_score(compared(alone, Fraction(0), "p"))) == []


def test_a_group_that_counts_as_zero_without_an_answer_is_not_named() -> None:
    zeros = index(group("p", question("a")), group("q", question("b", 0)), answers=Unanswered.ZERO)
    assert found(zeros, assessed(a=1)) == []
