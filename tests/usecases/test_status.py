"""The board of agencies, from small folders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import (
    Board,
    Hints,
    Opd,
    OpdState,
    OtherFileReason,
    Profile,
    Unassigned,
)
from kediri_index.model.workbook import Workbook
from kediri_index.present.commands.status import StatusPresentation
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.status import status
from tests.findings.building import TOP, csv_table, definition, workbook
from tests.present.screens import drawn

FOUR = f"""{TOP}year: 2022
groups: [{{id: a, kind: pillar, name: Bagian A, name_en: Part A}}]
indicators:
  - {{id: A-1, in: a, name: Satu, weight: 4}}
  - {{id: A-2, in: a, name: Dua, weight: 3}}
  - {{id: A-3, in: a, name: Tiga, weight: 2}}
  - {{id: A-4, in: a, name: Empat, weight: 1}}
"""
DUE = date(2022, 9, 13)
PROFILE = Profile(
    unit="Kota Uji",
    opd=(
        Opd("dinkes", "Dinas Kesehatan", "Dinkes"),
        Opd("disdik", "Dinas Pendidikan"),
        Opd("dishub", "Dinas Perhubungan"),
    ),
    assign={"dinkes": ("A-1", "A-2"), "disdik": ("A-3", "A-4"), "dishub": ("A-4",)},
    due=DUE,
)


def sheet(
    opd: str | None,
    *rows: tuple[str, object, object],
    path: str = "isian.xlsx",
    revision: object = None,
    unit: str = "Kota Uji",
    year: object = 2022,
) -> Workbook:
    """An agency's file: code, own score, assessor's score."""
    said = [("Wilayah", unit), ("Tahun", year), ("OPD", opd), ("Revisi", revision)]
    return workbook(
        {
            "Identitas": [pair for pair in said if pair[1] is not None],
            "Penilaian": [("Kode", "Nilai mandiri", "Nilai asesor"), *rows],
        },
        path,
    )


def without_rows(*said: tuple[str, object]) -> Workbook:
    return workbook({"Identitas": said, "Penilaian": [("Catatan",), ("x",)]})


def board_of(
    *books: Workbook,
    profile: Profile = PROFILE,
    text: str = FOUR,
    today: date = DUE,
    due: date | None = None,
    hints: Hints | None = None,
    passed_over: Sequence[Finding] = (),
) -> Board:
    checked = check(
        Submission(books, tuple(passed_over)), definition(text), profile, hints=hints or Hints()
    )
    return status(checked, definition(text), profile, today=today, due=due, hints=hints)


class Seen(NamedTuple):
    state: str
    answered: int
    expected: int
    errors: int


def seen(board: Board) -> dict[str, Seen]:
    return {
        row.opd.id: Seen(row.state.value, row.answered, row.expected, row.errors)
        for row in board.opd
    }


HEALTH = sheet("Dinkes", ("A-1", 3, None), ("A-2", 2, None), path="a.xlsx", revision=1)
SCHOOLS = sheet("Dinas Pendidikan", ("A-3", 3, None), ("A-4", 2, None), path="b.xlsx")


def test_every_agency_of_an_empty_folder_is_missing() -> None:
    board = board_of()
    assert seen(board) == {
        "dinkes": Seen("missing", 0, 2, 0),
        "disdik": Seen("missing", 0, 2, 0),
        "dishub": Seen("missing", 0, 1, 0),
    }
    assert (board.unit, board.year, board.complete) == ("Kota Uji", 2022, 0)


def test_an_agency_is_complete_when_all_it_answers_for_is_filled_in() -> None:
    assert seen(board_of(HEALTH))["dinkes"] == Seen("complete", 2, 2, 0)


def test_an_empty_cell_makes_a_sheet_incomplete_and_not_faulty() -> None:
    row = board_of(sheet("Dinkes", ("A-1", 3, None), ("A-2", None, None))).opd[0]
    assert (row.state, row.answered, row.errors) == (OpdState.INCOMPLETE, 1, 0)
    assert [(one.id, one.place and one.place.cell) for one in row.unfilled] == [("A-2", "B3")]


def test_a_row_that_is_not_there_makes_a_sheet_incomplete() -> None:
    row = board_of(sheet("Dinkes", ("A-1", 3, None))).opd[0]
    assert row.state is OpdState.INCOMPLETE
    assert [(one.id, one.place) for one in row.unfilled] == [("A-2", None)]


def test_a_reason_for_no_answer_is_none_where_the_definition_wants_answers() -> None:
    book = sheet("Dinkes", ("A-1", 3, None), ("A-2", "belum dinilai", None))
    row = board_of(book).opd[0]
    assert (row.state, row.errors) == (OpdState.INCOMPLETE, 0)
    assert row.unfilled[0].said == "belum dinilai"
    lenient = board_of(book, text=f"{FOUR}missing: {{answers: exclude}}\n").opd[0]
    assert (lenient.state, lenient.answered) == (OpdState.COMPLETE, 2)


def test_what_does_not_apply_is_not_expected() -> None:
    book = sheet("Dinkes", ("A-1", 3, None), ("A-2", "n/a", None))
    assert seen(board_of(book))["dinkes"] == Seen("complete", 1, 1, 0)
    assert board_of(book).opd[0].not_applicable == ("A-2",)


def test_an_agency_to_which_nothing_applies_is_complete_and_has_its_task() -> None:
    row = board_of(sheet("Dinkes", ("A-1", "n/a", None), ("A-2", "n/a", None))).opd[0]
    assert (row.state, row.expected) == (OpdState.COMPLETE, 0)
    assert row.not_applicable == ("A-1", "A-2")
    board = board_of(sheet("Dinkes", ("A-1", "n/a", None), ("A-2", "n/a", None)))
    assert "\n   2 n/a\n" in drawn(StatusPresentation(Language.EN, board, definition(FOUR), "."))


def test_any_error_in_its_files_makes_an_agency_faulty_and_its_cell_is_filled_in() -> None:
    book = sheet("Dinkes", ("A-1", "tiga", None), ("A-2", 2, None))
    assert seen(board_of(book))["dinkes"] == Seen("faulty", 2, 2, 1)


def test_an_empty_assessors_column_is_no_fault_of_the_agency() -> None:
    book = sheet("Dinkes", ("A-1", 3, 3), ("A-2", 2, None))
    assert seen(board_of(book))["dinkes"] == Seen("complete", 2, 2, 0)


def test_an_assessors_score_is_no_answer_of_an_agency_that_scores_itself() -> None:
    book = sheet("Dinkes", ("A-1", 3, 3), ("A-2", None, 2))
    assert seen(board_of(book))["dinkes"] == Seen("incomplete", 1, 2, 0)


def test_assessors_scores_are_the_answers_where_nobody_scores_itself() -> None:
    book = sheet("Dinkes", ("A-1", None, 3), ("A-2", None, None))
    assert seen(board_of(book))["dinkes"] == Seen("incomplete", 1, 2, 0)


def test_each_of_several_agencies_is_to_answer_and_their_weight_is_shared() -> None:
    board = board_of(SCHOOLS, sheet("dishub", path="c.xlsx"))
    assert (board.opd[1].answered, board.opd[2].answered) == (2, 0)
    assert [row.weight for row in board.opd] == [
        Fraction(7, 10),
        Fraction(5, 20),
        Fraction(1, 20),
    ]


def test_an_answer_in_the_file_of_an_agency_that_is_not_to_give_it_does_not_count() -> None:
    stranger = sheet("Dinkes", ("A-1", 3, None), ("A-2", 2, None), ("A-3", 1, None))
    board = board_of(stranger, sheet("Dinas Pendidikan", ("A-4", 2, None), path="b.xlsx"))
    assert seen(board)["disdik"] == Seen("incomplete", 1, 2, 0)
    assert board.opd[0].warnings == 1


def test_a_copy_of_an_answer_elsewhere_takes_nothing_from_who_is_to_give_it() -> None:
    stranger = sheet("Dinkes", ("A-1", 3, None), ("A-2", 2, None), ("A-3", 3, None))
    for books in ((stranger, SCHOOLS), (SCHOOLS, stranger)):
        assert seen(board_of(*books))["disdik"] == Seen("complete", 2, 2, 0)


def test_forms_that_list_everything_are_no_fault_of_who_fills_in_its_part() -> None:
    whole = sheet(
        "Dinkes", ("A-1", 3, None), ("A-2", 2, None), ("A-3", None, None), ("A-4", None, None)
    )
    assert seen(board_of(whole))["dinkes"] == Seen("complete", 2, 2, 0)


def test_the_higher_revision_counts_and_the_other_is_listed() -> None:
    newer = sheet("Dinkes", ("A-1", 3, None), ("A-2", 2, None), path="b.xlsx", revision=2)
    row = board_of(sheet("Dinkes", ("A-1", 9, None), path="a.xlsx", revision=1), newer).opd[0]
    assert (row.state, row.files, row.revision) == (OpdState.COMPLETE, ("b.xlsx",), 2)
    assert row.superseded == (("a.xlsx", 1),)


@pytest.mark.parametrize(("day", "late"), [(13, 0), (14, 1), (17, 4)])
def test_who_is_not_complete_is_late_from_the_day_after(day: int, late: int) -> None:
    board = board_of(HEALTH, today=date(2022, 9, day))
    assert [row.overdue_days for row in board.opd] == [0, late, late]


def test_the_day_that_is_asked_for_goes_before_the_profiles() -> None:
    board = board_of(today=date(2022, 9, 20), due=date(2022, 9, 19))
    assert (board.due, board.opd[0].overdue_days) == (date(2022, 9, 19), 1)


def test_without_a_day_nobody_is_late() -> None:
    board = board_of(profile=PROFILE._replace(due=None))
    assert (board.due, board.opd[0].overdue_days) == (None, None)


@pytest.mark.parametrize(
    ("book", "reason", "said", "nearest"),
    [
        (sheet(None, ("A-1", 3, None)), OtherFileReason.NO_OPD, None, None),
        (
            sheet(None, ("A-1", 3, None), path="Dinas Kesehatan.xlsx"),
            OtherFileReason.NO_OPD,
            None,
            "dinkes",
        ),
        (
            sheet("Dinas Kesehatn", ("A-1", 3, None)),
            OtherFileReason.UNKNOWN_OPD,
            "Dinas Kesehatn",
            "dinkes",
        ),
        (
            sheet("Dinkes", ("A-1", 3, None), unit="Kota Lain"),
            OtherFileReason.OTHER_UNIT,
            "Kota Lain",
            None,
        ),
        (
            sheet("Dinkes", ("A-1", 3, None), year=2021),
            OtherFileReason.OTHER_YEAR,
            "2021",
            None,
        ),
        (csv_table("", "Dinas_Kesehatan.csv"), OtherFileReason.UNREADABLE, None, "dinkes"),
        (without_rows(("Wilayah", "Kota Lain")), OtherFileReason.OTHER_UNIT, "Kota Lain", None),
        (without_rows(("Tahun", 2021)), OtherFileReason.OTHER_YEAR, "2021", None),
    ],
)
def test_a_file_that_is_no_agencys_lies_beside_the_board(
    book: Workbook, reason: OtherFileReason, said: str | None, nearest: str | None
) -> None:
    board = board_of(book, SCHOOLS)
    assert [
        (one.path, one.reason, one.said, one.nearest and one.nearest.id)
        for one in board.other_files
    ] == [(book.path, reason, said, nearest)]
    assert board.opd[0].state is OpdState.MISSING


def test_answers_in_a_file_of_no_known_agency_are_told_and_not_counted() -> None:
    row = board_of(sheet("Dinas Kesehatn", ("A-1", 3, None)), SCHOOLS).opd[0]
    assert (row.state, row.answered, row.elsewhere) == (OpdState.MISSING, 0, ("A-1",))
    assert [other.path for other in row.perhaps] == ["isian.xlsx"]


def test_a_file_with_an_agencys_name_that_cannot_be_read_is_perhaps_its_own() -> None:
    board = board_of(csv_table("", "Dinas_Kesehatan.csv"))
    assert [[one.path for one in row.perhaps] for row in board.opd] == [
        ["Dinas_Kesehatan.csv"],
        [],
        [],
    ]


def test_what_is_passed_over_is_named() -> None:
    board = board_of(passed_over=[Finding("F415", file="~$a.xlsx")])
    assert [(one.path, one.reason) for one in board.other_files] == [
        ("~$a.xlsx", OtherFileReason.PASSED_OVER)
    ]


def test_a_file_without_rows_is_its_agencys_and_faulty() -> None:
    row = board_of(without_rows(("OPD", "Dinkes"))).opd[0]
    assert (row.state, row.files, row.answered) == (OpdState.FAULTY, ("isian.xlsx",), 0)


def test_what_no_agency_answers_for_is_told() -> None:
    profile = PROFILE._replace(assign={"dinkes": ("A-1", "A-2")})
    book = sheet(None, ("A-3", 3, None), ("A-4", None, None))
    board = board_of(book, profile=profile)
    assert board.unassigned == Unassigned(("A-3", "A-4"), 1, Fraction(3, 10))


def test_an_agency_without_a_task_is_complete_where_others_have_one() -> None:
    profile = PROFILE._replace(assign={"dinkes": ("A-1",)})
    assert seen(board_of(profile=profile)) == {
        "dinkes": Seen("missing", 0, 1, 0),
        "disdik": Seen("complete", 0, 0, 0),
        "dishub": Seen("complete", 0, 0, 0),
    }


def test_where_nothing_is_assigned_each_is_to_send_a_file_and_fill_in_its_rows() -> None:
    profile = PROFILE._replace(assign={})
    book = sheet("Dinkes", ("A-1", 3, None), ("A-2", None, None))
    assert seen(board_of(book, profile=profile)) == {
        "dinkes": Seen("incomplete", 1, 2, 0),
        "disdik": Seen("missing", 0, 0, 0),
        "dishub": Seen("missing", 0, 0, 0),
    }


def test_a_group_that_is_given_is_one_answer_and_what_is_below_it_is_not_expected() -> None:
    profile = PROFILE._replace(assign={"dinkes": ("a",), "disdik": ("A-3",)})
    board = board_of(sheet("Dinkes", ("a", 3, None)), profile=profile)
    assert seen(board)["dinkes"] == Seen("complete", 1, 1, 0)
    assert seen(board)["disdik"] == Seen("complete", 0, 0, 0)
    assert board.opd[0].weight == 1


def test_the_board_is_of_the_year_that_is_asked_for() -> None:
    old = sheet("Dinkes", ("A-1", 3, None), ("A-2", 3, None), year=2021, path="lama.xlsx")
    assert board_of(old).year == 2021
    assert board_of(old, HEALTH).year == 2022
    board = board_of(old, HEALTH, hints=Hints(year=2021))
    assert (board.year, board.opd[0].files) == (2021, ("lama.xlsx",))


@pytest.mark.parametrize(
    ("profile", "hints", "key"),
    [
        (PROFILE._replace(opd=(), assign={}), None, "no-opd-list"),
        (PROFILE, Hints(unit="Kota Lain"), "profile-of-other-unit"),
        (PROFILE._replace(unit=None), None, "several-units"),
    ],
)
def test_what_gives_no_board_is_an_error(profile: Profile, hints: Hints | None, key: str) -> None:
    other = sheet("Dinkes", ("A-1", 3, None), unit="Kota Lain", path="z.xlsx")
    with pytest.raises(UsageError) as raised:
        board_of(HEALTH, other, profile=profile, hints=hints)
    assert raised.value.message == key


CELLS = st.sampled_from([None, 0, 3, 9, "tiga", "n/a", "belum dinilai"])


@st.composite
def folders(draw: st.DrawFn) -> list[Workbook]:
    """Files of agencies, each with its own rows, in some revision or none."""
    books = []
    for opd, ids in (("Dinkes", ("A-1", "A-2")), ("Dinas Pendidikan", ("A-3", "A-4"))):
        revisions = draw(st.lists(st.integers(1, 3), unique=True, max_size=2))
        for revision in revisions:
            rows = [(one, draw(CELLS), draw(st.none() | st.integers(0, 4))) for one in ids]
            books.append(sheet(opd, *rows, path=f"{opd} {revision}.xlsx", revision=revision))
    return books


@given(folders(), st.randoms())
def test_the_order_of_files_changes_nothing_and_weights_add_up_to_one(
    books: list[Workbook], random: Random
) -> None:
    board = board_of(*books)
    shuffled = list(books)
    random.shuffle(shuffled)
    assert board_of(*shuffled) == board
    total = sum((row.weight for row in board.opd), start=board.unassigned.weight)
    assert total in (0, 1)
    for row in board.opd:
        assert 0 <= row.answered <= row.expected == row.answered + len(row.unfilled)
        assert (row.state is OpdState.MISSING) == (not row.files and row.expected > 0)
