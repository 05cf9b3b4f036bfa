"""Ordinary tables of many units are scored in doubles alone, and come to what fractions do."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from kediri_index.scoring.exact import Exact
from tests.findings.building import definition
from tests.property.test_arrays import assert_alike, in_arrays
from tests.property.test_bulk import as_csv, outcome
from tests.scores_as_text import score_csv

METHODS = {
    "given": "",
    "goalposts": ", score: {method: goalposts, min: 1, max: 97}",
    "lower": ", direction: lower, score: {method: goalposts, min: 1, max: 97, to: [1, 5]}",
    "logarithms": ", score: {method: goalposts, min: 1, max: 200, transform: log}",
    "bands": ", score: {method: bands, bands: [{below: 40, score: 1}, {up_to: 70, score: 50}, "
    "{score: 100}]}",
    "achievement": ", score: {method: achievement, target: 70, cap: 1.2}",
    "target range": ", score: {method: achievement, target: [40, 60]}",
    "levels": ", score: {method: levels, fractional: true, levels: {0: {name: a, score: 7}, "
    "50: {name: b, score: 20}, 100: {name: c, score: 90}}}",
    "min_max": ", score: {method: min_max}",
    "z_score": ", score: {method: z_score, mean: 50, sd: 10}",
    "rank": ", direction: lower, score: {method: rank, ties: average}",
    "percentile": ", score: {method: percentile_rank, years: each}",
    "reference": ", score: {method: distance_to_reference, unit: Kota 3, cap: true}",
    "target": ", score: {method: distance_to_target, target: 80}",
    "quantiles": ", score: {method: quantile_bands, bands: 4}",
}
AGGREGATIONS = (
    *("arithmetic", "sum", "geometric", "harmonic", "min", "max", "median", "copeland"),
    *("{power: 2}", "{power: -0.5}", "{mpi: -1}", "{mpi: 1}"),
)
IDS = ("A-1", "A-2", "A-3", "B-1", "B-2", "C-1")


def table(decimals: int, *ids: str) -> list[list[str]]:
    """Nine units in two years, with some gaps."""
    rows = [["unit", "year", *(ids or IDS)]]
    for place in range(18):
        year, unit = divmod(place, 9)
        numbers = (1 + 7919 * (6 * place + at) % 9973 / 103 for at in range(6))
        texts = (f"{one:.{decimals}f}" for one in numbers)
        rows.append([f"Kota {unit}", str(2022 + year), *texts])
    for place in range(3, 17, 4):
        rows[place][2 + place % 6] = ""
        rows[place + 1][4] = "NA"
    return rows


def index(method: str, aggregate: str, *, weights: bool, more: str) -> str:
    weight = iter((", weight: 2", ", weight: 0.5", ", weight: 1") if weights else [""] * 3)
    own = iter((", weight: 3", ", weight: 1", ", weight: 0.25") if weights else [""] * 3)
    first = [f"  - {{id: {one}, in: a, name: {one}{method}{next(own)}}}" for one in IDS[:3]]
    rest = [f"  - {{id: {one}, in: {one[0].lower()}, name: {one}}}" for one in IDS[3:]]
    a, b, c = (f"id: {one}, kind: pillar, name: {one}{next(weight)}" for one in "abc")
    return "\n".join(
        (
            "kediri_index: 1",
            'id: uji\nversion: "1"\nstatus: own\ntitle: Indeks uji',
            "scale: {min: 0, max: 100}",
            "classes: [{name: Rendah, below: 40}, {name: Tinggi}]",
            "kinds: {pillar: {name: Pilar}}",
            more,
            f"groups:\n  - {{{a}, aggregate: {aggregate}, groups: [{{{b}}}]}}\n  - {{{c}}}",
            "indicators:",
            *first,
            *rest,
        )
    )


def are_sure(text: str, rows: list[list[str]]) -> None:
    used, book = definition(text), as_csv(rows)
    few = outcome(used, book)
    assert few.units is not None, few.findings
    expected = tuple(few.units), score_csv(few)
    with in_arrays(), patch.object(Exact, "combined", side_effect=AssertionError("exactly")):
        many = outcome(used, book)
        assert many.units is not None
        found = tuple(many.units), score_csv(many)
    assert_alike(expected[0], found[0])
    mine, theirs = (
        [line.split(",") for line in text.splitlines()] for text in (found[1], expected[1])
    )
    assert [line[:5] + line[6:8] for line in mine] == [line[:5] + line[6:8] for line in theirs]


PLAIN = "missing: {answers: exclude}\npublish: {decimals: 2, round: [overall]}"
STAGED = """\
missing: {answers: exclude, min_present: 0.3}
publish: {decimals: 1, round: [indicators, pillar, terms]}
classes_on: score"""
ZERO = "missing: {answers: zero}\npublish: {decimals: 3, round: [pillar, overall]}"


@pytest.mark.parametrize("method", METHODS)
def test_of_any_method(method: str) -> None:
    are_sure(index(METHODS[method], "arithmetic", weights=True, more=STAGED), table(2))


@pytest.mark.parametrize("aggregate", AGGREGATIONS)
def test_of_any_aggregation(aggregate: str) -> None:
    are_sure(index("", aggregate, weights=True, more=PLAIN), table(8))
    are_sure(index("", aggregate, weights=False, more=ZERO), table(8))


@pytest.mark.parametrize("more", [PLAIN, STAGED, ZERO])
def test_of_groups_that_are_given_in_some_units(more: str) -> None:
    rows = [row[:7] for row in table(8, *IDS[:3], "b", "c")]
    are_sure(index("", "arithmetic", weights=True, more=more), rows)


def test_of_parts_of_the_whole_that_lie_on_ties() -> None:
    """A quarter of the geometric mean of 1 and 4 is 0.5, which doubles alone cannot tell."""
    groups = "groups: [{id: a, kind: pillar, name: a, weight: 1, aggregate: geometric}, "
    used = definition(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\n"
        "scale: {min: 0, max: 100}\nkinds: {pillar: {name: Pilar}}\n"
        f"publish: {{decimals: 0, round: [terms]}}\n{groups}"
        "{id: c, kind: pillar, name: c, weight: 3}]\nindicators:\n"
        + "".join(f"  - {{id: {one}, in: {one[0].lower()}, name: {one}}}\n" for one in IDS[:2])
        + "  - {id: C-1, in: c, name: C-1}\n"
    )
    rows = [["unit", "year", "A-1", "A-2", "C-1"], ["X", "2022", "1", "4", "4"]]
    with in_arrays():
        found = outcome(used, as_csv([*rows, ["Y", "2022", "2", "8", "2"]])).units
    assert found is not None
    assert [one.overall.published for one in found] == [4, 3]
