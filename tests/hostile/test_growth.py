"""What a file costs grows no faster than the file (n log n), or there is a limit to it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.growing import KINDS, STARS, Kind
from tests.hostile.judging import harmless
from tests.hostile.plain import DEFINITION
from tests.hostile.running import Ran, bounded

pytestmark = pytest.mark.attack("growth")

SLACK = 1.2
"""How much more than n log n a run may take: a processor is not always as quick."""
SECONDS, KILOBYTES = 0.25, 40_000
"""What no growth is seen in."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_hundred_times_as_much_costs_no_more_than_n_log_n(
    kind: Kind,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    pytestconfig: pytest.Config,
) -> None:
    first = kind.size * (10 if pytestconfig.getoption("--long") else 1)
    sizes = [first * times for times in (1, 10, 100)]
    runs = [_grown(kind, size, tmp_path) for size in sizes]
    record_property("attempts", 3)
    if kind.limit:
        assert kind.limit in (runs[-1].out + runs[-1].err).decode()
        return
    if _faults(runs):  # a machine that did something else meanwhile does not do so twice
        again = [_grown(kind, size, tmp_path) for size in sizes]
        runs = [min(both, key=lambda ran: ran.seconds) for both in zip(runs, again, strict=True)]
    assert _faults(runs) == []


def _faults(runs: list[Ran]) -> list[str]:
    """Return what grew by more than it may from the second run to the third."""
    one, ten, hundred = runs
    may = 10 * math.log(100 * math.e) / math.log(10 * math.e) * SLACK
    told = []
    for name, floor in (("seconds", SECONDS), ("kilobytes", KILOBYTES)):
        first, second, third = (float(getattr(ran, name)) for ran in (one, ten, hundred))
        if third - first > may * max(second - first, 0) + floor:
            told.append(f"{name}: {first:.2f}, {second:.2f}, {third:.2f}")
    return told


def _grown(kind: Kind, size: int, tmp_path: Path) -> Ran:
    """Return the run of *kind* at a *size*."""
    folder = tmp_path / f"{size}-{len(list(tmp_path.iterdir()))}"
    for name, content in {"uji.yaml": DEFINITION, **kind.make(size)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    stars = "*a" * size
    ran = bounded(folder, [word.replace(STARS, stars) for word in kind.command])
    harmless(ran)
    return ran
