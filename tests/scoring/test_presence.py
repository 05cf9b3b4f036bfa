from __future__ import annotations

from kediri_index.model.definition import Group
from kediri_index.scoring.answers import Presence, children_of, is_leaf
from kediri_index.scoring.completeness import expected_of
from kediri_index.scoring.fold import Node, inner_nodes
from tests.scoring.building import group, index, present, question


def applies(node: Node, presence: Presence) -> bool:
    top = node if isinstance(node, Group) else group("top", node)
    found = expected_of(inner_nodes(index(top)), presence.leaves({}))
    return bool(found.applies[node.id])


def test_an_answer_deep_below_is_an_answer_of_the_group() -> None:
    top = group("top", group("middle", question("a")))
    inners = inner_nodes(index(top))
    for there, answered in (("a", True), ("middle", True), ("b", False)):
        assert expected_of(inners, present(there).leaves({})).answered["top"] is answered


def test_an_indicator_applies_unless_it_is_declared_not_applicable() -> None:
    assert applies(question("a"), present())
    assert not applies(question("a"), present(not_applicable=["a"]))


def test_an_optional_group_applies_once_anything_in_it_is_answered() -> None:
    option = group("option", question("a"), question("b"), optional=True)
    assert not applies(option, present())
    assert applies(option, present("a"))
    assert applies(option, present("option"))


def test_an_optional_group_without_parts_applies_once_it_is_given() -> None:
    option = group("option", optional=True)
    assert not applies(option, present())
    assert applies(option, present("option"))


def test_a_group_of_which_nothing_applies_does_not_apply() -> None:
    none = group("none", question("a"), group("option", optional=True))
    assert not applies(none, present(not_applicable=["a"]))
    assert applies(none, present())


def test_a_leaf_is_an_indicator_a_given_group_or_a_group_without_parts() -> None:
    parts = group("parts", question("a"))
    assert is_leaf(question("a"), present())
    assert is_leaf(group("bare"), present())
    assert is_leaf(parts, present("parts"))
    assert not is_leaf(parts, present("a"))


def test_indicators_stand_before_groups_among_the_children() -> None:
    inner = group("inner")
    a = question("a")
    assert children_of(group("g", inner, a)) == (a, inner)
    assert children_of(a) == ()
