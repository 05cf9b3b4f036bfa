"""Many units in arrays come to what each comes to by itself: published figures digit for digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.scores import Scores
from tests.findings.building import definition
from tests.property.test_bulk import (
    IDS,
    PREPARE,
    as_csv,
    as_numbers,
    cells,
    definitions,
    outcome,
    plain_texts,
    tables,
    three_decimals,
)
from tests.scores_as_text import score_csv, score_table

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
def in_arrays() -> Iterator[None]:
    """Let one unit be many."""
    with patch("kediri_index.scoring.MANY_UNITS", 1):
        yield


NEARLY = Fraction(1, 10**12)
EXACT = {"published", "gap", "change", "rank", "weight", "groups", "low", "high"}
"""What is the same to the last digit; scores, shares and parts are the same to 12 digits."""


def assert_alike(one: object, other: object, name: str = "") -> None:
    """Compare two results field by field."""
    if isinstance(one, Fraction) and isinstance(other, Fraction) and name not in EXACT:
        assert abs(one - other) <= NEARLY * max(abs(one), Fraction(1)), name
    elif isinstance(one, tuple) and isinstance(other, tuple) and hasattr(one, "_fields"):
        for field, mine, theirs in zip(one._fields, one, other, strict=True):
            assert_alike(mine, theirs, field)
    elif isinstance(one, tuple) and isinstance(other, tuple):
        assert len(one) == len(other), name
        for mine, theirs in zip(one, other, strict=True):
            assert_alike(mine, theirs, name)
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        assert list(one) == list(other), name
        for key in one:
            assert_alike(one[key], other[key], name)
    else:
        assert one == other, (name, one, other)


def published_of(text: str) -> list[list[str]]:
    """Whose, path, kind, published figure and weight of each row."""
    rows = [line.split(",") for line in text.splitlines()]
    return [row[:5] + row[6:8] for row in rows]


def assert_arrays_are_sure(used: Definition, book: Workbook) -> None:
    """Compare scores of arrays with those of each unit by itself."""
    few = outcome(used, book)
    with in_arrays():
        many = outcome(used, book)
        results = None if many.units is None else tuple(many.units)
        if isinstance(many.units, Scores):
            assert tuple(many.units.only(range(0, len(many.units), 2))) == tuple(many.units)[::2]
        shown = score_csv(many), score_table(many, Language.EN)
    if few.units is None or results is None:
        assert few.units is results is None
        return
    assert few.findings == many.findings
    assert_alike(tuple(few.units), results)
    expected = score_csv(few), score_table(few, Language.EN)
    assert shown[1] == expected[1]
    mine, theirs = (
        [line.split(",") for line in text.splitlines()] for text in (shown[0], expected[0])
    )
    assert [line[:5] + line[6:8] for line in mine] == [line[:5] + line[6:8] for line in theirs]


@settings(max_examples=60)
@given(used=sums(), rows=tables(many_cells))
def test_means_of_arrays_are_those_of_fractions(used: Definition, rows: list[list[str]]) -> None:
    assert_arrays_are_sure(used, as_csv(rows))


@settings(max_examples=60)
@given(used=definitions(), rows=tables(st.one_of(many_cells, many_cells, cells)))
def test_any_method_and_aggregation_in_arrays_is_that_of_fractions(
    used: Definition, rows: list[list[str]]
) -> None:
    assert_arrays_are_sure(used, as_csv(rows))


@settings(max_examples=6)
@given(used=sums(), rows=tables(many_cells))
def test_workbooks_too(used: Definition, rows: list[list[str]]) -> None:
    assert_arrays_are_sure(used, as_numbers(rows))


HEAD = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Indeks uji
scale: {min: 0, max: 100}
"""


def test_a_root_of_a_score_near_nothing_is_computed_exactly() -> None:
    used = definition(
        HEAD
        + """\
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: a, aggregate: geometric}]
indicators:
  - {id: A-1, in: a, name: Satu, score: {method: goalposts, min: 100, max: 170}}
  - {id: A-2, in: a, name: Dua}
"""
    )
    row = ["Kota A", "2022", "100.000012345678", "97"]
    other = ["Kota B", "2022", "100.000000345671", "99"]
    assert_arrays_are_sure(used, as_csv([["unit", "year", "A-1", "A-2"], row, other]))


def test_ranks_of_scores_that_are_just_apart_are_those_of_fractions() -> None:
    """Two scores are equal up to 1e-10 of each other; so shown digits do not tell."""
    used = definition(
        HEAD
        + """\
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: a}]
indicators:
  - {id: A-1, in: a, name: Satu, weight: 6}
  - {id: A-2, in: a, name: Dua, weight: 1}
"""
    )
    rows = [
        [f"Kota {base}{end}", "2022", f"{base}.1", f"{base}.200000000{end}"]
        for base in range(17, 57, 10)
        for end in ("000", "701", "699")
    ]
    assert_arrays_are_sure(used, as_csv([["unit", "year", "A-1", "A-2"], *rows]))


def test_ranks_of_large_sums_are_those_of_fractions() -> None:
    """Doubles of their size are farther from each other than what counts as equal."""
    used = definition(
        HEAD
        + """\
kinds: {pillar: {name: Pilar}}
aggregate_top: sum
groups: [{id: a, kind: pillar, name: a, weight: 1000, aggregate: sum}]
indicators:
  - {id: A-1, in: a, name: Satu, weight: 1000}
  - {id: A-2, in: a, name: Dua, weight: 0.0000001}
"""
    )
    rows = [
        [f"Kota {base}{end}", "2022", base, f"0.{end}"]
        for base in ("97.1", "41.3")
        for end in ("0", "0000001", "00001", "00002", "9")
    ]
    rows = [[f"{row[0]} {at}", *row[1:]] for at, row in enumerate(rows)]
    assert_arrays_are_sure(used, as_csv([["unit", "year", "A-1", "A-2"], *rows]))


def test_classes_of_scores_just_off_their_bounds_are_those_of_fractions() -> None:
    """A bound within 1e-10 counts as met; the doubles beside that are told apart exactly."""
    used = definition(
        HEAD
        + """\
classes: [{name: Rendah, below: 40.1}, {name: Sedang, up_to: 60.7}, {name: Tinggi}]
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: a}]
indicators:
  - {id: A-1, in: a, name: Satu}
  - {id: A-2, in: a, name: Dua}
"""
    )
    ends = (*("0000000000", "0000000001", "0000000002", "0000000003"), "00000000019")
    values = [f"{base}{end}" for base in ("40.1", "60.7") for end in ends]
    values += [f"{base}{end}" for base in ("40.0", "60.6") for end in ("9999999998", "9999999997")]
    rows = [[f"Kota {at}", "2022", value, value] for at, value in enumerate(values)]
    rows += [["Kota X", "2022", "", ""], ["Kota Y", "2022", "40.1", "40.1000000002"]]
    rows += [["Kota Z", "2022", "60.7", "60.700000000201"]]  # 1.005e-10 above
    rows += [["Kota A", "2022", "40.1", "40.099999999799"]]  # 1.005e-10 below
    assert_arrays_are_sure(used, as_csv([["unit", "year", "A-1", "A-2"], *rows]))
