from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.aggregation import NoScore
from kediri_index.model.definition import Definition
from kediri_index.scoring.answers import Presence
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.tree import TreeScores
from tests.scoring.building import counted, group, index, present, question

Shares = dict[str, Fraction]


def shares(scores: TreeScores, branch: str) -> Shares:
    return dict(scores.branches(0)[branch].children)


def reason(definition: Definition, presence: Presence, node: str) -> NoScore | None:
    return counted(definition, presence).without_score[0].get(node)


def test_weights_among_siblings_are_relative() -> None:
    tree = index(group("p", weight=10), group("q", weight=30))
    assert shares(counted(tree, present("p", "q")), OVERALL) == {
        "p": Fraction(1, 4),
        "q": Fraction(3, 4),
    }


def test_an_indicator_without_a_weight_weighs_one() -> None:
    tree = index(group("p", question("a"), question("b", 3)))
    assert shares(counted(tree, present("a", "b")), "p") == {
        "a": Fraction(1, 4),
        "b": Fraction(3, 4),
    }


def test_a_group_without_a_weight_weighs_as_many_as_its_answers_that_count() -> None:
    tree = index(
        group("p", question("a"), question("b"), question("c")),
        group("q", group("r", question("d"), question("e"))),
    )
    everything = counted(tree, present("a", "b", "c", "d", "e"))
    assert shares(everything, OVERALL) == {"p": Fraction(3, 5), "q": Fraction(2, 5)}
    some = counted(tree, present("a", "d", "e"))
    assert shares(some, OVERALL) == {"p": Fraction(1, 3), "q": Fraction(2, 3)}


def test_answers_of_a_group_without_a_score_do_not_count_above() -> None:
    tree = index(
        group(
            "p",
            group("few", question("a"), question("b"), question("c"), min_present="0.5"),
            group("all", question("d"), question("e")),
        ),
        group("q", question("f")),
    )
    scores = counted(tree, present("a", "d", "e", "f"))
    assert scores.without_score[0] == {"few": NoScore.TOO_FEW}
    assert shares(scores, OVERALL) == {"p": Fraction(2, 3), "q": Fraction(1, 3)}


def test_siblings_of_what_is_missing_are_weighted_anew() -> None:
    tree = index(group("p", weight=10), group("q", weight=30), group("r", weight=60))
    assert shares(counted(tree, present("p", "q")), OVERALL) == {
        "p": Fraction(1, 4),
        "q": Fraction(3, 4),
    }


def test_a_given_group_is_one_answer_and_hides_what_is_below() -> None:
    tree = index(group("p", question("a"), question("b")), group("q", question("c"), question("d")))
    scores = counted(tree, present("p", "a", "b", "c", "d"))
    assert shares(scores, OVERALL) == {"p": Fraction(1, 3), "q": Fraction(2, 3)}
    assert list(scores.branches(0)) == ["q", OVERALL]
    assert "a" not in scores.counting_leaves(0)


def test_a_given_group_counts_as_a_leaf() -> None:
    tree = index(group("p", kind="dimension"), group("q", question("a")))
    assert counted(tree, present("p", "a")).counting_leaves(0) == ["p", "a"]


def test_children_come_before_their_parents_and_the_overall_last() -> None:
    tree = index(group("p", group("q", question("a"))))
    assert list(counted(tree, present("a")).branches(0)) == ["q", "p", OVERALL]


def test_without_any_answer_there_is_no_score_anywhere() -> None:
    scores = counted(index(group("p", question("a"))), present())
    assert scores.without_score[0] == {"p": NoScore.NO_ANSWERS, OVERALL: NoScore.NO_ANSWERS}
    assert scores.branches(0) == {}
    assert scores.shares_of(0) == {}


@pytest.mark.parametrize(("limit", "too_few"), [("0.5", False), ("0.51", True), ("1", True)])
def test_a_share_equal_to_min_present_passes(limit: str, *, too_few: bool) -> None:
    tree = index(group("p", question("a"), question("b"), min_present=limit))
    assert reason(tree, present("a"), "p") is (NoScore.TOO_FEW if too_few else None)


