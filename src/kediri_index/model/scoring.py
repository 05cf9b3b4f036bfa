"""What the engine and a scoring method say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol

Range = tuple[Fraction, Fraction]


class Direction(StrEnum):
    """Whether a higher or a lower raw value is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Outside(StrEnum):
    """What happens to a score beyond its range."""

    CLIP = "clip"
    KEEP = "keep"
    ERROR = "error"


class Reads(StrEnum):
    """Which columns of a sheet hold a method's raw value."""

    SCORE = "score"
    MEASURE = "measure"


class Fault(NamedTuple):
    """Something that a value does not allow: a finding's code and the figures for its text."""

    code: str
    params: Mapping[str, object] = MappingProxyType({})


class Scored(NamedTuple):
    """A method's result; *value* is None where *faults* forbid one."""

    value: Fraction | None
    faults: tuple[Fault, ...] = ()


class ScoringMethod(Protocol):
    """A scoring method with its parameters: one frozen dataclass a method.

    A method with *onto* gives a share, 0 at the bottom of the score's range and 1 at its top;
    the others give the score itself.
    """

    name: ClassVar[str]
    reads: ClassVar[Reads]
    onto: ClassVar[bool]
    default_outside: ClassVar[Outside]

    @property
    def reads_target(self) -> bool:
        """Whether the sheet's target counts."""
        ...

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and the highest result; None where the formula knows no bound."""
        ...

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of *raw*, or the faults that forbid one."""
        ...
