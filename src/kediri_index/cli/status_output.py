"""Printing the board of agencies (OPD), and writing the messages to them."""

from __future__ import annotations

from pathlib import Path

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import in_folder, refuse_links, say, write_file
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, NotFoundError, UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.messages.texts import text
from kediri_index.model.file_name import apart, file_name
from kediri_index.model.profile import Profile
from kediri_index.present.formats import StatusFormat
from kediri_index.present.status.shown import StatusShown


def folder_of(path: str) -> str:
    """Return *path* where it is a folder; raises :class:`UsageError` where it is none."""
    if path and not Path(path).is_dir():
        if Path(path).exists():
            raise UsageError("not-a-folder", path=path)
        from kediri_index.model.nearest import Suggestion  # only a fault needs it

        raise NotFoundError("path-not-found", path=path, nearest=Suggestion(None))
    return path


def print_status(
    shown: StatusShown,
    profile: Profile | None,
    output_format: StatusFormat,
    printing: Printing,
    *,
    messages: str | None,
    again: str,
) -> int:
    """Print the board and write the *messages*; return 0 where all is complete and no error.

    *again* is what the command is to be given once more.
    """
    written = None if messages is None else _write_letters(shown, Path(messages), printing)
    print_in(output_format, shown, printing.output, force=printing.force)
    if printing.verbose and output_format is StatusFormat.TABLE:
        tell_inputs(shown.definition, profile, shown.data.inputs, printing.language)
    if not printing.quiet:
        for sentence in written or ():
            say(sentence)
        if output_format is StatusFormat.TABLE:
            _next(shown, printing, None if written is not None else again)
    fine = shown.is_complete and not has_errors(shown.findings)
    return EXIT_FINE if fine else EXIT_FINDINGS


def _write_letters(shown: StatusShown, folder: Path, printing: Printing) -> list[str]:
    """Write one message an agency that is not complete; return what is to be said of it.

    None is written where any is there already, unless ``--force``. A message of an agency that has
    become complete is not touched, but named.
    """
    from kediri_index.present.status.letters import letters  # only these need it

    found = letters(shown.words(), shown.definition)
    agencies = [row.opd.id for row in shown.board.opd]
    names = dict(zip(agencies, apart([file_name(opd) for opd in agencies]), strict=True))
    paths = {folder / f"{names[opd]}.txt": document for opd, document in found.items()}
    refuse_links(folder, paths)
    there = next((path for path in paths if path.exists()), None)
    if there is not None and not printing.force:
        raise UsageError("output-exists", path=str(there))
    with in_folder(folder):
        for path, document in paths.items():
            write_file(path, document.encode(), force=printing.force)
    outdated = tuple(
        path.name
        for row in shown.board.opd
        if (path := folder / f"{names[row.opd.id]}.txt") not in paths and path.exists()
    )
    said = [text("messages-written", printing.language, count=len(paths), path=str(folder))]
    if outdated:
        said.append(text("messages-outdated", printing.language, names=outdated))
    return said


def _next(shown: StatusShown, printing: Printing, again: str | None) -> None:
    """Say what to type next; *again* is for the messages, None where they are written."""
    language = printing.language
    if shown.findings:
        say(text("next.check-folder", language, again=printing.again))
    if shown.is_complete:
        say(text("next.score", language, again=printing.again))
    elif again is not None:
        say(text("next.messages", language, again=again))
