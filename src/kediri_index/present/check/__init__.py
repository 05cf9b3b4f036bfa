"""What ``check`` found: one format a file."""
