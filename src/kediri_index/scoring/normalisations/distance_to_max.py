"""Distance to the highest: how far a value is below the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kediri_index.model.language import Wording
from kediri_index.scoring.normalisations.min_max import MinMax

MEANING = Wording(
    "1 - (max - x)/(max - min) di antara semua wilayah.",
    "1 - (max - x)/(max - min) among all units.",
)


@dataclass(frozen=True, slots=True)
class DistanceToMax(MinMax):
    """1 - (max - x)/(max - min) of the values with their direction: the same as min–max."""

    name: ClassVar[str] = "distance_to_max"
