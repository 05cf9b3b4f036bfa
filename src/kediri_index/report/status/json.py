"""The board of agencies (OPD) as JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from kediri_index.messages.numbers import plain
from kediri_index.model.board import Board, OpdStatus, OtherFile
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.report.envelope import Json, envelope_of, exact
from kediri_index.report.markdown_text import escaped
from kediri_index.report.spreadsheet_text import harmless
from kediri_index.report.status.words import NOTHING, StatusWords

HEADER = (
    "id",
    "name",
    "state",
    "answered",
    "expected",
    "errors",
    "warnings",
    "revision",
    "weight",
    "due",
    "overdue_days",
    "files",
    "superseded",
)
_COLUMNS = (
    "board.filled",
    "board.errors",
    "board.warnings",
    "board.revision",
    "column.weight",
    "board.overdue",
)


def status_json(
    board: Board,
    definition: Definition,
    inputs: Iterable[InputFile],
    findings: Iterable[Json],
) -> str:
    """Return the envelope of ``status``; *findings* are plain data already."""
    nobody = board.unassigned
    result = {
        "unit": board.unit,
        "year": board.year,
        "due": _day(board.due),
        "expected_opd": len(board.opd),
        "complete_opd": board.complete,
        "opd": [_opd(row) for row in board.opd],
        "other_files": [_other(other) for other in board.other_files],
        "unassigned": {
            "ids": list(nobody.ids),
            "answered": nobody.answered,
            "expected": len(nobody.ids),
            "weight": exact(nobody.weight),
        },
    }
    return envelope_of("status", definition, inputs, result, findings)


def status_csv(board: Board) -> str:
    """Return one row an agency; names of several files stand in one cell, apart by ``; ``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for row in board.opd:
        cells = (
            row.opd.id,
            row.opd.name,
            row.state.value,
            row.answered,
            row.expected,
            row.errors,
            row.warnings,
            row.revision,
            plain(row.weight),
            _day(board.due),
            row.overdue_days,
            "; ".join(row.files),
            "; ".join(path for path, _ in row.superseded),
        )
        writer.writerow(harmless("" if cell is None else str(cell)) for cell in cells)
    return text.getvalue()


def status_md(words: StatusWords) -> str:
    """Return the board as a section with a table, and a list of the files beside it."""
    board = words.board
    head = (words.say("column.opd"), words.say("board.state"), *map(words.say, _COLUMNS))
    lines = [
        f"## {escaped(words.title())}",
        "",
        f"**{escaped(words.complete())}**",
        "",
        _line([escaped(cell) for cell in head]),
        _line(["---", "---", *["---:"] * len(_COLUMNS)]),
    ]
    for row in board.opd:
        figures = (
            f"{row.answered}/{row.expected}",
            str(row.errors or NOTHING),
            str(row.warnings or NOTHING),
            NOTHING if row.revision is None else str(row.revision),
            words.weight(row.weight),
            str(row.overdue_days or NOTHING),
        )
        lines.append(_line([escaped(row.opd.name), escaped(words.state(row.state)), *figures]))
    sentences = [
        f"{row.opd.name}: {sentence}" for row in board.opd for sentence in words.below(row)
    ]
    if sentences:
        lines += ["", *(f"- {escaped(sentence)}" for sentence in sentences)]
    if board.other_files:
        lines += ["", f"### {escaped(words.say('board.other-files'))}", ""]
        for other in board.other_files:
            lines.append(f"- {escaped(words.file(other.path))}: {escaped(words.other_file(other))}")
    unassigned = words.unassigned()
    if unassigned:
        lines += ["", escaped(unassigned)]
    return "\n".join(lines) + "\n"


def _opd(row: OpdStatus) -> dict[str, Json]:
    return {
        "id": row.opd.id,
        "name": row.opd.name,
        "state": row.state.value,
        "files": list(row.files),
        "superseded": [path for path, _ in row.superseded],
        "revision": row.revision,
        "answered": row.answered,
        "expected": row.expected,
        "unfilled": [one.id for one in row.unfilled],
        "elsewhere": list(row.elsewhere),
        "errors": row.errors,
        "warnings": row.warnings,
        "weight": exact(row.weight),
        "overdue_days": row.overdue_days,
    }


def _other(other: OtherFile) -> dict[str, Json]:
    return {
        "path": other.path,
        "reason": other.reason.value,
        "said": other.said,
        "nearest": None if other.nearest is None else other.nearest.id,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
