"""The definitions in reach: one format a file."""
