"""The command ``definition diff``."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import print_blocks, print_found, print_in, print_remarks
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.model.language import Language
from kediri_index.present.formats import Format, Offer


@command(Offer.TABLES, without=("paths", "waivers"))
def diff(
    request: options.DataRequest,
    *,
    references: Annotated[
        list[str] | None, options.argument("compared", completes="definitions")
    ] = None,
    against: Annotated[str | None, options.option("against", "ref")] = None,
    data: Annotated[list[str] | None, options.option("data", "data")] = None,
    detail: Annotated[bool, options.option("detail", about="diff-detail")] = False,
) -> int:
    """Compare definitions, print what changed and what it does to data; return the exit code."""
    from kediri_index.present.commands.definition_diff import DiffPresentation
    from kediri_index.usecases.diff import definition_diff
    from kediri_index.usecases.inputs import Surroundings

    if not data:
        request.refuse_without_data()
    named = (*(references or ()), *([request.config] if request.config else ()))
    request = replace(request, paths=data or [], config=next(iter(named), None))
    outcome = definition_diff(
        named,
        against,
        request.named(),
        request.hints(),
        Surroundings.here(request.limits()),
        value=request.value,
        allow_errors=request.allow_errors,
    )
    request.refuse_inputs(*outcome.paths(), *request.paths, *named)
    after = next((one.after for one in outcome.diffs if one.after is not None), None)
    language = request.language(Language.ID if after is None else after.language)
    sources = None if outcome.effect is None else outcome.effect.after
    if sources is not None:
        print_found(sources, request, language)
    shown = DiffPresentation(language, outcome, detail)
    print_in(request.format, shown, request.output, force=request.force)
    if not request.format.tells_all:
        print_blocks(shown.without_place(), language)
    print_remarks(shown, request, sources)
    refusal = shown.without_scores()
    if refusal and request.format is not Format.JSON:
        print_blocks(refusal, language)
    return EXIT_FINDINGS if outcome.findings() or refusal else EXIT_FINE
