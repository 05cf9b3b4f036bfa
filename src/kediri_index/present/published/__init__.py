"""Published results beside those computed now: one format a file."""
