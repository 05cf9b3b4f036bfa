"""Scores: one format a file."""
