"""From the lowest to the highest of some figures."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Spread(NamedTuple):
    """Both ends; a finding's text shows one figure where they are equal."""

    low: Fraction
    high: Fraction
