"""How sure scores are: one format a file."""
