"""``python -m tests.layouts``: random ordinary layouts, and whether each is read as it is due.

Run by hand: ten thousand take some minutes. Ends with 1 where a score is wrong without a word, or
more than one in two hundred ordinary layouts are refused.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.layouts.judging import Judged, Verdict, judged

MOST_REFUSED = 200
"""Of so many ordinary layouts one may be refused."""


def main() -> int:
    """Draw, score and judge the layouts that the arguments ask for; print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.layouts", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many layouts")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1, help="which layouts")
    parser.add_argument("--keep", metavar="FOLDER", help="where to keep those that fail")
    asked = parser.parse_args()
    began = time.monotonic()
    verdicts: Counter[Verdict] = Counter()
    reasons: Counter[str] = Counter()
    for number in range(asked.first, asked.first + asked.count):
        one = judged(asked.seed, number)
        verdicts[one.verdict] += 1
        if one.verdict in (Verdict.RIGHT, Verdict.NAMED):
            continue
        reasons[f"{one.verdict} {' '.join(one.codes)}"] += 1
        sys.stdout.write(f"{number} {_told(one)}\n")
        if asked.keep:
            folder = Path(asked.keep)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}-{one.name}").write_bytes(one.data)
    for reason, count in reasons.most_common(30):
        sys.stdout.write(f"{count:6} {reason}\n")
    told = ", ".join(f"{verdicts[one]} {one}" for one in Verdict)
    seconds = time.monotonic() - began
    sys.stdout.write(f"{asked.count} layouts of seed {asked.seed} in {seconds:.0f} s: {told}\n")
    many = verdicts[Verdict.REFUSED] * MOST_REFUSED > asked.count
    return 1 if many or verdicts[Verdict.WRONG] else 0


def _told(one: Judged) -> str:
    features = "; ".join(one.layout.features)
    return f"{one.verdict} [{one.writer}] {' '.join(one.codes)} ({features})"


if __name__ == "__main__":
    sys.exit(main())
