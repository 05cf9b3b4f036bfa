"""The command ``compare``."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import print_outcome
from kediri_index.cli.values import given_name, given_year
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Offer


@command(Offer.TABLES, without=("paths",), unit="compare-unit", year="compare-year")
def compare(
    old: Annotated[str, options.argument("compare-old")],
    request: options.DataRequest,
    *,
    new: Annotated[str | None, options.argument("compare-new")] = None,
    old_config: Annotated[str | None, options.option("old-config", "config")] = None,
    old_unit: Annotated[str | None, options.option("old-unit", "name")] = None,
    old_year: Annotated[str | None, options.option("old-year", "number")] = None,
    detail: Annotated[bool, options.option("detail", about="compare-detail")] = False,
) -> int:
    """Score both, take the change apart, print it; return the exit code."""
    from kediri_index.archive.last_year import last_year, last_year_found
    from kediri_index.cli.printing import print_previous
    from kediri_index.present.commands.compare_units import comparison_shown
    from kediri_index.sheets.paths import STANDARD_INPUT
    from kediri_index.usecases.compare import compare as compare_files

    then = given_name("--old-unit", old_unit), given_year(old_year, "--old-year")
    if old == new == STANDARD_INPUT:
        raise UsageError("compare.standard-input-twice")
    request = replace(request, paths=[new or old])
    with request.waiting() as waiting:
        inputs = request.load(watch=waiting.files)
        before = (
            last_year_found(inputs, old_config)
            if new is None
            else last_year(old, old_config, inputs)
        )
        if before is None:
            raise UsageError("compare.no-previous", path=old)
        read = [workbook.path for workbook in before.submission.workbooks]
        request.refuse_inputs(*read, before.path, before.definition.path)
        theirs = before.hints_of(inputs.hints)
        outcome = compare_files(
            before.submission,
            *inputs.files,
            **request.asked(inputs),
            old_definition=before.definition,
            old_hints=theirs._replace(unit=then[0] or theirs.unit, year=then[1] or theirs.year),
            old_waive=before.waive,
            watch=waiting.parts,
            limits=inputs.limits,
            detail=detail and not request.format.is_for_people,
        )
    old_options = {"old_config": old_config, "old_unit": old_unit, "old_year": old_year}
    again = request.arguments([*filter(None, (old, new))], **old_options)
    language = request.language(inputs.definition.language)
    print_previous(before, inputs.profile, request, language)
    shown = comparison_shown(language, outcome, detail=detail, again=again)
    return EXIT_FINE if print_outcome(shown, request, outcome) else EXIT_FINDINGS
