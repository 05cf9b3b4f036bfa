"""Every published SPBE result that comes with its inputs, from each level that is printed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from kediri_index.api.load import load_definition
from kediri_index.api.read import read_workbooks
from kediri_index.model.results import Figure, UnitResult
from tests.published.conftest import facts
from tests.published.spbe_results import (
    ASPECTS,
    CURRENT,
    DENPASAR_2018_SELF,
    DENPASAR_2021_SELF,
    DOMAINS,
    OLD,
    RESULTS,
    Inputs,
    Result,
    answers_of,
)
from tests.published.tables import figures_of, scored, submission

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = [
    pytest.param(result, level, id=f"{result.name} {result.year}: {level}")
    for result in RESULTS
    for level in result.levels()
]


class Deviation(NamedTuple):
    """Where one figure, computed from printed ones, is not what was printed for it."""

    name: str
    year: int
    level: str
    node: str
    computed: str
    printed: str
    why: str


ROUNDED = "the printed aspects are rounded means over agencies"
DEVIATIONS = (
    Deviation("Rata-rata nasional", 2021, "aspects", "spbe-d3", "1.24", "1.23", ROUNDED),
    Deviation("Rata-rata kementerian", 2021, "aspects", "spbe-d4", "3.50", "3.49", ROUNDED),
    Deviation("Rata-rata lembaga lain", 2021, "aspects", "spbe-d3", "1.24", "1.25", ROUNDED),
    Deviation("Rata-rata kabupaten", 2021, "aspects", "spbe-d3", "1.18", "1.17", ROUNDED),
    Deviation("Rata-rata kabupaten", 2021, "aspects", "overall", "2.12", "2.11", ROUNDED),
    Deviation(
        "Kabupaten Aceh Tengah",
        2025,
        "domains",
        "overall",
        "2.60",
        "2.59",
        "services are printed as 3.75; their aspects give 3.7486, and the index 2.5946",
    ),
    Deviation(
        "Kota Denpasar",
        2018,
        "aspects",
        "spbe18-governance",
        "2.28",
        "2.29",
        "ICT is printed as 2.33; its answers give 7/3, and the domain 2.2857",
    ),
    Deviation(
        "Kota Denpasar",
        2019,
        "domains",
        "overall",
        "3.34",
        "3.33",
        "services are printed as 3.61; their answers give 3.6061, and the index 3.33",
    ),
)


def result_of(inputs: Inputs, definition: str, folder: Path, year: int = 2021) -> UnitResult:
    row = {"region": "X", "year": str(year), **inputs}
    (result,) = scored(submission(folder / "a.csv", [row], tuple(inputs)), definition).values()
    return result


def deviations_of(result: Result, found: dict[str, Figure]) -> dict[str, Fraction | None]:
    """The computed figures, by node, that are not what was printed."""
    return {
        node: found[node].published
        for node, printed in result.printed().items()
        if node in found and found[node].published != Fraction(printed)
    }


@pytest.mark.parametrize(("result", "level"), CASES)
def test_index_domains_and_aspects_are_the_printed_ones_but_for_the_listed_deviations(
    result: Result, level: str, tmp_path: Path
) -> None:
    inputs = result.levels()[level]
    found = figures_of(result_of(inputs, result.definition, tmp_path, result.year))
    assert deviations_of(result, found) == {
        one.node: Fraction(one.computed)
        for one in DEVIATIONS
        if (one.name, one.year, one.level) == (result.name, result.year, level)
    }


@pytest.mark.parametrize("deviation", DEVIATIONS)
def test_a_deviation_is_no_larger_than_printed_inputs_can_make_it(
    deviation: Deviation, tmp_path: Path
) -> None:
    (result,) = (r for r in RESULTS if (r.name, r.year) == (deviation.name, deviation.year))
    inputs = result.levels()[deviation.level]
    found = figures_of(result_of(inputs, result.definition, tmp_path, result.year))
    exact = found[deviation.node].score
    assert exact is not None
    assert result.printed()[deviation.node] == deviation.printed
    # Each input is off by 0.005 at most, a weighted mean no more, and the print by as much again.
    assert abs(exact - Fraction(deviation.printed)) <= Fraction("0.01")
    assert deviation.why


def test_every_result_that_is_known_with_its_inputs_is_typed() -> None:
    long = "Kementerian Koordinator Bidang Perekonomian"
    typed = {(one.name.casefold(), one.year): one for one in RESULTS}
    known = [one for one in facts("spbe-results.yaml")["results"] if "domains" in one]
    for fact in known:
        name = fact["region"].replace(long, "Kemenko Perekonomian").casefold()
        one = typed.pop((name, fact["year"]))
        printed = {node: Fraction(figure) for node, figure in one.printed().items()}
        assert printed["overall"] == Fraction(str(fact["index"]))
        for ids, key in ((DOMAINS, "domains"), (ASPECTS, "aspects")):
            if one.levels().get(key) and key in fact:
                figures = [Fraction(str(figure)) for figure in fact[key].values()]
                assert figures == [printed[node] for node in ids[one.definition]]
            assert (key in fact) is (key in one.levels())
        deepest = fact.get("indicators") or fact.get("indicators_assessor")
        if deepest:
            assert list(one.levels()["answers"].values()) == list(map(str, deepest))
    assert len(known) == 13
    assert [one.name for one in typed.values()] == ["Contoh Permen PANRB 59/2020"]


def test_the_weights_of_the_older_regulation_are_shares_of_the_whole() -> None:
    (weights, *_) = [
        one["weights"] for one in facts("spbe-results.yaml")["results"] if "weights" in one
    ]
    definition = load_definition(OLD)
    nodes = definition.nodes()
    for ids, key in ((DOMAINS, "domains"), (ASPECTS, "aspects")):
        assert [nodes[node].weight for node in ids[OLD]] == list(weights[key].values())
    assert sum(one.weight or 0 for one in definition.groups) == 100


def test_every_deviation_comes_from_printed_inputs_and_none_from_answers() -> None:
    assert {one.level for one in DEVIATIONS} == {"aspects", "domains"}
    assert len(CASES) == 30


def test_the_deepest_level_gives_every_index_but_one() -> None:
    deepest = {(one.name, one.year, next(iter(one.levels()))) for one in RESULTS}
    off = [one for one in DEVIATIONS if (one.name, one.year, one.level) in deepest]
    assert [one.name for one in off if one.node == "overall"] == ["Rata-rata kabupaten"]


def test_kemenko_perekonomian_without_any_rounding(tmp_path: Path) -> None:
    (result,) = (one for one in RESULTS if one.name == "Kemenko Perekonomian")
    found = figures_of(result_of(result.levels()["answers"], CURRENT, tmp_path))
    assert found["overall"].score == Fraction("2.9475")
    assert found["spbe-a8"].score == Fraction(19, 6)


def test_kota_denpasar_2019_would_be_3_34_with_the_domain_rounded_first(tmp_path: Path) -> None:
    (result,) = (one for one in RESULTS if (one.definition, one.year) == (OLD, 2019))
    answers = {key: value for key, value in result.mixed.items() if key.startswith("SPBE18-")}
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


@pytest.mark.parametrize(
    ("name", "year", "printed"),
    [
        ("Kemenko Perekonomian", 2021, "Baik"),
        ("Kabupaten Aceh Tengah", 2025, "Cukup"),
        ("Kabupaten Aceh Jaya", 2025, "Baik"),
    ],
)
def test_the_class_is_the_printed_one(name: str, year: int, printed: str, tmp_path: Path) -> None:
    (result,) = (one for one in RESULTS if (one.name, one.year) == (name, year))
    for inputs in result.levels().values():
        found = result_of(inputs, CURRENT, tmp_path).class_label
        assert found is not None
        assert found.main == printed


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
    (typed,) = (one for one in RESULTS if (one.name, one.year) == ("Kota Denpasar", 2021))
    found = figures_of(result)
    assert {node: found[node].published for node in typed.printed()} == {
        node: Fraction(printed) for node, printed in typed.printed().items()
    }
    assert result.self_total is not None
    assert result.self_total.figure.score == Fraction("3.7495")
