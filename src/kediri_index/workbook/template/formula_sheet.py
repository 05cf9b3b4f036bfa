"""A sheet that writes thousands of formulas in the time that their letters take."""

from __future__ import annotations

from xlsxwriter.worksheet import (  # type: ignore[import-untyped] # it has no py.typed
    Worksheet,
)


class FormulaSheet(Worksheet):  # type: ignore[misc] # likewise
    """A sheet whose formulas are stored as they stand.

    XlsxWriter searches each formula thirty times for functions that newer spreadsheets brought, to
    rename them; that takes longer than all else of a form. A form has none of these functions: it
    is to work in any spreadsheet. Should the method ever have another name, only the time is lost.
    """

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: FBT001, FBT002 - as it is called
    ) -> str:
        if expand_future_functions:
            return str(super()._prepare_formula(formula, expand_future_functions))
        return formula.removeprefix("=")
