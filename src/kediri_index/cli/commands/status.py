"""The command ``status``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import StatusFormat

if TYPE_CHECKING:
    from kediri_index.present.commands.status import StatusPresentation


def status(  # noqa: PLR0913 - the options of the command
    folder: Annotated[
        str, typer.Argument(help=options.explained("folder"), metavar=options.metavar("folder"))
    ],
    *,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    due: Annotated[str | None, options.option("due", "day")] = None,
    waivers: options.Waivers = None,
    messages: Annotated[str | None, options.option("messages", "messages")] = None,
    output_format: Annotated[StatusFormat, options.FORMAT] = StatusFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files, print the board, write the messages; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.days import given_day, today
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.output import refuse_inputs, say
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, print_in, tell
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
    from kediri_index.messages.catalogue import has_errors
    from kediri_index.present.commands.status import StatusPresentation
    from kediri_index.usecases.check import check as check_files
    from kediri_index.usecases.status import status as status_of

    day = given_day("--due", due)
    request = Request(
        (_folder(folder),),
        config,
        profile,
        tuple(limit or ()),
        unit=unit,
        year=year,
        waivers=waivers,
        empty_folder=True,
    )
    hints = request.hints()
    waive = request.waiving()
    inputs = load_inputs(request)
    refuse_inputs(output, [*inputs.paths(), *filter(None, (waivers,))])
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
        again=request.again(),
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    if inputs.profile is None:
        raise UsageError("no-profile", path=folder)
    checked = check_files(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        hints=inputs.hints(hints),
        known=inputs.surroundings.known_definitions,
    )
    if waive is not None:
        checked = waive(checked)
    board = status_of(
        checked, inputs.definition, inputs.profile, today=today(), due=day, hints=hints
    )
    shown = StatusPresentation(
        printing.language,
        board,
        inputs.definition,
        folder,
        checked.data.inputs,
        checked.findings,
        checked.waived,
        printing.again,
        request.again(due=due) if messages is None else None,
    )
    written = () if messages is None else _write_letters(shown, Path(messages), force=force)
    print_in(output_format, shown, output, force=force)
    for sentence in () if quiet else written:
        say(sentence)
    tell(shown, output_format, printing, Used(inputs.definition, inputs.profile, shown.inputs))
    return EXIT_FINE if shown.is_complete and not has_errors(shown.findings) else EXIT_FINDINGS


def _folder(path: str) -> str:
    """Return *path* where it is a folder; raises :class:`UsageError` where it is none."""
    from kediri_index.errors import NotFoundError, UsageError
    from kediri_index.model.text import Suggestion

    if path and not Path(path).is_dir():
        if Path(path).exists():
            raise UsageError("not-a-folder", path=path)
        raise NotFoundError("path-not-found", path=path, nearest=Suggestion(None))
    return path


def _write_letters(shown: StatusPresentation, folder: Path, *, force: bool) -> tuple[str, ...]:
    """Write one message an agency that is not complete; return what is to be said of it.

    None is written where any is there already, unless ``--force``. A message of an agency that has
    become complete is not touched, but named.
    """
    from kediri_index.cli.output import in_folder, refuse_links, write_file
    from kediri_index.errors import UsageError
    from kediri_index.model.text import apart, file_name
    from kediri_index.present.letters import letters

    found = letters(shown)
    agencies = [row.opd.id for row in shown.board.opd]
    names = dict(zip(agencies, apart([file_name(opd) for opd in agencies]), strict=True))
    paths = {folder / f"{names[opd]}.txt": letter for opd, letter in found.items()}
    refuse_links(folder, paths)
    there = next((path for path in paths if path.exists()), None)
    if there is not None and not force:
        raise UsageError("output-exists", path=str(there))
    with in_folder(folder):
        for path, letter in paths.items():
            write_file(path, letter.encode(), force=force)
    others = (folder / f"{names[opd]}.txt" for opd in agencies)
    outdated = tuple(path.name for path in others if path not in paths and path.exists())
    said = shown.say("messages-written", count=len(paths), path=str(folder))
    if not outdated:
        return (said,)
    return said, shown.say("messages-outdated", names=outdated)
