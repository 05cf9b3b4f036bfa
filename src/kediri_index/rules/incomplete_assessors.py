"""An assessor who left a cell empty that another one filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.model.dataset import Answer, Missing
from kediri_index.model.findings import Finding, FindingText, Severity, Source, place_key
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "C103",
        Severity.WARNING,
        "nilai asesor tidak lengkap",
        "an assessor's score is missing",
        "hanya {there} dari {all} nilai asesor terisi; rata-ratanya dari yang terisi",
        "only {there} of {all} assessors' scores are there; the mean is theirs",
        "lengkapi nilai asesor yang kosong",
        "fill in the missing assessors' scores",
    ),
    FindingText(
        "C107",
        Severity.WARNING,
        "kolom nilai asesor kosong",
        "empty column of an assessor",
        "kolom nilai asesor ini kosong di semua {count} baris yang dinilai asesor lain",
        "this assessor's column is empty in all {count} rows that another assessor filled in",
        "isi kolomnya, atau hapus bila tidak ada asesor ini",
        "fill in the column, or delete it if there is no such assessor",
    ),
)

_DIGITS = "0123456789"
_Column = tuple[str, str | None, str]


def incomplete_assessors(context: UnitContext) -> Iterable[Finding]:
    """Yield C103 for each such cell, or C107 once for a column that nobody filled in.

    The mean is that of the scores that are there.
    """
    empty: dict[_Column, list[Finding]] = {}
    filled: set[_Column] = set()
    for answer in _rows(context):
        if not answer.assessor[1:]:
            continue
        there = sum(one.number is not None for one in answer.assessor)
        for reading in answer.assessor:
            column = _column(reading.source)
            if reading.missing is not Missing.EMPTY:
                filled.add(column)
            elif there:
                found = Finding.at_cell(
                    "C103",
                    reading.source,
                    indicator=answer.id,
                    there=there,
                    all=len(answer.assessor),
                )
                empty.setdefault(column, []).append(found)
    for column, findings in empty.items():
        if column in filled or not findings[1:]:
            yield from findings
        else:
            first = min(findings, key=place_key)
            yield first._replace(code="C107", indicator=None, params={"count": len(findings)})


def _rows(context: UnitContext) -> Iterator[Answer]:
    """Yield the answers; of one that several agencies make, each agency's row that counts."""
    for answer in context.full:
        if answer.shares is None:
            yield answer
            continue
        for share in answer.shares.counting:
            if share.answer is not None:
                yield share.answer


def _column(source: Source) -> _Column:
    return source.file, source.sheet, (source.cell or "").rstrip(_DIGITS)
