"""Printing the board of agencies (OPD), and writing the messages to them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kediri_index.api.check import Checked
from kediri_index.cli.in_format import print_in
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.output import in_folder, say, write_file
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, NotFoundError, UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.messages.texts import text
from kediri_index.model.board import Board
from kediri_index.report.formats import StatusFormat
from kediri_index.report.status.shown import StatusShown
from kediri_index.report.status.words import StatusWords


class Shown(NamedTuple):
    """What is shown; *again* is what the command is to be given once more."""

    board: Board
    checked: Checked
    inputs: Inputs
    folder: str
    again: str


def folder_of(path: str) -> str:
    """Return *path* where it is a folder; raises :class:`UsageError` where it is none."""
    if path and not Path(path).is_dir():
        if Path(path).exists():
            raise UsageError("not-a-folder", path=path)
        from kediri_index.model.nearest import Suggestion  # only a fault needs it

        raise NotFoundError("path-not-found", path=path, nearest=Suggestion(None))
    return path


def print_status(
    shown: Shown, output_format: StatusFormat, printing: Printing, messages: str | None
) -> int:
    """Print the board and write the *messages*; return 0 where all is complete and no error."""
    board, checked = shown.board, shown.checked
    to_show = StatusShown(
        board,
        shown.inputs.definition,
        checked.data,
        checked.findings,
        checked.waived,
        printing.language,
        shown.folder,
    )
    written = (
        None
        if messages is None
        else _write_letters(shown, to_show.words(), Path(messages), printing)
    )
    print_in(output_format, to_show, printing.output, force=printing.force)
    if printing.verbose and output_format is StatusFormat.TABLE:
        tell_inputs(
            shown.inputs.definition, shown.inputs.profile, checked.data.inputs, printing.language
        )
    if not printing.quiet:
        for sentence in written or ():
            say(sentence)
        if output_format is StatusFormat.TABLE:
            _next(shown, printing, written=written is not None)
    fine = board.complete == len(board.opd) and not has_errors(checked.findings)
    return EXIT_FINE if fine else EXIT_FINDINGS


def _write_letters(shown: Shown, words: StatusWords, folder: Path, printing: Printing) -> list[str]:
    """Write one message an agency that is not complete; return what is to be said of it.

    None is written where any is there already, unless ``--force``. A message of an agency that has
    become complete is not touched, but named.
    """
    from kediri_index.report.status.letters import letters  # only these need it

    found = letters(words, shown.inputs.definition)
    paths = {folder / f"{opd}.txt": document for opd, document in found.items()}
    there = next((path for path in paths if path.exists()), None)
    if there is not None and not printing.force:
        raise UsageError("output-exists", path=str(there))
    with in_folder(folder):
        for path, document in paths.items():
            write_file(path, document.encode(), force=printing.force)
    outdated = tuple(
        path.name
        for row in shown.board.opd
        if (path := folder / f"{row.opd.id}.txt") not in paths and path.exists()
    )
    said = [text("messages-written", printing.language, count=len(paths), path=str(folder))]
    if outdated:
        said.append(text("messages-outdated", printing.language, names=outdated))
    return said


def _next(shown: Shown, printing: Printing, *, written: bool) -> None:
    language = printing.language
    if shown.checked.findings:
        say(text("next.check-folder", language, again=printing.again))
    if shown.board.complete == len(shown.board.opd):
        say(text("next.score", language, again=printing.again))
    elif not written:
        say(text("next.messages", language, again=shown.again))
