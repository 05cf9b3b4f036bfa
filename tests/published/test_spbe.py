"""Every published SPBE result that comes with its inputs, from each level that is printed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kediri_index.archive.published import inputs_of, recompute_published
from kediri_index.model.bundle import (
    CLASS,
    OVERALL,
    ComputedFrom,
    FigureState,
    PublishedTable,
    Recomputed,
)
from kediri_index.model.scores import UnitResult
from kediri_index.usecases.inputs import load_definition, read_workbooks
from tests.published.conftest import facts
from tests.published.tables import (
    Row,
    figures_of,
    scored,
    shipped,
    shipped_row,
    submission,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
CURRENT, OLD = "spbe-2020", "spbe-2018"
TABLES = [
    table
    for table in shipped().values()
    if table.definition in {CURRENT, OLD} and table.level is not ComputedFrom.NONE
]
ASPECTS = {
    CURRENT: tuple(f"spbe-a{number}" for number in range(1, 9)),
    OLD: tuple(f"spbe18-a{number}" for number in range(1, 8)),
}
DOMAINS = {
    CURRENT: tuple(f"spbe-d{number}" for number in range(1, 5)),
    OLD: ("spbe18-policy", "spbe18-governance", "spbe18-services"),
}
INDICATORS = {
    CURRENT: tuple(f"SPBE-{number:02d}" for number in range(1, 48)),
    OLD: (*(f"SPBE18-{number:02d}" for number in range(1, 36)), "SPBE18-35-2", "SPBE18-35-3"),
}
DENPASAR_2021_SELF = "2244444244 4424 3453 45 22422335 333 5335543355 532555"
DENPASAR_2018_SELF = "1313333 3111355155 15 33 355 2155535 525555"
KEMENKO = "Kemenko Perekonomian"


@pytest.fixture(scope="module")
def figures() -> list[Recomputed]:
    """Every published figure of SPBE beside the computed one."""
    names = {table.name for table in TABLES}
    return [one for one in recompute_published() if one.table.name in names]


def row_of(unit: str, year: int, level: ComputedFrom, definition: str = CURRENT) -> Row:
    (table,) = (
        one
        for one in TABLES
        if (one.definition, one.level) == (definition, level)
        and (one.rows[0].unit, one.rows[0].year) == (unit, year)
    )
    return shipped_row(table.name, unit)


def answers_of(definition: str, answers: str) -> dict[str, str]:
    return dict(zip(INDICATORS[definition], answers.replace(" ", ""), strict=True))


def result_of(inputs: Row, definition: str, folder: Path, year: int = 2021) -> UnitResult:
    row = {"region": "X", "year": str(year), **inputs}
    (result,) = scored(submission(folder / "a.csv", [row], tuple(inputs)), definition).values()
    return result


def test_index_domains_and_aspects_are_the_printed_ones_but_for_the_listed_deviations(
    figures: list[Recomputed],
) -> None:
    assert {one.state for one in figures} == {FigureState.SAME, FigureState.DEVIATES}
    assert len(TABLES) == len({one.table.name for one in figures}) == 30
    assert sum(one.state is FigureState.DEVIATES for one in figures) == 8


def test_a_deviation_is_no_larger_than_printed_inputs_can_make_it(
    figures: list[Recomputed], tmp_path: Path
) -> None:
    for one in figures:
        if one.state is not FigureState.DEVIATES:
            continue
        inputs = dict(zip(one.table.inputs, one.row.inputs, strict=True))
        found = figures_of(result_of(inputs, one.table.definition or "", tmp_path, one.row.year))
        exact = found[one.node].score
        assert exact is not None
        # Each input is off by 0.005 at most, a weighted mean no more, the print by as much again.
        assert abs(exact - Fraction(one.printed)) <= Fraction("0.01")
        assert one.why is not None


def printed(fact: dict[str, Any], table: PublishedTable) -> dict[str, Fraction]:
    """What a file of facts has for the index and its parts, but for what *table* starts from."""
    found = {OVERALL: Fraction(str(fact["index"]))}
    for ids, key in ((DOMAINS, "domains"), (ASPECTS, "aspects")):
        if key in fact:
            figures = (Fraction(str(figure)) for figure in fact[key].values())
            found |= dict(zip(ids[table.definition or ""], figures, strict=True))
    return {node: figure for node, figure in found.items() if node not in table.inputs}


def test_every_result_that_is_known_with_its_inputs_is_shipped() -> None:
    long = "Kementerian Koordinator Bidang Perekonomian"
    known = [one for one in facts("spbe-results.yaml")["results"] if "domains" in one]
    by_unit: dict[tuple[str, int], list[PublishedTable]] = {}
    for table in TABLES:
        (row,) = table.rows
        by_unit.setdefault((row.unit.casefold(), row.year), []).append(table)
    for fact in known:
        name = fact["region"].replace(long, KEMENKO).casefold()
        tables = {table.level: table for table in by_unit.pop((name, fact["year"]))}
        for table in tables.values():
            (row,) = table.rows
            figures = {key: one for key, one in row.printed.items() if key != CLASS}
            assert {key: Fraction(one) for key, one in figures.items()} == printed(fact, table)
        for key, level in (("domains", ComputedFrom.DOMAINS), ("aspects", ComputedFrom.ASPECTS)):
            assert (key in fact) is (level in tables)
            if key in fact:
                inputs = [Fraction(one) for one in tables[level].rows[0].inputs]
                assert inputs == [Fraction(str(one)) for one in fact[key].values()]
        deepest = fact.get("indicators") or fact.get("indicators_assessor")
        if deepest:
            assert list(tables[ComputedFrom.ANSWERS].rows[0].inputs) == list(map(str, deepest))
            assert (
                inputs_of(tables[ComputedFrom.ANSWERS])
                == INDICATORS[tables[ComputedFrom.ANSWERS].definition or ""]
            )
    assert len(known) == 13
    assert list(by_unit) == [("contoh permen panrb 59/2020", 2021)]


def test_the_weights_of_the_older_regulation_are_shares_of_the_whole() -> None:
    (weights, *_) = [
        one["weights"] for one in facts("spbe-results.yaml")["results"] if "weights" in one
    ]
    definition = load_definition(OLD)
    nodes = definition.nodes()
    for ids, key in ((DOMAINS, "domains"), (ASPECTS, "aspects")):
        assert [nodes[node].weight for node in ids[OLD]] == list(weights[key].values())
    assert sum(one.weight or 0 for one in definition.groups) == 100


def test_every_deviation_comes_from_printed_inputs_and_none_from_answers(
    figures: list[Recomputed],
) -> None:
    off = [one for one in figures if one.state is FigureState.DEVIATES]
    assert {one.table.level for one in off} == {ComputedFrom.ASPECTS, ComputedFrom.DOMAINS}


def test_the_deepest_level_gives_every_index_but_one(figures: list[Recomputed]) -> None:
    deepest: dict[tuple[str, int], Recomputed] = {}
    for one in figures:
        if one.node == OVERALL:
            deepest.setdefault((one.row.unit, one.row.year), one)
    off = [key for key, one in deepest.items() if one.state is FigureState.DEVIATES]
    assert off == [("Rata-rata kabupaten", 2021)]


def test_kemenko_perekonomian_without_any_rounding(tmp_path: Path) -> None:
    row = row_of(KEMENKO, 2021, ComputedFrom.ANSWERS)
    answers = {key: row[key] for key in INDICATORS[CURRENT]}
    found = figures_of(result_of(answers, CURRENT, tmp_path))
    assert found["overall"].score == Fraction("2.9475")
    assert found["spbe-a8"].score == Fraction(19, 6)


def test_kota_denpasar_2019_would_be_3_34_with_the_domain_rounded_first(tmp_path: Path) -> None:
    row = row_of("Kota Denpasar", 2019, ComputedFrom.MIXED, OLD)
    answers = {key: value for key, value in row.items() if key.startswith("SPBE18-")}
    domains = {"spbe18-policy": "3", "spbe18-governance": "3"}
    assert result_of({**domains, **answers}, OLD, tmp_path).overall.score == Fraction(10, 3)
    rounded = result_of({**domains, "spbe18-services": "3.61"}, OLD, tmp_path)
    assert rounded.overall.score == Fraction("3.3355")


@pytest.mark.parametrize(
    ("answers", "definition", "index"),
    [(DENPASAR_2021_SELF, CURRENT, "3.75"), (DENPASAR_2018_SELF, OLD, "3.67")],
)
def test_what_kota_denpasar_gave_itself(
    answers: str, definition: str, index: str, tmp_path: Path
) -> None:
    result = result_of(answers_of(definition, answers), definition, tmp_path)
    assert result.overall.published == Fraction(index)


@pytest.mark.parametrize(
    ("index", "name"),
    [
        ("1", "Kurang"),
        ("1.79", "Kurang"),
        ("1.8", "Cukup"),
        ("2.59", "Cukup"),
        ("2.6", "Baik"),
        ("3.5", "Sangat Baik"),
        ("4.2", "Memuaskan"),
        ("5", "Memuaskan"),
    ],
)
def test_an_exact_bound_belongs_to_the_higher_class(index: str, name: str, tmp_path: Path) -> None:
    inputs = dict.fromkeys(("spbe-d1", "spbe-d2", "spbe-d3", "spbe-d4"), index)
    found = result_of(inputs, CURRENT, tmp_path).class_label
    assert found is not None
    assert found.main == name


def test_the_class_is_the_printed_one(figures: list[Recomputed]) -> None:
    classes = {(one.row.unit, one.row.year): one.computed for one in figures if one.node == CLASS}
    assert classes == {
        (KEMENKO, 2021): "Baik",
        ("Kabupaten Aceh Tengah", 2025): "Cukup",
        ("Kabupaten Aceh Jaya", 2025): "Baik",
    }


def test_the_weights_of_the_regulation_are_shares_of_the_whole() -> None:
    definition = load_definition(CURRENT)
    nodes = definition.nodes()
    assert len(list(definition.all_indicators())) == 47
    assert [str(nodes[f"spbe-a{n}"].weight) for n in range(1, 9)] == [
        *("13", "10", "10", "5", "12", "9/2", "55/2", "18"),
    ]
    assert sum(one.weight or 0 for one in definition.all_indicators()) == 100


def test_the_example_of_kota_denpasar_has_both_scores() -> None:
    files = read_workbooks(EXAMPLES / "kota-denpasar-2021.xlsx")
    (result,) = scored(files, CURRENT).values()
    row = row_of("Kota Denpasar", 2021, ComputedFrom.ANSWERS)
    printed = {node: row[node] for node in (OVERALL, *DOMAINS[CURRENT])}
    found = figures_of(result)
    assert {node: found[node].published for node in printed} == {
        node: Fraction(figure) for node, figure in printed.items()
    }
    assert result.self_total is not None
    assert result.self_total.figure.score == Fraction("3.7495")
