"""Running a mutant in a process with limits, and holding it to what every run is held to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.fuzz.mutants import CITY, DATA, EXAMPLES, Mutant
from tests.hostile.judging import obeyed
from tests.hostile.running import SECONDS, forked

PROGRAM = """
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
_ALLOWED = {0, 1, 2, 3}
_USAGE = 2
_DEFECT = '"code": "F123"'


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
    shutil.copy(EXAMPLES / "wilayah-contoh" / "wilayah.csv", folder / "data.csv")
    return folder


def judged(mutant: Mutant, folder: Path) -> Outcome:
    """Run the commands of *mutant* in *folder* and say what is wrong with how they ended."""
    path = folder / mutant.file
    path.write_bytes(mutant.data)
    ran = forked(folder, arguments=[json.dumps(mutant.commands)], program=PROGRAM)
    faults = []
    if path.read_bytes() != mutant.data:
        faults.append("it was changed")
    path.unlink()
    for made in folder.glob("made*"):
        _swept(made)
    if {one.name for one in folder.iterdir()} != {DATA, "data.csv"}:
        faults.append("something is left beside it")
    out, err = (part.decode("utf-8", "replace") for part in (ran.out, ran.err))
    said = out.split(_SEPARATOR)
    talk = err.split(_SEPARATOR)
    codes = []
    for number, line in enumerate(mutant.commands):
        if 2 * number + 1 >= len(said):
            codes.append(ran.code)
            late = ran.code < 0 or ran.seconds >= SECONDS
            faults.append(f"{line[0]}: {'ended by force' if late else 'no end'}: {err[-1000:]}")
            break
        codes.append(int(said[2 * number + 1]))
        run = _Run(line, codes[-1], said[2 * number], talk[number])
        faults += [f"{' '.join(line)}: {fault}" for fault in _faults(run, mutant)]
    return Outcome(tuple(codes), tuple(faults), ran.seconds, ran.kilobytes)


class _Run(NamedTuple):
    line: Sequence[str]
    code: int
    out: str
    err: str


def _swept(made: Path) -> None:
    if made.is_dir():
        shutil.rmtree(made)
    else:
        made.unlink(missing_ok=True)


def _faults(run: _Run, mutant: Mutant) -> list[str]:
    said = run.out + run.err
    found = []
    if run.code not in _ALLOWED:
        found.append(f"exit {run.code}: {run.err.strip()[-600:]}")
    if "Traceback" in said:
        found.append("a traceback")
    if _DEFECT in said:
        found.append(f"a defect of the reader: {said[said.index(_DEFECT) :][:500]}")
    if obeyed(said):
        found.append(f"says what a screen obeys: {obeyed(said)!r}")
    if "memori komputer" in run.err:
        found.append("too little memory")
    if run.line[0] == "verify" and run.code == 0 and mutant.is_changed:
        found.append("a changed archive is verified")
    is_data = mutant.kind.ending in {".xlsx", ".csv"}
    if run.code == _USAGE and is_data and run.line[0] in {"check", "score"}:
        found.append(f"refused: {run.err.strip()[-300:]}")
    if "json" in run.line and run.out.strip():
        found += _wrong(run.out, mutant, is_data=is_data)
    elif run.code in {0, 1} and not said.strip() and "--output" not in run.line:
        found.append("nothing is said")
    return found


def _wrong(out: str, mutant: Mutant, *, is_data: bool) -> list[str]:
    try:
        document = json.loads(out)
    except ValueError as error:
        return [f"no JSON: {error}"]
    return _lost(document, mutant) if is_data else []


def _lost(document: dict[str, object], mutant: Mutant) -> list[str]:
    """Say where the mutant neither counts nor has a finding."""
    inputs, findings = document.get("inputs"), document.get("findings")
    assert isinstance(inputs, list)
    assert isinstance(findings, list)
    named = any(one["file"] == mutant.file for one in findings)
    counted = any(one["path"] == mutant.file and one["layout"] for one in inputs)
    return [] if named or counted else ["lost: it neither counts nor has a finding"]
