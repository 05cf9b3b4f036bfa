"""A few mutants of the examples on every run of the tests, and that a fault of one is seen."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from examples.finding_examples.bundles import GOOD, zipped
from tests.hostile.fuzz import judging
from tests.hostile.fuzz.judging import judged, prepared
from tests.hostile.fuzz.mutants import EXAMPLES, KINDS, Mutant, mutant

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")

FEW = 12
CITY = (EXAMPLES / "kota-kediri-2022.xlsx").read_bytes()
NO_BUNDLE = b"PK\x05\x06" + bytes(18)


def test_mutants_are_told_in_full_and_harm_nobody(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    faults = {
        number: outcome.faults
        for number in range(FEW)
        if (outcome := judged(mutant(7, number, NO_BUNDLE), folder)).faults
    }
    assert faults == {}


def test_a_mutant_is_the_same_on_every_run_and_every_kind_has_its_share() -> None:
    made = [mutant(1, number, NO_BUNDLE) for number in range(60)]
    assert made[:20] == [mutant(1, number, NO_BUNDLE) for number in range(20)]
    assert made[:20] != [mutant(2, number, NO_BUNDLE) for number in range(20)]
    counted = Counter(one.kind.name for one in made)
    assert set(counted) <= {kind.name for kind in KINDS}
    assert counted["xlsx: XML"] > 10


PLANTED = {
    "exit 70": (
        "from kediri_index.usecases import many_files\ndef bug(*said, **more):\n    raise ZeroDivisionError\n"
        "many_files.check = bug"
    ),
    "ended by force": "import os, kediri_index.cli.run as r\nr.run = lambda line: os.abort()",
    "no JSON": "import sys\nsys.stdout.write('x')",
    "it was changed": "open('mutant.xlsx', 'ab').write(b'x')",
    "something is left": "open('x', 'w').write('x')",
    "a traceback": "import sys\nsys.stderr.write('Traceback')",
    "screen obeys": "import sys\nsys.stdout.write(' \\x1b[2J')",
}


@pytest.mark.parametrize("said", sorted(PLANTED))
def test_a_fault_is_seen(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = prepared(tmp_path / "data")
    kind = next(kind for kind in KINDS if kind.ending == ".xlsx")
    command = ("check", "mutant.xlsx", "--format", "json")
    made = Mutant(0, kind, "kota-kediri-2022.xlsx", "mutant.xlsx", CITY, [command])
    if said == "exit 70":
        assert judged(made, folder).faults == ()
    monkeypatch.setattr(judging, "PROGRAM", f"{PLANTED[said]}\n{judging.PROGRAM}")
    assert said in " ".join(judged(made, folder).faults)


def test_a_file_that_neither_counts_nor_has_a_finding_is_lost(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    kind = next(kind for kind in KINDS if kind.ending == ".csv")
    command = ("check", "data.csv", "--config", str(EXAMPLES / "wilayah-contoh" / "indeks.yaml"))
    made = Mutant(0, kind, "x", "mutant.csv", b"", [[*command, "--format", "json"]])
    assert "lost" in " ".join(judged(made, folder).faults)


def test_a_changed_archive_that_is_verified_is_a_fault(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    kind = next(kind for kind in KINDS if kind.name == "bundle")
    command = ("verify", "mutant.zip", "--format", "json")
    made = Mutant(0, kind, "a bundle", "mutant.zip", zipped(GOOD), [command])
    assert judged(made, folder).faults == (
        "verify mutant.zip --format json: a changed archive is verified",
    )
    assert judged(made._replace(is_changed=False), folder).faults == ()
