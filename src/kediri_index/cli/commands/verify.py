"""The command ``verify``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import SourcesRead, print_outcome
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, EXIT_NOT_VERIFIED, UsageError
from kediri_index.model.language import Language
from kediri_index.present.formats import Offer


@command(Offer.PAGES)
def verify(
    request: options.Request,
    *,
    file: Annotated[str | None, options.argument("archive", "file")] = None,
    published: Annotated[bool, options.option("published")] = False,
) -> int:
    """Compute an archive or the published results again; return the exit code."""
    from kediri_index.archive.published import published_findings, recompute_published
    from kediri_index.archive.verify import verify as verify_file
    from kediri_index.model.bundle import Verdict
    from kediri_index.present.commands.verify import PublishedPresentation, VerifyPresentation

    limits = request.limits()
    if published is (file is not None):
        raise UsageError("verify-either")
    if file is None:
        with request.waiting() as waiting:
            figures = recompute_published(waiting.steps)
        findings = published_findings(figures)
        language = request.language(Language.ID)
        print_outcome(PublishedPresentation(language, figures, findings), request)
        return EXIT_FINDINGS if findings else EXIT_FINE
    request.refuse_inputs(file)
    with request.waiting() as waiting:
        verified = verify_file(file, limits=limits, watch=waiting.steps)
    language = request.language(verified.language)
    definition = verified.definition
    sources = None if definition is None else SourcesRead(definition, None, verified.inputs)
    print_outcome(VerifyPresentation(language, verified), request, sources)
    codes = {Verdict.VERIFIED: EXIT_FINE, Verdict.NOT_VERIFIED: EXIT_NOT_VERIFIED}
    return codes.get(verified.verdict, EXIT_FINDINGS)
