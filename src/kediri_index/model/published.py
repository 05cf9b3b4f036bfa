"""Results that were published with their inputs, and what they come to now."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

OVERALL = "overall"
CLASS = "class"
CHANGE = "change"
"""What a figure is of where it is of no group: the index, its class, its change in a year."""
INDICATORS = ("indicators",)
"""Stands for the ids of all indicators, in the order of the definition."""


class Level(StrEnum):
    """What a result is computed from."""

    ANSWERS = "answers"
    COMPONENTS = "components"
    MIXED = "mixed"
    ASPECTS = "aspects"
    PILLARS = "pillars"
    DIMENSIONS = "dimensions"
    DOMAINS = "domains"
    NONE = "none"


class Called(StrEnum):
    """An index that has been published, and has no definition here."""

    SMART_CITY_BEFORE_2022 = "smart-city-before-2022"


class Why(StrEnum):
    """Why a figure does not come out as it was published: what was printed of its inputs."""

    ROUNDED_MEANS = "rounded-means"
    ROUNDED_DOMAIN = "rounded-domain"
    ROUNDED_ASPECT = "rounded-aspect"
    LIFE_EXPECTANCY = "life-expectancy"
    HALF_DOWN = "half-down"


class Deviation(NamedTuple):
    """A figure that is known to come out otherwise: *computed*, and *why*."""

    computed: str
    why: Why


class PublishedRow(NamedTuple):
    """One unit in one year: its *inputs* in the order of the table, what was *printed* by node.

    *deviations* are by node too.
    """

    unit: str
    year: int
    inputs: tuple[str, ...]
    printed: Mapping[str, str]
    deviations: Mapping[str, Deviation] = MappingProxyType({})


class PublishedTable(NamedTuple):
    """Rows with the same inputs, of one definition; *called* is an index that has none here.

    *previous* names the tables of the year before that a printed change is against.
    """

    name: str
    definition: str | None
    called: Called | None
    level: Level
    source: str
    inputs: tuple[str, ...]
    rows: tuple[PublishedRow, ...]
    previous: tuple[str, ...] = ()


class State(StrEnum):
    """How a published figure stands beside what is computed from its inputs."""

    SAME = "same"
    DEVIATES = "deviates"
    DIFFERS = "differs"
    NOT_COMPUTED = "not_computed"


class Recomputed(NamedTuple):
    """One published figure beside the one computed now; *expected* is what the latter has to be."""

    table: PublishedTable
    row: PublishedRow
    node: str
    printed: str
    computed: str | None
    expected: str
    state: State

    @property
    def why(self) -> Why | None:
        """Why it deviates, where it is known to."""
        deviation = self.row.deviations.get(self.node)
        return None if deviation is None else deviation.why
