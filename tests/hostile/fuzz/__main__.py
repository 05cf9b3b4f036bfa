"""``python -m tests.hostile.fuzz``: mutants of the examples, and what the program makes of them.

Run by hand: ten thousand take some ten minutes. Ends with 1 where any ended as none may.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.fuzz.judging import Outcome, judged, prepared
from tests.hostile.fuzz.mutants import EXAMPLES, KINDS, mutant
from tests.hostile.running import bounded


def main() -> int:
    """Make, run and judge the mutants that the arguments ask for; print what came of each kind."""
    asked = _arguments()
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    failed = 0
    began = time.monotonic()
    with TemporaryDirectory() as temporary:
        archive = archived(Path(temporary) / "archive")
        folder = prepared(Path(temporary) / "mutants")
        for number in range(asked.first, asked.first + asked.count):
            made = mutant(asked.seed, number, archive, asked.kind)
            outcome = judged(made, folder)
            outcomes[made.kind.name].append(outcome)
            if outcome.faults:
                failed += 1
                told = "\n    ".join(outcome.faults)
                sys.stdout.write(f"{number} {made.kind.name} of {made.original}\n    {told}\n")
                sys.stdout.flush()
            if asked.keep and (outcome.faults or asked.count == 1):
                kept = Path(asked.keep)
                kept.mkdir(parents=True, exist_ok=True)
                (kept / f"{number}-{made.file}").write_bytes(made.data)
    sys.stdout.write(_table(outcomes))
    seconds = time.monotonic() - began
    sys.stdout.write(
        f"{asked.count} mutants of seed {asked.seed} in {seconds:.0f} s, {failed} failed\n"
    )
    return 1 if failed else 0


def archived(folder: Path) -> bytes:
    """Return a bundle of an example."""
    folder.mkdir()
    ran = bounded(folder, ["bundle", str(EXAMPLES / "kota-kediri-2022.xlsx"), "--output", "a.zip"])
    assert ran.code == 0, ran.err
    return (folder / "a.zip").read_bytes()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many mutants")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1, help="which mutants")
    parser.add_argument("--kind", choices=[kind.name for kind in KINDS], help="of one kind only")
    parser.add_argument("--keep", metavar="FOLDER", help="where to keep those that fail")
    return parser.parse_args()


def _table(outcomes: dict[str, list[Outcome]]) -> str:
    codes = sorted({code for some in outcomes.values() for one in some for code in one.codes})
    head = ["mutants of", "count", *(f"exit {code}" for code in codes), "worst s", "worst MiB"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for kind in KINDS:
        some = outcomes.get(kind.name, [])
        if not some:
            continue
        counted = Counter(code for one in some for code in one.codes)
        worst = max(one.seconds for one in some), max(one.kilobytes for one in some) / 1024
        ends = (str(counted[code]) for code in codes)
        rows.append([kind.name, f"{len(some)}", *ends, f"{worst[0]:.2f}", f"{worst[1]:.0f}"])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
