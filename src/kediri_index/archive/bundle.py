"""One archive with everything that a score came from, and the score."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from kediri_index.archive.gather import BundleOptions, gather
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.packing import members_of, packed
from kediri_index.archive.replay import Watch, first_half, replay, second_half, unwatched
from kediri_index.model.bundle import Bundle
from kediri_index.usecases.load import Surroundings

_USUAL = BundleOptions()


def bundle(
    paths: str | Path | Iterable[str | Path],
    options: BundleOptions = _USUAL,
    *,
    surroundings: Surroundings | None = None,
    watch: Watch = unwatched,
) -> Bundle:
    """Return the archive of files, folders and patterns, and of their scores.

    Two calls give the same bytes. *watch* is told how many steps are done, and how many there are.

    While the files have errors there is none, unless they are allowed: then it says that it is
    partial. Raises :class:`~kediri_index.errors.NotFoundError` for a path that is not there,
    :class:`~kediri_index.errors.DefinitionError` for a definition, profile or waivers that cannot
    be used, and :class:`~kediri_index.errors.UsageError` for a file that cannot be kept.
    """
    around = surroundings or Surroundings.here()
    given = [paths] if isinstance(paths, str | Path) else paths
    contents = gather(tuple(map(str, given)), options, around, first_half(watch))
    replayed = replay(contents, around.limits, second_half(watch))
    language = contents.call.language
    if replayed.outcome.units is None:
        return Bundle(None, None, (), replayed.outcome, language)
    members = members_of(contents, replayed)
    data = packed(manifest_json(contents, replayed, members), members)
    return Bundle(data, sha256(data).hexdigest(), members, replayed.outcome, language)
