"""The command ``definition diff``."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from kediri_index.cli import options
from kediri_index.cli.completion import completed
from kediri_index.cli.git_tree import folder_at
from kediri_index.cli.output import refuse_inputs
from kediri_index.errors import UsageError
from kediri_index.model.comparison import DefinitionDiff, Effect
from kediri_index.model.dataset import Lead
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.present.commands.definition_diff import DiffReport
from kediri_index.present.formats import DiffFormat
from kediri_index.usecases.diff import against, compared, effect
from kediri_index.usecases.load import Surroundings, data_folders, load, profile_for, unit_beside
from kediri_index.usecases.read import Submission, read_workbooks
from kediri_index.workbook.files.made_for import carried_definition

_TWO = 2


class DiffRequest(NamedTuple):
    """What the command line names."""

    references: tuple[str, ...]
    ref: str | None
    data: tuple[str, ...]
    profile: str | None
    value: Lead | None
    hints: Hints
    limits: Limits
    output: str | None
    allow_errors: bool = False
    detail: bool = False


def compare(request: DiffRequest) -> DiffReport:
    """Return what is to be shown. Raises UsageError for a call that makes no sense."""
    surroundings = Surroundings.here(request.limits)
    references, data = _told_apart(request)
    submission = read_workbooks(data, limits=request.limits) if data else None
    if request.ref is None:
        loaded = [load(reference, surroundings) for reference in references]
        diffs: tuple[DefinitionDiff, ...] = (compared(*loaded),)
        together = None
    else:
        if submission is not None and not references:
            carried = carried_definition(submission.workbooks)
            references = (load(None, surroundings, carried=carried).definition.path,)
        with folder_at(request.ref, surroundings.folder, request.limits) as copy:
            diffs = against(references, copy, surroundings)
        together = request.ref if len(references) != 1 else None
    read = [side.path for diff in diffs for side in (diff.before, diff.after) if side is not None]
    refuse_inputs(request.output, [*read, *data])
    found = None
    if submission is not None:
        found = _effect(diffs[0], submission, request._replace(data=data), surroundings)
    return DiffReport(diffs, found, together, detail=request.detail)


def _told_apart(request: DiffRequest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the definitions and the data.

    What follows the two definitions belongs to --data, as where a shell writes out a pattern.
    """
    references = request.references
    if request.ref is not None:
        if request.data and len(references) > 1:
            raise UsageError("diff-data-of-one", count=len(references))
        return references, request.data
    if len(references) < _TWO:
        raise UsageError("diff-needs-two")
    further = references[_TWO:]
    if further and not request.data:
        raise UsageError("extra-argument", value=further[0], command="kediri-index definition diff")
    return references[:_TWO], (*request.data, *further)


def _effect(
    diff: DefinitionDiff, submission: Submission, request: DiffRequest, surroundings: Surroundings
) -> Effect:
    before, after = diff.before, diff.after
    if before is None or after is None:
        raise UsageError("diff-no-earlier", path=diff.path, ref=request.ref)
    folders = data_folders(request.data)
    profile = profile_for(request.profile, folders, surroundings)
    return effect(
        submission,
        before,
        after,
        profile,
        hints=request.hints._replace(theirs=request.hints.unit or unit_beside(profile, folders)),
        value=request.value,
        allow_errors=request.allow_errors,
    )


def diff(  # noqa: PLR0913 - the options of the command
    references: Annotated[
        list[str] | None,
        typer.Argument(
            help=options.explained("compared"),
            metavar=options.metavar("compared"),
            autocompletion=completed("definitions"),
        ),
    ] = None,
    *,
    against: Annotated[str | None, options.option("against", "ref")] = None,
    data: Annotated[list[str] | None, options.option("data", "data")] = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    allow_errors: options.AllowErrors = False,
    detail: Annotated[bool, options.option("detail", about="diff-detail")] = False,
    unit: options.UnitName = None,
    year: options.Year = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[DiffFormat, options.FORMAT] = DiffFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    config: options.Config = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Compare definitions, print what changed and what it does to data; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import (
        decimal_mark,
        given_name,
        given_year,
        limits_from,
    )
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import Used, print_in, print_talk, tell
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.model.language import Language
    from kediri_index.model.profile import Hints
    from kediri_index.present.commands.definition_diff import DiffPresentation
    from kediri_index.usecases.load import Named

    request = DiffRequest(
        (*(references or ()), *([config] if config else ())),
        against,
        tuple(data or ()),
        given_name("--profile", profile),
        value,
        Hints(given_name("--unit", unit), given_year(year), decimal_mark(decimal)),
        limits_from(limit),
        output,
        allow_errors=allow_errors,
        detail=detail,
    )
    report = compare(request)
    after = next((one.after for one in report.diffs if one.after is not None), None)
    printing = Printing(
        language_for(lang, Language.ID if after is None else after.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    used = None
    if report.effect is not None:
        outcome = report.effect.after
        used = Used(outcome.definition, outcome.profile, outcome.inputs)
        named = Named(next(iter(request.references), None), profile, request.data)
        tell_found(outcome.definition, outcome.profile, named, printing)
    shown = DiffPresentation(printing.language, report)
    print_in(output_format, shown, output, force=force)
    if not output_format.tells_all:
        print_talk(shown.without_place(), printing.language)
    tell(shown, output_format, printing, used)
    refusal = shown.without_scores()
    if refusal and output_format is not DiffFormat.JSON:
        print_talk(refusal, printing.language)
    return EXIT_FINDINGS if report.findings() or refusal else EXIT_FINE
