"""What each aggregation is, says of itself, and writes as a formula."""

from __future__ import annotations

from fractions import Fraction
from math import log

import pytest

from kediri_index.model.aggregation import (
    Aggregation,
    Explained,
    Function,
    NoScore,
    Ranges,
    WrittenOut,
)
from kediri_index.model.language import Label, Sentence
from kediri_index.model.traced import Term
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.copeland import Copeland
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.functions import SCORE, LogarithmFunction, PowerOf
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum

SQUARE = Power(Fraction(2))
PENALTY = MazziottaPareto(-1)
ALL: tuple[Aggregation, ...] = (
    *(Arithmetic(), Sum(), Geometric(), Harmonic(), SQUARE, Min(), Max(), Median()),
    *(PENALTY, Copeland()),
)
CELLS = Ranges("w", "s", "x", "r")
UNIT = 10**40


def those(what: str, *, value: object = True) -> list[str]:
    return [one.name for one in ALL if getattr(one, what) == value]


def terms(*weights: int | str) -> list[Term]:
    total = sum(map(Fraction, weights))
    return [
        Term(str(at), Label(f"n{at}"), Fraction(one), Fraction(one) / total, Fraction(at % 3))
        for at, one in enumerate(weights)
    ]


def test_each_states_what_it_is() -> None:
    assert [one.name for one in ALL] == list(AGGREGATIONS)
    assert AGGREGATIONS[DEFAULT]() == Arithmetic()
    assert those("additive") == ["arithmetic", "sum"]
    assert those("monotone", value=False) == ["mpi", "copeland"]
    assert those("by_shares", value=False) == ["sum"]
    assert those("over_units") == ["copeland"]
    assert those("falls_below") == ["mpi", "copeland"]
    assert those("no_score", value=NoScore.NEGATIVE) == ["geometric", "harmonic", "power"]
    assert those("no_score", value=NoScore.MEAN_NOT_POSITIVE) == ["mpi"]
    assert those("no_score", value=NoScore.ONE_UNIT) == ["copeland"]
    assert [one.quantile for one in (Min(), Median(), Max(), SQUARE)] == [
        0,
        Fraction(1, 2),
        1,
        None,
    ]
    assert those("is_inner") == ["median"]
    assert [one.penalty for one in (PENALTY, MazziottaPareto(1), SQUARE)] == [-1, 1, 0]
    assert those("function", value=SCORE) == ["arithmetic", "sum"]
    assert those("function", value=None) == ["min", "max", "median", "mpi", "copeland"]
    assert [one.function for one in (Geometric(), Harmonic(), SQUARE)] == [
        *(LogarithmFunction(), PowerOf(Fraction(-1)), PowerOf(Fraction(2)))
    ]


def test_parameters_are_taken_where_they_make_sense() -> None:
    assert Power.of(Fraction(2)) == SQUARE
    assert Power.of(Fraction(1)) == Arithmetic()
    assert Power.of(Fraction(0)) is None
    assert [MazziottaPareto.of(Fraction(one)) for one in (-1, 1)] == [PENALTY, MazziottaPareto(1)]
    assert MazziottaPareto.of(Fraction(2)) is None
    assert Geometric.of(Fraction(2)) is None
    assert [one.parameter for one in (SQUARE, PENALTY, Min())] == [2, -1, None]


@pytest.mark.parametrize(
    ("aggregation", "weights", "key", "written"),
    [
        (Arithmetic(), (1, 1), "mean", WrittenOut("{value}", " + ", "({terms}) ÷ {count}")),
        (
            Arithmetic(),
            (1, 2),
            "weighted-mean",
            WrittenOut("{weight} × {value}", " + ", "({terms}) ÷ {total}"),
        ),
        (Arithmetic(), (40, 60), "weighted-mean", WrittenOut("{percent} % × {value}")),
        (Arithmetic(), ("0.4", "0.6"), "weighted-mean", WrittenOut("{percent} % × {value}")),
        (Sum(), (1, 1), "sum", WrittenOut("{weight} × {value}")),
        (Geometric(), (1, 1), "geometric", WrittenOut("{value}", " × ", "({terms})^(1/{count})")),
        (Geometric(), (1, 2), "geometric", WrittenOut("{value}^{share}", " × ")),
        (Harmonic(), (1, 1), "harmonic", WrittenOut("1/{value}", " + ", "{count} ÷ ({terms})")),
        (Harmonic(), (1, 2), "harmonic", WrittenOut("{share}/{value}", " + ", "1 ÷ ({terms})")),
        (Median(), (1, 1), "median", WrittenOut("{value}", " ≤ ", rising=True)),
        (Median(), (1, 2), "weighted-median", WrittenOut("{value}", " ≤ ", rising=True)),
        (PENALTY, (1, 2), "mpi", None),
        (Copeland(), (1, 2), "copeland", None),
    ],
)
def test_each_says_how_it_combines(
    aggregation: Aggregation, weights: tuple[int | str, ...], key: str, written: WrittenOut | None
) -> None:
    assert aggregation.explain(terms(*weights)) == Explained(f"trace.{key}", {}, written)


