"""The methods of steps that change data before they are scored."""

from __future__ import annotations

from enum import StrEnum


class Imputation(StrEnum):
    """What stands in for a missing value."""

    MEAN = "mean"
    MEDIAN = "median"
    GROUP_MEAN = "group_mean"
    GROUP_MEDIAN = "group_median"
    CARRY_FORWARD = "carry_forward"
    LINEAR_IN_TIME = "linear_in_time"


class Beyond(StrEnum):
    """What stands in before a unit's first value and after its last one."""

    MISSING = "missing"
    NEAREST = "nearest"


class Treatment(StrEnum):
    """What is done to a column with outliers."""

    WINSORISE_THEN_LOG = "winsorise_then_log"
    WINSORISE = "winsorise"


class Logarithm(StrEnum):
    """Which logarithm is taken: of the column, or mirrored where the low tail is the long one."""

    LOG = "log"
    LOG_SIGNED = "log_signed"


BY_GROUP = frozenset({Imputation.GROUP_MEAN, Imputation.GROUP_MEDIAN})
IN_TIME = frozenset({Imputation.CARRY_FORWARD, Imputation.LINEAR_IN_TIME})
