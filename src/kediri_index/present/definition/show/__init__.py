"""One definition: one format a file."""
