"""A new project folder, and the files in it: one format a file."""
