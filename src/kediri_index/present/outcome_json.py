"""The JSON envelope of a command that checks files and has a result, or none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.waivers import Waived
from kediri_index.present.envelope import Json, envelope_parts
from kediri_index.present.findings_json import findings_json


class Outcome(Protocol):
    """What such commands come to have in common."""

    @property
    def definition(self) -> Definition:
        """By which definition."""
        ...

    @property
    def inputs(self) -> tuple[InputFile, ...]:
        """The files that were read."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What counts against them."""
        ...

    @property
    def waived(self) -> tuple[Waived, ...]:
        """What was accepted."""
        ...

    @property
    def partial(self) -> bool:
        """Whether there is a result although errors left answers out."""
        ...


def outcome_json(command: str, outcome: Outcome, result: Json, language: Language) -> str:
    """Return the envelope of *command*; *result* is None where errors forbid one."""
    return "".join(outcome_parts(command, outcome, result, language))


def outcome_parts(
    command: str, outcome: Outcome, result: Json, language: Language
) -> Iterator[str]:
    """Yield the same in parts: each item of an iterator in *result* by itself."""
    more: dict[str, Json] = {"partial": True} if outcome.partial else {}
    findings = findings_json(outcome.findings, outcome.waived, language)
    return envelope_parts(command, outcome.definition, outcome.inputs, result, findings, **more)
