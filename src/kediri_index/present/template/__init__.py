"""Forms that were written: one format a file."""
