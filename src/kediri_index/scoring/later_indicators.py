"""The results of a unit's indicators, computed when they are asked for.

Most outputs of many units show none of them; kept, they would be three quarters of the memory that
scoring a large table takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from kediri_index.model.results import IndicatorResult

Made = tuple[IndicatorResult, ...]


class LaterIndicators(Sequence[IndicatorResult]):
    """What *make* returns, each time anew; equal to any sequence of the same results."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make

    @overload
    def __getitem__(self, index: int) -> IndicatorResult: ...

    @overload
    def __getitem__(self, index: slice) -> Made: ...

    def __getitem__(self, index: int | slice) -> IndicatorResult | Made:
        return self._make()[index]

    def __iter__(self) -> Iterator[IndicatorResult]:
        return iter(self._make())

    def __len__(self) -> int:
        return len(self._make())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._make() == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that is compared by its items

    def __repr__(self) -> str:
        return repr(self._make())
