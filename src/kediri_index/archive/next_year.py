"""The project of the next year, from the folder of the one that ended; nothing is changed there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kediri_index.archive.closed_year import (
    closed_year,
    in_both,
    not_later,
    without_submissions,
)
from kediri_index.archive.last_year import in_archive
from kediri_index.definition.carrying import (
    NewFigures,
    NextYear,
    next_definition,
    next_id,
    next_profile,
    next_waivers,
)
from kediri_index.definition.library import exists, read_file
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.load_profile import profile_in, waivers_in
from kediri_index.definition.source import MarkedMapping, MarkedSequence, read_tree
from kediri_index.definition.starting import waivers_yaml
from kediri_index.errors import DefinitionError, ProfileError, UsageError, WaiversError
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.bundle import ClosedYear
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import (
    DEFINITION,
    LAST_YEAR,
    PROFILE,
    WAIVERS,
    Hints,
    Profile,
)
from kediri_index.present.project_files import PATHS
from kediri_index.sheets.paths import refuse_missing
from kediri_index.usecases.profile_files import letterhead_of
from kediri_index.usecases.start import Carried, Started, read_project, schemas
from kediri_index.usecases.template import FormsByFile, Wanted, forms_by_file, last_answers

_TO_FILL = ("due", "targets")
"""The keys of the profile that nobody can know of a new year."""


class NextYearWanted(NamedTuple):
    """The *folder* of the year that ended, and what is known of the new one.

    Waivers count that are good on *day*. With *allow_errors* a year whose result is not known is
    carried on without it.
    """

    folder: str
    day: date
    year: int | None = None
    due: date | None = None
    language: Language | None = None
    allow_errors: bool = False


def next_year(wanted: NextYearWanted, limits: Limits, folder: str) -> Carried:
    """Return the project that follows on that in the folder of *wanted*; *folder* is where it goes.

    Raises :class:`~kediri_index.errors.UsageError` where there is no such folder, one lies in the
    other, or the year cannot be known, and :class:`~kediri_index.errors.DefinitionError` for a
    broken definition, profile or waivers.
    """
    old = wanted.folder
    _refuse(old, folder)
    absent = [
        Finding("F550", file=str(path), value=name)
        for name in (DEFINITION, PROFILE)
        if not exists(path := Path(old, name))
    ]
    if absent:
        return Carried(None, (*absent, *without_submissions(old)))
    loaded = load_definition_file(Path(old, DEFINITION), limits=limits)
    file = read_file(Path(old, PROFILE), limits, ProfileError)
    profile = profile_in(file, limits=limits).profile
    of = loaded.definition.year
    if wanted.year is not None and of is not None and wanted.year <= of:
        raise not_later(wanted.year, old, of)
    ended = closed_year(old, profile, wanted.year, _day(wanted, loaded), limits)
    if has_errors(ended.findings) and not wanted.allow_errors:
        return Carried(None, ended.findings, ended, loaded.definition)
    last = _last(ended, loaded, wanted.year)
    year = wanted.year if wanted.year is not None else last + 1
    figures, findings = _figures(ended, profile, last, file.path)
    language = wanted.language or loaded.definition.language
    new = NextYear(year, next_id(loaded.definition, year), wanted.due, language)
    said, count, expired = _waivers(old, wanted.day, new, limits)
    texts = {
        **next_definition(loaded, year, limits),
        PROFILE: next_profile(file, profile, figures, new, limits),
        **schemas(language),
        WAIVERS: said,
    }
    definition, own = read_project(texts)
    asked = Wanted(definition, own, own.unit, year, language)
    if ended.contents is not None and ended.result is not None:
        kept = in_archive(LAST_YEAR, ended.contents, limits)
        hints = kept.hints_of(Hints(ended.result.unit))._replace(year=ended.result.year)
        answers = last_answers(kept.submission, kept.definition, own, hints)
        asked = asked._replace(last_year=answers.answers)
    forms, without, surveyed = forms_by_file(asked) if own.opd else FormsByFile(())
    shown = definition._replace(path=str(Path(folder) / DEFINITION))
    started = Started(
        texts, shown, own, language, forms, placeholder=False, without=without, surveyed=surveyed
    )
    unknown = (own.due is None, year not in own.targets)
    return Carried(
        started,
        (*_skipped(old, year, last), *ended.findings, *findings, *expired),
        ended,
        loaded.definition,
        year,
        last,
        count,
        tuple(key for key, is_asked in zip(_TO_FILL, unknown, strict=True) if is_asked),
        {
            name: read_file(path, limits, DefinitionError).data
            for name in PATHS.values()
            if exists(path := Path(old, name))
        },
        _paper(old, profile, limits),
    )


def _refuse(old: str, new: str) -> None:
    """Raise :class:`UsageError` where *old* is not a folder, or *new* would change it."""
    refuse_missing(old)
    if not Path(old).is_dir():
        raise UsageError("not-a-project", path=old)
    if Path(new).resolve().is_relative_to(Path(old).resolve()):
        raise UsageError("next-year-inside", path=new, folder=old)


def _day(wanted: NextYearWanted, loaded: Loaded) -> date:
    """Return on which day waivers count for the year that ended: its last, if that has passed."""
    last = loaded.definition.year
    if last is None and wanted.year is not None:
        last = wanted.year - 1
    return wanted.day if last is None else min(wanted.day, date(last, 12, 31))


def _last(ended: ClosedYear, loaded: Loaded, year: int | None) -> int:
    """Return the year that ended; raises :class:`UsageError` where nothing says so."""
    said = None if ended.result is None else ended.result.year
    said = said or loaded.definition.year
    if said is not None:
        return said
    if year is None:
        raise UsageError("next-year-unknown")
    return year - 1


def _figures(
    ended: ClosedYear, profile: Profile, last: int, path: str
) -> tuple[NewFigures, tuple[Finding, ...]]:
    """Return what the profile at *path* learns, and why it does not learn the score."""
    result = ended.result
    if result is None or ended.contents is None:
        return NewFigures(last), ()
    published = result.overall.published
    assert published is not None  # noqa: S101 - for mypy: a result without one is not known
    figures = NewFigures(last, previous=f"../{LAST_YEAR}")
    there = profile.history.get(last)
    if there == published:
        return figures, ()
    if there is not None:
        reason = in_both("next-year.other", there=there)
    elif profile.history and result.basis not in {None, profile.history_value}:
        reason = in_both(f"next-year.basis.{profile.history_value.value}")
    else:
        decimals = ended.decimals
        return figures._replace(published=published, decimals=decimals, basis=result.basis), ()
    params = {"year": str(last), "computed": published, "reason": reason}
    return figures, (Finding("F554", file=path, params=params),)


def _paper(old: str, profile: Profile, limits: Limits) -> dict[str, bytes]:
    """Return the letterhead by its path in the project; one beside the folder stays where it is."""
    name = profile.letters.letterhead if profile.letters else None
    if name is None:
        return {}
    path = os.path.normpath(Path(profile.path).parent / name)
    if not Path(path).is_relative_to(os.path.normpath(old)):
        return {}
    data = letterhead_of(profile, limits)
    return {} if data is None else {os.path.relpath(path, old): data}


def _skipped(old: str, year: int, last: int) -> Iterator[Finding]:
    """Yield F557 where a year lies between *last*, that of the folder *old*, and the new one."""
    if year > last + 1:
        params = {"year": str(year), "last": str(last), "next": str(last + 1)}
        yield Finding("F557", file=old, params=params)


def _waivers(
    old: str, day: date, new: NextYear, limits: Limits
) -> tuple[str, int, tuple[Finding, ...]]:
    """Return the waivers that are good on *day* as YAML, how many, and those that are left behind.

    An example stands there where there are none.
    """
    empty = waivers_yaml(new.year, new.language)
    path = Path(old, WAIVERS)
    if not exists(path):
        return empty, 0, ()
    file = read_file(path, limits, WaiversError)
    waivers = waivers_in(file, limits=limits)
    root = read_tree(file.data, file.path, limits).root
    nodes = root.items if isinstance(root, MarkedSequence) else []
    running = [
        node
        for node, waiver in zip(nodes, waivers, strict=False)
        if isinstance(node, MarkedMapping) and waiver.until >= day
    ]
    expired = tuple(
        Finding.at_mark(
            "F555",
            one.until_mark,
            one.until.isoformat(),
            waived=one.code,
            place=one.place.seen_from(""),
        )
        for one in waivers
        if one.until < day
    )
    head = empty.splitlines(keepends=True)[:2]
    said = "".join(head) + next_waivers(running) if running else empty
    return said, len(running), expired
