"""One aggregation a file; a new one is one more file and one more line here."""

from collections.abc import Mapping

from kediri_index.model.aggregation import Aggregation
from kediri_index.scoring import ClassesOfOthers, Registered

DEFAULT = "arithmetic"
"""What a definition means that says nothing else."""
OTHER_AGGREGATIONS: ClassesOfOthers = ClassesOfOthers("kediri_index.aggregations")
AGGREGATIONS: Mapping[str, type[Aggregation]] = Registered(
    {
        "arithmetic": f"{__name__}.arithmetic:Arithmetic",
        "sum": f"{__name__}.sum:Sum",
        "geometric": f"{__name__}.geometric:Geometric",
        "harmonic": f"{__name__}.harmonic:Harmonic",
        "power": f"{__name__}.power:Power",
        "min": f"{__name__}.extremes:Min",
        "max": f"{__name__}.extremes:Max",
        "median": f"{__name__}.median:Median",
        "mpi": f"{__name__}.mazziotta_pareto:MazziottaPareto",
        "copeland": f"{__name__}.copeland:Copeland",
    },
    OTHER_AGGREGATIONS,
)
