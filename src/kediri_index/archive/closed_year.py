"""The year that ended in a project folder: its archive, kept or made now, and its result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kediri_index.archive.bundle import BundleOptions, bundled, gather
from kediri_index.archive.replay import replay
from kediri_index.archive.unpack import unpack
from kediri_index.archive.verify import verified
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.messages.texts import text
from kediri_index.model.bundle import ClosedYear, Contents, Verdict
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import ARCHIVE, DEFINITION, PROFILE, RECEIVED, WAIVERS, Profile
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.sheets.paths import TooLargeError, expand, read_bytes
from kediri_index.sheets.reading.refusal import limit_finding
from kediri_index.usecases.inputs import Surroundings


def closed_year(
    folder: str, profile: Profile, before: int | None, day: date, limits: Limits
) -> ClosedYear:
    """Return the last year in the project *folder* that is *before* a year, of all without one.

    It is the archive that is kept there, else one of what was received, with the waivers that count
    on *day*. Raises :class:`~kediri_index.errors.UsageError` for a file that cannot be read, and
    where there is no year before.
    """
    kept = _kept(folder, limits)
    sent = _received(folder, day, limits)
    asked = _Asked(profile, before)
    if kept is None:
        if sent is None:
            return ClosedYear(findings=tuple(without_submissions(folder)))
        return _of_received(folder, sent, asked, limits)
    first = _of_kept(kept, asked, limits)
    if kept.contents is None or sent is None or _hashes(kept.contents) == _hashes(sent):
        return first
    second = _of_received(folder, sent, asked, limits)
    figures = [_figure(one.result) for one in (first, second)]
    if figures[0] == figures[1]:
        return first
    params = {"kept": figures[0], "computed": figures[1], "folder": second.path}
    return ClosedYear(findings=(Finding("F553", file=first.path, params=params),))


def without_submissions(folder: str) -> Iterator[Finding]:
    """Yield the finding of a project *folder* that holds neither submissions nor an archive."""
    if not (_has_received(folder) or Path(folder, ARCHIVE).is_file()):
        params = {"received": RECEIVED, "archive": ARCHIVE}
        yield Finding("F551", file=folder, params=params)


def _has_received(folder: str) -> bool:
    path = Path(folder, RECEIVED)
    return path.is_dir() and any(True for _ in expand([str(path)], [], empty_folder=True))


class _Asked(NamedTuple):
    profile: Profile
    before: int | None

    def closed(self, year: ClosedYear, outcome: ScoreOutcome) -> ClosedYear:
        """Return *year* with the last result of *outcome*, or why it is not known."""
        path = year.path or ""
        if outcome.units is None:
            count = sum(1 for one in outcome.findings if has_errors([one]))
            return _unknown(path, "next-year.unknown.errors", count=count)
        theirs = [one for one in outcome.units if self.profile.is_of(one.unit)]
        if self.before is not None:
            years = [one.year for one in theirs if one.year is not None]
            theirs = [one for one in theirs if one.year is None or one.year < self.before]
            if years and not theirs:
                raise not_later(self.before, path, max(years))
        if len({one.unit for one in theirs}) > 1:
            return _unknown(
                path, "next-year.unknown.units", units=tuple(str(one.unit) for one in theirs)
            )
        if not theirs:
            return _unknown(path, "next-year.unknown.nobody")
        last = max(theirs, key=lambda one: one.year or 0)
        if outcome.partial or last.overall.published is None:
            return _unknown(path, "next-year.unknown.partial")
        return year._replace(result=last, decimals=outcome.definition.publish.decimals)


def _unknown(path: str, reason: str, **params: object) -> ClosedYear:
    said = in_both(reason, **params)
    return ClosedYear(path, findings=(Finding("F552", file=path, params={"reason": said}),))


def _kept(folder: str, limits: Limits) -> ClosedYear | None:
    """Return the archive in *folder*; without contents where it is not as it was made."""
    path = Path(folder, ARCHIVE)
    if not path.is_file():
        return None
    try:
        data = read_bytes(str(path), limits.file_bytes)
    except TooLargeError as large:
        found = limit_finding("F102", str(path), limits, large.size)
        return ClosedYear(str(path), findings=(found,))
    proven = verified(str(path), data, limits)
    if proven.verdict is Verdict.DIFFERS:
        return ClosedYear(str(path), findings=proven.findings)
    return ClosedYear(str(path), data, unpack(str(path), data, limits).contents())


def _of_kept(kept: ClosedYear, asked: _Asked, limits: Limits) -> ClosedYear:
    if kept.contents is None:
        return kept
    return asked.closed(kept, replay(kept.contents, limits).outcome)


def _received(folder: str, day: date, limits: Limits) -> Contents | None:
    """Return what was received in *folder*, by paths in it; None where that is nothing."""
    received, waivers = Path(folder, RECEIVED), Path(folder, WAIVERS)
    if not _has_received(folder):
        return None
    wanted = BundleOptions(
        DEFINITION, PROFILE, str(waivers) if waivers.is_file() else None, day=day
    )
    surroundings = Surroundings(Path(folder).absolute(), {}, limits)
    contents = gather((str(received),), wanted, surroundings)
    sent = contents.sent
    files = tuple(one._replace(path=_below(folder, one.path)) for one in sent.files)
    passed_over = tuple(one._replace(file=_below(folder, one.file)) for one in sent.passed_over)
    kept = contents.waivers
    return contents._replace(
        sent=sent._replace(files=files, passed_over=passed_over),
        waivers=None if kept is None else kept._replace(path=WAIVERS),
    )


def _below(folder: str, path: str | None) -> str:
    return Path(path or "").relative_to(folder).as_posix()


def _of_received(folder: str, sent: Contents, asked: _Asked, limits: Limits) -> ClosedYear:
    path = str(Path(folder, RECEIVED))
    made = bundled(sent, limits)
    return asked.closed(ClosedYear(path, made.data, sent), made.outcome)


def _hashes(contents: Contents) -> list[str]:
    return sorted(sha256(one.data).hexdigest() for one in contents.sent.files)


def _figure(result: UnitResult | None) -> Fraction | Label:
    published = None if result is None else result.overall.published
    return in_both("next-year.unknown") if published is None else published


def not_later(year: int, folder: str, last: int) -> UsageError:
    """Return why no *year* follows on a *folder* whose last year is *last*."""
    said = {"year": str(year), "last": str(last), "next": str(last + 1)}
    return UsageError("next-year-not-later", folder=folder, **said)


def in_both(key: str, **params: object) -> Label:
    """Return a text about the next year in both languages."""
    said = [text(key, one, **params) for one in (Language.ID, Language.EN)]
    return Label(said[0], english=said[1])
