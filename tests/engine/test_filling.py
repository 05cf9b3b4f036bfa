"""What agencies have filled in, row by row."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.engine.filling import Filling
from kediri_index.model.board import Unfilled
from kediri_index.model.dataset import Answer, Missing, Reading
from kediri_index.model.places import Source
from tests.findings.building import ANSWERS, definition, measured

OWN, ASSESSOR, RESULT = (Source("a.xlsx", "Isian", cell) for cell in ("C2", "D2", "E2"))
ROW = Source("a.xlsx", "Isian", "A2")
EMPTY = Missing.EMPTY


def reading(value: int | Missing, place: Source) -> Reading:
    if isinstance(value, Missing):
        return Reading(None, value, "", place)
    return Reading(Fraction(value), None, str(value), place)


def answer(
    leaf: str,
    own: int | Missing | None = None,
    assessor: int | Missing | None = None,
    result: int | Missing | None = None,
) -> Answer:
    return Answer(
        leaf,
        ROW,
        None if own is None else reading(own, OWN),
        () if assessor is None else (reading(assessor, ASSESSOR),),
        None if result is None else reading(result, RESULT),
    )


def filling(*answers: Answer, text: str = ANSWERS) -> Filling:
    rows = {one.id: (one,) for one in answers}
    return Filling(definition(text), rows, {"A-1": ("x",), "M-1": ("x",)}, {"a.xlsx": "x"})


@pytest.mark.parametrize(
    ("own", "assessor", "unfilled"),
    [
        (3, None, ()),
        (0, EMPTY, ()),
        (EMPTY, EMPTY, (Unfilled("A-1", OWN),)),
        (EMPTY, 3, ()),
        (None, 3, ()),
        (None, EMPTY, (Unfilled("A-1", ASSESSOR),)),
        (None, None, (Unfilled("A-1", ROW),)),
        (Missing.UNREADABLE, EMPTY, ()),
        (Missing.NOT_DUE, 3, (Unfilled("A-1", OWN),)),
    ],
)
def test_a_score_is_the_agencys_own_or_the_assessors_where_there_is_no_other(
    own: int | Missing | None, assessor: int | Missing | None, unfilled: tuple[Unfilled, ...]
) -> None:
    assert filling(answer("A-1", own, assessor)).task_of("x").unfilled == unfilled


def test_an_own_score_anywhere_makes_own_scores_the_answers_everywhere() -> None:
    task = filling(answer("A-1", EMPTY, 3), answer("A-2", 2, 2)).task_of("x")
    assert task.unfilled == (Unfilled("A-1", OWN),)
    assert task.not_own == {ASSESSOR}


@pytest.mark.parametrize(
    ("result", "assessor", "filled"),
    [(75, None, True), (EMPTY, EMPTY, False), (EMPTY, 3, True), (75, EMPTY, True)],
)
def test_a_measured_indicator_is_answered_by_its_result(
    result: int | Missing, assessor: int | Missing | None, *, filled: bool
) -> None:
    text = measured("method: goalposts, min: 0, max: 100")
    task = filling(answer("M-1", 3, assessor, result), text=text).task_of("x")
    assert (task.unfilled == ()) is filled


def test_weights_are_those_of_a_complete_answer() -> None:
    task = filling().task_of("x")
    assert (task.ids, task.weight) == (("A-1",), Fraction(1, 2))
    assert filling().unassigned().ids == ("A-2",)
