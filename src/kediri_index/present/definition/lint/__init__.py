"""Findings on definitions: one format a file."""
