"""A plan: one format a file."""
