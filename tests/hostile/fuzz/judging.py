"""Running a mutant in a process with limits, and holding it to what every run is held to."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from tests.hostile.fuzz.mutants import CITY, DATA, Mutant
from tests.hostile.judging import obeyed
from tests.hostile.running import SECONDS, forked

_PROGRAM = """
import json, sys
from kediri_index.cli.run import run
for line in json.loads(sys.argv[1]):
    sys.argv = ["kediri-index", *line]
    code = run(line)
    sys.stdout.write(f"\\x1e{code}\\x1e")
    sys.stdout.flush()
    sys.stderr.write("\\x1e")
"""
"""The commands one after the other in one child; what each says ends with a separator."""
_SEPARATOR = "\x1e"
_ALLOWED = {0, 1, 2}


class Outcome(NamedTuple):
    """How the runs of a mutant ended; *faults* is what must not be, one sentence each."""

    codes: tuple[int, ...]
    faults: tuple[str, ...]
    seconds: float
    kilobytes: int


def prepared(folder: Path) -> Path:
    """Return *folder* with what is read beside a mutant."""
    folder.mkdir()
    shutil.copy(CITY / "Dinas Sosial.xlsx", folder / DATA)
    return folder


def judged(mutant: Mutant, folder: Path) -> Outcome:
    """Run the commands of *mutant* in *folder* and say what is wrong with how they ended."""
    path = folder / mutant.file
    path.write_bytes(mutant.data)
    lines = [
        [mutant.file if one == "FILE" else one for one in line] for line in mutant.kind.commands
    ]
    ran = forked(folder, arguments=[json.dumps(lines)], program=_PROGRAM)
    faults = []
    if path.read_bytes() != mutant.data:
        faults.append("it was changed")
    path.unlink()
    if len(list(folder.iterdir())) != 1:
        faults.append("something is left beside it")
    out, err = (part.decode("utf-8", "replace") for part in (ran.out, ran.err))
    said = out.split(_SEPARATOR)
    talk = err.split(_SEPARATOR)
    codes = []
    for number, line in enumerate(lines):
        if 2 * number + 1 >= len(said):
            codes.append(ran.code)
            late = ran.code < 0 or ran.seconds >= SECONDS
            faults.append(f"{line[0]}: {'ended by force' if late else 'no end'}: {err[-1000:]}")
            break
        codes.append(int(said[2 * number + 1]))
        faults += [
            f"{line[0]}: {fault}"
            for fault in _faults(codes[-1], said[2 * number], talk[number], mutant)
        ]
    return Outcome(tuple(codes), tuple(faults), ran.seconds, ran.kilobytes)


def _faults(code: int, out: str, err: str, mutant: Mutant) -> list[str]:
    found = []
    if code not in _ALLOWED:
        found.append(f"exit {code}: {err.strip()[-600:]}")
    if "Traceback" in err:
        found.append("a traceback")
    if "F123" in out + err:
        found.append(f"a defect of the reader: {(out + err)[(out + err).index('F123') :][:500]}")
    if obeyed(out + err):
        found.append(f"says what a screen obeys: {obeyed(out + err)!r}")
    if "memori komputer" in err:
        found.append("too little memory")
    if code == _USAGE and mutant.kind.ending in {".xlsx", ".csv"}:
        found.append(f"refused: {err.strip()[-300:]}")
    if out.strip():
        try:
            document = json.loads(out)
        except ValueError as error:
            return [*found, f"no JSON: {error}"]
        found += _lost(document, mutant)
    elif code != _USAGE and code in _ALLOWED:
        found.append("nothing is said")
    return found


_USAGE = 2


def _lost(document: dict[str, object], mutant: Mutant) -> list[str]:
    """Say where the mutant neither counts nor has a finding."""
    inputs, findings = document.get("inputs"), document.get("findings")
    if mutant.kind.ending not in {".xlsx", ".csv"}:
        return []
    assert isinstance(inputs, list)
    assert isinstance(findings, list)
    named = any(one["file"] == mutant.file for one in findings)
    counted = any(one["path"] == mutant.file and one["layout"] for one in inputs)
    return [] if named or counted else ["lost: it neither counts nor has a finding"]