def test_those_with_figures_of_their_own_say_them() -> None:
    two = {"parameter": Fraction(2)}
    power = WrittenOut("{share} × {value}^{parameter}", " + ", "({terms})^(1/{parameter})")
    assert SQUARE.explain(terms(1, 2)) == Explained("trace.power", two, power)
    equal = WrittenOut("{value}^{parameter}", " + ", "(({terms}) ÷ {count})^(1/{parameter})")
    assert SQUARE.explain(terms(1, 1)) == Explained("trace.power", two, equal)
    some = terms(1, 1, 2, 1)  # scores of 0, 1, 2 and 0
    assert Min().explain(some) == Explained("trace.min", {"names": (Label("n0"), Label("n3"))})
    assert Max().explain(some) == Explained("trace.max", {"names": (Label("n2"),)})
    half = Fraction(1, 2)
    children = [(half, Fraction(90)), (half, Fraction(110))]
    told = {"mean": Fraction(100), "penalty": Fraction(1)}
    assert PENALTY.remark(children, Fraction(99)) == Sentence("trace.mpi-minus", told)
    plus = MazziottaPareto(1).remark(children, Fraction(101))
    assert plus == Sentence("trace.mpi-plus", told)
    assert Arithmetic().remark(children, Fraction(100)) is None


@pytest.mark.parametrize(
    ("aggregation", "formula", "undefined", "array"),
    [
        (Arithmetic(), "SUMPRODUCT(w,x)/SUM(w)", None, False),
        (Sum(), "SUMPRODUCT(w,x)", None, False),
        (
            Geometric(),
            "IF(MIN(IF(w>0,x))<=0,0,EXP(SUM(IF(w>0,s*LN(x),0))))",
            "MIN(IF(w>0,x))<0",
            True,
        ),
        (Harmonic(), "IF(MIN(IF(w>0,x))<=0,0,1/SUM(IF(w>0,s/x,0)))", "MIN(IF(w>0,x))<0", True),
        (SQUARE, "SUM(IF(w>0,s*x^2,0))^(1/2)", "MIN(IF(w>0,x))<0", True),
        (Min(), "MIN(IF(w>0,x))", None, True),
        (Max(), "MAX(IF(w>0,x))", None, True),
        (
            Median(),
            "(MIN(IF(w>0,IF(r>0.5-1E-12,x)))+MIN(IF(w>0,IF(r>0.5+1E-12,x))))/2",
            None,
            True,
        ),
    ],
)
def test_each_writes_a_formula(
    aggregation: Aggregation, formula: str, undefined: str | None, *, array: bool
) -> None:
    assert aggregation.formula(CELLS) == (formula, undefined, array)


def test_a_formula_of_roots_below_zero_and_of_a_penalty() -> None:
    inverse = Power(Fraction(-2)).formula(CELLS)
    assert inverse is not None
    assert inverse.formula == "IF(MIN(IF(w>0,x))<=0,0,SUM(IF(w>0,s*x^(-2),0))^(1/(-2)))"
    penalty = PENALTY.formula(CELLS)
    mean, variance = "SUMPRODUCT(w,x)/SUM(w)", "SUM(IF(w>0,s*(x-SUMPRODUCT(w,x)/SUM(w))^2,0))"
    assert penalty.formula == f"IF({variance}<1E-24,{mean},{mean}+-1*{variance}/({mean}))"
    assert penalty.undefined == f"AND({variance}>=1E-24,{mean}<=0)"
    assert Copeland().formula(CELLS) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    "function", [LogarithmFunction(), *map(PowerOf, map(Fraction, ("-2", "0.5", "1")))]
)
def test_a_function_is_the_same_in_fractions_doubles_and_whole_numbers(function: Function) -> None:
    score = Fraction(7, 2)
    value = function.in_doubles(3.5)
    assert float(function.exact(score)) == pytest.approx(value, rel=1e-14)
    assert function.from_doubles(value) == pytest.approx(3.5)
    third = Fraction(1, 3)
    parts = [function.part(share, int(score * UNIT), UNIT) for share in (third, 1 - third)]
    both = parts[0] * parts[1] // UNIT if function.multiplies else sum(parts)
    whole = function.from_parts(both, UNIT)
    assert whole / UNIT == pytest.approx(3.5)
    assert function.sign == (1 if function.in_doubles(4) > value else -1)


def test_where_functions_end() -> None:
    reciprocal, root = PowerOf(Fraction(-1)), PowerOf(Fraction(1, 2))
    assert [one.zero_sinks for one in (LogarithmFunction(), reciprocal, root, SCORE)] == [
        *(True, True, False, False)
    ]
    assert [one.of_negative for one in (LogarithmFunction(), reciprocal, root, SCORE)] == [
        *(False, False, False, True)
    ]
    assert root.exact(Fraction(0)) == 0
    assert reciprocal.exact(Fraction(2, 3)) == Fraction(3, 2)
    assert PowerOf(Fraction(13)).exact(Fraction(2)) == pytest.approx(2**13)
    assert PowerOf(Fraction(-100)).in_doubles(1e-9) == 10**100
    assert PowerOf(Fraction(100)).in_doubles(1e9) == 10**100
    assert [root.from_doubles(0.0), SCORE.from_doubles(-2.0)] == [0, -2]
    assert LogarithmFunction().in_doubles(2.0) == log(2)
    assert reciprocal.from_parts(reciprocal.part(Fraction(1, 2), 0, UNIT), UNIT) == 0
    assert reciprocal.part(Fraction(0), 0, UNIT) == 0
    assert LogarithmFunction().part(Fraction(0), 5, UNIT) == UNIT
    assert LogarithmFunction().part(Fraction(1, 2), 0, UNIT) == 0
    assert PowerOf(Fraction(2)).from_parts(9 * UNIT, UNIT) == 3 * UNIT
    assert PowerOf(Fraction(3)).from_parts(8 * UNIT, UNIT) / UNIT == pytest.approx(2)
    assert root.from_parts(3 * UNIT, UNIT) == 9 * UNIT
    assert PowerOf(Fraction(-1, 2)).from_parts(UNIT // 2, UNIT) == 4 * UNIT
