"""A marked tree to the dataclass that describes it."""

from __future__ import annotations

from typing import TypeVar

from kediri_index.definition.nodes import MarkedMapping, plain
from kediri_index.definition.reading import read
from kediri_index.definition.specs.parsed import FieldError
from kediri_index.model.findings import Finding

Spec = TypeVar("Spec")


def validated(kind: type[Spec], tree: MarkedMapping) -> tuple[Spec | None, list[Finding]]:
    """Return *tree* as a *kind*, and the faults; None where no part of it can be used.

    A faulty value is cut out of *tree* and leaves a hole, so that everything else can still be
    checked; with faults, the result is good for further checks only.
    """
    try:
        return read(kind, plain(tree)), []
    except FieldError:
        from kediri_index.definition.faults import faults_and_rest  # noqa: PLC0415 - imports Pydantic

        return faults_and_rest(kind, tree)
