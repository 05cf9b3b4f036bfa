"""Panel methods and the steps of ``prepare``, as a definition says them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import Definition, Imputation, Logarithm, Treatment
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Outside, ScoringMethod, Years
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.normalisations.standing import Ties
from kediri_index.scoring.normalisations.z_score import ZScore
from kediri_index.scoring.prepare.denominate import Denominate
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from kediri_index.scoring.prepare.treat import Treat

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]

ONE = Fraction(1)
STEPS = """\
prepare:
  - denominate: {I-1: Penduduk}
  - impute: {method: group_mean, by: Pulau, years: each}
  - screen: {min_present: 0.95}
  - treat:
      {method: winsorise_then_log, winmax: 3, skew: 1.5, kurtosis: 3, log: log_signed, combine: yes}
  - treat: {method: winsorise}
  - treat: {method: winsorise_then_log, log: box_cox, power: -0.5}
"""


@pytest.fixture
def loaded(write: Write) -> Callable[[str], Definition]:
    return lambda text: load_definition_file(write(text)).definition


def scored(minimal: str, score: str, more: str = "") -> str:
    return minimal.replace("name: Satu", f"name: Satu, {more}score: {{{score}}}")


@pytest.mark.parametrize(
    ("score", "method"),
    [
        ("method: min_max", MinMax()),
        ("method: min_max, years: each", MinMax(years=Years.EACH)),
        ("method: z_score, mean: 50, sd: 10", ZScore(mean=Fraction(50), sd=Fraction(10))),
        ("method: rank, ties: average", Rank(ties=Ties.AVERAGE)),
        ("method: distance_to_reference, unit: Kota A", DistanceToReference(unit="Kota A")),
        ("method: distance_to_target, target: 5, cap: true", DistanceToTarget(Fraction(5), ONE)),
        ("method: distance_to_target, target: 5, cap: 1", DistanceToTarget(Fraction(5), ONE)),
        ("method: distance_to_target, target: 5, cap: false", DistanceToTarget(Fraction(5))),
        ("method: quantile_bands, bands: 4", QuantileBands(Fraction(4))),
        ("method: quantile_bands, bands: [1, 4]", QuantileBands((ONE, Fraction(4)))),
    ],
)
def test_the_parameters_of_a_panel_method(
    loaded: Callable[[str], Definition], minimal: str, score: str, method: ScoringMethod
) -> None:
    (indicator,) = loaded(scored(minimal, score)).all_indicators()
    assert indicator.rule.method == method
    assert indicator.rule.outside is Outside.KEEP


def test_the_steps_stand_in_the_order_of_the_file(
    loaded: Callable[[str], Definition], minimal: str
) -> None:
    definition = loaded(minimal + STEPS)
    assert definition.prepare == (
        Denominate({"I-1": "Penduduk"}),
        Impute(Imputation.GROUP_MEAN, "Pulau", Years.EACH),
        Screen(Fraction(19, 20)),
        Treat(
            Treatment.WINSORISE_THEN_LOG,
            3,
            Fraction(3, 2),
            Fraction(3),
            Logarithm.LOG_SIGNED,
            combine=True,
        ),
        Treat(Treatment.WINSORISE, 5, Fraction(2), Fraction(7, 2)),
        Treat(log=Logarithm.BOX_COX, power=Fraction(-1, 2)),
    )
    assert definition.number_columns() == {"Penduduk"}
    assert definition.text_columns() == {"Pulau"}


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("impute: {method: mode}", ["D113"]),
        ("impute: {by: Pulau}", ["D101"]),
        ("impute: {method: mean, from: x}", ["D102"]),
        ("screen: {min_present: 2}", ["D108"]),
        ("treat: {method: winsorise, winmax: -1}", ["D108"]),
        ("treat: {method: trim}", ["D113"]),
        ("smooth: {method: mean}", ["D102"]),
        ("denominate: [I-1]", ["D104"]),
        ("denominate: {I-1: [x]}", ["D103"]),
        ("impute: {method: mean}, screen: {min_present: 1}", ["D240"]),
        ("treat: {method: winsorise, log: log, combine: no}", ["D243", "D243"]),
        ("treat: {method: winsorise, log: box_cox, power: 1}", ["D243", "D243"]),
        ("treat: {method: winsorise_then_log, power: 1}", ["D243"]),
        ("treat: {method: winsorise_then_log, log: log_signed, power: 0}", ["D243"]),
        ("treat: {method: winsorise_then_log, log: box_cox, power: 5.1}", ["D108"]),
        ("impute: {method: carry_forward, years: each}", ["D243"]),
        ("impute: {method: group_median}", ["D242"]),
    ],
)
def test_what_a_step_may_not_say_is_named_at_its_place(
    findings_of: FindingsOf, minimal: str, step: str, codes: list[str]
) -> None:
    found = findings_of(f"{minimal}prepare:\n  - {{{step}}}\n")
    assert [one.code for one in found] == codes
    assert {one.line for one in found} == {minimal.count("\n") + 2}
    assert all((one.column or 0) >= 5 for one in found)


@pytest.mark.parametrize(
    ("score", "code"),
    [
        ("method: min_max, target: 3", "D102"),
        ("method: rank, ties: max", "D113"),
        ("method: distance_to_target", "D101"),
        ("method: distance_to_target, target: 3, cap: 0", "D235"),
        ("method: distance_to_target, target: 3, cap: high", "D106"),
        ("method: distance_to_reference", "D101"),
        ("method: quantile_bands, bands: 1", "D108"),
        ("method: quantile_bands, bands: [4]", "D108"),
        ("method: quantile_bands, bands: [1, 5]", "D230"),
        ("method: z_score, sd: -1", "D244"),
        ("method: minmax", "D113"),
        ("method: goalposts, min: 0, max: 1, years: each", "D102"),
    ],
)
def test_what_a_panel_method_may_not_say(
    findings_of: FindingsOf, minimal: str, score: str, code: str
) -> None:
    assert [one.code for one in findings_of(scored(minimal, score))] == [code]


def test_the_direction_counts_for_every_panel_method(findings_of: FindingsOf, minimal: str) -> None:
    for method in ("min_max", "rank", "z_score"):
        text = scored(minimal, f"method: {method}", "direction: lower, ")
        assert findings_of(text) == ()


def test_the_hash_knows_steps_and_their_order_and_is_the_old_one_without(
    loaded: Callable[[str], Definition], minimal: str
) -> None:
    screen, impute = "{screen: {min_present: 0.5}}", "{impute: {method: mean}}"
    texts = ["", f"[{screen}]", f"[{screen}, {impute}]", f"[{impute}, {screen}]"]
    texts += [f"[{screen}, {{impute: {{method: median}}}}]"]
    hashes = [loaded(minimal + (f"prepare: {text}\n" if text else "")).sha256 for text in texts]
    assert len(set(hashes)) == len(texts)
    assert loaded(minimal + "prepare: []\n").sha256 == hashes[0]


def test_the_hash_knows_every_parameter_of_a_panel_method(
    loaded: Callable[[str], Definition], minimal: str
) -> None:
    scores = ["method: rank", "method: rank, ties: average", "method: rank, years: each"]
    assert len({loaded(scored(minimal, score)).sha256 for score in scores}) == len(scores)


def test_steps_are_taken_over_or_replaced_as_a_whole(write: Write, minimal: str) -> None:
    parent = write(minimal + STEPS, "induk.yaml")
    child = "kediri_index: 1\nextends: ./induk.yaml\nid: anak\n"
    same = load_definition_file(write(child, "anak.yaml")).definition
    assert same.prepare == load_definition_file(parent).definition.prepare
    other = write(child + "prepare: [{screen: {min_present: 1}}]\n", "lain.yaml")
    assert load_definition_file(other).definition.prepare == (Screen(ONE),)
    none = write(child + "prepare: []\n", "tanpa.yaml")
    assert load_definition_file(none).definition.prepare == ()
