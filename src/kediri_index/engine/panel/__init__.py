"""Methods that look at several units: one a file; a new one is one more file and line here."""

from kediri_index.engine.panel.borda import Borda
from kediri_index.engine.panel.distance_to_max import DistanceToMax
from kediri_index.engine.panel.distance_to_reference import DistanceToReference
from kediri_index.engine.panel.distance_to_target import DistanceToTarget
from kediri_index.engine.panel.fraction_of_max import FractionOfMax
from kediri_index.engine.panel.min_max import MinMax
from kediri_index.engine.panel.percentile_rank import PercentileRank
from kediri_index.engine.panel.quantile_bands import QuantileBands
from kediri_index.engine.panel.rank import Rank
from kediri_index.engine.panel.z_score import ZScore
from kediri_index.model.scoring import PanelMethod

PANEL_METHODS: dict[str, type[PanelMethod]] = {
    method.name: method
    for method in (
        MinMax,
        ZScore,
        Rank,
        Borda,
        PercentileRank,
        DistanceToMax,
        DistanceToReference,
        DistanceToTarget,
        FractionOfMax,
        QuantileBands,
    )
}
