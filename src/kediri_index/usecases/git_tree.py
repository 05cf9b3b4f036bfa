"""The YAML files of a git repository as they were at a commit.

Only what reads is called: no hook, filter, alias or pager runs, nothing is fetched or written.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kediri_index.definition.library import YAML_ENDINGS, FolderCopy
from kediri_index.errors import NotFoundError, UsageError
from kediri_index.model.limits import Limits

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES")
"""Variables of git that do not say which repository is meant."""
_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OPTIONS = ("--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
"""A repository that was committed as a folder of files is none, and its settings run nothing."""
_FILE, _LINK = "10", "120000"
_NOT_ALLOWED = frozenset("\\:")
"""On Windows these name another folder, another disk or a stream of another file."""


class _Blob(NamedTuple):
    path: PurePosixPath
    hash: str
    size: int
    is_link: bool


@contextlib.contextmanager
def folder_at(ref: str, folder: Path, limits: Limits) -> Iterator[FolderCopy]:
    """Give a copy of the repository around *folder*, its YAML files as they were at *ref*.

    It is gone afterwards. Raises UsageError where there is no git, no repository or no such ref.
    """
    git = _Git(folder)
    with tempfile.TemporaryDirectory(prefix="kediri-index-") as temporary:
        top = Path(temporary).resolve()
        git.write_tree(git.tree_of(ref), top, limits)
        yield FolderCopy(top, git.root, ref)


class _Git:
    """One repository."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise NotFoundError("git-missing")
        self._program = program
        self._folder = folder
        said = self._run("rev-parse", "--show-toplevel")
        if said.returncode:
            if b"not a git repository" in said.stderr:
                raise UsageError("git-no-repository", path=str(folder))
            reason = _last_line(said.stderr)
            raise UsageError("git-refused", path=str(folder), reason=reason)
        self.root = Path(os.fsdecode(said.stdout).rstrip("\r\n")).resolve()

    def tree_of(self, ref: str) -> str:
        """Return the hash of the tree at *ref*."""
        if ref and not ref.startswith("-") and "\0" not in ref:
            said = self._run("rev-parse", "--verify", "--quiet", f"{ref}^{{tree}}", "--")
            found = said.stdout.decode("ascii", "replace").split("\n")[0].strip()
            if not said.returncode and _HASH.fullmatch(found):
                return found
        raise NotFoundError("git-no-ref", ref=ref)

    def write_tree(self, tree: str, top: Path, limits: Limits) -> None:
        """Write the YAML files of *tree* below *top*, of one that is too long what shows it."""
        blobs = list(self._blobs(tree))
        small = [blob for blob in blobs if blob.size <= limits.definition_bytes]
        for blob, data in zip(small, self._contents(small), strict=True):
            if not blob.is_link:
                _write(top, blob.path, data)
        for blob in blobs:
            if blob.size > limits.definition_bytes:
                _write(top, blob.path, b" " * (limits.definition_bytes + 1))
        self._write_links(small, top)

    def _write_links(self, blobs: Sequence[_Blob], top: Path) -> None:
        """Write a copy for each link to another of the files; no link leads out of the copy."""
        links = [blob for blob in blobs if blob.is_link]
        for blob, target in zip(links, self._contents(links), strict=True):
            place = os.path.normpath(top / blob.path.parent / os.fsdecode(target))
            found = Path(place)
            if found.is_relative_to(top) and found.is_file():
                _write(top, blob.path, found.read_bytes())

    def _blobs(self, tree: str) -> Iterator[_Blob]:
        listed = self._output("ls-tree", "-r", "-l", "-z", "--full-tree", tree)
        for entry in listed.split(b"\0"):
            about, _, name = entry.partition(b"\t")
            path = PurePosixPath(os.fsdecode(name))
            if path.suffix not in YAML_ENDINGS:
                continue
            if path.is_absolute() or ".." in path.parts or _NOT_ALLOWED & set(str(path)):
                raise UsageError("git-name", path=str(path))
            mode, _, blob, size = about.decode("ascii").split()
            if mode.startswith(_FILE) or mode == _LINK:
                if not size.isdigit():  # so git tells an object that is not there
                    raise UsageError("git-failed", command="ls-tree", reason=f"{path}: {size}")
                yield _Blob(path, blob, int(size), mode == _LINK)

    def _contents(self, blobs: Sequence[_Blob]) -> Iterator[bytes]:
        """Yield what each blob holds."""
        if not blobs:
            return
        asked = "".join(f"{blob.hash}\n" for blob in blobs).encode()
        data = self._output("cat-file", "--batch", given=asked)
        place = 0
        for blob in blobs:
            head, _, _ = data[place : place + 100].partition(b"\n")
            if not head.endswith(f" blob {blob.size}".encode()):
                raise UsageError(
                    "git-failed", command="cat-file", reason=head.decode("ascii", "replace")
                )
            start = place + len(head) + 1
            yield data[start : start + blob.size]
            place = start + blob.size + 1

    def _output(self, *arguments: str, given: bytes = b"") -> bytes:
        said = self._run(*arguments, given=given)
        if said.returncode:
            raise UsageError("git-failed", command=arguments[0], reason=_last_line(said.stderr))
        return said.stdout

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        known = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("GIT_") or name.startswith(_KEPT)
        }
        return subprocess.run(  # noqa: S603 - a fixed list of words, no shell; the ref is checked
            [self._program, *_OPTIONS, "-C", str(self._folder), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env=known | _SETTINGS,
        )


def _write(top: Path, path: PurePosixPath, data: bytes) -> None:
    """Write a file; a name that this system does not allow is left out, and so is not found."""
    place = top / path
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else "git"
