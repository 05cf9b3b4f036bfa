"""The session of a check page: what the browser asks of the commands, and what they wrote for it.

The working folder is a project's, with the submissions beside its ``config``.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NotRequired, TypedDict

from kediri_index.cli.language import VARIABLE
from kediri_index.cli.run import run
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.model.findings import Severity
from kediri_index.model.text import file_name
from kediri_index.project_folder import CONFIG


class Answer(TypedDict):
    """What a command came to: its exit code, and what it *said* where it has no result.

    *findings* and *score* are pages; *counts* has the errors, warnings and notes of each file, and
    *agencies* whose they are. *files* are to be saved, by name.
    """

    code: int
    said: str
    findings: NotRequired[str]
    score: NotRequired[str]
    counts: NotRequired[dict[str, list[int]]]
    agencies: NotRequired[list[str]]
    files: NotRequired[dict[str, bytes]]


def check(files: Mapping[str, bytes], language: str, opd: str | None = None) -> Answer:
    """Check *files*, given by name, and mark copies of the faulty ones.

    Where none has an error, score what they hold: answers of others may be missing still.
    """
    names = _placed(files)
    agency = [] if opd is None else [f"--opd={opd}"]
    with TemporaryDirectory() as place:
        page, report, score = (Path(place, name) for name in ("page", "report", "score"))
        copies = Path(place, "copies")
        asked = ["--quiet", "--format=html", f"--output={page}", *agency]
        reports = [f"--report=json={report}", f"--mark={copies}"]
        code, said = _called(language, "check", *asked, *reports, "--", *names)
        if code not in {EXIT_FINE, EXIT_FINDINGS}:
            return Answer(code=code, said=said)
        found = json.loads(report.read_bytes())
        answer = Answer(
            code=code,
            said="",
            findings=page.read_text(encoding="utf-8"),
            counts=_counts(names, found["findings"]),
            agencies=sorted({one["opd"] for one in found["inputs"] if one["opd"]}),
            files=_written(copies),
        )
        if code == EXIT_FINE:
            asked = ["--quiet", "--allow-errors", "--format=html", f"--output={score}"]
            scored, answer["said"] = _called(language, "score", *asked, "--", *names)
            if scored == EXIT_FINE:
                answer["score"] = score.read_text(encoding="utf-8")
    return answer


def letters(agencies: Sequence[str], language: str) -> Answer:
    """Write the letters to those of *agencies* whose submissions have faults or gaps."""
    with TemporaryDirectory() as place:
        folder = Path(place, "letters")
        code, said = _called(language, "status", ".", "--quiet", f"--messages={folder}")
        of = {f"{file_name(one)}.txt" for one in agencies}
        files = {name: data for name, data in _written(folder).items() if name in of}
    return Answer(code=code, said="" if files else said, files=files)


def form(language: str, opd: str | None = None) -> Answer:
    """Write the blank form of an agency, or the one of all indicators."""
    with TemporaryDirectory() as place:
        path = Path(place, f"{file_name(opd or 'formulir')}.xlsx")
        agency = [] if opd is None else [f"--opd={opd}"]
        code, said = _called(language, "template", *agency, f"--output={path}")
        return Answer(code=code, said=said, files=_written(Path(place)))


def _placed(files: Mapping[str, bytes]) -> list[str]:
    """Put *files* in the place of those before them; return their names."""
    here = Path()
    for old in here.iterdir():
        if old.is_dir() and old.name != CONFIG:
            shutil.rmtree(old)
        elif old.is_file():
            old.unlink()
    for name, data in files.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return sorted(files)


def _counts(names: Sequence[str], findings: Sequence[Mapping[str, str]]) -> dict[str, list[int]]:
    """Return the errors, warnings and notes of each file."""
    counts = {name: [0] * len(Severity) for name in names}
    for one in findings:
        if one["file"] in counts:
            counts[one["file"]][[*Severity].index(Severity(one["severity"]))] += 1
    return counts


def _called(language: str, *arguments: str) -> tuple[int, str]:
    """Run a command in *language*; return its exit code and what it printed."""
    os.environ[VARIABLE] = language
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = run(arguments)
    gc.collect()  # the files of the next drop need the room
    return code, printed.getvalue()


def _written(folder: Path) -> dict[str, bytes]:
    """Return the files below *folder* by name, none where there is no folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
