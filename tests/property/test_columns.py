"""Units that are scored as columns come to what each comes to by itself, to the last digit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.api import as_columns
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.columns import blocks
from kediri_index.scoring.later_units import LaterUnits, are_sums
from tests.findings.building import definition
from tests.property.test_bulk import (
    IDS,
    PREPARE,
    as_csv,
    as_numbers,
    both_ways,
    cells,
    definitions,
    one_by_one,
    outcome,
    plain_texts,
    tables,
    three_decimals,
)
from tests.scores_as_text import score_csv, score_json, score_table

METHODS = (
    *("", "", "", ", score: {method: as_given, outside: clip}"),
    ", score: {method: goalposts, min: 0, max: 80}",
    ", direction: lower, score: {method: goalposts, min: 10, max: 90}",
    ", score: {method: goalposts, min: 0, max: 70, to: [1, 5]}",
    ", score: {method: goalposts, min: 0, max: 80, outside: error}",
    ", score: {method: goalposts, min: 1, max: 100, transform: log}",
    ", score: {method: bands, bands: [{below: 40, score: 1}, {score: 4}]}",
    *(", score: {method: min_max}", ", direction: lower, score: {method: min_max, years: each}"),
    *(", score: {method: z_score}", ", score: {method: z_score, mean: 50, sd: 10}"),
    *(", score: {method: rank}", ", score: {method: percentile_rank, ties: average}"),
)
PLAIN_METHODS = tuple(
    one for one in METHODS if not any(word in one for word in ("error", "log", "bands"))
)
"""Those of which any number has a score, so that it is kept as a number."""
WEIGHTS = ("1", "2", "0.5", "3", "7", "0", "0.333333333333333", "123456.789")
STAGES = ("indicators", "pillar", "overall", "terms")
ties = st.integers(0, 2000).map(lambda twentieths: f"{twentieths / 20:g}")
"""Of which means lie on ties of one decimal: 0.05, 2.25."""
long = st.builds(
    lambda parts, places: f"{parts / 10**13:.{places}f}",
    st.integers(0, 10**15 - 1),
    st.sampled_from((4, 6, 13, 14)),
)
binary = st.sampled_from(("72.20999999999999", "3.3349999999999995", "0.30000000000000004"))
gap = st.sampled_from(("", "", "NA"))
zero_or_all = st.sampled_from(("0", "100"))
many_cells = st.one_of(
    st.one_of(ties, plain_texts, gap, zero_or_all),
    st.one_of(ties, plain_texts, gap, zero_or_all),
    st.one_of(ties, three_decimals, plain_texts, long, binary, ties, gap, zero_or_all),
)
"""Mostly such that a unit has nothing but plain numbers and gaps."""


@st.composite
def sums(draw: st.DrawFn) -> Definition:
    """A tree of weighted means, three levels deep at most, with or without weights."""
    weighted = draw(st.booleans())
    methods = draw(st.sampled_from((METHODS, PLAIN_METHODS, PLAIN_METHODS)))

    def weight() -> str:
        return f", weight: {draw(st.sampled_from(WEIGHTS))}" if weighted else ""

    stages = draw(st.lists(st.sampled_from(STAGES), unique=True))
    indicators = "\n".join(
        f"  - {{id: {one}, in: {one[0].lower()}, name: {one}{draw(st.sampled_from(methods))}"
        f"{weight()}}}"
        for one in IDS
    )
    names = {name: f"id: {name}, kind: pillar, name: {name}{weight()}" for name in "abc"}
    optional = draw(st.sampled_from(("", ", optional: true")))
    min_present = draw(st.sampled_from(("", "", ", min_present: 0.6")))
    return definition(
        f"""\
kediri_index: 1
id: uji
version: "1"
status: own
title: Indeks uji
scale: {{min: 0, max: 100}}
publish: {{decimals: {draw(st.integers(0, 3))}, round: [{", ".join(stages)}]}}
missing: {{answers: {draw(st.sampled_from(("error", "exclude", "zero")))}{min_present}}}
classes: [{{name: Rendah, below: 40}}, {{name: Tinggi}}]
classes_on: {draw(st.sampled_from(("score", "published")))}
kinds: {{pillar: {{name: Pilar}}}}
{draw(st.sampled_from((*[""] * 8, *PREPARE)))}
groups:
  - {{{names["a"]}, groups: [{{{names["b"]}}}]}}
  - {{{names["c"]}{optional}}}
indicators:
{indicators}
"""
    )


@contextmanager
def as_columns_from(units: int, *, with_numpy: bool = True) -> Iterator[None]:
    """Let so many units be many, a few plain ones be enough, and blocks of them small."""

    def can_be(_units: object, used: Definition) -> bool:
        return with_numpy and are_sums(used)

    with ExitStack() as stack:
        stack.enter_context(patch.object(as_columns, "LEAST_UNITS", units))
        stack.enter_context(patch("kediri_index.api.score.can_be_columns", can_be))
        stack.enter_context(patch.object(blocks, "BLOCK", 5))
        yield


def assert_the_same_three_times(used: Definition, read: Callable[[], Workbook]) -> None:
    """Compare columns, bulk without numpy, and every unit and cell by itself."""
    book, apart = both_ways(read)
    with as_columns_from(1):
        columns = outcome(used, book)
        assert isinstance(columns.units, LaterUnits)
        shown = score_csv(columns), score_table(columns, Language.EN)
    with as_columns_from(1, with_numpy=False):
        bulk = outcome(used, book)
        assert shown == (score_csv(bulk), score_table(bulk, Language.EN))
    with one_by_one():
        single = outcome(used, apart)
        expected = score_csv(single), score_table(single, Language.EN)
        as_json = score_json(single, Language.EN, detail=True)
    assert shown == expected
    assert score_json(columns, Language.EN, detail=True) == as_json
    assert columns == bulk == single


@settings(max_examples=50)
@given(used=sums(), rows=tables(many_cells))
def test_sums_as_columns_are_those_of_the_exact_engine(
    used: Definition, rows: list[list[str]]
) -> None:
    assert_the_same_three_times(used, partial(as_csv, rows))


@settings(max_examples=12)
@given(used=st.one_of(sums(), definitions()), rows=tables(cells))
def test_whatever_is_no_plain_number_or_no_sum_is_scored_by_itself(
    used: Definition, rows: list[list[str]]
) -> None:
    assert_the_same_three_times(used, partial(as_csv, rows))


@settings(max_examples=6)
@given(used=sums(), rows=tables(many_cells))
def test_workbooks_too(used: Definition, rows: list[list[str]]) -> None:
    assert_the_same_three_times(used, partial(as_numbers, rows))
