"""The command ``definition lint``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.errors import source_lines
from kediri_index.cli.folders import write_all
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.cli.values import given_name
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.usecases.fix import FixedDefinition


@command(Offer.BRIEF, without=("paths", "value", "waivers", "allow_errors"))
def lint(
    request: options.DataRequest,
    *,
    references: Annotated[list[str] | None, options.argument("definitions", "config")] = None,
    data: Annotated[list[str] | None, options.option("data", "file", about="data-of-units")] = None,
    denominator: Annotated[list[str] | None, options.option("denominator", "column")] = None,
    fix: Annotated[bool, options.option("fix", about="fix-slips")] = False,
    fail_on: options.FailOn = Severity.ERROR,
) -> int:
    """Check definitions and print all findings; return the exit code."""
    from kediri_index.present.commands.definition_lint import LintPresentation
    from kediri_index.present.findings import counts
    from kediri_index.usecases.fix import fix as fix_definitions
    from kediri_index.usecases.fix import lint_fixed
    from kediri_index.usecases.inputs import Surroundings
    from kediri_index.usecases.lint import lint as lint_definitions
    from kediri_index.usecases.lint import lint_with_data

    asked = (*(references or ()), *([request.config] if request.config else ()))
    surroundings = Surroundings.here(request.limits())
    fixed: tuple[FixedDefinition, ...] = ()
    if data:
        if fix:
            raise UsageError("options-together", first="--fix", second="--data")
        if len(asked) > 1:
            raise UsageError("one-definition-for-data", known=asked)
        request = replace(request, paths=data, config=next(iter(asked), None))
        named = filter(None, (given_name("--denominator", one) for one in denominator or ()))
        hints = request.hints()._replace(denominators=tuple(named))
        linted = lint_with_data(request.named(), hints, surroundings)
    else:
        request.refuse_without_data()
        options.refuse_alone(denominator or None, "--denominator", None, "--data")
        if fix:
            fixed = _placed(fix_definitions(asked, surroundings), request)
            linted = lint_fixed(asked, fixed, surroundings)
            request = replace(request, output=None)
        else:
            linted = lint_definitions(asked, surroundings)
    profile = None if linted.profile is None else linted.profile.path
    request.refuse_inputs(*linted.paths, *(one.path for one in linted.inputs), profile)
    only = next(iter(linted.languages)) if len(linted.languages) == 1 else Language.ID
    language = request.language(only)
    sources = None
    if linted.definition is not None:
        sources = SourcesRead(linted.definition, linted.profile, linted.inputs)
        print_found(sources, request, language)
    write_all({Path(one.output): one.data for one in fixed if one.output}, force=request.force)
    shown = LintPresentation(language, linted, source_lines(), fixed if fix else None)
    print_in(request.format, shown, request.output, force=request.force)
    print_remarks(shown, request, sources)
    found = counts(linted.findings)
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1]
    return EXIT_FINDINGS if any(found[severity] for severity in heavy) else EXIT_FINE


def _placed(
    fixed: tuple[FixedDefinition, ...], request: options.DataRequest
) -> tuple[FixedDefinition, ...]:
    """Return *fixed* with where each is written: beside its file, or in its place by ``--force``.

    Raises :class:`UsageError` before anything is written where that is not possible.
    """
    if request.output == STANDARD_OUTPUT:
        raise UsageError("options-together", first="--fix", second="--output -")
    changed = [one for one in fixed if one.changes]
    if request.output is not None and len(changed) > 1:
        raise UsageError("one-output-for-fix", known=tuple(one.path for one in changed))
    in_place = request.force and request.output is None
    placed = tuple(
        one._replace(output=request.output or (one.path if in_place else f"{one.path}.fixed"))
        if one.changes
        else one
        for one in fixed
    )
    refuse_outputs([one.output for one in placed], force=request.force)
    return placed
