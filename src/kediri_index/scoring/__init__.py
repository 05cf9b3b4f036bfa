"""Scores as pure functions over frozen data: no file, no terminal, no clock."""
