"""The files of a yearly report: which are asked for, and writing them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    refuse_existing,
    refuse_inputs,
    write_all,
    write_bytes,
)
from kediri_index.errors import MissingExtraError, UsageError
from kediri_index.model.language import Language
from kediri_index.model.scores import UnitResult
from kediri_index.model.text import file_name
from kediri_index.model.yearly import Yearly
from kediri_index.present.commands.report import WrittenReport
from kediri_index.present.formats import Format
from kediri_index.present.yearly.minutes import MINUTES_FORMS, minutes
from kediri_index.present.yearly.report import FORMS, document, rendered

_EXTRAS = {Format.DOCX: "docx"}
"""The extra that a format needs."""
_PACKAGES = {"docx": ("docx", "PIL")}
"""What an extra installs."""


class ReportsAsked(NamedTuple):
    """What is to be written: one *form* to *output*, or every one into *folder*.

    *listed* asks for the list of the files as JSON, *of_minutes* for minutes and no report.
    """

    form: Format
    output: str | None
    folder: str | None
    listed: bool
    of_minutes: bool = False


def reports_asked(
    form: Format | None, output: str | None, folder: str | None, minutes: str | None
) -> ReportsAsked:
    """Return what the options mean.

    Raises :class:`UsageError` where two of them contradict each other, or a page would go to a
    screen.
    """
    listed = form is Format.JSON
    if minutes is not None:
        return _minutes_asked(minutes, {"--all": folder, "--output": output, "--format": form})
    if folder is not None:
        for name, given in (("--output", output), ("--format", not listed and form)):
            if given:
                raise UsageError("options-together", first="--all", second=name)
        return ReportsAsked(Format.HTML, None, folder, listed)
    if listed and output == STANDARD_OUTPUT:
        raise UsageError("options-together", first="--format json", second="--output -")
    if listed and output is None:
        raise UsageError("report-nowhere")
    chosen = _by_ending(output) if form is None or listed else form
    ending = Path(output or "").suffix.lower().removeprefix(".")
    if chosen != ending and ending in set(FORMS):
        first, second = f"--format {chosen}", f"--output {output}"
        raise UsageError("options-together", first=first, second=second)
    to_screen = output in {None, STANDARD_OUTPUT} and sys.stdout.isatty()
    if to_screen and not chosen.is_for_people:
        raise UsageError("report-to-screen", format=chosen.value)
    _refuse_lacking(chosen)
    return ReportsAsked(chosen, output, None, listed)


def _minutes_asked(path: str, others: Mapping[str, object]) -> ReportsAsked:
    """Return that minutes are to be written to *path*; none of the *others* goes with that."""
    for name, given in others.items():
        if given is not None:
            raise UsageError("options-together", first="--minutes", second=name)
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in set(MINUTES_FORMS):
        raise UsageError("minutes-ending", path=path)
    _refuse_lacking(Format(ending))
    return ReportsAsked(Format(ending), path, None, listed=False, of_minutes=True)


def _refuse_lacking(form: Format) -> None:
    if _lacking(form):
        what = f"report --format {form.value}"
        raise MissingExtraError(what, _EXTRAS[form])


def _by_ending(output: str | None) -> Format:
    """Return the format that *output* is called after, HTML where it has no ending.

    Raises :class:`UsageError` for an ending that is none of a report's.
    """
    ending = Path(output or "").suffix.lower().removeprefix(".")
    if ending in set(FORMS):
        return Format(ending)
    if ending.isalpha() and ending != "htm":  # a name such as «Kota St. Contoh 2.0» has none
        raise UsageError("report-ending", path=output, known=list(FORMS))
    return Format.HTML


def _lacking(form: Format) -> bool:
    """Return whether a package that *form* needs is not installed; imports none."""
    return form in _EXTRAS and not all(map(find_spec, _PACKAGES[_EXTRAS[form]]))


def formats_left_out() -> Mapping[Format, str]:
    """Return the formats that cannot be written, and the extra that each needs."""
    return {form: _EXTRAS[form] for form in FORMS if _lacking(form)}


def write_reports(
    yearly: Yearly,
    language: Language,
    asked: ReportsAsked,
    used: Iterable[str],
    letterhead: bytes | None = None,
    *,
    force: bool,
) -> tuple[WrittenReport, ...]:
    """Write what is *asked* for, and return what was written.

    Nothing is written where one of several files is in the way, or one of those that are *used*.
    """
    worded = minutes(yearly, language) if asked.of_minutes else document(yearly, language)
    if asked.folder is None:
        files = {asked.output or STANDARD_OUTPUT: asked.form}
    else:
        folder, stem = Path(asked.folder), file_stem(yearly.result, worded.head.title)
        files = {str(folder / f"{stem}.{form}"): form for form in FORMS if not _lacking(form)}
        for path in files:
            refuse_inputs(path, used)
        refuse_existing(folder, [*map(Path, files)], "reports-exist", force=force)
    made = {path: rendered(yearly, worded, form, letterhead) for path, form in files.items()}
    if asked.folder is None:
        for path, data in made.items():
            write_bytes(path, data, force=force)
    else:
        write_all({Path(path): data for path, data in made.items()}, force=force)
    return tuple(
        WrittenReport(path, sha256(data).hexdigest(), files[path].value)
        for path, data in made.items()
    )


def file_stem(result: UnitResult, title: str) -> str:
    """Return what the files of a report are called: ``Kota Kediri 2022``."""
    parts = (result.unit, str(result.year) if result.year else None)
    name = " ".join(part for part in parts if part) or title
    return file_name(name)
