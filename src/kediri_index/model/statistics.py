"""Statistics of an index over several units: figures for who builds it, never scores."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

Values = tuple[float | None, ...]
"""One value an observation (a unit in a year), None where it is missing."""


class Observations(NamedTuple):
    """What is looked at, in one order of the observations: a unit in a year each.

    *raw* has the values as they stand in the data, by leaf; *scores* the scores of every node, with
    the overall under its own id; *prepared* the values of the leaves that a step changed, as they
    are scored, without estimates; *denominators* the columns that values are or might be divided
    by.
    """

    units: tuple[tuple[str | None, int | None], ...]
    raw: dict[str, Values]
    scores: dict[str, Values]
    prepared: Mapping[str, Values] = MappingProxyType({})
    denominators: Mapping[str, Values] = MappingProxyType({})


class Description(NamedTuple):
    """One column by itself.

    *sd* divides by n - 1; *skewness* and *kurtosis* (in excess of 3) have the corrections for small
    samples; quartiles are interpolated. *same* is how often the most frequent value occurs. A
    figure is None where there are too few values, or no spread, for it.
    """

    n: int
    missing: int
    minimum: float | None = None
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    maximum: float | None = None
    mean: float | None = None
    sd: float | None = None
    skewness: float | None = None
    kurtosis: float | None = None
    nonzero: int = 0
    distinct: int = 0
    same: int = 0

    @property
    def is_constant(self) -> bool:
        """Whether several values are there, and all are the same."""
        return self.n > 1 and self.distinct == 1


class Outlier(NamedTuple):
    """A value far from the middle half."""

    unit: str | None
    year: int | None
    value: float

    def name(self, *, with_year: bool) -> str:
        """Return the unit, and its year where that is wanted."""
        parts = (self.unit, self.year if with_year else None)
        return " ".join(str(part) for part in parts if part is not None)


class DescribedColumn(NamedTuple):
    """One column, and whether its shape speaks of *outliers*: the values that lie far out."""

    figures: Description
    is_skewed: bool
    outliers: tuple[Outlier, ...]


class LeafStatistics(NamedTuple):
    """An indicator, or a group whose score is given: its values, and its part in the index.

    *parent* is the group it stands in, None at the top. *measured* are the values in the data,
    *prepared* what the steps of the definition made of them, None where they changed none.
    *effective_weight* is its nominal share in the overall, *influence* its share in what moves the
    overall.
    """

    id: str
    parent: str | None
    measured: DescribedColumn
    prepared: DescribedColumn | None
    effective_weight: Fraction | None
    correlation: float | None
    influence: float | None

    @property
    def scored(self) -> DescribedColumn:
        """The values that are scored."""
        return self.prepared or self.measured


class Child(NamedTuple):
    """A child of a group: its *weight* and its *influence* are shares among its siblings.

    *correlation* is that of its scores with the group's, *with_siblings* the mean of those with its
    siblings' scores; *is_constant* says that they do not vary.
    """

    id: str
    weight: Fraction
    n: int
    correlation: float | None
    influence: float | None
    with_siblings: float | None
    is_constant: bool


class Alpha(NamedTuple):
    """Cronbach's alpha of *items* children: by pairs, and over the *complete_n* complete rows."""

    items: int
    pairwise: float | None
    complete: float | None
    complete_n: int


class Component(NamedTuple):
    """A principal component: its variance, as a share too, and the loading of each child.

    A child that does not vary has none.
    """

    eigenvalue: float
    share: float
    loadings: tuple[float | None, ...]


class Components(NamedTuple):
    """The components of a group's children over *n* complete rows, the largest first.

    *inflation* is the variance inflation factor of each child, None where it cannot be computed.
    """

    n: int
    each: tuple[Component, ...]
    inflation: tuple[float | None, ...]


NO_COMPONENTS = Components(0, (), ())


class GroupStatistics(NamedTuple):
    """A group, or the overall under its own id: how its children go together."""

    id: str
    n: int
    effective_weight: Fraction | None
    alpha: Alpha
    children: tuple[Child, ...]
    components: Components = NO_COMPONENTS


class Pair(NamedTuple):
    """Two nodes' scores over the *n* observations that have both; *group* is the parent of both."""

    a: str
    b: str
    group: str | None
    n: int
    pearson: float | None
    spearman: float | None


class Correlation(NamedTuple):
    """Both coefficients over *n* rows; None where a column has no spread there."""

    n: int
    pearson: float | None
    spearman: float | None


class WithDenominator(NamedTuple):
    """How the values of an indicator go with those of a *denominator*.

    *divides* says whether a step of the definition divides them by it. *prepared* is the same of
    the values as they are scored, None where no step changed any.
    """

    indicator: str
    denominator: str
    divides: bool
    measured: Correlation
    prepared: Correlation | None


class IndexStatistics(NamedTuple):
    """All of it, in the order of the tree."""

    observations: int
    units: int
    years: tuple[int, ...]
    leaves: tuple[LeafStatistics, ...]
    groups: tuple[GroupStatistics, ...]
    pairs: tuple[Pair, ...]
    denominators: tuple[str, ...] = ()
    with_denominators: tuple[WithDenominator, ...] = ()
