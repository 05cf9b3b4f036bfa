"""Definitions with those slips corrected of which it is certain what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.definition.corrections import Corrected, corrected
from kediri_index.definition.library import file_bytes, is_shipped
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.source import BYTE_ORDER_MARK, decoded
from kediri_index.definition.specs import DefinitionSpec
from kediri_index.errors import DefinitionError
from kediri_index.model.dataset import SourceFile
from kediri_index.usecases.inputs import Surroundings
from kediri_index.usecases.lint import Linted, definitions_asked_for, lint


class ChangedLine(NamedTuple):
    """A line of a file, from 1, as it was and as it is, and the codes of its slips."""

    line: int
    before: str
    after: str
    codes: tuple[str, ...]


class FixedDefinition(NamedTuple):
    """The definition at *path*, as it was and as it should be.

    *encoding* is the one that the file was kept in, if not UTF-8. *output* is where *data* are to
    be written, None where nothing changes, as in a *shipped* one.
    """

    path: str
    before: str
    after: str
    data: bytes
    encoding: str | None = None
    lines: tuple[ChangedLine, ...] = ()
    output: str | None = None
    shipped: bool = False

    @property
    def changes(self) -> bool:
        """Whether anything is to be written."""
        return self.encoding is not None or self.before != self.after


def fix(references: tuple[str, ...], surroundings: Surroundings) -> tuple[FixedDefinition, ...]:
    """Return the definitions that *references* name, or all of the project, as they should be.

    What is no definition is left out; the shipped ones stay as they are.
    """
    found: list[FixedDefinition] = []
    limits = surroundings.limits
    for shown, path in definitions_asked_for(references, surroundings).items():
        data = file_bytes(path, shown, limits)
        if not isinstance(data, bytes):
            continue
        if is_shipped(str(path)):
            if references:
                found.append(FixedDefinition(shown, "", "", data, shipped=True))
            continue
        try:
            findings = load_definition_file(path, shown=shown, limits=limits).findings
        except DefinitionError as error:
            findings = error.findings
        if any(one.file == shown and one.line is None for one in findings):
            continue  # it is something else, of which nothing is shown
        meant = corrected(SourceFile(shown, data), DefinitionSpec, limits)
        if meant is not None:
            found.append(_fixed(shown, data, meant))
    return tuple(found)


def _fixed(shown: str, data: bytes, meant: Corrected) -> FixedDefinition:
    encoding = decoded(data).encoding
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    codes: dict[int | None, dict[str, None]] = {}
    for slip in meant.slips:
        codes.setdefault(slip.line, {})[slip.code] = None
    lines = tuple(
        ChangedLine(number, before, after, tuple(codes.get(number, ())))
        for number, (before, after) in enumerate(
            zip(meant.written.split("\n"), meant.sure.split("\n"), strict=True), start=1
        )
        if before != after
    )
    return FixedDefinition(
        shown, meant.written, meant.sure, mark + meant.sure.encode(), encoding, lines
    )


def lint_fixed(
    references: tuple[str, ...], fixed: Sequence[FixedDefinition], surroundings: Surroundings
) -> Linted:
    """Check the definitions that *references* name as they are *fixed*, where they are written."""
    texts = {one.path: one.after for one in fixed if one.changes}
    linted = lint(references, surroundings, texts)
    written = {one.path: one.output or one.path for one in fixed}
    return linted._replace(
        paths=tuple(written.get(path, path) for path in linted.paths),
        findings=tuple(
            one._replace(file=written.get(one.file or "", one.file)) for one in linted.findings
        ),
    )
