"""The form that an agency (OPD) fills in: its sheets, columns and labels, in order."""

from __future__ import annotations

from typing import Final

from kediri_index.workbook.files.identity import Item
from kediri_index.workbook.headers.columns import Column

FORM: Final = 1
"""The number of this form; another arrangement of sheets or columns gets another number."""

IDENTITY_SHEET: Final = "Identitas"
ANSWERS_SHEET: Final = "Penilaian"
GUIDE_SHEET: Final = "Petunjuk"
STEPS_SHEET: Final = "_periksa"
"""Hidden: the steps by which the column *Periksa* comes to what it says, and the drop-downs."""

HEADER_ROW: Final = 4
"""Of the answers, as a sheet counts; the title stands above it, the data below."""

FORM_LABEL: Final = "Bentuk"

IDENTITY_ITEMS: Final = (
    Item.UNIT,
    Item.YEAR,
    Item.OPD,
    Item.REVISION,
    Item.DATE,
    Item.DEFINITION,
    Item.VERSION,
)
HIDDEN_LABELS: Final = (Item.DEFINITION, Item.VERSION, Item.HASH, Item.OPD, FORM_LABEL)
"""The labels of the hidden sheet: the hash is a definition's full SHA-256, an OPD its id."""

_BEFORE: Final = (
    Column.NUMBER,
    Column.CODE,
    Column.PILLAR,
    Column.SUB_PILLAR,
    Column.INDICATOR,
    Column.OPD,
)
_MEASURE: Final = (Column.MEASURE_UNIT, Column.TARGET, Column.MEASURE)
_SCORES: Final = (Column.SELF, Column.ASSESSOR)
_AFTER: Final = (Column.CHECK, Column.EVIDENCE, Column.REMARK)


def form_columns(
    *, measured: bool, scored: bool = True, last_year: bool = False
) -> tuple[Column, ...]:
    """Return the columns of the answers.

    *measured* and *scored* say whether any indicator reads a measured result, or a given score;
    *last_year* whether last year's answers stand beside.
    """
    return (
        *_BEFORE,
        *((Column.LAST_YEAR,) if last_year else ()),
        *(_MEASURE if measured else ()),
        *(_SCORES if scored else ()),
        *_AFTER,
    )
