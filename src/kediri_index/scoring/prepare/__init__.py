"""Steps before scoring: one a file."""
