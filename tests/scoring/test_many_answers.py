"""Answers that are more than a plain number, among many units: scored as each is by itself."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from unittest.mock import patch

import pytest

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Basis
from kediri_index.model.scores import Previous, PreviousBasis, ScoreOutcome, UnitSummary
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.unit_result import Settings
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition
from tests.property.test_arrays import assert_alike, in_arrays, published_of
from tests.scores_as_text import score_csv

LEADS = (None, *Lead)
HEADER = "Wilayah,Tahun,Kode,Nilai mandiri,Nilai asesor 1,Nilai asesor 2,Realisasi,Target"
GIVEN = ("A-1", "A-2", "B-1", "B-2", "c")
MEASURED = ("M-1", "M-2", "M-3", "B-3")
ABSENT = ("", "", "-", "n/a", "belum dinilai", "entah")
TWENTIETHS = [f"{at / 20:g}" for at in range(1, 81)]
"""Their means lie on ties of one decimal, of two assessors and of two indicators."""


def number(chance: Random, absent: float) -> str:
    if chance.random() < absent:
        return chance.choice(ABSENT)
    return chance.choice(TWENTIETHS)


def scores_of(chance: Random, *, plain: bool) -> str:
    """A self-assessment and those of two assessors: each alone, all, or none."""
    if plain:
        return f",{number(chance, 0.1)},,,"
    own, first, second = (chance.random() < likely for likely in (0.5, 0.6, 0.3))
    each = (number(chance, 0.25) if there else "" for there in (own, first, second))
    return f"{','.join(each)},,"


def result_of(chance: Random, *, plain: bool) -> str:
    """A result and its target; now and then an assessor's score stands in for it."""
    over = number(chance, 0.0) if not plain and chance.random() < 0.15 else ""
    target = chance.choice(("", "2", "0")) if not plain else ""
    return f",{over},,{number(chance, 0.2)},{target}"


def detailed(chance: Random) -> Iterator[str]:
    """Two years of units with all columns; of some a group is given, of others plain ones too."""
    yield HEADER
    for place in range(10):
        plain, given = place % 3 == 0, place % 5 == 0
        for code in (*GIVEN, *MEASURED, *("b" * given), "x"):
            if (code[0] == "B" and given) or chance.random() < 0.1:
                continue
            said = (result_of if code in MEASURED else scores_of)(chance, plain=plain)
            yield f"Kota {place // 2},{2022 + place % 2},{code},{said}"
    for place in range(0, 6, 2):
        yield f"Kec {place},2023,B-2,{number(chance, 0.1)},,,,"
        yield f"Kec {place},2023,M-3,,,,{number(chance, 0.1)},"


def assessed(chance: Random) -> Iterator[str]:
    """A table of nothing but assessors' scores: plain numbers, and here and there a word."""
    yield "Wilayah,Tahun,Kode,Nilai asesor"
    for place in range(6):
        for code in ("A-1", "A-2", "B-1", *("c" * (place % 3 == 1))):
            yield f"Kec {place},2023,{code},{number(chance, 0.08)}"


def wide(chance: Random) -> Iterator[str]:
    """Other units in a table of a row each."""
    yield "unit,year,A-1,A-2,B-1,M-1,M-3,c"
    for place in range(5):
        yield ",".join([f"Kab {place}", "2022", *(number(chance, 0.04) for _ in range(6))])


def books(seed: int) -> tuple[Workbook, ...]:
    chance = Random(seed)  # noqa: S311 - the same tables each time
    each = {"asesor": assessed, "rinci": detailed, "lebar": wide}
    return tuple(
        csv_table("\n".join(lines(chance)), path=f"{name}.csv") for name, lines in each.items()
    )


TREE = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
classes: [{name: Rendah, below: 2}, {name: Tinggi}]
%s
groups:
  - {id: a, kind: pillar, name: a, weight: 2}
  - {id: b, kind: pillar, name: b, weight: 1, aggregate: %s, groups: [
      {id: c, kind: pillar, name: c, weight: 1, optional: true}]}
  - {id: m, kind: pillar, name: m, weight: 1, min_present: 0.6}
indicators:
  - {id: A-1, in: a, name: A-1}
  - {id: A-2, in: a, name: A-2, score: {method: levels, fractional: true,
      levels: {0: {name: n, score: 0}, 2: {name: t, score: 3}, 4: {name: p, score: 4}}}}
  - {id: B-1, in: b, name: B-1, weight: 1}
  - {id: B-2, in: b, name: B-2, weight: 1}
  - {id: B-3, in: b, name: B-3, weight: 2, direction: lower, score: {method: %s}}
  - {id: M-1, in: m, name: M-1, score: {method: achievement, target: 3, to: [0, 4]}}
  - {id: M-2, in: m, name: M-2, score: {method: goalposts, min: 1, max: 3, outside: error}}
  - {id: M-3, in: m, name: M-3, score: {method: bands, bands: [{below: 2, score: 1}, {score: 4}]}}
