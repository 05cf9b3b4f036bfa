"""What the check page holds: a project's files, this program, and the runtime that runs both."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import kediri_index
from kediri_index.definition.find import PROFILE_FILE
from kediri_index.definition.library import (
    DEFAULT_FILE,
    folders_upward,
    is_default,
    known_ids,
    packaged,
    read_file,
)
from kediri_index.definition.starting import resolved_yaml
from kediri_index.errors import MissingExtraError, ProfileError
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Profile
from kediri_index.project_folder import CONFIG
from kediri_index.usecases.inputs import NamedFiles, Surroundings, load, profile_beside

RUNTIME = "kediri_index_page"
"""The package of the extra ``page``: Python for a browser, and the libraries used there."""
RUNTIME_PARTS = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
    "library.zip",
)
LEFT_OUT: Final = (
    *("analysis/compare/", "analysis/plan/", "analysis/robustness/", "analysis/trace/"),
    *("present/commands/score_xlsx.py", "present/compared/", "present/robustness/"),
    *("present/yearly/", "examples/", "schemas/"),
)
"""What of the package the commands of the page do without; it asks for no workbook of scores."""
_DEFINITIONS = "config"


class CheckPage(NamedTuple):
    """The parts of a page by name, each compressed by gzip, and what they were made for.

    *licences* is the text of the licences of what the runtime holds.
    """

    definition: Definition
    profile: Profile | None
    parts: Mapping[str, bytes]
    licences: str


def check_page(named: NamedFiles, surroundings: Surroundings) -> CheckPage:
    """Return the parts of a page with the definition and the profile that are *named* or found.

    The other definitions of the project's ``config`` folders are in it too, since a submission may
    name one of them; each is resolved, so that none depends on another file.

    Raises :class:`~kediri_index.errors.MissingExtraError` without the runtime, and the errors of
    :func:`~kediri_index.usecases.inputs.load` for a definition or a profile that is not there or
    is broken.
    """
    runtime = _runtime()
    loaded = load(named.config, surroundings)
    definition = loaded.definition
    project: dict[str, bytes] = {}
    if not is_default(definition.path):
        project[f"{CONFIG}/{DEFAULT_FILE}"] = resolved_yaml(loaded.tree).encode()
    own = known_ids(folders_upward(surroundings.folder), surroundings.limits)
    for other in own:
        if other != definition.id:
            tree = load(other, surroundings).tree
            project[f"{CONFIG}/{other}.yaml"] = resolved_yaml(tree).encode()
    profile = profile_beside(definition, named.profile, surroundings)
    if profile is not None:
        file = read_file(profile.path, surroundings.limits, ProfileError)
        project[f"{CONFIG}/{PROFILE_FILE}"] = file.data
    parts = {name: (runtime / f"{name}.gz").read_bytes() for name in RUNTIME_PARTS}
    parts["program.zip"] = _archive(_program())
    parts["project.zip"] = _archive(project.items())
    licences = (runtime / "LICENSES.txt").read_text(encoding="utf-8")
    return CheckPage(definition, profile, parts, licences)


def _runtime() -> Traversable:
    try:
        return files(RUNTIME) / "parts"
    except ModuleNotFoundError as error:
        raise MissingExtraError("page", "page") from error


def _program() -> Iterator[tuple[str, bytes]]:
    """Yield the files of this package by name, as its wheel has them."""
    package = Path(kediri_index.__file__).absolute().parent
    yield from _files_in(package, package.name)
    definitions = packaged(_DEFINITIONS)
    if not definitions.is_relative_to(package):
        yield from _files_in(definitions, f"{package.name}/{_DEFINITIONS}")


def _files_in(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).as_posix()
        if path.is_file() and "__pycache__" not in path.parts and not inside.startswith(LEFT_OUT):
            yield f"{name}/{inside}", path.read_bytes()


def _archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return *members* by name as a zip file within gzip, the same bytes for the same members."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_STORED) as archive:
        for name, content in sorted(members):
            archive.writestr(ZipInfo(name), content)
    return gzip.compress(data.getvalue(), mtime=0)
