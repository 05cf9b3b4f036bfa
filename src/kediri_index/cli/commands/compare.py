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
    new: Annotated[list[str] | None, options.argument("compare-new")] = None,
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
    paths = [old, *(new or ())]
    if paths.count(STANDARD_INPUT) > 1:
        raise UsageError("compare.standard-input-twice")
    request = replace(request, paths=paths[-1:])
    with request.waiting() as waiting:
        inputs = request.load(watch=waiting.files)
        older = [last_year(path, old_config, inputs) for path in paths[:-1]]
        found = None if older else last_year_found(inputs, old_config)
        older += [found] if found is not None else []
        for one in older:
            read = [workbook.path for workbook in one.submission.workbooks]
            request.refuse_inputs(*read, one.path, one.definition.path)
        if not older and then[0] is not None:
            raise UsageError("compare.no-previous", path=old)
        theirs = older[0].hints_of(inputs.hints) if older else inputs.hints._replace(year=None)
        outcome = compare_files(
            older[0].submission if older else None,
            *inputs.files,
            **request.asked(inputs),
            old_definition=older[0].definition if older else None,
            between=older[1:],
            old_hints=theirs._replace(unit=then[0] or theirs.unit, year=then[1] or theirs.year),
            old_waive=older[0].waive if older else None,
            watch=waiting.parts,
            limits=inputs.limits,
            detail=detail and not request.format.is_for_people,
        )
    old_options = {"old_config": old_config, "old_unit": old_unit, "old_year": old_year}
    again = request.arguments(paths, **old_options)
    language = request.language(inputs.definition.language)
    print_previous(found, inputs.profile, request, language)
    shown = comparison_shown(language, outcome, detail=detail, again=again)
    return EXIT_FINE if print_outcome(shown, request, outcome) else EXIT_FINDINGS
