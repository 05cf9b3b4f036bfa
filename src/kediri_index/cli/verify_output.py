"""Printing what a verification came to."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.archive.published import published_findings
from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, EXIT_NOT_VERIFIED
from kediri_index.messages.texts import text
from kediri_index.model.bundle import Verdict, Verified
from kediri_index.model.published import Recomputed
from kediri_index.present.formats import VerifyFormat
from kediri_index.present.published.shown import PublishedShown
from kediri_index.present.verify.shown import VerifyShown

_EXIT_CODES = {
    Verdict.VERIFIED: EXIT_FINE,
    Verdict.NOT_VERIFIED: EXIT_NOT_VERIFIED,
    Verdict.DIFFERS: EXIT_FINDINGS,
}


def print_verify(verified: Verified, output_format: VerifyFormat, printing: Printing) -> int:
    """Print what the verification of an archive came to; return the exit code of its verdict."""
    language = printing.language
    shown = VerifyShown(verified, language)
    print_in(output_format, shown, printing.output, force=printing.force)
    if printing.verbose and verified.definition is not None:
        tell_inputs(verified.definition, None, verified.inputs, language)
    if verified.findings and output_format is VerifyFormat.TEXT and not printing.quiet:
        from kediri_index.present.verify.words import causes_first

        say(text("next.explain", language, code=causes_first(verified)[0].code))
    return _EXIT_CODES[verified.verdict]


def print_figures(
    figures: Sequence[Recomputed], output_format: VerifyFormat, printing: Printing
) -> int:
    """Print the published figures beside those computed now; return 1 where one differs."""
    findings = published_findings(figures)
    shown = PublishedShown(figures, findings, printing.language)
    print_in(output_format, shown, printing.output, force=printing.force)
    return EXIT_FINDINGS if findings else EXIT_FINE
