"""The start of the program, and the common case: one city's workbook of 117 questions."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import PYTHON, Command, Row, compared, medians, own

MALANG = "examples/kabupaten-malang-2023.xlsx"
DEFINITION = "config/pillars.yaml"
FRICTIONLESS = ("validate", MALANG, "--sheet", "Penilaian", "--header-rows", "3")
CHECK_JSONSCHEMA = ("--schemafile", "config/definition.schema.json", DEFINITION)


def rows(runs: int, rivals: Path | None) -> Iterator[Row]:
    """Yield the commands beside a bare Python and beside the *rivals* in that folder."""
    frictionless = program("frictionless", rivals, *FRICTIONLESS)
    check_jsonschema = program("check-jsonschema", rivals, *CHECK_JSONSCHEMA)
    plain: dict[str, tuple[Command, float | None]] = {
        "--version": (script("--version"), 3),
        "--help": (script("--help"), 8),
        "score, 117 questions": (script("score", MALANG), 20),
        "check, 117 questions": (script("check", MALANG), None),
        "definition show": (script("definition", "show"), None),
        "definition lint": (script("definition", "lint", DEFINITION), None),
    }
    score, lint = plain["score, 117 questions"][0], plain["definition lint"][0]
    commands = [PYTHON, frictionless, check_jsonschema, *(one for one, _ in plain.values())]
    costs = medians(commands, runs)
    for what, (command, goal) in plain.items():
        yield compared(what, command, "python -c pass", PYTHON, costs, goal=goal)
    yield compared(
        "score, 117 questions", score, "frictionless validate", frictionless, costs, goal=0.25
    )
    yield compared("definition lint", lint, "check-jsonschema", check_jsonschema, costs)


def script(*arguments: str) -> Command:
    """Return how a user starts this project: by its script, else by its module."""
    found = shutil.which("kediri-index", path=str(Path(sys.executable).parent))
    return (found, *arguments) if found else own(*arguments)


def program(name: str, folder: Path | None, *arguments: str) -> Command:
    """Return how to start a rival in *folder*, or beside this Python."""
    found = shutil.which(name, path=str(folder or Path(sys.executable).parent))
    return (found or name, *arguments)
