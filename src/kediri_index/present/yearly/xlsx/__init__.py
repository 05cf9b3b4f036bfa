"""The yearly report as a workbook that computes: formulas lead from the answers to the score."""
