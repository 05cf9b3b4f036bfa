"""The JSON envelope of every command: schema, tool, definition, inputs, result, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from kediri_index import __version__
from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.values import quoted
from kediri_index.model.dataset import InputFile, Missing
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, cells_of, indicator_of, place_key, range_of
from kediri_index.model.language import Language
from kediri_index.model.profile import Waived, Waiver
from kediri_index.present.escaping import json_parts

if TYPE_CHECKING:
    from kediri_index.model.survey import SurveyValue

Json = object

AGREED = 10
"""So many digits of a figure are the same on every machine."""


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


def envelope(
    command: str,
    definition: Definition | None,
    inputs: Iterable[InputFile],
    result: Json,
    findings: Iterable[Finding],
    language: Language,
    **more: Json,
) -> str:
    """Return the envelope as text; *more* are keys beside ``result``, such as ``partial``."""
    said = [finding_json(finding, language) for finding in findings]
    return envelope_of(command, definition, inputs, result, said, **more)


def envelope_of(
    command: str,
    definition: Definition | None,
    inputs: Iterable[InputFile],
    result: Json,
    findings: Iterable[Json],
    **more: Json,
) -> str:
    """Return the same of findings that are plain data already."""
    return "".join(envelope_parts(command, definition, inputs, result, findings, **more))


def envelope_parts(
    command: str,
    definition: Definition | None,
    inputs: Iterable[InputFile],
    result: Json,
    findings: Iterable[Json],
    **more: Json,
) -> Iterator[str]:
    """Yield the same in parts: each item of an iterator in *result* by itself."""
    document = {
        "schema": f"kediri-index/{command}/1",
        "tool": {"name": "kediri-index", "version": __version__},
        "definition": None if definition is None else definition_json(definition),
        "inputs": [_input(file) for file in inputs],
        "result": result,
        "findings": list(findings),
        **more,
    }
    yield from json_parts(document)
    yield "\n"


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


def number(value: Fraction | None) -> int | float | None:
    """Return *value* as JSON has it: an integer where it is one."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def exact(value: Fraction | None) -> float | None:
    """Return a score of any arithmetic as JSON has it: always with a decimal point."""
    return None if value is None else float(value)


def survey_json(survey: SurveyValue) -> Json:
    """Return what respondents said, with the cells of their answers."""
    low, high = (None, None) if survey.interval is None else survey.interval
    return {
        "value": exact(survey.value),
        "respondents": survey.respondents,
        "low": low,
        "high": high,
        "answers": [
            {"question": question, "file": place.file, "sheet": place.sheet, "cells": place.cell}
            for question, place in survey.answered
        ],
    }


def missing_kind(missing: Missing | None) -> str | None:
    """Return the kind of empty; an empty cell or absent row is not collected."""
    if missing is None:
        return None
    return (Missing.NOT_COLLECTED if missing is Missing.EMPTY else missing).value


def finding_json(finding: Finding, language: Language) -> dict[str, Json]:
    """Return one finding with its texts in *language*."""
    repair = repair_of(finding, language)
    said = placed_json(finding, message_of(finding, language), language, hint=repair)
    indicators = [one.indicator for one in (finding, *finding.others)]
    if finding.cell is not None and len(set(indicators)) > 1:
        said["indicators"] = indicators
    return said


def placed_json(
    finding: Finding, message: str, language: Language, **more: Json
) -> dict[str, Json]:
    """Return *finding* with its place and its *message*; *more* are keys behind that."""
    said: dict[str, Json] = {
        "code": finding.code,
        "severity": severity_of(finding),
        "file": finding.file,
        "sheet": _cut(finding.sheet, language),
        "cell": finding.cell,
        "line": finding.line,
        "column": finding.column,
        "value": _cut(finding.value, language),
        "message": message,
        **more,
        "indicator": _cut(indicator_of(finding), language),
    }
    if finding.others:
        said |= {"range": range_of(finding), "count": cells_of(finding)}
    return said


def findings_json(
    findings: Iterable[Finding], accepted: Iterable[Waived], language: Language
) -> Iterator[dict[str, Json]]:
    """Yield the findings by place; an accepted one says so."""
    placed: list[tuple[Finding, Waived | None]] = [
        *((finding, None) for finding in findings),
        *((one.finding, one) for one in accepted),
    ]
    for finding, waived in sorted(placed, key=lambda pair: place_key(pair[0])):
        said = finding_json(finding, language)
        yield said if waived is None else said | _waived(waived.waiver)


def _waived(waiver: Waiver) -> dict[str, Json]:
    return {
        "waived": True,
        "waiver": {
            "file": waiver.mark.file,
            "line": waiver.mark.line,
            "reason": waiver.reason,
            "who": waiver.who,
            "until": waiver.until.isoformat(),
        },
    }


def _cut(text: str | None, language: Language) -> str | None:
    """Return *text* as sentences quote it; None where there is none."""
    return None if text is None else quoted(text, language)


def definition_json(definition: Definition) -> dict[str, Json]:
    """Return which definition it is."""
    return {
        "id": definition.id,
        "version": definition.version,
        "status": definition.status,
        "sha256": definition.sha256,
        "path": definition.path,
    }


def _input(file: InputFile) -> dict[str, Json]:
    return {
        "path": file.path,
        "sha256": file.sha256,
        "layout": file.layout,
        "sheet": file.sheet,
        "opd": file.opd,
        "revision": file.revision,
        "superseded_by": file.superseded_by,
    }


def agreed(value: float | None) -> float | None:
    """Return a figure that is not of draws with as many digits as every machine agrees on."""
    return None if value is None else float(f"{value:.{AGREED}g}") + 0.0
