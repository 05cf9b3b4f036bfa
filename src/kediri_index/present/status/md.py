"""The board of agencies (OPD) as Markdown, for pages and pull requests."""

from __future__ import annotations

from kediri_index.present.markdown_text import escaped, row
from kediri_index.present.status.shown import StatusShown
from kediri_index.present.status.words import NOTHING

_COLUMNS = (
    "board.filled",
    "board.errors",
    "board.warnings",
    "board.revision",
    "column.weight",
    "board.overdue",
)


def render(shown: StatusShown) -> str:
    """Return the board as a section with a table, and a list of the files beside it."""
    words, board = shown.words(), shown.board
    head = (words.say("column.opd"), words.say("board.state"), *map(words.say, _COLUMNS))
    lines = [
        f"## {escaped(words.title())}",
        "",
        f"**{escaped(words.complete())}**",
        "",
        row([escaped(cell) for cell in head]),
        row(["---", "---", *["---:"] * len(_COLUMNS)]),
    ]
    for agency in board.opd:
        figures = (
            f"{agency.answered}/{agency.expected}",
            str(agency.errors or NOTHING),
            str(agency.warnings or NOTHING),
            NOTHING if agency.revision is None else str(agency.revision),
            words.weight(agency.weight),
            str(agency.overdue_days or NOTHING),
        )
        lines.append(row([escaped(agency.opd.name), escaped(words.state(agency.state)), *figures]))
    sentences = [
        f"{agency.opd.name}: {sentence}"
        for agency in board.opd
        for sentence in (
            *([words.not_applicable(agency)] if agency.not_applicable else ()),
            *words.below(agency),
        )
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
