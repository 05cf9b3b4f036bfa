"""``python -m tests.hostile``: every attack of the tests, and what came of each class.

A test, or a file of tests, is one of a class by ``pytest.mark.attack("the class")``. Where a test
tries several, it says so: ``record_property("attempts", 30)``. What comes after the command is
pytest's, such as ``--long`` or ``-n0``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest

HEAD = ("class", "tried", "held", "test")


class Table:
    """Counts the attempts of each class, and those that held, as the tests end."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told = dict(report.user_properties)
        counts = not report.skipped and (report.when == "call" or report.failed)
        if "attack" not in told or not counts:
            return
        attempts = int(str(told.get("attempts", 1)))
        held = self._counts[str(told["attack"]), report.nodeid.partition("[")[0]]
        held[0] += attempts
        held[1] += attempts * report.passed

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each class and test, and one for all."""
        rows = [
            (name, str(tried), str(held), f"`{test}`")
            for (name, test), (tried, held) in sorted(self._counts.items())
        ]
        sums = (str(sum(counts)) for counts in zip(*self._counts.values(), strict=True))
        return [*rows, ("all", *sums, "")]


def main() -> int:
    """Run the attacks and print the table."""
    table = Table()
    here = Path(__file__).parents[2]
    code = pytest.main(["-q", "-m", "attack", f"--rootdir={here}", *sys.argv[1:]], plugins=[table])
    for row in (HEAD, ("---", "---:", "---:", "---"), *table.rows()):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
