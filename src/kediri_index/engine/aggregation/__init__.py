"""One aggregation a file; a new one is one more file and one more line here."""

from kediri_index.engine.aggregation.copeland import Copeland
from kediri_index.engine.aggregation.extremes import Max, Min
from kediri_index.engine.aggregation.geometric import Geometric
from kediri_index.engine.aggregation.harmonic import Harmonic
from kediri_index.engine.aggregation.mazziotta_pareto import MazziottaPareto
from kediri_index.engine.aggregation.median import Median
from kediri_index.engine.aggregation.power import Power
from kediri_index.model.aggregation import Aggregation, Arithmetic

AGGREGATIONS: dict[str, type[Aggregation]] = {
    aggregation.name: aggregation
    for aggregation in (
        Arithmetic,
        Geometric,
        Harmonic,
        Power,
        Min,
        Max,
        Median,
        MazziottaPareto,
        Copeland,
    )
}
