"""The command ``status``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import StatusFormat


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
    from kediri_index.api.check import check as check_files
    from kediri_index.api.status import status as status_of
    from kediri_index.cli.clock import today
    from kediri_index.cli.days import given_day
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.request import Request
    from kediri_index.cli.status_output import folder_of, print_status
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import UsageError
    from kediri_index.present.status.shown import StatusShown

    day = given_day("--due", due)
    request = Request(
        (folder_of(folder),),
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
    shown = StatusShown(
        board,
        inputs.definition,
        checked.data,
        checked.findings,
        checked.waived,
        printing.language,
        folder,
    )
    again = request.again(due=due)
    return print_status(
        shown, inputs.profile, output_format, printing, messages=messages, again=again
    )
