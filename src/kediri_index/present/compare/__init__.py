"""A change, taken apart: one format a file."""
