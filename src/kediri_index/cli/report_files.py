"""The files of a yearly report: which are asked for, and writing them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.folders import refuse_files, write_files
from kediri_index.cli.options import refuse_together
from kediri_index.cli.output import STANDARD_OUTPUT
from kediri_index.cli.values import given_name
from kediri_index.errors import MissingExtraError, UsageError
from kediri_index.model.agency_report import AgencyReports
from kediri_index.model.language import Language
from kediri_index.model.league import League
from kediri_index.model.scores import UnitResult
from kediri_index.model.text import apart, file_name
from kediri_index.model.yearly import Yearly
from kediri_index.present.agency_report import agency_document, index_document
from kediri_index.present.commands.report import WrittenReport
from kediri_index.present.document import Document
from kediri_index.present.formats import Format
from kediri_index.present.yearly.league import UnitFiles
from kediri_index.present.yearly.minutes import MINUTES_FORMS, minutes
from kediri_index.present.yearly.report import FORMS, document, rendered
from kediri_index.usecases.report import unit_reports
from kediri_index.usecases.units import which_unit

_EXTRAS = {Format.DOCX: "docx"}
"""The extra that a format needs."""
_PACKAGES = {"docx": ("docx", "PIL")}
"""What an extra installs."""


class ReportsAsked(NamedTuple):
    """What is to be written: one *form* to *output*, or every one into *folder*.

    *listed* asks for the list of the files as JSON, *of_minutes* for minutes and no report, and
    *of_agencies* for pages of agencies: all of them into *folder*, or *opd* alone.
    """

    form: Format
    output: str | None
    folder: str | None
    listed: bool
    of_minutes: bool = False
    of_agencies: bool = False
    opd: str | None = None


class ReportOptions(NamedTuple):
    """What was typed beside format and output: folders, an agency, and other files."""

    all: str | None = None
    by_opd: str | None = None
    opd: str | None = None
    minutes: str | None = None
    previous: str | None = None


def reports_asked(form: Format | None, output: str | None, given: ReportOptions) -> ReportsAsked:
    """Return what the options mean.

    Raises :class:`UsageError` where two of them contradict each other, or a page would go to a
    screen.
    """
    listed, folder = form is Format.JSON, given.all
    if given.by_opd is not None or given.opd is not None:
        return _agencies_asked(form, output, given)
    if given.minutes is not None:
        others = {"--all": folder, "--output": output, "--format": form}
        return _minutes_asked(given.minutes, others)
    if folder is not None:
        refuse_together("--all", {"--output": output or None, "--format": None if listed else form})
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


def _agencies_asked(form: Format | None, output: str | None, given: ReportOptions) -> ReportsAsked:
    """Return that pages of agencies are to be written, all into a folder or one to *output*."""
    others = {"--all": given.all, "--minutes": given.minutes, "--previous": given.previous}
    if given.by_opd is not None:
        refuse_together("--by-opd", {**others, "--output": output, "--opd": given.opd})
        listed = form is Format.JSON
        chosen = Format.HTML if form is None or listed else form
        asked = ReportsAsked(chosen, None, given.by_opd, listed)
        _refuse_lacking(chosen)
    else:
        refuse_together("--opd", others)
        asked = reports_asked(form, output, ReportOptions())
    if asked.form is Format.XLSX:
        raise UsageError("agency-report-format", format=asked.form.value)
    return asked._replace(of_agencies=True, opd=given_name("--opd", given.opd))


def _minutes_asked(path: str, others: Mapping[str, object]) -> ReportsAsked:
    """Return that minutes are to be written to *path*; none of the *others* goes with that."""
    refuse_together("--minutes", others)
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
    reported: Yearly | League | AgencyReports,
    language: Language,
    asked: ReportsAsked,
    used: Iterable[str],
    letterhead: bytes | None = None,
    *,
    force: bool,
) -> tuple[WrittenReport, ...]:
    """Write what is *asked* for, and return what was written.

    Nothing is written where one of several files is in the way, or one of those that are *used*.
    Raises :class:`UsageError` where minutes are asked for that no unit is chosen for.
    """
    if isinstance(reported, AgencyReports):
        return _write_agency_reports(reported, language, asked, used, force=force)
    if asked.folder is not None and isinstance(reported, League):
        return _write_unit_reports(reported, language, asked, used, force=force)
    if not asked.of_minutes:
        worded = document(reported, language)
    elif isinstance(reported, Yearly):
        worded = minutes(reported, language)
    else:
        raise which_unit(reported.units)
    if asked.folder is None:
        files = {asked.output or STANDARD_OUTPUT: asked.form}
    else:
        folder, stem = Path(asked.folder), _stem(reported, worded)
        files = {str(folder / f"{stem}.{form}"): form for form in FORMS if not _lacking(form)}
        refuse_files(asked.folder, files, used, "reports-exist", force=force)
    made = {path: rendered(reported, worded, form, letterhead) for path, form in files.items()}
    return _written(made, files, asked, force=force)


def _written(
    made: Mapping[str, bytes], forms: Mapping[str, Format], asked: ReportsAsked, *, force: bool
) -> tuple[WrittenReport, ...]:
    """Write what was *made*: of several files all or none."""
    write_files(asked.folder, made, force=force)
    return tuple(
        WrittenReport(path, sha256(data).hexdigest(), forms[path].value)
        for path, data in made.items()
    )


_INDEX = "index"


def _write_unit_reports(
    league: League,
    language: Language,
    asked: ReportsAsked,
    used: Iterable[str],
    *,
    force: bool,
) -> tuple[WrittenReport, ...]:
    """Write a page for each unit and the index of all, all or none; likewise."""
    folder = Path(asked.folder or "")
    names = [file_stem(one, _INDEX) for one in league.units]
    files = UnitFiles(
        [f"{stem}.{Format.HTML}" for stem in apart([_INDEX, *names])[1:]],
        f"{_INDEX}.{Format.HTML}",
    )
    paths = [str(folder / name) for name in (files.of_all, *files.units)]
    refuse_files(asked.folder, paths, used, "reports-exist", force=force)
    reports: Iterable[Yearly | League] = chain([league], unit_reports(league))
    made = {
        path: rendered(one, document(one, language, files), Format.HTML)
        for path, one in zip(paths, reports, strict=True)
    }
    return _written(made, dict.fromkeys(made, Format.HTML), asked, force=force)


def _write_agency_reports(
    reports: AgencyReports,
    language: Language,
    asked: ReportsAsked,
    used: Iterable[str],
    *,
    force: bool,
) -> tuple[WrittenReport, ...]:
    """Write the page of each agency and the index of all, or the page of one; likewise."""
    form, each = asked.form, {one.opd.id: one for one in reports.agencies}
    worded: dict[str, Document] = {}
    if asked.folder is None:
        (one,) = reports.shown
        worded[asked.output or STANDARD_OUTPUT] = agency_document(reports, one, language)
    else:
        folder = Path(asked.folder)
        stems = apart([_INDEX, *map(file_name, each)])[1:]
        names = {opd: f"{stem}.{form}" for opd, stem in zip(each, stems, strict=True)}
        worded[str(folder / f"{_INDEX}.{form}")] = index_document(reports, language, names)
        for opd, one in each.items():
            worded[str(folder / names[opd])] = agency_document(reports, one, language)
        refuse_files(asked.folder, worded, used, "reports-exist", force=force)
    made = {path: rendered(reports.yearly, one, form) for path, one in worded.items()}
    return _written(made, dict.fromkeys(made, form), asked, force=force)


def _stem(reported: Yearly | League, worded: Document) -> str:
    if isinstance(reported, Yearly):
        return file_stem(reported.result, worded.head.title)
    year = f" {reported.year}" if reported.year else ""
    return file_name(f"{worded.head.of_index}{year}")


def file_stem(result: UnitResult, title: str) -> str:
    """Return what the files of a report are called: ``Kota Kediri 2022``."""
    parts = (result.unit, str(result.year) if result.year else None)
    name = " ".join(part for part in parts if part) or title
    return file_name(name)
