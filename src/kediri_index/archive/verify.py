"""Computing a bundle again, and saying whether everything in it is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from kediri_index import __version__
from kediri_index.archive.cells import cell_lines, changed_cells, count_of
from kediri_index.archive.manifest import Manifest
from kediri_index.archive.replay import Replayed, Watch, first_half, replay, second_half, unwatched
from kediri_index.archive.results import Results, compared_results
from kediri_index.archive.unpack import Unpacked, unpack
from kediri_index.errors import DefinitionError, UsageError
from kediri_index.messages.values import fixed
from kediri_index.model.bundle import Compared, MemberRole, Verdict, Verified
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.limits import Limits
from kediri_index.sheets.paths import TooLargeError, read_bytes, refuse_missing
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.refusal import limit_finding

_MOST_CELL_BYTES = 100_000_000
_CONDITIONS = frozenset({"F471", "F472", "F484"})
"""Warnings about another version, other limits and an id of a shipped definition."""


def verify(path: str | Path, *, limits: Limits | None = None, watch: Watch = unwatched) -> Verified:
    """Return what the bundle at *path* comes to now; nothing is written, nothing else is read.

    *watch* receives how many steps are done, and how many there are.

    Raises :class:`~kediri_index.errors.UsageError` where the file cannot be read.
    """
    name, bounds = str(path), limits or Limits()
    refuse_missing(name)
    if Path(name).is_dir():
        raise UsageError("archive-is-folder", path=name)
    try:
        data = read_bytes(name, bounds.file_bytes)
    except TooLargeError as large:
        return Verified(name, "", findings=(limit_finding("F102", name, bounds, large.size),))
    return verified(name, data, bounds, watch)


def verified(path: str, data: bytes, limits: Limits, watch: Watch = unwatched) -> Verified:
    """Return the same of the bytes of an archive that *path* names."""
    unpacked = unpack(path, data, limits)
    verdict = Verdict.DIFFERS if unpacked.later_form is None else Verdict.NOT_VERIFIED
    told = in_order(unpacked.findings)
    found = Verified(path, sha256(data).hexdigest(), verdict=verdict, findings=told)
    manifest = unpacked.manifest
    if manifest is None:
        return found
    found = found._replace(
        made_by=manifest.version,
        language=manifest.call.language,
        call=manifest.call,
        passed_over=len(manifest.passed_over) + len(manifest.previous_passed_over),
        members=Compared(len(manifest.files), unpacked.different),
    )
    within = _within(manifest, limits)
    findings = [*unpacked.findings, *_conditions(path, manifest, within)]
    cells, changed = _cells(path, unpacked, within, first_half(watch))
    findings += changed
    found = found._replace(cells=cells)
    contents = unpacked.contents()
    if contents is None:
        findings.append(Finding("F470", file=path))
    else:
        try:
            replayed = replay(contents, within, second_half(watch))
        except DefinitionError as error:
            findings += [Finding("F470", file=path), *error.findings]
        else:
            results = compared_results(found, unpacked, manifest, contents, replayed, limits)
            found, findings = _told(found, replayed, results), [*findings, *results.findings]
            found = found._replace(verdict=_verdict(findings, manifest, replayed, results))
    return found._replace(findings=in_order(findings[: limits.findings]))


def _verdict(
    findings: Iterable[Finding], manifest: Manifest, replayed: Replayed, results: Results
) -> Verdict:
    """Return what all *findings* come to; an archive that is not the same has an error among them.

    Nothing but the same bytes is verified.
    """
    if replayed.outcome.units is None or any(one.code not in _CONDITIONS for one in findings):
        return Verdict.DIFFERS
    if manifest.version != __version__:
        return Verdict.NOT_VERIFIED
    return Verdict.VERIFIED if results.same_bytes else Verdict.DIFFERS


def _told(found: Verified, replayed: Replayed, results: Results) -> Verified:
    """Return *found* with what was computed again, and what that came to."""
    outcome = replayed.outcome
    units = outcome.units or ()
    only = units[0] if len(units) == 1 else None
    published = None if only is None else only.overall.published
    return found._replace(
        figures=results.figures,
        said=results.said,
        not_compared=results.not_compared,
        definition=outcome.definition,
        inputs=outcome.inputs,
        recomputed=outcome.units is not None,
        partial=outcome.partial,
        unit=None if only is None else only.unit,
        year=None if only is None else only.year,
        score=None if published is None else fixed(published, outcome.definition.publish.decimals),
    )


def _within(manifest: Manifest, limits: Limits) -> Limits:
    """Return the limits of the bundle's call, none beyond *limits*: nobody vouches for it."""
    return limits._replace(
        **{name: min(limit, getattr(limits, name)) for name, limit in manifest.call.limits.items()}
    )


def _conditions(path: str, manifest: Manifest, within: Limits) -> Iterator[Finding]:
    """Yield what a difference may come from beside the contents."""
    if manifest.version != __version__:
        yield Finding("F471", file=path, value=manifest.version, params={"version": __version__})
    wider = {
        name: limit for name, limit in manifest.call.limits.items() if limit > getattr(within, name)
    }
    if wider:
        options = " ".join(f"--limit {name}={limit}" for name, limit in wider.items())
        yield Finding("F472", file=path, value=options)


def _cells(
    path: str, unpacked: Unpacked, limits: Limits, watch: Watch
) -> tuple[Compared, list[Finding]]:
    """Return how many cells are kept of all workbooks, and those that are not what they were."""
    manifest = unpacked.manifest
    sources = {file.name: file for file in manifest.files} if manifest else {}
    compared, findings = 0, list[Finding]()
    lists = list(unpacked.of(MemberRole.CELLS))
    for number, kept in enumerate(lists):
        watch(number, len(lists))
        named = sources.get(sources[kept.path].source)
        if named is None or named.name not in unpacked.data or len(findings) >= limits.findings:
            continue
        count = count_of(kept.data)
        if count > limits.cells or len(kept.data) > _MOST_CELL_BYTES:
            option = f"--limit cells={max(count, 2 * limits.cells)}"
            params = {"seen": count, "limit": limits.cells, "option": option}
            findings.append(Finding("F477", file=path, value=kept.path, params=params))
            continue
        compared += count
        workbook = read_workbook(named.source, unpacked.data[named.name], limits)
        lines = cell_lines(workbook)
        changed = changed_cells(named.source, kept.data, lines)
        found = list(islice(changed, limits.findings - len(findings)))
        if not found and kept.data != lines:  # a line twice, or in another place
            found = [Finding("F473", file=path, value=kept.path)]
        findings += found
    return Compared(compared, len(findings)), findings
