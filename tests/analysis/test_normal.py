"""The inverse of the normal distribution against that of the standard library."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.analysis.robustness.normal import standard_normal

EDGES = (2.0**-53, 1e-12, 1e-6, 0.075, 0.5, 0.925, 1 - 2.0**-53)
SHARES = st.floats(0, 1, exclude_min=True, exclude_max=True).filter(lambda one: one > 2.0**-53)


@given(shares=st.lists(SHARES | st.sampled_from(EDGES), min_size=1))
def test_numbers_are_those_of_the_standard_library(shares: list[float]) -> None:
    exact = [NormalDist().inv_cdf(share) for share in shares]
    found = standard_normal(np.array(shares))
    np.testing.assert_allclose(found, exact, rtol=1e-13, atol=1e-15)


def test_zero_has_a_number_too() -> None:
    (least,) = standard_normal(np.array([0.0])).tolist()
    assert -9 < least < standard_normal(np.array([2.0**-53]))[0]
