"""Sobol indices: closed forms within their intervals, and SALib's figures on the same sample."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from math import pi

import numpy as np
import pytest

from kediri_index.analysis.robustness.sampling import evenly_spread, primes, resampling
from kediri_index.analysis.robustness.sobol import Sample, indices, with_intervals
from kediri_index.model.robustness import SobolIndex
from kediri_index.scoring.arrays.values import Array

SEED = 7
Function = Callable[[Array], Array]


def ishigami(points: Array) -> Array:
    """sin x + 7 sin² y + 0.1 z⁴ sin x, with each in ±π."""
    x, y, z = (points * 2 * pi - pi).T
    values: Array = np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)
    return values


ISHIGAMI = ((0.31390519, 0.44241114, 0.0), (0.55758886, 0.44241114, 0.24368366))
"""First-order and total indices; Saltelli et al., Sensitivity Analysis (2000)."""
LINEAR = (4.0, 2.0, 1.0, 0.0)


def linear(points: Array) -> Array:
    values: Array = points @ np.array(LINEAR)
    return values


def sample_of(function: Function, points: int, columns: int, seed: int = SEED) -> Sample:
    spread = evenly_spread(seed, points, 2 * columns)
    a, b = spread[:, 0::2], spread[:, 1::2]
    mixed = []
    for column in range(columns):
        both = a.copy()
        both[:, column] = b[:, column]
        mixed.append(function(both))
    return Sample(function(a), function(b), np.array(mixed))


def found(function: Function, points: int, columns: int) -> tuple[SobolIndex, ...]:
    names = [f"x{column}" for column in range(columns)]
    sample = sample_of(function, points, columns)
    return with_intervals(names, sample, resampling(SEED))


def holds(interval: tuple[float, float], value: float) -> bool:
    return interval[0] <= value <= interval[1]


def test_the_indices_of_ishigamis_function_lie_in_their_intervals() -> None:
    for index, first, total in zip(found(ishigami, 4096, 3), *ISHIGAMI, strict=True):
        assert holds(index.first_ci, first)
        assert holds(index.total_ci, total)
        assert index.total == pytest.approx(total, abs=0.02)
        assert index.first_ci[1] - index.first_ci[0] < 0.15


def test_the_indices_of_a_sum_are_its_squared_weights() -> None:
    squares = [weight**2 for weight in LINEAR]
    for index, square in zip(found(linear, 2048, 4), squares, strict=True):
        share = square / sum(squares)
        assert holds(index.first_ci, share)
        assert index.total == pytest.approx(share, abs=0.01)


def test_what_has_no_influence_has_an_index_of_exactly_0() -> None:
    # what floats leave of it differs from machine to machine
    def of_three(points: Array) -> Array:
        values: Array = points[:, 0] * 0.7 + points[:, 1] * 0.3 + points[:, 2] * 0.0
        return values + (points[:, 2] + 0.1) / 3 - points[:, 2] / 3

    *_, last = found(of_three, 512, 3)
    assert (last.first, last.total, last.total_ci) == (0, 0, (0, 0))


def test_what_does_not_vary_has_no_indices() -> None:
    assert found(lambda points: np.full(len(points), 3.25), 64, 2) == ()


def test_the_same_seed_gives_the_same_indices_and_another_seed_others() -> None:
    assert found(ishigami, 128, 3) == found(ishigami, 128, 3)
    first, other = (sample_of(ishigami, 128, 3, seed) for seed in (1, 2))
    assert not np.array_equal(first.a, other.a)


@pytest.mark.parametrize(("function", "columns"), [(ishigami, 3), (linear, 4)])
def test_salib_finds_the_same_on_the_same_sample(function: Function, columns: int) -> None:
    salib = importlib.import_module("SALib.analyze.sobol")
    points = 256
    sample = sample_of(function, points, columns)
    names = list("xyzw"[:columns])
    problem = {"num_vars": columns, "names": names, "bounds": [[0, 1]] * columns}
    in_their_order = np.column_stack([sample.a, *sample.mixed, sample.b]).ravel()
    theirs = salib.analyze(problem, in_their_order, calc_second_order=False, seed=SEED)
    first, total = indices(sample)
    assert first == pytest.approx(theirs["S1"], abs=1e-9)
    assert total == pytest.approx(theirs["ST"], abs=1e-9)
    widths = [
        (index.first_ci[1] - index.first_ci[0]) / 2
        for index in with_intervals(names, sample, resampling(SEED))
    ]
    assert widths == pytest.approx(theirs["S1_conf"], rel=0.4, abs=0.01)


def test_evenly_spread_numbers_leave_no_part_of_any_column_empty() -> None:
    found = evenly_spread(SEED, 300, 40)
    assert found.shape == (300, 40)
    assert ((found >= 0) & (found < 1)).all()
    for column, prime in zip(found.T, primes(), strict=False):
        parts = np.bincount((column * prime).astype(int), minlength=prime)
        assert parts.max() - parts.min() <= 1


def test_they_err_less_than_numbers_at_random() -> None:
    errors = [abs(evenly_spread(seed, 512, 6).prod(axis=1).mean() * 2**6 - 1) for seed in range(9)]
    random = np.random.default_rng(SEED).random((9, 512, 6)).prod(axis=2).mean(axis=1) * 2**6 - 1
    assert np.median(errors) < np.median(np.abs(random)) / 2
