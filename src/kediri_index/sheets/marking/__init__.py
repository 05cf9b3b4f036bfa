"""Marked copies: faulty cells coloured and commented, all else of a workbook left as it was."""
