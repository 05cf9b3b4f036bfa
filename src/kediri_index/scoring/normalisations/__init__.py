"""Methods that look at several units: one a file; a new one is one more file and line here."""

from collections.abc import Mapping

from kediri_index.model.scoring import PanelMethod
from kediri_index.scoring import Registered, in_files

_OVER_UNITS = (
    "min_max",
    "z_score",
    "rank",
    "borda",
    "percentile_rank",
    "distance_to_max",
    "distance_to_reference",
    "distance_to_target",
    "fraction_of_max",
    "quantile_bands",
)

PANEL_METHODS: Mapping[str, type[PanelMethod]] = Registered(in_files(__name__, _OVER_UNITS))
