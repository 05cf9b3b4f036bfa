"""Many units at once come to what each comes to by itself, cell by cell and step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from functools import partial
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.aggregation import Weighted
from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Answer
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.rounding import TIE, ranks
from kediri_index.sheets.rows import wide as wide_rows
from kediri_index.sheets.rows.unit import UnitBuilder
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition, workbook
from tests.scores_as_text import score_csv, score_json

METHODS = (
    "",
    ", valid: [1, 90]",
    ", score: {method: as_given, outside: clip}",
    ", score: {method: goalposts, min: 0, max: 80}",
    ", direction: lower, score: {method: goalposts, min: 10, max: 90}",
    ", score: {method: goalposts, min: 0, max: 80, outside: error}",
    ", score: {method: goalposts, min: 1, max: 100, transform: log}",
    ", score: {method: bands, bands: [{below: 40, score: 1}, {score: 4}]}",
    ", score: {method: achievement, target: 50}",
    ", direction: lower, score: {method: achievement, target: 30, cap: 1}",
    ", score: {method: achievement, target: [20, 60]}",
    ", score: {method: levels, levels: {0: a, 40: b, 100: c}}",
    ", score: {method: levels, levels: {0: a, 40: b, 100: c}, spread: true, fractional: true}",
    ", score: {method: yes_no, yes: 1, no: 0}",
    ", score: {method: min_max}",
    ", direction: lower, score: {method: min_max, years: each}",
    ", score: {method: z_score}",
    ", score: {method: z_score, mean: 50, sd: 10}",
    ", score: {method: rank}",
    ", score: {method: percentile_rank, ties: average}",
    ", score: {method: distance_to_max}",
    ", score: {method: quantile_bands, bands: 3}",
)
AGGREGATIONS = (
    *("arithmetic", "sum", "geometric", "harmonic", "{power: 2}", "min", "max", "median"),
    *("{mpi: -1}", "copeland"),
)
PREPARE = (
    "",
    "prepare: [{impute: {method: mean}}]",
    "prepare: [{treat: {method: winsorise, winmax: 2}}, {screen: {min_present: 0.5}}]",
)
IDS = ("A-1", "A-2", "B-1", "B-2", "C-1", "C-2")


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """A tree of two levels whose indicators, groups and whole are scored in different ways."""
    few = st.sampled_from(("", ", weight: 2", ", weight: 0.5"))
    weighted = draw(st.booleans())
    weights = iter([draw(few) or ", weight: 1" if weighted else "" for _ in range(3)])
    aggregates = [draw(st.sampled_from(AGGREGATIONS)) for _ in range(4)]
    sums = ("terms",) if aggregates[3] == "arithmetic" else ()  # where there is none there are none
    stages = draw(st.lists(st.sampled_from(("indicators", "pillar", "overall", *sums))))
    groups = [
        f"{{id: {name}, kind: pillar, name: {name}, aggregate: {aggregate}{next(weights)}"
        for name, aggregate in zip("abc", aggregates, strict=False)
    ]
    indicators = "\n".join(
        f"  - {{id: {one}, in: {one[0].lower()}, name: {one}{draw(st.sampled_from(METHODS))}}}"
        for one in IDS
    )
    min_present = draw(st.sampled_from(("", ", min_present: 0.6")))
    return definition(
        f"""\
kediri_index: 1
id: uji
version: "1"
status: own
title: Indeks uji
scale: {{min: 0, max: 100}}
publish: {{decimals: 1, round: [{", ".join(dict.fromkeys(stages))}]}}
missing: {{answers: {draw(st.sampled_from(("error", "exclude", "zero")))}{min_present}}}
classes: [{{name: Rendah, below: 40}}, {{name: Tinggi}}]
kinds: {{pillar: {{name: Pilar}}}}
aggregate_top: {aggregates[3]}
{draw(st.sampled_from(PREPARE))}
groups:
  - {groups[0]}, groups: [{groups[1]}}}]}}
  - {groups[2]}}}
