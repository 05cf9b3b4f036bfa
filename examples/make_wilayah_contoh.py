"""Write the figures of twenty invented regions, with faults that an index's builder should see.

Last year's figures are those of nineteen of them, since one region is new.

The figures are drawn with a fixed seed. Run as ``python -m examples.make_wilayah_contoh``; the
same bytes each time.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

FILE = Path(__file__).parent / "wilayah-contoh" / "wilayah.csv"
BEFORE = Path(__file__).parent / "wilayah-contoh-2022" / "wilayah.csv"
REGIONS = 20
SEED = 2023
SEED_BEFORE = 2022


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


def rows_before() -> Iterator[list[str]]:
    """Yield last year's header and rows: most figures were a little lower."""
    random = Random(SEED_BEFORE)  # noqa: S311 - invented figures
    header, *now = rows()
    yield ["unit", "year", *header[1:]]
    for name, *figures in now[:-1]:
        luck = random.gauss(0.97, 0.03)
        then = []
        for indicator, figure in zip(header[1:], figures, strict=True):
            drawn, decimals = luck + random.gauss(0, 0.04), INDICATORS[indicator].decimals
            moved = bool(figure) and INDICATORS[indicator].spread > 0
            then.append(f"{float(figure) * drawn:.{decimals}f}" if moved else figure)
        yield [name, "2022", *then]


def write_to(path: Path, table: Iterable[list[str]]) -> None:
    """Write the *table* to *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(table)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the figures of twenty invented regions.")
    parser.add_argument(
        "--output",
        type=Path,
        default=FILE.parent.parent,
        metavar="FOLDER",
        help="default: that of this script",
    )
    folder = parser.parse_args().output
    for file, table in ((FILE, rows()), (BEFORE, rows_before())):
        path = folder / file.parent.name / file.name
        write_to(path, table)
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
