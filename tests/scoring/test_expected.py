from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import Definition
from kediri_index.model.scores import Completeness
from kediri_index.scoring.answers import Presence, expected_leaves
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.fold import OVERALL
from tests.scoring.building import group, index, present, question


def completeness_of(tree: Definition, presence: Presence) -> dict[str, Completeness]:
    scores = exact_tree(tree, presence.leaves({}), ())
    return {node: scores.figures(node).completeness[0] for node in (*scores.nodes, OVERALL)}


def test_every_indicator_and_childless_group_is_expected() -> None:
    tree = index(group("p", question("a"), group("q", question("b")), group("r")), group("s"))
    assert expected_leaves(tree, present()) == ("a", "b", "r", "s")


def test_a_given_group_is_expected_in_place_of_what_is_below() -> None:
    tree = index(group("p", question("a"), question("b")), group("q", question("c")))
    assert expected_leaves(tree, present("p", "a")) == ("p", "c")


def test_an_unused_option_is_not_expected_and_a_begun_one_is_whole() -> None:
    tree = index(group("p", question("a")), group("q", question("b"), question("c"), optional=True))
    assert expected_leaves(tree, present("a")) == ("a",)
    assert expected_leaves(tree, present("a", "c")) == ("a", "b", "c")


def test_what_does_not_apply_is_not_expected() -> None:
    tree = index(group("p", question("a"), question("b")))
    assert expected_leaves(tree, present("a", not_applicable=["b"])) == ("a",)


def test_leaves_are_counted_and_the_share_is_one_of_weight() -> None:
    tree = index(
        group("p", question("a", 3), question("b", 1), weight=10),
        group("q", question("c"), question("d"), question("e"), weight=30),
    )
    found = completeness_of(tree, present("a", "c"))
    assert found["p"] == Completeness(1, 2, Fraction(3, 4))
    assert found["q"] == Completeness(1, 3, Fraction(1, 3))
    assert found[OVERALL] == Completeness(2, 5, Fraction(10 * 3, 4 * 40) + Fraction(30, 3 * 40))


def test_a_group_without_a_weight_weighs_as_many_as_its_expected_leaves() -> None:
    tree = index(
        group("p", question("a")),
        group("q", question("b"), question("c"), question("d")),
    )
    assert completeness_of(tree, present("b", "c"))[OVERALL] == Completeness(2, 4, Fraction(1, 2))


def test_a_given_group_is_one_answer() -> None:
    tree = index(group("p", question("a"), question("b")), group("q", question("c")))
    assert completeness_of(tree, present("p"))[OVERALL] == Completeness(1, 2, Fraction(1, 2))


def test_an_empty_option_leaves_the_whole_complete() -> None:
    tree = index(group("p", question("a"), weight=90), group("q", weight=10, optional=True))
    assert completeness_of(tree, present("a"))[OVERALL] == Completeness(1, 1, Fraction(1))
    assert completeness_of(tree, present("a", "q"))[OVERALL] == Completeness(2, 2, Fraction(1))


def test_what_does_not_apply_leaves_the_whole_complete() -> None:
    tree = index(group("p", question("a"), question("b", 5)))
    found = completeness_of(tree, present("a", not_applicable=["b"]))
    assert found[OVERALL] == Completeness(1, 1, Fraction(1))


@pytest.mark.parametrize("weight", ["0", None])
def test_there_is_no_share_where_nothing_weighs(weight: str | None) -> None:
    tree = index(group("p", question("a", "0"), weight=weight))
    assert completeness_of(tree, present("a"))["p"] == Completeness(1, 1, None)


def test_what_is_answered_but_weighs_nothing_is_no_share_of_what_is_above() -> None:
    inner = group("q", question("a", "0"), weight=1)
    tree = index(group("p", inner, question("b", 3)), group("r", question("c")))
    found = completeness_of(tree, present("a", "b", "c"))
    assert found["p"] == Completeness(2, 2, Fraction(3, 4))
    assert found[OVERALL] == Completeness(3, 3, Fraction(2 * 3, 3 * 4) + Fraction(1, 3))
