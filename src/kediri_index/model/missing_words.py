"""The words that people write where there is nothing."""

from __future__ import annotations

from typing import Final

from kediri_index.model.dataset import Missing

MISSING_WORDS: Final[dict[str, Missing]] = {
    "": Missing.EMPTY,
    "n/a": Missing.NOT_APPLICABLE,
    "n.a.": Missing.NOT_APPLICABLE,
    "n.a": Missing.NOT_APPLICABLE,
    "na": Missing.NOT_APPLICABLE,
    "tidak berlaku": Missing.NOT_APPLICABLE,
    "not applicable": Missing.NOT_APPLICABLE,
    "-": Missing.NOT_COLLECTED,
    "\N{EN DASH}": Missing.NOT_COLLECTED,
    "\N{EM DASH}": Missing.NOT_COLLECTED,
    "tidak ada": Missing.NOT_COLLECTED,
    "tidak ada data": Missing.NOT_COLLECTED,
    "data tidak ada": Missing.NOT_COLLECTED,
    "tidak tersedia": Missing.NOT_COLLECTED,
    "data tidak tersedia": Missing.NOT_COLLECTED,
    "belum ada": Missing.NOT_COLLECTED,
    "belum ada data": Missing.NOT_COLLECTED,
    "data belum ada": Missing.NOT_COLLECTED,
    "belum tersedia": Missing.NOT_COLLECTED,
    "data belum tersedia": Missing.NOT_COLLECTED,
    "no data": Missing.NOT_COLLECTED,
    "not available": Missing.NOT_COLLECTED,
    "not collected": Missing.NOT_COLLECTED,
    "belum": Missing.NOT_DUE,
    "belum dinilai": Missing.NOT_DUE,
    "belum jatuh tempo": Missing.NOT_DUE,
    "not yet": Missing.NOT_DUE,
    "not yet assessed": Missing.NOT_DUE,
    "not assessed": Missing.NOT_DUE,
    "not yet due": Missing.NOT_DUE,
    "not due": Missing.NOT_DUE,
}
