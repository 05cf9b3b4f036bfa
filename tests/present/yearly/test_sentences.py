"""What a report says where scale, score, movement or agreement is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from kediri_index.model.language import Language
from kediri_index.model.league import League
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Paragraph
from kediri_index.present.yearly.minutes import minutes
from kediri_index.present.yearly.report import document
from kediri_index.present.yearly.staircase import stair_rows
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

TWO = "indicators: [{id: A-1, in: a, name: Satu}, {id: A-2, in: a, name: Dua}]\n"
OPEN = "missing: {answers: exclude}\n"
PLAIN = TOP.replace("scale: {min: 0, max: 4}\n", "") + OPEN + ONE_GROUP + TWO
"""Without a scale."""
INDEX = TOP + OPEN + ONE_GROUP + TWO
TARGET = Profile(targets={2023: Fraction("3.4")})


def said_of(
    table: str,
    text: str = INDEX,
    profile: Profile | None = None,
    before: str | None = None,
    unit: str = "Kota A",
) -> Yearly:
    """Return the report on *unit*, of a table with the columns A-1 and A-2."""
    found = reported(table, text, profile, before, Hints(unit=unit))
    assert isinstance(found, Yearly)
    return found


def reported(
    table: str,
    text: str = INDEX,
    profile: Profile | None = None,
    before: str | None = None,
    hints: Hints | None = None,
) -> Yearly | League:
    by = definition(text)
    last = None if before is None else LastYear(submitted(before), by, "lama.csv")
    found = yearly_report(
        submitted(table), by, profile, hints=hints, previous=last, allow_errors=True
    ).found
    assert found is not None
    return found


def submitted(table: str) -> Submission:
    return Submission((csv_table(table),))


def table(*rows: str, columns: str = "A-1,A-2", year: int = 2023) -> str:
    """Return a table of units: each row is a name and its values."""
    cells = (row.split(",", 1) for row in rows)
    lines = [f"{name},{year},{values}" for name, values in cells]
    return "\n".join([f"unit,year,{columns}", *lines, ""])


def minutes_of(found: Yearly) -> str:
    """Return the paragraph that says what the figures say."""
    opening = minutes(found, Language.EN).sections[0].blocks[-1]
    assert isinstance(opening, Paragraph)
    return opening.text


def test_minutes_say_the_rank_and_what_is_not_there() -> None:
    ranked = minutes_of(said_of(table("Kota A,3,2", "Kota B,4,4"), PLAIN))
    assert "Kota A scores 2.50. Its rank is 2 of 2 units in these data." in ranked
    unscored = minutes_of(said_of(table("Kota A,n/a,n/a"), INDEX, TARGET))
    assert "Kota A has no score yet: no answer that counts. Target: 3.4." in unscored
    published = Profile(history={2022: Fraction("2.75")})
    last = table("Kota A,2,2", year=2022)
    moved = minutes_of(said_of(table("Kota A,3,2"), INDEX, published, last))
    assert (
        "rose by 0.50, from 2.00 in 2022. The published score of 2022 is 2.75; recomputed" in moved
    )


def test_without_a_scale_missing_answers_have_no_range() -> None:
    head = document(said_of(table("Kota A,3,"), PLAIN), Language.EN).head
    assert head.headline == "Provisional score 3.00: 1 of 2 values is missing"
    assert (head.scale, head.of) == (None, "")


def test_a_class_that_begins_beyond_the_scale_is_not_on_it() -> None:
    classes = "classes: [{name: Baik, below: 4}, {name: Istimewa}]\n"
    head = document(said_of(table("Kota A,3,2"), INDEX + classes), Language.EN).head
    assert head.scale is not None
    assert [one.name for one in head.scale.bands] == ["Baik"]


@pytest.mark.parametrize(
    ("rows", "headline", "has_ranking"),
    [
        (("Kota A,n/a,n/a", "Kota B,n/a,n/a"), "No unit has a score", False),
        (("Kota A,3,3", "Kota B,n/a,n/a"), "All scored units have the score 3.00", False),
        ([f"Kota {one},3,3" for one in "ABCDE"], "All scored units have the score 3.00", True),
    ],
)
def test_units_that_do_not_differ_are_neither_highest_nor_lowest(
    rows: Sequence[str], headline: str, *, has_ranking: bool
) -> None:
    made = document(reported(table(*rows)), Language.EN)
    ids = {one.id for one in made.sections}
    assert made.head.headline == headline
    assert ("ranking" in ids) is has_ranking
    assert not {"spread", "best"} & ids


def test_a_league_says_that_it_is_provisional_and_how_many_units_assessed_themselves() -> None:
    rows = ["A,2023,A-1,3", "A,2023,A-2,9", "B,2023,A-1,2", "B,2023,A-2,1"]
    long = "\n".join(["unit,year,code,self score", *(f"Kota {one}" for one in rows), ""])
    made = document(reported(long), Language.EN)
    assert made.warning == "Provisional: scored in spite of 1 error in the data."
    assert "Self-assessed, not an assessor's: 2 of 2 units." in made.head.summary


def pillars(names: str) -> str:
    """Return a definition of pillars by letters, each with one indicator."""
    groups = "".join(f"{{id: {one}, kind: pillar, name: Pilar {one}}}, " for one in names)
    leaves = "".join(f"{{id: {one}-1, in: {one}, name: Butir {one}}}, " for one in names)
    return f"{TOP}groups: [{groups}]\nindicators: [{leaves}]\n"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (lambda at: (at // 8, at // 4 % 2, at // 2 % 2), []),
        (lambda at: (at % 4, 3 - at % 4, at // 8), ["Most opposed: Pilar a and Pilar b (-1.00)."]),
    ],
)
def test_pillars_are_called_alike_or_opposed_only_where_they_are(
    values: Callable[[int], tuple[int, ...]], said: list[str]
) -> None:
    units = [f"Kota {at},{','.join(map(str, values(at)))}" for at in range(16)]
    made = document(reported(table(*units, columns="a-1,b-1,c-1"), pillars("abc")), Language.EN)
    (section,) = [one for one in made.sections if one.id == "relations"]
    assert [one.text for one in section.blocks if isinstance(one, Paragraph)] == said


def test_the_staircase_draws_the_largest_moves_and_steps_and_sums_up_the_rest() -> None:
    names = "abcdefghijklmn"
    columns = ",".join(f"{one}-1" for one in names)
    before, now = (
        table(f"Kota A{f',{value}' * len(names)}", columns=columns, year=year)
        for value, year in ((1, 2022), (2, 2023))
    )
    wanted = Profile(targets={2023: Fraction("3.9")}, costs={"a-1": Fraction(5)})
    found = said_of(now, pillars(names), wanted, before)
    rows = stair_rows(YearlyWording(found, Language.EN))
    rest = {one.label: one.change for one in rows if "other" in one.label}
    assert rest == {"4 other parts": Fraction(4, 14), "2 other steps": Fraction(3, 14)}
    assert [one.score for one in rows if one.level is not None] == [1, 2, Fraction(55, 14)]
    assert "Each level costs one" not in str(document(found, Language.EN))
