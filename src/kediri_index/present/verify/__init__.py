"""What a verification came to: one format a file."""
