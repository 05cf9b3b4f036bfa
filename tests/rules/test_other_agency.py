from __future__ import annotations

from kediri_index.model.dataset import Answer, Missing
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Opd, Profile
from kediri_index.rules.agencies import other_agency
from tests.rules.building import at, context
from tests.scoring.building import Value, answer, group, index, question, reading, unit

TREE = index(
    group("p", question("a"), question("b"), question("open")),
    group("q", question("own")._replace(opd=("disdik", "unlisted"))),
)
PROFILE = Profile(
    opd=(
        Opd("dinkes", "Dinas Kesehatan", "Dinkes"),
        Opd("disdik", "Dinas Pendidikan"),
        Opd("dinsos", "Dinas Sosial"),
    ),
    assign={"dinkes": ("a",), "disdik": ("b", "q"), "dinsos": ("b",)},
)
HEALTH = {"data.xlsx": "dinkes"}


def found(
    *answers: Answer,
    agencies: dict[str, str] | None = None,
    profile: Profile | None = PROFILE,
) -> list[Finding]:
    data = unit(*answers)._replace(agencies=agencies or {})
    return list(other_agency(context(TREE, data, profile=profile)))


def row(name: str, value: Value | Missing, opd: str | None = None, place: str = "B7") -> Answer:
    return answer(name, value)._replace(row=at(place), opd=opd)


def test_an_answer_in_the_file_of_an_agency_that_others_answer_for_is_named_at_its_row() -> None:
    (one,) = found(row("a", 3), row("b", 3, place="B8"), agencies=HEALTH)
    assert one == Finding.at_cell(
        "X307",
        at("B8"),
        "b",
        "b",
        opd="Dinas Kesehatan",
        assigned=("Dinas Pendidikan", "Dinas Sosial"),
    )


def test_a_given_group_and_the_definitions_own_assignment_count_too() -> None:
    both = found(row("q", 3), row("own", 3), agencies=HEALTH)
    assert [(one.indicator, one.params["assigned"]) for one in both] == [
        ("q", ("Dinas Pendidikan",)),
        ("own", ("Dinas Pendidikan", "unlisted")),
    ]


def test_what_is_assigned_to_nobody_is_open_to_all() -> None:
    assert found(row("open", 3), agencies=HEALTH) == []


def test_one_of_several_agencies_may_answer() -> None:
    assert found(row("b", 3), agencies={"data.xlsx": "dinsos"}) == []


def test_a_row_without_a_number_is_no_answer() -> None:
    target = answer("b", Missing.NOT_DUE, target=5)
    assert found(row("b", Missing.EMPTY), target, agencies=HEALTH) == []


def test_without_a_known_file_the_rows_own_agency_is_taken_in_any_spelling() -> None:
    named = found(row("a", 3, "DINKES"), row("b", 3, "Dinas  kesehatan", place="B8"))
    assert [(one.cell, one.params["opd"]) for one in named] == [("B8", "Dinas Kesehatan")]


def test_a_name_that_the_profile_does_not_know_names_nobody() -> None:
    assert found(row("b", 3, "Dinas Kesehatan dan Sosial")) == []


def test_a_known_file_goes_before_the_rows_own_agency() -> None:
    assert found(row("a", 3, "Dinas Sosial"), agencies=HEALTH) == []


def test_a_number_from_another_file_is_named_at_its_cell() -> None:
    other = reading(3)._replace(source=at("H8", "sosial.xlsx"))
    shared = row("a", Missing.EMPTY)._replace(assessor=(other,))
    agencies = HEALTH | {"sosial.xlsx": "dinsos"}
    (one,) = found(shared, agencies=agencies)
    assert (one.file, one.cell, one.params["opd"]) == ("sosial.xlsx", "H8", "Dinas Sosial")


def test_two_numbers_of_one_file_are_one_answer() -> None:
    twice = row("b", 3)._replace(self_score=reading(2))
    assert len(found(twice, agencies=HEALTH)) == 1


def test_nothing_is_said_without_a_profile() -> None:
    assert found(row("b", 3), agencies=HEALTH, profile=None) == []
