"""The Box-Cox transform and its power of maximum likelihood, beside those of SciPy."""

from __future__ import annotations

import importlib
import random
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from kediri_index.model.definition import Logarithm
from kediri_index.scoring.numbers import natural_logarithm
from kediri_index.scoring.prepare.box_cox import box_cox, likeliest_power
from kediri_index.scoring.prepare.treat import Treat
from tests.scoring.prepare.rows import treated

stats: Any = importlib.import_module("scipy.stats")  # it states no types
optimize: Any = importlib.import_module("scipy.optimize")

TALL = [Fraction(one) for one in (-3, "-2.5", 0, 1, 1, 2, 4, "7.25", 400)]
STRICT = {"winmax": 0, "log": Logarithm.BOX_COX}
LIMIT = 5


def columns() -> dict[str, list[Fraction]]:
    draw = random.Random(7)  # noqa: S311 - no secret
    made = {
        "logarithms": [draw.lognormvariate(1, 1.5) for _ in range(40)],
        "shares": [draw.random() for _ in range(200)],
        "both signs": [draw.gauss(0, 10) for _ in range(25)],
        "low tail": [-draw.expovariate(0.1) for _ in range(60)],
        "few": [1.0, 2.0, 4.0, 9.0],
        "tied": [float(draw.choice([1, 1, 2, 3, 500])) for _ in range(30)],
    }
    return {name: [Fraction(f"{one:.12g}") for one in column] for name, column in made.items()}


COLUMNS = columns()


def moved(column: Sequence[Fraction]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """As COINr makes a column positive."""
    return np.array([float(one - min(column) + 1) for one in column])


def treated_with(power: Fraction | None, column: Sequence[Fraction]) -> list[Fraction]:
    how, found = treated(Treat(**STRICT, power=power), column)  # type: ignore[arg-type]
    assert how == "box_cox"
    return found


@pytest.mark.parametrize("power", ["-5", "-1", "-0.37", "1e-9", "0", "0.5", "1", "2.2", "5"])
def test_a_column_is_transformed_as_by_scipy(power: str) -> None:
    found = treated_with(Fraction(power), TALL)
    theirs = stats.boxcox(moved(TALL), lmbda=float(power))
    near = 1e-7 if power == "1e-9" else 1e-12  # SciPy's own digits cancel there
    assert [float(one) for one in found] == pytest.approx(list(theirs), rel=near)


def test_fractions_stay_fractions_and_the_lowest_value_becomes_nothing() -> None:
    assert treated_with(Fraction(1, 2), [Fraction(one) for one in (-1, -1, -1, -1, 2, 398)])[
        -3:
    ] == [0, 2, 38]
    assert treated_with(Fraction(1), TALL) == [one + 3 for one in TALL]
    assert box_cox(Fraction(4), Fraction(-1)) == Fraction(3, 4)


def test_of_power_0_it_is_the_logarithm_and_near_0_hardly_another() -> None:
    value = Fraction(7, 3)
    assert box_cox(value, Fraction(0)) == natural_logarithm(value)
    tiny = Fraction(1, 10**12)
    slope = (box_cox(value, tiny) - natural_logarithm(value)) / tiny
    assert float(slope) == pytest.approx(float(natural_logarithm(value)) ** 2 / 2, rel=1e-9)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_power_is_that_of_maximum_likelihood(name: str) -> None:
    power, y = float(likeliest_power(COLUMNS[name])), moved(COLUMNS[name])
    _, theirs = stats.boxcox(y)
    assert power == pytest.approx(theirs, abs=1e-6)
    top = stats.boxcox_llf(power, y)
    assert top >= stats.boxcox_llf(theirs, y) - 1e-9
    assert all(stats.boxcox_llf(power + step, y) < top for step in (-1e-3, 1e-3))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_power_is_right_to_nine_decimals(name: str) -> None:
    """Where the likelihood, written as Box and Cox do, is flat."""
    logs = np.log(moved(COLUMNS[name])).astype(np.longdouble)

    def slope(power: float) -> float:
        raised = np.expm1(power * logs) / power
        grown = (logs * np.exp(power * logs) - raised) / power
        apart = raised - raised.mean()
        return float(logs.sum() - len(logs) * (apart * grown).sum() / (apart * apart).sum())

    power = float(likeliest_power(COLUMNS[name]))
    root = optimize.brentq(slope, power - 1e-4, power + 1e-4, xtol=1e-13)
    assert power == pytest.approx(root, abs=1e-9)


def test_without_a_power_the_likeliest_one_is_taken() -> None:
    power = likeliest_power(TALL)
    assert -LIMIT < power < 0
    assert treated_with(None, TALL) == treated_with(power, TALL)


def test_the_power_stays_within_its_limits_and_symmetric_logarithms_have_0() -> None:
    near = [Fraction(one) for one in (0, "0.001", "0.001", "0.001")]
    assert likeliest_power(near) == LIMIT
    assert likeliest_power([Fraction(1, 1000) - one for one in near]) == -LIMIT
    assert likeliest_power([Fraction(one) for one in (0, 1, 1, 3)]) == 0


def test_the_order_and_the_place_of_a_column_change_nothing() -> None:
    column = COLUMNS["logarithms"]
    power = likeliest_power(column)
    assert likeliest_power([one - 1000 for one in reversed(column)]) == power
    assert power == round(power, 10)
