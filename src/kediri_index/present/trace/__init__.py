"""Where a score comes from: one format a file."""
