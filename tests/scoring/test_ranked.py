from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import ClassesOn
from kediri_index.model.results import UnitResult
from kediri_index.scoring.score import Settings, ranked, score_unit
from tests.scoring.building import Value, answer, group, index, question, unit

TREE = index(group("p", question("a")))


def results(*scores: tuple[int, Value | None]) -> tuple[UnitResult, ...]:
    return tuple(
        score_unit(
            TREE,
            unit(*(() if value is None else (answer("a", value),)), name=f"U{place}", year=year),
            Settings(),
        )
        for place, (year, value) in enumerate(scores)
    )


def places(units: tuple[UnitResult, ...], decides: ClassesOn = ClassesOn.SCORE) -> list[int | None]:
    return [one.rank for one in ranked(units, decides)]


def test_units_are_ranked_from_the_highest_score_with_ties() -> None:
    assert places(results((2022, 1), (2022, 3), (2022, 3), (2022, 2))) == [4, 1, 1, 3]


def test_each_year_is_ranked_by_itself() -> None:
    assert places(results((2022, 1), (2023, 4), (2022, 3), (2023, 2))) == [2, 1, 1, 2]


def test_a_unit_alone_in_its_year_has_no_rank() -> None:
    assert places(results((2022, 1), (2023, 4), (2023, 2))) == [None, 1, 2]


def test_a_unit_without_a_score_has_no_rank() -> None:
    assert places(results((2022, 1), (2022, None), (2022, 3))) == [2, None, 1]


@pytest.mark.parametrize(
    ("decides", "expected"), [(ClassesOn.SCORE, [2, 1]), (ClassesOn.PUBLISHED, [1, 1])]
)
def test_ranks_come_from_the_unrounded_score_unless_the_definition_says_published(
    decides: ClassesOn, expected: list[int | None]
) -> None:
    units = results((2022, "3.311"), (2022, "3.312"))
    assert {one.overall.published for one in units} == {Fraction("3.31")}
    assert places(units, decides) == expected


def test_nothing_but_the_rank_changes() -> None:
    units = results((2022, 1), (2022, 3))
    assert tuple(one._replace(rank=None) for one in ranked(units, ClassesOn.SCORE)) == units
