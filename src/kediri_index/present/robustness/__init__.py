"""Wording and JSON of ``robustness``, and its tables of nodes left out."""
