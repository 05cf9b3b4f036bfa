"""What lies outside of the project, reached for by a file of the project."""

from __future__ import annotations

from tests.hostile.cases import Case, file_case
from tests.hostile.making import RELATIONS, relations, workbook
from tests.hostile.sandbox import OUTSIDE

_PART = relations([("rId1", "worksheet", f"../../{OUTSIDE}/a.xlsx")])

CASES: tuple[Case, ...] = (
    file_case(
        "a sheet's part that lies outside",
        lambda: workbook(changed={RELATIONS: _PART}),
        "F204 Penilaian",
    ),
)
