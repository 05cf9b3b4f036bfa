"""The command ``definition lint``."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.errors import source_lines
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.present.formats import Offer


@options.command(Offer.BRIEF, without=("paths", "value", "waivers", "allow_errors"))
def lint(
    request: options.DataRequest,
    *,
    references: Annotated[list[str] | None, options.argument("definitions", "config")] = None,
    data: Annotated[list[str] | None, options.option("data", "file", about="data-of-units")] = None,
    fail_on: options.FailOn = Severity.ERROR,
) -> int:
    """Check definitions and print all findings; return the exit code."""
    from kediri_index.present.commands.definition_lint import LintPresentation
    from kediri_index.present.findings import counts
    from kediri_index.usecases.inputs import Surroundings
    from kediri_index.usecases.lint import lint as lint_definitions
    from kediri_index.usecases.lint import lint_with_data

    asked = (*(references or ()), *([request.config] if request.config else ()))
    surroundings = Surroundings.here(request.limits())
    if data:
        if len(asked) > 1:
            raise UsageError("one-definition-for-data", known=asked)
        request = replace(request, paths=data, config=next(iter(asked), None))
        linted = lint_with_data(request.named(), request.hints(), surroundings)
    else:
        request.refuse_without_data()
        linted = lint_definitions(asked, surroundings)
    profile = None if linted.profile is None else linted.profile.path
    request.refuse_inputs(*linted.paths, *(one.path for one in linted.inputs), profile)
    only = next(iter(linted.languages)) if len(linted.languages) == 1 else Language.ID
    language = request.language(only)
    sources = None
    if linted.definition is not None:
        sources = SourcesRead(linted.definition, linted.profile, linted.inputs)
        print_found(sources, request, language)
    shown = LintPresentation(language, linted, source_lines())
    print_in(request.format, shown, request.output, force=request.force)
    print_remarks(shown, request, sources)
    found = counts(linted.findings)
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1]
    return EXIT_FINDINGS if any(found[severity] for severity in heavy) else EXIT_FINE