"""
GOALPOSTS = "goalposts, min: 0, max: 4"
LEFT_OUT = "missing: {answers: exclude}\n"
ON_TIES = LEFT_OUT + "publish: {decimals: 1, round: [overall]}\nclasses_on: published"
AT_ZERO = """\
missing: {answers: zero}
publish: {decimals: 1, round: [indicators, pillar, terms]}"""
PREPARED = """\
missing: {answers: exclude}
prepare:
  - impute: {method: mean}
  - treat: {method: winsorise, winmax: 2, skew: 0.1, kurtosis: 0.1}
  - screen: {min_present: 0.5}"""
TREES = {
    "left out": (LEFT_OUT, "arithmetic", GOALPOSTS),
    "at zero": (AT_ZERO, "arithmetic", GOALPOSTS),
    "on ties": (ON_TIES, "arithmetic", GOALPOSTS),
    "of roots": ("missing: {answers: exclude, min_present: 0.5}", "geometric", GOALPOSTS),
    "compared": (LEFT_OUT + "aggregate_top: copeland", "median", GOALPOSTS),
    "among units": (LEFT_OUT, "arithmetic", "min_max, to: [0, 4]"),
    "prepared": (PREPARED, "arithmetic", "z_score, mean: 2, sd: 1"),
}


def scored(used: Definition, seed: int, lead: Lead | None) -> ScoreOutcome:
    return score(Submission(books(seed)), used, value=lead, allow_errors=True)


def units(outcome: ScoreOutcome) -> Scores:
    assert isinstance(outcome.units, Scores), outcome.findings
    return outcome.units


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("tree", TREES)
def test_each_is_foundas_it_is_alone(tree: str, lead: Lead | None) -> None:
    used, seed = definition(TREE % TREES[tree]), list(TREES).index(tree)
    few = scored(used, seed, lead)
    alone, expected = tuple(units(few)), score_csv(few)
    with in_arrays():
        many = scored(used, seed, lead)
        together = tuple(units(many))
        shown, summaries = score_csv(many), units(many).summaries()
    assert few.findings == many.findings
    assert_alike(alone, together)
    assert_alike(tuple(units(few).summaries()), tuple(summaries))
    assert published_of(shown) == published_of(expected)


def test_they_are_of_every_kind() -> None:
    found = units(scored(definition(TREE % TREES["left out"]), 0, None))
    answers = [found.data(place).answers for place in range(len(found))]
    kinds = {
        (one.table.sheet.file, bool(one.others)) for one in answers if isinstance(one, UnitAnswers)
    }
    assert kinds == {
        (f"{name}.csv", more) for name in ("asesor", "lebar") for more in (True, False)
    }
    assert sum(isinstance(one, dict) for one in answers) == 10
    leads = {(one.lead, isinstance(data, dict)) for one, data in zip(found, answers, strict=True)}
    assert leads == {(lead, one) for lead in (Lead.SELF, Lead.ASSESSOR) for one in (True, False)}


@pytest.mark.parametrize("tree", TREES)
def test_some_of_them_have_the_scores_that_they_have_among_all(tree: str) -> None:
    used = definition(TREE % TREES[tree])
    with in_arrays():
        outcome = scored(used, 7, Lead.ASSESSOR_ELSE_SELF)
        whole = units(outcome)
        each, lines, summaries = tuple(whole), score_csv(outcome).splitlines(), whole.summaries()
        for places in ([5], [14, 2, 19, 3], range(1, len(whole), 2)):
            some = whole.only(places)
            names = [f"{each[at].unit},{each[at].year}," for at in places]
            with patch("kediri_index.present.commands.score_csv._TOGETHER", 2):
                shown = score_csv(outcome._replace(units=some)).splitlines()
            assert tuple(some) == tuple(each[at] for at in places)
            assert some.summaries() == [summaries[at] for at in places]
            assert shown[1:] == [one for name in names for one in lines if one.startswith(name)]
            again = some.only([len(names) - 1])
            assert tuple(again) == (each[places[-1]],)
        assert whole[1:4] == each[1:4]


@pytest.mark.parametrize("tree", ["left out", "prepared"])
def test_the_row_of_a_unit_has_figures_of_its_result(tree: str) -> None:
    previous = Previous(Fraction(2), PreviousBasis.PUBLISHED, 2021, Basis.SELF)
    found = units(scored(definition(TREE % TREES[tree]), 3, None))
    beside = found.beside([Settings(Fraction(3), previous)] * len(found))
    results = tuple(beside)
    assert beside.summaries() == [
        UnitSummary(
            *(one.unit, one.year, one.overall, one.class_label, one.completeness),
            *(tuple(group.figure.published for group in one.groups), one.no_score, one.rank),
            *(one.gap, one.change, one.basis),
        )
        for one in results
    ]
    assert {one.change is None for one in results} == {True, False}
