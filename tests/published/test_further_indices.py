"""Indices of which little has been published: village development, AKIP, digital government."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.scores import UnitResult
from kediri_index.usecases.inputs import load_definition
from tests.published.tables import Row, published, scored, shipped, shipped_rows, submission

VILLAGE = ("idm-social", "idm-economic", "idm-environment")
(SAKIP_OF_KEDIRI,) = shipped()["sakip"].rows
"""Published without its parts."""
COMPONENTS = ("sakip-planning", "sakip-measurement", "sakip-reporting", "sakip-evaluation")
ASPECTS = tuple(f"pemdi-a{number}" for number in range(1, 8))


def result_of(definition: str, inputs: dict[str, str], folder: Path) -> UnitResult:
    row = {"region": "X", "year": "2026", **inputs}
    (result,) = scored(submission(folder / "a.csv", [row], tuple(inputs)), definition).values()
    return result


def class_of(definition: str, ids: tuple[str, ...], score: str, folder: Path) -> str | None:
    label = result_of(definition, dict.fromkeys(ids, score), folder).class_label
    return label and label.main


@pytest.mark.parametrize("row", shipped_rows("pakisrejo"), ids=lambda row: row["year"])
def test_the_index_of_the_village_of_pakisrejo(row: Row, tmp_path: Path) -> None:
    results = scored(submission(tmp_path / "a.csv", [row], VILLAGE), "idm-2016")
    assert published(results) == {"Pakisrejo": Fraction(row["overall"])}
    label = results["Pakisrejo"].class_label
    assert label is not None
    assert label.main == row["class"]


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("0.4907", "Sangat Tertinggal"),
        ("0.4908", "Tertinggal"),
        ("0.5989", "Tertinggal"),
        ("0.7072", "Berkembang"),
        ("0.8155", "Maju"),
        ("0.8156", "Mandiri"),
    ],
)
def test_an_exact_bound_of_the_village_index_belongs_to_the_lower_class(
    score: str, name: str, tmp_path: Path
) -> None:
    assert class_of("idm-2016", VILLAGE, score, tmp_path) == name


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (SAKIP_OF_KEDIRI.printed["overall"], SAKIP_OF_KEDIRI.printed["class"]),
        ("90.01", "AA"),
        ("90", "A"),
        ("80", "BB"),
        ("70", "B"),
        ("60", "CC"),
        ("50", "C"),
        ("30", "D"),
        ("0", "D"),
    ],
)
def test_an_exact_bound_of_akip_belongs_to_the_lower_class(
    score: str, name: str, tmp_path: Path
) -> None:
    assert class_of("sakip-2021", COMPONENTS, score, tmp_path) == name


def test_every_component_of_akip_splits_into_20_30_and_50_percent() -> None:
    definition = load_definition("sakip-2021")
    assert [group.weight for group in definition.groups] == [30, 30, 15, 25]
    for group in definition.groups:
        shares = [(one.weight or 0) / (group.weight or 1) for one in group.indicators]
        assert shares == [Fraction("0.2"), Fraction("0.3"), Fraction("0.5")]


def test_parts_of_akip_scored_to_100_add_up_as_points(tmp_path: Path) -> None:
    parts = {f"SAKIP-{number}{part}": "100" for number in "1234" for part in "AB"}
    used = {f"SAKIP-{number}C": "0" for number in "1234"}
    assert result_of("sakip-2021", {**parts, **used}, tmp_path).overall.score == 50


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("1", "Kurang (Merintis)"),
        ("1.5", "Cukup (Membangun)"),
        ("2.5", "Baik (Berkembang)"),
        ("3.5", "Sangat Baik (Melembaga)"),
        ("4", "Memuaskan (Unggul)"),
    ],
)
def test_an_exact_bound_of_pemdi_belongs_to_the_higher_class(
    score: str, name: str, tmp_path: Path
) -> None:
    assert class_of("pemdi-2026", ASPECTS, score, tmp_path) == name


def test_pemdi_weighs_its_aspects_and_indicators_as_shares_of_the_whole() -> None:
    definition = load_definition("pemdi-2026")
    assert [group.weight for group in definition.groups] == [10, 10, 15, 15, 10, 15, 25]
    assert [one.weight for one in definition.all_indicators()] == [
        *(5, 5, 5, 5, 5, 3, 3, 4, 4, 4, 3, 4, 5, 5, 4, 4, 4, 3, 10, 15)
    ]


def test_pemdi_takes_other_institutions_scores_as_they_are(tmp_path: Path) -> None:
    answers = {f"PEMDI-{number:02d}": "2" for number in range(1, 21)}
    external = {"PEMDI-05": "3.4", "PEMDI-06": "2.65", "PEMDI-07": "2.88"}
    result = result_of("pemdi-2026", {**answers, **external}, tmp_path)
    assert result.overall.score == 2 + Fraction("1.4") / 20 + Fraction("1.53") * 3 / 100


def test_an_interim_assessment_by_pemdi_comes_out_as_printed_but_for_one_half(
    tmp_path: Path,
) -> None:
    table = shipped()["pemdi-interim"]
    assert "sementara" in table.source
    assert "not a final result" in table.source
    (row,) = table.rows
    answers = dict(zip(table.inputs, row.inputs, strict=True))
    result = result_of("pemdi-2026", answers, tmp_path)
    assert result.overall.score == Fraction("1.2415")
    assert result.overall.published == Fraction(row.printed["overall"]) == Fraction("1.24")
    computed = {one.id: one.figure for one in result.groups}
    off = [node for node in ASPECTS if computed[node].published != Fraction(row.printed[node])]
    assert off == list(row.deviations) == ["pemdi-a5"]
    assert computed["pemdi-a5"].score == Fraction("1.085")
    assert row.printed["pemdi-a5"] == "1.08"
