"""What stands in the way of trusting the draws: a sample too small, draws without a score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.robustness import Robustness, SobolIndex

_SUM_LIMIT = 1.01
_NAMES = 8
_WEAK = 0.05
"""A total index whose interval stays below this is small, however wide the interval."""


class Seen(NamedTuple):
    """What the draws met: *undefined* in how many of each unit a group had no combined score.

    *kept* are the indicators that keep their method, by the one that cannot stand in for it;
    *not_drawn* are the missing ones that have no range.
    """

    undefined: tuple[int, ...]
    kept: Mapping[str, tuple[str, ...]]
    not_drawn: tuple[str, ...]


def warnings(result: Robustness, seen: Seen) -> Iterator[Finding]:
    """Yield what is to be said of *result*."""
    for name, indicators in seen.kept.items():
        params = {"count": len(indicators), "names": indicators[:_NAMES]}
        yield Finding("S811", value=name, params=params)
    for name in seen.not_drawn:
        yield Finding("S812", value=name, indicator=name)
    worst = max(seen.undefined, default=0)
    if worst:
        at = seen.undefined.index(worst)
        params = {
            "share": round(100 * worst / result.draws, 1),
            "units": sum(1 for one in seen.undefined if one),
        }
        yield Finding("S813", value=result.units[at].unit or "", params=params)
    yield from _of_sample([*(unit.sobol for unit in result.units), result.sobol])


def _of_sample(every: Sequence[tuple[SobolIndex, ...]]) -> Iterator[Finding]:
    """Yield, once for all, that the sample of Sobol indices is too small."""
    highest = max((sum(one.first for one in indices) for indices in every), default=0.0)
    if highest > _SUM_LIMIT:
        yield Finding("S814", params={"sum": round(highest, 4)})
    wide = dict.fromkeys(one.factor for indices in every for one in indices if _is_wide(one))
    if wide:
        shown = tuple(wide)[:_NAMES]
        yield Finding("S815", value=", ".join(shown), params={"count": len(wide)})


def _is_wide(one: SobolIndex) -> bool:
    low, high = one.total_ci
    return high > _WEAK and high - low > one.total
