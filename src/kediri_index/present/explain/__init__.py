"""What codes mean: one format a file."""
