"""Arrays, and the few operations on floats that stand for exact ones of the engine."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Ranks = NDArray[np.int32]
Mask = NDArray[np.bool_]

TIE = 1e-10
"""Scores closer than this are equal, as in the engine."""
NEARLY = 1e-12
"""What a sum of floats may miss an exact value by."""


def rounded(values: Array, decimals: int) -> Array:
    """Return *values* at *decimals* decimals, half away from zero; a near tie counts as one."""
    factor = 10.0**decimals
    size = np.abs(values) * factor
    whole: Array = np.floor(size * (1 + 4e-15) + (0.5 + 1e-9))
    return np.copysign(whole / factor, values) + 0.0


def broadcast(*arrays: NDArray[Any]) -> tuple[int, ...]:
    """Return the shape that *arrays* have together."""
    return np.broadcast_shapes(*(one.shape for one in arrays))
