"""Of files with several units one is meant: the same way for all that is of one unit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from kediri_index import compare, plan, trace
from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.report import yearly_report
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

Chosen = tuple[str | None, int | None]
BY = definition(
    f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: A}}, {{id: A-2, in: a, name: B}}]\n"
)
SEVERAL = Submission(
    (csv_table("unit,year,A-1,A-2\nKota A,2021,1,2\nKota A,2022,2,3\nKota B,2022,3,2\n"),)
)
YEARLESS = Submission((csv_table("unit,A-1,A-2\nKota A,1,2\nKota B,2,3\n"),))


def traced(files: Submission, by: Definition, hints: Hints) -> Chosen:
    found = trace(files, by, hints=hints).trace
    assert found is not None
    return found.unit, found.year


def planned(files: Submission, by: Definition, hints: Hints) -> Chosen:
    outcome = plan(files, by, hints=hints, target=Fraction(4))
    return outcome.unit, outcome.year


def compared(files: Submission, by: Definition, hints: Hints) -> Chosen:
    found = compare(files, files, by, hints=hints).comparison
    assert found is not None
    return found.new.unit, found.new.year


def reported(files: Submission, by: Definition, hints: Hints) -> Chosen:
    found = yearly_report(files, by, hints=hints).yearly
    assert found is not None
    return found.result.unit, found.result.year


each_command = pytest.mark.parametrize("command", [traced, planned, compared, reported])
Command = Callable[[Submission, Definition, Hints], Chosen]


@each_command
@pytest.mark.parametrize(
    ("hints", "whose"),
    [
        (Hints("kota  b"), ("Kota B", 2022)),
        (Hints("Kota A", 2021), ("Kota A", 2021)),
        (Hints(year=2021), ("Kota A", 2021)),
        (Hints(theirs="Kota B"), ("Kota B", 2022)),
    ],
)
def test_the_unit_and_year_that_are_named_are_meant(
    command: Command, hints: Hints, whose: Chosen
) -> None:
    assert command(SEVERAL, BY, hints) == whose


@each_command
def test_where_the_files_have_no_year_it_is_the_one_that_is_said(command: Command) -> None:
    assert command(YEARLESS, BY, Hints("Kota A", 2024)) == ("Kota A", 2024)


@pytest.mark.parametrize("command", [traced, planned])
@pytest.mark.parametrize("hints", [Hints(), Hints(theirs="Kota C")])
def test_without_a_unit_the_names_are_told(command: Command, hints: Hints) -> None:
    with pytest.raises(UsageError) as raised:
        command(SEVERAL, BY, hints)
    known = raised.value.params["known"]
    assert (raised.value.message, known) == ("which-unit", ("Kota A", "Kota B"))


def test_the_years_of_one_file_are_compared() -> None:
    found = compare(SEVERAL, SEVERAL, BY)
    assert found.units is not None or found.comparison is not None
    assert found == compare(None, SEVERAL, BY)


def test_a_comparison_of_sides_that_share_no_unit_names_what_they_have() -> None:
    other = Submission((csv_table("unit,A-1,A-2\nKota C,1,2\nKota D,2,3\n"),))
    with pytest.raises(UsageError, match="no unit is on both sides") as raised:
        compare(other, YEARLESS, BY)
    assert raised.value.params == {"old": ("Kota C", "Kota D"), "new": ("Kota A", "Kota B")}


def test_a_report_without_a_unit_is_about_all_of_a_year() -> None:
    found = yearly_report(SEVERAL, BY, hints=Hints(year=2022)).league
    assert found is not None
    assert [one.unit for one in found.units] == ["Kota A", "Kota B"]
    assert (found.year, found.own) == (2022, None)
    with pytest.raises(UsageError) as raised:
        yearly_report(SEVERAL, BY)
    assert (raised.value.message, raised.value.params["known"]) == ("which-year", ("2021", "2022"))


@pytest.mark.parametrize("hints", [Hints("Kota B"), Hints(theirs="Kota B")])
def test_a_report_of_one_of_many_has_it_among_all_of_its_year(hints: Hints) -> None:
    found = yearly_report(SEVERAL, BY, hints=hints).yearly
    assert found is not None
    assert found.league is not None
    assert [one.unit for one in found.league.units] == ["Kota A", "Kota B"]
    assert found.league.own == 1


@pytest.mark.parametrize("command", [traced, planned])
def test_of_several_years_one_is_chosen(command: Command) -> None:
    with pytest.raises(UsageError) as raised:
        command(SEVERAL, BY, Hints("Kota A"))
    assert (raised.value.message, raised.value.params["known"]) == ("which-year", ("2021", "2022"))


@each_command
@pytest.mark.parametrize(
    ("hints", "message", "known"),
    [
        (Hints("Kota C"), "no-such-unit", ("Kota A", "Kota B")),
        (Hints("Kota A", 2020), "no-such-year", ("2021", "2022")),
    ],
)
def test_what_does_not_choose_one_is_wrong_usage(
    command: Command, hints: Hints, message: str, known: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError) as raised:
        command(SEVERAL, BY, hints)
    assert (raised.value.message, raised.value.params["known"]) == (message, known)


@each_command
def test_files_of_several_units_are_no_fault_of_the_unit_that_is_chosen(command: Command) -> None:
    """Here each has a file of its own."""
    both = Submission(
        (
            csv_table("unit,year,A-1,A-2\nKota A,2022,2,3\n", "a.csv"),
            csv_table("unit,year,A-1,A-2\nKota B,2022,2,3\n", "b.csv"),
        )
    )
    assert command(both, BY, Hints("Kota B", theirs="Kota B")) == ("Kota B", 2022)
