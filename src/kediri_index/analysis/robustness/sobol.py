"""Sobol indices: the share of each factor in the variance, alone and with all it takes part in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.sampling import Generator
from kediri_index.model.robustness import SobolIndex
from kediri_index.scoring.arrays.values import Array

_RESAMPLES = 200
_NORMAL_95 = 1.959963984540054
_LEAST_VARIANCE = 1e-24
_NOISE = 1e-20
"""A total index up to this is what floats leave of one that is 0."""
_NOTHING = (0.0, 0.0)


class Sample(NamedTuple):
    """Results of a function at two samples of *n* points, and at mixtures of them.

    *a* and *b* have n results; *mixed* has factors x n: the points of a with that factor's columns
    taken from b.
    """

    a: Array
    b: Array
    mixed: Array


def indices(sample: Sample) -> tuple[Array, Array]:
    """Return the first-order and the total index of each factor.

    All results are centred first; the variance is that of a and b together. Where there is none,
    all indices are 0.

    Sources: Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics
    Communications 181 (2010), for the first order; Jansen, Analysis of variance designs for model
    output, ibid. 117 (1999), for the total.
    """
    sample = centred(sample)
    variance = np.concatenate([sample.a, sample.b]).var()
    if variance <= _LEAST_VARIANCE:
        nothing = np.zeros(len(sample.mixed))
        return nothing, nothing
    first = (sample.b * (sample.mixed - sample.a)).mean(axis=1) / variance
    total = 0.5 * ((sample.a - sample.mixed) ** 2).mean(axis=1) / variance
    return first, total


def centred(sample: Sample) -> Sample:
    """Return *sample* with the mean of all its results taken off."""
    middle = np.concatenate([sample.a, sample.b, sample.mixed.ravel()]).mean()
    return Sample(sample.a - middle, sample.b - middle, sample.mixed - middle)


def with_intervals(
    names: Sequence[str], sample: Sample, generator: Generator
) -> tuple[SobolIndex, ...]:
    """Return the indices of the factors *names*, each with its 95 % interval.

    An interval is the index, 1.96 standard deviations of it among bootstrap samples to either side.
    There are no indices where the results do not vary.
    """
    first, total = indices(sample)
    if not total.any():
        return ()
    first_error, total_error = _errors(centred(sample), generator)
    return tuple(
        SobolIndex(
            name,
            float(first[at]),
            _interval(first[at], first_error[at]),
            float(total[at]),
            _interval(total[at], total_error[at]),
        )
        if total[at] > _NOISE
        else SobolIndex(name, 0.0, _NOTHING, 0.0, _NOTHING)
        for at, name in enumerate(names)
    )


def _errors(sample: Sample, generator: Generator) -> tuple[Array, Array]:
    """Return the standard deviation of each index among samples of the points, with replacement."""
    n, factors = len(sample.a), len(sample.mixed)
    terms = np.empty((n, 2 * factors + 2))
    terms[:, :factors] = (sample.b * (sample.mixed - sample.a)).T
    terms[:, factors : 2 * factors] = 0.5 * ((sample.a - sample.mixed) ** 2).T
    terms[:, -2] = (sample.a + sample.b) / 2
    terms[:, -1] = (sample.a**2 + sample.b**2) / 2
    found = np.empty((_RESAMPLES, 2 * factors))
    for number in range(_RESAMPLES):
        times = np.bincount(generator.integers(0, n, n), minlength=n).astype(np.float64)
        means = times @ terms / n
        variance = means[-1] - means[-2] ** 2
        found[number] = means[:-2] / max(variance, _LEAST_VARIANCE)
    error = found.std(axis=0, ddof=1)
    return error[:factors], error[factors:]


def _interval(value: float, error: float) -> tuple[float, float]:
    return float(value - _NORMAL_95 * error), float(value + _NORMAL_95 * error)
