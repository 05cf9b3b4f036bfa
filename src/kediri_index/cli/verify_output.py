"""Printing what a verification came to."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.archive.published import published_findings
from kediri_index.cli.formats import VerifyFormat
from kediri_index.cli.output import say, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.bundle import Verified
from kediri_index.model.published import Recomputed


def print_verify(verified: Verified, output_format: VerifyFormat, printing: Printing) -> int:
    """Print what the verification of an archive came to; return 1 where anything differs."""
    language = printing.language
    if output_format is VerifyFormat.TEXT:
        from kediri_index.report.verify_text import print_verified  # noqa: PLC0415 - imports Rich

        write_screen(
            lambda console: print_verified(verified, language, console),
            printing.output,
            force=printing.force,
        )
    else:
        write_text(
            _document(verified, output_format, printing), printing.output, force=printing.force
        )
    if printing.verbose and verified.definition is not None:
        tell_inputs(verified.definition, None, verified.inputs, language)
    if verified.findings and output_format is VerifyFormat.TEXT and not printing.quiet:
        from kediri_index.report.verify_words import causes_first  # noqa: PLC0415 - goes with it

        say(text("next.explain", language, code=causes_first(verified)[0].code))
    return EXIT_FINE if verified.is_same else EXIT_FINDINGS


def _document(verified: Verified, output_format: VerifyFormat, printing: Printing) -> str:
    if output_format is VerifyFormat.JSON:
        from kediri_index.report.verify_json import verify_json  # noqa: PLC0415 - its own

        return verify_json(verified, printing.language)
    from kediri_index.report.verify_md import verify_md  # noqa: PLC0415 - likewise

    return verify_md(verified, printing.language)


def print_figures(
    figures: Sequence[Recomputed], output_format: VerifyFormat, printing: Printing
) -> int:
    """Print the published figures beside those computed now; return 1 where one differs."""
    findings = published_findings(figures)
    language = printing.language
    if output_format is VerifyFormat.TEXT:
        from kediri_index.report.published_text import print_published  # noqa: PLC0415 - imports Rich

        write_screen(
            lambda console: print_published(figures, findings, language, console),
            printing.output,
            force=printing.force,
        )
    elif output_format is VerifyFormat.JSON:
        from kediri_index.report.verify_json import published_json  # noqa: PLC0415 - its own

        document = published_json(figures, findings, language)
        write_text(document, printing.output, force=printing.force)
    else:
        from kediri_index.report.published_md import published_md  # noqa: PLC0415 - likewise

        write_text(published_md(figures, language), printing.output, force=printing.force)
    return EXIT_FINDINGS if findings else EXIT_FINE
