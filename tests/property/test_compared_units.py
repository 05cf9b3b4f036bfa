"""Many units compared at once are what each is by itself, whatever the answers and the tree."""

from __future__ import annotations

from fractions import Fraction
from unittest.mock import patch

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kediri_index import compare, scoring
from kediri_index.model.comparison import ComparedUnits, MovedUnits
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import Submission
from tests.findings.building import TOP, csv_table, definition

ENOUGH = Fraction(1, 10**9)
"""Scores of many units are doubles with a bound."""
QUESTIONS = ("a-1", "a-2", "b-1", "b-2")
CELLS = st.sampled_from(["", "0", "1", "2", "2.5", "3", "4"])
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=2, max_size=14)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Return an index of two groups with some weights and some aggregation."""
    weights = draw(st.lists(st.integers(1, 5), min_size=2, max_size=2))
    kind = draw(st.sampled_from(["arithmetic", "geometric", "min"]))
    groups = ", ".join(
        f"{{id: {one}, kind: pillar, name: {one}, weight: {weight}}}"
        for one, weight in zip("ab", weights, strict=True)
    )
    listed = "".join(f"  - {{id: {one}, in: {one[0]}, name: {one}}}\n" for one in QUESTIONS)
    return definition(f"{TOP}aggregate: {kind}\ngroups: [{groups}]\nindicators:\n{listed}")


def table(rows: list[list[str]], year: int) -> Submission:
    lines = [f"Kota {at},{year},{','.join(row)}\n" for at, row in enumerate(rows)]
    return Submission((csv_table(f"unit,year,{','.join(QUESTIONS)}\n{''.join(lines)}"),))


@settings(max_examples=40)
@given(old=ROWS, new=ROWS, old_by=definitions(), by=definitions(), many=st.sampled_from([2, 99]))
def test_each_of_many_is_what_it_is_alone_and_movers_add_up(
    old: list[list[str]], new: list[list[str]], old_by: Definition, by: Definition, many: int
) -> None:
    sides = table(old, 2025), table(new, 2026)
    with patch.object(scoring, "MANY_UNITS", many):  # in arrays, or one by one
        found = compare(*sides, by, old_definition=old_by, detail=True, allow_errors=True).units
    assume(found is not None)
    assert found is not None
    for one in found.units:
        alone = compare(
            *sides, by, old_definition=old_by, hints=Hints(one.new.unit), allow_errors=True
        ).comparison
        assert alone is not None
        assert one.parts is not None
        assert one.parts == alone
        assert (one.change_published, one.old_published) == (
            alone.change_published,
            alone.old_published,
        )
        assert abs(one.change - alone.change) < ENOUGH
        for ours, theirs in ((one.old, alone.old), (one.new, alone.new)):
            assert ours.overall.published == theirs.overall.published
            assert (ours.lead, ours.basis, ours.year) == (theirs.lead, theirs.basis, theirs.year)
    for moved in found.movers:
        adds_up(moved)
    largest_first(found)


def adds_up(moved: MovedUnits) -> None:
    """Check that the parts of the units that moved most are those of what they moved by."""
    top = sum(one.contribution for one in moved.contributions if one.parent is None)
    assert top + moved.weights + moved.set == moved.change
    assert moved.change == sum(one.change for one in moved.units)


def largest_first(found: ComparedUnits) -> None:
    """Check that no unit outside moved further than one among the movers."""
    for moved, sign in ((found.movers.score_up, 1), (found.movers.score_down, -1)):
        sizes = [one.change_published * sign for one in moved.units]
        every = sorted((one.change_published * sign for one in found.units), reverse=True)
        assert sizes == [size for size in every if size > 0][:5]
    for moved, sign in ((found.movers.rank_up, 1), (found.movers.rank_down, -1)):
        ranks = [(one.shared_ranks.change or 0) * sign for one in moved.units]
        every_rank = sorted(
            ((one.shared_ranks.change or 0) * sign for one in found.units), reverse=True
        )
        assert ranks == [size for size in every_rank if size > 0][:5]
