"""Wording and JSON of compared results: two results, many units, several years."""
