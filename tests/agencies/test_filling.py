"""What agencies have filled in, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from kediri_index.agencies.filling import Filling, Task
from kediri_index.model.dataset import Answer, Missing, Reading
from kediri_index.model.findings import Source
from kediri_index.model.profile import Unassigned, Unfilled
from tests.findings.building import ANSWERS, ONE_GROUP, TOP, definition, measured
from tests.scoring.building import group, index, question

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


NOT_DUE, NOT_APPLICABLE = Missing.NOT_DUE, Missing.NOT_APPLICABLE
THREE = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: Satu, weight: 0.25}}
  - {{id: A-2, in: a, name: Dua, weight: 0.25}}
  - {{id: A-3, in: a, name: Tiga, weight: 0.5}}
"""


def placed(leaf: str, file: str, own: int | Missing, cell: str = "A2", text: str = "") -> Answer:
    """The row of *file* about *leaf*, with the agency's own score in column C."""
    row = Source(file, "Isian", cell)
    seen = reading(own, row._replace(cell="C" + cell[1:]))
    return Answer(leaf, row, seen._replace(text=text or seen.text))


def of_files(
    *answers: Answer, owners: Mapping[str, tuple[str, ...]] | None = None, text: str = THREE
) -> Filling:
    """What is filled in by x in a.xlsx and by y in b.xlsx; other files are nobody's."""
    rows: dict[str, tuple[Answer, ...]] = {}
    for one in answers:
        rows[one.id] = (*rows.get(one.id, ()), one)
    return Filling(definition(text), rows, owners or {}, {"a.xlsx": "x", "b.xlsx": "y"})


def test_a_weight_is_shared_by_the_agencies_that_answer_for_it() -> None:
    found = of_files(owners={"A-1": ("x", "y"), "A-3": ("x",)})
    assert found.task_of("x") == Task(
        ("A-1", "A-3"), (Unfilled("A-1"), Unfilled("A-3")), {}, Fraction(5, 8)
    )
    assert found.task_of("y").weight == Fraction(1, 8)


def test_each_of_several_agencies_answers_for_itself() -> None:
    found = of_files(placed("A-1", "b.xlsx", 3), owners={"A-1": ("x", "y")})
    assert found.task_of("x").unfilled == (Unfilled("A-1"),)
    assert found.task_of("y").unfilled == ()
    others = of_files(placed("A-1", "b.xlsx", 3), owners={"A-1": ("x",)})
    assert others.task_of("x").unfilled == (Unfilled("A-1"),)


def test_without_any_owners_a_task_is_what_the_files_hold() -> None:
    found = of_files(
        placed("A-1", "a.xlsx", 3), placed("A-2", "b.xlsx", EMPTY), placed("A-3", "a.xlsx", EMPTY)
    )
    place = Source("a.xlsx", "Isian", "C2")
    assert found.task_of("x") == Task(("A-1", "A-3"), (Unfilled("A-3", place),), {}, Fraction(0))
    assert found.task_of("y").ids == ("A-2",)
    assert found.task_of("z").ids == ()


def test_a_file_of_nobody_that_answers_in_an_agencys_place_is_told() -> None:
    every = dict.fromkeys(("A-1", "A-2", "A-3"), ("x",))
    found = of_files(
        placed("A-1", "lain.xlsx", 3),
        placed("A-1", "baru.xlsx", 2),
        placed("A-1", "kosong.xlsx", EMPTY),
        placed("A-2", "b.xlsx", 3),
        placed("A-3", "lain.xlsx", 1),
        placed("A-3", "a.xlsx", 1),
        owners=every,
    )
    assert found.task_of("x").elsewhere == {"A-1": ("baru.xlsx", "lain.xlsx")}


def test_what_nobody_owns_is_counted_with_its_weight() -> None:
    answers = (placed("A-1", "a.xlsx", 1), placed("A-2", "a.xlsx", 1), placed("A-3", "b.xlsx", 1))
    one_owned = of_files(answers[0], owners={"A-2": ("x",)})
    assert one_owned.unassigned() == Unassigned(("A-1", "A-3"), 1, Fraction(3, 4))
    assert of_files(*answers).unassigned() == Unassigned(("A-1", "A-2", "A-3"), 3, Fraction(1))
    every = dict.fromkeys(("A-1", "A-2", "A-3"), ("x",))
    assert of_files(*answers, owners=every).unassigned() == Unassigned((), 0, Fraction(0))


@pytest.mark.parametrize(
    ("policy", "reason", "unfilled"),
    [
        ("error", NOT_DUE, True),
        ("exclude", NOT_DUE, False),
        ("zero", NOT_DUE, False),
        ("exclude", EMPTY, True),
        ("error", Missing.UNREADABLE, False),
    ],
)
def test_a_reason_is_an_answer_where_the_definition_does_without_answers(
    policy: str, reason: Missing, *, unfilled: bool
) -> None:
    text = f"{THREE}missing: {{answers: {policy}}}\n"
    found = of_files(placed("A-1", "a.xlsx", reason), owners={"A-1": ("x",)}, text=text)
    assert bool(found.task_of("x").unfilled) is unfilled


def test_what_does_not_apply_is_not_expected_unless_another_row_answers_it() -> None:
    found = of_files(placed("A-1", "a.xlsx", NOT_APPLICABLE))
    assert list(found.expected) == ["A-2", "A-3"]
    both = of_files(placed("A-1", "a.xlsx", NOT_APPLICABLE), placed("A-1", "b.xlsx", 3))
    assert list(both.expected) == ["A-1", "A-2", "A-3"]


def test_of_several_rows_the_first_by_file_sheet_and_cell_is_told() -> None:
    first = placed("A-1", "a.xlsx", EMPTY, "A3", text="-")
    rows = (
        placed("A-1", "a.xlsx", EMPTY, "A4"),
        first,
        placed("A-1", "b.xlsx", EMPTY),
        placed("A-1", "lain.xlsx", EMPTY, "A1"),
    )
    found = of_files(*rows, owners={"A-1": ("x",)}).task_of("x")
    assert found.unfilled == (Unfilled("A-1", Source("a.xlsx", "Isian", "C3"), "-"),)


def test_rows_of_an_earlier_sheet_or_of_a_whole_sheet_come_first() -> None:
    later = placed("A-1", "a.xlsx", EMPTY, text="later")
    for place in (Source("a.xlsx", "Awal", "A9"), Source("a.xlsx"), Source("a.xlsx", "Isian")):
        first = placed("A-1", "a.xlsx", EMPTY, text="first")._replace(row=place)
        (one,) = of_files(later, first).task_of("x").unfilled
        assert one.said == "first"


def test_an_optional_groups_answers_are_expected_once_it_is_begun() -> None:
    text = THREE.replace("name: Bagian A", "optional: true, name: Bagian A")
    assert list(of_files(text=text).expected) == []
    begun = of_files(placed("A-1", "a.xlsx", 3), text=text)
    assert list(begun.expected) == ["A-1", "A-2", "A-3"]


def test_what_has_no_part_in_the_overall_weighs_nothing() -> None:
    weightless = index(group("p", question("A-1", 0)), group("q", question("B-1")))
    found = Filling(weightless, {}, {"A-1": ("x",)}, {"a.xlsx": "x"}).task_of("x")
    assert (found.ids, found.weight) == (("A-1",), Fraction(0))
    assert Filling(weightless, {}, {"B-1": ("x",)}, {}).unassigned().weight == 0
