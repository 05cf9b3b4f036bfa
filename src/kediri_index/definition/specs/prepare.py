"""What ``prepare:`` may say: a list of steps, each a mapping with one key."""

# No postponed annotations: types that are there already need no evaluation at start.

from fractions import Fraction
from typing import Annotated

from kediri_index.definition.specs.parsed import spec
from kediri_index.definition.specs.values import (
    Cost,
    Flag,
    Id,
    Share,
    Text,
    WholeNumber,
    one_of,
)
from kediri_index.model.prepare_words import Beyond, Imputation, Logarithm, Treatment
from kediri_index.model.scoring import Years

WhichYears = Annotated[Years, one_of(Years)]


@spec
class ImputeSpec:
    """How missing values are estimated."""

    method: Annotated[Imputation, one_of(Imputation)]
    by: Text | None = None
    years: WhichYears | None = None
    beyond: Annotated[Beyond, one_of(Beyond)] | None = None


@spec
class ScreenSpec:
    """Which share of the indicators a unit must have."""

    min_present: Share


@spec
class TreatSpec:
    """How outliers are found, and what is done to them."""

    method: Annotated[Treatment, one_of(Treatment)]
    winmax: WholeNumber = 5
    skew: Cost = Fraction(2)
    kurtosis: Cost = Fraction(7, 2)
    log: Annotated[Logarithm, one_of(Logarithm)] | None = None
    combine: Flag | None = None
    years: WhichYears = Years.POOLED


@spec
class StepSpec:
    """One step before scoring."""

    denominate: dict[Id, Text] | None = None
    impute: ImputeSpec | None = None
    screen: ScreenSpec | None = None
    treat: TreatSpec | None = None
