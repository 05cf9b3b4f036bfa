"""Write the figures of twenty invented regions, with faults that an index's builder should see.

The figures are drawn with a fixed seed. Run as ``python -m examples.make_wilayah_contoh``; the
same bytes each time.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

FILE = Path(__file__).parent / "wilayah-contoh" / "wilayah.csv"
REGIONS = 20
SEED = 2023


class Drawn(NamedTuple):
    """How figures are drawn: *share* of their spread is how well the region is off."""

    mean: float
    spread: float
    share: float
    decimals: int = 1


INDICATORS = {
    "KES-1": Drawn(71.5, 2.0, 0.85),
    "KES-2": Drawn(82, 8, 0.8),
    "KES-3": Drawn(22, 6, -0.7),
    "DIK-1": Drawn(13.1, 0.9, 0.8, 2),
    "DIK-2": Drawn(0, 0, 0),
    "DIK-3": Drawn(100, 0, 0, 0),
    "HID-1": Drawn(48, 9, 0.8),
    "HID-2": Drawn(5.2, 1.1, -0.75),
    "LAY-1": Drawn(81, 1.2, 0.8),
    "LAY-2": Drawn(55, 17, 0.85),
}
OIL = (7, 352.4)
"""The region, counted from 0, whose product is not its people's."""

UNKNOWN = ((4, "KES-2"), (15, "HID-2"))


def rows() -> Iterator[list[str]]:
    """Yield the header, then one row a region."""
    random = Random(SEED)  # noqa: S311 - invented figures
    yield ["unit", *INDICATORS]
    for number in range(REGIONS):
        common = random.gauss(0, 1)
        figures = {}
        for name, (mean, spread, share, decimals) in INDICATORS.items():
            own = random.gauss(0, 1) * (1 - share**2) ** 0.5
            figures[name] = f"{mean + spread * (share * common + own):.{decimals}f}"
        years = float(figures["DIK-1"])
        figures["DIK-2"] = f"{5.5 * years + random.gauss(0, 0.7):.1f}"
        if number == OIL[0]:
            figures["HID-1"] = str(OIL[1])
        for region, name in UNKNOWN:
            if region == number:
                figures[name] = ""
        yield [f"Kabupaten Rekaan {number + 1}", *figures.values()]


def write_to(path: Path) -> None:
    """Write the table to *path*."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the figures of twenty invented regions.")
    parser.add_argument(
        "--output", type=Path, default=FILE, metavar="FILE", help="default: beside this script"
    )
    path = parser.parse_args().output
    write_to(path)
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
