"""How sure the scores of units are: what was drawn, and what came of it."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.profile import Basis, Profile, Waived
from kediri_index.model.scores import Figure
from kediri_index.model.shown import brief, showing

DRAWS = 10_000
SEED = 1
AS_DEFINED = "as_defined"
"""Among treatments or imputations, what the definition says."""
WEIGHT_CHANGE = Fraction(1, 4)
"""How far each weight is changed where no factor is named."""


class WeightSet(NamedTuple):
    """Weights to score by instead of the definition's, by the id of an indicator or group."""

    name: str
    weights: Mapping[str, Fraction]


class UncertainValue(NamedTuple):
    """The value of one indicator of a unit: normal by *sd*, or uniform from *low* to *high*.

    Of one *year*, or of all. It stands in a *line* of a file, its unit and its indicator at the
    *columns*.
    """

    unit: str
    indicator: str
    sd: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    year: int | None = None
    line: int = 1
    columns: tuple[int, int] = (1, 1)


class UncertainValues(NamedTuple):
    """The values of the file at *path*, and the *findings* on it so far.

    Those on units and on what the data say are made where the data are known.
    """

    path: str
    values: tuple[UncertainValue, ...]
    findings: tuple[Finding, ...] = ()


class DrawnValue(NamedTuple):
    """A value that is drawn: *base* and *span* times a *normal* or a uniform number.

    Of the unit at *place* among all; its *target* is the sheet's, where that counts.
    """

    place: int
    indicator: str
    base: float
    span: float
    normal: bool
    target: float | None = None


class Drawing(NamedTuple):
    """What is drawn, and how often.

    *draws* is from 1, *seed* from 0: the same seed gives the same draws. *weights* is how far each
    weight goes up or down, as a share of it from 0 to 1; of *weight_sets*, *methods*,
    *aggregations*, *treatments* (such as ``none``, ``winsorise:3``, ``box_cox``) and *imputations*
    (such as ``none``, ``median``) one is drawn each time; with *missing* unanswered leaves are
    drawn over their range; *uncertain* values are drawn and scored. With *sobol* the share of each
    factor in the variance is estimated too, with *leave_out* what each indicator and group does,
    with *keep* the outcome has every draw. Without any factor, weights are changed by a quarter
    and missing answers are drawn.
    """

    draws: int = DRAWS
    seed: int = SEED
    weights: Fraction | None = None
    weight_sets: tuple[WeightSet, ...] = ()
    methods: tuple[str, ...] = ()
    aggregations: tuple[Aggregation, ...] = ()
    missing: bool = False
    sobol: bool = False
    keep: bool = False
    leave_out: bool = False
    uncertain: UncertainValues | None = None
    treatments: tuple[str, ...] = ()
    imputations: tuple[str, ...] = ()

    @property
    def has_factors(self) -> bool:
        """Whether any factor is named."""
        return bool(
            self.weights is not None
            or self.weight_sets
            or self.methods
            or self.aggregations
            or self.missing
            or self.uncertain is not None
            or self.treatments
            or self.imputations
        )


class FactorKind(StrEnum):
    """What one draw differs by from another."""

    WEIGHTS = "weights"
    WEIGHT_SETS = "weight_sets"
    METHODS = "methods"
    AGGREGATIONS = "aggregations"
    MISSING = "missing"
    UNCERTAIN = "uncertain"
    TREATMENTS = "treatments"
    IMPUTATIONS = "imputations"


class Factor(NamedTuple):
    """One factor: *node* is the group whose children's weights are drawn, "" the top level.

    *change* is how far weights go, *options* are what one of is drawn, *size* is how many values
    are drawn at once: weights of siblings, missing answers, or uncertain values.
    """

    kind: FactorKind
    node: str | None = None
    change: Fraction | None = None
    options: tuple[str, ...] = ()
    size: int = 1

    @property
    def id(self) -> str:
        """The factor's name: its kind, and the group that it is about."""
        return f"{self.kind.value}:{self.node}" if self.node else self.kind.value


class SobolIndex(NamedTuple):
    """A factor's share in the variance: alone, and with all that it takes part in.

    *first_ci* and *total_ci* are 95 % intervals by bootstrap.
    """

    factor: str
    first: float
    first_ci: tuple[float, float]
    total: float
    total_ci: tuple[float, float]


class RankSpread(NamedTuple):
    """A unit's rank among those of its year, and where 90 % of the draws put it."""

    nominal: int | None
    mean: float
    p5: float
    p50: float
    p95: float


class UnitRobustness(NamedTuple):
    """How sure one unit's overall score is.

    *nominal* are the exact figures; *mean* and the percentiles are of the scores without rounding,
    None where no draw has one. *class_probability* is by the class's name; *target_probability* is
    the chance that the published figure meets *target*. *scored* is the share of draws with a
    score, the probabilities are shares of all draws. *basis* says whose assessment the scores are.
    """

    unit: str | None
    year: int | None
    nominal: Figure
    class_label: Label | None
    mean: float | None
    p5: float | None
    p50: float | None
    p95: float | None
    class_probability: Mapping[str, float]
    target: Fraction | None
    target_probability: float | None
    rank: RankSpread | None
    rank_probability: Mapping[int, float]
    scored: float
    sobol: tuple[SobolIndex, ...] = ()
    basis: Basis | None = None


class UnitWithout(NamedTuple):
    """A unit's figures without some indicator or group; None where it has none.

    *score* is unrounded, *rank* among the units of the year.
    """

    score: float | None = None
    published: float | None = None
    rank: int | None = None


class LeftOut(NamedTuple):
    """What leaving out the indicator or group *id* does.

    *mean_rank_shift* and *max_rank_shift* are over all units with a rank before and after, None
    where there are none; *correlation* is Pearson's, of the unrounded scores before and after.
    *units* are those of the result, in its order.
    """

    id: str
    mean_rank_shift: float | None
    max_rank_shift: int | None
    correlation: float | None
    units: tuple[UnitWithout, ...]


class EachDraw(NamedTuple):
    """Every draw in a row: its number, what was drawn, then the figures that came of it.

    Columns are ``draw``; ``set``, ``imputation``, ``treatment``, ``method`` and ``aggregation``,
    the one of each that was drawn; ``weight:<id>``, what the weight was multiplied by;
    ``missing:<id>``, the score in its place; ``value:<id>``, an uncertain value; ``score``,
    ``published`` and ``rank``. With several units the last five have the unit behind another colon.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class Robustness(NamedTuple):
    """The result: *assumed* says that nobody said what to draw.

    *sobol* is about the mean distance of the units' ranks from the nominal ones; *evaluations* is
    how many further draws the Sobol indices took, *compared* how many units
    are ranked with the first, *each* the draws where they are kept. *leave_out* is in the order of
    the tree.
    """

    draws: int
    seed: int
    factors: tuple[Factor, ...]
    assumed: bool
    units: tuple[UnitRobustness, ...]
    sobol: tuple[SobolIndex, ...] = ()
    evaluations: int = 0
    compared: int = 1
    each: EachDraw | None = None
    leave_out: tuple[LeftOut, ...] = ()


class RobustnessOutcome(NamedTuple):
    """The result with all that is said beside it; None where errors forbid one.

    *only_missing* says that these errors are about missing answers alone, which can be drawn.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    result: Robustness | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
    only_missing: bool = False

    def __repr__(self) -> str:
        what = "draws" if self.result else "no draws"
        return brief(self, self.definition.id, what, len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)


NO_PROBABILITIES: Mapping[str, float] = MappingProxyType({})