indicators:
{indicators}
"""
    )


plain_texts = st.integers(0, 1000).map(lambda tenths: f"{tenths / 10:g}")
odd_texts = st.sampled_from(
    (
        *("", "", " ", "-", "n/a", "tidak berlaku", "belum", "007", "1,5", "1.250", "0.125", "-0"),
        *("-3", " 5 ", "12%", "101", "1e2", "1.2.3", "abc", "0.50", "1234567890123456789"),
        *("#N/A", "99.999", "NA", "NA", " nan ", "null"),
        *("ya", " Tidak.", "TRUE", "setengah", "b", " C"),
    )
)
cells = st.one_of(plain_texts, plain_texts, plain_texts, odd_texts)


@st.composite
def tables(draw: st.DrawFn, cell: st.SearchStrategy[str] = cells) -> list[list[str]]:
    """A wide table of some units and years, perhaps with a column of given scores."""
    ids = draw(st.permutations((*IDS, "a", "b")))[: draw(st.integers(4, 8))]
    rows = [["unit", "year", *ids]]
    for name in range(draw(st.integers(1, 6))):
        years = (2022, 2023)[: draw(st.integers(1, 2))]
        rows += [[f"Kota {name}", str(year), *(draw(cell) for _ in ids)] for year in years]
    if draw(st.integers(0, 5)) == 0:
        rows.append([*rows[-1]])  # a unit twice
    return rows


def as_csv(rows: list[list[str]]) -> Workbook:
    return csv_table("".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows))


def as_numbers(rows: list[list[str]]) -> Workbook:
    """A workbook whose cells are numbers where they can be."""

    def value(text: str) -> object:
        try:
            return float(text)
        except ValueError:
            return text or None

    return workbook({"Data": [rows[0], *([row[0], *map(value, row[1:])] for row in rows[1:])]})


@contextmanager
def one_by_one() -> Iterator[None]:
    """Every cell is read and validated by itself, nothing is kept, and sums are of Fractions."""
    real = UnitBuilder.all_answers  # what bulk is made of is taken away

    def answers(unit: UnitBuilder) -> dict[str, Answer]:
        return dict(real(unit))

    def added(pairs: Weighted) -> Fraction:
        return sum((share * score for share, score in pairs), start=Fraction(0))

    with ExitStack() as stack:
        for replaced in (
            patch.object(wide_rows, "plain_of", lambda *_: None),
            patch.object(UnitBuilder, "all_answers", answers),
            patch("kediri_index.model.aggregation.sum_of_products", added),
        ):
            stack.enter_context(replaced)
        yield


def outcome(used: Definition, book: Workbook) -> ScoreOutcome:
    return score(Submission((book,)), used, allow_errors=True)


def assert_same_as_one_by_one(used: Definition, read: Callable[[], Workbook]) -> None:
    book = read()
    bulk = outcome(used, book)
    shown = score_csv(bulk), score_json(bulk, Language.EN, detail=True)
    with one_by_one():
        single = outcome(used, book)
        expected = score_csv(single), score_json(single, Language.EN, detail=True)
    assert bulk == single
    assert shown == expected


@settings(max_examples=15)
@given(used=definitions(), rows=tables())
def test_a_text_table_is_scored_in_bulk_as_it_is_one_by_one(
    used: Definition, rows: list[list[str]]
) -> None:
    assert_same_as_one_by_one(used, partial(as_csv, rows))


@settings(max_examples=10)
@given(used=definitions(), rows=tables())
def test_a_workbook_is_scored_in_bulk_as_it_is_one_by_one(
    used: Definition, rows: list[list[str]]
) -> None:
    assert_same_as_one_by_one(used, partial(as_numbers, rows))


@settings(max_examples=10)
@given(used=definitions(), rows=tables(plain_texts))
def test_whole_tables_too(used: Definition, rows: list[list[str]]) -> None:
    assert_same_as_one_by_one(used, partial(as_csv, rows))


three_decimals = st.integers(1, 99_999).map(lambda number: f"{number / 1000:g}")


@settings(max_examples=10)
@given(used=definitions(), rows=tables(three_decimals | three_decimals | cells), data=st.data())
def test_tables_of_three_decimals_too(
    used: Definition, rows: list[list[str]], data: st.DataObject
) -> None:
    if data.draw(st.booleans()):
        rows = [[cell.translate(str.maketrans(".,", ",.")) for cell in row] for row in rows]
    assert_same_as_one_by_one(used, partial(as_csv, rows))


@pytest.mark.parametrize("value", ["3", "3,25", "1.234", "1,234"])
def test_the_bulk_way_is_taken_and_can_be_taken_away(value: str) -> None:
    proof = "2.5" if "." in value else "2,5"
    book = as_csv([["unit", "year", "A-1"], ["Kota A", "2022", proof], ["Kota B", "2022", value]])
    used = definition()
    bulk = outcome(used, book).data
    with one_by_one():
        single = outcome(used, book).data
    assert bulk is not None
    assert single is not None
    assert [type(unit.answers) for unit in bulk.units] == [UnitAnswers, UnitAnswers]
    assert not any(
        isinstance(one.answers, UnitAnswers) and one.answers.others for one in bulk.units
    )
    assert [type(unit.answers) for unit in single.units] == [dict, dict]


near = st.builds(
    lambda whole, parts, hair: Fraction(whole, 7) + parts * TIE / 2 + Fraction(hair, 10**60),
    st.integers(0, 1),
    st.integers(-3, 3),
    st.integers(-1, 1),
)


@given(st.lists(st.none() | near | st.fractions(0, 1)))
def test_a_rank_is_one_more_than_the_number_of_scores_above_by_more_than_a_tie(
    scores: list[Fraction | None],
) -> None:
    there = [score for score in scores if score is not None]
    assert ranks(scores) == [
        None if score is None else 1 + sum(other > score + TIE for other in there)
        for score in scores
    ]
