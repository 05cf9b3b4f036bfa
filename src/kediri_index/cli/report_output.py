"""Writing the yearly report, and printing what was written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    in_folder,
    print_bytes,
    refuse_inputs,
    refuse_links,
    say,
    write_file,
    write_text,
)
from kediri_index.cli.printing import Printing
from kediri_index.cli.show import print_document, print_talk
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, MissingExtraError, UsageError
from kediri_index.model.scores import UnitResult
from kediri_index.model.text import file_name
from kediri_index.model.yearly import Yearly
from kediri_index.present.commands.report import ReportPresentation, WrittenReport
from kediri_index.present.document import Document
from kediri_index.present.formats import ReportFormat
from kediri_index.present.yearly.report import FORMS, rendered
from kediri_index.usecases.report import ReportOutcome


class Wanted(NamedTuple):
    """What is to be written: one *form* to *output*, or every one into *folder*.

    *listed* asks for the list of the files as JSON.
    """

    form: ReportFormat
    output: str | None
    folder: str | None
    listed: bool

    @classmethod
    def asked(cls, form: ReportFormat | None, output: str | None, folder: str | None) -> Wanted:
        """Return what the options mean.

        Raises :class:`UsageError` where two of them contradict each other, or a page would go to a
        screen.
        """
        listed = form is ReportFormat.JSON
        if folder is not None:
            for name, given in (("--output", output), ("--format", not listed and form)):
                if given:
                    raise UsageError("report-either", first="--all", second=name)
            return cls(ReportFormat.HTML, None, folder, listed)
        if listed and output == STANDARD_OUTPUT:
            raise UsageError("report-either", first="--format json", second="--output -")
        if listed and output is None:
            raise UsageError("report-nowhere")
        chosen = _by_ending(output) if form is None or listed else form
        to_screen = output in {None, STANDARD_OUTPUT} and sys.stdout.isatty()
        if to_screen and not chosen.is_for_people:
            raise UsageError("report-to-screen", format=chosen.value)
        if _lacking(chosen):
            what = f"report --format {chosen.value}"
            raise MissingExtraError(what, _EXTRAS[chosen])
        return cls(chosen, output, None, listed)


def write_report(
    outcome: ReportOutcome, wanted: Wanted, printing: Printing, used: Iterable[str]
) -> int:
    """Write the report, or say why there is none, and return the exit code.

    Nothing is written where one of several files is in the way, or one of those that are *used*.
    """
    written = () if outcome.yearly is None else _written(outcome.yearly, wanted, printing, used)
    shown = ReportPresentation(printing.language, outcome, written, printing.again)
    if wanted.listed:
        write_text(shown.json(), None, force=False)
    elif outcome.yearly is None:
        print_talk(shown.refusal(), printing.language)
    elif wanted.folder is not None or wanted.output not in {None, STANDARD_OUTPUT}:
        print_document(shown.document())
    if printing.verbose and outcome.yearly is not None:
        score = outcome.outcome
        tell_inputs(score.definition, score.profile, score.inputs, printing.language)
    lacking = filter(_lacking, FORMS if wanted.folder is not None and written else ())
    said = (
        shown.say("report-left-out", format=form.value, extra=_EXTRAS[form]) for form in lacking
    )
    silent = printing.quiet or (outcome.yearly is None and wanted.listed)
    for sentence in () if silent else (*said, *shown.next()):
        say(sentence)
    return EXIT_FINDINGS if outcome.yearly is None else EXIT_FINE


def _written(
    yearly: Yearly, wanted: Wanted, printing: Printing, used: Iterable[str]
) -> tuple[WrittenReport, ...]:
    from kediri_index.present.yearly.report import document  # not for a refusal

    worded = document(yearly, printing.language)
    if wanted.folder is None:
        return (_one(yearly, worded, wanted, force=printing.force),)
    folder, stem = Path(wanted.folder), file_stem(yearly.result, worded.head.title)
    paths = {form: folder / f"{stem}.{form.value}" for form in FORMS if not _lacking(form)}
    refuse_links(folder, paths.values())
    for path in paths.values():
        refuse_inputs(str(path), used)
    there = [path for path in paths.values() if path.exists()]
    if there and not printing.force:
        raise UsageError("reports-exist", path=str(folder), count=len(there))
    found = []
    with in_folder(folder):
        for form, path in paths.items():
            data = rendered(yearly, worded, form)
            write_file(path, data, force=printing.force)
            found.append(WrittenReport(str(path), sha256(data).hexdigest(), form.value))
    return tuple(found)


def _one(yearly: Yearly, worded: Document, wanted: Wanted, *, force: bool) -> WrittenReport:
    data = rendered(yearly, worded, wanted.form)
    path = wanted.output or STANDARD_OUTPUT
    if path == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(path), data, force=force)
    return WrittenReport(path, sha256(data).hexdigest(), wanted.form.value)


def file_stem(result: UnitResult, title: str) -> str:
    """Return what the files of a report are called: ``Kota Kediri 2022``."""
    parts = (result.unit, str(result.year) if result.year else None)
    name = " ".join(part for part in parts if part) or title
    return file_name(name)


def _by_ending(output: str | None) -> ReportFormat:
    """Return the format that *output* is called after, HTML where it has no ending.

    Raises :class:`UsageError` for an ending that is none of a report's.
    """
    ending = Path(output or "").suffix.lower().removeprefix(".")
    if ending in set(FORMS):
        return ReportFormat(ending)
    if ending.isalpha() and ending != "htm":  # a name such as «Kota St. Contoh 2.0» has none
        raise UsageError("report-ending", path=output, known=list(FORMS))
    return ReportFormat.HTML


def _lacking(form: ReportFormat) -> bool:
    """Return whether a package that *form* needs is not installed; imports none."""
    return form in _EXTRAS and not all(map(find_spec, _PACKAGES[_EXTRAS[form]]))


_EXTRAS = {ReportFormat.DOCX: "docx"}
"""The extra that a format needs."""
_PACKAGES = {"docx": ("docx", "PIL")}
"""What an extra installs."""
