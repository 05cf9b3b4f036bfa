"""Computing a bundle again, and saying whether everything in it is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from kediri_index import __version__
from kediri_index.archive.cells import cell_lines, changed_cells, count_of
from kediri_index.archive.figures import (
    compared_figures,
    compared_findings,
    documents,
    figure_findings,
    first_difference,
)
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.packing import CHECK, MANIFEST, RESOLVED, SCORE, members_of
from kediri_index.archive.read_manifest import Json, Manifest
from kediri_index.archive.replay import Replayed, replay
from kediri_index.archive.unpack import Unpacked, unpack
from kediri_index.archive.watching import Watch, first_half, second_half, unwatched
from kediri_index.definition.load_definition import load_definition_sources
from kediri_index.errors import DefinitionError, UsageError
from kediri_index.messages.numbers import fixed
from kediri_index.model.bundle import Compared, Role, Verified
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.limits import Limits
from kediri_index.model.source_file import SourceFile
from kediri_index.workbook.paths import TooLargeError, read_bytes, refuse_missing
from kediri_index.workbook.read import read_workbook
from kediri_index.workbook.reading.refusal import limit_finding

_MOST_CELL_BYTES = 100_000_000


def verify(path: str | Path, *, limits: Limits | None = None, watch: Watch = unwatched) -> Verified:
    """Return what the bundle at *path* comes to now; nothing is written, nothing else is read.

    *watch* is told how many steps are done, and how many there are.

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
    found = Verified(path, sha256(data).hexdigest(), findings=in_order(unpacked.findings))
    manifest = unpacked.manifest
    if manifest is None:
        return found
    found = found._replace(
        made_by=manifest.version,
        language=manifest.call.language,
        members=Compared(len(manifest.files), unpacked.different),
    )
    within = _within(manifest, limits)
    findings = [*unpacked.findings, *_conditions(path, manifest, within)]
    cells, changed = _cells(path, unpacked, within, first_half(watch))
    findings += changed
    contents = unpacked.contents()
    replayed = None
    if contents is None:
        findings.append(Finding("F470", file=path))
    else:
        try:
            replayed = replay(contents, within, second_half(watch))
        except DefinitionError as error:
            findings += [Finding("F470", file=path), *error.findings]
    found = found._replace(cells=cells)
    if replayed is not None:
        found, differing = _results(found, unpacked, replayed, manifest, limits.findings)
        findings += differing
    return found._replace(findings=in_order(findings[: limits.findings]))


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
    lists = list(unpacked.of(Role.CELLS))
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


def _results(
    found: Verified, unpacked: Unpacked, replayed: Replayed, manifest: Manifest, most: int
) -> tuple[Verified, list[Finding]]:
    """Return *found* with what the results come to, and at most *most* of what differs of each."""
    path = found.path
    findings: list[Finding] = []
    said: dict[tuple[object, ...], Finding] = {}
    figures, told = Compared(), Compared()
    written: dict[str, str] = {}
    other = manifest.version != __version__
    for name, now in ((SCORE, replayed.score), (CHECK, replayed.check)):
        kept = unpacked.data.get(name)
        if kept is None:
            continue
        both = documents(kept, now)
        if both is None:
            findings.append(Finding("F473", file=path, value=name))
            continue
        compared = compared_figures(both, other_version=other)
        if compared is None:
            findings.append(Finding("F473", file=path, value=name))
            continue
        of_figures, differing = compared
        of_findings, not_found = compared_findings(both, path, most)
        if name == SCORE:
            figures, told = of_figures, of_findings
        findings += figure_findings(path, differing[:most])
        said |= {tuple(one[:8]): one for one in not_found}
        if kept != now.encode() and not other:
            written[name] = first_difference(*both)
    if not other and not _means_the_same(unpacked.data.get(RESOLVED), replayed):
        written[RESOLVED] = ""
    if not other and (where := _written_otherwise(manifest, unpacked, replayed)) is not None:
        written[MANIFEST] = where
    if not (findings or said or found.members.different or found.cells.different):
        findings = [
            Finding("F473", file=path, value=f"{name} ({where})" if where else name)
            for name, where in written.items()
        ]
    outcome = replayed.outcome
    units = outcome.units or ()
    only = units[0] if len(units) == 1 else None
    published = None if only is None else only.overall.published
    decimals = outcome.definition.publish.decimals
    return (
        found._replace(
            figures=figures,
            said=told,
            definition=outcome.definition,
            inputs=outcome.inputs,
            recomputed=outcome.units is not None,
            partial=outcome.partial,
            unit=None if only is None else only.unit,
            year=None if only is None else only.year,
            score=None if published is None else fixed(published, decimals),
        ),
        [*findings, *said.values()],
    )


def _written_otherwise(manifest: Manifest, unpacked: Unpacked, replayed: Replayed) -> str | None:
    """Return where the manifest is not the one that would be written of what was computed again.

    None where it is; nothing where that has no name.
    """
    contents = unpacked.contents()
    if contents is None:
        return ""
    now = json.loads(manifest_json(contents, replayed, members_of(contents, replayed)))
    try:
        is_so = _without_hashes(now) == _without_hashes(manifest.document)
    except RecursionError:  # lists in lists, which a parser goes deeper into
        return ""
    return None if is_so else first_difference(manifest.document, now)


def _without_hashes(manifest: Json) -> Json:
    """Return a manifest but for the hashes of its members, each of which is compared by itself."""
    if isinstance(manifest, dict):
        return {
            key: _without_hashes(value)
            for key, value in manifest.items()
            if not (key == "sha256" and "role" in manifest)
        }
    return [_without_hashes(one) for one in manifest] if isinstance(manifest, list) else manifest


def _means_the_same(resolved: bytes | None, replayed: Replayed) -> bool:
    """Return whether the *resolved* definition is the one in use, however YAML is written here."""
    if resolved is None or resolved == replayed.resolved.encode():
        return True
    definition = replayed.outcome.definition
    try:
        loaded = load_definition_sources([SourceFile(definition.path, resolved)])
    except DefinitionError:
        return False
    return loaded.definition.sha256 == definition.sha256
