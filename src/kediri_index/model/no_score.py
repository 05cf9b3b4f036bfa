"""Why a group has no score."""

from __future__ import annotations

from enum import StrEnum


class NoScore(StrEnum):
    """Why a group, or the whole, has no score."""

    NO_ANSWERS = "no_answers"
    TOO_FEW = "too_few"
    ZERO_WEIGHTS = "zero_weights"
    NEGATIVE = "negative"
    MEAN_NOT_POSITIVE = "mean_not_positive"
    ONE_UNIT = "one_unit"
