"""Findings as plain data, those that count and those that were accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.model.findings import Finding, place_key
from kediri_index.model.language import Language
from kediri_index.model.waivers import Waived, Waiver
from kediri_index.present.envelope import Json, finding_json


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
