"""Rows to answers: long tables, wide ones, and rows that hold no data."""
