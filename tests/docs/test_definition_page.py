"""The tables of the guide to definitions are complete, and say of each row what the code does."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.specs import ImputeSpec, ScreenSpec, StepSpec, TreatSpec
from kediri_index.model.aggregation import Aggregation, NoScore, Undefined
from kediri_index.model.definition import Beyond, Imputation, Logarithm, Treatment
from kediri_index.model.scoring import ScoringMethod
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.methods import METHODS
from kediri_index.scoring.normalisations import PANEL_METHODS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "definition.md").read_text(
    encoding="utf-8"
)
CODES = {NoScore.NEGATIVE: "S320", NoScore.MEAN_NOT_POSITIVE: "S321"}
OF_ALL_PANEL_METHODS = "years"


def tables(heading: str) -> list[list[list[str]]]:
    """The tables of a section: each its rows below the head, each row its cells."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert section
    found = re.findall(r"(?:^\|.*\n)+", section, re.MULTILINE)
    return [[_cells(line) for line in one.splitlines()[2:]] for one in found]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip()[1:-1].split("|")]


def words(cell: str) -> list[str]:
    """What a cell has as code."""
    return re.findall(r"`([^`]+)`", cell)


def parameters(method: type[ScoringMethod]) -> set[str]:
    """The keys of a method beside those that all over several units have."""
    return set(inspect.signature(method).parameters) - {OF_ALL_PANEL_METHODS}


def methods() -> dict[str, list[str]]:
    alone, panel = tables("Scoring")
    return {words(row[0])[0]: row for row in (*alone, *panel)}


def test_every_method_has_its_row() -> None:
    alone, panel = tables("Scoring")
    assert {words(row[0])[0] for row in panel} == set(PANEL_METHODS)
    assert {words(row[0])[0] for row in alone} == set(METHODS) - set(PANEL_METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_has_all_its_parameters(name: str) -> None:
    said = [re.split(r"\W", word)[0] for word in words(" ".join(methods()[name][1:-1]))]
    wanted = parameters(METHODS[name])
    others = {key for one in METHODS.values() for key in parameters(one)} - wanted
    assert wanted <= set(said)
    assert not others & set(said) - {"min", "max", "mean"}  # these are also in formulas


@pytest.mark.parametrize("name", sorted(set(METHODS) - set(PANEL_METHODS)))
def test_what_happens_beyond_the_range_is_what_stands_there(name: str) -> None:
    assert methods()[name][-1] == METHODS[name].default_outside.value


def test_panel_methods_keep_what_lies_beyond_the_range() -> None:
    assert "and keep what lies beyond the range" in " ".join(PAGE.split())
    assert {one.default_outside.value for one in PANEL_METHODS.values()} == {"keep"}


def aggregations() -> Iterator[tuple[Aggregation, str, str]]:
    """Each aggregation with what the page says of a zero and of a negative score."""
    (rows,) = tables("Aggregation")
    for names, _, zero, negative in rows:
        for name in words(names):
            match re.findall(r"[a-z]+|[+-]1", name):
                case ["power", *_]:
                    yield Power(Fraction(2)), zero.split(";")[0], negative
                    yield Power(Fraction(-2)), zero.split(";")[1], negative
                case ["mpi", sign]:
                    yield MazziottaPareto(int(sign)), zero, negative
                case [plain]:
                    yield AGGREGATIONS[plain](), zero, negative


def test_every_aggregation_has_its_row() -> None:
    assert {one.name for one, _, _ in aggregations()} == set(AGGREGATIONS)


@pytest.mark.parametrize(
    ("aggregation", "zero", "negative"),
    [row for row in aggregations() if row[0].name != "copeland"],
    ids=str,
)
def test_a_zero_and_a_negative_score_do_what_stands_there(
    aggregation: Aggregation, zero: str, negative: str
) -> None:
    third = Fraction(1, 3)
    with_zero = aggregation.combine([(third, Fraction(0)), (2 * third, Fraction(8))])
    makes_zero = "makes 0" in zero
    assert makes_zero != ("counts" in zero)
    assert (with_zero == 0) == (makes_zero or aggregation.name == "min")
    below = aggregation.combine([(third, Fraction(-20)), (2 * third, Fraction(8))])
    if isinstance(below, Undefined):
        assert CODES[below.reason] in negative
    else:
        assert negative == "counts"


def test_every_step_of_prepare_and_its_parameters_stand_there() -> None:
    (rows,) = tables("Prepare")
    said: dict[str, set[str]] = {}
    step = ""
    for row in rows:
        step = next(iter(words(row[0])), step)
        said.setdefault(step, set()).update(
            word for code in words(row[1]) for word in re.findall(r"[a-z_]+", code)
        )
    assert set(said) == {field.name for field in fields(StepSpec)}
    section = PAGE.partition("\n## Prepare\n")[2].partition("\n## ")[0]
    assert "`impute` and `treat` take `years: pooled` or `each`" in section
    for name, spec, words_of in (
        ("impute", ImputeSpec, [Imputation, Beyond]),
        ("screen", ScreenSpec, []),
        ("treat", TreatSpec, [Treatment, Logarithm]),
    ):
        keys = {field.name for field in fields(spec)} - {"years"}
        values = {value.value for kind in words_of for value in kind}
        assert said[name] == keys | values
