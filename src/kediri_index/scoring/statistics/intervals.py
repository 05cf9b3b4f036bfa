"""90% intervals of a mean and of a share, in floats: beside a value, never in a score."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import exp, lgamma, log, sqrt

_UPPER = 0.95
"""A 90% interval leaves a twentieth at each end."""
NORMAL = 1.6448536269514722
"""The 0.95 quantile of the normal distribution."""
_STEPS = 200
_SMALL = 1e-300
_PRECISION = 1e-15


def mean_interval(mean: Fraction, variance: Fraction, count: int) -> tuple[float, float] | None:
    """Return the interval of a *mean* of *count* values with this sample *variance* (n - 1).

    Student's t: mean +/- t(0.95; n - 1) s / sqrt(n), as in NIST/SEMATECH e-Handbook, 1.3.5.2.
    None for a single value.
    """
    if count < 2:  # noqa: PLR2004 - without a second one there is no spread
        return None
    half = t_quantile(count - 1) * sqrt(variance / count)
    return float(mean) - half, float(mean) + half


def share_interval(share: Fraction, count: int) -> tuple[float, float]:
    """Return the interval of the *share* of *count* respondents, from 0 to 1.

    Wilson's score interval, as in NIST/SEMATECH e-Handbook, 7.2.4.1; it holds for shares of 0 and
    1 and for few respondents, where the normal approximation does not.
    """
    p, z2 = float(share), NORMAL**2
    centre = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = NORMAL / (1 + z2 / count) * sqrt(p * (1 - p) / count + z2 / (4 * count**2))
    return max(centre - half, 0.0), min(centre + half, 1.0)


@cache
def t_quantile(degrees: int) -> float:
    """Return the 0.95 quantile of Student's t, found by halving."""
    low, high = 0.0, 7.0  # 6.314 with one degree of freedom
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, degrees) < _UPPER else (low, middle)
    return (low + high) / 2


def _below(t: float, degrees: int) -> float:
    """Return the probability of a value below *t* >= 0."""
    return 1 - _incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction.

    Lentz's method, as in Press et al., Numerical Recipes, 3rd edition, 6.4.
    """
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        before = fraction
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            fraction *= c * d
        if abs(fraction - before) < _PRECISION * abs(fraction):
            break
    return front * fraction


def _not_zero(value: float) -> float:
    return value if abs(value) > _SMALL else _SMALL
