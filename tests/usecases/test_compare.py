"""What two results that are compared come to, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index import compare
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.comparison import CompareOutcome, Comparison, ShapleyMethod
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.scores import PreviousBasis
from kediri_index.usecases.inputs import Submission, load_definition, read_workbooks
from tests.findings.building import HERE, ONE_GROUP, TOP, csv_table, definition, long_sheet, scores

ROOT = Path(__file__).parents[2]
CONFIG, EXAMPLES = ROOT / "config", ROOT / "examples"
TWO_GROUPS = (
    "groups: [{id: a, kind: pillar, name: A, weight: 1}, {id: b, kind: pillar, name: B, weight: 3}]"
)


def index(*questions: str, top: str = "", groups: str = ONE_GROUP) -> Definition:
    listed = "".join(f"  - {{id: {one}, in: {one[0].lower()}, name: {one}}}\n" for one in questions)
    return definition(f"{TOP}{top}\n{groups}\nindicators:\n{listed}")


TWO = index("A-1", "A-2")


def table(*rows: str, header: str = "A-1,A-2") -> Submission:
    lines = [f"unit,year,{header}", *rows]
    return Submission((csv_table("".join(f"{line}\n" for line in lines)),))


def outcome(  # noqa: PLR0913 - the options of the command
    old: Submission,
    new: Submission,
    by: Definition = TWO,
    old_by: Definition | None = None,
    *,
    hints: Hints | None = None,
    old_hints: Hints | None = None,
    value: Lead | None = None,
) -> CompareOutcome:
    return compare(
        old, new, by, old_definition=old_by, hints=hints, old_hints=old_hints, value=value
    )


def of_kota_kediri() -> Comparison:
    return found(
        outcome(
            read_workbooks(EXAMPLES / "kota-kediri-2022.xlsx"),
            read_workbooks(EXAMPLES / "kota-kediri-2023.xlsx"),
            load_definition(CONFIG / "pillars.yaml"),
            load_definition(CONFIG / "kominfo-2022-reguler.yaml"),
        )
    )


def found(result: CompareOutcome) -> Comparison:
    assert result.comparison is not None, [finding.code for finding in result.findings]
    return result.comparison


def parts(result: Comparison) -> dict[str, Fraction]:
    """What adds up, where it is not 0."""
    named = {one.id: one.contribution for one in result.players()}
    named |= {"weights": result.weights, "set": result.set}
    assert sum(named.values()) == result.change
    return {name: value for name, value in named.items() if value}


OLD, NEW = table("Kota A,2022,2,3"), table("Kota A,2023,3,1")


def test_each_answer_contributes_what_it_changed_times_its_share() -> None:
    result = found(outcome(OLD, NEW))
    assert parts(result) == {"A-1": Fraction(1, 2), "A-2": Fraction(-1)}
    assert (result.change, result.method) == (Fraction(-1, 2), ShapleyMethod.CLOSED_FORM)


def test_a_group_is_the_sum_of_its_answers_and_no_player() -> None:
    (group, *answers) = found(outcome(OLD, NEW)).contributions
    assert (group.id, group.kind, group.player, group.contribution) == (
        "a",
        "pillar",
        False,
        Fraction(-1, 2),
    )
    assert [(one.id, one.kind, one.parent, one.player) for one in answers] == [
        ("A-1", None, "a", True),
        ("A-2", None, "a", True),
    ]
    assert [f"{one.before} {one.after}" for one in answers] == ["2 3", "3 1"]


def test_the_same_on_both_sides_is_no_change_and_no_part() -> None:
    result = found(outcome(OLD, OLD))
    assert result.change == result.change_published == 0
    assert parts(result) == {}


def test_kota_kediri_fell_most_by_its_output() -> None:
    result = of_kota_kediri()
    largest = min(result.players(), key=lambda one: one.contribution)
    assert (largest.id, largest.contribution) == ("output", Fraction(-104, 1000))
    assert {"impact"} <= set(
        parts(result)
    )  # six pillars are given on one side, it itself on the other


def test_the_published_change_is_the_ministrys_recomputed_by_the_new_rules() -> None:
    """Letter B-1384/2023: 3.20 - 3.32 = -0.12, although 3.31 had been published."""
    result = of_kota_kediri()
    assert result.change_published == Fraction(-12, 100)
    assert result.basis is PreviousBasis.RECOMPUTED
    assert result.old_published == Fraction(332, 100)
    assert result.old.overall.published == Fraction(331, 100)
    assert result.new.overall.published == Fraction(320, 100)


def test_changed_weights_are_a_part_of_their_own() -> None:
    heavier = index("A-1", "B-1", groups=TWO_GROUPS.replace("weight: 1", "weight: 3"))
    before = index("A-1", "B-1", groups=TWO_GROUPS)
    data = table("Kota A,2022,4,0", header="A-1,B-1"), table("Kota A,2023,4,0", header="A-1,B-1")
    assert parts(found(outcome(*data, heavier, before))) == {"weights": Fraction(1)}


def test_weights_out_of_100_instead_of_1_change_nothing() -> None:
    times_ten = TWO_GROUPS.replace("weight: 1", "weight: 10").replace("weight: 3", "weight: 30")
    more = index("A-1", "B-1", "B-2", groups=times_ten)
    before = index("A-1", "B-1", groups=TWO_GROUPS)
    data = (
        table("Kota A,2022,4,0", header="A-1,B-1"),
        table("Kota A,2023,4,0,2", header="A-1,B-1,B-2"),
    )
    result = found(outcome(*data, more, before))
    assert parts(result) == {"set": Fraction(3, 4)}
    assert (result.added, result.dropped) == (("B-2",), ())


def test_added_and_dropped_questions_are_one_part() -> None:
    data = table("Kota A,2022,2,3"), table("Kota A,2023,2,4", header="A-1,A-3")
    result = found(outcome(*data, index("A-1", "A-3"), TWO))
    assert parts(result) == {"set": Fraction(1, 2)}
    assert (result.added, result.dropped) == (("A-3",), ("A-2",))


def test_an_answer_that_came_is_a_changed_answer() -> None:
    some = index("A-1", "A-2", top="missing: {answers: exclude}")
    result = found(outcome(table("Kota A,2022,2,"), table("Kota A,2023,2,4"), some))
    assert parts(result) == {"A-2": Fraction(1)}


def test_where_no_combination_has_a_score_the_middle_stands_in() -> None:
    some = index("A-1", "A-2", top="missing: {answers: exclude}")
    result = found(outcome(table("Kota A,2022,2,"), table("Kota A,2023,,4"), some))
    assert parts(result) == {"A-1": Fraction(1), "A-2": Fraction(1)}


def test_a_mean_that_is_no_sum_is_taken_apart_exactly() -> None:
    by = index("A-1", "A-2", top="aggregate: harmonic")
    result = found(outcome(table("Kota A,2022,1,1"), table("Kota A,2023,2,4"), by))
    before, first, second, after = 1, Fraction(4, 3), Fraction(8, 5), Fraction(8, 3)
    assert parts(result) == {
        "A-1": ((first - before) + (after - second)) / 2,
        "A-2": ((second - before) + (after - first)) / 2,
    }
    assert result.method is ShapleyMethod.ENUMERATION


def test_a_wide_table_is_compared_with_itself_a_year_before() -> None:
    both = table("Kota A,2022,2,3", "Kota A,2023,3,3", "Kota B,2023,1,1")
    result = outcome(both, both, hints=Hints("Kota A", 2023), old_hints=Hints("kota  a", 2022))
    assert parts(found(result)) == {"A-1": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("hints", "message", "known"),
    [
        (Hints(), "which-year", ("2022", "2023")),
        (Hints("Kota A"), "which-year", ("2022", "2023")),
        (Hints("Kota C"), "no-such-unit", ("Kota A", "Kota B")),
        (Hints("Kota A", 2021), "no-such-year", ("2022", "2023")),
    ],
)
def test_which_unit_and_year_are_meant_must_be_said(
    hints: Hints, message: str, known: tuple[object, ...]
) -> None:
    both = table("Kota A,2022,2,3", "Kota A,2023,3,3", "Kota B,2023,1,1")
    with pytest.raises(UsageError) as error:
        outcome(OLD, both, hints=hints, old_hints=Hints())
    assert (error.value.message, error.value.params["known"]) == (message, known)


def test_with_errors_nothing_is_compared_unless_it_is_asked_for() -> None:
    wrong = table("Kota A,2023,9,1")
    refused = outcome(OLD, wrong)
    assert (refused.comparison, refused.partial) == (None, False)
    some = index("A-1", "A-2", top="missing: {answers: exclude}")
    let_be = compare(OLD, wrong, some, allow_errors=True)
    assert let_be.partial
    assert found(let_be).change == Fraction(-3, 2)


OTHER_SCALE = definition(
    f"{TOP.replace('max: 4', 'max: 5')}{ONE_GROUP}\n"
    "indicators: [{id: A-1, in: a, name: A}, {id: A-2, in: a, name: B}]\n"
)
COMPETING = index("A-1", "A-2", top="aggregate_top: copeland")
SOME = index("A-1", "A-2", top="missing: {answers: exclude}")
LEVELS = definition(
    f"{TOP}{ONE_GROUP}\nscore: {{method: goalposts, min: 0, max: 4}}\n"
    "indicators: [{id: A-1, in: a, name: A}, {id: A-2, in: a, name: B}]\n"
)


@pytest.mark.parametrize(
    ("code", "result"),
    [
        ("S601", lambda: outcome(table("Kota A,2022,n/a,n/a"), NEW, SOME)),
        ("S602", lambda: outcome(NEW, OLD)),
        ("S603", lambda: outcome(OLD, table("Kota B,2023,3,1"))),
        ("S604", lambda: outcome(OLD, NEW, TWO, OTHER_SCALE)),
        ("S606", lambda: outcome(OLD, NEW, LEVELS, TWO)),
        (
            "S607",
            lambda: outcome(
                OLD,
                table("Kota A,2023,3,1", "Kota B,2023,1,1"),
                COMPETING,
                TWO,
                hints=Hints("Kota A"),
            ),
        ),
    ],
)
def test_what_must_be_said_of_the_two_is_said(
    code: str, result: Callable[[], CompareOutcome]
) -> None:
    (finding,) = (one for one in result().findings if not one.code.startswith("S33"))  # n/a
    assert finding.code == code
    for language in Language:
        for sentence in (message_of(finding, language), repair_of(finding, language)):
            assert sentence
            assert "{" not in sentence


def test_scores_of_agencies_and_of_assessors_are_told_apart() -> None:
    by_agencies = long_sheet(("Kode", "Nilai mandiri"), ("A-1", 3), ("A-2", 2))
    result = outcome(
        Submission((by_agencies,)),
        Submission((scores(("A-1", 3), ("A-2", 2)),)),
        hints=HERE,
        old_hints=HERE._replace(year=2021),
    )
    assert [finding.code for finding in result.findings] == ["S341"]
    assert result.comparison is None


def test_a_mixture_that_is_asked_for_is_compared_with_a_warning() -> None:
    both = ("Kode", "Nilai mandiri", "Nilai asesor")
    partly = long_sheet(both, ("A-1", 3, 3), ("A-2", 2, None))
    assessed = long_sheet(both, ("A-1", 3, 3), ("A-2", 2, 3))
    result = outcome(
        Submission((partly,)),
        Submission((assessed,)),
        hints=HERE,
        old_hints=HERE._replace(year=2021),
        value=Lead.ASSESSOR_ELSE_SELF,
    )
    assert [finding.code for finding in result.findings] == ["S605"]
    assert (found(result).old.year, found(result).new.year) == (2021, 2022)


def test_a_table_of_scores_that_says_not_whose_they_are_is_compared_without_a_word() -> None:
    by_agencies = long_sheet(("Kode", "Nilai mandiri"), ("A-1", 3), ("A-2", 2))
    result = outcome(
        table("Kota Uji,2021,3,2"),
        Submission((by_agencies,)),
        hints=HERE,
        old_hints=HERE._replace(year=2021),
    )
    assert result.findings == ()
    assert found(result).old.year == 2021


def test_a_workbook_given_groups_on_one_side_and_answers_on_the_other_moves_as_a_group() -> None:
    some = index("A-1", "A-2", "B-1", groups=TWO_GROUPS)
    data = (
        table("Kota A,2022,3,1", header="a,B-1"),
        table("Kota A,2023,1,3,1", header="A-1,A-2,B-1"),
    )
    result = found(outcome(*data, some))
    assert parts(result) == {"a": Fraction(-1, 4)}
    assert [one.id for one in result.players()] == ["a", "B-1"]


def test_what_each_opd_contributed_is_the_sum_of_its_answers() -> None:
    by = definition(
        f"{TOP}{ONE_GROUP}\nindicators:\n"
        "  - {id: A-1, in: a, name: A, opd: dinkes}\n"
        "  - {id: A-2, in: a, name: B, opd: [dinkes, disdik]}\n"
    )
    result = found(outcome(OLD, NEW, by))
    assert result.by_opd == {"dinkes": Fraction(0), "disdik": Fraction(-1, 2)}


def test_more_answers_than_can_be_looked_at_together_are_divided_by_sampled_orders() -> None:
    names = [f"A-{number}" for number in range(21)]
    by = index(*names, top="aggregate: harmonic")
    header = ",".join(names)
    old, new = (
        f"Kota A,{year},{','.join(str(1 + (number + more) % 3) for number in range(21))}"
        for year, more in ((2022, 0), (2023, 1))
    )
    result = found(outcome(table(old, header=header), table(new, header=header), by))
    changed = [name for name in parts(result) if name in names]  # and they add up
    assert (result.method, len(changed)) == (ShapleyMethod.SAMPLED, 21)
    assert result.error is not None
    assert 0 < result.error.standard_error < Fraction(1, 1000)


def test_scores_among_units_are_those_of_their_own_side_and_it_says_so() -> None:
    by = index("A-1", top="score: {method: min_max}")
    result = outcome(
        table("Kota A,2022,1", "Kota B,2022,3", header="A-1"),
        table("Kota A,2023,2", "Kota B,2023,4", "Kota C,2023,1", header="A-1"),
        by,
        hints=Hints("Kota A"),
    )
    assert parts(found(result)) == {"A-1": Fraction(4, 3)}
    assert [finding.code for finding in result.findings] == ["S606"]


def test_a_group_that_compares_units_moves_as_a_whole() -> None:
    by = index(
        *("A-1", "A-2", "B-1"),
        groups=TWO_GROUPS.replace("name: A,", "name: A, aggregate: copeland,"),
    )
    header = "A-1,A-2,B-1"
    result = outcome(
        table("Kota A,2022,1,1,1", "Kota B,2022,3,3,1", header=header),
        table("Kota A,2023,4,4,1", "Kota B,2023,3,3,1", header=header),
        by,
        hints=Hints("Kota A"),
    )
    assert parts(found(result)) == {"a": Fraction(2, 4)}


def test_weights_that_leave_nothing_to_score_are_worth_the_middle_too() -> None:
    """By the new weights the old question counts for nothing, and the new one was not asked."""
    before = definition(f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: A, weight: 1}}]\n")
    after = definition(
        f"{TOP}{ONE_GROUP}\nindicators:\n"
        "  - {id: A-1, in: a, name: A, weight: 0}\n"
        "  - {id: A-2, in: a, name: B, weight: 1}\n"
    )
    data = table("Kota A,2022,2", header="A-1"), table("Kota A,2023,2,4")
    result = found(outcome(*data, after, before))
    assert parts(result) == {"weights": Fraction(1, 2), "set": Fraction(3, 2)}


def test_many_units_in_a_notebook_are_a_table_and_at_a_prompt_a_line() -> None:
    old = table("Kota A,2022,2,3", "Kota B,2022,1,1")
    new = table("Kota A,2023,3,3", "Kota B,2023,1,0")
    result = outcome(old, new)
    assert result.units is not None
    assert [one.change_published for one in result.units.units] == [Fraction(1, 2), Fraction(-1, 2)]
    assert "comparison of 2 units" in repr(result)
    assert "Kota B" in result._repr_html_()