@pytest.mark.parametrize(("limit", "too_few"), [("1/3", False), ("0.34", True)])
def test_min_present_counts_direct_children_by_number_not_by_weight(
    limit: str, *, too_few: bool
) -> None:
    tree = index(
        group(
            "p",
            group("heavy", question("a"), question("b"), question("c"), weight=98),
            group("light", question("d"), weight=1),
            group("feather", question("e"), weight=1),
            min_present=limit,
        ),
    )
    assert reason(tree, present("a", "b", "c"), "p") is (NoScore.TOO_FEW if too_few else None)


def test_min_present_of_the_definition_holds_for_every_group_and_for_the_overall() -> None:
    tree = index(
        group("p", question("a"), question("b")),
        group("q", question("c"), question("d")),
        min_present="0.75",
    )
    found = counted(tree, present("a", "c", "d")).without_score[0]
    assert found == {"p": NoScore.TOO_FEW, OVERALL: NoScore.TOO_FEW}


def test_a_share_of_the_top_level_equal_to_min_present_passes() -> None:
    tree = index(group("p"), group("q"), group("r"), group("s"), min_present="0.75")
    assert reason(tree, present("p", "q", "r"), OVERALL) is None
    assert reason(tree, present("p", "q"), OVERALL) is NoScore.TOO_FEW


def test_min_present_of_a_group_goes_before_the_definitions() -> None:
    tree = index(
        group("p", question("a"), question("b"), min_present="0.5"),
        group("q", question("c"), question("d")),
        min_present="0.6",
    )
    found = counted(tree, present("a", "c")).without_score[0]
    assert "p" not in found
    assert found["q"] is NoScore.TOO_FEW


def test_a_min_present_of_zero_asks_for_nothing_where_the_definition_asks_for_more() -> None:
    tree = index(group("p", question("a"), question("b"), min_present=0), min_present="0.9")
    assert reason(tree, present("a"), "p") is None


def test_unused_options_and_what_does_not_apply_are_no_missing_children() -> None:
    tree = index(
        group(
            "p",
            question("a"),
            question("b"),
            group("option", question("c"), optional=True),
            min_present=1,
        )
    )
    assert reason(tree, present("a", not_applicable=["b"]), "p") is None
    assert reason(tree, present("a"), "p") is NoScore.TOO_FEW
    assert reason(tree, present("a", "b", "c"), "p") is None


def test_a_given_group_does_not_ask_for_its_parts() -> None:
    tree = index(group("p", question("a"), question("b"), min_present=1))
    assert counted(tree, present("p")).without_score[0] == {}


def test_weights_that_sum_to_zero_make_no_score() -> None:
    tree = index(group("p", question("a", 0), question("b", 5)), group("q", question("c")))
    assert reason(tree, present("a", "c"), "p") is NoScore.ZERO_WEIGHTS
    assert reason(tree, present("a", "b", "c"), "p") is None


def test_top_weights_that_sum_to_zero_make_no_overall() -> None:
    tree = index(group("p", question("a"), weight=0), group("q", weight=1))
    assert reason(tree, present("a"), OVERALL) is NoScore.ZERO_WEIGHTS


def test_effective_weights_are_shares_in_the_overall() -> None:
    tree = index(
        group("p", question("a"), question("b", 3), weight=20),
        group("q", weight=80),
    )
    assert counted(tree, present("a", "b", "q")).shares_of(0) == {
        "p": Fraction(1, 5),
        "q": Fraction(4, 5),
        "a": Fraction(1, 20),
        "b": Fraction(3, 20),
    }


def test_what_is_below_a_group_without_a_score_has_no_effective_weight() -> None:
    tree = index(
        group("p", group("inner", question("a")), question("b"), question("c"), min_present="0.9"),
        group("q", question("d")),
    )
    assert counted(tree, present("a", "d")).shares_of(0) == {
        "q": Fraction(1),
        "d": Fraction(1),
    }
