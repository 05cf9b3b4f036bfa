"""How likely chance alone gives a correlation."""

from __future__ import annotations

from math import exp, lgamma, log

_LEAST_ROWS = 3
_TINY = 1e-300
_CLOSE = 1e-15
_STEPS = 500


def correlation_p(r: float | None, n: int) -> float | None:
    """Return the two-sided p-value of a correlation *r* over *n* rows; None below three.

    If there is none, t = r sqrt((n - 2)/(1 - r²)) has Student's distribution with n - 2 degrees of
    freedom, and the tails beyond it are I(1 - r²; (n - 2)/2, 1/2), the regularised incomplete beta
    function. Exact for Pearson's r of normal values, an approximation for Spearman's.
    """
    if r is None or n < _LEAST_ROWS:
        return None
    return _incomplete_beta((1 - r) * (1 + r), r * r, (n - 2) / 2, 0.5)


def _incomplete_beta(x: float, rest: float, a: float, b: float) -> float:
    """Return I(x; a, b) by its continued fraction: NIST, Digital Library 8.17.22.

    *rest* is 1 - x, which keeps its digits so. On the far side of the mean the fraction is that of
    1 - I(1 - x; b, a), which converges quickly.
    """
    if x <= 0 or rest <= 0:
        return float(rest <= 0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(rest, x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(rest)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    whole = d
    for m in range(1, _STEPS):  # Lentz's way to add up the fraction from its top
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            d = 1 / (1 + part * d or _TINY)
            c = 1 + part / c or _TINY
            whole *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return front * whole
