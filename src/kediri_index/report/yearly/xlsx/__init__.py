"""The yearly report as a workbook that computes: its formulas lead from the answers to the score."""
