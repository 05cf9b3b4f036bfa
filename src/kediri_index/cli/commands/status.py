"""The command ``status``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options, values
from kediri_index.cli.commands import command
from kediri_index.cli.folders import refuse_links, write_all
from kediri_index.cli.output import refuse_outputs, say
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.cli.values import given_day
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, NotFoundError, UsageError
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.model.profile import Profile
    from kediri_index.present.commands.status import StatusPresentation


@command(Offer.TABLES, without=("paths", "value", "decimal", "allow_errors"))
def status(
    folder: Annotated[str, options.argument("folder")],
    request: options.DataRequest,
    *,
    due: Annotated[str | None, options.option("due", "day")] = None,
    messages: Annotated[str | None, options.option("messages", "messages")] = None,
) -> int:
    """Check the files, print the board, write the messages; return the exit code."""
    from kediri_index.messages.catalogue import has_errors
    from kediri_index.present.commands.status import StatusPresentation
    from kediri_index.usecases.check import check as check_files
    from kediri_index.usecases.status import status as status_of

    day = given_day("--due", due)
    _refuse_no_folder(folder)
    request = replace(request, paths=[folder])
    inputs = request.load(empty_folder=True)
    definition, profile = inputs.definition, inputs.profile
    language = request.language(definition.language)
    print_found(SourcesRead(definition, profile), request, language)
    if profile is None:
        raise UsageError("no-profile", path=folder)
    checked = check_files(*inputs.files, hints=inputs.hints, known=inputs.known)
    if inputs.waive is not None:
        checked = inputs.waive(checked)
    board = status_of(
        checked, definition, profile, today=values.today(), due=day, hints=request.hints()
    )
    shown = StatusPresentation(
        language,
        board,
        definition,
        folder,
        checked.data.inputs,
        checked.findings,
        checked.waived,
        request.arguments(),
        request.arguments(due=due) if messages is None else None,
    )
    written = () if messages is None else _write_letters(shown, profile, Path(messages), request)
    print_in(request.format, shown, request.output, force=request.force)
    for sentence in () if request.quiet else written:
        say(sentence)
    print_remarks(shown, request, SourcesRead(definition, profile, shown.inputs))
    return EXIT_FINE if shown.is_complete and not has_errors(shown.findings) else EXIT_FINDINGS


def _refuse_no_folder(path: str) -> None:
    from kediri_index.model.text import Suggestion

    if path and not Path(path).is_dir():
        if Path(path).exists():
            raise UsageError("not-a-folder", path=path)
        raise NotFoundError("path-not-found", path=path, nearest=Suggestion(None))


def _write_letters(
    shown: StatusPresentation, profile: Profile, folder: Path, request: options.DataRequest
) -> tuple[str, ...]:
    """Write a letter to each agency that is not complete; return the sentences about them.

    None is written where any is there already, unless ``--force``. A letter to an agency that has
    become complete is not touched, but named.
    """
    from kediri_index.present.letters import letter_files
    from kediri_index.usecases.profile_files import letterhead_of

    letterhead = letterhead_of(profile, request.limits())
    named = letter_files(shown, profile, values.today(), letterhead)
    files = {folder / name: data for name, data in named.items() if data is not None}
    refuse_links(folder, files)
    refuse_outputs([*map(str, files)], force=request.force)
    write_all(files, force=request.force)
    count = sum(1 for path in files if path.suffix == ".txt")
    said = shown.say("messages-written", count=count, path=str(folder))
    outdated = tuple(
        name for name, data in named.items() if data is None and (folder / name).exists()
    )
    return (said, shown.say("messages-outdated", names=outdated)) if outdated else (said,)
