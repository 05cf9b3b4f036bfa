from __future__ import annotations

import pytest

from kediri_index.agencies.assignment import Ids, opd_of_leaves
from kediri_index.model.profile import Profile
from tests.scoring.building import group, index, question

TREE = index(
    group("baseline", question("BAS-01"), question("BAS-02")),
    group("output", question("OUP-01")._replace(opd=("bappeda", "bpkad"))),
    group("kolaborasi"),
)


def assigned(**patterns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return opd_of_leaves(TREE, Profile(assign=patterns))


def test_an_id_is_assigned_by_name() -> None:
    assert assigned(dinkes=("BAS-02",))["BAS-02"] == ("dinkes",)


def test_a_star_stands_for_any_characters() -> None:
    found = assigned(dinkes=("BAS-*",))
    assert (found["BAS-01"], found["BAS-02"]) == (("dinkes",), ("dinkes",))
    assert "OUP-01" in assigned(dinkes=("*P-*1",))


def test_a_pattern_names_whole_ids_and_nothing_in_it_but_the_star_is_special() -> None:
    assert "BAS-01" not in assigned(dinkes=("BAS-0", "AS-01", "BAS.01", "BAS-0?", "[B]AS-01"))


def test_a_group_can_be_assigned_for_its_score_may_be_given() -> None:
    assert assigned(dinkes=("kolaborasi",))["kolaborasi"] == ("dinkes",)


def test_two_agencies_may_answer_for_one_indicator() -> None:
    assert assigned(dinkes=("BAS-01",), dinsos=("BAS-*",))["BAS-01"] == ("dinkes", "dinsos")


def test_an_agency_named_twice_is_one() -> None:
    assert assigned(dinkes=("BAS-01", "BAS-*"))["BAS-01"] == ("dinkes",)


def test_the_profile_goes_before_the_definition() -> None:
    assert assigned(dinkes=("OUP-*",))["OUP-01"] == ("dinkes",)
    assert assigned(dinkes=("BAS-*",))["OUP-01"] == ("bappeda", "bpkad")


def test_without_a_profile_the_definition_assigns() -> None:
    assert opd_of_leaves(TREE, None) == {"OUP-01": ("bappeda", "bpkad")}


def test_an_agency_without_patterns_answers_for_nothing() -> None:
    assert assigned(dinkes=()) == {"OUP-01": ("bappeda", "bpkad")}


def test_a_star_may_stand_for_nothing_but_parts_never_overlap() -> None:
    assert "BAS-01" in assigned(dinkes=("BAS*-*01",))
    assert "BAS-01" not in assigned(dinkes=("BAS-0*01",))
    assert "BAS-01" not in assigned(dinkes=("*A*A*",))


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    assert "BAS-01" not in assigned(dinkes=("*" * 5_000 + "S" + "*" * 5_000 + "S",))


@pytest.mark.parametrize(
    ("pattern", "node", "is_named"),
    [
        ("ab*", "ab", True),
        ("*ab", "ab", True),
        ("a*a", "a", False),
        ("a*b*b", "ab", False),
        ("a*b*b", "abb", True),
        ("*b*", "b1", True),
        ("a*b*c*d", "abcbd", True),
        ("a*c*b*d", "abcd", False),
        ("ab", "ab", True),
        ("a", "ab", False),
    ],
)
def test_parts_between_stars_come_in_their_order(
    pattern: str, node: str, *, is_named: bool
) -> None:
    assert Ids([node]).named(pattern) == ((node,) if is_named else ())
